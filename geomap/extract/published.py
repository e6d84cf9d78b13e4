"""The day that a text was published, and its dateline."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from geomap.articles import masthead, names_a_paper
from geomap.extract.text import Sentence, Text
from geomap.language import MONTHS, WEEKDAYS, days, normalised_words
from geomap.vocabulary import any_of

#: A dateline ends so many characters after the first paragraph begins; one without a day has a name of so many words.
_MOST_DATELINE, _MOST_PLACE = 140, 4
#: A numeric day of either order is the one that lies so near another day of the text.
_NEAR: Final = dt.timedelta(days=3)

_MONTH: Final = rf"(?:{'|'.join(MONTHS)}|{'|'.join(month[:3] for month in MONTHS)}|sept)\.?"
_FULL: Final = re.compile(
    rf"{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?|\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}(?:,? \d{{4}})?"
    r"|\d{4}-\d\d-\d\d|\d{1,2}[/.\-]\d{1,2}[/.\-]\d{4}"
)
#: "Marsville, Sunday:", in which no word is small.
_PLACE_AND_DAY: Final = re.compile(rf"(?:[^\W\da-z][\w'’.-]*,? )+(?:{'|'.join(map(str.capitalize, WEEKDAYS))}) ?[:–—-] ")
#: Signs before the items of a list; a single dash stands before many a dateline, too.
_BULLETS: Final = "•*▪●■◦‣·►"
_NUMERIC: Final = re.compile(r"\b(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})\b")
_DATELINE: Final = re.compile(
    r"""\W{0,3}
    (?P<place>[^\W\d_][\w'’.\- ]{1,40}?(?:,\s?[^\W\d_][\w'’.\- ]{1,30}?){0,2})
    (?:[,:]?\s*|\s+)
    (?P<bracket>[(\[][^)\]\n]{2,40}[)\]])?\s*
    (?P<rest>[^\n]{0,60}?)\s*
    (?:-{1,2}|–|—|―|:)\s""",
    re.VERBOSE,
)
#: "(Marsville, May 5, 2031) Rockets hit ...", "Marsville, May 5 (Agency) Rockets hit ...".
_WITHOUT_DASH: Final = re.compile(
    rf"\((?P<place>[^\W\d_][\w'’.\- ]{{1,40}}), (?:{_FULL.pattern})\) (?=\w)"
    rf"|(?P<town>[^\W\d_][\w'’.\- ]{{1,40}}), (?:{_FULL.pattern}) [(\[](?P<agency>[^)\]\d\n]{{2,30}})[)\]] (?=\w)"
)
#: "Monday, 5 May 2031: rockets hit ..." has no place, and "Mayor Ali Salem, Monday: rockets hit ..." is what a mayor said.
_DAY_FIRST: Final = re.compile(rf"\W{{0,3}}(?:{'|'.join((*WEEKDAYS, *MONTHS))}|{any_of('title')})\b")
#: What no place begins with or is: "On Monday", "Shelling".
_NO_PLACE: Final = re.compile(
    rf"^(?:on|in|at|by|from|after|since|until|before|late|early|last|this)\b"
    rf"|\b(?:{'|'.join(WEEKDAYS)}|{any_of('event noun', 'mine', 'small arms')}|rockets?|missiles?|drones?|shells)\b"
)
#: What a dateline ends with.
_DASH: Final = re.compile(r"[-–—―:]\s")
#: What ends a text has so many characters at most.
_MOST_SIGN_OFF: Final = 240
_SIGN_OFF: Final = re.compile(rf"[(\[]{any_of('byline begins', 'who reported')}\b[^()\[\]]*[)\]]\W*$")
_REPORTED_BY: Final = re.compile(r"\bby ([^;,.()\[\]]{3,40}?)\s*[;,.)\]]")
_IN_BRACKET: Final = re.compile(r"[(\[]([^()\[\]\d]{2,40})[)\]]")


@dataclass(frozen=True, slots=True)
class Published:
    """Which day a text was published, where it says so, and how the day was read."""

    day: dt.date | None
    start: int = 0
    end: int = 0
    why: str = "no day of publication is printed; give it with --published"


def dateline_of(text: Text) -> tuple[int, int]:
    """The offsets of the dateline of the first paragraph: "MARSVILLE, 5 May (Agency) -"; (0, 0) without one.

    What begins an item of a list is none, though it is written alike.
    """
    first = next(text.body(), None)
    if first is None or (len(text.items) > 1 and min(text.items) == first.start):
        return 0, 0
    end = _end_of_dateline(text, first)
    if not end or text.raw[first.start] in _BULLETS:
        return 0, 0
    if _FULL.search(text.plain, first.start, end):
        lines = (s for s in text.body() if s.start > first.start and text.raw[s.start - 1] == "\n")
        if any(_FULL.search(text.plain, s.start, _end_of_dateline(text, s)) for s in lines):
            return 0, 0
    return first.start, end


def _end_of_dateline(text: Text, sentence: Sentence) -> int:
    """Where the dateline ends that a sentence begins with; 0 without one."""
    within = sentence.start, min(sentence.start + _MOST_DATELINE, text.blocks[sentence.block].end)
    if (short := _WITHOUT_DASH.match(text.plain, *within)) and _names_a_place(text, short):
        return short.end()
    found = _DASH.search(text.raw, *within) and _DATELINE.match(text.raw, *within)
    day_first = found and found[0].rstrip().endswith(":") and _DAY_FIRST.match(text.plain, sentence.start)
    if not found or (day_first and not found["bracket"]):
        return 0
    place = found["place"].strip()
    words = re.findall(r"[^\W\d_]+", place)
    capitals = all(word[0].isupper() for word in words)
    told = bool(found["bracket"]) or _FULL.search(text.plain, found.start(), found.end()) or _PLACE_AND_DAY.fullmatch(found[0])
    brief = len(words) <= _MOST_PLACE and not re.search("[a-z]{2}", found["rest"])
    spelled = place.split(",")[0].isupper() and len(words[0]) > 1  # not "A mine hit a bus on the A - B road"
    return found.end() if spelled or (capitals and (told or brief)) else 0


def _names_a_place(text: Text, short: re.Match[str]) -> bool:
    """Whether a dateline without a dash has a place and an agency: not "On Monday, May 5 (a holiday)"."""
    capitals = [short.start(name) for name in ("place", "town", "agency") if short[name]]
    head = short["place"] or short["town"]
    return all(text.raw[at].isupper() for at in capitals) and not _NO_PLACE.search(head)


def published_in(text: Text) -> Published:
    """The day that a text prints as that of its publication: a line of its own, or a dateline with a year.

    A bracket at the end with whoever reported gives it, too. A numeric day that may be read in two ways is read as the rest of
    the text tells. A dateline without a year has that of the same day elsewhere in the text. A copyright line gives no day.
    """
    places = [(b.start, b.end) for b in text.blocks if b.kind == "date"]
    places += [(b.start, b.end) for b in text.blocks if b.kind in ("byline", "title")]
    for begin, stop in (*places, dateline_of(text), _sign_off(text)):
        for found in _FULL.finditer(text.plain, begin, stop):
            words = normalised_words(found[0])
            given = days(words, None)
            if given and given[0] == given[1]:
                return Published(given[0], found.start(), found.end(), f"{text.raw[found.start() : found.end()]!r} is printed")
            if numeric := _NUMERIC.fullmatch(words):
                day, why = _either_order(text, numeric, found.end())
                return Published(day, found.start(), found.end(), why)
    return _without_year(text)


def _without_year(text: Text) -> Published:
    """The day of a dateline that leaves the year out."""
    for found in _FULL.finditer(text.plain, *dateline_of(text)):
        words = normalised_words(found[0])
        printed = f"{text.raw[found.start() : found.end()]!r} is printed without a year"
        same = [day for day, *_ in _full_days(text) if days(f"{words}, {day.year}", None) == (day, day)]
        if same:
            return Published(same[0], found.start(), found.end(), f"{printed}, which {same[0]} has")
        return Published(None, found.start(), found.end(), f"{printed}; give it with --published")
    return Published(None)


def _sign_off(text: Text) -> tuple[int, int]:
    """The offsets of the bracket that ends a text: "(Reporting by the Gazette; 7 May 2031)"; (0, 0) without one."""
    end = len(text.raw.rstrip())
    found = _SIGN_OFF.search(text.plain, max(0, end - _MOST_SIGN_OFF), end)
    return found.span() if found else (0, 0)


def publisher_in(text: Text) -> str | None:
    """Who published a text, as it prints it: its masthead, the agency of its dateline, or of the bracket that ends it."""
    if name := masthead(text.raw):
        return name
    if found := _IN_BRACKET.search(text.raw, *dateline_of(text)):
        name = found[1].strip()
        if any(letter.isupper() for letter in name) and not _FULL.search(name.lower()):
            return name
    found = _REPORTED_BY.search(text.raw, *_sign_off(text))
    return found[1] if found and names_a_paper(found[1]) else None


def _either_order(text: Text, found: re.Match[str], end: int) -> tuple[dt.date | None, str]:
    """A numeric day that may be read in two ways: a weekday beside it, or another day of the text, tells."""
    ways = dict(_ways(found))
    near = text.plain[max(0, end - 40) : end + 20]
    for order, day in ways.items():
        if (weekday := WEEKDAYS[day.weekday()]) in near:
            return day, f"{found[0]} has {order}: it is a {weekday.capitalize()}"
    for other in _NUMERIC.finditer(text.plain):
        if int(other[1]) > 12 or int(other[2]) > 12:
            order = "the day first" if int(other[1]) > 12 else "the month first"
            if order in ways:
                return ways[order], f"{found[0]} has {order}, as {other[0]} has"
    printed = {day for day, *_ in _full_days(text)}
    close = [(order, day) for order, day in ways.items() if any(abs(day - other) <= _NEAR for other in printed)]
    if len(close) == 1:
        ((order, day),) = close
        return day, f"{found[0]} has {order}: the text has other days near that one"
    return None, f"{found[0]} may have the day or the month first, and nothing in the text tells; give --published"


def _ways(found: re.Match[str]) -> Iterator[tuple[str, dt.date]]:
    one, two, year = int(found[1]), int(found[2]), int(found[3])
    for order, month, day in (("the month first", one, two), ("the day first", two, one)):
        try:
            yield order, dt.date(year, month, day)
        except ValueError:
            continue


def full_day_at(text: Text) -> tuple[dt.date, int, int] | None:
    """The first day that a text prints with its year, and its offsets.

    Days without a year hang on it, where no day of publication is known.
    """
    return next(_full_days(text), None)


def _full_days(text: Text) -> Iterator[tuple[dt.date, int, int]]:
    for found in _FULL.finditer(text.plain):
        given = days(normalised_words(found[0]), None)
        if given and given[0] == given[1]:
            yield given[0], found.start(), found.end()
