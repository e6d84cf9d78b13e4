#!/usr/bin/env bash
# Guess: jalaliday gives the solar day that Intl and date-fns-jalali give, and reads it back; if it errs, then around Nowruz or for years far away.
# Seen: in each Gregorian leap year, from 1 January to 29 February, it is a day late: 15 January 2024 is 26 Dey 1402 for it (25 Dey), 480 days of the years
#   2000 to 2029. 29 February and 1 March 2024 are both 11 Esfand, and no day of that year is 11 Dey. From the solar to the Gregorian day it is right, so a
#   day written and read again has moved. jalali-plugin-dayjs, a fork, agrees with Intl on each day.
# Versions: jalaliday 3.1.1, jalali-plugin-dayjs 1.1.4, dayjs 1.11.23, date-fns-jalali 4.4.0-0 (npm)
# Why it matters for maps of events: Iranian and Afghan sources are looked up by their own date, and "the attack of 13 Dey" (Kerman, 3 January 2024) becomes
#   the 14th. Three years of four are right, and so is the rest of the fourth; a test in spring finds nothing.
# Date seen: 2026-11-30
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
npm install --silent --no-fund --no-audit --no-package-lock jalaliday@3.1.1 jalali-plugin-dayjs@1.1.4 dayjs@1.11.23 date-fns-jalali@4.4.0-0 >/dev/null
cat > t.cjs <<'E'
const assert = require('node:assert/strict'); const { format } = require('date-fns-jalali'); const dayjs = require('dayjs'); const name = process.argv[2], plugin = require(name); dayjs.extend(plugin.default ?? plugin);
console.log = (log => (...words) => { if (!/Tehran|calculated timestamp/.test(words.join(' '))) log(...words); })(console.log); console.warn = () => {};  // it speaks at each date outside Tehran
const parts = new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', { year: 'numeric', month: '2-digit', day: '2-digit' });
const intl = at => { const p = Object.fromEntries(parts.formatToParts(at).map(x => [x.type, x.value])); return [p.year, p.month, p.day].join('-'); };
const solar = at => dayjs(at).calendar('jalali').locale('en').format('YYYY-MM-DD');
const late = []; let moved = 0;
for (let at = new Date(2000, 0, 1, 12); at.getFullYear() < 2030; at.setDate(at.getDate() + 1)) {
  assert.equal(format(at, 'yyyy-MM-dd'), intl(at));
  assert.equal(dayjs(intl(at), { jalali: true }).calendar('gregory').format('YYYY-MM-DD'), dayjs(at).calendar('gregory').format('YYYY-MM-DD'));
  if (solar(at) !== intl(at)) { late.push(new Date(at)); const back = dayjs(solar(at), { jalali: true }).calendar('gregory').format('YYYY-MM-DD'); moved += back !== dayjs(at).calendar('gregory').format('YYYY-MM-DD'); }
}
console.log(name, 'days that differ from Intl, 2000 to 2029:', late.length);
for (const day of [[2023, 11, 31], [2024, 0, 1], [2024, 0, 3], [2024, 0, 15], [2024, 1, 29], [2024, 2, 1], [2023, 0, 15]]) { const at = new Date(...day, 12); console.log(dayjs(at).calendar('gregory').format('YYYY-MM-DD'), name, solar(at), 'Intl', intl(at)); }
if (name === 'jalaliday/dayjs') {
  assert.equal(late.length, 8 * 60); assert(late.every(at => at.getFullYear() % 4 === 0 && at.getMonth() < 2)); assert.equal(moved, late.length);
  assert.equal(solar(new Date(2024, 0, 3, 12)), '1402-10-14'); assert.equal(solar(new Date(2024, 1, 29, 12)), solar(new Date(2024, 2, 1, 12)));
} else assert.equal(late.length, 0);
E
for zone in Asia/Tehran UTC; do for name in jalaliday/dayjs jalali-plugin-dayjs; do TZ=$zone node t.cjs $name 2>/dev/null; done; done
