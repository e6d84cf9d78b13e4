"""Invented layers for the tests of the page: small, near the true border, and hostile where a test wants it."""

from __future__ import annotations

import base64
import datetime as dt
import json
import re
import zlib
from dataclasses import replace
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from shapely.geometry import LineString, Point, box

from geomap import project
from geomap.tables.frames import Tables, frame, geoframe
from geomap.tables.schema import SCHEMA
from geomap.vocabulary import EVENT_TYPES, symbol_of
from geomap.webmap import draw

#: The sides and languages of the shipped story, under another title.
STORY = replace(project.example(), title="Invented")
SIDES = tuple(STORY.side_of)
LEVELS = ("site", "settlement", "district", "province")

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
        "symbol": "strike",
        "event_type": "Explosions/Remote violence",
        "sub_event_type": "Air/drone strike",
        "first_day": day,
        "last_day": day,
        "date_precision": "day",
        "date_text": f"{day.day} {day:%B %Y}",
        "place": "Nowhere",
        "place_local": "هیچ‌جا",
        "level": "settlement",
        "province": "Balochistan",
        "country": "PK",
        "method": "invented",
        "reason": "only one account",
        "radius_km": 5.0,
        "part_count": 1,
        "border": "IRN-PAK",
        "distance_km": 20.0,
        "distance_min_km": 15.0,
        "distance_max_km": 25.0,
        "border_country": "PK",
        "near_border": "yes",
        "killed_min": 2,
        "killed_max": 3,
        "killed_most": 3,
        "killed_by": ("2: Gazette", "3: Post"),
        "actors": ("Nobody (alleged)",),
        "actor_side": "Unknown",
        "targets": ("a bridge",),
        "target_names": ("a bridge",),
        "account_count": 1,
        "sources": ("gazette",),
        "outside_count": 0,
        "difference_count": 0,
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
        "is_outside": 0,
        "date_text": "some day",
        "place": "Nowhere, Balochistan",
        "actors": ("Nobody (alleged)",),
        "statements": ("distance about 20 km: IRN-PAK",),
        "spans": "0-10",
        "judgement": "it says so",
    }
    return row | values


def layers(rows: list[dict[str, Any]] | None = None, claims: list[dict[str, Any]] | None = None, **values: Any) -> Tables:
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
            "value_text": "2 to 3 killed",
            "attributed_to": "a mayor",
            "spans": "3-6",
            "derivation": "number",
        }
        for one in claims
    ]
    actors = [
        {
            "id": f"{one['id']}/actors[0]",
            "incident": one["incident"],
            "claim": one["id"],
            "actor": "Nobody",
            "status": "alleged",
            "actor_text": "Nobody (alleged)",
            "actor_side": "Unknown",
        }
        for one in claims
        if one["actors"]
    ]
    spans = [
        {"id": f"{one['id']}{field}/1", "claim": one["id"], "field": field[1:] or None, "span_start": start, "span_end": end}
        for one in claims
        for field, start, end in (("", 0, 10), ("/counts[0]", 3, 6))
    ]
    article = {
        "id": "gazette",
        "title": "Gazette of nowhere",
        "publisher": "Gazette",
        "published": dt.date(2024, 1, 1),
        "address": "https://example.org/1",
        "is_outside": 0,
    }
    border = {
        "id": "IRN-PAK",
        "name": "Iran–Pakistan",
        "countries": ("IR", "PK"),
        "length_km": 900.0,
        "detail_m": 10.0,
        "geometry": LineString([(61.6, 25), (63, 28), (61, 29.8)]),
    }
    tables = {
        "areas": areas,
        "actors": actors,
        "spans": spans,
        "area_parts": [],
        "cited_values": said,
        "articles": [article],
        "differences": [],
        **values,
    }
    return Tables(
        incidents=geoframe("incidents", rows),
        areas=geoframe("areas", tables["areas"]),
        border=geoframe("border", [border]),
        area_parts=frame("area_parts", tables["area_parts"]),
        claims=frame("claims", claims),
        actors=frame("actors", tables["actors"]),
        spans=frame("spans", tables["spans"]),
        cited_values=frame("cited_values", tables["cited_values"]),
        articles=frame("articles", tables["articles"]),
        differences=frame("differences", tables["differences"]),
        story=STORY,
    )


def basemap() -> dict[str, gpd.GeoDataFrame]:
    """Two square countries."""
    squares = {"IR": box(55, 25, 62, 31), "PK": box(62, 24, 70, 31)}
    names = {"iso_a2": list(squares), "name": list(squares)}
    return {"countries": gpd.GeoDataFrame(names, geometry=list(squares.values()), crs="EPSG:4326")}


#: The text of the invented article: its offsets are those of Python, also after a letter beyond the basic plane.
TEXT = "A first line.\nOn 1 May \U0001f600 three men were killed in <b>Kech</b>, said a mayor."
#: What a page is drawn with to be the one that is published, or the private one that holds the articles' texts.
PAGES: dict[str, dict[str, Any]] = {"public": {}, "private": {"texts": {"gazette": TEXT}}}


def page(shown: Tables | None = None, *, title: str = "Invented", **more: Any) -> str:
    """The page of small layers."""
    shown = shown or layers()
    return draw(replace(shown, story=replace(shown.story, title=title)), **{"basemap": basemap(), "build": BUILD, **more})


def languages_in(html: str) -> dict[str, Any]:
    """The texts that a page holds, by language."""
    (held,) = re.findall(r'id="geomap-languages">(.*?)</script>', html)
    found: dict[str, Any] = json.loads(zlib.decompress(base64.b64decode(held), wbits=-15))
    return found


def many(n: int, *, seed: int = 0) -> Tables:
    """Tables of ``n`` incidents scattered around the border, every column of the schema filled, each with one claim."""
    random = np.random.default_rng(seed)
    pick = lambda words: np.array(words, dtype=object)[random.integers(0, len(words), n)]  # noqa: E731
    singles = lambda words: pd.Series([(word,) for word in words], dtype=object)  # noqa: E731
    picks = lambda words: singles(pick(words))  # noqa: E731
    number = np.arange(n)
    days = np.datetime64("2010-01-01") + random.integers(0, 365 * 14, n)
    spread = np.where(random.random(n) < 0.2, 27, 0)
    distance = np.round(random.gamma(2, 60, n), 1)
    radius = np.array([2.0, 5.0, 30.0, 150.0])[random.integers(0, 4, n)]
    killed = random.poisson(1.2, n)
    known = random.random(n) < 0.7
    places = [f"Place {i}" for i in range(5000)]
    ids = np.char.add("INV-", np.char.zfill(number.astype(str), 7)).astype(object)
    # What happened follows from the kind of event, and where from the place, as in the real tables.
    kinds = [(name, symbol_of(name)) for name in EVENT_TYPES if symbol_of(name) != "other"]
    types_of = np.array([kinds[i] for i in random.integers(0, len(kinds), n)], dtype=object)
    sub_event_type, kind = types_of.T
    spot = random.integers(0, 5000, n)
    place, side = np.array(places, dtype=object)[spot], pick(SIDES)
    follows = lambda words: np.array(words, dtype=object)[random.integers(0, len(words), 5000)][spot]  # noqa: E731
    date = lambda values: pd.Series(values.astype("datetime64[D]").astype(object), dtype="object")  # noqa: E731
    outlets = pick([f"outlet-{i}" for i in range(200)])
    values: dict[str, Any] = {
        "id": ids,
        "title": kind + np.full(n, " in ", dtype=object) + place,
        "symbol": kind,
        "event_type": np.array([EVENT_TYPES[word] for word in sub_event_type], dtype=object),
        "sub_event_type": sub_event_type,
        "first_day": date(days),
        "last_day": date(days + spread),
        "date_precision": np.where(spread, "interval", "day").astype(object),
        "date_text": np.full(n, "a day", dtype=object),
        "place": place,
        "level": pick(LEVELS),
        "district": follows([f"District {i}" for i in range(60)]),
        "province": follows(["Balochistan", "Sistan and Baluchestan", "Sindh"]),
        "country": follows(["IR", "PK"]),
        "method": np.full(n, "around the point of the place", dtype=object),
        "reason": np.full(n, "only one account", dtype=object),
        "radius_km": radius,
        "part_count": np.ones(n),
        "border": np.full(n, "IRN-PAK", dtype=object),
        "distance_km": distance,
        "distance_min_km": np.maximum(0, distance - radius),
        "distance_max_km": distance + radius,
        "border_country": pick(["IR", "PK"]),
        "near_border": np.where(distance + radius < 50, "yes", "no").astype(object),
        "killed_min": np.where(known, killed, np.nan),
        "killed_max": np.where(known, killed, np.nan),
        "actors": picks([f"Group {i}" for i in range(40)]),
        "actor_side": side,
        "targets": picks(["police", "army", "civilians"]),
        "target_names": picks(["police", "army", "civilians"]),
        "weapons": picks(["rifles", "rockets", "drone"]),
        "account_count": np.ones(n),
        "sources": singles(outlets),
        "outside_count": np.zeros(n),
        "difference_count": np.zeros(n),
        "confidence": pick(["confirmed", "single source"]),
        "confidence_rule": np.full(n, "a rule", dtype=object),
    }
    types = {"text": "object", "integer": "Int64", "number": "Float64", "date": "object", "list": "object"}
    column = lambda table, given: pd.DataFrame(  # noqa: E731
        {c.name: pd.Series(given.get(c.name, [None] * n), dtype=types[c.type]) for c in SCHEMA[table]}
    )
    points = shapely.points(random.normal(63, 2.5, n).round(5), random.normal(28, 2, n).round(5))
    claims = {"id": ids + "/1", "incident": ids, "article": outlets, "date_text": values["date_text"], "place": place}
    articles = [
        {
            "id": f"outlet-{i}",
            "title": f"Outlet {i}",
            "publisher": f"Outlet {i}",
            "published": dt.date(2024, 1, 1),
            "is_outside": 0,
        }
        for i in range(200)
    ]
    border = {"id": "IRN-PAK", "name": "Iran–Pakistan", "geometry": LineString([(61.6, 25), (63, 28), (61, 29.8)])}
    return Tables(
        incidents=gpd.GeoDataFrame(column("incidents", values), geometry=points, crs="EPSG:4326"),
        areas=geoframe("areas", []),
        border=geoframe("border", [border]),
        claims=column("claims", claims),
        cited_values=frame("cited_values", []),
        articles=frame("articles", articles),
        differences=frame("differences", []),
        story=STORY,
    )
