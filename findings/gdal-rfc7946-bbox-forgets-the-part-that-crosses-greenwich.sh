#!/usr/bin/env bash
# Guess: GDAL's GeoJSON option RFC7946=YES writes a bbox that holds the whole geometry; where parts
#   lie on both sides of 180 degrees, west is greater than east.
# Seen: one multipolygon with parts at 179..180 and -180..-179 and a third part at -5..8 (across
#   longitude 0) gets the bbox [179, ..., -179, ...]: the third part is outside. Moved to
#   1..2 degrees the same part is inside. The same three shapes as two features get the
#   right bbox of the collection, -180 to 180. Without RFC7946 it is -180 to 180 too.
# Versions: pyogrio 0.13.0 (GDAL 3.12.4), geopandas 1.2.0, shapely 2.2.0.
# Why it matters for maps of events: states with land at Greenwich and in the Pacific (France,
#   United Kingdom) get a box without Europe; a map that zooms or filters by bbox loses it.
# Date seen: 2026-11-28.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
python3 -m venv v
v/bin/pip install -q --disable-pip-version-check pyogrio==0.13.0 geopandas==1.2.0 shapely==2.2.0 \
  pandas==3.1.1 numpy==2.4.6 pyproj==3.7.2
v/bin/python - <<'PY'
import json, os, pyogrio, geopandas as gpd, shapely
print("pyogrio", pyogrio.__version__, "GDAL", pyogrio.__gdal_version__)
pacific = [shapely.box(179, -17, 180, -16), shapely.box(-180, -17, -179, -16)]
def boxes(*shapes, **options):
    if os.path.exists("a.geojson"): os.remove("a.geojson")
    frame = gpd.GeoDataFrame({"n": range(len(shapes))}, geometry=list(shapes), crs=4326)
    pyogrio.write_dataframe(frame, "a.geojson", driver="GeoJSON", WRITE_BBOX="YES", **options)
    data = json.load(open("a.geojson"))
    return data["features"][0]["bbox"], data["bbox"]
home = shapely.box(-5, 42, 8, 51)
one, _ = boxes(shapely.MultiPolygon(pacific + [home]), RFC7946="YES")
east, _ = boxes(shapely.MultiPolygon(pacific + [shapely.box(1, 42, 2, 51)]), RFC7946="YES")
_, apart = boxes(shapely.MultiPolygon(pacific), home, RFC7946="YES")
plain, _ = boxes(shapely.MultiPolygon(pacific + [home]))
print("one geometry, third part at -5..8:", one); print("one geometry, third part at 1..2: ", east)
print("two features:", apart, "| one geometry, without RFC7946:", plain)
assert one == [179, -17, -179, 51]
assert east == [1, -17, -179, 51]
assert apart == plain == [-180, -17, 180, 51]
PY
