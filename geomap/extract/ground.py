"""Ground that changes hands: which verb takes a named place, and who does it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from geomap.extract.beside import Beside
from geomap.extract.phrases import Found, of_field
from geomap.extract.text import Sentence
from geomap.vocabulary import any_of, side_words, taking_verbs

#: Between a verb and the place that is taken: "the strategic town of", "all of".
_OBJECT: Final = re.compile(
    r"(?! (?:place|part)\b) (?:back |over )?(?:(?:all|most|much|parts|half|(?:the )?(?:centre|center|heart|rest|whole)) of )?"
    r"(?:(?:the|a|an|its|their|another) )?"
    rf"(?:(?!{any_of('where')} |(?:of|from|to|by|and|with|for|near|at|on|in|outside|around|place|part) )[\w'-]+ ){{0,3}}?"
    rf"(?:{any_of('kind before a name')}s?(?: of| called| at| in| near)? )?(?:the )?"
)
#: Between a place and what was done to it: "Milltown, a border town, was".
_SUBJECT: Final = re.compile(
    r"(?:,[^.;]{1,60},)?(?: (?:was|were|is|are|been|being|has|have|had|\w+ly|also|again|then|now)){1,4} "
)
#: "Captured by", not "captured the port, held by".
_BY: Final = re.compile(r"[^.;,]{0,60}?(?<!held )(?<!occupied )(?<!controlled )(?<!defended )\bby (?:the |a |an )?")
#: So many letters may stand between those who did it and the verb.
_FAR: Final = 90
#: A side's name has no more words before "army".
_MOST_NAMES: Final = 3
_OF_OTHERS: Final = re.compile(
    r"\b(?:by|from|against|of|with|between|to|on|off|out|away"
    r"|ous\w+|dr[io]v\w+|expel\w+|rout\w+|chas\w+|dislodg\w+|defeat\w+) (?:the |a |an )?(?:[\w-]+ ){0,2}$"
)
_CLAUSE: Final = re.compile(r"[.;:]|, (?:but|while|when|where)\b|\b(?:when|while|because)\b")


def takings(sentence: Sentence, beside: Beside) -> Iterator[tuple[int, int]]:
    """The offsets of verbs by which a named place is taken: "captured Milltown", "Milltown was overrun".

    Args:
        sentence: where to read.
        beside: what else it holds: the places where something is told to have happened.
    """
    for verb in taking_verbs().finditer(sentence.line):
        start, end = sentence.start + verb.start(), sentence.start + verb.end()
        for place in beside.where_taken:
            after = place[0] >= end and _OBJECT.fullmatch(sentence.words(end, place[0]).replace("\n", " "))
            if after or (place[1] <= start and _SUBJECT.fullmatch(sentence.words(place[1], start).replace("\n", " "))):
                yield start, end
                break


def taker(sentence: Sentence, terms: Sequence[Found], start: int, end: int) -> tuple[int, int] | None:
    """The offsets of those who took ground, by the verb's offsets: before it, or after "by"; None where nobody is named."""
    actors = [(f.start, f.end) for f in of_field(terms, "actor")]
    named = [
        *actors,
        *((f.start, f.end) for f in of_field(terms, "who") if side_words().search(sentence.words(f.start, f.end))),
    ]
    called = (_named(sentence, m.start(), m.end()) for m in side_words().finditer(sentence.line))
    sides = sorted({*named, *(one for one in called if not any(a <= one[0] and one[1] <= b for a, b in named))})
    sides = [one for one in sides if not any(a <= one[0] and one[1] <= b and (a, b) != one for a, b in sides)]
    by = [s for s in sides if s[0] >= end and _BY.fullmatch(sentence.words(end, s[0]).replace("\n", " "))]
    if by:
        return by[0]
    before = [s for s in sides if s[1] <= start and start - s[1] <= _FAR and not _OF_OTHERS.search(sentence.before(s[0]))]
    return next((s for s in reversed(before) if not _CLAUSE.search(sentence.words(s[1], start))), None)


def _named(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """The offsets of a word for a side, by its place in the sentence, with the name before it: "Milltown Army"."""
    at = first = sentence.index(sentence.start + start)
    while at and sentence.tokens[at - 1].capital and first - at < _MOST_NAMES and sentence.tokens[at - 1].word != "the":
        at -= 1
    return sentence.tokens[at].start, sentence.start + end
