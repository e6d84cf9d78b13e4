"""How regions lie to a border: the interval of distance, the points that attain its ends, and the side."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import shapely
from shapely.geometry import MultiPolygon, Point, Polygon
from shapely.geometry.base import BaseGeometry

from geomap.border.answers import Measured
from geomap.border.capsules import Nearest
from geomap.border.ends import End, of_areas, of_discs
from geomap.border.guards import checked_metres, checked_points
from geomap.border.kept import REGIONS as KEPT
from geomap.border.sides import SLIVER_M, Sides
from geomap.errors import DataError
from geomap.geometry import Floats, area_of, asked, off_earth, over_antimeridian
from geomap.model import BorderRelation, Region

#: Regions measured at once: bounds the memory.
REGIONS = 1024

#: Where lines tell the sides, or a line has gaps, an outline is asked at least so often, degrees.
OUTLINE = 0.1


class Relations:
    """Regions measured to one border, each once: the same ones are asked for again and again."""

    def __init__(
        self,
        nearest: Nearest,
        measure: Callable[[Any, Any], Measured],
        drawn: BaseGeometry,
        country_at: Callable[[Any, Any], Any],
        sides: Sides,
        *,
        gaps: bool,
    ) -> None:
        """Of a border.

        Args:
            nearest: measures points to it.
            measure: as `geomap.border.line.Border.measure`.
            drawn: its segments as short straight lines in lon/lat.
            country_at: gives the countries of points.
            sides: for what countries' areas hold.
            gaps: whether its line has any.
        """
        self._nearest = nearest
        self._measure = measure
        self._drawn = drawn
        self._country_at = country_at
        self._sides = sides
        self._gaps = gaps
        self._from_border_m: dict[tuple[float, float], float] = {}
        self._found: dict[tuple[BaseGeometry, float | None, str | None], tuple[End, End, float | None, str | None, bool]] = {}

    def of(self, areas: Sequence[Region | BaseGeometry], *, near_m: float) -> list[BorderRelation]:
        """See `geomap.border.line.Border.relations`."""
        regions = [area if isinstance(area, Region) else _region(k, area) for k, area in enumerate(areas)]
        if len(self._found) > KEPT:
            self._found.clear()
            self._from_border_m.clear()
        # Many regions share a shape, and to hash one takes a while.
        asked = [(id(region.geometry), region.radius_m, region.country) for region in regions]
        keys = {one: (region.geometry, region.radius_m, region.country) for one, region in zip(asked, regions, strict=True)}
        each = dict(zip(asked, regions, strict=True))
        new = {key: each[one] for one, key in keys.items() if key not in self._found}
        discs = [(key, region) for key, region in new.items() if region.radius_m is not None]
        drawn = [(key, region) for key, region in new.items() if region.radius_m is None]
        for begin in range(0, len(discs), REGIONS):
            some = discs[begin : begin + REGIONS]
            x, y = shapely.get_coordinates([region.geometry for _, region in some]).T
            checked_points(x, y)
            radii = [checked_metres(f"radius_m of {region.name or 'a disc'}", region.radius_m or 0.0) for _, region in some]
            found = of_discs(self._nearest, x, y, np.array(radii))
            for (key, region), low, high, middle in zip(some, *found, strict=True):
                self._found[key] = low, high, float(middle), *self._country(region)
        for begin in range(0, len(drawn), REGIONS):
            some = drawn[begin : begin + REGIONS]
            for (key, region), low, high in zip(some, *of_areas(self._nearest, self._drawn, _areas(some)), strict=True):
                self._found[key] = low, high, None, *self._country(region)
        measured = {one: _relation(*self._found[key], near_m) for one, key in keys.items()}
        lie = [measured[one] for one in asked]
        for k, metres in self._from_points(regions).items():
            lie[k] = replace(lie[k], distance_m=metres)
        return lie

    def _from_points(self, regions: Sequence[Region]) -> dict[int, float]:
        """The distances of the regions' own points, by the region's number."""
        pinned = {k: region.point for k, region in enumerate(regions) if region.point}
        if new := list(dict.fromkeys(point for point in pinned.values() if point not in self._from_border_m)):
            x, y = np.array(new).T
            self._from_border_m |= zip(new, self._measure(x, y).distance_m.tolist(), strict=True)
        return {k: self._from_border_m[point] for k, point in pinned.items()}

    def _country(self, region: Region) -> tuple[str | None, bool]:
        """The one country that a region lies in, and whether a gap matters to it.

        The country is None where it reaches into several, its own country where no area holds it. What is cut to its country's
        area is in that country, though areas may be drawn coarser than the line and cross it.
        """
        shape = region.geometry
        if isinstance(shape, Point):
            shape = area_of(region) if region.radius_m else shape
        at_gap = self._gaps and bool(self._measure(*_outline(shape).T).at_gap.any())
        if self._sides.is_cut_to(region.country, shape):
            return region.country, at_gap
        cores = self._sides.cores if shape.area > 0 else {}
        inside = {code for code, core in cores.items() if asked(shapely.intersects, core, shape)}
        if self._sides.outlines_tell:
            inside |= set(self._country_at(*_outline(shape).T)) - {None}
        elif not inside:  # so small that it may lie within a rim
            inside = set(self._country_at(*shapely.get_coordinates(shape).T)) - {None}
        return (inside.pop() if len(inside) == 1 else None if inside else region.country), at_gap


def _outline(shape: BaseGeometry) -> Floats:
    """Points of an outline, lon/lat, at most `OUTLINE` apart."""
    return np.asarray(shapely.get_coordinates(shapely.segmentize(shape, OUTLINE)))


def _areas(regions: Sequence[tuple[object, Region]]) -> list[BaseGeometry]:
    shapes = [region.geometry for _, region in regions]
    for shape in shapes:
        if not isinstance(shape, Polygon | MultiPolygon):
            raise ValueError(f"a region is a disc or an area, found a {shape.geom_type}")
    if wrong := off_earth(shapes) or over_antimeridian(shapes):
        raise DataError(f"areas: {wrong}")
    return shapes


def _region(number: int, area: BaseGeometry) -> Region:
    """An area of somebody's own, of which nothing else is known."""
    kind = getattr(area, "geom_type", type(area).__name__)
    if kind not in ("Polygon", "MultiPolygon") or area.is_empty:
        raise ValueError(
            f"areas[{number}] is a {kind} that has no area; give polygons in lon/lat, or geomap.model.Region for discs"
        )
    return Region(geometry=area, name="", level="site", method="", sources=())


def _relation(low: End, high: End, middle: float | None, country: str | None, at_gap: bool, near_m: float) -> BorderRelation:
    """An excess of less than `SLIVER_M` past ``near_m`` is not held against a region."""
    return BorderRelation(
        min_m=low.distance_m,
        max_m=high.distance_m,
        nearest=low.point,
        farthest=high.point,
        nearest_on_border=low.on_border,
        farthest_on_border=high.on_border,
        country=country,
        near=True if high.distance_m <= near_m + SLIVER_M else False if low.distance_m > near_m and not at_gap else None,
        distance_m=middle,
        at_gap=at_gap,
    )
