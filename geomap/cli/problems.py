"""How problems are shown: the place in the file, the sentence, the line as it stands, and a mark under what is wrong."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from geomap.cli.terminal import shown
from geomap.errors import Mark, Problem

#: How far lines of a file are set in, and how many cells of one are shown around what is wrong.
INDENT, WIDTH = "    ", 76


@dataclass(frozen=True, slots=True)
class Located:
    """A problem with its place; ``file`` and ``mark`` are None where it has none, ``line`` is then empty."""

    sentence: str
    file: str | None = None  #: relative to the folder of hand-kept files
    mark: Mark | None = None
    line: str = ""  #: of the file
    remedy: str = ""

    def as_dict(self) -> dict[str, str | int | None]:
        """As plain values."""
        line, column = (self.mark.line, self.mark.column) if self.mark is not None else (None, None)
        place = {"file": self.file, "line": line, "column": column, "sentence": self.sentence}
        return {**place, "remedy": self.remedy} if self.remedy else place

    def lines(self, stream: TextIO) -> Iterator[str]:
        """What a person reads of it on a stream: the sentence on one line, then the file's line and the mark, then a remedy."""
        place = "" if self.file is None else f"{self.file}: "
        if self.mark is not None:
            place = f"{self.file}:{self.mark.line}:{self.mark.column}: "
        yield shown(place + self.sentence, stream)
        if self.mark is not None and self.line.strip():
            yield from (INDENT + line for line in _marked(self.line, self.mark, stream))
        yield from (shown(line, stream) for line in self.remedy.splitlines())


def located(problems: Iterable[str], folder: Path) -> list[Located]:
    """Problems with their places in the files of a story's folder, or of what ships with geomap; in their order."""
    from geomap import project
    from geomap.reading import mark, read_bytes, text_of

    texts: dict[str, str] = {}
    found = []
    for problem in problems:
        if not isinstance(problem, Problem):
            found.append(Located(problem))
            continue
        if problem.file not in texts:
            paths = [path for home in (folder, project.root(), Path()) if (path := home / problem.file).is_file()]
            texts[problem.file] = text_of(read_bytes(paths[0])) if paths else ""
        text = texts[problem.file]
        at = problem.at if isinstance(problem.at, Mark) else mark(text, problem.file, problem.at, key=problem.key)
        lines = text.split("\n")
        line = lines[at.line - 1] if at is not None and at.line <= len(lines) else ""
        # Whoever does not see the place reads of it in the sentence.
        said = problem.said if at is not None else problem.partition(": ")[2]
        found.append(Located(said, problem.file, at, line, problem.remedy))
    return found


def tell_problems(problems: Iterable[str], folder: Path) -> None:
    """Problems for the person at the terminal, on stderr."""
    from geomap.cli.terminal import tell

    for problem in located(problems, folder):
        for line in problem.lines(sys.stderr):
            tell(line)


def _marked(line: str, at: Mark, stream: TextIO) -> tuple[str, str]:
    """A line as a stream may have it, cut around what is wrong, and the mark below."""
    from rich.cells import cell_len

    start = at.column - 1
    before, wrong, after = (
        shown(part.replace("\t", " "), stream)
        for part in (line[:start].lstrip(), line[start : start + at.length], line[start + at.length :])
    )
    dots = shown("…", stream)
    room = WIDTH - min(cell_len(wrong), WIDTH // 2)
    wrong = _cut(wrong, WIDTH // 2, dots)
    if cell_len(before) > room // 2:
        before = dots + _cut(before[::-1], room // 2, "")[::-1]
    text = before + wrong + after
    return _cut(text, WIDTH, dots), " " * cell_len(before) + "^" * max(1, cell_len(wrong))


def _cut(text: str, most: int, dots: str) -> str:
    """The beginning of a text, of at most so many cells."""
    from rich.cells import cell_len

    if cell_len(text) <= most:
        return text
    room = most - cell_len(dots)
    while cell_len(text) > room:
        text = text[: min(len(text) - 1, room)]
    return text + dots
