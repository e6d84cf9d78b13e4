"""JSON that a person hands in: how deep it is, before anything reads it."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np

from geomap.errors import DataError
from geomap.reading.files import MOST_MB, read_bytes

#: How many lists and objects may stand in one another: GeoJSON needs ten.
DEEPEST = 100
_TEXT = re.compile(rb'"(?:[^"\\]++|\\.)*+"?', re.DOTALL)
_OPEN, _CLOSE = b"[{", b"]}"


def check_json_depth(path: Path, most_mb: float = MOST_MB) -> None:
    """Refuse a JSON file that is deeper than `DEEPEST`; raises as `check_file` does, too.

    Raises:
        DataError: it is too deep.
    """
    brackets = np.frombuffer(_TEXT.sub(b"", read_bytes(path, most_mb)), dtype=np.uint8)
    steps = np.isin(brackets, list(_OPEN)).astype(np.int8) - np.isin(brackets, list(_CLOSE)).astype(np.int8)
    if steps.size and int(np.cumsum(steps, dtype=np.int64).max()) > DEEPEST:
        raise DataError(f"{path}: lists in lists more than {DEEPEST} deep; no map needs so many")
