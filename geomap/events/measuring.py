"""What is added to some rows of a table of events: Arrow in, Arrow out, by every way in which tables are measured."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
import shapely
from pyproj import CRS, Transformer

from geomap.errors import DataError
from geomap.events.columns import radius_of
from geomap.events.countries import alpha3
from geomap.events.degrees import Axis
from geomap.events.far import far_rows
from geomap.events.kinds import Kind
from geomap.events.lying import ANY, Column, To, counted, lie, xy_of
from geomap.events.rows import pyarrow
from geomap.geometry import Floats

if TYPE_CHECKING:
    import pyarrow as pa

#: Longitudes and latitudes, NaN where a row has none; and what stands in rows whose cells are no coordinates.
Places: TypeAlias = tuple[Floats, Floats, dict[int, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Far:
    """A row that lies far from every border."""

    row: int  #: counted from 1
    lon: float
    lat: float
    km: float  #: to the nearest of the borders


@dataclass(slots=True, kw_only=True)
class Tally:
    """What became of rows."""

    rows: int = 0
    not_measured: Counter[str] = field(default_factory=Counter)  #: rows by the reason
    without_radius: Counter[str] = field(default_factory=Counter)  #: rows by the precision's code that has no radius
    unread: tuple[str, int] | None = None  #: the first cell that is no coordinate, and its row, counted from 1
    far: int = 0  #: rows that `far_rows` finds
    first_far: Far | None = None

    def add(self, later: Tally) -> None:
        """Count the rows that follow, too."""
        self.not_measured += later.not_measured
        self.without_radius += later.without_radius
        if later.unread and not self.unread:
            self.unread = later.unread[0], self.rows + later.unread[1]
        if (far := later.first_far) and not self.first_far:
            self.first_far = Far(row=self.rows + far.row, lon=far.lon, lat=far.lat, km=far.km)
        self.far += later.far
        self.rows += later.rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """The new columns of some rows, with what they were made from."""

    columns: dict[str, pa.Array]  #: by name, in their order; null where there is none
    lon: Floats  #: degrees, NaN where a row has none
    lat: Floats
    radius_m: Floats | None
    tally: Tally


@dataclass(frozen=True, slots=True, kw_only=True)
class Measuring:
    """How tables of one schema are measured: what it gives depends on the rows alone, and it can be pickled."""

    file: str  #: what to call the table
    to: To
    kind: Kind
    geometry: str = ""  #: the column of points as WKB, where ``kind`` names none of degrees
    crs: Any = None  #: of the geometry, as pyproj takes it; None is lon/lat on WGS 84
    fast: bool | None = None  #: whether to search by compiled code; None where that is to be chosen by how many rows these are

    def places(self, table: pa.Table, axes: tuple[Axis, Axis] | None = None) -> Places:
        """Where the rows of a table lie; what ``axes`` know of earlier parts of it counts.

        Raises:
            DataError: its shapes are no points.
        """
        kind = self.kind
        if kind.lon:
            (x, no_lon), (y, no_lat) = (
                axis.read(cells(table.column(name)))
                for axis, name in zip(axes or (Axis("EW"), Axis("NS")), (kind.lon, kind.lat), strict=True)
            )
            return x, y, no_lat | no_lon
        shapes = shapely.from_wkb(table.column(self.geometry).to_numpy(zero_copy_only=False), on_invalid="ignore")
        x, y = xy_of(shapes)
        if np.isnan(x).all() and (types := {one.geom_type for one in shapes if one is not None and not one.is_empty}):
            raise DataError(f"{self.file}: holds {' and '.join(sorted(types))}; give points, such as the middles of its shapes")
        if to_degrees := _to_degrees(self.crs):
            x, y = to_degrees.transform(x, y)
        return x, y, {}

    def added(self, table: pa.Table, places: Places | None = None, radius_m: Floats | None = None) -> Added:
        """The columns that are added to a table.

        Args:
            table: n rows.
            places: where they lie, if that is known.
            radius_m: of each, metres, shape (n,); without it, by the code that the kind has radii for.
        """
        lon, lat, unread = places or self.places(table)
        tally = Tally(rows=len(table))
        radius_m = radii_of_codes(table, self.kind, tally) if radius_m is None else radius_m
        said = countries_of(table, self.kind) if ANY in self.to.borders else None
        found = lie(self.to, lon, lat, radius_m, said, self.fast, unread)
        if unread:
            tally.unread = unread[min(unread)], min(unread) + 1
        tally.not_measured += counted(found, self.to)
        self.count_far(tally, lon, lat, found)
        return Added(columns=in_arrow(found), lon=lon, lat=lat, radius_m=radius_m, tally=tally)

    def count_far(self, tally: Tally, lon: Floats, lat: Floats, found: Mapping[str, Column]) -> Any:
        """Count the rows that `far_rows` finds; which these are.

        Args:
            tally: where they are counted.
            lon: degrees, shape (n,).
            lat: likewise.
            found: what `lie` found.
        """
        far = far_rows(self.to, lon, lat, found)
        if far.any():
            tally.far, tally.first_far = int(far.sum()), self._far(int(np.argmax(far)), lon, lat, found)
        return far

    def _far(self, row: int, lon: Floats, lat: Floats, found: Mapping[str, Column]) -> Far:
        km = min(float(found[f"{before}distance_km"][row]) for _, before in self.to.each())
        return Far(row=row + 1, lon=float(lon[row]), lat=float(lat[row]), km=km)


def in_arrow(columns: Mapping[str, Column]) -> dict[str, pa.Array]:
    """Columns as Arrow has them, each of the type of its name; null where there is none."""
    arrow = pyarrow()
    return {name: arrow.array(values, type_of(name), from_pandas=True) for name, values in columns.items()}


def type_of(name: str) -> pa.DataType:
    """The type of a new column, by the end of its name."""
    arrow = pyarrow()
    if name.endswith(("_km", "_lon", "_lat", "_deg")):
        return arrow.float64()
    if name.endswith(("text_start", "text_end", "text_statements")):
        return arrow.int64()
    return arrow.bool_() if name.endswith("at_gap") else arrow.string()


def cells(column: pa.ChunkedArray) -> Any:
    """Numbers where all cells are such, else the cells."""
    arrow = pyarrow()
    try:
        return column.cast(arrow.float64()).to_numpy()
    except (arrow.ArrowInvalid, arrow.ArrowNotImplementedError):
        return column.to_pandas()


def radii_of_codes(table: pa.Table, kind: Kind, tally: Tally) -> Floats | None:
    """Radii in metres by the codes of the precision; NaN for a code without one, which is counted; None where none has any."""
    if not kind.radii_km:
        return None
    if not kind.precision:
        return np.full(len(table), radius_of(None, kind.radii_km))
    codes, which = by_value(table.column(kind.precision))
    radii = np.array([radius_of(code, kind.radii_km) for code in codes])
    for k, times in enumerate(np.bincount(which, minlength=len(codes))):
        if times and np.isnan(radii[k]):
            tally.without_radius["none" if codes[k] is None else str(codes[k])] += int(times)
    return np.asarray(radii[which])


def countries_of(table: pa.Table, kind: Kind) -> Column | None:
    """The countries that rows name, as alpha-3 codes; None where a row names none that is known."""
    if not kind.country:
        return None
    names, which = by_value(table.column(kind.country))
    return np.asarray(np.array([alpha3(name) for name in names], dtype=object)[which])


def by_value(column: pa.ChunkedArray) -> tuple[list[Any], Any]:
    """The values of a column, each once with None last, and which of them each row has.

    Raises:
        DataError: its cells are lists or the like.
    """
    arrow = pyarrow()
    kind = str(column.type)
    try:
        if kind == "string_view" or arrow.types.is_temporal(column.type):  # no dictionary in Arrow; days that Python has not
            column = column.cast(arrow.string())
        coded = column.combine_chunks().dictionary_encode()
    except arrow.ArrowNotImplementedError as error:
        raise DataError(f"a column holds {kind}; give one of texts or numbers") from error
    coded = coded.combine_chunks() if hasattr(coded, "combine_chunks") else coded
    values = [*coded.dictionary.to_pylist(), None]
    return values, coded.indices.cast(arrow.int64()).fill_null(len(values) - 1).to_numpy()


def _to_degrees(given: Any) -> Transformer | None:
    """Brings a geometry's coordinates to lon and lat on WGS 84; None where they are such."""
    crs = CRS.from_user_input(given) if given else None
    if crs is None or crs in (CRS("EPSG:4326"), CRS("OGC:CRS84")):
        return None
    return Transformer.from_crs(crs, "EPSG:4326", always_xy=True)
