#!/usr/bin/env bash
# Guess: always_xy=True gives east-west first and north-south second for every coordinate system.
# Seen: it only swaps systems whose axes are (north, east). For EPSG:5513 (Czechia, Slovakia: south, west) the answer is
#   the same with and without it, southing first, positive. For EPSG:22275 (South Africa: west, south) the first number is
#   west-east but grows to the west. EPSG:32661 (two axes that both point south) is swapped, so it is no rule of names either.
# Versions: pyproj 3.7.2 with its PROJ 9.5.1
# Why it matters for maps of events: "always" makes people drop their own check of the axes; a place in Prague lands
#   mirrored, and distances stay right, so a test that measures lengths passes.
# Date seen: 2026-11-28
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT
python3 -m venv "$d/v" && "$d/v/bin/pip" install -q --disable-pip-version-check pyproj==3.7.2
"$d/v/bin/python" - <<'E'
from pyproj import CRS, Transformer

def both(code, lon, lat):
    axes = [a.direction for a in CRS(code).axis_info]
    xy = Transformer.from_crs("EPSG:4326", code, always_xy=True).transform(lon, lat)
    plain = Transformer.from_crs("EPSG:4326", code).transform(lat, lon)
    print(code, axes, "always_xy", [round(v) for v in xy], "plain", [round(v) for v in plain])
    return xy, plain

xy, plain = both("EPSG:2193", 175, -40)
assert xy == plain[::-1]
xy, plain = both("EPSG:5513", 15, 50)
east, _ = both("EPSG:5513", 16, 50)
north, _ = both("EPSG:5513", 15, 50.5)
assert xy == plain
assert abs(east[1] - xy[1]) > 5 * abs(east[0] - xy[0]) and east[1] < xy[1]
assert north[0] < xy[0] - 50000
west, plain = both("EPSG:22275", 14.5, -30)
assert west == plain and west[0] > 0 and west[1] > 0
xy, plain = both("EPSG:32661", 15, 80)
assert xy == plain[::-1]
E
