"""Incidents, claims and what belongs to them as rows of the tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import shapely
from shapely.geometry import LineString, MultiPolygon, Point
from shapely.geometry.base import BaseGeometry

from geomap.gazetteer import Place
from geomap.geometry import GEOD, area_of, same
from geomap.incidents import confidence, precision_of, range_of, weaker
from geomap.model import Article, BorderRelation, Claim, Incident, Region, Unlocated, Verdict
from geomap.places import Part
from geomap.tables.frames import Tables, frame, geoframe
from geomap.tables.wording import (
    actor_in_words,
    date_in_words,
    joined,
    kilometres,
    no_point_reason,
    spans_in_words,
    statement_in_words,
    value_in_words,
)
from geomap.vocabulary import EVENT_TYPES, KINDS


def _place(region: Region | Unlocated, places: Mapping[str, Place]) -> dict[str, Any]:
    if not region.located:
        return {"level": "unlocated", "method": region.reason}
    return {
        "place": region.name,
        "place_local": places[region.name].local if region.name in places else None,
        "level": region.level,
        "district": region.district,
        "province": region.province,
        "country": region.country,
        "method": region.method,
        "parts": len(shapely.get_parts(region.geometry)),
    }


def _reach_km(region: Region) -> float | None:
    """How far a region reaches from its point: a disc's radius, or the distance of the farthest corner."""
    if region.point is None:
        return None
    if region.radius_m is not None:
        return kilometres(region.radius_m)
    corners = shapely.get_coordinates(region.geometry)
    lon, lat = region.point
    distances = GEOD.inv([lon] * len(corners), [lat] * len(corners), corners[:, 0], corners[:, 1])[2]
    return kilometres(float(distances.max()))


def _distances(relation: BorderRelation | None) -> dict[str, Any]:
    return {
        "border_min_km": kilometres(relation.min_m) if relation else None,
        "border_max_km": kilometres(relation.max_m) if relation else None,
    }


def _counts(claims: Sequence[Claim]) -> dict[str, int | None]:
    killed, injured = range_of(claims, "killed"), range_of(claims, "injured")
    return {"killed_min": killed[0], "killed_max": killed[1], "injured_min": injured[0], "injured_max": injured[1]}


def _telling(claims: Sequence[Claim]) -> dict[str, str | None]:
    return {
        "actors": joined(actor_in_words(said) for claim in claims for said in claim.actors),
        "target": joined(claim.target.value if claim.target else None for claim in claims),
        "weapons": joined(said.value for claim in claims for said in claim.weapons),
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What the tables need besides the incidents."""

    articles: Mapping[str, Article]
    relations: Mapping[str, BorderRelation]  #: per incident id and per claim id; absent where not located
    sides: Mapping[str, str]  #: actor name → side
    places: Mapping[str, Place]  #: by name
    border: Mapping[str, Any]  #: the row of the border's table, with its geometry
    buffers: Mapping[float, BaseGeometry]  #: kilometres → the area within that distance of the border
    other_readings: Mapping[str, Mapping[str, Region | Unlocated]] = field(default_factory=dict)  #: claim id → reading → region
    parts: Mapping[str, tuple[Part, ...]] = field(default_factory=dict)  #: incident id → the areas of its region, weighed
    verdicts: Sequence[Verdict] = ()


def _incident_row(incident: Incident, context: Context) -> dict[str, Any]:
    relation = context.relations.get(incident.id)
    region = incident.region
    no_pin = no_point_reason(region)
    word, rule = confidence(incident, context.articles, context.sides)
    outside = [claim for claim in incident.claims if not context.articles[claim.article].text_available]
    pinned = region.located and no_pin is None
    open_country = _countries_differ(incident)
    return {
        "id": incident.id,
        "title": incident.title,
        "kind": KINDS.get(incident.sub_event_type, "other"),
        "event_type": EVENT_TYPES[incident.sub_event_type],
        "sub_event_type": incident.sub_event_type,
        "first_day": incident.days.first,
        "last_day": incident.days.last,
        "date_precision": precision_of(incident.days),
        "when": date_in_words(incident.days),
        **_place(region, context.places),
        **({"country": None} if open_country else {}),
        "reason": incident.region_reason
        + ("; accounts differ on the country, and none is better supported" if open_country else ""),
        "no_pin": no_pin,
        "radius_km": _reach_km(region) if region.located and pinned else None,
        "border": context.border["id"],
        "border_km": kilometres(relation.distance_m) if relation and pinned else None,
        **_distances(relation),
        "border_side": relation.country if relation and not open_country else None,
        "border_near": {True: "yes", False: "no", None: "unknown"}[relation.near if relation and not open_country else None],
        **_counts(incident.claims),
        **_telling(incident.claims),
        "side": _side(incident, context.sides),
        "accounts": len(incident.claims),
        "sources": joined(sorted({claim.article for claim in incident.claims})),
        "outside": len(outside),
        "differs": len(incident.differences),
        "differences": joined(d.field for d in incident.differences),
        "confidence": word,
        "confidence_rule": rule,
        "geometry": Point(region.point) if region.located and region.point and pinned else None,
    }


def _countries_differ(incident: Incident) -> bool:
    """Whether accounts put it in different countries, and a person left that open."""
    undecided = any(d.field == "place" and d.better is None for d in incident.differences)
    return undecided and len({r.country for r in incident.regions.values() if r.located}) > 1


def _side(incident: Incident, sides: Mapping[str, str]) -> str:
    """The one side of who did it: stated, admitted or claimed by themselves, by no account that was judged the weaker one."""
    doubted = weaker(incident.differences, "actors")
    actors = [said.value for claim in incident.claims if claim.id not in doubted for said in claim.actors]
    named = [sides.get(a.name, "Unknown") for a in actors if a.status in ("stated", "admitted", "claimed")]
    known = set(named) - {"Unknown"}
    return known.pop() if len(known) == 1 else "Unknown"


def _area_rows(incident: Incident, row: Mapping[str, Any], context: Context) -> list[dict[str, Any]]:
    """The best reading, each account's own region where it is another and finer than a country, and its other readings."""
    regions: list[tuple[str, str | None, str, Region | Unlocated]] = [("best", None, "best", incident.region)]
    regions += [
        ("account", claim, claim, region)
        for claim, region in incident.regions.items()
        if region.located and region.level != "country" and not _is_best(region, incident)
    ]
    regions += [
        ("reading", claim.id, f"{claim.id}/{how.replace(' ', '-')}", region)
        for claim in incident.claims
        for how, region in context.other_readings.get(claim.id, {}).items()
    ]
    shared = {key: row[key] for key in ("title", "kind", "side", "first_day", "last_day")}
    return [
        {
            "id": f"{incident.id}/{name}",
            "incident": incident.id,
            "role": role,
            "claim": claim,
            **shared,
            **{
                key: value
                for key, value in _place(region, {}).items()
                if key in ("place", "level", "country", "method", "parts")
            },
            "weights": _weights(context.parts.get(incident.id, ())) if role == "best" else None,
            **_distances(context.relations.get(incident.id if role == "best" else name)),
            "geometry": _by_weight(region, context.parts.get(incident.id, ())) if role == "best" else area_of(region),
        }
        for role, claim, name, region in regions
        if region.located
    ]


def _weights(parts: Sequence[Part]) -> str | None:
    """The parts as A, B, … with their weights: "A 90 %; B 10 %, against it: nearer to another town"."""
    if len(parts) < 2:
        return None
    against = ["".join(f", against it: {words}" for words in part.against) for part in parts]
    return "; ".join(f"{chr(65 + i)} {part.weight:.0%}{against[i]}" for i, part in enumerate(parts))


def _by_weight(region: Region, parts: Sequence[Part]) -> BaseGeometry:
    """The region's area, its parts in the order of their letters."""
    return MultiPolygon([part.geometry for part in parts]) if len(parts) > 1 else area_of(region)


def _is_best(region: Region, incident: Incident) -> bool:
    return incident.region.located and same(region, incident.region)


def _claim_row(claim: Claim, incident: Incident, context: Context) -> dict[str, Any]:
    judgement = next(j for j in incident.judgements if j.claim == claim.id)
    region = incident.regions[claim.id]
    return {
        "id": claim.id,
        "incident": incident.id,
        "article": claim.article,
        "outside": int(not context.articles[claim.article].text_available),
        "sub_event_type": claim.sub_event_type.value,
        "first_day": claim.days.value.first,
        "last_day": claim.days.value.last,
        "when": date_in_words(claim.days.value),
        "place": ", ".join(claim.place.value) if claim.place else None,
        "region": region.reason if not region.located else region.method,
        **_distances(context.relations.get(claim.id)),
        **_counts([claim]),
        **_telling([claim]),
        "statements": joined(statement_in_words(said) for said in claim.statements),
        "spans": spans_in_words(claim),
        "judgement": judgement.reason,
        "alternatives": joined(judgement.alternatives),
    }


def _value_rows(claim: Claim) -> list[dict[str, Any]]:
    return [
        {
            "claim": claim.id,
            "field": field,
            "value": value_in_words(field, said),
            "by": said.attributed_to,
            "spans": spans_in_words(said),
            "derivation": said.derivation,
            "note": said.note,
        }
        for field, said in claim.values
    ]


def _difference_rows(incident: Incident) -> list[dict[str, Any]]:
    return [
        {
            "incident": incident.id,
            "field": difference.field,
            "account": version.says,
            "claims": joined(version.claims),
            "better": int(difference.better in version.claims),
            "reason": difference.reason,
        }
        for difference in incident.differences
        for version in difference.versions
    ]


def _buffer_row(km: float, area: BaseGeometry, context: Context) -> dict[str, Any]:
    border = context.border["id"]
    return {"id": f"{border}/{km:g}", "border": border, "km": float(km), "geometry": area}


def _link_rows(incident: Incident, context: Context) -> list[dict[str, Any]]:
    """The shortest lines from the region's nearest and farthest points to the border: what the interval's ends stand on."""
    relation = context.relations.get(incident.id)
    if relation is None:
        return []
    ends = (
        ("nearest", relation.min_m, relation.nearest, relation.nearest_on_border),
        ("farthest", relation.max_m, relation.farthest, relation.farthest_on_border),
    )
    return [
        {
            "id": f"{incident.id}/{end}",
            "incident": incident.id,
            "end": end,
            "km": kilometres(metres),
            "geometry": _geodesic(*points),
        }
        for end, metres, *points in ends
        if metres > 0  # a region on the line has no way to it
    ]


def _geodesic(start: tuple[float, float], end: tuple[float, float]) -> LineString:
    """The geodesic between two points, a vertex every 50 km at most: a straight line in degrees strays from it."""
    steps = int(GEOD.inv(*start, *end)[2] // 50_000)
    return LineString([start, *GEOD.npts(*start, *end, steps), end] if steps else [start, end])


def _place_row(place: Place) -> dict[str, Any]:
    return {
        "id": place.name,
        "local": place.local,
        "spellings": joined(place.spellings),
        "level": place.level,
        "country": place.country,
        "within": place.within,
        "radius_km": kilometres(place.radius_m),
        "geonames_id": place.geonames_id,
        "source": place.source,
        "note": place.note,
        "geometry": Point(place.lon, place.lat),
    }


def _statement_row(verdict: Verdict, context: Context) -> dict[str, Any]:
    stated, measured = verdict.stated_m or (None, None), verdict.measured_m or (None, None)
    return {
        "id": verdict.id,
        "incident": verdict.incident,
        "claim": verdict.claim,
        "article": verdict.claim.split("/")[0],
        "spans": spans_in_words(verdict.said),
        "said": statement_in_words(verdict.said),
        "reading": verdict.words,
        "stated_min_km": kilometres(stated[0]),
        "stated_max_km": kilometres(stated[1]),
        "measured_min_km": kilometres(measured[0]),
        "measured_max_km": kilometres(measured[1]),
        "verdict": verdict.verdict,
        "evidence": verdict.evidence,
        "geometry": area_of(verdict.region) if verdict.region else None,
    }


def _article_row(article: Article) -> dict[str, Any]:
    return {
        "id": article.id,
        "title": article.title,
        "publisher": article.publisher,
        "published": article.published,
        "address": article.address,
        "outside": int(not article.text_available),
        "inferred": joined(article.inferred),
        "text_sha256": article.text_sha256,
    }


def tabulate(incidents: Sequence[Incident], context: Context) -> Tables:
    """The layers of the incidents.

    Args:
        incidents: sorted by id.
        context: see `Context`.
    """
    rows = [_incident_row(incident, context) for incident in incidents]
    pairs = [(claim, incident) for incident in incidents for claim in incident.claims]
    cited = {claim.article for claim, _ in pairs}
    return Tables(
        incidents=geoframe("incidents", rows),
        areas=geoframe("areas", [a for i, row in zip(incidents, rows, strict=True) for a in _area_rows(i, row, context)]),
        border=geoframe("border", [context.border]),
        buffers=geoframe("buffers", [_buffer_row(km, area, context) for km, area in sorted(context.buffers.items())]),
        links=geoframe("links", [row for incident in incidents for row in _link_rows(incident, context)]),
        statements=geoframe("statements", [_statement_row(verdict, context) for verdict in context.verdicts]),
        places=geoframe("places", [_place_row(place) for _, place in sorted(context.places.items()) if place.lon is not None]),
        claims=frame("claims", [_claim_row(claim, incident, context) for claim, incident in pairs]),
        values=frame("values", [row for claim, _ in pairs for row in _value_rows(claim)]),
        articles=frame("articles", [_article_row(a) for key, a in sorted(context.articles.items()) if key in cited]),
        differences=frame("differences", [row for incident in incidents for row in _difference_rows(incident)]),
    )
