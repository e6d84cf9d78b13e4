#!/usr/bin/env bash
# Guess: alpha2digit() changes exact numbers only and leaves "hundreds" and "tens of thousands" as words, in each of its languages.
# Seen: English and Spanish take the plural for the number one: "hundreds were killed" is "100 were killed", "tens of thousands of
#   people" is "10 of 1000 of people", "miles de personas" is "1000 de personas". "dozens", "centenares" and all of
#   these words in French, Italian, Portuguese and Dutch are left alone. German leaves "Tausende" but turns "Millionen" into one
#   million, Portuguese "milhões" likewise. "half a million" is "half a 1000000".
# Versions: text2num 3.1.0
# Why it matters for maps of events: a count that the report leaves open becomes an exact figure, in one language and
#   not in another; a reader of digits then finds 10 or 1000 people where tens of thousands fled.
# Date seen: 2026-11-28
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT
python3 -m venv "$d/v" && "$d/v/bin/pip" install -q --disable-pip-version-check text2num==3.1.0
"$d/v/bin/python" - <<'E'
from text_to_num import alpha2digit

cases = [  # language, words, words seen
    ("en", "hundreds were killed", "100 were killed"), ("en", "thousands of people fled", "1000 of people fled"),
    ("en", "tens of thousands of people", "10 of 1000 of people"), ("en", "half a million people", "half a 1000000 people"),
    ("es", "miles de personas", "1000 de personas"), ("es", "cientos de miles", "100 de 1000"),
    ("de", "Millionen Menschen", "1000000 Menschen"), ("pt", "milhões de pessoas", "1000000 de pessoas"),
    ("en", "dozens of people", None), ("es", "centenares de muertos", None), ("de", "Tausende Menschen", None),
    ("fr", "des milliers de morts", None), ("it", "migliaia di persone", None), ("nl", "duizenden mensen", None),
    ("pt", "milhares de pessoas", None), ("en", "two hundred were killed", "200 were killed"),
]
for language, words, seen in cases:
    found = alpha2digit(words, language)
    print(f"{language}  {words:32} {found}")
    assert found == (words if seen is None else seen), words
E
