#!/usr/bin/env bash
# Guess: reverse_geocoder, which answers offline from GeoNames' towns, gives the town that is nearest on the Earth; its tree is built over
#   Earth-centred coordinates, as its own source has a function for.
# Seen: searching in one process (mode=1) it compares degrees as if they were a plane. Held against the geodesic over its own 144,563 towns,
#   300 points each: in the north of Norway 4 answers in 10 are another town than the nearest, up to 71 km farther off and in another country
#   for 1 in 10; in Ukraine 1 in 8, up to 11 km farther; in Balochistan 5 in 100. A ship off Fiji at 179.9 W is given Sigave on Wallis and
#   Futuna, 334 km away; Lambasa on Fiji is 87 km away, across the 180th meridian.
# Versions: reverse_geocoder 1.5.1, scipy 1.17.1, pyproj 3.7.2
# Why it matters for maps of events: it is the usual way to give a table of points their towns and countries without a network, and the
#   farther from the equator, the more of them are wrong.
# Date seen: 2026-11-29
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
python3 -m venv v
v/bin/pip install -q --disable-pip-version-check reverse_geocoder==1.5.1 scipy==1.17.1 pyproj==3.7.2
v/bin/python -W ignore - <<'PY'
import csv
from pathlib import Path
import numpy as np
import reverse_geocoder
from pyproj import Geod

towns = list(csv.DictReader(open(Path(reverse_geocoder.__file__).with_name("rg_cities1000.csv"), encoding="utf-8")))
lat, lon = (np.array([float(town[name]) for town in towns]) for name in ("lat", "lon"))
geod, chance = Geod(ellps="WGS84"), np.random.default_rng(1)
assert len(towns) == 144563


def nearest(y, x):
    far = geod.inv(np.full(lat.size, x), np.full(lat.size, y), lon, lat)[2]
    return far.argmin(), far


for place, (west, south, east, north), least, km in (("north of Norway", (18, 68, 28, 71), 90, 60), ("Ukraine", (30, 46, 38, 51), 35, 10),
                                                      ("Balochistan", (60, 26, 66, 31), 4, 5)):
    points = list(zip(chance.uniform(south, north, 300), chance.uniform(west, east, 300)))
    others = countries = 0
    worst = 0.0
    for (y, x), answer in zip(points, reverse_geocoder.search(points, mode=1, verbose=False)):
        k, far = nearest(y, x)
        more = geod.inv(x, y, float(answer["lon"]), float(answer["lat"]))[2] - far[k]
        others += more > 1
        countries += more > 1 and towns[k]["cc"] != answer["cc"]
        worst = max(worst, more)
    print(f"{place}: {others} of 300 are not the nearest town, {countries} in another country, at most {worst / 1000:.1f} km farther")
    assert others >= least and worst > km * 1000
ship = (-16.8, -179.9)
(answer,) = reverse_geocoder.search([ship], mode=1, verbose=False)
k, far = nearest(*ship)
away = geod.inv(ship[1], ship[0], float(answer["lon"]), float(answer["lat"]))[2]
print("ship:", answer["name"], answer["cc"], round(away / 1000), "km; nearest", towns[k]["name"], round(far[k] / 1000), "km")
assert (answer["name"], answer["cc"], towns[k]["name"]) == ("Sigave", "WF", "Lambasa")
PY
