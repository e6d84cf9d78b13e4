"""People who are taken to hospital, or lie in one: injured, however the hospital is called."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from geomap.extract.phrases import Found
from geomap.extract.text import Sentence
from geomap.vocabulary import any_of, cue_words

#: "rushed to the Milltown district hospital", "are being treated at a clinic".
_IN_HOSPITAL: Final = re.compile(
    rf"\b{any_of('brought to hospital')}(?: \w+)? (?:to|into|in|at|inside) (?:[\w'.-]+ ){{0,6}}?"
    rf"({any_of('place of the hurt')})\b"
)
#: "Sent seven people to hospital"; not "sent two nurses to the hospital".
_SENT: Final = re.compile(
    rf"\b{any_of('sends to hospital')}(?: (?!to\b)[\w'-]+){{1,6}}? (?=(?:to|in|into) (hospitals?|intensive care)\b)"
)
#: "The hospital has admitted 19 people".
_ADMITS: Final = re.compile(
    rf"\b({any_of('place of the hurt')})\b(?: [\w'-]+){{0,5}}? ({any_of('hospital admits')})(?= [\w-]+)(?! to\b| that\b)"
    rf"(?! [^.;,]{{0,40}}?\b(?:for|with) {any_of('illness')}\b)"
)


def with_hospitals(sentence: Sentence, terms: Sequence[Found]) -> Iterator[Found]:
    """The terms of a sentence: of hospitals only those that people are in, each from the verb on, or that take people in."""
    brought = {
        sentence.start + match.start(1): sentence.start + match.start() for match in _IN_HOSPITAL.finditer(sentence.line)
    }
    brought |= {sentence.start + match.start(1): sentence.start + match.end() for match in _SENT.finditer(sentence.line)}
    admits = {sentence.start + match.start(1): match.span(2) for match in _ADMITS.finditer(sentence.line)}
    for term in terms:
        said = sentence.words(term.start, term.end)
        if term.field != "casualty" or said not in cue_words("place of the hurt"):
            if said not in ("in a hospital", "in a clinic"):  # who is in one may work there
                yield term
        elif term.start in brought:
            yield replace(term, first=sentence.index(brought[term.start]))
        elif term.start in admits:
            start, end = (sentence.start + at for at in admits[term.start])
            yield replace(term, first=sentence.index(start), last=sentence.index(end))
