#!/usr/bin/env bash
# Guess: the M of WKT (a trajectory of PostGIS has the time in seconds there) is dropped, as GeoJSON has no place for it, or the text is refused.
# Seen: pygeoif and @terraformer/wkt write it as the third number of the GeoJSON position, which is the height in metres: a drone over Kabul on 3 May 2024
#   flies at 1,714,730,400 m. pygeoif says has_z of it and gives it as z. wkx and betterknown leave M out. Of ZM wkx gives the height alone; terraformer
#   and betterknown give four numbers.
# Versions: pygeoif 1.6.0 (PyPI), @terraformer/wkt 2.2.2, wkx 0.5.0, betterknown 1.2.0 (npm)
# Why it matters for maps of events: tracks of vehicles, drones and ships come with M from the database; in a map with terrain the track is not seen (it is
#   far beyond the Moon), and lengths or heights worked out from it are wrong without a word.
# Date seen: 2026-11-30
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
python3 -m venv v && v/bin/pip install -q --disable-pip-version-check pygeoif==1.6.0
v/bin/python - <<'P'
from pygeoif.factories import from_wkt
point, line = from_wkt("POINT M (69.2 34.5 1714730400)"), from_wkt("LINESTRING M (69.2 34.5 1714730400, 69.3 34.6 1714730460)")
print("pygeoif:", point.__geo_interface__["coordinates"], "has_z", point.has_z, "|", line.__geo_interface__["coordinates"])
assert point.__geo_interface__["coordinates"] == (69.2, 34.5, 1714730400) and point.has_z and point.z == 1714730400
assert line.__geo_interface__["coordinates"] == ((69.2, 34.5, 1714730400), (69.3, 34.6, 1714730460)) and line.has_z
P
npm install --silent --no-fund --no-audit --no-package-lock @terraformer/wkt@2.2.2 wkx@0.5.0 betterknown@1.2.0 >/dev/null
cat > t.cjs <<'E'
const assert = require('node:assert/strict');
const { wktToGeoJSON } = require('@terraformer/wkt'), better = require('betterknown'), wkx = require('wkx');
const m = 'POINT M (69.2 34.5 1714730400)', zm = 'POINT ZM (69.2 34.5 1800 1714730400)';
const rows = { terraformer: [m, zm].map(t => wktToGeoJSON(t).coordinates), wkx: [m, zm].map(t => wkx.Geometry.parse(t).toGeoJSON().coordinates),
               betterknown: [m, zm].map(t => better.wktToGeoJSON(t).coordinates) };
for (const [name, [a, b]] of Object.entries(rows)) console.log(`${name}: M ${JSON.stringify(a)}, ZM ${JSON.stringify(b)}`);
assert.deepEqual(rows.terraformer, [[69.2, 34.5, 1714730400], [69.2, 34.5, 1800, 1714730400]]);
assert.deepEqual(rows.wkx, [[69.2, 34.5], [69.2, 34.5, 1800]]);
assert.deepEqual(rows.betterknown, [rows.wkx[0], rows.terraformer[1]]);
E
node t.cjs
