#!/usr/bin/env bash
# Guess: a polygon from 179 to 181 degrees east is written to KML and GPX as it is, or cut at
#   180 degrees, or refused.
# Seen: GDAL's KML, LIBKML and GPX writers wrap each corner alone: 181 becomes -179. The
#   polygon of 2 x 1 degrees comes back as one of 358 x 1 degrees, and it passes is_valid.
#   GDAL warns once ("modified to fit into range"), for the first such corner of the whole process;
#   later files of either KML writer get none. Of a route along 179, 180, 181 the last leg runs round the
#   Earth. FlatGeobuf, GeoPackage and GeoJSON keep 181.
# Versions: pyogrio 0.13.0 (GDAL 3.12.4), geopandas 1.2.0, shapely 2.2.0.
# Why it matters for maps of events: 0-to-360 longitudes are usual for Fiji, Chukotka and the
#   Pacific. A small sea area becomes a belt that holds half of the world's events.
# Date seen: 2026-11-28.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
python3 -m venv v
v/bin/pip install -q --disable-pip-version-check pyogrio==0.13.0 geopandas==1.2.0 shapely==2.2.0 \
  pandas==3.1.1 numpy==2.4.6 pyproj==3.7.2
v/bin/python - <<'PY'
import warnings, pyogrio, geopandas as gpd, shapely
print("pyogrio", pyogrio.__version__, "GDAL", pyogrio.__gdal_version__)
area = gpd.GeoDataFrame({"name": ["zone"]}, geometry=[shapely.box(179, 0, 181, 1)], crs=4326)
route = gpd.GeoDataFrame({"name": ["ferry"]}, geometry=[shapely.LineString([(179, 1), (180, 1), (181, 1)])], crs=4326)
said = []
def trip(frame, driver, name, layer):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        pyogrio.write_dataframe(frame, name, driver=driver, layer=layer)
    said.append(len(caught))
    shape = pyogrio.read_dataframe(name, layer=layer).geometry[0]
    print(f"{driver:10}", shape.wkt)
    return shape
for driver, name in [("KML", "k.kml"), ("LIBKML", "l.kml")]:
    shape = trip(area, driver, name, "x")
    assert shape.is_valid and round(shape.area, 6) == 358 and shape.contains(shapely.Point(36.5, 0.5))
trip(area, "KML", "again.kml", "x")
print("warnings, file by file:", said)
assert said[0] == 1 and said[-1] == 0
leg = trip(route, "GPX", "r.gpx", "routes")
assert list(leg.coords) == [(179, 1), (180, 1), (-179, 1)]
for driver, name in [("FlatGeobuf", "f.fgb"), ("GPKG", "g.gpkg"), ("GeoJSON", "j.geojson")]:
    assert round(trip(area, driver, name, "x").area, 6) == 2
PY
