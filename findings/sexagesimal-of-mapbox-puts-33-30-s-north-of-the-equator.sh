#!/usr/bin/env bash
# Guess: a parser that takes "33°30'S", "33 30' S" and "33.5 S" gives null for what it cannot read; where it gives a number, the minutes and the S are in
#   it.
# Seen: @mapbox/sexagesimal reads "33 30 S", "33 30 00 S", "33:30 S", "33°30 S" and "33° 30´ S" (an acute accent for the prime) as 33, north; "S 33 30" is
#   -33 without the minutes (56 km off). "34,5° N" is 34. "-0° 30'" is +0.5, for dms-conversion as well: a minus before 0 degrees is lost. pair("333000S
#   0691000W") is -333000, -691000, and dms-conversion reads "33-30-15 S" as 33, north. pair("33 30 S 69 10 W") is null, as it should.
# Versions: @mapbox/sexagesimal 1.2.0, dms-conversion 3.1.4 (npm)
# Why it matters for maps of events: a notice to mariners, a place of an air accident or a table of villages has degrees and minutes with blanks; Mendoza
#   (32 53 S, 68 50 W, in two columns) lands at 32 N 68 E, near the line of Afghanistan and Pakistan; a village 55 km south of the equator the same way
#   north.
# Date seen: 2026-11-30
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
npm install --silent --no-fund --no-audit --no-package-lock @mapbox/sexagesimal@1.2.0 dms-conversion@3.1.4 >/dev/null
cat > t.cjs <<'E'
const assert = require('node:assert/strict'); const read = require('@mapbox/sexagesimal'); const { parseDms } = require('dms-conversion');
const seen = { "33°30'S": -33.5, "33 30' S": -33.5, '33.5 S': -33.5, '33 30 S': 33, '33 30 00 S': 33, '33:30 S': 33, '33°30 S': 33, '33° 30´ S': 33, 'S 33 30': -33, '34,5° N': 34, '32 53 S': 32, '68 50 W': 68,
               "0° 30' S": -0.5, "-0° 30'": 0.5 };
for (const [text, degrees] of Object.entries(seen)) { console.log(text, '->', read(text)); assert.equal(read(text), degrees); }
const pairs = { "33°30'S 69°10'W": [-33.5, -69.16666666666667], '33 30 S 69 10 W': null, '333000S 0691000W': [-333000, -691000] };
for (const [text, place] of Object.entries(pairs)) { console.log(text, '->', read.pair(text)); assert.deepEqual(read.pair(text), place); }
for (const [text, degrees] of Object.entries({ "33°30'S": -33.5, '33 30 S': -33.5, '33:30:15 S': -33.50416666666667, '33-30-15 S': 33, "-0°30'": 0.5 })) {
  console.log('dms-conversion', text, '->', parseDms(text)); assert.equal(parseDms(text), degrees);
}
E
node t.cjs
