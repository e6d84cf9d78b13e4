#!/usr/bin/env bash
# Guess: pygml, which turns GML to GeoJSON and swaps latitude and longitude where the CRS says so, does it for each kind of geometry: the Envelope (the
#   bounds of the collection) lies around the Polygon that it bounds. Each way to write the same CRS does the same.
# Seen: with srsName urn:ogc:def:crs:EPSG::4326 Point and Polygon come out as lon, lat with a "crs" member; the Envelope stays lat, lon and has none, so
#   the bounds of a district near Kabul (69 E, 34 N) lie at Murmansk (34 E, 69 N). In GML 3.1 and 3.2 alike. A Point in urn:ogc:def:crs:EPSG:6.9:4326 (with
#   a version of the register) isn't swapped either.
# Versions: pygml 0.3.2
# Why it matters for maps of events: the Envelope is what one asks first, to zoom a map or to leave out a file whose bounds have no event. A wrong one is a
#   valid place, no error; each event in the district is outside its own bounds.
# Date seen: 2026-11-30
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
python3 -m venv v && v/bin/pip install -q --disable-pip-version-check pygml==0.3.2
v/bin/python - <<'P'
import pygml
def read(body, version, tag, crs):
    ns = "http://www.opengis.net/gml" + {"3.1": "", "3.2": "/3.2"}[version]
    return pygml.parse(f'<gml:{tag} xmlns:gml="{ns}" srsName="{crs}">{body}</gml:{tag}>').__geo_interface__
def bounds(shape):
    x, y = zip(*shape["coordinates"][0])
    return min(x), min(y), max(x), max(y)
square = "<gml:exterior><gml:LinearRing><gml:posList>34 69 34 70 35 70 35 69 34 69</gml:posList></gml:LinearRing></gml:exterior>"
corners = "<gml:lowerCorner>34 69</gml:lowerCorner><gml:upperCorner>35 70</gml:upperCorner>"
urn = "urn:ogc:def:crs:EPSG::4326"
for version in ("3.1", "3.2"):
    for crs in (urn, "http://www.opengis.net/def/crs/EPSG/0/4326"):
        polygon, envelope = read(square, version, "Polygon", crs), read(corners, version, "Envelope", crs)
        print("GML", version, crs, "polygon", bounds(polygon), "envelope", bounds(envelope), envelope.get("crs"))
        assert bounds(polygon) == (69, 34, 70, 35) and polygon["crs"]["properties"]["name"] == crs
        assert bounds(envelope) == (34, 69, 35, 70) and "crs" not in envelope
        assert not any(34 <= x <= 35 and 69 <= y <= 70 for x, y in polygon["coordinates"][0])
place = "<gml:pos>34.5 69.2</gml:pos>"
for crs, seen in ((urn, (69.2, 34.5)), ("urn:ogc:def:crs:EPSG:6.9:4326", (34.5, 69.2))):
    got = read(place, "3.2", "Point", crs)["coordinates"]
    print(crs, "point", got)
    assert got == seen, got
P
