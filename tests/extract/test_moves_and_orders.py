"""Forces that come, go and are raised, and orders to people; and where the same words are of others."""

import pytest
from dispatches import proposed


def kinds(text):
    return [claim.sub_event_type.value for claim in proposed(text).claims]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The army doubled the number of soldiers along the road to Teetwal on Monday.", "Change to group/activity"),
        ("Some 120 former fighters were folded into the national army in Teetwal on Monday.", "Change to group/activity"),
        ("Residents of Teetwal formed a self-defence group on Monday.", "Change to group/activity"),
        ("Militants ordered residents of Teetwal on Monday to leave within three days.", "Other"),
        ("Soldiers held up the delivery of food to Teetwal on Monday.", "Other"),
        ("A new police station has been opened in Teetwal.", "Headquarters or base established"),
        ("The two sides agreed in Teetwal on Monday to pull heavy weapons back.", "Agreement"),
        ("Traders sat down on the highway at Teetwal on Monday over the killing of two brothers.", "Peaceful protest"),
        ("Engineers in Teetwal rendered the device inside it safe on Monday.", "Disrupted weapons use"),
        ("A bus ran onto a mine in Teetwal on Monday.", "Remote explosive/landmine/IED"),
        ("Occupation forces illegally detained a herder in Teetwal on Monday.", "Abduction/forced disappearance"),
    ],
)
def test_moves_orders_and_finds_are_told_by_families_of_words(text, kind):
    assert kinds(text) == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "The university recruited young men and women as teachers in Teetwal on Monday.",
        "The firm doubled the number of guards at its bank in Teetwal on Monday.",
        "The hotel manager ordered guests to leave the building in Teetwal on Monday.",
        "Villagers in Teetwal formed a committee on Monday to repair a school.",
        "The board blocked delivery of food to the canteen in Teetwal on Monday.",
        "The bridge in Teetwal was cleared of snow on Monday.",
        "The union split into two camps over pay in Teetwal on Monday.",
    ],
)
def test_firms_schools_and_weather_in_the_same_words_are_no_incident(text):
    assert not kinds(text)
