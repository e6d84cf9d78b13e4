#!/usr/bin/env bash
# Guess: when dates of HXL data are cleaned, 2024/05/03 (year first, as in Iran, China and much software) is 3 May, and what is
#   not sure is left alone or raises an error.
# Seen: 2024/05/03 becomes 5 March and 2024/12/05 becomes 12 May, but 2024/05/13, in the same column, stays 13 May. 20240503
#   is taken for seconds since 1970: 23 August 1970. Only 2024-05-03 with hyphens is safe.
# Versions: libhxl 5.2.2 (which needs six, but does not say so), python-dateutil 3.0.0
# Why it matters for maps of events: HXL is the tag language of humanitarian tables and clean_data(date=...) its usual first
#   step; days above 12 stay right, so a look at the result finds nothing wrong.
# Date seen: 2026-11-28
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
python3 -m venv v
v/bin/pip install -q --disable-pip-version-check libhxl==5.2.2 six==1.17.0 python-dateutil==3.0.0
v/bin/python - <<'PY'
import warnings
from importlib.metadata import version
warnings.simplefilter("ignore")
import hxl
print("libhxl", version("libhxl"))
expected = {"2024-05-03": "2024-05-03", "3 May 2024": "2024-05-03", "2024/05/13": "2024-05-13", "2024/05/03": "2024-03-05",
            "2024/12/05": "2024-05-12", "20240503": "1970-08-23"}
table = [["Day", "Killed"], ["#date", "#affected+killed"]] + [[day, "1"] for day in expected]
cleaned = [row.values[0] for row in hxl.data(table).clean_data(date="#date")]
for (day, wanted), got in zip(expected.items(), cleaned, strict=True):
    print(f"{day:13} -> {got}")
    assert got == wanted, day
PY
