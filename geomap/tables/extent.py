"""What a map shows as it opens."""

from __future__ import annotations

import math

import numpy as np
import shapely

from geomap.tables.frames import Tables

#: Incidents nearer to the border than this belong to the map as it opens.
SEEN_KM = 600.0


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
