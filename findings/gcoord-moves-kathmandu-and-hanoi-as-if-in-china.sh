#!/usr/bin/env bash
# Guess: turning places of a Chinese map (GCJ-02) into WGS 84 moves places in China by some 500 m and leaves foreign places, which those
#   maps do not shift, where they are.
# Seen: Kathmandu moves 453 m, Hanoi 441 m, Seoul 454 m, Pyongyang 501 m, Ulaanbaatar 448 m, Dhaka, Islamabad, Srinagar and Manila 330 to
#   410 m, as much as Lhasa (336 m). China is a rectangle from 72 to 137.8 degrees east and 0.8 to 55.8 north here. Baku and Tokyo stay.
# Versions: gcoord 1.0.7 (npm)
# Why it matters for maps of events: at the borders of India, Nepal, Pakistan and Myanmar half a kilometre is the question itself,
#   and a data set that holds both sides is moved as a whole.
# Date seen: 2026-11-28
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
npm install --no-fund --no-audit --silent gcoord@1.0.7
cat > t.cjs <<'E'
const assert = require('node:assert'), gcoord = require('gcoord');
const rad = Math.PI / 180, metres = (a, b) => Math.round(6371008.8 * Math.hypot((a[0] - b[0]) * rad * Math.cos(a[1] * rad), (a[1] - b[1]) * rad));
const moved = place => metres(place, gcoord.transform([...place], gcoord.GCJ02, gcoord.WGS84));
const places = { Lhasa: [91.1, 29.65], Kathmandu: [85.32, 27.71], Hanoi: [105.83, 21.03], Seoul: [126.97, 37.56], Pyongyang: [125.75, 39.02], Ulaanbaatar: [106.9, 47.9],
  Dhaka: [90.4, 23.8], Islamabad: [73.05, 33.7], Srinagar: [74.8, 34.08], Manila: [120.98, 14.6], Baku: [49.87, 40.4], Tokyo: [139.7, 35.7] };
for (const [name, place] of Object.entries(places)) console.log(name.padEnd(12), moved(place), 'm');
for (const name of ['Kathmandu', 'Hanoi', 'Seoul', 'Pyongyang', 'Ulaanbaatar', 'Dhaka', 'Islamabad', 'Srinagar', 'Manila']) assert.ok(moved(places[name]) > 250, name);
assert.equal(moved(places.Baku), 0); assert.equal(moved(places.Tokyo), 0);
E
node t.cjs
