#!/usr/bin/env bash
# Guess: "1.5万人" (15,000 people; large counts are often written so in Japanese) gives 15000, or is refused; "十数人" (ten-odd people) is not found, or is 10.
# Seen: findKanjiNumbers finds "5万" in it, which kanji2number makes 50000: more than three times as many. kanji2number("1.5万") itself is 0, and so is
#   "1.5億", without an error. 12.5万 is found as 50000 too, 0.5万 as well: the part before the point doesn't matter. "1,200人" is not found. "1万5千" is right.
#   "数千人" (some thousands) is 1000.
# Versions: @geolonia/japanese-numeral 1.0.2 (npm)
# Why it matters for maps of events: numbers of displaced and homeless are often given in 万 with one decimal. All of them become a round number of the
#   last digit, so 1.5万 and 9.5万 are the same 50,000, and a list with 0 shows a flood that nobody fled.
# Date seen: 2026-11-30
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
npm install --silent --no-fund --no-audit --no-package-lock @geolonia/japanese-numeral@1.0.2 >/dev/null
cat > t.cjs <<'E'
const assert = require('node:assert/strict'); const { findKanjiNumbers, kanji2number } = require('@geolonia/japanese-numeral');
const found = text => findKanjiNumbers(text).map(kanji2number);
const seen = { '1万5千人が避難': [15000], '1.5万人が避難': [50000], '9.5万人が避難': [50000], '12.5万人が避難': [50000], '0.5万人が避難': [50000], '1,200人が避難': [],
               '数千人が避難': [1000], '十数人が死亡': [10], '千二百人が避難': [1200] };
for (const [text, numbers] of Object.entries(seen)) { console.log(text, findKanjiNumbers(text), found(text)); assert.deepEqual(found(text), numbers); }
for (const [text, number] of [['1万5千', 15000], ['1.5万', 0], ['9.5万', 0], ['1.5億', 0]]) { console.log(text, kanji2number(text)); assert.equal(kanji2number(text), number); }
E
node t.cjs
