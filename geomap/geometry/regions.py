"""What regions share: one narrowed by an area, two that are the same, which is the finer."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TypeVar

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geomap.geometry.asking import asked
from geomap.geometry.outlines import polygons
from geomap.geometry.shapes import disc
from geomap.model import Region, once_per_shape
from geomap.vocabulary import LEVELS

T = TypeVar("T")


def each_shape(answer: Callable[[BaseGeometry], T], shapes: Iterable[BaseGeometry | None]) -> list[T | None]:
    """The answer for each shape, None where there is none. Rows often share one shape, and then they share the answer."""
    shapes = list(shapes)
    answers = {id(shape): answer(shape) for shape in {id(shape): shape for shape in shapes if shape is not None}.values()}
    return [answers.get(id(shape)) for shape in shapes]


def area_of(region: Region) -> BaseGeometry:
    """A region as polygons: a disc is drawn out, an area is itself."""
    if region.radius_m is None:
        return region.geometry
    return disc(region.geometry.x, region.geometry.y, region.radius_m)


@once_per_shape
def _common(own: BaseGeometry, other: BaseGeometry) -> BaseGeometry | None:
    """What two areas share; None where it is the first, whole."""
    shapely.prepare(other)
    inside = own is other or asked(shapely.contains, other, own)
    return None if inside else polygons(own.intersection(other))


def share_nothing(one: Region, other: Region) -> bool:
    """Whether two regions have no area in common."""
    return _share_nothing(area_of(one), area_of(other))


@once_per_shape
def _share_nothing(one: BaseGeometry, other: BaseGeometry) -> bool:
    for inner, outer in ((one, other), (other, one)):
        shapely.prepare(outer)
        corners = shapely.get_coordinates(inner)
        some = corners[:: len(corners) // 64 + 1]
        if asked(shapely.contains_xy, outer, *some.T).any():  # then so is some of the area beside it
            return False
    common = _common(one, other)
    return common is not None and common.is_empty


def narrow(region: Region, area: BaseGeometry, method: str) -> Region | None:
    """The part of a region that lies in an area, with the method's words added; None where nothing is left.

    A disc that lies wholly in the area stays a disc, so that its distances stay exact.
    """
    left = _common(area_of(region), area)
    if left is None:
        return replace(region, method=f"{region.method}; {method}")
    if left.is_empty:
        return None
    point = region.point if region.point and left.covers(shapely.Point(region.point)) else None
    return replace(region, geometry=left, radius_m=None, point=point, method=f"{region.method}; {method}")


#: Regions are one that differ by no more than this part of their extent, which is less than any of them is known to.
SAME = 1e-3


def same(one: Region, other: Region) -> bool:
    """Whether two regions are one but for a thousandth of their extent."""
    return _same(area_of(one), area_of(other))


@once_per_shape
def _same(ours: BaseGeometry, theirs: BaseGeometry) -> bool:
    if abs(ours.area - theirs.area) > SAME * ours.area:
        return False
    return ours is theirs or bool(ours.symmetric_difference(theirs).area <= SAME * ours.area)


def fineness(region: Region) -> tuple[int, float]:
    """A sort key, finest first: the level, then the extent, in square degrees of the equator."""
    return LEVELS.index(region.level), _extent(area_of(region))


@once_per_shape
def _extent(area: BaseGeometry) -> float:
    return float(area.area * np.cos(np.radians(area.centroid.y)))
