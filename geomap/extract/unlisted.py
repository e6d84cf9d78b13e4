"""People whom no list names, told by what befell them: "five patrons were killed", "killing a tinsmith"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from geomap.extract.phrases import Found
from geomap.extract.text import Sentence, Token
from geomap.language import SMALL
from geomap.vocabulary import any_of, cue_words, is_injury

#: So many tokens may describe people before the word for them.
_MOST_WORDS: Final = 6
#: How a word for several ends; most others that end alike are no plural: "loss", "campus".
_SEVERAL: Final = re.compile(r"(?:[^su\W]s|m[ea]n|people|folk|men|women|children|personnel|police|staff)$")
#: How a word for somebody often ends.
_SOMEBODY: Final = re.compile(r"(?:er|or|ist|ant|ian|ee|man|boy|girl|maid|smith|herd|wright|mate|wife|ess)$")
#: What befalls people alone: houses are hit and burnt, too.
_OF_PEOPLE: Final = re.compile(rf"\b{any_of('fate of people')}")
_WITHIN: Final = frozenset(("-", "'"))
#: What no word within people's names is.
_ENDS: Final = (
    *("ends a noun phrase", "auxiliary", "parts from what follows", "said", "negation", "place of somebody"),
    *("people without a name", "begins an aside", "definite article", "no noun phrase", "suffered"),
)
#: So many tokens on, a fate may still be that of people whom a clause begins with.
_FARTHEST: Final = 14


@dataclass(frozen=True, slots=True)
class Fates:
    """What befell anybody in a sentence, by tokens: where each word for it begins and ends."""

    starts: frozenset[int]  #: of all
    of_people: Mapping[int, int]  #: where those end that befall people alone, by where they begin
    ends: frozenset[int]  #: of these
    nouns: frozenset[int]  #: where nouns begin: "bodies"
    of_somebody: frozenset[int]  #: where any other begins
    deaths: frozenset[int]  #: where those of the dead begin
    ends_of_death: frozenset[int]

    @classmethod
    def of(cls, sentence: Sentence, found: Iterable[Found]) -> Fates:
        """Those that are told of in a sentence; not what befell nobody."""
        said = {f: sentence.words(f.start, f.end) for f in found}
        said = {f: words for f, words in said.items() if words not in cue_words("no fate", "unharmed")}
        people = {f.first: f.last for f, words in said.items() if _OF_PEOPLE.search(words) or is_injury(words)}
        nouns = frozenset(f.first for f, words in said.items() if words in cue_words("noun of fate"))
        starts = frozenset(f.first for f in said)
        dead = [f for f in said if f.value == "killed"]
        return cls(
            starts,
            people,
            frozenset(people.values()),
            nouns,
            starts - nouns,
            frozenset(f.first for f in dead),
            frozenset(f.last for f in dead),
        )


def befallen(tokens: Sequence[Token], first: int, end: int, fates: Fates, *, singular: bool, joined: bool) -> int | None:
    """The token after the word for people that follows a number, where a fate of people is theirs; None where none is.

    Args:
        tokens: of the sentence.
        first: the first token of the number, with "at least" or the like before it.
        end: the token after the number.
        fates: what befell anybody in the sentence.
        singular: of one alone: "a", "one".
        joined: right after other people and "and": "two soldiers and five patrons".
    """
    if [token.word for token in tokens[end : end + 1]] == ["of"] and not singular:
        end += 1 + (end + 1 < len(tokens) and tokens[end + 1].word in cue_words("definite article", "possessive"))
    last = end
    while last < min(len(tokens), end + _MOST_WORDS) and last not in fates.starts and describes(tokens[last].word):
        last += 1
    head = tokens[last - 1]
    if last == end or head.capital or is_thing(head.word) or not head.word.isalpha():
        return None
    bodies = last in fates.nouns
    many = last < len(tokens) and tokens[last].word in ("were", "are", "have")  # "fourteen khwarij were killed"
    if not singular and not bodies and tokens[first].word != "one" and not many and not _SEVERAL.search(head.word):
        return None
    listed = joined and (not singular or is_somebody(head.word))
    told = listed or _follows(tokens, first, fates) or _meets(tokens, first, last, fates.of_people, singular=singular)
    return last if told else None


def is_thing(word: str) -> bool:
    """Whether a word is none for people, as one or as several.

    >>> is_thing("cow"), is_thing("houses"), is_thing("tinsmith")
    (True, True, False)
    """
    return not cue_words("describes nobody", "no person").isdisjoint((word, f"{word}s"))


def is_somebody(word: str) -> bool:
    """Whether a word is for somebody, by its end: "the rider", "a tinsmith"; not "the fire".

    >>> is_somebody("tinsmith"), is_somebody("fire")
    (True, False)
    """
    return bool(_SOMEBODY.search(word)) and not is_thing(word)


def describes(word: str) -> bool:
    """Whether a word may stand in what people are called."""
    return (word.isalpha() or word in _WITHIN) and word not in cue_words(*_ENDS) and word not in SMALL


def _follows(tokens: Sequence[Token], first: int, fates: Fates) -> bool:
    """Whether a number follows a fate: "killing five", "the death of a"."""
    return first in fates.ends or (tokens[first - 1].word == "of" and first - 1 in fates.ends)


def _meets(tokens: Sequence[Token], first: int, last: int, fates: Mapping[int, int], *, singular: bool) -> bool:
    """Whether a fate follows people: "were killed", "dead", or, of several, "in the market were killed"."""
    at, seen = last, False
    while at < len(tokens) and at not in fates and (tokens[at].word in cue_words("filling", "auxiliary")):
        seen |= tokens[at].word in cue_words("be")
        at += 1
    at += at + 1 in fates and tokens[at].word in cue_words("possessive")  # "cost four repairmen their lives"
    if at < len(tokens) and tokens[at].word in cue_words("suffered"):  # "personnel sustained slight wounds"
        at = next((further for further in range(at + 1, min(len(tokens), at + _MOST_WORDS)) if further in fates), at)
    if at in fates:
        return not singular or seen or tokens[at].word in (cue_words("dies") | cue_words("has an injury")) - {"dead"}
    begins = not first or not tokens[first - 1].word.isalpha() or tokens[first - 1].word in ("and", "that", "when", "said")
    aside = begins and tokens[last : last + 1] and tokens[last].word in cue_words("place of somebody")
    if not aside and (tokens[last].word if last < len(tokens) else "") not in (",", "and"):
        return False
    for further in range(at, min(len(tokens), last + _FARTHEST)):
        if further in fates:
            before = {token.word for token in tokens[max(at, further - 2) : further]}
            return tokens[further].word in cue_words("dies") or not cue_words("be", "filling", "suffered").isdisjoint(before)
        if tokens[further].word in (";", ".", ":", "which", "where", "that") or (singular and tokens[further].word == ","):
            return False
    return False
