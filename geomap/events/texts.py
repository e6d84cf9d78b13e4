"""A table written as CSV: cells that were read as text are written as they stood, and quoted only where they must be."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import shapely
from pyproj import CRS

from geomap.errors import DataError
from geomap.events.rows import pyarrow

if TYPE_CHECKING:
    import pyarrow as pa


_WGS84 = "EPSG:4326"


class Geometry:
    """The column of points of a table that is written: as it was read, or made from its degrees."""

    def __init__(self, name: str, crs: Any = None, type: str = "Point") -> None:
        """Of a column's name, its reference system, and its type, as GDAL calls it.

        None is lon/lat on WGS 84. That has two names: written is the one that other tables of geomap have.
        """
        self.name, self.type = name, type
        self.crs = CRS.from_user_input(crs or _WGS84)
        if self.crs == CRS("OGC:CRS84"):
            self.crs = CRS(_WGS84)
        self.in_degrees = self.crs == CRS(_WGS84)


def with_wkt(table: pa.Table, geometry: Geometry | None) -> pa.Table:
    """A table whose points are WKT in place of WKB."""
    if geometry is None or geometry.name not in table.schema.names:
        return table
    k = table.schema.get_field_index(geometry.name)
    shapes = shapely.from_wkb(table.column(k).to_numpy(zero_copy_only=False))
    texts = [None if shape is None else shapely.to_wkt(shape, rounding_precision=-1) for shape in shapes]
    return table.set_column(k, geometry.name, pyarrow().array(texts, pyarrow().string()))


def write_csv(out: IO[bytes] | Path, schema: pa.Schema, tables: Iterator[pa.Table], geometry: Geometry | None) -> None:
    """CSV, or tab-separated by its suffix; packed where that is .gz. Points are written as WKT."""
    _refuse_nested(out, schema, geometry)
    if not isinstance(out, Path):
        _write(out, ",", schema, tables, geometry)
        return
    separator = "\t" if out.name.lower().removesuffix(".gz").endswith(".tsv") else ","
    packed = out.suffix.lower() == ".gz"
    with out.open("wb") as plain:
        if packed:
            with gzip.GzipFile(fileobj=plain, mode="wb", compresslevel=6, mtime=0, filename="") as file:
                _write(file, separator, schema, tables, geometry)
        else:
            _write(plain, separator, schema, tables, geometry)


def _refuse_nested(out: IO[bytes] | Path, schema: pa.Schema, geometry: Geometry | None) -> None:
    """Refuse columns of lists, objects or bytes."""
    types = pyarrow().types
    for one in schema:
        nested = types.is_nested(one.type) or types.is_binary(one.type) or types.is_large_binary(one.type)
        if nested and one.name != (geometry.name if geometry else None):
            file = f"{out.name}: " if isinstance(out, Path) else ""
            raise DataError(f"{file}column {one.name!r} is {one.type}, which CSV cannot hold; write Parquet")


def _write(
    file: IO[bytes] | gzip.GzipFile, separator: str, schema: pa.Schema, tables: Iterator[pa.Table], geometry: Geometry | None
) -> None:
    """Line by line, each the cells of a row."""
    arrow = pyarrow()
    from pyarrow import compute

    head = _cells(arrow.chunked_array([arrow.array(schema.names, arrow.string())]), separator).to_pylist()
    file.write((separator.join(head) + "\n").encode())
    for table in tables:
        cells = [_cells(column, separator) for column in with_wkt(table, geometry).columns]
        cells[-1] = compute.binary_join_element_wise(cells[-1], "", "\n", null_handling="replace")
        lines = compute.binary_join_element_wise(*cells, separator, null_handling="replace") if len(cells) > 1 else cells[0]
        for chunk in lines.chunks if isinstance(lines, arrow.ChunkedArray) else [lines]:
            file.write(_data(chunk))


def _cells(column: pa.ChunkedArray, separator: str) -> pa.Array:
    """A column's cells as CSV has them; null where nothing is to stand."""
    arrow = pyarrow()
    from pyarrow import compute

    column = column.combine_chunks()
    if arrow.types.is_dictionary(column.type):
        column = column.dictionary_decode()
    column = column.cast(arrow.string())
    data = bytes(_data(column))
    marked = [mark for mark in (separator, '"', "\n", "\r") if mark.encode() in data]
    empty = compute.equal(compute.binary_length(column), 0)  # a text of no letters is not a missing one
    if not marked and not compute.any(empty).as_py():
        return column
    quoted = empty
    for mark in marked:
        quoted = compute.or_(quoted, compute.match_substring(column, mark))
    escaped = compute.replace_substring(column, '"', '""')
    return compute.if_else(quoted, compute.binary_join_element_wise('"', escaped, '"', ""), column)


def _data(column: pa.Array) -> memoryview:
    """The bytes of a column of texts, one after another."""
    arrow = pyarrow()
    _, offsets, data = column.buffers()
    if data is None or not len(column):
        return memoryview(b"")
    ends = arrow.Array.from_buffers(arrow.int32(), len(column) + 1, [None, offsets], offset=column.offset)
    return memoryview(data)[ends[0].as_py() : ends[-1].as_py()]
