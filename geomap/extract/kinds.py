"""What a sentence says happened: words for an event, which of them tell of one that took place, and of what kind it was."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from geomap.articles import Lexicon
from geomap.extract.arms import CARRIERS, is_other, used_alone, whom_of
from geomap.extract.fates import Counted
from geomap.extract.phrases import Found, of_field
from geomap.extract.text import Sentence
from geomap.extract.unreal import is_unreal
from geomap.language import MONTHS, normalised_words
from geomap.vocabulary import any_of, cue_words, is_done, kinds_apart_in, standings_of

#: The finer a kind tells what happened, the more it counts among several in one account.
WEIGHT: Final = {
    "Suicide bomb": 95,
    "Chemical weapon": 90,
    "Sexual violence": 88,
    "Abduction/forced disappearance": 80,
    "Excessive force against protesters": 86,
    "Air/drone strike": 85,
    "Grenade": 84,
    "Shelling/artillery/missile attack": 82,
    "Remote explosive/landmine/IED": 81,
    "Mob violence": 74,
    "Non-state actor overtakes territory": 66,
    "Government regains territory": 66,
    "Armed clash": 60,
    "Attack": 50,
    "Looting/property destruction": 45,
    "Violent demonstration": 58,
    "Protest with intervention": 57,
    "Peaceful protest": 55,
    "Disrupted weapons use": 44,
    "Arrests": 43,
    "Headquarters or base established": 30,
    "Change to group/activity": 30,
    "Agreement": 20,
    "Non-violent transfer of territory": 20,
    "Other": 10,
}
#: Kinds that people suffer.
VIOLENT: Final = frozenset(kind for kind, weight in WEIGHT.items() if weight >= 50) - {
    "Violent demonstration",
    "Protest with intervention",
    "Peaceful protest",
}
#: What a protest may turn out to have been, some sentences on.
ENDS_OF_PROTESTS: Final = frozenset(
    ("Protest with intervention", "Excessive force against protesters", "Violent demonstration")
)
#: Diplomacy and the like, which is no incident of its own in an account of another.
QUIET: Final = frozenset(
    ("Agreement", "Other", "Headquarters or base established", "Change to group/activity", "Non-violent transfer of territory")
)

#: So many tokens may stand between what was done and to whom, or with what: "with" and the like reach farther.
_FARTHEST, _FARTHEST_MEANS = 12, 24

#: An event that another came after, and that nobody has told of: "a week after a bombing".
_CAME_AFTER_ONE: Final = re.compile(
    r"\b(?:(?:hour|day|week|fortnight|month|year)s? after|follow(?:s|ed)|heels of) (?:an?|another) (?:[\w'-]+ ){0,4}$"
)

#: Words for an event by themselves, and those among them for many without a number: "escalating attacks".
_OF_IT: Final = "(?: (?:on|against|in|by|of|near|at|with|between))?$"
_NOUN: Final = re.compile(rf"{any_of('event noun')}{_OF_IT}")
_PLURAL: Final = re.compile(rf"{any_of('events without number')}{_OF_IT}")
#: What is told by verb and noun together is told anew: "the army carried out air strikes".
_CARRIED_OUT: Final = re.compile(
    rf"\b{any_of('carried out')} (?!(?:the|these|those|this|that|both|all) )(?:[\w-]+ ){{0,4}}{any_of('event noun')}{_OF_IT}"
)
_TOOK_PLACE: Final = re.compile(rf"(?: [^.;]{{1,80}}?)? {any_of('took place after')}\b")
_WITH_NUMBER: Final = re.compile(rf"\b{any_of('events with number')}(?: \S+){{0,4}} $")
_NO_EVENT_AFTER: Final = re.compile(rf"[- ]{any_of('no event after')}\b")
_STRIKE: Final = re.compile(any_of("strike"))

#: Words before an event that was told before.
_THE: Final = re.compile(r"\b(?:the|these|those|this|that|both) (?:two |three |four |same |first |second )?$")
#: "Reported the arrest in Marsville of five men": what is reported is news.
_OF_SOMEBODY: Final = re.compile(
    r"(?: (?:in|at|near|on) [^,.;]{1,40}?)? of (?:at least |about |some |up to |around |nearly |more than )?"
    rf"(?:{any_of('begins a noun phrase')}|\d+)\b"
)
_REPORTED: Final = re.compile(rf"\b{any_of('reported news')} (?:that )?the $")
_DEFINITE: Final = re.compile(rf"\b(?:{any_of('definite')}|[a-z]+day's)(?: (?!(?:an?|another) )[a-z0-9-]+){{0,3}} $")
_SPOKEN_OF: Final = re.compile(rf"\b{any_of('spoken of')}(?: [\w'-]+){{0,5}} $")
_SPOKEN_ANEW: Final = re.compile(rf"\b{any_of('spoken of anew')}(?: (?!(?:an?|another) )[\w'-]+){{0,5}} $")
#: "An attack the day before that killed four": what follows tells anew what its noun tells anew.
_NEW_ONE: Final = re.compile(
    r"\b(?:an?|another) (?!(?:hour|day|week|month|year|few) )(?:(?!(?:an?|another) )[\w'-]+ ){1,6}that $"
)
_ORDINAL: Final = re.compile(rf"\b(?:\d+(?:st|nd|rd|th)|{any_of('ordinal')})(?: such| [a-z]+){{0,4}} $")
_ACCUSED: Final = re.compile(rf"\b{any_of('accused of')} $")
_SAME_ONES: Final = re.compile(
    rf"(?:^|\W)(?:the|these|those|both|his|her|their) (?:\w+ )?{any_of('the ones before')}"
    rf"(?! {any_of('no side of a fight')}\b)(?: \w+){{0,3}} $"
)

#: A month, without a day.
_OF_MONTHS: Final = rf"(?:{'|'.join(MONTHS)})(?:\ \d{{4}})?(?!\ \d)"
#: Many events together.
_AGGREGATE: Final = re.compile(
    rf"""\b(?: {any_of("many events")}
      | since\ (?:{any_of("since when")}|\d{{4}})
      | {any_of("of a long time")}(?:\ \w+)?\ {any_of("stretch of time")}
      | between\ \d{{4}}\ and\ \d{{4}} | from\ \d{{4}}\ to\ \d{{4}}
      | (?:between|from)\ {_OF_MONTHS}\ (?:and|to|through|until)\ {_OF_MONTHS}
      | (?:{any_of("how many events")}\ (?:\w+\ ){{0,3}}|\d\d+\ (?:\w+\ )?){any_of("events")}
      | \w+\ (?:of\ the\ |such\ |similar\ |other\ )?{any_of("counted events")}\ {any_of("counted over time")}
      | more\ than\ \d[\d,]*\ people\ have
      | (?:have|has)\ {any_of("policing verb", "done away with")}\ (?:\w+\ ){{0,2}}\d(?:\d\d|,\d{{3}})
    )\b""",
    re.VERBOSE,
)

#: Where a sentence goes on to tell one of many: "It was hit before: in August, raiders ...", "quiet since May 4, when ...".
_COLON: Final = re.compile(
    r"(?<=: )(?=(?:on|in|at|last|early|late)\b)|(?<=, )(?=when\b)"
    rf"|(?<= )(?=since (?!(?:{any_of('since when')}|\d+|the end|[a-z]+day|20\d\d)\b))"
)

#: What kills people and is no attack: an earthquake, a crash, a sentence that a court passed.
_MISFORTUNE: Final = re.compile(rf"\b{any_of('misfortune')}\b")
#: Those whose wounding of somebody is an attack: a crash wounds people, too.
_ARMED_MEN: Final = re.compile(rf"\b{any_of('attacker', 'armed men')} (?:(?:have|had|also) )?$")
#: What wounds people and is no accident, after "was wounded": "by a shot", "by gunmen", "as a result of fire from there".
_BY_FIRE: Final = re.compile(
    rf"[^.;]{{0,40}}\b(?:by|from|of|in|under|when|after|during)\b[^.;]{{0,40}}\b{any_of('fire on people')}\b"
    rf"|[^.;]{{0,40}}\bby (?:[\w-]+ ){{0,3}}{any_of('attacker', 'armed men')}\b"
)
#: What is an attack, whatever the weather: "attacked a post during a flood", "gunmen killed two".
_ARMED: Final = re.compile(rf"\b(?:{any_of('armed deed')}|{any_of('attacker')} (?:have |had )?(?:killed|wounded))\b")
_DEED: Final = re.compile(rf"\b{any_of('deed')}\b")
_MEANS: Final = re.compile(r"\b(?:with|by|using)(?: \S+){0,4} $")
#: Words before a weapon that was met with, or used: "drove over a mine", "was hit by rockets"; not "a workshop on mines".
_MET_WITH: Final = re.compile(
    rf"\b{any_of('met with')}(?: (?:an?|the|several|some|\w+ed|\d+|two|three|four|five))?(?: [\w-]+){{0,2}} $"
)
_MEETS: Final = re.compile(rf"{any_of('met with')}\b")  # "dropped two bombs"
#: What no two words tell: "seized ... above the village".
_OF_TERRITORY: Final = ("Non-state actor overtakes territory", "Government regains territory")
_OTHER_CLAUSE: Final = re.compile(r";|\b(?:while|after|but)\b|^[^(]*\)|\([^)]*$")
_PASSIVE: Final = re.compile(r"\b(?:was|were|been|being|be|got)(?: \w+ly| also| all| reportedly)? $")
#: "The crowd dispersed peacefully": nobody intervened.
_DISPERSE: Final = re.compile(r"dispers(?:e|ed|es|ing)")
_OF_THEMSELVES: Final = re.compile(rf"(?: {any_of('of themselves')}\b|[,.;]|$)")
_SPEAKS: Final = re.compile(rf"(?: \w+)? {any_of('said after a place')}\b")
_AT_A_PLACE: Final = re.compile(r" (?:in|on|near|at|by|when|during)\b")
_EVENT: Final = re.compile(rf"\b{any_of('event noun')}\b")
_SAYS: Final = re.compile(rf"\b{any_of('speech')}\b[^.;]{{0,40}}$")
#: What begins the clause that an event stands in.
_CLAUSES: Final = (". ", "; ", ", but ", ", while ", ", when ", " when ", " after ", " since ", " that ", " as ")


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that tell of an event: of what kind, whether it took place, and whether they only speak of one told elsewhere."""

    kind: str
    spans: tuple[tuple[int, int], ...]
    at: int  #: the token of the first
    happened: bool
    anaphoric: bool  #: "the attack": of one that is told already
    aggregate: bool  #: many together
    rule: str
    generic: bool  #: a word that may stand for other kinds, too ("attack")

    @property
    def weight(self) -> int:
        """How much it counts among several."""
        told = self.kind == "Armed clash" and len(self.spans) > 1  #: by whom it befell: "attacked soldiers"
        return WEIGHT.get(self.kind, 0) - (25 if self.generic and not told else 0)


def read_triggers(
    sentence: Sentence, terms: Sequence[Found], counts: Sequence[Counted], vocabulary: Lexicon, *, reports: bool = False
) -> list[Trigger]:
    """The words for events of a sentence, alone and in pairs, in its order.

    Args:
        sentence: where to read.
        terms: its terms, of "sub_event_type", "weapon", "target", "casualty" and "who".
        counts: how many it says were killed or injured.
        vocabulary: the names and terms.
        reports: whether it says when and where, so that a weapon alone tells what happened: "drove over a mine".
    """
    many = _ManyEvents(sentence)
    found = [
        _trigger(f.value, ((f.start, f.end),), f.first, sentence, many, "term")
        for f in of_field(terms, "sub_event_type")
        if not _NO_EVENT_AFTER.match(sentence.after(f.end)) and not _begins_a_name(f, terms)
    ]
    tolls = list(_tolls(sentence, counts, many, vocabulary))
    found += tolls
    whole = [trigger.spans[0] for trigger in found]
    pairs = _pairs(sentence, terms, {toll.spans[0] for toll in tolls}, many, vocabulary)
    found += [
        pair
        for pair in pairs
        if not any(_lies_in(pair.spans[-1], one) or (pair.rule == "harm" and pair.spans[-1] == one) for one in whole)
    ]
    found += [one for one in _apart(sentence, many, vocabulary) if not any(t.kind == one.kind and _meet(t, one) for t in found)]
    if reports and not found:
        alone = used_alone(sentence, terms)
        words = ((f, vocabulary.meaning("sub_event_type", normalised_words(sentence.words(f.start, f.end)))) for f in alone)
        found += [_trigger(kind, ((f.start, f.end),), f.first, sentence, many, "weapon") for f, kind in words if kind]
    arms = {(f.start, f.end) for f in of_field(terms, "weapon")}
    fate = bool(_MISFORTUNE.search(sentence.line) and not _ARMED.search(sentence.line.replace("heart attack", "")))

    def tells(trigger: Trigger) -> bool:
        """Whether words are more than a weapon's name; "intercepted" alone is of a caller, not of arms."""
        words = sentence.words(*trigger.spans[0])
        if _DISPERSE.fullmatch(words) and not _PASSIVE.search(sentence.before(trigger.spans[0][0])):
            return not _OF_THEMSELVES.match(sentence.after(trigger.spans[0][1]))
        if fate and (trigger.rule != "term" or trigger.kind in ("Attack", "Armed clash")):
            return False  # "a quake killed 20 people"
        met = reports and (_MET_WITH.search(sentence.before(trigger.spans[0][0])) or _MEETS.match(words))
        alone = not (counts or met) and trigger.spans[0] in arms and len(trigger.spans) == 1 and not _STRIKE.search(words)
        alone = alone and not is_done(normalised_words(words))
        return (not alone or trigger.rule == "weapon") and bool(arms or not words.startswith("intercept"))

    return sorted(filter(tells, found), key=lambda trigger: trigger.at)


def _begins_a_name(event: Found, terms: Sequence[Found]) -> bool:
    """Whether words begin a longer name for a weapon or for people: "attack drones", "riot police"."""
    return any(f.first == event.first and f.last > event.last for f in of_field(terms, "weapon", "who"))


class _ManyEvents:
    """The parts of a sentence that speak of many events together: what follows a colon may be one of them."""

    def __init__(self, sentence: Sentence) -> None:
        parts = _COLON.split(sentence.line)
        self._ends = list(accumulate(len(part) for part in parts))
        self._many = [bool(_AGGREGATE.search(part)) for part in parts]
        self._start = sentence.start

    def hold(self, at: int) -> bool:
        """Whether an event at an offset is one of many."""
        return next(many for end, many in zip(self._ends, self._many, strict=True) if at - self._start < end)


def _lies_in(noun: tuple[int, int], term: tuple[int, int]) -> bool:
    """Whether a word belongs to a longer one: the "mortar shell" of "hit a mortar shell with"."""
    return term[0] < noun[0] and noun[1] <= term[1]


def _trigger(
    kind: str, spans: tuple[tuple[int, int], ...], at: int, sentence: Sentence, many: _ManyEvents, rule: str
) -> Trigger:
    words = sentence.words(*spans[0]).replace("\n", " ")
    whole = sentence.before(spans[0][0])
    before = _clause(whole)
    came = _CAME_AFTER_ONE.search(whole)
    new = (found := _NEW_ONE.search(whole)) and (came or not _SPOKEN_OF.search(whole[: found.start()]))
    return Trigger(
        kind=kind,
        spans=spans,
        at=at,
        happened=not is_unreal(kind, words, before, spans, sentence),
        anaphoric=not (came or (new and before == "that "))
        and _is_told_before(kind, words, before, sentence.after(spans[0][1])),
        aggregate=many.hold(spans[0][0]),
        rule=rule,
        generic=rule == "weapon" or words in cue_words("general word"),
    )


def _is_told_before(kind: str, words: str, before: str, after: str) -> bool:
    """Whether words speak of an event that was told before, or elsewhere; "clashes broke out" tells of one."""
    if _THE.search(before):
        return not _OF_SOMEBODY.match(after) or not _REPORTED.search(before)
    if _NOUN.search(words) and not _CARRIED_OUT.search(before + words):
        known = any(said.search(before) for said in (_DEFINITE, _SPOKEN_OF, _SPOKEN_ANEW, _ORDINAL))
        many = _PLURAL.search(words) and not _WITH_NUMBER.search(before) and not _TOOK_PLACE.match(after)
        return bool(known or many)
    return bool(_SAME_ONES.search(before) or (kind != "Arrests" and _ACCUSED.search(before)))


def _clause(before: str) -> str:
    """The part of a sentence's beginning that belongs to the clause that follows it."""
    start = max(before.rfind(sign) for sign in _CLAUSES) + 1
    clause = before[start:]
    said = _SAYS.search(before[:start])
    return clause.removeprefix("that ") if said and not _EVENT.search(said[0]) else clause  # "claimed the attack that killed"


def _tolls(sentence: Sentence, counts: Sequence[Counted], many: _ManyEvents, vocabulary: Lexicon) -> Iterator[Trigger]:
    """Kinds told by the dead, or those whom armed men wounded, and their number: "four pickers were killed"."""
    deaths = any(count.of == "killed" and count.low for count in counts)
    for count in counts:
        fate = count.spans[-1]
        verb = normalised_words(sentence.words(*fate))
        wounded_by = count.of == "injured" and _BY_FIRE.match(sentence.after(fate[1]))
        both = count.of == "injured" and "armed" in standings_of(count.whom or "") and deaths
        done = (
            wounded_by
            or both
            or count.of == "killed"
            or (count.rule == "active" and _ARMED_MEN.search(sentence.before(fate[0])))
        )
        for people in count.spans[:-1] if done and count.low and is_done(verb) else ():
            whom = whom_of(sentence, people)
            words = normalised_words(sentence.words(*whom))
            if kind := vocabulary.meaning("sub_event_type", f"{verb} {words}"):
                yield _trigger(kind, (fate, whom), count.at, sentence, many, "toll")


def _pairs(
    sentence: Sentence, terms: Sequence[Found], counted: Collection[tuple[int, int]], many: _ManyEvents, vocabulary: Lexicon
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
            if not _stand_together(noun, (start, end), at, sentence):
                continue
            kind = vocabulary.meaning("sub_event_type", f"{verb} {normalised_words(sentence.words(noun.start, noun.end))}")
            if kind is None or (kind, at) in seen or kind in _OF_TERRITORY:
                continue
            if (start, end) in harmed and noun.value in CARRIERS - {"drone"}:
                continue  # "the wounded were flown out by helicopter"
            if noun.field != "weapon" and ((start, end) in harmed or not _is_object(verb, noun, start, end, sentence)):
                continue
            told = told or noun.field != "weapon"
            seen.add((kind, at))
            rule = "harm" if (start, end) in harmed else "pair"
            yield _trigger(kind, ((start, end), (noun.start, noun.end)), at, sentence, many, rule)


def _apart(sentence: Sentence, many: _ManyEvents, vocabulary: Lexicon) -> Iterator[Trigger]:
    """Kinds told by words with others between them: "captured the army's last big base"."""
    for kind, match in kinds_apart_in(sentence.line):
        spans = tuple((sentence.start + start, sentence.start + end) for start, end in match.regs[1:])
        was_hit = kind == "Air/drone strike" and _PASSIVE.search(sentence.before(spans[-1][0]))  # "a helicopter was hit"
        if was_hit or _NO_EVENT_AFTER.match(sentence.after(spans[-1][1])):
            continue
        words = " ".join(normalised_words(sentence.words(*span)) for span in spans)
        if vocabulary.meaning("sub_event_type", words) == kind:
            yield _trigger(kind, spans, sentence.index(spans[0][0]), sentence, many, "apart")


def _meet(one: Trigger, other: Trigger) -> bool:
    """Whether two triggers stand on the same word."""
    return any(a < d and c < b for a, b in one.spans for c, d in other.spans)


def _deeds(sentence: Sentence, terms: Sequence[Found]) -> dict[tuple[int, int], int]:
    """Words for what was done: their offsets, and their first token."""
    spots = {
        (f.start, f.end): f.first
        for f in of_field(terms, "casualty")
        if is_done(normalised_words(sentence.words(f.start, f.end))) and not _THE.search(sentence.before(f.start))
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
    passive = bool(_PASSIVE.search(sentence.before(start))) or verb in cue_words("passive of itself")
    if noun.start >= end:
        of_a_noun = _NOUN.fullmatch(verb) and "," in sentence.words(end, noun.start)  # "in an attack, gunmen ..."
        return not passive and not of_a_noun and not _SPEAKS.match(sentence.after(noun.end))
    return passive or (verb in cue_words("done at a place") and bool(_AT_A_PLACE.match(sentence.after(end))))
