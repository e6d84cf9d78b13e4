#!/usr/bin/env bash
# Guess: words-to-numbers writes the number words of a sentence as figures and leaves its other words; "point" is a decimal point only between two
#   numbers, as in "two point five".
# Seen: "point" begins a number wherever it stands: "At the check point five soldiers were killed" becomes "At the check 0.5 soldiers were killed",
#   "at that point two people" "at that 0.2 people", and a point alone is 0. Between two numbers it does not work: "two point five million people"
#   are "NaN people". "half a million people" are "half 1000000 people". Longer whole numbers ("two hundred and five") are right.
# Versions: words-to-numbers 1.5.1 (npm), Node 20
# Why it matters for maps of events: the word check point stands in every second report from a border, just before a number of people.
# Date seen: 2026-11-29
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
npm install --silent --no-fund --no-audit --no-package-lock words-to-numbers@1.5.1 >/dev/null
cat > see.mjs <<'E'
import assert from "node:assert/strict";
import library from "words-to-numbers";

const expected = {
  "At the check point five soldiers were killed": "At the check 0.5 soldiers were killed",
  "at that point two people were wounded": "at that 0.2 people were wounded",
  "the meeting point was shelled": "the meeting 0 was shelled",
  "half a million people": "half 1000000 people",
  "two hundred and five people": "205 people",
  "two point five million people": "NaN people",
};
for (const [text, seen] of Object.entries(expected)) {
  const found = library.wordsToNumbers(text);
  console.log(text, "->", found);
  assert.equal(found, seen);
}
E
node see.mjs
