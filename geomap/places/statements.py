"""What the words about a place allow: a spatial statement becomes an area on the ellipsoid, with its tolerance said.

A statement may be read in more than one way: reporters seldom say whether a distance is a straight line or by road. Each
reading is an area; the first is the one that is used unless a person looks further. How far words may be from the truth is
`Tolerances`: one table, printed with every answer, to be adjusted by whoever knows better.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from math import inf
from typing import Any, Final, Protocol, TypeVar, cast

import numpy as np
import shapely
from shapely.geometry import MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from geomap.border import Border
from geomap.gazetteer import Gazetteer, Place
from geomap.geometry import (
    EARTH,
    GEOD,
    corridor,
    disc,
    distances_to,
    edges,
    ellipse,
    middle_part,
    outwards_km,
    part_towards,
    polygons,
    ring,
    sector,
    star,
)
from geomap.model import Statement
from geomap.places.tolerances import USUAL, Tolerances, tolerance_m
from geomap.vocabulary import BEARINGS, COMPASS, How, Relation

T = TypeVar("T")

#: Buffers along the border are drawn this exactly: far finer than anybody's words, and quick.
BUFFER_TOLERANCE_M = 40.0
#: A strip along the border is drawn no thinner, so that no outline leaves out what is said.
_LEAST_STRIP_M: Final = 4 * BUFFER_TOLERANCE_M

#: And buffers along the edge of an area of the base map, which is drawn no finer.
AREA_TOLERANCE_M = 300.0

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

    A context is only equal to itself: answers in it are kept with it, by `once`, and go with it.
    """

    gazetteer: Gazetteer  #: places by name
    border: Buffered
    tolerances: Tolerances = USUAL  #: how far words may be from the truth
    along: bool = True  #: whether places that are only known to lie along the border are drawn there
    _answers: dict[Hashable, Any] = field(default_factory=dict, init=False, repr=False)

    def once(self, question: Hashable, answer: Callable[[], T]) -> T:
        """The answer to a question in this context, found at the first asking."""
        if question not in self._answers:
            self._answers[question] = answer()
        return cast(T, self._answers[question])

    def point(self, name: str) -> tuple[float, float] | None:
        """The point of a hand-kept town or site, lon and lat in degrees; None where there is no such place or it has none."""
        place = self.gazetteer.find(name)
        # The point of a district's seat is not where the district begins.
        return None if place is None or place.level not in ("site", "settlement") else _point(place)

    def area(self, name: str) -> BaseGeometry | None:
        """The area of a hand-kept place, or the disc around its point; None where there is no such place or it has neither."""
        place = self.gazetteer.find(name)
        if place is None:
            return None
        if place.area:
            return outline(place, self.gazetteer)
        point = _point(place)
        return disc(*point, place.radius_m) if point and place.radius_m else None

    def edge(self, name: str, within_m: float) -> BaseGeometry | None:
        """The points within so many metres of the edge of a hand-kept place, both sides; None where it has no area."""
        return self.once(("edge", name, within_m), lambda: _edge(name, self.area(name), within_m))


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One way to take a statement: the area where it then holds, and the words for it with the tolerance.

    ``interval_m`` is the least and the greatest distance that it allows from what the statement names, metres; None where it is
    of no distance. A soft reading speaks for or against parts of a region and narrows none.
    """

    how: How  #: in which way it is taken
    words: str
    area: BaseGeometry
    interval_m: tuple[float, float] | None = None
    soft: bool = False


def outline(place: Place, gazetteer: Gazetteer) -> BaseGeometry:
    """The named areas of a place as one."""
    areas = [gazetteer.areas[key] for key in place.area]
    return areas[0] if len(areas) == 1 else polygons(shapely.union_all(areas))


def _edge(name: str, area: BaseGeometry | None, within_m: float) -> BaseGeometry | None:
    if area is None:
        return None
    if not (lines := edges(area)):  # all of the Earth
        return None
    border = Border(name, lines)
    return border.buffers([within_m], tolerance_m=min(AREA_TOLERANCE_M, within_m / 3))[0]


Rule = Callable[[Statement, SpatialContext], Iterator[Reading]]

#: What each relation allows; one that is not here does not narrow a place: it is checked against the map, not believed.
RULES: dict[Relation, Rule] = {}
#: The relations that narrow nothing: "in" names what holds the place; the others are judged by `geomap.checks`.
SILENT: Final[frozenset[Relation]] = frozenset(("in", "borders", "border town", "across", "length"))


def allows(*relations: Relation) -> Callable[[Rule], Rule]:
    """Register a function as what these relations allow."""

    def registered(rule: Rule) -> Rule:
        RULES.update(dict.fromkeys(relations, rule))
        return rule

    return registered


def readings(statement: Statement, context: SpatialContext) -> tuple[Reading, ...]:
    """The ways to take a statement, the usual one first; none where it says nothing about a place's area.

    A statement about a place without coordinates gives none either.

    Raises:
        KeyError: there is no such relation.
    """
    if statement.relation in SILENT:
        return ()
    rule = RULES[statement.relation]
    return context.once(("readings", statement), lambda: tuple(_doubted(rule(statement, context), statement, context)))


def _doubted(ways: Iterator[Reading], statement: Statement, context: SpatialContext) -> Iterator[Reading]:
    """Readings that say so where a name in the statement may mean another place."""
    named = [context.gazetteer.find(name) for name in (statement.of, statement.to) if name]
    doubts = "".join(f"; {place.doubt}" for place in named if place and place.doubt)
    yield from (replace(way, words=way.words + doubts) for way in ways) if doubts else ways


def _point(place: Place | None) -> tuple[float, float] | None:
    return None if place is None or place.lon is None or place.lat is None else (place.lon, place.lat)


def _buffers(context: SpatialContext, *distances_m: float) -> Sequence[BaseGeometry]:
    return context.border.buffers(distances_m, tolerance_m=BUFFER_TOLERANCE_M)


def distance_interval(statement: Statement, tolerances: Tolerances) -> tuple[float, float, str]:
    """The least and the greatest distance that a statement allows, metres, and its words: each stated end has its rounding."""
    stated_m = statement.distance_m or 0.0
    margin_m = tolerance_m(stated_m, about=statement.about, tolerances=tolerances, rounded_to_m=statement.rounded_to_m)
    words = f"{_km(stated_m)} ± {_km(margin_m)} km"
    low, high = max(0.0, stated_m - margin_m), stated_m + margin_m
    match statement.relation:
        case "near":
            return 0.0, high, f"at most {words}"
        case "beyond":
            return low, inf, f"at least {words}"
    return low, high, words


def _interval(low_m: float, high_m: float, unit_m: float | None = None) -> str:
    """An interval in words, its ends rounded outwards to a unit; to kilometres unless given, below ten to a tenth."""
    units = (unit_m or (100.0 if 0 < end < 10_000 else 1000.0) for end in (low_m, high_m))
    low, high = (outwards_km(low_m, high_m, unit_m=unit, off_m=0.0)[k] for k, unit in enumerate(units))
    return f"at least {low:g}" if high_m == inf else f"{low:g} to {high:g}"


def _km(metres: float) -> str:
    """Kilometres to four digits: miles are no round figures."""
    return f"{float(f'{metres / 1000:.4g}'):g}"


@allows("distance", "beyond")
def _distance(statement: Statement, context: SpatialContext) -> Iterator[Reading]:
    if statement.distance_m is None:
        return
    if statement.of == context.border.id:
        yield _border_distance(statement, context)
    elif point := context.point(statement.of):
        yield from _place_distance(statement, point, context.tolerances)


@allows("near")
def _near(statement: Statement, context: SpatialContext) -> Iterator[Reading]:
    tolerances = context.tolerances
    if statement.distance_m is not None:
        yield from _distance(statement, context)
    elif statement.of == context.border.id:
        words = f"within {tolerances.near_border_m / 1000:g} km of the border (said to be near it)"
        area = _buffers(context, tolerances.near_border_m)[0]
        yield Reading(how="as said", words=words, area=area, interval_m=(0.0, tolerances.near_border_m))
    elif point := context.point(statement.of):
        words = f"within {tolerances.near_place_m / 1000:g} km of {statement.of} (said to be near it)"
        area = disc(*point, tolerances.near_place_m)
        yield Reading(how="as said", words=words, area=area, interval_m=(0.0, tolerances.near_place_m))
    elif edge := context.edge(statement.of, tolerances.near_border_m):
        words = f"within {tolerances.near_border_m / 1000:g} km of the edge of {statement.of} (said to be near it)"
        yield Reading(how="as said", words=words, area=edge)


@allows("along")
def _along(statement: Statement, context: SpatialContext) -> Iterator[Reading]:
    along_m = context.tolerances.along_m
    if statement.of == context.border.id:
        words = f"within {along_m / 1000:g} km of the border (said to lie along it)"
        yield Reading(how="as said", words=words, area=_buffers(context, along_m)[0], interval_m=(0.0, along_m))
    elif edge := context.edge(statement.of, along_m):
        yield Reading(how="as said", words=f"within {along_m / 1000:g} km of the edge of {statement.of}", area=edge)


@allows("outside")
def _outside(statement: Statement, context: SpatialContext) -> Iterator[Reading]:
    if area := context.area(statement.of):
        yield Reading(how="as said", words=f"not in {statement.of}", area=EARTH.difference(area))


@allows("part")
def _part(statement: Statement, context: SpatialContext) -> Iterator[Reading]:
    area, share = context.area(statement.of), context.tolerances.part
    if area is None:
        return
    if statement.bearing is None:
        words, part = f"the middle of {statement.of}", middle_part(area, share)
    else:
        words = f"the {COMPASS[statement.bearing]} of {statement.of}"
        part = part_towards(area, BEARINGS[statement.bearing], share)
    if part is None:
        return
    yield Reading(how="as said", words=f"{words}: {share:.0%} of its area", area=part)


@allows("outskirts")
def _outskirts(statement: Statement, context: SpatialContext) -> Iterator[Reading]:
    place = context.gazetteer.find(statement.of)
    point = _point(place)
    if point and place and place.radius_m and place.level in ("site", "settlement"):
        inner, outer = (factor * place.radius_m for factor in context.tolerances.outskirts)
        words = f"{inner / 1000:g} to {outer / 1000:g} km from the middle of {place.name} (its outskirts)"
        yield Reading(how="as said", words=words, area=ring(*point, inner, outer))


def _border_distance(statement: Statement, context: SpatialContext) -> Reading:
    low, high, stated = distance_interval(statement, context.tolerances)
    more = max(0.0, _LEAST_STRIP_M - (high - low)) / 2
    inner, outer = low - more, high + more
    drawn = [inner] * (inner > BUFFER_TOLERANCE_M) + [outer] * (outer < inf)
    buffers = dict(zip(drawn, _buffers(context, *drawn), strict=True))
    area = buffers.get(outer, EARTH)
    if inner in buffers:
        area = area.difference(buffers[inner])
    words = f"{stated} in a straight line from the border"
    return Reading(how="straight line", words=words, area=area, interval_m=(low, high))


def _place_distance(statement: Statement, point: tuple[float, float], tolerances: Tolerances) -> Iterator[Reading]:
    low, high, stated = distance_interval(statement, tolerances)
    words = f"{stated} in a straight line from {statement.of}"
    straight = Reading(how="straight line", words=words, area=_around(point, low, high), interval_m=(low, high))
    least, most = low / tolerances.detour[1], high / tolerances.detour[0]
    words = (
        f"{stated} by road from {statement.of}, so {_interval(least, most)} km in a straight line "
        f"(a road is {tolerances.detour[0]:g} to {tolerances.detour[1]:g} times as long)"
    )
    road = Reading(how="by road", words=words, area=_around(point, least, most), interval_m=(least, most))
    yield from (road,) if statement.by_road else (straight, road)


def _around(point: tuple[float, float], low_m: float, high_m: float) -> BaseGeometry:
    if high_m < inf:
        return ring(*point, low_m, high_m)
    return EARTH.difference(disc(*point, low_m)) if low_m > 0 else EARTH


@allows("direction")
def _direction(statement: Statement, context: SpatialContext) -> Iterator[Reading]:
    point, tolerances = context.point(statement.of), context.tolerances
    if not point or not statement.bearing:
        return
    off = (tolerances.cardinal_deg, tolerances.intercardinal_deg, tolerances.intercardinal_deg / 2)[len(statement.bearing) - 1]
    low, high = distance_interval(statement, tolerances)[:2] if statement.distance_m is not None else (0.0, tolerances.reach_m)
    if statement.by_road and statement.distance_m is not None:
        low, high = low / tolerances.detour[1], high / tolerances.detour[0]
    so = f"{_interval(low, high, 10.0)} km {COMPASS[statement.bearing]} of {statement.of}"
    words = f"{so}, give or take {off:g} degrees of bearing"
    how: How = "by road" if statement.by_road else "straight line"
    yield Reading(how=how, words=words, area=sector(point, BEARINGS[statement.bearing], off, low, high))


@allows("between", "road")
def _between(statement: Statement, context: SpatialContext) -> Iterator[Reading]:
    """The way between two places; with a distance, no more of it than lies about so far from the first."""
    point, to = context.point(statement.of), context.point(statement.to) if statement.to else None
    if not point or not to or point == to:
        return
    tolerances, by_road = context.tolerances, statement.relation == "road"
    if by_road:
        half_width_m = tolerances.road_half_width_m
        words = (
            f"on the road from {statement.of} to {statement.to}, within {half_width_m / 1000:g} km of the straight line "
            "between them"
        )
        area = corridor([point, to], half_width_m)
    else:
        factor = tolerances.between
        words = f"between {statement.of} and {statement.to}, no more than {factor:g} times the straight way"
        area = ellipse(point, to, factor)
    if statement.distance_m is not None:
        margin_m = tolerances.halfway * GEOD.inv(*point, *to)[2] * (tolerances.about if statement.about else 1.0)
        low, high = max(0.0, statement.distance_m - margin_m), statement.distance_m + margin_m
        words += f", {_interval(low, high)} km from {statement.of}"
        area = polygons(area.intersection(ring(*point, low, high)))
    yield Reading(how="by road" if by_road else "as said", words=words, area=area)


@allows("nearest")
def _nearest(statement: Statement, context: SpatialContext) -> Iterator[Reading]:
    """Where no other settlement of the hand-kept gazetteer is nearer: star-shaped around its place, so found along bearings."""
    place = context.gazetteer.find(statement.of)
    here = _point(place)
    if not here or not place:
        return
    settlements = (p for p in context.gazetteer.places.values() if p.level == "settlement" and p.name != place.name)
    rivals = tuple(p for p in map(_point, settlements) if p and GEOD.inv(*here, *p)[2] < 2 * _CELL_M)
    words = f"nearer to {place.name} than to any other town of the gazetteer"
    yield Reading(how="as said", words=words, area=_cell(here, rivals), soft=True)


@lru_cache(maxsize=256)
def _cell(here: tuple[float, float], rivals: tuple[tuple[float, float], ...]) -> Polygon | MultiPolygon:
    def own(xy: np.ndarray) -> np.ndarray:
        mine = distances_to(xy, here)
        return np.asarray(np.all([mine <= distances_to(xy, rival) for rival in rivals], axis=0))

    return star(here, own, _CELL_M)
