#!/usr/bin/env bash
# Guess: the Ethiopian calendar has one rule (a sixth day of Pagume each fourth year), so libraries for it name the same day, at least from 1985 to 2030.
# Seen: Intl of Node (ICU), ethiopian-date, ethiopian-calendar-date-converter and kenat agree on all 16,801 days. ethiopian-calendar-new leaves out the sixth day of
#   Pagume, and the whole year behind it is a day late: 11 September 2023 to 10 September 2024 (2016 there), and each fourth year before, 4,026 days in all. Its
#   own isEthiopianLeapYear gives 2015 as a leap year. Its way back is a day early in the same years, so a date that goes there and back
#   comes back right, and such a test shows nothing. 29 January 2024 (Merawi) is 20 Tir 2016, and 21 Tir there.
# Versions: ethiopian-calendar-new 1.1.0, ethiopian-date 0.0.6, ethiopian-calendar-date-converter 2.1.6, kenat 3.2.0 (npm), Node 20, ethiopian-date 1.0 (PyPI)
# Why it matters for maps of events: reports from Amhara, Oromia and Tigray give Ethiopian dates; a day off makes two events of one.
# Date seen: 2026-11-29
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
npm install --no-fund --no-audit --silent ethiopian-calendar-new@1.1.0 ethiopian-date@0.0.6 ethiopian-calendar-date-converter@2.1.6 kenat@3.2.0
python3 -m venv v && v/bin/pip install -q --disable-pip-version-check ethiopian-date==1.0
cat > t.mjs <<'E2'
import assert from 'node:assert'; import { createRequire } from 'node:module'; import { execFileSync } from 'node:child_process'; import * as kenat from 'kenat';
const require = createRequire(import.meta.url), odd = require('ethiopian-calendar-new'), plain = require('ethiopian-date'), { EthDateTime } = require('ethiopian-calendar-date-converter');
const intl = new Intl.DateTimeFormat('en-u-ca-ethiopic', { timeZone: 'UTC', year: 'numeric', month: 'numeric', day: 'numeric' });
const numbers = r => [r.year, r.month, r.day ?? r.date].join('-');
const libraries = {
  intl: t => { const p = Object.fromEntries(intl.formatToParts(t).map(x => [x.type, x.value])); return [p.year ?? p.relatedYear, p.month, p.day].join('-'); },
  'ethiopian-date': (t, day) => plain.toEthiopian(day).join('-'),
  'ethiopian-calendar-date-converter': t => numbers(EthDateTime.fromEuropeanDate(t)),
  kenat: (t, day) => numbers(kenat.toEC(...day)),
  'ethiopian-calendar-new': (t, day) => numbers(odd.toEthiopian(...day)),
};
const differ = Object.fromEntries(Object.keys(libraries).map(name => [name, 0])), years = new Set(); let days = 0, thereAndBack = 0, back = 0;
for (let t = Date.UTC(1985, 0, 1); t < Date.UTC(2031, 0, 1); t += 864e5) {
  const date = new Date(t), day = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()], right = libraries.intl(date, day); days++;
  for (const [name, read] of Object.entries(libraries)) if (read(date, day) !== right) { differ[name]++; years.add(right.split('-')[0]); }
  if (numbers(odd.toGregorian(...libraries['ethiopian-calendar-new'](date, day).split('-').map(Number))) !== day.join('-')) thereAndBack++;
  if (numbers(odd.toGregorian(...right.split('-').map(Number))) !== day.join('-')) back++;
}
console.log(days, 'days; differ from Intl:', JSON.stringify(differ), '| in the years', [...years].join(' ')); console.log('there and back wrong:', thereAndBack, '| back from the right date wrong:', back);
assert.deepEqual(Object.values(differ), [0, 0, 0, 0, 4026]); assert(thereAndBack < 15 && back > 4000 && odd.isEthiopianLeapYear(2015));
const python = execFileSync('v/bin/python', ['-c', 'from ethiopian_date import EthiopianDateConverter as E; print(E.to_ethiopian(2024, 1, 29))']).toString().trim();
const merawi = Object.entries(libraries).map(([name, read]) => [name, read(new Date(Date.UTC(2024, 0, 29)), [2024, 1, 29])]); console.log('29 January 2024:', JSON.stringify(Object.fromEntries(merawi)), 'PyPI', python);
assert.deepEqual(merawi.map(x => x[1]), [...Array(4).fill('2016-5-20'), '2016-5-21']); assert.equal(python, '2016-05-20');
E2
node t.mjs
