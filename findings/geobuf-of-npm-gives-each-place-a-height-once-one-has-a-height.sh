#!/usr/bin/env bash
# Guess: Geobuf, "lossless compression of GeoJSON", gives each point back with the numbers it had: two for a place without a height, three for one with.
# Seen: with geobuf of npm one point with a height is enough, and every other point of the collection comes back with height 0; a fourth number (a time)
#   likewise puts 0 for all others. A point alone comes back as it was, so the answer depends on the other rows. In the file of the Python package the
#   places keep two numbers, also when the npm package reads it. Python's stops at an event without a place and drops properties that are null.
# Versions: geobuf 4.0.0 with pbf 5.1.2 (npm), geobuf 2.0.1 with protobuf 6.33.1 (PyPI)
# Why it matters for maps of events: one drone or one peak with a height, and all other events lie at sea level, "known" to be there.
# Date seen: 2026-11-29
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
npm install --no-fund --no-audit --silent geobuf@4.0.0 pbf@5.1.2
python3 -m venv v && v/bin/pip install -q --disable-pip-version-check geobuf==2.0.1 protobuf==6.33.1
cat > t.mjs <<'E2'
import assert from 'node:assert'; import { readFileSync, writeFileSync } from 'node:fs'; import { encode, decode } from 'geobuf'; import { PbfReader, PbfWriter } from 'pbf';
const events = (...places) => ({ type: 'FeatureCollection', features: places.map((coordinates, n) => ({ type: 'Feature', properties: { n, killed: null }, geometry: coordinates && { type: 'Point', coordinates } })) });
const kabul = [69.17, 34.53], noshaq = [71.84, 36.43, 7492], timed = [66.1, 31.2, 900, 1714700000];
const back = bytes => decode(new PbfReader(bytes)).features.map(f => f.geometry && f.geometry.coordinates);
const cases = { alone: events(kabul, null), mixed: events(kabul, noshaq, [62.2, 34.35]), timed: events(kabul, noshaq, timed) };
if (process.argv[2]) {
  const seen = back(readFileSync('python.pbf')); console.log('npm, of the file of Python:', JSON.stringify(seen)); assert.deepEqual(seen, [kabul, noshaq, [62.2, 34.35]]);
} else {
  const seen = Object.fromEntries(Object.entries(cases).map(([name, data]) => [name, back(encode(data, new PbfWriter()))]));
  console.log('npm:', JSON.stringify(seen)); writeFileSync('cases.json', JSON.stringify(cases)); writeFileSync('npm.pbf', encode(cases.mixed, new PbfWriter()));
  assert.deepEqual(seen, { alone: [kabul, null], mixed: [[...kabul, 0], noshaq, [62.2, 34.35, 0]], timed: [[...kabul, 0, 0], [...noshaq, 0], timed] });
}
E2
node t.mjs
v/bin/python - <<'P'
import json, geobuf
cases = json.load(open("cases.json")); coded = geobuf.encode(cases["mixed"]); open("python.pbf", "wb").write(coded)
places = lambda data: [f["geometry"]["coordinates"] for f in geobuf.decode(data)["features"]]
print("Python:", places(coded), "| of the file of npm:", places(open("npm.pbf", "rb").read()))
assert [len(p) for p in places(coded)] == [2, 3, 2] and places(open("npm.pbf", "rb").read())[0] == [69.17, 34.53, 0]
assert "killed" not in geobuf.decode(coded)["features"][0].get("properties", {})
try:
    geobuf.encode(cases["alone"]); raise SystemExit("an event without a place is coded now")
except TypeError as err: print("Python, an event without a place:", err)
P
node t.mjs python
