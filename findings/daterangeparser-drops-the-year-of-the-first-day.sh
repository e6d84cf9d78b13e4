#!/usr/bin/env bash
# Guess: in "16 June 2019 - 18 June" the year that is said once holds for both days, as in "16 June - 18 June 2019".
# Seen: the year must stand last. Said with the first day alone it is read, dropped, and this year's taken: "16 June 2019 - 18 June",
#   "16th June 2019 to 18th", "June 2019 to July" and "June 5 2019 - 7" are all days of the year of the clock, and "29 December 2019 - 2
#   January" begins in the year before it. When two years are written but the days run backwards, the first year is lowered without a
#   word: "17 June 2019 to 3 June 2019" begins on 17 June 2018. And "28 - 2 March 2019", which is February to March, begins on 28
#   March 2018.
# Versions: daterangeparser 1.3.2
# Why it matters for maps of events: reports name the year with the first day of a fight; the event moves to the year in which the text is
#   read, and each year it moves again.
# Date seen: 2026-11-29
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
python3 -m venv v
v/bin/pip install -q --disable-pip-version-check daterangeparser==1.3.2 pyparsing==3.3.3
v/bin/python - <<'E'
import datetime
from daterangeparser import parse

now = datetime.date.today().year
expected = {"16 - 18 June 2019": ("2019-06-16", "2019-06-18"), "16 June - 18 June 2019": ("2019-06-16", "2019-06-18"),
            "16 June 2019 - 18 June 2019": ("2019-06-16", "2019-06-18"), "29 December - 2 January 2020": ("2019-12-29", "2020-01-02"),
            "16 June 2019 - 18 June": (f"{now}-06-16", f"{now}-06-18"), "16th June 2019 to 18th": (f"{now}-06-16", f"{now}-06-18"),
            "June 5 2019 - 7": (f"{now}-06-05", f"{now}-06-07"), "June 2019 to July": (f"{now}-06-01", f"{now}-07-31"),
            "29 December 2019 - 2 January": (f"{now - 1}-12-29", f"{now}-01-02"),
            "17 June 2019 to 3 June 2019": ("2018-06-17", "2019-06-03"), "28 - 2 March 2019": ("2018-03-28", "2019-03-02")}
for text, wanted in expected.items():
    got = tuple(day.date().isoformat() for day in parse(text))
    print(f"{text:30} {' to '.join(got)}")
    assert got == wanted, text
E
