#!/usr/bin/env bash
# Guess: a name that is no country raises CountryNotFoundError; matching by likeness has to be asked for.
# Seen: strict in a clean environment. As soon as any other package brings rapidfuzz along, the same call guesses:
#   "French" is French Guiana, "Somaliland" is Mali (so-MALI-land), "Northern Ireland" is Ireland, "Sistan" is
#   Afghanistan, "British" is the British Indian Ocean Territory, "Islamic Republic" is the Central African
#   Republic, "Indiana" is India. No argument turns it off and no score is given.
#   Kurdistan and Waziristan are still refused, so a try with those looks strict.
# Versions: countryinfo 1.0.1, rapidfuzz 3.14.6
# Why it matters for maps of events: one more package for place names, and actors and provinces of old runs become
#   states at the other end of the world; the same code gives other maps on another computer.
# Date seen: 2026-11-28
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT
python3 -m venv "$d/v" && "$d/v/bin/pip" install -q --disable-pip-version-check countryinfo==1.0.1
cat > "$d/t.py" <<'E'
import json
import sys

from countryinfo import CountryInfo
from countryinfo.exceptions import CountryNotFoundError

def code(name):
    try:
        return CountryInfo(name).iso(2)
    except CountryNotFoundError:
        return None

names = ["Iran", "French", "Somaliland", "Northern Ireland", "Sistan", "British", "Islamic Republic", "Indiana", "Kurdistan", "Waziristan"]
got = {n: code(n) for n in names}
print(json.dumps(got))
expected = ["IR"] + ([None] * 9 if sys.argv[1] == "without" else ["GF", "ML", "IE", "AF", "IO", "CF", "IN", None, None])
assert list(got.values()) == expected, expected
E
echo "without rapidfuzz:"; "$d/v/bin/python" "$d/t.py" without
"$d/v/bin/pip" install -q --disable-pip-version-check rapidfuzz==3.14.6
echo "with rapidfuzz installed:"; "$d/v/bin/python" "$d/t.py" with
