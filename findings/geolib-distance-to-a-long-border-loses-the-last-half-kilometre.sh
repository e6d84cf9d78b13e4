#!/usr/bin/env bash
# Guess: getDistanceFromLine of a place 200 m from a straight border gives about 200 m however long the border segment is,
#   for distances between points are whole metres, and 1 m is the error.
# Seen: 196 m for a segment of 11 km, 234 m for 111 km, 405 m for 333 km, and 0 for 1,110 km. A place exactly on the border is
#   0, 234, 405 or 0 m away; on the segment of 1,110 km, places up to 500 m on either side are all "0 m". The distance is
#   worked out from three sides that were rounded to whole metres, and the small height is what rounding
#   eats. So isPointNearLine denies 300 m for a place on the line. An accuracy of 0.01 as third argument helps.
# Versions: geolib 3.3.14
# Why it matters for maps of events: desert borders are straight for hundreds of kilometres (Egypt and Sudan, Algeria and Mali);
#   "how far from the border did it happen" turns into 0 or 400 m by the length of the segment, not by the place.
# Date seen: 2026-11-28
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
npm install --no-fund --no-audit --silent geolib@3.3.14
cat > t.cjs <<'E'
const assert = require('node:assert'); const { getDistance, getDistanceFromLine, isPointNearLine } = require('geolib');
const at = (longitude, metres) => ({ longitude, latitude: metres / 111319.49 });
// 111319.49 m: one degree on the sphere of geolib. The border lies on the equator, a geodesic; the place is north of it, at 43.7 per cent of its length.
const far = (degrees, metres, accuracy) => Math.round(getDistanceFromLine(at(degrees * 0.437, metres), at(0, 0), at(degrees, 0), accuracy));
const table = [0.1, 1, 3, 10].map(degrees => [degrees, [0, 50, 200, 500, 2000].map(m => far(degrees, m))]);
for (const [degrees, seen] of table) console.log(`segment of ${Math.round(degrees * 111)} km: 0, 50, 200, 500, 2000 m become`, seen.join(', '));
assert.equal(getDistance(at(4.37, 200), at(4.37, 0)), 200);
assert.deepEqual(table.map(([, seen]) => seen.slice(0, 4)), [[0, 0, 196, 497], [234, 234, 234, 523], [405, 405, 405, 573], [0, 0, 0, 0]]);
const near = isPointNearLine(at(1.311, 0), at(0, 0), at(3, 0), 300);
console.log('a place on the border of 333 km is within 300 m of it:', near);
assert.equal(near, false);
const fine = [0.1, 1, 3, 10].map(degrees => far(degrees, 200, 0.01));
console.log('200 m with accuracy 0.01:', fine.join(', '));
assert(fine.every(metres => Math.abs(metres - 200) < 12));
E
node t.cjs
