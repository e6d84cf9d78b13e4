#!/usr/bin/env bash
# Guess: reproject-geojson moves each kind of geometry; a bbox is moved too or taken away, as reproject moves it; a height stays
#   or goes for all kinds alike.
# Seen: a GeometryCollection stays as it was, in degrees, alone, in a feature, and between features that are moved, without a
#   word: in Web Mercator it lies a few metres from zero, zero. The bbox of a feature, a collection and a geometry stays in
#   degrees beside coordinates in metres. A point and the points of a MultiPoint keep their height, a line and a polygon lose
#   it.
# Versions: reproject-geojson 0.5.0, reproject 1.2.7, proj4 2.22.0 (npm)
# Why it matters for maps of events: an attack with a place and an area around it is a GeometryCollection (KML's MultiGeometry
#   becomes one). It drops out of a map of Syria and turns up in the Gulf of Guinea; readers that trust the bbox to find what is
#   on the screen find nothing.
# Date seen: 2026-11-30
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
npm install --silent --no-fund --no-audit --no-package-lock reproject-geojson@0.5.0 reproject@1.2.7 proj4@2.22.0 >/dev/null
cat > t.cjs <<'E'
const assert = require('node:assert/strict');
const module_ = require('reproject-geojson'), reprojectGeoJSON = module_.default ?? module_;
const { reproject } = require('reproject');
const loaded = require('proj4'), proj4 = loaded.default ?? loaded;
const crs = { 'EPSG:4326': proj4.defs('EPSG:4326'), 'EPSG:3857': proj4.defs('EPSG:3857') };
const copy = x => JSON.parse(JSON.stringify(x)), geojson = x => reprojectGeoJSON(copy(x), { from: 4326, to: 3857 });
const other = x => reproject(copy(x), 'EPSG:4326', 'EPSG:3857', crs);
const whole = x => JSON.parse(JSON.stringify(x), (key, value) => typeof value === 'number' ? Math.round(value) : value);
const feature = (geometry, more) => ({ type: 'Feature', properties: {}, geometry, ...more });
const point = { type: 'Point', coordinates: [36.25, 33.5] }, metres = [4035332, 3961860];
const ring = [[36, 33], [37, 33], [37, 34], [36, 33]], area = { type: 'Polygon', coordinates: [ring] };
const both = { type: 'GeometryCollection', geometries: [point, area] };
assert.deepEqual(whole(geojson(point)).coordinates, metres);
assert.deepEqual(geojson(both), both); assert.deepEqual(geojson(feature(both)), feature(both));
const seen = geojson({ type: 'FeatureCollection', features: [feature(point), feature(both)] }).features.map(f => f.geometry);
console.log('point', whole(seen[0]).coordinates, 'collection', seen[1].geometries[0].coordinates, 'reproject',
  whole(other(both)).geometries[0].coordinates);
assert.deepEqual(whole(seen[0]).coordinates, metres); assert.deepEqual(seen[1], both);
assert.deepEqual(whole(other(both)).geometries[0].coordinates, metres);
const boxed = feature({ ...area, bbox: [36, 33, 37, 34] }, { bbox: [36, 33, 37, 34] });
const moved = geojson(boxed), right = other(boxed);
console.log('bbox', moved.bbox, moved.geometry.bbox,
  'first corner', whole(moved.geometry.coordinates[0][0]), 'reproject', whole(right.bbox));
assert.deepEqual(moved.bbox, boxed.bbox); assert.deepEqual(moved.geometry.bbox, boxed.bbox);
assert.deepEqual(whole(right.bbox).slice(0, 2), whole(moved.geometry.coordinates[0][0]));
const high = places => places.map(place => [...place, 700]);
const numbers = { Point: geojson({ type: 'Point', coordinates: [36.25, 33.5, 700] }).coordinates.length,
  MultiPoint: geojson({ type: 'MultiPoint', coordinates: high(ring) }).coordinates[0].length,
  LineString: geojson({ type: 'LineString', coordinates: high(ring) }).coordinates[0].length,
  Polygon: geojson({ type: 'Polygon', coordinates: [high(ring)] }).coordinates[0][0].length };
console.log('numbers per corner', numbers); assert.deepEqual(numbers, { Point: 3, MultiPoint: 3, LineString: 2, Polygon: 2 });
E
node t.cjs
