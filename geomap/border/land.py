"""All land borders of a country as one: the nearest of them counts."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt

from geomap.border.answers import Discs
from geomap.border.discs import measured_discs
from geomap.border.files import read_lines_of
from geomap.border.guards import checked_points
from geomap.border.line import Border
from geomap.border.sides import Found
from geomap.errors import MissingError
from geomap.geometry import Floats


class LandBorders:
    """The borders of a country with each of its neighbours."""

    def __init__(self, country: str, borders: Sequence[Border]) -> None:
        """Of a country's alpha-3 code and its borders, one at least."""
        self.country, self.borders = country, tuple(borders)
        self.gaps = tuple(gap for border in self.borders for gap in border.gaps)
        segments = [sum(len(part) - 1 for part in border.parts) for border in self.borders]
        self._first = np.cumsum([0, *segments])  # segments are counted through all borders

    @classmethod
    def read(cls, country: str) -> LandBorders:
        """Those of a country.

        Args:
            country: its ISO 3166-1 alpha-3 code.

        Raises:
            MissingError: it has none.
        """
        lines = read_lines_of(country)
        if not lines:
            raise MissingError(f"{country}: no land border of this country is at hand")
        return cls(country, [Border(**line) for line in lines])

    def discs(self, lon: npt.ArrayLike, lat: npt.ArrayLike, radius_m: npt.ArrayLike, **how: Any) -> Discs:
        """As `Border.discs`, to the nearest of the borders; ``segment`` counts through all of them (see `names`)."""
        return measured_discs(self._nearest, self.gaps, self, *checked_points(lon, lat), radius_m, **how)

    def names(self, found: Discs) -> npt.NDArray[np.object_]:
        """The ids of the borders that discs were measured to."""
        return np.array([border.id for border in self.borders], dtype=object)[self._which(found.segment)]

    def of_points(self, x: Floats, y: Floats, found: Found) -> npt.NDArray[np.object_]:
        """The countries of points, each told by the border that it was measured to."""
        which = self._which(found[3])
        codes = np.full(x.shape, None, dtype=object)
        for k in np.unique(which):
            some = which == k
            mine = found[0][some], found[1][some], found[2][some], found[3][some] - self._first[k]
            codes[some] = self.borders[k]._sides.of_points(x[some], y[some], mine)
        return codes

    def _which(self, segment: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
        return np.searchsorted(self._first, segment, side="right") - 1

    def _nearest(self, x: Floats, y: Floats, fast: bool | None = None) -> Found:
        best = self.borders[0]._nearest(x, y, fast)
        for border, first in zip(self.borders[1:], self._first[1:], strict=False):
            found = border._nearest(x, y, fast)
            nearer = found[0] < best[0]
            for kept, values, more in zip(best, found, (0, 0, 0, first), strict=True):
                kept[nearer] = values[nearer] + more
        return best


@cache
def land_borders(country: str) -> LandBorders | None:
    """The land borders of a country, read once; None where it has none."""
    try:
        return LandBorders.read(country)
    except MissingError:
        return None
