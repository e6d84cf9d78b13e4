"""Where a stretch that a border's line lacks may be nearer than the line."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from geomap.border.answers import Gap
from geomap.border.capsules import SAME_M, schur
from geomap.geometry import Floats, inverse, to_earth

_POINTS = 4096  # looked at together: bounds the memory
_ROUNDING_M2 = 1.0  # of squared distances on Earth, found from products of coordinates: a hundred times what it can be


def may_be_nearer(gaps: Sequence[Gap], lon: Floats, lat: Floats, distance_m: Floats) -> npt.NDArray[np.bool_]:
    """Whether a line of a gap's length between its two ends could pass nearer to points than the border's line does.

    No point of such a line is nearer than half of what the ways to both ends are longer than the gap.

    Args:
        gaps: of the border.
        lon: of the points, degrees, shape (n,).
        lat: degrees.
        distance_m: of each from the line, metres.
    """
    found = np.full(lon.shape, False)
    places = np.array([(gap.start, gap.end) for gap in gaps]).reshape(-1, 2, 2)
    ends = to_earth(*places.reshape(-1, 2).T).reshape(-1, 2, 3)
    middles, length = ends.mean(axis=1), np.array([gap.length_m for gap in gaps])
    for begin in range(0, lon.size if gaps else 0, _POINTS):
        some = slice(begin, begin + _POINTS)
        points, twice = to_earth(lon[some], lat[some]), 2 * distance_m[some]
        # Both ends together are no nearer than twice the middle between them: few pairs of a point and a gap are left.
        squares = np.einsum("ij,ij->i", points, points)[:, None] - points @ (2 * middles.T) + np.sum(middles**2, axis=1)
        point, gap = np.nonzero(4 * squares < (twice[:, None] + length) ** 2 + _ROUNDING_M2)
        chords = np.linalg.norm(points[point, None] - ends[gap], axis=2)
        # Ways on the Earth are longer than their chords, and shorter than a bound over these: fewer still are to be measured.
        is_near = schur(chords).sum(axis=1) - length[gap] < twice[point]
        open_ = np.flatnonzero(~is_near & (chords.sum(axis=1) - length[gap] < twice[point]))
        at = begin + point[open_]
        ways = sum(inverse(lon[at], lat[at], *end[gap[open_]].T)[1] for end in places.swapaxes(0, 1))
        is_near[open_] = ways - length[gap[open_]] < twice[point[open_]]
        found[begin + point[is_near]] = True
    return found & (distance_m > SAME_M)
