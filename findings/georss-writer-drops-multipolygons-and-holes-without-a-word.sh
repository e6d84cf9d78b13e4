#!/usr/bin/env bash
# Guess: GeoRSS Simple has one outer ring only, so the writer refuses a multipolygon or a
#   polygon with a hole, or at least warns.
# Seen: no error and no warning. A multipolygon is written as an item with no place at all; a
#   multipolygon with ONE part too. A polygon with a hole is written as the full outer ring, so the
#   hole is now inside. The KML and MapML writers keep both shapes.
# Versions: pyogrio 0.13.0 (GDAL 3.12.4), geopandas 1.2.0, shapely 2.2.0.
# Why it matters for maps of events: news feeds use GeoRSS. States with islands lose their
#   place, and an event in an enclave (Lesotho, the Vatican) falls inside the country around it.
# Date seen: 2026-11-28.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
python3 -m venv v
v/bin/pip install -q --disable-pip-version-check pyogrio==0.13.0 geopandas==1.2.0 shapely==2.2.0 \
  pandas==3.1.1 numpy==2.4.6 pyproj==3.7.2
v/bin/python - <<'PY' 2>stderr.txt
import warnings, pyogrio, geopandas as gpd, shapely
print("pyogrio", pyogrio.__version__, "GDAL", pyogrio.__gdal_version__)
enclave = shapely.box(1, 1, 2, 2)
frame = gpd.GeoDataFrame({"title": ["two parts", "one part", "with enclave"]}, geometry=[
    shapely.MultiPolygon([shapely.box(0, 0, 1, 1), shapely.box(5, 5, 6, 6)]),
    shapely.MultiPolygon([shapely.box(0, 0, 1, 1)]),
    shapely.box(0, 0, 4, 4).difference(enclave)], crs=4326)
assert frame.geometry.is_valid.all() and not frame.geometry[2].contains(enclave.centroid)
def trip(driver, name):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        pyogrio.write_dataframe(frame, name, driver=driver, layer="x")
    assert not caught, [str(w.message) for w in caught]
    return list(pyogrio.read_dataframe(name).geometry)
feed = trip("GeoRSS", "feed.xml")
print("GeoRSS:", [None if g is None else g.wkt for g in feed])
assert feed[0] is None and feed[1] is None
assert feed[2].area == 16 and feed[2].contains(enclave.centroid)
for driver, name in [("KML", "e.kml"), ("MapML", "e.mapml")]:
    back = trip(driver, name)
    print(driver + ":", [round(g.area, 6) for g in back])
    assert [round(g.area, 6) for g in back] == [2, 1, 15]
PY
test ! -s stderr.txt && echo "(nothing on the error channel)"
