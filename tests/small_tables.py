"""Small invented tables: every kind of row, and one whose every text is hostile."""

import datetime as dt

import shapely
from shapely.geometry import LineString, MultiPolygon, Point, Polygon

from geomap import project
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
        "symbol": "strike",
        "actor_side": "Iran",
        "event_type": "Explosions/Remote violence",
        "sub_event_type": "Air/drone strike",
        "date_text": "16 January 2024",
        "level": "settlement",
        "near_border": "yes",
        "border": "IRN-PAK",
        "account_count": 1,
        "confidence": "single source",
        "geometry": None,
        **columns,
    }


def small_world() -> Tables:
    """Six incidents: dated, open to the left, undated, without a point, with every text hostile, and with two sites."""
    day = dt.date(2024, 1, 16)
    incidents = [
        incident("a", first_day=day, last_day=day, place="Panjgur", place_local="پنجگور", geometry=Point(64.1, 26.97),
                 radius_km=5.0, distance_km=77.3, distance_min_km=70.0, distance_max_km=80.5, killed_min=2, killed_max=2),
        incident("b", last_day=dt.date(2023, 6, 1), symbol="clash", actor_side="Unknown", level="district",
                 geometry=Point(62, 26.5),
                 killed_min=0, killed_max=None),
        incident("c", symbol="bombing", actor_side="Islamic State", level="site", geometry=Point(-61.1234567891, 26.98765432)),
        incident("d", first_day=dt.date(2023, 12, 20), last_day=dt.date(2024, 1, 1), symbol="arrest", actor_side="Pakistan",
                 level="province", no_point_reason="known to the province only"),
        incident("e", first_day=dt.date(2024, 2, 1), last_day=dt.date(2024, 2, 29), title=HOSTILE, place=HOSTILE,
                 actors=(HOSTILE,), symbol="other", actor_side="Iran", geometry=Point(63, 27)),
        incident("f", first_day=day, last_day=day, killed_min=3, killed_max=9, no_point_reason="2 sites", site_count=2),
    ]  # fmt: skip
    areas = [
        {"id": "a/best", "incident": "a", "role": "best", "title": "A", "symbol": "strike",
         "actor_side": "Iran", "first_day": day,
         "last_day": day, "part_count": 1, "geometry": SQUARE},
        {"id": "a/x/1", "incident": "a", "role": "account", "claim": "x/1",
         "title": "A", "symbol": "strike", "actor_side": "Iran",
         "first_day": day, "last_day": day, "part_count": 2, "geometry": MultiPolygon([HOLED, shapely.reverse(SQUARE)])},
    ]  # fmt: skip
    border = {"id": "IRN-PAK", "name": "Iran–Pakistan", "countries": ("IR", "PK"),
              "length_km": 1008.3, "detail_m": 10.0, "licence": "ODbL-1.0",
              "geometry": LineString([(60.87, 29.86), (61.6, 25.2)])}  # fmt: skip
    claims = [
        {"id": "x/1", "incident": "a", "article": "x", "is_outside": 0, "first_day": day, "last_day": day, "killed_min": 2},
        {"id": "x/2", "incident": "e", "article": "x", "is_outside": 0, "actors": (HOSTILE,)},
    ]
    rows = {
        "claims": claims,
        "cited_values": [
            {"claim": "x/1", "field": "days", "value_text": "16 January 2024", "spans": "10-20", "derivation": "date"}
        ],
        "articles": [
            {"id": "w", "title": "Earlier", "publisher": "W", "published": dt.date(2023, 8, 8), "is_outside": 1},
            {"id": "x", "title": HOSTILE, "publisher": "X", "published": dt.date(2024, 1, 18), "is_outside": 0},
        ],
        "differences": [{"incident": "a", "field": "days", "version": "17 January", "claims": ("x/1",), "is_better": 0}],
    }
    rows |= {
        "buffers": [{"id": "IRN-PAK/10", "border": "IRN-PAK", "distance_km": 10.0, "geometry": HOLED}],
        "links": [
            {
                "id": "a/nearest",
                "incident": "a",
                "link_end": "nearest",
                "length_km": 70.0,
                "geometry": LineString([(64, 27), (63, 27)]),
            }
        ],
        "places": [
            {"id": "Panjgur", "name_local": "پنجگور", "geometry": Point(64.1, 26.97)},
            {"id": "Pakistan", "geometry": None},
        ],
    }
    rows |= {
        "line_distances": [
            {"id": "a/IRN-PAK", "incident": "a", "line": "IRN-PAK", "distance_min_km": 70.0, "near_border": "no"}
        ],
        "statements": [
            {"id": "x/1/0", "incident": "a", "claim": "x/1", "article": "x", "verdict": "holds", "geometry": SQUARE}
        ],
    }
    rows |= {
        "area_parts": [{"id": "a/x/1/A", "area": "a/x/1", "incident": "a", "letter": "A", "share_percent": 90.5,
                        "against": ("not here", HOSTILE)}],
        "actors": [{"id": "x/2/actors[0]", "incident": "e", "claim": "x/2", "actor": HOSTILE, "status": "claimed",
                    "actor_text": HOSTILE}],
        "spans": [{"id": "x/1/days/1", "claim": "x/1", "field": "days", "span_start": 10, "span_end": 20}],
    }  # fmt: skip
    site = {"incident": "f", "title": "F", "symbol": "strike", "actor_side": "Iran", "first_day": day, "last_day": day,
            "border": "IRN-PAK", "confidence": "single source"}  # fmt: skip
    rows["sites"] = [
        {**site, "id": "f/site-1", "number": 1, "name": HOSTILE, "level": "settlement", "near_border": "no", "country": "IR",
         "killed_min": 3, "killed_max": 4, "radius_km": 5.0, "geometry": Point(63.5, 27)},
        {**site, "id": "f/site-2", "number": 2, "name": "nowhere", "level": "unlocated", "near_border": "unknown",
         "no_point_reason": "no source prints it", "geometry": None},
    ]  # fmt: skip
    rows |= {"incidents": incidents, "areas": areas, "border": [border]}
    tables = {name: (geoframe if name in SPATIAL else frame)(name, rows.get(name, [])) for name in SCHEMA}
    return Tables(**tables, story=project.example())
