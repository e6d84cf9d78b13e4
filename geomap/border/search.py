"""The search for the nearest point of a border: by compiled code or by arrays, with the same answer within a millimetre."""

from __future__ import annotations

import importlib.util
import os
import sys
from functools import cache
from pathlib import Path

import numpy as np

from geomap.border.capsules import Tree
from geomap.geometry import Floats, Ints

POINTS = 8192  # points searched at once: bounds the memory

#: From so many points on the compiled search is the quicker: where its code is loaded; where it is kept on disk, and loading
#: it and numba takes a quarter of a second; where it has yet to be compiled, which takes seconds, once on a machine.
LOADED, KEPT, NEW = 3_000, 60_000, 250_000


def compiled_from() -> int:
    """From how many points on the compiled search is the quicker one here, by what is there of it."""
    kernel = sys.modules.get("geomap.border.kernel")
    if kernel is not None and kernel.is_loaded():
        return LOADED
    if importlib.util.find_spec("numba") is None:
        return sys.maxsize
    return KEPT if _is_kept() else NEW


@cache
def _is_kept() -> bool:
    """Whether compiled code of the kernel, as it is now, lies where numba keeps such; numba itself is not loaded for this."""
    source = Path(__file__).with_name("kernel.py")
    folder = os.environ.get("NUMBA_CACHE_DIR")
    beside = Path(folder).glob("*/kernel._search-*") if folder else (source.parent / "__pycache__").glob("kernel._search-*")
    this = f".py{sys.version_info.major}{sys.version_info.minor}.nbi"
    return any(found.name.endswith(this) and found.stat().st_mtime >= source.stat().st_mtime for found in beside)


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
