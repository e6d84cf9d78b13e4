#!/usr/bin/env bash
# Guess: exifr, asked for the time of a photo that tells its own time zone (OffsetTimeOriginal, Exif 2.31), gives that moment; and a
#   position whose letter for the hemisphere is missing or not S or W as such is refused.
# Seen: the zone is ignored. A photo of 23:30 on 3 May at -05:00 (4 May in UTC, as its own GPS day says) is 23:30 of the reader's
#   zone: 20:30 UTC on 3 May in Damascus, 8 hours early. "s" and "w", or no letters, are north and east: Santiago (33.5 S, 70.67 W)
#   becomes 33.5 N, 70.67 E, near Khost in Afghanistan. exifreader leaves the place out without letters, but reads "s" as north too.
# Versions: exifr 7.1.3, exifreader 4.46.0 (npm), piexif 1.1.3, Pillow 13.0.0 (to make the photos)
# Why it matters for maps of events: the time and place of photos date a strike; here the day depends on who opens the file.
# Date seen: 2026-11-28
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
npm install --no-fund --no-audit --silent exifr@7.1.3 exifreader@4.46.0
python3 -m venv v && v/bin/pip install -q --disable-pip-version-check piexif==1.1.3 Pillow==13.0.0
v/bin/python - <<'PY'
import piexif
from PIL import Image
lat, lon = ((33, 1), (30, 1), (0, 1)), ((70, 1), (40, 1), (0, 1))
def photo(name, **exif):
    Image.new("RGB", (8, 8)).save(name, exif=piexif.dump({"0th": {}, **exif}))
photo("upper.jpg", GPS={1: b"S", 2: lat, 3: b"W", 4: lon})
photo("lower.jpg", GPS={1: b"s", 2: lat, 3: b"w", 4: lon})
photo("none.jpg", GPS={2: lat, 4: lon})
photo("night.jpg", GPS={29: b"2024:05:04", 7: ((4, 1), (30, 1), (0, 1))}, Exif={36867: b"2024:05:03 23:30:00", 36881: b"-05:00"})
PY
cat > t.mjs <<'E'
import assert from 'node:assert'; import { createRequire } from 'node:module'; import { readFileSync } from 'node:fs';
const require = createRequire(import.meta.url), exifr = require('exifr'), reader = require('exifreader');
for (const [name, sign, other] of [['upper', -1, -1], ['lower', 1, 1], ['none', 1, undefined]]) {
  const place = await exifr.gps(name + '.jpg'), second = reader.load(readFileSync(name + '.jpg'), { expanded: true }).gps;
  console.log(name, 'exifr', place, 'exifreader', second);
  assert.equal(Math.sign(place.latitude), sign); assert.equal(Math.sign(place.longitude), sign); assert.equal(second && Math.sign(second.Latitude), other);
}
const all = await exifr.parse('night.jpg', { gps: true, exif: true });
console.log(process.env.TZ, all.DateTimeOriginal.toISOString(), 'offset in the file', all.OffsetTimeOriginal, 'GPS day', all.GPSDateStamp, all.GPSTimeStamp);
assert.equal(all.DateTimeOriginal.toISOString(), process.argv[2]); assert.equal(all.OffsetTimeOriginal, '-05:00');
E
TZ=UTC node t.mjs 2024-05-03T23:30:00.000Z
TZ=Asia/Damascus node t.mjs 2024-05-03T20:30:00.000Z
