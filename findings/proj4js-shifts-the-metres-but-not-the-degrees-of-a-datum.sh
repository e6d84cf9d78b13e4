#!/usr/bin/env bash
# Guess: one place, written once in degrees and once in metres of the same old datum, comes out at one place in WGS 84, when the
#   reference systems are given as PROJJSON (as in GeoParquet) or as WKT2.
# Seen: proj4js shifts the datum of the metres (it knows it by its EPSG code) but not that of the degrees. The two come out 325 m
#   apart in Greece, 193 m at Basra, 808 m on Mauritius and 1046 m on Dominica; PROJ puts both at one place. With WKT1 of GDAL the two fit,
#   but on Dominica both lie 1046 m from where PROJ puts them, so the place depends on the text form of the reference system alone.
# Versions: proj4 2.22.0 (npm), pyproj 3.7.2 (PROJ 9.5.1)
# Why it matters for maps of events: a layer of villages in degrees and a layer of borders in metres, both read rightly from GeoParquet,
#   do not fit; the village lies over the border, and each layer alone looks right.
# Date seen: 2026-11-28
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
npm install --no-fund --no-audit --silent proj4@2.22.0
python3 -m venv v && v/bin/pip install -q --disable-pip-version-check pyproj==3.7.2
v/bin/python - <<'PY'
import json, pyproj
from pyproj import CRS, Transformer
print("pyproj", pyproj.__version__, "PROJ", pyproj.proj_version_str)
places = {"Dominica": (2002, -61.42, 15.4755), "Mauritius": (3337, 57.472, -20.1857), "Basra": (3200, 47.8, 30.5), "Greece": (2100, 22.8, 39.07)}
out = {}
for name, (code, lon, lat) in places.items():
    metres = CRS.from_epsg(code); degrees = metres.geodetic_crs
    point = Transformer.from_crs(degrees, metres, always_xy=True).transform(lon, lat)
    out[name] = {"lonlat": (lon, lat), "point": point, "proj": Transformer.from_crs(degrees, 4326, always_xy=True).transform(lon, lat)}
    out[name]["forms"] = {form: [write(crs) for crs in (degrees, metres)] for form, write in {
        "PROJJSON": lambda crs: crs.to_json_dict(), "WKT2": lambda crs: crs.to_wkt(), "WKT1": lambda crs: crs.to_wkt("WKT1_GDAL")}.items()}
json.dump(out, open("places.json", "w"))
PY
cat > t.mjs <<'E'
import assert from 'node:assert'; import { readFileSync } from 'node:fs'; import proj4 from 'proj4';
const rad = Math.PI / 180, km = (a, b) => 6371 * Math.hypot((a[0] - b[0]) * rad * Math.cos(a[1] * rad), (a[1] - b[1]) * rad);
const apart = {};
for (const [name, place] of Object.entries(JSON.parse(readFileSync('places.json')))) for (const [form, [degrees, metres]] of Object.entries(place.forms)) {
  const one = proj4(degrees, 'EPSG:4326').forward([...place.lonlat]), two = proj4(metres, 'EPSG:4326').forward([...place.point]);
  (apart[form] ??= {})[name] = Math.round(km(one, two) * 1000);
  const far = [one, two].map(p => Math.round(km(p, place.proj) * 1000) + ' m');
  console.log(name.padEnd(9), form.padEnd(8), 'apart', apart[form][name], 'm; from PROJ: degrees', far[0], ', metres', far[1]);
}
assert.deepEqual(apart.PROJJSON, apart.WKT2); assert.ok(Object.values(apart.WKT1).every(m => m < 1));
for (const [name, metres] of Object.entries({ Dominica: 1046, Mauritius: 808, Basra: 193, Greece: 325 })) assert.ok(Math.abs(apart.PROJJSON[name] - metres) < 5, name);
E
node t.mjs
