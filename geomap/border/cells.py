"""Which area points lie in, by the cells of a grid: most lie in one area or in none, and tell that of all their points."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geomap.geometry import Floats, Ints, asked

#: Cells to a degree, and around the Earth and from pole to pole.
PER_DEGREE = 2
WIDE, HIGH = 360 * PER_DEGREE, 180 * PER_DEGREE

#: What a cell may say besides an area's number.
NO_AREA, SEVERAL, _NEW = -1, -2, -3


class Cells:
    """A grid over areas; a cell is looked at when a point first lies in it."""

    def __init__(self, areas: Sequence[BaseGeometry]) -> None:
        """Over areas in lon/lat, which are prepared."""
        self._areas = areas
        self._known = np.full(WIDE * HIGH, _NEW, dtype=np.int16)

    def of_points(self, lon: Floats, lat: Floats) -> Ints:
        """The number of the area that holds a point, `NO_AREA`, or `SEVERAL`: the cell is not all one; points of shape (n,)."""
        column = np.minimum(((lon + 180) * PER_DEGREE).astype(np.int64), WIDE - 1)
        cell = np.minimum(((lat + 90) * PER_DEGREE).astype(np.int64), HIGH - 1) * WIDE + column
        found = self._known[cell]
        if (new := found == _NEW).any():
            cells = np.unique(cell[new])
            self._known[cells] = self._looked_at(cells)
            found = self._known[cell]
        return np.asarray(found, dtype=np.int64)

    def _looked_at(self, cells: Ints) -> Ints:
        west, south = np.asarray(cells % WIDE / PER_DEGREE - 180), np.asarray(cells // WIDE / PER_DEGREE - 90)
        east, north = west + 1 / PER_DEGREE, south + 1 / PER_DEGREE
        boxes = shapely.box(west, south, east, north)
        found = np.full(cells.size, NO_AREA, dtype=np.int64)
        for number, area in enumerate(self._areas):
            left, low, right, high = area.bounds
            some = np.flatnonzero((west <= right) & (east >= left) & (south <= high) & (north >= low))
            some = some[asked(shapely.intersects, area, boxes[some])]
            # Where areas overlap, the last one counts, as for single points.
            found[some] = np.where(asked(shapely.contains_properly, area, boxes[some]), number, SEVERAL)
        return found
