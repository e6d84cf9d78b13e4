"""Which country points lie in: near a border by its line, farther off by countries' areas."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from functools import cache, cached_property
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry.base import BaseGeometry

from geomap.border.answers import Gap
from geomap.border.capsules import Tree
from geomap.border.cells import SEVERAL, Cells
from geomap.border.neighbours import Neighbour, across, near
from geomap.border.search import nearest
from geomap.border.segments import Pieces, Segments
from geomap.geometry import GEOD, Floats, Ints, R, asked

#: Distance, nearest lon and lat, and segment of points, each of shape (n,).
Found: TypeAlias = tuple[Floats, Floats, Floats, Ints]

#: Nearer than this the line itself says which side a point is on; farther, the countries' areas do, which may be drawn coarser.
BESIDE_M = 2_000.0

#: Where the areas lack one of the two countries, lines say which side a point is on up to here.
ALONGSIDE_M = 50_000.0

#: From so many points on a grid pays, which tells the areas of most of them at once.
MANY = 20_000

#: A region that reaches less than this across the line does not straddle it: line and regions are drawn with a tolerance.
SLIVER_M = 50.0

#: What is cut to an area may reach so far out of it, degrees.
_CUT = 1e-6


class Sides:
    """The sides of a border line.

    Within `BESIDE_M` metres of the border the line decides, elsewhere the areas. Where the areas lack one of the two countries,
    the nearest line decides up to `ALONGSIDE_M` metres, the border's own or a neighbouring border's, for points in no area.
    Past the ends of a line nothing does. A point on the line is in neither country.
    """

    def __init__(
        self,
        parts: Sequence[Floats],
        countries: tuple[str, str],
        *,
        left: str | None,
        areas: Mapping[str, BaseGeometry],
        fitted: bool = True,
        neighbours: Sequence[Neighbour] = (),
    ) -> None:
        """Of a line between two countries.

        Args:
            parts: its polylines, of shape (n, 2), degrees.
            countries: the codes to give out.
            left: the code of the country that every part keeps on its left, or None where that is not known.
            areas: countries' areas in lon/lat by code; may be empty.
            fitted: whether the two countries' areas have the line for their edge; else they are held to be drawn coarser.
            neighbours: the other borders within twice `ALONGSIDE_M`, and ways over gaps; not used where the areas have both
                countries.
        """
        self.told_by_areas = set(countries) <= set(areas)
        self._countries = countries
        self._left = left
        self._areas = areas
        self._rough = self.told_by_areas and not fitted
        #: Whether a region's outline has to be asked, besides the areas that hold it.
        self.outlines_tell = self._rough or not self.told_by_areas
        self._neighbours = () if self.told_by_areas else tuple(neighbours)
        self._own = Segments.of(parts)
        self._parts = [*parts, *(neighbour.part for neighbour in self._neighbours)]

    @cached_property
    def _segments(self) -> Segments:
        """Of the line and of its neighbours."""
        return Segments.of(self._parts)

    @cached_property
    def _tree(self) -> Tree:
        return Tree(Pieces.of(self._parts))

    @cached_property
    def cores(self) -> Mapping[str, BaseGeometry]:
        """Countries' areas without a rim, as both they and regions are drawn with a tolerance: `SLIVER_M`, or `BESIDE_M`."""
        cores = {}
        for code, area in self._areas.items():
            _, south, _, north = area.bounds
            rim = math.degrees((BESIDE_M if self._rough else SLIVER_M) / R) / math.sqrt(
                math.cos(math.radians((south + north) / 2))
            )
            cores[code] = area.buffer(-rim, quad_segs=1)
            shapely.prepare(cores[code])
        return cores

    def is_cut_to(self, code: str | None, shape: BaseGeometry) -> bool:
        """Whether a shape lies in a country's area, where that is drawn coarser than the line: its edge may cross the line."""
        return self._rough and code is not None and code in self._areas and asked(shapely.covers, self._wholes(code), shape)

    @cached_property
    def _wholes(self) -> Callable[[str], BaseGeometry]:
        return cache(lambda code: self._areas[code].buffer(_CUT, quad_segs=1))

    def of_points(self, x: Floats, y: Floats, found: Found) -> npt.NDArray[np.object_]:
        """The country's code of points of shape (n,), measured to the border, or None where it cannot be said."""
        side = self._by_area(x, y)
        beside = found[0] <= BESIDE_M
        if not self.told_by_areas:
            beside |= (found[0] <= ALONGSIDE_M) & np.array([code is None for code in side], dtype=bool)
        some = np.flatnonzero(beside)
        if some.size:
            near = nearest(self._tree, x[some], y[some], fast=False) if self._neighbours else [values[some] for values in found]
            known, code = self._by_line(x[some], y[some], *near)
            side[some[known]] = code[known]
        return side

    def _by_area(self, x: Floats, y: Floats) -> npt.NDArray[np.object_]:
        if x.size < MANY:
            return self._by_each_area(x, y)
        number = self._cells.of_points(x, y)
        side = np.array([*self._areas, None, None], dtype=object)[number]
        rest = np.flatnonzero(number == SEVERAL)
        side[rest] = self._by_each_area(x[rest], y[rest])
        return side

    @cached_property
    def _cells(self) -> Cells:
        return Cells(list(self._areas.values()))

    def _by_each_area(self, x: Floats, y: Floats) -> npt.NDArray[np.object_]:
        side = np.full(x.shape, None, dtype=object)
        for code, area in self._areas.items():
            west, south, east, north = area.bounds
            some = np.flatnonzero((x >= west) & (x <= east) & (y >= south) & (y <= north))
            side[some[asked(shapely.intersects_xy, area, x[some], y[some])]] = code
        return side

    def _by_line(
        self, x: Floats, y: Floats, distance: Floats, foot_lon: Floats, foot_lat: Floats, segment: Ints
    ) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.object_]]:
        """Whether the nearest line tells the side of points, and the side: None on the line."""
        part = self._segments.part[segment]
        turn = self._turn(x, y, foot_lon, foot_lat, segment)
        code = np.full(x.shape, None, dtype=object)
        for here, side in ((turn > 0, 0), (turn < 0, 1)):
            code[here] = self._beside[part[here], side]
        told = np.array([left is not None for left in self._beside[:, 0]])
        doubt = np.array([0.0] * (len(self._parts) - len(self._neighbours)) + [n.doubt_m for n in self._neighbours])
        return np.isfinite(turn) & told[part] & (distance >= doubt[part]), code

    def _turn(self, x: Floats, y: Floats, foot_lon: Floats, foot_lat: Floats, segment: Ints) -> Floats:
        """Positive left of the line, negative right, 0 on it; NaN beyond an end and at a hairpin's tip, where neither holds."""
        segments = self._segments
        to_start = GEOD.inv(foot_lon, foot_lat, segments.start[segment, 0], segments.start[segment, 1])
        to_end = GEOD.inv(foot_lon, foot_lat, segments.end[segment, 0], segments.end[segment, 1])
        bearing, _, away = GEOD.inv(foot_lon, foot_lat, x, y)
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
    def _beside(self) -> npt.NDArray[np.object_]:
        """For each part the countries left and right of it, shape (n, 2); None where that cannot be said."""
        a, b = self._countries
        votes = [math.nan if self._left is None else 1.0 if self._left == a else -1.0] * (int(self._own.part.max()) + 1)
        if self._left is None:
            votes = [self._vote(k) for k in range(len(votes))]
        own = [(None, None) if math.isnan(vote) else (a, b) if vote > 0 else (b, a) for vote in votes]
        return np.array([*own, *((n.left, n.right) for n in self._neighbours)], dtype=object)

    def _vote(self, part: int) -> float:
        """Which country is on a part's left, by the areas that points a little left and right of its segments lie in."""
        a, b = self._countries
        segments = self._own
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


def around_line(
    parts: Sequence[Floats],
    others: Sequence[Neighbour],
    countries: tuple[str, str],
    left: str | None,
    gaps: Sequence[Gap],
    code: Callable[[str], str],
) -> list[Neighbour]:
    """What tells sides beside a line of which the areas lack a country: other borders around it, and ways over its gaps.

    Args:
        parts: of the line.
        others: every other border.
        countries: the codes to give out.
        left: of the country on its left.
        gaps: of the line.
        code: gives the code to give out for that of a neighbour.
    """
    found = [n._replace(left=code(n.left), right=code(n.right)) for n in near(parts, others, 2 * ALONGSIDE_M)]
    return found + [across(gap, *(countries if left == countries[0] else countries[::-1])) for gap in gaps if gap.at_sea]
