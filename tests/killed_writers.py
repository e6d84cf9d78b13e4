"""A program that replaces a folder's files and is killed before every step that touches the disk; prints what it then finds."""

import json
import os
import random
import signal
import sys
import time
from functools import partial
from pathlib import Path

from killing import child

from geomap.project import complete, replacing

NAMES = ("a.txt", "b.txt", "geomap.gpkg", "z.txt", ".gitignore")


def write(folder: Path, content: str) -> None:
    """Replace the folder's files by new ones."""
    with replacing(folder) as new:
        for name in NAMES:
            (new / name).write_text("*\n" if name == ".gitignore" else content, encoding="utf-8")


def found(folder: Path) -> list[str]:
    """What the files hold, each content once: one for a whole set."""
    return sorted({(folder / name).read_text(encoding="utf-8") for name in NAMES[:-1]})


def hidden(folder: Path) -> bool:
    """Whether git would list none of the new content."""
    new = [path for path in folder.rglob("*") if path.is_file() and path.read_text(encoding="utf-8") == "new"]
    return all(any((above / ".gitignore").is_file() and (above / ".gitignore").read_text("utf-8") == "*\n"
                   for above in path.parents) for path in new)  # fmt: skip


def write_on(folder: Path, content: str) -> None:
    """Replace the folder's files again and again."""
    while True:
        write(folder, content)


def at_every_step(base: Path) -> list[dict[str, object]]:
    """What lies in the folder after a kill at each step, and after the next command."""
    outcomes: list[dict[str, object]] = []
    for step in range(1000):
        folder = base / f"step{step}"
        folder.mkdir()
        (folder / "mine.txt").write_text("mine", encoding="utf-8")
        for name in NAMES[:-1]:
            (folder / name).write_text("old", encoding="utf-8")
        _, status = os.waitpid(child(folder, partial(write, folder, "new"), step), 0)
        between = {"hidden": hidden(folder), "killed": found(folder)}
        complete(folder)
        left = sorted(path.name for path in folder.iterdir() if path.name not in NAMES)
        outcomes.append({**between, "completed": found(folder), "left": left})
        if status == 0:
            return outcomes
        os.waitpid(child(folder, partial(write, folder, "next"), step), 0)
        complete(folder)
        outcomes[-1]["next"] = found(folder)
    raise RuntimeError("it never ends")


def two_at_once(base: Path) -> list[list[str]]:
    """What the folder holds after the next command, when two that write at once are killed at some moment."""
    chance, outcomes = random.Random(1), []
    folder = base / "two"
    write(folder, "old")
    for _ in range(40):
        writers = [child(folder, partial(write_on, folder, content)) for content in ("one", "two")]
        time.sleep(chance.uniform(0.01, 0.06))
        for pid in writers:
            os.kill(pid, signal.SIGKILL)
        for pid in writers:
            os.waitpid(pid, 0)
        complete(folder)
        outcomes.append(found(folder))
    return outcomes


if __name__ == "__main__":
    print(json.dumps({"steps": at_every_step(Path(sys.argv[1])), "two": two_at_once(Path(sys.argv[1]))}))
