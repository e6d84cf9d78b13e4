#!/usr/bin/env bash
# Guess: one GeoJSON collection with polygons, multipolygons, a point and a multipoint comes out as shapefiles that hold all of them, or as an
#   error; a shapefile has one type for both polygons and multipolygons.
# Seen: of five areas only the two multipolygons are in the zip; the three plain polygons are gone without a word. The two kinds are written to two
#   files of one name, POLYGON.shp, and the second takes the place of the first. Without the multipolygons all three are there. In the same way a
#   line is lost beside a multiline. Multipoints are not written at all, alone or with others: alone they give an empty zip.
# Versions: @mapbox/shp-write 0.4.3 (npm), pyogrio 0.13.0 (GDAL 3.12.4)
# Why it matters for maps of events: nearly every set of districts has both kinds (a district with islands or exclaves is a multipolygon); the
#   download button of a web map then gives the islands only.
# Date seen: 2026-11-29
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
npm install --no-fund --no-audit --silent @mapbox/shp-write@0.4.3
python3 -m venv v && v/bin/pip install -q --disable-pip-version-check pyogrio==0.13.0 geopandas==1.1.4 shapely==2.1.2 pandas==2.3.3 numpy==2.3.5 pyproj==3.7.2
cat > t.cjs <<'E'
const fs = require('node:fs'), shp = require('@mapbox/shp-write');
const square = x => [[x, 33], [x, 34], [x + 1, 34], [x + 1, 33], [x, 33]];
const types = {
  polygon: i => ({ type: 'Polygon', coordinates: [square(i * 10)] }),
  multipolygon: i => ({ type: 'MultiPolygon', coordinates: [[square(i * 10)], [square(i * 10 + 3)]] }),
  line: i => ({ type: 'LineString', coordinates: [[i, 0], [i, 1]] }),
  multiline: i => ({ type: 'MultiLineString', coordinates: [[[i, 0], [i, 1]], [[i, 2], [i, 3]]] }),
  point: i => ({ type: 'Point', coordinates: [i, 1] }),
  multipoint: i => ({ type: 'MultiPoint', coordinates: [[i, 1], [i, 2]] }),
};
const features = (...kinds) => kinds.map((kind, i) => ({ type: 'Feature', properties: { id: i + 1 }, geometry: types[kind](i + 1) }));
const sets = {
  areas: features('polygon', 'multipolygon', 'polygon', 'multipolygon', 'polygon'), plain: features('polygon', 'polygon', 'polygon'),
  lines: features('line', 'multiline'), points: features('point', 'multipoint'), multipoints: features('multipoint', 'multipoint'),
};
(async () => {
  for (const [name, list] of Object.entries(sets))
    fs.writeFileSync(name + '.zip', await shp.zip({ type: 'FeatureCollection', features: list }, { outputType: 'nodebuffer', compression: 'STORE' }));
})();
E
node t.cjs
v/bin/python - <<'P'
import zipfile, pyogrio
want = {"areas": [2, 4], "plain": [1, 2, 3], "lines": [2], "points": [1], "multipoints": []}
given = {"areas": 5, "plain": 3, "lines": 2, "points": 2, "multipoints": 2}
print("pyogrio", pyogrio.__version__, "GDAL", pyogrio.__gdal_version_string__)
for name, expected in want.items():
    files = [n for n in zipfile.ZipFile(name + ".zip").namelist() if n.endswith(".shp")]
    ids = sorted(int(i) for f in files for i in pyogrio.read_dataframe(f"/vsizip/{name}.zip/{f}")["id"])
    print(f"{name}: {given[name]} given, {files} hold the ids {ids}")
    assert ids == expected, name
P
