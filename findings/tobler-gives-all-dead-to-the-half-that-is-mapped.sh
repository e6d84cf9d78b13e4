#!/usr/bin/env bash
# Guess: of ten dead of a district that reaches over the edge of the target areas by half, tobler gives five to the area inside; an area that
#   no district covers is not known (NaN).
# Seen: all ten go to the half inside, unless allocate_total=False is given; the area that nothing covers has 0.0 dead and a rate of
#   0.0, as if it had been counted and nothing had happened there.
# Versions: tobler 0.13.0, geopandas 1.1.1, numpy 2.3.4
# Why it matters for maps of events: tolls by district are brought to grid cells or to another country's districts with it, and at a border just
#   those districts reach over the edge of which the tolls are in dispute.
# Date seen: 2026-11-30
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
python3 -m venv v
v/bin/pip install -q --disable-pip-version-check tobler==0.13.0 geopandas==1.1.1 pandas==2.3.3 numpy==2.3.4 2>/dev/null
v/bin/python -W ignore - <<'E'
import geopandas, shapely
from tobler.area_weighted import area_interpolate

districts = geopandas.GeoDataFrame({"killed": [10], "rate": [0.5]}, geometry=[shapely.box(0, 0, 2000, 1000)], crs=32641)
areas = geopandas.GeoDataFrame(geometry=[shapely.box(0, 0, 1000, 1000), shapely.box(9000, 9000, 9900, 9900)], crs=32641)
for total in (True, False):
    found = area_interpolate(districts, areas, extensive_variables=["killed"], intensive_variables=["rate"], allocate_total=total)
    print("allocate_total", total, found[["killed", "rate"]].to_dict("list"))
    assert found.killed.tolist() == [10.0 if total else 5.0, 0.0] and found.rate.tolist() == [0.5, 0.0]
default = area_interpolate(districts, areas, extensive_variables=["killed"])
assert default.killed.tolist() == [10.0, 0.0]
E
