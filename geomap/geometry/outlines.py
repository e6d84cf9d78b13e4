"""Outlines on a globe as polygons in lon/lat: cut at the antimeridian as RFC 7946, 3.1.9, has it, closed over a pole."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import numpy as np
import shapely
from shapely import affinity
from shapely.geometry import LineString, MultiLineString, MultiPolygon, Point, Polygon, box
from shapely.geometry.base import BaseGeometry

from geomap.geometry.ellipsoid import Floats

EARTH: Final = box(-180, -90, 180, 90)

#: Corners of a curve are no farther apart in longitude, degrees, or else its steps were halved so often: beside a pole.
_STEP_DEG, _HALVINGS = 2.5, 10

#: A ring that is no wider, a centimetre, is drawn as it is: what rounding leaves of it may cross itself.
_DOT_DEG = 1e-7


def polygons(geometry: BaseGeometry) -> Any:
    """The areal part of a geometry: intersections may also leave points and lines, which are no region.

    In normal form: with which vertex a ring begins is GEOS's chance, which differs even between two runs.
    """
    parts = [part for part in shapely.get_parts(geometry) if part.geom_type == "Polygon" and part.area > 0]
    return shapely.normalize(parts[0] if len(parts) == 1 else MultiPolygon(parts))


def curve(at: Callable[[Floats], Floats], steps: Floats) -> Floats:
    """Points of a curve, shape (n, 2): at given steps of it, and between those that a straight line in degrees would not join.

    Args:
        at: from steps to their points, lon and lat.
        steps: of any unit, in order.
    """
    points = at(steps)
    for _ in range(_HALVINGS):
        wide = np.flatnonzero(np.abs((np.diff(points[:, 0]) + 180) % 360 - 180) > _STEP_DEG)
        if not wide.size:
            break
        between = (steps[wide] + steps[wide + 1]) / 2
        steps, points = np.insert(steps, wide + 1, between), np.insert(points, wide + 1, at(between), axis=0)
    return points


def outlined(corners: Floats) -> Polygon | MultiPolygon:
    """The area on the left of a ring.

    Args:
        corners: shape (n, 2), degrees; each is joined to the next, and the last to the first, straight in degrees, the shorter
            way around the Earth.

    Raises:
        ValueError: the ring crosses itself.
    """
    lon = np.unwrap(np.append(corners[:, 0], corners[0, 0]), period=360)
    if np.ptp(lon) < _DOT_DEG:
        return Polygon(np.column_stack([np.clip(lon[:-1], -180, 180), corners[:, 1]]))
    turns = round((lon[-1] - lon[0]) / 360)
    ring = np.column_stack([lon[:-1], corners[:, 1]])
    if turns:
        # Three times around from the corner next to the pole, and closed over it: the ends are far from what is kept.
        first = int(np.argmax(ring[:, 1] * turns))
        around = np.array([360 * turns, 0])
        ring = np.vstack([ring[first:], ring[:first] + around, ring[first] + around])
        ring[:, 0] -= 360 * round(ring[0, 0] / 360)
        ring = np.vstack([ring[:-1] - around, ring[:-1], ring + around])
        ring = np.vstack([ring, [(ring[-1, 0], 90 * turns), (ring[0, 0], 90 * turns)]])
    area = Polygon(ring)
    if abs(turns) > 1 or not area.is_valid:
        raise ValueError("an area whose outline crosses itself has no inside")
    if turns:
        return _in_window(area, 0)
    return cut(area) if area.exterior.is_ccw else polygons(EARTH.difference(cut(area)))


def cut(area: BaseGeometry) -> Any:
    """Polygons whose longitudes run on beyond 180 or -180, cut there; those that do not as they are."""
    west, _, east, _ = area.bounds
    if west >= -180 and east <= 180:
        return area
    turns = range(int(np.floor((west + 180) / 360)), int(np.ceil((east + 180) / 360)))
    return polygons(shapely.union_all([_in_window(area, turn) for turn in turns]))


def _in_window(area: BaseGeometry, turn: int) -> Any:
    """What of an area lies so many turns east of the world from -180 to 180, in that world."""
    world = affinity.translate(EARTH, 360 * turn)

    def here(xy: Floats) -> Floats:
        lon = np.clip(xy[:, 0] - 360 * turn, -180, 180)
        return np.column_stack([np.where(180 - np.abs(lon) < 1e-9, np.copysign(180, lon), lon), xy[:, 1]])

    return shapely.transform(polygons(area.intersection(world)), here)


def cut_line(points: Floats) -> LineString | MultiLineString:
    """A line through points, shape (n, 2), degrees, cut at the antimeridian: straight in degrees, the shorter way around."""
    lon, lat = points.T
    steps = np.diff(lon)
    over = np.flatnonzero(np.abs(steps) > 180)
    if not over.size:
        return LineString(points)
    side = np.copysign(180.0, lon[over])
    wide = steps[over] + 2 * side
    share = np.divide(side - lon[over], wide, out=np.zeros(over.size), where=wide != 0)
    at = lat[over] + share * np.diff(lat)[over]
    ends = np.column_stack([side, at, -side, at]).reshape(-1, 2)
    parts = np.split(np.insert(points, np.repeat(over + 1, 2), ends, axis=0), over + 2 * np.arange(over.size) + 2)
    runs = [part[np.append(True, np.any(np.diff(part, axis=0) != 0, axis=1))] for part in parts]
    lines = [LineString(run) for run in runs if len(run) > 1] or [LineString(points[[0, 0]])]
    return lines[0] if len(lines) == 1 else MultiLineString(lines)


def joined_line(line: BaseGeometry) -> LineString:
    """A line that was cut at the antimeridian as one again, in longitudes that run on."""
    points = shapely.get_coordinates(line)
    lon = np.unwrap(points[:, 0], period=360)
    doubled = np.append(False, (np.diff(lon) == 0) & (np.diff(points[:, 1]) == 0))
    doubled[-1] &= not doubled[1:].all()  # a line of no length has two points
    return LineString(np.column_stack([lon, points[:, 1]])[~doubled])


def from_meridian(shape: Any, west: float) -> Any:
    """A shape in longitudes from a meridian on, degrees; its parts on both sides of the antimeridian are one there."""
    if shape is None or shape.is_empty or west == -180:
        return shape
    parts = [affinity.translate(part, 360 if sum(part.bounds[::2]) / 2 < west else 0) for part in shapely.get_parts(shape)]
    return shapely.union_all(parts)


def unrolled(area: BaseGeometry) -> Any:
    """An area in longitudes from the middle of the widest stretch on that it does not reach into; up to 540 degrees."""
    west, _, east, _ = area.bounds
    if east - west <= 180:
        return area
    spans = shapely.bounds(shapely.get_parts(area))[:, ::2]
    spans = spans[np.argsort(spans[:, 0])]
    reached = np.maximum.accumulate(spans[:, 1])
    gaps = np.append(spans[1:, 0] - reached[:-1], west + 360 - east)
    widest = int(gaps.argmax())
    return area if widest == len(gaps) - 1 else from_meridian(area, float(reached[widest] + gaps[widest] / 2))


def begin_of(shape: BaseGeometry) -> float:
    """The meridian at which a drawn world begins that has a shape whole: -180, or far from a shape over the antimeridian."""
    west, _, east, _ = unrolled(shape).bounds
    return -180.0 if east <= 180 else (west + east) / 2 - 180


def centroid(area: BaseGeometry) -> Point:
    """The centroid of an area in lon/lat, also where it lies on both sides of the antimeridian."""
    return in_world(unrolled(area).centroid)


def in_world(point: Point) -> Point:
    """A point whose longitude may run on beyond 180, at the same place between -180 and 180."""
    return Point((point.x + 180) % 360 - 180, point.y) if abs(point.x) > 180 else point


def edges(area: BaseGeometry) -> list[Floats]:
    """The outlines of an area as lines of shape (n, 2), without what only cutting put there: at 180 degrees and a pole."""
    rings = [ring for part in shapely.get_parts(area) for ring in (part.exterior, *part.interiors)]
    west, south, east, north = area.bounds
    if (west, east) == (-180, 180) or south == -90 or north == 90:
        lines = shapely.union_all(rings)
        ends = (affinity.translate(lines.intersection(LineString([(lon, -90), (lon, 90)])), -lon) for lon in (180, -180))
        both = shapely.intersection(*ends)
        poles = (LineString([(-180, lat), (180, lat)]) for lat in (90, -90))
        gone = [affinity.translate(both, 180), affinity.translate(both, -180), *poles]
        rings = shapely.get_parts(shapely.line_merge(shapely.difference(lines, shapely.union_all(gone))))
    return [shapely.get_coordinates(ring) for ring in rings]


def are_within(one: BaseGeometry, other: BaseGeometry, most_deg: float) -> bool:
    """Whether two shapes are no farther apart in the plane of lon and lat than so many degrees, the shorter way around."""
    return any(shapely.dwithin(one, affinity.translate(other, turn), most_deg) for turn in (0, 360, -360))
