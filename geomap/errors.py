"""What can be wrong with our data.

    GeomapError
    ├── DataError       a record says something that cannot be right (also a ValueError)
    │   └── PinError    a pinned file is not the file that was recorded
    └── MissingError    a file or a named record is not there (also a LookupError)

Anything else that is raised is a bug in geomap, and keeps its traceback.
"""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Any


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
