#!/usr/bin/env bash
# Guess: vt-pbf leaves out a property that is undefined, as it does one that is null and as JSON does; a Date becomes its ISO text.
# Seen: for undefined it writes a value without a type. @mapbox/vector-tile 3.0.0 throws "unknown feature value" when it opens the tile, so no event of any
#   layer of it is read, and mapbox-vector-tile of Python raises as well. @mapbox/vector-tile 2.0.3 and OpenLayers give null and read the other events. A
#   Date becomes its ISO text within quotation marks that are part of the text, so that in an order of texts it is before each day, also before 2024-01-01.
# Versions: vt-pbf 3.1.3, geojson-vt 5.0.3, @mapbox/vector-tile 3.0.0 and 2.0.3, ol 10.11.0 (npm), mapbox-vector-tile 2.2.0 (PyPI)
# Why it matters for maps of events: tables joined in JavaScript have undefined where a report gave no toll. One such event blanks its tile at each zoom,
#   and the map shows a white square where the reports are; it was well with the reader of 2024.
# Date seen: 2026-11-30
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
npm install --silent --no-fund --no-audit --no-package-lock vt-pbf@3.1.3 geojson-vt@5.0.3 @mapbox/vector-tile@3.0.0 old@npm:@mapbox/vector-tile@2.0.3 pbf@5.1.2 oldpbf@npm:pbf@4.0.1 ol@10.11.0 >/dev/null
cat > t.mjs <<'E'
import assert from 'node:assert/strict'; import { writeFileSync } from 'node:fs';
import GeoJSONVT from 'geojson-vt'; import vtpbf from 'vt-pbf'; import * as reader from '@mapbox/vector-tile'; import * as old from 'old'; import * as pbf from 'pbf'; import * as oldpbf from 'oldpbf'; import MVT from 'ol/format/MVT.js';
const event = (name, more) => ({ type: 'Feature', properties: { name, ...more }, geometry: { type: 'Point', coordinates: [69, 34] } });
const tile = (...features) => Buffer.from(vtpbf.fromGeojsonVt({ events: new GeoJSONVT({ type: 'FeatureCollection', features }).getTile(0, 0, 0) }));
const read = { '@mapbox/vector-tile 3': bytes => layer(new reader.VectorTile(new (pbf.PbfReader ?? pbf.default)(bytes))), '@mapbox/vector-tile 2': bytes => layer(new old.VectorTile(new oldpbf.default(bytes))),
  OpenLayers: bytes => new MVT().readFeatures(bytes).map(f => f.getProperties()) };
const layer = t => Array.from({ length: t.layers.events.length }, (_, n) => t.layers.events.feature(n).properties);
const tolls = (name, bytes) => { try { return read[name](bytes).map(p => p.name + ':' + p.killed).join(' '); } catch (e) { return e.message; } };
const unknown = tile(event('a', { killed: 5 }), event('b', { killed: undefined }), event('c', { killed: 3 })), none = tile(event('a', { killed: 5 }), event('b', { killed: null }), event('c', { killed: 3 }));
for (const name of Object.keys(read)) { console.log(name, '| undefined:', tolls(name, unknown), '| null:', tolls(name, none)); assert.equal(tolls(name, none), 'a:5 b:undefined c:3'); }
assert.deepEqual(Object.keys(read).map(name => tolls(name, unknown)), ['unknown feature value', 'a:5 b:null c:3', 'a:5 b:null c:3']);
const day = read['@mapbox/vector-tile 3'](tile(event('a', { day: new Date('2024-05-03') })))[0].day; console.log('a Date is', day, '| before 2024-01-01:', day < '2024-01-01');
assert.equal(day, '"2024-05-03T00:00:00.000Z"'); assert(day < '2024-01-01');
writeFileSync('undefined.mvt', unknown); writeFileSync('null.mvt', none);
E
node t.mjs
python3 -m venv v && v/bin/pip install -q --disable-pip-version-check mapbox-vector-tile==2.2.0 >/dev/null 2>&1
v/bin/python - <<'P'
import mapbox_vector_tile
print("python, null:", [f["properties"] for f in mapbox_vector_tile.decode(open("null.mvt", "rb").read())["events"]["features"]])
try: got = mapbox_vector_tile.decode(open("undefined.mvt", "rb").read())
except ValueError as e: got = e
print("python, undefined:", repr(got)); assert isinstance(got, ValueError)
P
