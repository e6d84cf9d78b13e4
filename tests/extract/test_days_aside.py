"""Days of what was said, of what is to come, and of what a sentence is headed by."""

import datetime as dt

import pytest

from geomap.extract import cite
from geomap.intake import read_context

PUBLISHED = dt.date(2031, 5, 14)  # a Wednesday


def told(text: str) -> list[tuple[str, str | None]]:
    """The last day of each claim, and its place."""
    article = cite("gazette", title="Gazette", published=PUBLISHED)
    claims = read_context(border_name="IRN-PAK").proposer.propose(article, text).claims
    return sorted((str(c.days.value.last), c.place.value[0] if c.place else None) for c in claims)


@pytest.mark.parametrize(
    "then",
    [
        "Four were killed, the governor told reporters in Quetta on Tuesday.",
        "Four people were killed, the governor said in Quetta on Tuesday.",
        "Speaking in Quetta on Tuesday, the governor said that all four killed were miners.",
        "Addressing a rally in Quetta on Tuesday, a spokesman said eight others were wounded.",
    ],
)
def test_a_day_of_what_was_said_begins_nothing(then: str) -> None:
    assert told(f"Rebels killed four people in Nag on Monday. {then}") == [("2031-05-12", "Nag")]


@pytest.mark.parametrize(
    "ahead",
    [
        "The crossing was to reopen on Sunday, officials said.",
        "The two sides are due to meet in Quetta on Sunday.",
        "A union called for a strike on Sunday.",
    ],
)
def test_a_day_to_come_dates_nothing(ahead: str) -> None:
    text = f"Rebels killed four people in Nag. {ahead} Eight others were wounded in the attack on Monday."
    assert told(text) == [("2031-05-12", "Nag")]


@pytest.mark.parametrize(
    "text",
    [
        "Three blasts were reported in Nag on Monday. Two people were killed.",
        "The army will answer the attack on Monday that killed four soldiers in Nag, the minister said.",
        "The minister was to meet elders in Nag when a bomb went off on Monday, killing two guards.",
        "Hundreds were due to vote in Nag on Monday when a grenade wounded nine of them.",
        "The men were made to kneel and shot in Nag on Monday; five died.",
        "A bomb killed two people, police said, in Nag on Monday.",
    ],
)
def test_the_day_of_what_happened_stays_its_own(text: str) -> None:
    assert told(text) == [("2031-05-12", "Nag")]


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("A day after gunmen killed four bus passengers in Nag, a bomb killed two soldiers in Gichk on Tuesday.", "2031-05-12"),
        (
            "Two days after a blast in Nag left four policemen dead, raiders shot an elder dead in Gichk on Tuesday.",
            "2031-05-11",
        ),
        ("Just a week after a shell had killed two in Nag, three died in Gichk on Tuesday in a mortar attack.", "2031-05-06"),
    ],
)
def test_what_heads_a_sentence_is_another_incident_of_an_earlier_day(text: str, before: str) -> None:
    assert told(text) == [(before, "Nag"), ("2031-05-13", "Gichk")]


def test_what_was_told_before_heads_a_sentence_and_is_not_told_again() -> None:
    text = "Gunmen killed a judge in Nag on Monday. A day after the judge was killed, police arrested three men in Nag."
    assert ("2031-05-12", "Nag") in told(text)
    assert len(told(text)) == 2


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("On Monday, two days after talks began in Doha, rebels killed four people in Nag.", "2031-05-12"),
        ("On Monday, just hours after a curfew was lifted, rebels killed four people in Nag.", "2031-05-12"),
        ("Monday, May 12, 2031: Rebels killed four people in Nag. No group has spoken of it.", "2031-05-12"),
        ("A teacher was shot dead on his way home from Friday prayers in Nag.", "2031-05-09"),
        ("International Women's Day was marred by a bombing in Nag that killed four people.", "2031-03-08"),
    ],
)
def test_the_day_beside_what_it_came_after(text: str, day: str) -> None:
    assert told(text) == [(day, "Nag")]


@pytest.mark.parametrize(
    "text",
    [
        "A woman born on 3 May 1990 was killed by a mine in Saravan on Monday.",
        "A man, born in 1999, was shot dead in Saravan on Monday.",
    ],
)
def test_the_day_on_which_somebody_was_born_is_not_that_of_what_happened(text):
    assert told(text) == [("2031-05-12", "Saravan")]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The two clans met on 3 May and two days later rockets hit Saravan, killing two.", "2031-05-05"),
        ("The patrol left Zahedan on Sunday and was ambushed the next day near Saravan.", "2031-05-12"),
        ("Raiders abducted a teacher in Saravan on 3 May and he was found dead a week later.", "2031-05-03"),
        ("Gunmen shot a teacher in Saravan on 3 May, and he died two days later.", "2031-05-03"),
        ("A herder was captured in Saravan on 3 May by troops and died in custody two days later.", "2031-05-03"),
    ],
)
def test_a_day_counted_from_another_is_that_of_what_happened_unless_only_a_death_came_later(text, day):
    assert told(text) == [(day, "Saravan")]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Police said in a raid on Sunday three rebels were killed in Saravan.", "2031-05-11"),
        ("Elders reported near the school on Sunday two people died when a mine went off in Saravan.", "2031-05-11"),
        ("On Monday, May 12 (a feast) raiders killed two people in Saravan.", "2031-05-12"),
        ("Gunfire, May 12 (unconfirmed) killed two people in Saravan.", "2031-05-12"),
        ("Governor Karim Nuri, Monday: rockets hit Saravan.", "2031-05-12"),
        ("Raiders killed two guards during the night shift in Saravan on Monday.", "2031-05-12"),
        ("During the night raiders killed two guards in Saravan on Monday.", "2031-05-12"),
        ("Dozens of miners sat May 12 on the road in Saravan to protest.", "2031-05-12"),
        ("A boy was born on Monday as rockets hit Saravan.", "2031-05-12"),
    ],
)
def test_words_like_those_of_speech_of_datelines_and_of_nights_leave_the_day_of_what_happened(text: str, day: str) -> None:
    assert told(text) == [(day, "Saravan")]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Last May 12 guards were killed by a mine near Saravan.", "2030-05-01", "2030-05-31"),
        ("Last June 4, guards were killed by a mine near Saravan.", "2030-06-04", "2030-06-04"),
        ("Gunmen have abducted nine people near Saravan since Monday.", "2031-05-12", "2031-05-14"),
        ("Nine people held in Saravan since Monday were abducted by gunmen.", "2031-05-12", "2031-05-12"),
        ("Rockets hit Saravan on 3 May and Wednesday 7 May.", "2031-05-03", "2031-05-03"),
        ("From noon on Tuesday the road will be closed after gunmen killed two in Saravan.", "None", "2031-05-14"),
        ("Gunmen killed two people in Saravan. The curfew has been in force since 20 April.", "None", "2031-05-14"),
    ],
)
def test_stretches_of_days(text: str, first: str, last: str) -> None:
    article = cite("gazette", title="Gazette", published=PUBLISHED)
    (claim,) = read_context(border_name="IRN-PAK").proposer.propose(article, text).claims
    assert (str(claim.days.value.first), str(claim.days.value.last)) == (first, last)
