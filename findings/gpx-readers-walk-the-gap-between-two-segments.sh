#!/usr/bin/env bash
# Guess: a GPX track of two segments (the receiver was off in between) is read as two lines, and its length is the sum of the two.
# Seen: both readers put all points into one list. Their GeoJSON is one line that runs through the gap, and the length is 146 km where 1.9 km
#   were walked; the line crosses places where nobody was. @tmcw/togeojson gives two lines. With the height of 0 m in every point, gpxparser
#   has no highest point, no climb and no mean height (0 is taken for missing).
# Versions: gpxparser 3.0.8, @we-gold/gpxjs 1.2.0, @tmcw/togeojson 5.8.1, @xmldom/xmldom 0.8.11 (npm)
# Why it matters for maps of events: a route of a witness or a column is drawn, and measured, along a straight line through front lines and borders.
# Date seen: 2026-11-29
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
npm install --no-fund --no-audit --silent gpxparser@3.0.8 @we-gold/gpxjs@1.2.0 @tmcw/togeojson@5.8.1 @xmldom/xmldom@0.8.11
cat > t.mjs <<'E'
import assert from 'node:assert'; import GPXParser from 'gpxparser'; import { parseGPXWithCustomParser } from '@we-gold/gpxjs';
import { gpx } from '@tmcw/togeojson'; import { DOMParser } from '@xmldom/xmldom'; import { JSDOM } from 'jsdom';
const point = ([lon, lat, time]) => `<trkpt lat="${lat}" lon="${lon}"><ele>0</ele><time>2024-05-01T${time}:00Z</time></trkpt>`;
const segment = points => `<trkseg>${points.map(point).join('')}</trkseg>`;
const text = '<gpx version="1.1" creator="t" xmlns="http://www.topografix.com/GPX/1/1"><trk><name>t</name>'
  + segment([[36, 33, '08:00'], [36.01, 33, '08:20']]) + segment([[37, 34, '15:00'], [37.01, 34, '15:20']]) + '</trk></gpx>';
const joined = [[36, 33], [36.01, 33], [37, 34], [37.01, 34]], flat = line => line.map(p => p.slice(0, 2));
const a = new GPXParser(); a.parse(text);
const [b, error] = parseGPXWithCustomParser(text, s => new JSDOM(s, { contentType: 'text/xml' }).window.document); assert.equal(error, null);
for (const [name, read] of [['gpxparser', a], ['gpxjs', b]]) {
  const { type, coordinates } = read.toGeoJSON().features[0].geometry, metres = read.tracks[0].distance.total;
  console.log(name, type, JSON.stringify(flat(coordinates)), 'length', Math.round(metres), 'm');
  assert.equal(type, 'LineString'); assert.deepEqual(flat(coordinates), joined); assert.ok(metres > 145e3 && metres < 147e3);
}
console.log('gpxparser, heights:', a.tracks[0].elevation); assert.ok(!Object.values(a.tracks[0].elevation).some(Number.isFinite));
const c = gpx(new DOMParser().parseFromString(text, 'text/xml')).features[0].geometry;
console.log('togeojson', c.type, c.coordinates.length, 'lines'); assert.equal(c.type, 'MultiLineString');
E
node t.mjs
