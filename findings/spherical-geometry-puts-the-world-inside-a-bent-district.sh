#!/usr/bin/env bash
# Guess: a polygon on the sphere without a stated inside takes the smaller side, whatever its shape, so that area
#   and membership agree.
# Seen: for a district shaped like an L, a U or an arrow the area is right, and membership is turned round: a point inside it
#   is "outside", and one in the South Atlantic is "inside". Square, triangle and star are right, and so is an L whose
#   corners lie a little off the right angles. The direction of the ring and the corner it starts at change nothing. Naming
#   a point inside (the optional centre) mends it.
# Versions: spherical-geometry 1.4.0, numpy 2.4.6.
# Why it matters for maps of events: counts by district come out upside down for bent districts alone, and a check of areas
#   finds nothing wrong.
# Date seen: 2026-11-29.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
python3 -m venv v
v/bin/pip install -q --disable-pip-version-check spherical-geometry==1.4.0 numpy==2.4.6
v/bin/python - <<'PY'
from importlib.metadata import version
from spherical_geometry.polygon import SphericalPolygon

print("spherical-geometry", version("spherical-geometry"))
FAR = (-30, -40)
shapes = {
    "square": ([(60, 26), (61, 26), (61, 27), (60, 27)], (60.5, 26.5), 11065),
    "triangle": ([(60, 26), (62, 26), (61, 28)], (61, 26.8), 22190),
    "L": ([(60, 26), (62, 26), (62, 27), (61, 27), (61, 28), (60, 28)], (60.5, 26.5), 33059),
    "U": ([(60, 26), (63, 26), (63, 28), (62, 28), (62, 27), (61, 27), (61, 28), (60, 28)], (61.5, 26.5), 54977),
    "arrow": ([(60, 26), (62, 27), (60, 28), (61, 27)], (61.2, 27), 11018),
}
turned = []
for name, (ring, inner, km2) in shapes.items():
    for corners in (ring, ring[::-1], ring[2:] + ring[:2]):
        lon, lat = zip(*corners, corners[0])
        free = SphericalPolygon.from_lonlat(lon, lat)
        told = SphericalPolygon.from_lonlat(lon, lat, center=inner)
        assert abs(free.area() * 6371.0**2 - km2) < 2
        assert told.contains_lonlat(*inner) and not told.contains_lonlat(*FAR)
        seen = (bool(free.contains_lonlat(*inner)), bool(free.contains_lonlat(*FAR)))
        if seen == (False, True):
            turned.append(name)
        else:
            assert seen == (True, False)
    print(f"{name}: area {km2} km2, its middle inside: {seen[0]}, the South Atlantic inside: {seen[1]}")
assert sorted(set(turned)) == ["L", "U", "arrow"] and len(turned) == 9
PY
