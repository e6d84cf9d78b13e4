#!/usr/bin/env bash
# Guess: point-in-geopolygon, "inside a GeoJSON feature (polygon or multipolygon)", knows holes, as which-polygon, polygon-lookup and geojson-utils do.
# Seen: a place in the hole is in the feature, for a Polygon and a MultiPolygon, whichever way the hole runs; the three others say no. With the enclave in
#   the same collection its feature is found instead, whichever comes first; without it the country around is. geojson-utils, right here, forgets the hole
#   for the area: a square of 100 with a hole of 36 has 100.
# Versions: point-in-geopolygon 1.0.1, geojson-utils 1.1.0, which-polygon 2.2.1, polygon-lookup 2.7.0 (npm)
# Why it matters for maps of events: an event in Lesotho, or in an enclave of the Fergana valley, is counted for the country around if the table of
#   countries lacks the small one, as coarse ones do.
# Date seen: 2026-11-30
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
npm install --silent --no-fund --no-audit --no-package-lock point-in-geopolygon@1.0.1 geojson-utils@1.1.0 which-polygon@2.2.1 polygon-lookup@2.7.0 >/dev/null
cat > t.cjs <<'E'
const assert = require('node:assert/strict'); const pip = require('point-in-geopolygon'), gju = require('geojson-utils'), which = require('which-polygon').default ?? require('which-polygon'), Lookup = require('polygon-lookup');
const ring = (west, south, east, north, turned) => { const r = [[west, south], [east, south], [east, north], [west, north], [west, south]]; return turned ? r.reverse() : r; };
const feature = (name, type, coordinates) => ({ type: 'Feature', properties: { name }, geometry: { type, coordinates } }), collection = (...features) => ({ type: 'FeatureCollection', features });
const all = place => fc => ({ 'point-in-geopolygon': pip.feature(fc, place)?.properties?.name ?? 'none', 'which-polygon': which(fc)(place)?.name ?? 'none', 'polygon-lookup': new Lookup(fc).search(...place)?.properties.name ?? 'none',
  'geojson-utils': fc.features.filter(f => gju['pointIn' + f.geometry.type]({ type: 'Point', coordinates: place }, f.geometry)).map(f => f.properties.name).join() || 'none' });
const hole = [28, -29.5], beside = [22, -30];
for (const turned of [false, true]) {
  const rings = [ring(20, -35, 32, -25), ring(27, -30.5, 29.4, -28.6, turned)];
  for (const country of [feature('around', 'Polygon', rings), feature('around', 'MultiPolygon', [rings, [ring(40, -35, 41, -34)]])]) {
    const seen = all(hole)(collection(country)); console.log(country.geometry.type, turned ? 'hole clockwise' : 'hole anticlockwise', seen);
    assert.deepEqual(Object.values(seen), ['around', 'none', 'none', 'none']);
    assert.deepEqual(new Set(Object.values(all(beside)(collection(country)))), new Set(['around']));
    const enclave = feature('enclave', 'Polygon', [ring(27, -30.5, 29.4, -28.6)]);
    for (const fc of [collection(country, enclave), collection(enclave, country)]) assert.deepEqual(new Set(Object.values(all(hole)(fc))), new Set(['enclave']));
  }
}
const holed = { type: 'Polygon', coordinates: [ring(0, 0, 10, 10), ring(2, 2, 8, 8, true)] };
console.log('area by geojson-utils', gju.area(holed), 'without the hole', 100 - 36); assert.equal(gju.area(holed), 100);
E
node t.cjs
