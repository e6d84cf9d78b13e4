#!/usr/bin/env bash
# Guess: toGeoJson of the npm package geoparquet gives one feature for each row, with geometry null where there is no place; a date is a Date, a
#   count a BigInt.
# Seen: a row without a geometry is no feature at all, without a word, and an unknown toll is no property. An empty point is [NaN, NaN], which JSON writes as
#   [null, null]. A file in Web Mercator gives [7699969, 4100192] as its position in GeoJSON, where positions are degrees; the file names its
#   reference system. A local time without a zone comes as a moment in UTC. JSON.stringify of the result stops at any count of 64 bits.
# Versions: geoparquet 0.6.0 with hyparquet 1.33.0 (npm), geopandas 1.2.0, pyarrow 22.0.0
# Why it matters for maps of events: reports that nobody could place vanish from the tolls of a web map, and so does the difference of 0 and not known.
# Date seen: 2026-11-29
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
npm install --no-fund --no-audit --silent geoparquet@0.6.0 hyparquet@1.33.0
python3 -m venv v && v/bin/pip install -q --disable-pip-version-check geopandas==1.2.0 pyarrow==22.0.0 shapely==2.1.2 pandas==2.3.3 numpy==2.3.5
v/bin/python - <<'P'
import geopandas, pandas, shapely
table = geopandas.GeoDataFrame({"n": pandas.array([1, 2, 3], dtype="Int32"), "killed": pandas.array([None, 12, 0], dtype="Int32"), "at": pandas.to_datetime(["2024-05-03 01:30"] * 3)},
                               geometry=[shapely.Point(69.17, 34.53), None, shapely.Point()], crs=4326)
table.to_parquet("degrees.parquet"); table.to_crs(3857).to_parquet("metres.parquet")
table.assign(killed=table.killed.astype("Int64")).to_parquet("wide.parquet")
back = geopandas.read_parquet("degrees.parquet"); print(back); assert len(back) == 3 and back.geometry.isna().sum() == 1
P
cat > t.mjs <<'E2'
import assert from 'node:assert'; import { toGeoJson, asyncBufferFromFile } from 'geoparquet';
const read = async name => toGeoJson({ file: await asyncBufferFromFile(name + '.parquet') });
const degrees = await read('degrees'), metres = await read('metres'), wide = await read('wide');
for (const f of degrees.features) console.log(JSON.stringify(f));
assert.deepEqual(degrees.features.map(f => f.properties.n), [1, 3]);                       // the row without a place is gone
assert.deepEqual(Object.keys(degrees.features[0].properties), ['n', 'at']);                 // the unknown toll too
assert.equal(degrees.features[0].properties.at.toISOString(), '2024-05-03T01:30:00.000Z');  // no zone in the file
assert.equal(JSON.stringify(degrees.features[1].geometry), '{"type":"Point","coordinates":[null,null]}');
const place = metres.features[0].geometry.coordinates.map(Math.round), names = Object.keys(metres);
console.log('Web Mercator:', place, names); assert.deepEqual(place, [7699969, 4100192]); assert.deepEqual(names, ['type', 'features']);
assert.throws(() => JSON.stringify(wide), /BigInt/);
E2
node t.mjs
