#!/usr/bin/env bash
# Guess: OpenLayers reads the TimeSpan and TimeStamp of a KML placemark into the feature, as it does with its name and its data; and a GeoJSON
#   event with an ISO time goes into GPX with that time, an area with a warning.
# Seen: the times are gone on reading, with no property left, so KML to KML drops them; other elements (name, visibility, data)
#   are kept. Written to GPX, the time "2024-05-03T23:30:00Z" is <time>NaN-NaN-NaNTNaN:NaN:NaNZ</time>; areas, several points and events
#   without a place are left out. 4 events in, 1 out, no error, no warning. A time as seconds since 1970 is written rightly.
# Versions: ol 10.11.0, jsdom 29.1.1 (npm)
# Why it matters for maps of events: a web map shows the placemarks of every day at once as if they had no day, and an export
#   for the field has one waypoint, with a time that no device can read.
# Date seen: 2026-11-29
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
npm install --no-fund --no-audit --silent ol@10.11.0 jsdom@29.1.1
cat > t.mjs <<'E'
import assert from 'node:assert'; import { JSDOM } from 'jsdom';
const { window } = new JSDOM(''); for (const name of ['DOMParser', 'XMLSerializer', 'document', 'Node', 'Document']) globalThis[name] = window[name];
const [KML, GPX, GeoJSON] = (await Promise.all(['KML', 'GPX', 'GeoJSON'].map(name => import(`ol/format/${name}.js`)))).map(m => m.default);
const warned = []; console.warn = console.error = text => warned.push(text);
const point = '<Point><coordinates>36.3,33.5</coordinates></Point>', data = '<ExtendedData><Data name="dead"><value>12</value></Data></ExtendedData>';
const kml = `<kml xmlns="http://www.opengis.net/kml/2.2"><Document>
  <Placemark><name>a</name><TimeSpan><begin>2024-05-03</begin><end>2024-05-05</end></TimeSpan>${data}${point}</Placemark>
  <Placemark><name>b</name><TimeStamp><when>2024-05-03T23:30:00Z</when></TimeStamp>${data}${point}</Placemark></Document></kml>`;
const format = new KML({ extractStyles: false }), read = format.readFeatures(kml);
for (const f of read) {
  const { geometry, ...properties } = f.getProperties(); console.log('KML placemark:', properties);
  assert.deepEqual(properties, { name: f.get('name'), dead: '12' });
}
assert.ok(!/2024|TimeSpan|TimeStamp/.test(format.writeFeatures(read)));
const feature = (name, geometry, time) => ({ type: 'Feature', properties: { name, time }, geometry });
const events = time => new GeoJSON().readFeatures({ type: 'FeatureCollection', features: [feature('point', { type: 'Point', coordinates: [36.3, 33.5] }, time),
  feature('area', { type: 'Polygon', coordinates: [[[0, 0], [1, 0], [1, 1], [0, 0]]] }), feature('two', { type: 'MultiPoint', coordinates: [[0, 0], [1, 0]] }), feature('nowhere', null)] });
const gpx = time => new GPX().writeFeatures(events(time)).replace(/^<gpx[^>]*>/, '');
console.log('GPX:', gpx('2024-05-03T23:30:00Z')); console.log('GPX, time in seconds:', gpx(Date.UTC(2024, 4, 3, 23, 30) / 1000));
assert.match(gpx('2024-05-03T23:30:00Z'), /<time>NaN-NaN-NaNTNaN:NaN:NaNZ<\/time>/);
assert.match(gpx(Date.UTC(2024, 4, 3, 23, 30) / 1000), /<time>2024-05-03T23:30:00Z<\/time>/);
assert.equal(gpx(0).match(/<name>/g).length, 1); assert.deepEqual(warned, []);
E
node t.mjs
