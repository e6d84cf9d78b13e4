#!/usr/bin/env bash
# Guess: h3 fills a polygon with the same cells however its longitudes are counted, since latlng_to_cell gives 181 E and 179 W one cell.
# Seen: one box over the 180th meridian, 18 to 16 S and 179 E to 179 W, written with its corners as 179/-179, -181/-179, 179/181 and
#   -181/181, is filled with 200, 93, 107 and 0 cells: all of it, its eastern part, its western part, nothing. GeoJSON of Fiji whose
#   longitudes go on past 180 loses a third of its cells (629 of 925). No error, no word.
# Versions: h3 4.5.0 (Python)
# Why it matters for maps of events: maps of the Pacific and of Chukotka are often kept in 0 to 360 or drawn past 180 on purpose; counts
#   of events per cell are then compared with an area that has a part missing.
# Date seen: 2026-11-29
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
python3 -m venv v
v/bin/pip install -q --disable-pip-version-check h3==4.5.0
v/bin/python - <<'PY'
import h3

assert h3.latlng_to_cell(-17, 181, 5) == h3.latlng_to_cell(-17, -179, 5)
for (west, east), cells in {(179, -179): 200, (-181, -179): 93, (179, 181): 107, (-181, 181): 0}.items():
    found = h3.polygon_to_cells(h3.LatLngPoly([(-18, west), (-16, west), (-16, east), (-18, east)]), 5)
    print(west, east, len(found))
    assert len(found) == cells
box = lambda west, east: [[[west, -19], [east, -19], [east, -16], [west, -16], [west, -19]]]
past = h3.geo_to_cells({"type": "Polygon", "coordinates": box(176, 182)}, 5)
cut = h3.geo_to_cells({"type": "MultiPolygon", "coordinates": [box(176, 180), box(-180, -178)]}, 5)
print("past 180:", len(past), "cut at 180:", len(cut))
assert (len(past), len(cut)) == (629, 925)
PY
