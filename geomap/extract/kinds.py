"""What a sentence says happened: words for an event, which of them tell of one that took place, and of what kind it was."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import Final

from geomap.articles import Lexicon, bare
from geomap.extract.arms import CARRIERS, PASSIVE, SPEAKS, is_other, is_worker, may_fall, stands_for, used_alone, whom_of, whose
from geomap.extract.beside import Beside
from geomap.extract.counted import Counted
from geomap.extract.frames import ARMED, in_frame
from geomap.extract.ground import taker, takings
from geomap.extract.kinds_ranked import QUIET, VIOLENT
from geomap.extract.mere_names import more_than_names
from geomap.extract.phrases import Found, of_field
from geomap.extract.protests import with_crowds
from geomap.extract.seizures import seizures
from geomap.extract.text import Sentence
from geomap.extract.triggers import NOUN, THE, ManyEvents, Trigger, trigger_of
from geomap.language import normalised_words
from geomap.vocabulary import (
    GROUND_TAKEN,
    OF_CROWDS,
    SEIZURES,
    any_of,
    cue_words,
    is_done,
    kind_of_seizure,
    kinds_apart_in,
    seizing_verbs,
    side_words,
    standings_of,
    taking_verbs,
)

#: So many tokens may stand between what was done and to whom, or with what: "with" and the like reach farther.
_FARTHEST, _FARTHEST_MEANS = 12, 24

_NO_EVENT_AFTER: Final = re.compile(rf"[- ]{any_of('no event after')}\b")
_CAUGHT: Final = re.compile(rf" {any_of('caught and not arrested')}\b")
#: "The fishermen's strike in Milltown": nobody is hit.
_STOPPAGE: Final = re.compile(r"(?:men's|s'|\b(?:general|hunger|labou?r|rail|bus|transport|one-day|indefinite|solidarity)) $")
_STRIKE: Final = re.compile(any_of("strike"))

#: Those whose wounding of somebody is an attack: a crash wounds people, too.
_ARMED_MEN: Final = re.compile(rf"\b{any_of('attacker', 'armed men')} (?:(?:have|had|also) )?$")
#: What wounds people and is no accident, after "was wounded": "by a shot", "by gunmen", "as a result of fire from there".
_BY_FIRE: Final = re.compile(
    rf"[^.;]{{0,40}}\b(?:by|from|of|in|under|when|after|during)\b[^.;]{{0,40}}\b{any_of('fire on people')}\b"
    rf"|[^.;]{{0,40}}\bby (?:[\w-]+ ){{0,3}}{any_of('attacker', 'armed men')}\b"
)
_DEED: Final = re.compile(rf"\b{any_of('deed')}\b")
_MEANS: Final = re.compile(r"\b(?:with|by|using)(?: \S+){0,4} $")
_OTHER_CLAUSE: Final = re.compile(r";|\b(?:while|after|but)\b|^[^(]*\)|\([^)]*$")
_SAYS: Final = re.compile(rf"\b{any_of('said after a place')}\b")
_AT_A_PLACE: Final = re.compile(r" (?:in|on|near|at|by|when|during)\b")
#: Those who are many and no armed group: what they do to somebody is no attack.
_CROWD: Final = re.compile(r"\b(?:crowds?|mobs?|vigilantes)\b")
#: What is won at the polls, or overrun by fans.
_NO_GROUND: Final = re.compile(rf"\b{any_of('no ground taken')}\b")
#: What stands between those who did something and their deed, and leaves it undone: "the army denied that it had lost".
_MEANT: Final = re.compile(rf"\b(?:{any_of('hypothesis', 'denies')}|not|never|cannot)\b")
_SIDES: Final = ("any armed side", "who serves a state", "who fights a state")
#: How ground is taken that others left: "moved in unopposed", "under the accord".
_IN_PEACE: Final = re.compile(rf"\b{any_of('taken in peace')}\b")
#: Of two kinds that one verb tells, that which is told with more: "took away ... tons of", "militants ... surrendered".
_TOLD_BETTER: Final = (
    ("Looting/property destruction", "Abduction/forced disappearance"),
    ("Looting/property destruction", "Attack"),  # "nets were hacked to pieces"
    ("Change to group/activity", "Arrests"),
    ("Non-violent transfer of territory", "Change to group/activity"),
    ("Attack", "Abduction/forced disappearance"),  # "dragged from their homes and shot"
)
_FINDS: Final = ("Disrupted weapons use",)
#: "Opened fire on a van that did not stop at its checkpoint": on what, it said before.
_ELSEWHERE: Final = re.compile(r"\b(?:on|at|upon|that|which|who|when|while)\b")
_LOOTS: Final = ("Looting/property destruction",)
_POLICE: Final = re.compile(rf"\b{any_of('takes by law')}\b")
#: What a weapon does that is found or shot down before it harms anybody: "drones launched overnight", "a bomb planted".
_ON_ITS_WAY: Final = re.compile(rf"{any_of('on its way')}\b")


def read_triggers(
    sentence: Sentence,
    terms: Sequence[Found],
    counts: Sequence[Counted],
    vocabulary: Lexicon,
    beside: Beside,
) -> list[Trigger]:
    """The words for events of a sentence, alone and in pairs, in its order.

    Args:
        sentence: where to read.
        terms: its terms, of "sub_event_type", "weapon", "target", "casualty" and "who".
        counts: how many it says were killed or injured.
        vocabulary: the names and terms.
        beside: what else it holds; where it says when and where, a weapon alone tells what happened: "drove over a mine".
    """
    many = ManyEvents(sentence)
    found = [
        trigger_of(f.value, ((f.start, f.end),), f.first, sentence, many, "term")
        for f in of_field(terms, "sub_event_type")
        if not _is_part_of_more(sentence, f.start, f.end) and not _begins_a_name(f, terms)
    ]
    tolls = list(_tolls(sentence, terms, counts, many, vocabulary))
    found += tolls
    whole = [trigger.spans[0] for trigger in found]
    pairs = _pairs(sentence, terms, {toll.spans[0] for toll in tolls}, many, vocabulary)
    found += [
        pair
        for pair in pairs
        if not any(_lies_in(pair.spans[-1], one) or (pair.rule == "harm" and pair.spans[-1] == one) for one in whole)
    ]
    apart = [*_apart(sentence, many, vocabulary)]
    found = [t for t in found if len(t.spans) > 1 or not any(_says_more(one, t) for one in apart)]
    if apart:
        tells = more_than_names(sentence, terms, counts, reports=bool(beside.where))
        found += [
            one
            for one in apart
            if _takes_and_kills(one, sentence) or not any(t.kind == one.kind and _meet(t, one) and tells(t) for t in found)
        ]
    if any(one.kind in QUIET and one.rule == "apart" for one in found):  # what is done tells more than what is only named
        found = [one for one in found if one.kind not in QUIET or one.rule == "apart"]
    befell = {one.spans[0] for one in found if _befell_others(one, sentence)}
    befell |= _at_others(found, sentence)
    found = [one for one in found if one.rule != "term" or one.kind != "Armed clash" or one.spans[0] not in befell]
    ground = [*_of_ground(sentence, terms, found, beside, many, vocabulary)]
    found = [*ground, *(t for t in found if t.kind not in GROUND_TAKEN and not any(_begin_alike(t, one) for one in ground))]
    taken = [*_seizures(sentence, terms, found, many, vocabulary)]
    slain = [one for one in found if _takes_and_kills(one, sentence)]
    found = [*taken, *(one for one in found if one in slain or not any(_gives_way(one, more) for more in taken))]
    hurt = any(count.low for count in counts)
    found = [one for one in found if not any(_tells_better(t, one, sentence, hurt=hurt) for t in found)]
    found = with_crowds(found, sentence, counts, many)
    if all(t.rule == "toll" for t in found) and (alone := [*used_alone(sentence, terms)]) and (found or beside.where):
        words = ((f, vocabulary.meaning("sub_event_type", normalised_words(sentence.words(f.start, f.end)))) for f in alone)
        found += [trigger_of(kind, ((f.start, f.end),), f.first, sentence, many, "weapon") for f, kind in words if kind]
    if not found:
        return []
    tells = more_than_names(sentence, terms, counts, reports=bool(beside.where))
    return sorted(in_frame([*filter(tells, found)], sentence, counts), key=lambda trigger: trigger.at)


def _at_others(found: Sequence[Trigger], sentence: Sentence) -> set[tuple[int, int]]:
    """The verbs that say alone that forces were attacked, where what they name is none of theirs: "stormed a farm"."""
    pairs = [one for one in found if len(one.spans) > 1 and one.kind in ("Attack", "Armed clash")]
    pairs = [one for one in pairs if not sentence.words(*one.spans[0]).startswith("ambush")]  # "ambushed a convoy"
    fought = {one.spans[0] for one in pairs if one.kind == "Armed clash"}
    return {one.spans[0] for one in pairs if not standings_of(sentence.words(*one.spans[-1]))} - fought


def _takes_and_kills(one: Trigger, sentence: Sentence) -> bool:
    """Whether words say that people were taken and killed: "dragged ... and shot"."""
    return one.kind == "Attack" and len(one.spans) > 1 and bool(seizing_verbs().fullmatch(sentence.words(*one.spans[0])))


def _befell_others(pair: Trigger, sentence: Sentence) -> bool:
    """Whether words say that what may befall forces befell somebody else: "a clinic came under fire"."""
    verb, whom = (sentence.words(*span) for span in (pair.spans[0], pair.spans[-1]))
    of_itself = pair.rule == "pair" and verb in cue_words("passive of itself") and verb in cue_words("general word")
    return of_itself and pair.kind == "Attack" and whom not in cue_words("anybody's vehicle")


def _is_part_of_more(sentence: Sentence, start: int, end: int) -> bool:
    """Whether words for an event go on as something else: "a strike team", "were caught in the crossfire"."""
    after = sentence.after(end)
    caught = sentence.words(start, end).endswith("caught") and _CAUGHT.match(after)
    stoppage = sentence.words(start, end) in ("strike", "strike in", "strike at") and _STOPPAGE.search(sentence.before(start))
    return bool(caught or stoppage or _NO_EVENT_AFTER.match(after))


def _begins_a_name(event: Found, terms: Sequence[Found]) -> bool:
    """Whether words begin a longer name for a weapon or for people: "attack drones", "riot police"."""
    return any(f.first == event.first and f.last > event.last for f in of_field(terms, "weapon", "who"))


def _lies_in(noun: tuple[int, int], term: tuple[int, int]) -> bool:
    """Whether a word belongs to a longer one: the "mortar shell" of "hit a mortar shell with"."""
    return term[0] < noun[0] and noun[1] <= term[1]


def _is_within(part: tuple[int, int], whole: tuple[int, int]) -> bool:
    return whole[0] <= part[0] and part[1] <= whole[1]


def _gives_way(one: Trigger, taken: Trigger) -> bool:
    """Whether words tell less than that people were taken: "went off", of those who "went off with" somebody."""
    apart = one.rule == "apart" and one.kind in SEIZURES and _meet(one, taken)
    return apart or _is_within(one.spans[0], taken.spans[0])


def _tolls(
    sentence: Sentence, terms: Sequence[Found], counts: Sequence[Counted], many: ManyEvents, vocabulary: Lexicon
) -> Iterator[Trigger]:
    """Kinds told by the dead, or those whom armed men wounded, and their number: "four pickers were killed"."""
    deaths = any(count.of == "killed" and count.low for count in counts)
    armed = next((m for m in ARMED.finditer(sentence.line) if is_done(m[0])), None) if deaths else None
    for count in counts:
        fate = count.spans[-1]
        if (
            armed
            and count.low
            and count.of == "killed"
            and sentence.words(*fate).removesuffix(" of") in cue_words("noun of fate")
        ):
            fate = (sentence.start + armed.start(), sentence.start + armed.end())  # "a raid resulted in five deaths"
        verb = bare(normalised_words(sentence.words(*fate))).removeprefix("was ").removeprefix("were ")
        wounded_by = count.of == "injured" and _BY_FIRE.match(sentence.after(fate[1]))
        both = count.of == "injured" and "armed" in standings_of(count.whom or "") and deaths
        done = (
            wounded_by
            or both
            or count.of == "killed"
            or (count.rule == "active" and _ARMED_MEN.search(sentence.before(fate[0])))
        )
        for people in count.spans[:-1] if done and count.low and is_done(verb) else ():
            whom = stands_for(sentence, people, count.spans[-1], terms) or whom_of(sentence, people)
            words = normalised_words(sentence.words(*whom))
            if (kind := vocabulary.meaning("sub_event_type", f"{verb} {words}")) and kind not in OF_CROWDS:
                yield trigger_of(kind, (fate, whom), count.at, sentence, many, "toll")


def _pairs(
    sentence: Sentence, terms: Sequence[Found], counted: Collection[tuple[int, int]], many: ManyEvents, vocabulary: Lexicon
) -> Iterator[Trigger]:
    """Kinds told by two words together: what was done, and to whom or with what; of what is counted, the count says whom."""
    nouns = [f for f in of_field(terms, "weapon", "target", "who") if not is_other(f, sentence, terms)]
    harmed = {  #: an accident does so, too, but stabs nobody
        (f.start, f.end)
        for f in of_field(terms, "casualty")
        if f.value != "killed" and sentence.words(f.start, f.end) not in cue_words("wounds by hand")
    }
    seen: set[tuple[str, int]] = set()
    for (start, end), at in sorted(_deeds(sentence, terms).items()):
        verb = normalised_words(sentence.words(start, end))
        if not is_done(verb):
            continue
        told = (start, end) in counted  #: by people or a target: the nearest alone
        near = [noun for noun in nouns if abs(noun.first - at) <= _FARTHEST_MEANS]
        for noun in sorted(near, key=lambda f: (f.field != "weapon", abs(f.first - at))):
            if (noun.start < end and start < noun.end) or (told and noun.field != "weapon"):
                continue
            if not (_stand_together(noun, (start, end), at, sentence) and may_fall(noun, verb, (start, end), sentence)):
                continue
            to = whose(sentence, noun)
            kind = vocabulary.meaning("sub_event_type", f"{verb} {normalised_words(sentence.words(*to))}")
            if kind is None or (kind, at) in seen or kind in (*GROUND_TAKEN, *OF_CROWDS):
                continue
            used = noun.field == "weapon" and not (kind == "Armed clash" and noun.value in CARRIERS)
            if (kind in _LOOTS and _is_search(sentence, start, end)) or (used and kind == "Armed clash"):
                continue  # "opened fire on the crew from sniper rifles"
            if (start, end) in harmed and noun.value in CARRIERS - {"drone"}:
                continue  # "the wounded were flown out by helicopter"
            if not used and ((start, end) in harmed or not _is_object(verb, noun, start, end, sentence)):
                continue
            told = told or noun.field != "weapon"
            seen.add((kind, at))
            dies = verb in cue_words("passive of itself") - cue_words("general word")
            rule = "harm" if (start, end) in harmed else "toll" if dies else "pair"
            yield trigger_of(kind, ((start, end), to), at, sentence, many, rule)


def _is_search(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a raid is one of the police, who loot nothing: "prosecutors raided seven houses"."""
    return sentence.words(start, end).startswith("raid") and bool(_POLICE.search(sentence.before(start)))


def _apart(sentence: Sentence, many: ManyEvents, vocabulary: Lexicon) -> Iterator[Trigger]:
    """Kinds told by words with others between them: "captured the army's last big base"."""
    for kind, match in kinds_apart_in(sentence.line):
        spans = tuple((sentence.start + start, sentence.start + end) for start, end in match.regs[1:])
        was_hit = kind == "Air/drone strike" and PASSIVE.search(sentence.before(spans[-1][0]))  # "a helicopter was hit"
        if was_hit or _is_part_of_more(sentence, *spans[-1]) or (kind in _FINDS and is_worker(sentence.after(spans[-1][1]))):
            continue
        apart = kind == "Armed clash" and len(spans) > 2 and _ELSEWHERE.search(sentence.words(spans[0][1], spans[1][0]))
        if apart or (kind in _LOOTS and _is_search(sentence, *spans[0])):
            continue
        words = " ".join(normalised_words(sentence.words(*span)) for span in spans)
        crowd = _CROWD.search(sentence.line, 0, match.start()) if kind == "Attack" else None
        if crowd and vocabulary.meaning("sub_event_type", f"{crowd[0]} {words}") == "Mob violence":
            who = (sentence.start + crowd.start(), sentence.start + crowd.end())
            yield trigger_of("Mob violence", (who, *spans), sentence.index(who[0]), sentence, many, "apart")
            continue
        if vocabulary.meaning("sub_event_type", words) == kind:
            doer = len(spans) > 1 and sentence.words(*spans[0]) in cue_words(*_SIDES)
            if not (doer and kind in (*QUIET, *GROUND_TAKEN) and _MEANT.search(sentence.words(spans[0][1], spans[1][0]))):
                yield trigger_of(kind, spans, sentence.index(spans[0][0]), sentence, many, "apart")


def _of_ground(
    sentence: Sentence,
    terms: Sequence[Found],
    found: Sequence[Trigger],
    beside: Beside,
    many: ManyEvents,
    vocabulary: Lexicon,
) -> Iterator[Trigger]:
    """The words that tell of ground that is taken, each by who takes it."""
    left = any(one.kind == "Non-violent transfer of territory" and one.rule == "apart" for one in found)
    if _NO_GROUND.search(sentence.line) or (left and _IN_PEACE.search(sentence.line)):
        return
    told = [one for one in found if one.kind in GROUND_TAKEN]
    spans: list[tuple[Trigger | None, tuple[int, int]]] = [(one, one.spans[0]) for one in told]
    known = [one.spans[0] for one in told]
    spans += [(None, verb) for verb in takings(sentence, beside) if not any(a <= verb[0] < b for a, b in known)]
    for one, verb in spans:
        apart = one is not None and one.rule == "apart"
        if one and apart and any(side_words().search(sentence.words(*span)) for span in one.spans):
            yield one  # it says who took it
            continue
        who = taker(sentence, terms, *verb)
        takes = taking_verbs().fullmatch(sentence.words(*verb))
        parts = ((*one.spans, who) if one and apart and not takes else (verb, who)) if who else (verb,)
        kind = vocabulary.meaning("sub_event_type", " ".join(normalised_words(sentence.words(*part)) for part in parts))
        if kind not in GROUND_TAKEN or not (one or who):
            yield from (one,) if one else ()
        elif one:
            yield replace(one, kind=kind, spans=parts) if kind != one.kind else one
        else:
            yield trigger_of(kind, parts, sentence.index(verb[0]), sentence, many, "ground")


def _seizures(
    sentence: Sentence, terms: Sequence[Found], found: Sequence[Trigger], many: ManyEvents, vocabulary: Lexicon
) -> Iterator[Trigger]:
    """The words that tell of people who are taken away, by law or by force."""
    kinds = {one.kind for one in found if one.rule != "apart"}
    others = [one.spans[0] for one in found if one.kind not in SEIZURES]
    for spans in seizures(sentence, terms):
        words = " ".join(normalised_words(sentence.words(*span)) for span in spans)
        kind = kind_of_seizure(words)
        if kind is None or kind in kinds or vocabulary.meaning("sub_event_type", words, kind) != kind:
            continue
        if not any(_is_within(spans[0], other) and spans[0] != other for other in others):
            yield trigger_of(kind, spans, sentence.index(spans[0][0]), sentence, many, "apart")


def _begin_alike(one: Trigger, other: Trigger) -> bool:
    """Whether two triggers begin with the same verb: the town that was "captured by rebels" was not abducted."""
    return one.spans[0][0] == other.spans[0][0]


def _says_more(apart: Trigger, term: Trigger) -> bool:
    """Whether words apart say what was done with what a term only names: "suicide bomber" and "attacked"."""
    begins = apart.kind == "Suicide bomb" and _begin_alike(apart, term)
    return apart.kind == term.kind and (begins or (apart.kind in QUIET and _meet(apart, term)))


def _tells_better(one: Trigger, other: Trigger, sentence: Sentence, *, hurt: bool) -> bool:
    """Whether of two triggers that share a word one tells what came of it: drones that were launched were shot down."""
    if not _meet(one, other):
        return False
    if one.kind != "Disrupted weapons use" or hurt:
        return (one.kind, other.kind) in _TOLD_BETTER
    same = one.spans[0][0] <= other.spans[0][0] < one.spans[0][1]  #: "hit upon", "a controlled explosion"
    return other.kind in VIOLENT and (same or bool(_ON_ITS_WAY.match(sentence.words(*other.spans[0]))))


def _meet(one: Trigger, other: Trigger) -> bool:
    """Whether two triggers stand on the same word."""
    return any(a < d and c < b for a, b in one.spans for c, d in other.spans)


def _deeds(sentence: Sentence, terms: Sequence[Found]) -> dict[tuple[int, int], int]:
    """Words for what was done: their offsets, and their first token."""
    spots = {
        (f.start, f.end): f.first
        for f in of_field(terms, "casualty")
        if is_done(normalised_words(sentence.words(f.start, f.end))) and not THE.search(sentence.before(f.start))
    }
    for match in _DEED.finditer(sentence.line):
        if sentence.line.startswith(" back against", match.end()):
            continue  # "hit back against air strikes": with what, it does not say
        start, end = sentence.start + match.start(), sentence.start + match.end()
        spots.setdefault((start, end), sentence.index(start))
    return spots


def _stand_together(noun: Found, deed: tuple[int, int], at: int, sentence: Sentence) -> bool:
    """Whether a word stands so near what was done that they may tell one event, in one clause."""
    means = noun.field == "weapon" and _MEANS.search(sentence.before(noun.start))
    gap = sentence.words(min(deed[1], noun.end), max(deed[0], noun.start))
    return abs(noun.first - at) <= (_FARTHEST_MEANS if means else _FARTHEST) and not _OTHER_CLAUSE.search(gap)


def _is_object(verb: str, noun: Found, start: int, end: int, sentence: Sentence) -> bool:
    """Whether people are those to whom something was done: after an active verb, before a passive one."""
    passive = bool(PASSIVE.search(sentence.before(start))) or verb in cue_words("passive of itself")
    if noun.end <= start and _SAYS.search(sentence.words(noun.end, start)):
        return False  # "the ministry says one of its posts came under fire"
    if noun.start >= end:
        of_a_noun = NOUN.fullmatch(verb) and "," in sentence.words(end, noun.start)  # "in an attack, gunmen ..."
        return not passive and not of_a_noun and not SPEAKS.match(sentence.after(noun.end))
    return passive or (verb in cue_words("done at a place") and bool(_AT_A_PLACE.match(sentence.after(end))))
