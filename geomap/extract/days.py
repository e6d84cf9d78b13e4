"""Days in a sentence: each calendar expression, what it dates, and which day the text itself was published."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Final, Literal

from geomap.extract.text import Sentence, Text
from geomap.language import EXPRESSIONS, MONTHS, WEEKDAYS, days, normalised_words

#: What a day can hang on another day by: a month. A weekday hangs on the day of publication alone.
_ABSOLUTE: Final = re.compile(rf"\d{{4}}|{'|'.join(MONTHS)}|\b(?:{'|'.join(m[:3] for m in MONTHS)}|sept)\b")

#: What a day belongs to: what happened, what was said of it, a stretch that began then, what is still to come, or a photo.
Dates = Literal["event", "speech", "since", "future"]

_ANY: Final = re.compile(
    rf"\d|{'|'.join(WEEKDAYS)}|{'|'.join(MONTHS)}|\b(?:{'|'.join(m[:3] for m in MONTHS)}|sept)\b|night|today|yesterday|\bago\b|week|month|year|earlier|"
    r"before|morning|evening|afternoon"
)
_SPEECH: Final = (
    "said says saying told announced announcing statement statements reported report reports confirmed claimed claims added stated tweeted posted "
    "briefing interview spokesman spokeswoman spokesperson reporters release communique video message condemned visited visit met meeting talks summoned arrived "
    "warned vowed called urged denied issued published acknowledged accused blamed protested"
).split()
_BEFORE_SPEECH: Final = re.compile(
    rf"\b(?:{'|'.join(_SPEECH)})\b(?:,? (?:that|to|in|a|an|the|its|his|her|late|early|local|journalists|media|news|agency|press|brief|short|separate|written|video|army|military|police|official|joint|by|telephone|phone|on|afp|reuters|reporters|conference|state|television|tv|radio|parliament|statement|release|briefing|dated|from|of|published|issued|posted|here|online|social|twitter|telegram|x|facebook|channel)){{0,7}},? ?$"
)
_AFTER_SPEECH: Final = re.compile(
    rf"^(?: (?:morning|afternoon|evening|night))?,?(?: also| again| only| further)? (?:{'|'.join(_SPEECH[:22])}|condemn|visit|summon|arrive)\w*\b"
)
_SINCE: Final = re.compile(r"\b(?:since|from|starting|beginning|after|following) (?:the )?(?:early |late |mid-|mid )?$")
_FUTURE: Final = re.compile(
    r"\b(?:by|until|till|due|scheduled(?: for)?|expected|planned(?: for)?|will \w+|next|coming|ahead of|to be held|deadline|expire[sd]?)(?: on| in| the| be| by)* $"
)
_BEFORE_YEAR: Final = re.compile(r"\b(?:in|since|of|from|by|until|during|early|late|mid|year|between|and)[ -]?$|\($")
_BEFORE_MONTH: Final = re.compile(
    r"\b(?:in|since|of|last|during|mid|early|late|until|by|from|between|this|and|every|to|through|for)[ -]$"
)


@dataclass(frozen=True, slots=True)
class Day:
    """A calendar expression: its days against the day of publication, and what it dates."""

    start: int
    end: int
    first: dt.date | None  #: None where it hangs on a day of publication that is not known
    last: dt.date | None
    dates: Dates
    relative: bool  #: "the day before": against an expression before it


def read_days(sentence: Sentence, raw: str, published: dt.date | None, *, hangs: bool = False) -> list[Day]:
    """Every calendar expression of a sentence, the longest at each place, in its order.

    Args:
        sentence: where to read.
        raw: the text.
        published: the day that they are read against.
        hangs: whether that is only another day of the text, as the day of publication is not known.
    """
    plain = sentence.plain.replace("\n", " ").replace("\t", " ")
    if not _ANY.search(plain):
        return []
    found: list[tuple[int, int]] = []
    for pattern, _ in EXPRESSIONS:
        found += [match.span() for match in pattern.finditer(plain)]
    kept: list[Day] = []
    for start, end in sorted(set(found), key=lambda span: (span[0] - span[1], span[0])):
        if any(start < day.end - sentence.start and day.start - sentence.start < end for day in kept):
            continue
        if _is_day(plain, start, end, raw, sentence.start):
            kept.append(_day(plain, start, end, sentence.start, published, hangs=hangs))
    return sorted(kept, key=lambda day: day.start)


def _is_day(plain: str, start: int, end: int, raw: str, offset: int) -> bool:
    """Whether an expression is none: a year that is a number, a month that is a verb, a part of a figure."""
    words = plain[start:end]
    if words.isdigit() and not _BEFORE_YEAR.search(plain[:start]):
        return False
    month = re.match(r"(?:early|mid|late)?(?: in |-| )?([a-z]{3,9})\.?", words)
    if month and month[1] in (*MONTHS, *(m[:3] for m in MONTHS), "sept"):
        at = offset + start + month.start(1)
        if not raw[at].isupper():
            return False
        if not re.search(r"\d", words) and month.start(1) == 0 and not _BEFORE_MONTH.search(plain[:start]):
            return False
    return not (
        words in ("the day before", "a day before", "a week before") and plain[end : end + 1] not in ("", " ", ",", ".", ";")
    )


def _day(plain: str, start: int, end: int, offset: int, published: dt.date | None, *, hangs: bool = False) -> Day:
    words = normalised_words(plain[start:end])
    given = days(words, published)
    if given and hangs and not _ABSOLUTE.search(words):
        given = None
    if given and published:
        given = (given[0], min(given[1], published)) if given[0] <= published else None
    relative = bool(
        re.search(
            r"\b(?:before|earlier|later|after)$|\b(?:that|the same) (?:very )?(?:day|night|morning|afternoon|evening)$", words
        )
    )
    relative = relative and "earlier" not in words[:8]
    before, after = plain[:start], plain[end:]
    dates: Dates = "event"
    if re.search(r"(?:^|\W)(?:on |in |late |early )?$", before) and _AFTER_SPEECH.match(after):
        dates = "speech"
    bare = re.sub(r"(?:\bon|\blate|\bearly|\bthe|\bin|\bof|\bdated|,)\s*$", "", before.rstrip()).rstrip() + " "
    if _BEFORE_SPEECH.search(before) or _BEFORE_SPEECH.search(bare):
        dates = "speech"
    if _SINCE.search(before) and not re.search(r"\bafter $", before):
        dates = "since"
    elif _FUTURE.search(before):
        dates = "future"
    first, last = given or (None, None)
    return Day(offset + start, offset + end, first, last, dates, relative)


@dataclass(frozen=True, slots=True)
class Published:
    """Which day a text was published, where it says so, and how the day was read."""

    day: dt.date | None
    start: int = 0
    end: int = 0
    why: str = "no day of publication is printed or given"


_DATELINE: Final = re.compile(
    r"\W{0,3}(?P<place>[^\W\d_][\w'’.\- ]{1,40}?(?:,\s?[^\W\d_][\w'’.\- ]{1,30}?){0,2})?(?:[,:]?\s*|\s+)?(?P<bracket>[(\[][^)\]\n]{2,40}[)\]])?\s*(?P<rest>[^\n]{0,60}?)\s*(?:-{1,2}|–|—|―|:)\s"
)
_FULL: Final = re.compile(
    rf"(?:{'|'.join(MONTHS)}|{'|'.join(m[:3] for m in MONTHS)}|sept)\.? \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?|"
    rf"\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{'|'.join(MONTHS)}|{'|'.join(m[:3] for m in MONTHS)}|sept)\.?(?:,? \d{{4}})?|\d{{4}}-\d\d-\d\d|\d{{1,2}}[/.\-]\d{{1,2}}[/.\-]\d{{4}}"
)


def dateline_of(text: Text) -> tuple[int, int]:
    """Where the dateline of the first paragraph stands: "QUETTA, Pakistan, 5 May (Agency) -"; (0, 0) without one."""
    first = next(text.body(), None)
    if first is None:
        return 0, 0
    found = _DATELINE.match(text.raw, first.start, min(first.start + 140, text.blocks[first.block].end))
    if not found or not found["place"]:
        return 0, 0
    place = found["place"].strip()
    head = place.split(",")[0]
    told = found["bracket"] or _FULL.search(text.plain[found.start() : found.end()])
    words = re.findall(r"[^\W\d_]+", place)
    if (
        head.isupper()
        or (told and all(word[0].isupper() for word in words))
        or (len(words) <= 4 and all(w[0].isupper() for w in words))
    ):
        return first.start, found.end()
    return 0, 0


def published_in(text: Text) -> Published:
    """The day that a text prints as that of its publication: a line of its own, or a dateline with a year; never a copyright line."""
    places = [(b.start, b.end) for b in text.blocks if b.kind == "date"]
    places += [(b.start, b.end) for b in text.blocks if b.kind in ("byline", "title")]
    start, end = dateline_of(text)
    for begin, stop in (*places, (start, end)):
        for found in _FULL.finditer(text.plain, begin, stop):
            words = normalised_words(found[0])
            given = days(words, None)
            if given and given[0] == given[1]:
                return Published(given[0], found.start(), found.end(), f"{text.raw[found.start() : found.end()]!r} is printed")
            if numeric := re.fullmatch(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})", words):
                day, why = _either_order(text, numeric, found.end())
                return Published(day, found.start(), found.end(), why)
    return Published(None)


def _either_order(text: Text, found: re.Match[str], end: int) -> tuple[dt.date | None, str]:
    """A numeric day that may be read in two ways: as a weekday beside it, or another such day of the text, tells."""
    one, two, year = int(found[1]), int(found[2]), int(found[3])
    ways = {}
    for order, month, day in (("the month first", one, two), ("the day first", two, one)):
        try:
            ways[order] = dt.date(year, month, day)
        except ValueError:
            continue
    near = text.plain[max(0, end - 40) : end + 20]
    for order, day in ways.items():
        if WEEKDAYS[day.weekday()] in near:
            return day, f"{found[0]} has {order}: it is a {WEEKDAYS[day.weekday()].capitalize()}"
    for other in re.finditer(r"\b(\d{1,2})[/.\-](\d{1,2})[/.\-]\d{4}\b", text.plain):
        if int(other[1]) > 12 or int(other[2]) > 12:
            order = "the day first" if int(other[1]) > 12 else "the month first"
            if order in ways:
                return ways[order], f"{found[0]} has {order}, as {other[0]} has"
    printed = {
        given[0]
        for span in _FULL.finditer(text.plain)
        if (given := days(normalised_words(span[0]), None)) and given[0] == given[1]
    }
    close = {order: day for order, day in ways.items() if any(abs((day - other).days) <= 3 for other in printed)}
    if len(close) == 1:
        ((order, day),) = close.items()
        return day, f"{found[0]} has {order}: the text has other days near that one"
    return None, f"{found[0]} may have the day or the month first, and nothing in the text tells; give --published"


def full_day_at(text: Text) -> tuple[dt.date, int, int] | None:
    """The first day that a text prints with its year, and where: what other days hang on where no publication is known."""
    for found in _FULL.finditer(text.plain):
        given = days(normalised_words(found[0]), None)
        if given and given[0] == given[1]:
            return given[0], found.start(), found.end()
    return None


def first_full_day(text: Text) -> dt.date | None:
    """The first day that a text prints with its year."""
    found = full_day_at(text)
    return found[0] if found else None
