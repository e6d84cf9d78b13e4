#!/usr/bin/env bash
# Guess: what sedonadb-geopandas takes over from GeoPandas gives the same numbers; what it has not got, it refuses.
# Seen: the length of a polygon is 0.0, where GeoPandas gives the length of its border: 4.0 for a square. A multipolygon has 0 too, and a
#   collection of a line and a square has the line's length alone. Lines and areas are the same in both. No warning; the text of its
#   own help says "length/perimeter of each geometry".
# Versions: sedonadb-geopandas 0.5.0, sedonadb 0.5.0, geopandas 1.2.0, shapely 2.2.0
# Why it matters for maps of events: "events per km of border" and "how compact is this district" divide by this length, and give
#   infinity. The same line of code gave the right figure before the import was changed.
# Date seen: 2026-11-29
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
python3 -m venv v
v/bin/pip install -q --disable-pip-version-check sedonadb-geopandas==0.5.0 sedonadb==0.5.0 geopandas==1.2.0 shapely==2.2.0 pandas==3.1.1 \
  numpy==2.4.6 pyproj==3.7.2 pyarrow==26.0.1 geoarrow-pyarrow==0.3.0
v/bin/python -W ignore - <<'E'
import geopandas, sedonadb_geopandas, shapely

square, line = shapely.box(0, 0, 1, 1), shapely.LineString([(0, 0), (3, 4)])
shapes = {"square": square, "with a hole": square.difference(shapely.box(0.4, 0.4, 0.6, 0.6)),
          "two parts": shapely.MultiPolygon([square, shapely.box(3, 3, 4, 4)]), "line": line,
          "line and square": shapely.GeometryCollection([line, square]), "no place": None}
table = geopandas.GeoDataFrame({"name": list(shapes)}, geometry=list(shapes.values()), crs=3857)
ours = sedonadb_geopandas.from_geopandas(table)
found = {}
for what in ("length", "area"):
    for name, frame in (("geopandas", table), ("sedonadb", ours)):
        column = getattr(frame.geometry, what)
        column = column.to_pandas() if hasattr(column, "to_pandas") else column
        found[what, name] = dict(zip(shapes, column.round(6).tolist()))
        print(f"{what:7} {name:10} {found[what, name]}")
lengths, help_text = found["length", "sedonadb"], sedonadb_geopandas.GeoSeries.length.__doc__
assert list(found["length", "geopandas"].values())[:5] == [4.0, 4.8, 8.0, 5.0, 9.0]
assert list(lengths.values())[:5] == [0.0, 0.0, 0.0, 5.0, 5.0]
assert list(found["area", "geopandas"].values())[:5] == list(found["area", "sedonadb"].values())[:5] == [1.0, 0.96, 2.0, 0.0, 1.0]
print("its help:", help_text)
assert "perimeter" in help_text
E
