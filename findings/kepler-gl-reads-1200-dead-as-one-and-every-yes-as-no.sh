#!/usr/bin/env bash
# Guess: kepler.gl (processCsvData) reads the toll "1,200" as 1200 or leaves the column a text; a cell as "3-5" or "1.2 million"
#   among numbers becomes null or makes the column a text; a column of yes and no becomes true and false.
# Seen: the type of a column comes from type-analyzer, which takes out commas and lets some cells not fit, the value from
#   parseInt, which stops at the first comma: 1,200 is 1, 1,200,000 is 1 and 950,000 is 950. One such cell makes whole numbers
#   of all others in the column (1.5 and 2,000 are 1 and 2). "1.2 million" is 1, "12-15" 12, "1 200" 1, "about 20" null.
#   Latitudes with a decimal comma are whole degrees: 33,5 is 33; and one 34,1 cuts the 33.5 and 35.2 beside it too. A column of
#   yes and no is boolean, and each is false, as only true and 1 count.
# Versions: @kepler.gl/processors 3.2.6 with type-analyzer 0.4.0 (npm); kepler.gl's issue 201 asks for other separators since
#   2018, but does not tell of these values
# Why it matters for maps of events: tables of displaced and killed people write 1,200. The worst places get the smallest
#   circles, the type of the column is shown as a number, and the rest of the numbers is right. "Confirmed: yes" becomes false
#   for all.
# Date seen: 2026-11-30
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
npm install --silent --no-fund --no-audit --no-package-lock --ignore-scripts --legacy-peer-deps --omit=optional \
  @kepler.gl/processors@3.2.6 >/dev/null
cat > t.cjs <<'E'
const assert = require('node:assert/strict');
// its libraries look for a page when they are loaded; the reading of a table needs none
Object.assign(globalThis, { window: globalThis, self: globalThis,
  document: { createElement: () => ({ style: {}, getContext: () => null }), addEventListener() {},
    documentElement: { style: {} } } });
const { processCsvData } = require('@kepler.gl/processors');
const column = cells => {
  const { fields, rows } = processCsvData('place,toll\n' + cells.map((cell, i) => `place ${i},"${cell}"`).join('\n'));
  return [fields[1].type, rows.map(row => Number.isNaN(row[1]) ? null : row[1])];
};
const seen = [[['1200', '300', '15'], 'integer', [1200, 300, 15]], [['33.5', '34.1', '35.2'], 'real', [33.5, 34.1, 35.2]],
  [['1,200', '300', '15'], 'integer', [1, 300, 15]], [['1,200,000', '950,000', '15'], 'integer', [1, 950, 15]],
  [['1.5', '2,000', '3'], 'integer', [1, 2, 3]], [['1 200', '300', '12'], 'integer', [1, 300, 12]],
  [['1.2 million', '300', '20', '7'], 'integer', [1, 300, 20, 7]], [['12-15', '3', '4', '5'], 'integer', [12, 3, 4, 5]],
  [['12', '15', 'about 20'], 'integer', [12, 15, null]], [['33,5', '34,1', '35,2'], 'integer', [33, 34, 35]],
  [['33.5', '34,1', '35.2'], 'integer', [33, 34, 35]], [['yes', 'no', 'yes'], 'boolean', [false, false, false]],
  [['true', 'false', 'true'], 'boolean', [true, false, true]]];
for (const [cells, type, values] of seen) {
  const got = column(cells); console.log(cells.join(' | '), '->', got[0], got[1].join(' | '));
  assert.deepEqual(got, [type, values]);
}
E
node t.cjs
