#!/usr/bin/env bash
# Guess: the parser of undate that takes all its formats at once ("omnibus") reads 2024-05-03 as its own EDTF parser does.
# Seen: it gives the year 2024, 1 January to 31 December: month and day are gone, without an error. 2024-05 becomes the year too, and
#   2024-05-XX the year with an unknown day and no month. "3 May 2024" and "Rajab 1445" are read well, and 2024-05-03/2024-05-05 raises an
#   error. The EDTF parser alone reads all of them rightly. 20240503 is the year twenty million in the omnibus parser.
# Versions: undate 0.8.0
# Why it matters for maps of events: undate is made for doubtful dates in mixed calendars, so a list of dates goes through the parser
#   for all; the sure ones, in the standard form, become the vaguest.
# Date seen: 2026-11-28
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
python3 -m venv v
v/bin/pip install -q --disable-pip-version-check undate==0.8.0
v/bin/python - <<'PY'
from importlib.metadata import version
from undate import Undate
print("undate", version("undate"))
def span(text, how):
    date = Undate.parse(text, how)
    return f"{date.earliest} to {date.latest}"
YEAR = "2024-01-01 to 2024-12-31"
cases = [("3 May 2024", "omnibus", "2024-05-03 to 2024-05-03"), ("2024-05-03", "omnibus", YEAR), ("2024-12-31", "omnibus", YEAR), ("2024-05", "omnibus", YEAR),
         ("2024-05-XX", "omnibus", YEAR), ("20240503", "omnibus", "20240503-01-01 to 20240503-12-31"), ("2024-05-03", "EDTF", "2024-05-03 to 2024-05-03"),
         ("2024-05", "EDTF", "2024-05-01 to 2024-05-31"), ("2024-05-XX", "EDTF", "2024-05-01 to 2024-05-31")]
for text, how, expected in cases:
    print(f"{text:11} {how:8} {span(text, how)}")
    assert span(text, how) == expected, (text, how)
try:
    print(Undate.parse("2024-05-03/2024-05-05", "omnibus"))
    raise SystemExit("the interval is read now")
except Exception as err:
    print("2024-05-03/2024-05-05:", type(err).__name__)
PY
