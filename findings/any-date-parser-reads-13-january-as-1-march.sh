#!/usr/bin/env bash
# Guess: in the default locale en-US, "13/01/2025" (day first, no month 13) is either refused or read as 13 January.
# Seen: 1 March 2025: a digit of the day is left out until a month and a day come out ("3/01/2025"). In the same
#   way 16/06/2025 is 6 June and 31/12/2024 is 12 January 2024. "Jun 16-18, 2025" is the year 2018.
#   "2025-06" has the day 6 and no month. No error, no "invalid" mark. With the locale en-GB the first three are right.
# Versions: any-date-parser 2.2.4
# Why it matters for maps of events: most of the world writes the day first; days 1 to 12 look like the well-known
#   American swap, but days 13 to 31 do not fail, they land in another month, so no check by failures finds the fault.
# Date seen: 2026-11-28
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
npm install --no-fund --no-audit --silent any-date-parser@2.2.4
cat > t.cjs <<'E'
const assert = require('node:assert'); const loaded = require('any-date-parser'); const parser = loaded.default || loaded;
const day = (text, locale) => { const { year, month, day, invalid } = parser.attempt(text, locale); return [year, month, day, invalid].map(x => x ?? '-').join(' '); };
const cases = { '16 June 2025': '2025 6 16 -', '01/13/2025': '2025 1 13 -', '13/01/2025': '2025 3 1 -', '16/06/2025': '2025 6 6 -',
  '31/12/2024': '2024 1 12 -', 'Jun 16-18, 2025': '2018 6 16 -', '2025-06': '2025 - 6 -' };
for (const [text, seen] of Object.entries(cases)) { console.log(text.padEnd(16), 'year month day invalid:', day(text)); assert.equal(day(text), seen); }
assert.equal(parser.fromString('13/01/2025').toISOString().slice(0, 10), '2025-03-01');
console.log('13/01/2025 in en-GB:', day('13/01/2025', 'en-GB'));
assert.deepEqual(['13/01/2025', '16/06/2025', '31/12/2024'].map(t => day(t, 'en-GB')), ['2025 1 13 -', '2025 6 16 -', '2024 12 31 -']);
E
node t.cjs
