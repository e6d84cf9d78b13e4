"""What passes near a line beside it: which side of the nearest line a point is on tells its country."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

import numpy as np
import shapely

from geomap.border.answers import Gap
from geomap.geometry import Floats, Ints, length_of, to_earth

#: A gap's length is given within this, metres.
ROUNDED_M = 50.0


class Neighbour(NamedTuple):
    """A stretch of another border, or the straight way over a gap."""

    left: str  #: the country on its left
    right: str
    part: Floats  #: vertices, degrees lon/lat, shape (n, 2)
    doubt_m: float = 0.0  #: nearer than this it does not tell the side, metres


def near(parts: Sequence[Floats], others: Sequence[Neighbour], reach_m: float) -> Iterator[Neighbour]:
    """The stretches of other borders that come within a distance of a line, and some that are up to four times as far.

    Space is cut into cubes of that size: what is near lies in the same cube or in one that touches it.
    """
    steps = np.array(list(product((-1, 0, 1), repeat=3)))
    dense = shapely.get_coordinates(shapely.segmentize(shapely.MultiLineString(list(parts)), 0.1))
    cubes = np.unique(np.unique(_cubes(to_earth(*dense.T), reach_m))[:, None] + _number(steps))
    for other in others:
        points = to_earth(*other.part.T)
        inside = np.isin(_cubes(points, reach_m), cubes)
        long = np.linalg.norm(np.diff(points, axis=0), axis=1) > reach_m
        kept = np.flatnonzero(inside[:-1] | inside[1:] | long)
        for run in np.split(kept, np.flatnonzero(np.diff(kept) > 1) + 1):
            if run.size:
                yield other._replace(part=other.part[run[0] : run[-1] + 2])


def across(gap: Gap, left: str, right: str) -> Neighbour:
    """The straight way over a gap in the sea, in doubt as far as a line of the gap's length between both ends may stray."""
    part = np.array([gap.start, gap.end])
    return Neighbour(left, right, part, math.sqrt(max(0.0, (gap.length_m + ROUNDED_M) ** 2 - length_of(part) ** 2)) / 2)


def _cubes(points: Floats, size_m: float) -> Ints:
    """The cubes that points lie in, as whole numbers."""
    return _number(np.floor(points / size_m).astype(np.int64))


def _number(cubes: Ints) -> Ints:
    """Cubes as whole numbers that add up as the cubes do."""
    return np.asarray(cubes @ np.array([2**40, 2**20, 1]))
