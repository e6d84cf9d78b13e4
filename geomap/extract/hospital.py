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


def with_hospitals(sentence: Sentence, terms: Sequence[Found]) -> Iterator[Found]:
    """The terms of a sentence: of hospitals only those that people are in, each from the verb on."""
    brought = {
        sentence.start + match.start(1): sentence.start + match.start() for match in _IN_HOSPITAL.finditer(sentence.line)
    }
    for term in terms:
        said = sentence.words(term.start, term.end)
        if term.field != "casualty" or said not in cue_words("place of the hurt"):
            if said not in ("in a hospital", "in a clinic"):  # who is in one may work there
                yield term
        elif term.start in brought:
            yield replace(term, first=sentence.index(brought[term.start]))
