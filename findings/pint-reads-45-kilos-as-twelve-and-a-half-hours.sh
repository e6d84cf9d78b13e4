#!/usr/bin/env bash
# Guess: words that are no units ("camps", "units") are refused, and "kilos" is refused or read as kilograms.
# Seen: Pint builds units from prefix + unit + plural s. "45 kilos" is 45 kiloseconds (kilo + s), that is 12.5 hours;
#   "5 camps" are 5 centiampere (c + amp + s), "3 units" 3 micronit of light (u + nit + s), "4 pins" 4 picoinch,
#   "2 mats" are pressure. "guards" and "tanks" are refused, so a test with a few nouns looks fine.
# Versions: Pint 0.25.3
# Why it matters for maps of events: "a bomb of 45 kilos" or "attacked 5 camps" passes a "has it a unit" check;
#   a check for the dimension (length, mass) is needed before the value is taken.
# Date seen: 2026-11-28
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT
python3 -m venv "$d/v" && "$d/v/bin/pip" install -q --disable-pip-version-check Pint==0.25.3
"$d/v/bin/python" - <<'E'
import pint

u = pint.UnitRegistry()
seen = {}
for text in ["45 kilos", "5 camps", "3 units", "4 pins", "2 mats", "6 guards", "7 tanks"]:
    try:
        q = u.Quantity(text)
        seen[text] = (str(q.units), dict(q.dimensionality))
    except pint.UndefinedUnitError as e:
        seen[text] = ("refused", {})
    print(text, "->", *seen[text])
assert seen["45 kilos"] == ("kilosecond", {"[time]": 1})
assert abs(u.Quantity("45 kilos").to("hour").magnitude - 12.5) < 1e-9
assert seen["5 camps"] == ("centiampere", {"[current]": 1})
assert seen["3 units"][0] == "micronit"
assert seen["4 pins"] == ("picoinch", {"[length]": 1})
assert seen["2 mats"][0] == "millitechnical_atmosphere"
assert seen["6 guards"][0] == seen["7 tanks"][0] == "refused"
E
