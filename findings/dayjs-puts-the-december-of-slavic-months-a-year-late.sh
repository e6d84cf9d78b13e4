#!/usr/bin/env bash
# Guess: day.js reads a date that it wrote itself with the months of a language ("5 декабря 2024") as the same day, or says Invalid Date.
# Seen: with the months of Russian, Ukrainian, Belarusian, Polish, Lithuanian and Croatian each day of December comes back a year late: "5 декабря 2024" is
#   5 December 2025, also with an hour behind it and without the day. January to November are right, so is the short "дек." of Russian, and the months of
#   Czech and Slovene. These six languages write the month of a date in another case; their list holds both cases, and the 24th name (December) is counted
#   as month 12 of 12 too much. Only the strict reading says Invalid Date.
# Versions: dayjs 1.11.23 (npm), with its plugin customParseFormat
# Why it matters for maps of events: reports on Ukraine are in these languages. A twelfth of their attacks moves by a year, into days that a timeline shows
#   last, or that a filter "not after today" throws away; a test with the date of today finds it in one month of the year.
# Date seen: 2026-11-30
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
npm install --silent --no-fund --no-audit --no-package-lock dayjs@1.11.23 >/dev/null
cat > t.cjs <<'E'
const assert = require('node:assert/strict'); const dayjs = require('dayjs'); dayjs.extend(require('dayjs/plugin/customParseFormat'));
const day = (text, format, language, strict) => { const got = dayjs(text, format, language, strict); return got.isValid() ? got.format('YYYY-MM-DD') : 'none'; };
const late = language => {  // of the days of 2024, those that come back as another day
  require('dayjs/locale/' + language); const moved = [];
  for (let at = dayjs('2024-01-01'); at.year() === 2024; at = at.add(1, 'day')) {
    const text = at.locale(language).format('D MMMM YYYY'), got = day(text, 'D MMMM YYYY', language);
    if (got !== at.format('YYYY-MM-DD')) moved.push([text, at.format('YYYY-MM-DD'), got]);
  }
  return moved;
};
for (const language of ['ru', 'uk', 'be', 'pl', 'lt', 'hr']) {
  const moved = late(language); console.log(language, moved.length, 'days moved, as', ...moved[0]);
  assert.equal(moved.length, 31);
  for (const [, day, got] of moved) { assert.equal(day.slice(0, 7), '2024-12'); assert.equal(got, day.replace('2024', '2025')); }
}
for (const language of ['cs', 'sl', 'de', 'fr']) { console.log(language, late(language).length, 'days moved'); assert.equal(late(language).length, 0); }
const seen = [['5 декабря 2024 23:10', 'D MMMM YYYY HH:mm', false, '2025-12-05'], ['декабря 2024', 'MMMM YYYY', false, '2025-12-01'], ['5 декабрь 2024', 'D MMMM YYYY', false, '2024-12-05'],
              ['5 дек. 2024', 'D MMM YYYY', false, '2024-12-05'], ['5 декабря 2024', 'D MMMM YYYY', true, 'none'], ['5 ноября 2024', 'D MMMM YYYY', true, '2024-11-05']];
for (const [text, format, strict, expected] of seen) { const got = day(text, format, 'ru', strict); console.log(text, strict ? '(strict)' : '', '->', got); assert.equal(got, expected); }
E
node t.cjs
