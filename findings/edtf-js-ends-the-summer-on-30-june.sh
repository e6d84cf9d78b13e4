#!/usr/bin/env bash
# Guess: the season codes of EDTF (2024-22, summer) are June to August, or no fixed months; quarters have codes of their own (33 to 36).
# Seen: in edtf.js a season is a quarter of the year: spring is January to March, summer April to June, autumn July to September, winter October to
#   December. So summer 2024 covers 10 April and not 1 July or 15 August; summer and the second quarter (2024-34) are one span. The summer
#   of the south (2024-30) is July to September, when it is winter there. The first third of a year (37) ends on 31 May, a month late.
# Versions: edtf 4.11.1 (npm)
# Why it matters for maps of events: "the summer offensive" is put before the months in which it was fought, and a filter by
#   day leaves it out in July and August.
# Date seen: 2026-11-28
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
npm install --no-fund --no-audit --silent edtf@4.11.1
cat > t.mjs <<'E'
import assert from 'node:assert'; import edtf from 'edtf';
const span = text => { const e = edtf(text); return [e.min, e.max].map(t => new Date(t).toISOString().slice(0, 10)).join(' to '); };
const names = { '2024-21': 'spring', '2024-22': 'summer', '2024-23': 'autumn', '2024-24': 'winter', '2024-34': 'second quarter', '2024-26': 'summer, north', '2024-30': 'summer, south', '2024-37': 'first third' };
for (const [code, name] of Object.entries(names)) console.log(code, name.padEnd(14), span(code));
assert.equal(span('2024-21'), '2024-01-01 to 2024-03-31'); assert.equal(span('2024-24'), '2024-10-01 to 2024-12-31');
for (const code of ['2024-22', '2024-34', '2024-26']) assert.equal(span(code), '2024-04-01 to 2024-06-30', code);
assert.equal(span('2024-30'), '2024-07-01 to 2024-09-30'); assert.equal(span('2024-37'), '2024-01-01 to 2024-05-31');
const held = ['2024-04-10', '2024-06-30', '2024-07-01', '2024-08-15'].map(day => edtf('2024-22').covers(edtf(day)));
console.log('summer 2024 covers 10 April, 30 June, 1 July, 15 August:', held.join(' ')); assert.deepEqual(held, [true, true, false, false]);
E
node t.mjs
