"""Ordinary sentences that rules once took for something else: whole, as what is proposed of them."""

import datetime as dt

import pytest
from dispatches import PUBLISHED, proposed

from geomap.articles import read_lexicon
from geomap.articles.derivations import people

MONDAY = dt.date(2031, 5, 5)


def told(text):
    """Kind, finest place and first day of each claim."""
    return [(c.sub_event_type.value, c.place and c.place.value[0], c.days.value.first) for c in proposed(text).claims]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Protesters burned tyres in Lahore on Monday.", ("Violent demonstration", "Lahore", MONDAY)),
        ("Shepherds saw gunmen kill two men near Zhob on Monday.", ("Attack", "Zhob", MONDAY)),
        ("Two men were shot dead at a Christmas party in Lahore on 20 December.", ("Attack", "Lahore", dt.date(2030, 12, 20))),
        ("On Christmas Day two men were shot dead in Lahore.", ("Attack", "Lahore", dt.date(2030, 12, 25))),
        ("Two men were shot dead in Lahore, read a report in The Sun. The police know nothing.", ("Attack", "Lahore", None)),
        ("Three irregular migrants were shot dead near Zhob on Monday.", ("Attack", "Zhob", MONDAY)),
        ("Three private citizens were shot dead near Zhob on Monday.", ("Attack", "Zhob", MONDAY)),
        ("A member of the intelligence committee was shot dead in Lahore on Monday.", ("Attack", "Lahore", MONDAY)),
        ("Soldiers were shot at along the border of India and Pakistan on Monday.", ("Armed clash", "India", MONDAY)),
        ("Police foiled an attempted bank robbery in Karachi on Monday and arrested two men.", ("Arrests", "Karachi", MONDAY)),
        ("Two clans signed a truce in Zhob on Monday.", ("Agreement", "Zhob", MONDAY)),
        ("A drone crashed into a house in Jodhpur on Monday, killing two.", ("Air/drone strike", "Jodhpur", MONDAY)),
    ],
)
def test_what_a_sentence_tells(text, wanted):
    assert told(text) == [wanted]


@pytest.mark.parametrize(
    "text",
    [
        "The charge against the minister was brought down to a fine in Lahore on Monday.",
        "Sappers removed snow from the pass near Kargil on Monday.",
        "Ministers walked out of talks in Lahore on Monday and gathered against a backdrop of cameras.",
        "Officials removed shells of turtles from the beach at Karachi on Monday.",
        "A fire killed seven people at a garment factory in Karachi on Monday.",
        "A tiger killed a farmer in Bikaner on Monday.",
        "A soldier died of a heart attack in Lahore on Monday.",
        "A helicopter crashed in Jodhpur on Monday, killing three crew members.",
        "The main transformer was damaged by a storm in Lahore on Monday.",
        "The company signed a deal with a Chinese firm in Karachi on Monday.",
        "The airline opened a base in Karachi on Monday.",
    ],
)
def test_what_is_no_incident(text):
    assert told(text) == []


def test_what_one_place_saw_is_not_what_the_other_saw():
    text = "Oldtown saw fighting on Monday; Lahore saw a record crowd at the protest on Tuesday."

    assert told(text) == [("Armed clash", "Oldtown", MONDAY), ("Peaceful protest", "Lahore", dt.date(2031, 5, 6))]


def test_several_people_are_not_one_because_they_are_the_people_who_were_named(tmp_path):
    words = read_lexicon(tmp_path, border="IND-PAK", countries=("IN", "PK"))

    for several in ("the soldiers", "the dead", "the army", "the many villagers"):
        assert people(several, words) is None, several
    assert people("the driver", words) == people("the third", words) == (1, 1)


def test_a_paper_is_no_day_and_people_are_no_place():
    (claim,) = proposed(
        "Two men were shot dead in Lahore, read a report in The Sun. Police said on Friday they knew nothing."
    ).claims
    assert claim.days.value.last == PUBLISHED

    assert told("Shepherds saw gunmen kill two men on Monday.") == [("Attack", None, MONDAY)]
