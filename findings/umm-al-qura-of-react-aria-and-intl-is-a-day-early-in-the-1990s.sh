#!/usr/bin/env bash
# Guess: libraries for the Umm al-Qura calendar of Saudi Arabia name the same day, at least for the years of living memory.
# Seen: the table that @internationalized/date (React Aria) shares with ICU, and so with Intl in browsers and Node, differs from the
#   tables of hijridate, moment-hijri and @tabby_ai/hijri-converter on about 300 days of each year from 1981 to 1998, and agrees with
#   the last of them on each day from 2000 to 2028. 25 February 1994 (Hebron) is 14 Ramadan 1414 in one, 15 Ramadan in the others. The npm
#   package hijri-converter agrees with the others there, but alone puts most of December 2024 (8 December: Damascus) a day early.
# Versions: @internationalized/date 3.12.4, @tabby_ai/hijri-converter 1.0.5, moment-hijri 3.0.0, hijri-converter 1.1.1 (npm), hijridate 2.6.0 (PyPI)
# Why it matters for maps of events: reports of the Gulf War or of Algeria with a Hijri date move by a day, by the library alone.
# Date seen: 2026-11-28
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
npm install --no-fund --no-audit --silent @internationalized/date@3.12.4 @tabby_ai/hijri-converter@1.0.5 moment-hijri@3.0.0 hijri-converter@1.1.1
python3 -m venv v && v/bin/pip install -q --disable-pip-version-check hijridate==2.6.0
cat > t.mjs <<'E'
import assert from 'node:assert'; import { createRequire } from 'node:module'; import { execFileSync } from 'node:child_process';
import { IslamicUmalquraCalendar, CalendarDate, toCalendar } from '@internationalized/date';
const require = createRequire(import.meta.url), tabby = require('@tabby_ai/hijri-converter'), moment = require('moment-hijri'), npm = require('hijri-converter');
const aria = (y, m, d) => { const r = toCalendar(new CalendarDate(y, m, d), new IslamicUmalquraCalendar()); return [r.year, r.month, r.day].join('-'); };
const other = (year, month, day) => { const r = tabby.gregorianToHijri({ year, month, day }); return [r.year, r.month, r.day].join('-'); };
const third = (y, m, d) => { const r = moment.utc(Date.UTC(y, m - 1, d)); return [r.iYear(), r.iMonth() + 1, r.iDate()].join('-'); };
const fourth = (y, m, d) => { const r = npm.toHijri(y, m, d); return [r.hy, r.hm, r.hd].join('-'); };
const python = (...day) => execFileSync('v/bin/python', ['-c', `from hijridate import Gregorian as G; h = G(${day}).to_hijri(); print(h.year, h.month, h.day, sep='-')`]).toString().trim();
const days = {};
for (let t = Date.UTC(1980, 0, 1); t < Date.UTC(2029, 0, 1); t += 864e5) {
  const [y, m, d] = new Date(t).toISOString().slice(0, 10).split('-').map(Number); days[y] ??= 0;
  if (aria(y, m, d) !== other(y, m, d)) days[y]++;
}
console.log('days of each year on which they differ', JSON.stringify(days));
for (let y = 1981; y < 1999; y++) assert.ok(days[y] > 240);
for (let y = 2000; y < 2029; y++) assert.equal(days[y], 0);
for (const day of [[1994, 2, 25], [1998, 8, 7], [2001, 9, 11], [2024, 12, 8]])
  console.log(day.join('-').padEnd(10), 'react aria', aria(...day), '| tabby', other(...day), '| moment', third(...day), '| hijridate', python(...day), '| hijri-converter', fourth(...day));
const all = (...day) => [aria, other, third, python, fourth].map(f => f(...day));
assert.deepEqual(all(1994, 2, 25), ['1414-9-14', ...Array(4).fill('1414-9-15')]);
assert.deepEqual(all(2024, 12, 8), [...Array(4).fill('1446-6-7'), '1446-6-6']);
E
node t.mjs
