#!/usr/bin/env bash
# Guess: a property true of GeoJSON is 1 in a GeoPackage, a missing one NULL, and an event without a place is a row with an empty geometry; a text in
#   a column of numbers ("about 5") is kept as text or gives a warning in each format, as other losses do.
# Seen: in the GeoPackage true is 0, false is 0 and missing is 0, and the event without a place is no row at all; no warning. FlatGeobuf, from the
#   same command, keeps all three and the event. There "about 5" has become not-a-number, and in a shapefile NULL, with no word, while the GeoPackage
#   keeps the text.
# Versions: mapshaper 0.7.70 (npm), pyogrio 0.13.0 (GDAL 3.12.4)
# Why it matters for maps of events: "confirmed: true" reaches QGIS as false for each event, and the toll of the least sure reports is lost.
# Date seen: 2026-11-29
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
npm install --no-fund --no-audit --silent mapshaper@0.7.70
python3 -m venv v && v/bin/pip install -q --disable-pip-version-check pyogrio==0.13.0 numpy==2.3.5 packaging==25.0 certifi==2025.11.12
cat > e.geojson <<'E'
{"type": "FeatureCollection", "features": [
 {"type": "Feature", "properties": {"n": 1, "confirmed": true, "dead": 12}, "geometry": {"type": "Point", "coordinates": [36.1, 32.6]}},
 {"type": "Feature", "properties": {"n": 2, "confirmed": false, "dead": "about 5"}, "geometry": {"type": "Point", "coordinates": [36.7, 34.7]}},
 {"type": "Feature", "properties": {"n": 3, "confirmed": null, "dead": 2.5}, "geometry": {"type": "Point", "coordinates": [37.1, 36.2]}},
 {"type": "Feature", "properties": {"n": 4, "confirmed": true, "dead": 3}, "geometry": null}]}
E
for f in geopackage:gpkg flatgeobuf:fgb shapefile:shp; do npx mapshaper e.geojson -o "e.${f#*:}" format="${f%:*}" 2>> said.txt; done
cat said.txt
if grep -qiE "confirmed|dead|boolean|null geometr|without a geometr|dropp" said.txt; then echo "it warns now"; exit 1; fi
v/bin/python - <<'P'
import math, sqlite3, pyogrio
from pyogrio.raw import read
def columns(path):
    meta, _, shape, fields = read(path); got = dict(zip(meta["fields"], fields)); n = [int(x) for x in got["n"]]
    print(path, {"n": n, "confirmed": list(got["confirmed"]), "dead": list(got["dead"])}); return n, list(got["confirmed"]), list(got["dead"])
print("pyogrio", pyogrio.__version__, "GDAL", pyogrio.__gdal_version_string__)
n, confirmed, dead = columns("e.gpkg")
assert n == [1, 2, 3] and [bool(x) for x in confirmed] == [False] * 3 and dead[1] == "about 5"
stored = sqlite3.connect("e.gpkg").execute("select confirmed from e order by n").fetchall()
print("stored in the GeoPackage:", stored); assert stored == [(0,), (0,), (0,)]
n, confirmed, dead = columns("e.fgb")
assert sorted(n) == [1, 2, 3, 4] and bool(confirmed[n.index(1)]) and math.isnan(dead[n.index(2)])
n, confirmed, dead = columns("e.shp")
assert n == [1, 2, 3, 4] and math.isnan(dead[1]) and dead[2] == 2.5
P
