#!/usr/bin/env bash
# Guess: 33 52 10 S is 33.869 south like 33°52'10"S, or the row is told as an error, as rows without a number are.
# Seen: with the signs, with or without blanks, the place is right: -33.869. With blanks alone between the parts, or with letters (33d52m10sS),
#   the first number alone is taken: 33, without minutes and without the S, so the place stands in the NORTH, on another
#   continent, while "33.87 S" beside it is right. "34,5" is 34, "34.5-35" is 34.5, and a latitude of 95 is kept. None of these is among its
#   errors; "~34.5" and "unknown" are.
# Versions: csv2geojson 5.1.2 with @mapbox/sexagesimal (npm)
# Why it matters for maps of events: one table holds both ways of writing, so some villages of one district stand right and others
#   thousands of km away, mirrored at the equator or moved by half a degree, with an empty list of errors.
# Date seen: 2026-11-29
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
npm install --no-fund --no-audit --silent csv2geojson@5.1.2
cat > t.cjs <<'E'
const assert = require('node:assert'), { csv2geojson } = require('csv2geojson');
const read = (lat, lon) => {
  let out; csv2geojson(`place\tlat\tlon\nx\t${lat}\t${lon}`, { delimiter: '\t' }, (errors, data) => { out = { errors, at: data.features.map(f => f.geometry.coordinates)[0] }; });
  console.log(lat.padEnd(16), lon.padEnd(16), out.at, out.errors ? out.errors[0].message : 'no error'); return out;
};
const expected = [['33.87S', '151.2E', [151.2, -33.87]], ['33.87 S', '151.2 E', [151.2, -33.87]], ['33°52\'10"S', '151°12\'0"E', [151.2, -33.869444]],
  ['33° 52\' 10" S', '151° 12\' 0" E', [151.2, -33.869444]], ['33 52 10 S', '151 12 0 E', [151, 33]], ['33 52 S', '151 12 E', [151, 33]],
  ['33d52m10sS', '151d12m0sE', [151, 33]], ['34,5', '70,25', [70, 34]], ['34.5-35', '70', [70, 34.5]], ['95', '200', [200, 95]]];
for (const [lat, lon, place] of expected) {
  const { errors, at } = read(lat, lon); assert.equal(errors, null); assert.deepEqual(at.map(n => +n.toFixed(6)), place);
}
for (const text of ['~34.5', 'unknown']) assert.equal(read(text, '70').errors.length, 1);
E
node t.cjs
