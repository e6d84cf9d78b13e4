"""A table of events measured by the workers of dask, on this machine or on others: a part for some row groups of Parquet.

The work is handed over as futures, one for each part. A frame of dask was the alternative: it reads types of pandas and not of
Arrow, calls the function on rows that it makes up, and its parts are not named in their order.

A part is written under a name of its own and then renamed: dask does a part again whose worker died.
"""

from __future__ import annotations

import os
import pickle
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from geomap.border import compiled_from
from geomap.errors import DataError, MissingError
from geomap.events.columns import Asked, check_new, chosen
from geomap.events.lying import To
from geomap.events.measuring import Measuring, Tally, type_of
from geomap.events.other_rows import parts_of, read_parquet
from geomap.events.rows import pyarrow
from geomap.events.streaming import Done, Progress, refuse_swapped
from geomap.events.texts import Geometry
from geomap.events.writing import write_parquet

if TYPE_CHECKING:
    import pyarrow as pa

_PART = re.compile(r"part-\d{5,}\.parquet")
#: Seconds to wait for a scheduler.
_WAIT_S = 20


def near_parts(
    path: Path,
    out: Path,
    to: To,
    asked: Asked,
    *,
    scheduler: str | None = None,
    workers: int | None = None,
    swapped_is_meant: bool = False,
    progress: Progress = lambda share, rows: None,
) -> Done:
    """Write a Parquet file again as a folder of parts, with the columns that `near_table` adds, measured by workers of dask.

    ``part-00000.parquet`` and so on hold the rows in their order, each those of one row group or of several small ones. The
    folder takes its place when all are written; of one that was written before, it takes the place of.

    Args:
        path: the table. With workers on other machines, they see it and the folder of ``out`` under the same names.
        out: the folder to write.
        to: what to measure to.
        asked: what a person says of the columns.
        scheduler: the address of a running one; without it, workers are started here.
        workers: how many processes; as many as there are cores unless given.
        swapped_is_meant: whether points are right that look as if lon and lat were swapped.
        progress: is told how far the work is.

    Raises:
        DataError: the table cannot be read in parts, or the folder not written, said in one sentence.
        MissingError: dask or pyarrow is not installed, or no scheduler answers.
    """
    _distributed()
    if path.suffix.lower() not in (".parquet", ".geoparquet", ".pq"):
        raise DataError(
            f"{path}: only Parquet has parts that can be read apart; convert it to Parquet first, or leave out --engine"
        )
    _check_place(path, out)
    measuring, groups = _planned(path, to, asked, swapped_is_meant)
    done = Done(kind=measuring.kind)
    with TemporaryDirectory(prefix=".geomap-", dir=out.resolve().parent) as name:
        folder = Path(name) / out.name
        folder.mkdir()
        with _client(scheduler, workers, Path(name)) as client:
            tallies = _measured_by(client, measuring, groups, folder, progress)
        for tally in tallies:
            done.add(tally)
        for left in folder.iterdir():  # by a worker that was killed
            if not _PART.fullmatch(left.name):
                left.unlink()
        if out.exists():
            os.replace(out, Path(name) / "before")
        os.replace(folder, out)
    return done


def _check_place(path: Path, out: Path) -> None:
    """Refuse a place where something else than parts lies."""
    if not out.resolve().parent.is_dir():
        raise DataError(f"{out.resolve().parent}: no such folder; make it, or give -o another")
    if out.is_file():
        raise DataError(f"{out}: is a file, and workers write a folder of parts; give -o another name")
    if out.is_dir() and (path.resolve().parent == out.resolve() or not all(_PART.fullmatch(one.name) for one in out.iterdir())):
        raise DataError(f"{out}: holds other files than parts; give -o another name")


def _planned(path: Path, to: To, asked: Asked, swapped_is_meant: bool) -> tuple[Measuring, list[list[int]]]:
    """How the table is measured, and the row groups of each part."""
    from pyarrow import parquet

    arrow = pyarrow()
    with read_parquet(path) as rows:
        schema = rows.out_schema
        kind = chosen(str(path), schema.names, asked, geometry=bool(rows.geometry))
        check_new(str(path), schema.names, to.names())
        for name in filter(None, (kind.lon, kind.lat)):
            type = schema.field(name).type
            if not (arrow.types.is_integer(type) or arrow.types.is_floating(type) or arrow.types.is_decimal(type)):
                raise DataError(
                    f"{path}: {name!r} holds {type} and not numbers, which only the whole column tells; leave out --engine"
                )
        metadata = parquet.read_metadata(path)
        fast = metadata.num_rows >= compiled_from()
        measuring = Measuring(file=str(path), to=to, kind=kind, geometry=rows.geometry, crs=rows.crs, fast=fast)
        first = next(rows.gathered(), None)
    if first is not None and not swapped_is_meant:
        refuse_swapped(path, *measuring.places(first)[:2], to)
    return measuring, parts_of(metadata)


def _measured_by(client: Any, measuring: Measuring, groups: list[list[int]], folder: Path, progress: Progress) -> list[Tally]:
    """What became of the rows of each part, in their order."""
    distributed = _distributed()
    packed, run = pickle.dumps(measuring), uuid4().hex
    futures = {
        client.submit(measured, packed, some, str(folder / f"part-{n:05}.parquet"), key=f"geomap-{run}-{n}", pure=False): n
        for n, some in enumerate(groups)
    }
    tallies: dict[int, Tally] = {}
    try:
        for future in distributed.as_completed(list(futures)):
            tallies[futures[future]] = future.result()
            progress(len(tallies) / len(groups), sum(tally.rows for tally in tallies.values()))
    except distributed.KilledWorker as error:
        raise DataError(
            f"{measuring.file}: a part ended several workers, and is given up; they may have too little memory: {error}"
        ) from error
    return [tallies[n] for n in range(len(groups))]


def measured(packed: bytes, groups: list[int], part: str) -> Tally:
    """Measure some row groups, and write them as a part: what a worker does. The same part again has the same bytes.

    Args:
        packed: a `Measuring`, pickled; its file is the table.
        groups: numbers of row groups.
        part: the file to write.
    """
    arrow, measuring, tally = pyarrow(), _unpacked(packed), Tally()
    with read_parquet(Path(measuring.file), groups) as rows:
        schema = rows.out_schema
        for name in measuring.to.names():
            schema = schema.append(arrow.field(name, type_of(name)))

        def tables() -> Iterator[pa.Table]:
            for table in rows.gathered():
                added = measuring.added(table)
                tally.add(added.tally)
                yield arrow.Table.from_arrays([*table.columns, *added.columns.values()], schema=schema)

        own = Path(part).with_name(f".{uuid4().hex}")
        write_parquet(own, schema, tables(), Geometry(rows.geometry, rows.crs, rows.type) if rows.geometry else None)
    os.replace(own, part)
    return tally


@lru_cache(maxsize=4)
def _unpacked(packed: bytes) -> Measuring:
    """How to measure, with its borders: once in a process."""
    measuring: Measuring = pickle.loads(packed)
    return measuring


@contextmanager
def _client(scheduler: str | None, workers: int | None, folder: Path) -> Iterator[Any]:
    """A client of a running scheduler, or of one that is started here with workers of one thread each."""
    distributed = _distributed()
    if scheduler is None:
        with (
            distributed.LocalCluster(
                n_workers=workers or os.cpu_count() or 1,
                threads_per_worker=1,
                dashboard_address="127.0.0.1:0",
                local_directory=str(folder / "dask"),
                silence_logs=50,
                env={"NUMBA_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"},
            ) as cluster,
            distributed.Client(cluster) as client,
        ):
            yield client
        return
    try:
        client = distributed.Client(scheduler, timeout=_WAIT_S)
    except (OSError, ValueError) as error:
        raise MissingError(f"{scheduler}: no scheduler of dask answers; start one, or leave out --scheduler") from error
    with client:
        yield client


def _distributed() -> Any:
    """The library.

    Raises:
        MissingError: it is an optional extra, and not installed.
    """
    try:
        import distributed
    except ImportError as error:
        raise MissingError(
            "dask is not installed, which --engine dask needs; in geomap's folder: pip install '.[dask]'"
        ) from error
    return distributed
