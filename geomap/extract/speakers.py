"""Whom a sentence credits with what it tells: who "said" it, or according to whom it is told."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from geomap.extract.text import Sentence
from geomap.vocabulary import any_of

#: People and offices that are quoted without a name.
_OFFICE: Final = rf"(?:spokes(?:man|woman|person|men) for [^,.;]{{3,40}}|{any_of('office')})"
#: What may stand before them: "a senior Xian border".
_WHICH: Final = rf"(?:(?:{any_of('which office')}|\w+(?:an|ish|ese|i))[ -]){{0,4}}(?:[\w'-]+ ){{0,2}}?"
_SPEAKS: Final = re.compile(
    rf"(?<![\w'-])(?P<who>{_WHICH}{_OFFICE})(?:,[^,]{{1,50}},)?"
    rf"(?: (?:also|later|had|have|has|who \w+|in (?:a|the) \w+|on \w+|here))* {any_of('said')}\b"
)
_SAID_BY: Final = re.compile(rf"(?:, {any_of('said')} |according to |citing )(?P<who>{_WHICH}{_OFFICE})\b")
_LEADING: Final = re.compile(r"(?:(?:the|a|an|and|but|that|as|when|where|which|while|after) )+")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whom a sentence credits, with the offsets of the words."""

    name: str
    start: int
    end: int


def speaker_of(sentence: Sentence, raw: str) -> Speaker | None:
    """Whom a sentence credits, in the words of the text; None where it credits nobody."""
    match = _SPEAKS.search(sentence.line) or _SAID_BY.search(sentence.line)
    if match is None:
        return None
    start, end = match.span("who")
    cut = _LEADING.match(sentence.line, start, end)
    start, end = sentence.start + (cut.end() if cut else start), sentence.start + end
    return Speaker(" ".join(raw[start:end].split()), start, end)
