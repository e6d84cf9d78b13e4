#!/usr/bin/env bash
# Guess: Cursor on Target (the message of TAK, in the phones of soldiers and rescuers) writes an unknown height as hae="9999999.0"; a point without
#   a height gets this value, and coming back it is a point without a height. A polygon with a hole keeps it, or the writer refuses.
# Seen: a GeoJSON point without a height becomes hae="0", a known height at the ellipsoid, though the errors beside it (ce, le) are written as
#   unknown; and an unknown height read from a message becomes a third coordinate of 9,999,999 m. The hole of an area is gone without a word,
#   while the point of the message still stands on the hole's edge, so that the two do not fit. A closed line comes back as an area.
# Versions: @tak-ps/node-cot 14.23.2 (npm)
# Why it matters for maps of events: places on a mountain of 4,000 m are sent as sea level, places from phones land 10,000 km up in 3D maps, and an
#   area "all but the town" is sent with the town in it.
# Date seen: 2026-11-29
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
npm install --no-fund --no-audit --silent @tak-ps/node-cot@14.23.2
cat > t.mjs <<'E'
import assert from 'node:assert'; import { CoTParser } from '@tak-ps/node-cot';
const feature = geometry => ({ id: 'a', type: 'Feature', path: '/', properties: { type: 'a-f-G', how: 'm-g', callsign: 'A' }, geometry });
const box = (a, b) => [[a, a], [b, a], [b, b], [a, b], [a, a]];
async function through(geometry) {
  const xml = CoTParser.to_xml(await CoTParser.from_geojson(feature(geometry))), back = (await CoTParser.to_geojson(CoTParser.from_xml(xml))).geometry;
  const point = xml.match(/<point [^>]*>/)[0]; console.log(JSON.stringify(geometry), '\n   ', point, '\n   ', JSON.stringify(back)); return [point, back];
}
const [flat, flatBack] = await through({ type: 'Point', coordinates: [69.2, 34.5] });
assert.match(flat, /hae="0(\.0)?" ce="9999999(\.0)?" le="9999999(\.0)?"/); assert.deepEqual(flatBack.coordinates, [69.2, 34.5, 0]);
const [high] = await through({ type: 'Point', coordinates: [69.2, 34.5, 4000] }); assert.match(high, /hae="4000(\.0)?"/);
const [, area] = await through({ type: 'Polygon', coordinates: [box(30, 40), box(33, 37).reverse()] });
assert.deepEqual(area, { type: 'Polygon', coordinates: [box(30, 40)] });
const [, line] = await through({ type: 'LineString', coordinates: box(30, 40) }); assert.equal(line.type, 'Polygon');
const times = 'time="2024-05-01T12:00:00Z" start="2024-05-01T12:00:00Z" stale="2024-05-01T13:00:00Z"';
const message = `<event version="2.0" uid="u" type="a-f-G" how="m-g" ${times}><point lat="34.5" lon="69.2" hae="9999999.0" ce="9999999.0" le="9999999.0"/><detail/></event>`;
const unknown = (await CoTParser.to_geojson(CoTParser.from_xml(message))).geometry.coordinates;
console.log('unknown height in a message ->', unknown); assert.deepEqual(unknown, [69.2, 34.5, 9999999]);
E
node t.mjs
