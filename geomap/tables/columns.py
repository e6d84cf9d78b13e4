"""What a column and a table are: a column stands with the code that fills it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Literal

from shapely.geometry.base import BaseGeometry

#: A list is a tuple of words in memory, and in most files one text, its words joined by "; ".
Type = Literal["text", "integer", "number", "date", "list"]


_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ]00:00(?::00(?:\.0+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?")


def day_of(value: Any) -> dt.date:
    """The day that a value is, as it is written: a time of midnight is none, in whatever zone.

    >>> day_of("2024-01-17"), day_of("2024-01-17T00:00:00+05:00"), day_of(dt.datetime(2024, 1, 17))
    (datetime.date(2024, 1, 17), datetime.date(2024, 1, 17), datetime.date(2024, 1, 17))

    Raises:
        ValueError: it is no day, or a time that is not midnight.
    """
    text = value.isoformat() if isinstance(value, dt.date) else str(value).strip()
    found = _DAY.fullmatch(text)
    if not found:
        raise ValueError(f"{text!r} is no day; write it as in 2024-01-17, without a time")
    return dt.date.fromisoformat(found[1])


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, type, what it says, how it is found from a row's subject, and its unit where it has one."""

    name: str
    type: Type
    says: str
    of: Callable[[Any], Any]
    unit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A published table.

    Attributes:
        says: what a row of it is, in a sentence.
        columns: in their order.
        subjects: gives what the rows are about, in the order of the rows, from what is known.
        geometry: gives a row's geometry in lon/lat on WGS 84, or None where it lies nowhere; None for a table without geometry.
        geometry_type: of a table that is empty.
        licence: the licence that binds it, as an SPDX name.
    """

    says: str
    columns: tuple[Column, ...]
    subjects: Callable[[Any], Iterable[Any]]
    geometry: Callable[[Any], BaseGeometry | None] | None = None
    geometry_type: str | None = None
    licence: str = "CC-BY-4.0"
