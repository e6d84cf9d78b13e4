"""Figures of dead or hurt people without a word for their fate, which was told before: "the mayor counted twelve"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from geomap.articles import Lexicon, people
from geomap.extract.counted import Counted
from geomap.extract.numerals import is_number, number_end
from geomap.extract.somebody import MOST
from geomap.extract.speakers import Frame, speaker_at
from geomap.extract.text import Sentence
from geomap.vocabulary import any_of, is_of_people

#: "Put it at six", "spoke of four victims", "buried seven"; who says "I counted eight" may speak of anybody.
_GIVES: Final = re.compile(rf"(?<![\w'-])(?:{any_of('buries')}|(?<!\bi )(?<!\bwe ){any_of('gives a figure')})(?![\w-])")
_THERE: Final = re.compile(r"\bthere (?:are|were|lay)(?= )")
_BEFORE: Final = re.compile(rf"[ \"]*(?:{any_of('before a figure')} )*+")
#: "Or twelve according to the rebels": who gives it is named after it.
_OR_BY: Final = re.compile(rf"(?:\b(?:or|and|but)|[,;]) (?=(?:[\w-]+ ){{1,4}}?{any_of('according to')}\b)")
_BY: Final = re.compile(rf",? {any_of('according to')}\b")
#: "Buried seven", "four victims", "the loss of two": dead people by these words alone.
_BURIED: Final = re.compile(rf"\b{any_of('buries', 'death of somebody')} $")
_BURIES: Final = re.compile(rf"\b{any_of('buries')}(?= )")
#: "Buried seven of its own", "of our neighbours".
_OF_THEIRS: Final = re.compile(
    r" of (?:its|our|their|his|her) (?P<whom>[\w-]+(?: [\w-]+)?)(?![\w-])"
    r"(?! (?:in|over|since) (?:[\w-]+ ){1,3}?(?:years?|decades?)\b)"
)
_VICTIMS: Final = re.compile(rf" {any_of('figure of the dead')}\b")
#: "Up from the nine first announced", "from the twelve that police had counted beside".
_AT_FIRST: Final = re.compile(r"(?<![\w'-])from (?:(?:the|an|its) )?(?=\w)")
_FIRST_GIVEN: Final = re.compile(rf" (?:{any_of('figure of the dead')} )?{any_of('first given')}\b")
_PUT_RIGHT: Final = re.compile(rf"\b{any_of('is put right to')}(?= )")
_RIGHT_ENDS: Final = re.compile(r"[.,;]|$| (?:by|on|from|after|late|early|yesterday|today)\b")
#: What may follow the number: nothing that it could count, but a word for those who met a fate.
_ENDS: Final = re.compile(
    rf"(?: {any_of('figure of the dead')})?"
    rf"(?:\s*(?:[.;:!?\")]|- |$|,(?! {any_of('parts a number')}\b))| {any_of('after a figure')}(?![\w-]))"
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that somebody gives of those of whom was told, with its offsets."""

    start: int
    end: int
    low: int
    high: int | None
    dead: bool = False  #: it is of dead people by its own words: "five victims", "buried seven"
    beside: bool = False  #: one was put right since: "from the nine first announced", "were revised to 22"

    def of(self, told: Counted) -> Counted:
        """The figure as a count of those whom the same fate befell as others."""
        spans = ((self.start, self.end), told.spans[-1])
        return Counted(told.of, self.low, self.high, None, told.side, spans, "figure", told.at, across=self.beside)


def read_figures(
    sentence: Sentence, frames: Sequence[Frame], counts: Sequence[Counted], vocabulary: Lexicon
) -> tuple[Figure, ...]:
    """The figures of a sentence that its counts do not hold.

    Args:
        sentence: where to read.
        frames: what of it is credited to whom; a figure is somebody's.
        counts: those that a word for their fate tells of.
        vocabulary: the names and terms.
    """
    if not any(is_number(token.word) for token in sentence.tokens):
        return ()
    known = [span for count in counts for span in count.spans[:-1]]
    found = {figure.start: figure for figure in _read(sentence, frames, vocabulary)}
    return tuple(f for f in found.values() if not any(start < f.end and f.start < end for start, end in known))


def _read(sentence: Sentence, frames: Sequence[Frame], vocabulary: Lexicon) -> Iterator[Figure]:
    spots = [sentence.start + match.end() for match in _GIVES.finditer(sentence.line)] if frames else []
    there = [sentence.start + match.end() for match in _THERE.finditer(sentence.line)] if frames else []
    for spot in (*spots, *there, *(frame.said[1] for frame in frames)):
        figure = _figure(sentence, spot, vocabulary)
        frame = speaker_at(frames, figure.start) if figure else None
        if figure and frame and (figure.dead or spot not in there) and _stands_alone(sentence, figure, frame):
            yield figure
    for match in _BURIES.finditer(sentence.line) if not frames else ():
        figure = _figure(sentence, sentence.start + match.end(), vocabulary)
        if figure and _stands_alone(sentence, figure, None):
            yield figure
    for match in _OR_BY.finditer(sentence.line) if len(frames) > 1 else ():
        figure = _figure(sentence, sentence.start + match.end(), vocabulary)
        if figure and _BY.match(sentence.line, figure.end - sentence.start):
            yield figure
    for pattern, then in ((_AT_FIRST, _FIRST_GIVEN), (_PUT_RIGHT, _RIGHT_ENDS)):
        for match in pattern.finditer(sentence.line):
            figure = _figure(sentence, sentence.start + match.end(), vocabulary, beside=True)
            if figure and then.match(sentence.line, figure.end - sentence.start):
                yield figure


def _stands_alone(sentence: Sentence, figure: Figure, frame: Frame | None) -> bool:
    """Whether nothing follows a number that it could count: a sign that ends a clause, or who gives it."""
    after = figure.end - sentence.start
    given = frame is not None and frame.said[0] > figure.end and sentence.line[after : after + 1] == ","
    of = _OF_THEIRS.match(sentence.line, after) if figure.dead else None
    theirs = of is not None and any(map(is_of_people, (of["whom"], of["whom"].split()[0])))
    return bool(given or theirs or _ENDS.match(sentence.line, after))


def _figure(sentence: Sentence, spot: int, vocabulary: Lexicon, *, beside: bool = False) -> Figure | None:
    """The number that follows a place of a sentence, behind a few words that count nobody."""
    tokens, first = sentence.tokens, sentence.index(spot)
    before = _BEFORE.match(sentence.line, spot - sentence.start)
    at = sentence.index(sentence.start + before.end()) if before else first
    end = number_end(tokens, at) if at < len(tokens) else at
    if end == at:
        return None
    start, stop = tokens[first].start, tokens[end - 1].end
    given = people(sentence.words(start, stop), vocabulary)
    if end + 1 < len(tokens) and tokens[end].word in ("and", "or") and number_end(tokens, end + 1) > end + 1:
        return None  # "counted eleven and four"
    if given is None or given[0] + (given[1] or 0) > MOST:
        return None
    dead = _BURIED.search(sentence.before(start)) or _VICTIMS.match(sentence.after(stop))
    return Figure(start, stop, *given, dead=bool(dead), beside=beside)
