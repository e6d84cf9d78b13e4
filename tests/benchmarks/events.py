"""How long `geomap near` takes for a table of many events, beside a bare copy of the table by pyarrow.

    python tests/benchmarks/events.py [--rows 1000000] [--rounds 3] [--border IRN-PAK]

writes an invented table in UCDP GED's 49 columns, some cells with line breaks, and then, in turn, a round each: copies it to
Parquet by pyarrow alone (read in a stream, write), and has `geomap near` write it to Parquet with distance, interval, side and
nearness; each in a process of its own. Then the same from Parquet to Parquet. It prints medians of the whole time and of the
processor's, their ratios, and the most memory that either process had. ``discs`` is how many discs a second are measured in one
process by compiled code. On a shared machine the processor's time says more than the clock.
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

import numpy as np

CHECKOUT = Path(__file__).resolve().parents[2]

_COPY_CSV = """
import sys, pyarrow as pa
from pyarrow import csv, parquet
reader = csv.open_csv(sys.argv[1], csv.ReadOptions(block_size=1 << 23), csv.ParseOptions(newlines_in_values=True))
with parquet.ParquetWriter(sys.argv[2], reader.schema) as writer:
    for batch in reader:
        writer.write_batch(batch)
"""
_COPY_PARQUET = """
import sys
from pyarrow import parquet
file = parquet.ParquetFile(sys.argv[1])
with parquet.ParquetWriter(sys.argv[2], file.schema_arrow) as writer:
    for batch in file.iter_batches(131072):
        writer.write_batch(batch)
"""
_NEAR = "from geomap.cli import main; main()"
_SPENT = """
import atexit, resource, sys
def tell():
    spent = resource.getrusage(resource.RUSAGE_SELF)
    print(spent.ru_utime + spent.ru_stime, spent.ru_maxrss, file=sys.stderr)
atexit.register(tell)
"""


def write_table(path: Path, rows: int) -> None:
    """An invented table in the columns of UCDP GED, about 220 bytes a row."""
    from geomap.events.kinds import UCDP_GED

    rng = np.random.default_rng(1)
    lon, lat = rng.uniform(50, 75, rows), rng.uniform(20, 38, rows)
    codes, best, days = rng.choice([1, 2, 3, 4, 5, 6], rows), rng.integers(0, 40, rows), rng.integers(1, 29, rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(",".join(UCDP_GED.columns) + "\n")
        for k in range(rows):
            x, y, day = f"{lon[k]:.6f}", f"{lat[k]:.6f}", f"2021-03-{days[k]:02d} 00:00:00.000"
            source = f'"Agency {k}, ""Report""{chr(10) if k % 50 == 0 else " "}on events"'
            cells = [k, k, 2021, 1, "Clear", 1, 333, 333, "Government of A - B", 735, 735, "A - B", 130, 130, "Government of A"]
            cells += [
                303,
                303,
                "B",
                2,
                source,
                "Agency",
                "2021-03-01",
                "Two killed",
                "",
                codes[k],
                "Town",
                "A town in the hills",
            ]
            cells += [
                "Province",
                "District",
                y,
                x,
                f"POINT ({x} {y})",
                170_000 + k % 1000,
                "Pakistan",
                770,
                "Asia",
                1,
                1,
                day,
                day,
            ]
            cells += [1, 2, 0, 0, best[k], best[k] + 2, best[k], 770, ""]
            file.write(",".join(map(str, cells)) + "\n")


def run(code: str, *arguments: object) -> tuple[float, float, float]:
    """Seconds by the clock and of the processor, and MB, of a process."""
    begin = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", _SPENT + code, *map(str, arguments)],
        env=os.environ | {"PYTHONPATH": str(CHECKOUT)},
        stderr=subprocess.PIPE,
        text=True,
        check=True,
    )
    taken = time.perf_counter() - begin
    processor, memory = map(float, done.stderr.split()[-2:])
    return taken, processor, memory / (1e6 if sys.platform == "darwin" else 1e3)


def discs(border: str) -> float:
    """Discs a second of the processor's, the median of five."""
    from geomap import Border

    line = Border.read(border)
    rng = np.random.default_rng(2)
    lon, lat, radius = rng.uniform(50, 75, 200_000), rng.uniform(20, 38, 200_000), rng.choice([2e3, 25e3], 200_000)
    line.discs(lon, lat, radius, fast=True)
    taken = []
    for _ in range(5):
        begin = time.process_time()
        line.discs(lon, lat, radius, fast=True)
        taken.append(time.process_time() - begin)
    return 200_000 / statistics.median(taken)


def main(options: argparse.Namespace) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory(dir=options.folder) as name:
        folder = Path(name)
        table = folder / "ged.csv"
        write_table(table, options.rows)
        print(f"{options.rows:,} rows, {table.stat().st_size / 1e6:,.0f} MB", flush=True)
        run(_NEAR, "near", table, "--border", options.border, "-o", folder / "warm.parquet")  # compiles where that is new
        for source, copy in ((table, _COPY_CSV), (folder / "copy.parquet", _COPY_PARQUET)):
            found: dict[str, list[tuple[float, float, float]]] = {"copy": [], "near": []}
            for _ in range(options.rounds):
                target = folder / ("copy.parquet" if source == table else "again.parquet")
                found["copy"].append(run(copy, source, target))
                found["near"].append(run(_NEAR, "near", source, "--border", options.border, "-o", folder / "near.parquet"))
            for k, of in enumerate(("clock", "processor")):
                bare, near = (statistics.median(one[k] for one in found[what]) for what in ("copy", "near"))
                print(f"{source.suffix}, {of}: copy {bare:.2f} s, near {near:.2f} s, ratio {near / bare:.2f}", flush=True)
            print(f"{source.suffix}, most memory: " + ", ".join(f"{w} {max(r[2] for r in found[w]):,.0f} MB" for w in found))
    print(f"discs: {discs(options.border) / 1e6:.2f} million/s")


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    arguments.add_argument("--rows", type=int, default=1_000_000)
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("--border", default="IRN-PAK")
    arguments.add_argument("--folder", type=Path, help="where the tables are written, for the time being")
    main(arguments.parse_args())
