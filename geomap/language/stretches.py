"""Parts of a year, a month or a week: "early April", "the first week of May", "the second half of 2030"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Final

from geomap.language.calendar import DAY, MONTH_NAME, WEEK, Interval, whole_month, whole_week

_NTH: Final[Mapping[str, int]] = {
    **{"first": 0, "opening": 0, "second": 1, "third": 2, "fourth": 3},
    **dict.fromkeys(("last", "final", "closing"), -1),
}
_EARLY: Final = ("early", "start", "beginning", "turn", "outset")
_MIDDLE: Final = ("mid", "middle")
_LATE: Final = ("late", "end", "close")

#: A part, without what it is a part of.
PART: Final = (
    rf"(?P<part>(?:very )?(?:{'|'.join((*_EARLY, *_MIDDLE, *_LATE))})"
    rf"|(?P<nth>{'|'.join(_NTH)}) (?P<unit>half|quarter|week|fortnight|(?:ten |few )?days))"
)
#: What it is a part of.
WHOLE: Final = (
    rf"(?P<whole>{MONTH_NAME}(?:,? \d{{4}}| (?:of )?(?:this|last) year)?|(?:19|20)\d\d"
    r"|(?:(?:the|this|last) )?(?P<whole_unit>week|month|year))"
)

#: What goes by the calendar: "the previous week".
STRETCH: Final = r"(?P<stretch>week|month|year)"


def whole_of(unit: str, day: dt.date) -> Interval:
    """The week, the month or the year that a day is in."""
    if unit == "week":
        return whole_week(day)
    if unit == "month":
        return whole_month(day.year, day.month)
    return dt.date(day.year, 1, 1), dt.date(day.year, 12, 31)


def units_away(unit: str, day: dt.date, count: int) -> Interval:
    """The week, the month or the year that lies so many after that of a day; before it, where the count is negative."""
    if unit == "week":
        return whole_week(day + count * WEEK)
    months = day.year * 12 + day.month - 1 + count * (12 if unit == "year" else 1)
    return whole_of(unit, dt.date(months // 12, months % 12 + 1, 1))


def part_of(whole: Interval, part: str, nth: str | None, unit: str | None) -> Interval | None:
    """The days of a part of a year or of a month, or None; a week is taken whole.

    The thirds of a month are its first ten days, the next ten, and the others; those of a year have four months each, but its
    "beginning" and its "end" have one.
    """
    if (whole[1] - whole[0]).days < 7:
        return whole
    return (_part_of_year if (whole[1] - whole[0]).days > 31 else _part_of_month)(whole, part, _NTH.get(nth or ""), unit)


def _part_of_month(whole: Interval, part: str, nth: int | None, unit: str | None) -> Interval | None:
    first, last = whole
    if unit in ("week", "fortnight"):
        span = WEEK if unit == "week" else 2 * WEEK
        begin = last - span + DAY if nth == -1 else first + (nth or 0) * span
        return (begin, min(last, begin + span - DAY)) if begin <= last else None
    if unit == "half":
        return (first, first.replace(day=15)) if nth == 0 else (first.replace(day=16), last)
    late = nth in (2, -1) if unit else part in _LATE
    middle = nth == 1 if unit else part in _MIDDLE
    return (first.replace(day=21 if late else 11 if middle else 1), last if late else first.replace(day=20 if middle else 10))


def _part_of_year(whole: Interval, part: str, nth: int | None, unit: str | None) -> Interval | None:
    year = whole[0].year
    if unit in ("half", "quarter"):
        months = 6 if unit == "half" else 3
        number = 12 // months - 1 if nth == -1 else nth or 0
        return _months(year, number * months + 1, months) if number < 12 // months else None
    if unit:
        return _part_of_month(whole_month(year, 12 if nth == -1 else 1), part, nth, unit) if nth in (0, -1) else None
    if part in ("early", *_MIDDLE, "late"):
        return _months(year, 1 if part == "early" else 5 if part in _MIDDLE else 9, 4)
    return whole_month(year, 12 if part in _LATE else 1)


def _months(year: int, first: int, many: int) -> Interval:
    return dt.date(year, first, 1), whole_month(year, first + many - 1)[1]
