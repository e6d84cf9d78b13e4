"""What the words about a place allow: a spatial statement becomes an area on the ellipsoid, with its tolerance said.

A statement may be read in more than one way: reporters seldom say whether a distance is a straight line or by road. Each
reading is an area; the first is the one that is used unless a person looks further. How far words may be from the truth is
`Tolerances`: one table, printed with every answer, to be adjusted by whoever knows better.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import inf
from typing import Final, Literal, Protocol

import numpy as np
from shapely.geometry import Polygon, box
from shapely.geometry.base import BaseGeometry

from geomap.gazetteer import Gazetteer, Place
from geomap.geometry import GEOD, disc, distances_to, ellipse, polygons, ring, sector, star
from geomap.model import Statement
from geomap.places.tolerances import USUAL, Tolerances, tolerance_m
from geomap.vocabulary import BEARINGS, COMPASS

#: Buffers along the border are drawn this exactly: far finer than anybody's words, and quick.
BUFFER_TOLERANCE_M = 40.0

#: What lies beyond a distance is the rest of it.
EARTH: Final = box(-180, -90, 180, 90)

#: A town's cell reaches no farther than this.
_CELL_M = 300_000.0


class Buffered(Protocol):
    """What is asked of a border here: the area within a distance of it."""

    id: str

    def buffers(self, distances_m: Sequence[float], *, tolerance_m: float) -> Sequence[BaseGeometry]:
        """The points within so many metres of the border, both sides, drawn within ``tolerance_m``, for each distance."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SpatialContext:
    """What statements refer to: places by name, and the border.

    A context is only equal to itself, so that answers in it can be kept.
    """

    gazetteer: Gazetteer
    border: Buffered
    tolerances: Tolerances = USUAL
    along: bool = True  #: whether places that are only known to lie along the border are drawn there


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One way to take a statement: the area where it then holds, and the words for it with the tolerance.

    A soft reading speaks for or against parts of a region and narrows none.
    """

    how: Literal["as said", "straight line", "by road"]
    words: str
    area: BaseGeometry
    soft: bool = False


@lru_cache(maxsize=1024)
def readings(statement: Statement, context: SpatialContext) -> tuple[Reading, ...]:
    """The ways to take a statement, the usual one first; none where it says nothing about a place's area.

    "Border town" and "across" do not narrow: they are checked against the map, not believed. A statement about a place without
    coordinates gives none either.
    """
    return tuple(_readings(statement, context))


def _readings(statement: Statement, context: SpatialContext) -> Iterator[Reading]:
    tolerances = context.tolerances
    at_border = statement.of == context.border.id
    place = None if at_border else context.gazetteer.find(statement.of)
    point = _point(place)
    to = _point(context.gazetteer.find(statement.to)) if statement.to else None
    match statement.relation:
        case "distance" | "near" | "beyond" if at_border and statement.distance_m is not None:
            yield _border_distance(statement, context)
        case "distance" | "near" | "beyond" if point and statement.distance_m is not None:
            yield from _distance(statement, point, tolerances)
        case "direction" if point and statement.bearing:
            yield _direction(statement, point, tolerances)
        case "nearest" if point and place:
            yield _nearest(place, context)
        case "near" if at_border:
            words = f"within {tolerances.near_border_m / 1000:g} km of the border (said to be near it)"
            yield Reading(how="as said", words=words, area=_buffers(context, tolerances.near_border_m)[0])
        case "near" if point:
            words = f"within {tolerances.near_place_m / 1000:g} km of {statement.of} (said to be near it)"
            yield Reading(how="as said", words=words, area=disc(*point, tolerances.near_place_m))
        case "along" if at_border:
            words = f"within {tolerances.along_m / 1000:g} km of the border (said to lie along it)"
            yield Reading(how="as said", words=words, area=_buffers(context, tolerances.along_m)[0])
        case "outskirts" if point and place and place.radius_m:
            inner, outer = (factor * place.radius_m for factor in tolerances.outskirts)
            words = f"{inner / 1000:g} to {outer / 1000:g} km from the middle of {place.name} (its outskirts)"
            yield Reading(how="as said", words=words, area=ring(*point, inner, outer))
        case "between" | "road" if point and to and point != to:
            yield _between(statement, point, to, tolerances)


def _point(place: Place | None) -> tuple[float, float] | None:
    return None if place is None or place.lon is None or place.lat is None else (place.lon, place.lat)


def _buffers(context: SpatialContext, *distances_m: float) -> Sequence[BaseGeometry]:
    return context.border.buffers(distances_m, tolerance_m=BUFFER_TOLERANCE_M)


def distance_interval(statement: Statement, tolerances: Tolerances) -> tuple[float, float, str]:
    """The least and the greatest distance that a statement allows, metres, and its words: each stated end has its rounding."""
    stated_m = statement.distance_m or 0.0
    margin_m = tolerance_m(stated_m, about=statement.about, tolerances=tolerances)
    words = f"{_km(stated_m)} ± {_km(margin_m)} km"
    low, high = max(0.0, stated_m - margin_m), stated_m + margin_m
    match statement.relation:
        case "near":
            return 0.0, high, f"at most {words}"
        case "beyond":
            return low, inf, f"at least {words}"
    return low, high, words


def _km(metres: float) -> str:
    """Kilometres to four digits: miles are no round figures."""
    return f"{float(f'{metres / 1000:.4g}'):g}"


def _border_distance(statement: Statement, context: SpatialContext) -> Reading:
    low, high, stated = distance_interval(statement, context.tolerances)
    drawn = [low] * (low > BUFFER_TOLERANCE_M) + [high] * (high < inf)
    buffers = dict(zip(drawn, _buffers(context, *drawn), strict=True))
    area = buffers.get(high, EARTH)
    if low in buffers:
        area = area.difference(buffers[low])
    return Reading(how="straight line", words=f"{stated} in a straight line from the border", area=area)


def _distance(statement: Statement, point: tuple[float, float], tolerances: Tolerances) -> Iterator[Reading]:
    low, high, stated = distance_interval(statement, tolerances)
    words = f"{stated} in a straight line from {statement.of}"
    straight = Reading(how="straight line", words=words, area=_around(point, low, high))
    least, most = low / tolerances.detour[1], high / tolerances.detour[0]
    so = f"at least {least / 1000:.0f}" if most == inf else f"{least / 1000:.0f} to {most / 1000:.0f}"
    words = (
        f"{stated} by road from {statement.of}, so {so} km in a straight line "
        f"(a road is {tolerances.detour[0]:g} to {tolerances.detour[1]:g} times as long)"
    )
    road = Reading(how="by road", words=words, area=_around(point, least, most))
    yield from (road,) if statement.by_road else (straight, road)


def _around(point: tuple[float, float], low_m: float, high_m: float) -> BaseGeometry:
    if high_m < inf:
        return ring(*point, low_m, high_m)
    return EARTH.difference(disc(*point, low_m)) if low_m > 0 else EARTH


def _direction(statement: Statement, point: tuple[float, float], tolerances: Tolerances) -> Reading:
    assert statement.bearing
    off = tolerances.cardinal_deg if len(statement.bearing) == 1 else tolerances.intercardinal_deg
    low, high = distance_interval(statement, tolerances)[:2] if statement.distance_m is not None else (0.0, tolerances.reach_m)
    words = (
        f"{_km(low)} to {_km(high)} km {COMPASS[statement.bearing]} of {statement.of}, give or take {off:g} degrees of bearing"
    )
    return Reading(how="straight line", words=words, area=sector(point, BEARINGS[statement.bearing], off, low, high))


def _between(statement: Statement, point: tuple[float, float], to: tuple[float, float], tolerances: Tolerances) -> Reading:
    """The way between two places; with a distance, no more of it than lies about so far from the first."""
    by_road = statement.relation == "road"
    if by_road:
        factor, words = (
            tolerances.road,
            f"on a road from {statement.of} to {statement.to} of at most {tolerances.road:g} times the straight way",
        )
    else:
        factor, words = (
            tolerances.between,
            f"between {statement.of} and {statement.to}, no more than {tolerances.between:g} times the straight way",
        )
    area = ellipse(point, to, factor)
    if statement.distance_m is not None:
        margin_m = tolerances.halfway * GEOD.inv(*point, *to)[2] * (tolerances.about if statement.about else 1.0)
        low, high = max(0.0, statement.distance_m - margin_m), statement.distance_m + margin_m
        words += f", {low / 1000:.0f} to {high / 1000:.0f} km from {statement.of}"
        area = polygons(area.intersection(ring(*point, low, high)))
    return Reading(how="by road" if by_road else "as said", words=words, area=area)


def _nearest(place: Place, context: SpatialContext) -> Reading:
    """Where no other settlement of the hand-kept gazetteer is nearer: star-shaped around its place, so found along bearings."""
    here = _point(place)
    assert here
    settlements = (p for p in context.gazetteer.places.values() if p.level == "settlement" and p.name != place.name)
    rivals = tuple(p for p in map(_point, settlements) if p and GEOD.inv(*here, *p)[2] < 2 * _CELL_M)
    words = f"nearer to {place.name} than to any other town of the gazetteer"
    return Reading(how="as said", words=words, area=_cell(here, rivals), soft=True)


@lru_cache(maxsize=256)
def _cell(here: tuple[float, float], rivals: tuple[tuple[float, float], ...]) -> Polygon:
    def own(xy: np.ndarray) -> np.ndarray:
        mine = distances_to(xy, here)
        return np.asarray(np.all([mine <= distances_to(xy, rival) for rival in rivals], axis=0))

    return star(here, own, _CELL_M)
