#!/usr/bin/env bash
# Guess: suncalc, its new version, its fork suncalc3 and its Python port give the same azimuth (radians from south, west positive) for the same place and
#   instant; a formula for the direction of a shadow works with each.
# Seen: for Kabul at 8:30 on 3 May, suncalc 1.9 and the Python port say -1.40 (radians from south), suncalc3 1.74 (radians from north) and suncalc 2.0 99.7
#   (degrees from north). The formula for the first lays the shadow to 280 degrees; read with suncalc3 it is turned to the other side, 100, and with
#   suncalc 2.0 it points to 311, by chance. The height is in degrees in suncalc 2.0 as well, 41.6 for 0.72. Names, order of arguments and shape of the
#   answer are the same.
# Versions: suncalc 1.9.0 and 2.0.2, suncalc3 2.0.5 (npm), suncalc 0.1.3 (PyPI)
# Why it matters for maps of events: the hour of a photo is told from its shadows. A shadow turned by half a circle makes the morning an afternoon, or
#   rules the true place out; nothing fails when the package is renewed.
# Date seen: 2026-11-30
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
npm install --silent --no-fund --no-audit --no-package-lock old@npm:suncalc@1.9.0 new@npm:suncalc@2.0.2 suncalc3@2.0.5 >/dev/null
python3 -m venv v && v/bin/pip install -q --disable-pip-version-check suncalc==0.1.3
cat > t.mjs <<'E'
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
const use = (m) => m.default?.getPosition ? m.default : m, require = createRequire(import.meta.url);
const when = new Date('2024-05-03T04:00:00Z');  // 8:30 in Kabul
const shadow = (azimuth) => (((azimuth * 180 / Math.PI + 360) % 360) + 360) % 360;  // for radians from south: the shadow, from north, points where the sun stands from south
const seen = {};
for (const name of ['old', 'new', 'suncalc3']) {
  const { azimuth, altitude } = use(require(name)).getPosition(when, 34.5, 69.2);
  seen[name] = [azimuth, altitude, shadow(azimuth)].map((n) => +n.toFixed(2));
}
console.log(seen);
assert.deepEqual(seen, { old: [-1.4, 0.72, 279.74], new: [99.68, 41.61, 311.01], suncalc3: [1.74, 0.72, 99.74] });
E
node t.mjs
v/bin/python -W ignore - <<'P'
import datetime, suncalc
got = suncalc.get_position(datetime.datetime(2024, 5, 3, 4), 69.2, 34.5)
print("python:", float(got["azimuth"]), float(got["altitude"]))
assert (round(float(got["azimuth"]), 2), round(float(got["altitude"]), 2)) == (-1.4, 0.72)
P
