"""Protests and mobs, by who does what to whom: police to demonstrators, demonstrators to police or things, a crowd to somebody.

What a crowd did stands after its word, what was done to it before: "demonstrators ... stormed", "dispersed ... demonstrators".
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from geomap.vocabulary.cues import any_of

_DEMONSTRATION: Final = ("demonstration", "demonstrators", "demonstrates")
#: What was done by demonstrators, or by another crowd; and what was done to demonstrators.
_BY_A_CROWD: Final = ("hits somebody", "lynches", "wrecks", "turns violent", "come to blows")


@cache
def _kinds() -> tuple[tuple[str, re.Pattern[str]], ...]:
    protest, crowd, harms = any_of(*_DEMONSTRATION), any_of("crowd"), any_of(*_BY_A_CROWD)
    throws, state = f"{any_of('throws')} {any_of('missiles')}", any_of("of the state")
    return tuple(
        (kind, re.compile(pattern))
        for kind, pattern in (
            ("Violent demonstration", rf"{protest} (?:{harms}|{throws})"),
            ("Violent demonstration", rf"{crowd} (?:{harms}|{throws}) {state}"),
            ("Mob violence", rf"{crowd} (?:{harms}|{throws})"),
            ("Mob violence", rf"{any_of('come to blows')} {any_of('crude arms')}"),
            ("Excessive force against protesters", rf"{any_of('fires at a crowd', 'gravely harmed')} (?:{protest}|{crowd})"),
            ("Protest with intervention", rf"{any_of('breaks up a crowd', 'hits somebody')} (?:{protest}|{crowd})"),
        )
    )


def kind_of_crowd(words: str) -> str | None:
    """The kind that a crowd and what was done tell, the doer first, or None.

    >>> kind_of_crowd("protesters stormed"), kind_of_crowd("dispersed protesters"), kind_of_crowd("villagers lynched")
    ('Violent demonstration', 'Protest with intervention', 'Mob violence')
    """
    return next((kind for kind, pattern in _kinds() if pattern.fullmatch(words)), None)
