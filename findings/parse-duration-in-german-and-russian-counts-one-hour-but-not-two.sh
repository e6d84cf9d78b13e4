#!/usr/bin/env bash
# Guess: parse-duration with its German or Russian locale reads the everyday forms (2 Stunden, 3 Tage, 2 часа, 5 дней), as its
#   French one reads "2 heures"; what it does not read makes the answer null.
# Seen: only the singular is known, beside an s for the plural, which German and Russian do not have. "3 Tage" and "2 часа"
#   alone are null; with a part that is known the rest is left out: "2 Tage 1 Stunde" is one hour, "3 Wochen 1 Tag" one day, "1
#   Stunde 30 Minuten" one hour, "2 дня 1 час" and "3 месяца 1 день" one hour and one day. In Spanish "1 año 6 meses" is a year,
#   "3 dias" without the accent null. In English "3-5 days" is five days and three of the unit asked for, so eight days, "half
#   an hour" null, but "1 day and a half" a day, and "1,5 hours" is 15.
# Versions: parse-duration 2.1.9 (npm)
# Why it matters for maps of events: sieges, curfews and power cuts are given in words like these; a siege of 3 Wochen 1 Tag
#   lasts a day on the time line. Tests with 1 Tag 1 Stunde or in French are right.
# Date seen: 2026-11-30
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
npm install --silent --no-fund --no-audit --no-package-lock parse-duration@2.1.9 >/dev/null
cat > t.mjs <<'E'
import assert from 'node:assert/strict';
import parse from 'parse-duration';
const day = 24, year = 365.25 * day;
const seen = { de: [['1 Tag 1 Stunde', 25], ['3 Tage', null], ['2 Stunden', null], ['2 Tage 1 Stunde', 1],
  ['3 Wochen 1 Tag', day], ['1 Stunde 30 Minuten', 1], ['1 Jahr 6 Monate', year]],
ru: [['1 день 1 час', 25], ['2 часа', null], ['5 дней', null], ['2 дня 1 час', 1], ['3 месяца 1 день', day],
  ['1 год 2 месяца', year]],
es: [['2 días 3 horas', 51], ['1 año 6 meses', year], ['3 dias', null]],
fr: [['2 jours 3 heures', 51], ['1 an 6 mois', 1.5 * year]],
en: [['2 days 3 hours', 51], ['half an hour', null], ['1 day and a half', day], ['1,5 hours', 15]] };
for (const [language, list] of Object.entries(seen)) {
  parse.unit = (await import(`parse-duration/locale/${language}.js`)).default;
  for (const [text, hours] of list) {
    const got = parse(text, 'h'); console.log(language, text, '->', got, 'hours'); assert.equal(got, hours, text);
  }
}
console.log('en 3-5 days ->', parse('3-5 days', 'd'), 'days'); assert.equal(Math.round(parse('3-5 days', 'h')), 5 * day + 3);
E
node t.mjs
