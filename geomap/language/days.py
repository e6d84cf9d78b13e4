"""Days in an article's English: each calendar expression with the days that it gives.

Every rule is pure, from words to a value, and gives None where the words give none. The tables of patterns serve both to hold a
value against its words and to find such words in a text. Words are given as `normalised_words` leaves them.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from geomap.language.calendar import (
    DAY,
    FEASTS,
    MONTH_NAME,
    NO_NIGHT_SHIFT,
    NO_NOUN,
    ORDINALS,
    UNCOUNTED,
    WEEK,
    WEEKDAY_NAME,
    Expression,
    Interval,
    Rule,
    back_to,
    date_of,
    day_of,
    latest,
    latest_of_month,
    month_of,
    needed,
    one_day,
    weekday_of,
    whole_month,
)
from geomap.language.numbers import ONES, number
from geomap.language.stretches import PART, STRETCH, WHOLE, part_of, units_away, whole_of

#: A day that is news lies no farther before the anchor.
_NEWS: Final = 2 * WEEK

_MONTH: Final = f"(?P<month>{MONTH_NAME})"
_WEEKDAY: Final = f"(?P<weekday>{WEEKDAY_NAME})"
_SHORT_WEEKDAY: Final = f"(?P<weekday>{WEEKDAY_NAME}|mon|tue|weds?|thur?|fri|sat|sun)"  #: before a date
_PART: Final = "(?: (?:late |early )?(?:morning|afternoon|evening|night))?"
_DAY: Final = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_ORDINAL: Final = rf"(?:(?P<day>{'|'.join(sorted(ORDINALS, key=len, reverse=True))})|(?P<day_>\d{{1,2}})(?:st|nd|rd|th))"
_FULL_DAY: Final = (
    rf"(?:{WEEKDAY_NAME},? \(?)?"
    rf"(?:{MONTH_NAME} \d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {MONTH_NAME})"
    r"(?:,? \d{4})?\)?"
)
#: A day as it may be said within a longer expression.
_SAID: Final = rf"(?:{_FULL_DAY}|{WEEKDAY_NAME}|today|yesterday|{'|'.join(FEASTS)}|the \d{{1,2}}(?:st|nd|rd|th))"
_YEAR: Final = r"(?:(?:,? |-)(?P<year>\d{4}))?"
#: What may stand before two days of a month: "the night of 3-4 May".
_BETWEEN: Final = rf"(?:(?P<between>between )|from |(?:the |on )?(?:the )?night (?:of |between )?)?(?:{WEEKDAY_NAME},? )?"
#: "3 May and Wednesday 7 May" are two days, where "between" does not stand before them.
_TO: Final = rf"(?: and (?(between)(?:{WEEKDAY_NAME},? )?)|(?: to | until | till | through | ?[-/] ?)(?:{WEEKDAY_NAME},? )?)"
_COUNT: Final = rf"(?P<count>\d+|a|the|{'|'.join(ONES[1:])})"


def _full(found: re.Match[str], anchor: dt.date | None) -> Interval | None:
    """A day with its month, and the year or the latest one that is not after the anchor."""
    parts = found.groupdict()
    month, day = month_of(parts["month"]), day_of(parts["day"])
    if parts.get("year"):
        return one_day(date_of(int(parts["year"]), month, day))
    return one_day(latest(month, day, anchor)) if anchor else None


def _numeric(found: re.Match[str], anchor: dt.date | None) -> Interval | None:
    """Month first or day first, whichever the calendar and a weekday beside it allow.

    Where both are possible, the one in the weeks before the anchor; None where that does not tell, either. A missing year is
    the latest that is not after the anchor.
    """
    first, second = int(found["first"]), int(found["second"])
    year = found["year"] and int(found["year"]) + (2000 if len(found["year"]) == 2 else 0)
    ways = (way for way in ((first, second), (second, first)) if way[0] <= 12)
    dates = {date_of(year, *way) if year else anchor and latest(*way, anchor) for way in ways}
    days = {day for day in dates if day and _agrees(found, day)}
    if len(days) > 1 and anchor:
        days = {day for day in days if anchor - _NEWS <= day <= anchor}
    return one_day(days.pop()) if len(days) == 1 else None


def _in_month(found: re.Match[str], anchor: dt.date | None) -> Interval | None:
    month, year = month_of(found["month"]), found.groupdict().get("year")
    if year:
        return whole_month(int(year), month)
    return whole_month(anchor.year - (month > anchor.month), month) if anchor else None


def _in_year(found: re.Match[str], _: dt.date | None) -> Interval | None:
    year = int(found["year"])
    return dt.date(year, 1, 1), dt.date(year, 12, 31)


def _on_weekday(found: re.Match[str], anchor: dt.date | None) -> Interval | None:
    return one_day(back_to(found["weekday"], anchor)) if anchor else None


def _part(found: re.Match[str], anchor: dt.date | None) -> Interval | None:
    """A part of a month, a year or a week: "early April", "the first week of May", "the end of last year"."""
    words, unit = found["whole"], found["whole_unit"]
    said = found["part"].removeprefix("very "), found["nth"], found["unit"]
    whole = anchor and whole_of(unit, anchor) if unit and not words.startswith("last") else days(words, anchor)
    given = part_of(whole, *said) if whole else None
    if anchor and unit and whole and given and given[0] > anchor:
        return part_of(whole_of(unit, whole[0] - DAY), *said)  # "mid-month" on the fifth
    return given


def _of_month(found: re.Match[str], anchor: dt.date | None) -> Interval | None:
    """A day whose month is not named: "the ninth of this month", "on the 9th"."""
    day = day_of(found.groupdict().get("day") or found["day_"])
    if anchor is None:
        return None
    which = found.groupdict().get("which")
    before = anchor.replace(day=1) - DAY if which == "last" else anchor
    return one_day(date_of(before.year, before.month, day) if which else latest_of_month(day, anchor))


def _feast(found: re.Match[str], anchor: dt.date | None) -> Interval | None:
    """A day of the year that has a name."""
    return one_day(latest(*FEASTS[found["feast"]], anchor)) if anchor else None


def _last(found: re.Match[str], anchor: dt.date | None) -> Interval | None:
    """The latest such month, weekday, week or year that was over before the anchor's began, or the one before it."""
    if anchor is None:
        return None
    parts, back = found.groupdict(), 2 if found[0].endswith("before last") else 1
    if parts.get("month") and (month := month_of(parts["month"])):
        return whole_month(anchor.year - (month >= anchor.month), month)
    if parts.get("weekday"):
        return one_day(back_to(parts["weekday"], anchor - DAY) - (back - 1) * WEEK)
    return units_away(parts["stretch"], anchor, -back)


def _near(found: re.Match[str], anchor: dt.date | None) -> Interval | None:
    if anchor is None:
        return None
    if "week" not in found["near"]:
        return one_day(anchor - (2 if "before" in found["near"] else found["near"].startswith(("yesterday", "last"))) * DAY)
    monday = anchor - anchor.weekday() * DAY
    return monday, max(monday, anchor - DAY) if found["near"].startswith("earlier") else anchor


def _counted(found: re.Match[str], anchor: dt.date | None) -> Interval | None:
    count = 1 if found["count"] in ("a", "the") else number(found["count"])
    if anchor is None or count is None:
        return None
    unit, ahead = found["unit"], found["way"] in ("later", "after")
    if unit in ("month", "year") or (unit == "week" and found["count"] == "the" and found["way"] != "ago"):
        return units_away(unit, anchor, count if ahead else -count)
    far = count * {"day": DAY, "night": DAY, "week": WEEK, "fortnight": 2 * WEEK}[unit]
    return one_day(anchor + far if found["way"] == "later" else anchor - far)


def _night(found: re.Match[str], anchor: dt.date | None) -> Interval | None:
    """Overnight: the day before and the day; with a name, the night that begins then, or the two days that it names."""
    if anchor is None:
        return None
    if not found["first"]:
        return anchor - DAY, anchor
    one = days(found["first"], anchor)
    other = days(found["second"], anchor) if found["second"] else one
    if not one or not other:
        return None
    return (one[0], other[1]) if one[0] <= other[1] else (one[0] - WEEK, other[1])


def _last_week(found: re.Match[str], anchor: dt.date | None) -> Interval | None:
    """A weekday of the week before the anchor's."""
    if anchor is None:
        return None
    return one_day(anchor - anchor.weekday() * DAY - WEEK + weekday_of(found["weekday"]) * DAY)


def _beside(found: re.Match[str], anchor: dt.date | None) -> Interval | None:
    """The day, the weekday, the week or the like before or after the one that an earlier expression gave."""
    if anchor is None:
        return None
    parts, forward = found.groupdict(), found["which"] in ("next", "following", "after", "later")
    if parts.get("weekday"):
        return one_day(back_to(parts["weekday"], anchor + WEEK if forward else anchor - DAY))
    if parts.get("stretch"):
        return units_away(parts["stretch"], anchor, 1 if forward else -1)
    return one_day(anchor + DAY if forward else anchor - DAY)


def _hours(found: re.Match[str], anchor: dt.date | None) -> Interval | None:
    """A part of a day, as the whole day."""
    return days(found["day_said"], anchor)


def _past(found: re.Match[str], anchor: dt.date | None) -> Interval | None:
    """The last days until the day of writing: "over the past two days", "in the last 48 hours"."""
    count = number(found["count"] or "one")
    if anchor is None or count is None:
        return None
    days = -(-count // 24) if found["unit"] == "hour" else count * (7 if found["unit"] == "week" else 1)
    return anchor - days * DAY, anchor


def _eve(found: re.Match[str], anchor: dt.date | None) -> Interval | None:
    """The day before one that is named; with the night that leads to it both."""
    day = days(found["day_said"], anchor)
    return day and (day[0] - DAY, day[0] if "night" in found[0] else day[0] - DAY)


def _so_far(found: re.Match[str], anchor: dt.date | None) -> Interval | None:
    """This month or this year, until the day of writing."""
    if anchor is None:
        return None
    return whole_of(found["unit"] or found["unit_"], anchor)[0], anchor


def _same(found: re.Match[str], anchor: dt.date | None) -> Interval | None:
    """The day, the week or the like that an earlier expression gave."""
    if anchor and (unit := found.groupdict().get("stretch")):
        return whole_of(unit, anchor)
    return one_day(anchor)


def _month_of(found: re.Match[str], anchor: dt.date | None) -> Interval | None:
    return whole_month(anchor.year - (found["which"] == "last"), month_of(found["month"])) if anchor else None


def _weekend(found: re.Match[str], anchor: dt.date | None) -> Interval | None:
    return (sunday - DAY, sunday) if anchor and (sunday := back_to("sunday", anchor)) else None


def _through(found: re.Match[str], anchor: dt.date | None) -> Interval | None:
    """From one weekday to the next that is named."""
    last = back_to(found["last"], anchor) if anchor else None
    return (back_to(found["first"], last), last) if last else None


def _from_to(found: re.Match[str], anchor: dt.date | None) -> Interval | None:
    """From one day of a month to another: "3-5 May", "between May 3 and 5", "from 30 April to 2 May"."""
    parts = {key: said.strip() for key, said in found.groupdict().items() if said}
    month = parts.get("month_said", "") + (f" {parts['year_said']}" if "year_said" in parts else "")
    one = days(
        f"{parts['from_day']} {parts['other_month'] + month[len(parts['month_said']) :] if 'other_month' in parts else month}",
        anchor,
    )
    other = days(f"{parts['to_day']} {month.replace(parts['month_said'], parts.get('to_month', parts['month_said']))}", anchor)
    return (one[0], other[1]) if one and other and one[0] <= other[1] else None


#: Calendar expressions, resolved against an anchor day.
EXPRESSIONS: Final = tuple(
    Expression(needed(needs), re.compile(rf"(?<!\w)(?:{pattern})(?!\w)"), rule)
    for needs, pattern, rule in (
        ("MONTH & DIGIT", rf"(?:{_SHORT_WEEKDAY},? \(?)?{_MONTH} (?:the )?{_DAY}{_YEAR}\)?", _full),
        ("MONTH & DIGIT & last ", rf"last {_MONTH} {_DAY}{_YEAR}{UNCOUNTED}", _full),
        ("MONTH & DIGIT", rf"(?:last |{_SHORT_WEEKDAY},? \(?)?(?:the )?{_DAY}(?: of |-| ){_MONTH}{_YEAR}\)?", _full),
        ("MONTH &  of ", rf"(?:the )?(?P<day>{'|'.join(ORDINALS)}) (?:day )?of {_MONTH}{_YEAR}", _full),
        ("month", rf"the {_ORDINAL} of (?P<which>this|that|the same|last|the) month", _of_month),
        ("DIGIT & the ", r"(?:on )?the (?P<day_>\d{1,2})(?:st|nd|rd|th)" + NO_NOUN, _of_month),
        ("FEAST", rf"(?P<feast>{'|'.join(FEASTS)})", _feast),
        ("DIGIT & -|/|.", r"(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d\d)(?P=mark)(?P<day>\d\d)", _full),
        (
            "DIGIT & -|/|.",
            rf"(?:{_WEEKDAY},? \(?)?(?P<first>\d\d?)(?P<mark>[/.-])(?P<second>\d\d?)(?P=mark)(?P<year>\d{{4}})\)?",
            _numeric,
        ),
        ("/ & DIGIT & on ", r"on (?P<first>\d\d?)/(?P<second>\d\d?)(?:/(?P<year>\d\d))?", _numeric),
        ("MONTH", rf"{_MONTH}{_YEAR}", _in_month),
        ("19|20", r"(?P<year>(?:19|20)\d\d)", _in_year),
        ("WEEKDAY", rf"(?:late |early )?(?:on )?{_WEEKDAY}(?:'s)?{_PART}", _on_weekday),
        (
            "hours",
            r"(?:in )?(?:the )?(?:early|late|small|wee|pre-dawn|predawn|first) (?:morning )?hours "
            rf"(?:of|on) (?P<day_said>{_SAID})",
            _hours,
        ),
        (
            "dawn|dusk|noon|midday|midnight|daybreak|night o|morning o|evening o|afternoon o",
            r"(?:at )?(?:dawn|dusk|noon|midday|midnight|daybreak|the (?:night|morning|evening|afternoon)) "
            rf"(?:on|of) (?P<day_said>{_SAID})",
            _hours,
        ),
        ("MONTH & late |early ", rf"(?:late|early) (?:on )?(?P<day_said>{_FULL_DAY})", _hours),
        ("overnight", rf"overnight(?: (?:on |of |from )?(?P<first>{_SAID})(?: (?:to|into|and) (?P<second>{_SAID}))?)?", _night),
        ("during the night", f"during the (?P<first>)night{NO_NIGHT_SHIFT}", _night),
        (
            "night",
            rf"(?:the )?(?:intervening )?night (?:between|of|from) (?P<first>{_SAID})"
            rf"(?:(?: (?:and|to|into) |-)(?P<second>{_SAID}))?",
            _night,
        ),
        ("night", rf"(?:(?:in |during )?the night|overnight) (?:in)?to (?P<day_said>{_SAID})", _eve),
        ("eve of", rf"(?:on )?the eve of (?P<day_said>{_SAID})", _eve),
        ("month|year", r"(?:earlier )?this (?P<unit>month|year)|earlier in the (?P<unit_>month|year)", _so_far),
        ("weekend", r"(?:(?:over|at|on|during) )?the (?:last |past )?weekend|(?:this|last) weekend", _weekend),
        ("same|that", rf"(?:on )?(?:that|the same) (?:very |same )?(?:day|night|morning|afternoon|evening|{STRETCH})", _same),
        (
            "minute|hour|earlier|later",
            r"(?:(?:a few|several|some|an?|a couple of|barely an|\d+|two|three|four|five|six) )?(?:minutes?|hours?) "
            r"(?:before|earlier|later|after)|(?:earlier|later) (?:in |on )?(?:the|that|the same) (?:day|night|morning|evening)",
            _same,
        ),
        ("WEEKDAY & that |the same |this ", rf"(?:on )?(?:that|the same|this) (?:very |same )?{_WEEKDAY}{_PART}", _on_weekday),
        ("WEEKDAY &  week", rf"(?:on )?{_WEEKDAY},? (?:of )?(?:last|the previous|the past) week", _last_week),
        ("WEEKDAY &  last", rf"(?:on )?{_WEEKDAY} last", _last),
        (
            "next|following|previous|preceding",
            r"(?:(?:before |at )?(?:dawn|dusk|noon|daybreak) )?(?:on )?the (?P<which>next|following|previous|preceding) "
            rf"(?:day|night|morning|afternoon|evening|{STRETCH}|{_WEEKDAY})",
            _beside,
        ),
        (
            "before|after",
            rf"(?:on )?the (?:night|morning|afternoon|evening|{_WEEKDAY}) (?P<which>before|after)(?: that)?",
            _beside,
        ),
        ("before last", rf"(?:on )?the (?:{STRETCH}|{_WEEKDAY}) before last", _last),
        (
            "WEEKDAY &  and |to |till |until |through |-",
            rf"(?:from |between )?(?:late |early )?(?P<first>{WEEKDAY_NAME}){_PART}"
            rf"(?: (?:and(?: again(?: on)?)?|to|into|till|until|through) |-)(?P<last>{WEEKDAY_NAME}){_PART}",
            _through,
        ),
        ("MONTH &  year & last |this ", rf"{_MONTH} (?:of )?(?P<which>last|this) year", _month_of),
        (
            "MONTH & DIGIT & and |to |until |till |through |-|/",
            rf"{_BETWEEN}(?P<from_day>\d{{1,2}})(?:st|nd|rd|th)?(?: (?P<other_month>{MONTH_NAME}))?{_TO}"
            rf"(?P<to_day>\d{{1,2}})(?:st|nd|rd|th)? (?P<month_said>{MONTH_NAME})(?:,? (?P<year_said>\d{{4}}))?",
            _from_to,
        ),
        (
            "MONTH & DIGIT & and |to |until |till |through |-|/",
            rf"{_BETWEEN}(?P<month_said>{MONTH_NAME}) (?P<from_day>\d{{1,2}}){_TO}"
            rf"(?:(?P<to_month>{MONTH_NAME}) )?(?P<to_day>\d{{1,2}})(?:,? (?P<year_said>\d{{4}}))?",
            _from_to,
        ),
        (
            "PART & STRETCH|MONTH|19|20",
            rf"(?:at )?(?:the )?{PART}(?: part)?(?: of (?:the )?| in (?:the )?|-| ){WHOLE}",
            _part,
        ),
        (
            "past|last|previous",
            rf"(?:over|in|during|within|for) the (?:past|last|previous) (?:(?P<count>\d+|{'|'.join(ONES[1:])}) "
            r"(?P<unit>hour|day|week)s|day)",
            _past,
        ),
        ("last ", rf"last (?:{_MONTH}|{_WEEKDAY}|{STRETCH})", _last),
        (
            "today|yesterday|week|tonight|last night|last evening|before last|this morning|this afternoon|this evening",
            r"(?P<near>(?:earlier )?today|yesterday|(?:earlier )?this week|earlier in the week|tonight|last (?:night|evening)|"
            r"the (?:day before yesterday|night before last)|"
            rf"this (?:morning|afternoon|evening)){_PART}",
            _near,
        ),
        (
            "ago|before|earlier|after|later",
            rf"{_COUNT} (?P<unit>day|night|week|fortnight|month|year)s? (?P<way>ago|before|earlier|after|later)(?: that)?",
            _counted,
        ),
    )
)


def days(words: str, anchor: dt.date | None) -> Interval | None:
    """The days that a calendar expression gives, first and last, or None.

    A missing year is the latest that does not come after the anchor, and so is a bare weekday. "Two days later" goes on, "two
    days before" goes back. "Two days after" goes back, too: "Tuesday's attack came two days after a raid" dates the raid. Where
    it goes on, as in "two days after the attack, a raid ...", `resolve` is told.

    Args:
        words: the whole expression, as `normalised_words` leaves it.
        anchor: the day it is read against: of publication, or what an earlier expression gave. None: not known.

    >>> days("last december", dt.date(2024, 1, 17))
    (datetime.date(2023, 12, 1), datetime.date(2023, 12, 31))
    """
    for _, pattern, rule in EXPRESSIONS:
        if (found := pattern.fullmatch(words)) and (given := given_by(rule, found, anchor)) and _agrees(found, given[0]):
            return given
    return None


def given_by(rule: Rule, found: re.Match[str], anchor: dt.date | None) -> Interval | None:
    """The days that a rule gives; None where they lie past the ends of the calendar ("May 0000", "9999999 days ago")."""
    try:
        return rule(found, anchor)
    except (ValueError, OverflowError):
        return None


def _agrees(found: re.Match[str], day: dt.date) -> bool:
    weekday = found.groupdict().get("weekday")
    return weekday is None or day.weekday() == weekday_of(weekday)
