#!/usr/bin/env bash
# Guess: moment reads a date that it wrote itself with the months of a language as the same day, or says that it is invalid.
# Seen: in Catalan and in the Occitan of Languedoc each day of a year comes back in January ("5 de febrer de 2024", format LL, is 5 January), valid. In
#   Croatian ten of twelve months do; August and October alone, whose names begin alike in both cases, are right. The name without "de" ("5 febrer 2024")
#   and the Croatian nominative ("5 veljača 2024") are read rightly, though no text writes a date so. Read strictly, none of them is valid, not even
#   January. The other languages with two cases give each day back or refuse it (Russian, Ukrainian, Polish and Czech are right).
# Versions: moment 2.30.1 and 2.31.0 (npm)
# Why it matters for maps of events: an archive of Croatian reports of the 1990s, or a Catalan paper on the Sahel, gets a great January and an empty year. A
#   month that is not found counts as the first, and a check with "isValid" passes.
# Date seen: 2026-11-30
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
for version in 2.30.1 2.31.0; do
mkdir $version && cd $version
npm install --silent --no-fund --no-audit --no-package-lock moment@$version >/dev/null
cat > t.cjs <<'E'
const assert = require('node:assert/strict'); const moment = require('moment');
const load = language => require('moment/locale/' + language);
const months = (language, format, strict) => Array.from({ length: 12 }, (_, m) => { load(language); const got = moment(moment([2024, m, 5]).locale(language).format(format), format, language, strict);
  if (!got.isValid()) return 0; assert.equal(got.format('YYYY D'), '2024 5'); return got.month() + 1; });
console.log('moment', moment.version);
for (const [language, expected] of [['ca', Array(12).fill(1)], ['oc-lnc', Array(12).fill(1)], ['hr', [1, 1, 1, 1, 1, 1, 1, 8, 1, 10, 1, 1]]]) for (const format of ['LL', 'D MMMM YYYY']) {
  console.log(language, moment([2024, 1, 5]).locale(language).format(format), '- the months of a year come back as', months(language, format).join(' '));
  assert.deepEqual(months(language, format), expected);
  assert.deepEqual(months(language, format, true), Array(12).fill(0));
}
for (const language of ['ru', 'uk', 'pl', 'cs', 'de', 'es']) assert.deepEqual(months(language, 'D MMMM YYYY'), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], language);
for (const [text, language] of [['5 febrer 2024', 'ca'], ['5 veljača 2024', 'hr']]) { const got = moment(text, 'D MMMM YYYY', language).format('YYYY-MM-DD'); console.log(text, '->', got); assert.equal(got, '2024-02-05'); }
E
node t.cjs; cd ..
done
