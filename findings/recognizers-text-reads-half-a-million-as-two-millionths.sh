#!/usr/bin/env bash
# Guess: a multilingual number reader made for assistants gives 500000 for "half a million people", or at the least 0.5 and 1000000.
# Seen: the answer covers the whole phrase, as it should, but its value is 2E-06: one is divided by two and by a million.
#   "quarter of a million" is 4E-06, "three quarters of a million" 1.2E-05. "one and a half million" is 1.0000005 and
#   "two and a half thousand" 2.0005, "a million and a half" 1000000.5. "1.5 million" and "five hundred thousand" are
#   right. The Indian number 1,00,000 becomes the three numbers 1, 0 and 0, though "12 lakh" is right.
# Versions: @microsoft/recognizers-text-number 1.3.1 (npm)
# Why it matters for maps of events: people in flight are most often counted in this way; the span is sound, so a check that the
#   words stand in the report passes, and "at least one" or a rounding turns half a million refugees into nobody.
# Date seen: 2026-11-28
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
npm install --no-fund --no-audit --silent @microsoft/recognizers-text-number@1.3.1
cat > t.cjs <<'E'
const assert = require('node:assert');
const { recognizeNumber } = require('@microsoft/recognizers-text-number');
const cases = {  // the phrase, the values seen
  'half a million': ['2E-06'], 'quarter of a million': ['4E-06'], 'three quarters of a million': ['1.2E-05'],
  'one and a half million': ['1.0000005'], 'two and a half thousand': ['2.0005'], 'a million and a half': ['1000000.5'],
  '1.5 million': ['1500000'], 'five hundred thousand': ['500000'], '12 lakh': ['1200000'], '1,00,000': ['1', '0', '0'],
};
for (const [phrase, values] of Object.entries(cases)) {
  const found = recognizeNumber(`${phrase} people fled`, 'en-us');
  console.log(phrase.padEnd(28), found.map(one => one.resolution.value).join(', '));
  assert.deepEqual(found.map(one => one.resolution.value), values, phrase);
  if (values.length === 1) assert.deepEqual([found[0].start, found[0].end], [0, phrase.length - 1], phrase);
}
E
node t.cjs
