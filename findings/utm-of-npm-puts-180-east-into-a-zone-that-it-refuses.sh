#!/usr/bin/env bash
# Guess: a point at 180 degrees east is in zone 1 or zone 60, as in PROJ and in Python's utm.
# Seen: npm's utm gives zone 61, which there is not, and its own toLatLon refuses zone 61. 179.9999 is in 60, -180 in 1, so two
#   names of one meridian lie in three zones. Python's utm puts both 180 and -180 into zone 1; npm's mgrs puts 180 into 60 and
#   -180 into 1, and comes back to each.
# Versions: utm (npm) 1.1.1, mgrs (npm) 2.2.0, utm (PyPI) 0.9.0, Node 20.
# Why it matters for maps of events: a table of Fiji or Chukotka that was written in UTM cannot be read again.
# Date seen: 2026-11-29.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
npm install --silent --no-fund --no-audit --no-package-lock utm@1.1.1 mgrs@2.2.0 >/dev/null
python3 -m venv v
v/bin/pip install -q --disable-pip-version-check utm==0.9.0
cat > see.mjs <<'JS'
import assert from "node:assert/strict";
import * as mgrsPackage from "mgrs";
import utm from "utm";

const mgrs = mgrsPackage.default ?? mgrsPackage;
const zones = [180, 179.9999, -180].map((lon) => utm.fromLatLon(-17, lon).zoneNum);
console.log("utm of npm: 180, 179.9999 and -180 are in zones", ...zones);
assert.deepEqual(zones, [61, 60, 1]);
const { easting, northing, zoneNum, zoneLetter } = utm.fromLatLon(-17, 180);
assert.throws(() => utm.toLatLon(easting, northing, zoneNum, zoneLetter), /zone number out of range/);
console.log("its way back from zone 61: refused");
const squares = [180, -180].map((lon) => mgrs.forward([lon, -17]));
console.log("mgrs of npm:", ...squares);
assert(squares[0].startsWith("60K") && squares[1].startsWith("1K"));
squares.forEach((square) => assert(Math.abs(Math.abs(mgrs.toPoint(square)[0]) - 180) < 1e-5));
JS
node see.mjs
v/bin/python - <<'PY'
import utm

zones = [utm.from_latlon(-17, lon)[2] for lon in (180, 179.9999, -180)]
print("utm of PyPI: 180, 179.9999 and -180 are in zones", *zones)
assert zones == [1, 60, 1]
PY
