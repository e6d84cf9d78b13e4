#!/usr/bin/env bash
# Guess: aviconv-notam, which draws the areas of notices to airmen as GeoJSON, draws the circle of line Q with the right radius,
#   wraps it at the 180th meridian and gives the area of the text (item E) as a polygon in its order.
# Seen: all places in the text are one ring, in their order. Two closed triangles 180 km apart become one polygon that runs from
#   the one to the other and back, not valid and with the ground between as its edge; three masts without light, each a place of
#   its own, become a triangle of 3,350 square km that is marked as the area; two masts are nothing. A circle told in the text
#   ("RADIUS 5NM CENTRED ON ...") is not drawn, nor a place with a slash. The circle of line Q is right, but at 179 E 59 its box
#   is 360 degrees wide, and the radius 999, which stands for a whole region or more, is a real circle of 1,850 km: for a
#   Ukrainian notice it reaches from Bavaria to beyond the Urals.
# Versions: aviconv-notam 0.3.0, aviconv-core 0.0.3, geojson 3.3.0, shapely 2.1.2, pyproj 3.7.2 (PyPI)
# Why it matters for maps of events: closed air space is a sign of fighting and tests of missiles, and is drawn for where the
#   areas are. "Source: item-e" reads as if the notice had drawn it so.
# Date seen: 2026-11-30
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
python3 -m venv v && v/bin/pip install -q --disable-pip-version-check \
  aviconv-notam==0.3.0 aviconv-core==0.0.3 geojson==3.3.0 shapely==2.1.2 pyproj==3.7.2 >/dev/null 2>&1
v/bin/python - <<'P'
from aviconv_notam.geometry import notam_to_geojson
from aviconv_notam.parser import parse
from pyproj import Geod
from shapely.geometry import shape


def drawn(text, place="4930N03730E050"):
    notice = f"A0123/25 NOTAMN\nQ) UKBV/QRTCA/IV/BO/W/000/660/{place}\nA) UKBV B) 2506140600 C) 2506162000\n"
    notice += f"E) {text}\nF) SFC G) FL660"
    return {f["properties"]["source"]: shape(f["geometry"]) for f in notam_to_geojson(parse(notice))["features"]}


one = drawn("AREA CLOSED 4900N03700E 4900N03710E 4910N03710E 4900N03700E")["item-e"]
print("one area: valid", one.is_valid, "corners", len(one.exterior.coords) - 1)
assert one.is_valid and len(one.exterior.coords) == 4
two = drawn(
    "AREAS CLOSED AREA A 4900N03700E 4900N03710E 4910N03710E 4900N03700E AREA B 5000N03900E 5000N03910E 5010N03910E 5000N03900E"
)["item-e"]
print("two areas:", two.geom_type, "valid", two.is_valid, [round(x, 2) for x in two.bounds])
assert two.geom_type == "Polygon" and not two.is_valid
assert [round(x, 2) for x in two.bounds] == [37, 49, 39.17, 50.17]
masts = drawn("MASTS UNLIT AT 4900N03700E, 4930N03800E AND 4910N03900E")["item-e"]
area = abs(Geod(ellps="WGS84").geometry_area_perimeter(masts)[0]) / 1e6
print("three masts:", masts.geom_type, round(area), "square km")
assert masts.geom_type == "Polygon" and 3300 < area < 3400
for text in (
    "MASTS UNLIT AT 4900N03700E AND 4930N03800E",
    "CIRCLE RADIUS 5NM CENTRED ON 4900N03700E",
    "AREA 4900N/03700E 4900N/03800E 5000N/03800E",
):
    assert set(drawn(text)) == {"q-line"}
    print(text, "-> nothing of the text")
west, _, east, _ = drawn("MISSILES", "1700S17959E025")["q-line"].bounds
print("circle at 179 E 59:", round(east - west), "degrees wide")
assert east - west > 359
whole = [round(x) for x in drawn("WHOLE REGION", "4930N03730E999")["q-line"].bounds]
print("radius 999:", whole)
assert whole == [11, 33, 64, 66]
P
