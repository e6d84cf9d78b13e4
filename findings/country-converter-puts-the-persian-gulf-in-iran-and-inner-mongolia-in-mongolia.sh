#!/usr/bin/env bash
# Guess: country_converter finds a country where a name is one, and answers "not found" for a sea or a region that only borrows its name.
# Seen: any words that hold a country's name are that country: Persian Gulf -> Iran, Gulf of Oman -> Oman, Sea of Japan -> Japan,
#   Gulf of Guinea -> Guinea, Mozambique Channel -> Mozambique, Niger Delta (of Nigeria) -> Niger, Inner Mongolia (of China) -> Mongolia.
#   Northern Ireland is not found, though "Ireland" is in it. Nothing tells these from a hit on the whole name.
# Versions: country_converter 1.3.2, pandas 3.0.0 (with pandas 3.1 it does not start)
# Why it matters for maps of events: columns of places in reports are full of gulfs, deltas and channels; a tanker attacked in the
#   Gulf of Oman becomes an event of Oman, and attacks in the Niger Delta go to the wrong country.
# Date seen: 2026-11-29
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
python3 -m venv v
v/bin/pip install -q --disable-pip-version-check country_converter==1.3.2 pandas==3.0.0
v/bin/python - <<'PY'
import logging
import country_converter

logging.disable()
seen = {
    "Persian Gulf": "IRN", "Gulf of Oman": "OMN", "Sea of Japan": "JPN", "Gulf of Guinea": "GIN", "Mozambique Channel": "MOZ",
    "Niger Delta": "NER", "Inner Mongolia": "MNG", "Northern Ireland": "not found", "Ireland": "IRL",
}
for words, code in seen.items():
    found = country_converter.convert(words, to="ISO3")
    print(words, "->", found)
    assert found == code, (words, found)
PY
