"""Numbers that a sentence gives as those of all the dead, or of all the injured: "the toll rose to five"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from geomap.extract.phrases import Found
from geomap.extract.somebody import Group
from geomap.extract.text import Sentence
from geomap.vocabulary import any_of, cue_words

#: A word for all who are dead, or injured; the number that follows it within so many tokens is theirs.
_OF_ALL: Final = re.compile(
    rf"\b(?:{any_of('toll')}|number (?:of those )?{any_of('those of a fate')}"
    rf"|numbers? of (?:[\w'-]+ ){{0,7}}?{any_of('those of a fate')}"
    rf"|the {any_of('those of a fate')} (?:(?:in|of|from|after) [^.;,]{{1,60}}? )?(?=number|total))\b"
)
_FARTHEST: Final = 16
#: The same of a speaker's words, which the number follows at once: "put the dead at three and the wounded at twelve".
_PUT: Final = re.compile(
    rf"\b{any_of('puts at')} [^.;]{{0,80}}?{any_of('those of a fate')}(?: (?!at )[\w'-]+){{0,3}} at"
    rf"|\b{any_of('brings a toll to')} (?:(?!{any_of('toll')})[\w'-]+ ){{0,4}}?{any_of('those of a fate')} to"
    rf"|\band (?:the |(?:the number |that |those )?(?:of )?(?:the )?)?{any_of('those of a fate')} (?:at|to)\b"
)
_AT_ONCE: Final = 3


def tolls(sentence: Sentence, fates: Sequence[Found], groups: Sequence[Group]) -> Iterator[tuple[Group, Found]]:
    """The numbers of all whom a fate befell, with the word for that fate.

    Args:
        sentence: where to read.
        fates: its words for fates.
        groups: the people that it counts.
    """
    words = [token.word for token in sentence.tokens]
    put = list(_PUT.finditer(sentence.line))
    said = [(match, _FARTHEST) for match in _OF_ALL.finditer(sentence.line)]
    said += [(match, _AT_ONCE) for match in put if put[0][0][:4] != "and "]
    told: set[str] = set()
    for match, farthest in said:
        at = sentence.index(sentence.start + match.end())
        start, end = sentence.start + match.start(), sentence.start + match.end()
        fate = next((f for f in reversed(fates) if f.start < end and start < f.end), None)
        after = [g for g in groups if at - 1 < g.first <= at + farthest and {";", "."}.isdisjoint(words[at : g.first])]
        given = next((g for g in after if farthest < _FARTHEST or words[g.first - 1] in cue_words("before a toll")), None)
        if fate and given and given.low + (given.high or 0) and fate.value not in told:
            told.add(fate.value)
            yield given, fate
