#!/usr/bin/env bash
# Guess: if touches() is true, intersects() is true as well (every definition of the two says
#   so), and two wrappers of the same S2 library (spherely, SedonaDB) give one answer.
# Seen: for two squares with a common side, spherely says touches = True and intersects =
#   False. Their common border line intersects the western square but not the eastern one.
#   A polygon covers its own corner and is 0 m away from it, yet does not intersect it. SedonaDB
#   says intersects = True for all of these, as planar shapely does.
# Versions: spherely 0.1.1, sedonadb 0.5.0, shapely 2.2.0.
# Why it matters for maps of events: "which countries meet this border?" returns one side only,
#   and an event exactly on the place where borders meet may belong to no country at all.
# Date seen: 2026-11-28.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
python3 -m venv v
v/bin/pip install -q --disable-pip-version-check spherely==0.1.1 sedonadb==0.5.0 pyarrow==26.0.1 \
  geoarrow-pyarrow==0.3.0 pandas==3.1.1 geopandas==1.2.0 shapely==2.2.0 numpy==2.4.6 pyproj==3.7.2
v/bin/python - <<'PY'
import spherely, sedonadb, shapely
print("spherely", spherely.__version__, "sedonadb", sedonadb.__version__, "shapely", shapely.__version__)
west = "POLYGON ((-3 0, 0 0, 0 3, -3 3, -3 0))"; east = "POLYGON ((0 0, 3 0, 3 3, 0 3, 0 0))"
border = "LINESTRING (0 0, 0 3)"; corner = "POINT (3 3)"; meeting = "POINT (0 3)"
db = sedonadb.connect()
def sedona(a, b):
    return bool(db.sql(f"select ST_Intersects(ST_GeogFromWKT('{a}'), ST_GeogFromWKT('{b}')) x").to_pandas().x[0])
def plain(a, b): return bool(shapely.from_wkt(a).intersects(shapely.from_wkt(b)))
def sphere(name, a, b): return bool(getattr(spherely, name)(spherely.from_wkt(a), spherely.from_wkt(b)))
for label, a, b, expected in [("two neighbours", west, east, False), ("west and border", west, border, True),
                              ("east and border", east, border, False), ("east and its corner", east, corner, False),
                              ("west, end of border", west, meeting, False), ("east, end of border", east, meeting, False)]:
    print(f"{label:20} spherely {sphere('intersects', a, b)!s:6} SedonaDB {sedona(a, b)!s:6} planar {plain(a, b)}")
    assert sphere("intersects", a, b) is expected and sedona(a, b) and plain(a, b)
assert sphere("touches", west, east) and sphere("touches", east, corner) and sphere("covers", east, corner)
assert spherely.distance(spherely.from_wkt(east), spherely.from_wkt(corner)) == 0
print("touches(west, east) =", sphere("touches", west, east), "| covers(east, its corner) =", sphere("covers", east, corner))
PY
