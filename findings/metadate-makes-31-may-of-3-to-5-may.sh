#!/usr/bin/env bash
# Guess: metadate, which gives each date as a period with start and end, reads "3-5 May 2024" as that range.
# Seen: the digits on both sides of the hyphen are put together: "2-3 May" is 23 May, "1-3 February" 13 February, and what is
#   too large becomes the last day of the month, so "3-5 May" is 31 May and "7-9 October" 31 October, each as one certain day;
#   the same with an en dash. With two digits or with blanks ("12-14 June", "3 - 5 May", "3 to 5 May") only the last day is
#   left, in "May 3-5" only the first, in "30 May-2 June" the last. "First week of June 2025", read in mid June, is 23 to 30
#   June, and "last week of May 2025" 9 to 16 May: the day of the report stands in for the missing day. multi=True changes
#   nothing; "between 2014 and 2016" is 2016 alone, "2014 to 2016" is 2014.
# Versions: metadate 0.6.2 (PyPI)
# Why it matters for maps of events: a fight of three days stands on one day, weeks away from it, in a field that looks exact;
#   an evaluation with single days finds no fault.
# Date seen: 2026-11-30
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
python3 -m venv v && v/bin/pip install -q --disable-pip-version-check \
  metadate==0.6.2 python-dateutil==2.9.0.post0 >/dev/null 2>&1
v/bin/python -W ignore - <<'P'
from datetime import datetime, timedelta
from metadate import parse_date

now = datetime(2025, 6, 16, 10)
day = timedelta(days=1)
seen = {
    "3 May 2024": ("2024-05-03", "2024-05-03"),
    "June 2025": ("2025-06-01", "2025-06-30"),
    "3-5 May 2024": ("2024-05-31", "2024-05-31"),
    "3\u20135 May 2024": ("2024-05-31", "2024-05-31"),
    "2-3 May 2024": ("2024-05-23", "2024-05-23"),
    "1-3 February 2024": ("2024-02-13", "2024-02-13"),
    "3-5 April 2024": ("2024-04-30", "2024-04-30"),
    "7-9 October": ("2025-10-31", "2025-10-31"),
    "12-14 June 2024": ("2024-06-14", "2024-06-14"),
    "3 to 5 May 2024": ("2024-05-05", "2024-05-05"),
    "3 - 5 May 2024": ("2024-05-05", "2024-05-05"),
    "May 3-5, 2024": ("2024-05-03", "2024-05-03"),
    "30 May-2 June 2024": ("2024-06-02", "2024-06-02"),
    "first week of June 2025": ("2025-06-23", "2025-06-29"),
    "last week of May 2025": ("2025-05-09", "2025-05-15"),
    "between 2014 and 2016": ("2016-01-01", "2016-12-31"),
    "2014 to 2016": ("2014-01-01", "2014-12-31"),
}
for text, expected in seen.items():
    for multi in (False, True) if "3-5 May" in text else (False,):
        r = parse_date(text, reference_date=now, multi=multi)
        if multi:
            assert len(r) == 1
            r = r[0]
        got = str(r.start_date.date()), str((r.end_date - day).date())
        print(text, "->", *got, "levels", sorted(x.name for x in r.levels))
        assert got == expected, (text, got)
P
