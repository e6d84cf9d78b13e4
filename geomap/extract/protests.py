"""Protests and mobs: who acts against whom decides which of the words of a sentence tells its kind.

A crowd that harms things or the police is a violent demonstration; one that harms people is a mob, unless it demonstrates; police
who shoot at those who demonstrate use excessive force, and who drive them off intervene. Where several are told, the first
of these goes before the others, and before what the words would tell alone: an attack, an armed clash, arrests, looting.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final, Literal, TypeAlias, cast

from geomap.extract.text import Sentence
from geomap.extract.triggers import ManyEvents, Trigger, trigger_of
from geomap.language import normalised_words
from geomap.vocabulary import any_of, cue_words, kind_of_crowd

_Side: TypeAlias = Literal["protest", "crowd", "force", "armed", ""]
_Deed: TypeAlias = Literal["fires", "breaks", "hits", "wrecks", "blows"]
_Span: TypeAlias = tuple[int, int]

_DEMONSTRATION: Final = ("demonstration", "demonstrators", "demonstrates")
#: Kinds that the words of a sentence about a crowd tell by themselves, and that give way to what it did, or what was done to it.
_GIVE_WAY: Final = frozenset(
    (
        "Attack",
        "Armed clash",
        "Arrests",
        "Abduction/forced disappearance",
        "Looting/property destruction",
        "Peaceful protest",
        "Protest with intervention",
        "Excessive force against protesters",
        "Violent demonstration",
        "Mob violence",
    )
)
_PASSIVE: Final = re.compile(r"\b(?:was|were|been|being|be|is|are|got)(?: \w+ly| also| all| not)? $")
#: After a verb in the past that was done to its subject: "villagers killed in", "attacked by"; and who did it.
_NO_OBJECT: Final = re.compile(
    r"[.,;:]|$| (?:in|by|at|on|near|during|when|while|after|before|as|from|for|since|with|and|outside)\b"
)
_BY: Final = re.compile(r"(?:[ ,][^\s.;]+){0,8}? by (?:(?!and |who |which |that )[^\s.;,]+ ){0,5}?$")
#: Before those who do something to nobody: "at the police", "of the village"; not "a group of youths".
_OBJECT: Final = re.compile(
    r"\b(?:at|against|on|upon|into|from|with|by|to|towards|for|including|near|outside|inside|over|about|between|in|(?<!group )"
    r"(?<!groups )(?<!crowd )(?<!crowds )(?<!hundreds )(?<!dozens )(?<!thousands )(?<!scores )(?<!members )(?<!number )(?<!some )"
    r"(?<!column )(?<!part )(?<!section )of) (?:(?!and |but )[\w'-]+ ){0,3}$"
)
_WHO: Final = re.compile(r",? (?:who|which|that|wielding|armed|carrying|demanding|protesting)\b")
#: What is no protest of the day: "ahead of the rally", "charged over the protest".
_OTHER: Final = re.compile(
    r"\b(?:ahead of|before|linked to|in connection with|over|plan|plans|planned|planning|call for|calls for|called for|since"
    r"|last (?:week|month|year)'s|footage of|years? of|history of|recent|previous|earlier|past|wave of|series of)"
    r"(?: [\w'-]+){0,3} $"
)

#: What is burned without harm: "burned an effigy".
_IN_PROTEST: Final = re.compile(rf" (?:[\w'-]+ ){{0,3}}?{any_of('burned in protest')}\b")
_STATE: Final = re.compile(rf" (?:[\w'-]+ ){{0,5}}?({any_of('of the state')})(?![\w-])")
_CRUDE: Final = re.compile(rf"\b{any_of('crude arms')}\b")
#: Those of a crowd who are a mob when they harm things alone, and fights that are a mob's where nobody has a firearm.
_MOBS: Final = frozenset(("mob", "mobs", "crowd", "crowds", "rioters", "hooligans", "fans", "thugs"))
_FIGHTS: Final = frozenset(("fought", "fight", "fighting", "clash", "clashed", "clashes", "clashing"))
#: So many letters after a deed stand those to whom it was done, or who did it.
_NEAR, _FAR = 30, 90
#: What goes before what, where a sentence tells several.
_RANKS: Final = {
    kind: rank
    for rank, kind in enumerate(
        ("Violent demonstration", "Excessive force against protesters", "Protest with intervention", "Mob violence")
    )
}


@dataclass(frozen=True, slots=True)
class _Mark:
    """Those who act, or are acted upon, with where their word stands in the line."""

    side: _Side
    start: int
    end: int


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    sides = (
        ("protest", _DEMONSTRATION),
        ("force", ("force against a crowd",)),
        ("armed", ("attacker",)),
        ("crowd", ("crowd",)),
    )
    deeds = (
        ("fires", any_of("fires at a crowd", "gravely harmed")),
        ("blows", any_of("come to blows")),
        ("wrecks", rf"(?P<throws>{any_of('throws')})(?: [\w'-]+){{0,5}}? (?P<missiles>{any_of('missiles')})|{any_of('wrecks', 'turns violent')}"),
        ("hits", any_of("hits somebody", "lynches")),
        ("breaks", any_of("breaks up a crowd")),
    )
    return (
        re.compile(r"(?<![\w-])(?:" + "|".join(rf"(?P<{side}>{any_of(*cues)})" for side, cues in sides) + r")(?![\w-])"),
        re.compile(r"(?<![\w-])(?:" + "|".join(rf"(?P<{deed}>{words})" for deed, words in deeds) + r")(?![\w-])"),
    )


@cache
def _first_words() -> frozenset[str]:
    return frozenset(word.split()[0] for word in cue_words(*_DEMONSTRATION, "crowd"))


def with_crowds(found: Sequence[Trigger], sentence: Sentence, many: ManyEvents) -> list[Trigger]:
    """The triggers of a sentence, with what tells of a crowd in the place of those that give way to it.

    Args:
        found: what its words tell.
        sentence: where they stand.
        many: which parts of it speak of many events.
    """
    if _first_words().isdisjoint(sentence.line.replace(",", " ").split()):
        return list(found)
    told = min(_told(sentence, many), key=lambda one: _RANKS[one.kind], default=None)
    return [told, *(one for one in found if one.kind not in _GIVE_WAY)] if told else list(found)


def _told(sentence: Sentence, many: ManyEvents) -> Iterator[Trigger]:
    """What a sentence tells that crowds did, or that was done to those who protest."""
    line = sentence.line
    who, done = _patterns()
    marks = [_Mark(cast(_Side, m.lastgroup), *m.span()) for m in who.finditer(line)]
    protest = next((m for m in marks if m.side == "protest" and not _OTHER.search(line, 0, m.start)), None)
    for deed in done.finditer(line):
        doer = _doer(line, deed, marks)
        for spans in _roles(line, deed, doer, protest, marks):
            words = " ".join(normalised_words(line[a:b]) for a, b in spans)
            if kind := kind_of_crowd(words):
                at = tuple((sentence.start + a, sentence.start + b) for a, b in spans)
                start = sentence.start + deed.start()
                told = trigger_of(kind, ((start, sentence.start + deed.end()),), sentence.index(start), sentence, many, "crowd")
                if told.happened:
                    yield replace(told, spans=at)


def _roles(
    line: str, deed: re.Match[str], doer: _Mark | None, protest: _Mark | None, marks: Sequence[_Mark]
) -> Iterator[tuple[_Span, ...]]:
    """The words that tell a kind, the doer before the deed, or the deed before those to whom it was done."""
    span, side = _parts(deed), doer.side if doer else ""
    words, group = deed[0], deed.lastgroup
    by_crowd = group in ("wrecks", "hits", "blows") or words in cue_words("lynches", "hits somebody")
    if side in ("protest", "crowd", "") and by_crowd and not (group == "wrecks" and _IN_PROTEST.match(line, deed.end())):
        assert doer is not None or not side
        whom = next((m for m in marks if m.start >= deed.end() and m.start - deed.end() < _NEAR), None)
        if protest and (side == "protest" or (group == "wrecks" and side != "crowd") or (side and not (whom and whom.side == "protest"))):
            yield (protest.start, protest.end), *span
        elif doer and side == "crowd":
            state = _STATE.match(line, deed.end())
            if state and not _PASSIVE.search(line, 0, deed.start()):
                yield (doer.start, doer.end), *span, state.span(1)
            elif group != "wrecks" or line[doer.start : doer.end] in _MOBS:
                crude = _CRUDE.search(line)
                if words not in _FIGHTS or crude:
                    yield (doer.start, doer.end), *span
    scene = protest or next((m for m in marks if line[m.start : m.end] in ("crowd", "crowds") and m is not doer), None)
    if scene and side in ("force", "") and (side or any(m.side == "force" for m in marks)) and group in ("fires", "hits", "breaks"):
        yield *span, (scene.start, scene.end)


def _parts(deed: re.Match[str]) -> tuple[_Span, ...]:
    """The offsets of a deed: of what was thrown, the verb and the thing."""
    if deed["throws"] is None:
        return (deed.span(),)
    return deed.span("throws"), deed.span("missiles")


def _doer(line: str, deed: re.Match[str], marks: Sequence[_Mark]) -> _Mark | None:
    """Who did something: after "by" where it was done to the subject, or else the last before it who is no object."""
    passive = _PASSIVE.search(line, 0, deed.start()) or (deed[0].endswith(("ed", "en")) and _NO_OBJECT.match(line, deed.end()))
    by = (m for m in marks if deed.end() <= m.start < deed.end() + _FAR and _BY.fullmatch(line, deed.end(), m.start))
    if doer := next(by, None):
        return doer
    if passive:
        return None
    before = (m for m in reversed(marks) if m.end <= deed.start() and m.side)
    subjects = (m for m in before if not _OBJECT.search(line, 0, m.start) or _WHO.match(line, m.end))
    return next(subjects, None)
