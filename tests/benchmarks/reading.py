"""How many articles `geomap extract` reads a minute of the processor's time, beside another checkout.

    python tests/benchmarks/reading.py [--rounds 3] [--base PATH]

puts articles of about 5,000 characters together from the dispatches and reports of `tests/`, those of one border after another
and none twice. They are denser than a newspaper: each has several incidents and some 17 places. One process reads them all for
a story that has the places of their seventy countries, and writes an article file each; that it starts up counts, too.
Printed are the articles a minute, the median of the rounds, and the most memory. With ``--base``, another checkout reads the
same articles in turn, so that other work on the machine weighs on both alike; the ratio is that of the medians.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from geomap.vocabulary import countries_of

HERE = Path(__file__).resolve().parents[2]
TESTS = HERE / "tests"
LENGTH = 5_000
_PLACES = "name,level,country,source"


def texts_by_border() -> dict[str, list[str]]:
    """The texts of the test sets by border, "ind-pak" and the like."""
    found: dict[str, list[str]] = defaultdict(list)
    for folder in (TESTS / "contested", *(TESTS / "more_texts" / part for part in ("practice", "certainty", "unseen"))):
        for file in sorted(folder.glob("???-???/*.txt")):
            found[file.parent.name].append(file.read_text(encoding="utf-8"))
    for part in ("long", "accounts", "reports", "short"):
        for file in sorted((TESTS / "more_texts" / part).glob("*.jsonl")):
            for item in map(json.loads, file.read_text(encoding="utf-8").splitlines()):
                found[item["border"].lower()].append(item["text"])
    return found


def articles(texts: list[str]) -> Iterator[str]:
    """The texts one after another, in articles of about so many characters; what is left over is none."""
    held: list[str] = []
    for text in texts:
        held.append(text.strip())
        if sum(map(len, held)) >= LENGTH:
            yield "\n\n".join(held)
            held = []


def write_story(folder: Path) -> int:
    """Write a story with the places of all these countries, and its reports; gives how many they are, by length of 5,000."""
    texts = texts_by_border()
    names = sorted({(country.name, country.code) for pair in texts for country in countries_of(pair)})
    (folder / "geomap.toml").write_text('format = 1\ntitle = "Reading"\nborder = "IND-PAK"\n', encoding="utf-8")
    rows = (f'"{name}",country,{code},Natural Earth' for name, code in names)
    (folder / "places.csv").write_text("\n".join([_PLACES, *rows, ""]), encoding="utf-8")
    (folder / "reports").mkdir()
    written = 0
    for pair in sorted(texts):
        for number, article in enumerate(articles(texts[pair])):
            (folder / "reports" / f"{pair}-{number}.txt").write_text(article, encoding="utf-8")
            written += len(article)
    return written // LENGTH


def read(checkout: Path, story: Path) -> tuple[float, float]:
    """Read the reports in a process of its own; gives the processor's seconds, and the most memory, MB."""
    with tempfile.TemporaryDirectory() as out:
        command = [sys.executable, "-P", "-m", "geomap", "extract", "reports", "--project", ".", "-o", out]
        at = os.environ | {"PYTHONPATH": str(checkout.resolve())}
        process = subprocess.Popen(command, cwd=story, env=at, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        assert process.returncode in (0, 1), process.returncode  # 1: a report was refused
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def main(options: argparse.Namespace) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as story:
        count = write_story(Path(story))
        rates: dict[Path, list[float]] = defaultdict(list)
        most: dict[Path, float] = {}
        for _ in range(options.rounds):
            for checkout in filter(None, (options.base, HERE)):
                seconds, memory = read(checkout, Path(story))
                rates[checkout].append(60 * count / seconds)
                most[checkout] = max(memory, most.get(checkout, 0.0))
    for checkout, found in rates.items():
        name = "here" if checkout == HERE else "base"
        told = f"{statistics.median(found):,.0f} articles a minute (at best {max(found):,.0f})"
        print(f"{name}: {told}, {most[checkout]:,.0f} MB")
    if options.base:
        print(f"ratio: {statistics.median(rates[HERE]) / statistics.median(rates[options.base]):.3f}")


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    arguments.add_argument("--base", type=Path)
    arguments.add_argument("--rounds", type=int, default=3)
    main(arguments.parse_args())
