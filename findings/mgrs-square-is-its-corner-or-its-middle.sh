#!/usr/bin/env bash
# Guess: each library gives the south-west corner for an MGRS square of few digits, as GEOTRANS does, at any version; digits that cannot be halved are
#   refused.
# Seen: the Python package changed without a new first number: 1.5.4 gives the corner and 1.6.0 the middle, 707 m to the north-east for a square of a
#   kilometre, 7 km for one of ten. In JavaScript mgrs gives the middle, geodesy, usng.js and @ngageoint/mgrs-js the corner, and geographiclib-mgrs the
#   middle unless told otherwise, its manual says the corner. For the nine digits 182127143 (one was lost) geodesy and usng.js give a place 44 km off;
#   geodesy takes "1821 27143" as 18210 27143, usng.js is still 44 km off. The others refuse both. The corner of 1.5.4, written again, is another square for
#   3 of 5.
# Versions: mgrs 1.5.4 and 1.6.0 (PyPI), mgrs 2.2.0, geographiclib-mgrs 1.0.4, geodesy 2.4.0, usng.js 0.4.5, @ngageoint/mgrs-js 1.0.0 (npm)
# Why it matters for maps of events: military reports and mine clearance give squares, often of 1 km. Two tables of the same reports, made before and after
#   an update, lie 707 m apart all in one direction, and "the same place within 500 m" no longer joins them.
# Date seen: 2026-11-30
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
npm install --silent --no-fund --no-audit --no-package-lock mgrs@2.2.0 geographiclib-mgrs@1.0.4 geodesy@2.4.0 usng.js@0.4.5 @ngageoint/mgrs-js@1.0.0 >/dev/null
python3 -m venv v
for version in 1.5.4 1.6.0; do
v/bin/pip install -q --disable-pip-version-check packaging==26.0 mgrs==$version
v/bin/python - $version <<'P'
import math, sys, mgrs
read, write, version = mgrs.MGRS().toLatLon, mgrs.MGRS().toMGRS, sys.argv[1]
for square, corner, metres in (("42SWD1827", "42SWD1800027000", 707), ("42SWD12", "42SWD1000020000", 7071)):
    (lat, lon), (lat0, lon0) = read(square), read(corner)
    away = math.hypot((lat - lat0) * 110950, (lon - lon0) * 111320 * math.cos(math.radians(lat)))
    print("python mgrs", version, square, round(lat, 5), round(lon, 5), "metres from its corner:", round(away))
    assert abs(away - (0 if version == "1.5.4" else metres)) < metres * 0.01
squares = ["42SWD%02d%02d" % (east, north) for east in range(10, 90) for north in range(10, 90)]
other = sum(write(*read(square), MGRSPrecision=2) != square for square in squares)
print("of", len(squares), "squares read and written again, another one:", other)
assert other > 3000 if version == "1.5.4" else other == 0
P
done
cat > t.mjs <<'E'
import assert from 'node:assert/strict'; import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import mgrs from 'mgrs'; import port from 'geographiclib-mgrs'; import Mgrs from 'geodesy/mgrs.js'; const usng = new (require('usng.js')).Converter(); const { MGRS } = require('@ngageoint/mgrs-js');
const readers = { mgrs: s => mgrs.toPoint(s), 'geographiclib-mgrs': s => port.toPoint(s), 'geographiclib-mgrs, corner': s => port.toPoint(s, false), geodesy: s => { const p = Mgrs.parse(s).toUtm().toLatLon(); return [p.lon, p.lat]; },
  'usng.js': s => { const p = usng.USNGtoLL(s, true); return [p.lon, p.lat]; }, '@ngageoint/mgrs-js': s => { const p = MGRS.parse(s).toPoint(); return [p.getLongitude(), p.getLatitude()]; } };
const seen = {};
for (const square of ['42SWD1827', '42SWD182127143', '42S WD 1821 27143']) for (const [name, read] of Object.entries(readers)) {
  let place; try { place = read(square).map(v => Math.round(v * 1e3) / 1e3).join(' '); } catch { place = 'refused'; }
  console.log(square, name, place); (seen[square] ??= []).push(place);
}
const corner = '69.196 34.585', middle = '69.202 34.589', far = '69.2 34.985';
assert.deepEqual(seen, { '42SWD1827': [middle, middle, corner, corner, corner, corner], '42SWD182127143': ['refused', 'refused', 'refused', far, far, 'refused'],
  '42S WD 1821 27143': ['refused', 'refused', 'refused', '69.199 34.586', far, 'refused'] });
E
node t.mjs
