"""Shapes and frames of somebody's own, brought to lon/lat on WGS 84, or refused in one sentence."""

from __future__ import annotations

from typing import Any

import numpy as np
import shapely

from geomap.errors import DataError


def in_degrees(frame: Any, name: str) -> Any:
    """A GeoDataFrame or GeoSeries in lon/lat on WGS 84; the same object where it is so already.

    Args:
        frame: as geopandas has it.
        name: what to call it.

    Raises:
        DataError: it states no reference system, or one that does not lead to lon and lat.
    """
    crs = getattr(frame, "crs", None)
    if crs is None:
        raise DataError(f"{name}: states no reference system; set the one that its coordinates are in, as .set_crs(4326) does")
    changed = frame if crs == "EPSG:4326" else frame.to_crs("EPSG:4326")
    if wrong := off_earth(changed.geometry.to_numpy()):
        raise DataError(f"{name}: {wrong}")
    return changed


def off_earth(shapes: Any) -> str | None:
    """What is wrong with shapes in degrees, of which a vertex is not on Earth; None for nothing."""
    points = shapely.get_coordinates([*{id(shape): shape for shape in shapes}.values()])  # rows often share a shape
    wrong = np.flatnonzero(~(np.abs(points) <= (180, 90)).all(axis=1))
    if not wrong.size:
        return None
    x, y = points[wrong[0]]
    return f"a vertex is {x:g} {y:g}; write lon from -180 to 180 and lat from -90 to 90 on WGS 84"


def over_antimeridian(areas: Any) -> str | None:
    """What is wrong with areas in degrees that are not cut where they reach over the antimeridian; None for nothing.

    Their edges are straight in degrees, so one of more than 180 would go around the Earth on the other side. One that stays on
    a pole goes nowhere: it closes an area around the pole.
    """
    rings = shapely.get_rings(shapely.get_parts(areas))
    points, ring = shapely.get_coordinates(rings, return_index=True)
    on_pole = (np.abs(points[:, 1]) == 90) & (np.append(np.diff(points[:, 1]), 1) == 0)
    wide = np.flatnonzero((ring[1:] == ring[:-1]) & (np.abs(np.diff(points[:, 0])) > 180) & ~on_pole[:-1])
    if not wide.size:
        return None
    (x, y), (u, v) = points[wide[0]], points[wide[0] + 1]
    return f"an edge from {x:g} {y:g} to {u:g} {v:g} spans more than 180 degrees; cut it at the antimeridian, as RFC 7946 says"
