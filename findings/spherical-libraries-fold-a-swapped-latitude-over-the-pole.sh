#!/usr/bin/env bash
# Guess: a latitude of 116 (Beijing with longitude and latitude swapped) is refused by a
#   library for the sphere, or the distance is not a number.
# Seen: spherely, SedonaDB and h3 accept it and walk on over the pole: latitude 116.4 is read as
#   latitude 63.6 on the other side of the Earth (39.9 E becomes 140.1 W, in Yukon). All
#   distances from there are finite and look right, and h3 gives the cell in Yukon, though it
#   refuses NaN. Of the four tried only pyproj's Geod gives NaN.
# Versions: spherely 0.1.1, sedonadb 0.5.0, h3 4.5.0, pyproj 3.7.2.
# Why it matters for maps of events: swapped axes are the most usual fault of coordinates; the
#   check "is |latitude| above 90?" must be made before these engines, they will not make it.
# Date seen: 2026-11-28.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
python3 -m venv v
v/bin/pip install -q --disable-pip-version-check spherely==0.1.1 sedonadb==0.5.0 pyarrow==26.0.1 \
  geoarrow-pyarrow==0.3.0 pandas==3.1.1 geopandas==1.2.0 h3==4.5.0 pyproj==3.7.2 numpy==2.4.6 shapely==2.2.0
v/bin/python - <<'PY'
import math, spherely, sedonadb, h3, pyproj
print("spherely", spherely.__version__, "sedonadb", sedonadb.__version__, "h3", h3.__version__, "pyproj", pyproj.__version__)
swapped = (39.9, 116.4)                                   # meant: 116.4 E, 39.9 N
point = spherely.create_point(*swapped)
print("spherely:", swapped, "->", spherely.to_wkt(point))
same = spherely.distance(point, spherely.create_point(-140.1, 63.6))
row = sedonadb.connect().sql("""select
    ST_Distance(ST_GeogPoint(39.9, 116.4), ST_GeogPoint(-140.1, 63.6)) as same,
    ST_Distance(ST_GeogPoint(39.9, 116.4), ST_GeogPoint(116.4, 39.9)) as beijing""").to_pandas().iloc[0]
print("metres to 140.1 W, 63.6 N: spherely", round(same, 6), "SedonaDB", round(row.same, 6))
print("SedonaDB, kilometres to the true place:", round(row.beijing / 1000))
assert same < 0.001 and row.same < 0.001
assert math.isfinite(row.beijing) and 6_000_000 < row.beijing < 9_000_000
cell = h3.latlng_to_cell(116.4, 39.9, 5)
print("h3 cell:", cell, "its middle:", [round(x, 2) for x in h3.cell_to_latlng(cell)])
assert cell == h3.latlng_to_cell(63.6, -140.1, 5)
try:
    h3.latlng_to_cell(float("nan"), 39.9, 5); refused = False
except h3.H3LatLngDomainError:
    refused = True
metres = pyproj.Geod(ellps="WGS84").inv(39.9, 116.4, 116.4, 39.9)[2]
print("h3 refuses NaN:", refused, "| pyproj:", metres)
assert refused and math.isnan(metres)
PY
