"""Rows so far from a border, or from all others, that they may be mistakes: a minus that was lost, lon and lat swapped."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry.base import BaseGeometry

from geomap import project
from geomap.border import Border
from geomap.events.countries import alpha3
from geomap.events.lying import Column, To
from geomap.geometry import Floats, asked, cut

#: Farther than this from a border and outside its countries, a row may be a mistake; so far off, whole tables were swapped.
FAR_M = 1_000_000.0

#: Where so great a share of a table lies within that distance of its middle, the others are apart from it.
_BULK = 0.9
_EARTH_M = 6_371_000.0
#: So far from its countries' outlines, a point may still be theirs: waters and islands. Degrees.
_BESIDE_DEG = 1.0


def far_rows(to: To, lon: Floats, lat: Floats, columns: Mapping[str, Column]) -> npt.NDArray[np.bool_]:
    """Rows that lie farther than `FAR_M` from every border and outside its countries.

    Args:
        to: the borders; for `ANY`, which is never far by itself, no row is.
        lon: degrees, shape (n,).
        lat: likewise.
        columns: what `lie` found.
    """
    far = np.ones(lon.shape, dtype=bool)
    for border, before in to.each():
        if not isinstance(border, Border):
            return np.zeros(lon.shape, dtype=bool)
        far &= columns[f"{before}distance_km"] * 1000 > FAR_M
        rows = np.flatnonzero(far)
        codes = frozenset(filter(None, map(alpha3, border.countries)))
        if rows.size and codes:
            far[rows] = ~asked(shapely.contains_xy, _around(codes, border.line.bounds), lon[rows], lat[rows])
    return far


def apart_rows(lon: Floats, lat: Floats) -> npt.NDArray[np.bool_]:
    """Rows that lie farther than `FAR_M` from the middle of a table, nearly all of which lies nearer; else none.

    Args:
        lon: degrees, shape (n,); NaN where a row has none.
        lat: likewise.
    """
    x, y = np.radians(lon), np.radians(lat)
    points = np.array([np.cos(y) * np.cos(x), np.cos(y) * np.sin(x), np.sin(y)])  # on a sphere, which is near enough
    some = points[:, np.isfinite(x)]
    if not some.size:
        return np.zeros(lon.shape, dtype=bool)
    middle = np.median(some, axis=1)
    least = np.cos(FAR_M / _EARTH_M) * np.linalg.norm(middle)
    apart = middle @ points < least
    return apart if np.mean(middle @ some < least) <= 1 - _BULK else np.zeros_like(apart)


@cache
def _around(codes: frozenset[str], extent: tuple[float, float, float, float]) -> BaseGeometry:
    """The countries whose border lies in an extent, with what is beside them."""
    areas = [area for code, area in project.read_world_countries(extent).items() if alpha3(code) in codes]
    around = cut(shapely.buffer(shapely.simplify(shapely.union_all(areas), _BESIDE_DEG / 10), _BESIDE_DEG))
    shapely.prepare(around)
    return around
