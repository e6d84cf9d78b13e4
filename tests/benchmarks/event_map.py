"""How long `geomap map` takes for a table of many events, how large its page is, and how soon that can be used.

    python tests/benchmarks/event_map.py [--rows 1000000] [--rounds 5]

writes an invented table with id, day, place, precision, two actors, type, two counts and country, spread evenly, which
compresses least, and has `geomap map` draw it with distance and interval to a border, first so that compiled code is there,
then again. It prints seconds of the clock and of the processor, megabytes, and in headless Chromium, in turns with a bare
Leaflet page, the seconds until the points are painted, until list, timeline and search can be used, and until every column is
read, as medians and as times of the bare page's; and the milliseconds of the filters. On a shared machine the least time says
more than the median.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

CHECKOUT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(CHECKOUT), str(CHECKOUT / "tests"), str(CHECKOUT / "tests" / "benchmarks")]

from page import bare, chromium, opened  # noqa: E402  # beside this file

from geomap import project  # noqa: E402

FILTERS = {
    "facet_ms": "geomap.page.store.toggle('side', 'Riots')",
    "brush_ms": "geomap.page.store.set({from: '2017-01-01', to: '2018-12-31'})",
    "clear_ms": "geomap.page.store.clear()",
    "search_ms": "geomap.page.store.set({query: 'group 12'})",
    "filters_open_ms": "geomap.page.store.set({query: '', panel: 'filters'})",
    "facet_with_counts_ms": "geomap.page.store.toggle('side', 'Battles')",
    "card_ms": "geomap.page.select(77)",
}
WAIT = {"all_columns_ms": "await geomap.page.rest"}


def write_table(path: Path, rows: int) -> None:
    """An invented table as CSV."""
    import pyarrow as pa
    from pyarrow import csv

    rng = np.random.default_rng(1)
    towns, groups = np.array([f"Town {k}" for k in range(2000)]), np.array([f"Group {k}" for k in range(60)])
    kinds = np.array(["Battles", "Protests", "Riots", "Strikes", "Arrests", "Explosions"])
    days = np.datetime64("2015-01-01") + rng.integers(0, 3650, rows)
    columns = {
        "id": [f"EV{k:07d}" for k in range(rows)],
        "event_date": pa.array(days.astype("datetime64[D]")).cast(pa.string()),
        "place": towns[rng.integers(0, 2000, rows)],
        "precision": rng.choice([1, 2, 3], rows),
        "actor1": groups[rng.integers(0, 60, rows)],
        "actor2": groups[rng.integers(0, 60, rows)],
        "event_type": kinds[rng.integers(0, 6, rows)],
        "killed": rng.poisson(1.5, rows),
        "injured": rng.poisson(3, rows),
        "country": np.array(["Iran", "Pakistan", "Afghanistan"])[rng.integers(0, 3, rows)],
        "longitude": np.round(rng.uniform(55, 72, rows), 5),
        "latitude": np.round(rng.uniform(22, 36, rows), 5),
    }
    csv.write_csv(pa.table(columns), path)


def built(table: Path, out: Path) -> tuple[float, float]:
    """Seconds of the clock and of the processor that a page takes."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    options = ["--border", "IRN-PAK", "--precision", "precision", "--radii", "1=2,2=25"]
    env = {**os.environ, "PYTHONPATH": str(CHECKOUT)}
    subprocess.run([sys.executable, "-m", "geomap", "map", str(table), *options, "-o", str(out)], check=True, env=env)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time.perf_counter() - start, spent


def main(rows: int, rounds: int) -> None:
    """Measure and print."""
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        write_table(folder / "events.csv", rows)
        built(folder / "events.csv", folder / "events.html")
        times = [built(folder / "events.csv", folder / "events.html") for _ in range(3)]
        clock, spent = (statistics.median(one[k] for one in times) for k in (0, 1))
        size = (folder / "events.html").stat().st_size / 1e6
        print(f"{rows:,} rows: built in {clock:.1f} s ({spent:.1f} s of the processor), {size:.1f} MB")
        backdrop = project.read_basemap(project.example(), (60.0, 25.0, 64.0, 30.0))
        (folder / "bare.html").write_text(bare(backdrop), encoding="utf-8")
        browser = chromium(playwright)
        runs = []
        for _ in range(rounds):
            plain = opened(browser, folder / "bare.html", {})["painted_s"]
            found = opened(browser, folder / "events.html", {**WAIT, **FILTERS})
            runs.append({"bare_s": plain, **found, "complete_s": found["ready_s"] + found["all_columns_ms"] / 1000})
        browser.close()
        for key in ("bare_s", "painted_s", "ready_s", "complete_s"):
            middle, least = (of(run[key] for run in runs) for of in (statistics.median, min))
            ratios = [of(run[key] for run in runs) / of(run["bare_s"] for run in runs) for of in (statistics.median, min)]
            print(f"{key:12} {middle:.3f} (least {least:.3f}), x bare {ratios[0]:.2f} (of the least {ratios[1]:.2f})")
        print(", ".join(f"{key} {statistics.median(run[key] for run in runs):.0f}" for key in {**WAIT, **FILTERS}))


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--rows", type=int, default=1_000_000)
    arguments.add_argument("--rounds", type=int, default=5)
    asked = arguments.parse_args()
    main(asked.rows, asked.rounds)
