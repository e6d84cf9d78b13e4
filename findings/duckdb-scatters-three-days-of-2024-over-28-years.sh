#!/usr/bin/env bash
# Guess: DuckDB reads a CSV column 03/04/24, 05/06/24, 31/12/24 as day/month/year (31 can be no month), as it does with four-digit
#   years, or leaves it as text.
# Seen: it takes year/month/day if all values allow it: 24 April 2003, 24 June 2005, 24 December 2031. With dots or hyphens the
#   same. One last year above 31 (05/06/32) turns the whole column to day/month/year, and without the leading zeros (3/4/24) it is
#   read rightly as well. 03/04/2024, 31/12/2024 come out as 3 April and 31 December.
# Versions: duckdb 1.5.5
# Why it matters for maps of events: the column is a real DATE, spread over 28 years and never out of range; a filter on
#   "2024" finds nothing, and a timeline shows attacks in the future.
# Date seen: 2026-11-28
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
python3 -m venv v
v/bin/pip install -q --disable-pip-version-check duckdb==1.5.5
v/bin/python - <<'PY'
import duckdb
print("duckdb", duckdb.__version__)
def read(*days):
    with open("events.csv", "w") as out:
        out.write("place,day\n" + "".join(f"Dara,{day}\n" for day in days))
    table = duckdb.sql("select day from 'events.csv'")
    found = [str(row[0]) for row in table.fetchall()]
    print(", ".join(days), "->", table.types[0], ", ".join(found))
    return found
assert read("03/04/24", "05/06/24", "31/12/24") == ["2003-04-24", "2005-06-24", "2031-12-24"]
assert read("03.04.24", "25.06.24") == ["2003-04-24", "2025-06-24"]
assert read("03-04-24", "25-06-24") == ["2003-04-24", "2025-06-24"]
assert read("03/04/24", "05/06/32") == ["2024-04-03", "2032-06-05"]
assert read("3/4/24", "31/12/24") == ["2024-04-03", "2024-12-31"]
assert read("03/04/2024", "05/06/2024", "31/12/2024") == ["2024-04-03", "2024-06-05", "2024-12-31"]
PY
