#!/usr/bin/env bash
# Guess: within, contains and intersects of @terraformer/spatial look at each part of a MultiPolygon and at its holes, for areas
#   and lines as for points.
# Seen: for an area only the last part counts: a district of the mainland is not within a country of mainland and island, does
#   not intersect it, and the country does not contain it, if the island comes last in the list; with the mainland last it is. A
#   country is never within itself. Points and lines are right. Holes are seen for points and for what lies in the hole; an area
#   that covers the whole enclave is within the country around, as is a line right through it (Turf's booleanWithin has the
#   first of these too, its issue 2595). JTS (jsts) is right in all.
# Versions: @terraformer/spatial 2.2.2, jsts 2.12.1 (npm)
# Why it matters for maps of events: most countries with a coast are MultiPolygons, in no order. Districts are sorted into
#   countries, areas of control or warning areas by within and intersects, and drop out; a test with a point in each district is
#   right.
# Date seen: 2026-11-30
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
npm install --silent --no-fund --no-audit --no-package-lock @terraformer/spatial@2.2.2 jsts@2.12.1 >/dev/null
cat > t.mjs <<'E'
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import GeoJSONReader from 'jsts/org/locationtech/jts/io/GeoJSONReader.js';
import RelateOp from 'jsts/org/locationtech/jts/operation/relate/RelateOp.js';
const terraformer = createRequire(import.meta.url)('@terraformer/spatial'), reader = new GeoJSONReader();
const square = (west, south, east, north) => [[west, south], [east, south], [east, north], [west, north], [west, south]];
const polygon = (...rings) => ({ type: 'Polygon', coordinates: rings });
const multi = (...parts) => ({ type: 'MultiPolygon', coordinates: parts.map(ring => [ring]) });
const copy = x => JSON.parse(JSON.stringify(x));
const both = (inner, outer) => [terraformer.within(copy(inner), copy(outer)), terraformer.intersects(copy(inner), copy(outer))];
const jts = (inner, outer) => [reader.read(outer), reader.read(inner)];
const right = (inner, outer) => [RelateOp.contains(...jts(inner, outer)), RelateOp.intersects(...jts(inner, outer))];
const mainland = square(0, 0, 10, 10), island = square(20, 0, 21, 1), islet = square(30, 0, 31, 1);
const district = polygon(square(1, 1, 2, 2)), line = { type: 'LineString', coordinates: [[1, 1], [2, 2]] };
const check = (name, inner, outer, expected, truth) => {
  const got = both(inner, outer), told = right(inner, outer);
  console.log(name, '| within, intersects by Terraformer:', got.join(', '), 'JTS:', told.join(', '));
  assert.deepEqual(got, expected, name); assert.deepEqual(told, truth, name);
  assert.equal(terraformer.contains(copy(outer), copy(inner)), got[0], name);
};
const yes = [true, true], no = [false, false];
check('district, mainland alone', district, multi(mainland), yes, yes);
check('district, island and mainland', district, multi(island, mainland), yes, yes);
check('district, mainland and island', district, multi(mainland, island), no, yes);
check('district, island, mainland, islet', district, multi(island, mainland, islet), no, yes);
check('line, mainland and island', line, multi(mainland, island), yes, yes);
check('country, itself', multi(mainland, island), multi(mainland, island), [false, true], yes);
const around = polygon(mainland, square(3, 3, 7, 7).reverse()), half = [false, true];
check('area in the enclave', polygon(square(4, 4, 6, 6)), around, no, no);
check('area over the enclave', polygon(square(2, 2, 8, 8)), around, yes, half);
check('line through the enclave', { type: 'LineString', coordinates: [[1, 5], [9, 5]] }, around, yes, half);
for (const [place, expected] of [[[1, 1], true], [[5, 5], false], [[20.5, 0.5], true]]) {
  const parts = { type: 'MultiPolygon', coordinates: [around.coordinates, [island]] };
  assert.equal(terraformer.within({ type: 'Point', coordinates: place }, parts), expected);
}
E
node t.mjs
