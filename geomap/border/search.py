"""The search for the nearest point of a border: by compiled code or by arrays, with the same answer within a millimetre."""

from __future__ import annotations

import numpy as np

from geomap.border.capsules import Tree
from geomap.geometry import Floats, Ints

POINTS = 8192  # points searched at once: bounds the memory


def nearest(tree: Tree, lon: Floats, lat: Floats, *, fast: bool) -> tuple[Floats, Floats, Floats, Ints]:
    """Distance in metres, nearest lon and lat, and segment for points of shape (n,), degrees.

    Args:
        tree: the border's.
        lon: degrees.
        lat: degrees.
        fast: whether by compiled code, which leaves few points to the other search.

    Raises:
        ImportError: ``fast`` is True and numba is not installed.
    """
    if fast:
        from geomap.border import kernel  # numba takes longer to load than most inputs to measure

        found = kernel.nearest(tree, lon, lat)
        left = np.flatnonzero(found[3] < 0)
    else:
        found = np.empty(lon.size), np.empty(lon.size), np.empty(lon.size), np.empty(lon.size, dtype=np.int64)
        left = np.arange(lon.size)
    for begin in range(0, left.size, POINTS):
        some = left[begin : begin + POINTS]
        for part, values in tree.search(lon[some], lat[some]):
            for array, value in zip(found, values, strict=True):
                array[some[part]] = value
    return found
