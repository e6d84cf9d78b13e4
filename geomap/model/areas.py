"""Which polygons in lon/lat are one area on the Earth."""

from __future__ import annotations

import shapely
from shapely import affinity
from shapely.geometry import MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from geomap.model.once import once_per_shape


@once_per_shape
def separate_areas(area: BaseGeometry) -> tuple[Polygon | MultiPolygon, ...]:
    """The separate areas of polygons, those with an edge in common at the antimeridian as one: RFC 7946, 3.1.9, cuts it there.

    >>> from shapely import box
    >>> [part.geom_type for part in separate_areas(box(170, 0, 180, 1) | box(-180, 0, -170, 1) | box(0, 0, 1, 1))]
    ['MultiPolygon', 'Polygon']

    Args:
        area: a polygon or several, lon/lat.

    Returns:
        In the order of their first polygons.
    """
    parts = list(shapely.get_parts(area))
    sides = [[n for n, part in enumerate(parts) if part.bounds[end] == lon] for end, lon in ((2, 180), (0, -180))]
    home = list(range(len(parts)))
    for east in sides[1]:
        beyond = affinity.translate(parts[east], 360)
        for west in sides[0]:
            if home[west] != home[east] and parts[west].intersection(beyond).length > 0:
                first, other = sorted((home[west], home[east]))
                home = [first if n == other else n for n in home]
    together = [[part for part, n in zip(parts, home, strict=True) if n == first] for first in dict.fromkeys(home)]
    return tuple(some[0] if len(some) == 1 else MultiPolygon(some) for some in together)
