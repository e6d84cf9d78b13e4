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
#: The rooms of the kernel, each with a function that is compiled.
ROOMS = {"order": "ordered", "packets": "candidates", "finish": "finished"}
BITS = 10  # of each coordinate, for the order of points
#: A number's bits, each two places from the next.
SPREAD = np.array([sum((number >> bit & 1) << 2 * bit for bit in range(BITS)) for number in range(1 << BITS)], dtype=np.int32)

#: From so many points on the compiled search is the quicker: where its code is loaded; where it is kept on disk, and loading
#: it and numba takes a quarter of a second; where it has yet to be compiled, which takes seconds, once on a machine.
LOADED, KEPT, NEW = 3_000, 60_000, 250_000


def compiled_from() -> int:
    """From how many points on the compiled search is the quicker one here, by what is there of it."""
    kernel = sys.modules.get("geomap.border.kernel")
    if kernel is not None and kernel.is_loaded():
        return LOADED
    return _unloaded_from()


@cache
def _unloaded_from() -> int:
    """The same while no code is loaded: by whether that of all rooms, as they are now, lies where numba keeps such."""
    if importlib.util.find_spec("numba") is None:
        return sys.maxsize
    here, folder = Path(__file__).parent, os.environ.get("NUMBA_CACHE_DIR")
    this = f".py{sys.version_info.major}{sys.version_info.minor}.nbi"
    is_kept = all(
        any(found.name.endswith(this) and found.stat().st_mtime >= (here / f"{room}.py").stat().st_mtime for found in beside)
        for room, function in ROOMS.items()
        for beside in [
            Path(folder).glob(f"*/{room}.{function}-*") if folder else (here / "__pycache__").glob(f"{room}.{function}-*")
        ]
    )
    return KEPT if is_kept else NEW


def ordered(lon: Floats, lat: Floats) -> Ints:
    """The numbers of points, shape (n,), so that neighbours follow one another: by the cells of a Z-curve over their extent."""
    cell = np.zeros(lon.size, dtype=np.int32)
    for shift, values in enumerate((lon, lat)):
        wide = max(float(np.ptp(values)), 1e-9) if values.size else 1.0
        step = ((values - values.min(initial=360.0)) * ((1 << BITS) - 1) / wide).astype(np.int32)
        cell |= SPREAD[step] << shift
    return np.argsort(cell, kind="stable")


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
    if not lon.size:
        return np.empty(0), np.empty(0), np.empty(0), np.empty(0, dtype=np.int64)
    if fast:
        from geomap.border import kernel  # numba takes longer to load than most inputs to measure

        found = kernel.nearest(tree, lon, lat)
        left = np.flatnonzero(found[3] < 0)
    else:
        found = np.empty(lon.size), np.empty(lon.size), np.empty(lon.size), np.empty(lon.size, dtype=np.int64)
        left = ordered(lon, lat)
    for begin in range(0, left.size, POINTS):
        some = left[begin : begin + POINTS]
        for part, values in tree.search(lon[some], lat[some], exact=left.size <= POINTS):
            for array, value in zip(found, values, strict=True):
                array[some[part]] = value
    return found
