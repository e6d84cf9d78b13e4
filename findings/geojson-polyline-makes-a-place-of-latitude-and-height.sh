#!/usr/bin/env bash
# Guess: geojson-polyline, which packs the coordinates of GeoJSON into encoded polylines and back, leaves out a height or keeps
#   it.
# Seen: it leaves out the longitude: 36.3, 33.5, 700 comes back as 33.5, 700, and with a height of 0, which each export of KML
#   has, as 33.5, 0: a place on the equator, in Uganda for Damascus. So for points, lines and areas with holes; where only some
#   corners of a line have a height, only these move. Without a height all is right. @mapbox/polyline, of the same format, drops
#   the height of the same line and keeps its place.
# Versions: geojson-polyline 1.0.3, @mapbox/polyline 1.2.1 (npm)
# Why it matters for maps of events: tracks and outlines from KML, GPX and phones have three numbers per corner. With heights of
#   0 to 90 metres the result is a valid place with no error anywhere, and a test with two numbers is right.
# Date seen: 2026-11-30
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
npm install --silent --no-fund --no-audit --no-package-lock geojson-polyline@1.0.3 @mapbox/polyline@1.2.1 >/dev/null
cat > t.cjs <<'E'
const assert = require('node:assert/strict'), { encode, decode } = require('geojson-polyline');
const polyline = require('@mapbox/polyline');
const back = (type, coordinates) => {
  const got = decode(encode({ type, coordinates })).coordinates;
  console.log(type, JSON.stringify(coordinates), '->', JSON.stringify(got)); return got;
};
const ring = [[36.3, 33.5], [36.4, 33.5], [36.4, 33.6], [36.3, 33.5]];
const hole = [[36.37, 33.52], [36.38, 33.52], [36.38, 33.53], [36.37, 33.52]];
const high = (places, height) => places.map(place => [...place, height]);
const turned = (places, height) => places.map(([, y]) => [y, height]);
assert.deepEqual(back('Point', [36.3, 33.5]), [36.3, 33.5]);
assert.deepEqual(back('Polygon', [ring, hole]), [ring, hole]);
for (const height of [0, 12, 700]) {
  assert.deepEqual(back('Point', [36.3, 33.5, height]), [33.5, height]);
  assert.deepEqual(back('LineString', high(ring, height)), turned(ring, height));
  assert.deepEqual(back('Polygon', [high(ring, height), high(hole, height)]), [turned(ring, height), turned(hole, height)]);
}
assert.deepEqual(back('LineString', [[36.3, 33.5], [36.4, 33.6, 0]]), [[36.3, 33.5], [33.6, 0]]);
const other = polyline.toGeoJSON(polyline.fromGeoJSON({ type: 'LineString', coordinates: high(ring, 0) })).coordinates;
console.log('@mapbox/polyline', JSON.stringify(other)); assert.deepEqual(other, ring);
E
node t.cjs
