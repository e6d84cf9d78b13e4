#!/usr/bin/env bash
# Guess: date-fns reads a date that it wrote itself with the months of a language as the same day, or gives an invalid date.
# Seen: in six languages it is another day, without an error. Of the days of 2024: Kurdish (ckb) reads January, September, October and November as December,
#   Armenian June and July as January, Kazakh June as May and September to November as January, Frisian May as March. The short forms do it in Mongolian
#   ("10-р сарын" is January, 11 and 12 as well) and Gaelic (December is October). A month is found by its first one to four letters, and the first pattern
#   that fits wins. No other language gives another day.
# Versions: date-fns 4.4.0 (npm)
# Why it matters for maps of events: a fight on 20 September 2022 at the line of Armenia, or on 17 October 2017 in Kirkuk, read from a paper of the country,
#   goes to a month where nothing happened; the day and the year stay right, so nobody looks.
# Date seen: 2026-11-30
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
npm install --silent --no-fund --no-audit --no-package-lock date-fns@4.4.0 >/dev/null
cat > t.cjs <<'E'
const assert = require('node:assert/strict'); const { format, parse, isValid } = require('date-fns'); const locales = require('date-fns/locale');
const moved = {}; let languages = 0;
for (const [name, locale] of Object.entries(locales)) for (const form of [name === 'mn' || name === 'gd' ? 'PP' : 'd MMMM yyyy']) {
  languages++;
  for (let month = 0; month < 12; month++) {
    const text = format(new Date(2024, month, 20), form, { locale }), got = parse(text, form, new Date(2000, 0, 1), { locale });
    if (isValid(got) && got.getTime() !== new Date(2024, month, 20).getTime()) { assert.equal(got.getDate(), 20); assert.equal(got.getFullYear(), 2024); (moved[name] ??= []).push([month + 1, got.getMonth() + 1, text]); }
  }
}
console.log(languages, 'languages');
for (const [name, list] of Object.entries(moved)) for (const [month, got, text] of list) console.log(name, text, '- month', month, 'is read as', got);
assert(languages > 80);
assert.deepEqual(Object.fromEntries(Object.entries(moved).map(([name, list]) => [name, list.map(([a, b]) => a + '>' + b).join(' ')])), {
  ckb: '1>12 9>12 10>12 11>12', fy: '5>3', gd: '12>10', hy: '6>1 7>1', kk: '6>5 9>1 10>1 11>1', mn: '10>1 11>1 12>1' });
E
node t.cjs
