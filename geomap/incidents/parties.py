"""Whether two names may be of one party: how accounts write an actor's name, and whom they count."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from geomap.gazetteer import folded
from geomap.vocabulary import Standing, any_of, countries_named, countries_with_adjective, cue_words, group_named, standings

#: Words of a name are compared by so many of their first letters: "gendarmerie" and "gendarmes" are one.
_STEM = 6
#: An abbreviation has so many letters at least; one in capitals may have two.
_LEAST_LETTERS = 3


@dataclass(frozen=True, slots=True)
class Party:
    """A name taken apart: its country, the words that are its own, what anybody like it is called, and its abbreviation."""

    countries: frozenset[str]
    own: frozenset[str]  #: words without countries, and without those that many names have
    words: frozenset[str]  #: all of them
    whose: frozenset[str]  #: all without countries
    initials: str
    abbreviation: str  #: the name itself where it is a word in capitals
    forces: bool  #: it is called no more than the forces of any state are, or is a state
    group: str | None  #: the listed group that it is a spelling of
    standings: frozenset[Standing]


@lru_cache(maxsize=20_000)
def party(name: str) -> Party:
    """A name as it is compared with others."""
    words = [word for word in re.findall(r"\w+", folded(name)) if word not in cue_words("part of a name that says nothing")]
    countries: set[str] = set()
    rest = []
    for word in words:
        codes = countries_named(word) or countries_with_adjective(word) or countries_with_adjective(word.removesuffix("s"))
        countries.update(codes)
        rest += [] if codes else [word]
    own = {_stem(word) for word in rest if not _shared().fullmatch(word)}
    called = " ".join(word for word in rest if word not in cue_words("branch or formation of forces"))
    forces = called in cue_words("forces of a state") or (bool(countries) and not rest)
    return Party(
        countries=frozenset(countries),
        own=frozenset(own),
        words=frozenset(map(_stem, words)),
        whose=frozenset(map(_stem, rest)),
        initials="".join(word[0] for word in words if len(word) > 2),
        abbreviation=folded(name) if name.isupper() and name.isalpha() else "",
        forces=forces,
        group=group_named(name),
        standings=standings(name) or frozenset(("armed",) if forces else ()),
    )


@lru_cache(maxsize=100_000)
def one_actor(one: str, other: str) -> bool:
    """Whether two names may be of one actor: by a word of their own, as an abbreviation, or as spellings of one listed group.

    Where neither has a word of its own, they are one as forces of one country or of any, or by the same words.

    >>> one_actor("KNLA", "Karen National Liberation Army"), one_actor("Turkey", "Turkish Armed Forces")
    (True, True)
    >>> one_actor("Tehrik-e-Taliban Pakistan", "Pakistan Army"), one_actor("Malian army", "Niger Armed Forces")
    (False, False)
    >>> one_actor("rebels", "Indian Army"), one_actor("ISIS", "Islamic State"), one_actor("AA", "Arakan Army")
    (False, True, True)
    """
    a, b = party(one), party(other)
    if a.own & b.own or (a.group and a.group == b.group) or _abbreviates(a, b) or _abbreviates(b, a):
        return True
    if a.own or b.own or not may_be_one(one, other):
        return False
    return bool(a.countries & b.countries) or a.whose == b.whose or (a.forces and b.forces)


def same_people(one: str, other: str) -> bool:
    """Whether two accounts count people by the same words: "soldiers", "Malian soldiers"."""
    a, b = party(one), party(other)
    return bool(a.words & b.words) and may_be_one(one, other)


def may_be_one(one: str, other: str) -> bool:
    """Whether nothing that two accounts call people tells that they are others: of two countries, or civilians and armed ones.

    >>> may_be_one("smugglers", "Lahu men"), may_be_one("soldiers", "farmers"), may_be_one("Thai soldiers", "Cambodian troops")
    (True, False, False)
    """
    a, b = party(one), party(other)
    return all(not x or not y or x & y for x, y in ((a.countries, b.countries), (a.standings, b.standings)))


def _stem(word: str) -> str:
    word = word.removesuffix("s")
    return re.sub(r"(.)\1", r"\1", word)[:_STEM] if len(word) > _STEM else word


@cache
def _shared() -> re.Pattern[str]:
    return re.compile(any_of("part of many names"))


def _abbreviates(short: Party, long: Party) -> bool:
    if len(long.initials) < _LEAST_LETTERS:
        return len(long.initials) > 1 and long.initials == short.abbreviation
    return long.initials[:_STEM] in short.own
