#!/usr/bin/env bash
# Guess: a receiver that has no fix sends sentences with the fields of the position left empty (status V, quality 0), and a reader gives nothing
#   or not-a-number for latitude, longitude, speed and course.
# Seen: nmea-simple gives latitude 0 and longitude 0, speed 0, course 0 and altitude 0, pynmea2 latitude 0.0 and longitude 0.0, in RMC, GGA and GLL
#   alike; the sign of it is a status elsewhere in the answer. gps gives null, pynmeagps an empty text.
# Versions: nmea-simple 3.3.0, gps 0.9.0 (npm), pynmea2 1.19.0, pynmeagps 1.1.8
# Why it matters for maps of events: the log of a car, drone or ship starts, and goes on in tunnels and under jamming, with such sentences; each of
#   them makes the track jump to the Gulf of Guinea and back, and speed and course 0 look measured.
# Date seen: 2026-11-29
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
npm install --no-fund --no-audit --silent nmea-simple@3.3.0 gps@0.9.0
python3 -m venv v && v/bin/pip install -q --disable-pip-version-check pynmea2==1.19.0 pynmeagps==1.1.8
cat > make.py <<'P'
import functools, json, operator
bodies = {"RMC no fix": "GPRMC,120000.00,V,,,,,,,010524,,,N", "GGA no fix": "GPGGA,120000.00,,,,,0,00,99.99,,,,,,",
          "GLL no fix": "GPGLL,,,,,120000.00,V,N", "RMC with fix": "GPRMC,120000.00,A,3330.0000,N,03618.0000,E,5.0,90.0,010524,,,A"}
json.dump({k: f"${b}*{functools.reduce(operator.xor, b.encode()):02X}" for k, b in bodies.items()}, open("nmea.json", "w"))
P
v/bin/python make.py
cat > t.cjs <<'E'
const assert = require('node:assert'), lines = require('./nmea.json'), { parseNmeaSentence } = require('nmea-simple'), { GPS } = require('gps');
for (const [name, line] of Object.entries(lines)) {
  const a = parseNmeaSentence(line), b = GPS.Parse(line);
  console.log(name, '| nmea-simple', a.latitude, a.longitude, a.speedKnots, a.trackTrue, a.altitudeMeters, '| gps', b.lat, b.lon, b.speed, b.track);
  if (name.includes('no fix')) {
    assert.deepEqual([a.latitude, a.longitude], [0, 0]); assert.deepEqual([b.lat, b.lon], [null, null]);
    if (name.startsWith('RMC')) assert.deepEqual([a.speedKnots, a.trackTrue, b.speed, b.track], [0, 0, null, null]);
    if (name.startsWith('GGA')) assert.equal(a.altitudeMeters, 0);
  } else { assert.deepEqual([a.latitude, a.longitude, b.lat, b.lon], [33.5, 36.3, 33.5, 36.3]); }
}
E
node t.cjs
v/bin/python - <<'P'
import json, pynmea2
from pynmeagps import NMEAReader
for name, line in json.load(open("nmea.json")).items():
    a, b = pynmea2.parse(line), NMEAReader.parse(line)
    print(f"{name} | pynmea2 {a.latitude} {a.longitude} valid: {a.is_valid} | pynmeagps {b.lat!r} {b.lon!r}")
    if "no fix" in name: assert (a.latitude, a.longitude, b.lat, b.lon) == (0.0, 0.0, "", "") and not a.is_valid
    else: assert abs(a.latitude - 33.5) + abs(b.lon - 36.3) < 1e-9 and a.is_valid
P
