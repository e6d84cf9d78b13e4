#!/usr/bin/env bash
# Guess: edtfy, which turns what people write about a day into EDTF, makes 2024-05-03/2024-05-05 of "between 3 and 5 May 2024"
#   and of "3-5 May 2024", or throws as it does for "June 3-5, 2024" and "3 May to 5 May 2024".
# Seen: the first number is a year: "3-5 May 2024", "from 3 to 5 May 2024" and "between 3 and 5 May 2024" are all
#   0003/2024-05-05, 2,021 years, "12 to 15 June 2023" is 0012/2023-06-15, in French "du 3 au 5 mai 2024" likewise. "3 or 4 May
#   2024" is right. The month 2011-12 is 2011/0012, the war 1914-18 is 1914/0018: an interval that ends 1,896 years before it
#   begins. "winter 2023-2024" is 2023-24/2024, from that winter to the end of 2024. "3 May 24" is in the year 24.
# Versions: edtfy 0.0.8 (npm)
# Why it matters for maps of events: the output is valid EDTF, so the next reader takes it: on a time line an attack of three
#   days fills two thousand years and is found for each period that is asked for.
# Date seen: 2026-11-30
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
npm install --silent --no-fund --no-audit --no-package-lock edtfy@0.0.8 >/dev/null
cat > t.cjs <<'E'
const assert = require('node:assert/strict'), edtfy = require('edtfy');
const seen = [['3 May 2024', '2024-05-03'], ['3 or 4 May 2024', '[2024-05-03,2024-05-04]'],
  ['3 May 2024 to 5 May 2024', '2024-05-03/2024-05-05'], ['between 2011 and 2013', '2011/2013'],
  ['3-5 May 2024', '0003/2024-05-05'], ['from 3 to 5 May 2024', '0003/2024-05-05'],
  ['between 3 and 5 May 2024', '0003/2024-05-05'], ['12 to 15 June 2023', '0012/2023-06-15'],
  ['c. 3 to 5 May 2024', '0003~/2024-05-05'], ['2011-12', '2011/0012'], ['1914-18', '1914/0018'], ['1914-1918', '1914/1918'],
  ['winter 2023-2024', '2023-24/2024'], ['3 May 24', '0024-05-03']];
edtfy.locale('en');
for (const [text, expected] of seen) { console.log(text, '->', edtfy(text)); assert.equal(edtfy(text), expected, text); }
for (const text of ['June 3-5, 2024', '3 May to 5 May 2024']) assert.throws(() => edtfy(text), text);
edtfy.locale('fr');
for (const [text, expected] of [['3 mai 2024', '2024-05-03'], ['du 3 au 5 mai 2024', '0003/2024-05-05']]) {
  console.log(text, '->', edtfy(text)); assert.equal(edtfy(text), expected, text);
}
E
node t.cjs
