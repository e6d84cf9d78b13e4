#!/usr/bin/env bash
# Guess: "27.5, 62.5" and "27.50, 62.50" are the same decimal degrees. A word on odd formats in its readme concerns
#   old herbarium labels.
# Seen: with one or two digits after the point the digits are read as minutes, with three or more as decimals:
#   27.5 becomes 27 degrees 5 minutes (27.083), 27.50 becomes 27 degrees 50 minutes (27.833), 27.500 stays 27.5.
#   27.59 is read as minutes and 27.60 is refused, so a table with two decimals fails only in 40 of 100 rows.
# Versions: geo-coordinates-parser 1.7.4 (npm)
# Why it matters for maps of events: places given to two decimals move up to some 60 km, and a number printed without
#   its last zeros moves once more. The result looks plausible; only the field originalFormat ('DM') tells.
# Date seen: 2026-11-28
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
npm install --no-fund --no-audit --silent geo-coordinates-parser@1.7.4
cat > t.cjs <<'E'
const assert = require('node:assert');
const { convert } = require('geo-coordinates-parser');
const read = s => { try { const r = convert(s); return [r.decimalLatitude, r.decimalLongitude, r.originalFormat]; } catch (e) { return String(e.message); } };
for (const s of ['27.5, 62.5', '27.50, 62.50', '27.500, 62.500', '27.59 N 62.59 E', '27.60 N 62.60 E', '27.9 N 62.9 E']) console.log(s, '->', read(s));
assert.deepEqual(read('27.5, 62.5'), [27.08333, 62.08333, 'DM']);
assert.deepEqual(read('27.500 N 62.500 E'), [27.5, 62.5, 'DD']);
assert.deepEqual(read('27.50 N 62.50 E'), [27.83333, 62.83333, 'DM']);
assert.deepEqual(read('27.59 N 62.59 E'), [27.98333, 62.98333, 'DM']);
assert.equal(typeof read('27.60 N 62.60 E'), 'string');
let refused = 0, moved = 0;
for (let i = 0; i < 100; i++) { const v = '27.' + String(i).padStart(2, '0'), r = read(`${v} N 62.500 E`), q = read(`${v} N 62.${v.slice(3)} E`); if (typeof q === 'string') refused++; else if (Math.abs(q[0] - Number(v)) > 0.01) moved++; }
console.log('of 100 values with two decimals: refused', refused, 'moved by more than 1 km', moved);
assert.equal(refused, 40);
E
node t.cjs
