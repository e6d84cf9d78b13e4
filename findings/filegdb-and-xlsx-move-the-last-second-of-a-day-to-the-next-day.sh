#!/usr/bin/env bash
# Guess: a format that keeps whole seconds cuts the fraction off, so 23:59:59.9996 on
#   29 February stays on 29 February in every format.
# Seen: OpenFileGDB and XLSX round up: the event is on 1 March after writing and reading.
#   ODS, GeoPackage, FlatGeobuf and GeoJSON keep the day. OpenFileGDB also gives back UTC for
#   a time that had no zone.
# Versions: pyogrio 0.13.0 (GDAL 3.12.4), geopandas 1.2.0, shapely 2.2.0.
# Why it matters for maps of events: "end of the day" is often written as 23:59:59.999... so
#   that a closed interval covers the whole day. Two formats make the interval one day longer.
# Date seen: 2026-11-28.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
python3 -m venv v
v/bin/pip install -q --disable-pip-version-check pyogrio==0.13.0 geopandas==1.2.0 pandas==3.1.1 \
  shapely==2.2.0 numpy==2.4.6 pyproj==3.7.2
v/bin/python - <<'PY'
import warnings; warnings.filterwarnings("ignore")
import pyogrio, pandas as pd, geopandas as gpd, shapely
print("pyogrio", pyogrio.__version__, "GDAL", pyogrio.__gdal_version__)
table = pd.DataFrame({"until": pd.to_datetime(["2024-02-29T23:59:59.9996"])})
places = gpd.GeoDataFrame(table, geometry=[shapely.Point(36.5, 33.5)], crs=4326)
seen = {}
for driver, name in [("OpenFileGDB", "e.gdb"), ("XLSX", "e.xlsx"), ("ODS", "e.ods"), ("GPKG", "e.gpkg"),
                     ("FlatGeobuf", "e.fgb"), ("GeoJSON", "e.geojson")]:
    pyogrio.write_dataframe(table if driver in ("XLSX", "ODS") else places, name, driver=driver)
    seen[driver] = pyogrio.read_dataframe(name, datetime_as_string=True)["until"][0]
    print(f"{driver:12}", seen[driver])
assert seen["OpenFileGDB"] == "2024-03-01T00:00:00Z"
assert seen["XLSX"] == "2024-03-01T00:00:00"
assert all(seen[d].startswith("2024-02-29T23:59:59") for d in ("ODS", "GPKG", "FlatGeobuf", "GeoJSON"))
PY
