"""What a border takes from outside: vertices, points and metres, each refused in one sentence where it cannot be right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely

from geomap.errors import DataError
from geomap.geometry import Floats, in_degrees
from geomap.vocabulary import FARTHEST_M


def checked_part(name: str, number: int, part: npt.ArrayLike) -> Floats:
    """A polyline of shape (n, 2), degrees, that nobody can change any more."""
    points = np.ascontiguousarray(part, dtype=float)
    if points.ndim != 2 or points.shape[1] != 2 or len(points) < 2:
        raise ValueError(f"{name}: part {number} has the shape {points.shape}; a part is two or more vertices of lon and lat")
    checked_points(points[:, 0], points[:, 1])
    points.setflags(write=False)
    return points


def checked_points(lon: Any, lat: npt.ArrayLike | None) -> tuple[Floats, Floats]:
    """Points in degrees, as arrays of their common shape; without ``lat`` the points of a frame."""
    if lat is None:
        points = in_degrees(lon, "points").geometry.to_numpy()
        lon, lat = shapely.get_x(points), shapely.get_y(points)
    elif hasattr(lon, "geom_type") or hasattr(lat, "geom_type"):
        raise DataError("lon and lat are geometries; give numbers in degrees, or a GeoSeries of points alone")
    x, y = np.broadcast_arrays(np.asarray(lon, dtype=float), np.asarray(lat, dtype=float))
    for name, values, limit in (("lon", x, 180.0), ("lat", y, 90.0)):
        if not values.size or (values.min() >= -limit and values.max() <= limit):  # neither holds where one is no number
            continue
        for index in map(tuple, np.argwhere(~(np.abs(values) <= limit)).tolist()):
            where = f"{name}[{', '.join(map(str, index))}]" if index else name
            raise ValueError(f"{where} is {values[index]}; write degrees from {-limit:g} to {limit:g}")
    return x, y


def checked_metres(name: str, metres: float, most: float = FARTHEST_M) -> float:
    """A distance or radius: a number from 0 to ``most``."""
    if not 0 <= metres <= most:
        raise ValueError(f"{name} is {metres:g}; write metres from 0 to {most:,.0f}")
    return metres


def checked_radii(radius_m: npt.ArrayLike) -> Floats:
    """Radii in metres, each a number from 0 to `FARTHEST_M`."""
    radii = np.asarray(radius_m, dtype=float)
    for index in map(tuple, np.argwhere(~((radii >= 0) & (radii <= FARTHEST_M)))):
        where = f"radius_m[{', '.join(map(str, index))}]" if index else "radius_m"
        raise ValueError(f"{where} is {radii[index]:g}; write metres from 0 to {FARTHEST_M:,.0f}")
    return radii


def checked_widths(distances_m: Sequence[float], tolerance_m: float) -> None:
    """Refuse half-widths of buffers that are no metres, or not more than the tolerance that they are drawn to."""
    if not 0 < tolerance_m <= FARTHEST_M:
        raise ValueError(f"tolerance_m is {tolerance_m:g}; write metres, more than 0")
    for distance_m in distances_m:
        if not tolerance_m < distance_m <= FARTHEST_M:
            more, most = f"more than tolerance_m ({tolerance_m:g})", f"at most {FARTHEST_M:,.0f}"
            raise ValueError(f"distance_m is {distance_m:g}; write metres, {more} and {most}")
