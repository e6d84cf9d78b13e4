#!/usr/bin/env bash
# Guess: with sourceTime given, all answers are counted from it; what cannot be read leaves status 0 and the source time.
# Seen: "16-17 January" and "a month and a half ago" give the clock of the computer at this moment, with status 1, which
#   means "a date was found". The source time is not used at all, so the answer changes with each run. Besides, "two weeks
#   earlier" is two weeks LATER (status 1) while "two weeks before" is right, and "half a year ago" is a whole year ago.
# Versions: parsedatetime 2.6
# Why it matters for maps of events: an old report's event moves to today, every day anew, and the status says it is
#   sure. "Earlier" is the word news use for a former attack; it lands in the future.
# Date seen: 2026-11-28
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT
python3 -m venv "$d/v" && "$d/v/bin/pip" install -q --disable-pip-version-check parsedatetime==2.6
"$d/v/bin/python" - <<'E'
import datetime as dt

import parsedatetime

base = dt.datetime(2024, 1, 18, 12)
calendar = parsedatetime.Calendar()
seen = {}
for text in ["two weeks before", "two weeks earlier", "last Tuesday", "half a year ago", "16-17 January", "17-18 March", "a month and a half ago", "a year and a half ago"]:
    seen[text] = calendar.parseDT(text, sourceTime=base)
    print(f"{text!r:26}", *seen[text])
assert seen["last Tuesday"][0].date() == dt.date(2024, 1, 16)
assert seen["two weeks before"][0].date() == dt.date(2024, 1, 4)
assert seen["two weeks earlier"] == (dt.datetime(2024, 2, 1, 12), 1)
assert seen["half a year ago"] == (dt.datetime(2023, 1, 18, 12), 1)
for text in ["16-17 January", "17-18 March", "a month and a half ago", "a year and a half ago"]:
    when, status = seen[text]
    assert status == 1 and abs((dt.datetime.now() - when).total_seconds()) < 120, text
E
