"""Whether words for people speak of civilians or of armed ones, from ``persons.csv``."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, cast

from geomap.vocabulary.cues import any_of, cue_words
from geomap.vocabulary.lists import read_list
from geomap.vocabulary.words import generic_terms

Standing = Literal["civilian", "armed"]

_STANDINGS = {row["word"]: cast(Standing, row["standing"]) for row in read_list("persons.csv", "word", "standing")}


def standings(words: str) -> frozenset[Standing]:
    """The standings that words for people speak of; none where they leave it open.

    >>> sorted(standings("two soldiers and a child")), sorted(standings("nine people"))
    (['armed', 'civilian'], [])
    """
    return frozenset(_STANDINGS[word] for word in re.findall(r"\w+", words.casefold()) if word in _STANDINGS)


def standings_of(phrase: str) -> frozenset[Standing]:
    """The standings of people who may be told by whose they are, or what they were.

    >>> sorted(standings_of("a former soldier")), sorted(standings_of("two members of the army"))
    (['civilian'], ['armed'])
    """
    former, armed = _patterns()
    if former.search(phrase):
        return frozenset(("civilian",))
    return standings(phrase) | frozenset(("armed",) if armed.search(phrase) else ())


def is_of_people(words: str) -> bool:
    """Whether the noun of some words, in small letters, is one for people: the last, or the one before "of" or "on".

    >>> is_of_people("the boys on board"), is_of_people("them"), is_of_people("police stations")
    (True, True, False)
    """
    said = words.split()
    nouns = (word for at, word in enumerate(said) if said[at + 1 : at + 2] in ([], ["of"], ["on"], ["in"], ["aboard"]))
    return not said or not _people().isdisjoint(nouns)


@cache
def _people() -> frozenset[str]:
    """Single words for people, and those that stand for them."""
    one, several = generic_terms()["person"], generic_terms()["persons"]
    return frozenset((*one.values(), *several, *several.values())) | cue_words(
        "anybody", "our fighters", "stands for people", "number of dead"
    )


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What makes civilians of soldiers, and forces and groups whose people are armed."""
    armed = any_of("unnamed force", "armed body", "known group")
    return re.compile(rf"\b{any_of('former')}\b", re.IGNORECASE), re.compile(rf"\b{armed}\b", re.IGNORECASE)
