#!/usr/bin/env bash
# Guess: a topology of borders and of points gives each point back where it was, to within one step of its grid, whether
#   the lines are simplified or put on another grid or not.
# Seen: with the borders simplified (toposimplify=0.001) the point 70.5, 34.5 comes back as 25035, 25017: the place in the old grid is
#   read with the scale of a new one. With topoquantize=1e6 it stays in its district, but at 70.05, 34.05, some 65 km
#   away; and with prequantize=False at the corner 70.0001, 34.0000. Multipoints go the same way, and so does to_gdf(). The
#   borders are right each time. Points alone, without a line, are right too, and so is prequantize=False with toposimplify.
# Versions: topojson 2.2 (PyPI), geopandas 1.2.0, shapely 2.2.0
# Why it matters for maps of events: districts and events in one small file, with the borders simplified, is what TopoJSON is taken for; the
#   map of the districts looks well, and the events are gone, or sit in a heap in one corner of it.
# Date seen: 2026-11-29
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
python3 -m venv v
v/bin/pip install -q --disable-pip-version-check topojson==2.2 geopandas==1.2.0 shapely==2.2.0 pandas==3.1.1 numpy==2.4.6 pyproj==3.7.2
v/bin/python -W ignore - <<'E'
import json
import geopandas, shapely, topojson

event, district = shapely.Point(70.5, 34.5), shapely.box(70, 34, 71, 35)
layers = {"point and district": [event, district], "points and district": [shapely.MultiPoint([event]), district],
          "point and line": [event, shapely.LineString([(70, 34), (70.2, 34.6), (71, 35)])], "points alone": [event, shapely.Point(71, 35)]}
options = {"plain": {}, "simplified": {"toposimplify": 0.001}, "new grid": {"topoquantize": 1e6},
           "no old grid, new grid": {"prequantize": False, "topoquantize": 1e6},
           "no old grid, simplified": {"prequantize": False, "toposimplify": 0.001}}
wrong = {"new grid": (70.05, 34.05), "no old grid, new grid": (70.0001, 34.0)}
for layer, shapes in layers.items():
    table = geopandas.GeoDataFrame({"n": [1, 2]}, geometry=shapes, crs=4326)
    for label, option in options.items():
        topology = topojson.Topology(table, **option)
        first, second = (shapely.geometry.shape(f["geometry"]) for f in json.loads(topology.to_geojson())["features"])
        x, y = first.centroid.coords[0]
        print(f"{layer:20} {label:24} {x:.4f} {y:.4f}")
        assert first.equals_exact(topology.to_gdf().geometry.iloc[0], 1e-6)
        assert max(abs(a - b) for a, b in zip(second.bounds, shapes[1].bounds)) < 0.01
        if layer == "points alone" or label not in {"simplified", *wrong}:
            assert abs(x - 70.5) < 0.001 and abs(y - 34.5) < 0.001
        elif label == "simplified":
            assert x > 20000 and y > 20000
        else:
            assert (round(x, 4), round(y, 4)) == wrong[label]
E
