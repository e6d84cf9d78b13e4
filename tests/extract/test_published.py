"""The day of publication and the dateline: which day a text itself prints, and in which order."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geomap.extract.published import dateline_of, full_day_at, published_in, publisher_in
from geomap.extract.text import read
from geomap.language import WEEKDAYS

BODY = "Two soldiers were killed near the border, the army said."


def dateline(text):
    start, end = dateline_of(read(text))
    return text[start:end]


@pytest.mark.parametrize(
    "line",
    [
        "MARSVILLE, 5 May (Gazette) - ", "MARSVILLE (Gazette) — ", "Marsville, May 5 – ", "NEW MARSVILLE, Xanadu: ",
        "MARSVILLE, May 5, 2031 -- ", "Marsville, Friday: ", "Marsville Sunday – ",
    ],
)  # fmt: skip
def test_a_dateline_is_found(line):
    assert dateline(line + BODY) == line


@pytest.mark.parametrize(
    "text",
    [BODY, "Two soldiers - one of them an officer - were killed.", "He said: they fled.", "Two in Marsville Friday: ", ""],
)
def test_a_sentence_without_a_dateline_has_none(text):
    assert dateline(text) == ""


def test_the_day_is_that_of_a_line_of_its_own_or_of_a_dateline_with_its_year():
    assert published_in(read(f"A blast\n\nPublished: 7 May 2031\n\n{BODY}")).day == dt.date(2031, 5, 7)
    assert published_in(read(f"MARSVILLE, May 7, 2031 -- {BODY}")).day == dt.date(2031, 5, 7)
    said = published_in(read(f"A blast\n\n7 May 2031\n\n{BODY}"))
    assert said.why == "'7 May 2031' is printed"


@pytest.mark.parametrize(
    "text",
    [
        f"{BODY}\n\n© 2031 The Gazette, 7 May 2031. All rights reserved.",
        f"{BODY} It was the worst attack since 7 May 2029.",
        f"MARSVILLE, 5 May (Gazette) - {BODY}",
    ],
)
def test_neither_a_copyright_line_nor_the_news_gives_the_day(text):
    assert published_in(read(text)).day is None


@given(st.dates(dt.date(1990, 1, 1), dt.date(2060, 12, 31)), st.sampled_from(["/", ".", "-"]), st.booleans(), st.booleans())
def test_a_weekday_tells_the_order_of_day_and_month(day, mark, month_first, beside):
    parts = (day.month, day.day) if month_first else (day.day, day.month)
    other = swapped(day)
    weekday = WEEKDAYS[day.weekday()].capitalize()
    line = f"{weekday}, {parts[0]}{mark}{parts[1]}{mark}{day.year}" if beside else f"{parts[0]}{mark}{parts[1]}{mark}{day.year}"
    found = published_in(read(f"A blast in Marsville\n\n{line}\n\n{BODY}"))
    if beside and other and other != day and other.weekday() == day.weekday():
        return  # both orders are a day of this weekday
    if beside or other is None or other == day:
        assert found.day == day
    else:
        assert found.day is None
        assert "day or the month first" in found.why


def swapped(day):
    """The day with day and month in the other order; None where there is none."""
    try:
        return dt.date(day.year, day.day, day.month)
    except ValueError:
        return None


def test_another_day_of_the_text_tells_the_order_of_day_and_month():
    text = "A blast in Marsville\n\n05/06/2031\n\nTwo soldiers were killed {}, the army said."
    assert published_in(read(text.format("on 17/05/2031"))).day == dt.date(2031, 6, 5)
    assert published_in(read(text.format("on 05/17/2031"))).day == dt.date(2031, 5, 6)
    assert published_in(read(text.format("on 4 June 2031"))).day == dt.date(2031, 6, 5)
    assert published_in(read(text.format("on 5 May 2031"))).day == dt.date(2031, 5, 6)
    assert published_in(read(text.format("on Monday"))).day is None


@pytest.mark.parametrize(
    "end",
    [
        "(Reporting by Steppe News; 7 May 2031)",
        "(Reporting by Jane Roe in Batken; Editing by J. Doe; 7 May 2031)",
        "[Writing by a staff reporter, May 7, 2031]",
    ],
)
def test_the_bracket_that_ends_a_text_gives_the_day(end):
    assert published_in(read(f"A blast\n\n{BODY}\n\n{end}\n")).day == dt.date(2031, 5, 7)
    assert published_in(read(f"A blast\n\n{BODY} {end}\n")).day == dt.date(2031, 5, 7)
    assert published_in(read(f"A blast\n\n{BODY}\n\n{end}\n\nThe army denied it.\n")).day is None


def test_a_dateline_without_a_year_says_what_to_do_unless_the_text_has_that_day_with_its_year():
    line = f"BATKEN, Kyrgyzstan, May 7 (Steppe News) - {BODY}"

    assert published_in(read(line)).why == "'May 7' is printed without a year; give it with --published"
    assert published_in(read(f"{line} It began on 7 May 2031.")).day == dt.date(2031, 5, 7)
    assert published_in(read(f"{line} It began on 6 May 2031.")).day is None
    assert "--published" in published_in(read(BODY)).why


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        (f"BATKEN, Kyrgyzstan, May 7 (Steppe News) - {BODY}", "Steppe News"),
        (f"MARSVILLE [AP] — {BODY}", "AP"),
        (f"MARSVILLE (May 5) - {BODY}", None),
        (f"A blast\n\n{BODY}\n\n(Reporting by Steppe News; 7 May 2031)", "Steppe News"),
        (f"A blast\n\n{BODY}\n\n(Reporting by Jane Roe; 7 May 2031)", None),
        (f"Isfara Voice\n7 May 2031\n\nBlast kills a driver\n\n{BODY}", "Isfara Voice"),
        (f"Soldiers Storm Radio Mast\n\n{BODY}", None),
        (f"{BODY} (The army said so.)", None),
    ],
)
def test_the_publisher_is_that_of_the_masthead_of_the_dateline_or_of_the_last_bracket(text, publisher):
    assert publisher_in(read(text)) == publisher


def test_the_first_day_with_its_year_is_given_with_its_place():
    text = "Two were killed in May, three on 7 May 2031 and four on 9 May 2031."
    day, start, end = full_day_at(read(text))
    assert (day, text[start:end]) == (dt.date(2031, 5, 7), "7 May 2031")
    assert full_day_at(read("Two were killed on 7 May.")) is None
