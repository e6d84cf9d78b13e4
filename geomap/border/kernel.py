"""The search of `geomap.border.capsules`, compiled: for many points, where numba is installed.

Three rooms, a block of points after another: `order` (neighbours follow one another), `packets` (which pieces may be nearest)
and `finish` (how far each is). The bound is the same as in `geomap.border.capsules`.
"""

from __future__ import annotations

from weakref import WeakKeyDictionary

import numpy as np

from geomap.border import capsules as _capsules
from geomap.border.capsules import Tree
from geomap.border.finish import ROW, finished
from geomap.border.order import columns, on_earth, ordered
from geomap.border.packets import KEPT, LANES, candidates
from geomap.geometry import Floats, Ints, to_degrees

_BLOCK = 8192
#: What is packed of a tree, as long as somebody has the tree.
_PACKED: WeakKeyDictionary[Tree, tuple[Floats, Ints, Floats]] = WeakKeyDictionary()
_PAIRS = max(3 * _BLOCK, 2 * KEPT * LANES)


def nearest(tree: Tree, lon: Floats, lat: Floats) -> tuple[Floats, Floats, Floats, Ints]:
    """Distance, nearest lon and lat, and segment for points; the segment is -1 for those left to the other search."""
    count = lon.size
    if (packed := _PACKED.get(tree)) is None:
        packed = _PACKED[tree] = _packed(tree)
    capsules, offsets, rows = packed
    # Large arrays come from numpy, which asks for large pages: points go to and fro in them, and each small page would cost.
    answers, order = np.empty((count, 4)), np.empty((count, 3))
    ordered(lon, lat, order)
    points, pieces, places = np.empty(_PAIRS, dtype=np.int64), np.empty(_PAIRS, dtype=np.int64), np.empty(_PAIRS)
    guess, begin = 0, 0
    xyz = np.empty((3, _BLOCK))
    while begin < count:
        some = order[begin : begin + _BLOCK]
        on_earth(some, xyz)
        # The bound is handed over, not compiled in: numba's cache does not see a change of another module.
        done, pairs, guess = candidates(xyz, len(some), capsules, offsets, _capsules.TURN, guess, points, pieces, places)
        finished(xyz, rows, tree.pieces.segment, points[:pairs], pieces[:pairs], places[:pairs], some[:done], answers)
        begin += done
    found = np.empty(count), np.empty(count), np.empty(count), np.empty(count, dtype=np.int64)
    columns(answers, *found)
    return found


def is_loaded() -> bool:
    """Whether the search is compiled in this process."""
    return bool(finished.signatures)


def _packed(tree: Tree) -> tuple[Floats, Ints, Floats]:
    """A binary tree's capsules (start, along, 1/length², radius, half), where each level of it begins, and the pieces."""
    pieces = tree.pieces
    levels = Tree(pieces, fan=2).levels
    table = [np.column_stack([level.start, level.along, level.per_length2, level.radius, level.half]) for level in levels]
    lon, lat = to_degrees(pieces.start)
    rows = np.column_stack([pieces.start, pieces.end - pieces.start, pieces.length, lon, lat])
    assert rows.shape[1] == ROW
    return np.ascontiguousarray(np.vstack(table)), np.cumsum([0, *map(len, table)]), np.ascontiguousarray(rows)
