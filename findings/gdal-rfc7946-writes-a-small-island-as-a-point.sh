#!/usr/bin/env bash
# Guess: with few decimals, a small polygon in GeoJSON becomes a flat or an empty polygon;
#   its type stays, and the RFC7946 option changes nothing in this.
# Seen: with COORDINATE_PRECISION=2 an island of 400 m becomes {"type": "Polygon", "coordinates": []}
#   in plain mode, but {"type": "Point", ...} with RFC7946=YES, and so does a MultiPolygon of this
#   one part. A layer of areas is then a layer of mixed types. A multipolygon with one large part
#   more keeps the islet as a ring of five equal positions, or loses it in plain mode.
# Versions: pyogrio 0.13.0 (GDAL 3.12.4), geopandas 1.2.0, shapely 2.2.0.
# Why it matters for maps of events: two decimals are a usual way to make web maps small.
#   Leaflet draws a Point as a marker: an islet of a border file looks like an event.
# Date seen: 2026-11-28.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
python3 -m venv v
v/bin/pip install -q --disable-pip-version-check pyogrio==0.13.0 geopandas==1.2.0 shapely==2.2.0 \
  pandas==3.1.1 numpy==2.4.6 pyproj==3.7.2
v/bin/python - <<'PY'
import json, os, pyogrio, geopandas as gpd, shapely
print("pyogrio", pyogrio.__version__, "GDAL", pyogrio.__gdal_version__)
island = shapely.box(10.001, 10.001, 10.0045, 10.0045); mainland = shapely.box(20, 20, 21, 21)
def written(shape, **options):
    if os.path.exists("a.geojson"): os.remove("a.geojson")
    pyogrio.write_dataframe(gpd.GeoDataFrame({"n": [1]}, geometry=[shape], crs=4326), "a.geojson", driver="GeoJSON",
                            COORDINATE_PRECISION="2", **options)
    return json.load(open("a.geojson"))["features"][0]["geometry"]
for shape in (island, shapely.MultiPolygon([island])):
    plain, strict = written(shape), written(shape, RFC7946="YES")
    print(shape.geom_type, "| plain:", plain, "| RFC7946:", strict)
    assert plain == {"type": shape.geom_type, "coordinates": []}
    assert strict == {"type": "Point", "coordinates": [10, 10]}
both = shapely.MultiPolygon([island, mainland])
plain, strict = written(both)["coordinates"], written(both, RFC7946="YES")["coordinates"]
print("with mainland | plain:", len(plain), "part(s) | RFC7946:", strict[0])
assert len(plain) == 1 and len(strict) == 2 and strict[0] == [[[10, 10]] * 5]
PY
