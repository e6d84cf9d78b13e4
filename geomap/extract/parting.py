"""Where a sentence that tells of several incidents is parted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import Final

from geomap.extract.counted import Counted
from geomap.extract.days import Day
from geomap.extract.kinds_ranked import VIOLENT
from geomap.extract.places import Mention
from geomap.extract.text import Sentence
from geomap.extract.triggers import Trigger
from geomap.vocabulary import any_of

#: A stretch of so many days more than one still dates one event: a night.
EXACT_DAYS: Final = 1

#: Where a sentence that tells of several incidents may be cut.
_CUT: Final = re.compile(
    rf"""; | ,\ (?:while|whereas)[ ] | :\ (?=(?:on|in|at|last|early|late)\b)
    | ,\ and\ (?=(?:in|at|near|on|another|a\ separate|a\ second|two|three|four|five|six)\b)
    | \band\ (?=(?:a|an|another|one)\ (?:[\w-]+\ ){{1,4}}was\b)
    | \band\ (?=(?:two|three|four|five|six|seven|eight|nine|ten|several|\d+)
        \ (?!{any_of("noun of fate")})(?:[\w-]+\ ){{1,4}}were\b)
    | \bwhile\ (?=(?:another|in|at|near|a|two|three|four)\b)
    | ,\ but\ (?=in\b)
    | (?=\ \w+\ (?:day|week|month|hour|year)s?\ after\ )""",
    re.VERBOSE,
)
_NOUN: Final = re.compile(rf"\b{any_of('noun of fate')} $")
#: A day and a place so many characters apart are of one event; a part of so few words is little more than these.
_NEXT_TO_EACH_OTHER, LITTLE_MORE = 30, 10
#: A day so near behind a place is that of what took place there.
_AS_JOINED: Final = 6
#: Where a clause may begin.
_CLAUSE: Final = re.compile(r"[;,(] |\b(?:and|but|while|whereas|after|when|that|which|who)\b|\b(?:over|following) (?=the\b)")
#: "While rebels shelled A, soldiers arrested two men in B."
_WHILE: Final = re.compile(r"\W*(?:while|whilst) ")
#: "The raid came four days after another", "it follows a raid on X": what follows is of an earlier day.
_CAME_AFTER: Final = re.compile(
    r"\b(?:(?:c[ao]mes?|coming|happened|occurred|took place|was carried out)(?: [\w-]+){0,4}?"
    r"(?= (?:[\w-]+ )?(?:day|week|fortnight|month|hour|year)s?(?: and a half)? after )"
    rf"|follow(?:s|ed)(?= {any_of('begins a noun phrase')}\b)|(?:on|upon) the heels of)"
)
#: Before a day of which a clause goes on to tell: "the deadliest raid since March, when ...".
_DAY_OF_OLD: Final = re.compile(
    r"\b(?:since|until|till|to|than|was|after|seen|happened|occurred|took place|came|one)"
    r"(?: on| in| at| of)?(?: early| late)? $"
)
#: "The deadliest raid in the district since gunmen stormed a post on 3 May".
_WORST_SINCE: Final = re.compile(
    rf"\b{any_of('superlative')}\b[^.;:,]{{0,70}}? since"
    r"(?= (?!then\b|the (?:start|beginning|end)\b|\d{4}\b|\w+ \d{4}\b|last\b)\w)"
)
#: "In Marsville, where raiders had killed two in May".
_HAD: Final = re.compile(r", (?=where(?: [\w'-]+){0,6}? had (?!no |not |an? |the |to )\w)")
#: Where what was told aside may end: not before "wounding six", or "and two in".
_BACK: Final = re.compile(r", (?!(?:\w+ing|and|or|but|who|which|where|when|including|among|most|many|some|with|the worst)\b)")
#: So many letters may stand between a cut and the part that begins there.
_BLANKS: Final = 3
#: "Two days after gunmen killed four in Marsville, a bomb ...": what heads the sentence is of an earlier day.
_DAYS_AFTER: Final = re.compile(
    r"\W*(?:just |only |barely |less than |exactly )?[\w-]+ (?:[\w-]+ )?"
    r"(?:hour|day|night|week|fortnight|month|year)s? after (?!that\b)"
)
_WHEN: Final = re.compile(r",? (?:when|in which|during which|where)\b")
_AFTER: Final = re.compile(r" (?:after|following|over|days after|in response to|in protest (?:at|against)) ")
_DEED_OF_STATES: Final = re.compile(rf"\b{any_of('deed of states')}\b")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a sentence, by its offsets."""

    start: int
    end: int
    listed: bool = False  #: one of several events that share their words: "attacks in A in May, in B in June"
    back: bool = False  #: it goes back to something earlier
    aside: bool = False  #: it does so beside what the sentence tells
    where: Mention | None = None  #: the place that its "where" stands for, or that the sentence began with


def whole(sentence: Sentence, begin: int) -> Part:
    """A sentence as one part.

    Args:
        sentence: where nothing is told that could be parted.
        begin: the offset that it begins at, behind a dateline.
    """
    return Part(_inner(sentence, begin, sentence.end), sentence.end)


def _inner(sentence: Sentence, start: int, end: int) -> int:
    """Where a part begins with a word."""
    part = sentence.words(start, end)
    return start + len(part) - len(part.lstrip(" ,;\n"))


def parted(
    sentence: Sentence,
    begin: int,
    triggers: Sequence[Trigger],
    counts: Sequence[Counted],
    days: Sequence[Day],
    mentions: Sequence[Mention],
) -> Iterator[Part]:
    """The parts of a sentence, each of which tells of something; one where it tells of one incident.

    Args:
        sentence: where to look.
        begin: the offset that it begins at, behind a dateline.
        triggers: its words for events.
        counts: its counts.
        days: its days.
        mentions: its places.
    """
    spots = [t.spans[0][0] for t in triggers] + [c.spans[-1][0] for c in counts]
    earlier = {at: aside for at, aside in _goes_back(sentence, begin, days) if any(spot >= at for spot in spots)}
    resumed = [*_after_asides(sentence, [*earlier], spots)]
    parts = list(_cut(sentence, begin, triggers, counts, days, [*earlier, *resumed]))
    listed = _listed(days, mentions, parts) if triggers and not counts else []
    if len(parts) == 1 and not listed:
        parts = _beside(sentence, parts[0], days, mentions, spots)
    split = None if listed or len(parts) > 2 else _headed_by_earlier(sentence, begin, spots)
    if split and any(m.role == "at" and m.end <= split for m in mentions) and any(day.start >= split for day in days):
        yield Part(split, sentence.end)
        yield Part(begin, split, back=True, aside=True)
        return
    for start, end in listed or parts:
        back = [aside for at, aside in earlier.items() if 0 <= start - at <= _BLANKS]
        before = max((m for m in mentions if m.end < start and m.role == "at"), key=lambda m: m.start, default=None)
        where = before if any(back) and sentence.words(start, end).startswith("where") else None
        if start in resumed and not any(m.role == "at" and start <= m.start < end for m in mentions):
            where = next((m for m in mentions if m.role == "at" and m.end < min(earlier)), None)
        yield Part(start, end, listed=bool(listed), back=bool(back), aside=any(back), where=where)


def _cut(
    sentence: Sentence,
    begin: int,
    triggers: Sequence[Trigger],
    counts: Sequence[Counted],
    days: Sequence[Day],
    earlier: Sequence[int],
) -> Iterator[tuple[int, int]]:
    """The offsets of a sentence, or of its parts, where each tells of something; after a semicolon a day of its own is enough.

    What diplomats and courts do "after" an attack is a part of its own.
    """
    spots = [t.spans[0][0] for t in triggers] + [c.spans[-1][0] for c in counts]
    dated = [day.start for day in days if day.dates == "event"]
    cuts = sorted({begin, *earlier})
    for match in _CUT.finditer(sentence.line):
        at = sentence.start + match.start()
        follows = chain(spots, dated if match[0] == ";" else ())
        if match[0].startswith("and") and _NOUN.search(sentence.line, 0, match.start()):
            continue  # "five bodies and three wounded men were brought in"
        if any(min(span[0] for span in count.spans) < at < max(span[1] for span in count.spans) for count in counts):
            continue  # "the bodies of five civilians and two soldiers were found"
        if at > cuts[-1] and any(cuts[-1] <= spot < at for spot in spots) and any(spot >= at for spot in follows):
            cuts.append(at)
    if len(cuts) == 1 and _WHILE.match(sentence.line, begin - sentence.start):
        commas = (sentence.start + match.start() for match in re.finditer(", ", sentence.line))
        found = (at for at in commas if any(spot < at for spot in spots) and any(spot >= at for spot in spots))
        cuts += [at for at in found if at > begin][:1]
    after = _AFTER.search(sentence.line, begin - sentence.start)
    if len(cuts) == 1 and after:
        at = sentence.start + after.start()
        violent = [t.spans[0][0] for t in triggers if t.kind in VIOLENT]
        alone = all(spot >= at for spot in (*violent, *(c.spans[-1][0] for c in counts)))
        if alone and any(spot >= at for spot in violent) and _DEED_OF_STATES.search(sentence.line, 0, after.start()):
            cuts.append(at)
    for start, end in pairwise((*cuts, sentence.end)):
        yield _inner(sentence, start, end), end


def _goes_back(sentence: Sentence, begin: int, days: Sequence[Day]) -> Iterator[tuple[int, bool]]:
    """Where a sentence goes on to tell of something earlier, and whether only beside what it tells.

    "The raid came a day after ...", "the worst since May, when ..."; "in Marsville, where raiders had killed two in May".
    """
    for pattern in (_CAME_AFTER, _WORST_SINCE):
        if found := pattern.search(sentence.line, begin - sentence.start):
            yield sentence.start + found.end(), False
    for day in days:
        if day.start > begin and _WHEN.match(sentence.after(day.end)) and _DAY_OF_OLD.search(sentence.before(day.start)):
            yield day.start, False
    for clause in _HAD.finditer(sentence.line, begin - sentence.start):
        at = sentence.start + clause.end()
        if any(day.start > at and day.dates == "event" for day in days):
            yield at, True


def _after_asides(sentence: Sentence, earlier: Sequence[int], spots: Sequence[int]) -> Iterator[int]:
    """Where a sentence comes back to its own from something earlier: "where two had died in May, soldiers killed four"."""
    for at in earlier:
        commas = (sentence.start + comma.end() for comma in _BACK.finditer(sentence.line, at - sentence.start))
        found = (end for end in commas if any(at <= spot < end for spot in spots) and any(spot >= end for spot in spots))
        yield from [*found][:1]


def _headed_by_earlier(sentence: Sentence, begin: int, spots: Sequence[int]) -> int | None:
    """Where a sentence comes to its own after something earlier: "a day after gunmen killed two in A, a bomb hit B"."""
    if not _DAYS_AFTER.match(sentence.line, begin - sentence.start):
        return None
    commas = (sentence.start + comma.end() for comma in _BACK.finditer(sentence.line, begin - sentence.start))
    return next((at for at in commas if any(spot < at for spot in spots) and any(spot >= at for spot in spots)), None)


def is_joined(mention: Mention, days: Sequence[Day]) -> bool:
    """Whether a place is joined to another one by "and", with a day of its own: "attacked A on Monday and B on Tuesday"."""
    return mention.cue == "and" and any(0 <= day.start - mention.end <= _AS_JOINED for day in days)


def _beside(
    sentence: Sentence, part: tuple[int, int], days: Sequence[Day], mentions: Sequence[Mention], spots: Sequence[int]
) -> list[tuple[int, int]]:
    """A sentence that tells of events side by side, each with a day and a place next to each other, in parts, or as it is.

    It is cut where a clause begins between two such pairs, if each part tells of something, or is little more than its pair:
    "four men were arrested in A on Monday and two more in B the day after".
    """
    found = (m for m in mentions if m.level not in ("country", "province"))
    placed = [(m.start, m.end, "place") for m in found if m.role == "at" or (m.role == "other" and is_joined(m, days))]
    dated = [(d.start, d.end, "day") for d in days if d.dates == "event" and (d.relative or d.length <= EXACT_DAYS)]
    marks = sorted(placed + dated)
    pairs: list[tuple[int, int]] = []
    for one, other in pairwise(marks):
        alone = not pairs or pairs[-1][1] <= one[0]
        if alone and one[2] != other[2] and other[0] - one[1] <= _NEXT_TO_EACH_OTHER:
            pairs.append((one[0], other[1]))
    cuts = [part[0]]
    for before, pair in pairwise(pairs):
        told = max((spot for spot in spots if before[1] <= spot < pair[0]), default=pair[0]) - sentence.start
        breaks = [match.start() for match in _CLAUSE.finditer(sentence.line, before[1] - sentence.start, told)]
        at = sentence.start + breaks[-1] if breaks else None
        if at is None or not any(cuts[-1] <= spot < at for spot in spots):
            continue
        if any(spot >= at for spot in spots) or len(sentence.words(at, part[1]).split()) <= LITTLE_MORE:
            cuts.append(at)
    return list(pairwise((*cuts, part[1])))


def _listed(days: Sequence[Day], mentions: Sequence[Mention], parts: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """A sentence that lists several events, each by a place and a day, in parts: "in A in May, in B in June, and in July in C".

    Gives no part where the sentence is cut already, or places and days do not go in pairs.
    """
    dated = [d for d in days if d.dates == "event" and d.first is not None and not d.relative]
    placed = [m for m in mentions if m.role in ("at", "other") and m.level not in ("country", "province")]
    marks = sorted([(m.start, "place") for m in placed] + [(d.start, "day") for d in dated])
    pairs = list(zip(marks[::2], marks[1::2], strict=False))
    if len(dated) < 2 or len(dated) != len(placed) or len(parts) > 1 or any(one[1] == other[1] for one, other in pairs):
        return []
    return list(pairwise((parts[0][0], *(one[0] for one, _ in pairs[1:]), parts[0][1])))
