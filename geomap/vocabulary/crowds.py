"""Protests and mobs, by who does what to whom: police to demonstrators, demonstrators to police or things, a crowd to somebody.

What a crowd did stands after its word, what was done to it before: "demonstrators ... stormed", "dispersed ... demonstrators".
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from geomap.vocabulary.cues import any_of

PROTEST: Final = ("demonstration", "demonstrators", "demonstrates", "demands")
#: Kinds that are told by who does what to whom.
OF_CROWDS: Final = (
    "Violent demonstration",
    "Excessive force against protesters",
    "Protest with intervention",
    "Mob violence",
)


@cache
def _kinds() -> tuple[tuple[str, re.Pattern[str]], ...]:
    protest, crowd, state = any_of(*PROTEST), any_of("crowd"), any_of("of the state")
    harms = any_of("hits somebody", "lynches", "wrecks", "turns violent", "come to blows")
    harms = rf"(?:{harms}|{any_of('throws')} {any_of('missiles')})"
    grave = any_of("gravely harmed")
    drives = any_of("breaks up a crowd", "means against a crowd", "hits somebody")
    rows = (
        (0, rf"{protest} {harms}"),
        (0, rf"{crowd} {harms} {state}"),
        (1, rf"(?:{any_of('fires at a crowd', 'lynches')}|{drives} {grave}) (?:{protest}|{crowd})"),
        (1, rf"{grave} {protest}"),
        (2, rf"{drives} (?:{protest}|{crowd})"),
        (3, rf"{crowd} {harms}"),
        (3, rf"{any_of('come to blows')} {any_of('crude arms')}"),
    )
    return tuple((OF_CROWDS[n], re.compile(pattern)) for n, pattern in rows)


def kind_of_crowd(words: str) -> str | None:
    """The kind that a crowd and what was done tell, the doer first, or None.

    >>> kind_of_crowd("protesters stormed"), kind_of_crowd("dispersed protesters"), kind_of_crowd("villagers lynched")
    ('Violent demonstration', 'Protest with intervention', 'Mob violence')
    """
    return next((kind for kind, pattern in _kinds() if pattern.fullmatch(words)), None)
