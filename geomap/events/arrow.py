"""Arrow in, Arrow out: what engines of tables call, in any thread or process, as often as they like."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import numpy.typing as npt

from geomap.border import Border
from geomap.errors import DataError
from geomap.events.columns import Asked, check_new, chosen
from geomap.events.frames import radii_of_rows
from geomap.events.lying import ANY, To
from geomap.events.measuring import Measuring
from geomap.events.rows import pyarrow
from geomap.project import split_layer
from geomap.vocabulary import NEAR_BORDER_KM

if TYPE_CHECKING:
    import pyarrow as pa

    Rows = TypeVar("Rows", pa.Table, pa.RecordBatch)


def near_arrow(
    table: Rows | Mapping[str, Any],
    *,
    border: str | Path | Border | Sequence[str | Path | Border],
    lon: str = "",
    lat: str = "",
    radius_m: npt.ArrayLike | str | None = None,
    near_km: float = NEAR_BORDER_KM,
    country: str = "",
    prefix: str = "",
    fast: bool | None = None,
) -> Rows:
    """A table with how each of its events lies to borders: what `geomap near` adds, as further columns of Arrow.

    A pure function of its arguments: the same rows give the same columns, however often, in whatever thread or process, and no
    row's depend on another's. It can be pickled, with its options as a `functools.partial`. A border that is named is read once
    in a process, and again where its file has changed.

    Rows keep their order. What is not known is null, never NaN: so are the new columns of a row without usable coordinates,
    and its ``not_measured`` says why. Texts are read as `geomap.events.degrees.Axis` does, all rows of a call together.

    Args:
        table: a table or record batch of n rows; or columns by name, each of shape (n,), of numpy or Arrow.
        border: a pair ("IRN-PAK"), a file, a `Border`, "any" for the nearest land border of each event's country, or several.
        lon: the column of longitudes, degrees; found by its usual names unless given.
        lat: that of latitudes.
        radius_m: how far an event may be from its point, metres: a number, one for each row, or the name of a column; null or
            NaN where that is not known. Without it, events are points: no interval, side and nearness are the point's.
        near_km: what counts as near, km.
        country: for "any", the column of countries; found by its usual names; where none is told, that of the point.
        prefix: letters before the names of the new columns.
        fast: whether to search by compiled code; by default where it is the quicker for so many rows. An engine that calls this
            for a few thousand rows at a time, and often, does better with True.

    Returns:
        The same rows with the new columns after their own: a record batch for a record batch, else a table. Distances are km
        (float64), coordinates degrees (float64), ``at_gap`` is a boolean, all others are texts.

    Raises:
        DataError: a column is not there or would be replaced, or a radius is none.
        MissingError: there is no such border, or pyarrow is not installed.
        ImportError: ``fast`` is True and numba is not installed.
    """
    arrow = pyarrow()
    rows = arrow.table(dict(table)) if isinstance(table, Mapping) else table
    names = rows.schema.names
    kind = replace(chosen("the table", names, Asked(lon=lon, lat=lat, country=country)), radii_km={})
    named = [border] if isinstance(border, str | Path | Border) else list(border)
    if not named:
        raise DataError("border: name at least one")
    to = To(borders=[_border(one) for one in named], near_m=near_km * 1000, prefix=prefix)
    check_new("the table", names, to.names())
    whole = arrow.Table.from_batches([rows]) if isinstance(rows, arrow.RecordBatch) else rows
    if isinstance(radius_m, str):
        radius_m = _metres(whole, radius_m)
    radii = radii_of_rows(radius_m, len(whole))
    added = Measuring(file="the table", to=to, kind=kind, fast=fast).added(whole, radius_m=radii)
    return _with(rows, added.columns)


def _metres(table: pa.Table, name: str) -> Any:
    """A column of radii, metres."""
    arrow = pyarrow()
    if name not in table.schema.names:
        raise DataError(f"radius_m: the table has no column {name!r}; name one, or give metres")
    try:
        return table.column(name).cast(arrow.float64()).to_numpy()
    except (arrow.ArrowInvalid, arrow.ArrowNotImplementedError) as error:
        raise DataError(f"radius_m: the column {name!r} holds {table.column(name).type} and not metres") from error


def _with(rows: Rows, columns: Mapping[str, Any]) -> Rows:
    """Rows with further columns behind their own."""
    arrow, schema = pyarrow(), rows.schema
    for name, cells in columns.items():
        schema = schema.append(arrow.field(name, cells.type))
    made: Rows = type(rows).from_arrays([*rows.columns, *columns.values()], schema=schema)
    return made


def _border(one: str | Path | Border) -> Border | str:
    """A border, read once in a process."""
    if isinstance(one, Border) or one == ANY:
        return one
    file = split_layer(one)[0]
    stamp = (file.stat().st_mtime_ns, file.stat().st_size) if file.is_file() else None
    return _read(one, stamp)


@lru_cache(maxsize=16)
def _read(name: str | Path, _stamp: tuple[int, int] | None) -> Border:
    return Border.read(name)
