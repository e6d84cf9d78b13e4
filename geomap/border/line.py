"""A border, and how things lie to it: distance, nearest point, side, bands, and length at a stated detail.

A border is one or more polylines on WGS 84. Each *leg*, the line between two neighbouring vertices, is a geodesic of the
ellipsoid, not a straight line in degrees. `Border.measure` is within a millimetre of trying every leg, everywhere on Earth,
without trying every leg; `geomap.border.capsules` proves which it may leave out. Geodesics are Karney's (2013,
doi:10.1007/s00190-012-0578-z), by way of PROJ.
"""

from __future__ import annotations

import difflib
import importlib.util
import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatch
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely
from pyproj import CRS, Transformer
from shapely.geometry import LineString, MultiPolygon, Point, Polygon
from shapely.geometry.base import BaseGeometry

from geomap.border.bands import Projected, bands
from geomap.border.capsules import (
    GEOD,
    A,
    B,
    Floats,
    Ints,
    Legs,
    Pieces,
    R,
    Tree,
    densified,
    forward,
    inverse,
    length_of,
    to_earth,
)
from geomap.border.ends import End, of_areas, of_discs
from geomap.errors import DataError, MissingError
from geomap.model import BorderRelation, Region

#: From this many points on, a compiled search pays for the seconds that its compiler takes.
MANY = 250_000

#: Nearer than this the line itself says which side a point is on; farther, the countries' areas do, which may be drawn coarser.
BESIDE_M = 2_000.0

#: Without areas the line says which side a point is on up to here.
ALONGSIDE_M = 50_000.0

#: Nearer than this to an end of the line, a point is that end.
END_M = 1.0

#: A region that reaches less than this across the line does not straddle it, and one that reaches less than this past what is
#: "near" is near: line and regions are drawn with a tolerance.
SLIVER_M = 50.0

#: Regions measured at once: bounds the memory.
REGIONS = 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """Where points lie to a border. Every array has the shape of the points.

    ``distance_m`` is within a millimetre of the least geodesic distance; ``nearest_lon`` and ``nearest_lat`` are a point of the
    border at that distance; ``leg`` counts the legs of all parts from 0, in their order, the lowest where several are nearest.
    """

    distance_m: Floats
    nearest_lon: Floats
    nearest_lat: Floats
    leg: Ints


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """A length and the detail it is measured with: vertices that stand out by less than ``tolerance_m`` are left out.

    ``tolerance_m`` is None where the line is taken as drawn and nobody says how finely that is.
    """

    tolerance_m: float | None
    length_m: float
    vertices: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """What is known of a border's own line. ``weak`` are stretches where other sources differ, in words."""

    id: str
    countries: tuple[str, str]
    source: str | None
    attribution: str | None
    tolerance_m: float | None
    parts: int
    vertices: int
    longest_leg_m: float
    details: tuple[Detail, ...]
    weak: tuple[str, ...]


class Border:
    """A border line, ready to be measured to.

    Attributes:
        id: its name, "IRN-PAK".
        parts: its polylines, each of shape (n, 2), degrees lon/lat.
        countries: the two countries, as in its id.
        left: the country on the left of every part, or None where the lines are not all directed that way.
        source: where the line comes from, in words, or None.
        attribution: what must be printed beside it, or None.
        tolerance_m: how finely the line is drawn, metres, or None where nobody says.
        weak: stretches that other sources draw elsewhere, a sentence each.
    """

    def __init__(
        self,
        id: str,
        parts: Sequence[npt.ArrayLike],
        *,
        countries: tuple[str, str] = ("IRN", "PAK"),
        areas: Mapping[str, BaseGeometry] | Callable[[], Mapping[str, BaseGeometry]] | None = None,
        codes: Mapping[str, str] | Callable[[], Mapping[str, str]] | None = None,
        left: str | None = None,
        source: str | None = None,
        attribution: str | None = None,
        tolerance_m: float | None = None,
        weak: Sequence[str] = (),
    ) -> None:
        """Take the line from arrays.

        Args:
            id: its name.
            parts: polylines, each of shape (n, 2), n at least 2, degrees lon/lat on WGS 84.
            countries: the two countries.
            areas: countries' areas in lon/lat by code, or a function that gives them, called when first needed. Only they tell
                the side of a point that is far from the line.
            codes: the codes to give out for those in ``countries`` and ``left`` ("PK" for "PAK"), or a function that does.
            left: the country that every part keeps on its left.
            source: where the line comes from.
            attribution: what must be printed beside it.
            tolerance_m: how finely the line is drawn, metres.
            weak: stretches that other sources draw elsewhere, a sentence each.

        Raises:
            ValueError: no part, a part with fewer than two vertices, or a vertex that is not on Earth.
        """
        if left is not None and left not in countries:
            raise ValueError(f"{id}: {left} is on the left, but the border is between {countries[0]} and {countries[1]}")
        self.id = id
        self.countries = countries
        self.left = left
        self.source = source
        self.attribution = attribution
        self.tolerance_m = tolerance_m
        self.weak = tuple(weak)
        self.parts = tuple(_checked_part(id, k, part) for k, part in enumerate(parts))
        if not self.parts:
            raise ValueError(f"{id}: a border has at least one line, found none")
        self._given_areas = areas
        self._given_codes = codes
        # Answered once each: the same regions, bands and details are asked for again and again.
        self._details: dict[float | None, Detail] = {}
        self._bands: dict[tuple[float, float], Polygon | MultiPolygon] = {}
        self._lies: dict[tuple[BaseGeometry, float | None, str | None], tuple[End, End, float | None, str | None]] = {}

    def __repr__(self) -> str:
        """Name, vertices and parts."""
        return f"<Border {self.id}: {sum(map(len, self.parts))} vertices in {len(self.parts)} parts>"

    @classmethod
    def read(cls, name: str | Path) -> Border:
        """The border of a pair of countries, or of a file.

        Args:
            name: "IRN-PAK" (ISO 3166 alpha-3 codes, or alpha-2 ones of the base map's countries, in either order), or the path
                of a vector file that GDAL reads: lines, or two areas whose shared edge is meant, in any reference system.

        Raises:
            MissingError: no such pair or file; the message names the nearest.
            DataError: the file cannot be read, is empty, or holds neither lines nor two areas that share an edge.
        """
        if isinstance(name, str) and (pair := _pair(name)):
            return _read_pair(*pair)
        return _read_file(Path(name))

    @cached_property
    def line(self) -> BaseGeometry:
        """The border as drawn: a LineString or MultiLineString in lon/lat."""
        lines = [LineString(part) for part in self.parts]
        return lines[0] if len(lines) == 1 else shapely.MultiLineString(lines)

    @cached_property
    def _drawn(self) -> BaseGeometry:
        """The geodesic legs as short straight lines in lon/lat, cut at the antimeridian."""
        lines = []
        for part in self.parts:
            points = densified(part)
            cut = np.flatnonzero(np.abs(np.diff(points[:, 0])) > 180) + 1
            lines += [LineString(run) for run in np.split(points, cut) if len(run) > 1]
        return shapely.MultiLineString(lines)

    @cached_property
    def areas(self) -> Mapping[str, BaseGeometry]:
        """Countries' areas by code; empty where none were given."""
        areas = self._given_areas
        found = areas() if callable(areas) else areas or {}
        for area in found.values():
            shapely.prepare(area)
        return found

    @cached_property
    def _cores(self) -> Mapping[str, BaseGeometry]:
        """Countries' areas without a rim of `SLIVER_M`: both they and regions are drawn with a tolerance."""
        cores = {}
        for code, area in self.areas.items():
            _, south, _, north = area.bounds
            rim = math.degrees(SLIVER_M / R) / math.sqrt(math.cos(math.radians((south + north) / 2)))
            cores[code] = area.buffer(-rim, quad_segs=1)
            shapely.prepare(cores[code])
        return cores

    def code(self, country: str) -> str:
        """The code to give out for a country of this border: "PK" for "PAK", or the same where no other is known."""
        return self._codes.get(country, country)

    # -- distance ---------------------------------------------------------------------------------------------------------

    def measure(self, lon: npt.ArrayLike, lat: npt.ArrayLike, *, fast: bool | None = None) -> Measured:
        """The geodesic distance from points to the border, the nearest point of it, and its leg.

        Args:
            lon: degrees, -180 to 180, any shape that fits ``lat``.
            lat: degrees, -90 to 90.
            fast: whether to use the compiled search; by default from `MANY` points on, where numba is installed. Both answer
                the same within a millimetre.

        Returns:
            Arrays of the points' common shape.

        Raises:
            ValueError: a coordinate is not a number or not on Earth; the message names its index.
            ImportError: ``fast`` is True and numba is not installed.
        """
        lon, lat = _checked_points(lon, lat)
        distance, foot_lon, foot_lat, leg = self._nearest(lon.ravel(), lat.ravel(), fast)
        return Measured(
            distance_m=distance.reshape(lon.shape),
            nearest_lon=foot_lon.reshape(lon.shape),
            nearest_lat=foot_lat.reshape(lon.shape),
            leg=leg.reshape(lon.shape),
        )

    def _nearest(self, x: Floats, y: Floats, fast: bool | None = None) -> tuple[Floats, Floats, Floats, Ints]:
        if fast is None:
            fast = x.size >= MANY and importlib.util.find_spec("numba") is not None
        return self._tree.nearest(x, y, fast=fast)

    @cached_property
    def _tree(self) -> Tree:
        return Tree(Pieces.of(self.parts))

    @cached_property
    def _codes(self) -> Mapping[str, str]:
        codes = self._given_codes
        return codes() if callable(codes) else codes or {}

    def is_end(self, lon: float, lat: float) -> bool:
        """Whether a point is an end of the line, within `END_M` metres: at a gap in it, or where the border ends."""
        ends = np.concatenate([part[[0, -1]] for part in self.parts])
        ends, count = np.unique(ends, axis=0, return_counts=True)
        x, y = ends[count == 1].T  # parts that meet, or a part that closes, go on there
        return bool(np.any(inverse(x, y, np.full(x.size, lon), np.full(x.size, lat))[1] < END_M))

    # -- side -------------------------------------------------------------------------------------------------------------

    def side(self, lon: npt.ArrayLike, lat: npt.ArrayLike) -> npt.NDArray[np.object_]:
        """The country that points lie in, as a code, or None where it cannot be said.

        Within `BESIDE_M` metres of the border the line decides, elsewhere the areas. Without areas the line decides up to
        `ALONGSIDE_M` metres, and past its ends nothing does. A point on the line is in neither country.

        Args:
            lon: degrees, any shape that fits ``lat``.
            lat: degrees.

        Raises:
            ValueError: as for `measure`.
        """
        lon, lat = _checked_points(lon, lat)
        x, y = lon.ravel(), lat.ravel()
        found = self.measure(x, y)
        side = self._area_side(x, y)
        reach = BESIDE_M if self.areas else ALONGSIDE_M
        beside = np.flatnonzero(found.distance_m <= reach)
        if beside.size:
            near = Measured(
                distance_m=found.distance_m[beside],
                nearest_lon=found.nearest_lon[beside],
                nearest_lat=found.nearest_lat[beside],
                leg=found.leg[beside],
            )
            known, code = self._line_side(x[beside], y[beside], near)
            side[beside[known]] = code[known]
        return side.reshape(lon.shape)

    def _area_side(self, x: Floats, y: Floats) -> npt.NDArray[np.object_]:
        side = np.full(x.shape, None, dtype=object)
        for code, area in self.areas.items():
            side[shapely.intersects_xy(area, x, y)] = code
        return side

    def _line_side(self, x: Floats, y: Floats, near: Measured) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.object_]]:
        """Whether the line tells the side of points, and the side: None on the line."""
        a, b = (self.code(country) for country in self.countries)
        turn = self._turn(x, y, near) * self._a_is_left[self._legs.part[near.leg]]
        code = np.full(x.shape, None, dtype=object)
        code[turn > 0] = a
        code[turn < 0] = b
        return np.isfinite(turn), code

    def _turn(self, x: Floats, y: Floats, near: Measured) -> Floats:
        """Positive left of the line, negative right, 0 on it; NaN beyond an end and at a hairpin's tip, where neither holds."""
        legs = self._legs
        leg = near.leg
        to_start = GEOD.inv(near.nearest_lon, near.nearest_lat, legs.start[leg, 0], legs.start[leg, 1])
        to_end = GEOD.inv(near.nearest_lon, near.nearest_lat, legs.end[leg, 0], legs.end[leg, 1])
        bearing, _, away = GEOD.inv(near.nearest_lon, near.nearest_lat, x, y)
        at_start, at_end = to_start[2] < 1e-3, to_end[2] < 1e-3
        here = np.where(to_end[2] > to_start[2], to_end[0], np.asarray(to_start[0]) + 180)
        # At a vertex the sum of both legs' left normals decides (Bærentzen & Aanæs 2005, doi:10.1109/TVCG.2005.49).
        arriving = np.where(at_start, legs.arriving[leg], np.where(at_end, legs.heading_end[leg], here))
        leaving = np.where(at_end, legs.leaving[leg], np.where(at_start, legs.heading[leg], here))
        turn = -np.sin(np.radians(bearing - arriving)) - np.sin(np.radians(bearing - leaving))
        turn[np.abs(turn) < 1e-9] = np.nan
        turn[np.asarray(away) < 1e-3] = 0.0
        return np.asarray(turn, dtype=float)

    @cached_property
    def _legs(self) -> Legs:
        return Legs.of(self.parts)

    @cached_property
    def _a_is_left(self) -> Floats:
        """For each part, 1 where the first country is on its left, -1 where the second is, NaN where that cannot be said."""
        if self.left is not None:
            return np.full(len(self.parts), 1.0 if self.left == self.countries[0] else -1.0)
        return np.array([self._vote(k) for k in range(len(self.parts))])

    def _vote(self, part: int) -> float:
        """Which country is on a part's left, by the areas that points a little left and right of its legs lie in."""
        a, b = (self.code(country) for country in self.countries)
        legs = self._legs
        mine = np.flatnonzero((legs.part == part) & (legs.length > 0))
        mine = mine[np.linspace(0, mine.size - 1, min(mine.size, 200)).astype(int)] if mine.size else mine
        if not mine.size or a not in self.areas or b not in self.areas:
            return math.nan
        x, y, _ = GEOD.fwd(legs.start[mine, 0], legs.start[mine, 1], legs.heading[mine], legs.length[mine] / 2)
        votes = 0
        for off in (BESIDE_M, 5 * BESIDE_M):
            for turn, sign in ((-90, 1), (90, -1)):
                u, v, _ = GEOD.fwd(x, y, legs.heading[mine] + turn, np.full(mine.size, off))
                side = self._area_side(np.asarray(u), np.asarray(v))
                votes += sign * (int((side == a).sum()) - int((side == b).sum()))
        return float(np.sign(votes)) if votes else math.nan

    # -- length -----------------------------------------------------------------------------------------------------------

    def length(self, tolerance_m: float | None = None) -> float:
        """The length in metres at a stated detail; without one, as drawn.

        The detail is that of Douglas and Peucker's method (1973, doi:10.3138/FM57-6770-U75U-7727): vertices closer than
        ``tolerance_m`` to the line without them are left out. Each part is treated by itself and keeps its ends.

        Args:
            tolerance_m: metres; not finer than the line is drawn.

        Raises:
            ValueError: the line is drawn coarser than that.
        """
        return self.detail(tolerance_m).length_m

    def detail(self, tolerance_m: float | None = None) -> Detail:
        """The length at a detail, with that detail and the number of vertices left. See `length`."""
        if tolerance_m in self._details:
            return self._details[tolerance_m]
        drawn = self.tolerance_m
        if tolerance_m is None or tolerance_m == drawn:
            kept = [np.full(len(part), True) for part in self.parts]
        elif tolerance_m < (drawn or 0):
            raise ValueError(f"{self.id} is drawn at {drawn:g} m; a length at {tolerance_m:g} m cannot be had from it")
        else:
            kept = [standing > tolerance_m for standing in self._standing]
        length = sum(length_of(part[keep]) for part, keep in zip(self.parts, kept, strict=True))
        self._details[tolerance_m] = Detail(
            tolerance_m=drawn if tolerance_m is None else tolerance_m,
            length_m=length,
            vertices=int(sum(keep.sum() for keep in kept)),
        )
        return self._details[tolerance_m]

    def detail_for(self, length_m: float) -> float | None:
        """The detail, metres, at which the border is as long as stated: the coarsest at which it still is.

        Lengths only shrink as the detail gets coarser, since what is left out is a detour.

        Returns:
            None where no detail gives that length: the line as drawn is shorter, or without all its bends still longer.
        """
        finest = self.tolerance_m or 0.0
        steps = np.unique(np.concatenate([standing[np.isfinite(standing)] for standing in self._standing]))
        steps = np.append(finest, steps[steps > finest])
        if self.length() < length_m or self.length(float(steps[-1])) > length_m:
            return None
        low, high = 0, len(steps) - 1
        while low < high:  # the last step that is at least as long
            middle = (low + high + 1) // 2
            low, high = (middle, high) if self.length(float(steps[middle])) >= length_m else (low, middle - 1)
        # The length holds up to the next step, where a vertex falls out.
        return float(steps[min(low + 1, len(steps) - 1)])

    def describe(self, tolerances_m: Sequence[float] = (10, 25, 50, 100, 250, 500, 1000, 2500, 5000)) -> Description:
        """What is known of the line: length against detail, source, weak stretches."""
        finest = self.tolerance_m or 0.0
        return Description(
            id=self.id,
            countries=self.countries,
            source=self.source,
            attribution=self.attribution,
            tolerance_m=self.tolerance_m,
            parts=len(self.parts),
            vertices=sum(map(len, self.parts)),
            longest_leg_m=float(np.max(self._legs.length)),
            details=(self.detail(), *(self.detail(t) for t in tolerances_m if t > finest)),
            weak=self.weak,
        )

    @cached_property
    def _standing(self) -> tuple[Floats, ...]:
        return tuple(_standing(part) for part in self.parts)

    # -- bands ------------------------------------------------------------------------------------------------------------

    def band(self, distance_m: float, *, tolerance_m: float = 25.0) -> Polygon | MultiPolygon:
        """The area within a distance of the border; see `bands`, which draws several at once in less time."""
        return self.bands([distance_m], tolerance_m=tolerance_m)[0]

    def bands(self, distances_m: Sequence[float], *, tolerance_m: float = 25.0) -> list[Polygon | MultiPolygon]:
        """The areas within geodesic distances of the border, on both sides, as polygons in lon/lat.

        Outlines are found in a projection, then each of their points is moved along the geodesic from its own nearest border
        point until it is at the distance, so no projection's distortion remains.

        Args:
            distances_m: metres, each more than ``tolerance_m``.
            tolerance_m: how far an outline may be from the true one, metres.

        Raises:
            ValueError: a distance is not more than the tolerance.
            DataError: a band holds a pole, or cannot be drawn within the tolerance.
        """
        for distance_m in distances_m:
            if not distance_m > tolerance_m > 0:
                raise ValueError(f"a band is wider than its tolerance of {tolerance_m:g} m, found {distance_m:g} m")
        new = [distance_m for distance_m in dict.fromkeys(distances_m) if (distance_m, tolerance_m) not in self._bands]
        if new:
            drawn = bands(self.id, self._projected, self._nearest, new, tolerance_m)
            self._bands |= {(distance_m, tolerance_m): area for distance_m, area in zip(new, drawn, strict=True)}
        return [self._bands[distance_m, tolerance_m] for distance_m in distances_m]

    @cached_property
    def _projected(self) -> Projected:
        return Projected.of(self.parts)

    # -- regions ----------------------------------------------------------------------------------------------------------

    def relation(self, region: Region | BaseGeometry, *, near_m: float = 50_000) -> BorderRelation:
        """How a region lies to the border; see `relations`, which measures many at once in a fraction of the time."""
        return self.relations([region], near_m=near_m)[0]

    def relations(self, areas: Sequence[Region | BaseGeometry], *, near_m: float = 50_000) -> list[BorderRelation]:
        """How regions lie to the border.

        A disc's ends are within a millimetre of what its points have. An area's are within `AREA_TOLERANCE_M` metres of that,
        on the outer side, so that no point of it lies outside the interval.

        Args:
            areas: polygons and multipolygons in lon/lat, or regions, which may also be discs.
            near_m: "near" is up to this, metres; an excess of less than `SLIVER_M` is not held against a region.

        Returns:
            For each the interval, the points that attain its ends and their nearest border points; ``side`` is None where a
            region straddles the line or reaches into several countries, and its own country where no area holds it;
            ``distance_m`` is that of the region's point, or of a disc's centre.

        Raises:
            ValueError: a region is neither a disc nor an area, or its point is none.
        """
        regions = [area if isinstance(area, Region) else _region(k, area) for k, area in enumerate(areas)]
        keys = [(region.geometry, region.radius_m, region.country) for region in regions]
        new = {key: region for key, region in zip(keys, regions, strict=True) if key not in self._lies}
        discs = [(key, region) for key, region in new.items() if region.radius_m is not None]
        drawn = [(key, region) for key, region in new.items() if region.radius_m is None]
        for begin in range(0, len(discs), REGIONS):
            some = discs[begin : begin + REGIONS]
            x, y = shapely.get_coordinates([region.geometry for _, region in some]).T
            found = of_discs(self._nearest, x, y, np.array([region.radius_m or 0.0 for _, region in some]))
            for (key, region), low, high, middle in zip(some, *found, strict=True):
                self._lies[key] = low, high, float(middle), _side_of(self, region)
        for begin in range(0, len(drawn), REGIONS):
            some = drawn[begin : begin + REGIONS]
            for (key, region), low, high in zip(some, *of_areas(self._nearest, self._drawn, _areas(some)), strict=True):
                self._lies[key] = low, high, None, _side_of(self, region)
        lie = [_relation(*self._lies[key], near_m) for key in keys]
        pinned = {k: region.point for k, region in enumerate(regions) if region.point}
        away = self.measure(*np.array(list(pinned.values())).reshape(-1, 2).T).distance_m
        for k, metres in zip(pinned, away.tolist(), strict=True):
            lie[k] = replace(lie[k], distance_m=metres)
        return lie


# -- checking what comes in -----------------------------------------------------------------------------------------------


def _checked_part(name: str, number: int, part: npt.ArrayLike) -> Floats:
    points = np.ascontiguousarray(part, dtype=float)
    if points.ndim != 2 or points.shape[1] != 2 or len(points) < 2:
        raise ValueError(f"{name}: part {number} has the shape {points.shape}; a part is two or more vertices of lon and lat")
    _checked_points(points[:, 0], points[:, 1])
    points.setflags(write=False)
    return points


def _checked_points(lon: npt.ArrayLike, lat: npt.ArrayLike) -> tuple[Floats, Floats]:
    x, y = np.broadcast_arrays(np.asarray(lon, dtype=float), np.asarray(lat, dtype=float))
    for name, values, limit in (("lon", x, 180.0), ("lat", y, 90.0)):
        wrong = ~(np.abs(values) <= limit)
        if wrong.any():
            index = tuple(int(i) for i in np.argwhere(wrong)[0])
            where = f"{name}[{', '.join(map(str, index))}]" if index else name
            raise ValueError(f"{where} is {values[index]}; write degrees from {-limit:g} to {limit:g}")
    return x, y


# -- length ---------------------------------------------------------------------------------------------------------------


def _standing(part: Floats) -> Floats:
    """For each vertex, the tolerance up to which Douglas and Peucker's method keeps it; infinite at the ends.

    All stretches of a depth are cut at once: each vertex lies in one of them.
    """
    xyz = to_earth(*part.T)
    up = np.column_stack([xyz[:, 0] / A**2, xyz[:, 1] / A**2, xyz[:, 2] / B**2])
    standing = np.zeros(len(part))
    standing[[0, -1]] = np.inf
    first, last, limit = np.array([0]), np.array([len(part) - 1]), np.array([np.inf])
    while True:
        long = last - first > 1
        first, last, limit = first[long], last[long], limit[long]
        if not len(first):
            return standing
        inside = last - first - 1
        stretch = np.repeat(np.arange(len(first)), inside)
        start = np.cumsum(inside) - inside
        vertex = np.arange(len(stretch)) - start[stretch] + first[stretch] + 1
        off = _off_line(xyz[vertex], xyz[first][stretch], xyz[last][stretch], (up[first] + up[last])[stretch])
        widest = np.maximum.reduceat(off, start)
        # The first of those that stand out most.
        most = np.flatnonzero(off == widest[stretch])
        middle = vertex[most[np.unique(stretch[most], return_index=True)[1]]]
        limit = np.minimum(limit, widest)
        standing[middle] = limit
        first, last, limit = np.append(first, middle), np.append(middle, last), np.append(limit, limit)


def _off_line(xyz: Floats, start: Floats, end: Floats, up: Floats) -> Floats:
    """How far points lie beside the lines between two others, or beyond their ends, metres: up and down do not count."""
    up = up / np.linalg.norm(up, axis=1, keepdims=True)
    along, off = (v - (v * up).sum(axis=1, keepdims=True) * up for v in (end - start, xyz - start))
    length = np.linalg.norm(along, axis=1)
    along = along / np.where(length > 0, length, 1.0)[:, None]
    beyond = (off * along).sum(axis=1)
    beyond = beyond - np.clip(beyond, 0.0, length)
    beside = np.where(length > 0, (off * np.cross(up, along)).sum(axis=1), np.linalg.norm(off, axis=1))
    return np.asarray(np.hypot(beside, np.where(length > 0, beyond, 0.0)))


# -- regions --------------------------------------------------------------------------------------------------------------


def _areas(regions: Sequence[tuple[object, Region]]) -> list[BaseGeometry]:
    shapes = [region.geometry for _, region in regions]
    for shape in shapes:
        if not isinstance(shape, Polygon | MultiPolygon):
            raise ValueError(f"a region is a disc or an area, found a {shape.geom_type}")
    return shapes


def _region(number: int, area: BaseGeometry) -> Region:
    """An area of somebody's own, of which nothing else is known."""
    kind = getattr(area, "geom_type", type(area).__name__)
    if kind not in ("Polygon", "MultiPolygon") or area.is_empty:
        raise ValueError(
            f"areas[{number}] is a {kind} that has no area; give polygons in lon/lat, or geomap.model.Region for discs"
        )
    return Region(geometry=area, name="", level="site", method="", sources=())


def _relation(low: End, high: End, middle: float | None, side: str | None, near_m: float) -> BorderRelation:
    return BorderRelation(
        min_m=low.distance_m,
        max_m=high.distance_m,
        nearest=low.point,
        farthest=high.point,
        nearest_on_border=low.on_border,
        farthest_on_border=high.on_border,
        side=side,
        near=True if high.distance_m <= near_m + SLIVER_M else False if low.distance_m > near_m else None,
        distance_m=middle,
    )


def _side_of(border: Border, region: Region) -> str | None:
    """The one country that a region lies in; None where it reaches into several, its own country where no area holds it."""
    shape = region.geometry
    if isinstance(shape, Point):
        azimuth = np.linspace(0, 360, 180, endpoint=False)
        edge = forward(np.full(180, shape.x), np.full(180, shape.y), azimuth, np.full(180, region.radius_m))
        # A disc over the antimeridian or of no size has no outline: its points answer instead.
        shape = Polygon(np.column_stack(edge)) if np.ptp(edge[0]) < 180 else shapely.MultiPoint(np.column_stack(edge))
    cores = border._cores if shape.area > 0 else {}
    inside = {code for code, core in cores.items() if shapely.intersects(core, shape)}
    if not inside:  # so small that it may lie within a rim
        inside = set(border.side(*shapely.get_coordinates(shape).T)) - {None}
    return inside.pop() if len(inside) == 1 else None if inside else region.country


# -- reading --------------------------------------------------------------------------------------------------------------

_WORLD = "borders/world.fgb.zip"
_WORLD_TOLERANCE_M = 100.0  # as the package names its detail that the file is made from


def _pair(name: str) -> tuple[str, str] | None:
    """The two codes of "IRN-PAK" or "ir-pk"; None for what is a file, or no pair."""
    found = re.fullmatch(r"([A-Za-z]{2,3})-([A-Za-z]{2,3})", name)
    return (found[1].upper(), found[2].upper()) if found and not Path(name).exists() else None


@cache
def _countries() -> tuple[dict[str, BaseGeometry], dict[str, str]]:
    """Countries' areas by alpha-2 code, and alpha-2 codes by alpha-3, of the base map."""
    from geomap.project import files as geodata

    countries = [area for area in geodata.read_areas().values() if area.level == "country"]
    features = geodata.read_geojson("basemap/countries.geojson")
    codes = {f["properties"]["iso_a3"]: f["properties"]["iso_a2"] for f in features}
    return {country.code: country.geometry for country in countries}, codes


def _country_areas() -> dict[str, BaseGeometry]:
    return _countries()[0]


def _country_codes() -> dict[str, str]:
    return _countries()[1]


def _read_pair(a: str, b: str) -> Border:
    from geomap.project import files as geodata

    if len(a) == 2 or len(b) == 2:
        long = {short: code for code, short in _country_codes().items()}
        a, b = long.get(a, a), long.get(b, b)
    for name in (f"{a}-{b}", f"{b}-{a}"):
        if (geodata.root() / f"borders/{name}.geojson").is_file():
            file = f"borders/{name}.geojson"
            feature = geodata.read_geojson(file)[0]
            return _border(name, geodata.read_shapes(file), {**_recorded(file), **feature["properties"]})
    world = geodata.path(_WORLD)
    shapes, records, _ = _read_vector(world, where=f"(a = '{a}' AND b = '{b}') OR (a = '{b}' AND b = '{a}')")
    if not records:
        raise MissingError(_no_pair(a, b, [(r["a"], r["b"]) for r in _read_vector(world, shapes=False)[1]]))
    known = {"tolerance_m": _WORLD_TOLERANCE_M, **_recorded(_WORLD)}
    return _border(f"{records[0]['a']}-{records[0]['b']}", shapes, {**known, **records[0]})


def _recorded(file: str) -> dict[str, Any]:
    """What ``sources.toml`` says of a data file: source, attribution and weak stretches."""
    from geomap.project import files as geodata

    for record in geodata.read_sources():
        if fnmatch(file, record.file):
            return {"source": record.title, "attribution": record.attribution, "weak": record.caveat}
    return {}


def _no_pair(a: str, b: str, pairs: Sequence[tuple[str, str]]) -> str:
    """One sentence on a pair that has no border: the neighbours of each country, or the nearest names."""
    said = []
    for code in dict.fromkeys((a, b)):
        neighbours = sorted({q if p == code else p for p, q in pairs if code in (p, q)})
        if neighbours:
            said.append(f"{code} borders {', '.join(neighbours)}")
    if len(said) < len({a, b}):
        names = [name for p, q in pairs for name in (f"{p}-{q}", f"{q}-{p}")]
        near = difflib.get_close_matches(f"{a}-{b}", names, n=3, cutoff=0.5)
        said.append(f"the nearest are {', '.join(near)}" if near else "codes are ISO 3166, as in IRN-PAK")
    return f"{a}-{b}: no land border of these two is at hand; {'; '.join(said)}"


def _read_file(path: Path) -> Border:
    if not path.exists():
        beside = [file.name for file in path.parent.iterdir()] if path.parent.is_dir() else []
        near = difflib.get_close_matches(path.name, beside, n=3)
        hint = f"the nearest are {', '.join(near)}" if near else "name a file, or a pair such as IRN-PAK"
        raise MissingError(f"{path}: no such file; {hint}")
    if path.is_dir() and path.suffix != ".gdb":
        raise DataError(f"{path}: is a folder; name a file, or a pair such as IRN-PAK")
    every, records, crs = _read_vector(path)
    shapes = [shape for shape in every if shape is not None and not shape.is_empty]
    if not shapes:
        raise DataError(f"{path}: has no line in it; give it one line, or two areas that share an edge")
    properties = records[0] if len({(record.get("a"), record.get("b")) for record in records}) == 1 else {}
    kinds = {shape.geom_type.removeprefix("Multi") for shape in shapes}
    if kinds == {"Polygon"}:
        shapes = [_shared_edge(path, shapes)]
    elif kinds - {"LineString", "LinearRing"}:
        raise DataError(f"{path}: holds {' and '.join(sorted(kinds))}; a border is lines, or two areas that share an edge")
    return _border(path.stem, [_in_degrees(path, shape, crs) for shape in shapes], properties)


def _read_vector(
    path: Path, *, where: str | None = None, shapes: bool = True
) -> tuple[list[BaseGeometry], list[dict[str, Any]], str | None]:
    """Shapes, records and reference system of a vector file."""
    import pyogrio

    try:
        meta, _, wkb, columns = pyogrio.raw.read(path, where=where, read_geometry=shapes, force_2d=True)
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError) as error:
        raise DataError(f"{path}: not a vector file ({error}); give GeoJSON, GeoPackage or a shapefile") from error
    names = meta["fields"]
    count = len(columns[0]) if len(columns) else len(wkb)
    records = [{name: column[k] for name, column in zip(names, columns, strict=True)} for k in range(count)]
    return (list(shapely.from_wkb(wkb)) if shapes else []), records, meta["crs"]


def _shared_edge(path: Path, areas: Sequence[BaseGeometry]) -> BaseGeometry:
    """The line that two areas share, the first on its left."""
    if len(areas) != 2:
        raise DataError(f"{path}: holds {len(areas)} area(s); a border is the edge that two share, so keep those two")
    first, second = (_edges(area) for area in areas)
    back = {(end, start) for start, end in second}
    shared = [edge for edge in first if edge in back]
    if not shared:
        raise DataError(f"{path}: the two areas share no edge; their common line must have the same vertices in both")
    return shapely.line_merge(shapely.MultiLineString(shared), directed=True)


def _edges(area: BaseGeometry) -> list[tuple[tuple[float, float], tuple[float, float]]]:
    """Edges of an area, the area on their left."""
    parts = [shapely.geometry.polygon.orient(part) for part in shapely.get_parts(area)]
    rings = [ring for part in parts for ring in (part.exterior, *part.interiors)]
    return [edge for ring in rings for edge in zip(ring.coords, ring.coords[1:], strict=False)]


def _in_degrees(path: Path, shape: BaseGeometry, crs: str | None) -> BaseGeometry:
    """A shape in lon/lat on WGS 84."""
    if crs is not None and CRS(crs) not in (CRS("EPSG:4326"), CRS("OGC:CRS84")):
        change = Transformer.from_crs(crs, "EPSG:4326", always_xy=True)
        shape = shapely.transform(shape, lambda xy: np.column_stack(change.transform(xy[:, 0], xy[:, 1])))
    west, south, east, north = shapely.bounds(shape)
    if not (-180 <= west <= east <= 180 and -90 <= south <= north <= 90):
        raise DataError(
            f"{path}: reaches from {west:g} {south:g} to {east:g} {north:g}, which is not lon/lat; state its reference system"
        )
    return shape


def _border(name: str, shapes: Sequence[BaseGeometry], properties: Mapping[str, Any]) -> Border:
    lines = shapely.line_merge(
        shapely.MultiLineString([part for shape in shapes for part in shapely.get_parts(shape)]), directed=True
    )
    countries = (str(properties.get("a") or ""), str(properties.get("b") or ""))
    left = properties.get("left")
    try:
        tolerance = None if properties.get("tolerance_m") is None else float(properties["tolerance_m"])
    except ValueError as error:
        raise DataError(f"{name}: tolerance_m is {properties['tolerance_m']!r}; write metres as a number") from error
    weak = properties.get("weak") or ()
    return Border(
        name,
        [shapely.get_coordinates(line) for line in shapely.get_parts(lines)],
        countries=countries,
        areas=_country_areas,
        codes=_country_codes,
        left=left if left in countries else None,
        source=properties.get("source"),
        attribution=properties.get("attribution"),
        tolerance_m=tolerance,
        weak=[weak] if isinstance(weak, str) else list(weak),
    )
