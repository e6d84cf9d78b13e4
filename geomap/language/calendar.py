"""The calendar's names, and the days that they give."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from string import digits
from typing import Final, NamedTuple

Interval = tuple[dt.date, dt.date]
Rule = Callable[[re.Match[str], dt.date | None], Interval | None]


class Expression(NamedTuple):
    """A calendar expression.

    ``needs`` has what stands in all words that hold it, as `needed` gives it, ``pattern`` finds the expression; ``rule`` gives
    its days by an anchor day.
    """

    needs: tuple[tuple[str, ...], ...]
    pattern: re.Pattern[str]
    rule: Rule


MONTHS: Final = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
#: As they may be written: "sept.", "tues."
MONTH_NAME: Final = r"(?:sept\.?|" + "|".join(rf"{month}|{month[:3]}\.?" for month in MONTHS) + ")"
WEEKDAY_NAME: Final = rf"(?:{'|'.join(WEEKDAYS)}|(?:mon|tues?|weds?|thu|thurs?|fri|sat|sun)\.|tues|thurs)"
#: What may follow a day without its month: "on the 9th, gunmen ..."; not "on the 9th floor".
NO_NOUN: Final = (
    r"(?=$|[,.;:)]| (?:an?|the|at|in|on|near|of|to|by|when|while|and|but|after|as|it|he|she|they|two|three|four)\b)"
)
#: What may follow "last May 10", which is no month and a number of people.
UNCOUNTED: Final = r"(?=$|[,.;:)]| (?:when|while|as|in|at|on|near|by|after|during|and|but|that|was|were|is|are|has|had)\b)"
#: What may not follow a night: "during the night shift".
NO_NIGHT_SHIFT: Final = (
    "(?! (?:shift|prayer|raid|curfew|hour|attack|time|market|vigil|operation|patrol|bombing|shelling|ambush|assault|flight"
    r"|watch|guard|train|bus|session|sky|skies|class|fighting|search|march|rally|protest)(?:s|es)?\b)"
)
DAY: Final = dt.timedelta(days=1)
WEEK: Final = dt.timedelta(weeks=1)

#: Days of the year that have a name: month and day.
FEASTS: Final[Mapping[str, tuple[int, int]]] = {
    **dict.fromkeys(("new year's day", "the first day of the year"), (1, 1)),
    **{"valentine's day": (2, 14), "international women's day": (3, 8), "may day": (5, 1), "halloween": (10, 31)},
    **{"all saints' day": (11, 1), "all souls' day": (11, 2)},
    **dict.fromkeys(("christmas eve",), (12, 24)),
    **dict.fromkeys(("christmas day", "christmas", "christmas night"), (12, 25)),
    **{"boxing day": (12, 26), "new year's eve": (12, 31)},
}
#: What `needed` calls by one name: letters that stand in each of its forms.
_NAMED: Final[Mapping[str, tuple[str, ...]]] = {
    "MONTH": tuple(month[:3] for month in MONTHS),
    "WEEKDAY": tuple(weekday[:3] for weekday in WEEKDAYS),
    "FEAST": tuple(FEASTS),
    "DIGIT": tuple(digits),
    "STRETCH": ("week", "month", "year"),
    "PART": (
        *("early", "start", "beginning", "turn", "outset", "mid", "late", "end", "close"),
        *("half", "quarter", "fortnight", "days", "week of ", "week in "),
    ),
}
_UNITS: Final = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
#: The days of a month in words: "the ninth of this month".
ORDINALS: Final = (
    *_UNITS,
    *("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth"),
    *("eighteenth", "nineteenth", "twentieth", *(f"twenty-{unit}" for unit in _UNITS), "thirtieth", "thirty-first"),
)


def needed(words: str) -> tuple[tuple[str, ...], ...]:
    """Letters one of which, of each group, stands in all words that an expression is found in.

    >>> needed("MONTH &  last|this")[1], needed("19|20")
    ((' last', 'this'), (('19', '20'),))
    """
    groups = (group.split("|") for group in words.split(" & "))
    return tuple(tuple(letters for one in group for letters in _NAMED.get(one, (one,))) for group in groups)


def month_of(word: str) -> int:
    """The number of a month that is named, whole or short."""
    return int(word) if word.isdigit() else 1 + next(i for i, name in enumerate(MONTHS) if name.startswith(word[:3]))


def weekday_of(word: str) -> int:
    """The number of a weekday that is named, whole or short; Monday is 0."""
    return next(i for i, name in enumerate(WEEKDAYS) if name.startswith(word[:3]))


def day_of(word: str) -> int:
    """The number of a day of a month, in digits or as an ordinal."""
    return int(word) if word.isdigit() else 1 + ORDINALS.index(word)


def date_of(year: int, month: int, day: int) -> dt.date | None:
    """A day, or None where no year has it."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def one_day(day: dt.date | None) -> Interval | None:
    """An interval of one day."""
    return (day, day) if day else None


def whole_month(year: int, month: int) -> Interval:
    """The first and the last day of a month."""
    following = dt.date(year + month // 12, month % 12 + 1, 1)
    return dt.date(year, month, 1), following - DAY


def whole_week(day: dt.date) -> Interval:
    """The Monday and the Sunday of a day's week."""
    monday = day - day.weekday() * DAY
    return monday, monday + WEEK - DAY


def latest(month: int, day: int, anchor: dt.date) -> dt.date | None:
    """The latest such day of a year that is not after an anchor."""
    # Any nine years in a row have a 29 February, even around 1900.
    dates = (date_of(year, month, day) for year in range(anchor.year, anchor.year - 9, -1))
    return next((date for date in dates if date and date <= anchor), None)


def latest_of_month(day: int, anchor: dt.date) -> dt.date | None:
    """The latest day of a month with such a number that is not after an anchor."""
    months = (anchor.year * 12 + anchor.month - 1 - back for back in range(3))
    dates = (date_of(month // 12, month % 12 + 1, day) for month in months)
    return next((date for date in dates if date and date <= anchor), None)


def back_to(weekday: str, anchor: dt.date) -> dt.date:
    """The latest such weekday that is not after an anchor."""
    return anchor - (anchor.weekday() - weekday_of(weekday)) % 7 * DAY
