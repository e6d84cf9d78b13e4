#!/usr/bin/env bash
# Guess: geotext finds the countries and the larger cities that a sentence of news names; the first word of a sentence and the names of months are no
#   cities.
# Seen: "Police said on 3 March that gunmen killed two in Quetta" has the cities Police (Poland), March (England) and Quetta, so a country each; in
#   "Most of the dead were from Of." Most and Of are cities. Kandahar, Herat and Kyiv, cities
#   of hundreds of thousands and of millions, are unknown.
# Versions: geotext 0.4.0 (PyPI)
# Why it matters for maps of events: nearly each report of an attack has the word that starts a sentence with "Police", so Poland gets a part of every
#   war; Afghanistan's second city gets none.
# Date seen: 2026-11-29
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT
python3 -m venv "$d/v" && "$d/v/bin/pip" install -q --disable-pip-version-check geotext==0.4.0
"$d/v/bin/python" - <<'E'
from geotext import GeoText

expected = {
    "Police said on 3 March that gunmen killed two in Quetta.": (["Police", "March", "Quetta"], {"PL": 1, "GB": 1, "PK": 1}),
    "Most of the dead were from Of.": (["Most", "Of"], {"CZ": 1, "TR": 1}),
    "Shells fell on Kandahar, Herat and Kyiv.": ([], {}),
    "Soldiers of Niger and South Sudan met.": ([], {"NE": 1, "SS": 1}),
}
for text, (cities, mentions) in expected.items():
    found = GeoText(text)
    print(f"{text:58} {found.cities} {dict(found.country_mentions)}")
    assert (found.cities, dict(found.country_mentions)) == (cities, mentions), text
E
