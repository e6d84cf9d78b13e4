"""Forces and people of a side: what a text calls them, and whose they are."""

import pytest
from dispatches import piece

from geomap.extract import state_of
from geomap.extract.forces import read_forces


def forces(text):
    return {text[f.start : f.end]: (f.owned, f.people) for f in read_forces(piece(text).sentence, text)}


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("The Thai paramilitary rangers fired.", "Thai paramilitary rangers"),
        ("Kenya's army shelled it.", "Kenya's army"),
        ("South Sudanese soldiers fired.", "South Sudanese soldiers"),
        ("Soldiers from Thailand and Cambodia fired.", "Soldiers from Thailand and Cambodia"),
        ("The border troops of the Republic of Tajikistan fired.", "border troops of the Republic of Tajikistan"),
        ("Kyrgyz and Tajik border guards fired.", "Kyrgyz and Tajik border guards"),
        ("A Cambodian patrol boat fired.", "Cambodian patrol boat"),
    ],
)
def test_a_force_is_called_with_whose_it_is(text, phrase):
    assert forces(text) == {phrase: (True, False)}


def test_forces_may_stand_alone_but_their_units_and_people_only_with_whose_they_are():
    assert forces("The soldiers fired at a patrol and at villagers.") == {"soldiers": (False, False)}
    assert forces("Malian villagers fled from a Malian patrol.") == {
        "Malian villagers": (True, True),
        "Malian patrol": (True, False),
    }


def test_a_town_that_soldiers_are_of_does_not_say_whose_they_are():
    assert forces("Soldiers from Marsville fired.") == {"Soldiers": (False, False)}


def test_a_state_and_its_forces_are_one_and_its_villagers_are_not():
    assert state_of("Tajik border guards") == state_of("armed forces of Tajikistan") == state_of("Tajikistan") == ("TJ",)
    assert state_of("Tajik villagers") == state_of("border guards") == state_of("Liberation Army") == ()
