"""How fast and how exact distances to a border are, by this project's two searches and by the tools that people use.

    python tests/benchmarks/border.py [--points 1000000] [--rounds 3]

prints for each method the points a second and the worst error against an exhaustive search over every segment. Methods take
turns
within each round, in one process and one thread each, on the same points within 1,500 km of the border. PostGIS takes part
where ``GEOMAP_POSTGIS`` is the connection string of a database with the extension, for ``psql``:

    apt-get install postgresql postgis postgresql-15-postgis-3
    service postgresql start
    su postgres -c "psql -c \\"create role bench login superuser password 'bench'\\" -c 'create database bench owner bench'"
    export GEOMAP_POSTGIS="host=127.0.0.1 dbname=bench user=bench password=bench"
    psql "$GEOMAP_POSTGIS" -c 'create extension postgis'

Its rate counts the query alone, with the points already in a table; the others' count the whole call. Seconds are of processor
time, the server's by its own account, so that other work on the machine counts less.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import re
import statistics
import subprocess
import sys
import time
from pathlib import Path

import geopandas
import numpy as np
import shapely
from pyproj import Geod

sys.path.insert(0, str(Path(__file__).parents[1] / "border"))
from test_border import exhaustive

from geomap.border.line import Border

GEOD = Geod(ellps="WGS84")
WITHIN_M = 1_500_000
POSTGIS = "PostGIS geography ST_Distance"
CHECKED = 1000
CHECKED_FINER = 100  # the search over every segment of the finer line takes ten times as long
SLOW = 20_000  # points for the methods that would take minutes


def scattered(border, count, seed=1):
    """Points spread evenly over discs around the border's vertices."""
    rng = np.random.default_rng(seed)
    vertices = np.concatenate(border.parts)[rng.integers(sum(map(len, border.parts)), size=count)]
    return GEOD.fwd(*vertices.T, rng.uniform(0, 360, count), WITHIN_M * np.sqrt(rng.random(count)))[:2]


def with_more_vertices(border, times, seed=2):
    """The border with each segment cut into ``times``, the cuts moved aside a little, as a finer line's would be."""
    rng = np.random.default_rng(seed)
    part = border.parts[0]
    at = np.arange(0, len(part) - 1, 1 / times)
    line = np.column_stack([np.interp(at, np.arange(len(part)), part[:, k]) for k in (0, 1)])
    size = np.repeat(np.abs(np.diff(part, axis=0)).max(axis=1), times)[:, None]
    line += np.where((np.arange(len(line)) % times == 0)[:, None], 0, 0.02 * size * rng.standard_normal(line.shape))
    return Border(f"{border.id} x{times}", [np.vstack([line, part[-1:]])])


def by_utm(border, lon, lat):
    """geopandas' distance in the border's UTM zone."""
    points = geopandas.GeoSeries(geopandas.points_from_xy(lon, lat), crs="EPSG:4326").to_crs("EPSG:32641")
    line = geopandas.GeoSeries([border.line], crs="EPSG:4326").to_crs("EPSG:32641").iloc[0]
    return points.distance(line).to_numpy()


def by_join(border, lon, lat):
    """geopandas' sjoin_nearest on segments in an azimuthal equidistant projection centred on the border."""
    centre = border.line.centroid
    crs = f"+proj=aeqd +lon_0={centre.x} +lat_0={centre.y} +datum=WGS84"
    points = geopandas.GeoDataFrame(geometry=geopandas.points_from_xy(lon, lat), crs="EPSG:4326").to_crs(crs)
    part = border.parts[0]
    segments = shapely.linestrings(np.stack([part[:-1], part[1:]], axis=1))
    segments = geopandas.GeoDataFrame(geometry=segments, crs="EPSG:4326").to_crs(crs)
    joined = points.sjoin_nearest(segments, distance_col="away")
    return joined[~joined.index.duplicated()].sort_index()["away"].to_numpy()


class Postgis:
    """Points and border in a server's tables, and the seconds its distance query takes."""

    def __init__(self, connection, border, lon, lat):
        """Load the tables."""
        self.connection = connection
        rows = "\n".join(f"{k},{x!r},{y!r}" for k, (x, y) in enumerate(zip(lon.tolist(), lat.tolist(), strict=True)))
        self.run(
            "drop table if exists geomap_points, geomap_line; create unlogged table geomap_points (id int, x float8, y float8);"
            "create unlogged table geomap_line (g geography)"
        )
        self.run(
            "copy geomap_line from stdin", shapely.to_wkb(shapely.set_srid(border.line, 4326), hex=True, include_srid=True)
        )
        self.run("copy geomap_points from stdin csv", rows)
        self.run(
            "alter table geomap_points add g geography; update geomap_points set g = ST_SetSRID(ST_MakePoint(x, y), 4326);"
            "vacuum full analyze geomap_points"
        )

    def run(self, *commands):
        """What psql prints, the server's messages included; a second argument is its input."""
        sql, *stdin = commands
        arguments = [word for statement in sql.split(";") for word in ("-c", statement)]
        done = subprocess.run(
            ["psql", self.connection, "-qAt", "-v", "ON_ERROR_STOP=1", *arguments],
            input=stdin[0] if stdin else None,
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout + done.stderr

    def seconds(self):
        """The processor time of one pass over all points, in one process, by the server's own account."""
        query = "select max(ST_Distance(p.g, l.g)) from geomap_points p, geomap_line l"
        alone = "set max_parallel_workers_per_gather = 0;set jit = off"
        counted = "set client_min_messages = log;set log_executor_stats = on"
        said = self.run(f"{alone};{counted};{query}")
        used = [(float(a), float(b)) for a, b in re.findall(r"([\d.]+) s user, ([\d.]+) s system, [\d.]+ s elapsed", said)]
        return max(map(sum, used))

    def distances(self, count):
        """The first points' distances."""
        query = f"select ST_Distance(p.g, l.g) from geomap_points p, geomap_line l where id < {count} order by id"
        return np.array(self.run(query).split(), dtype=float)

    def close(self):
        """Drop the tables."""
        self.run("drop table geomap_points, geomap_line")


def timed(call, *arguments, **options):
    """Processor seconds of a call, and its result; the least of three where one takes below a second.

    After a pause the system has taken memory away, which it gives back slowly: a short first call measures that.
    """
    spent = []
    while not spent or (len(spent) < 3 and spent[0] < 1):
        start = time.process_time()
        result = call(*arguments, **options)
        spent.append(time.process_time() - start)
    return min(spent), result


def memory(count):
    """Seconds and peak memory of one call in a process of its own, MB: before the call and after."""
    code = (
        "import resource, sys, time; sys.path[:0] = sys.argv[2:]; import border; from geomap.border.line import Border\n"
        "def peak(): return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024\n"
        "b = Border.read('IRN-PAK'); lon, lat = border.scattered(b, int(sys.argv[1])); before = peak()\n"
        "t = time.perf_counter(); b.measure(lon, lat); print(time.perf_counter() - t, before, peak())"
    )
    here = Path(__file__).parent
    command = [sys.executable, "-c", code, str(count), str(here), str(here.parents[1])]
    return map(float, subprocess.run(command, capture_output=True, text=True, check=True).stdout.split())


def main():
    """Run the methods in turns and print the tables."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--points", type=int, default=1_000_000)
    arguments.add_argument("--rounds", type=int, default=3)
    chosen = arguments.parse_args()
    compiled = importlib.util.find_spec("numba") is not None
    border = Border.read("IRN-PAK")
    lon, lat = scattered(border, chosen.points)
    few = slice(0, min(SLOW, chosen.points))
    finer = with_more_vertices(border, 10)
    methods = {"geomap, plain": (lambda: border.measure(lon, lat, fast=False).distance_m, chosen.points)}
    if compiled:
        first, _ = timed(border.measure, lon[:10], lat[:10], fast=True)
        print(f"loading or compiling the compiled search: {first:.1f} s, not counted below")
        methods["geomap, compiled"] = (lambda: border.measure(lon, lat, fast=True).distance_m, chosen.points)
        methods["geomap, compiled, 10 x the vertices"] = (
            lambda: finer.measure(lon, lat, fast=True).distance_m,
            chosen.points,
        )
    methods["geomap, plain, 10 x the vertices"] = (
        lambda: finer.measure(lon[few], lat[few], fast=False).distance_m,
        few.stop,
    )
    methods["geopandas .distance, UTM"] = (lambda: by_utm(border, lon[few], lat[few]), few.stop)
    methods["geopandas .sjoin_nearest, equidistant"] = (lambda: by_join(border, lon[few], lat[few]), few.stop)
    server = Postgis(os.environ["GEOMAP_POSTGIS"], border, lon, lat) if os.environ.get("GEOMAP_POSTGIS") else None
    for line in (border, finer):
        line.measure(lon[:10], lat[:10])
    rates = {}
    answers = {}
    for _ in range(chosen.rounds):
        for name, (call, count) in methods.items():
            if server and name == "geomap, compiled":
                rates.setdefault(POSTGIS, []).append(chosen.points / server.seconds())
            seconds, answers[name] = timed(call)
            rates.setdefault(name, []).append(count / seconds)
    if server:
        answers[POSTGIS] = server.distances(CHECKED)
        server.close()
    print(f"exhaustive search over every segment for {CHECKED} points ...", flush=True)
    true = exhaustive(border.parts, lon[:CHECKED], lat[:CHECKED])
    true_finer = exhaustive(finer.parts, lon[:CHECKED_FINER], lat[:CHECKED_FINER])
    print(f"\n{'method':45}{'points/s, median':>18}{'best':>12}{'worst error, m':>18}{'on points':>12}")
    for name, runs in rates.items():
        right = true_finer if "10 x" in name else true
        error = np.abs(answers[name][: len(right)] - right).max()
        counted = methods[name][1] if name in methods else chosen.points
        print(f"{name:45}{statistics.median(runs):18,.0f}{max(runs):12,.0f}{error:18.6f}{counted:12,}")
    print("\nround by round, points/s:")
    for name, runs in rates.items():
        print(f"{name:45}" + "".join(f"{rate:14,.0f}" for rate in runs))
    if compiled and server:
        pairs = zip(rates["geomap, compiled"], rates[POSTGIS], strict=True)
        print("compiled over PostGIS, in each round: " + ", ".join(f"{ours / theirs:.1f}" for ours, theirs in pairs))
    if compiled:
        pairs = zip(rates["geomap, compiled"], rates["geomap, compiled, 10 x the vertices"], strict=True)
        print("time for ten times the vertices, in each round: " + ", ".join(f"{one / ten:.2f}" for one, ten in pairs))
    seconds, before, after = memory(chosen.points)
    print(
        f"{chosen.points:,} points in one call: {seconds:.2f} s, peak {after:.0f} MB, of which {before:.0f} MB before the call"
    )


if __name__ == "__main__":
    main()
