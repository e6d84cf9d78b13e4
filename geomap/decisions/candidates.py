"""Which places a claim's words may mean: the last verified one first, each with its reason and its area as drawn."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from itertools import chain, count
from typing import Any

import shapely

from geomap.decisions.review import Review
from geomap.decisions.rows import place_record
from geomap.gazetteer import Place, proposed
from geomap.geometry import area_of, begin_of, from_meridian, unrolled
from geomap.model import Cited, Claim, Region, Unlocated
from geomap.places import SpatialContext, locate_claim
from geomap.vocabulary import COUNTRIES

Plain = dict[str, Any]

#: An area is drawn on the page to this part of its width, so that a disc looks round; and how many places are offered.
_DRAWN = 1 / 500
_MOST = 20


def candidates(review: Review, claim_id: str, name: str | None = None) -> Plain:
    """The place of a claim as it would be drawn, and every place that its words may mean.

    Args:
        review: the story.
        claim_id: of a claim that waits or was accepted.
        name: looked for in place of the claim's own words.

    Raises:
        MissingError: there is no such claim.
    """
    claim, _ = review.claim(claim_id)
    path = claim.place.value if claim.place else ()
    wanted = name or _words(review, claim) or (path[0] if path else "")
    found: dict[tuple[str, ...], Plain] = {}
    for verified in _verified(review, claim):
        found.setdefault(verified, _candidate(review, claim, verified, "verified for these words before"))
    if path and not name:
        found.setdefault(path, _candidate(review, claim, path, "as it was read"))
    for place, why, row in _meant(review, wanted, () if name else path[1:]) if wanted else ():
        holder = next((one.name for one in review.gazetteer.containers(place) if one.name in review.vocabulary.places), None)
        way = (place.name, holder) if holder and row is None else (place.name,)
        key = (*way, str(place.geonames_id or place.area)) if row else way
        if len(found) < _MOST:
            found.setdefault(key, _candidate(review, claim, way, why, place, row))
    return {
        "claim": claim.id,
        "words": wanted or None,
        "region": region_state(review, locate_claim(claim, review.places)),
        "candidates": list(found.values()),
    }


def _meant(review: Review, name: str, within: Sequence[str]) -> Iterator[tuple[Place, str, Place | None]]:
    """The places that a name may mean, best first: each with its reason and, where no list has it, the row that it needs."""
    for one in review.gazetteer.candidates(name, within=within):
        if one.score and review.gazetteer.places.get(one.place.name) == one.place:
            yield one.place, one.why, None
    called = name.partition(",")[0].strip()
    places = review.gazetteer.places
    namesakes = [place for place in places.values() if called in (place.name, *place.spellings)]
    is_free = all(place.name == called and place.pointless and called not in review.rows.places for place in namesakes)
    rest = replace(review.gazetteer, places={key: place for key, place in places.items() if key != called})
    for row, why in proposed(name, rest, within=within, alike=True, called=called):
        if not any(_is_same(row, place) for place in namesakes):
            own = row if is_free else _apart(row, namesakes, places)
            yield own, why, own


def _is_same(one: Place, other: Place) -> bool:
    """Whether two places of one name are one."""
    if None not in (one.geonames_id, other.geonames_id):
        return one.geonames_id == other.geonames_id
    return one.country == other.country and (one.area, one.lon, one.lat) == (other.area, other.lon, other.lat)


def _apart(row: Place, namesakes: Sequence[Place], taken: Container[str]) -> Place:
    """A row with a name that tells it from listed places of its own, and spelled as these unless one is in its country."""
    where = row.within or (COUNTRIES[row.country].name if row.country and row.country in COUNTRIES else row.geonames_id)
    names = chain([f"{row.name} ({where})"], (f"{row.name} ({where}, {n})" for n in count(2)))
    abroad = all(place.country != row.country for place in namesakes)
    spellings = (row.name, *row.spellings) if abroad else row.spellings
    return replace(row, name=next(name for name in names if name not in taken), spellings=spellings)


def _words(review: Review, claim: Claim) -> str | None:
    text = review.text(claim.article)
    if text is None or claim.place is None or not claim.place.spans:
        return None
    first = claim.place.spans[0]
    return text[first.start : first.end]


def _verified(review: Review, claim: Claim) -> Sequence[tuple[str, ...]]:
    """The paths that a person accepted for the same words, the last first."""
    if claim.place is None or not claim.place.spans:
        return ()
    words = claim.place.spans[0].words
    found = []
    for one in reversed(list(review.log.decisions.values())):
        record = one.after.get("accepted") or {}
        place = record.get("place") or {}
        if one.what == "accept" and place.get("spans") and place["spans"][0][2:3] == [words] and review.log.holds(one):
            found.append(tuple(place["value"]))
    return list(dict.fromkeys(found))


def _candidate(
    review: Review, claim: Claim, path: tuple[str, ...], why: str, place: Place | None = None, row: Place | None = None
) -> Plain:
    """A place that may be meant, with the area that the claim would then have."""
    place = place or review.gazetteer.find(path[0])
    context = review.places
    if row:
        known = replace(review.gazetteer, places={**review.gazetteer.places, row.name: row})
        context = SpatialContext(gazetteer=known, border=review.border)
    said: Cited[tuple[str, ...]] = Cited(value=path, derivation="spelling")
    region = locate_claim(replace(claim, place=said), context)
    return {
        "value": list(path),
        "why": why,
        "level": place.level if place else None,
        "country": place.country if place else None,
        "within": place.within if place else None,
        "row": row and place_record(row),
        "region": region_state(review, region),
    }


def region_state(review: Review, region: Region | Unlocated) -> Plain:
    """A region as the map draws it, around the border, and how far it is from that; or why there is none."""
    if not region.located:
        return {"located": False, "reason": region.reason, "refused": list(region.refused)}
    (relation,) = review.border.relations([region], near_m=review.story.near_km * 1000)
    begin = begin_of(review.border.line)
    area = from_meridian(unrolled(area_of(region)), begin)
    point = region.point and from_meridian(shapely.Point(region.point), begin)
    west, south, east, north = area.bounds
    area = shapely.simplify(area, max(east - west, north - south) * _DRAWN)
    return {
        "located": True,
        "name": region.name,
        "level": region.level,
        "country": region.country,
        "method": region.method,
        "point": list(point.coords[0]) if point else None,
        "geometry": shapely.geometry.mapping(shapely.set_precision(area, 1e-5)),
        "distance_m": relation.distance_m,
        "min_m": relation.min_m,
        "max_m": relation.max_m,
        "near": relation.near,
        "no_point_reason": region.no_point_reason,
    }
