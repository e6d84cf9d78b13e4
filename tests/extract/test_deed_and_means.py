"""Kinds in reports of a few sentences: the deed, its means, and what came of it."""

import pytest
from extract.test_accounts import accounts


def kind(text):
    """The kind of the one account of a text."""
    (account,) = accounts(text)
    return account.best_trigger().kind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what people died of, whoever they were
        ("Two soldiers died on Monday in Marsville when the track blew up beneath them.", "Remote explosive/landmine/IED"),
        # what was fired says more than who was hit later
        (
            "Fighters fired six rockets on Monday at Marsville. One fell among pupils and killed three.",
            "Shelling/artillery/missile attack",
        ),
        # what is thrown or laid beside guns
        ("Rebels ambushed an army truck in Marsville on Monday with a roadside bomb and automatic rifles.", "Armed clash"),
        ("A raid on a market in Marsville left four traders dead on Monday. The raiders threw a grenade.", "Attack"),
        # what ground was taken with, and what a clash ended with
        (
            "The army recaptured Marsville on Monday under artillery fire that levelled a clinic.",
            "Government regains territory",
        ),
        # fire of one side
        ("Troops resorted to unprovoked firing in Marsville on Monday; a woman was killed.", "Attack"),
        # who answers
        ("On Monday in Marsville gunmen shot a cleric dead, and his guard returned fire.", "Attack"),
        # people who are taken, and killed
        ("Armed men dragged a family from a bus in Marsville on Monday and shot them.", "Attack"),
        ("Gunmen abducted three nurses in Marsville on Monday and killed a guard.", "Abduction/forced disappearance"),
        ("Gunmen killed a guard in Marsville on Monday and abducted three nurses.", "Attack"),
        # people who are arrested, and gone
        (
            "Soldiers arrested two brothers in Marsville on Monday; their whereabouts are unknown.",
            "Abduction/forced disappearance",
        ),
        ("Soldiers arrested two brothers in Marsville on Monday; their lawyer visited them.", "Arrests"),
        # protests that somebody died of
        (
            "Police broke up a sit-in in Marsville on Monday with batons. Three people died of their wounds.",
            "Excessive force against protesters",
        ),
        ("Police broke up a sit-in in Marsville on Monday with batons. Three people were hurt.", "Protest with intervention"),
        # raids of the police
        ("Troops raided a hideout in Marsville on Monday and found six suicide vests.", "Disrupted weapons use"),
        # goods and people
        (
            "A barn burned down in Marsville on Monday; arson, say police. A fire engine was shot at.",
            "Looting/property destruction",
        ),
        # bombs that are thrown
        ("Unknown men tossed a bomb into a bar in Marsville on Monday.", "Grenade"),
        # who gives himself up
        (
            "Forty rebels laid down their arms and gave themselves up to the army in Marsville on Monday.",
            "Change to group/activity",
        ),
        # whose lorries
        ("A convoy of army lorries came under fire in Marsville on Monday.", "Armed clash"),
        ("A convoy of aid lorries came under fire in Marsville on Monday.", "Attack"),
    ],
)
def test_the_deed_goes_before_its_means_and_what_came_of_it_before_both(text, expected):
    assert kind(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "A bus hit by a landmine in Marsville on Monday?",
        "Prosecutors raided seven houses in Marsville on Monday.",
        "Heavy rain killed six people in Marsville on Monday.",
        "Critics attacked the budget in Marsville on Monday.",
    ],
)
def test_questions_searches_weather_and_words_are_no_attack(text):
    assert not accounts(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army seized a man in Marsville on Monday, a weapons engineer.", "Arrests"),
        ("The raid cost the brigade, by the boast of a drone unit, forty dead on Monday in Marsville.", "Attack"),
    ],
)
def test_a_weapon_is_no_means_where_people_are_named_by_it(text, expected):
    assert kind(text) == expected
