#!/usr/bin/env bash
# Guess: the package that mends polygons at 180 degrees gives an empty polygon back as it is.
# Seen: fix_polygon(POLYGON EMPTY) returns the whole world, -180 to 180 and -90 to 90, with an
#   empty hole in it; the only warning speaks of a ring wound the wrong way. fix_geojson and
#   fix_shape do the same to {"type": "Polygon", "coordinates": []}.
#   Inside a multipolygon an empty part is simply dropped. A feature whose geometry is null
#   is refused with "no 'geometry' field found", though the field is there.
# Versions: antimeridian 0.4.9, shapely 2.2.0.
# Why it matters for maps of events: an intersection that came out empty (no disputed area left)
#   becomes an area that holds every event of the world.
# Date seen: 2026-11-28.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
python3 -m venv v
v/bin/pip install -q --disable-pip-version-check antimeridian==0.4.9 shapely==2.2.0 numpy==2.4.6
v/bin/python - <<'PY'
import warnings, antimeridian, shapely
warnings.simplefilter("ignore", antimeridian.FixWindingWarning)
from importlib.metadata import version
print("antimeridian", version("antimeridian"), "shapely", shapely.__version__)
world = (-180, -90, 180, 90)
fixed = antimeridian.fix_polygon(shapely.Polygon())
print("fix_polygon(POLYGON EMPTY):", fixed.wkt)
assert fixed.bounds == world and fixed.area == 360 * 180
for name in ("fix_geojson", "fix_shape"):
    out = getattr(antimeridian, name)({"type": "Polygon", "coordinates": []})
    print(name + ":", out)
    assert len(out["coordinates"][0]) == 5 and tuple(out["coordinates"][0][0]) == (-180, 90)
many = antimeridian.fix_multi_polygon(shapely.MultiPolygon([shapely.box(0, 50, 1, 51), shapely.Polygon()]))
print("multipolygon with an empty part:", many.wkt)
assert round(many.area, 9) == 1
try:
    antimeridian.fix_geojson({"type": "Feature", "geometry": None, "properties": {}}); said = None
except ValueError as err:
    said = str(err)
print("feature without a place:", said)
assert said is not None and "no 'geometry' field" in said
PY
