#!/usr/bin/env bash
# Guess: the two agree on every day of 2025, and most likely follow the law of Bangladesh since October 2019, made so that 21 February is
#   8 Falgun, 26 March 12 Choitro and 16 December 1 Poush.
# Seen: both keep the months of before: 21 February is 9 Falgun and 16 December 2 Poush. 26 March is right. From 16 October to 14 March
#   each day is one too late, 150 of the 365 days of 2025; the other seven months are right, and the two agree on every day, so
#   comparing them shows nothing. Back again, "1 Poush 1432" becomes 15 December. The Python one calls this "the revised Bengali calendar".
# Versions: bangla 0.0.6 (PyPI, released in June 2026), date-bengali-revised 2.0.2 (npm, 1.6 million downloads a month), Node 20
# Why it matters for maps of events: the day of a Bengali report of winter is put one day early, and a test with a day of summer passes. West Bengal has a
#   third calendar.
# Date seen: 2026-11-29
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
python3 -m venv v && v/bin/pip install -q --disable-pip-version-check bangla==0.0.6
npm install --no-fund --no-audit --silent date-bengali-revised@2.0.2
cat > t.mjs <<'E'
import Bengali from 'date-bengali-revised';
const days = [];
for (let t = Date.UTC(2025, 0, 1); t < Date.UTC(2026, 0, 1); t += 864e5) {
  const day = new Date(t), { year, month, day: of } = new Bengali().fromGregorian(day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate());
  days.push([year, month, of]);
}
console.log(JSON.stringify({ days, back: new Bengali(1432, 9, 1).toGregorian() }));
E
node t.mjs > npm.json
v/bin/python - <<'E'
import bangla, datetime, json

months = "বৈশাখ জ্যৈষ্ঠ আষাঢ় শ্রাবণ ভাদ্র আশ্বিন কার্তিক অগ্রহায়ণ পৌষ মাঘ ফাল্গুন চৈত্র".split()

def of_python(day):
    found = bangla.get_date(day.day, day.month, day.year)
    return int(found["year"]), months.index(found["month"]) + 1, int(found["date"])

def by_law(day):  # since 2019: six months of 31 days, then 30 each, but Falgun 29 (30 in a leap year); the year begins on 14 April
    first = datetime.date(day.year - (day < datetime.date(day.year, 4, 14)), 4, 14)
    leap = (datetime.date(first.year + 1, 3, 1) - datetime.timedelta(days=1)).day == 29
    left = (day - first).days
    for month, length in enumerate([31] * 6 + [30] * 4 + [29 + leap, 30], 1):
        if left < length:
            return first.year - 593, month, left + 1
        left -= length

assert [by_law(datetime.date(2025, *day))[1:] for day in ((2, 21), (3, 26), (4, 14), (12, 16))] == [(11, 8), (12, 12), (1, 1), (9, 1)]
npm = json.load(open("npm.json"))
year = [datetime.date(2025, 1, 1) + datetime.timedelta(days=n) for n in range(365)]
assert [of_python(day) for day in year] == [tuple(day) for day in npm["days"]]
wrong = [day for day in year if of_python(day) != by_law(day)]
for day in (datetime.date(2025, *day) for day in ((2, 21), (3, 26), (4, 14), (12, 16))):
    print(day, "law:", by_law(day), "both libraries:", of_python(day))
print("days that differ:", len(wrong), "| 1 Poush 1432 is", npm["back"])
assert len(wrong) == 150 and all(day >= datetime.date(2025, 10, 16) or day <= datetime.date(2025, 3, 14) for day in wrong)
assert of_python(datetime.date(2025, 2, 21))[1:] == (11, 9) and of_python(datetime.date(2025, 12, 16))[1:] == (9, 2)
assert npm["back"] == {"year": 2025, "month": 12, "day": 15}
E
