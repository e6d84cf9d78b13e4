"""The nearest and the farthest point of regions to a border: branch and bound, over all regions at once.

`geomap.border` is the way in. A search keeps the parts of all regions that may still hold what is sought in flat arrays, beside
the region that each belongs to, so that one level of it is a few calls, however many regions there are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry.base import BaseGeometry

from geomap.border.capsules import Nearest
from geomap.geometry import Floats, Ints, R, asked, forward, inverse

#: The ends of an area's interval are attained within this.
AREA_TOLERANCE_M = 1.0

#: The ends of a disc's.
DISC_TOLERANCE_M = 1e-3

Shapes: TypeAlias = npt.NDArray[np.object_]


@dataclass(frozen=True, slots=True)
class End:
    """An end of a region's interval: the distance, the region's point that has it, and the border's point it is measured to."""

    distance_m: float  #: geodesic, metres
    point: tuple[float, float]  #: lon and lat, degrees
    on_border: tuple[float, float]  #: lon and lat, degrees


class _Best:
    """For each region the best of the points measured so far: the farthest, or with ``sign`` -1 the nearest."""

    def __init__(self, count: int, sign: int = 1) -> None:
        self.sign = sign
        self.distance = np.full(count, -np.inf * sign)
        self.points = np.zeros((count, 4))  # lon and lat, and those of the nearest border point

    def take(self, region: Ints, found: tuple[Floats, Floats, Floats, Ints], x: Floats, y: Floats) -> None:
        """Look at measured points of regions."""
        order = np.lexsort((-self.sign * found[0], region))
        first = order[np.append(True, np.diff(region[order]) > 0)[: len(order)]]
        first = first[self.sign * found[0][first] > self.sign * self.distance[region[first]]]
        self.distance[region[first]] = found[0][first]
        self.points[region[first]] = np.column_stack([x[first], y[first], found[1][first], found[2][first]])

    def ends(self, distance: Floats) -> list[End]:
        """One for each region, with distances that may lie past what the points have."""
        found = zip(distance.tolist(), self.points.tolist(), strict=True)
        return [End(d, (x, y), (u, v)) for d, (x, y, u, v) in found]


def of_discs(nearest: Nearest, lon: Floats, lat: Floats, radius: Floats) -> tuple[list[End], list[End], Floats]:
    """Nearest and farthest points of discs, within a millimetre, and their centres' distances.

    Args:
        nearest: measures points to the border.
        lon: of the centres, degrees, shape (n,).
        lat: degrees.
        radius: metres.
    """
    found = nearest(lon, lat)
    distance, foot_lon, foot_lat, _ = found
    azimuth, _ = inverse(lon, lat, foot_lon, foot_lat)
    # Exact: no point of a disc is nearer than its centre by more than the radius, and this one is by that much.
    low = _Best(lon.size, -1)
    low.take(np.arange(lon.size), found, *forward(lon, lat, azimuth, np.minimum(radius, distance)))
    high = _farthest_of_discs(nearest, lon, lat, radius, azimuth + 180)
    return low.ends(np.maximum(0.0, distance - radius)), high.ends(high.distance), distance


def _farthest_of_discs(nearest: Nearest, lon: Floats, lat: Floats, radius: Floats, azimuth: Floats) -> _Best:
    """Branch and bound over sectors of each disc, the first about ``azimuth``.

    No point of a sector is farther from the border than from one border point, and the distance to a point is largest at a
    sector's corners, but for the bulge of its outer arc.
    """
    best = _Best(lon.size)
    edges = azimuth[:, None] - 5.625 + np.arange(33) * 11.25
    disc = np.repeat(np.arange(lon.size), 32)
    cells = np.column_stack([edges[:, :-1].ravel(), edges[:, 1:].ravel(), np.zeros(disc.size), radius[disc]])  # azimuths, radii
    while len(cells):
        start, end, inner, outer = cells.T
        x, y = forward(lon[disc], lat[disc], (start + end) / 2, outer)
        found = nearest(x, y)
        best.take(disc, found, x, y)
        corners = [forward(lon[disc], lat[disc], azimuth, away) for azimuth in (start, end) for away in (inner, outer)]
        away = np.vstack([inverse(found[1], found[2], *corner)[1] for corner in corners]).max(axis=0)
        width, deep = np.radians(end - start) * outer, outer - inner
        # A sector's arc bulges over its chord by w²/8r, r its own; a quarter more for the ellipsoid and for large discs.
        bulge = np.minimum(1.25 * width**2 / 8 / np.maximum(outer, 1e-9), width)
        open_ = away + bulge + _concave(away, width + deep) > best.distance[disc] + DISC_TOLERANCE_M
        cells, disc = _halved(cells[open_], deep[open_] > 4 * width[open_]), np.tile(disc[open_], 2)
    return best


def _halved(cells: Floats, across: npt.NDArray[np.bool_]) -> Floats:
    """Sectors cut in two: ``across`` by the radius, the others by the azimuth."""
    low, high = cells.copy(), cells.copy()
    for cut, (first, last) in ((across, (2, 3)), (~across, (0, 1))):
        low[cut, last] = high[cut, first] = (cells[cut, first] + cells[cut, last]) / 2
    return np.concatenate([low, high])


def of_areas(nearest: Nearest, drawn: BaseGeometry, areas: Sequence[BaseGeometry]) -> tuple[list[End], list[End]]:
    """Nearest and farthest points of areas whose edges are straight in degrees, within `AREA_TOLERANCE_M`, on the outer side.

    Args:
        nearest: measures points to the border.
        drawn: the border in lon and lat.
        areas: (multi)polygons in lon and lat.
    """
    shapes = np.array(areas, dtype=object)
    return _nearest_of_areas(nearest, drawn, shapes), _farthest_of_areas(nearest, shapes)


def _nearest_of_areas(nearest: Nearest, drawn: BaseGeometry, areas: Shapes) -> list[End]:
    """On the border where it reaches the area, else on the area's edge, halved where it may be nearer."""
    best, certain = _Best(len(areas), -1), np.full(len(areas), np.inf)
    shapely.prepare(drawn)
    met = asked(shapely.intersects, drawn, areas)
    reached, apart = np.flatnonzero(met), np.flatnonzero(~met)
    crossing = np.array([_common_point(areas[k], drawn) for k in reached]).reshape(-1, 2)
    best.take(reached, (np.zeros(len(reached)), *crossing.T, reached), *crossing.T)
    # Edges so short that a straight line in degrees is as long as its geodesic to a part in 500.
    rings, of = shapely.get_parts(shapely.segmentize(shapely.boundary(areas[apart]), 0.25), return_index=True)
    points, ring = shapely.get_coordinates(rings, return_index=True)
    edge = np.flatnonzero(ring[1:] == ring[:-1])
    region = apart[of[ring[edge]]]
    start, end = points[edge], points[edge + 1]
    from_end, found = nearest(*end.T)[0], nearest(*start.T)
    from_start = found[0]
    best.take(region, found, *start.T)
    while len(start):
        _, length = inverse(*start.T, *end.T)
        # Going along an edge changes the distance by no more than the way gone; and the distance to a point at d curves upwards
        # by no more than 1/d, and so does the least of such distances, so that it sags by no more than l²/8d between the ends.
        least = (from_start + from_end - 1.002 * length) / 2
        curved = 1.02 / np.maximum(least, 1e-3) + 2 * _steep(np.maximum(np.abs(start[:, 1]), np.abs(end[:, 1]))) / R
        least = np.maximum(least, np.minimum(from_start, from_end) - curved * length**2 / 8)
        keep = least < best.distance[region] - AREA_TOLERANCE_M
        np.minimum.at(certain, region[~keep], least[~keep])
        region, start, end, from_start, from_end = (a[keep] for a in (region, start, end, from_start, from_end))
        new = (start + end) / 2
        found = nearest(*new.T)
        best.take(region, found, *new.T)
        region = np.tile(region, 2)
        start, end = np.concatenate([start, new]), np.concatenate([new, end])
        from_start, from_end = np.concatenate([from_start, found[0]]), np.concatenate([found[0], from_end])
    return best.ends(np.maximum(0.0, np.minimum(best.distance, certain)))


def _common_point(area: BaseGeometry, drawn: BaseGeometry) -> Floats:
    """A point of the border in an area that it reaches: one of a few vertices, or by intersecting both, which takes long."""
    west, south, east, north = area.bounds
    vertices = shapely.get_coordinates(drawn)
    x, y = vertices.T
    near = np.flatnonzero((west <= x) & (x <= east) & (south <= y) & (y <= north))
    some = vertices[near[:: len(near) // 64 + 1]]
    inside = some[shapely.intersects_xy(area, *some.T)]
    return np.asarray(inside[0] if len(inside) else shapely.get_coordinates(shapely.intersection(area, drawn))[0])


def _farthest_of_areas(nearest: Nearest, areas: Shapes) -> list[End]:
    """Branch and bound over the areas cut into boxes.

    No point of a cut is farther from the border than from one border point, and the distance to that is largest at one of the
    corners of the cut's convex hull, but for the bend of edges that are straight in degrees.
    """
    best, certain = _Best(len(areas)), np.zeros(len(areas))
    cuts, region = shapely.get_parts(areas, return_index=True)
    while len(cuts):
        bounds = shapely.bounds(cuts)
        west, south, east, north = bounds.T
        _, foot_lon, foot_lat, _ = nearest((west + east) / 2, (south + north) / 2)
        corner, cut = shapely.get_coordinates(shapely.convex_hull(cuts), return_index=True)
        _, away = inverse(foot_lon[cut], foot_lat[cut], *corner.T)
        most = np.maximum.reduceat(away, np.flatnonzero(np.append(True, cut[1:] != cut[:-1])))
        farthest = away == most[cut]
        x, y = corner[farthest].T
        best.take(region[cut[farthest]], nearest(x, y), x, y)
        most = most + _bend(bounds, most)
        open_ = most > best.distance[region] + AREA_TOLERANCE_M
        np.maximum.at(certain, region[~open_], most[~open_])
        cuts, region, bounds, foot_lon, foot_lat = (a[open_] for a in (cuts, region, bounds, foot_lon, foot_lat))
        boxes = _quarters(bounds)
        of = np.tile(np.arange(len(cuts)), 4)
        # A quarter whose corners are no farther from its area's border point than the best point holds none that is better.
        corners = [inverse(foot_lon[of], foot_lat[of], boxes[:, x], boxes[:, y])[1] for x in (0, 2) for y in (1, 3)]
        away = np.vstack(corners).max(axis=0)
        worth = away + _bend(boxes, away) > best.distance[region[of]]
        cuts, of = _cut(cuts, boxes[worth], of[worth])
        region = region[of]
    return best.ends(np.maximum(best.distance, certain))


def _quarters(bounds: Floats) -> Floats:
    """Boxes cut into four by their middles: the first quarters of all, then the second ones, and so on, shape (4 n, 4)."""
    west, south, east, north = bounds.T
    x, y = (west + east) / 2, (south + north) / 2
    boxes = ((west, south, x, y), (x, south, east, y), (west, y, x, north), (x, y, east, north))
    return np.concatenate([np.column_stack(box) for box in boxes])


def _cut(areas: Shapes, boxes: Floats, of: Ints) -> tuple[Shapes, Ints]:
    """What lies in boxes of the areas that they are of, and which area each was cut from."""
    parts, box = shapely.get_parts(shapely.intersection(areas[of], shapely.box(*boxes.T)), return_index=True)
    kept = (shapely.get_type_id(parts) == shapely.GeometryType.POLYGON) & ~shapely.is_empty(parts)
    return parts[kept], of[box[kept]]


def _bend(bounds: Floats, away: Floats) -> Floats:
    """How much farther than both its ends a straight edge in degrees inside a box may reach from a point, metres."""
    west, south, east, north = bounds.T
    _, size = inverse(west, south, east, north)
    steep = _steep(np.maximum(np.abs(south), np.abs(north)))
    return np.asarray(size**2 / 4 / R * steep * 1.01 + _concave(away, size))


def _steep(lat: Floats) -> Floats:
    """The bend of a parallel, times the Earth's radius; near a pole, what it is there."""
    return np.tan(np.radians(np.minimum(lat, 89.9)))


def _concave(away: Floats, size: Floats) -> Floats:
    """How much the distance to a point may exceed what it is at both ends of a geodesic, metres: nothing up to 8,000 km."""
    return np.where(away > 8e6, size**2 / 4 / R, 0.0)
