"""A table of events in, the same table with how each event lies to borders out: in bounded memory, or not at all."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, TYPE_CHECKING, Any, TypeAlias

import numpy as np
import shapely
from pyproj import CRS, Transformer

from geomap.border import Border, compiled_from
from geomap.errors import DataError
from geomap.events.ahead import ahead
from geomap.events.columns import Asked, check_new, chosen, radius_of
from geomap.events.countries import alpha3
from geomap.events.csv_rows import NarrowError, read_csv
from geomap.events.degrees import Axis
from geomap.events.far import FAR_M, far_rows
from geomap.events.kinds import Kind
from geomap.events.lying import ANY, Column, To, counted, lie, xy_of
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

_CSV = (".csv", ".tsv", ".tab", ".txt", ".gz", ".zip")
_SPREADSHEET = (".xlsx", ".xlsm", ".xls", ".ods")
_VECTOR = (".gpkg", ".geojson", ".json", ".fgb", ".shp", ".kml", ".gpx")


@dataclass(frozen=True, slots=True, kw_only=True)
class Far:
    """A row that lies far from every border."""

    row: int  #: counted from 1
    lon: float
    lat: float
    km: float  #: to the nearest of the borders


@dataclass(slots=True, kw_only=True)
class Done:
    """What became of a table."""

    kind: Kind = field(default_factory=lambda: Kind(name=""))
    header: bool = True
    rows: int = 0
    not_measured: Counter[str] = field(default_factory=Counter)  #: rows by the reason
    without_radius: Counter[str] = field(default_factory=Counter)  #: rows by the precision's code that has no radius
    unread: tuple[str, int] | None = None  #: the first cell that is no coordinate, and its row, counted from 1
    far: int = 0  #: rows that `far_rows` finds
    first_far: Far | None = None
    texts: Counter[str] = field(default_factory=Counter)  #: rows by what becomes of their words; see `Held.verdict`
    broken: list[str] = field(default_factory=list)  #: the beginnings of rows with too few or too many cells, left out


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
    with _read(path, as_text=write is write_csv, types=types) as rows:
        schema = rows.out_schema
        done, asked = work.done, work.asked
        done.kind = chosen(str(path), schema.names, asked, geometry=bool(rows.geometry), kind=rows.kind)
        if rows.nothing_is_text and write is not write_csv:  # its types are found, not given
            schema = _with_numbers(schema, done.kind, work.texts)
        done.broken = rows.broken
        new = (*work.to.names(), *(work.check.names() if work.check else ()))
        check_new(str(path), schema.names, new)
        geometry = Geometry(rows.geometry, rows.crs, rows.type) if rows.geometry else None
        arrow = pyarrow()
        fields = [arrow.field(name, _type(name)) for name in new]
        if spatial and geometry is None:
            geometry = Geometry("geometry")
            check_new(str(path), schema.names, [geometry.name])
            fields.append(arrow.field(geometry.name, arrow.binary()))
        for one in fields:
            schema = schema.append(one)
        write(out, schema, ahead(_tables(path, rows, schema, work)), geometry)
        if not done.rows and done.broken:
            raise DataError(f"{path}: no row has as many cells as the first; the first that differs: {done.broken[0]!r}")


def _read(path: Path, *, as_text: bool, types: dict[str, Any]) -> AbstractContextManager[Rows]:
    """The rows of a table, by the suffix of its file."""
    suffix = split_layer(path)[0].suffix.lower()
    if suffix in (".parquet", ".geoparquet", ".pq"):
        return read_parquet(path)
    if suffix in (".jsonl", ".ndjson", ".geojsonl"):
        return read_json_lines(path)
    if suffix in _VECTOR:
        return read_vector(path)
    if suffix in _CSV:
        return read_csv(path, as_text=as_text, types=types)
    if suffix in _SPREADSHEET:
        raise DataError(f"{path}: is a spreadsheet; save it as CSV")
    raise DataError(f"{path}: what format is it? Give a name that ends in .csv, .zip, .gz, .parquet, .gpkg, .geojson or .jsonl")


def _type(name: str) -> pa.DataType:
    """The type of a new column, by the end of its name."""
    arrow = pyarrow()
    if name.endswith(("_km", "_lon", "_lat", "_deg")):
        return arrow.float64()
    if name.endswith(("text_start", "text_end", "text_statements")):
        return arrow.int64()
    return arrow.bool_() if name.endswith("at_gap") else arrow.string()


def _tables(path: Path, rows: Rows, schema: pa.Schema, work: _Work) -> Iterator[pa.Table]:
    """The tables to write, one after another."""
    arrow = pyarrow()
    done = work.done
    to_degrees = _to_degrees(rows)
    fast = None
    for table in rows.gathered():
        lon, lat, unread = _points(path, table, rows, work, to_degrees)
        if not done.rows and not work.swapped_is_meant:
            _refuse_swapped(path, lon, lat, work.to)
            # So many rows in all, by how much of the file these are: compiling may pay though it would not for these alone.
            fast = len(table) / max(rows.share(), 1e-6) >= compiled_from() or None
        radius = _radii(table, done)
        countries = _countries(table, done.kind) if ANY in work.to.borders else None
        new = lie(work.to, lon, lat, radius, countries, fast, unread)
        if unread and not done.unread:
            done.unread = unread[min(unread)], done.rows + min(unread) + 1
        done.not_measured += counted(new, work.to)
        if work.check:
            kind = done.kind
            said = {name: table.column(name).to_pylist() for name in work.check.columns}
            own = table.column(kind.place).to_pylist() if kind.place in table.schema.names else None
            words, verdicts = work.check.check(said, lon, lat, radius, _countries(table, kind), own)
            new, done.texts = new | words, done.texts + verdicts
        far = np.flatnonzero(far_rows(work.to, lon, lat, new))
        if far.size and not done.far:
            km = min(float(new[f"{before}distance_km"][far[0]]) for _, before in work.to.each())
            done.first_far = Far(row=done.rows + int(far[0]) + 1, lon=float(lon[far[0]]), lat=float(lat[far[0]]), km=km)
        done.far += far.size
        done.rows += len(table)
        columns = {name: arrow.array(values, _type(name), from_pandas=True) for name, values in new.items()}
        if len(schema) > len(table.schema) + len(columns):
            columns[schema.names[-1]] = points(lon, lat)
        added = [columns[name] for name in schema.names[len(table.schema) :]]
        own = [_as_numbers(table, one, work) for one in list(schema)[: len(table.schema)]]
        yield arrow.Table.from_arrays([*own, *added], schema=schema)
        work.progress(rows.share(), done.rows)


def _to_degrees(rows: Rows) -> Transformer | None:
    """Brings a geometry's coordinates to lon and lat on WGS 84; None where they are such."""
    crs = CRS.from_user_input(rows.crs) if rows.crs else None
    if crs is None or crs in (CRS("EPSG:4326"), CRS("OGC:CRS84")):
        return None
    return Transformer.from_crs(crs, "EPSG:4326", always_xy=True)


def _points(
    path: Path, table: pa.Table, rows: Rows, work: _Work, to_degrees: Transformer | None
) -> tuple[Floats, Floats, dict[int, str]]:
    """Longitudes and latitudes, NaN where a row has none; and what stands in rows whose cells are no coordinates."""
    kind = work.done.kind
    if kind.lon:
        (x, no_lon), (y, no_lat) = (
            axis.read(_cells(table.column(name))) for axis, name in zip(work.axes, (kind.lon, kind.lat), strict=True)
        )
        return x, y, no_lat | no_lon
    shapes = shapely.from_wkb(table.column(rows.geometry).to_numpy(zero_copy_only=False), on_invalid="ignore")
    x, y = xy_of(shapes)
    if np.isnan(x).all() and (types := {shape.geom_type for shape in shapes if shape is not None and not shape.is_empty}):
        raise DataError(f"{path}: holds {' and '.join(sorted(types))}; give points, such as the middles of its shapes")
    if to_degrees:
        x, y = to_degrees.transform(x, y)
    return x, y, {}


def _cells(column: pa.ChunkedArray) -> Any:
    """Numbers where all cells are such, else the cells."""
    arrow = pyarrow()
    try:
        return column.cast(arrow.float64()).to_numpy()
    except (arrow.ArrowInvalid, arrow.ArrowNotImplementedError):
        return column.to_pandas()


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
    return arrow.chunked_array([arrow.array(axis.read(_cells(column))[0], arrow.float64(), from_pandas=True)])


def _radii(table: pa.Table, done: Done) -> Floats | None:
    """Radii in metres by the codes of the precision; NaN for a code without one, which is counted; None where none has any."""
    radii_km = done.kind.radii_km
    if not radii_km:
        return None
    if not done.kind.precision:
        return np.full(len(table), radius_of(None, radii_km))
    codes, which = _by_value(table.column(done.kind.precision))
    radii = np.array([radius_of(code, radii_km) for code in codes])
    for k, times in enumerate(np.bincount(which, minlength=len(codes))):
        if times and np.isnan(radii[k]):
            done.without_radius["none" if codes[k] is None else str(codes[k])] += int(times)
    return np.asarray(radii[which])


def _countries(table: pa.Table, kind: Kind) -> Column | None:
    """The countries that rows name, as alpha-3 codes; None where a row names none that is known."""
    if not kind.country:
        return None
    names, which = _by_value(table.column(kind.country))
    return np.asarray(np.array([alpha3(name) for name in names], dtype=object)[which])


def _to_check(path: Path, to: To, asked: Asked) -> Texts:
    """The texts to check, with the points that the table has under the names of places: it is read once for these alone."""
    from geomap.events.checking import Texts

    check = Texts(asked.texts, to.prefix)
    work = _Work(to, asked, True, lambda share, rows: None, Done(), set())
    with _read(path, as_text=True, types={}) as rows:
        kind = chosen(str(path), rows.out_schema.names, asked, geometry=bool(rows.geometry), kind=rows.kind)
        work.done.kind = kind
        to_degrees = _to_degrees(rows)
        for table in rows.gathered() if kind.place in rows.out_schema.names else ():
            lon, lat, _ = _points(path, table, rows, work, to_degrees)
            names = table.column(kind.place).to_pylist()
            check.learn(names, lon, lat, _radii(table, work.done), _countries(table, kind))
    return check


def _by_value(column: pa.ChunkedArray) -> tuple[list[Any], Any]:
    """The values of a column, each once with None last, and which of them each row has."""
    coded = column.combine_chunks().dictionary_encode()
    coded = coded.combine_chunks() if hasattr(coded, "combine_chunks") else coded
    values = [*coded.dictionary.to_pylist(), None]
    return values, coded.indices.fill_null(len(values) - 1).to_numpy().astype(np.int64)


def _refuse_swapped(path: Path, lon: Floats, lat: Floats, to: To) -> None:
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
