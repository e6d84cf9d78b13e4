#!/usr/bin/env bash
# Guess: converters={"iso2": str} is the old way to keep Namibia's code "NA" text in a table of countries; it means the same in each pandas
#   of this year, since a converter decides what a cell is.
# Seen: in pandas 3.1 what a converter returns is held against the list of missing values once more. "NA" becomes NaN, and so does an
#   empty cell, which was "" before; no word is said. 3.0.0 keeps both. country_converter 1.3.2, which reads its own table in this way,
#   has no code for Namibia any more and cannot be started at all. keep_default_na=False, or dtype=str with it, is the same in both.
# Versions: pandas 3.0.0 and 3.1.1, country_converter 1.3.2; the change is pandas' pull request 68689 of September 2026
# Why it matters for maps of events: a country's code is the key by which events, borders and base maps are joined; a script that was
#   right for years drops all of Namibia's rows from the join after an upgrade.
# Date seen: 2026-11-29
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
printf 'iso2,town,dead\nNA,Katima Mulilo,2\nZM,Sesheke,1\n,at sea,4\n' > events.csv
cat > read.py <<'PY'
import sys
import pandas

read = lambda **how: pandas.read_csv("events.csv", **how)["iso2"]
converted = read(converters={"iso2": str})
print(pandas.__version__, converted.tolist())
assert converted.isna().tolist() == ([True, False, True] if sys.argv[1] == "lost" else [False, False, False])
assert read(converters={"iso2": str}, keep_default_na=False).tolist() == read(dtype=str, keep_default_na=False).tolist() == ["NA", "ZM", ""]
PY
for version in 3.0.0 3.1.1; do
  python3 -m venv "v$version"
  "v$version/bin/pip" install -q --disable-pip-version-check "pandas==$version" country_converter==1.3.2
done
v3.0.0/bin/python read.py kept
v3.1.1/bin/python read.py lost
v3.0.0/bin/python -c 'import country_converter; print(country_converter.convert("Namibia", to="ISO2"))' | grep -x NA
v3.1.1/bin/python - <<'PY'
import country_converter
try:
    country_converter.convert("Namibia", to="ISO2")
except TypeError as error:
    print("country_converter with pandas 3.1:", error)
else:
    raise SystemExit("it starts again")
PY
