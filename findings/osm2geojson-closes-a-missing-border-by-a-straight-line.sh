#!/usr/bin/env bash
# Guess: of a border relation with a way missing (cut at the edge of an extract, or deleted) a converter makes no area, or marks it; and the order of the
#   members, which OpenStreetMap leaves free, changes nothing.
# Seen: osm2geojson joins the two loose ends by a straight line and gives half of a square district as the district, without a word or a mark;
#   osmtogeojson gives none, and says tainted: true where another part of the district is whole. Of a whole district with a lake, an
#   island of land in the lake and an exclave (98 square degrees) the 120 orders of the five ways give five areas, from 97 to 101; 10 orders are right. Without
#   the exclave the island is lost in all orders. osmtogeojson is right in all.
# Versions: osm2geojson 0.3.2 (PyPI), osmtogeojson 2.2.12 (npm)
# Why it matters for maps of events: extracts cut borders as a rule; a district with a corner cut off looks like a district, and its events lie outside.
# Date seen: 2026-11-29
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
npm install --no-fund --no-audit --silent osmtogeojson@2.2.12
python3 -m venv v && v/bin/pip install -q --disable-pip-version-check osm2geojson==0.3.2 shapely==2.1.2 numpy==2.3.5
cat > t.py <<'P'
import collections, itertools, json, osm2geojson
from shapely.geometry import shape
CORNERS = {1: (30, 30), 2: (40, 30), 3: (40, 40), 4: (30, 40), 5: (34, 34), 6: (36, 34), 7: (36, 36), 8: (34, 36), 9: (34.5, 34.5), 10: (35.5, 34.5), 11: (35.5, 35.5),
           12: (34.5, 35.5), 13: (50, 30), 14: (51, 30), 15: (51, 31), 16: (50, 31)}
WAYS = {"south-east": [1, 2, 3], "north-west": [3, 4, 1], "lake": [5, 6, 7, 8, 5], "island": [9, 10, 11, 12, 9], "exclave": [13, 14, 15, 16, 13]}
NUMBER = {name: 100 + i for i, name in enumerate(WAYS)}
def overpass(members, missing=()):
    return {"version": 0.6, "elements": [{"type": "node", "id": i, "lon": x, "lat": y} for i, (x, y) in CORNERS.items()]
            + [{"type": "way", "id": NUMBER[name], "nodes": WAYS[name]} for name in members if name not in missing]
            + [{"type": "relation", "id": 9001, "tags": {"type": "boundary", "boundary": "administrative", "name": "D"},
                "members": [{"type": "way", "ref": NUMBER[name], "role": "inner" if name == "lake" else "outer"} for name in members]}]}
def area(data):
    features = osm2geojson.json2geojson(json.loads(json.dumps(data)), log_level="WARNING")["features"]
    [district] = [f for f in features if f["properties"]["type"] == "relation"]
    assert set(district["properties"]) == {"type", "id", "tags"} and shape(district["geometry"]).is_valid
    return round(shape(district["geometry"]).area, 3)
broken = [overpass(names, ["north-west"]) for names in (["south-east", "north-west"], ["south-east", "north-west", "exclave"])]
halves = [area(data) for data in broken]; print("osm2geojson, half of the border missing:", *halves, "of 100 and 101 square degrees"); assert halves == [50, 51]
def in_all_orders(*names):
    orders = [overpass(p) for p in itertools.permutations(names)]; json.dump(orders, open(f"{len(names)}.json", "w"))
    seen = dict(collections.Counter(area(data) for data in orders)); print("osm2geojson,", ", ".join(names), "in all orders:", seen); return seen
assert in_all_orders("south-east", "north-west", "lake") == {96: 6}
assert in_all_orders("south-east", "north-west", "lake", "island") == {96: 24}
assert in_all_orders(*WAYS) == {98: 10, 97: 54, 99.5: 20, 99: 20, 101: 16}
json.dump(broken, open("broken.json", "w"))
P
v/bin/python t.py 2> said.txt; cat said.txt
if [ -s said.txt ]; then echo "it says something now"; exit 1; fi
cat > t.cjs <<'E2'
const assert = require('node:assert'), osmtogeojson = require('osmtogeojson'), read = name => JSON.parse(require('node:fs').readFileSync(name + '.json'));
const ring = r => Math.abs(r.slice(1).reduce((s, p, i) => s + r[i][0] * p[1] - p[0] * r[i][1], 0)) / 2;
const area = g => (g.type === 'Polygon' ? [g.coordinates] : g.coordinates).reduce((s, [outer, ...holes]) => s + ring(outer) - holes.reduce((t, h) => t + ring(h), 0), 0);
const district = data => osmtogeojson(data, { flatProperties: false }).features.find(f => f.id === 'relation/9001');
const areas = [3, 4, 5].map(n => [...new Set(read(n).map(data => area(district(data).geometry)))]);
const [none, exclave] = read('broken').map(district);
console.log('osmtogeojson in all orders:', JSON.stringify(areas), '| half of the border missing:', none, area(exclave.geometry), 'tainted', exclave.properties.tainted);
assert.deepEqual(areas, [[96], [97], [98]]); assert.equal(none, undefined); assert.deepEqual([area(exclave.geometry), exclave.properties.tainted], [1, true]);
E2
node t.cjs
