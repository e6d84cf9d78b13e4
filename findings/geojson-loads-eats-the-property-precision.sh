#!/usr/bin/env bash
# Guess: geojson.loads rounds the coordinates of geometries (6 places) and leaves properties alone.
# Seen: it makes a geometry of ANY object whose "type" is a GeoJSON word, properties too. An
#   event with the properties {"type": "Point", "precision": 2} loses "precision" and gets
#   "coordinates": []. Deeper in the properties, a stored position is rounded to six places. An
#   article of the "type" Feature gets "geometry": null and "properties": {}. dumps() leaves the
#   same data alone, so only reading changes it.
# Versions: geojson 3.3.0.
# Why it matters for maps of events: "type" (point or area) beside "precision" (how exact the
#   place is) is a usual pair in event tables, and news texts have the type "Feature".
# Date seen: 2026-11-28.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
python3 -m venv v
v/bin/pip install -q --disable-pip-version-check geojson==3.3.0
v/bin/python - <<'PY'
import json, geojson
print("geojson", geojson.__version__)
place = {"type": "Point", "coordinates": [36.5, 33.5]}
def read(properties):
    text = json.dumps({"type": "Feature", "geometry": place, "properties": properties})
    back = json.loads(geojson.dumps(geojson.loads(text)))["properties"]
    print(properties, "->", back)
    return back
assert read({"type": "Point", "precision": 2, "dead": 5}) == {"type": "Point", "coordinates": [], "dead": 5}
assert read({"type": "Town", "precision": 2}) == {"type": "Town", "precision": 2}
found = read({"sources": [{"type": "Feature", "title": "Long read"}]})["sources"][0]
assert found == {"type": "Feature", "title": "Long read", "geometry": None, "properties": {}}
deep = read({"evidence": {"type": "Point", "coordinates": [36.123456789, 33.5]}})
assert deep["evidence"]["coordinates"] == [36.123457, 33.5]
kept = json.loads(geojson.dumps(geojson.Feature(geometry=place, properties={"type": "Point", "precision": 2})))
assert kept["properties"] == {"type": "Point", "precision": 2}
print("built in Python and only dumped:", kept["properties"])
PY
