"""Intervals of lengths as they are published: rounded outwards, so that no point lies outside of what is said."""

from __future__ import annotations

import numpy as np

from geomap.geometry.ellipsoid import Floats

#: How far a measured end of an interval may be from its true place: the searches are good to less than that, metres.
SEARCH_M = 1e-3


def outwards_km(
    least_m: float | Floats, greatest_m: float | Floats, *, unit_m: float = 100.0, off_m: float = SEARCH_M
) -> tuple[Floats, Floats]:
    """The ends of intervals of lengths in kilometres, each on the next whole unit outside; no end is below 0.

    >>> [float(end) for end in outwards_km(38_173.0, 52_101.0)]
    [38.1, 52.2]

    Args:
        least_m: metres, of any shape; NaN stays NaN, infinity stays so.
        greatest_m: likewise.
        unit_m: what is rounded to, metres.
        off_m: how far each end may be off; 0 for lengths that are stated and not measured.

    Returns:
        The least and the greatest, kilometres, of the shapes of what is given.
    """
    low: Floats = np.maximum(np.asarray(least_m, dtype=np.float64) - off_m, 0.0)
    high: Floats = np.asarray(greatest_m, dtype=np.float64) + off_m
    # The last digits of a float are no length: 12.3 km are not 12,300.000000000002 m.
    low, high = (np.floor(low.round(6) / unit_m), np.ceil(high.round(6) / unit_m))
    return low * unit_m / 1000, high * unit_m / 1000
