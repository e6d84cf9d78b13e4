#!/usr/bin/env bash
# Guess: three readers of DBF tables give a day as midnight of the computer's own clock, so JSON has the day before in Pakistan; a zero stays a zero, an
#   unknown number, day or yes-or-no is null in each.
# Seen: shapefile and shpjs do so with days (15 January for 16 January in Karachi), dbffile does not. An event without a day is one of 30 November 1899 in
#   shapefile, and, where zeros stand for blanks, in shpjs, too (29 November in Karachi). Whether it is sure, "?" for unknown, is false in shpjs.
#   Numbers are right in all three.
# Versions: shapefile 0.6.6, shpjs 6.2.0, dbffile 1.13.0 (npm)
# Why it matters for maps of events: shapefiles are how aid agencies hand lists of events on, and pages read them with these; who filters by day or
#   draws a time line finds undated events in the 19th century, and dated ones on the wrong day, but only east of Greenwich.
# Date seen: 2026-11-30
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
npm install --no-fund --no-audit --silent shapefile@0.6.6 shpjs@6.2.0 dbffile@1.13.0
cat > make.py <<'E2'
import struct
fields = [("day", "D", 8), ("killed", "N", 4), ("sure", "L", 1)]
rows = [(b"20240116", b"   0", b"F"), (b"        ", b"    ", b"?"), (b"00000000", b"   9", b"T")]
size = 1 + sum(length for *_, length in fields)
table = struct.pack("<BBBBIHH20x", 3, 124, 1, 16, len(rows), 32 + 32 * len(fields) + 1, size)
table += b"".join(struct.pack("<11sc4xBB14x", name.encode(), kind.encode(), length, 0) for name, kind, length in fields)
open("events.dbf", "wb").write(table + b"\r" + b"".join(b" " + b"".join(row) for row in rows) + b"\x1a")
points = b"".join(struct.pack(">ii", n + 1, 10) + struct.pack("<idd", 1, 62.0 + n, 27.0) for n in range(len(rows)))
head = struct.pack(">7i", 9994, 0, 0, 0, 0, 0, (100 + len(points)) // 2) + struct.pack("<2i8d", 1000, 1, 62, 27, 64, 27, 0, 0, 0, 0)
open("events.shp", "wb").write(head + points)
E2
python3 make.py
cat > t.mjs <<'E2'
import assert from 'node:assert'; import { readFileSync } from 'node:fs';
import * as shapefile from 'shapefile'; import { parseDbf } from 'shpjs'; import { DBFFile } from 'dbffile';
const bytes = readFileSync('events.dbf'), plain = rows => JSON.parse(JSON.stringify(rows));
const read = {
  shapefile: plain((await shapefile.read('events.shp', 'events.dbf')).features.map(f => f.properties)),
  shpjs: plain(parseDbf(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length))),
  dbffile: plain(await (await DBFFile.open('events.dbf')).readRecords(9)),
};
const day = text => text && text.slice(0, 10), [one, none] = process.env.TZ === 'UTC' ? ['2024-01-16', '1899-11-30'] : ['2024-01-15', '1899-11-29'];
for (const [name, rows] of Object.entries(read)) console.log(process.env.TZ.padEnd(13), name.padEnd(10), ...rows.map(r => `${day(r.day)} ${r.killed} ${r.sure} |`));
assert.deepEqual(read.shapefile.map(r => [day(r.day), r.killed, r.sure]), [[one, 0, false], [none, null, null], [none, 9, true]]);
assert.deepEqual(read.shpjs.map(r => [day(r.day), r.killed, r.sure]), [[one, 0, false], [null, null, false], [none, 9, true]]);
assert.deepEqual(read.dbffile.map(r => [day(r.day), r.killed, r.sure]), [['2024-01-16', 0, false], [null, null, null], [null, 9, true]]);
E2
for zone in UTC Asia/Karachi; do TZ=$zone node t.mjs; done
