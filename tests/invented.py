"""Invented layers for the tests of the page: small, near the true border, and hostile where a test wants it."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import shapely
from shapely.geometry import LineString, Point, box

from geomap.layers import Layers, frame, geoframe
from geomap.webmap import draw

BUILD = {"geomap": "0", "inputs_sha256": "0" * 64, "near_km": 50.0}
HOSTILE = (
    "<script>alert(1)</script>",
    "</script><img src=x onerror=alert(1)>",
    "${alert(1)}",
    "`${alert(1)}`",
    "\"' onmouseover=alert(1) x='",
    "\u202egnp.exe",
    "</noscript><svg onload=alert(1)>",
    "=cmd|' /C calc'!A0",
    "{{ 7*7 }} {% raw %}",
    "]]>--><!--",
)


def incident(number: int, **values: Any) -> dict[str, Any]:
    """A row of the incidents' table: an invented strike near the border, one a day."""
    day = dt.date(2023, 1, 1) + dt.timedelta(days=number)
    row = {
        "id": f"invented-{number:04d}",
        "title": f"Invented strike {number}",
        "kind": "strike",
        "event_type": "Explosions/Remote violence",
        "sub_event_type": "Air/drone strike",
        "first_day": day,
        "last_day": day,
        "date_precision": "day",
        "when": f"{day.day} {day:%B %Y}",
        "place": "Nowhere",
        "place_local": "هیچ‌جا",
        "level": "settlement",
        "province": "Balochistan",
        "country": "PK",
        "method": "invented",
        "reason": "only one account",
        "radius_km": 5.0,
        "parts": 1,
        "border": "IRN-PAK",
        "border_km": 20.0,
        "border_min_km": 15.0,
        "border_max_km": 25.0,
        "border_side": "PK",
        "border_near": "yes",
        "killed_min": 2,
        "killed_max": 3,
        "actors": "Nobody (alleged)",
        "side": "Unknown",
        "target": "a bridge",
        "accounts": 1,
        "sources": "gazette",
        "outside": 0,
        "differs": 0,
        "confidence": "single source",
        "confidence_rule": "one outlet tells of it",
        "geometry": Point(62.5 + 0.03 * number, 27.0 + 0.01 * number),
    }
    return row | values


def claim(number: int, **values: Any) -> dict[str, Any]:
    """The claim that tells of the incident of the same number."""
    row = {
        "id": f"gazette/{number}",
        "incident": f"invented-{number:04d}",
        "article": "gazette",
        "outside": 0,
        "when": "some day",
        "place": "Nowhere, Balochistan",
        "actors": "Nobody (alleged)",
        "statements": "distance about 20 km: IRN-PAK",
        "spans": "0-10",
        "judgement": "it says so",
    }
    return row | values


def layers(rows: list[dict[str, Any]] | None = None, claims: list[dict[str, Any]] | None = None, **values: Any) -> Layers:
    """Small layers: the given incidents, each with a claim, one article and a straight border."""
    rows = [incident(n) for n in range(3)] if rows is None else rows
    claims = [claim(n) for n in range(len(rows))] if claims is None else claims
    areas = [
        {
            "id": f"{row['id']}/best",
            "incident": row["id"],
            "role": "best",
            "level": row["level"],
            "geometry": row["geometry"].buffer(0.05),
        }
        for row in rows
        if row["geometry"] is not None
    ]
    said = [
        {
            "claim": one["id"],
            "field": "counts[0]",
            "value": "2 to 3 killed",
            "by": "a mayor",
            "spans": "3-6",
            "derivation": "number",
        }
        for one in claims
    ]
    article = {
        "id": "gazette",
        "title": "Gazette of nowhere",
        "publisher": "Gazette",
        "published": dt.date(2024, 1, 1),
        "address": "https://example.org/1",
        "outside": 0,
    }
    border = {
        "id": "IRN-PAK",
        "name": "Iran–Pakistan",
        "length_km": 900.0,
        "detail_m": 10.0,
        "geometry": LineString([(61.6, 25), (63, 28), (61, 29.8)]),
    }
    tables = {"areas": areas, "values": said, "articles": [article], "differences": [], **values}
    return Layers(
        incidents=geoframe("incidents", rows),
        areas=geoframe("areas", tables["areas"]),
        border=geoframe("border", [border]),
        claims=frame("claims", claims),
        values=frame("values", tables["values"]),
        articles=frame("articles", tables["articles"]),
        differences=frame("differences", tables["differences"]),
    )


def basemap() -> dict[str, Any]:
    """Two square countries."""
    squares = {"IR": box(55, 25, 62, 31), "PK": box(62, 24, 70, 31)}
    features = [
        {"type": "Feature", "properties": {"iso_a2": code, "name": code}, "geometry": json.loads(shapely.to_geojson(square))}
        for code, square in squares.items()
    ]
    return {"countries": {"features": features}}


def page(shown: Layers | None = None, *, title: str = "Invented") -> str:
    """The page of small layers."""
    return draw(shown or layers(), basemap=basemap(), build=BUILD, title=title)
