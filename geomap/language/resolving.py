"""Days that several expressions give together, each read against the one before it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from typing import Final

from geomap.language.calendar import MONTH_NAME, Interval
from geomap.language.days import days
from geomap.language.stretches import whole_of

_AFTER: Final = re.compile(r"\bafter(?: that)?$")
_DAY_OF_MONTH: Final = re.compile(
    rf"(?:\w+day,? )?(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {MONTH_NAME}|{MONTH_NAME} \d{{1,2}}(?:st|nd|rd|th)?)"
)
#: "On the 9th", of the month that was named before it: "the raid of May, on the 20th".
OF_MONTH: Final = re.compile(r"(?:on )?the \d{1,2}(?:st|nd|rd|th)")
#: "The week before", "two months later": by whole weeks, months or years.
_UNIT: Final = re.compile(r"\b(?:the|that|same|next|following|previous|preceding) week\b|\b(?:month|year)s?\b")


def resolve(expressions: Iterable[str], published: dt.date | None, *, onward: bool = False) -> Interval | None:
    """The days that expressions give together, each read against the day that the one before it gave; none after publication.

    Args:
        expressions: as `normalised_words` leaves them.
        published: what the first is read against.
        onward: whether "a day after" goes on from the day before it, as "a day later" does.

    >>> resolve(["tuesday (august 8)", "the day before"], dt.date(2023, 8, 10))
    (datetime.date(2023, 8, 7), datetime.date(2023, 8, 7))
    """
    anchor, given = published, None
    for i, words in enumerate(expressions):
        if i and (given is None or (given[0] != given[1] and not _counts_from(words, given))):
            return None
        if given:
            first, last = given
            anchor = last if OF_MONTH.fullmatch(words) else first
        said = _AFTER.sub("later", words) if onward else words
        given = days_beside(said, anchor) if anchor and not published else days(said, anchor)
    if given is None or published is None:
        return given
    return (given[0], min(given[1], published)) if given[0] <= published else None


def _counts_from(words: str, given: Interval) -> bool:
    """Whether an expression counts from any day of an interval alike: "in March ... the same month"."""
    if OF_MONTH.fullmatch(words):
        return given == whole_of("month", given[0])
    unit = _UNIT.search(words)
    return unit is not None and given[1] <= whole_of(unit[0].split()[-1].removesuffix("s"), given[0])[1]


def days_beside(words: str, other: dt.date) -> Interval | None:
    """As `days`, read against another day of the text, where no day of publication is known: a missing year is the nearest.

    >>> days_beside("16 may", dt.date(2023, 5, 11)), days_beside("30 december", dt.date(2023, 1, 3))
    ((datetime.date(2023, 5, 16), datetime.date(2023, 5, 16)), (datetime.date(2022, 12, 30), datetime.date(2022, 12, 30)))
    """
    given = days(words, other)
    if given is None or given[0] != given[1] or not _DAY_OF_MONTH.fullmatch(words):
        return given
    return days(words, other + dt.timedelta(days=182)) or given
