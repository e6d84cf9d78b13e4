#!/usr/bin/env bash
# Guess: a GML polygon with a hole in a GeoRSS item gives the outer ring, with or without its holes; an area of
#   two parts gives both parts, the first one, or nothing.
# Seen: each ring takes the place of the one before. With a hole, "where" is the hole itself, as a plain polygon: the one
#   part of the area that is not meant. With two holes it is the second hole, with two parts the last part,
#   with three points the last point. "bozo" is False, nothing warns.
# Versions: feedparser 6.0.14
# Why it matters for maps of events: a warning for a district around a town (the town is the hole) is drawn on the
#   town alone, and a test "is this place inside the warned area" gives the opposite of the truth.
# Date seen: 2026-11-28
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT
python3 -m venv "$d/v" && "$d/v/bin/pip" install -q --disable-pip-version-check feedparser==6.0.14 shapely==2.2.0
"$d/v/bin/python" - <<'E'
import feedparser
from shapely.geometry import Point, shape

def ring(kind, numbers):
    return f"<gml:{kind}><gml:LinearRing><gml:posList>{numbers}</gml:posList></gml:LinearRing></gml:{kind}>"

def polygon(*rings):
    return f"<gml:Polygon>{''.join(rings)}</gml:Polygon>"

def where(gml):
    feed = feedparser.parse(
        '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:georss="http://www.georss.org/georss"'
        ' xmlns:gml="http://www.opengis.net/gml"><id>urn:f</id><title>f</title><updated>2025-06-16T02:00:00Z</updated>'
        "<entry><id>urn:e</id><title>e</title><updated>2025-06-16T02:00:00Z</updated>"
        f"<georss:where>{gml}</georss:where></entry></feed>")
    assert not feed.bozo
    return feed.entries[0].where

district = ring("exterior", "33 36 33 38 35 38 35 36 33 36")  # latitude before longitude
town = ring("interior", "33.8 36.8 34.2 36.8 34.2 37.2 33.8 37.2 33.8 36.8")
lake = ring("interior", "33.1 36.1 33.2 36.1 33.2 36.2 33.1 36.1")
island = polygon(ring("exterior", "10 20 10 21 11 21 11 20 10 20"))
plain, holed, twice = (where(polygon(*rings)) for rings in [(district,), (district, town), (district, town, lake)])
parts = where(f"<gml:MultiSurface><gml:surfaceMember>{polygon(district)}</gml:surfaceMember>"
              f"<gml:surfaceMember>{island}</gml:surfaceMember></gml:MultiSurface>")
points = where("<gml:MultiPoint>" + "".join(f"<gml:pointMember><gml:Point><gml:pos>{p}</gml:pos></gml:Point></gml:pointMember>"
                                             for p in ("33 36", "34 37", "35 38")) + "</gml:MultiPoint>")
for name, found in [("district", plain), ("district with a town cut out", holed), ("and a lake cut out", twice), ("two parts", parts)]:
    print(f"{name:30}", found["type"], len(found["coordinates"]), "ring", shape(found).bounds)
print(f"{'three points':30}", points["type"], points["coordinates"])
assert shape(plain).bounds == (36, 33, 38, 35)
assert shape(holed).bounds == (36.8, 33.8, 37.2, 34.2) and shape(twice).bounds == (36.1, 33.1, 36.2, 33.2)
assert shape(parts).bounds == (20, 10, 21, 11) and (points["type"], points["coordinates"]) == ("Point", (38, 35))
middle, village = Point(37, 34), Point(36.5, 33.5)
print("middle of the town in the area:", shape(holed).contains(middle), "| village of the district:", shape(holed).contains(village))
assert shape(holed).contains(middle) and not shape(holed).contains(village)
E
