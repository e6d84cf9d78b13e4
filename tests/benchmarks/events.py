"""How long `geomap near` takes for a table of many events, beside a bare copy of the table by pyarrow.

    python tests/benchmarks/events.py [--rows 1000000] [--rounds 3] [--border IRN-PAK] [--beside]

writes an invented table in UCDP GED's 49 columns, some cells with line breaks, and then, in turn, a round each: copies it to
Parquet by pyarrow alone (read in a stream, write), and has `geomap near` write it to Parquet with distance, interval, side and
nearness, and to GeoParquet; each in a process of its own. Then the same from Parquet to Parquet. It prints medians of the
whole time and of the processor's, their ratios, and the most memory that either process had, with and without what it has when
its libraries are loaded and ten rows are measured. ``discs`` is how many discs a second are measured in one process by
compiled code, ``plain`` without it. On a shared machine the processor's time says more than the clock.

With ``--beside``, two more ways from the CSV to a table with distance and side take their turn: geopandas, ``sjoin_nearest`` to
the border's segments in an azimuthal equidistant projection and ``sjoin`` with countries, to Parquet; and, where
``GEOMAP_POSTGIS`` names a database (see `border.py` here), PostGIS: COPY in, ST_Distance of geography and ST_Intersects with
countries, COPY out. The server's time is in the clock's alone.
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
_JOIN = """
import sys, geopandas, pandas, numpy, shapely
from geomap import Border
table, out, name = sys.argv[1:]
border = Border.read(name)
rows = pandas.read_csv(table)
centre = border.line.centroid
crs = f"+proj=aeqd +lon_0={centre.x} +lat_0={centre.y} +datum=WGS84"
points = geopandas.GeoDataFrame(rows, geometry=geopandas.points_from_xy(rows["longitude"], rows["latitude"]), crs="EPSG:4326")
segments = numpy.concatenate([numpy.stack([part[:-1], part[1:]], axis=1) for part in border.parts])
segments = geopandas.GeoDataFrame(geometry=shapely.linestrings(segments), crs="EPSG:4326").to_crs(crs)
found = points.to_crs(crs).sjoin_nearest(segments, distance_col="distance_m")
points["distance_m"] = found[~found.index.duplicated()]["distance_m"]
areas = geopandas.GeoDataFrame({"side": list(border.areas)}, geometry=list(border.areas.values()), crs="EPSG:4326")
side = points[["geometry"]].sjoin(areas, predicate="intersects")
points["side"] = side[~side.index.duplicated()]["side"]
points.drop(columns="geometry").to_parquet(out)
"""
_POSTGIS = """
import os, subprocess, sys, shapely
from geomap import Border
table, out, name = sys.argv[1:]
border = Border.read(name)
with open(table) as file:
    columns = file.readline().strip().split(",")
def psql(*commands, **more):
    words = [word for one in commands for word in ("-c", one)]
    subprocess.run(["psql", os.environ["GEOMAP_POSTGIS"], "-qAt", "-v", "ON_ERROR_STOP=1", *words], check=True, **more)
types = {"longitude": "float8", "latitude": "float8"}
psql("drop table if exists geomap_events, geomap_line, geomap_areas",
     "create unlogged table geomap_events (" + ", ".join(f'"{c}" {types.get(c, "text")}' for c in columns) + ")",
     "create unlogged table geomap_line (g geography)", "create unlogged table geomap_areas (side text, g geometry)")
hexed = lambda shape: shapely.to_wkb(shapely.set_srid(shape, 4326), hex=True, include_srid=True)
psql("copy geomap_line from stdin", input=hexed(border.line), text=True)
areas = [(code, part) for code, area in border.areas.items() for part in shapely.get_parts(area)]
psql("copy geomap_areas from stdin", input="\\n".join(f"{code}\\t{hexed(part)}" for code, part in areas), text=True)
psql("create index on geomap_areas using gist (g)", "analyze geomap_areas")
with open(table, "rb") as file:
    psql("copy geomap_events from stdin csv header", stdin=file)
with open(out, "wb") as file:
    point = "ST_SetSRID(ST_MakePoint(longitude, latitude), 4326)"
    psql("set jit = off", f"copy (select e.*, ST_Distance({point}::geography, l.g) as distance_m, "
         f"(select side from geomap_areas a where ST_Intersects(a.g, {point}) limit 1) as side "
         "from geomap_events e, geomap_line l) to stdout csv header", stdout=file)
psql("drop table geomap_events, geomap_line, geomap_areas")
"""
_NEAR = "from geomap.cli import main; main()"
_SPENT = """
import atexit, resource, sys
def tell():
    spent = resource.getrusage(resource.RUSAGE_SELF)
    try:  # on Linux, ru_maxrss begins with what the process had that started this one
        with open("/proc/self/status") as status:
            most = next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))
    except OSError:
        most = spent.ru_maxrss
    print(spent.ru_utime + spent.ru_stime, most, file=sys.stderr)
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


def discs(border: str, *, fast: bool) -> float:
    """Discs a second of the processor's, the median of five."""
    from geomap import Border

    line = Border.read(border)
    rng = np.random.default_rng(2)
    lon, lat, radius = rng.uniform(50, 75, 200_000), rng.uniform(20, 38, 200_000), rng.choice([2e3, 25e3], 200_000)
    line.discs(lon, lat, radius, fast=fast)
    taken = []
    for _ in range(5):
        begin = time.process_time()
        line.discs(lon, lat, radius, fast=fast)
        taken.append(time.process_time() - begin)
    return 200_000 / statistics.median(taken)


def main(options: argparse.Namespace) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory(dir=options.folder) as name:
        folder = Path(name)
        table, few = folder / "ged.csv", folder / "few.csv"
        write_table(table, options.rows)
        write_table(few, 10)
        print(f"{options.rows:,} rows, {table.stat().st_size / 1e6:,.0f} MB", flush=True)
        near = ("near", "--border", options.border, "-o", folder / "near.parquet")
        run(_NEAR, *near, table)  # compiles where that is new
        libraries = run("import geomap.border.kernel;" + _NEAR, *near, few)[2]
        for source, copy in ((table, _COPY_CSV), (folder / "copy.parquet", _COPY_PARQUET)):
            target = folder / ("copy.parquet" if source == table else "again.parquet")
            ways: dict[str, tuple[object, ...]] = {"copy": (copy, source, target), "near": (_NEAR, *near, source)}
            if source == table:
                ways["near, to GeoParquet"] = (_NEAR, *near[:-1], folder / "near.geoparquet", source)
            if options.beside and source == table:
                ways["sjoin_nearest"] = (_JOIN, source, folder / "join.parquet", options.border)
                if os.environ.get("GEOMAP_POSTGIS"):
                    ways["PostGIS"] = (_POSTGIS, source, folder / "postgis.csv", options.border)
            found: dict[str, list[tuple[float, float, float]]] = {way: [] for way in ways}
            for _ in range(options.rounds):
                for way, (code, *given) in ways.items():
                    found[way].append(run(str(code), *given))
            for k, of in enumerate(("clock", "processor")):
                spent = {way: statistics.median(one[k] for one in runs) for way, runs in found.items()}
                told = ", ".join(f"{way} {taken:.2f} s ({taken / spent['copy']:.2f})" for way, taken in spent.items())
                print(f"{source.suffix}, {of} (times the copy's): {told}", flush=True)
            most = {way: max(one[2] for one in runs) for way, runs in found.items()}
            print(f"{source.suffix}, most memory: " + ", ".join(f"{way} {mb:,.0f} MB" for way, mb in most.items()))
            print(
                f"near's libraries have {libraries:,.0f} MB of it, {most['near'] - libraries:,.0f} MB are the rows'", flush=True
            )
    print(
        f"discs: {discs(options.border, fast=True) / 1e6:.2f} million/s; plain: {discs(options.border, fast=False) / 1e6:.2f}"
    )


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    arguments.add_argument("--rows", type=int, default=1_000_000)
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("--border", default="IRN-PAK")
    arguments.add_argument("--beside", action="store_true", help="measure geopandas and PostGIS, too")
    arguments.add_argument("--folder", type=Path, help="where the tables are written, for the time being")
    main(arguments.parse_args())
