"""Calendar expressions in a text: which it may hold, and the days that it prints in full."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from geomap.language.calendar import Expression
from geomap.language.days import EXPRESSIONS, given_by

_YEAR_PRINTED: Final = re.compile(r"(?<!\d)\d{4}(?!\d)")
#: What expressions need, each once and numbered; and each expression with the numbers of what it needs.
_GROUPS: Final = tuple(enumerate(dict.fromkeys(group for one in EXPRESSIONS for group in one.needs)))
_NUMBERS: Final = {group: number for number, group in _GROUPS}
_NEEDING: Final = tuple((one, frozenset(map(_NUMBERS.__getitem__, one.needs))) for one in EXPRESSIONS)
#: More characters than a calendar expression has before and after its year.
_BEFORE_YEAR: Final = 80
_AFTER_YEAR: Final = 12


def days_printed(words: str) -> set[dt.date]:
    """Every day that a text prints with its year; a numeric date only where it is clear which part is the month.

    Args:
        words: the text, as `normalised_words` leaves it.
    """
    around: list[tuple[int, int]] = []  # each year with what may make a full day of it
    for year in _YEAR_PRINTED.finditer(words):
        start, end = max(0, year.start() - _BEFORE_YEAR), year.end() + _AFTER_YEAR
        around.append((around.pop()[0], end) if around and start <= around[-1][1] else (start, end))
    found = (
        given_by(rule, match, None)
        for _, pattern, rule in (expressions_in(words) if around else ())
        for start, end in around
        for match in pattern.finditer(words, start, end)
    )
    return {given[0] for given in found if given and given[0] == given[1]}


def expressions_in(words: str) -> list[Expression]:
    """The calendar expressions that words may hold, by what each needs."""
    has = words.__contains__
    held = {one for one, group in _GROUPS if (has(group[0]) if len(group) == 1 else any(map(has, group)))}
    return [one for one, needs in _NEEDING if needs <= held]
