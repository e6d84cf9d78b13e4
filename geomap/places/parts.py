"""The parts of a region with what speaks against each; and the fewest statements that cannot hold together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import shapely
from shapely.geometry import MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry
from shapely.geometry.polygon import orient

from geomap.geometry import GEOD, polygons
from geomap.model import once_per_shape, separate_areas
from geomap.places.statements import BUFFER_TOLERANCE_M, Reading

#: A part that is less than this share of a region is what cutting left over; so is one of less than the second share that is no
#: more than what moving its outline by `BUFFER_TOLERANCE_M` could make: a corner where a buffer's outline meets a country's.
SLIVER, THIN = 1e-6, 1e-3

#: Parts that are less than this share of a region are told as one: a country's islands are no choice of places.
SMALL = 0.01


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
    """One of the areas of a region: its letter, its share of the whole area, and the statements that speak against it.

    The share, from 0 to 1, is no chance: it says how large the part is, not how likely. Small areas are one part together, with
    words in place of a letter: "and 21 smaller parts".
    """

    letter: str
    geometry: Polygon | MultiPolygon  #: lon/lat
    share: float
    against: tuple[str, ...] = ()
    is_rest: bool = False  #: whether it is the small areas together

    @property
    def key(self) -> str:
        """What names it in an id: its letter, or "rest" for the small areas together."""
        return "rest" if self.is_rest else self.letter


def weigh(region: BaseGeometry, soft: Sequence[Reading]) -> tuple[Part, ...]:
    """The parts of a region: first those where the statements hold most, of equal ones the largest.

    A statement speaks against a part where it holds in less than half of it. Parts of less than `SMALL` are one, the last, if
    they are several; but not those where the statements hold more than in the largest part.
    """
    parts = [part for part in separate_areas(region) if not _left_over(part, region)]
    held = [_held(part, soft) for part in parts]
    sizes = [_size(part)[0] for part in parts]
    whole, largest = sum(sizes), max(zip(sizes, held, strict=True), default=(0.0, []))
    ordered = sorted(zip(parts, sizes, held, strict=True), key=lambda p: (-round(sum(p[2]), 2), -p[1], p[0].bounds))
    small = [p for p in ordered if p[1] < SMALL * whole and sum(p[2]) <= sum(largest[1])]
    rest = len(ordered) - len(small) if len(small) > 1 else None
    if len(small) > 1:
        islands = MultiPolygon([orient(part) for one, _, _ in small for part in shapely.get_parts(one)])
        ordered = [p for p in ordered if p not in small] + [(islands, sum(size for _, size, _ in small), _held(islands, soft))]
    return tuple(
        Part(
            letter=f"and {len(small)} smaller parts" if number == rest else letter_of(number),
            geometry=part,
            share=size / whole,
            against=tuple(_against(r, share) for r, share in zip(soft, shares, strict=True) if share < 0.5),
            is_rest=number == rest,
        )
        for number, (part, size, shares) in enumerate(ordered)
    )


@once_per_shape
def possible(region: BaseGeometry) -> str:
    """How many areas a region may lie in, in words; empty where it is one.

    >>> from shapely import MultiPoint
    >>> possible(MultiPoint([(0, 0), (9, 0)]).buffer(1)), possible(MultiPoint([(0, 0)]).buffer(1))
    ('2 areas are possible', '')
    """
    *parts, last = weigh(region, ())
    if not last.is_rest:
        return f"{len(parts) + 1} areas are possible" if parts else ""
    return f"{len(parts)} area{'s' * (len(parts) > 1)} {last.letter} are possible"


def _held(part: BaseGeometry, soft: Sequence[Reading]) -> list[float]:
    """In what share of a part each statement holds."""
    return [part.intersection(reading.area).area / part.area for reading in soft]


def _against(reading: Reading, share: float) -> str:
    return f"not {reading.words}" if share == 0 else f"only {max(0.01, share):.0%} of it is {reading.words}"


def letter_of(number: int) -> str:
    """The letter of the part with a number, counted from 0: A to Z, then AA, AB and so on.

    >>> letter_of(0), letter_of(25), letter_of(26)
    ('A', 'Z', 'AA')
    """
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _left_over(part: BaseGeometry, region: BaseGeometry) -> bool:
    share = part.area / region.area
    size, outline_m = _size(part)
    return bool(share <= SLIVER or (share < THIN and size <= 2 * BUFFER_TOLERANCE_M * outline_m))


@once_per_shape
def _size(part: BaseGeometry) -> tuple[float, float]:
    """Its area in square metres, and how long its outline is, metres."""
    area, outline_m = GEOD.geometry_area_perimeter(part)
    return abs(area), abs(outline_m)
