#!/usr/bin/env bash
# Guess: a polygon over the 180th meridian that the package cuts in two keeps each hole in the part where it lies, and a hole over the line is cut too.
# Seen: each of the two parts gets all the holes, also those of the other side, 360 degrees away from it. So both parts are invalid, and by the rule of rings
#   (outer less holes) the area is 188 in place of 194 square degrees for holes of 4 and 2. A hole over the line is cut in two, and each part gets both
#   halves. turf and shapely both say 188. The Python package antimeridian, asked for straight cuts, gives 194, valid.
# Versions: geojson-antimeridian-cut 0.1.0, @turf/area 7.4.0 (npm), antimeridian 0.4.9, shapely 2.1.2 (PyPI)
# Why it matters for maps of events: in Fiji, Chukotka and the sea zones of the Pacific a lagoon or an enclave of the one side is a fault of the other side.
# Date seen: 2026-11-29
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
npm install --no-fund --no-audit --silent geojson-antimeridian-cut@0.1.0 @turf/area@7.4.0
python3 -m venv v && v/bin/pip install -q --disable-pip-version-check antimeridian==0.4.9 shapely==2.1.2 numpy==2.3.5
cat > t.cjs <<'E2'
const assert = require('node:assert'), cut = require('geojson-antimeridian-cut'), { area } = require('@turf/area'), { writeFileSync } = require('node:fs');
const box = (w, s, e, n) => [[w, s], [e, s], [e, n], [w, n], [w, s]], hole = (...sides) => box(...sides).reverse();
const polygon = (...coordinates) => ({ type: 'Polygon', coordinates });
const district = polygon(box(170, -20, -170, -10), hole(172, -16, 174, -14), hole(-173, -16, -172, -14));  // 20 by 10 degrees, two holes, one on each side
const over = polygon(box(170, -20, -170, -10), hole(179, -16, -179, -14));
const split = (cut.default ?? cut);
const parts = polygon => split(polygon).coordinates.map(([outer, ...holes]) => ({ outer: outer[0][0] > 0 ? 'west' : 'east', holes: holes.map(r => r.some(p => Math.abs(p[0]) < 180 && p[0] > 0) ? 'west' : 'east').sort() }));
for (const [name, p] of Object.entries({ district, over })) console.log(name, JSON.stringify(parts(p)));
for (const p of [district, over]) assert.deepEqual(parts(p), [{ outer: 'west', holes: ['east', 'west'] }, { outer: 'east', holes: ['east', 'west'] }]);
const turned = polygon(...district.coordinates.map(r => r.map(([x, y]) => [x < 0 ? x + 270 : x - 90, y])));                // the same shape, 90 degrees further west
const ratio = area(split(district)) / area(turned); console.log('area by turf against the same shape elsewhere:', ratio.toFixed(3)); assert(Math.abs(ratio - 188 / 194) < 0.001);
assert.equal(split(turned).type, 'Polygon');
writeFileSync('cut.json', JSON.stringify(split(district))); writeFileSync('whole.json', JSON.stringify(district));
E2
node t.cjs
v/bin/python - <<'P'
import json, antimeridian, shapely
from shapely.geometry import shape
cut, whole = (json.load(open(name)) for name in ("cut.json", "whole.json"))
parts = [shapely.Polygon(outer, holes) for outer, *holes in cut["coordinates"]]
print("shapely:", [p.is_valid for p in parts], shapely.is_valid_reason(parts[0]), "areas", [p.area for p in parts])
assert not any(p.is_valid for p in parts) and [p.area for p in parts] == [94, 94]
good = shape(antimeridian.fix_geojson(whole, great_circle=False)); print("antimeridian:", good.is_valid, good.area); assert good.is_valid and good.area == 194
P
