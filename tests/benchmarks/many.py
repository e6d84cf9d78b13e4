"""How long `geomap build` takes for a story of about a thousand incidents, and for the shipped one.

    python tests/benchmarks/many.py [--incidents 1000] [--rounds 5] [--base PATH]

copies the shipped story until it has so many incidents, each copy under other ids at the same places, and builds it again and
again in one process; the shipped story alone, too. It prints the processor seconds of each step of a build, the least of all
rounds; ``preview`` is what a changed map needs before it can be looked at. ``first`` is the first build, before which nothing
was read, ``load`` what is needed to begin it, and ``peak`` the most memory until its end, MB. With ``--base``, another checkout
builds the same stories, a build each in turn, so that other work on the machine weighs on both alike.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

CHECKOUT = Path(__file__).resolve().parents[2]
#: What is timed, by where `geomap.pipeline.build` finds it. The rest of a build is ``other``.
STEPS = {
    "check": "geomap.pipeline.check",
    "read": "geomap.pipeline.read_inputs",
    "analyse": "geomap.pipeline.analyse",
    "tables": "geomap.pipeline.tables",
    "files": "geomap.export.write_published",
    "page": "geomap.webmap.draw",
}
PREVIEW = ("read", "analyse", "tables", "page")


def copy_story(data: Path, times: int) -> None:
    """Add copies of a story's articles and incidents to it, under other ids: ``-2``, ``-3`` and so on behind them.

    Args:
        data: the story's folder, with ``articles/`` and ``incidents.toml``.
        times: how often everything is there in the end.
    """
    articles = {path: path.read_text(encoding="utf-8") for path in sorted((data / "articles").glob("*.toml"))}
    incidents = (data / "incidents.toml").read_text(encoding="utf-8").partition("[[notes]]")
    ids = [path.stem for path in articles] + re.findall(r'^id = "(.*)"', incidents[0], re.MULTILINE)
    named = re.compile(rf'"({"|".join(map(re.escape, ids))})((?:/\d+)?)"')
    stories = []
    for number in range(2, times + 1):
        again = rf'"\1-{number}\2"'
        for path, text in articles.items():
            path.with_stem(f"{path.stem}-{number}").write_text(named.sub(again, text), encoding="utf-8")
        stories.append(named.sub(again, incidents[0]))
    (data / "incidents.toml").write_text("".join([incidents[0], *stories, *incidents[1:]]), encoding="utf-8")


def copy_checkout(checkout: Path, folder: Path, times: int) -> Path:
    """A copy of a checkout whose story is there several times; gives its folder."""
    for name in ("geomap", "geodata"):
        shutil.copytree(checkout / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", ".geomap"))
    copy_story(folder / "geodata", times)
    return folder


class Builder:
    """A process that builds the story of a checkout whenever it is asked to."""

    def __init__(self, folder: Path) -> None:
        """Start it; what it prints but does not mean for us is dropped."""
        self.folder = folder
        self.process = subprocess.Popen(
            [sys.executable, __file__, "--serve"],
            cwd=folder,
            env=os.environ | {"PYTHONPATH": str(folder)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def build(self) -> dict[str, float]:
        """The seconds of each step of one build, of the whole, and the process' peak memory in MB.

        Raises:
            RuntimeError: the build failed; the process has said why.
        """
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        if not (line := self.process.stdout.readline()):
            raise RuntimeError(f"{self.folder}: the build failed")
        found: dict[str, float] = json.loads(line)
        return found

    def close(self) -> None:
        """End it."""
        self.process.communicate()


def serve() -> None:
    """Build once for each line that comes in, and answer with a line of JSON."""
    start = time.process_time()
    from geomap import export, pipeline, webmap

    spent = dict.fromkeys(STEPS, 0.0)
    modules: dict[str, Any] = {"geomap.pipeline": pipeline, "geomap.export": export, "geomap.webmap": webmap}
    for step, where in STEPS.items():
        module, _, name = where.rpartition(".")
        setattr(modules[module], name, _timed(getattr(modules[module], name), step, spent))
    loaded_s = time.process_time() - start
    for _ in sys.stdin:
        spent.update(dict.fromkeys(STEPS, 0.0))
        start = time.process_time()
        pipeline.build("output")
        whole = time.process_time() - start
        found = spent | {"other": whole - sum(spent.values()), "whole": whole, "preview": sum(spent[s] for s in PREVIEW)}
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
        print(json.dumps(found | {"first": whole, "load": loaded_s, "peak": memory}), flush=True)


def _timed(step: Callable[..., Any], name: str, spent: dict[str, float]) -> Callable[..., Any]:
    def timed(*args: Any, **options: Any) -> Any:
        start = time.process_time()
        try:
            return step(*args, **options)
        finally:
            spent[name] += time.process_time() - start

    return timed


def measure(checkouts: dict[str, Path], times: int, rounds: int) -> dict[str, dict[str, float]]:
    """Per checkout what a build of its story takes, when the story is there several times: the best of the rounds.

    The figures of a new process are those of the first build, before the rounds.
    """
    with tempfile.TemporaryDirectory() as folder:
        copies = {name: copy_checkout(path, Path(folder) / str(n), times) for n, (name, path) in enumerate(checkouts.items())}
        builders = {name: Builder(copy) for name, copy in copies.items()}
        first = {name: builder.build() for name, builder in builders.items()}
        runs = [{name: builder.build() for name, builder in builders.items()} for _ in range(rounds)]
        for builder in builders.values():
            builder.close()
    return {
        name: {key: min(run[name][key] for run in runs) for key in first[name]}
        | {key: first[name][key] for key in ("first", "load", "peak")}
        for name in checkouts
    }


def main(options: argparse.Namespace) -> None:
    """Measure and print."""
    shipped = (CHECKOUT / "geodata/incidents.toml").read_text(encoding="utf-8").count("[[incidents]]")
    checkouts = {"this": CHECKOUT} | ({"base": options.base.resolve()} if options.base else {})
    for times in (1, -(-options.incidents // shipped)):
        found = measure(checkouts, times, options.rounds)
        print(f"\n{times * shipped:,} incidents" + "".join(f"{name:>10}" for name in found) + ("     ratio" * (len(found) > 1)))
        for key in found["this"]:
            values = [one[key] for one in found.values()]
            ratio = f"{values[0] / values[1]:10.2f}" if len(values) > 1 and values[1] else ""
            print(f"{key:15}" + "".join(f"{value:10.2f}" for value in values) + ratio, flush=True)


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    arguments.add_argument("--incidents", type=int, default=1000, help="at least how many")
    arguments.add_argument("--rounds", type=int, default=5, help="how many builds the best is taken of")
    arguments.add_argument("--base", type=Path, help="another checkout to build the same with")
    arguments.add_argument("--serve", action="store_true", help=argparse.SUPPRESS)
    chosen = arguments.parse_args()
    serve() if chosen.serve else main(chosen)
