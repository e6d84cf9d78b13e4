#!/usr/bin/env bash
# Guess: cap2geojson, which makes GeoJSON of warnings in the Common Alerting Protocol, keeps each polygon and circle of an area
#   and draws circles with the right radius at any latitude; near the 180th meridian it does not split them.
# Seen: an area of the format is all its polygons and circles together. With a polygon of 111 by 74 km and a circle of 10 km far
#   from it in one area, only the circle is left, with the name of the whole area, whichever comes first; in two areas both are
#   kept. An area told by a code alone becomes a Polygon with one empty ring, not null. Four corners around 180, anticlockwise
#   as GeoJSON wants them, are turned round: [179 W ... 179 E] is taken for the long way, and no longitude is changed, so the
#   box of the result is 358 degrees wide; a circle there is the same. Radii are right, as guessed.
# Versions: cap2geojson 0.1.0.dev4 (PyPI), geojson 3.3.0, shapely 2.1.2, pyproj 3.7.2, xmltodict 1.0.2
# Why it matters for maps of events: people look for their village in the warned area. The large part is gone and the small one
#   bears its name; nothing is written to the log.
# Date seen: 2026-11-30
set -euo pipefail
d=$(mktemp -d); trap 'rm -rf "$d"' EXIT; cd "$d"
python3 -m venv v && v/bin/pip install -q --disable-pip-version-check \
  cap2geojson==0.1.0.dev4 geojson==3.3.0 shapely==2.1.2 pyproj==3.7.2 xmltodict==1.0.2 >/dev/null 2>&1
v/bin/python - <<'P'
import json
from cap2geojson import transform
from shapely.geometry import shape


def alert(areas):
    time = "2025-06-16T10:00:00-00:00"
    info = "".join(
        f"<{k}>{v}</{k}>"
        for k, v in {
            "language": "en",
            "category": "Safety",
            "event": "Shelling",
            "urgency": "Immediate",
            "severity": "Severe",
            "certainty": "Observed",
            "effective": time,
            "expires": "2025-06-17T10:00:00-00:00",
            "headline": "Keep away",
        }.items()
    )
    head = "".join(
        f"<{k}>{v}</{k}>"
        for k, v in {
            "identifier": "A-1",
            "sender": "office@example.org",
            "sent": time,
            "status": "Actual",
            "msgType": "Alert",
            "scope": "Public",
        }.items()
    )
    return f'<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">{head}<info>{info}{areas}</info></alert>'


def area(name, *parts):
    return f"<area><areaDesc>{name}</areaDesc>{''.join(parts)}</area>"


def feature(*areas):
    (f,) = json.loads(json.dumps(transform(alert("".join(areas)))))["features"]
    return f


polygon, circle = "<polygon>48,37 48,38 49,38 49,37 48,37</polygon>", "<circle>60,37.8 10</circle>"
for name, f, bounds in [
    ("polygon", feature(area("Two districts", polygon)), (37, 48, 38, 49)),
    ("two areas", feature(area("North", circle), area("South", polygon)), (37, 48, 38, 60.09)),
    ("polygon and circle", feature(area("Two districts", polygon, circle)), (37.62, 59.91, 37.98, 60.09)),
]:
    g = shape(f["geometry"])
    print(name, f["properties"]["areaDesc"], g.geom_type, [round(x, 2) for x in g.bounds])
    assert tuple(round(x, 2) for x in g.bounds) == bounds
coded = feature(area("By code", "<geocode><valueName>PCODE</valueName><value>UA14</value></geocode>"))["geometry"]
print("by code", coded)
assert coded == {"type": "Polygon", "coordinates": [[]]}
(ring,) = feature(area("Islands", "<polygon>-17,179 -17,-179 -16,-179 -16,179 -17,179</polygon>"))["geometry"]["coordinates"]
print("around 180", ring)
assert ring == [[179, -17], [179, -16], [-179, -16], [-179, -17], [179, -17]]
west, _, east, _ = shape(feature(area("Island", "<circle>-16.9,179.99 50</circle>"))["geometry"]).bounds
print("circle of 50 km at 179.99 E is", round(east - west), "degrees wide")
assert east - west > 359
P
