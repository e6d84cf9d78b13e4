"""Tables of the gazetteer's places, and of what the articles say about where things lie."""

from __future__ import annotations

from shapely.geometry import Point

from geomap.geometry import area_of
from geomap.tables.columns import Column, Table
from geomap.tables.wording import each_once, interval_km, radius_km, spans_in_words, statement_in_words

PLACES = Table(
    says="The gazetteer: the places that the claims name, and towns and villages at the border.",
    subjects=lambda known: (place for _, place in sorted(known.places.items()) if place.lon is not None),
    geometry=lambda p: Point(p.lon, p.lat),
    geometry_type="Point",
    columns=(
        Column("id", "text", "the place's name, as used in the other tables", lambda p: p.name),
        Column("name_local", "text", "its name in the local script", lambda p: p.local),
        Column("spellings", "list", "other spellings", lambda p: each_once(p.spellings)),
        Column("level", "text", "site, settlement, district, province or country", lambda p: p.level),
        Column("country", "text", "ISO 3166-1 alpha-2 code", lambda p: p.country),
        Column("contained_by", "text", "what holds it", lambda p: p.within),
        Column("radius_km", "number", "how far the place reaches from its point", lambda p: radius_km(p.radius_m), "km"),
        Column("geonames_id", "integer", "its GeoNames id", lambda p: p.geonames_id),
        Column("source", "text", "who prints the coordinates", lambda p: p.source),
        Column("note", "text", "what else is known of them", lambda p: p.note),
    ),
)
STATEMENTS = Table(
    says="What articles say about where something lies, held against the map.",
    subjects=lambda known: known.verdicts,
    geometry=lambda v: area_of(v.region) if v.region else None,
    geometry_type="MultiPolygon",
    columns=(
        Column(
            "id",
            "text",
            "the claim's id, its statement, and the reading or the point in circulation that is judged",
            lambda v: v.id,
        ),
        Column("incident", "text", "the incident", lambda v: v.incident),
        Column("claim", "text", "the claim that makes the statement", lambda v: v.claim),
        Column("article", "text", "the article's id", lambda v: v.article),
        Column(
            "spans",
            "text",
            "where the article says it, as start-end offsets joined by ;",
            lambda v: spans_in_words(v.said),
        ),
        Column("statement", "text", "the statement in our words", lambda v: statement_in_words(v.said)),
        Column("reading", "text", "how it is taken, with the tolerance", lambda v: v.words),
        Column(
            "stated_min_km",
            "number",
            "the least distance that the reading allows",
            lambda v: interval_km(v.stated_m, off_m=0.0)[0],
            "km",
        ),
        Column(
            "stated_max_km",
            "number",
            "the greatest distance that the reading allows; null where it allows any",
            lambda v: interval_km(v.stated_m, off_m=0.0)[1],
            "km",
        ),
        Column(
            "measured_min_km",
            "number",
            "the least distance of the evidence; for a length, the length of the line as drawn",
            lambda v: interval_km(v.measured_m)[0],
            "km",
        ),
        Column(
            "measured_max_km",
            "number",
            "the greatest distance of the evidence",
            lambda v: interval_km(v.measured_m)[1],
            "km",
        ),
        Column("verdict", "text", "holds, does not hold, or cannot be said", lambda v: v.verdict),
        Column(
            "evidence",
            "text",
            "what was measured: what all accounts allow without a statement about the same border or place",
            lambda v: v.evidence,
        ),
    ),
)
