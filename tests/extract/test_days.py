"""Days in a sentence: what each expression gives, and what it dates."""

import datetime as dt

import pytest
from dispatches import PUBLISHED, proposed
from hypothesis import given
from hypothesis import strategies as st

from geomap.extract.days import read_days
from geomap.extract.text import read
from geomap.model import Days


def days(text, published=PUBLISHED, **how):
    return [day for sentence in read(text).sentences for day in read_days(sentence, text, published, **how)]


def said(text, **how):
    return [(text[d.start : d.end], d.dates) for d in days(text, **how)]


def day(text):
    (only,) = days(text)
    return only.first, only.last


def may(first, last=None):
    return dt.date(2031, 5, first), dt.date(2031, 5, last or first)


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("on Wednesday", may(7)),
        ("early on Wednesday", may(7)),
        ("late on Wednesday night", may(7)),
        ("on 7 May", may(7)),
        ("on May 7th, 2031", may(7)),
        ("on Wednesday (May 7)", may(7)),
        ("in the early hours of Wednesday", may(7)),
        ("at dawn on Wednesday", may(7)),
        ("overnight on Wednesday", may(7)),
        ("overnight", may(8, 9)),
        ("on the night of 3-4 May", may(3, 4)),
        ("between 3 and 5 May", may(3, 5)),
        ("on the intervening night between Tuesday and Wednesday", may(6, 7)),
        ("in the night from Saturday to Sunday", may(3, 4)),
        ("on Wednesday last week", (dt.date(2031, 4, 30), dt.date(2031, 4, 30))),
        ("on Thursday last", may(8)),
        ("on 8-5-2031", may(8)),
        ("yesterday", may(8)),
        ("last night", may(8)),
        ("this morning", may(9)),
        ("three days ago", may(6)),
        ("over the weekend", may(3, 4)),
        ("this month", may(1, 9)),
        ("earlier this week", may(5, 8)),
        ("in April last year", (dt.date(2030, 4, 1), dt.date(2030, 4, 30))),
        ("last month", (dt.date(2031, 4, 1), dt.date(2031, 4, 30))),
        ("on Tues. night", may(6)),
        ("on Tuesday and Wednesday", may(6, 7)),
        ("from Monday to Wednesday", may(5, 7)),
        ("on the 8th", may(8)),
        ("on the sixth of this month", may(6)),
        ("on May Day", may(1)),
        ("in mid-April", (dt.date(2031, 4, 11), dt.date(2031, 4, 20))),
    ],
)
def test_an_expression_gives_its_days(words, wanted):
    assert day(f"Two soldiers were killed {words} in Marsville.") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Two were killed on Monday in Marsville.", "event"),
        ("The army said on Monday that two were killed.", "speech"),
        ("The army added that on Monday two were killed.", "event"),
        ("Raiders entered the village on Monday, said the headman.", "event"),
        ("Two were killed, police told reporters late on Monday.", "speech"),
        ("The ministry said in a statement issued on Monday that two were killed.", "speech"),
        ("On Monday, the group claimed responsibility for the attack.", "speech"),
        ("Police on Monday confirmed that two were killed.", "speech"),
        ("Two have been killed since Monday.", "since"),
        ("A hearing is expected on 12 May.", "future"),
        ("The truce is due to expire by Monday.", "future"),
        ("Two were killed after Monday.", "event"),
        ("Two were killed, the mayor alleged on Monday.", "speech"),
        ("The front announced on its channel on Monday that two were killed.", "speech"),
        ("The police put out a short note this Monday, saying that two were killed.", "speech"),
        ("Two were killed in the night, and the front announced on Monday that it did so.", "speech"),
        ("The guns spoke from noon on Monday.", "event"),
        ("A guard died in hospital in Marsville after a mine went off under him on Monday.", "event"),
    ],
)
def test_a_day_dates_what_happened_or_what_was_said(text, wanted):
    assert [dates for _, dates in said(text)] == [wanted]


@pytest.mark.parametrize(
    "text",
    ["They may attack again.", "They march 5 km a day.", "They march at dawn.", "Some 2031 soldiers marched.", "A 2031 model."],
)
def test_words_that_look_like_a_day_are_none(text):
    assert days(text) == []


@pytest.mark.parametrize(
    "text", ["They camped on the 9th floor.", "There he sat. Then he left.", "It fell on the 3rd Battalion."]
)
def test_ordinals_and_words_like_short_weekdays_are_no_days(text):
    assert days(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("April's raid, of which both speak, hit Marsville on the 20th and killed two.", (4, 20)),
        ("In the shelling of March, on the 3rd, two were killed in Marsville.", (3, 3)),
        ("Raiders came in April: on the 17th of that month two were killed in Marsville.", (4, 17)),
    ],
)
def test_a_day_without_its_month_is_of_the_month_that_its_sentence_names(text, wanted):
    (claim,) = proposed(text).claims
    assert claim.days.value == Days(first=dt.date(2031, *wanted), last=dt.date(2031, *wanted))


def test_what_came_of_it_later_in_a_sentence_does_not_date_it():
    (claim,) = proposed("A man of Marsville was kidnapped on 3 April and was found shot dead a week later.").claims
    assert claim.days.value == Days(first=dt.date(2031, 4, 3), last=dt.date(2031, 4, 3))


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Fighters of the front have been in control of Marsville since Wednesday.", dt.date(2031, 5, 7)),
        ("Two brothers have been missing since Wednesday in Marsville, where armed men took them away.", dt.date(2031, 5, 7)),
        ("The army has shelled Marsville since Wednesday, killing three.", PUBLISHED),
    ],
)
def test_what_takes_place_at_once_is_of_the_day_since_which_it_has_lasted(text, last):
    (claim,) = proposed(text).claims
    assert (claim.days.value.first, claim.days.value.last) == (dt.date(2031, 5, 7), last)


def test_the_night_is_the_last_one_where_the_text_names_no_day():
    (claim,) = proposed("Thieves shot dead a guard in Marsville during the night.").claims
    assert (claim.days.value.first, claim.days.value.last) == (PUBLISHED - dt.timedelta(days=1), PUBLISHED)
    (claim,) = proposed("Gunmen came to Marsville on Monday. During the night they shot dead a guard.").claims
    assert claim.days.value.last != PUBLISHED


def test_a_day_since_which_it_goes_on_reaches_to_publication():
    text = "The two clans have been at war in Marsville since Wednesday."
    (only,) = days(text)
    assert (only.dates, only.first, only.last) == ("since", *may(7, 9))
    (find,) = days("The find dates from Wednesday.")
    assert (find.dates, find.last) == ("event", dt.date(2031, 5, 7))


def test_a_relative_day_that_is_given_by_its_date_too_is_read_by_the_date():
    assert said("Two died on May 7; barely a week earlier, on the 1st, a mine killed four.") == [
        ("May 7", "event"),
        ("on the 1st", "event"),
    ]


def test_a_year_is_a_day_only_after_a_word_that_says_so():
    assert said("Two were killed in 2030.") == [("2030", "event")]
    assert said("They fired 2030 rounds.") == []


def test_the_longest_expression_at_a_place_is_taken():
    assert [words for words, _ in said("It was on Wednesday, 7 May 2031 that two died.")] == ["Wednesday, 7 May 2031"]


def test_a_day_after_publication_is_none_and_an_interval_ends_with_it():
    (found,) = days("Two were killed on 12 May 2031.")
    assert found.first is None
    assert day("Two were killed in May 2031.") == may(1, 9)


def test_a_day_that_counts_from_another_is_relative():
    (_, other) = days("Two were killed on Monday, and three the day before.")
    assert other.relative
    assert not days("Two were killed on Monday.")[0].relative


def test_without_a_day_of_publication_a_weekday_has_no_day_and_a_month_hangs_on_the_text():
    (weekday,) = days("Two were killed on Monday.", hangs=True)
    (month,) = days("Two were killed on 7 May.", hangs=True)
    assert weekday.first is None
    assert month.first == dt.date(2031, 5, 7)
    assert days("Two were killed on 7 May.", published=None)[0].first is None


MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


@given(st.dates(dt.date(2000, 1, 1), dt.date(2031, 5, 9)), st.integers(0, 6))
def test_a_full_day_is_read_in_any_order_and_the_words_are_the_day_s(one, way):
    month = MONTHS[one.month - 1]
    written = [
        f"{one.day} {month} {one.year}", f"{month} {one.day}, {one.year}", f"{one.day} {month[:3]} {one.year}",
        f"{one.day} of {month}, {one.year}", one.isoformat(), f"{one:%A}, {one.day} {month} {one.year}",
        f"{one:%A} ({month} {one.day}, {one.year})",
    ][way]  # fmt: skip
    text = f"Two soldiers were killed on {written} in Marsville."
    (found,) = days(text)
    assert (found.first, found.last) == (one, one)
    assert written in text[found.start : found.end]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("One of the wounded succumbed in a hospital on Sunday.", ["later"]),
        ("On Sunday one of the wounded died of his injuries.", ["later"]),
        ("They were buried on Sunday.", ["later"]),
        ("On Sunday the number of wounded rose to nine.", ["later"]),
        ("A buried mine killed two soldiers on Sunday.", ["event"]),
        ("Tension rose to a new level when gunmen attacked a post on Sunday.", ["event"]),
        ("The toll from Thursday's clash rose to five on Friday.", ["event", "later"]),
        ("Two men died in Marsville on Sunday.", ["event"]),
        ("Marsville on Tuesday accused its neighbour of an attack.", ["speech"]),
    ],
)
def test_what_came_of_it_later_and_what_was_said_are_not_the_day_of_the_event(text, wanted):
    assert [dates for _, dates in said(text)] == wanted
