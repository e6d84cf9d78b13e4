#!/usr/bin/env bash
# Guess: in one library a line has one course: a point at distance 4.6 km lies inside the 50 km buffer.
# Seen: pointToLineDistance (default) follows the great circle between two vertices, buffer and booleanPointOnLine follow the
#   straight line in degrees. For the border along 49 N, given by its two ends, the middle of the parallel is "on the line", is
#   93.5 km from the line by distance, and lies in the 50 km buffer; a point 4.6 km from the line lies outside.
# Versions: @turf/turf 7.4.0
# Why it matters for maps of events: "within 50 km of the border" by distance and by band contradict one another on the
#   same page wherever a border is a long straight leg (North America, Sahara, Arabia). Legs must be cut short first.
# Date seen: 2026-11-28
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
npm install --no-fund --no-audit --silent @turf/turf@7.4.0
cat > t.mjs <<'E'
import assert from 'node:assert'; import * as turf from '@turf/turf';
const border = turf.lineString([[-123, 49], [-95.2, 49]]), band = turf.buffer(border, 50, { units: 'kilometers' });
const look = p => ({ onLine: turf.booleanPointOnLine(p, border), km: turf.pointToLineDistance(p, border), planar: turf.pointToLineDistance(p, border, { method: 'planar' }), inBand: turf.booleanPointInPolygon(p, band) });
const onParallel = look([-109.1, 49]), onCircle = look([-109.1, 49.8]);
console.log('on 49 N   ', onParallel); console.log('on 49.8 N ', onCircle);
assert(onParallel.onLine && onParallel.inBand && onParallel.planar === 0);
assert(Math.abs(onParallel.km - 93.5) < 0.5);
assert(!onCircle.inBand && Math.abs(onCircle.km - 4.6) < 0.5);
E
node t.mjs
