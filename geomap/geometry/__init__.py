"""Discs, rings, sectors, ellipses on the WGS 84 ellipsoid, as polygons in lon/lat; and what regions share."""

from __future__ import annotations

from geomap.geometry.degrees import in_degrees, off_earth, over_antimeridian
from geomap.geometry.ellipsoid import (
    E2,
    GEOD,
    R_MIN,
    A,
    B,
    Floats,
    Ints,
    R,
    forward,
    heading,
    inverse,
    length_of,
    to_degrees,
    to_earth,
)
from geomap.geometry.regions import SAME, area_of, fineness, narrow, same
from geomap.geometry.shapes import corridor, disc, distances, distances_to, ellipse, polygons, ring, sector, star

__all__ = [
    "E2",
    "GEOD",
    "R_MIN",
    "SAME",
    "A",
    "B",
    "Floats",
    "Ints",
    "R",
    "area_of",
    "corridor",
    "disc",
    "distances",
    "distances_to",
    "ellipse",
    "fineness",
    "forward",
    "heading",
    "in_degrees",
    "inverse",
    "length_of",
    "narrow",
    "off_earth",
    "over_antimeridian",
    "polygons",
    "ring",
    "same",
    "sector",
    "star",
    "to_degrees",
    "to_earth",
]
