"""How events lie to borders: the columns that are added, from points and radii alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
import shapely

from geomap.border import Border, Discs, land_borders
from geomap.events.countries import by_point, is_none
from geomap.geometry import Floats, outwards_km
from geomap.vocabulary import BANDS_KM

#: Values of a column; NaN or None where there is none.
Column: TypeAlias = npt.NDArray[Any]

#: The nearest land border of each event's country, in place of a border.
ANY = "any"

#: The columns for each border, and those that stand once.
BORDER_COLUMNS = (
    *("distance_km", "distance_min_km", "distance_max_km", "nearest_lon", "nearest_lat"),
    *("border_country", "near_border", "band_km", "at_gap"),
)
PAIR = "border"
NOT_MEASURED = "not_measured"

#: Why a row is not measured in which something stands that is no coordinate.
UNREAD = "coordinates that cannot be read"

_NEAR = {True: "yes", False: "no", None: "unknown"}


@dataclass(frozen=True, slots=True, kw_only=True)
class To:
    """What is measured to, and how: borders in the order in which they were named."""

    borders: Sequence[Border | str]  #: `ANY` is the nearest land border of each event's country
    near_m: float
    prefix: str = ""

    def names(self) -> tuple[str, ...]:
        """The columns that are added. With several borders, each one's have its name before them."""
        return (*(name for _, before in self.each() for name in self._of_one(_, before)), f"{self.prefix}{NOT_MEASURED}")

    def _of_one(self, border: Border | str, before: str) -> Iterator[str]:
        yield from (before + name for name in ((PAIR,) if border == ANY else ()) + BORDER_COLUMNS)

    def each(self) -> Iterator[tuple[Border | str, str]]:
        """The borders, each with what stands before the names of its columns."""
        for border in self.borders:
            name = border if isinstance(border, str) else border.id
            word = "".join(letter if letter.isalnum() else "_" for letter in name)
            yield border, f"{self.prefix}{word}_" if len(self.borders) > 1 else self.prefix


def lie(
    to: To,
    lon: Floats,
    lat: Floats,
    radius_m: Floats | None = None,
    countries: Column | None = None,
    fast: bool | None = None,
    unread: Iterable[int] = (),
) -> dict[str, Column]:
    """The columns that are added to a table, by name: a pure function of its points.

    Args:
        to: the borders.
        lon: degrees, shape (n,); NaN where a row has none.
        lat: likewise.
        radius_m: how far an event may be from its point, metres; NaN where that is not known; None: no row's is, and side and
            nearness are of the point.
        countries: alpha-3 code of each event's country, or None where that of the point is meant; for `ANY` alone.
        fast: whether to search by compiled code; None where that is to be chosen by how many rows these are.
        unread: rows that hold coordinates which cannot be read.
    """
    reasons = reasons_of(lon, lat)
    reasons[list(unread)] = UNREAD
    usable = np.flatnonzero(is_none(reasons))
    x, y = lon[usable], lat[usable]
    radius = np.zeros(x.size) if radius_m is None else radius_m[usable]
    known = np.isfinite(radius)
    columns: dict[str, Column] = {}
    for border, before in to.each():
        if isinstance(border, Border):
            discs = border.discs(x, y, np.where(known, radius, 0.0), near_m=to.near_m, fast=fast)
            found = _columns(discs, known, radius_m is not None)
        else:
            codes = by_point(x, y, None if countries is None else countries[usable])
            found = _to_land_borders(codes, x, y, radius, radius_m is not None, near_m=to.near_m, fast=fast)
            for row in usable[is_none(found[PAIR])]:
                reasons[row] = "its country has no land border" if codes[np.searchsorted(usable, row)] else "in no country"
        columns |= {before + name: _spread(values, usable, lon.size) for name, values in found.items()}
    return columns | {f"{to.prefix}{NOT_MEASURED}": reasons}


def reasons_of(lon: Floats, lat: Floats) -> Column:
    """Why a row cannot be measured; None where it can."""
    reasons = np.full(lon.shape, None, dtype=object)
    with np.errstate(invalid="ignore"):
        reasons[(np.abs(lon) > 180) | (np.abs(lat) > 90)] = "not on Earth"
    reasons[~(np.isfinite(lon) & np.isfinite(lat))] = "no coordinates"
    reasons[(lon == 0) & (lat == 0)] = "coordinates 0, 0, which stand for none"
    return reasons


def _columns(discs: Discs, known: npt.NDArray[np.bool_], wide: bool) -> dict[str, Column]:
    """Of discs that were measured to one border.

    Args:
        discs: in metres.
        known: where the radius is known.
        wide: whether rows have radii at all: then a row without one has no interval, no side, and is near or not unknown.
    """
    with_interval = known & wide
    km = discs.distance_m / 1000
    low, high = outwards_km(discs.min_m, discs.max_m, unit_m=1.0)
    bands = np.array([*BANDS_KM, np.nan])
    near = np.array([_NEAR[None], _NEAR[False], _NEAR[True]], dtype=object)
    code = np.where(discs.near == np.array(True, dtype=object), 2, discs.near == np.array(False, dtype=object))
    country = discs.country.copy()
    country[~known] = None
    return {
        "distance_km": np.round(km, 3),
        "distance_min_km": np.where(with_interval, low, np.nan),
        "distance_max_km": np.where(with_interval, high, np.nan),
        "nearest_lon": np.round(discs.nearest_lon, 6),
        "nearest_lat": np.round(discs.nearest_lat, 6),
        "border_country": country,
        "near_border": near[np.where(known, code, 0)],
        "band_km": bands[np.searchsorted(BANDS_KM, km)],
        "at_gap": discs.at_gap.astype(object),
    }


def _to_land_borders(codes: Column, lon: Floats, lat: Floats, radius: Floats, wide: bool, **how: Any) -> dict[str, Column]:
    """The columns of events by the land borders of their countries; None and NaN where a country has none."""
    known = np.isfinite(radius)
    columns: dict[str, Column] = {PAIR: np.full(lon.shape, None, dtype=object)}
    for code in sorted({code for code in codes if code}):
        some = np.flatnonzero(codes == code)
        if (borders := land_borders(code)) is None:
            continue
        discs = borders.discs(lon[some], lat[some], np.where(known, radius, 0.0)[some], **how)
        for name, values in (_columns(discs, known[some], wide) | {PAIR: borders.names(discs)}).items():
            if name not in columns:
                columns[name] = np.full(lon.shape, None if values.dtype == object else np.nan, dtype=values.dtype)
            columns[name][some] = values
    for name in BORDER_COLUMNS:  # of no row, where no country has a border
        columns.setdefault(name, np.full(lon.shape, np.nan if name.endswith(("km", "lon", "lat")) else None))
    return columns


def xy_of(shapes: npt.NDArray[np.object_]) -> tuple[Floats, Floats]:
    """Coordinates of points, and of sets of one point; NaN for what is missing, empty or no point."""
    alone = (shapely.get_type_id(shapes) == shapely.GeometryType.MULTIPOINT) & (shapely.get_num_geometries(shapes) == 1)
    shapes = np.where(alone, shapely.get_geometry(shapes, 0), shapes)
    x, y = np.full(len(shapes), np.nan), np.full(len(shapes), np.nan)
    some = (shapely.get_type_id(shapes) == shapely.GeometryType.POINT) & ~shapely.is_empty(shapes)
    x[some], y[some] = shapely.get_x(shapes[some]), shapely.get_y(shapes[some])
    return x, y


def _spread(values: Column, rows: npt.NDArray[np.int64], count: int) -> Column:
    """Values of some rows among all."""
    if rows.size == count:
        return values
    whole = np.full(count, None if values.dtype == object else np.nan, dtype=values.dtype)
    whole[rows] = values
    return whole


def counted(columns: Mapping[str, Column], to: To) -> Counter[str]:
    """How many rows could not be measured, by the reason."""
    return Counter(reason for reason in columns[f"{to.prefix}{NOT_MEASURED}"] if reason)
