#!/usr/bin/env bash
# Guess: the mode "intersect" of geohash-poly and of shape2geohash gives the cells that the shape touches, at least one.
# Seen: "intersect" of geohash-poly is the mode "extent" as long as no threshold is given: all 552 cells of the box around a triangle that touches 299, the
#   hole of a ring and the bay of a U as well; with the threshold 0.5 it is right. shape2geohash is right for each of these shapes, but gives an empty list
#   for 56 of 100 squares of 1 km and 8 of 100 of 3 km (precision 5, cells of 5 km): those that lie within one row of cells. In a MultiPolygon such a part
#   is left out while the large one is there. Its cells of a line hold some cells twice.
# Versions: geohash-poly 0.6.0, shape2geohash 1.2.6, ngeohash 0.6.4 (npm)
# Why it matters for maps of events: events in a table by geohash are picked by such a list. A camp or a village gets none of its events, and a valley those
#   of the neighbours too; both look like an answer.
# Date seen: 2026-11-30
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
npm install --silent --no-fund --no-audit --no-package-lock geohash-poly@0.6.0 shape2geohash@1.2.6 ngeohash@0.6.4 @turf/turf@7.4.0 >/dev/null
cat > t.cjs <<'E'
const assert = require('node:assert/strict'); const ngeohash = require('ngeohash'), geohashPoly = require('geohash-poly'), shape2geohash = require('shape2geohash'), turf = require('@turf/turf');
const poly = (coords, options) => new Promise((done, stop) => geohashPoly({ coords, precision: 5, ...options }, (e, list) => e ? stop(e) : done(list)));
const cell = hash => { const [south, west, north, east] = ngeohash.decode_bbox(hash); return turf.bboxPolygon([west, south, east, north]); };
const box = coords => { const [west, south, east, north] = turf.bbox(turf.polygon(coords)); return ngeohash.bboxes(south, west, north, east, 5); };
const touched = coords => box(coords).filter(h => { const shared = turf.intersect(turf.featureCollection([turf.polygon(coords), cell(h)])); return shared && turf.area(shared) > 1; }).sort();
const square = (x, y, size) => [[[x, y], [x + size, y], [x + size, y + size], [x, y + size], [x, y]]];
(async () => {
  const shapes = { triangle: [[[69, 34], [70, 34], [70, 35], [69, 34]]], ring: [square(69, 34, 1)[0], [...square(69.2, 34.2, 0.6)[0]].reverse()],
                   U: [[[69, 34], [70, 34], [70, 35], [69.9, 35], [69.9, 34.1], [69.1, 34.1], [69.1, 35], [69, 35], [69, 34]]] };
  for (const [name, coords] of Object.entries(shapes)) {
    const truth = touched(coords), all = box(coords).sort(), seen = (await poly(coords, { hashMode: 'intersect' })).sort(), half = await poly(coords, { hashMode: 'intersect', threshold: 0.5 });
    console.log(name, 'touches', truth.length, 'of', all.length, '| geohash-poly intersect', seen.length, 'with threshold', half.length, '| shape2geohash', new Set(await shape2geohash(turf.polygon(coords), { precision: 5 })).size);
    assert.deepEqual(seen, all); assert(truth.length < all.length * 0.8); assert(half.every(h => truth.includes(h)));
    assert.deepEqual([...new Set(await shape2geohash(turf.polygon(coords), { precision: 5, hashMode: 'intersect' }))].sort(), truth);
  }
  for (const [size, expected] of [[0.01, 56], [0.03, 8], [0.05, 0]]) {
    let empty = 0;
    for (let n = 0; n < 100; n++) empty += (await shape2geohash(turf.polygon(square(69 + (n % 10) * 0.0937, 34 + Math.floor(n / 10) * 0.0937, size)), { precision: 5, hashMode: 'intersect' })).length === 0;
    console.log('of 100 squares of', size, 'degrees shape2geohash gives nothing for', empty); assert.equal(empty, expected);
  }
  const camp = ngeohash.encode(34.525, 69.245, 5), both = await shape2geohash({ type: 'MultiPolygon', coordinates: [square(69.24, 34.52, 0.01), square(70, 34, 0.5)] }, { precision: 5 });
  console.log('camp and district:', both.length, 'cells, that of the camp among them', both.includes(camp)); assert(both.length > 100 && !both.includes(camp));
  const line = await shape2geohash({ type: 'LineString', coordinates: [[69, 34], [69.5, 34.3], [70, 35]] }, { precision: 5 });
  console.log('line:', line.length, 'cells,', new Set(line).size, 'different'); assert(line.length > new Set(line).size);
})();
E
node t.cjs
