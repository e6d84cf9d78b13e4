#!/usr/bin/env bash
# Guess: a package that guesses the country of a name gives none for a province that has no name of a country in it.
# Seen: of the 5,046 names of subdivisions in pycountry, countryguess gives 107 another country: Jenin is Benin, North Kordofan North Korea and South
#   Kordofan South Korea, Chin (Myanmar) China, Lagos Laos, Konya Kenya, Soria Syria, Gyeongsangbuk-do Great Britain (for "gb" within it). It gives the
#   right one for 53. A name of a country anywhere decides: Lake Chad is Chad, the Gulf of Guinea Guinea, the Persian Gulf Iran, a town in Lebanon,
#   Tennessee, Lebanon, and of "Syria-Turkey border" it is Syria. countrynames gives none for all these; with fuzzy=True Hiiraan (Somalia) is Iran, Turkana
#   (Kenya) Turkey and Rubanda (Uganda) Rwanda.
# Versions: countryguess 0.4.9, countrynames 1.17.0, pycountry 26.2.16 (PyPI)
# Why it matters for maps of events: a column "place" of a report is given a country so. The fights of Kordofan move to Korea and raids on Jenin to West
#   Africa, one row among hundreds without a guess.
# Date seen: 2026-11-30
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
python3 -m venv v && v/bin/pip install -q --disable-pip-version-check countryguess==0.4.9 countrynames==1.17.0 pycountry==26.2.16 >/dev/null 2>&1
v/bin/python -W ignore - <<'P'
import countrynames, pycountry
from countryguess import guess_country
def guess(name): return guess_country(name, attribute="iso2")
def fuzzy(name): return countrynames.to_code(name, fuzzy=True)
provinces = {"Jenin": "BJ", "North Kordofan": "KP", "South Kordofan": "KR", "Chin": "CN", "Lagos": "LA", "Konya": "KE", "Soria": "SY", "Gyeongsangbuk-do": "GB", "Darfur": None, "Khost": None}
inside = {"Lake Chad": "TD", "Gulf of Guinea": "GN", "Persian Gulf": "IR", "Lebanon, Tennessee": "LB", "Syria-Turkey border": "SY"}
for name, code in {**provinces, **inside}.items():
    print(name, "countryguess", guess(name), "countrynames", countrynames.to_code(name)); assert guess(name) == code and countrynames.to_code(name) is None
for name, code in {"Hiiraan": "IR", "Turkana": "TR", "Rubanda": "RW"}.items():
    print(name, "countrynames, fuzzy", fuzzy(name)); assert fuzzy(name) == code and countrynames.to_code(name) is None
told = [(part.name, part.country_code, guess(part.name)) for part in pycountry.subdivisions]
wrong = [(name, own, got) for name, own, got in told if got not in (None, own)]
print("of", len(told), "subdivisions another country:", len(wrong), "its own:", sum(own == got for _, own, got in told)); print(wrong)
assert 95 < len(wrong) < 115 and len(told) == 5046
P
