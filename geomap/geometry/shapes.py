"""Areas on the ellipsoid as polygons in lon/lat: disc, ring, sector, ellipse and star with geodesic edges; parts of an area."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any

import numpy as np
import shapely
from shapely.geometry import MultiPolygon, Point, Polygon
from shapely.geometry.base import BaseGeometry

from geomap.geometry.ellipsoid import GEOD, Floats, forward
from geomap.geometry.outlines import EARTH, centroid, curve, cut, outlined, polygons, unrolled
from geomap.model import once_per_shape

#: Corners of a disc's polygon: the edge stays within 0.02 % of the radius. And parts of a side of a sector.
CORNERS, SIDE = 180, 8


#: A disc of this radius leaves out nothing but what is within 34 km of the other side of the Earth.
ALL_M = 19_970_000.0


@lru_cache(maxsize=1 << 12)
def disc(lon: float, lat: float, radius_m: float) -> Polygon | MultiPolygon:
    """The points within ``radius_m`` metres of a point, as a polygon of `CORNERS` corners, or more beside a pole.

    The corners lie on the circle, so the edge runs up to 0.02 % of the radius inside it. A disc over the antimeridian is cut
    there, one that holds a pole reaches from -180 to 180 degrees. From `ALL_M` on it is all of the Earth.
    """
    if radius_m >= ALL_M:
        return EARTH

    def circle(radius: float) -> Polygon | MultiPolygon:
        return outlined(curve(lambda turns: _steps((lon, lat), turns, radius), np.linspace(0, -360, CORNERS + 1))[:-1])

    try:
        return circle(radius_m)
    except ValueError:  # it runs through a pole, where it has no longitude
        return circle(radius_m + 1e-3)


def ring(lon: float, lat: float, inner_m: float, outer_m: float) -> BaseGeometry:
    """The points between ``inner_m`` and ``outer_m`` metres from a point."""
    outer = disc(lon, lat, outer_m)
    return outer.difference(disc(lon, lat, inner_m)) if inner_m > 0 else outer


@once_per_shape
def distances(area: BaseGeometry, lon: float, lat: float) -> tuple[float, float]:
    """The least and the greatest geodesic distance from a point to an area, in metres; to about 100 m, by its edge."""
    edge = shapely.get_coordinates(shapely.segmentize(area.boundary, 0.002))
    off = np.asarray(GEOD.inv(np.full(len(edge), lon), np.full(len(edge), lat), edge[:, 0], edge[:, 1])[2])
    return 0.0 if area.covers(Point(lon, lat)) else float(off.min()), float(off.max())


def sector(point: tuple[float, float], bearing_deg: float, off_deg: float, low_m: float, high_m: float) -> BaseGeometry:
    """The points from ``low_m`` to ``high_m`` metres off, within ``off_deg`` of a bearing."""
    high_m = min(high_m, ALL_M)
    if low_m < 1:
        low_m = float(abs(point[1]) == 90)  # the sides meet in no longitude of a pole
    if low_m >= high_m:
        return Polygon()
    turns = np.linspace(bearing_deg - off_deg, bearing_deg + off_deg, max(2, int(CORNERS * off_deg / 180) + 1))
    along = np.linspace(low_m, high_m, SIDE + 1)
    sides = (
        curve(lambda ways: _steps(point, turns[0], ways), along[::-1]),
        curve(lambda off: _steps(point, off, low_m), turns) if low_m > 0 else np.array([point]),
        curve(lambda ways: _steps(point, turns[-1], ways), along),
        curve(lambda off: _steps(point, off, high_m), turns[::-1]),
    )
    return outlined(np.vstack([side[:-1] for side in sides if len(side) > 1]))


def ellipse(one: tuple[float, float], other: tuple[float, float], factor: float) -> Polygon | MultiPolygon:
    """The points whose ways to both places together are at most ``factor`` times the straight way between them."""
    azimuth, _, apart = GEOD.inv(*one, *other)
    middle = GEOD.fwd(*one, azimuth, apart / 2)[:2]
    return star(middle, lambda xy: distances_to(xy, one) + distances_to(xy, other) <= factor * apart, factor * apart)


def corridor(through: Sequence[tuple[float, float]], half_width_m: float) -> BaseGeometry:
    """The points within ``half_width_m`` metres of the geodesics from place to place, ending square at the first and the last.

    Args:
        through: two or more points, lon and lat in degrees.
        half_width_m: metres.
    """
    legs = [_leg(one, other, half_width_m) for one, other in pairwise(through)]
    return polygons(shapely.union_all([*legs, *(disc(*bend, half_width_m) for bend in through[1:-1])]))


def _leg(one: tuple[float, float], other: tuple[float, float], half_width_m: float) -> BaseGeometry:
    azimuth, _, apart = GEOD.inv(*one, *other)
    ways = np.linspace(0, apart, max(1, int(apart / (4 * half_width_m))) + 2)

    def beside(ways: Floats, aside_m: Floats) -> Floats:
        n = np.full(len(ways), 1.0)
        x, y, back = GEOD.fwd(n * one[0], n * one[1], n * azimuth, ways)
        return _steps((x, y), back + 90, aside_m)

    half, across = np.array(half_width_m), np.array([-half_width_m, half_width_m])
    right, left = curve(lambda along: beside(along, -half), ways), curve(lambda along: beside(along, half), ways)
    far, near = curve(lambda m: beside(0 * m + apart, m), across), curve(lambda m: beside(0 * m, m), across)
    return outlined(np.vstack([right[:-1], far[:-1], left[:0:-1], near[:0:-1]]))


def star(middle: tuple[float, float], holds: Callable[[np.ndarray], np.ndarray], reach_m: float) -> Polygon | MultiPolygon:
    """The points for which a condition holds, where that is one star-shaped area around ``middle`` of at most ``reach_m``.

    Its edge is found along `CORNERS` bearings by bisection, to a metre.

    Args:
        middle: a point where it holds.
        holds: from points, shape (n, 2), to n truth values.
        reach_m: metres.
    """

    def edge(bearings: Floats) -> Floats:
        low, high = np.zeros(len(bearings)), np.full(len(bearings), reach_m)
        for _ in range(max(1, int(np.ceil(np.log2(reach_m))))):
            reach = (low + high) / 2
            inside = holds(_steps(middle, bearings, reach))
            low, high = np.where(inside, reach, low), np.where(inside, high, reach)
        return _steps(middle, bearings, low)

    return outlined(curve(edge, np.linspace(0, -360, CORNERS + 1))[:-1])


def _steps(point: Any, bearings: Floats | float, reach_m: Floats | float) -> Floats:
    """The points at bearings and distances from a point, or from points, shape (n, 2)."""
    lon, lat, turns, ways = np.broadcast_arrays(*point, bearings, reach_m)
    return np.column_stack(forward(lon, lat, turns, ways))


def part_towards(area: BaseGeometry, bearing_deg: float, share: float) -> BaseGeometry | None:
    """The part of an area that lies farthest towards a bearing: so large a share of it, cut off square to the bearing.

    None where the area reaches around more than half the Earth, as one around a pole: it has no sides in lon and lat.

    Args:
        area: polygons in lon/lat.
        bearing_deg: degrees from north: 180 for the southern part.
        share: of the area's size, more than 0 and at most 1.
    """
    area = unrolled(area)
    west, south, east, north = area.bounds
    if east - west > 180:
        return None
    # Lambert's cylindrical equal-area plane, true to shape in the middle of the area.
    flat = np.cos(np.radians((south + north) / 2))

    def to_plane(xy: np.ndarray) -> np.ndarray:
        return np.column_stack([np.radians(xy[:, 0]) * flat, np.sin(np.radians(xy[:, 1])) / flat])

    def from_plane(xy: np.ndarray) -> np.ndarray:
        return np.column_stack([np.degrees(xy[:, 0] / flat), np.degrees(np.arcsin(np.clip(xy[:, 1] * flat, -1, 1)))])

    plane = shapely.transform(area, to_plane)
    ahead = np.array([np.sin(np.radians(bearing_deg)), np.cos(np.radians(bearing_deg))])
    beside = np.array([-ahead[1], ahead[0]])
    along, across = (shapely.get_coordinates(plane) @ way for way in (ahead, beside))
    steps = np.linspace(across.min() - 1, across.max() + 1, 200)[:, None] * beside  # a straight cut there is none in degrees

    def beyond(at: float) -> BaseGeometry:
        far = ahead * (along.max() + 1)
        return plane.intersection(Polygon([*(steps + ahead * at), steps[-1] + far, steps[0] + far]))

    low, high = float(along.min()), float(along.max())
    for _ in range(30):
        at = (low + high) / 2
        low, high = (at, high) if beyond(at).area >= share * plane.area else (low, at)
    return cut(polygons(shapely.transform(beyond(low), from_plane)))


def middle_part(area: BaseGeometry, share: float) -> BaseGeometry:
    """The part of an area that lies nearest to its centroid: so large a share of it."""
    middle = centroid(area).coords[0]
    low, high = 0.0, distances(area, *middle)[1]
    for _ in range(20):
        reach = (low + high) / 2
        enough = area.intersection(disc(*middle, reach)).area >= share * area.area
        low, high = (low, reach) if enough else (reach, high)
    return polygons(area.intersection(disc(*middle, high)))


def distances_to(xy: np.ndarray, place: tuple[float, float]) -> np.ndarray:
    """Geodesic distances of points, shape (n, 2), degrees, to one place, in metres."""
    return np.asarray(GEOD.inv(xy[:, 0], xy[:, 1], np.full(len(xy), place[0]), np.full(len(xy), place[1]))[2])
