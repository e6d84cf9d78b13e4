"""Areas on the ellipsoid as polygons in lon/lat: disc, ring, sector, ellipse and star with geodesic edges; parts of an area."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise

import numpy as np
import shapely
from shapely.geometry import MultiPolygon, Point, Polygon
from shapely.geometry.base import BaseGeometry

from geomap.geometry.ellipsoid import GEOD

#: Corners of a disc's polygon: the edge stays within 0.02 % of the radius.
CORNERS = 180


@lru_cache(maxsize=1 << 12)
def disc(lon: float, lat: float, radius_m: float) -> Polygon:
    """The points within ``radius_m`` metres of a point, as a polygon of `CORNERS` corners.

    The corners lie on the circle, so the edge runs up to 0.02 % of the radius inside it.

    Raises:
        ValueError: the disc holds a pole or crosses the antimeridian.
    """
    bearings = np.linspace(0, -360, CORNERS, endpoint=False)
    lons, lats, _ = GEOD.fwd(np.full(CORNERS, lon), np.full(CORNERS, lat), bearings, np.full(CORNERS, radius_m))
    if np.ptp(lons) > 180 or abs(lat) + np.degrees(radius_m / 6.35e6) > 90:
        raise ValueError(f"the disc of {radius_m / 1000:g} km around {lon}, {lat} holds a pole or crosses the antimeridian")
    return Polygon(np.column_stack([lons, lats]))


def ring(lon: float, lat: float, inner_m: float, outer_m: float) -> BaseGeometry:
    """The points between ``inner_m`` and ``outer_m`` metres from a point."""
    outer = disc(lon, lat, outer_m)
    return outer.difference(disc(lon, lat, inner_m)) if inner_m > 0 else outer


def polygons(geometry: BaseGeometry) -> BaseGeometry:
    """The areal part of a geometry: intersections may also leave points and lines, which are no region.

    In normal form: with which vertex a ring begins is GEOS's chance, which differs even between two runs.
    """
    parts = [part for part in shapely.get_parts(geometry) if part.geom_type == "Polygon" and part.area > 0]
    return shapely.normalize(parts[0] if len(parts) == 1 else MultiPolygon(parts))


def distances(area: BaseGeometry, lon: float, lat: float) -> tuple[float, float]:
    """The least and the greatest geodesic distance from a point to an area, in metres; to about 100 m, by its edge."""
    edge = shapely.get_coordinates(shapely.segmentize(area.boundary, 0.002))
    off = np.asarray(GEOD.inv(np.full(len(edge), lon), np.full(len(edge), lat), edge[:, 0], edge[:, 1])[2])
    return 0.0 if area.covers(Point(lon, lat)) else float(off.min()), float(off.max())


def sector(point: tuple[float, float], bearing_deg: float, off_deg: float, low_m: float, high_m: float) -> BaseGeometry:
    """The points from ``low_m`` to ``high_m`` metres off, within ``off_deg`` of a bearing."""
    turns = np.linspace(bearing_deg - off_deg, bearing_deg + off_deg, max(2, int(CORNERS * off_deg / 180) + 1))
    outer = _fan(point, turns, high_m)
    inner = _fan(point, turns[::-1], low_m) if low_m > 0 else np.array([point])
    return _outlined(np.vstack([outer, inner]))


def _outlined(corners: np.ndarray) -> Polygon:
    if np.ptp(corners[:, 0]) > 180 or not (area := Polygon(corners)).is_valid:
        raise ValueError("an area that holds a pole or crosses the antimeridian has no outline in lon and lat")
    return area


def _fan(point: tuple[float, float], turns_deg: np.ndarray, distance_m: float) -> np.ndarray:
    n = len(turns_deg)
    x, y, _ = GEOD.fwd(np.full(n, point[0]), np.full(n, point[1]), turns_deg, np.full(n, distance_m))
    return np.column_stack([x, y])


def ellipse(one: tuple[float, float], other: tuple[float, float], factor: float) -> Polygon:
    """The points whose ways to both places together are at most ``factor`` times the straight way between them."""
    azimuth, _, apart = GEOD.inv(*one, *other)
    middle = GEOD.fwd(*one, azimuth, apart / 2)[:2]
    return star(middle, lambda xy: distances_to(xy, one) + distances_to(xy, other) <= factor * apart, factor * apart)


def corridor(through: Sequence[tuple[float, float]], half_width_m: float) -> BaseGeometry:
    """The points within ``half_width_m`` metres of the geodesics from place to place, ending square at the first and the last.

    Args:
        through: two or more points, lon and lat in degrees.
        half_width_m: metres.

    Raises:
        ValueError: it crosses the antimeridian or holds a pole.
    """
    legs = [_leg(one, other, half_width_m) for one, other in pairwise(through)]
    return polygons(shapely.union_all([*legs, *(disc(*bend, half_width_m) for bend in through[1:-1])]))


def _leg(one: tuple[float, float], other: tuple[float, float], half_width_m: float) -> BaseGeometry:
    steps = max(1, int(GEOD.inv(*one, *other)[2] / (4 * half_width_m)))
    points = np.array([one, *GEOD.npts(*one, *other, steps), other])
    ahead = [GEOD.inv(x, y, *other)[0] for x, y in points[:-1]]
    bearings = np.array([*ahead, GEOD.inv(*other, points[-2][0], points[-2][1])[0] + 180])
    n = np.full(len(points), half_width_m)
    left, right = (np.column_stack(GEOD.fwd(points[:, 0], points[:, 1], bearings + turn, n)[:2]) for turn in (-90, 90))
    return _outlined(np.vstack([left, right[::-1]]))


def star(middle: tuple[float, float], holds: Callable[[np.ndarray], np.ndarray], reach_m: float) -> Polygon:
    """The points for which a condition holds, where that is one star-shaped area around ``middle`` of at most ``reach_m``.

    Its edge is found along `CORNERS` bearings by bisection, to a metre.

    Args:
        middle: a point where it holds.
        holds: from points, shape (n, 2), to n truth values.
        reach_m: metres.
    """
    bearings = np.linspace(0, -360, CORNERS, endpoint=False)
    low, high = np.zeros(CORNERS), np.full(CORNERS, reach_m)
    for _ in range(max(1, int(np.ceil(np.log2(reach_m))))):
        reach = (low + high) / 2
        inside = holds(_steps(middle, bearings, reach))
        low, high = np.where(inside, reach, low), np.where(inside, high, reach)
    return _outlined(_steps(middle, bearings, low))


def _steps(point: tuple[float, float], bearings: np.ndarray, reach_m: np.ndarray) -> np.ndarray:
    x, y, _ = GEOD.fwd(np.full(len(bearings), point[0]), np.full(len(bearings), point[1]), bearings, reach_m)
    return np.column_stack([x, y])


def part_towards(area: BaseGeometry, bearing_deg: float, share: float) -> BaseGeometry:
    """The part of an area that lies farthest towards a bearing: so large a share of it, cut off square to the bearing.

    Args:
        area: polygons in lon/lat.
        bearing_deg: degrees from north: 180 for the southern part.
        share: of the area's size, more than 0 and at most 1.

    Raises:
        ValueError: it crosses the antimeridian.
    """
    west, south, east, north = area.bounds
    if east - west > 180:
        raise ValueError("an area that crosses the antimeridian has no side in lon and lat")
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

    def beyond(cut: float) -> BaseGeometry:
        far = ahead * (along.max() + 1)
        return plane.intersection(Polygon([*(steps + ahead * cut), steps[-1] + far, steps[0] + far]))

    low, high = float(along.min()), float(along.max())
    for _ in range(30):
        cut = (low + high) / 2
        low, high = (cut, high) if beyond(cut).area >= share * plane.area else (low, cut)
    return polygons(shapely.transform(beyond(low), from_plane))


def middle_part(area: BaseGeometry, share: float) -> BaseGeometry:
    """The part of an area that lies nearest to its centroid: so large a share of it.

    Raises:
        ValueError: it crosses the antimeridian.
    """
    west, _, east, _ = area.bounds
    if east - west > 180:
        raise ValueError("an area that crosses the antimeridian has no middle in lon and lat")
    middle = area.centroid.x, area.centroid.y
    low, high = 0.0, distances(area, *middle)[1]
    for _ in range(20):
        reach = (low + high) / 2
        enough = area.intersection(disc(*middle, reach)).area >= share * area.area
        low, high = (low, reach) if enough else (reach, high)
    return polygons(area.intersection(disc(*middle, high)))


def distances_to(xy: np.ndarray, place: tuple[float, float]) -> np.ndarray:
    """Geodesic distances of points, shape (n, 2), degrees, to one place, in metres."""
    return np.asarray(GEOD.inv(xy[:, 0], xy[:, 1], np.full(len(xy), place[0]), np.full(len(xy), place[1]))[2])
