#!/usr/bin/env bash
# Guess: libraries for the Iranian solar calendar agree for the present time and differ at most in far centuries.
# Seen: Khayyam takes 1404 for the leap year, the calendar in force has it in 1403 (30 Esfand 1403 was 20 March 2025).
#   So it refuses 30 Esfand 1403, and each day of 1404 (March 2025 to March 2026) comes out one day early.
#   jdatetime and convertdate agree with one another. In 1380 to 1435 no other year is wrong.
# Versions: Khayyam 3.0.17, jdatetime 6.1.1, convertdate 2.5.1
# Why it matters for maps of events: Iranian reports give the day in this calendar; for one whole year every event
#   moves to the day before, and only a printed weekday would show it.
# Date seen: 2026-11-28
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT
python3 -m venv "$d/v" && "$d/v/bin/pip" install -q --disable-pip-version-check Khayyam==3.0.17 jdatetime==6.1.1 convertdate==2.5.1
"$d/v/bin/python" - <<'E'
import datetime as dt
import jdatetime
import khayyam
from convertdate import persian

def three(y, m, d):
    return (khayyam.JalaliDate(y, m, d).todate(), jdatetime.date(y, m, d).togregorian(), dt.date(*persian.to_gregorian(y, m, d)))

for day in [(1403, 12, 29), (1404, 1, 1), (1404, 3, 24), (1404, 12, 29), (1405, 1, 1)]:
    print(day, *three(*day))
off = [y for y in range(1380, 1436) if three(y, 6, 1)[0] != three(y, 6, 1)[1]]
print("years whose 1 Shahrivar differs:", off)
assert off == [1404]
# 24 Khordad 1404 was Saturday, 14 June 2025
k, j, c = three(1404, 3, 24)
assert j == c == dt.date(2025, 6, 14) and j.strftime("%a") == "Sat"
assert k == dt.date(2025, 6, 13)
try:
    khayyam.JalaliDate(1403, 12, 30)
    raise SystemExit("30 Esfand 1403 is now accepted")
except ValueError as e:
    print("30 Esfand 1403:", e)
assert jdatetime.date(1403, 12, 30).togregorian() == dt.date(2025, 3, 20)
E
