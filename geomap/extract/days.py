"""Days in a sentence: each calendar expression, and what it dates."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final, Literal

from geomap.extract.text import Sentence
from geomap.language import FEASTS, MONTHS, OF_MONTH, WEEKDAYS, days, days_beside, expressions_in, normalised_words, resolve
from geomap.vocabulary import any_of

#: What a day belongs to: what happened, what was said of it, a stretch that began then, what is still to come, or what
#: came of it later: the death of one of the wounded, a toll that rose; or what is no incident: "the 2003 truce".
Dates = Literal["event", "speech", "since", "future", "later", "other"]

#: So many characters before a day, or after it, tell what it dates.
_BESIDE: Final = 200

_MONTH: Final = rf"(?:{'|'.join(MONTHS)}|\b(?:{'|'.join(month[:3] for month in MONTHS)}|sept)\b)"
#: So many days are more than those on which somebody spoke.
_LONG: Final = 7
#: A day counts from another, and that from another, so many times at most.
_MOST_COUNTED: Final = 8
#: What a day can hang on another day by: a month. A weekday hangs on the day of publication alone.
_ABSOLUTE: Final = re.compile(rf"\d{{4}}|{_MONTH}")
#: A month at the beginning of an expression: its first letter is a capital, or it is a verb.
_BEGINS_WITH_MONTH: Final = re.compile(r"(?:early|mid|late)?(?: in |-| )?([a-z]{3,9})\.?")
_MONTHS: Final = frozenset((*MONTHS, *(month[:3] for month in MONTHS), "sept"))

_BEFORE_YEAR: Final = re.compile(r"\b(?:in|since|of|from|by|until|during|early|late|mid|year|between|and)[ -]?$|\($")
_BEFORE_MONTH: Final = re.compile(
    r"\b(?:in|since|of|last|during|mid|early|late|until|by|from|between|this|and|every|to|through|for)[ -]$"
)
#: "The March bombing", "a deadly 2029 attack", "a November 2024 ceasefire": a day before what it dates.
_BEFORE_NOUN: Final = re.compile(r"(?:\b(?:an?|the|this|that|his|her|its|their|another)|'s?) (?:[\w-]+ ){0,2}$")
_EVENT_NEXT: Final = re.compile(rf" (?:[\w-]+ ){{0,2}}{any_of('event noun')}\b")
_NO_EVENT_NEXT: Final = re.compile(rf" (?:[\w'-]+ ){{0,2}}{any_of('dates no incident')}\b")
_PART_OF_DAY: Final = "(?:day|night|morning|afternoon|evening)"
_RELATIVE: Final = re.compile(
    rf"\b(?:before|earlier|later|after)(?: that)?$|^(?:earlier|later) (?:in |on )?(?:the|that|the same) {_PART_OF_DAY}$"
    rf"|\b(?:that|the same) (?:very |same )?(?:{_PART_OF_DAY}|week|month|year)$"
    rf"|\bthe (?:next|following|previous|preceding) (?:{_PART_OF_DAY}|week|month|year|{'|'.join(WEEKDAYS)})$|^during the night$"
)
#: The last night, where the text names no day before.
_THAT_NIGHT: Final = "during the night"
#: "The day before yesterday's talks" and the like name no day by themselves.
_THE_DAY_BEFORE: Final = frozenset(("the day before", "a day before", "a week before"))

_BEFORE_SPEECH: Final = re.compile(rf"\b{any_of('speech')}\b(?:,? {any_of('after a word of speech')}){{0,7}},? ?$")
#: What somebody speaks by: not "police said in a shootout on Sunday two were killed".
_MEDIUM: Final = (
    r"(?:pages?|accounts?|channels?|radio|television|tv|websites?|sites?|statements?|notes?|bulletins?|broadcasts?|posts?"
    r"|interviews?|(?:news |press )?conference|briefing|messages?|letters?|communiques?|telegram|facebook|twitter)"
)
#: "He alleged on Sunday", "announced on its page on Sunday".
_SAID: Final = re.compile(
    rf"\b{any_of('said')}(?: (?:on|in|at|via|through|over) (?:an?|the|its|his|her|their|local|state) "
    rf"(?:(?!(?:{any_of('event noun')}|that|when|after|who|which|and)\b)[\w'-]+ ){{0,3}}{_MEDIUM})?,? $"
)
#: "Put out a note this Thursday, saying".
_NOTE: Final = re.compile(rf"\b{any_of('form of speech')} $")
_SAYING: Final = re.compile(r",? (?:saying|stating|claiming|announcing|denying|accusing|blaming|that|in which)\b")
#: "At noon on Monday", behind "from": when it began.
_HOUR: Final = re.compile(
    r"(?:at )?(?:dawn|dusk|noon|midday|midnight|daybreak|the (?:night|morning|evening|afternoon)) (?:on|of) "
)
_WILL_BE: Final = re.compile(r",?(?: [\w'-]+){1,4} (?:will|shall)\b")
_AFTER_SPEECH: Final = re.compile(
    rf"^(?: (?:morning|afternoon|evening|night))?(?: also| again| only| further)? {any_of('speech follows', 'said')}\b"
)
_CLAIM_FOLLOWS: Final = re.compile(rf"^, (?:the )?(?:[\w'-]+ ){{1,4}}{any_of('claim verb')}\b")
_NTH: Final = re.compile(r"the \d{1,2}(?:st|nd|rd|th)")
_BARE_MONTH: Final = re.compile(rf"(?:in |last )?{_MONTH}(?:'s|,? \d{{4}})?")
#: "A man born in 1999": no day of what happened to him.
_BORN: Final = re.compile(r"\bborn (?:on |in |around |about )?$")
_BORN_WHEN: Final = re.compile(r",?(?: (?:in|at|near) (?:[\w'-]+ ?){1,3})? ?(?:as|when|while|during)\b")
_BEFORE_NTH: Final = re.compile(r"\b(?:since|until|till|from|by|between|after|before|night of) $")
_IN_THE_NEXT: Final = re.compile(r"\b(?:next|following) (?:week|month|year)$")
_SHORT_WEEKDAY: Final = re.compile(r"(?:on )?(?:late |early )?(mon|tues?|weds?|thu|thurs?|fri|sat|sun)\b")
_SAT_OR_SUN: Final = re.compile(r"(?:sat|sun),? \(?(?=\d|[a-z]{3})")
#: What may follow a day of the year that has a name, where it is a day.
_ALONE_FEAST: Final = re.compile(
    r"$|[^\w ]| (?:was|in|at|near|on|by|of|as|and|but|when|while|after|before|until|that|which|this|last)\b"
    r"| (?:morning|evening|night)\b| \d"
)
_WEEKDAY: Final = re.compile("|".join(WEEKDAYS))
_TOO: Final = re.compile(r",? (?:on )?|,? \((?:on )?")
_FRONTED: Final = re.compile(r"\W*(?:(?:and|but|then) )?(?:on |in |late |early )?")
#: "The next day", "two days after, gunmen ...": after nothing else but the day before it.
_ALONE: Final = re.compile(r"(?:$|[,.;:)]| (?:and|but|in|at|near|on|by|when)\b)")
#: "The raid came four days after another": the other one is the earlier.
_CAME: Final = re.compile(r"\b(?:c[ao]mes?|happened|occurred|took place|follow(?:s|ed)) (?:just |only |barely |some )?$")
#: What a day comes after, without a verb: "a day after the raid."
_AFTER_WHAT: Final = re.compile(r" (?:the|that|this|those|these)(?: [\w'-]+){0,3}?(?:[,.;]|$)")
#: Where somebody spoke, before the day when he did: "told reporters in Marsville on Monday".
_SPOKE_AT: Final = re.compile(r"(?<![,;:]) (?:in|at|from) (?:the )?(?:[A-Z][\w'-]+[ ,]{1,2}){1,4}(?:on |late |early |last )*$")
_REPORTED: Final = re.compile(rf"\b(?:{any_of('was')}(?: \w+)?|reports?|reported|video) $")
_LINKS: Final = re.compile(r"(?:\b(?:on|late|early|the|in|of|dated)|,)\s*$")
_SINCE: Final = re.compile(
    r"\b(?:since|(?<!date )(?<!dates )(?<!dating )from|starting|beginning|following) (?:the )?(?:early |late |mid-|mid )?$"
)
#: "One of the wounded died in hospital on Sunday", "the toll rose to five on Sunday".
_TOLL_ROSE: Final = rf"(?:{any_of('toll', 'those of a fate')}|number) [^,;:]{{0,80}}?{any_of('toll rises to')}"
_CAME_OF_IT: Final = rf"\b(?:{any_of('came of it')}|{_TOLL_ROSE})\b"
_BEFORE_LATER: Final = re.compile(rf"{_CAME_OF_IT}(?:(?! (?:after|when|since) )[^,;:]){{0,60}}$")
_AFTER_LATER: Final = re.compile(rf"^,?[^,;:]{{0,60}}{_CAME_OF_IT}")
_FUTURE: Final = re.compile(rf"\b(?:{any_of('future')}|will \w+)(?: on| in| the| be| by)* $")
#: "Was to reopen in Marsville on Sunday", "called for a two-day strike on Monday", but not "will answer the raid on Monday".
_TO_COME: Final = re.compile(
    r"\b(?:(?:will|shall|(?:is|are|was|were) (?:due |set |expected |scheduled |planned |supposed |likely )?to)"
    r"(?: (?:be|again|also))*|(?:call|appeal)(?:s|ed|ing) for an?(?: [\w-]+)?) \w+"
    rf"(?: (?!(?:{any_of('event noun')}|who|that|which|and|after|since|when|where|over|following)\b)[\w'-]+){{0,4}} $"
)


@dataclass(frozen=True, slots=True)
class Day:
    """A calendar expression with its offsets: its days against the day of publication, and what it dates."""

    start: int
    end: int
    first: dt.date | None  #: None where it hangs on a day of publication that is not known
    last: dt.date | None
    dates: Dates
    relative: bool  #: "the day before": against an expression before it
    on: tuple[tuple[int, int], ...] = ()  #: the offsets of what it counts from, where that was found
    of_noun: bool = False  #: it stands before what it dates: "the March bombing"

    @property
    def length(self) -> int:
        """How many days lie between its first and its last day; very many where they are not known."""
        return (self.last - self.first).days if self.first and self.last else 10_000


def read_days(sentence: Sentence, raw: str, published: dt.date | None, *, hangs: bool = False) -> list[Day]:
    """Every calendar expression of a sentence, the longest at each place, in its order.

    Args:
        sentence: where to read.
        raw: the text.
        published: the day that they are read against.
        hangs: whether that is only another day of the text, as the day of publication is not known.
    """
    plain = sentence.line
    spans = {match.span() for one in expressions_in(plain) for match in one.pattern.finditer(plain)}
    found = {(_begin(plain, start, raw, sentence.start), end) for start, end in spans}
    if not found:
        return []
    kept: list[Day] = []
    taken = bytearray(len(plain))
    for start, end in sorted(found, key=lambda span: (span[0] - span[1], span[0])):
        if not any(taken[start:end]) and _is_day(plain, start, end, raw, sentence.start):
            taken[start:end] = b"\1" * (end - start)
            kept.append(_day(plain, start, end, raw, sentence.start, published, hangs=hangs))
    kept.sort(key=lambda day: day.start)
    kept = [_of_month_before(day, kept[:n], sentence) for n, day in enumerate(kept)]
    kept = [day for day, following in pairwise((*kept, None)) if day and not _is_said_again(day, following, sentence)]
    return kept if len(kept) < 2 or not _is_beside(kept[0], kept[1], sentence) else [kept[0], *kept[2:]]


def _begin(plain: str, start: int, raw: str, offset: int) -> int:
    """Where an expression begins: behind a verb that is written like a short weekday, "they sat May 5 on the road"."""
    verb = _SAT_OR_SUN.match(plain, start)
    return verb.end() if verb and not raw[offset + start].isupper() else start


def _of_month_before(day: Day, before: Sequence[Day], sentence: Sentence) -> Day:
    """A day without its month, to be counted from the month that its sentence names before it: "May's raid, on the 20th"."""
    if not before or not OF_MONTH.fullmatch(sentence.words(day.start, day.end)):
        return day
    month = _BARE_MONTH.fullmatch(sentence.words(before[-1].start, before[-1].end))
    return replace(day, relative=True) if month and before[-1].first else day


def _is_said_again(day: Day, following: Day | None, sentence: Sentence) -> bool:
    """Whether a relative day is given by its date, too: "a week earlier, on the 16th"."""
    if not day.relative or following is None or following.relative:
        return False
    return bool(_TOO.fullmatch(sentence.words(day.end, following.start)))


def _is_beside(day: Day, following: Day, sentence: Sentence) -> bool:
    """Whether a sentence begins with a day, and goes on with what it comes after: "on Saturday, two days after talks, ..."."""
    counted = following.relative and sentence.words(following.start, following.end).endswith((" after", " before"))
    beside = (
        counted and not day.relative and sentence.words(day.end, following.start) in (", ", ", just ", ", only ", ", barely ")
    )
    return beside and bool(_FRONTED.fullmatch(sentence.before(day.start)))


def hung(told: Sequence[Day], before: Day | None, sentence: Sentence, raw: str, published: dt.date | None) -> list[Day]:
    """The days of a piece of a text, each relative one counted from the day named before it; without one it is not known.

    Args:
        told: the days of the piece.
        before: the latest day of an event that the text names before them.
        sentence: that the piece is of.
        raw: the text.
        published: its day of publication.
    """
    done: list[Day] = []
    dated = before or any(day.dates == "event" and not day.relative for day in told)
    for day in told:
        if dated and sentence.words(day.start, day.end) == _THAT_NIGHT:
            continue  # of which day's night, nobody says
        done.append(_counted(day, before, sentence, raw, published) if day.relative else day)
        before = before if day.relative else day
    return done


def _counted(day: Day, anchor: Day | None, sentence: Sentence, raw: str, published: dt.date | None) -> Day:
    """A relative day, counted from another. "A day after" goes on where a sentence begins or ends with it."""
    nowhere = replace(day, first=None, last=None)
    words = sentence.words(day.start, day.end)
    if anchor is None and (_WEEKDAY.search(words) or words == _THAT_NIGHT):
        return replace(day, relative=False)  # "the Monday before" publication
    if anchor is None or anchor.first is None or len(anchor.on) >= _MOST_COUNTED:
        return nowhere
    onward = anchor.start < sentence.start
    if words.endswith(("after", "after that")):
        alone = _ALONE.match(sentence.after(day.end))
        ahead = alone or _FRONTED.fullmatch(sentence.before(day.start)) or _AFTER_WHAT.match(sentence.after(day.end))
        if onward and not ahead and not _CAME.search(sentence.before(day.start)):
            return nowhere
        onward = bool(alone or (onward and ahead))
    on = (*anchor.on, (anchor.start, anchor.end))
    given = resolve([normalised_words(raw[start:end]) for start, end in (*on, (day.start, day.end))], published, onward=onward)
    return replace(day, first=given[0], last=given[1], on=on) if given else nowhere


def _is_day(plain: str, start: int, end: int, raw: str, offset: int) -> bool:
    """Whether an expression is a day: no year that is a number, no month that is a verb, no part of a figure."""
    words, before = plain[start:end], plain[max(0, start - _BESIDE) : start]
    if words.isdigit() and not _BEFORE_YEAR.search(before) and not _modifies(plain, start, end):
        return False
    if _NTH.fullmatch(words) and not _BEFORE_NTH.search(before):
        return False
    short = _SHORT_WEEKDAY.match(words)
    if short and (plain[:start].endswith("the ") or not raw[offset + start + short.start(1)].isupper()):
        return False  # "The Sun." is a paper
    if words in FEASTS and not plain[:start].endswith("on ") and not _ALONE_FEAST.match(plain, end):
        return False  # "a Christmas party"
    month = None if words in FEASTS else _BEGINS_WITH_MONTH.match(words)
    if month and month[1] in _MONTHS:
        if not raw[offset + start + month.start(1)].isupper():
            return False
        bare = not re.search(r"\d", words) and month.start(1) == 0
        if bare and not _BEFORE_MONTH.search(before) and not _modifies(plain, start, end):
            return False
    if _IN_THE_NEXT.search(words) and not _FRONTED.fullmatch(plain[:start]):
        return False  # "three died in the following week"
    if words == "today" and start > 0 and raw[offset + start].isupper():
        return False  # a paper's name
    return words not in _THE_DAY_BEFORE or plain[end : end + 1] in ("", " ", ",", ".", ";")


def _day(plain: str, start: int, end: int, raw: str, offset: int, published: dt.date | None, *, hangs: bool) -> Day:
    words = normalised_words(plain[start:end])
    given = days_beside(words, published) if hangs and published else days(words, published)
    if given and hangs and not _ABSOLUTE.search(words):
        given = None
    relative = bool(_RELATIVE.search(words))
    if given and published and not hangs:
        begun = min(given[0], published) if relative else given[0]  # "the next day" counts from another day than this
        given = (begun, min(given[1], published)) if begun <= published else None
    first, last = given or (None, None)
    dates = _dated(plain, start, end, raw[offset + max(0, start - _BESIDE) : offset + start])
    if dates == "speech" and given and (given[1] - given[0]).days >= _LONG and _FRONTED.fullmatch(plain[:start]):
        dates = "event"  # "In June, the group claimed a bombing": who claims does so within days
    if first and published and dates == "since" and plain[:start].endswith(("since ", "since the ")):
        last = published
    of_noun = dates == "event" and bool(_ABSOLUTE.search(words)) and _modifies(plain, start, end)
    return Day(offset + start, offset + end, first, last, dates, relative, of_noun=of_noun)


def _modifies(plain: str, start: int, end: int) -> bool:
    """Whether an expression stands before what it dates: "the March bombing", "the 2003 truce"."""
    if plain.startswith("'s", end):
        return bool(_EVENT_NEXT.match(plain, end + len("'s")))  # "May's raid"
    before = _BEFORE_NOUN.search(plain, max(0, start - _BESIDE), start)
    return bool(before and (_EVENT_NEXT.match(plain, end) or _NO_EVENT_NEXT.match(plain, end)))


def _dated(plain: str, start: int, end: int, said: str) -> Dates:
    """What an expression dates, by the words beside it."""
    before, after = plain[max(0, start - _BESIDE) : start], plain[end : end + _BESIDE]
    if (
        _SINCE.search(before)
        and not plain[start:end].endswith("'s")
        and not after.startswith((", when ", " when ", " prayers"))
        and not (before.endswith("from ") and _HOUR.match(plain, start) and not _WILL_BE.match(after))
    ):
        return "since"
    if _FUTURE.search(before) or (_TO_COME.search(before) and not after.startswith(" when ")):
        return "future"
    told_of_noun = _ABSOLUTE.search(plain[start:end]) and _BEFORE_NOUN.search(before) and _NO_EVENT_NEXT.match(after)
    if told_of_noun or (_BORN.search(before) and not _BORN_WHEN.match(after)):
        return "other"
    follows = re.search(r"(?:^|\W)(?:on |in |late |early )?$", before) and _AFTER_SPEECH.match(after)
    claimed = _FRONTED.fullmatch(plain[:start]) and _CLAIM_FOLLOWS.match(after)
    spoke_at = _SPOKE_AT.search(said)
    before_place = f"{before[: spoke_at.start()]} " if spoke_at else before
    if _REPORTED.search(before_place):
        before_place = before
    bare = f"{_LINKS.sub('', before_place.rstrip()).rstrip()} "
    if follows or claimed or _BEFORE_SPEECH.search(before) or _BEFORE_SPEECH.search(bare):
        return "speech"
    if _SAID.search(bare) or (_SAYING.match(after) and _NOTE.search(bare)):
        return "speech"
    if _BEFORE_LATER.search(before) or (_FRONTED.fullmatch(plain[:start]) and _AFTER_LATER.search(after)):
        return "later"
    return "event"
