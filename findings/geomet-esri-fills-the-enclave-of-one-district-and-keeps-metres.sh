#!/usr/bin/env bash
# Guess: of an Esri polygon, whose holes are told by the turn of their rings alone, the hole stays a hole; a point in Web
#   Mercator becomes degrees, or keeps a word of its reference system.
# Seen: every ring becomes a polygon of its own, so the enclave is inside the district twice over, and the multipolygon is not
#   valid. Points in metres (wkid 102100) come out as GeoJSON coordinates 6800000, 3100000 without any word of it. "NaN", as servers
#   write a missing place, becomes the text "NaN" for a coordinate. Written the other way, the turn of rings is kept as it
#   came: the outer ring of GeoJSON (against the clock) is a hole to Esri.
# Versions: geomet 1.1.0, shapely 2.2.0.
# Why it matters for maps of events: events in an enclave count for the district around it.
# Date seen: 2026-11-29.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
python3 -m venv v
v/bin/pip install -q --disable-pip-version-check geomet==1.1.0 shapely==2.2.0 numpy==2.4.6
v/bin/python - <<'PY'
import json
from importlib.metadata import version

import shapely
from geomet import esri
from shapely.geometry import shape

print("geomet", version("geomet"))
outer = [[0, 0], [0, 10], [10, 10], [10, 0], [0, 0]]  # with the clock: land
hole = [[2, 2], [4, 2], [4, 4], [2, 4], [2, 2]]  # against it: a hole
read = esri.loads(json.dumps({"rings": [outer, hole], "spatialReference": {"wkid": 4326}}))
area = shape(read)
print(read["type"], "of", len(read["coordinates"]), "parts, valid:", area.is_valid, "| in the enclave:", area.covers(shapely.Point(3, 3)))
assert read["type"] == "MultiPolygon" and len(read["coordinates"]) == 2 and not area.is_valid
assert shapely.Polygon(read["coordinates"][0][0]).contains(shapely.Point(3, 3))
point = esri.loads('{"x": 6800000, "y": 3100000, "spatialReference": {"wkid": 102100}}')
print("Web Mercator:", point)
assert point == {"type": "Point", "coordinates": (6800000, 3100000)}
nowhere = esri.loads('{"x": "NaN", "y": "NaN", "spatialReference": {"wkid": 4326}}')
print("no place:", nowhere)
assert nowhere["coordinates"] == ("NaN", "NaN")
written = esri.dumps({"type": "Polygon", "coordinates": [outer[::-1], hole[::-1]]})
rings = (written if isinstance(written, dict) else json.loads(written))["rings"]
turns = [shapely.LinearRing(ring).is_ccw for ring in rings]
print("written: against the clock", turns)
assert turns == [True, False]  # land against the clock, the hole with it: Esri reads the opposite
PY
