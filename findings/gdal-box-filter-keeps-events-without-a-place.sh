#!/usr/bin/env bash
# Guess: a row without geometry never passes a bbox or mask filter, in every format and
#   on both read paths.
# Seen: in GML the row without geometry passes EVERY box and mask, even an empty mask. In
#   GeoPackage it passes only if the box holds the whole layer AND use_arrow=True; plain
#   reading of the same box leaves it out. GeoJSON, Shapefile, SQLite, TAB and CSV always
#   leave it out.
# Versions: pyogrio 0.13.0 (GDAL 3.12.4), geopandas 1.2.0, pyarrow 26.0.1, shapely 2.2.0.
# Why it matters for maps of events: "how many events in this box?" changes with the format and
#   with an option that is meant for speed only.
# Date seen: 2026-11-28.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
python3 -m venv v
v/bin/pip install -q --disable-pip-version-check pyogrio==0.13.0 geopandas==1.2.0 pyarrow==26.0.1 \
  shapely==2.2.0 pandas==3.1.1 numpy==2.4.6 pyproj==3.7.2
v/bin/python - <<'PY'
import pyogrio, geopandas as gpd, shapely
print("pyogrio", pyogrio.__version__, "GDAL", pyogrio.__gdal_version__)
events = gpd.GeoDataFrame({"name": ["here", "no place", "far"]},
                          geometry=[shapely.Point(1, 1), None, shapely.Point(50, 50)], crs=4326)
formats = {"GML": "e.gml", "GPKG": "e.gpkg", "GeoJSON": "e.geojson", "ESRI Shapefile": "e.shp", "SQLite": "e.sqlite",
           "MapInfo File": "e.tab", "CSV": "e.csv"}
filters = {"small box": {"bbox": (0, 0, 5, 5)}, "empty mask": {"mask": shapely.Polygon()},
           "world box": {"bbox": (-180, -90, 180, 90)}}
kept = {}
for driver, name in formats.items():
    pyogrio.write_dataframe(events, name, driver=driver, **({"GEOMETRY": "AS_WKT"} if driver == "CSV" else {}))
    for label, how in filters.items():
        kept[driver, label] = tuple("no place" in pyogrio.read_dataframe(name, use_arrow=fast, **how)["name"].tolist()
                                    for fast in (False, True))
    print(f"{driver:15}", {label: kept[driver, label] for label in filters}, "(plain, arrow)")
for (driver, label), seen in kept.items():
    expected = (True, True) if driver == "GML" else (False, driver == "GPKG" and label == "world box")
    assert seen == expected, (driver, label, seen)
PY
