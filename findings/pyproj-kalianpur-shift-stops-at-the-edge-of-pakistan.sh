#!/usr/bin/env bash
# Guess: a transformation from Kalianpur 1962 (old maps of Pakistan, EPSG:4145) moves neighbouring points by neighbouring
#   amounts, or gives inf outside the area in which the datum was used.
# Seen: PROJ chooses the operation for each point. At 60.86 E, the west end of the box round Pakistan, the shift falls from 87 m to 0
#   within two metres: west of it a "ballpark" no-op is used without warning. only_best=True does not stop it. The accuracy of
#   the last operation tells (999 against -1). With allow_ballpark=False the point beyond is shifted too.
# Versions: pyproj 3.7.2 with its PROJ 9.5.1
# Why it matters for maps of events: a border or a district from an old map gets a step of 87 m where it crosses that
#   meridian, and a point's distance to the border changes although nothing moved. Nahrwan 1967 (Iraq, Gulf) does the same.
# Date seen: 2026-11-28
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT
python3 -m venv "$d/v" && "$d/v/bin/pip" install -q --disable-pip-version-check pyproj==3.7.2
"$d/v/bin/python" - <<'E'
import pyproj
from pyproj import Geod, Transformer

print("PROJ", pyproj.proj_version_str)
geod = Geod(ellps="WGS84")

def shift(lon, lat=27.0, code="EPSG:4145", **options):
    t = Transformer.from_crs(code, "EPSG:4326", always_xy=True, **options)
    x, y = t.transform(lon, lat)
    return geod.inv(lon, lat, x, y)[2], t.get_last_used_operation().accuracy

for lon in (60.8, 60.85999, 60.86001, 61.0):
    print(lon, "moved by %.1f m, accuracy %s" % shift(lon))
inside, outside = shift(60.86001), shift(60.85999)
assert 85 < inside[0] < 90 and inside[1] == 999.0
assert outside == (0.0, -1.0)
assert shift(60.85999, only_best=True)[0] == 0.0
assert shift(60.85999, allow_ballpark=False)[0] > 80
iraq = [round(shift(lon, code="EPSG:4270")[0]) for lon in (47.8, 48.1)]
print("Nahrwan 1967 at 47.8 and 48.1 E, metres:", iraq)
assert iraq[0] == 0 and iraq[1] > 250
E
