#!/usr/bin/env bash
# Guess: libraries for the Nepali calendar (Bikram Sambat) give the same day for each date of the past; only years to come, whose months
#   are not yet announced, may differ.
# Seen: for 1 Jestha 2062 two packages say 14 May 2005 and two say 15 May 2005, so the whole month (mid-May to mid-June 2005) is a day
#   apart: 6 June 2005 is 24 Jestha or 23 Jestha. It is the only month of 2000 to 2082 (1943 to spring 2026) in which they differ.
#   From the middle of 2083 (October 2026) bsdatetime leaves the others, and from 2084 on the five split in changing ways.
# Versions: nepali-datetime 1.0.8.5, bikram-sambat 0.2.0, nepali 1.2.0, nepali-date-library 1.0.2, bsdatetime 1.0.1
# Why it matters for maps of events: it is a month of the civil war (the bus of Madi, 6 June 2005), and local reports of that time
#   bear Nepali dates; a report of the day and the library make two events of one.
# Date seen: 2026-11-28
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
python3 -m venv v
v/bin/pip install -q --disable-pip-version-check nepali-datetime==1.0.8.5 bikram-sambat==0.2.0 nepali==1.2.0 \
  nepali-date-library==1.0.2 bsdatetime==1.0.1
v/bin/python - <<'PY'
import bikram_sambat, bsdatetime, nepali_date_library, nepali_datetime
from nepali.datetime import nepalidate
readers = {"nepali-datetime": lambda y, m, d: nepali_datetime.date(y, m, d).to_datetime_date(),
           "bikram-sambat": lambda y, m, d: bikram_sambat.date(y, m, d).togregorian(),
           "nepali": lambda y, m, d: nepalidate(y, m, d).to_date(),
           "nepali-date-library": lambda y, m, d: nepali_date_library.BStoAD(f"{y}-{m:02}-{d:02}"),
           "bsdatetime": bsdatetime.bs_to_ad}
def days(y, m, d, names):
    return {name: str(readers[name](y, m, d))[:10] for name in names}
four, five = list(readers)[:4], list(readers)
differ = [(y, m) for y in range(2000, 2083) for m in range(1, 13) if len(set(days(y, m, 1, four).values())) > 1]
print("months that differ, 2000 to 2082:", differ)
assert differ == [(2062, 2)]
for day in (1, 23):
    print(f"{day} Jestha 2062:", days(2062, 2, day, four))
assert days(2062, 2, 1, four) == dict(zip(four, ["2005-05-15", "2005-05-15", "2005-05-14", "2005-05-14"]))
assert set(days(2062, 3, 1, four).values()) == {"2005-06-15"}
print("1 Mangsir 2083:", days(2083, 8, 1, five)); print("1 Jestha 2086:", days(2086, 2, 1, five))
assert sorted(days(2083, 8, 1, five).values()) == ["2026-11-16"] + ["2026-11-17"] * 4
assert len(set(days(2086, 2, 1, five).values())) == 2
PY
