#!/usr/bin/env bash
# Guess: a date field with format "any" reads "2024-05" as 1 May, or reports a type error.
# Seen: the missing parts are filled from the clock: "2024-05" becomes the day of the month on
#   which the program runs, "2024" becomes today's day and month, and a weekday becomes the NEXT
#   such day. The row is reported as valid. The same file gives other dates tomorrow.
# Versions: frictionless 5.21.0, python-dateutil 2.9.0.post0.
# Why it matters for maps of events: partial dates are usual in news, and a validated table
#   differs from run to run, so a map made from it cannot be made again.
# Date seen: 2026-11-28.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
python3 -m venv v
v/bin/pip install -q --disable-pip-version-check frictionless==5.21.0 python-dateutil==2.9.0.post0
v/bin/python - <<'PY'
import calendar, datetime
from importlib.metadata import version
from frictionless import Resource, Schema
print("frictionless", version("frictionless"), "dateutil", version("python-dateutil"))
open("events.csv", "w").write("id,day\n1,2024-06\n2,2023\n3,May 2024\n4,Monday\n")
schema = Schema.from_descriptor({"fields": [{"name": "id", "type": "integer"},
                                            {"name": "day", "type": "date", "format": "any"}]})
today = datetime.date.today()
table = Resource(path="events.csv", schema=schema)
report = table.validate()
days = [row["day"] for row in table.read_rows()]
if datetime.date.today() != today:                       # midnight passed: read once more
    today = datetime.date.today(); days = [row["day"] for row in table.read_rows()]
print("today", today, "| valid:", report.valid, "|", [str(d) for d in days])
fill = lambda year, month: datetime.date(year, month, min(today.day, calendar.monthrange(year, month)[1]))
assert report.valid
assert days[:3] == [fill(2024, 6), fill(2023, today.month), fill(2024, 5)]
assert days[3] >= today and days[3].weekday() == 0
PY
