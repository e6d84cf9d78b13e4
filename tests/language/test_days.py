"""Calendar expressions give their days, or none."""

import calendar
import datetime as dt
import json
import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geomap.language.days import EXPRESSIONS, days
from geomap.language.finding import days_printed, expressions_in
from geomap.language.resolving import resolve
from geomap.language.words import normalised_words

TEXTS = Path(__file__).resolve().parents[1] / "more_texts"
MONTHS = [name.lower() for name in calendar.month_name[1:]]
WEEKDAYS = [name.lower() for name in calendar.day_name]
day = dt.date.fromisoformat
some_days = st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31))


@pytest.mark.parametrize(
    ("words", "anchor", "first", "last"),
    [
        ("18 january 2024", None, "2024-01-18", "2024-01-18"),
        ("september 30, 2022", None, "2022-09-30", "2022-09-30"),
        ("the 3rd of sept. 2022", None, "2022-09-03", "2022-09-03"),
        ("2024-01-18", None, "2024-01-18", "2024-01-18"),
        ("01/22/2024", None, "2024-01-22", "2024-01-22"),
        ("17-01-2024", None, "2024-01-17", "2024-01-17"),
        ("monday, 01/02/2023", None, "2023-01-02", "2023-01-02"),
        ("wednesday, 01/02/2023", None, "2023-02-01", "2023-02-01"),
        ("april 2023", None, "2023-04-01", "2023-04-30"),
        ("february 2024", None, "2024-02-01", "2024-02-29"),
        ("2019", None, "2019-01-01", "2019-12-31"),
        ("january 16", "2024-01-22", "2024-01-16", "2024-01-16"),
        ("jan 29", "2024-01-28", "2023-01-29", "2023-01-29"),
        ("june", "2023-08-08", "2023-06-01", "2023-06-30"),
        ("december", "2024-01-17", "2023-12-01", "2023-12-31"),
        ("february 29", "2024-02-28", "2020-02-29", "2020-02-29"),
        ("february 29", "1903-01-01", "1896-02-29", "1896-02-29"),
        ("tuesday (august 8)", "2023-08-10", "2023-08-08", "2023-08-08"),
        ("monday", "2024-01-22", "2024-01-22", "2024-01-22"),
        ("tuesday night", "2024-01-17", "2024-01-16", "2024-01-16"),
        ("last monday", "2024-01-22", "2024-01-15", "2024-01-15"),
        ("last december", "2024-01-17", "2023-12-01", "2023-12-31"),
        ("wed 17 jan", "2024-01-18", "2024-01-17", "2024-01-17"),
        ("the night of tuesday 16 to wednesday 17 january", "2024-01-18", "2024-01-16", "2024-01-17"),
        ("last december 9", "2024-01-17", "2023-12-09", "2023-12-09"),
        ("last 9 december", "2024-01-17", "2023-12-09", "2023-12-09"),
        ("the 9th of that month", "2024-01-17", "2024-01-09", "2024-01-09"),
        ("during the night", "2024-01-17", "2024-01-16", "2024-01-17"),
        ("last january", "2024-01-17", "2023-01-01", "2023-01-31"),
        ("last month", "2024-03-31", "2024-02-01", "2024-02-29"),
        ("last week", "2024-01-22", "2024-01-15", "2024-01-21"),
        ("last year", "2024-01-28", "2023-01-01", "2023-12-31"),
        ("earlier in the week", "2024-01-17", "2024-01-15", "2024-01-16"),
        ("earlier this week", "2024-01-15", "2024-01-15", "2024-01-15"),
        ("this week", "2024-01-17", "2024-01-15", "2024-01-17"),
        ("yesterday", "2024-03-01", "2024-02-29", "2024-02-29"),
        ("a week ago", "2024-01-22", "2024-01-15", "2024-01-15"),
        ("the day before", "2023-08-08", "2023-08-07", "2023-08-07"),
        ("two days after", "2024-01-18", "2024-01-16", "2024-01-16"),
        ("two days later", "2024-01-18", "2024-01-20", "2024-01-20"),
        ("a week later", "2024-01-18", "2024-01-25", "2024-01-25"),
        ("one week earlier", "2024-01-18", "2024-01-11", "2024-01-11"),
        ("10 weeks ago", "2024-01-18", "2023-11-09", "2023-11-09"),
        ("nineteen days before", "2024-01-20", "2024-01-01", "2024-01-01"),
        ("today", "2024-03-01", "2024-03-01", "2024-03-01"),
        ("this week", "2024-01-15", "2024-01-15", "2024-01-15"),
        ("earlier this week", "2024-01-16", "2024-01-15", "2024-01-15"),
        ("earlier in the week", "2024-01-21", "2024-01-15", "2024-01-20"),
        ("last week", "2024-01-21", "2024-01-08", "2024-01-14"),
        ("last month", "2024-01-31", "2023-12-01", "2023-12-31"),
        ("last february", "2024-01-17", "2023-02-01", "2023-02-28"),
        ("january", "2024-01-17", "2024-01-01", "2024-01-31"),
        ("sept", "2024-01-17", "2023-09-01", "2023-09-30"),
        ("sept.", "2024-01-17", "2023-09-01", "2023-09-30"),
        ("april, 2023", None, "2023-04-01", "2023-04-30"),
        ("1900", None, "1900-01-01", "1900-12-31"),
        ("2099", None, "2099-01-01", "2099-12-31"),
        ("1/22/2024", None, "2024-01-22", "2024-01-22"),
        ("22.1.2024", None, "2024-01-22", "2024-01-22"),
        ("03/03/2024", None, "2024-03-03", "2024-03-03"),
        ("monday 01/22/2024", None, "2024-01-22", "2024-01-22"),
        ("monday (01/22/2024)", None, "2024-01-22", "2024-01-22"),
        ("monday 22 january 2024", None, "2024-01-22", "2024-01-22"),
        ("monday, 22 january 2024", None, "2024-01-22", "2024-01-22"),
        ("monday (22 january 2024)", None, "2024-01-22", "2024-01-22"),
        ("monday, the 22nd of january", "2024-01-22", "2024-01-22", "2024-01-22"),
        ("monday january 22 2024", None, "2024-01-22", "2024-01-22"),
        ("monday, january 22, 2024", None, "2024-01-22", "2024-01-22"),
        ("monday (jan 22, 2024)", None, "2024-01-22", "2024-01-22"),
        ("22 january, 2024", None, "2024-01-22", "2024-01-22"),
        ("february 29, 2024", None, "2024-02-29", "2024-02-29"),
        ("overnight", "2024-05-06", "2024-05-05", "2024-05-06"),
        ("overnight on saturday", "2024-05-06", "2024-05-04", "2024-05-04"),
        ("overnight from saturday to sunday", "2024-05-06", "2024-05-04", "2024-05-05"),
        ("overnight sunday into monday", "2024-05-05", "2024-04-28", "2024-04-29"),
        ("night of 3-4 may", "2024-05-06", "2024-05-03", "2024-05-04"),
        ("the night of 3 may", "2024-05-06", "2024-05-03", "2024-05-03"),
        ("the intervening night of april 30 and may 1", "2024-05-06", "2024-04-30", "2024-05-01"),
        ("between may 3 and 5", "2024-05-06", "2024-05-03", "2024-05-05"),
        ("from 30 april to 2 may 2024", None, "2024-04-30", "2024-05-02"),
        ("3/4 may", "2024-05-06", "2024-05-03", "2024-05-04"),
        ("early hours of sunday", "2024-05-06", "2024-05-05", "2024-05-05"),
        ("in the wee hours of 5 may", "2024-05-06", "2024-05-05", "2024-05-05"),
        ("at dawn on sunday", "2024-05-06", "2024-05-05", "2024-05-05"),
        ("the night of sunday", "2024-05-06", "2024-05-05", "2024-05-05"),
        ("late on 5 may 2024", None, "2024-05-05", "2024-05-05"),
        ("last night", "2024-05-06", "2024-05-05", "2024-05-05"),
        ("this morning", "2024-05-06", "2024-05-06", "2024-05-06"),
        ("earlier today", "2024-05-06", "2024-05-06", "2024-05-06"),
        ("that day", "2024-05-06", "2024-05-06", "2024-05-06"),
        ("on the same evening", "2024-05-06", "2024-05-06", "2024-05-06"),
        ("over the weekend", "2024-05-06", "2024-05-04", "2024-05-05"),
        ("at the weekend", "2024-05-05", "2024-05-04", "2024-05-05"),
        ("this month", "2024-05-06", "2024-05-01", "2024-05-06"),
        ("earlier this year", "2024-05-06", "2024-01-01", "2024-05-06"),
        ("earlier in the month", "2024-05-06", "2024-05-01", "2024-05-06"),
        ("april last year", "2024-05-06", "2023-04-01", "2023-04-30"),
        ("april of this year", "2024-05-06", "2024-04-01", "2024-04-30"),
        ("early april", "2024-05-06", "2024-04-01", "2024-04-10"),
        ("mid-april", "2024-05-06", "2024-04-11", "2024-04-20"),
        ("late in april 2023", "2024-05-06", "2023-04-21", "2023-04-30"),
        ("the second of this month", "2024-05-06", "2024-05-02", "2024-05-02"),
        ("the 30th of last month", "2024-05-06", "2024-04-30", "2024-04-30"),
        ("the twenty-first of march", "2024-05-06", "2024-03-21", "2024-03-21"),
        ("on the 4th", "2024-05-06", "2024-05-04", "2024-05-04"),
        ("on the 31st", "2024-05-06", "2024-03-31", "2024-03-31"),
        ("christmas night", "2024-05-06", "2023-12-25", "2023-12-25"),
        ("new year's day", "2024-05-06", "2024-01-01", "2024-01-01"),
        ("tues.", "2024-05-06", "2024-04-30", "2024-04-30"),
        ("sun. night", "2024-05-06", "2024-05-05", "2024-05-05"),
        ("friday and saturday", "2024-05-06", "2024-05-03", "2024-05-04"),
        ("from saturday until monday evening", "2024-05-06", "2024-05-04", "2024-05-06"),
        ("thursday and again on friday", "2024-05-06", "2024-05-02", "2024-05-03"),
        ("the day before yesterday", "2024-05-06", "2024-05-04", "2024-05-04"),
        ("last evening", "2024-05-06", "2024-05-05", "2024-05-05"),
        ("the week before", "2024-05-08", "2024-04-29", "2024-05-05"),
        ("a fortnight earlier", "2024-05-08", "2024-04-24", "2024-04-24"),
        ("the previous sunday", "2024-05-05", "2024-04-28", "2024-04-28"),
        ("the following friday", "2024-05-05", "2024-05-10", "2024-05-10"),
        ("the tuesday before", "2024-05-08", "2024-05-07", "2024-05-07"),
        ("the evening before", "2024-05-08", "2024-05-07", "2024-05-07"),
        ("a couple of hours before", "2024-05-08", "2024-05-08", "2024-05-08"),
        ("earlier in the day", "2024-05-08", "2024-05-08", "2024-05-08"),
        ("that very thursday", "2024-05-05", "2024-05-02", "2024-05-02"),
        ("overnight into sunday", "2024-05-08", "2024-05-04", "2024-05-05"),
        ("the night of saturday-sunday", "2024-05-08", "2024-05-04", "2024-05-05"),
        ("sunday night into monday", "2024-05-08", "2024-05-05", "2024-05-06"),
        ("over the past two days", "2024-05-08", "2024-05-06", "2024-05-08"),
        ("in the last 48 hours", "2024-05-08", "2024-05-06", "2024-05-08"),
        ("from april 29 through may 3", "2024-05-08", "2024-04-29", "2024-05-03"),
        ("3rd and 4th may", "2024-05-08", "2024-05-03", "2024-05-04"),
        ("may the 7th", "2024-05-08", "2024-05-07", "2024-05-07"),
        ("7-may", "2024-05-08", "2024-05-07", "2024-05-07"),
        ("the seventh day of may", "2024-05-08", "2024-05-07", "2024-05-07"),
        ("the end of april", "2024-05-08", "2024-04-21", "2024-04-30"),
        ("at the start of may", "2024-05-28", "2024-05-01", "2024-05-10"),
        ("tonight", "2024-05-08", "2024-05-08", "2024-05-08"),
        ("the night to sunday", "2024-05-08", "2024-05-04", "2024-05-05"),
        ("the eve of may 5", "2024-05-08", "2024-05-04", "2024-05-04"),
        ("three nights ago", "2024-05-08", "2024-05-05", "2024-05-05"),
        ("the night of the 6th", "2024-05-08", "2024-05-06", "2024-05-06"),
        ("night of 4 to 5 may", "2024-05-08", "2024-05-04", "2024-05-05"),
        ("the first week of may", "2024-05-28", "2024-05-01", "2024-05-07"),
        ("last week of february 2023", None, "2023-02-22", "2023-02-28"),
        ("the second half of april", "2024-05-08", "2024-04-16", "2024-04-30"),
        ("the last days of last month", "2024-05-08", "2024-04-21", "2024-04-30"),
        ("mid-month", "2024-05-18", "2024-05-11", "2024-05-20"),
        ("the middle of the month", "2024-05-08", "2024-04-11", "2024-04-20"),
        ("the beginning of the year", "2024-05-08", "2024-01-01", "2024-01-31"),
        ("late 2023", "2024-05-08", "2023-09-01", "2023-12-31"),
        ("early last year", "2024-05-08", "2023-01-01", "2023-04-30"),
        ("the end of last year", "2024-05-08", "2023-12-01", "2023-12-31"),
        ("the third quarter of 2023", "2024-05-08", "2023-07-01", "2023-09-30"),
        ("the first week of 2024", "2024-05-08", "2024-01-01", "2024-01-07"),
        ("the start of the week", "2024-05-08", "2024-05-06", "2024-05-12"),
        ("the previous week", "2024-05-08", "2024-04-29", "2024-05-05"),
        ("the month before", "2024-05-08", "2024-04-01", "2024-04-30"),
        ("the same month", "2024-05-08", "2024-05-01", "2024-05-31"),
        ("three months earlier", "2024-05-08", "2024-02-01", "2024-02-29"),
        ("a year later", "2024-05-08", "2025-01-01", "2025-12-31"),
        ("two years ago", "2024-05-08", "2022-01-01", "2022-12-31"),
        ("the week before last", "2024-05-08", "2024-04-22", "2024-04-28"),
        ("the monday before last", "2024-05-08", "2024-04-29", "2024-04-29"),
        ("on 7/5", "2024-05-08", "2024-05-07", "2024-05-07"),
        ("on 25/12", "2024-05-08", "2023-12-25", "2023-12-25"),
        ("on 7/5/24", "2024-05-08", "2024-05-07", "2024-05-07"),
        ("2024/05/07", None, "2024-05-07", "2024-05-07"),
        ("7-may-2024", None, "2024-05-07", "2024-05-07"),
        ("over the past day", "2024-05-08", "2024-05-07", "2024-05-08"),
    ],
)
def test_a_calendar_expression_gives_its_days(words, anchor, first, last):
    assert days(words, anchor and day(anchor)) == (day(first), day(last))


@pytest.mark.parametrize(
    ("words", "anchor"),
    [
        ("01/02/2023", "2023-03-01"),  # month first or day first: cannot be said
        ("tuesday, january 2, 2023", "2023-03-01"),  # a Monday
        ("february 30, 2023", "2023-03-01"),
        ("january 16", None),
        ("monday", None),
        ("last december", None),
        ("yesterday", None),
        ("a week ago", None),
        ("may be", "2023-03-01"),
        ("we", "2023-03-01"),
        ("1500 / 1500", "2023-03-01"),
        ("", "2023-03-01"),
        ("sunday (january 22, 2024)", "2024-03-01"),  # a Monday
        ("sunday, 22 january 2024", "2024-03-01"),
        ("sunday, 01/22/2024", "2024-03-01"),
        ("01/22-2024", "2024-03-01"),
        ("13/13/2024", "2024-03-01"),
        ("2024-13-01", "2024-03-01"),
        ("zero days ago", "2024-03-01"),
        ("twenty days ago", "2024-03-01"),
        ("a day", "2024-03-01"),
        ("two days afterwards", "2024-03-01"),
        ("monday noon", "2024-03-01"),
        ("june", None),
        ("last week", None),
        ("today", None),
        ("this week", None),
        ("1899", "2024-03-01"),
        ("2100", "2024-03-01"),
        ("may 0000", None),
        ("9999999 days ago", "2024-03-01"),
    ],
)
def test_words_that_fix_no_day_give_none(words, anchor):
    assert days(words, anchor and day(anchor)) is None


@pytest.mark.parametrize(
    ("words", "published", "first", "last"),
    [
        (["monday", "a week ago"], "2024-01-22", "2024-01-15", "2024-01-15"),
        (["january 16", "monday"], "2024-01-22", "2024-01-15", "2024-01-15"),
        (["tuesday", "a day after"], "2024-01-18", "2024-01-15", "2024-01-15"),
        (["january"], "2024-01-28", "2024-01-01", "2024-01-28"),
        (["2024"], None, "2024-01-01", "2024-12-31"),
        (["january 22, 2024"], "2024-01-22", "2024-01-22", "2024-01-22"),
        (["2024"], "2024-01-01", "2024-01-01", "2024-01-01"),
        (["january 16", "a day before", "a day before"], "2024-01-22", "2024-01-14", "2024-01-14"),
        (["march 2023", "the same month"], "2024-01-22", "2023-03-01", "2023-03-31"),
        (["march 2023", "two months earlier"], "2024-01-22", "2023-01-01", "2023-01-31"),
        (["2021", "a year later"], "2024-01-22", "2022-01-01", "2022-12-31"),
        (["last week", "the previous week"], "2024-01-22", "2024-01-08", "2024-01-14"),
    ],
)
def test_each_expression_is_read_against_the_day_before_it_and_none_ends_after_publication(words, published, first, last):
    assert resolve(words, published and day(published)) == (day(first), day(last))


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["april 2023", "the day before"],
        ["hello", "monday"],
        ["january 29, 2024"],
        ["monday", "hello"],
        ["february 2024"],
        ["last week", "two weeks earlier"],
    ],
)
def test_expressions_that_do_not_lead_to_days_before_publication_give_none(words):
    assert resolve(words, day("2024-01-28")) is None


ORDINALS = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}


@given(some_days)
def test_a_written_day_is_read_back_in_every_order(date):
    month, weekday = MONTHS[date.month - 1], WEEKDAYS[date.weekday()]
    short = month if month == "may" else f"{month[:3]}."
    nth = f"{date.day}{ORDINALS.get(date.day, 'th')}"
    for words in (
        f"{month} {date.day}, {date.year}",
        f"{month} {nth}, {date.year}",
        f"{short} {date.day}, {date.year}",
        f"{month[:3]} {date.day} {date.year}",
        f"{date.day} {month} {date.year}",
        f"{date.day} {short} {date.year}",
        f"{date.day} {month[:3]} {date.year}",
        f"the {nth} of {month} {date.year}",
        f"{weekday} ({month} {date.day}, {date.year})",
        f"{weekday}, {nth} {month}, {date.year}",
        date.isoformat(),
    ):
        assert days(words, None) == (date, date)
        assert days_printed(f"until {words} it was so.") == {date}
        assert days_printed(f"{'seen of old. ' * 20}until {words} it was so.{' seen anew.' * 20}") == {date}


@given(some_days)
def test_a_written_month_is_read_back_from_its_first_day_to_its_last(date):
    month = MONTHS[date.month - 1]
    last = date.replace(day=calendar.monthrange(date.year, date.month)[1])
    for words in (month, month[:3], f"{month[:3]}."):
        assert days(f"{words} {date.year}", None) == (date.replace(day=1), last)
        assert days(words, last) == (date.replace(day=1), last)


@given(some_days, some_days)
def test_a_day_beside_the_wrong_weekday_is_none(date, other):
    weekday = WEEKDAYS[other.weekday()]

    agrees = days(f"{weekday}, {MONTHS[date.month - 1]} {date.day}, {date.year}", None) is not None
    assert agrees == (date.weekday() == other.weekday())


@given(st.sampled_from(WEEKDAYS), st.sampled_from(["morning", "afternoon", "evening", "night"]), some_days)
def test_the_time_of_a_day_does_not_change_it(weekday, time, anchor):
    assert days(f"{weekday} {time}", anchor) == days(weekday, anchor)


@given(some_days, st.integers(1, 999), st.sampled_from(["ago", "before", "earlier", "after", "later"]))
def test_a_count_of_days_or_weeks_goes_back_by_as_many_and_on_where_it_is_later(anchor, count, word):
    way = 1 if word == "later" else -1
    assert days(f"{count} days {word}", anchor) == (anchor + way * dt.timedelta(count),) * 2
    assert days(f"{count} weeks {word}", anchor) == (anchor + way * dt.timedelta(7 * count),) * 2


def test_a_day_after_goes_on_where_it_is_said_to():
    assert resolve(["may 4", "a week after"], day("2024-05-20")) == (day("2024-04-27"),) * 2
    assert resolve(["may 4", "a week after"], day("2024-05-20"), onward=True) == (day("2024-05-11"),) * 2
    assert resolve(["may 4", "a week before"], day("2024-05-20"), onward=True) == (day("2024-04-27"),) * 2


@given(some_days)
def test_the_weeks_months_and_years_that_are_over_end_before_the_present_ones_begin(anchor):
    for unit, longest in (("week", 7), ("month", 31), ("year", 366)):
        first, last = days(f"last {unit}", anchor)
        assert first < last < anchor
        assert (anchor - last).days <= longest
        assert (last - first).days < longest
    assert days("last week", anchor)[0].weekday() == 0
    assert days("last month", anchor)[0].day == days("last year", anchor)[0].day == 1


@given(
    st.one_of(
        st.from_regex(r"(january|may|december)( [0-9]{1,2},)?( [0-9]{4})?", fullmatch=True),
        st.from_regex(r"[0-9]{1,20} (day|week)s ago", fullmatch=True),
        st.from_regex(r"[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{4}", fullmatch=True),
        st.sampled_from(["monday", "last monday", "last week", "last month", "last year", "last december", "yesterday"]),
    ),
    st.none() | st.dates(),
)
def test_no_words_lead_past_the_ends_of_the_calendar(words, anchor):
    given = days(words, anchor)

    assert given is None or given[0] <= given[1]
    assert resolve([words, words], anchor) is None or anchor is None or resolve([words, words], anchor)[1] <= anchor
    assert days_printed(words) <= {given and given[0]}


@given(some_days, some_days)
def test_a_missing_year_is_the_latest_that_is_not_after_the_anchor(date, anchor):
    words = f"{MONTHS[date.month - 1]} {date.day}"
    found, _ = days(words, anchor)

    assert (found.month, found.day) == (date.month, date.day)
    assert found <= anchor
    later = found.replace(year=found.year + 1) if words != "february 29" else found.replace(year=found.year + 8)
    assert later > anchor


@given(st.sampled_from(WEEKDAYS), some_days)
def test_a_bare_weekday_is_the_latest_and_last_is_the_one_before_today(weekday, anchor):
    bare, last = days(weekday, anchor)[0], days(f"last {weekday}", anchor)[0]

    assert WEEKDAYS[bare.weekday()] == WEEKDAYS[last.weekday()] == weekday
    assert 0 <= (anchor - bare).days < 7
    assert 1 <= (anchor - last).days <= 7


def test_only_full_days_of_a_text_are_printed_days():
    text = "Monday, 01/22/2024. In April 2019 and on January 16, 2024 and 18 January, at 03/04/2024, 2024-01-189, May 0000."

    assert days_printed("118 january 2024") == set()
    assert days_printed(text.lower()) == {day("2024-01-22"), day("2024-01-16")}


@pytest.mark.parametrize(
    "words", ["this yearly fair", "thisyear", "earlier in the monthly talks", "the weekends", "this months"]
)
def test_a_part_of_a_longer_word_is_no_day(words):
    assert not [found[0] for one in EXPRESSIONS for found in one.pattern.finditer(words)]


@pytest.mark.parametrize("words", ["5-3 may", "overnight on 31 june", "night of 30 february", "from 5 to 3 may 2024"])
def test_nights_and_stretches_that_cannot_be_give_none(words):
    assert days(words, dt.date(2024, 5, 6)) is None


@given(some_days, st.integers(1, 20))
def test_a_stretch_of_days_of_a_month_is_read_back_in_every_way(first, more):
    last = first + dt.timedelta(days=more)
    month = MONTHS[last.month - 1]
    ways = [f"from {first.day} {MONTHS[first.month - 1]} to {last.day} {month} {last.year}"]
    if first.month == last.month:
        ways = [f"{first.day}-{last.day} {month} {last.year}", f"between {month} {first.day} and {last.day}, {last.year}"]
    if first.year == last.year:
        assert {days(words, None) for words in ways} == {(first, last)}


@cache
def news():
    """Sentences of texts that were written to be read, in small letters."""
    texts = [file.read_text(encoding="utf-8") for file in sorted(TEXTS.glob("practice/*/*.txt"))]
    texts += [
        json.loads(line)["text"]
        for file in sorted(TEXTS.glob("*/*.jsonl"))
        for line in file.read_text(encoding="utf-8").splitlines()
    ]
    return [line for text in texts for line in re.split(r"(?<=[.;]) |\n", normalised_words(text))]


def test_what_an_expression_needs_stands_wherever_it_does():
    lacking = [
        (one.pattern.pattern[:80], line)
        for line in news()
        for one in EXPRESSIONS
        if one.pattern.search(line) and one not in expressions_in(line)
    ]

    assert len(news()) > 5000
    assert not lacking
