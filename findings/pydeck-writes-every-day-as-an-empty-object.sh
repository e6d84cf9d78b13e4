#!/usr/bin/env bash
# Guess: pydeck writes days of a table as ISO text, as pandas does, and an unknown toll or day as null.
# Seen: each day is an empty object {}, so no two differ and a tooltip has none; so is an unknown day.
#   Days of Python's own datetime.date are text. An unknown toll is NaN, which is no JSON: node refuses the text, and in the page it stands in a script, where it is read as a number.
#   pandas writes the same table as 2024-01-16T00:00:00.000 and null.
# Versions: pydeck 0.9.3, pandas 2.3.3 (PyPI)
# Why it matters for maps of events: a table with a column of days is what one has; the map looks right, and only who hovers over a dot, filters
#   by day or loads the JSON elsewhere finds that no event has one. Turn days into text and unknown numbers into None first.
# Date seen: 2026-11-30
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
python3 -m venv v && v/bin/pip install --quiet --disable-pip-version-check pydeck==0.9.3 pandas==2.3.3
cat > t.py <<'E2'
import datetime as dt, json, re
import pandas as pd, pydeck
rows = pd.DataFrame({"lon": [62.0, 63.0], "lat": [27.0, 28.0], "killed": [4, None], "day": pd.to_datetime(["2024-01-16", None]), "own": [dt.date(2024, 1, 16), dt.date(2024, 1, 18)]})
deck = pydeck.Deck([pydeck.Layer("ScatterplotLayer", rows, get_position=["lon", "lat"], get_radius="killed")])
text = deck.to_json()
one, other = json.loads(text)["layers"][0]["data"]
print("pydeck:", one, other)
page = deck.to_html(as_string=True)
print("pandas:", rows.to_json(orient="records", date_format="iso"))
assert one["day"] == other["day"] == {} and (one["own"], other["own"]) == ("2024-01-16", "2024-01-18")
assert re.search(r'"killed": NaN', text) and "NaN" in page and page.count("2024-01-1") == 2
assert json.loads(rows.to_json(orient="records", date_format="iso"))[0]["day"] == "2024-01-16T00:00:00.000"
open("deck.json", "w").write(text)
E2
v/bin/python t.py 2>/dev/null
node -e 'try { JSON.parse(require("node:fs").readFileSync("deck.json", "utf8")); process.exit(1) } catch (e) { console.log("node:", e.name) }'
