#!/usr/bin/env bash
# Guess: a FlatGeobuf file that GDAL wrote from three events, the second without a geometry, is read by the format's own JavaScript library with
#   three events, one with a null geometry (as GDAL itself does), or with two.
# Seen: the reader gives the first event and then stops with "Cannot read properties of null (reading 'xyArray')"; the second and the third
#   are lost. With a box asked for, it stops before the first ("Node size must be at least 2"), since GDAL refuses a spatial index for such a table
#   and one has to write it without. Where the event without a place stands first, no event is read at all. loaders.gl stops as well.
# Versions: flatgeobuf 4.5.0, @loaders.gl/flatgeobuf 4.5.2 (npm), pyogrio 0.13.0 (GDAL 3.12.4), geopandas 1.2.0, shapely 2.2.0
# Why it matters for maps of events: news has events whose place nobody knows; one of them in the table, and a web map has none of those after it.
# Date seen: 2026-11-29
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
npm install --no-fund --no-audit --silent flatgeobuf@4.5.0 @loaders.gl/flatgeobuf@4.5.2 @loaders.gl/core@4.5.2
python3 -m venv v && v/bin/pip install -q --disable-pip-version-check pyogrio==0.13.0 geopandas==1.2.0 shapely==2.2.0 \
  pandas==3.1.1 numpy==2.4.6 pyproj==3.7.2
v/bin/python - <<'PY'
import geopandas as gpd, pyogrio, shapely
print("pyogrio", pyogrio.__version__, "GDAL", pyogrio.__gdal_version__)
dara, homs = shapely.Point(36.1, 32.6), shapely.Point(36.7, 34.7)
for name, places in {"middle": [dara, None, homs], "first": [None, dara, homs], "none": [dara, homs]}.items():
    events = gpd.GeoDataFrame({"id": range(1, len(places) + 1)}, geometry=places, crs=4326)
    pyogrio.write_dataframe(events, name + ".fgb", driver="FlatGeobuf", SPATIAL_INDEX="YES" if name == "none" else "NO")
    back = pyogrio.read_dataframe(name + ".fgb")
    print(name, "read by GDAL:", back["id"].tolist(), back.geometry.to_wkt().tolist())
    assert len(back) == len(places)
try:
    pyogrio.write_dataframe(gpd.GeoDataFrame({"id": [1, 2]}, geometry=[dara, None], crs=4326), "x.fgb", driver="FlatGeobuf", SPATIAL_INDEX="YES")
    raise SystemExit("GDAL indexes it now")
except Exception as err:
    print("with an index:", err)
PY
cat > t.mjs <<'E'
import assert from 'node:assert'; import { readFileSync } from 'node:fs'; import { deserialize } from 'flatgeobuf/lib/mjs/geojson.js';
import { parse } from '@loaders.gl/core'; import { FlatGeobufLoader } from '@loaders.gl/flatgeobuf';
async function read(name, options) {
  const got = []; let error = 'none';
  try { for await (const f of deserialize(new Uint8Array(readFileSync(name + '.fgb')), options)) got.push(f.properties.id); } catch (e) { error = e.message; }
  console.log(name, options ? 'in a box' : 'whole', 'events', got, 'error:', error);
  return [got, error];
}
const box = { rect: { minX: -180, minY: -90, maxX: 180, maxY: 90 } }, broken = /Cannot read properties of null/;
console.info = console.debug = console.warn = () => {};
assert.deepEqual((await read('none'))[0].sort(), [1, 2]); assert.deepEqual((await read('none', box))[0].sort(), [1, 2]);
for (const [name, before] of [['middle', [1]], ['first', []]]) {
  const [got, error] = await read(name); assert.deepEqual(got, before); assert.match(error, broken);
  const [none, refused] = await read(name, box); assert.deepEqual(none, []); assert.match(refused, /Node size must be at least 2/);
}
const buffer = name => new Uint8Array(readFileSync(name + '.fgb')).buffer;
await assert.rejects(parse(buffer('middle'), FlatGeobufLoader), e => { console.log('loaders.gl:', e.message); return broken.test(e.message); });
assert.equal((await parse(buffer('none'), FlatGeobufLoader)).features.length, 2);
E
node t.mjs
