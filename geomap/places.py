"""A name in its context, and what is said about where it lies, become a region; or stay unlocated with the reason.

A place without printed coordinates is what the sources say of it: a stretch of border inside its district, or no more than the
area that holds it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

import shapely
from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

from geomap.gazetteer import Gazetteer, Place, Refused
from geomap.model import Claim, Incident, Region, Statement, Unlocated
from geomap.regions import area_of, narrow, polygons
from geomap.statements import BAND_TOLERANCE_M, Part, Reading, World, readings, smallest_contradiction, weigh


@lru_cache(maxsize=1024)
def locate(path: tuple[str, ...], world: World) -> Region | Unlocated:
    """The region of a place, named with what holds it.

    Args:
        path: names, finest first: ``("Lyari", "Karachi")``; each is looked for only inside the next.
        world: the gazetteer, and the border for places that lie along it.

    Returns:
        The region of the finest name; or of the finest container that has one, where no source prints coordinates; or
        `Unlocated` with the reason and the candidates refused.
    """
    name, *holders = path
    place = world.gazetteer.resolve(name, within=holders)
    if isinstance(place, Refused):
        return place.unlocated()
    region = _own_region(place, world)
    if region is not None:
        return region
    if not holders and not place.within:
        return Unlocated(reason=place.note or f"no source prints coordinates or an area for {place.name}")
    held = locate(tuple(holders) or (place.within or "",), world)
    if isinstance(held, Unlocated):
        return held
    method = f"no source prints a point for {place.name}; {held.method}"
    return replace(held, name=place.name, method=method, point=None)


def _own_region(place: Place, world: World) -> Region | None:
    holders = (place, *world.gazetteer.containers(place))
    named = {level: next((h.name for h in holders if h.level == level), None) for level in ("district", "province")}
    common: dict[str, Any] = dict(
        name=place.name, level=place.level, country=place.country, sources=(place.source,) if place.source else (), **named
    )
    land = next((_union(h, world.gazetteer) for h in holders if h.area), None)
    if place.area and land is not None:
        return Region(geometry=land, method=f"the area of {place.name}", **common)
    if place.lon is not None and place.lat is not None and place.radius_m is not None:
        return _disc(place, land, common)
    if world.along and place.along == world.border.id and place.within:
        return _stretch(place, world, common)
    return None


def _union(place: Place, gazetteer: Gazetteer) -> BaseGeometry:
    areas = [gazetteer.areas[key] for key in place.area]
    return areas[0] if len(areas) == 1 else polygons(shapely.union_all(areas))


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


def _stretch(place: Place, world: World, common: Mapping[str, Any]) -> Region | None:
    held = locate((place.within or "",), world)
    if isinstance(held, Unlocated):
        return None
    along_m = world.tolerances.along_m
    strip = narrow(held, world.border.band(along_m, tolerance_m=BAND_TOLERANCE_M), "along the border")
    if strip is None:
        return None
    method = f"the strip of {held.name} within {along_m / 1000:g} km of the border"
    # Finer than its district, but no point: a made-up one would be a claim that nobody makes.
    return replace(strip, **{**common, "level": "district", "method": method, "point": None})


def locate_claim(claim: Claim, world: World, *, by_road: bool = False) -> Region | Unlocated:
    """The region that one account allows: its place, narrowed by what it says about where that lies.

    Args:
        claim: with its place and statements.
        world: what they refer to.
        by_road: take distances from places as road distances, where the words leave that open.
    """
    return locate_said(
        claim.place.value if claim.place else (), [said.value for said in claim.statements], world, by_road=by_road
    )


def locate_said(
    path: tuple[str, ...], statements: Iterable[Statement], world: World, *, by_road: bool = False
) -> Region | Unlocated:
    """The region that a place and statements about it allow together.

    Where they cannot hold together, the reason names the fewest that cannot.
    """
    taken = [_taken(ways, by_road) for statement in statements if (ways := readings(statement, world))]
    hard = [reading for reading in taken if not reading.soft]
    base = locate(path, world) if path else Unlocated(reason="the account names no place")
    if isinstance(base, Unlocated):
        if path or not hard:
            return base
        area = polygons(shapely.intersection_all([reading.area for reading in hard]))
        if area.is_empty:
            return _contradiction([(r.words, r.area) for r in hard], "the statements")
        words = "; ".join(reading.words for reading in hard)
        return Region(geometry=area, name="the border area", level="province", method=words, sources=())
    region = base
    for reading in hard:
        left = narrow(region, reading.area, reading.words)
        if left is None:
            return _contradiction([(base.name, area_of(base)), *((r.words, r.area) for r in hard)], base.name)
        # A distance makes a province as fine as a district; "near" and "along" leave strips that are as long as the border.
        region = replace(left, level="district") if reading.how != "as said" and left.level == "province" else left
    return region


def _taken(ways: tuple[Reading, ...], by_road: bool) -> Reading:
    """The reading to use: the usual one, or that by road where the words allow it."""
    return next((way for way in ways if by_road and way.how == "by road"), ways[0])


def _contradiction(areas: list[tuple[str, BaseGeometry]], name: str) -> Unlocated:
    words = smallest_contradiction(areas)
    return Unlocated(reason=f"these cannot hold together: {'; '.join(words)}", refused=(name,))


def otherwise(claim: Claim, world: World) -> Mapping[str, Region | Unlocated]:
    """What an account allows if its distances are read another way: "by road", where the words leave that open."""
    ways = [readings(said.value, world) for said in claim.statements]
    if not any(len(way) > 1 for way in ways):
        return {}
    return {"by road": locate_claim(claim, world, by_road=True)}


def parts_of(incident: Incident, world: World) -> tuple[Part, ...]:
    """The areas of an incident's region, weighed by its claims' soft statements; none where it is one area or not located."""
    if isinstance(incident.region, Unlocated) or incident.region.point or len(shapely.get_parts(incident.region.geometry)) < 2:
        return ()
    ways = [readings(said.value, world) for claim in incident.claims for said in claim.statements]
    return weigh(incident.region.geometry, [reading for way in ways for reading in way if reading.soft], world.tolerances)


__all__ = ["locate", "locate_claim", "locate_said", "otherwise", "parts_of"]
