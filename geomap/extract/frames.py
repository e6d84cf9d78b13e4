"""What a sentence is about, where its words for events tell of none: a court's work, a film, a false report, sport, money."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from geomap.extract.counted import Counted
from geomap.extract.text import Sentence
from geomap.extract.triggers import Trigger
from geomap.language import MONTHS, WEEKDAYS
from geomap.vocabulary import OF_CROWDS, any_of, cue_words

_MONTH: Final = rf"(?:{'|'.join(MONTHS)})"
#: An exact day, which even the news of a trial may give to the deed.
_ON_A_DAY: Final = re.compile(rf"\b(?:{_MONTH} \d{{1,2}}|\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH})\b")
_WEEKDAY: Final = re.compile(rf"\b(?:{'|'.join(WEEKDAYS)}|yesterday)\b")
_COURT: Final = re.compile(
    rf"\b{any_of('court')}\b(?: [\w'-]+){{0,4}}? (?:{any_of('court act')})\b|\b{any_of('tried in court')}\b"
)
#: "Protesters burned tyres after a court jailed their leader": the court is the reason.
_REASON: Final = re.compile(r"\b(?:after|following|when|as|since|because|over|against|before) (?:[\w'-]+ ){0,5}$")
_WORK: Final = re.compile(
    rf"\b{any_of('work of remembrance')}\b(?: [\w',-]+){{0,8}}? {any_of('tells of the past')}\b|\b{any_of('remembers')}\b"
    r"|\bmark(?:ed|s|ing)? (?:[\w-]+ ){1,3}(?:years?|decades?|months?) since\b"
)
#: What begins a clause about something that is named before it.
_RELATIVE: Final = re.compile(r"\b(?:who|whom|whose|which|that|when|where)\b")
_WAS: Final = re.compile(r"\b(?:was|were|has been|have been|had been)(?: \w+ly)? $")
_WHO_DID: Final = re.compile(r"\b(?:who|that|which)(?: \w+){0,3} $")
_FALSE: Final = re.compile(rf"\b{any_of('false report')}\b")
#: Blasts that are no bomb's, unless the sentence names one; aircraft that nobody shot at.
_NO_BOMB: Final = re.compile(rf"\b{any_of('controlled blast', 'air accident')}\b")
_BOMB: Final = re.compile(rf"\b{any_of('a real bomb')}\b")
_SCORE: Final = re.compile(
    r"\b(?:win|won|wins|lost|lose|losing|beat|beating|victory|draw|defeat|ahead|at) (?:\w+ ){0,3}\d{1,2}(?:-\d{1,2}| for \w+)\b"
)
_SPORT: Final = re.compile(rf"\b{any_of('sport')}\b")
_MONEY: Final = re.compile(rf"\b{any_of('money matters')}\b")
_FIGURE: Final = re.compile(rf"\b{any_of('figure of speech')}\b")
#: "Practised a hostage rescue in a drill": what happens in it happens to nobody, unless somebody else comes.
_DRILL: Final = re.compile(rf"\b{any_of('drill')}\b")
_OTHERS: Final = re.compile(rf"\b{any_of('armed band')}\b")
#: So many in each year, which is of many events: "kill 60 people a year".
_RATE: Final = re.compile(
    r"(?:people|persons|\w+s|men|women|children) (?:a|per|each|every) (?:year|month|week|day)\b|\bby \d[\d.]* per cent\b"
)
#: What kills people and is no attack: an earthquake, a crash, a sentence that a court passed.
_MISFORTUNE: Final = re.compile(rf"\b{any_of('misfortune')}\b")
#: What is an attack, whatever the weather: "attacked a post during a flood", "gunmen killed two".
ARMED: Final = re.compile(rf"\b(?:{any_of('armed deed')}|{any_of('attacker')} (?:have |had )?(?:killed|wounded))\b")
#: Kinds that a court, a match or a price may be the reason of.
_NOT_HELD: Final = frozenset((*OF_CROWDS, "Peaceful protest", "Arrests"))
_NOT_OLD: Final = _NOT_HELD - {"Violent demonstration"}
_JAILED: Final = re.compile(rf"{any_of('court act')}\b")

#: One of these words stands in each.
_CUES: Final = (
    "court",
    "tried in court",
    "work of remembrance",
    "remembers",
    "false report",
    "controlled blast",
    "air accident",
)
_PLAYFUL: Final = ("sport", "money matters", "figure of speech", "drill")


@cache
def _first_words() -> frozenset[str]:
    words = {re.split(r"[ '-]", word)[0] for word in cue_words(*_CUES, *_PLAYFUL)}
    return frozenset(words | {"mark", "marks", "marked", "marking", "per", "each", "every", "year", "month", "week", "day"})


def in_frame(triggers: Sequence[Trigger], sentence: Sentence, counts: Sequence[Counted]) -> list[Trigger]:
    """The words for events of a sentence, of which those did not take place now that it only speaks of.

    Args:
        triggers: the words.
        sentence: where they stand.
        counts: whom it counts: where somebody died, it is no sport.
    """
    if not any(t.happened for t in triggers) or _first_words().isdisjoint(sentence.word_set):
        return list(triggers)
    speaks = _speaks_of(sentence.line, counts)
    return [replace(t, happened=t.happened and not speaks(t, t.spans[0][0] - sentence.start)) for t in triggers]


def tells_of_misfortune(line: str) -> bool:
    """Whether a line in small letters tells what kills people and is no attack: "a bus overturned"."""
    return bool(_MISFORTUNE.search(line) and not ARMED.search(line.replace("heart attack", "")))


def _speaks_of(line: str, counts: Sequence[Counted]) -> Callable[[Trigger, int], bool]:
    """What tells whether words at a place of a line are only spoken of."""
    court, work, figure = _court(line), _WORK.search(line), _FIGURE.search(line)
    nothing = bool(_FALSE.search(line) or (_NO_BOMB.search(line) and not _BOMB.search(line)) or _RATE.search(line))
    hurt = any(c.low for c in counts)
    nothing = nothing or bool(not hurt and _DRILL.search(line) and not _OTHERS.search(line))
    sport = len(set(_SPORT.findall(line))) + bool(_SCORE.search(line)) > 1
    play = not hurt and (sport or _MONEY.search(line))

    def speaks(trigger: Trigger, at: int) -> bool:
        if (figure and figure.start() <= at < figure.end()) or (court is not None and _JAILED.match(line, at)):
            return True
        told = work is not None and at >= work.end() and not (_ON_A_DAY.search(line, at) or _WEEKDAY.search(line, at))
        main = told and _WAS.search(line, 0, at) and not _RELATIVE.search(line, work.end() if work else 0, at)
        if told and not main and trigger.kind not in _NOT_OLD:
            return True
        if trigger.kind in _NOT_HELD:
            return False
        if nothing or (play and len(trigger.spans) == 1):
            return True
        if _ON_A_DAY.search(line, at):
            return False
        return court is not None and (at > court or bool(_WHO_DID.search(line, 0, at)))

    return speaks


def _court(line: str) -> int | None:
    """Where a sentence tells what a court did, or None."""
    act = _COURT.search(line)
    return None if act is None or _REASON.search(line, 0, act.start()) else act.start()
