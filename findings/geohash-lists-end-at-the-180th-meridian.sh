#!/usr/bin/env bash
# Guess: a list of geohashes for a box or a circle goes over the 180th meridian (their neighbour function does), or an error says that it cannot.
# Seen: ngeohash.bboxes is empty for a box from 179.5 to -179.5, the form of RFC 7946 for Fiji, and for 179.5 to 180.5 it has the western half only.
#   ngeohash.neighbors steps over the meridian. proximityhash gives the cells of a circle of 5 km at 179.99 only as far as 180. The list of neighbours at
#   the North Pole: ngeohash gives the cell itself among its own neighbours, latlon-geohash says that north of the pole is the South Pole.
# Versions: ngeohash 0.6.4, latlon-geohash 2.0.0 (npm), proximityhash 3.0.1 (PyPI)
# Why it matters for maps of events: a search by such a list loses cyclones and shipwrecks east of the meridian in Fiji, or all of them, without an error.
# Date seen: 2026-11-30
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
npm install --silent --no-fund --no-audit --no-package-lock ngeohash@0.6.4 latlon-geohash@2.0.0 >/dev/null
cat > t.mjs <<'E'
import assert from 'node:assert/strict'; import ngeohash from 'ngeohash'; import Geohash from 'latlon-geohash';
const west = ngeohash.encode(-17, 179.9, 4), east = ngeohash.encode(-17, -179.9, 4);
for (const [from, to, cells, hasWest] of [[179.5, -179.5, 0, false], [179.5, 180.5, 24, true], [179.5, 179.99, 24, true], [-179.99, -179.5, 24, false]]) {
  const list = ngeohash.bboxes(-18, from, -16, to, 4); console.log('box from', from, 'to', to, '-', list.length, 'cells, west of 180', list.includes(west), 'east', list.includes(east));
  assert.equal(list.length > 0, cells > 0); assert.equal(list.includes(west), hasWest); assert.equal(list.includes(east), from < 0);
}
const edge = ngeohash.encode(-17, 179.99, 4), over = ngeohash.encode(-17, -179.99, 4);
console.log('neighbours of', edge, ngeohash.neighbors(edge).join(), 'with', over); assert(ngeohash.neighbors(edge).includes(over));
const pole = ngeohash.encode(89.99, 10, 4), north = Geohash.adjacent(pole, 'n');
console.log('pole', pole, 'ngeohash', ngeohash.neighbors(pole).join(), '| latlon-geohash north of it', north, Geohash.decode(north).lat);
assert(ngeohash.neighbors(pole).includes(pole)); assert(Geohash.decode(north).lat < -89);
E
node t.mjs
python3 -m venv v && v/bin/pip install -q --disable-pip-version-check proximityhash==3.0.1 pygeohash==3.5.1 >/dev/null 2>&1
v/bin/python -W ignore - <<'P'
import math, pygeohash, proximityhash
def missed(lat, lon, metres, precision):
    cells = set(proximityhash.create_geohash(lat, lon, metres, precision).split(","))
    places = [(lat + math.degrees(r * math.cos(a) / 6371000), lon + math.degrees(r * math.sin(a) / 6371000 / math.cos(math.radians(lat))))
              for r in (metres * n / 20 for n in range(1, 20)) for a in (math.radians(d) for d in range(0, 360, 5))]
    return sum(pygeohash.encode(y, (x + 180) % 360 - 180, precision) not in cells for y, x in places), len(places), len(cells)
for lon in (100.01, 179.99):
    print("proximityhash at", lon, "places missed, places, cells:", missed(-17, lon, 5000, 6))
assert missed(-17, 100.01, 5000, 6)[0] < 40 and missed(-17, 179.99, 5000, 6)[0] > 300
P
