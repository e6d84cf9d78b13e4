"""Which words of an account tell its kind: the deed before its means and before what came after; what came of it before all."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final, TypeAlias

from geomap.extract.kinds_ranked import ENDS_OF_PROTESTS, VIOLENT
from geomap.extract.pieces import Piece
from geomap.extract.triggers import Trigger
from geomap.language import normalised_words, number
from geomap.vocabulary import (
    GROUND_TAKEN,
    PROTEST,
    SEIZURES,
    any_of,
    cue_words,
    kind_of_crowd,
    kind_of_seizure,
    signs_of_seizure,
    standings_of,
)

_Span: TypeAlias = tuple[int, int]

#: So many pieces after the first may tell better what happened.
_LATER: Final = 3
#: So many pieces, with the first, may say that those who were arrested are gone.
_SOON: Final = 2

#: What two sides do to each other, the arms of which tell no kind of its own; and what an attack on people is not.
_BOTH_SIDES: Final = re.compile(any_of("both sides fight"))
_IN_A_FIGHT: Final = ("Shelling/artillery/missile attack", "Grenade")
_NOT_OF_THE_SAME: Final = ("Armed clash", "Abduction/forced disappearance")
#: Fire of one side: "unprovoked firing"; where it befell people who are no fighters, it is an attack on them.
_ONE_SIDED: Final = re.compile(r"(?<!return )(?<!returned )(?<!returning )\b(?:fire|firing|gunfire)$")
#: What is only thrown or laid beside those who shoot: "with a roadside bomb and rifles"; and what ground is taken with.
_BESIDE_GUNS: Final = (*_IN_A_FIGHT, "Remote explosive/landmine/IED")
_TAKES_GROUND_WITH: Final = (*_BESIDE_GUNS, "Air/drone strike")
_SMALL_ARMS: Final = re.compile(rf"\b{any_of('small arms')}\b")
#: What a raid of forces that hurts nobody is made for, and what those do who come with arms themselves.
_ENDS_OF_SEARCHES: Final = ("Disrupted weapons use", "Arrests")
#: What those had done before who do something: "police, who had arrested a thief on Sunday, defused a bomb".
_WHO_HAD: Final = re.compile(r"\b(?:who|which|that) had (?:\w+ ){0,2}$")
_RAID: Final = re.compile("raid|storm|ambush")
#: What is answered: "and his guard returned fire"; and forces who answer, which makes a fight of it: "the patrol fired back".
_ANSWERS: Final = re.compile(r"return\w* (?:the )?fire|fired back|shot back|retaliated")
_FORCES_DO: Final = re.compile(
    r"\b(?<!his )(?<!her )(?<!their )"
    rf"{any_of('unnamed force', 'armed body', 'unit of a force', 'part of a force', 'side of a state', 'attacker')}"
    r"(?: (?:of|from|at|in) [^.;,]{1,40}?)?(?:,? (?:who|which|that))?(?: (?:had|have|has|immediately|then|also|and|\w+ly))* $"
)
#: Kinds of those who kill people, and what is only added to that.
_KILLS: Final = ("Attack", "Armed clash")
_BESIDES_KILLING: Final = (
    "Abduction/forced disappearance",
    "Looting/property destruction",
    "Sexual violence",
    "Peaceful protest",
)
#: "Police detained four", "guards beat the front rows"; not "police denied that they had detained anybody".
_FORCE_DID: Final = re.compile(
    rf"\b{any_of('force against a crowd')}(?: (?:have|had|later|then|also|\w+ly|moved in and|came and|intervened and))* "
    rf"(?P<did>{any_of('breaks up a crowd', 'means against a crowd', 'hits somebody')})\b"
)
#: To whom: "them", "the first rows", "37 of them", "37"; not "a militant", "back at claims", "nobody".
_TO_THEM: Final = re.compile(
    r"(?! (?:nobody|no|none)\b)(?:(?: at least)?"
    r"(?: (?!(?:at|because|in|near|for|after|over|from|by|as|that|and|but|no)\b)[\w',-]+){0,4}? "
    rf"(?:them|people|persons|participants|rows?|{any_of('crowd', *PROTEST[:2])})\b"
    r"| (?:at least |about |around |some |more than |over |nearly |up to )?"
    rf"(?:several|{any_of('vague number')}|(?P<number>[\w,-]+?))"
    r"(?=[.,;]|$| (?:and|for|after|who|near|in|at|on|during|including)\b))"
)
#: "After a lorry had come under fire there": what was before, and leads to what is told.
_BACKGROUND: Final = re.compile(r"\b(?:after|because|since) (?:[\w'-]+ ){1,6}had (?:[\w'-]+ ){0,4}$")
#: What others do afterwards to those who attacked: "air support later struck the fleeing raiders".
_AFTERWARDS: Final = re.compile(
    rf"(?=.*\b{any_of('done afterwards')}\b).*\b(?:the|fleeing|retreating) (?:fleeing |retreating )?"
    rf"(?:men|{any_of('armed men', 'attacker')})\b"
)
_FOUND_DEAD: Final = re.compile(r"(?:was |were |been )*(?:found|discovered|recovered)|bod(?:y|ies)\b|corpses?\b|died in c")
#: "Snatched on Monday, when a guard was clubbed to death".
_AT_WHICH: Final = re.compile(r",? (?:when|where|during which|in which) (?:[\w'-]+ ){1,4}(?:was |were |is |are |died|lost)")
_CAUSE: Final = re.compile(rf"\b{any_of('cause of a protest')}(?: [\w'-]+){{0,5}} $")
#: Who lays down arms and gives himself up is not arrested.
_GIVES_UP: Final = re.compile(r".*\b(?:\w+selves|himself|herself|surrender\w*)\b")
_LETHAL: Final = "Excessive force against protesters"
#: What is done to bombs that were found, and hurts nobody: "discovered and safely detonated two".
_FOUND: Final = ("Remote explosive/landmine/IED", "Grenade")
_WENT_OFF: Final = re.compile(any_of("went off"))
#: What somebody only has on: "girls strapped with explosives".
_WORN: Final = re.compile(r"wearing|carrying|(?:explosives )?strapped")
_NOT_GONE_OFF: Final = frozenset(("Disrupted weapons use", "Arrests", "Armed clash"))


def best_of(pieces: Sequence[Piece]) -> Trigger | None:
    """The words that tell best what happened.

    They are of the piece that begins the account, or of one of the next where that has a general word alone. Of a protest
    that the police broke up, or that somebody died of, and of people who were arrested and are gone, the end tells most.

    Args:
        pieces: of one account, in the order of the text.
    """
    best = _best_of(pieces)
    if best and best.kind == "Protest with intervention" and best.rule == "crowd":
        return _ends_as(best, _LETHAL, ((fate, best.spans[-1]) for fate in _deaths(pieces[1:])), kind_of_crowd, pieces)
    if best and best.kind == "Peaceful protest":
        broken = ((done, of) for done in _broken_up(pieces[: 1 + _SOON]) for of in _nouns_of(best.spans[-1], pieces))
        return _ends_as(best, "Protest with intervention", broken, kind_of_crowd, pieces)
    if best and best.kind == "Arrests":
        gone = ((best.spans[0], sign) for sign in _gone(pieces[:_SOON]))
        return _ends_as(best, SEIZURES[0], gone, kind_of_seizure, pieces)
    return best


def _ends_as(
    best: Trigger,
    kind: str,
    ends: Iterable[tuple[_Span, _Span]],
    kind_of: Callable[[str], str | None],
    pieces: Sequence[Piece],
) -> Trigger:
    """The words for an event with those for its end, where the two tell another kind together."""
    for spans in ends:
        words = (next(_words_of(span, pieces), "") for span in spans)
        if kind_of(" ".join(map(normalised_words, words))) == kind:
            return replace(best, kind=kind, spans=spans)
    return best


def _words_of(span: _Span, pieces: Sequence[Piece]) -> Iterator[str]:
    return (p.sentence.words(*span) for p in pieces if p.sentence.start <= span[0] and span[1] <= p.sentence.end)


def _deaths(pieces: Sequence[Piece]) -> Iterator[_Span]:
    """The words that say that people died who are no forces, whole and by the first: "died of their wounds", "died"."""
    for piece in pieces:
        for count in piece.counts:
            if count.of == "killed" and count.low and "armed" not in standings_of(count.whom or ""):
                start, end = count.spans[-1]
                yield start, end
                yield start, start + len(piece.sentence.words(start, end).split()[0])


def _broken_up(pieces: Sequence[Piece]) -> Iterator[_Span]:
    """The words that say what forces did to those who protested, after that was told: "police detained 37 of them"."""
    for piece in pieces[1:]:
        line, begin = piece.sentence.line, piece.sentence.start
        if piece.days or _is_elsewhere(piece, pieces[0]):
            continue
        for done in _FORCE_DID.finditer(line, piece.start - begin, piece.end - begin):
            whom = _TO_THEM.match(line, done.end())
            if whom and (whom["number"] is None or number(whom["number"])):
                yield begin + done.start("did"), begin + done.end("did")


def _is_elsewhere(piece: Piece, first: Piece) -> bool:
    """Whether a piece names another place than the first one: not just a square or a street."""
    return bool(piece.place and first.place and piece.place.level != "site" and piece.place.name != first.place.name)


def _nouns_of(protest: _Span, pieces: Sequence[Piece]) -> Iterator[_Span]:
    """The words for a protest, whole, and the first and the last of them: "held rallies", "rallies"."""
    words = next(_words_of(protest, pieces), "").split()
    yield protest
    if len(words) > 1:
        yield protest[0], protest[0] + len(words[0])
        yield protest[1] - len(words[-1]), protest[1]


def _gone(pieces: Sequence[Piece]) -> Iterator[_Span]:
    """The words that say that people are gone: "their whereabouts are unknown"."""
    for piece in pieces:
        if sign := signs_of_seizure("taken and gone").search(piece.sentence.line):
            yield piece.sentence.start + sign.start(), piece.sentence.start + sign.end()


def _best_of(pieces: Sequence[Piece]) -> Trigger | None:
    first, later = pieces[0], pieces[1 : 1 + _LATER]
    told = _telling(first, first.news or first.happened) or _telling(first, first.happened)
    best = max(told, key=_plainly, default=None)
    if best and best.rule == "toll" and first.news:  # "two men were killed in the blast"
        best = max((best, *(t for t in _telling(first, first.happened) if not t.generic)), key=lambda t: t.weight)
    if best and best.kind not in _OPEN_ENDED and not best.generic and best.kind != "Attack" and best.rule != "toll":
        return best
    if best and _is_shot_at(first):
        best = next((t for p in later for t in p.happened if t.kind == "Attack" and t.rule == "toll"), best)
    answered = best is not None and best.kind in _KILLS
    further = (
        t
        for p in later
        if not (answered and _AFTERWARDS.match(p.plain))
        for t in _telling(p, p.happened)
        if not t.generic and t.rule != "harm"
    )
    may_be = _what_it_may_be(best, pieces)
    finer = max((t for t in further if may_be(t.kind)), key=lambda t: t.weight, default=None)
    return finer if finer and (best is None or finer.weight > best.weight) else best


#: Of a protest the end may be told later, of a blast that a bomber set it off, of looting that somebody died of it, of a
#: clash that ground was taken.
_OPEN_ENDED: Final = (
    "Peaceful protest",
    *ENDS_OF_PROTESTS,
    "Remote explosive/landmine/IED",
    "Looting/property destruction",
    "Armed clash",
)


def _plainly(trigger: Trigger) -> tuple[int, bool]:
    """How well words tell what happened: of two that weigh the same those that can be no other kind."""
    return trigger.weight, not trigger.generic and trigger.rule != "toll"


def _what_it_may_be(best: Trigger | None, pieces: Sequence[Piece]) -> Callable[[str], bool]:
    """What tells whether words of a later piece may be of the same kind of event as the best ones of the first."""
    first = pieces[0]
    kind = best.kind if best else None
    hurt = any(count.low for piece in pieces for count in piece.counts)
    if kind == "Looting/property destruction":
        return lambda other: hurt and other in ("Attack", "Mob violence")
    if best and kind == "Armed clash" and not best.generic and best.rule != "toll":
        return lambda other: other in GROUND_TAKEN
    if kind == "Remote explosive/landmine/IED":
        return lambda other: other == "Suicide bomb"
    if kind in _OPEN_ENDED and kind != "Armed clash":
        return lambda other: other in ENDS_OF_PROTESTS
    never = {*(_IN_A_FIGHT if _fights(first) else ())}
    if best and _begins(_RAID, best, first):
        never.update(_BESIDE_GUNS)
    if kind == "Attack" and _befell_civilians(first):
        never.update(_NOT_OF_THE_SAME)
    killed = any(count.of == "killed" and count.low for count in first.counts)
    if best and kind in _KILLS and (best.rule == "toll" or killed):
        never.update(_BESIDES_KILLING)
    return lambda other: other in VIOLENT - never


def _telling(piece: Piece, triggers: Sequence[Trigger]) -> list[Trigger]:
    """The words for events of a piece that may tell its kind."""
    before = [t for t in triggers if _BACKGROUND.search(piece.sentence.before(t.spans[0][0]))]
    if before and any(t.rule != "toll" and t.spans[0][0] < before[0].spans[0][0] for t in triggers if t not in before):
        triggers = [t for t in triggers if t not in before]
    kinds = {t.kind for t in triggers}
    given = [*_given_way(piece, triggers, kinds), *_beside_the_dead(piece, triggers, kinds)]
    return [t for t in triggers if not any(gives_way(t) for gives_way in given)]


def _given_way(piece: Piece, triggers: Sequence[Trigger], kinds: set[str]) -> Iterator[Callable[[Trigger], bool]]:
    """What tells which words give way to others of a piece.

    The mortars of two sides that fight are a part of the fight, and so is what ground was taken with, and what is thrown
    beside guns; bombs that were found are blown up; troops who raid a house search it; who gives himself up is not arrested; of
    people who are arrested and arms that are found the first tells; a belt that was worn and did not go off is found.
    """
    if _fights(piece):
        yield lambda t: t.rule == "pair" and t.kind in _IN_A_FIGHT
    if any(t.kind in GROUND_TAKEN and t.happened for t in triggers):
        yield lambda t: t.kind in _TAKES_GROUND_WITH
    if not kinds.isdisjoint(_KILLS):
        yield lambda t: t.kind == "Looting/property destruction"
        if _SMALL_ARMS.search(piece.plain):
            yield lambda t: t.kind in _BESIDE_GUNS
    ends = [t for t in triggers if t.kind in _ENDS_OF_SEARCHES and not _WHO_HAD.search(piece.sentence.before(t.spans[0][0]))]
    if ends:  # "arrested two men and found a rifle", "found a rifle and arrested two men"
        first = min(ends, key=lambda t: t.spans[0][0])
        yield lambda t: t.kind in _ENDS_OF_SEARCHES and t.kind != first.kind
    if _is_worn_only(piece):
        yield lambda t: t.kind == "Suicide bomb" and _begins(_WORN, t, piece)
    if not any(count.low for count in piece.counts):
        if not kinds.isdisjoint(_ENDS_OF_SEARCHES):
            yield lambda t: t.kind in _KILLS and _begins(_RAID, t, piece)
        exploded = any(t.kind in _FOUND and _begins(_WENT_OFF, t, piece) for t in triggers)
        if "Disrupted weapons use" in kinds and not exploded:
            yield lambda t: t.kind in _FOUND
    if "Violent demonstration" in kinds:
        yield lambda t: t.kind == "Armed clash" and t.rule == "pair"
    if "Change to group/activity" in kinds:
        yield lambda t: t.kind == "Arrests" and _begins(_GIVES_UP, t, piece)


def _beside_the_dead(piece: Piece, triggers: Sequence[Trigger], kinds: set[str]) -> Iterator[Callable[[Trigger], bool]]:
    """What tells which words give way to those who died.

    Who kills, and takes people or goods away, attacks, unless he took others first; who was shot at and has no arms was
    attacked, whoever answered, unless forces did; soldiers who died when something blew up died of that; who died before a
    protest is its cause.
    """
    protest = min((t.spans[0][1] for t in triggers if t.kind == "Peaceful protest"), default=None)
    causes = [t for t in triggers if protest and t.kind in _KILLS and _is_cause(piece, protest, t.spans[0][0])]
    yield causes.__contains__
    if not causes and not kinds.isdisjoint(_KILLS) and any(count.of == "killed" and count.low for count in piece.counts):
        yield lambda t: t.kind in _BESIDES_KILLING and not _took_others(t, piece)
    if any(t.kind == "Attack" and t.rule == "toll" for t in triggers) and not any(map(_is_of_fighters, triggers)):
        yield lambda t: t.kind == "Armed clash" and bool(_ONE_SIDED.search(piece.sentence.words(*t.spans[0])))
    struck = min((t.spans[-1][1] for t in triggers if t.kind == "Attack" and not t.generic), default=None)
    if struck is not None:
        yield (
            lambda t: (
                t.kind == "Armed clash" and struck <= t.spans[0][0] and _begins(_ANSWERS, t, piece) and not _by_forces(t, piece)
            )
        )
    if any(t.kind == "Remote explosive/landmine/IED" and t.generic and t.happened for t in triggers):
        active = {count.spans[-1] for count in piece.counts if count.rule == "active"}
        yield lambda t: t.rule == "toll" and t.spans[0] not in active


def _is_worn_only(piece: Piece) -> bool:
    """Whether nothing went off of what somebody had on, who was caught or killed: "intercepted a girl wearing a vest"."""
    told = piece.happened
    blasts = (t for t in told if t.kind in ("Suicide bomb", "Remote explosive/landmine/IED"))
    return any(t.kind in _NOT_GONE_OFF for t in told) and all(_begins(_WORN, t, piece) for t in blasts)


def _by_forces(trigger: Trigger, piece: Piece) -> bool:
    """Whether forces did what words tell, who stand before them: "the mujahideen had returned fire"."""
    return bool(_FORCES_DO.search(piece.sentence.before(trigger.spans[0][0])))


def _took_others(taken: Trigger, piece: Piece) -> bool:
    """Whether others were killed after people were taken, or these were found dead later.

    "Took two nurses, killed a guard", "was seized at a fair, where a guard was killed", "abducted a trader, found dead in May".
    """
    if taken.kind != "Abduction/forced disappearance":
        return False
    end, words = taken.spans[0][1], piece.sentence.words
    killed = [count.spans for count in piece.counts if count.of == "killed" and count.low]
    active = {count.spans for count in piece.counts if count.rule == "active"}
    return all(
        end < spans[-1][0]
        and (
            spans[-1][0] < spans[0][0]
            if spans in active
            else bool(_FOUND_DEAD.match(words(*spans[-1])) or _AT_WHICH.search(words(end, spans[-1][0])))
        )
        for spans in killed
    )


def _is_cause(piece: Piece, protest: int, event: int) -> bool:
    """Whether an event is what people protest against: "a vigil for a slain student", "marched over the killing of"."""
    return protest < event and bool(_CAUSE.search(piece.sentence.words(protest, event)))


def _is_of_fighters(trigger: Trigger) -> bool:
    """Whether words say that it befell fighters: "killed ... three soldiers", "fired ... at a post"."""
    return trigger.kind == "Armed clash" and (trigger.rule != "term" or len(trigger.spans) > 1)


def _begins(pattern: re.Pattern[str], trigger: Trigger, piece: Piece) -> bool:
    """Whether the first words of a trigger begin with those of a pattern."""
    return bool(pattern.match(piece.sentence.words(*trigger.spans[0])))


def _is_shot_at(piece: Piece) -> bool:
    """Whether all that a piece tells is fire of one side at nobody who fights: "unprovoked firing"."""
    told = piece.happened
    return all(
        t.kind == "Armed clash" and _ONE_SIDED.search(piece.sentence.words(*t.spans[0])) and not _is_of_fighters(t)
        for t in told
    )


def _befell_civilians(piece: Piece) -> bool:
    """Whether a piece says that those whom it befell were no fighters; "people", a bare number and a raid leave it open."""
    told = (t for t in piece.happened if t.kind == "Attack" and t.rule != "term" and not _begins(_RAID, t, piece))
    whom = (piece.sentence.words(*t.spans[-1]) for t in told)
    return any("armed" not in standings_of(words) and not _is_open(words) for words in whom)


def _is_open(words: str) -> bool:
    """Whether words say of nobody who they were: "three", "14 people"."""
    return all(number(word) is not None or word in cue_words("of nobody") for word in normalised_words(words).split())


def _fights(piece: Piece) -> bool:
    """Whether a piece says that two sides fought."""
    clashes = (t for t in piece.happened if t.kind == "Armed clash")
    return any(_BOTH_SIDES.match(piece.sentence.words(*t.spans[0])) for t in clashes)
