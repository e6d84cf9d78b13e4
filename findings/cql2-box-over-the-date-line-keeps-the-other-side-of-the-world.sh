#!/usr/bin/env bash
# Guess: a CQL2 filter with BBOX(170, -20, -170, -10), whose west is greater than its east, is the box of 20 degrees over the antimeridian
#   (as in GeoJSON and in OGC API - Features), or an error.
# Seen: it is the box of 340 degrees on the other side: events on Fiji (178 E) and at Apia (172 W) do not match, 36 E
#   and 0 E do; S_DISJOINT says the reverse. Text and JSON form agree, and to_sql() hands the same box on to a database
#   as st_makeenvelope(170, -20, -170, -10).
# Versions: cql2 0.6.0 (Rust, PyPI)
# Why it matters for maps of events: CQL2 is the filter of STAC and of OGC APIs; a search round Fiji or Chukotka returns the events
#   of the rest of the belt, and the count looks rich rather than empty.
# Date seen: 2026-11-28
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
python3 -m venv v
v/bin/pip install -q --disable-pip-version-check cql2==0.6.0
v/bin/python - <<'PY'
from importlib.metadata import version
from cql2 import Expr
print("cql2", version("cql2"))
def event(lon):
    return {"type": "Feature", "id": "x", "properties": {}, "geometry": {"type": "Point", "coordinates": [lon, -17]}}
box = [170, -20, -170, -10]
text, disjoint = (Expr(f"{op}(geometry, BBOX(170,-20,-170,-10))") for op in ("S_INTERSECTS", "S_DISJOINT"))
json_form = Expr({"op": "s_intersects", "args": [{"property": "geometry"}, {"bbox": box}]})
for lon, inside in [(178, False), (-172, False), (180, False), (0, True), (36, True), (165, True)]:
    seen = text.matches(event(lon))
    print(f"longitude {lon:5}: intersects {seen}, disjoint {disjoint.matches(event(lon))}")
    assert seen is inside and json_form.matches(event(lon)) is inside and disjoint.matches(event(lon)) is not inside
assert Expr("S_INTERSECTS(geometry, BBOX(170,-20,180,-10))").matches(event(178))
print(text.to_sql())
assert "st_makeenvelope(170, -20, -170, -10)" in str(text.to_sql())
PY
