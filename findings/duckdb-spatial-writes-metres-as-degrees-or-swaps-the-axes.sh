#!/usr/bin/env bash
# Guess: places read from GeoParquet (EPSG:4326), turned into metres by ST_Transform and written to GeoParquet again come back at the same place,
#   now that DuckDB keeps the reference system with the type of a geometry.
# Seen: with both systems named, the common form since years, the result has no system; GeoParquet then means longitude and latitude, so
#   GeoPandas reads 4040897, 3961860 as degrees (OGC:CRS84), without a word. The new form with the target alone keeps the
#   system, but takes the column as latitude, longitude, which GeoParquet forbids: Damascus comes back at 33.5 E, 36.3 N (in the sea off
#   Turkey), and a place at 172 W becomes (Infinity, Infinity). Only the new form together with always_xy is right.
# Versions: duckdb 1.5.5, duckdb-extension-spatial 1.5.5, geopandas 1.2.0, shapely 2.2.0, pyarrow 26.0.1
# Why it matters for maps of events: buffers in kilometres need metres, and this is the query for them; either the layer vanishes from the
#   map, or it lies 400 km off and looks like data.
# Date seen: 2026-11-29
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
python3 -m venv v
v/bin/pip install -q --disable-pip-version-check duckdb==1.5.5 duckdb-extension-spatial==1.5.5 geopandas==1.2.0 shapely==2.2.0 \
  pyarrow==26.0.1 pandas==3.1.1 numpy==2.4.6 pyproj==3.7.2 pyogrio==0.13.0
v/bin/python - <<'PY'
import pathlib, duckdb, duckdb_extension_spatial, geopandas as gpd, shapely
extension = next(pathlib.Path(duckdb_extension_spatial.__path__[0]).rglob("*.duckdb_extension"))
db = duckdb.connect(); db.execute(f"LOAD '{extension}'")
print("duckdb", duckdb.__version__, "geopandas", gpd.__version__)
places = gpd.GeoDataFrame({"name": ["Damascus", "Apia"]}, geometry=[shapely.Point(36.3, 33.5), shapely.Point(-172, -14)], crs=4326)
places.to_parquet("places.parquet")
def trip(expression):
    db.execute(f"COPY (SELECT name, {expression} AS geometry FROM 'places.parquet') TO 'out.parquet'")
    back = gpd.read_parquet("out.parquet")
    name, found = ":".join(back.crs.to_authority()), [(round(p.x, 3), round(p.y, 3)) if abs(p.x) < 1e9 else (p.x, p.y) for p in back.geometry]
    print(f"{expression}\n   -> {name}", found)
    return name, found, back
def in_degrees(back):
    point = back.to_crs(4326).geometry[0]
    return round(point.x, 2), round(point.y, 2)
name, found, back = trip("ST_Transform(geometry, 'EPSG:4326', 'EPSG:3857', always_xy := true)")
assert name == "OGC:CRS84" and found[0] == (4040897.516, 3961860.217)
name, found, back = trip("ST_Transform(geometry, 'EPSG:3857')")
assert name == "EPSG:3857" and in_degrees(back) == (33.5, 36.3) and found[1] == (float("inf"), float("inf"))
name, found, back = trip("ST_Transform(geometry, 'EPSG:3857', always_xy := true)")
assert name == "EPSG:3857" and in_degrees(back) == (36.3, 33.5)
name, found, back = trip("geometry")
assert name == "EPSG:4326" and found == [(36.3, 33.5), (-172.0, -14.0)]
PY
