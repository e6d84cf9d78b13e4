#!/usr/bin/env bash
# Guess: the standard deviational ellipse of turf, written for longitude and latitude, has the direction and the kilometres of the points to a few per cent;
#   a point of weight 0 does not count.
# Seen: a degree of longitude counts as much as one of latitude, but the ellipse is then drawn with true distances. For the same cloud of points, 45 km by
#   33 km, pointing north-east: right at the equator, at 34 degrees north it points to 61 degrees, at 50 (Kyiv) to 73 with 63 km by 36 km, at 60 to 79 with
#   79 km. The share of points inside grows from 58 to 79 per cent. A weight that is null (not known) counts as 1. A weight of 0 (nobody killed) leaves the
#   middle alone but counts as 1 for the size: with the weights 0, 0 and 1 the ellipse around the one point is 49 km long on each side.
# Versions: @turf/turf 7.4.0 (npm)
# Why it matters for maps of events: the ellipse is the usual picture of where a front or an epidemic goes, and its direction is the message. In Ukraine it
#   is turned by 28 degrees and looks like a spread along the parallel.
# Date seen: 2026-11-30
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
npm install --silent --no-fund --no-audit --no-package-lock @turf/turf@7.4.0 >/dev/null
cat > t.mjs <<'E'
import assert from 'node:assert/strict'; import * as turf from '@turf/turf';
const ellipse = (points, options = {}) => turf.standardDeviationalEllipse(turf.featureCollection(points), { steps: 360, ...options });
const axes = (shape, centre) => { const far = shape.geometry.coordinates[0].map(c => [turf.distance(centre, c), turf.bearing(centre, c)]).sort((a, b) => a[0] - b[0]); return [far.at(-1)[0], far[0][0], (far.at(-1)[1] + 180) % 180]; };
function cloud(latitude) {  // by true distance and bearing from a centre, longer to the north-east
  const points = [];
  for (const km of [5, 10, 15, 20, 25, 30]) for (let a = 0; a < 360; a += 10) points.push(turf.destination([30, latitude], km * (1 + 1.5 * Math.abs(Math.sin(a * Math.PI / 180))), a - 45));
  return points;
}
function plain(points, centre) {  // the same formula on true kilometres east and north
  let xx = 0, yy = 0, xy = 0;
  for (const p of points) { const km = turf.distance(centre, p), a = turf.bearing(centre, p) * Math.PI / 180, x = km * Math.sin(a), y = km * Math.cos(a); xx += x * x; yy += y * y; xy += x * y; }
  const n = points.length / 2, half = (xx + yy) / 2, root = Math.hypot((xx - yy) / 2, xy);
  return [Math.sqrt((half + root) / n), Math.sqrt((half - root) / n), 90 - Math.atan2(2 * xy, xx - yy) * 90 / Math.PI];
}
const seen = {};
for (const latitude of [0, 34, 50, 60]) {
  const points = cloud(latitude), drawn = ellipse(points), said = drawn.properties.standardDeviationalEllipse;
  seen[latitude] = [...axes(drawn, [30, latitude]), said.percentageWithinEllipse].map(Math.round);
  const truth = plain(points, [30, latitude]); console.log('at', latitude, 'turf: km, km, bearing, per cent inside', seen[latitude].join(', '), '| plain', truth.map(Math.round).join(', '), '| angle said', Math.round(said.angle));
  assert(Math.abs(truth[0] - 44.5) < 0.5 && Math.abs(truth[1] - 32.7) < 0.5 && Math.abs(truth[2] - 45) < 0.5);
}
assert.deepEqual(Object.values(seen).map(s => s.slice(0, 3)), [[45, 33, 45], [50, 35, 61], [63, 36, 73], [79, 37, 79]]);
assert(seen[0][3] < 60 && seen[60][3] > 75);
const three = weights => weights.map((killed, n) => turf.point([[30, 0], [30.1, 0.02], [30.3, 0.3]][n], { killed }));
const size = (weights, name) => axes(ellipse(three(weights), { weight: name }), turf.centerMean(turf.featureCollection(three(weights)), { weight: name }))[0];
const sizes = [[0, 0, 1], [null, null, 1], [1, 1, 1]].map(weights => size(weights, 'killed'));
console.log('half the length for the weights 0 0 1, null null 1 and 1 1 1:', sizes.join(', '));
assert.deepEqual(turf.centerMean(turf.featureCollection(three([0, 0, 1])), { weight: 'killed' }).geometry.coordinates, [30.3, 0.3]);
assert(Math.abs(sizes[0] - 49.4) < 0.1); assert.equal(sizes[1], sizes[2]);
E
node t.mjs
