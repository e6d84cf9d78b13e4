#!/usr/bin/env bash
# Guess: the tools of csvkit turn a column into a type only when each value surely is of it, and a date with dots (1.5.2024) is the
#   first of May, since no country writes month.day.year.
# Seen: a column of distances "5 m", "7 m" becomes 0:05:00, 0:07:00 (minutes), and in SQL 1970-01-01 00:05:00. A column of wards "May",
#   "March" becomes 0001-05-01, 0001-03-01. 1.5.2024 is read as 5 January. All this in what csvsort, csvjson and csvlook print, without a
#   word; "13.5.2024" in the same column makes them keep the text of all. --no-inference switches it off.
# Versions: csvkit 2.2.0, agate 1.14.2
# Why it matters for maps of events: csvkit is the tool of newsrooms; sorting a table once is enough to change the days and to
#   lose the distances, and the result is a well-formed table.
# Date seen: 2026-11-28
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
python3 -m venv v
v/bin/pip install -q --disable-pip-version-check csvkit==2.2.0 agate==1.14.2
printf 'ward,day,dead,border\nMay,1.5.2024,3,5 m\nMarch,2.5.2024,4,7 m\n' > events.csv
v/bin/csvsort -c dead events.csv > sorted.csv; cat sorted.csv
v/bin/csvjson events.csv > typed.json
v/bin/csvjson --no-inference events.csv > plain.json
sed 's/^March,2.5.2024/Homs,13.5.2024/; s/7 m/7 km/' events.csv > other.csv; v/bin/csvcut -c ward,day,border other.csv | v/bin/csvsort > other_sorted.csv
v/bin/csvsql --query 'select border from events' events.csv > sql.txt; cat sql.txt
v/bin/python - <<'PY'
import csv, json
rows = list(csv.DictReader(open("sorted.csv")))
assert [(r["ward"], r["day"], r["border"]) for r in rows] == [("0001-05-01", "2024-01-05", "0:05:00"), ("0001-03-01", "2024-02-05", "0:07:00")]
places = json.load(open("typed.json"))
assert [(p["ward"], p["day"], p["border"]) for p in places] == [("0001-05-01", "2024-01-05", "0:05:00"), ("0001-03-01", "2024-02-05", "0:07:00")]
assert [(r["ward"], r["day"], r["border"]) for r in json.load(open("plain.json"))] == [("May", "1.5.2024", "5 m"), ("March", "2.5.2024", "7 m")]
print("with other neighbours:", open("other_sorted.csv").read().split())
assert {(r["ward"], r["day"], r["border"]) for r in csv.DictReader(open("other_sorted.csv"))} == {("May", "1.5.2024", "5 m"), ("Homs", "13.5.2024", "7 km")}
assert open("sql.txt").read().split("\n")[1] == "1970-01-01 00:05:00.000000"
PY
