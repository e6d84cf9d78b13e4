#!/usr/bin/env bash
# Guess: the expression ["distance", geometry] of MapLibre styles gives metres that are right to a per cent, and the same from A to B
#   as from B to A.
# Seen: from Moscow to Paris 2343 km, from Paris to Moscow 2698 km; the geodesic is 2493 km. From (0, 60) to (30, 70) it gives 2011 km
#   there and 1599 km back (1770 km). Between Baghdad and Istanbul 1672 and 1555 km (1612 km). Kabul and Islamabad, 370 km apart, differ
#   by 3 km. It fits a scale of degrees taken at the feature's latitude alone.
# Versions: @maplibre/maplibre-gl-style-spec 26.6.0 (npm)
# Why it matters for maps of events: a filter "within 1600 km of the base" shows a town that is not, and hides one that is; a layer of
#   towns and a layer of bases, each filtered by the other, tell two stories.
# Date seen: 2026-11-28
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
npm install --no-fund --no-audit --silent @maplibre/maplibre-gl-style-spec@26.6.0 geographiclib-geodesic@2.2.0
cat > t.mjs <<'E'
import assert from 'node:assert'; import { createRequire } from 'node:module'; import { createExpression } from '@maplibre/maplibre-gl-style-spec';
const { Geodesic } = createRequire(import.meta.url)('geographiclib-geodesic');
function distance([lon, lat], coordinates, zoom = 14) {  // kilometres from a point feature of a tile, as the map computes it
  const n = 2 ** zoom, x = (lon + 180) / 360 * n, y = (1 - Math.asinh(Math.tan(lat * Math.PI / 180)) / Math.PI) / 2 * n;
  const tile = { z: zoom, x: Math.floor(x), y: Math.floor(y) };
  const feature = { type: 1, properties: {}, geometry: [[{ x: (x - tile.x) * 8192, y: (y - tile.y) * 8192 }]] };
  const made = createExpression(['distance', { type: 'Point', coordinates }], 'layers[0].filter'); assert.equal(made.result, 'success');
  return Math.round(made.value.evaluate({ zoom }, feature, {}, tile) / 1000);
}
const pairs = { 'Moscow - Paris': [[37.6, 55.75], [2.35, 48.85], 2343, 2698], '(0, 60) - (30, 70)': [[0, 60], [30, 70], 2011, 1599],
  'Baghdad - Istanbul': [[44.4, 33.3], [28.97, 41], 1672, 1555], 'Kabul - Islamabad': [[69.17, 34.53], [73.05, 33.7], 368, 371] };
for (const [name, [a, b, there, back]] of Object.entries(pairs)) {
  const geodesic = Math.round(Geodesic.WGS84.Inverse(a[1], a[0], b[1], b[0]).s12 / 1000), seen = [distance(a, b), distance(b, a)];
  console.log(name.padEnd(20), 'there', seen[0], 'back', seen[1], 'geodesic', geodesic, 'km');
  assert.deepEqual(seen, [there, back]);
}
E
node t.mjs
