#!/usr/bin/env bash
# Guess: a format that knows no empty point gets a null geometry, or the writer refuses.
# Seen: three GDAL writers make up a place, without a warning. MapInfo TAB puts the point at
#   (-2147.48365, -2147.48365), the smallest 32-bit number in its grid. The KML and JML
#   writers put it at (0, 0). A null geometry stays null in all three; only EMPTY is hurt.
#   Shapefile, GML and GeoJSON turn the empty point into a null geometry.
# Versions: pyogrio 0.13.0 (GDAL 3.12.4), geopandas 1.2.0, shapely 2.2.0.
# Why it matters for maps of events: rows without a known place often carry POINT EMPTY. After
#   export they are events in the Gulf of Guinea, or they stretch the map's extent to -2147.
# Date seen: 2026-11-28.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
python3 -m venv v
v/bin/pip install -q --disable-pip-version-check pyogrio==0.13.0 geopandas==1.2.0 shapely==2.2.0 \
  pandas==3.1.1 numpy==2.4.6 pyproj==3.7.2
v/bin/python - <<'PY'
import warnings, pyogrio, geopandas as gpd, shapely
print("pyogrio", pyogrio.__version__, "GDAL", pyogrio.__gdal_version__)
rows = gpd.GeoDataFrame({"name": ["known", "no place", "empty place"]},
                        geometry=[shapely.Point(36.5, 33.5), None, shapely.Point()], crs=4326)
def trip(driver, name):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        pyogrio.write_dataframe(rows, name, driver=driver, layer="x", geometry_type="Point")
    assert not caught, [str(w.message) for w in caught]
    back = [None if g is None else g for g in pyogrio.read_dataframe(name).geometry]
    print(f"{driver:15}", [None if g is None else g.wkt for g in back])
    assert back[1] is None and (back[0].x, back[0].y) == (36.5, 33.5)
    return back[2]
tab = trip("MapInfo File", "e.tab")
assert round(tab.x, 4) == round(tab.y, 4) == -2147.4836
for driver, name in [("KML", "e.kml"), ("JML", "e.jml")]:
    point = trip(driver, name); assert (point.x, point.y) == (0, 0)
for driver, name in [("ESRI Shapefile", "e.shp"), ("GML", "e.gml"), ("GeoJSON", "e.geojson")]:
    assert trip(driver, name) is None
PY
