#!/usr/bin/env bash
# Guess: wordsToNumber of persian-tools reads Persian number words: one and a half million (yek o nim milyun) is 1,500,000; what is no one number, as
#   "two or three persons", gives nothing or an error; twenty-five is 25 however its parts are joined.
# Seen: "do ya se" (two or three) is 5: the numbers of all words are added. One and a half million and half a million are 1,000,000 (the word for half
#   is passed over), 25 whose parts are joined by a zero-width non-joiner, as good Persian typing has it, is 0, and so is a word that is no number.
#   250 and 12,050 with blanks are right.
# Versions: @persian-tools/persian-tools 4.0.4 (npm), Node 20
# Why it matters for maps of events: Persian agencies write "two or three border guards"; a toll that nobody stated stands in the table, and a count that
#   could not be read is a count of nobody.
# Date seen: 2026-11-29
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
npm install --silent --no-fund --no-audit --no-package-lock @persian-tools/persian-tools@4.0.4 >/dev/null
cat > see.mjs <<'E'
import assert from "node:assert/strict";
import { wordsToNumber } from "@persian-tools/persian-tools";

const expected = {
  "two or three": ["دو یا سه", 5],
  "two or three border guards": ["دو یا سه مرزبان", 5],
  "one and a half million": ["یک و نیم میلیون", 1000000],
  "half a million": ["نیم میلیون", 1000000],
  "25, joined without blanks": ["بیست\u200cو\u200cپنج", 0],
  "several": ["چندین", 0],
  "25": ["بیست و پنج", 25],
  "250": ["دویست و پنجاه", 250],
  "12,050": ["دوازده هزار و پنجاه", 12050],
};
for (const [meant, [words, seen]] of Object.entries(expected)) {
  const found = wordsToNumber(words);
  console.log(meant, "->", found);
  assert.equal(found, seen);
}
E
node see.mjs
