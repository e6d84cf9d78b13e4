"""A name in its context, and what is said about where it lies, become a region; or stay unlocated with the reason.

A place without printed coordinates is what the sources say of it: a stretch of border inside its district, or no more than the
area that holds it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

import shapely
from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

from geomap.gazetteer import Place, Unresolved
from geomap.geometry import EARTH, area_of, corridor, narrow, polygons
from geomap.model import Claim, Incident, Region, Statement, Unlocated
from geomap.places.parts import Part, smallest_contradiction, weigh
from geomap.places.statements import BUFFER_TOLERANCE_M, Reading, SpatialContext, outline, readings
from geomap.vocabulary import How, Level, Relation

#: Of how much of a country one may say that it is the country: more than half.
WHOLE = 0.5
#: What says where something lies from a place, and so that it is not in it.
MEASURED_FROM: Final[frozenset[Relation]] = frozenset(("outside", "distance", "beyond", "direction"))


def locate(path: tuple[str, ...], context: SpatialContext) -> Region | Unlocated:
    """The region of a place, named with what holds it.

    Args:
        path: names, finest first: ``("Lyari", "Karachi")``; each is looked for only inside the next.
        context: the gazetteer, and the border for places that lie along it.

    Returns:
        The region of the finest name; or of the finest container that has one, where no source prints coordinates; or
        `Unlocated` with the reason and the candidates refused.
    """
    return context.once(("locate", path), lambda: _locate(path, context))


def _locate(path: tuple[str, ...], context: SpatialContext) -> Region | Unlocated:
    name, *holders = path
    place = context.gazetteer.resolve(name, within=holders)
    if isinstance(place, Unresolved):
        return place.unlocated()
    region = _own_region(place, context)
    if region is not None:
        doubtful = f"{region.method}; {place.doubt}"
        return replace(region, point=None, doubt=place.doubt, method=doubtful) if place.doubt else region
    if not holders and not place.within:
        return Unlocated(reason=place.note or f"no source prints coordinates or an area for {place.name}")
    container = locate(tuple(holders) or tuple(holder.name for holder in context.gazetteer.containers(place)[:1]), context)
    if not container.located:
        return container
    method = f"no source prints a point for {place.name}; {container.method}"
    return replace(container, name=place.name, method=method, point=None)


def _own_region(place: Place, context: SpatialContext) -> Region | None:
    holders = (place, *context.gazetteer.containers(place))
    areas = [holder for holder in holders if not holder.road]  # a road is known as finely as a district, and is none
    named = {level: next((h.name for h in areas if h.level == level), None) for level in ("district", "province")}
    common: dict[str, Any] = dict(
        name=place.name, level=place.level, country=place.country, sources=(place.source,) if place.source else (), **named
    )
    land = next((outline(h, context.gazetteer) for h in holders if h.area), None)
    if place.area and land is not None:
        return Region(geometry=land, method=f"the area of {place.name}", **common)
    if place.lon is not None and place.lat is not None and place.radius_m is not None:
        return _disc(place, land, common)
    if place.road:
        return _road(place, land, context, common)
    if context.along and place.along == context.border.id and place.within:
        return _stretch(place, context, common)
    return None


def _disc(place: Place, land: BaseGeometry | None, common: Mapping[str, Any]) -> Region:
    point = (place.lon or 0.0, place.lat or 0.0)
    region = Region(
        geometry=Point(point),
        radius_m=place.radius_m,
        point=point,
        method=f"{(place.radius_m or 0) / 1000:g} km around the point of {place.name}",
        **common,
    )
    if land is None:
        return region
    cut = narrow(region, land, "as far as it lies in its country or province")
    return region if cut is None or cut.radius_m is not None else cut


def _road(place: Place, land: BaseGeometry | None, context: SpatialContext, common: Mapping[str, Any]) -> Region | None:
    points = [point for name in place.road if (point := context.point(name))]
    half_width_m = context.tolerances.road_half_width_m
    method = f"within {half_width_m / 1000:g} km of the straight lines {'–'.join(place.road)}, which {place.name} follows"
    region = Region(geometry=corridor(points, half_width_m), method=method, **common)
    holder = locate((place.within,), context) if place.within else None
    for area, words in ((land, "its country or province"), (holder and holder.located and area_of(holder), place.within)):
        left = narrow(region, area, f"as far as it lies in {words}") if area else region
        region = left or region
    return region


def _stretch(place: Place, context: SpatialContext, common: Mapping[str, Any]) -> Region | None:
    container = locate((place.within or "",), context)
    if not container.located:
        return None
    along_m = context.tolerances.along_m
    strip = narrow(container, context.border.buffers([along_m], tolerance_m=BUFFER_TOLERANCE_M)[0], "along the border")
    if strip is None:
        return None
    method = f"the strip of {container.name} within {along_m / 1000:g} km of the border"
    # Finer than what holds it, but no point: a made-up one would be a claim that nobody makes.
    return replace(strip, **{**common, "level": container.level, "method": method, "point": None})


def locate_claim(claim: Claim, context: SpatialContext) -> Region | Unlocated:
    """The region that one account allows: its place, narrowed by what it says about where that lies.

    Where these contradict each other, the account is no finer than the first area around its place that is not among the fewest
    that cannot hold together: whichever of them is wrong, that area holds it. It says so, and has no point.
    """
    path, said = told_place(claim, context)
    found = locate_statements(path, said, context)
    if claim.place and path != claim.place.value and found.located:
        return replace(found, name=claim.place.value[0], level="district", point=None)
    if not path or found.located or not locate(path, context).located:
        return found
    for holders in _around(path, context):
        container = locate(holders, context)
        if container.located and container.name not in _contradiction(container, _hard(said, context)):
            return replace(container, method=f"{container.method}; {found.reason}", point=None)
    return found


def told_place(claim: Claim, context: SpatialContext) -> tuple[tuple[str, ...], tuple[Statement, ...]]:
    """The place of an account and what it says of it, as they are located.

    A place that it says to lie outside, or so far from, or which way of, is what that counts from alone: what holds the place
    stands for it, and without a distance what happened is near it, too. Whether what the account says to hold that place holds
    what happened it leaves open: the first area around in which the words are possible is taken.

    Args:
        claim: the account.
        context: the gazetteer, and the border.
    """
    said = tuple(statement.value for statement in claim.statements)
    path = claim.place.value if claim.place else ()
    off = [s for s in said if path and s.of == path[0] and s.relation in MEASURED_FROM and readings(s, context)]
    if not off or not locate(path, context).located:
        return path, said
    near = () if any(s.distance_m for s in off) else (Statement(relation="near", of=path[0]),)
    place = context.gazetteer.resolve(path[0], within=path[1:])
    if path[1:]:
        around = [path[1:], *_holders(place, context)]
    else:
        on_record = () if isinstance(place, Unresolved) else context.gazetteer.containers(place)
        around = [tuple(holder.name for holder in on_record[:1]), ()]
    possible = (path for path in around if locate_statements(path, (*off, *near), context).located)
    return next(possible, around[0]), (*said, *near)


def is_loose(claim: Claim, border: str) -> bool:
    """Whether an account gives neither a place nor a figure: it only says "near the border" or "along the border"."""
    said = [statement.value for statement in claim.statements]
    return claim.place is None and all(s.of == border and s.relation in ("near", "along") and not s.distance_m for s in said)


def is_torn(claim: Claim, context: SpatialContext) -> bool:
    """Whether an account's statements, by their usual reading, cannot hold at the place that it names."""
    path, said = told_place(claim, context)
    return bool(path) and locate(path, context).located and not locate_statements(path, said, context).located


def _around(path: tuple[str, ...], context: SpatialContext) -> Iterator[tuple[str, ...]]:
    """A place and what holds it, finest first: as the account says, then as the gazetteer does."""
    yield from (path[n:] for n in range(len(path)))
    yield from _holders(context.gazetteer.resolve(path[-1]), context)


def _holders(place: Place | Unresolved, context: SpatialContext) -> Iterator[tuple[str, ...]]:
    """What holds a place, finest first, by names: that of a province may be that of a town in it, too."""
    for holder in () if isinstance(place, Unresolved) else context.gazetteer.around(place):
        yield (f"{holder.name} province" if holder.level == "province" else holder.name,)


def locate_statements(
    path: tuple[str, ...], statements: Iterable[Statement], context: SpatialContext, *, by_road: bool = False
) -> Region | Unlocated:
    """The region that a place and statements about it allow together.

    Where they cannot hold together, the reason names the fewest that cannot.
    """
    said = tuple(statements)
    return context.once(("statements", path, said, by_road), lambda: _locate_statements(path, said, context, by_road))


def _locate_statements(
    path: tuple[str, ...], statements: tuple[Statement, ...], context: SpatialContext, by_road: bool
) -> Region | Unlocated:
    hard = _hard(statements, context, by_road=by_road)
    base = locate(path, context) if path else Unlocated(reason="the account names no place")
    if not base.located:
        if path or not hard:
            return base
        area = polygons(shapely.intersection_all([reading.area for reading in hard]))
        if area.is_empty:
            return _refused(_contradiction(None, hard), "the statements")
        words = "; ".join(reading.words for reading in hard)
        if area.bounds == EARTH.bounds:
            return Unlocated(reason=f"{words}: that is most of the Earth; say what holds the place, too")
        return Region(geometry=area, name="the border area", level="province", method=words, sources=())
    region = base
    for reading in hard:
        left = narrow(region, reading.area, reading.words)
        if left is None:
            return _refused(_contradiction(base, hard), base.name)
        region = replace(left, level=_level_left(region, left, reading))
    return region


def _level_left(region: Region, left: Region, reading: Reading) -> Level:
    """How finely a region is known of which a statement left so much.

    A distance makes a province as fine as a district; "near" and "along" leave strips that are as long as the border. Of a
    country anything that leaves less than `WHOLE` of it makes it as fine as a province; what leaves more is the country still.
    """
    if left.level == "country" and area_of(left).area < WHOLE * area_of(region).area:
        return "province"
    return "district" if left.level == "province" and reading.how != "as said" else left.level


def _hard(statements: Iterable[Statement], context: SpatialContext, *, by_road: bool = False) -> list[Reading]:
    """The readings that narrow: of each statement the usual one, or that by road where the words allow it."""
    taken = [_taken(ways, by_road) for statement in statements if (ways := readings(statement, context))]
    return [reading for reading in taken if not reading.soft]


def _taken(ways: tuple[Reading, ...], by_road: bool) -> Reading:
    return next((way for way in ways if by_road and way.how == "by road"), ways[0])


def _contradiction(base: Region | None, hard: Iterable[Reading]) -> tuple[str, ...]:
    """The fewest of a region and statements that cannot hold together, by name and words."""
    bases = [(base.name, area_of(base))] if base else []
    return smallest_contradiction([*bases, *((reading.words, reading.area) for reading in hard)])


def _refused(words: tuple[str, ...], name: str) -> Unlocated:
    return Unlocated(reason=f"these cannot hold together: {'; '.join(words)}", refused=(name,))


def other_readings(claim: Claim, context: SpatialContext) -> Mapping[How, Region | Unlocated]:
    """What an account allows if its distances are read another way: "by road", where the words leave that open."""
    path, said = told_place(claim, context)
    if not any(len(readings(statement, context)) > 1 for statement in said):
        return {}
    return {"by road": locate_statements(path, said, context, by_road=True)}


def parts_of(incident: Incident, context: SpatialContext) -> tuple[Part, ...]:
    """The areas of an incident's region, with what speaks against each; none where it is one area, not located or of sites."""
    if not incident.region.located or incident.region.point or incident.region.part_count < 2 or incident.sites:
        return ()
    ways = [readings(said.value, context) for claim in incident.claims for said in claim.statements]
    return weigh(incident.region.geometry, [reading for way in ways for reading in way if reading.soft])
