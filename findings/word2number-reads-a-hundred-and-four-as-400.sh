#!/usr/bin/env bash
# Guess: "a hundred and four" is 104; words that make no one number ("two to three hundred") are refused.
# Seen: "a hundred and four" is 400, for a hundred without "one" before it takes the word behind it; "a hundred and fifty" is
#   5000. With "one" both are right, and "a thousand and one" is refused. Other words are dropped before the
#   numbers are added up, so "two to three hundred" is 106 and "nineteen eighty four" 1524; "half a million" is a million,
#   and in "at least 12 killed and five wounded" the digits do not count: 5.
# Versions: word2number 1.1
# Why it matters for maps of events: each wrong value is a likely number of dead, none is marked, and "a hundred
#   and" is how English reports mostly write it.
# Date seen: 2026-11-28
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT
python3 -m venv "$d/v" && "$d/v/bin/pip" install -q --disable-pip-version-check word2number==1.1
"$d/v/bin/python" - <<'E'
from word2number import w2n

cases = [  # words, the number they mean, the number seen
    ("one hundred and four", 104, 104), ("one hundred and fifty", 150, 150), ("twelve hundred", 1200, 1200),
    ("a hundred and four", 104, 400), ("a hundred and fifty", 150, 5000), ("a thousand and one", 1001, None),
    ("two to three hundred", None, 106), ("nineteen eighty four", 1984, 1524), ("half a million", 500_000, 1_000_000),
    ("at least 12 killed and five wounded", None, 5),
]
for words, meant, seen in cases:
    try:
        found = w2n.word_to_num(words)
    except (ValueError, IndexError):
        found = None
    print(f"means {meant!s:8} read as {found!s:8}  {words}")
    assert found == seen, (words, found)
E
