"""Small invented tables: every kind of row, and one whose every text is hostile."""

import datetime as dt

import shapely
from shapely.geometry import LineString, MultiPolygon, Point, Polygon

from geomap.export.tables import SPATIAL
from geomap.tables.frames import Tables, frame, geoframe
from geomap.tables.schema import SCHEMA

HOSTILE = "<script>alert(1)</script> ${x} `\"' \u202e=1+1;\n[tip]"
SQUARE = Polygon([(62, 26), (62, 27), (63, 27), (63, 26)])  # clockwise
HOLED = Polygon([(64, 26), (64, 28), (66, 28), (66, 26)], [[(64.5, 26.5), (65, 26.5), (65, 27), (64.5, 27)]])


def incident(identity: str, **columns: object) -> dict[str, object]:
    return {
        "id": identity,
        "title": f"Incident {identity}",
        "kind": "strike",
        "side": "Iran",
        "event_type": "Explosions/Remote violence",
        "sub_event_type": "Air/drone strike",
        "when": "16 January 2024",
        "level": "settlement",
        "border_near": "yes",
        "border": "IRN-PAK",
        "accounts": 1,
        "confidence": "single source",
        "geometry": None,
        **columns,
    }


def small_world() -> Tables:
    """Five incidents: dated, open to the left, undated, without a point, and one whose every text is hostile."""
    day = dt.date(2024, 1, 16)
    incidents = [
        incident("a", first_day=day, last_day=day, place="Panjgur", place_local="پنجگور", geometry=Point(64.1, 26.97),
                 radius_km=5.0, border_km=77.3, border_min_km=70.0, border_max_km=80.5, killed_min=2, killed_max=2),
        incident("b", last_day=dt.date(2023, 6, 1), kind="clash", side="Unknown", level="district", geometry=Point(62, 26.5),
                 killed_min=0, killed_max=None),
        incident("c", kind="bombing", side="Islamic State", level="site", geometry=Point(-61.1234567891, 26.98765432)),
        incident("d", first_day=dt.date(2023, 12, 20), last_day=dt.date(2024, 1, 1), kind="arrest", side="Pakistan",
                 level="province", no_pin="known to the province only"),
        incident("e", first_day=dt.date(2024, 2, 1), last_day=dt.date(2024, 2, 29), title=HOSTILE, place=HOSTILE,
                 actors=HOSTILE, kind="other", side="Iran", geometry=Point(63, 27)),
    ]  # fmt: skip
    areas = [
        {"id": "a/best", "incident": "a", "role": "best", "title": "A", "kind": "strike", "side": "Iran", "first_day": day,
         "last_day": day, "parts": 1, "geometry": SQUARE},
        {"id": "a/x/1", "incident": "a", "role": "account", "claim": "x/1", "title": "A", "kind": "strike", "side": "Iran",
         "first_day": day, "last_day": day, "parts": 2, "geometry": MultiPolygon([HOLED, shapely.reverse(SQUARE)])},
    ]  # fmt: skip
    border = {"id": "IRN-PAK", "name": "Iran–Pakistan", "length_km": 1008.3, "detail_m": 10.0, "licence": "ODbL-1.0",
              "geometry": LineString([(60.87, 29.86), (61.6, 25.2)])}  # fmt: skip
    claims = [
        {"id": "x/1", "incident": "a", "article": "x", "outside": 0, "first_day": day, "last_day": day, "killed_min": 2},
        {"id": "x/2", "incident": "e", "article": "x", "outside": 0, "actors": HOSTILE},
    ]
    rows = {
        "claims": claims,
        "values": [{"claim": "x/1", "field": "days", "value": "16 January 2024", "spans": "10-20", "derivation": "date"}],
        "articles": [
            {"id": "w", "title": "Earlier", "publisher": "W", "published": dt.date(2023, 8, 8), "outside": 1},
            {"id": "x", "title": HOSTILE, "publisher": "X", "published": dt.date(2024, 1, 18), "outside": 0},
        ],
        "differences": [{"incident": "a", "field": "days", "account": "17 January", "claims": "x/1", "better": 0}],
    }
    rows |= {
        "buffers": [{"id": "IRN-PAK/10", "border": "IRN-PAK", "km": 10.0, "geometry": HOLED}],
        "links": [
            {"id": "a/nearest", "incident": "a", "end": "nearest", "km": 70.0, "geometry": LineString([(64, 27), (63, 27)])}
        ],
        "places": [{"id": "Panjgur", "local": "پنجگور", "geometry": Point(64.1, 26.97)}, {"id": "Pakistan", "geometry": None}],
    }
    rows |= {
        "statements": [{"id": "x/1/0", "incident": "a", "claim": "x/1", "article": "x", "verdict": "holds", "geometry": SQUARE}]
    }
    rows |= {"incidents": incidents, "areas": areas, "border": [border]}
    return Tables(**{name: (geoframe if name in SPATIAL else frame)(name, rows.get(name, [])) for name in SCHEMA})
