"""The areas within distances of a border: outlines drawn in a projection, then made exact. `geomap.border` is the way in."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

import numpy as np
import shapely
from pyproj import CRS, Transformer
from pyproj.enums import TransformDirection
from shapely.geometry import LineString, MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from geomap.border.capsules import Nearest
from geomap.border.segments import densified
from geomap.errors import DataError
from geomap.geometry import Floats, Ints, R, forward, inverse

#: So often are edges halved that leave the outline, and so often an outline is opened that crosses gaps.
HALVINGS, ROUNDS = 40, 10


@dataclass(frozen=True, slots=True)
class Projected:
    """A border in an equidistant projection around its middle: the transformation from degrees to metres, and the lines."""

    local: Transformer  #: the transformer to it
    lines: Sequence[LineString]

    @staticmethod
    def of(parts: Sequence[Floats]) -> Projected:
        """Of polylines of shape (n, 2), degrees."""
        middle = parts[len(parts) // 2]
        lon, lat = middle[len(middle) // 2]
        local = Transformer.from_crs("EPSG:4326", CRS(f"+proj=aeqd +lon_0={lon} +lat_0={lat} +datum=WGS84"), always_xy=True)
        return Projected(local, [LineString(_projected(local, densified(part))) for part in parts])


def buffers(
    name: str, border: Projected, nearest: Nearest, distances_m: Sequence[float], tolerance_m: float
) -> list[Polygon | MultiPolygon]:
    """The area within each distance, drawn to a tolerance; see `geomap.border.line.Border.buffers`.

    Args:
        name: of the border, for what is said when it cannot be done.
        border: its lines.
        nearest: measures points to them.
        distances_m: metres.
        tolerance_m: metres.
    """
    line = shapely.union_all(border.lines)
    areas = [_rough(name, border.lines, distance_m, tolerance_m) for distance_m in distances_m]
    pockets = [_pockets(nearest, border, distance_m, tolerance_m) for distance_m in distances_m]
    for turn in range(ROUNDS):
        found = _exact(nearest, border.local, areas, distances_m, tolerance_m)
        if turn == 0:
            found = [(parts, np.vstack([middles, more])) for (parts, middles), more in zip(found, pockets, strict=True)]
        # Every part of a buffer holds a part of the border; what does not is a sliver of a notch.
        areas = [shapely.union_all([part for part in parts if part.intersects(line)]) for parts, _ in found]
        if not any(len(middles) for _, middles in found):
            return [_in_lon_lat(area, border.local) for area in areas]
        # An outline that crosses a gap between two stretches of border has to be opened there before it can be made exact.
        areas = [
            _cornered(
                area.difference(_gaps(nearest, border.local, area, middles, distance_m, tolerance_m)), distance_m, tolerance_m
            )
            for area, (_, middles), distance_m in zip(areas, found, distances_m, strict=True)
        ]
    raise DataError(f"{name}: a buffer cannot be drawn within {tolerance_m:g} m; allow more")


def _gaps(
    nearest: Nearest, local: Transformer, area: BaseGeometry, middles: Floats, distance_m: float, tolerance_m: float
) -> BaseGeometry:
    """What of an area is outside the buffer and can be walked to from points in such gaps: discs, one after another.

    As far around a point as it is outside, all is: going some way brings the border nearer by no more than that.
    """
    shapely.prepare(area)
    turns = np.radians(np.arange(0, 360, 30))
    steps = np.column_stack([np.cos(turns), np.sin(turns)])
    centres, radii = np.empty((0, 2)), np.empty(0)
    front = middles
    while len(front):
        off = nearest(*_unprojected(local, front))[0] - distance_m
        fresh = []
        for k in np.flatnonzero(off > tolerance_m / 3):
            if not (np.hypot(*(centres - front[k]).T) < radii / 2).any():
                centres, radii = np.vstack([centres, front[k]]), np.append(radii, off[k])
                fresh.append(front[k] + off[k] * steps)
        front = np.concatenate(fresh) if fresh else np.empty((0, 2))
        front = front[shapely.contains_xy(area, *front.T)]
    return shapely.union_all(shapely.buffer(shapely.points(centres), radii))


def _pockets(nearest: Nearest, border: Projected, distance_m: float, tolerance_m: float) -> Floats:
    """Points outside the buffer that it lies all around, where the rough outline may have none: in holes of a narrower one."""
    narrower = shapely.union_all([line.simplify(distance_m / 50).buffer(0.985 * distance_m) for line in border.lines])
    holes = [Polygon(ring) for part in shapely.get_parts(narrower) for ring in part.interiors]
    middles = np.array([shapely.maximum_inscribed_circle(hole, tolerance_m).coords[0] for hole in holes]).reshape(-1, 2)
    return middles[nearest(*_unprojected(border.local, middles))[0] > distance_m + tolerance_m]


def _rough(name: str, lines: Sequence[LineString], distance_m: float, tolerance_m: float) -> BaseGeometry:
    """A buffer in a projection, its outline outside the true one and with corners close enough to draw it."""
    # The projection draws no length shorter, and longer by c / sin c at most.
    reach = (max(float(np.max(np.hypot(*shapely.get_coordinates(line).T))) for line in lines) + distance_m) / R
    if reach > 2:
        raise DataError(
            f"{name}: a buffer of {distance_m / 1000:g} km would reach too far around the globe; choose a smaller distance"
        )
    coarse = max(tolerance_m, distance_m / 50)  # the outline is made exact below, so the buffer may be drawn quickly
    wide = 1.01 * distance_m * reach / math.sin(reach) + 2 * coarse
    rough = shapely.unary_union([line.simplify(coarse).buffer(wide, quad_segs=16) for line in lines])
    return _cornered(rough, distance_m, tolerance_m)


def _cornered(area: BaseGeometry, distance_m: float, tolerance_m: float) -> BaseGeometry:
    """An area with edges so short that they leave a circle of the buffer's radius by a quarter of the tolerance."""
    return area.segmentize(math.sqrt(4 * distance_m * tolerance_m))


def _exact(
    nearest: Nearest, local: Transformer, rough: Sequence[BaseGeometry], distances_m: Sequence[float], tolerance_m: float
) -> list[tuple[list[Polygon], Floats]]:
    """For each buffer the polygons of its outline made exact, and the middles of edges that cross gaps."""
    polygons, buffer = shapely.get_parts(rough, return_index=True)
    rings, polygon = shapely.get_rings(polygons, return_index=True)
    of = buffer[polygon]
    exact, middles, crossing = _exact_rings(nearest, local, rings, np.array(distances_m, dtype=float)[of], tolerance_m)
    found = []
    for k in range(len(rough)):
        parts = []
        for p in np.flatnonzero(buffer == k):
            outer, *holes = (exact[r] for r in np.flatnonzero(polygon == p))
            parts += _polygons(Polygon(outer, holes))
        found.append((parts, middles[of[crossing] == k]))
    return found


def _exact_rings(
    nearest: Nearest, local: Transformer, rings: Sequence[BaseGeometry], distances: Floats, tolerance_m: float
) -> tuple[list[Floats], Floats, Ints]:
    """Rings in a projection, each corner and the middle of each edge moved to the ring's distance.

    Returns:
        The rings; the middles of edges that halving does not settle, since they cross a gap; and which rings those are of.
    """
    corners = [shapely.get_coordinates(ring)[:-1] for ring in rings]
    ring = np.repeat(np.arange(len(corners)), [len(points) for points in corners])
    at, _ = _moved(nearest, local, np.concatenate(corners), distances[ring])
    # Where two stretches of border meet the outline has a notch that an edge would cut off: halve such edges.
    unsure = np.full(len(at), True)
    for halved in range(HALVINGS + 1):
        first = np.flatnonzero(np.append(True, ring[1:] != ring[:-1]))
        following = np.arange(1, len(ring) + 1)
        following[np.append(first[1:], len(ring)) - 1] = first
        edge = np.flatnonzero(unsure)
        start, end, distance = at[edge], at[following[edge]], distances[ring[edge]]
        # Distances to a point are convex: from an end's foot the other end is the farthest of an edge, and no point of it is
        # farther from the border than from both feet. These grow from nothing, one from either end, and meet at their product
        # over their sum at most.
        to_end, to_start = (
            np.maximum(inverse(a[:, 4], a[:, 5], b[:, 2], b[:, 3])[1] - distance, 0.0) for a, b in ((start, end), (end, start))
        )
        rise = to_end * to_start / np.maximum(to_end + to_start, 1e-9)
        # Nor is one nearer than the ends by more than l²/8d (Apollonius), which adds up with what a move outwards may lack.
        sag = np.square(end[:, :2] - start[:, :2]).sum(axis=1) / 8 / distance
        doubtful = (sag > 0.3 * tolerance_m) | (rise > 0.9 * tolerance_m)
        cut, middle = edge[doubtful], ((start + end) / 2)[doubtful, :2]
        new, off = _moved(nearest, local, middle, distance[doubtful])
        if not cut.size or halved == HALVINGS:
            break
        unsure[:] = False
        unsure[cut] = True
        at, ring = np.insert(at, cut + 1, new, axis=0), np.insert(ring, cut + 1, ring[cut])
        unsure = np.insert(unsure, cut + 1, True)
    # What is left lies across gaps, but for some that is barely off.
    across = np.abs(off) > tolerance_m
    return [at[ring == k, :2] for k in range(len(corners))], middle[across], ring[cut[across]]


def _moved(nearest: Nearest, local: Transformer, xy: Floats, distance_m: Floats) -> tuple[Floats, Floats]:
    """Points moved to a distance along the geodesic from their nearest border point, and how far off they were, metres.

    Inwards that is exact: on the way the same border point stays the nearest. Outwards another may come nearer.

    Returns:
        Columns: the point in the projection (2), in degrees (2), and its border point in degrees (2); and how far off.
    """
    lon, lat = _unprojected(local, xy)
    found, foot_lon, foot_lat, _ = nearest(lon, lat)
    azimuth, _ = inverse(foot_lon, foot_lat, lon, lat)
    moved = np.column_stack(forward(foot_lon, foot_lat, azimuth, distance_m))
    return np.column_stack([_projected(local, moved), moved, foot_lon, foot_lat]), found - distance_m


def _projected(local: Transformer, lon_lat: Floats) -> Floats:
    return np.column_stack(local.transform(lon_lat[:, 0], lon_lat[:, 1]))


def _unprojected(local: Transformer, xy: Floats) -> tuple[Floats, Floats]:
    lon, lat = local.transform(xy[:, 0], xy[:, 1], direction=TransformDirection.INVERSE)
    return np.asarray(lon), np.asarray(lat)


def _polygons(shape: BaseGeometry) -> list[Polygon]:
    """The polygons that a shape is made of, made valid."""
    return [
        part for piece in shapely.get_parts(shapely.make_valid(shape)) for part in shapely.get_parts(piece) if part.area > 0
    ]


def _in_lon_lat(area: BaseGeometry, local: Transformer) -> Polygon | MultiPolygon:
    """An area of a local projection in lon/lat, cut at the antimeridian, in normal form."""
    polygons: list[Polygon] = []
    for polygon in shapely.get_parts(area):
        rings: list[Floats] = []
        for ring in (polygon.exterior, *polygon.interiors):
            points = np.asarray(ring.coords)
            x, y = local.transform(points[:, 0], points[:, 1], direction=TransformDirection.INVERSE)
            x = np.unwrap(x, period=360)
            if abs(x[0] - x[-1]) > 1:
                raise DataError("a buffer around a pole has no outline in lon and lat; use a smaller distance")
            x = x - 360 * round((x.mean() - (rings[0][:, 0].mean() if rings else 0)) / 360)
            rings.append(np.column_stack([x, y]))
        for west in (-540, -180, 180):
            world = shapely.intersection(
                shapely.make_valid(Polygon(rings[0], rings[1:])), shapely.box(west, -90, west + 360, 90)
            )
            polygons += _polygons(shapely.transform(world, lambda xy, west=west: xy - (west + 180, 0)))
    return cast(Polygon | MultiPolygon, shapely.normalize(shapely.union_all(polygons)))
