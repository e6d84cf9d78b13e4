"""How many incidents a text tells of: one told in several ways is one, and each named beside is another."""

import pytest
from dispatches import proposed


def told(text):
    """The kind, the first day and the place of each claim."""
    return [
        (c.sub_event_type.value, c.days.value.first and c.days.value.first.isoformat(), c.place and c.place.value[0])
        for c in proposed(text).claims
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The so-called Hill Front attacked a bakery in Tankton on Monday.", "Attack"),
        ("Fighters of the so-called Hill Front committed a mine attack in Tankton on Monday.", "Remote explosive/landmine/IED"),
        ("A clerk was wounded in the shoulder by a shot from a roof in Tankton on Monday.", "Attack"),
        ("Monday's attack near Tankton is to be looked into by a judge.", "Attack"),
        ("In Tankton, the police arrested nobody on Monday but beat two men.", "Attack"),
        ("On Monday gunmen pulled a judge and his clerk from a car in Tankton and killed them both.", "Attack"),
    ],
)
def test_an_incident_is_told(text, kind):
    assert told(text) == [(kind, "2031-05-05", "Tankton")]


@pytest.mark.parametrize(
    "text",
    [
        "In Tankton, the police arrested nobody on Monday.",
        "The so-called attack in Tankton on Monday was a play.",
        "The so-called roadside bomb attack in Tankton on Monday was a burst pipe.",
        "Policemen took a girl from her home in Tankton on Monday to the hospital.",
        "Three players were hurt by hard shots in Tankton on Monday.",
        "Sappers of both armies are to begin demining at Tankton next Monday.",
        "Observers saw several burned huts in Tankton on Monday.",
    ],
)
def test_no_incident_is_told(text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("dateline", "place"),
    [
        ("(Tankton, May 8, 2031) ", "Marsville"),
        ("Tankton, May 8 (Agency) ", "Marsville"),
        ("TANKTON, Westland. 08/05/2031 – ", "Marsville"),
    ],
)
def test_a_dateline_is_of_no_incident(dateline, place):
    text = f"{dateline}Two people died and three soldiers were wounded in a gunfight at a farm in {place} on Tuesday."
    assert [(day, where) for _, day, where in told(text)] == [("2031-05-06", place)]


BOMB = "A bomb hit a bus in Marsville on Tuesday, wounding five people.\n\n"


@pytest.mark.parametrize(
    "text",
    [
        "A clerk, aged 30, died on Thursday of his burns.",
        "A doctor said that two of them died yesterday.",
        "The driver, a man of 50, was brought to the other bank and was pronounced dead in Tankton.",
    ],
)
def test_who_dies_later_is_of_the_incident(text):
    assert told(BOMB + text) == [("Remote explosive/landmine/IED", "2031-05-06", "Marsville")]


def test_an_event_that_is_the_reason_is_told_with_its_day_and_place():
    text = "Traders in Marsville blocked a road on Wednesday over the killing of two brothers by gunmen in Tankton on Monday."
    assert told(text) == [("Peaceful protest", "2031-05-07", "Marsville"), ("Attack", "2031-05-05", "Tankton")]


SHOT = "A demonstrator was shot dead and ten people were hurt when riot police broke up a roadblock of farmers.\n\n"


def test_what_those_had_done_who_were_shot_at_is_told_with_it():
    text = "Some 200 farmers had blocked the road at Marsville since Monday. Police fired tear gas on Tuesday, a witness said."
    assert [kind for kind, *_ in told(SHOT + text)] == ["Excessive force against protesters"]


def test_an_answer_in_one_sentence_is_of_the_same_fight():
    text = "A gunfight near Marsville led to a dispute.\n\nThe army says a patrol came under fire on Sunday and retaliated."
    assert told(text) == [("Armed clash", "2031-05-04", "Marsville")]


def test_a_lead_without_a_day_is_of_what_is_told_next():
    text = (
        "The number of porters who died when a truck was blown up in Marsville district has risen to eight.\n\n"
        "Seven porters had died on Tuesday after the truck ran over a mine at Tankton."
    )
    assert [day for _, day, _ in told(text)] == ["2031-05-06"]


def test_a_place_may_be_named_before_what_it_is():
    text = (
        "An attack on the Tankton resettlement camp near Marsville left two people dead.\n\n"
        "Armed men entered Tankton before dawn on Tuesday, killing two people, the police said."
    )
    assert [day for _, day, _ in told(text)] == ["2031-05-06"]


@pytest.mark.parametrize(
    ("then", "places"),
    [
        ("A watchman attacked with axes in Tankton has since died of his injuries.", ["Marsville", "Tankton"]),
        ("A watchman has since died of his injuries in Tankton.", ["Marsville"]),
    ],
)
def test_who_was_hurt_elsewhere_and_died_is_of_another_incident(then, places):
    assert [place for *_, place in told("Gunmen killed two people in Marsville on Monday. " + then)] == places
