#!/usr/bin/env bash
# Guess: "the 1990s" and "1970s" give None, or 1 January 1990 and 1970.
# Seen: the s is read as seconds: "the 1990s" is 1,990 seconds before the base time, so some 33 minutes ago. Near it,
#   "2024 week 3" is 2,024 weeks before the base (1985; the 3 is lost), and "half an hour ago", "a week earlier", "several
#   days ago" give None while "a fortnight ago" and "a decade ago" are understood.
# Versions: dateparser 1.5.0
# Why it matters for maps of events: background sentences ("a conflict that dates from the 1990s") become events of the
#   report's own day, the most believable day of all; nothing marks them.
# Date seen: 2026-11-28
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT
python3 -m venv "$d/v" && "$d/v/bin/pip" install -q --disable-pip-version-check dateparser==1.5.0
"$d/v/bin/python" - <<'E'
import datetime as dt
import warnings

warnings.simplefilter("ignore")
import dateparser

base = dt.datetime(2024, 1, 18, 12)
seen = {}
for text in ["the 1990s", "1970s", "2024 week 3", "a fortnight ago", "a decade ago", "half an hour ago", "a week earlier"]:
    seen[text] = dateparser.parse(text, languages=["en"], settings={"RELATIVE_BASE": base})
    print(f"{text!r:20} {seen[text]}")
assert seen["the 1990s"] == base - dt.timedelta(seconds=1990)
assert seen["1970s"] == base - dt.timedelta(seconds=1970)
assert seen["2024 week 3"] == base - dt.timedelta(weeks=2024)
assert seen["a fortnight ago"] == base - dt.timedelta(weeks=2)
assert seen["half an hour ago"] is None and seen["a week earlier"] is None
E
