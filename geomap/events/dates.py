"""Days of events as tables write them: each cell is the days on which its event can have happened, or is counted as unread."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from geomap.events.measuring import by_value
from geomap.geometry import Floats
from geomap.language import MONTHS

if TYPE_CHECKING:
    import pyarrow as pa

_EPOCH = dt.date(1970, 1, 1)
#: A time of day after a day, and nothing else: "2021-03-02 to 2021-03-05" is two days.
_TIME = r"(?:[T ,]+\d{1,2}:\d\d(?::\d\d(?:[.,]\d+)?)? ?(?:[ap]\.?m\.?)?(?: ?(?:Z|UTC|GMT|[+-]\d\d:?(?:\d\d)?))?)?"
_ISO = re.compile(rf"(\d{{4}})([-/.])(\d{{1,2}})(?:\2(\d{{1,2}}){_TIME})?", re.IGNORECASE)
_PACKED = re.compile(r"(\d{4})(?:(\d{2})(\d{2})?)?(?:\.0)?")
_NAMED = re.compile(rf"(?:(\d{{1,2}})[ -])?([A-Za-z]{{3,9}})\.?[ ,-]+(\d{{4}}){_TIME}", re.IGNORECASE)
_AMERICAN = re.compile(rf"([A-Za-z]{{3,9}})\.? (\d{{1,2}}),? (\d{{4}}){_TIME}", re.IGNORECASE)
_SLASHES = re.compile(rf"(\d{{1,2}})[/.](\d{{1,2}})[/.](\d{{4}}){_TIME}", re.IGNORECASE)


#: How a day with slashes is written, as PostgreSQL's DateStyle calls it: day or month first.
ORDERS = ("dmy", "mdy")


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """How days that can be two are read: 03/02/2021 as 3 February or as 2 March."""

    order: str = ""  #: of `ORDERS`; empty where nothing tells, and such days are not read
    example: str = ""  #: the first such cell; empty where there is none
    by: str = ""  #: the first cell that can be read in this order alone; empty where a person said it


def days_of(cell: object, order: str = "") -> tuple[int, int] | None:
    """The first and the last day that a cell leaves possible, as days since 1970; None where it gives none.

    ISO 8601 dates and times, ``20210302``, ``2 March 2021`` and ``March 2, 2021``, months and years. A day with slashes is read
    in an order of `ORDERS`, or without one where it can be meant in one way alone: ``25/03/2021``. A cell that says more than a
    day and a time gives none.

    >>> [str(dt.date(1970, 1, 1) + dt.timedelta(days=day)) for day in days_of("2021-02")]
    ['2021-02-01', '2021-02-28']
    >>> days_of(20210302) == days_of("02 March 2021") == days_of("2021-03-02T10:00:00Z"), days_of("03/02/2021")
    (True, None)
    """
    if isinstance(cell, dt.date):  # as a datetime is, too
        return ((dt.date(cell.year, cell.month, cell.day) - _EPOCH).days,) * 2
    text = "" if cell is None else str(cell).strip()
    try:
        found = _parts(text, order)
        if found is None:
            return None
        year, month, day = found
        if month is None:
            return _number(year, 1, 1), _number(year, 12, 31)
        if day is None:
            return _number(year, month, 1), _number(year + month // 12, month % 12 + 1, 1) - 1
        return (_number(year, month, day),) * 2
    except ValueError:  # no such day
        return None


def _number(year: int, month: int, day: int) -> int:
    return (dt.date(year, month, day) - _EPOCH).days


def _parts(text: str, order: str) -> tuple[int, int | None, int | None] | None:
    """Year, month and day of a text, as far as it gives them."""
    if found := _ISO.fullmatch(text):
        return int(found[1]), int(found[3]), int(found[4]) if found[4] else None
    if found := _PACKED.fullmatch(text):
        return int(found[1]), int(found[2]) if found[2] else None, int(found[3]) if found[3] else None
    if found := _NAMED.fullmatch(text):
        return int(found[3]), _month(found[2]), int(found[1]) if found[1] else None
    if found := _AMERICAN.fullmatch(text):
        return int(found[3]), _month(found[1]), int(found[2])
    if found := _SLASHES.fullmatch(text):
        one, other, year = map(int, found.groups())
        if order == "dmy" or (not order and (one > 12 or one == other)):
            return year, other, one
        if order == "mdy" or other > 12:
            return year, one, other
    return None


def _month(word: str) -> int:
    """A month by its name, or by its first three letters."""
    small = word.lower()
    fits = [number for number, month in enumerate(MONTHS, 1) if small in (month, month[:3]) or (small == "sept" == month[:4])]
    if not fits:
        raise ValueError(word)
    return fits[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """The days of n rows: arrays of shape (n,)."""

    first: Floats  #: days since 1970, NaN where none is known
    last: Floats  #: likewise
    unread: npt.NDArray[np.bool_]  #: whether a cell says something that gives no day
    coarse: npt.NDArray[np.bool_]  #: whether a cell gives no more than a month or a year
    order: Order


def read_days(first: pa.ChunkedArray, last: pa.ChunkedArray | None, order: str = "") -> Read:
    """The days of each row of a table.

    Args:
        first: the column of days, or of the days on which events began.
        last: the column of the days on which they ended; None where one column has all.
        order: of `ORDERS`; empty where the cells are to tell.
    """
    columns = [by_value(column) for column in (first, last) if column is not None]
    taken = _order([cell for cells, _ in columns for cell in cells], order)
    (lows, highs, unread), *more = (_column(cells, which, taken.order) for cells, which in columns)
    coarse = lows < highs
    if not more:
        return Read(first=lows, last=highs, unread=unread, coarse=coarse, order=taken)
    own, ends, wrong = more[0]
    coarse |= own < ends
    highs = np.where(np.isnan(ends), highs, ends)
    lows = np.where(np.isnan(lows), own, lows)
    turned = lows > highs  # which is no interval: as little is known as of a cell that cannot be read
    lows[turned] = highs[turned] = np.nan
    return Read(first=lows, last=highs, unread=unread | wrong | turned, coarse=coarse, order=taken)


def _order(cells: Sequence[object], said: str) -> Order:
    """The order of days with slashes: as a person says, or as some cells can be read alone and none speaks against it."""
    found = [match for cell in cells if isinstance(cell, str) and (match := _SLASHES.fullmatch(cell.strip()))]
    parts = [(int(match[1]), int(match[2]), match[0]) for match in found]
    example = next((text for one, other, text in parts if one != other and max(one, other) <= 12), "")
    clear = [(one, text) for one, other, text in parts if max(one, other) > 12 and days_of(text) is not None]
    shown = {"dmy": [text for one, text in clear if one > 12], "mdy": [text for one, text in clear if one <= 12]}
    alone = [order for order in ORDERS if shown[order]]
    if said or len(alone) != 1:
        return Order(order=said, example=example)
    return Order(order=alone[0], example=example, by=shown[alone[0]][0])


def _column(cells: Sequence[object], which: Any, order: str) -> tuple[Any, Any, npt.NDArray[np.bool_]]:
    """The days of a column, each of its different cells read once, by which of them each row has."""
    found = [days_of(cell, order) for cell in cells]
    days = np.array([(np.nan, np.nan) if one is None else one for one in found], dtype=float).reshape(-1, 2)
    said = [str("" if cell is None else cell).strip() != "" for cell in cells]
    unread = np.array([one is None and some for one, some in zip(found, said, strict=True)], dtype=bool)
    return days[which, 0], days[which, 1], unread[which]
