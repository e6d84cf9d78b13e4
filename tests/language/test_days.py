"""Calendar expressions give their days, or none."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geomap.language.days import MONTHS, WEEKDAYS, days, days_printed, resolve

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
    ],
)
def test_each_expression_is_read_against_the_day_before_it_and_none_ends_after_publication(words, published, first, last):
    assert resolve(words, published and day(published)) == (day(first), day(last))


@pytest.mark.parametrize("words", [[], ["april 2023", "the day before"], ["hello", "monday"], ["january 29, 2024"]])
def test_expressions_that_do_not_lead_to_days_before_publication_give_none(words):
    assert resolve(words, day("2024-01-28")) is None


@given(some_days)
def test_a_written_day_is_read_back_in_every_order(date):
    month, weekday = MONTHS[date.month - 1], WEEKDAYS[date.weekday()]
    for words in (
        f"{month} {date.day}, {date.year}",
        f"{date.day} {month[:3]}. {date.year}",
        f"{weekday} ({month} {date.day}, {date.year})",
        date.isoformat(),
    ):
        assert days(words, None) == (date, date)


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
    text = "Monday, 01/22/2024. In April 2019 and on January 16, 2024 and 18 January, at 03/04/2024, 2024-01-189."

    assert days_printed(text) == {day("2024-01-22"), day("2024-01-16")}
