"""A table written as a stream, in the format that the file's name says."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING, TypeAlias

import numpy as np
import shapely

from geomap.errors import DataError
from geomap.events.lying import xy_of
from geomap.events.rows import pyarrow, without_null_type
from geomap.events.texts import Geometry, with_wkt, write_csv
from geomap.geometry import Floats

if TYPE_CHECKING:
    import pyarrow as pa

#: Writes tables of a schema to a file.
Writer: TypeAlias = Callable[[IO[bytes] | Path, "pa.Schema", Iterator["pa.Table"], Geometry | None], None]


def points(lon: Floats, lat: Floats) -> pa.Array:
    """Points as WKB; null where there is none, none on Earth, or 0, 0."""
    arrow = pyarrow()
    record = np.empty(lon.size, dtype=[("order", "u1"), ("type", "<u4"), ("x", "<f8"), ("y", "<f8")])
    record["order"], record["type"], record["x"], record["y"] = 1, 1, lon, lat
    cells = arrow.Array.from_buffers(arrow.binary(record.itemsize), lon.size, [None, arrow.py_buffer(record.tobytes())])
    usable = arrow.array((np.abs(lon) <= 180) & (np.abs(lat) <= 90) & ((lon != 0) | (lat != 0)))
    return arrow.compute.if_else(usable, cells.cast(arrow.binary()), arrow.scalar(None, arrow.binary()))


def write_parquet(out: IO[bytes] | Path, schema: pa.Schema, tables: Iterator[pa.Table], geometry: Geometry | None) -> None:
    """Parquet; GeoParquet 1.1 where there are points."""
    from pyarrow import parquet

    if geometry and b"geo" not in (schema.metadata or {}):
        about = {"encoding": "WKB", "geometry_types": [], "crs": json.loads(geometry.crs.to_json())}
        geo = {"version": "1.1.0", "primary_column": geometry.name, "columns": {geometry.name: about}}
        schema = schema.with_metadata({**(schema.metadata or {}), b"geo": json.dumps(geo).encode()})
    with parquet.ParquetWriter(out, schema, compression="zstd", compression_level=1) as writer:
        for table in tables:
            writer.write_table(table.replace_schema_metadata(schema.metadata))


def write_vector(out: IO[bytes] | Path, schema: pa.Schema, tables: Iterator[pa.Table], geometry: Geometry | None) -> None:
    """A GeoPackage or GeoJSON: the same bytes for the same tables."""
    import pyogrio

    arrow = pyarrow()
    assert isinstance(out, Path)
    assert geometry is not None
    names = [name for name in schema.names if name != geometry.name]
    _refuse_alike(out, names)
    json = out.suffix == ".geojson"
    schema = without_null_type(schema.empty_table()).schema.remove_metadata()  # GDAL has no type for nothing
    raised: list[BaseException] = []

    def batches() -> Iterator[pa.RecordBatch]:
        try:
            for table in (_on_earth(one, geometry) for one in tables) if json else tables:
                yield from without_null_type(table).replace_schema_metadata(None).to_batches()
        except BaseException as error:
            raised.append(error)
            raise

    if json:  # a text that looks like JSON stays a text
        options = {"RFC7946": "YES", "COORDINATE_PRECISION": "15", "AUTODETECT_JSON_STRINGS": "NO"}
    else:
        options = {"GEOMETRY_NAME": _unused("geom", names), "FID": _unused("fid", names)}
    pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": "1970-01-01T00:00:00.000Z"})  # the last change of a GeoPackage
    try:
        pyogrio.raw.write_arrow(
            arrow.RecordBatchReader.from_batches(schema, batches()),
            out,
            layer=out.stem,
            driver="GeoJSON" if json else "GPKG",
            geometry_name=geometry.name,
            geometry_type=geometry.type,
            crs=geometry.crs.to_wkt(),
            **options,
        )
    except (RuntimeError, ValueError) as error:
        if raised:
            raise raised[0] from error
        if "batch from stream" in str(error):  # an interrupt between two batches, which GDAL takes for a fault of theirs
            raise KeyboardInterrupt from error
        raise DataError(f"{out.name}: {error}") from error
    finally:
        pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": None})


def _refuse_alike(out: Path, names: list[str]) -> None:
    """GDAL has one column for names that differ by capitals alone: it refuses the second, or loses its cells."""
    first: dict[str, str] = {}
    for name in names:
        if (other := first.setdefault(name.casefold(), name)) != name:
            raise DataError(
                f"{out.name}: the columns {other!r} and {name!r} would be one in it; rename one, or write CSV or Parquet"
            )


def _on_earth(table: pa.Table, geometry: Geometry) -> pa.Table:
    """A table without its points in degrees that are not on Earth: GDAL would move them there, as RFC 7946 has none."""
    if not geometry.in_degrees:
        return table
    k = table.schema.get_field_index(geometry.name)
    x, y = xy_of(shapely.from_wkb(table.column(k).to_numpy(zero_copy_only=False), on_invalid="ignore"))
    if not (off := (np.abs(x) > 180) | (np.abs(y) > 90)).any():
        return table
    arrow = pyarrow()
    cells = arrow.compute.if_else(arrow.array(off), arrow.scalar(None, table.column(k).type), table.column(k))
    return table.set_column(k, table.schema.field(k), cells)


def _unused(name: str, names: list[str]) -> str:
    """A name that no column has, in any case."""
    small = {one.casefold() for one in names}
    while name in small:
        name = f"_{name}"
    return name


def write_json_lines(out: IO[bytes] | Path, schema: pa.Schema, tables: Iterator[pa.Table], geometry: Geometry | None) -> None:
    """JSON lines, an object each; points are written as WKT."""
    from pydantic_core import to_json

    assert isinstance(out, Path)
    with out.open("wb") as file:
        for table in tables:
            file.writelines(to_json(row, inf_nan_mode="null") + b"\n" for row in with_wkt(table, geometry).to_pylist())


#: What writes a file, by its suffixes; whether its format needs points.
WRITERS: dict[str, tuple[Writer, bool]] = {
    **dict.fromkeys((".csv", ".tsv", ".csv.gz", ".tsv.gz"), (write_csv, False)),
    ".parquet": (write_parquet, False),
    ".geoparquet": (write_parquet, True),
    **dict.fromkeys((".gpkg", ".geojson"), (write_vector, True)),
    **dict.fromkeys((".jsonl", ".ndjson"), (write_json_lines, False)),
}


def suffix_of(out: Path) -> str:
    """The suffix that tells a file's format, in small letters.

    Raises:
        DataError: none is known.
    """
    name = out.name.lower()
    for suffix in sorted(WRITERS, key=len, reverse=True):
        if name.endswith(suffix) and name != suffix:
            return suffix
    raise DataError(f"{out}: what format is meant? Give a name that ends in {', '.join(WRITERS)}")
