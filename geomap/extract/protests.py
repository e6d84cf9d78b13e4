"""Protests and mobs: who acts against whom decides which of the words of a sentence tells its kind.

Demonstrators who harm things or the police are a violent demonstration; police who shoot at those who demonstrate, or harm them
gravely, use excessive force, and who drive them off intervene; a crowd that demonstrates for nothing and harms people is a mob.
Of several the first of these goes before the others, and all of them before what the words would tell alone: an attack, an
armed clash, arrests, looting.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final, Literal, TypeAlias, cast

from geomap.extract.counted import Counted
from geomap.extract.text import Sentence
from geomap.extract.triggers import ManyEvents, Trigger, trigger_of
from geomap.language import normalised_words
from geomap.vocabulary import OF_CROWDS, PROTEST, any_of, cue_words, kind_of_crowd, standings_of

_Side: TypeAlias = Literal["event", "protest", "protesting", "demands", "crowd", "force", "armed"]
_Span: TypeAlias = tuple[int, int]

#: Kinds that give way to what a crowd did, or what was done to it.
_GIVE_WAY: Final = frozenset(
    (
        *OF_CROWDS,
        "Attack",
        "Armed clash",
        "Arrests",
        "Abduction/forced disappearance",
        "Looting/property destruction",
        "Peaceful protest",
    )
)
_PASSIVE: Final = re.compile(r"\b(?:was|were|been|being|be|is|are|got)(?: \w+ly| also| all| not)? $")
#: After a verb in the past that was done to its subject: "villagers killed in", "attacked by"; and who did it.
_NO_OBJECT: Final = re.compile(
    r"[.,;:]|$| (?:in|by|at|on|near|during|when|while|after|before|as|from|for|since|with|and|outside)\b"
)
_BY: Final = re.compile(r"(?:[ ,][^\s.;]+){0,8}? by (?:(?!and |who |which |that )[^\s.;,]+ ){0,5}?")
#: What begins another clause.
_CLAUSE: Final = r"(?:and|but|after|when|while|before|as|that|who|where|which|until|because|since|outside|near)\b"
#: Before those to whom something was done, or who are named beside it: "at the police"; not "a group of youths".
_OBJECT: Final = re.compile(
    r"\b(?:at|against|on|upon|into|from|with|by|to|towards|for|including|near|outside|inside|over|about|between|among|amid|in|than|of"
    r"|holding|had|has|have|caught|captured|seized|grabbed|found|cornered"
    rf"|{any_of('hits somebody', 'lynches', 'fires at a crowd')}) (?:(?!{_CLAUSE} )[\w'-]+ ){{0,3}}$"
)
_GROUP_OF: Final = re.compile(rf"\b{any_of('many of a crowd')} of (?:(?!{_CLAUSE} )[\w'-]+ ){{0,3}}$")
_WHO: Final = re.compile(r",? (?:who|wielding|armed|carrying)\b[^,;]*")
_NOUN: Final = re.compile(r"\b(?:an?|any|another|such) (?:\w+ )?$")
#: What is no protest of the day: "ahead of the rally", "charged over the protest"; and the month.
_OTHER: Final = re.compile(rf"\b{any_of('another protest after')}(?: [\w'-]+){{0,3}} $")
_MONTH: Final = re.compile(r"\b(?:in|of|on|since|until|by|from|early|late|mid|last|this|next|\d{1,2}(?:st|nd|rd|th)?)[ -]$")
_OF_MONTH: Final = re.compile(r",? \d")
_A_GATHERING: Final = re.compile(rf"\b{any_of('before a gathering')} $")
#: What is burned without harm: "burned an effigy".
_IN_PROTEST: Final = re.compile(rf" (?:[\w'-]+ ){{0,3}}?{any_of('harmless in a protest')}\b")
_STATE: Final = re.compile(rf" (?:(?!{_CLAUSE} )[\w'-]+ ){{0,5}}?({any_of('of the state')})(?![\w-])")
_FROM: Final = re.compile(r"\b(?:from|out of)\b")
_CRUDE: Final = re.compile(rf"\b({any_of('crude arms')})\b")
_FIREARMS: Final = re.compile(rf"\b{any_of('of firearms')}\b")
_SPEAKS: Final = re.compile(rf" (?:\w+ ){{0,2}}?{any_of('said', 'speech')}\b")
#: "The fishermen recall that pirates looted", "villagers said the army fired".
_TELLS: Final = re.compile(rf" (?:{any_of('said')}|recall(?:s|ed)?|remembers?|told \w+)(?: that)? (?!of\b|the police\b)")
_LESS: Final = re.compile(rf"(?: [\w'-]+){{0,5}}? {any_of('means against a crowd')}\b")
_CAUSE: Final = re.compile(rf"\b{any_of('cause of a protest')}(?: [\w'-]+){{0,5}} $")
_GRAVE: Final = re.compile(rf"\b({any_of('gravely harmed')})\b(?! (?:to|by) a (?:stone|rock|brick))")
#: So many letters after a deed stand those to whom it was done, or who did it.
_NEAR, _FAR = 30, 90
_THROWN: Final = (("throws", "missiles"), ("flew", "thrown"))
_RANKS: Final = {kind: rank for rank, kind in enumerate((OF_CROWDS[1], OF_CROWDS[0], *OF_CROWDS[2:]))}


@dataclass(frozen=True, slots=True)
class _Mark:
    """Those who act, or are acted upon, with where their word stands in the line."""

    side: _Side
    start: int
    end: int
    word: str


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    sides = (
        ("event", PROTEST[:1]),
        ("protest", PROTEST[1:2]),
        ("protesting", PROTEST[2:3]),
        ("demands", PROTEST[3:]),
        ("force", ("force against a crowd",)),
        ("armed", ("armed band",)),
        ("crowd", ("crowd",)),
    )
    throws = (
        rf"(?P<throws>{any_of('throws')})(?: [\w'-]+){{0,5}}? (?P<missiles>{any_of('missiles')})"
        rf"|(?P<thrown>{any_of('missiles')})(?: [\w'-]+){{0,4}}? (?:was|were|being|been) (?P<flew>{any_of('throws')})"
    )
    deeds = (
        ("fires", any_of("fires at a crowd")),
        ("blows", any_of("come to blows")),
        ("hits", any_of("hits somebody", "lynches")),
        ("wrecks", rf"{throws}|{any_of('wrecks', 'turns violent')}"),
        ("breaks", any_of("breaks up a crowd", "means against a crowd")),
    )
    return (
        re.compile(r"(?<![\w-])(?:" + "|".join(rf"(?P<{side}>{any_of(*cues)})" for side, cues in sides) + r")(?![\w-])"),
        re.compile(r"(?<![\w-])(?:" + "|".join(rf"(?P<{deed}>{words})" for deed, words in deeds) + r")(?![\w-])"),
    )


@cache
def _first_words() -> frozenset[str]:
    return frozenset(word.split()[0] for word in cue_words(*PROTEST, "crowd"))


def with_crowds(found: Sequence[Trigger], sentence: Sentence, counts: Sequence[Counted], many: ManyEvents) -> list[Trigger]:
    """The triggers of a sentence, with what tells of a crowd in the place of those that give way to it.

    Args:
        found: what its words tell.
        sentence: where they stand.
        counts: whom it counts.
        many: which parts of it speak of many events.
    """
    if _first_words().isdisjoint(sentence.word_set):
        return list(found)
    told = min(_told(sentence, counts, many), key=lambda one: _RANKS[one.kind], default=None)
    if told is None:
        return list(found)
    riot = told.kind == "Violent demonstration"  # "hurled dynamite at the police"
    return [told, *(t for t in found if t.kind not in _GIVE_WAY and not (riot and t.rule in ("pair", "harm")))]


def _told(sentence: Sentence, counts: Sequence[Counted], many: ManyEvents) -> Iterator[Trigger]:
    """What a sentence tells that crowds did, or that was done to those who protest."""
    line = sentence.line
    marks, protest = _marks(line)
    fatal = _fatal(sentence, counts, protest)
    found: list[tuple[_Span, tuple[_Span, ...]]] = []
    doer: _Mark | None = None
    for deed in _patterns()[1].finditer(line):
        goes_on = doer and deed[0].endswith("ing") and line.startswith(", ", deed.start() - 2)  # ", killing two"
        doer = doer if goes_on else _doer(line, deed, marks)
        found += [(deed.span(), spans) for spans in _roles(line, deed, doer, protest, marks, fatal)]
    if fatal and protest and {m.side for m in marks} >= {"force"} and "armed" not in {m.side for m in marks}:
        found.append((fatal, (fatal, (protest.start, protest.end))))
    for stretch, spans in found:
        if kind := kind_of_crowd(" ".join(normalised_words(line[a:b]) for a, b in spans)):
            start, end = (sentence.start + at for at in stretch)
            told = trigger_of(kind, ((start, end),), sentence.index(start), sentence, many, "crowd")
            if told.happened:
                at = tuple((sentence.start + a, sentence.start + b) for a, b in spans)
                yield replace(told, spans=at, anaphoric=False)


def _fatal(sentence: Sentence, counts: Sequence[Counted], protest: _Mark | None) -> _Span | None:
    """The words that say that somebody died, or was gravely hurt, at a protest: not what it is against, and not the police."""
    begin = sentence.start
    dead = [c.spans[-1] for c in counts if c.of == "killed" and c.low and "armed" not in standings_of(c.whom or "")]
    told = [m.span(1) if (m := _GRAVE.match(sentence.line, a - begin)) else (a - begin, b - begin) for a, b in dead]
    found = told + [m.span(1) for m in _GRAVE.finditer(sentence.line) if m[1] != "dead"]
    fatal = (span for span in found if not (protest and _CAUSE.search(sentence.line, protest.end, span[0])))
    return next(fatal, None)


def _marks(line: str) -> tuple[list[_Mark], _Mark | None]:
    """Those who act in a line, and the first word that tells of a protest: a demand is one if a crowd makes it."""
    marks = [_Mark(cast(_Side, m.lastgroup), *m.span(), m[0]) for m in _patterns()[0].finditer(line)]
    marks = [m for m in marks if not _is_none(line, m)]
    subject: _Side | None = None
    protest = None
    for mark in marks:
        march = mark.word.startswith("march") and subject not in ("force", "armed")
        crowd = subject == "crowd" or (subject is None and mark.word not in ("calling for", "to call for"))
        told = mark.side in ("event", "protest", "protesting") or (mark.side == "demands" and (march or crowd))
        if told and protest is None and not _OTHER.search(line, 0, mark.start):
            protest = mark
        subject = mark.side
    return [m for m in marks if m.side not in ("protesting", "demands")], protest


def _is_none(line: str, mark: _Mark) -> bool:
    """Whether a word is another here: the month of March, "whilst gathering wood", police who only speak."""
    if mark.side == "force":
        return bool(_SPEAKS.match(line, mark.end))
    if mark.side == "crowd" and _TELLS.match(line, mark.end):
        return True
    if mark.word == "march":
        return bool(_MONTH.search(line, 0, mark.start) or _OF_MONTH.match(line, mark.end))
    return mark.word == "gathering" and not _A_GATHERING.search(line, 0, mark.start)


def _roles(
    line: str, deed: re.Match[str], doer: _Mark | None, protest: _Mark | None, marks: Sequence[_Mark], fatal: _Span | None
) -> Iterator[tuple[_Span, ...]]:
    """The words that may tell a kind: the doer before the deed, or the deed before those to whom it was done."""
    if (deed[0].endswith("ing") and line.startswith(" of ", deed.end())) or (
        deed[0] in ("attack", "clash", "fight", "storm") and _NOUN.search(line, 0, deed.start())
    ):
        return  # "against the killing of a colleague", "an attack"
    side = doer.side if doer else None
    group = str(deed.lastgroup)
    parts = next((tuple(map(deed.span, pair)) for pair in _THROWN if deed[pair[0]]), (deed.span(),))
    whom = next((m for m in marks if 0 <= m.start - deed.end() < _NEAR), None)
    crude = None if protest or group != "blows" or _FIREARMS.search(line) else _CRUDE.search(line)
    if crude and all(m.side == "crowd" for m in marks):
        yield deed.span(), crude.span(1)
    elif group in ("wrecks", "hits", "blows") and side not in ("force", "armed"):
        if _IN_PROTEST.match(line, deed.end()) or (group != "wrecks" and doer is None):
            pass
        elif protest and not (whom and whom.side == "protest" and side == "crowd"):
            yield (protest.start, protest.end), *parts
        elif doer and side == "crowd":
            yield from _of_a_mob(line, deed, doer, parts, group)
    scene = protest or next((m for m in marks if m.word in ("crowd", "crowds") and m is whom), None)
    live = deed[0] in cue_words("live fire") and not any(m.side == "armed" for m in marks)
    done = group == "fires" or deed[0] in cue_words("means against a crowd") or _PASSIVE.search(line, 0, deed.start())
    force = live or side == "force" or (side is None and done and any(m.side == "force" for m in marks))
    if scene and force and group in ("fires", "hits", "breaks"):
        where = (scene.start, scene.end)
        less = group == "fires" and _LESS.match(line, deed.end())
        if not less:
            yield *parts, where
        if (less or group != "fires") and fatal:
            yield (fatal, where) if less else (*parts, fatal, where)


def _of_a_mob(line: str, deed: re.Match[str], doer: _Mark, parts: Sequence[_Span], group: str) -> Iterator[tuple[_Span, ...]]:
    """The same of a crowd that does not demonstrate: against the state it does, against others it is a mob."""
    state = _STATE.match(line, deed.end())
    if state and group == "hits" and _FROM.search(line, deed.end(), state.start(1)):
        state = None  # "dragged two men from a police cell"
    state = state or _STATE.search(line, doer.end, deed.start())
    if state and not _PASSIVE.search(line, 0, deed.start()):
        yield (doer.start, doer.end), *parts, state.span(1)
        return
    armed = _FIREARMS.search(line) and doer.word not in cue_words("mob")
    crude = group != "blows" or deed[0] not in cue_words("hits somebody") or _CRUDE.search(line)
    if crude and not armed and (group != "wrecks" or doer.word in cue_words("mob")):
        yield (doer.start, doer.end), *parts


def _doer(line: str, deed: re.Match[str], marks: Sequence[_Mark]) -> _Mark | None:
    """Who did something: after "by" where it was done to the subject, or else the last before it who is no object."""
    ends = not deed[0].endswith("ing") and deed.lastgroup in ("hits", "wrecks") and _NO_OBJECT.match(line, deed.end())
    passive = deed["flew"] or ends or _PASSIVE.search(line, 0, deed.start())
    by = (m for m in marks if deed.end() <= m.start < deed.end() + _FAR and _BY.fullmatch(line, deed.end(), m.start))
    if doer := next(by, None):
        return doer
    if passive or line.endswith((" that ", " which "), 0, deed.start()):
        return None
    before = [m for m in reversed(marks) if m.end <= deed.start() and _acts(line, m, deed.start())]
    return next((m for m in before if m.side != "event"), next(iter(before), None))


def _acts(line: str, mark: _Mark, at: int) -> bool:
    """Whether those who are named act at a place of a line: "police lifting them", not "at the police and burned"."""
    if mark.end + 1 == at or _WHO.fullmatch(line, mark.end, at):
        return True
    return not _OBJECT.search(line, 0, mark.start) or bool(_GROUP_OF.search(line, 0, mark.start))
