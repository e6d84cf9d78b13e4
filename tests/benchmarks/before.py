"""The rate of the compiled search beside that of another checkout, and what a second thread brings.

    git worktree add ../before COMMIT
    python tests/benchmarks/before.py ../before [--rounds 7] [--border IRN-PAK]

Each checkout has a process of its own that stays, with the search compiled; they take turns, for 1,000 to 1,000,000 points
within 1,500 km of the border. Printed are medians of the points a second of the processor's time, and the ratio. Then this
checkout measures the most points in one thread and in two, in turns, by the clock: on a machine with other work, that says
little.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parents[2]

_MEASURE = """
import sys, time
from concurrent.futures import ThreadPoolExecutor
import numpy as np
from pyproj import Geod
from geomap import Border
border = Border.read(sys.argv[1])
rng = np.random.default_rng(1)
vertices = np.concatenate(border.parts)
vertices = vertices[rng.integers(len(vertices), size=1_000_000)]
way, far = rng.uniform(0, 360, len(vertices)), 1.5e6 * np.sqrt(rng.random(len(vertices)))
lon, lat = Geod(ellps="WGS84").fwd(*vertices.T, way, far)[:2]
border.measure(lon[:10], lat[:10], fast=True)
print("ready", flush=True)
for line in sys.stdin:
    count, threads = map(int, line.split())
    times = max(1, 100_000 // count)
    processor, clock = time.process_time(), time.perf_counter()
    if threads == 1:
        for k in range(times):
            border.measure(lon[:count], lat[:count], fast=True)
    else:
        with ThreadPoolExecutor(threads) as pool:
            parts = [slice(k * count // threads, (k + 1) * count // threads) for k in range(threads)]
            list(pool.map(lambda part: border.measure(lon[part], lat[part], fast=True), parts))
    print(times * count / (time.process_time() - processor), times * count / (time.perf_counter() - clock), flush=True)
"""


class Checkout:
    """A process that measures with a checkout's code."""

    def __init__(self, folder: Path, border: str) -> None:
        """Start it."""
        self.process = subprocess.Popen(
            [sys.executable, "-c", _MEASURE, border],
            cwd=folder,  # which Python looks into before anything else
            env=os.environ | {"PYTHONPATH": str(folder.resolve())},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout is not None
        assert self.process.stdout.readline() == "ready\n"

    def rates(self, count: int, threads: int = 1) -> tuple[float, float]:
        """Points a second, of the processor's time and of the clock's."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(f"{count} {threads}\n")
        self.process.stdin.flush()
        processor, clock = map(float, self.process.stdout.readline().split())
        return processor, clock


def main(options: argparse.Namespace) -> None:
    """Measure and print."""
    before, now = Checkout(options.before, options.border), Checkout(HERE, options.border)
    for count in (1_000, 10_000, 100_000, 1_000_000):
        pairs = [(before.rates(count)[0], now.rates(count)[0]) for _ in range(options.rounds)]
        was, is_now = (statistics.median(rates) for rates in zip(*pairs, strict=True))
        ratio = statistics.median(new / old for old, new in pairs)
        print(f"{count:,} points: {was:,.0f} points/s before, {is_now:,.0f} now, {ratio:.1f} times", flush=True)
    pairs = [(now.rates(1_000_000, 1)[1], now.rates(1_000_000, 2)[1]) for _ in range(options.rounds)]
    ratios = [two / one for one, two in pairs]
    print(f"two threads: {statistics.median(ratios):.2f} times one by the clock, at best {max(ratios):.2f}")


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    arguments.add_argument("before", type=Path)
    arguments.add_argument("--rounds", type=int, default=7)
    arguments.add_argument("--border", default="IRN-PAK")
    main(arguments.parse_args())
