#!/usr/bin/env bash
# Guess: default_process lowers the case and strips punctuation; names in other scripts keep their letters.
# Seen: vowel signs of Devanagari and Burmese are no letters for it and become blanks. Dhule (Maharashtra) and Dhauli
#   (Odisha), or Mori and Muri, are then the same string and score 100 in every scorer; unprocessed they have 50 and 75.
#   In Urdu and Persian a short-vowel sign cuts the word in two: the Arabic-script "kuh" (mountain) written with its
#   vowel becomes "k" and "uh", two tokens.
# Versions: rapidfuzz 3.14.6
# Why it matters for maps of events: a gazetteer of India or Myanmar merges towns some thousand km apart with full score,
#   and the threshold that was tuned on Latin names says nothing there.
# Date seen: 2026-11-28
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT
python3 -m venv "$d/v" && "$d/v/bin/pip" install -q --disable-pip-version-check rapidfuzz==3.14.6
"$d/v/bin/python" - <<'E'
from rapidfuzz import fuzz, utils

process = utils.default_process
pairs = [("धुले", "धौली"), ("मोरी", "मुरी"), ("सूरत", "सीरत"), ("မန္တလေး", "မန်တလာ"), ("کُوہ", "کوہ"), ("Dhule", "Dhauli")]
score = {}
for a, b in pairs:
    raw, done = round(fuzz.ratio(a, b), 1), round(fuzz.ratio(a, b, processor=process), 1)
    score[a] = (raw, done, fuzz.WRatio(a, b, processor=process), fuzz.token_set_ratio(a, b, processor=process))
    print(a, b, repr(process(a)), repr(process(b)), "plain", raw, "processed", done)
for name in ["धुले", "मोरी", "सूरत", "မန္တလေး"]:
    assert score[name][0] < 80 and score[name][1:] == (100, 100, 100), name
assert score["Dhule"][1] < 80
assert process("کُوہ") == "ک وہ"
E
