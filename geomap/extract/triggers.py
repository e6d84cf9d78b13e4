"""Words that tell of an event: whether it took place, whether it was told before, and whether it is one of many."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Final

from geomap.extract.kinds_ranked import QUIET, WEIGHT, WITH_MEANS
from geomap.extract.text import Sentence
from geomap.extract.unreal import is_unreal
from geomap.language import MONTHS
from geomap.vocabulary import GROUND_TAKEN, any_of, cue_words

#: An event that another came after, and that nobody has told of: "a week after a bombing".
_CAME_AFTER_ONE: Final = re.compile(
    r"\b(?:(?:hour|day|week|fortnight|month|year)s? after|follow(?:s|ed)|heels of) (?:an?|another) (?:[\w'-]+ ){0,4}$"
)

#: Words for an event by themselves, and those among them for many without a number: "escalating attacks".
_OF_IT: Final = "(?: (?:on|against|in|by|of|near|at|with|between))?$"
NOUN: Final = re.compile(rf"{any_of('event noun')}{_OF_IT}")
_PLURAL: Final = re.compile(rf"{any_of('events without number')}{_OF_IT}")
#: What is told by verb and noun together is told anew: "the army carried out air strikes".
_CARRIED_OUT: Final = re.compile(
    rf"\b{any_of('carried out')} (?!(?:the|these|those|this|that|both|all) )(?:[\w-]+ ){{0,4}}{any_of('event noun')}{_OF_IT}"
)
_TOOK_PLACE: Final = re.compile(rf"(?: [^.;]{{1,80}}?)? {any_of('took place after')}\b")
_THERE_WAS: Final = re.compile(r"\bthere (?:was|were|has been|have been|had been) (?:[\w-]+ ){0,3}$")
#: "The first raid since the truce was renewed": what came before all of it.
_SINCE: Final = re.compile(r"\bsince (?!\d)[^.;:,]*$")
_WITH_NUMBER: Final = re.compile(rf"\b{any_of('events with number')}(?: \S+){{0,4}} $")

#: Words before an event that was told before.
THE: Final = re.compile(r"\b(?:the|these|those|this|that|both) (?:two |three |four |same |first |second )?$")
#: "The army ... drove out", "the gunmen ... fled with": people who are known may do something new.
_PEOPLE: Final = re.compile(
    rf"{any_of('attacker', 'armed men', 'unnamed force', 'fighters', 'side of a state', 'side of rebels')}$"
)
#: "The arrest of five men", "the killing by gunmen of a judge": what is told for the first time after its noun.
_OF_SOMEBODY: Final = re.compile(
    rf"{any_of('event noun', 'deed told by its noun')}(?:,? (?:by|in|at|near|on|last|late|early|this|yesterday|overnight|over"
    r"|during) [^.;]{1,60}?)? of (?:an?|another|at least|more than|some|several|dozens|scores|hundreds|both|one|two|three|four"
    r"|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?|\d[\d,]*)\b"
)
_DEFINITE: Final = re.compile(rf"\b(?:{any_of('definite')}|[a-z]+day's)(?: (?!(?:an?|another) )[a-z0-9-]+){{0,3}} $")
_SPOKEN_OF: Final = re.compile(rf"\b{any_of('spoken of')}(?: [\w'-]+){{0,5}} $")
_SPOKEN_ANEW: Final = re.compile(rf"\b{any_of('spoken of anew')}(?: (?!(?:an?|another) )[\w'-]+){{0,5}} $")
#: "An attack the day before that killed four": what follows tells anew what its noun tells anew.
_NEW_ONE: Final = re.compile(
    r"\b(?:an?|another) (?!(?:hour|day|week|month|year|few) )(?:(?!(?:an?|another) )[\w'-]+ ){1,6}that $"
)
_ORDINAL: Final = re.compile(rf"\b(?:\d+(?:st|nd|rd|th)|{any_of('ordinal')})(?: such| [a-z]+){{0,4}} $")
_ACCUSED: Final = re.compile(rf"\b{any_of('accused of')} $")
#: "Charged on Monday with the murder of three", "a film about the killing of a judge": of a deed that was told before.
_TRIED_FOR: Final = re.compile(
    rf"\b(?:{any_of('tried for')}(?: [\w'-]+){{0,4}} (?:of|with|for|over|in)"
    rf"|{any_of('tells of old deeds')}(?: [\w'-]+){{0,3}} (?:on|about|into|over|to|for|of|in)) the $"
)
_SAME_ONES: Final = re.compile(
    r"(?:^|\W)(?<!for )(?<!of )(?<!to )(?<!by )(?<!with )(?:the|these|those|both|his|her|their) (?:\w+ )?"
    rf"{any_of('the ones before')}"
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


class ManyEvents:
    """The parts of a sentence that speak of many events together: what follows a colon may be one of them."""

    def __init__(self, sentence: Sentence) -> None:
        self._sentence = sentence

    @cached_property
    def _parts(self) -> list[tuple[int, bool]]:
        """Where each part ends, and whether it speaks of many events."""
        parts = _COLON.split(self._sentence.line)
        return list(zip(accumulate(map(len, parts)), (bool(_AGGREGATE.search(part)) for part in parts), strict=True))

    def hold(self, at: int) -> bool:
        """Whether an event at an offset is one of many."""
        return next(many for end, many in self._parts if at - self._sentence.start < end)


def trigger_of(
    kind: str, spans: tuple[tuple[int, int], ...], at: int, sentence: Sentence, many: ManyEvents, rule: str
) -> Trigger:
    """The words for an event as a trigger.

    Args:
        kind: what they tell.
        spans: their offsets.
        at: the token of the first.
        sentence: where they stand.
        many: which parts of it speak of many events.
        rule: by which rule they were found.
    """
    words = sentence.words(*spans[0]).replace("\n", " ")
    whole = sentence.before(spans[0][0])
    before = _clause(whole)
    came = _CAME_AFTER_ONE.search(whole)
    since = kind in QUIET and _SINCE.search(whole)
    new = (found := _NEW_ONE.search(whole)) and (came or not _SPOKEN_OF.search(whole[: found.start()]))
    return Trigger(
        kind=kind,
        spans=spans,
        at=at,
        happened=not is_unreal(kind, words, before, spans, sentence),
        anaphoric=bool(since)
        or (
            not (came or (new and before == "that ") or (rule == "apart" and kind in (*QUIET, *GROUND_TAKEN)))
            and _is_told_before(kind, words, before, sentence.after(spans[0][1]))
        ),
        aggregate=many.hold(spans[0][0]),
        rule=rule,
        generic=rule == "weapon" or (words in cue_words("general word") and not (rule == "pair" and _fired(kind, words))),
    )


def _fired(kind: str, words: str) -> bool:
    """Whether a weapon that was fired says more than that there was fire: "fired six rockets"."""
    return kind in WITH_MEANS and ("fir" in words or "shoot" in words)


def _is_told_before(kind: str, words: str, before: str, after: str) -> bool:
    """Whether words speak of an event that was told before, or elsewhere; "clashes broke out" tells of one."""
    if THE.search(before):
        told_first = _PEOPLE.match(words) or (_OF_SOMEBODY.match(words + after) and not _TRIED_FOR.search(before))
        return not told_first
    if NOUN.search(words) and not _CARRIED_OUT.search(before + words):
        known = any(said.search(before) for said in (_DEFINITE, _SPOKEN_OF, _SPOKEN_ANEW, _ORDINAL))
        anew = _WITH_NUMBER.search(before) or _THERE_WAS.search(before) or _TOOK_PLACE.match(after)
        many = _PLURAL.search(words) and not anew
        return bool(known or many)
    return bool(_SAME_ONES.search(before) or (kind != "Arrests" and _ACCUSED.search(before)))


def _clause(before: str) -> str:
    """The part of a sentence's beginning that belongs to the clause that follows it."""
    start = max(before.rfind(sign) for sign in _CLAUSES) + 1
    clause = before[start:]
    said = _SAYS.search(before[:start])
    return clause.removeprefix("that ") if said and not _EVENT.search(said[0]) else clause  # "claimed the attack that killed"
