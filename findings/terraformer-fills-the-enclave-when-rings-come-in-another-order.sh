#!/usr/bin/env bash
# Guess: an ArcGIS polygon with an enclave in an enclave (Baarle, Nahwa, the old Cooch Behar) turns into the same GeoJSON in
#   whatever order its four rings stand: ArcGIS sets no order; only the direction (clockwise: land) and the nesting count.
# Seen: in 12 of the 24 orders the result is right. In the other 12 the hole of the inner land is hung on the outer land,
#   where it lies inside another hole (an invalid polygon), and the inner land comes out solid: a place in its hole counts
#   as inside. A hole goes to the last land of the list that holds it, not to the smallest.
# Versions: @terraformer/arcgis 2.2.2, @turf/turf 7.4.0
# Why it matters for maps of events: "whose territory is this" gives the wrong state exactly in the places that need the
#   answer, and the same layer gives other answers after it was saved anew.
# Date seen: 2026-11-28
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
npm install --no-fund --no-audit --silent @terraformer/arcgis@2.2.2 @turf/turf@7.4.0
cat > t.mjs <<'E'
import assert from 'node:assert'; import { arcgisToGeoJSON } from '@terraformer/arcgis'; import { booleanPointInPolygon } from '@turf/turf';
const land = (a, b) => [[a, a], [a, b], [b, b], [b, a], [a, a]], hole = (a, b) => land(a, b).reverse();
const named = { outerLand: land(0, 10), outerHole: hole(2, 8), innerLand: land(3, 7), innerHole: hole(4, 6) };
const nameOf = ring => Object.keys(named).find(n => [named[n][0][0], named[n][2][0]].sort().join() === [ring[0][0], ring[2][0]].sort().join());
const orders = list => list.length < 2 ? [list] : list.flatMap((x, i) => orders(list.filter((_, j) => j !== i)).map(rest => [x, ...rest]));
const seen = {};
for (const order of orders(Object.keys(named))) {
  const shape = arcgisToGeoJSON({ rings: order.map(n => named[n]), spatialReference: { wkid: 4326 } });
  const parts = shape.coordinates.map(part => [nameOf(part[0]), ...part.slice(1).map(nameOf).sort()].join(' - ')).sort().join(' | ');
  const inside = [1, 2.5, 3.5, 5].map(x => booleanPointInPolygon([x, x], shape)).join(' ');
  (seen[`${parts}  inside at 1, 2.5, 3.5, 5: ${inside}`] ??= []).push(order.join(' '));
}
for (const [result, how] of Object.entries(seen)) console.log(how.length, 'orders:', result, '\n   for example', how[0]);
assert.deepEqual(Object.fromEntries(Object.entries(seen).map(([k, v]) => [k, v.length])), {
  'innerLand - innerHole | outerLand - outerHole  inside at 1, 2.5, 3.5, 5: true false true false': 12,
  'innerLand | outerLand - innerHole - outerHole  inside at 1, 2.5, 3.5, 5: true false true true': 12,
});
E
node t.mjs
