"""A frame of events in pandas or geopandas, measured to borders."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np
import numpy.typing as npt

from geomap.border import Border
from geomap.errors import DataError
from geomap.events.columns import Asked, check_new, chosen
from geomap.events.countries import alpha3
from geomap.events.degrees import Axis
from geomap.events.lying import ANY, To, lie, xy_of
from geomap.geometry import Floats
from geomap.vocabulary import NEAR_BORDER_KM

if TYPE_CHECKING:
    import pandas as pd

    Frame = TypeVar("Frame", bound=pd.DataFrame)


def near(
    frame: Frame,
    *,
    border: str | Path | Border | Sequence[str | Path | Border],
    radius_m: npt.ArrayLike | str | None = None,
    near_km: float = NEAR_BORDER_KM,
    lon: str = "",
    lat: str = "",
    country: str = "",
    prefix: str = "",
) -> Frame:
    """A frame of events with how each lies to borders: what `geomap near` adds, as columns of a copy.

    Index and columns stay. A row without usable coordinates is kept: its new columns are empty, and ``not_measured`` says why.
    A point at 0, 0 counts as none. Texts are read as `geomap.events.degrees.Axis` does: "7,8939", "72.5°W".

    Args:
        frame: with points in any reference system, or with columns of degrees.
        border: a pair ("IRN-PAK"), a file, a `Border`, "any" for the nearest land border of each event's country, or several.
        radius_m: how far an event may be from its point, metres: a number, one for each row, or the name of a column; NaN where
            that is not known. Without it, events are points: no interval, side and nearness are the point's.
        near_km: what counts as near, km.
        lon: the column of longitudes, degrees; found by its usual names unless given.
        lat: that of latitudes.
        country: for "any", the column of countries; found by its usual names; where none is told, that of the point.
        prefix: letters before the names of the new columns.

    Raises:
        DataError: a column is not there or would be replaced, the frame states no reference system, or a radius is none.
        MissingError: there is no such border.
    """
    geometry = hasattr(frame, "geometry") and hasattr(frame, "crs")
    columns = [str(name) for name in frame.columns]
    kind = chosen("the frame", columns, Asked(lon=lon, lat=lat, country=country), geometry=geometry)
    if kind.lon:
        (x, no_lon), (y, no_lat) = Axis("EW").read(frame[kind.lon]), Axis("NS").read(frame[kind.lat])
        unread = no_lon | no_lat
    else:
        (x, y), unread = _points(frame), {}
    named = [border] if isinstance(border, str | Path | Border) else list(border)
    borders = [b if isinstance(b, Border) else ANY if b == ANY else Border.read(b) for b in named]
    to = To(borders=borders, near_m=near_km * 1000, prefix=prefix)
    check_new("the frame", columns, to.names())
    said = None
    if ANY in borders and kind.country:
        said = np.array([alpha3(cell) for cell in frame[kind.country]], dtype=object)
    found = lie(to, x, y, _radii(frame, radius_m), said, unread=unread)
    return frame.assign(**{name: _series(name, values, frame) for name, values in found.items()})


def _points(frame: Any) -> tuple[Floats, Floats]:
    """Longitudes and latitudes of a frame's points; NaN where a row has none."""
    if frame.crs is None:
        raise DataError("the frame states no reference system; set the one that its coordinates are in, as .set_crs(4326) does")
    points = frame.geometry if frame.crs == "EPSG:4326" else frame.geometry.to_crs("EPSG:4326")
    return xy_of(points.to_numpy())


def _numbers(column: Any) -> Floats:
    import pandas as pd

    numbers = np.asarray(pd.to_numeric(column, errors="coerce").to_numpy(dtype=float, na_value=np.nan))
    if len(lost := column[np.isnan(numbers) & column.notna()]):
        raise DataError(f"radius_m holds {lost.iloc[0]!r}; write metres, or NaN where it is not known")
    return numbers


def _radii(frame: Any, radius_m: npt.ArrayLike | str | None) -> Floats | None:
    """A radius for each row, metres; NaN where it is not known."""
    if isinstance(radius_m, str):
        if radius_m not in frame.columns:
            raise DataError(f"radius_m: the frame has no column {radius_m!r}; name one, or give metres")
        radius_m = frame[radius_m]
    if radius_m is not None and hasattr(radius_m, "reindex"):
        radius_m = _numbers(radius_m.reindex(frame.index))
    return radii_of_rows(radius_m, len(frame))


def radii_of_rows(radius_m: npt.ArrayLike | None, count: int) -> Floats | None:
    """A radius for each of so many rows, metres, from one or as many; NaN where it is not known.

    Raises:
        DataError: there are more or fewer, or one is no radius.
    """
    if radius_m is None:
        return None
    radii = np.asarray(radius_m, dtype=float)
    if radii.ndim and radii.shape != (count,):
        raise DataError(f"radius_m has the shape {radii.shape}; give one number, or one for each of the {count} rows")
    if (radii < 0).any() or np.isinf(radii).any():
        raise DataError(
            f"radius_m holds {radii[(radii < 0) | np.isinf(radii)].flat[0]:g}; write metres, or NaN where it is not known"
        )
    return np.broadcast_to(radii, count)


def _series(name: str, values: Any, frame: Any) -> Any:
    """A column of the same type whatever stands in it: texts and None, floats, or booleans that may be missing."""
    import pandas as pd

    return pd.Series(values, index=frame.index, dtype="boolean" if name.endswith("at_gap") else values.dtype)
