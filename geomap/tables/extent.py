"""What a map shows as it opens."""

from __future__ import annotations

import math

import numpy as np
import shapely

from geomap.geometry import Floats
from geomap.tables.frames import Tables

#: Incidents nearer to the border than this belong to the map as it opens.
SEEN_KM = 600.0
#: How much wider than over 180 another empty stretch must be, degrees, for the drawn world to begin there.
MOVED = 60.0


def extent_of(published: Tables) -> tuple[float, float, float, float]:
    """West, south, east and north of the map as it opens, degrees: the story's, or the border and the incidents near it.

    East is less than west where that is across the antimeridian.
    """
    if published.story.extent:
        return published.story.extent
    near = published.incidents["distance_min_km"].fillna(math.inf).to_numpy(dtype=float) <= SEEN_KM
    shapes = np.array([*published.border.geometry, *published.incidents.geometry[near]], dtype=object)
    points = shapely.get_coordinates(shapes)
    lon, lat = points.T
    if np.ptp(lon) > 180 > np.ptp(lon % 360):
        lon = lon % 360
    west, east = ((float(x) + 180) % 360 - 180 if abs(x) > 180 else float(x) for x in (lon.min(), lon.max()))
    return west, float(lat.min()), east, float(lat.max())


def west_of(published: Tables) -> float:
    """The meridian at which the drawn world begins, degrees: -180, or, where what is told lies around 180, one far from it.

    Then it is the middle of the widest stretch of longitudes on which no border, no incident and no site lies.
    """
    lines = (published.border, published.incidents, published.sites)
    each = {id(area): area for area in published.areas.geometry}  # many rows share one
    areas = shapely.bounds(shapely.get_parts(list(each.values())))
    told = [shapely.get_coordinates(table.geometry.to_numpy())[:, 0] for table in lines]
    return west_of_longitudes(np.concatenate([*told, (areas[:, 0] + areas[:, 2]) / 2]))


def west_of_longitudes(lon: Floats) -> float:
    """The same for points, whose longitudes these are, degrees, of shape (n,)."""
    lon = np.unique(lon)
    if not lon.size:
        return -180.0
    gaps = np.diff(lon, append=lon[0] + 360)
    widest = int(gaps.argmax())
    # Where several are as wide, or nearly, the world stays as everyone knows it.
    return -180.0 if gaps[widest] < gaps[-1] + MOVED else float(np.round(lon[widest] + gaps[widest] / 2))
