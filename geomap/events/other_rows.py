"""Parquet, vector files and JSON lines as streams of batches."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geomap import project
from geomap.errors import DataError
from geomap.events.rows import ROWS, Rows, pyarrow

if TYPE_CHECKING:
    import pyarrow as pa

#: Rows in a batch, and about how many bytes of JSON lines are parsed at once.
BATCH, LINES = 65_536, 1 << 22
#: Rows of Parquet that are decoded at once, in the thread that measures while another writes; and bytes of a column that are
#: read at once: else whole column chunks are held, and a file may be one row group of millions.
PARQUET_BATCH, BUFFER = 16_384, 1 << 16
#: The largest GeoPackage that is read: of the formats of `project.check_vector_file` it alone is a stream.
MOST_MB = 100_000.0


@contextmanager
def read_parquet(path: Path, groups: Sequence[int] | None = None) -> Iterator[Rows]:
    """The rows of a Parquet or GeoParquet file, or of some of its row groups."""
    arrow = pyarrow()
    from pyarrow import parquet

    try:
        file = parquet.ParquetFile(path, pre_buffer=False, buffer_size=BUFFER)
    except (arrow.ArrowInvalid, OSError) as error:
        raise DataError(f"{path}: not a Parquet file that can be read ({str(error).splitlines()[0]})") from error
    with file:
        schema, count, done = file.schema_arrow, max(1, file.metadata.num_rows), [0]

        def batches() -> Iterator[pa.RecordBatch | None]:
            try:
                for some in parts_of(file.metadata) if groups is None else [groups]:
                    for batch in file.iter_batches(PARQUET_BATCH, row_groups=some, use_threads=False):
                        done[0] += batch.num_rows
                        yield batch
                    yield None
            except (arrow.ArrowInvalid, OSError) as error:
                raise DataError(f"{path}: is broken after row {done[0]:,} ({str(error).splitlines()[0]})") from error

        geometry, crs = _geometry(path, schema)
        yield Rows(schema=schema, batches=batches(), share=lambda: done[0] / count, geometry=geometry, crs=crs)


def parts_of(metadata: Any) -> list[list[int]]:
    """The row groups of a Parquet file in parts of at least `ROWS` rows, but for the last.

    A part is measured by itself, here or elsewhere: where several pieces of a border are the nearest within a thousandth of a
    millimetre, the rows beside a row decide which is taken.
    """
    parts: list[list[int]] = [[]]
    rows = 0
    for group in range(metadata.num_row_groups):
        if rows >= ROWS:
            parts.append([])
            rows = 0
        parts[-1].append(group)
        rows += metadata.row_group(group).num_rows
    return parts


def _geometry(path: Path, schema: pa.Schema) -> tuple[str, Any]:
    """The geometry column of a GeoParquet file with its reference system; neither where there is none."""
    about = json.loads((schema.metadata or {}).get(b"geo", b"{}"))
    name = about.get("primary_column", "")
    if not name or name not in schema.names:
        return "", None
    column = about["columns"][name]
    if column.get("encoding") != "WKB":
        raise DataError(f"{path}: its geometry is encoded as {column.get('encoding')}; write it as WKB")
    crs = column.get("crs", "OGC:CRS84")
    if crs is None:
        raise DataError(f"{path}: states no reference system; write it with the one that its coordinates are in")
    return name, crs


@contextmanager
def read_vector(path: Path) -> Iterator[Rows]:
    """The rows of a GeoPackage, GeoJSON or another vector file; of several layers the one that QGIS' way of writing names."""
    arrow = pyarrow()
    import pyogrio

    path, layer = project.split_layer(path)
    project.check_vector_file(path, most_mb=MOST_MB if path.suffix.lower() == ".gpkg" else None)
    layers = [str(name) for name in pyogrio.list_layers(path)[:, 0]]
    if layer not in (layers if layer else [None]) or (layer is None and len(layers) != 1):
        raise DataError(f"{path}: has the layers {', '.join(layers)}; name one: {path}|layername={layers[0]}")
    count, done = max(1, pyogrio.read_info(path, layer=layer, force_feature_count=True)["features"]), [0]
    options = {"DATE_AS_STRING": "YES"} if path.suffix.lower() in (".geojson", ".json") else {}
    with ExitStack() as stack:
        try:
            meta, reader = stack.enter_context(
                pyogrio.raw.open_arrow(path, layer=layer, batch_size=BATCH, use_pyarrow=True, **options)
            )
        except (RuntimeError, ValueError) as error:
            raise DataError(f"{path}: not a vector file ({error}); give GeoJSON or GeoPackage") from error
        geometry = meta["geometry_name"] or "wkb_geometry" if meta["geometry_type"] else ""
        schema = arrow.schema([field.remove_metadata() for field in reader.schema])

        def batches() -> Iterator[pa.RecordBatch]:
            for batch in reader:
                done[0] += batch.num_rows
                yield arrow.RecordBatch.from_arrays(batch.columns, schema=schema)

        if geometry and meta["crs"] is None:
            raise DataError(f"{path}: states no reference system; write it with the one that its coordinates are in")
        share = lambda: done[0] / count  # noqa: E731
        of = {"geometry": geometry, "crs": meta["crs"], "type": meta["geometry_type"] or "Unknown"}
        yield Rows(schema=schema, batches=batches(), share=share, **of)


@contextmanager
def read_json_lines(path: Path) -> Iterator[Rows]:
    """The rows of JSON lines, an object each; columns are all their keys, in the order in which they first stand."""
    arrow = pyarrow()
    size, done = max(1, path.stat().st_size), [0]

    def tables() -> Iterator[pa.Table]:
        done[0] = 0
        with path.open("rb") as file:
            before = 0
            while lines := file.readlines(LINES):
                done[0] = file.tell()
                yield _table(path, before, lines)
                before += len(lines)

    schema = arrow.schema([])
    for table in tables():
        try:
            schema = arrow.unify_schemas([schema, table.schema], promote_options="permissive")
        except arrow.ArrowInvalid as error:
            raise DataError(f"{path}: a key has values of different kinds ({error}); write it alike in all lines") from error
    if not schema.names:
        raise DataError(f"{path}: it is empty; give the whole table")

    def batches() -> Iterator[pa.RecordBatch]:
        for table in tables():
            columns = [
                table.column(field.name).cast(field.type)
                if field.name in table.schema.names
                else arrow.nulls(len(table), field.type)
                for field in schema
            ]
            yield from arrow.table(columns, schema=schema).to_batches()

    yield Rows(schema=schema, batches=batches(), share=lambda: done[0] / size)


def _table(path: Path, before: int, lines: list[bytes]) -> pa.Table:
    """Some lines of a file as a table."""
    from pydantic_core import from_json

    arrow = pyarrow()
    rows = []
    for number, line in enumerate(lines, start=before + 1):
        if not line.strip():
            continue
        try:
            row = from_json(line.removeprefix(b"\xef\xbb\xbf"), allow_inf_nan=False)
        except ValueError as error:
            raise DataError(f"{path}: line {number} is not JSON ({error})") from error
        if not isinstance(row, dict):
            raise DataError(f'{path}: line {number} is no object; write one on each line, as in {{"lon": 61.5, "lat": 27.2}}')
        rows.append(row)
    names = dict.fromkeys(name for row in rows for name in row)
    columns = {}
    for name in names:
        values = [row.get(name) for row in rows]
        try:
            columns[name] = arrow.array(values)
        except OverflowError as error:
            large = f"{name!r} has a whole number of more digits than a column holds near line {before + 1}"
            raise DataError(f"{path}: {large}; write this key's values as texts") from error
        except (arrow.ArrowInvalid, arrow.ArrowTypeError) as error:
            raise DataError(f"{path}: {name!r} has values of different kinds near line {before + 1} ({error})") from error
    return arrow.table(columns)
