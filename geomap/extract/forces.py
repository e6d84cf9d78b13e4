"""Forces and people of a side, by what a text calls them: "Thai paramilitary rangers", "soldiers from Newland"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from geomap.extract.text import Sentence, Token
from geomap.language import normalised_words
from geomap.vocabulary import any_of, countries_named, countries_with_adjective, cue_words

#: Words for forces, which may stand alone ("troops"), and words that name forces or people only with whose they are.
_FORCE: Final = re.compile(rf"(?<![\w-]){any_of('unnamed force')}(?![\w-])")
_UNIT: Final = re.compile(rf"(?<![\w-]){any_of('unit of a force')}(?![\w-])")
_PEOPLE: Final = re.compile(rf"(?<![\w-]){any_of('people of a side')}(?![\w-])")
#: "soldiers from Newland and Oldland", "troops of the Republic of Newland".
_NAME: Final = r"[A-Z][\w'’-]*(?:\s[A-Z][\w'’-]*){0,3}"
_OF: Final = re.compile(
    r"\s(?:of|from)\s(?:the\s)?(?:(?:[Rr]epublic|[Kk]ingdom|[Ss]tate|[Gg]overnment|[Aa]rmed\s[Ff]orces)\sof\s(?:the\s)?)?"
    rf"(?P<name>{_NAME})(?:\sand\s(?:the\s)?(?P<other>{_NAME}))?"
)
_KINDS: Final = cue_words("which force")
#: So many words may stand before the word for a force.
_MOST_WORDS: Final = 7
#: Words beside a state's name that leave it that state's forces.
_OF_A_STATE: Final = cue_words("forces of any side", "unnamed force", "unit of a force") | {"republic", "side", "authorities"}


def state_of(name: str) -> tuple[str, ...]:
    """The code of the country whose state or forces a name is of; none where it says something else.

    >>> state_of("Tajik border guards"), state_of("Republic of Mali"), state_of("Tajik villagers")
    (('TJ',), ('ML',), ())
    """
    words = [word.removesuffix("'s") for word in normalised_words(name).replace("-", " ").split()]
    country = " ".join(word for word in words if word not in _OF_A_STATE)
    return countries_named(country) or countries_with_adjective(country)


@dataclass(frozen=True, slots=True)
class Force:
    """A noun phrase for a force, or for people of a side: its offsets, and whether it says whose they are."""

    start: int
    end: int
    owned: bool
    people: bool  #: no force, but people: "Thai villagers"


def read_forces(sentence: Sentence, raw: str) -> Iterator[Force]:
    """The forces of a sentence, and the people who are called by their side; each stretch once, longer words first.

    Args:
        sentence: where to read.
        raw: the text.
    """
    taken = -1
    heads = sorted(
        ((m.start(), -m.end(), pattern) for pattern in (_FORCE, _UNIT, _PEOPLE) for m in pattern.finditer(sentence.line)),
        key=lambda head: head[:2],
    )
    for begin, stop, pattern in heads:
        head, end = sentence.start + begin, sentence.start - stop
        start, owned = _before(sentence.tokens, sentence.index(head))
        if (of := _OF.match(raw, end, sentence.end)) and not owned and (last := _of_a_country(of)):
            end, owned = last, True
        if head < taken or not (owned or pattern is _FORCE):
            continue
        taken = end
        yield Force(start, end, owned, people=pattern is _PEOPLE)


def _before(tokens: Sequence[Token], at: int) -> tuple[int, bool]:
    """Where the words before a word for a force begin that belong to it, and whether they say whose it is."""
    first, owned = at, False
    while first > 0 and at - first < _MOST_WORDS:
        two = f"{tokens[first - 2].word} {tokens[first - 1].word}" if first > 1 else ""
        one = tokens[first - 1]
        if one.word in _KINDS and not owned:
            first -= 1
        elif countries_with_adjective(two) and one.capital:
            first, owned = first - 2, True
        elif one.capital and countries_with_adjective(one.word):
            first, owned = first - 1, True
        elif not owned and one.word == "s" and first > 2 and tokens[first - 2].word == "'" and tokens[first - 3].capital:
            first, owned = first - 3, True
            while first and tokens[first - 1].capital and at - first < _MOST_WORDS and tokens[first - 1].word != "the":
                first -= 1
        elif owned and one.word in ("and", ",", "or") and first > 1 and countries_with_adjective(tokens[first - 2].word):
            first -= 1
        else:
            break
    return tokens[first].start, owned


def _of_a_country(of: re.Match[str]) -> int | None:
    """The end of the name of the country, or of the second of two."""
    if not countries_named(" ".join(of["name"].split())):
        return None
    return of.end("other") if of["other"] and countries_named(" ".join(of["other"].split())) else of.end("name")
