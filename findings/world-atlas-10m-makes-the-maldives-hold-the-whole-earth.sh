#!/usr/bin/env bash
# Guess: in countries-10m of world-atlas, d3's geoContains gives one country for a point in Pakistan, and
#   all countries together cover about 147 million square km. Small rounding damage at most on tiny islands.
# Seen: every point on land, and in the ocean too, also lies in the Maldives. The file is rounded to a grid of some
#   400 metres; three of the 176 islands turned inside out, and d3 reads such a ring as "all the Earth but this
#   island". The areas add up to 1,677 million square km: the Earth three times over. The Vatican has area 0 and
#   holds no point. countries-50m and countries-110m are free of the first fault.
# Versions: world-atlas 2.0.2, d3-geo 3.1.2, topojson-client 3.1.0
# Why it matters for maps of events: "in which country did it happen" gives two countries, and a count by country
#   puts every event of the world into the Maldives; with .find() the answer depends on the order in the file.
# Date seen: 2026-11-28
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
echo '{"type":"module"}' > package.json
npm install --no-fund --no-audit --silent world-atlas@2.0.2 d3-geo@3.1.2 topojson-client@3.1.0
cat > t.js <<'E'
import assert from 'node:assert'; import fs from 'node:fs';
import { geoArea, geoContains } from 'd3-geo'; import { feature } from 'topojson-client';
const load = n => { const w = JSON.parse(fs.readFileSync(`node_modules/world-atlas/countries-${n}.json`)); return feature(w, w.objects.countries).features; };
const km2 = f => geoArea(f) * 6371.0088 ** 2;
const sums = Object.fromEntries(['10m', '50m', '110m'].map(n => [n, load(n).reduce((s, f) => s + km2(f), 0) / 1e6]));
console.log('sum of areas, million square km', sums);
assert(sums['10m'] > 1600 && sums['50m'] < 148 && sums['110m'] < 148);
const all = load('10m'), at = p => all.filter(f => geoContains(f, p)).map(f => f.properties.name);
for (const [n, p] of [['Panjgur', [64.1, 26.97]], ['Berlin', [13.4, 52.5]], ['South Atlantic', [-20, -30]]]) console.log(n, at(p));
assert.deepEqual(at([64.1, 26.97]), ['Pakistan', 'Maldives']);
assert.deepEqual(at([-20, -30]), ['Maldives']);
const m = all.find(f => f.properties.name === 'Maldives').geometry.coordinates;
const bad = m.filter(c => geoArea({ type: 'Polygon', coordinates: c }) > 6);
console.log('islands', m.length, 'inside out', bad.length, JSON.stringify(bad[1]));
assert.equal(bad.length, 3);
const vatican = geoArea(all.find(f => f.properties.name === 'Vatican'));
console.log('area of the Vatican', vatican); assert.equal(vatican, 0);
E
node t.js
