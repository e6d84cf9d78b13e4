#!/usr/bin/env bash
# Guess: the tiles that cover a box round Fiji, from 177 E to 178 W, are those of the last and the first columns of the grid, at the least when the
#   box is cut at 180 degrees into two parts, as the GeoJSON standard wants it.
# Seen: each form gives the whole belt round the Earth: all 16 columns at zoom 4, and at zoom 8 some 760 tiles, where the same box 90 degrees
#   further west has 15. A box that ends at exactly 180 is enough for it. Of a box on the equator cut in two there is also a tile in column 31
#   of 16, and a point at 89 N is in row -5. Away from the date line all is right. supermercado (Python) cuts off what lies beyond 180.
# Versions: @mapbox/tile-cover 3.0.2 (npm), supermercado 0.3.0, mercantile 1.2.1
# Why it matters for maps of events: a base map to be kept for use without a network is fetched for half the Earth, and an index of events by tiles
#   finds those of Fiji in Kenya.
# Date seen: 2026-11-29
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
npm install --no-fund --no-audit --silent @mapbox/tile-cover@3.0.2
python3 -m venv v && v/bin/pip install -q --disable-pip-version-check supermercado==0.3.0 mercantile==1.2.1 rasterio==1.4.3 numpy==2.3.5
cat > t.mjs <<'E'
import assert from 'node:assert'; import cover from '@mapbox/tile-cover';
const ring = (w, e) => [[[w, -19], [e, -19], [e, -16], [w, -16], [w, -19]]];
const forms = {
  'in one piece': { type: 'Polygon', coordinates: ring(177, 182) }, 'cut in two': { type: 'MultiPolygon', coordinates: [ring(177, 180), ring(-180, -178)] },
  'further west': { type: 'Polygon', coordinates: ring(87, 92) },
  'up to 180': { type: 'Polygon', coordinates: ring(177, 180) }, 'up to 179.99': { type: 'Polygon', coordinates: ring(177, 179.99) },
};
const columns = (tiles) => [...new Set(tiles.map(t => t[0]))].sort((a, b) => a - b);
for (const [name, shape] of Object.entries(forms)) {
  const tiles = zoom => cover.tiles(shape, { min_zoom: zoom, max_zoom: zoom }), four = columns(tiles(4)), eight = tiles(8).length;
  console.log(name, '| columns at zoom 4:', four.join(' '), '| tiles at zoom 8:', eight);
  if (name === 'up to 179.99') assert.deepEqual(four, [15]);
  else if (name === 'further west') { assert.deepEqual(four, [11, 12]); assert.equal(eight, 15); }
  else { assert.deepEqual(four, [...Array(16).keys()]); assert.ok(eight > 750); }
}
const half = (w, e) => [[[w, -1], [e, -1], [e, 1], [w, 1], [w, -1]]], equator = { type: 'MultiPolygon', coordinates: [half(179, 180), half(-180, -179)] };
const odd = cover.tiles(equator, { min_zoom: 4, max_zoom: 4 }).filter(([x]) => x > 15);
console.log('on the equator, cut in two, beyond the grid:', JSON.stringify(odd)); assert.deepEqual(odd, [[31, 7, 4]]);
const pole = cover.tiles({ type: 'Point', coordinates: [0, 89] }, { min_zoom: 4, max_zoom: 4 });
console.log('a point at 89 N:', JSON.stringify(pole)); assert.deepEqual(pole, [[8, -5, 4]]);
E
node t.mjs
v/bin/python - <<'P'
from supermercado import burntiles
box = {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [[(177, -19), (182, -19), (182, -16), (177, -16), (177, -19)]]}}
columns = sorted({int(x) for x, y, z in burntiles.burn([box], 4)}); print("supermercado, in one piece, columns at zoom 4:", columns); assert columns == [15]
P
