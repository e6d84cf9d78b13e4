"""How many discs lie to a border, each by the search of its centre alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

import numpy as np
import numpy.typing as npt

from geomap.border.answers import Discs, Gap
from geomap.border.gaps import may_be_nearer
from geomap.border.guards import checked_metres, checked_radii
from geomap.border.sides import SLIVER_M, Found
from geomap.geometry import Floats
from geomap.vocabulary import NEAR_BORDER_KM


class Told(Protocol):
    """What tells the countries of points that were measured."""

    def of_points(self, x: Floats, y: Floats, found: Found) -> npt.NDArray[np.object_]:
        """Their codes; None where it cannot be said."""


#: "near" by its code below.
_NEAR = np.array([None, False, True], dtype=object)


def measured_discs(
    nearest: Callable[[Floats, Floats, bool | None], Found],
    gaps: Sequence[Gap],
    sides: Told,
    lon: Floats,
    lat: Floats,
    radius_m: npt.ArrayLike,
    *,
    near_m: float = NEAR_BORDER_KM * 1000,
    fast: bool | None = None,
) -> Discs:
    """Discs measured to a border; see `geomap.border.answers.Discs`.

    Moving s metres changes the distance from a line, and that from a gap's end, by no more than s: the bounds follow.

    Args:
        nearest: measures points to the border, by compiled code or not.
        gaps: of the border.
        sides: of the border.
        lon: of the centres, degrees, on Earth.
        lat: degrees, likewise.
        radius_m: metres; of any shape that fits the centres'.
        near_m: what counts as near, metres.
        fast: whether to search by compiled code; None where that is to be chosen.
    """
    near_m = checked_metres("near_m", near_m)
    x, y, radius = np.broadcast_arrays(lon, lat, checked_radii(radius_m))
    shape, x, y, radius = x.shape, x.ravel(), y.ravel(), radius.ravel()
    found = nearest(x, y, fast)
    distance, foot_lon, foot_lat, segment = found
    least, greatest = np.maximum(0.0, distance - radius), distance + radius
    # A point of a disc may have ways to a gap's ends that are shorter by a radius each, and be a radius farther off itself.
    at_gap = may_be_nearer(gaps, x, y, greatest + radius)
    country = sides.of_points(x, y, found)
    country[distance <= radius] = None
    some = np.flatnonzero(at_gap)  # a stretch that may run through a disc may be nearer to its points, too
    country[some[may_be_nearer(gaps, x[some], y[some], radius[some])]] = None
    # As for areas, an excess of less than `SLIVER_M` is not held against a disc.
    near = _NEAR[np.where(greatest <= near_m + SLIVER_M, 2, (least > near_m) & ~at_gap)]
    arrays = {"distance_m": distance, "min_m": least, "max_m": greatest, "nearest_lon": foot_lon, "nearest_lat": foot_lat}
    told = {"segment": segment, "country": country, "near": near, "at_gap": at_gap}
    return Discs(**{name: values.reshape(shape) for name, values in {**arrays, **told}.items()})
