"""How time and memory of `geomap near` grow with the table, and what a second worker of dask brings.

    python tests/benchmarks/large.py [--rows 10000000] [--rounds 3] [--border IRN-PAK] [--folder DIR]

writes an invented table in UCDP GED's 49 columns (the same million rows again and again), as CSV and as Parquet in row groups
of 131,072, and has `geomap near` write each to Parquet with distance, interval, side and nearness, in processes of their own:
a tenth of the rows, four tenths, and all. It prints the clock's and the processor's seconds and the most memory of each, and
how many processor seconds a million rows take from one size to the next: alike where time is linear. Then, in turns, one worker
and two measure four tenths of the Parquet; the seconds are the clock's, with the start of the workers and without.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from events import CHECKOUT, run, write_table

_NEAR = "from geomap.cli import main; main()"
_WORKERS = """
import sys, time, pathlib, resource
from geomap import Border
from geomap.events import Asked, To, engine, near_parts
own, spent = engine._measured_by, []
def timed(*arguments):
    begin = time.perf_counter()
    found = own(*arguments)
    spent.append(time.perf_counter() - begin)
    return found
engine._measured_by = timed
table, out, border, workers = sys.argv[1:]
if __name__ == "__main__":
    begin = time.perf_counter()
    to = To(borders=[Border.read(border)], near_m=50_000)
    near_parts(pathlib.Path(table), pathlib.Path(out), to, Asked(), workers=int(workers))
    print(time.perf_counter() - begin, spent[0])
"""


def write_tables(folder: Path, rows: int) -> dict[int, dict[str, Path]]:
    """Tables of a tenth, four tenths and all of the rows, by how many they are and their suffix."""
    from pyarrow import csv, parquet

    million = folder / "million.csv"
    write_table(million, min(rows // 10, 1_000_000))
    with million.open("rb") as file:
        head, body = file.readline(), file.read()
    table = csv.read_csv(million, parse_options=csv.ParseOptions(newlines_in_values=True))
    found = {}
    for count in (rows // 10, rows // 10 * 4, rows):
        times = count // len(table)
        found[count] = {".csv": folder / f"{count}.csv", ".parquet": folder / f"{count}.parquet"}
        with found[count][".csv"].open("wb") as file:
            file.write(head)
            for _ in range(times):
                file.write(body)
        with parquet.ParquetWriter(found[count][".parquet"], table.schema) as writer:
            for _ in range(times):
                writer.write_table(table, row_group_size=131_072)
    return found


def grow(tables: dict[int, dict[str, Path]], border: str, out: Path) -> None:
    """Measure tables of each length, and print what they take."""
    for suffix in (".csv", ".parquet"):
        before = (0, 0.0)
        for count, files in tables.items():
            clock, processor, memory = run(_NEAR, "near", files[suffix], "--border", border, "-o", out / "near.parquet")
            more = (processor - before[1]) / (count - before[0]) * 1e6
            size = files[suffix].stat().st_size / 1e6
            print(
                f"{suffix}, {count:,} rows, {size:,.0f} MB: {clock:.1f} s, {processor:.1f} s of the processor, "
                f"{memory:,.0f} MB; {more:.2f} s more for each further million",
                flush=True,
            )
            before = count, processor


def workers(table: Path, border: str, out: Path, rounds: int) -> None:
    """One worker and two, in turns."""
    (out / "workers.py").write_text(_WORKERS, encoding="utf-8")
    found: dict[int, list[list[float]]] = {1: [], 2: []}
    for _ in range(rounds):
        for count, times in found.items():
            command = [sys.executable, str(out / "workers.py"), str(table), str(out / "parts"), border, str(count)]
            env = os.environ | {"PYTHONPATH": str(CHECKOUT)}
            done = subprocess.run(command, env=env, capture_output=True, text=True, check=True)
            times.append(list(map(float, done.stdout.split())))
    for k, what in enumerate(("in all", "without the start")):
        one, two = (statistics.median(each[k] for each in found[count]) for count in (1, 2))
        print(f"dask, {what}: one worker {one:.1f} s, two {two:.1f} s: {one / two:.2f} times", flush=True)


def main(options: argparse.Namespace) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory(dir=options.folder) as name:
        folder = Path(name)
        begin = time.perf_counter()
        tables = write_tables(folder, options.rows)
        print(f"tables written in {time.perf_counter() - begin:.0f} s", flush=True)
        first, middle, _ = tables
        run(_NEAR, "near", tables[first][".csv"], "--border", options.border, "-o", folder / "warm.parquet")
        if not options.only_workers:
            grow(tables, options.border, folder)
        workers(tables[middle][".parquet"], options.border, folder, options.rounds)


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    arguments.add_argument("--rows", type=int, default=10_000_000)
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("--border", default="IRN-PAK")
    arguments.add_argument("--folder", type=Path, help="where the tables are written, for the time being")
    arguments.add_argument("--only-workers", action="store_true", help="measure with dask alone")
    main(arguments.parse_args())
