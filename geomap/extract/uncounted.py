"""Dead and injured people that a sentence tells of and that are no count of an incident: over years, denied, left open."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from geomap.language import MONTHS, WEEKDAYS
from geomap.vocabulary import any_of

#: How many in a stretch of time, which is of many incidents: "60 a year", "killed so far this year"; not "the third this year".
_RATE: Final = re.compile(
    rf"\b{any_of('rate')}(?![\w-])"
    rf"|(?<!\ba )(?<!\bthe )\b{any_of('rate or adjective')}(?= {any_of('no noun')}\b|[,.;:]|$)"  # no "weekly market"
    rf"|(?:s|people|men|women|children) an? {any_of('unit of time')}(?![\w-]| {any_of('no rate')}\b)"
)
_A_MONTH: Final = rf"(?:{'|'.join(MONTHS)})"
_PERIOD: Final = re.compile(
    rf"\b(?:{any_of('period')}|since (?:the year |\d{{1,2}} )?(?:{_A_MONTH} )?\d{{4}}"
    r"|(?:since|in|over|during|within|for) (?:the )?(?:past|last|previous|(?:start|beginning) of the)"
    rf" (?:\w+ )?{any_of('unit of time')})(?![\w-])"
)
#: A day, which is of one incident, and what begins a clause about somebody alone: "who had lived there since 2019".
_ONE_DAY: Final = re.compile(
    rf"(?<!since )\b(?:{'|'.join(WEEKDAYS)}|yesterday|\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_A_MONTH}|{_A_MONTH} \d{{1,2}})\b"
)
_OF_SOMEBODY: Final = re.compile(r"\b(?:who|whose|that|which)\b")
_OF_MANY: Final = re.compile(rf"\b(?:{any_of('ordinal')}|the (?:\w+est|most \w+|worst))\b")
#: A rule looks so many characters to each side.
_FARTHEST: Final = 300
#: What parts clauses.
_PARTS: Final = (", ", "; ")
#: What leaves open whether something was so.
_OPEN: Final = re.compile(r"\b(?:if|whether|unless)\b")
#: That nothing is said of those who were harmed: "no immediate reports of casualties", "no casualty figures".
_UNSAID: Final = re.compile(
    rf"\b(?:no|not|any|without|neither|nor|nothing|little)\b (?:\w+ ){{0,5}}?{any_of('word of harm')} (?:\w+ ){{0,5}}?"
    rf"{any_of('harm', 'harmed', 'victims of harm')}\b"
    rf"|\b{any_of('harm')} {any_of('figure of harm')}\b"
)
_REPORT: Final = rf"\b{any_of('report of it')} (?:[\w'-]+ ){{0,4}}?{any_of('what it tells')}\b"
_FALSE: Final = (
    rf"\b(?:is|are|was|were|as|be|been|being) (?:\w+ )?(?P<word>{any_of('is false')})\b"
    rf"|\b(?P<untrue>{any_of('is untrue')})\b"
)
#: Where a sentence goes on with what is so: "denied the raid, but said that", "reports of the raid, in which".
_GOES_ON: Final = (
    rf"(?=;|$|, but (?!that|not)|,? (?:but|and|while|though) (?:[\w'-]+ ){{0,4}}?{any_of('said')}\b|, {any_of('goes on')}\b)"
)
#: What is told only to say that it is not so: "reports that two were killed are false", "denied that two were killed".
#: Each after the words without which it is not told.
_DENIED: Final = tuple(
    (re.compile(rf"\b{any_of(*signs)}\b"), re.compile(pattern))
    for signs, pattern in (
        (("is false", "is untrue"), rf"{_REPORT}(?P<told>[^;]{{5,{_FARTHEST}}}?)(?:{_FALSE})"),
        (
            ("denies",),
            rf"\b(?P<word>{any_of('denies')})\b(?:[^.;,]{{0,40}}?{_REPORT}| (?:[\w'-]+ ){{0,4}}?that\b)"
            rf"(?P<told>[^;]{{5,{_FARTHEST}}}?){_GOES_ON}",
        ),
        (("not so",), rf"\b{any_of('not so')}\b(?P<word>)(?P<told>[^;]{{5,{_FARTHEST}}}?){_GOES_ON}"),
    )
)


@dataclass(frozen=True, slots=True)
class Denied:
    """What a sentence tells only to say that it is not so: where that begins and ends, and the word that says so."""

    start: int
    end: int
    word: tuple[int, int]


def denied_in(line: str) -> list[Denied]:
    """What a sentence tells only to say that it is not so.

    >>> line = "reports that two soldiers were killed are false."
    >>> [line[told.start : told.end] for told in denied_in(line)]
    [' two soldiers were killed ']
    """
    found = (match for sign, pattern in _DENIED if sign.search(line) for match in pattern.finditer(line))
    return [Denied(*match.span("told"), match.span("word" if match["word"] is not None else "untrue")) for match in found]


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
    parted = after and (_OF_MANY.search(line, at, after.start()) or _OF_SOMEBODY.search(line, at, after.start()))
    period = not _ONE_DAY.search(line, begin, stop) and ((after and not parted) or _PERIOD.match(line))
    return bool(period or _RATE.search(line, begin, stop))
