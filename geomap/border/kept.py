"""Borders that were read before: what was drawn of one and measured to it need not be found again for the next map."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Mapping
from dataclasses import is_dataclass
from functools import cached_property
from typing import Any, TypeVar

B = TypeVar("B")

#: So many borders are kept, and of each so many buffers and regions: bounds the memory of a process that makes many maps.
BORDERS, BUFFERS, REGIONS = 4, 64, 1 << 14

_KEPT: dict[tuple[Any, ...], Any] = {}


def kept(make: Callable[..., B], record: Mapping[str, Any]) -> B:
    """What is made from a record: the same object again where all that it says is the same.

    Args:
        make: takes what stands in the record, by name.
        record: of a line, as `geomap.border.files.read_line` gives it.
    """
    # A function is the same where it is equal to another: it may read the same elsewhere.
    asked = {name: value for name, value in record.items() if is_dataclass(value)}
    key = make, *asked.values(), pickle.dumps({name: value for name, value in record.items() if name not in asked})
    found: B = _KEPT.pop(key, None) or make(**record)
    _KEPT[key] = found
    while len(_KEPT) > BORDERS:
        del _KEPT[next(iter(_KEPT))]
    return found


class Lean:
    """Is pickled without what was found of it, which can be found again: another process should not wait for it."""

    def __getstate__(self) -> dict[str, Any]:
        """All but the cached properties."""
        return {k: v for k, v in vars(self).items() if not isinstance(getattr(type(self), k, None), cached_property)}
