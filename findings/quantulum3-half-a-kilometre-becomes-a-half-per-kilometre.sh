#!/usr/bin/env bash
# Guess: "half a kilometre" is 0.5 km and "a dozen kilometres" 12 km; or both are left out.
# Seen: the "a" is read as "per": 0.5 per kilometre, an inverse length. "a dozen kilometres" has the value 1.0 and the
#   unit "dozen kilometre". "2 nautical miles" is the bare number 2, "at 5 p.m." is 5 pennies, "2 barns" is a
#   length. "two and a half km" is right.
# Versions: quantulum3 0.10.0
# Why it matters for maps of events: "half a kilometre from the border" is a distance a map must check. Value 0.5 with
#   a unit that ends in "kilometre" passes a test that looks only for the word.
# Date seen: 2026-11-28
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT
python3 -m venv "$d/v" && "$d/v/bin/pip" install -q --disable-pip-version-check quantulum3==0.10.0
"$d/v/bin/python" - <<'E'
from quantulum3 import parser

def read(text):
    return [(q.value, q.unit.name, q.unit.entity.name, q.surface) for q in parser.parse(text)]

texts = ["two and a half km from the border", "half a kilometre from the border", "a dozen kilometres from the border",
         "2 nautical miles off the coast", "at 5 p.m.", "the attackers burnt 2 barns"]
for t in texts:
    print(f"{t:38}", read(t))
assert read(texts[0])[0][:3] == (2.5, "kilometre", "length")
assert read(texts[1])[0][:2] == (0.5, "per kilometre")
assert read(texts[2])[0][:2] == (1.0, "dozen kilometre")
assert read(texts[3])[0][:2] == (2.0, "dimensionless")
assert read(texts[4])[0][:3] == (5.0, "penny", "currency")
assert read(texts[5])[0][1:3] == ("barn", "length")
E
