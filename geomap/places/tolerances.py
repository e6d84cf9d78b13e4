"""How far words may be from the truth: one table, printed with every answer, to be adjusted by whoever knows better."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from typing import Any, Final

from geomap.language import METRES

#: What each tolerance may be; lengths in metres, from what a buffer can be drawn for to what no word for "near" means.
_LENGTHS: Final = (100.0, 1e6)
_LIMITS: Final = {
    **{"rounding": (0.1, 10.0), "about": (1.0, 10.0), "detour": (1.0, 10.0), "between": (1.001, 10.0)},
    **{"cardinal_deg": (1.0, 90.0), "intercardinal_deg": (1.0, 90.0), "halfway": (0.001, 0.5), "outskirts": (0.0, 100.0)},
    "part": (0.1, 1.0),
    **{
        "near_border_m": _LENGTHS,
        "along_m": _LENGTHS,
        "near_place_m": _LENGTHS,
        "reach_m": _LENGTHS,
        "road_half_width_m": _LENGTHS,
    },
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
        road_half_width_m: a road between two places strays no farther than this from the straight line between them, and
            ends at both.
        detour: a road is longer than the straight line by a factor in this range; the averages of whole
            countries run from 1.1 to 2.1, most near 1.4 (Ballou, Rahardja & Sakai 2002, doi:10.1016/S0965-8564(01)00044-1).
        cardinal_deg: "north" may be off by this on either side; half of a quarter turn.
        intercardinal_deg: "north-east" may be off by this; half of an eighth.
        reach_m: "north of A" without a distance reaches this far.
        between: a place between A and B makes the way from A to B longer by no more than this factor.
        halfway: a place halfway between them is off the middle by at most this share of the way: a half, not a third.
        outskirts: of a town: from the first to the second multiple of its radius.
        part: "the south of X" is this share of its area, that which lies farthest south: its half, and a tenth more, since
            nobody draws the line. "Central X" is the same share, that which lies nearest to its middle.

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
    road_half_width_m: float = 10_000.0
    outskirts: tuple[float, float] = (0.5, 2.0)
    part: float = 0.6

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


def unit_m(distance_m: float) -> float:
    """The unit that a stated distance is rounded to, as its digits tell, in metres.

    45 km is a multiple of 5, so 5 km; 90 km a multiple of 10; from 100 km on, a multiple of 50 counts as rounded to 50, and
    from 1,000 on to 100; 1.5 km is rounded to a tenth. A length of at most one decimal in miles and more in kilometres is taken
    to be stated in miles.

    >>> unit_m(45_000), unit_m(90_000), unit_m(150_000), unit_m(1_500), unit_m(12_340)
    (5000.0, 10000.0, 50000.0, 100.0, 10.0)
    """
    in_miles = whole(distance_m / METRES["mile"] * 10) and not whole(distance_m / 1000 * 10)
    unit = METRES["mile"] if in_miles else 1000.0
    size = distance_m / unit
    steps = (10, 5, 1) if size < 100 else (50, 10, 5, 1) if size < 1000 else (100, 50, 10, 5, 1)
    return next((s for s in (*steps, 0.1, 0.01) if size >= s and whole(size / s)), 0.001) * unit


def tolerance_m(distance_m: float, *, about: bool, tolerances: Tolerances = USUAL, rounded_to_m: float | None = None) -> float:
    """How far a stated distance may be from the true one, in metres: half the unit that it is rounded to.

    `Tolerances.rounding` widens it, and for "about" so does `Tolerances.about`.

    Args:
        distance_m: the stated distance, metres.
        about: whether the words say "about", "roughly", "approximately".
        tolerances: where the factors are from.
        rounded_to_m: the unit where the words tell it; else `unit_m`.

    >>> tolerance_m(45_000, about=True), tolerance_m(90_000, about=False)
    (5000.0, 5000.0)
    """
    unit = unit_m(distance_m) if rounded_to_m is None else rounded_to_m
    return unit / 2 * tolerances.rounding * (tolerances.about if about else 1.0)


def whole(number: float) -> bool:
    """Whether a number is whole, within rounding."""
    return abs(number - round(number)) < 1e-6
