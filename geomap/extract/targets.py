"""To whom or what something was done: the object of a deed, active, passive or as a noun, among words for targets and people."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from geomap.extract.phrases import Found, of_field
from geomap.extract.text import Sentence
from geomap.vocabulary import any_of

#: Words between a deed and the noun it was done to: "a crowded weekly" market; no preposition, and no other clause.
_BETWEEN: Final = rf"(?: (?!{any_of('no part of a target')}\b)[\w'-]+){{0,6}} $"
_ACTIVE: Final = re.compile(rf"\b{any_of('done to')}{_BETWEEN}")
_NOUN: Final = re.compile(rf"\b{any_of('deed as a noun')} (?:carried out |targeting |launched )?(?:on|at|against|targeting){_BETWEEN}")
#: "came under fire", "was shelled", "hit by a drone"; and for people "were killed".
_RELATIVE: Final = r"(?:,? (?:which|that|who|carrying|transporting|belonging to|of|in|at|from|near|on)(?: [\w'-]+){1,6}?,?)?"
_PASSIVE: Final = re.compile(
    rf"{_RELATIVE} (?:(?:was|were|has been|have been|had been|is|are|being|been|got) (?:\w+ly |also |then )?{any_of('was done')}"
    rf"|(?:came|come|coming) under (?:\w+ )?(?:\w+ )?{any_of('deed as a noun')}"
    rf"|{any_of('was done')} by|{any_of('ran over')} (?:an?|the|one|two)\b)"
)
_FATE: Final = re.compile(
    rf"{_RELATIVE} (?:(?:was|were|has been|have been|had been) (?:\w+ly |also |shot and )?)?{any_of('befell')}\b"
)
_HARMED: Final = re.compile(rf"\b{any_of('harming')}{_BETWEEN}")


@dataclass(frozen=True, slots=True)
class Struck:
    """What something was done to: its words, the term that stands for it, if one does, and how the sentence says so."""

    start: int
    end: int
    term: str | None
    rule: str


def read_targets(sentence: Sentence, terms: Sequence[Found]) -> list[Struck]:
    """What a sentence says something was done to, in its order.

    Args:
        sentence: where to read.
        terms: its terms, of "target" and "who".
    """
    return [one for phrase in _phrases(terms) if (one := _struck(phrase, sentence))]


def _phrases(terms: Sequence[Found]) -> Iterator[list[Found]]:
    """Nouns for targets and people that stand side by side are one: "police", "truck"."""
    nouns: list[Found] = []
    for found in sorted(of_field(terms, "target", "who"), key=lambda f: (f.first, -f.last, f.field != "target")):
        if nouns and found.first < nouns[-1].last:
            continue
        if nouns and found.first > nouns[-1].last:
            yield nouns
            nouns = []
        nouns.append(found)
    if nouns:
        yield nouns


def _struck(phrase: Sequence[Found], sentence: Sentence) -> Struck | None:
    start, end = phrase[0].start, phrase[-1].end
    before, after = f" {sentence.before(start)}", sentence.after(end)
    term = phrase[0].value if len(phrase) == 1 and phrase[0].field == "target" else None
    ways = (
        ("active", _ACTIVE.search(before)),
        ("noun", _NOUN.search(before)),
        ("passive", _PASSIVE.match(after)),
        ("victims", phrase[-1].field == "who" and (_FATE.match(after) or _HARMED.search(before))),
    )
    return next((Struck(start, end, term, rule) for rule, found in ways if found), None)
