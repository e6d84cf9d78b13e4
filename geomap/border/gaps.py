"""Where a stretch that a border's line lacks may be nearer than the line."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from geomap.border.answers import Gap
from geomap.border.capsules import schur
from geomap.geometry import Floats, inverse, to_earth


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
    points = to_earth(lon, lat) if gaps else None
    for gap in gaps:
        ends = to_earth(*np.array([gap.start, gap.end]).T)
        chords = [np.sqrt(np.einsum("ij,ij->i", off, off)) for off in (points - end for end in ends)]
        # Ways on the Earth are longer than their chords, and shorter than a bound over these: few are left to be measured.
        found |= sum(map(schur, chords)) - gap.length_m < 2 * distance_m
        some = np.flatnonzero(~found & (sum(chords) - gap.length_m < 2 * distance_m))
        ways = sum(inverse(lon[some], lat[some], *np.full((some.size, 2), end).T)[1] for end in (gap.start, gap.end))
        found[some] = ways - gap.length_m < 2 * distance_m[some]
    return found & (distance_m > 0)
