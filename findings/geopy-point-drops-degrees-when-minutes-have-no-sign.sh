#!/usr/bin/env bash
# Guess: Point("27 30 N 62 30 E") is 27.5, 62.5 or is refused. A decimal comma is refused.
# Seen: it is (62, 30): the parser looks for a number pair anywhere, skips what stands before, and takes the minutes of
#   one and the degrees of the other as a new pair. 62.0, 30.0 lies in Karelia, not in Baluchistan.
#   "27,5 62,5" becomes (62, 5), off Norway. "27 30 15 62 30 15" becomes (30, 15), in Libya. "-27.5 S" is 27.5 north.
#   With the signs for degree and minute all is right, and "62.5E 27.5N" is refused.
# Versions: geopy 2.5.0
# Why it matters for maps of events: coordinates from a report or a table become another, possible place on the
#   map, thousands of km away, with no error. A check "latitude within 90" does not find it.
# Date seen: 2026-11-28
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT
python3 -m venv "$d/v" && "$d/v/bin/pip" install -q --disable-pip-version-check geopy==2.5.0
"$d/v/bin/python" - <<'E'
from geopy import Point
from geopy.distance import geodesic

want = {
    "27° 30' N, 62° 30' E": (27.5, 62.5),
    "27.5 N 62.5 E": (27.5, 62.5),
    "27 30 N 62 30 E": (62.0, 30.0),
    "27 30, 62 30": (62.0, 30.0),
    "27,5 62,5": (62.0, 5.0),
    "27 30 15 62 30 15": (30.0, 15.0),
    "-27.5 S, 62.5 W": (27.5, -62.5),
}
for text, expected in want.items():
    p = Point(text)
    got = (p.latitude, p.longitude)
    print(f"{text!r:26} -> {got}  {geodesic(got, (27.5, 62.5)).km:7.0f} km from 27.5 N 62.5 E")
    assert got == expected, text
try:
    Point("62.5E 27.5N")
    raise SystemExit("longitude first is now accepted")
except ValueError as e:
    print("62.5E 27.5N:", e)
E
