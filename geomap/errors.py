"""What can be wrong with our data.

    GeomapError
    ├── DataError       a record says something that cannot be right (also a ValueError)
    │   └── PinError    a pinned file is not the file that was recorded
    └── MissingError    a file or a named record is not there (also a LookupError)

Anything else that is raised is a bug in geomap, and keeps its traceback.

Each of them has `problems`: sentences, of which a `Problem` knows its place in a hand-kept file.
"""

from __future__ import annotations

import re
import warnings
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters on one line of a text file; line and column are counted from 1."""

    line: int
    column: int
    length: int = 1

    @classmethod
    def at(cls, text: str, start: int, end: int = 0) -> Mark:
        """The characters from one offset to another of a text whose lines end with a line feed; one where there is no end."""
        return cls(text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start), max(1, end - start))


#: What leads to a value in a file. Of TOML keys and indexes: ``("claims", 0, "place")``; a text in place of an index stands
#: for the record that has it as its name: ``("claims", "gazette-2031-05-04/1", "place")``. Of CSV the row, by its number (the
#: header is 0) or its name, and the column: ``("Milltown", "lon")``.
Steps = tuple[str | int, ...]


class Problem(str):
    """What is wrong in a hand-kept file: a sentence that begins with the file's name, and the way to what it speaks of."""

    __slots__ = ("at", "file", "key", "remedy", "said")

    file: str  #: relative to the folder of hand-kept files: ``articles/gazette-2031-05-04.toml``
    said: str  #: the sentence without the file and the line
    at: Steps | Mark  #: what is wrong; where that is not there, what should have it
    key: bool  #: whether the key itself is wrong, not its value
    remedy: str  #: lines that a person may paste, each group after a line that says where; or empty

    def __new__(
        cls, file: str, said: str, at: Steps | Mark = (), *, key: bool = False, where: str = "", remedy: str = ""
    ) -> Problem:
        """A problem; ``where`` ("line 3") goes before the sentence for whoever does not see the place."""
        problem = super().__new__(cls, f"{PurePath(file).name}: {where and where + ': '}{said}")
        problem.file, problem.said, problem.at, problem.key, problem.remedy = file, said, at, key, remedy
        return problem

    def in_folder(self, folder: str) -> Problem:
        """The same of the file of that name in a folder."""
        problem = super().__new__(Problem, self)
        problem.file = f"{folder}/{PurePath(self.file).name}"
        problem.said, problem.at, problem.key, problem.remedy = self.said, self.at, self.key, self.remedy
        return problem


def steps(field: str) -> Steps:
    """The steps to a field as sentences name it.

    >>> steps("counts[0].value.low")
    ('counts', 0, 'value', 'low')
    """
    return tuple(int(part) if part.isdecimal() else part for part in re.findall(r"[^.\[\]]+", field))


def renamed(old: str, new: str) -> Any:
    """A property or method of an object under the name it had before 0.2; whoever uses it is told the new one.

    Args:
        old: the former name, as people wrote it: ``Border.bands``.
        new: the present attribute.
    """

    def read(self: object) -> Any:
        warnings.warn(f"{old} is now called {new}", DeprecationWarning, stacklevel=2)
        return getattr(self, new)

    return property(read, doc=f"The former name of `{new}`.")


class GeomapError(Exception):
    """The base of everything that is wrong with data or files, never with the program."""

    def __init__(self, *problems: str) -> None:
        """Of one sentence or several; as text they are a line each."""
        super().__init__("\n".join(problems))
        self.problems = problems


class DataError(GeomapError, ValueError):
    """A record of a file cannot be right.

    The message is one sentence: file, record, field, what was found, what would be right.
    """


class PinError(DataError):
    """A pinned file differs from the one recorded in ``sources.toml``."""

    def __init__(self, path: Path | str, *, recorded: str, found: str) -> None:
        super().__init__(
            f"{path}: sha256 is {found}, but sources.toml records {recorded}; "
            "restore the file, or record the new one with its source"
        )
        self.path = path
        self.recorded = recorded
        self.found = found


class MissingError(GeomapError, LookupError):
    """A file or record that was asked for by name is not there."""
