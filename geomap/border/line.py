"""A border, and how things lie to it: distance, nearest point, side, buffers, and length at a stated detail.

A border is one or more polylines on WGS 84. Each *segment*, between two neighbouring vertices, is a geodesic of the ellipsoid,
not straight in degrees. `Border.measure` is within a millimetre of trying every segment, everywhere on Earth, and tries few;
`geomap.border.capsules` proves which it may leave out. Geodesics are Karney's (2013, doi:10.1007/s00190-012-0578-z), of PROJ.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry import MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from geomap.border.answers import Description, Detail, Discs, Gap, Measured
from geomap.border.buffers import Projected, buffers
from geomap.border.capsules import Tree
from geomap.border.discs import measured_discs
from geomap.border.files import read_line
from geomap.border.gaps import may_be_nearer
from geomap.border.guards import checked_metres, checked_part, checked_points, checked_widths
from geomap.border.kept import BUFFERS, Lean, kept
from geomap.border.length import Length
from geomap.border.neighbours import Neighbour
from geomap.border.relations import Relations
from geomap.border.search import compiled_from, nearest
from geomap.border.segments import Pieces, Segments, drawn
from geomap.border.sides import Sides, around_line
from geomap.errors import renamed
from geomap.geometry import Floats, Ints, cut_line, in_degrees, inverse
from geomap.model import BorderRelation, Region
from geomap.vocabulary import NEAR_BORDER_KM

if TYPE_CHECKING:
    import geopandas as gpd

    Frame: TypeAlias = gpd.GeoSeries | gpd.GeoDataFrame

#: Nearer than this to an end of the line, a point is that end.
END_M = 1.0


class Border(Lean):
    """A border line, ready to be measured to.

    Attributes:
        id: its name, "IRN-PAK".
        parts: its polylines, each of shape (n, 2), degrees lon/lat.
        countries: the two countries, as in its id.
        left: the country on the left of every part, or None where the lines are not all directed that way.
        source: where the line comes from, or None where nobody says.
        licence: under which licence, an SPDX name or None.
        attribution: what must be printed beside it, or None.
        tolerance_m: how finely the line is drawn, metres, or None where nobody says.
        weak: stretches that other sources draw elsewhere, a sentence each.
        gaps: stretches that the line lacks.
    """

    def __init__(
        self,
        id: str,
        parts: Sequence[npt.ArrayLike],
        *,
        countries: tuple[str, str] = ("left", "right"),
        areas: Mapping[str, BaseGeometry] | Callable[[], Mapping[str, BaseGeometry]] | None = None,
        fitted: bool = True,
        codes: Mapping[str, str] | Callable[[], Mapping[str, str]] | None = None,
        left: str | None = None,
        source: str | None = None,
        licence: str | None = None,
        attribution: str | None = None,
        tolerance_m: float | None = None,
        weak: Sequence[str] = (),
        gaps: Sequence[Gap] = (),
        neighbours: Callable[[], Sequence[Neighbour]] = tuple,
    ) -> None:
        """Take the line from arrays.

        Args:
            id: its name.
            parts: polylines, each of shape (n, 2), n at least 2, degrees lon/lat on WGS 84.
            countries: the two countries.
            areas: countries' areas in lon/lat by code, or a function that gives them, called when first needed. Only they tell
                the side of a point that is far from the line.
            fitted: whether the two countries' areas have the line for their edge; else they are drawn coarser.
            codes: the codes to give out for those in ``countries`` and ``left`` ("PK" for "PAK"), or a function that does.
            left: the country that every part keeps on its left.
            source: where the line comes from.
            licence: under which licence.
            attribution: what must be printed beside it.
            tolerance_m: how finely the line is drawn, metres.
            weak: stretches that other sources draw elsewhere, a sentence each.
            gaps: stretches that the line lacks.
            neighbours: gives the borders around, when first needed: they tell a third country's side that ``areas`` lack.

        Raises:
            ValueError: no part, a part with fewer than two vertices, a vertex that is not on Earth, or no tolerance.
        """
        if left is not None and left not in countries:
            raise ValueError(f"{id}: {left} is on the left, but the border is between {countries[0]} and {countries[1]}")
        self.id, self.countries, self.left = id, countries, left
        self.source, self.licence, self.attribution = source, licence, attribution
        self.tolerance_m = None if tolerance_m is None else checked_metres(f"{id}: tolerance_m", tolerance_m)
        self.weak, self.gaps = tuple(weak), tuple(sorted(gaps, key=lambda gap: -gap.length_m))
        self.parts = tuple(checked_part(id, k, part) for k, part in enumerate(parts))
        if not self.parts:
            raise ValueError(f"{id}: a border has at least one line, found none")
        self._given_areas, self._given_codes, self._neighbours, self._fitted = areas, codes, neighbours, fitted
        self._buffers: dict[tuple[float, float], Polygon | MultiPolygon] = {}

    side = renamed("Border.side", "country_at")
    band = renamed("Border.band", "buffer")
    bands = renamed("Border.bands", "buffers")

    def __repr__(self) -> str:
        """Name, vertices and parts."""
        return f"<Border {self.id}: {sum(map(len, self.parts))} vertices in {len(self.parts)} parts>"

    @classmethod
    def read(cls, name: str | Path, *, areas: Callable[[], Mapping[str, BaseGeometry]] | None = None) -> Border:
        """The border of a pair of countries, or of a file.

        Args:
            name: "IRN-PAK" (ISO 3166 alpha-3 codes, or alpha-2 ones of the base map's countries, in either order), or the path
                of a vector file that GDAL reads: lines, or two areas whose shared edge is meant, in any reference system. Of
                several layers the only one with lines or areas is taken, else the one called "border", else the one that is
                named: "FILE|layername=NAME". Vertices and edges of two areas are the same within 1 m
                (`geomap.border.shared_edge`); ``weak`` names what has no partner. Two areas are the two countries, by their
                ``a`` and ``b``, ``iso_a3``, ``code``, ``id`` or ``name``, else "left" and "right".
            areas: gives the countries' areas by code, which have the line for their edge; the world's unless given.

        Raises:
            MissingError: no such pair, file or layer; the message names the nearest.
            DataError: the file cannot be read, is empty, or holds neither lines nor two areas that share an edge.
            PinError: a file of geomap's own is not the recorded one.
        """
        if "areas" not in vars(border := kept(cls, line := read_line(name, areas))):
            border._given_areas = line["areas"]  # equal to what it had, read from where it lies now
        return border

    @cached_property
    def line(self) -> BaseGeometry:
        """The border as drawn: a LineString or MultiLineString in lon/lat, cut at the antimeridian."""
        lines = [line for part in self.parts for line in shapely.get_parts(cut_line(part))]
        return lines[0] if len(lines) == 1 else shapely.MultiLineString(lines)

    @cached_property
    def _drawn(self) -> BaseGeometry:
        """The geodesic segments as short straight lines in lon/lat, cut at the antimeridian."""
        return drawn(self.parts)

    @cached_property
    def areas(self) -> Mapping[str, BaseGeometry]:
        """Countries' areas by code; empty where none were given."""
        areas = self._given_areas
        found = areas() if callable(areas) else areas or {}
        for area in found.values():
            shapely.prepare(area)
        return found

    def code(self, country: str) -> str:
        """The code to give out for a country of this border, or the same where no other is known."""
        return self._codes.get(country, country)

    # -- distance ---------------------------------------------------------------------------------------------------------

    def measure(self, lon: npt.ArrayLike | Frame, lat: npt.ArrayLike | None = None, *, fast: bool | None = None) -> Measured:
        """The geodesic distance from points to the border, the nearest point of it, and its segment.

        Args:
            lon: degrees, -180 to 180, any shape that fits ``lat``; or, without ``lat``, points as a GeoSeries or GeoDataFrame
                in any reference system.
            lat: degrees, -90 to 90.
            fast: whether to use the compiled search; by default where it is the quicker (`geomap.border.search.compiled_from`).
                Both answer the same within a millimetre.

        Returns:
            Arrays of the points' common shape.

        Raises:
            ValueError: a coordinate is not a number or not on Earth; the message names its index.
            DataError: a frame of points states no reference system.
            ImportError: ``fast`` is True and numba is not installed.
        """
        lon, lat = checked_points(lon, lat)
        x, y = lon.ravel(), lat.ravel()
        distance, foot_lon, foot_lat, segment = self._nearest(x, y, fast)
        return Measured(
            distance_m=distance.reshape(lon.shape),
            nearest_lon=foot_lon.reshape(lon.shape),
            nearest_lat=foot_lat.reshape(lon.shape),
            segment=segment.reshape(lon.shape),
            at_gap=may_be_nearer(self.gaps, x, y, distance).reshape(lon.shape),
        )

    def discs(self, lon: npt.ArrayLike, lat: npt.ArrayLike, radius_m: npt.ArrayLike, **how: Any) -> Discs:
        """How discs lie to the border, about a millionth of a second each; `relations` has their exact greatest distances.

        Args:
            lon: of the centres, degrees, any shape that fits ``lat`` and ``radius_m``.
            lat: degrees.
            radius_m: metres; 0 is the point alone.
            how: ``near_m``, as for `relations`, and ``fast``, as for `measure`.

        Raises:
            ValueError: as for `measure`, or a radius or ``near_m`` is none.
        """
        return measured_discs(self._nearest, self.gaps, self._sides, *checked_points(lon, lat), radius_m, **how)

    def _nearest(self, x: Floats, y: Floats, fast: bool | None = None) -> tuple[Floats, Floats, Floats, Ints]:
        return nearest(self._tree, x, y, fast=x.size >= compiled_from() if fast is None else fast)

    @cached_property
    def _tree(self) -> Tree:
        return Tree(Pieces.of(self.parts))

    @cached_property
    def _codes(self) -> Mapping[str, str]:
        codes = self._given_codes
        return codes() if callable(codes) else codes or {}

    def is_end(self, lon: float, lat: float) -> bool:
        """Whether a point is an end of the line, within `END_M` metres: at a gap in it, or where the border ends."""
        checked_points(lon, lat)
        ends = np.concatenate([part[[0, -1]] for part in self.parts])
        ends, count = np.unique(ends, axis=0, return_counts=True)
        x, y = ends[count == 1].T  # parts that meet, or a part that closes, go on there
        return bool(np.any(inverse(x, y, np.full(x.size, lon), np.full(x.size, lat))[1] < END_M))

    # -- side -------------------------------------------------------------------------------------------------------------

    def country_at(self, lon: npt.ArrayLike, lat: npt.ArrayLike) -> npt.NDArray[np.object_]:
        """The country that points lie in, as a code, or None where it cannot be said.

        Within `BESIDE_M` metres of the border the line decides, elsewhere the areas. Where the areas lack one of the two
        countries, the nearest line decides up to `ALONGSIDE_M` metres, the border's own or that of a neighbouring border, for
        points in no area. Past the ends of a line nothing does. A point on the line is in neither country.

        Args:
            lon: degrees, any shape that fits ``lat``.
            lat: degrees.

        Raises:
            ValueError: as for `measure`.
        """
        lon, lat = checked_points(lon, lat)
        x, y = lon.ravel(), lat.ravel()
        return self._sides.of_points(x, y, self._nearest(x, y)).reshape(lon.shape)

    @property
    def told_by_areas(self) -> bool:
        """Whether ``areas`` has both countries, so that they tell the sides of points that are not beside the line."""
        return {self.code(country) for country in self.countries} <= set(self.areas)

    @cached_property
    def _sides(self) -> Sides:
        countries = (self.code(self.countries[0]), self.code(self.countries[1]))
        left, gaps = self.left and self.code(self.left), self.gaps if self.left else ()
        around = [] if self.told_by_areas else around_line(self.parts, self._neighbours(), countries, left, gaps, self.code)
        return Sides(self.parts, countries, left=left, areas=self.areas, fitted=self._fitted, neighbours=around)

    @cached_property
    def _segments(self) -> Segments:
        return Segments.of(self.parts)

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
        """The length at a detail, with that detail and the number of vertices left; see `length`."""
        return self._length.detail(None if tolerance_m is None else checked_metres("tolerance_m", tolerance_m))

    def detail_for(self, length_m: float) -> float | None:
        """The detail, metres, at which the border is as long as stated: the coarsest at which it still is.

        Lengths only shrink as the detail gets coarser, since what is left out is a detour.

        Returns:
            None where no detail gives that length: the line as drawn is shorter, or without all its bends still longer.

        Raises:
            ValueError: it is no length.
        """
        return self._length.detail_for(checked_metres("length_m", length_m, most=1e9))

    def describe(self, tolerances_m: Sequence[float] = (10, 25, 50, 100, 250, 500, 1000, 2500, 5000)) -> Description:
        """What is known of the line: length against detail (metres, none finer than it is drawn), source, weak stretches."""
        finest = self.tolerance_m or 0.0
        tolerances_m = [checked_metres("tolerance_m", tolerance_m) for tolerance_m in tolerances_m]
        return Description(
            id=self.id,
            countries=self.countries,
            source=self.source,
            attribution=self.attribution,
            tolerance_m=self.tolerance_m,
            parts=len(self.parts),
            vertices=sum(map(len, self.parts)),
            longest_leg_m=float(np.max(self._segments.length)),
            details=(self.detail(), *(self.detail(t) for t in tolerances_m if t > finest)),
            weak=self.weak,
            gaps=self.gaps,
        )

    @property
    def provenance(self) -> dict[str, Any]:
        """Which line this is: its id, source, tolerance in metres, attribution, and the stretches where it is weak."""
        return {name: getattr(self, name) for name in ("id", "source", "tolerance_m", "attribution", "weak")}

    @cached_property
    def _length(self) -> Length:
        return Length(self.id, self.parts, self.tolerance_m)

    def buffer(self, distance_m: float, *, tolerance_m: float = 25.0) -> Polygon | MultiPolygon:
        """The area within a distance of the border; see `buffers`, which draws several at once in less time."""
        return self.buffers([distance_m], tolerance_m=tolerance_m)[0]

    def buffers(self, distances_m: Sequence[float], *, tolerance_m: float = 25.0) -> list[Polygon | MultiPolygon]:
        """The areas within geodesic distances of the border, on both sides, as polygons in lon/lat.

        Outlines are found in a projection, then each of their points is moved along the geodesic from its own nearest border
        point until it is at the distance, so no projection's distortion remains.

        Args:
            distances_m: metres, each more than ``tolerance_m``.
            tolerance_m: how far an outline may be from the true one, metres.

        Raises:
            ValueError: a distance is none, or not more than the tolerance.
            DataError: a buffer holds a pole, or cannot be drawn within the tolerance.
        """
        checked_widths(distances_m, tolerance_m)
        if len(self._buffers) > BUFFERS:
            self._buffers.clear()
        new = [distance_m for distance_m in dict.fromkeys(distances_m) if (distance_m, tolerance_m) not in self._buffers]
        if new:
            drawn = buffers(self.id, self._projected, self._nearest, new, tolerance_m)
            self._buffers |= {(distance_m, tolerance_m): area for distance_m, area in zip(new, drawn, strict=True)}
        return [self._buffers[distance_m, tolerance_m] for distance_m in distances_m]

    @cached_property
    def _projected(self) -> Projected:
        return Projected.of(self.parts)

    # -- regions ----------------------------------------------------------------------------------------------------------

    def relation(self, region: Region | BaseGeometry, *, near_m: float = NEAR_BORDER_KM * 1000) -> BorderRelation:
        """How a region lies to the border; see `relations`, which measures many at once in a fraction of the time."""
        return self.relations([region], near_m=near_m)[0]

    def relations(
        self,
        areas: Sequence[Region | BaseGeometry] | Frame,
        *,
        near_m: float = NEAR_BORDER_KM * 1000,
    ) -> list[BorderRelation]:
        """How regions lie to the border.

        A disc's ends are within a millimetre of what its points have. An area's are within `AREA_TOLERANCE_M` metres of that,
        on the outer side, so that no point of it lies outside the interval.

        Args:
            areas: polygons and multipolygons in lon/lat, cut at the antimeridian; or regions, which may also be discs; or a
                GeoSeries or GeoDataFrame in any reference system.
            near_m: "near" is up to this, metres; an excess of less than `SLIVER_M` is not held against a region.

        Returns:
            For each the interval, the points that attain its ends and their nearest border points; ``country`` is None where a
            region straddles the line or reaches into several countries, and its own country where no area holds it;
            ``distance_m`` is that of the region's point, or of a disc's centre.

        Raises:
            ValueError: a region is neither a disc nor an area, its point or radius is none, or ``near_m`` is none.
            DataError: an area is not on Earth or not cut at the antimeridian, or a frame states no reference system.
        """
        drawn = list(in_degrees(areas, "areas").geometry) if hasattr(areas, "to_crs") else areas
        return self._relations.of(drawn, near_m=checked_metres("near_m", near_m))

    @cached_property
    def _relations(self) -> Relations:
        return Relations(self._nearest, self.measure, self._drawn, self.country_at, self._sides, gaps=bool(self.gaps))
