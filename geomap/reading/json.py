"""JSON that a person hands in: how deep it is, before anything reads it."""

from __future__ import annotations

import re

import numpy as np

from geomap.errors import DataError

#: How many lists and objects may stand in one another: GeoJSON needs ten.
DEEPEST = 100
_TEXT = re.compile(rb'"(?:[^"\\]++|\\.)*+"?', re.DOTALL)
_OPEN, _CLOSE = b"[{", b"]}"


def check_json_depth(data: bytes, name: str) -> None:
    """Refuse JSON that is deeper than `DEEPEST`; its file's name is for the message.

    Raises:
        DataError: it is too deep.
    """
    brackets = np.frombuffer(_TEXT.sub(b"", data), dtype=np.uint8)
    brackets = brackets[np.isin(brackets, list(_OPEN + _CLOSE))]
    steps = np.isin(brackets, list(_OPEN)).astype(np.int8) - np.isin(brackets, list(_CLOSE)).astype(np.int8)
    if steps.size and int(np.cumsum(steps, dtype=np.int32).max()) > DEEPEST:
        raise DataError(f"{name}: lists in lists more than {DEEPEST} deep; no map needs so many")
