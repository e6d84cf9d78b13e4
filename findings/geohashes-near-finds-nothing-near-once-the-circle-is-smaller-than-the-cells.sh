#!/usr/bin/env bash
# Guess: the list of geohashes "inside a radius" has the cell of the place itself at least, and cells for each place within the radius, or all but a sliver
#   at the edge.
# Seen: for 2 km and cells of 5 km (precision 5) the list is empty for each of 100 places around Kabul, in the middle of a cell too; so it is for 10 km
#   with precision 4 or 3. For 3 km it is empty for a part of them. The search starts at the eight cells around, keeps one if its middle is within the
#   radius, and comes to the own cell only from a cell that it kept. Larger circles miss places within 95 per cent of the radius: 25 of 1,296 at Kabul for
#   10 km with precision 5, 42 at 60 degrees north.
# Versions: geohashes-near 2.0.1, ngeohash 0.6.4 (npm)
# Why it matters for maps of events: "what happened within 2 km of this hospital" is asked of a table by such a list. An empty list finds nothing, which
#   looks like a safe place.
# Date seen: 2026-11-30
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
npm install --silent --no-fund --no-audit --no-package-lock geohashes-near@2.0.1 ngeohash@0.6.4 >/dev/null
cat > t.cjs <<'E'
const assert = require('node:assert/strict'); const ngeohash = require('ngeohash'); const loaded = require('geohashes-near'), near = loaded.default ?? loaded;
const at = (lat, lon, km, degrees) => [lat + km / 111.195 * Math.cos(degrees * Math.PI / 180), lon + km / 111.195 * Math.sin(degrees * Math.PI / 180) / Math.cos(lat * Math.PI / 180)];
function count(lat, lon, precision, km) {
  const list = new Set(near({ latitude: lat, longitude: lon }, precision, km * 1000, 'meters'));
  let missed = 0, all = 0;
  for (let a = 0; a < 360; a += 5) for (let part = 1; part <= 18; part++, all++) missed += !list.has(ngeohash.encode(...at(lat, lon, km * part * 0.05, a), precision));
  return [list.size, list.has(ngeohash.encode(lat, lon, precision)), missed, all];
}
const asked = [[34.5, 69.24, 5, 2], [34.5, 69.2, 4, 10], [34.5, 69.2, 3, 10], [34.5, 69.2, 5, 10], [60, 30, 5, 10]];
const seen = asked.map(q => count(...q));
asked.forEach((q, n) => console.log('lat, lon, precision, km:', q.join(', '), '| cells', seen[n][0], '| own cell', seen[n][1], '| places missed', seen[n][2], 'of', seen[n][3]));
assert.deepEqual(seen.slice(0, 3), [[0, false, 1296, 1296], [0, false, 1296, 1296], [0, false, 1296, 1296]]);
for (const [size, own, missed] of seen.slice(3)) assert(size > 10 && own && missed >= 15 && missed <= 60);
const grid = Array.from({ length: 100 }, (_, n) => ({ latitude: 34 + 0.0937 * Math.floor(n / 10), longitude: 69 + 0.0937 * (n % 10) }));
const middle = ngeohash.decode(ngeohash.encode(34.5, 69.24, 5)), empty = km => grid.filter(p => near(p, 5, km * 1000, 'meters').length === 0).length;
console.log('of 100 places the list is empty for 2, 3, 5 km at', [2, 3, 5].map(empty).join(', '));
assert(empty(2) === 100 && empty(3) > 20 && empty(3) < 100 && empty(5) === 0);
assert.deepEqual(near({ latitude: middle.latitude, longitude: middle.longitude }, 5, 2000, 'meters'), []);
E
node t.cjs
