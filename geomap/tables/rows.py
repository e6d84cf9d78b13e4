"""Incidents as tables: the published schema, written once.

`SCHEMA` says for every table and column what it holds, its type and its unit; the files, the page, the README's table and
the data dictionary are made from it. Geometry is lon/lat on WGS 84; a column that is unknown is null.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import inf
from typing import Any, Literal

import geopandas as gpd
import pandas as pd
import shapely
from shapely.geometry import LineString, MultiPolygon, Point
from shapely.geometry.base import BaseGeometry

from geomap.checks.geography import Verdict
from geomap.gazetteer.gazetteer import Place
from geomap.geometry.shapes import GEOD, area_of, same
from geomap.incidents.judgements import confidence, precision_of, range_of, weaker
from geomap.model import EVENT_TYPES, Article, BorderRelation, Claim, Days, Incident, Region, Said, Unlocated
from geomap.places.readings import COMPASS, Part

CRS = "EPSG:4326"

#: The symbol each sub-event type has on the map. Several share one: a reader tells seven shapes apart, not twenty-five.
KINDS: dict[str, str] = {
    "Air/drone strike": "strike",
    "Shelling/artillery/missile attack": "strike",
    "Suicide bomb": "bombing",
    "Remote explosive/landmine/IED": "bombing",
    "Grenade": "bombing",
    "Armed clash": "clash",
    "Attack": "attack",
    "Abduction/forced disappearance": "attack",
    "Sexual violence": "attack",
    "Excessive force against protesters": "protest",
    "Peaceful protest": "protest",
    "Protest with intervention": "protest",
    "Mob violence": "protest",
    "Violent demonstration": "protest",
    "Arrests": "arrest",
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, type, what it says, and its unit where it has one."""

    name: str
    type: Literal["text", "integer", "number", "date"]
    says: str
    unit: str | None = None


INCIDENTS = (
    Column("id", "text", "the incident's id, which never changes"),
    Column("title", "text", "a headline in our own words"),
    Column("kind", "text", "what the symbol shows: strike, bombing, clash, attack, protest, arrest or other"),
    Column("event_type", "text", "ACLED's event type"),
    Column("sub_event_type", "text", "ACLED's sub-event type"),
    Column("first_day", "date", "the earliest day it can have happened; null where the sources leave it open"),
    Column("last_day", "date", "the latest day it can have happened"),
    Column("date_precision", "text", "day, month, year, interval, no later than, no earlier than, or undated"),
    Column("when", "text", "the date in words"),
    Column("place", "text", "the place of the best reading"),
    Column("place_local", "text", "its name in the local script"),
    Column("level", "text", "how finely the place is known: site, settlement, district, province, country or unlocated"),
    Column("district", "text", "the district or county that holds it, where the sources say so"),
    Column("province", "text", "the first-level area that holds it"),
    Column("country", "text", "ISO 3166-1 alpha-2 code of the country, from the sources"),
    Column("method", "text", "how the region was found, or why there is none"),
    Column("reason", "text", "why this reading of where is the best, and which accounts it leaves aside"),
    Column("no_pin", "text", "why the incident has no point; null where it has one"),
    Column("radius_km", "number", "how far the region reaches from the point", "km"),
    Column("parts", "integer", "how many separate areas the region has"),
    Column("border", "text", "the border that distances are measured to"),
    Column("border_km", "number", "distance of the point from the border; null without a point", "km"),
    Column("border_min_km", "number", "least distance of the region from the border", "km"),
    Column("border_max_km", "number", "greatest distance of the region from the border", "km"),
    Column(
        "border_side", "text", "the country on whose side the region lies; null where it straddles the line or is not located"
    ),
    Column("border_near", "text", "yes, no or unknown: whether the whole region lies within the threshold of the border"),
    Column("killed_min", "integer", "fewest killed over all accounts; null where no account says"),
    Column("killed_max", "integer", "most killed over all accounts; null where open or not stated"),
    Column("injured_min", "integer", "fewest injured over all accounts; null where no account says"),
    Column("injured_max", "integer", "most injured over all accounts; null where open or not stated"),
    Column(
        "actors",
        "text",
        "who did it, joined by ;, each with (claimed), (admitted), (alleged) or (denied) where not plainly stated",
    ),
    Column(
        "side",
        "text",
        "the side of who did it, which the colour shows: stated, admitted or claimed, never alleged alone; Unknown for several",
    ),
    Column("target", "text", "against whom or what, as the accounts say, joined by ;"),
    Column("weapons", "text", "with what, joined by ;"),
    Column("accounts", "integer", "how many claims tell of it"),
    Column("sources", "text", "the articles that tell of it, joined by ;"),
    Column("outside", "integer", "how many of the accounts are outside publications"),
    Column("differs", "integer", "how many differences between the accounts are recorded"),
    Column("differences", "text", "the fields in which accounts differ, joined by ;"),
    Column("confidence", "text", "confirmed, single source, disputed or claimed"),
    Column("confidence_rule", "text", "the rule behind that word"),
)
AREAS = (
    Column("id", "text", "the incident's id, a slash, and best or the claim's id"),
    Column("incident", "text", "the incident"),
    Column(
        "role",
        "text",
        "best: what distances are measured from; account: by one account alone; reading: by another reading of it",
    ),
    Column("claim", "text", "the claim, for an account or a reading of it"),
    Column("title", "text", "the incident's headline"),
    Column("kind", "text", "the incident's kind"),
    Column("side", "text", "as of the incident"),
    Column("first_day", "date", "as of the incident"),
    Column("last_day", "date", "as of the incident"),
    Column("place", "text", "the place"),
    Column("level", "text", "how finely the place is known"),
    Column("country", "text", "ISO 3166-1 alpha-2 code"),
    Column("method", "text", "how the area was found"),
    Column("parts", "integer", "how many separate areas it has"),
    Column(
        "weights",
        "text",
        "of several: each one's share of the area, not its chance, and what speaks against it, joined by ;",
    ),
    Column("border_min_km", "number", "least distance of the area from the border", "km"),
    Column("border_max_km", "number", "greatest distance of the area from the border", "km"),
)
BORDER = (
    Column("id", "text", "the two countries' ISO 3166-1 alpha-3 codes"),
    Column("name", "text", "the border's name"),
    Column("length_km", "number", "geodesic length of the line at this detail", "km"),
    Column("detail_m", "number", "the tolerance that the line was simplified with", "m"),
    Column("source", "text", "who made the line"),
    Column("licence", "text", "under which licence"),
    Column("attribution", "text", "what must be shown with it"),
)
BANDS = (
    Column("id", "text", "the border's id, a slash, the distance"),
    Column("border", "text", "the border"),
    Column("km", "number", "every point of the band is within this geodesic distance of the border", "km"),
)
LINKS = (
    Column("id", "text", "the incident's id, a slash, nearest or farthest"),
    Column("incident", "text", "the incident"),
    Column(
        "end", "text", "nearest or farthest: which point of the region the line runs from, to the border point nearest to it"
    ),
    Column("km", "number", "its geodesic length", "km"),
)
PLACES = (
    Column("id", "text", "the place's name, as used in the other tables"),
    Column("local", "text", "its name in the local script"),
    Column("spellings", "text", "other spellings, joined by ;"),
    Column("level", "text", "site, settlement, district, province or country"),
    Column("country", "text", "ISO 3166-1 alpha-2 code"),
    Column("within", "text", "what holds it"),
    Column("radius_km", "number", "how far the place reaches from its point", "km"),
    Column("geonames_id", "integer", "its GeoNames id"),
    Column("source", "text", "who prints the coordinates"),
    Column("note", "text", "what else is known of them"),
)
CLAIMS = (
    Column("id", "text", "the claim's id: the article, a slash, a number"),
    Column("incident", "text", "the incident it is judged to tell of"),
    Column("article", "text", "the article's id"),
    Column("outside", "integer", "1 for an outside publication, whose text nobody here holds"),
    Column("sub_event_type", "text", "ACLED's sub-event type, as this account has it"),
    Column("first_day", "date", "the earliest day by this account"),
    Column("last_day", "date", "the latest day by this account"),
    Column("when", "text", "the date in words"),
    Column("place", "text", "the place as a path of names, finest first"),
    Column("region", "text", "how this account's region was found, or why there is none"),
    Column(
        "border_min_km", "number", "least distance of this account's region from the border; null for a whole country", "km"
    ),
    Column("border_max_km", "number", "greatest distance of this account's region from the border", "km"),
    Column("killed_min", "integer", "fewest killed by this account"),
    Column("killed_max", "integer", "most killed by this account"),
    Column("injured_min", "integer", "fewest injured by this account"),
    Column("injured_max", "integer", "most injured by this account"),
    Column("actors", "text", "who did it, by this account"),
    Column("target", "text", "against whom or what"),
    Column("weapons", "text", "with what"),
    Column("statements", "text", "what this account says about where it lies"),
    Column("spans", "text", "the passages of the article, as start-end offsets joined by ;"),
    Column("judgement", "text", "why the claim tells of this incident"),
    Column("alternatives", "text", "other incidents it might tell of, joined by ;"),
)
VALUES = (
    Column("claim", "text", "the claim"),
    Column("field", "text", "the field of the claim"),
    Column("value", "text", "the value in our words"),
    Column("by", "text", "whom the article credits with it"),
    Column("spans", "text", "where the article says it, as start-end offsets joined by ;"),
    Column("derivation", "text", "how it follows from the words"),
    Column("note", "text", "how a person read it, where that is the derivation"),
)
ARTICLES = (
    Column("id", "text", "the article's id"),
    Column("title", "text", "its title"),
    Column("publisher", "text", "who published it"),
    Column("published", "date", "the day of publication"),
    Column("address", "text", "where it stands"),
    Column("outside", "integer", "1 for an outside publication"),
    Column("inferred", "text", "what the text does not print, joined by ;"),
    Column("text_sha256", "text", "sha256 of the text that spans refer to"),
)
STATEMENTS = (
    Column("id", "text", "the claim's id, its statement, and the reading or the point in circulation that is judged"),
    Column("incident", "text", "the incident"),
    Column("claim", "text", "the claim that makes the statement"),
    Column("article", "text", "the article's id"),
    Column("spans", "text", "where the article says it, as start-end offsets joined by ;"),
    Column("said", "text", "the statement in our words"),
    Column("reading", "text", "how it is taken, with the tolerance"),
    Column("stated_min_km", "number", "the least distance that the reading allows", "km"),
    Column("stated_max_km", "number", "the greatest distance that the reading allows; null where it allows any", "km"),
    Column(
        "measured_min_km", "number", "the least distance of the evidence; for a length, the length of the line as drawn", "km"
    ),
    Column("measured_max_km", "number", "the greatest distance of the evidence", "km"),
    Column("verdict", "text", "holds, does not hold, or cannot be said"),
    Column("evidence", "text", "what was measured: what all accounts allow without a statement about the same border or place"),
)
DIFFERENCES = (
    Column("incident", "text", "the incident"),
    Column("field", "text", "in what the accounts differ"),
    Column("account", "text", "what one side says"),
    Column("claims", "text", "the claims that say it, joined by ;"),
    Column("better", "integer", "1 for the account that is better supported"),
    Column("reason", "text", "why"),
)
SCHEMA: dict[str, tuple[Column, ...]] = {
    "incidents": INCIDENTS,
    "areas": AREAS,
    "border": BORDER,
    "bands": BANDS,
    "links": LINKS,
    "places": PLACES,
    "claims": CLAIMS,
    "values": VALUES,
    "articles": ARTICLES,
    "differences": DIFFERENCES,
    "statements": STATEMENTS,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Layers:
    """The tables of `SCHEMA`, rows sorted by id. The GeoDataFrames have geometry; an incident's may be None."""

    incidents: gpd.GeoDataFrame
    areas: gpd.GeoDataFrame
    border: gpd.GeoDataFrame
    bands: gpd.GeoDataFrame = field(default_factory=lambda: geoframe("bands", []))
    links: gpd.GeoDataFrame = field(default_factory=lambda: geoframe("links", []))
    statements: gpd.GeoDataFrame = field(default_factory=lambda: geoframe("statements", []))
    places: gpd.GeoDataFrame = field(default_factory=lambda: geoframe("places", []))
    claims: pd.DataFrame
    values: pd.DataFrame
    articles: pd.DataFrame
    differences: pd.DataFrame


def when_in_words(days: Days) -> str:
    """A date as a person would say it.

    >>> when_in_words(Days(first=dt.date(2023, 6, 1), last=dt.date(2023, 6, 30)))
    'June 2023'
    >>> when_in_words(Days(last=dt.date(2023, 6, 1), basis="report"))
    'no later than 1 June 2023'
    """
    first, last = days.first, days.last
    match precision_of(days):
        case "day" if first:
            return _day(first)
        case "month" if first:
            return f"{first:%B %Y}"
        case "year" if first:
            return f"{first.year}"
        case "interval" if first and last:
            return f"{_day(first)} to {_day(last)}"
    if last:
        return f"no later than {_day(last)}"
    return f"on or after {_day(first)}" if first else "undated"


def _day(day: dt.date) -> str:
    return f"{day.day} {day:%B %Y}"


def no_pin_reason(region: Region | Unlocated) -> str | None:
    """Why a region gets no pin: not located, too coarse, in parts, or no source prints a point."""
    if isinstance(region, Unlocated):
        return region.reason
    if region.level in ("province", "country"):
        return f"known to the {region.level} only"
    if region.point:
        return None
    parts = len(shapely.get_parts(region.geometry))
    return f"one of {parts} areas" if parts > 1 else "no source prints a point"


def _km(metres: float | None) -> float | None:
    """Kilometres with one decimal: finer than any source here. None where they are not known, or without end."""
    return None if metres is None or metres == inf else round(metres / 1000, 1) + 0.0


def _joined(words: Iterable[str | None]) -> str | None:
    return "; ".join(dict.fromkeys(w for w in words if w)) or None


def _spans(said: Said[Any] | Claim) -> str | None:
    return _joined(f"{span.start}-{span.end}" for span in said.spans)


def _actor(said: Said[Any]) -> str:
    actor = said.value
    return actor.name if actor.status == "stated" else f"{actor.name} ({actor.status})"


def _statement(said: Said[Any]) -> str:
    s = said.value
    number = f" {'about ' if s.about else ''}{s.distance_m / 1000:g} km" if s.distance_m is not None else ""
    way = f" {COMPASS[s.bearing]}" if s.bearing else ""
    return f"{s.relation}{number}{way}{' by road' if s.by_road else ''}: {s.of}{f' to {s.to}' if s.to else ''}"


def _value_in_words(field: str, said: Said[Any]) -> str:
    value = said.value
    match field.split("[", maxsplit=1)[0]:
        case "days":
            return when_in_words(value)
        case "place":
            return ", ".join(value)
        case "actors":
            return _actor(said)
        case "statements":
            return _statement(said)
        case "counts":
            upper = f" to {value.high}" if value.high != value.low else ""
            number = f"at least {value.low}" if value.high is None else f"{value.low}{upper}"
            return f"{number} {value.of}" + (f" ({value.whom})" if value.whom else "")
    return str(value)


def _place(region: Region | Unlocated, places: Mapping[str, Place]) -> dict[str, Any]:
    if isinstance(region, Unlocated):
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
        return _km(region.radius_m)
    corners = shapely.get_coordinates(region.geometry)
    lon, lat = region.point
    distances = GEOD.inv([lon] * len(corners), [lat] * len(corners), corners[:, 0], corners[:, 1])[2]
    return _km(float(distances.max()))


def _distances(relation: BorderRelation | None) -> dict[str, Any]:
    return {
        "border_min_km": _km(relation.min_m) if relation else None,
        "border_max_km": _km(relation.max_m) if relation else None,
    }


def _counts(claims: Sequence[Claim]) -> dict[str, int | None]:
    killed, injured = range_of(claims, "killed"), range_of(claims, "injured")
    return {"killed_min": killed[0], "killed_max": killed[1], "injured_min": injured[0], "injured_max": injured[1]}


def _telling(claims: Sequence[Claim]) -> dict[str, str | None]:
    return {
        "actors": _joined(_actor(said) for claim in claims for said in claim.actors),
        "target": _joined(claim.target.value if claim.target else None for claim in claims),
        "weapons": _joined(said.value for claim in claims for said in claim.weapons),
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What the tables need besides the incidents."""

    articles: Mapping[str, Article]
    relations: Mapping[str, BorderRelation]  #: per incident id and per claim id; absent where not located
    sides: Mapping[str, str]  #: actor name → side
    places: Mapping[str, Place]  #: by name
    border: Mapping[str, Any]  #: the row of the border's table, with its geometry
    bands: Mapping[float, BaseGeometry]  #: kilometres → the area within that distance of the border
    otherwise: Mapping[str, Mapping[str, Region | Unlocated]] = field(default_factory=dict)  #: claim id → reading → region
    parts: Mapping[str, tuple[Part, ...]] = field(default_factory=dict)  #: incident id → the areas of its region, weighed
    verdicts: Sequence[Verdict] = ()


def _incident_row(incident: Incident, context: Context) -> dict[str, Any]:
    relation = context.relations.get(incident.id)
    region = incident.region
    no_pin = no_pin_reason(region)
    word, rule = confidence(incident, context.articles, context.sides)
    outside = [claim for claim in incident.claims if not context.articles[claim.article].held]
    pinned = isinstance(region, Region) and no_pin is None
    open_country = _countries_differ(incident)
    return {
        "id": incident.id,
        "title": incident.title,
        "kind": KINDS.get(incident.kind, "other"),
        "event_type": EVENT_TYPES[incident.kind],
        "sub_event_type": incident.kind,
        "first_day": incident.days.first,
        "last_day": incident.days.last,
        "date_precision": precision_of(incident.days),
        "when": when_in_words(incident.days),
        **_place(region, context.places),
        **({"country": None} if open_country else {}),
        "reason": incident.region_reason
        + ("; accounts differ on the country, and none is better supported" if open_country else ""),
        "no_pin": no_pin,
        "radius_km": _reach_km(region) if isinstance(region, Region) and pinned else None,
        "border": context.border["id"],
        "border_km": _km(relation.distance_m) if relation and pinned else None,
        **_distances(relation),
        "border_side": relation.side if relation and not open_country else None,
        "border_near": {True: "yes", False: "no", None: "unknown"}[relation.near if relation and not open_country else None],
        **_counts(incident.claims),
        **_telling(incident.claims),
        "side": _side(incident, context.sides),
        "accounts": len(incident.claims),
        "sources": _joined(sorted({claim.article for claim in incident.claims})),
        "outside": len(outside),
        "differs": len(incident.differences),
        "differences": _joined(d.field for d in incident.differences),
        "confidence": word,
        "confidence_rule": rule,
        "geometry": Point(region.point) if isinstance(region, Region) and region.point and pinned else None,
    }


def _countries_differ(incident: Incident) -> bool:
    """Whether accounts put it in different countries, and a person left that open."""
    undecided = any(d.field == "place" and d.better is None for d in incident.differences)
    return undecided and len({r.country for r in incident.regions.values() if isinstance(r, Region)}) > 1


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
        if isinstance(region, Region) and region.level != "country" and not _is_best(region, incident)
    ]
    regions += [
        ("reading", claim.id, f"{claim.id}/{how.replace(' ', '-')}", region)
        for claim in incident.claims
        for how, region in context.otherwise.get(claim.id, {}).items()
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
        if isinstance(region, Region)
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
    return isinstance(incident.region, Region) and same(region, incident.region)


def _claim_row(claim: Claim, incident: Incident, context: Context) -> dict[str, Any]:
    judgement = next(j for j in incident.judgements if j.claim == claim.id)
    region = incident.regions[claim.id]
    return {
        "id": claim.id,
        "incident": incident.id,
        "article": claim.article,
        "outside": int(not context.articles[claim.article].held),
        "sub_event_type": claim.kind.value,
        "first_day": claim.days.value.first,
        "last_day": claim.days.value.last,
        "when": when_in_words(claim.days.value),
        "place": ", ".join(claim.place.value) if claim.place else None,
        "region": region.reason if isinstance(region, Unlocated) else region.method,
        **_distances(context.relations.get(claim.id)),
        **_counts([claim]),
        **_telling([claim]),
        "statements": _joined(_statement(said) for said in claim.statements),
        "spans": _spans(claim),
        "judgement": judgement.reason,
        "alternatives": _joined(judgement.alternatives),
    }


def _value_rows(claim: Claim) -> list[dict[str, Any]]:
    return [
        {
            "claim": claim.id,
            "field": field,
            "value": _value_in_words(field, said),
            "by": said.by,
            "spans": _spans(said),
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
            "account": account.says,
            "claims": _joined(account.claims),
            "better": int(difference.better in account.claims),
            "reason": difference.reason,
        }
        for difference in incident.differences
        for account in difference.accounts
    ]


def _band_row(km: float, area: BaseGeometry, context: Context) -> dict[str, Any]:
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
        {"id": f"{incident.id}/{end}", "incident": incident.id, "end": end, "km": _km(metres), "geometry": _geodesic(*points)}
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
        "spellings": _joined(place.spellings),
        "level": place.level,
        "country": place.country,
        "within": place.within,
        "radius_km": _km(place.radius_m),
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
        "spans": _spans(verdict.said),
        "said": _statement(verdict.said),
        "reading": verdict.words,
        "stated_min_km": _km(stated[0]),
        "stated_max_km": _km(stated[1]),
        "measured_min_km": _km(measured[0]),
        "measured_max_km": _km(measured[1]),
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
        "outside": int(not article.held),
        "inferred": _joined(article.inferred),
        "text_sha256": article.text_sha256,
    }


_DTYPES = {"text": "object", "integer": "Int64", "number": "Float64", "date": "object"}


def frame(table: str, rows: Sequence[Mapping[str, Any]]) -> pd.DataFrame:
    """Rows as the named table of `SCHEMA`: its columns in order, nullable types, ``datetime.date`` for days.

    Raises:
        KeyError: a row has a column that the schema does not.
    """
    columns = SCHEMA[table]
    names = [column.name for column in columns]
    if unknown := {key for row in rows for key in row} - {*names, "geometry"}:
        raise KeyError(f"{table}: {sorted(unknown)} not in the schema")
    return pd.DataFrame({c.name: pd.Series([row.get(c.name) for row in rows], dtype=_DTYPES[c.type]) for c in columns})


def geoframe(table: str, rows: Sequence[Mapping[str, Any]]) -> gpd.GeoDataFrame:
    """As `frame`, with the rows' ``geometry`` on WGS 84."""
    geometry: list[BaseGeometry | None] = [row["geometry"] for row in rows]
    return gpd.GeoDataFrame(frame(table, rows), geometry=geometry, crs=CRS)


def tabulate(incidents: Sequence[Incident], context: Context) -> Layers:
    """The layers of the incidents.

    Args:
        incidents: sorted by id.
        context: see `Context`.
    """
    rows = [_incident_row(incident, context) for incident in incidents]
    pairs = [(claim, incident) for incident in incidents for claim in incident.claims]
    cited = {claim.article for claim, _ in pairs}
    return Layers(
        incidents=geoframe("incidents", rows),
        areas=geoframe("areas", [a for i, row in zip(incidents, rows, strict=True) for a in _area_rows(i, row, context)]),
        border=geoframe("border", [context.border]),
        bands=geoframe("bands", [_band_row(km, area, context) for km, area in sorted(context.bands.items())]),
        links=geoframe("links", [row for incident in incidents for row in _link_rows(incident, context)]),
        statements=geoframe("statements", [_statement_row(verdict, context) for verdict in context.verdicts]),
        places=geoframe("places", [_place_row(place) for _, place in sorted(context.places.items()) if place.lon is not None]),
        claims=frame("claims", [_claim_row(claim, incident, context) for claim, incident in pairs]),
        values=frame("values", [row for claim, _ in pairs for row in _value_rows(claim)]),
        articles=frame("articles", [_article_row(a) for key, a in sorted(context.articles.items()) if key in cited]),
        differences=frame("differences", [row for incident in incidents for row in _difference_rows(incident)]),
    )


def records(table: pd.DataFrame) -> list[dict[str, Any]]:
    """A table's rows as plain Python values: ``None`` for null, ISO text for days. What JSON and the page take."""
    names = [name for name in table.columns if name != "geometry"]
    columns = [[_plain(value) for value in table[name].to_numpy(dtype=object)] for name in names]
    return [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]


def _plain(value: Any) -> Any:
    if value is None or value is pd.NA or value is pd.NaT or (isinstance(value, float) and value != value):
        return None
    if isinstance(value, dt.date):
        return value.isoformat()
    return value.item() if hasattr(value, "item") else value


__all__ = ["SCHEMA", "Column", "Context", "Layers", "frame", "geoframe", "records", "tabulate", "when_in_words"]
