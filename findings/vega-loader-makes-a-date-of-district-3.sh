#!/usr/bin/env bash
# Guess: automatic typing of a CSV column of names ("District 3", "District 7") gives texts; only real dates become dates.
# Seen: each becomes a moment of the year 2001: District 3 is 1 March, District 7 is 1 July, with the name gone for good. "Route 60" is
#   1 January 1960, "Brigade 93" is the year 1993, "B-12" is December 2001, and the id of an article,
#   "panjgur-2024-01", is January 2024. One value above 12 and below 32 in the column (Ward 13) keeps all of it as text, so the same table
#   changes its type when a row is added. A count ("3 killed") stays text.
# Versions: vega-loader 5.1.3 (npm), as used for "parse": "auto". The same cause is told in an issue of datalib, its older sister.
# Why it matters for maps of events: wards, sectors, zones, checkpoints and brigades with small numbers are the place names of
#   many event tables; two days on a time axis stand where two districts should.
# Date seen: 2026-11-28
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
npm install --no-fund --no-audit --silent vega-loader@5.1.3
cat > t.mjs <<'E'
import assert from 'node:assert'; import { read, inferType } from 'vega-loader';
const rows = read('place,dead\nDistrict 3,4\nDistrict 7,5\n', { type: 'csv', parse: 'auto' });
const days = rows.map(r => new Date(r.place).toISOString().slice(0, 10));
console.log(rows.map(r => JSON.stringify(r)).join(' '), '->', days);
assert.ok(rows.every(r => typeof r.place === 'number')); assert.deepEqual(days, ['2001-03-01', '2001-07-01']);
assert.deepEqual(rows.map(r => r.dead), [4, 5]);
const types = { date: [['Ward 5', 'Ward 11'], ['Site 1', 'Site 2'], ['Checkpoint 4'], ['B-12'], ['Route 60'], ['Brigade 93'], ['panjgur-2024-01']],
  string: [['Ward 5', 'Ward 13'], ['3 killed'], ['Homs']] };
for (const [type, columns] of Object.entries(types)) for (const names of columns) {
  console.log(names.join(', ').padEnd(20), inferType(names), names.map(n => new Date(n)).map(t => isNaN(t) ? '-' : t.toISOString().slice(0, 10)).join(' '));
  assert.equal(inferType(names), type, names);
}
E
TZ=UTC node t.mjs
