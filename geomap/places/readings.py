"""What the words about a place allow: a spatial statement becomes an area on the ellipsoid, with its tolerance said.

A statement may be read in more than one way: reporters seldom say whether a distance is a straight line or by road. Each
reading is an area; the first is the one that is used unless a person looks further. How far words may be from the truth is
`Tolerances`: one table, printed with every answer, to be adjusted by whoever knows better.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, fields
from functools import lru_cache
from itertools import combinations
from math import inf
from typing import Any, Final, Literal, Protocol

import numpy as np
import shapely
from shapely.geometry import Polygon, box
from shapely.geometry.base import BaseGeometry

from geomap.gazetteer.gazetteer import Gazetteer, Place
from geomap.geometry.shapes import CORNERS, GEOD, disc, polygons, ring
from geomap.model import Statement

#: Bands along the border are drawn this exactly: far finer than anybody's words, and quick.
BAND_TOLERANCE_M = 40.0

_MILE_M = 1609.344

#: What lies beyond a distance is the rest of it.
EARTH: Final = box(-180, -90, 180, 90)

#: A part that is less than this share of a region is what cutting left over; so is one of less than the second share that is no
#: more than what moving its outline by `BAND_TOLERANCE_M` could make: a corner where a band's outline meets a country's.
SLIVER, THIN = 1e-6, 1e-3

#: A town's cell reaches no farther than this.
_CELL_M = 300_000.0

#: Compass words in degrees from north.
BEARINGS = {"N": 0, "NE": 45, "E": 90, "SE": 135, "S": 180, "SW": 225, "W": 270, "NW": 315}
COMPASS = {
    **{"N": "north", "NE": "north-east", "E": "east", "SE": "south-east"},
    **{"S": "south", "SW": "south-west", "W": "west", "NW": "north-west"},
}


#: What each tolerance may be; lengths in metres, from what a band can be drawn for to what no word for "near" means.
_LENGTHS: Final = (100.0, 1e6)
_LIMITS: Final = {
    **{"rounding": (0.1, 10.0), "about": (1.0, 10.0), "detour": (1.0, 10.0), "between": (1.001, 10.0), "road": (1.001, 10.0)},
    **{"cardinal_deg": (1.0, 90.0), "intercardinal_deg": (1.0, 90.0), "halfway": (0.001, 0.5), "outskirts": (0.0, 100.0)},
    **{"near_border_m": _LENGTHS, "along_m": _LENGTHS, "near_place_m": _LENGTHS, "reach_m": _LENGTHS, "against": (1e-6, 1.0)},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tolerances:
    """How far words may be from the truth. Lengths in metres, angles in degrees, the rest are factors.

    Attributes:
        rounding: a stated distance may be off by this many times half the unit that it is rounded to.
        about: "about", "roughly" and their like widen a distance's tolerance by this factor. News figures are rounded more
            coarsely than the half-unit that georeferencing guides take (Chapman & Wieczorek 2020,
            doi:10.15468/doc-gg7h-s853).
        near_border_m: "near the border", "close to the border". Places so described in these articles whose position is known
            lie 4 to 47 km from it (Singwan, Rask).
        along_m: "along the border", and a sector of the border: posts and patrols within sight of it.
        near_place_m: "near" a town: within a drive of half an hour.
        road: a place on the road from A to B makes the straight way no longer than by this factor: a winding road by the
            averages named with ``detour``.
        detour: a road is longer than the straight line by a factor in this range; the averages of whole
            countries run from 1.1 to 2.1, most near 1.4 (Ballou, Rahardja & Sakai 2002, doi:10.1016/S0965-8564(01)00044-1).
        cardinal_deg: "north" may be off by this on either side; half of a quarter turn.
        intercardinal_deg: "north-east" may be off by this; half of an eighth.
        reach_m: "north of A" without a distance reaches this far.
        between: a place between A and B makes the way from A to B longer by no more than this factor.
        halfway: a place halfway between them is off the middle by at most this share of the way: a half, not a third.
        outskirts: of a town: from the first to the second multiple of its radius.
        against: a part of a region that a statement speaks against keeps this share of its weight.

    Raises:
        ValueError: a value that cannot be right.
    """

    rounding: float = 1.0
    about: float = 2.0
    near_border_m: float = 50_000.0
    along_m: float = 15_000.0
    near_place_m: float = 25_000.0
    detour: tuple[float, float] = (1.1, 2.1)
    cardinal_deg: float = 45.0
    intercardinal_deg: float = 22.5
    reach_m: float = 100_000.0
    between: float = 1.1
    halfway: float = 0.1
    road: float = 1.5
    outskirts: tuple[float, float] = (0.5, 2.0)
    against: float = 0.1

    def __post_init__(self) -> None:
        for name, (least, most) in _LIMITS.items():
            key, unit = _stated_as(name)
            value = getattr(self, name)
            ends = value if isinstance(value, tuple) else (value,)
            if not least <= ends[0] <= ends[-1] <= most:
                found = "-".join(f"{end / unit:g}" for end in ends)
                order = ", the lesser first" if len(ends) > 1 else ""
                raise ValueError(f"{key} is {found}; from {least / unit:g} to {most / unit:g} can be right{order}")


def _stated_as(name: str) -> tuple[str, float]:
    """How a person names a tolerance, and its unit: lengths are metres inside and kilometres for people."""
    return (name.removesuffix("_m") + "_km", 1000.0) if name.endswith("_m") else (name, 1.0)


def adjusted(stated: Iterable[str]) -> Tolerances:
    """The usual tolerances but for those stated: "about=3", "near_border_km=30", "detour=1.2-1.6".

    Lengths are stated in kilometres. One number for a range is both its ends.

    Raises:
        ValueError: an unknown name, with those known; or a value that cannot be right, with what could be.

    >>> adjusted(["near_border_km=30", "detour=1.4"]).near_border_m
    30000.0
    """
    known = {_stated_as(field.name)[0]: field.name for field in fields(Tolerances)}
    values: dict[str, Any] = asdict(USUAL)
    for pair in stated:
        key, _, words = pair.replace(" ", "").partition("=")
        if key not in known:
            raise ValueError(f"{key!r} is no tolerance; name one of {', '.join(known)}")
        found = re.fullmatch(r"(\d+\.?\d*|\.\d+)(?:-(\d+\.?\d*|\.\d+))?", words)
        ranged = isinstance(values[known[key]], tuple)
        if not found or (found[2] and not ranged):
            raise ValueError(f"{key} is {words!r}; write {'two numbers, as in 1.2-1.6' if ranged else 'a number'}")
        ends = [float(end) * _stated_as(known[key])[1] for end in (found[1], found[2] or found[1])]
        values[known[key]] = tuple(ends) if ranged else ends[0]
    return Tolerances(**values)


USUAL = Tolerances()


class Banded(Protocol):
    """What is asked of a border here: the area within a distance of it."""

    id: str

    def bands(self, distances_m: Sequence[float], *, tolerance_m: float) -> Sequence[BaseGeometry]:
        """The points within so many metres of the border, both sides, drawn within ``tolerance_m``, for each distance."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class World:
    """What statements refer to: places by name, and the border.

    A world is only equal to itself, so that answers in it can be kept.
    """

    gazetteer: Gazetteer
    border: Banded
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


def tolerance_m(distance_m: float, *, about: bool, tolerances: Tolerances = USUAL) -> float:
    """How far a stated distance may be from the true one, in metres.

    Half the unit that the figure is rounded to: 45 km is a multiple of 5, so 2.5 km; 90 km a multiple of 10, so 5 km; from
    100 km on, a multiple of 50 counts as rounded to 50, and from 1,000 on to 100; 1.5 km is rounded to a half. A length of at
    most one decimal in miles and more in kilometres is taken to be stated in miles. `Tolerances.rounding` widens it, and for
    "about" so does `Tolerances.about`.

    Args:
        distance_m: the stated distance, metres.
        about: whether the words say "about", "roughly", "approximately".
        tolerances: where the factors are from.

    >>> tolerance_m(45_000, about=True), tolerance_m(90_000, about=False)
    (5000.0, 5000.0)
    """
    in_miles = _whole(distance_m / _MILE_M * 10) and not _whole(distance_m / 1000 * 10)
    unit_m = _MILE_M if in_miles else 1000.0
    figure = distance_m / unit_m
    steps = (10, 5, 1, 0.5) if figure < 100 else (50, 10, 5, 1, 0.5) if figure < 1000 else (100, 50, 10, 5, 1, 0.5)
    step = next((s for s in steps if figure >= s and _whole(figure / s)), 0.1)
    return step * unit_m / 2 * tolerances.rounding * (tolerances.about if about else 1.0)


def _whole(number: float) -> bool:
    return abs(number - round(number)) < 1e-6


@lru_cache(maxsize=1024)
def readings(statement: Statement, world: World) -> tuple[Reading, ...]:
    """The ways to take a statement, the usual one first; none where it says nothing about a place's area.

    "Border town" and "across" do not narrow: they are checked against the map, not believed. A statement about a place without
    coordinates gives none either.
    """
    return tuple(_readings(statement, world))


def _readings(statement: Statement, world: World) -> Iterator[Reading]:
    give = world.tolerances
    at_border = statement.of == world.border.id
    place = None if at_border else world.gazetteer.find(statement.of)
    point = _point(place)
    to = _point(world.gazetteer.find(statement.to)) if statement.to else None
    match statement.relation:
        case "distance" | "near" | "beyond" if at_border and statement.distance_m is not None:
            yield _border_distance(statement, world)
        case "distance" | "near" | "beyond" if point and statement.distance_m is not None:
            yield from _distance(statement, point, give)
        case "direction" if point and statement.bearing:
            yield _direction(statement, point, give)
        case "nearest" if point and place:
            yield _nearest(place, world)
        case "near" if at_border:
            words = f"within {give.near_border_m / 1000:g} km of the border (said to be near it)"
            yield Reading(how="as said", words=words, area=_bands(world, give.near_border_m)[0])
        case "near" if point:
            words = f"within {give.near_place_m / 1000:g} km of {statement.of} (said to be near it)"
            yield Reading(how="as said", words=words, area=disc(*point, give.near_place_m))
        case "along" if at_border:
            words = f"within {give.along_m / 1000:g} km of the border (said to lie along it)"
            yield Reading(how="as said", words=words, area=_bands(world, give.along_m)[0])
        case "outskirts" if point and place and place.radius_m:
            inner, outer = (factor * place.radius_m for factor in give.outskirts)
            words = f"{inner / 1000:g} to {outer / 1000:g} km from the middle of {place.name} (its outskirts)"
            yield Reading(how="as said", words=words, area=ring(*point, inner, outer))
        case "between" | "road" if point and to and point != to:
            yield _between(statement, point, to, give)


def _point(place: Place | None) -> tuple[float, float] | None:
    return None if place is None or place.lon is None or place.lat is None else (place.lon, place.lat)


def _bands(world: World, *distances_m: float) -> Sequence[BaseGeometry]:
    return world.border.bands(distances_m, tolerance_m=BAND_TOLERANCE_M)


def allowed(statement: Statement, give: Tolerances) -> tuple[float, float, str]:
    """The least and the greatest distance that a statement allows, metres, and its words: each stated end has its rounding."""
    stated_m = statement.distance_m or 0.0
    give_m = tolerance_m(stated_m, about=statement.about, tolerances=give)
    words = f"{_km(stated_m)} ± {_km(give_m)} km"
    low, high = max(0.0, stated_m - give_m), stated_m + give_m
    match statement.relation:
        case "near":
            return 0.0, high, f"at most {words}"
        case "beyond":
            return low, inf, f"at least {words}"
    return low, high, words


def _km(metres: float) -> str:
    """Kilometres to four digits: miles are no round figures."""
    return f"{float(f'{metres / 1000:.4g}'):g}"


def _border_distance(statement: Statement, world: World) -> Reading:
    low, high, stated = allowed(statement, world.tolerances)
    drawn = [low] * (low > BAND_TOLERANCE_M) + [high] * (high < inf)
    bands = dict(zip(drawn, _bands(world, *drawn), strict=True))
    area = bands.get(high, EARTH)
    if low in bands:
        area = area.difference(bands[low])
    return Reading(how="straight line", words=f"{stated} in a straight line from the border", area=area)


def _distance(statement: Statement, point: tuple[float, float], give: Tolerances) -> Iterator[Reading]:
    low, high, stated = allowed(statement, give)
    words = f"{stated} in a straight line from {statement.of}"
    straight = Reading(how="straight line", words=words, area=_around(point, low, high))
    least, most = low / give.detour[1], high / give.detour[0]
    so = f"at least {least / 1000:.0f}" if most == inf else f"{least / 1000:.0f} to {most / 1000:.0f}"
    words = (
        f"{stated} by road from {statement.of}, so {so} km in a straight line "
        f"(a road is {give.detour[0]:g} to {give.detour[1]:g} times as long)"
    )
    road = Reading(how="by road", words=words, area=_around(point, least, most))
    yield from (road,) if statement.by_road else (straight, road)


def _around(point: tuple[float, float], low_m: float, high_m: float) -> BaseGeometry:
    if high_m < inf:
        return ring(*point, low_m, high_m)
    return EARTH.difference(disc(*point, low_m)) if low_m > 0 else EARTH


def _direction(statement: Statement, point: tuple[float, float], give: Tolerances) -> Reading:
    assert statement.bearing
    off = give.cardinal_deg if len(statement.bearing) == 1 else give.intercardinal_deg
    low, high = allowed(statement, give)[:2] if statement.distance_m is not None else (0.0, give.reach_m)
    words = (
        f"{_km(low)} to {_km(high)} km {COMPASS[statement.bearing]} of {statement.of}, give or take {off:g} degrees of bearing"
    )
    return Reading(how="straight line", words=words, area=sector(point, BEARINGS[statement.bearing], off, low, high))


def _between(statement: Statement, point: tuple[float, float], to: tuple[float, float], give: Tolerances) -> Reading:
    """The way between two places; with a distance, no more of it than lies about so far from the first."""
    by_road = statement.relation == "road"
    if by_road:
        factor, words = (
            give.road,
            f"on a road from {statement.of} to {statement.to} of at most {give.road:g} times the straight way",
        )
    else:
        factor, words = (
            give.between,
            f"between {statement.of} and {statement.to}, no more than {give.between:g} times the straight way",
        )
    area = ellipse(point, to, factor)
    if statement.distance_m is not None:
        give_m = give.halfway * GEOD.inv(*point, *to)[2] * (give.about if statement.about else 1.0)
        low, high = max(0.0, statement.distance_m - give_m), statement.distance_m + give_m
        words += f", {low / 1000:.0f} to {high / 1000:.0f} km from {statement.of}"
        area = polygons(area.intersection(ring(*point, low, high)))
    return Reading(how="by road" if by_road else "as said", words=words, area=area)


def _nearest(place: Place, world: World) -> Reading:
    """Where no other settlement of the hand-kept gazetteer is nearer: star-shaped around its place, so found along bearings."""
    here = _point(place)
    assert here
    settlements = (p for p in world.gazetteer.places.values() if p.level == "settlement" and p.name != place.name)
    rivals = tuple(p for p in map(_point, settlements) if p and GEOD.inv(*here, *p)[2] < 2 * _CELL_M)
    words = f"nearer to {place.name} than to any other town of the gazetteer"
    return Reading(how="as said", words=words, area=_cell(here, rivals), soft=True)


@lru_cache(maxsize=256)
def _cell(here: tuple[float, float], rivals: tuple[tuple[float, float], ...]) -> Polygon:
    def own(xy: np.ndarray) -> np.ndarray:
        mine = _ways(xy, here)
        return np.asarray(np.all([mine <= _ways(xy, rival) for rival in rivals], axis=0))

    return star(here, own, _CELL_M)


def sector(point: tuple[float, float], bearing_deg: float, off_deg: float, low_m: float, high_m: float) -> BaseGeometry:
    """The points from ``low_m`` to ``high_m`` metres off, within ``off_deg`` of a bearing."""
    turns = np.linspace(bearing_deg - off_deg, bearing_deg + off_deg, max(2, int(CORNERS * off_deg / 180) + 1))
    outer = _fan(point, turns, high_m)
    inner = _fan(point, turns[::-1], low_m) if low_m > 0 else np.array([point])
    return _outlined(np.vstack([outer, inner]))


def _outlined(corners: np.ndarray) -> Polygon:
    if np.ptp(corners[:, 0]) > 180 or not (area := Polygon(corners)).is_valid:
        raise ValueError("an area that holds a pole or crosses the antimeridian has no outline in lon and lat")
    return area


def _fan(point: tuple[float, float], turns_deg: np.ndarray, distance_m: float) -> np.ndarray:
    n = len(turns_deg)
    x, y, _ = GEOD.fwd(np.full(n, point[0]), np.full(n, point[1]), turns_deg, np.full(n, distance_m))
    return np.column_stack([x, y])


def ellipse(one: tuple[float, float], other: tuple[float, float], factor: float) -> Polygon:
    """The points whose ways to both places together are at most ``factor`` times the straight way between them."""
    azimuth, _, apart = GEOD.inv(*one, *other)
    middle = GEOD.fwd(*one, azimuth, apart / 2)[:2]
    return star(middle, lambda xy: _ways(xy, one) + _ways(xy, other) <= factor * apart, factor * apart)


def star(middle: tuple[float, float], holds: Callable[[np.ndarray], np.ndarray], reach_m: float) -> Polygon:
    """The points for which a condition holds, where that is one star-shaped area around ``middle`` of at most ``reach_m``.

    Its edge is found along `CORNERS` bearings by bisection, to a metre.

    Args:
        middle: a point where it holds.
        holds: from points, shape (n, 2), to n truth values.
        reach_m: metres.
    """
    bearings = np.linspace(0, -360, CORNERS, endpoint=False)
    low, high = np.zeros(CORNERS), np.full(CORNERS, reach_m)
    for _ in range(max(1, int(np.ceil(np.log2(reach_m))))):
        reach = (low + high) / 2
        inside = holds(_steps(middle, bearings, reach))
        low, high = np.where(inside, reach, low), np.where(inside, high, reach)
    return _outlined(_steps(middle, bearings, low))


def _steps(point: tuple[float, float], bearings: np.ndarray, reach_m: np.ndarray) -> np.ndarray:
    x, y, _ = GEOD.fwd(np.full(len(bearings), point[0]), np.full(len(bearings), point[1]), bearings, reach_m)
    return np.column_stack([x, y])


def _ways(xy: np.ndarray, place: tuple[float, float]) -> np.ndarray:
    return np.asarray(GEOD.inv(xy[:, 0], xy[:, 1], np.full(len(xy), place[0]), np.full(len(xy), place[1]))[2])


def smallest_contradiction(areas: Sequence[tuple[str, BaseGeometry]]) -> tuple[str, ...]:
    """The words of the fewest areas that have nothing in common; empty where all of them meet.

    Among equally few, the first in the given order.
    """
    for n in range(1, len(areas) + 1):
        for some in combinations(areas, n):
            if polygons(shapely.intersection_all([area for _, area in some])).is_empty:
                return tuple(words for words, _ in some)
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One of the areas of a region: its share of the weight, and the statements that speak against it."""

    geometry: Polygon
    weight: float
    against: tuple[str, ...] = ()


def weigh(region: BaseGeometry, soft: Sequence[Reading], tolerances: Tolerances = USUAL) -> tuple[Part, ...]:
    """The parts of a region, the weightiest first.

    A part weighs its share of the area; each statement that holds nowhere in it leaves it `Tolerances.against` of that.
    """
    parts = [part for part in shapely.get_parts(region) if not _left_over(part, region)]
    against = [tuple(f"not {r.words}" for r in soft if not part.intersects(r.area)) for part in parts]
    sizes = [abs(GEOD.geometry_area_perimeter(part)[0]) for part in parts]
    raw = [size * tolerances.against ** len(words) for size, words in zip(sizes, against, strict=True)]
    found = [
        Part(geometry=part, weight=weight / sum(raw), against=words)
        for part, weight, words in zip(parts, raw, against, strict=True)
    ]
    return tuple(sorted(found, key=lambda part: (-part.weight, part.geometry.bounds)))


def _left_over(part: Polygon, region: BaseGeometry) -> bool:
    share = part.area / region.area
    size, outline_m = map(abs, GEOD.geometry_area_perimeter(part))
    return bool(share <= SLIVER or (share < THIN and size <= 2 * BAND_TOLERANCE_M * outline_m))
