"""Which country points lie in: near a border by its line, farther off by countries' areas."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cached_property

import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry.base import BaseGeometry

from geomap.border.answers import Measured
from geomap.border.segments import Segments
from geomap.geometry import GEOD, Floats, R

#: Nearer than this the line itself says which side a point is on; farther, the countries' areas do, which may be drawn coarser.
BESIDE_M = 2_000.0

#: Without areas the line says which side a point is on up to here.
ALONGSIDE_M = 50_000.0

#: A region that reaches less than this across the line does not straddle it: line and regions are drawn with a tolerance.
SLIVER_M = 50.0


class Sides:
    """The sides of a border line.

    Within `BESIDE_M` metres of the border the line decides, elsewhere the areas. Without areas the line decides up to
    `ALONGSIDE_M` metres, and past its ends nothing does. A point on the line is in neither country.
    """

    def __init__(
        self, segments: Segments, countries: tuple[str, str], *, left: str | None, areas: Mapping[str, BaseGeometry]
    ) -> None:
        """Of a line between two countries.

        Args:
            segments: of the line.
            countries: the codes to give out.
            left: the code of the country that every part keeps on its left, or None where that is not known.
            areas: countries' areas in lon/lat by code; may be empty.
        """
        self._segments = segments
        self._countries = countries
        self._left = left
        self._areas = areas

    @cached_property
    def cores(self) -> Mapping[str, BaseGeometry]:
        """Countries' areas without a rim of `SLIVER_M`: both they and regions are drawn with a tolerance."""
        cores = {}
        for code, area in self._areas.items():
            _, south, _, north = area.bounds
            rim = math.degrees(SLIVER_M / R) / math.sqrt(math.cos(math.radians((south + north) / 2)))
            cores[code] = area.buffer(-rim, quad_segs=1)
            shapely.prepare(cores[code])
        return cores

    def of_points(self, x: Floats, y: Floats, found: Measured) -> npt.NDArray[np.object_]:
        """The country's code of measured points of shape (n,), or None where it cannot be said."""
        side = self._by_area(x, y)
        reach = BESIDE_M if self._areas else ALONGSIDE_M
        beside = np.flatnonzero(found.distance_m <= reach)
        if beside.size:
            near = Measured(
                distance_m=found.distance_m[beside],
                nearest_lon=found.nearest_lon[beside],
                nearest_lat=found.nearest_lat[beside],
                segment=found.segment[beside],
            )
            known, code = self._by_line(x[beside], y[beside], near)
            side[beside[known]] = code[known]
        return side

    def _by_area(self, x: Floats, y: Floats) -> npt.NDArray[np.object_]:
        side = np.full(x.shape, None, dtype=object)
        for code, area in self._areas.items():
            side[shapely.intersects_xy(area, x, y)] = code
        return side

    def _by_line(self, x: Floats, y: Floats, near: Measured) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.object_]]:
        """Whether the line tells the side of points, and the side: None on the line."""
        a, b = self._countries
        turn = self._turn(x, y, near) * self._a_is_left[self._segments.part[near.segment]]
        code = np.full(x.shape, None, dtype=object)
        code[turn > 0] = a
        code[turn < 0] = b
        return np.isfinite(turn), code

    def _turn(self, x: Floats, y: Floats, near: Measured) -> Floats:
        """Positive left of the line, negative right, 0 on it; NaN beyond an end and at a hairpin's tip, where neither holds."""
        segments = self._segments
        segment = near.segment
        to_start = GEOD.inv(near.nearest_lon, near.nearest_lat, segments.start[segment, 0], segments.start[segment, 1])
        to_end = GEOD.inv(near.nearest_lon, near.nearest_lat, segments.end[segment, 0], segments.end[segment, 1])
        bearing, _, away = GEOD.inv(near.nearest_lon, near.nearest_lat, x, y)
        at_start, at_end = to_start[2] < 1e-3, to_end[2] < 1e-3
        here = np.where(to_end[2] > to_start[2], to_end[0], np.asarray(to_start[0]) + 180)
        # At a vertex the sum of both segments' left normals decides (Bærentzen & Aanæs 2005, doi:10.1109/TVCG.2005.49).
        arriving = np.where(at_start, segments.arriving[segment], np.where(at_end, segments.heading_end[segment], here))
        leaving = np.where(at_end, segments.leaving[segment], np.where(at_start, segments.heading[segment], here))
        turn = -np.sin(np.radians(bearing - arriving)) - np.sin(np.radians(bearing - leaving))
        turn[np.abs(turn) < 1e-9] = np.nan
        turn[np.asarray(away) < 1e-3] = 0.0
        return np.asarray(turn, dtype=float)

    @cached_property
    def _a_is_left(self) -> Floats:
        """For each part, 1 where the first country is on its left, -1 where the second is, NaN where that cannot be said."""
        parts = int(self._segments.part.max()) + 1
        if self._left is not None:
            return np.full(parts, 1.0 if self._left == self._countries[0] else -1.0)
        return np.array([self._vote(k) for k in range(parts)])

    def _vote(self, part: int) -> float:
        """Which country is on a part's left, by the areas that points a little left and right of its segments lie in."""
        a, b = self._countries
        segments = self._segments
        mine = np.flatnonzero((segments.part == part) & (segments.length > 0))
        mine = mine[np.linspace(0, mine.size - 1, min(mine.size, 200)).astype(int)] if mine.size else mine
        if not mine.size or a not in self._areas or b not in self._areas:
            return math.nan
        x, y, _ = GEOD.fwd(segments.start[mine, 0], segments.start[mine, 1], segments.heading[mine], segments.length[mine] / 2)
        votes = 0
        for off in (BESIDE_M, 5 * BESIDE_M):
            for turn, sign in ((-90, 1), (90, -1)):
                u, v, _ = GEOD.fwd(x, y, segments.heading[mine] + turn, np.full(mine.size, off))
                side = self._by_area(np.asarray(u), np.asarray(v))
                votes += sign * (int((side == a).sum()) - int((side == b).sum()))
        return float(np.sign(votes)) if votes else math.nan
