#!/usr/bin/env bash
# Guess: "2024-01-16T24:00", the end of that day, is read as 17 January 00:00; "2024-01/03", January to March, as those months.
# Seen: the end of the day is read as its start: 16 January 00:00, and an interval from noon to the end of the day ends twelve
#   hours before it begins. "2024-01/03" is 1 to 3 January; "2024-01/2024-03" is refused, as "2024-2024-03". dateutil
#   reads the same text as 17 January, isodate refuses it in words.
# Versions: aniso8601 10.0.1, isodate 0.7.2, python-dateutil 4.0.0.
# Why it matters for maps of events: "until 24:00 on the 16th" moves an event a day back or turns its interval round; a stretch
#   of three months becomes three days.
# Date seen: 2026-11-29.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
python3 -m venv v
v/bin/pip install -q --disable-pip-version-check aniso8601==10.0.1 isodate==0.7.2 python-dateutil==4.0.0
v/bin/python - <<'PY'
import datetime as dt
from importlib.metadata import version

import aniso8601
import isodate
from dateutil.parser import isoparse

print("aniso8601", version("aniso8601"))
end = "2024-01-16T24:00"
read = aniso8601.parse_datetime(end)
other = isoparse(end)
try:
    isodate.parse_datetime(end)
    refused = ""
except ValueError as error:
    refused = str(error)
print(end, "->", read, "| dateutil:", other, "| isodate:", refused)
assert read == dt.datetime(2024, 1, 16)
assert other == dt.datetime(2024, 1, 17)
assert refused
start, stop = aniso8601.parse_interval("2024-01-16T12:00/2024-01-16T24:00")
print("noon to the end of the day:", start, "to", stop)
assert stop < start
months = aniso8601.parse_interval("2024-01/03")
try:
    aniso8601.parse_interval("2024-01/2024-03")
    refused = ""
except ValueError as error:
    refused = str(error)
print("2024-01/03:", *months, "| 2024-01/2024-03:", refused)
assert months == (dt.date(2024, 1, 1), dt.date(2024, 1, 3))
assert "2024-2024-03" in refused
PY
