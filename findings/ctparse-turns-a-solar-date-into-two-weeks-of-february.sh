#!/usr/bin/env bash
# Guess: "1402/10/27", a day of the Iranian calendar (17 January 2024), gives the year 1402 or nothing.
# Seen: the range 10 to 27 February 2024. 14 is dropped, 02 becomes the month, 10 and 27 its days, and the year is taken from
#   the reference day. "1403/05/02" gives one day, 5 February 2024. A Gregorian "2024/01/17" is read as it should be.
# Versions: ctparse 0.3.6
# Why it matters for maps of events: the wrong answer lies near the right one, in the year of the report, and even has a
#   sensible width, so neither a check of the year nor one of the order of days finds it.
# Date seen: 2026-11-28
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT
python3 -m venv "$d/v" && "$d/v/bin/pip" install -q --disable-pip-version-check ctparse==0.3.6
"$d/v/bin/python" - <<'E'
import datetime as dt
import logging

logging.disable(logging.CRITICAL)
from ctparse import ctparse

ref = dt.datetime(2024, 1, 18, 12)
seen = {}
for text in ["2024/01/17", "1402/10/27", "1402-10-27", "1403/05/02"]:
    r = ctparse(text, ts=ref)
    seen[text] = str(r.resolution) if r else None
    print(text, "->", seen[text])
assert seen["2024/01/17"].startswith("2024-01-17")
for text in ["1402/10/27", "1402-10-27"]:
    assert seen[text].startswith("2024-02-10") and "- 2024-02-27" in seen[text], text
assert seen["1403/05/02"].startswith("2024-02-05")
E
