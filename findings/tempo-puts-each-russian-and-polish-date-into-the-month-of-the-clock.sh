#!/usr/bin/env bash
# Guess: tempo of FormKit reads back what it has written in a language, or throws as it does for other texts that do not fit the
#   format; no language gets another day. A month that it does not know ("Sept", "Mai" in English) is an error.
# Seen: a month that parse() does not know is taken as the month of the computer's clock, without a word. It writes "13 мая
#   2024" in Russian and reads it, on a day of February, as 13 February 2024, on one of August as 13 August; 31 мая on a day of
#   February is 29 February. So with MMMM for all months but that of the clock in Russian, Ukrainian, Belarusian, Polish, Czech,
#   Slovak, Croatian, Lithuanian, Finnish, Armenian, Kazakh, Kyrgyz, Uzbek and Chinese (only the Czech září is saved), with MMM
#   in German (März, Juni) and Norwegian too, in English for "Sept", "MAY" and "may". French and Turkish come back right.
# Versions: @formkit/tempo 1.1.0 (npm)
# Why it matters for maps of events: a list of attacks with dates in Ukrainian or Russian becomes a list of attacks of the month
#   in which the program runs, with the right days and years, and another list when it runs again next month.
# Date seen: 2026-11-30
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
npm install --silent --no-fund --no-audit --no-package-lock @formkit/tempo@1.1.0 >/dev/null
cat > t.mjs <<'E'
import assert from 'node:assert/strict';
import { format, parse } from '@formkit/tempo';
const Real = Date;
const clock = day => {
  globalThis.Date = class extends Real { constructor(...a) { if (a.length) super(...a); else super(day); } };
};
const read = (date, pattern, locale) => parse({ date, format: pattern, locale }).toISOString().slice(0, 10);
const written = (month, pattern, locale) =>
  format({ date: new Date(Date.UTC(2024, month, 13, 12)), format: pattern, locale, tz: 'UTC' });
for (const [now, month] of [['2026-02-10', '02'], ['2025-08-31', '08']]) {
  clock(now + 'T12:00:00Z');
  for (const locale of ['ru', 'uk', 'be', 'pl', 'cs', 'sk', 'hr', 'lt', 'fi', 'hy', 'kk', 'ky', 'uz', 'zh']) {
    const days = [...Array(12).keys()].map(m => read(written(m, 'D MMMM YYYY', locale), 'D MMMM YYYY', locale));
    if (locale === 'cs') assert.equal(days.splice(8, 1)[0], '2024-09-13');  // září is the same in both cases
    assert.deepEqual(new Set(days), new Set([`2024-${month}-13`]), locale);
  }
  for (const locale of ['en', 'fr', 'tr', 'id']) for (let m = 0; m < 12; m++) {
    const day = read(written(m, 'D MMMM YYYY', locale), 'D MMMM YYYY', locale);
    assert.equal(day, `2024-${String(m + 1).padStart(2, '0')}-13`, locale);
  }
  for (const [text, pattern, locale] of [['13 мая 2024', 'D MMMM YYYY', 'ru'], ['13 травня 2024', 'D MMMM YYYY', 'uk'],
    ['13 maja 2024', 'D MMMM YYYY', 'pl'], [written(2, 'D MMM YYYY', 'de'), 'D MMM YYYY', 'de'],
    ['13 Sept 2024', 'D MMM YYYY', 'en'], ['13 MAY 2024', 'D MMMM YYYY', 'en']]) {
    const day = read(text, pattern, locale);
    console.log('on', now, locale, pattern, '|', text, '->', day);
    assert.equal(day, `2024-${month}-13`);
  }
}
clock('2026-02-10T12:00:00Z');
console.log('on 2026-02-10 ru | 31 мая 2024 ->', read('31 мая 2024', 'D MMMM YYYY', 'ru'));
assert.equal(read('31 мая 2024', 'D MMMM YYYY', 'ru'), '2024-02-29');
assert.equal(read('13 май 2024', 'D MMMM YYYY', 'ru'), '2024-05-13');
assert.throws(() => read('May 13 2024', 'D MMMM YYYY', 'en'));
E
TZ=UTC node t.mjs
