"""A table of events in, the same table with how each event lies to borders out: in bounded memory, or not at all."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, TYPE_CHECKING, Any, TypeAlias

import numpy as np

from geomap.border import Border, compiled_from
from geomap.errors import DataError
from geomap.events.ahead import ahead
from geomap.events.columns import Asked, check_new, chosen
from geomap.events.csv_rows import NarrowError, read_csv
from geomap.events.degrees import Axis
from geomap.events.far import FAR_M
from geomap.events.kinds import Kind
from geomap.events.lying import To
from geomap.events.measuring import Measuring, Tally, cells, countries_of, in_arrow, radii_of_codes, type_of
from geomap.events.other_rows import read_json_lines, read_parquet, read_vector
from geomap.events.rows import Rows, pyarrow
from geomap.events.texts import Geometry, write_csv
from geomap.events.writing import WRITERS, points, suffix_of
from geomap.geometry import Floats
from geomap.project import replacing, split_layer
from geomap.reading import check_file

if TYPE_CHECKING:
    import pyarrow as pa

    from geomap.events.checking import Texts

#: Called now and then with how much is read, 0 to 1, and how many rows are done.
Progress: TypeAlias = Callable[[float, int], None]

#: The largest table that is read, megabytes: it is a stream.
MOST_MB = 1_000_000.0

#: How types of columns of CSV begin that a format would write otherwise, or not to all digits.
_AS_WRITTEN = {
    ".gpkg": ("time32", "time64", "timestamp[ns"),
    **dict.fromkeys((".geojson", ".jsonl", ".ndjson"), ("time", "date")),
}

_CSV = (".csv", ".tsv", ".tab", ".txt", ".gz", ".zip")
_SPREADSHEET = (".xlsx", ".xlsm", ".xls", ".ods")
_VECTOR = (".gpkg", ".geojson", ".json", ".fgb", ".shp", ".kml", ".gpx")


@dataclass(slots=True, kw_only=True)
class Done(Tally):
    """What became of a table."""

    kind: Kind = field(default_factory=lambda: Kind(name=""))
    texts: Counter[str] = field(default_factory=Counter)  #: rows by what becomes of their words; see `Held.verdict`
    unsaid: Counter[str] = field(default_factory=Counter)  #: rows whose words cannot be held against the point, by why
    broken: list[str] = field(default_factory=list)  #: the beginnings of rows with too few or too many cells, left out
    broken_at: list[int] = field(default_factory=list)  #: which these are, counted from 1, ascending

    def number_of(self, row: int) -> int:
        """Which row of the table it is that is so many-th of those not left out, both counted from 1."""
        for left_out in self.broken_at:
            row += left_out <= row
        return row


def near_table(
    path: Path,
    out: Path | IO[bytes],
    to: To,
    asked: Asked,
    *,
    swapped_is_meant: bool = False,
    progress: Progress = lambda share, rows: None,
) -> Done:
    """Write a table again with the columns of `geomap.events.lying.lie` beside its own.

    Rows keep their order. Where the work ends early, for whatever reason, nothing is written and what was there stays.

    Args:
        path: the table: CSV, also in a ZIP or packed by gzip, Parquet, a vector file, or JSON lines.
        out: the file to write, its format by its suffix; or an open file that gets CSV.
        to: what to measure to.
        asked: what a person says of the columns.
        swapped_is_meant: whether points are right that look as if lon and lat were swapped.
        progress: is told how far the work is.

    Raises:
        DataError: the table cannot be read or written, said in one sentence.
        MissingError: there is no such file, or pyarrow is not installed.
    """
    check_file(split_layer(path)[0], MOST_MB)
    types: dict[str, Any] = {}
    texts: set[str] = set()
    check = _to_check(path, to, asked) if asked.texts else None
    while True:
        done = Done()
        work = _Work(to, asked, swapped_is_meant, progress, done, texts, check)
        try:
            if isinstance(out, Path):
                suffix = suffix_of(out)
                if out.resolve() == split_layer(path)[0].resolve():
                    raise DataError(f"{out}: is the table itself; give -o another name")
                with _taking_its_place(out) as folder:
                    _copy(path, folder / out.name, suffix, types, work)
            else:
                _copy(path, out, "", types, work)
        except _TextError as found:
            texts.add(found.column)
        except NarrowError as found:
            types |= found.types
        else:
            return done


@contextmanager
def _taking_its_place(out: Path) -> Iterator[Path]:
    """A folder to write a file into, which is moved to its place at the end; others may write beside it meanwhile."""
    place = out.resolve().parent
    if not place.is_dir():
        raise DataError(f"{place}: no such folder; make it, or give -o another")
    with TemporaryDirectory(prefix=".geomap-", dir=place) as folder:
        yield Path(folder)
        with replacing(place) as ready:
            os.replace(Path(folder) / out.name, ready / out.name)


@dataclass(slots=True)
class _Work:
    to: To
    asked: Asked
    swapped_is_meant: bool
    progress: Progress
    done: Done
    texts: set[str]  #: columns of coordinates that are to stay texts
    check: Texts | None = None  #: whose words are held against the points
    axes: tuple[Axis, Axis] = field(default_factory=lambda: (Axis("EW"), Axis("NS")))


class _TextError(Exception):
    """A column of coordinates was taken for one of numbers, and has other texts: the table is to be read again."""

    def __init__(self, column: str) -> None:
        super().__init__(column)
        self.column = column


def _copy(path: Path, out: Path | IO[bytes], suffix: str, types: dict[str, Any], work: _Work) -> None:
    """Read a table, and write it with its new columns."""
    write, spatial = WRITERS.get(suffix, (write_csv, False))
    with read_rows(path, as_text=write is write_csv, types=types, as_written=_AS_WRITTEN.get(suffix, ())) as rows:
        schema = rows.out_schema
        done, asked = work.done, work.asked
        done.kind = chosen(str(path), schema.names, asked, geometry=bool(rows.geometry), kind=rows.kind)
        if rows.nothing_is_text and write is not write_csv:  # its types are found, not given
            schema = _with_numbers(schema, done.kind, work.texts)
        done.broken, done.broken_at = rows.broken, rows.broken_at
        new = (*work.to.names(), *(work.check.names() if work.check else ()))
        check_new(str(path), schema.names, new)
        geometry = Geometry(rows.geometry, rows.crs, rows.type) if rows.geometry else None
        arrow = pyarrow()
        for name in new:
            schema = schema.append(arrow.field(name, type_of(name)))
        if spatial and geometry is None:
            geometry = Geometry("geometry")
            check_new(str(path), schema.names, [geometry.name])
            schema = schema.append(arrow.field(geometry.name, arrow.binary()))
        with closing(ahead(_tables(path, rows, schema, work))) as tables:  # GDAL and Arrow leave it open where they are stopped
            write(out, schema, tables, geometry)
        if not done.rows and done.broken:
            raise DataError(f"{path}: no row has as many cells as the first; the first that differs: {done.broken[0]!r}")


def read_rows(
    path: Path, *, as_text: bool, types: dict[str, Any], as_written: tuple[str, ...] = ()
) -> AbstractContextManager[Rows]:
    """The rows of a table, by the suffix of its file; for the others see `read_csv`."""
    suffix = split_layer(path)[0].suffix.lower()
    if suffix in (".parquet", ".geoparquet", ".pq"):
        return read_parquet(path)
    if suffix in (".jsonl", ".ndjson", ".geojsonl"):
        return read_json_lines(path)
    if suffix in _VECTOR:
        return read_vector(path)
    if suffix in _CSV:
        return read_csv(path, as_text=as_text, types=types, as_written=as_written)
    if suffix in _SPREADSHEET:
        raise DataError(f"{path}: is a spreadsheet; save it as CSV")
    raise DataError(f"{path}: what format is it? Give a name that ends in .csv, .zip, .gz, .parquet, .gpkg, .geojson or .jsonl")


def _tables(path: Path, rows: Rows, schema: pa.Schema, work: _Work) -> Iterator[pa.Table]:
    """The tables to write, one after another."""
    arrow = pyarrow()
    done, kind = work.done, work.done.kind
    measuring = Measuring(file=str(path), to=work.to, kind=kind, geometry=rows.geometry, crs=rows.crs)
    for table in rows.gathered():
        places = measuring.places(table, work.axes)
        if not done.rows:
            if not work.swapped_is_meant:
                refuse_swapped(path, *places[:2], work.to)
            # So many rows in all, by how much of the file these are: compiling may pay though it would not for these alone.
            measuring = replace(measuring, fast=rows.total(len(table)) >= compiled_from())
        added = measuring.added(table, places)
        done.add(added.tally)
        columns = added.columns
        if work.check:
            said = {name: table.column(name).to_pylist() for name in work.check.columns}
            own = table.column(kind.place).to_pylist() if kind.place in table.schema.names else None
            words, verdicts, unsaid = work.check.check(
                said, added.lon, added.lat, added.radius_m, countries_of(table, kind), own
            )
            columns |= in_arrow(words)
            done.texts, done.unsaid = done.texts + verdicts, done.unsaid + unsaid
        if len(schema) > len(table.schema) + len(columns):
            columns[schema.names[-1]] = points(added.lon, added.lat)
        new = [columns[name] for name in schema.names[len(table.schema) :]]
        own_columns = [_as_numbers(table, one, work) for one in list(schema)[: len(table.schema)]]
        yield arrow.Table.from_arrays([*own_columns, *new], schema=schema)
        work.progress(rows.share(), done.rows)


def _with_numbers(schema: pa.Schema, kind: Kind, texts: set[str]) -> pa.Schema:
    """A schema whose columns of coordinates are numbers, though words for nothing stand in them."""
    arrow = pyarrow()
    for k, one in enumerate(schema):
        if one.name in (kind.lon, kind.lat) and one.name not in texts and arrow.types.is_string(one.type):
            schema = schema.set(k, one.with_type(arrow.float64()))
    return schema


def _as_numbers(table: pa.Table, field: pa.Field, work: _Work) -> pa.ChunkedArray:
    """A column as its field has it: texts become numbers where that is one of coordinates."""
    arrow = pyarrow()
    column = table.column(field.name)
    if column.type == field.type or not arrow.types.is_string(column.type):
        return column
    axis = work.axes[field.name == work.done.kind.lat]
    if not axis.plain:
        raise _TextError(field.name)
    return arrow.chunked_array([arrow.array(axis.read(cells(column))[0], arrow.float64(), from_pandas=True)])


def _to_check(path: Path, to: To, asked: Asked) -> Texts:
    """The texts to check, with the points that the table has under the names of places: it is read once for these alone."""
    from geomap.events.checking import Texts, pairs_of

    check = Texts(asked.texts, to.prefix, pairs_of(to.borders))
    with read_rows(path, as_text=True, types={}) as rows:
        kind = chosen(str(path), rows.out_schema.names, asked, geometry=bool(rows.geometry), kind=rows.kind)
        measuring = Measuring(file=str(path), to=to, kind=kind, geometry=rows.geometry, crs=rows.crs)
        axes = Axis("EW"), Axis("NS")
        for table in rows.gathered() if kind.place in rows.out_schema.names else ():
            lon, lat, _ = measuring.places(table, axes)
            names = table.column(kind.place).to_pylist()
            check.learn(names, lon, lat, radii_of_codes(table, kind, Tally()), countries_of(table, kind))
    return check


def refuse_swapped(path: Path, lon: Floats, lat: Floats, to: To) -> None:
    """Refuse a table whose first points are only right the other way round: far, and nearer than half of that if swapped.

    Raises:
        DataError: saying so.
    """
    some = np.isfinite(lon) & np.isfinite(lat)
    x, y = lon[some][:5000], lat[some][:5000]
    wrong = x.size > 0 and np.median(np.abs(y)) > 90 and np.median(np.abs(x)) <= 90
    lines = [border for border in to.borders if isinstance(border, Border)]
    fits = (np.abs(x) <= 90) & (np.abs(y) <= 90)
    if not wrong and lines and len(lines) == len(to.borders) and fits.sum() > x.size / 2:
        x, y = x[fits], y[fits]
        as_is, swapped = (np.min([np.median(line.measure(*at).distance_m) for line in lines]) for at in ((x, y), (y, x)))
        wrong = as_is > FAR_M and swapped < FAR_M / 2
    if wrong:
        raise DataError(
            f"{path}: longitudes and latitudes look swapped; name them, --lon before east, --lat before north, or add --yes"
        )
