"""Dead and injured people that a sentence tells of and that are no count of an incident: over years, denied, left open."""

from __future__ import annotations

import re
from typing import Final

from geomap.vocabulary import any_of

#: How many in a stretch of time, which is of many incidents: "60 a year", "killed so far this year"; not "the third this year".
_RATE: Final = re.compile(
    rf"\b{any_of('rate')}(?![\w-])"
    rf"|(?:s|people|men|women|children) an? {any_of('unit of time')}(?![\w-]| ago| after| before| earlier)"
)
_PERIOD: Final = re.compile(
    rf"\b(?:{any_of('period')}|since (?:the year )?\d{{4}}"
    r"|(?:since|in|over|during|within|for) (?:the )?(?:past|last|previous|(?:start|beginning) of the)"
    rf" (?:\w+ )?{any_of('unit of time')})\b"
)
_OF_MANY: Final = re.compile(rf"\b{any_of('ordinal')}\b")
#: What is told only to say that it is not so: "denied that two were killed", "reports that two were killed are false".
_DENIED: Final = re.compile(rf"\b{any_of('denies')} (?:[\w'-]+ ){{0,4}}?that\b")
_CLAIMED: Final = re.compile(rf"\b{any_of('what is claimed')} (?:[\w'-]+ ){{0,4}}?(?:that|of)\b")
#: A rule looks so many characters to each side.
_FARTHEST: Final = 300
#: What parts clauses.
_PARTS: Final = (", ", "; ")
#: What leaves open whether something was so.
_OPEN: Final = re.compile(r"\b(?:if|whether|unless)\b")
#: That nothing is said of those who were harmed: "no immediate reports of casualties", "no casualty figures".
_UNSAID: Final = re.compile(
    rf"\b(?:no|not|any|without|neither|nor|nothing|little)\b (?:\w+ ){{0,5}}?{any_of('word of harm')} (?:\w+ ){{0,5}}?"
    rf"{any_of('harm', 'harmed')}\b"
    rf"|\b{any_of('harm')} {any_of('figure of harm')}\b"
)
_FALSE: Final = re.compile(rf"\b(?:is|are|was|were|as|be) (?:\w+ )?{any_of('is false')}\b")


def denied_in(line: str) -> list[tuple[int, int]]:
    """The stretches of a sentence that it tells only to say that they are not so.

    >>> line = "Reports that two soldiers were killed are false."
    >>> [line[start:end] for start, end in denied_in(line.lower())]
    [' two soldiers were killed ']
    """
    denied, claimed, false = _DENIED.search(line), _CLAIMED.search(line), _FALSE.search(line)
    whole = [(denied.end(), len(line))] if denied else []
    return [*whole, (claimed.end(), false.start())] if claimed and false else whole


def is_left_open(line: str, at: int) -> bool:
    """Whether a clause leaves open what stands at a place of it: "if a man has died"."""
    begin = max(0, at - _FARTHEST)
    return bool(_OPEN.search(line, max(begin, line.rfind(", ", begin, at) + 1), at))


def is_unsaid(line: str, at: int) -> bool:
    """Whether a sentence only tells that nothing is said of those at a place of it: "no word on casualties".

    >>> is_unsaid("there was no word on casualties.", 21), is_unsaid("there were no casualties.", 14)
    (True, False)
    """
    return any(said.start() <= at < said.end() for said in _UNSAID.finditer(line))


def is_of_many(line: str, at: int) -> bool:
    """Whether a clause counts those of many incidents, over a stretch of time.

    >>> is_of_many("sixty people a year are killed.", 26), is_of_many("it killed two in the third raid this year.", 3)
    (True, False)
    """
    first, last = max(0, at - _FARTHEST), min(len(line), at + _FARTHEST)
    stop = min((end for sign in _PARTS if (end := line.find(sign, at, last)) >= 0), default=last)
    begin = max(first, *(line.rfind(sign, first, at) + 1 for sign in _PARTS))
    after = _PERIOD.search(line, at, stop)
    period = (after and not _OF_MANY.search(line, at, after.start())) or _PERIOD.match(line)
    return bool(period or _RATE.search(line, begin, stop))
