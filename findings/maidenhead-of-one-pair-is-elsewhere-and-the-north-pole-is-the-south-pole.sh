#!/usr/bin/env bash
# Guess: the locator of one pair of letters is the beginning of the longer ones, a place lies in the field of its locator, and 90 north
#   is in a field of the last row, R, or an error.
# Seen: with precision=1 a place is put into another field: 34.5 N, 70.25 E is "RQ", in the far east of Siberia, while precision 2 and 3
#   give "MM54" and "MM54dm". One place in a hundred keeps its field. The north pole is "JA00aa", which reads back as 90 SOUTH; so is
#   89.9999 N, 179.9999 E; and a latitude of 95 is taken for -85 without a word. Just below the edge of a square, two pairs name
#   the next one: 34.998 N is in MM55 with two pairs, and in MM54dx with three.
# Versions: maidenhead 1.8.0 (PyPI)
# Why it matters for maps of events: a short locator is a means to blur places or to count events per field; the counts then lie in
#   fields in which nothing happened.
# Date seen: 2026-11-29
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
python3 -m venv v
v/bin/pip install -q --disable-pip-version-check maidenhead==1.8.0
v/bin/python - <<'E'
from importlib.metadata import version
import maidenhead

print("maidenhead", version("maidenhead"))
def read(lat, lon):
    locators = [maidenhead.to_maiden(lat, lon, precision) for precision in (1, 2, 3)]
    back = [tuple(round(degrees, 4) for degrees in maidenhead.to_location(locator)) for locator in locators]
    print(lat, lon, locators, "corners:", back)
    return locators

assert read(34.5, 70.25) == ["RQ", "MM54", "MM54dm"]
assert maidenhead.to_location("RQ") == (70, 160)
assert read(34.998, 70.25)[1:] == ["MM55", "MM54dx"]
assert read(90, 0)[1:] == ["JA00", "JA00aa"] and read(89.9999, 179.9999) == ["AA", "AA00", "AA00aa"]
assert maidenhead.to_location("JA00aa") == (-90, 0) and read(95, 0)[1:] == ["JA05", "JA05aa"]
places = [(lat + 0.5, lon + 0.5) for lat in range(-90, 90) for lon in range(-180, 180)]
kept = sum(maidenhead.to_maiden(*place, 1) == maidenhead.to_maiden(*place, 2)[:2] for place in places)
print("places that keep their field with precision 1:", kept, "of", len(places))
assert 100 * kept == len(places)
E
