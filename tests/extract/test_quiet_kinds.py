"""Agreements, bases, changes to groups, curfews, and ground that changes hands: a deed that leads a text is a claim."""

import pytest
from dispatches import proposed


def kinds(text):
    return [claim.sub_event_type.value for claim in proposed(text).claims]


AGREEMENT, BASE, CHANGE, OTHER = "Agreement", "Headquarters or base established", "Change to group/activity", "Other"
GOVERNMENT, REBELS = "Government regains territory", "Non-state actor overtakes territory"
TRANSFER = "Non-violent transfer of territory"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Two clans buried the hatchet in Teetwal on Monday.", AGREEMENT),
        ("The armies agreed to a halt to hostilities in Teetwal.", AGREEMENT),
        ("A truce between two tribes came into force in Teetwal.", AGREEMENT),
        ("Rival militias in Teetwal agreed to reopen the road.", AGREEMENT),
        ("Rebels set up a camp in Teetwal.", BASE),
        ("Soldiers have turned the school of Teetwal into a base.", BASE),
        ("A command post was inaugurated by the army in Teetwal.", BASE),
        ("Forty rebels came out of the forest near Teetwal and laid down their rifles.", CHANGE),
        ("The rebels in Teetwal have named a new commander.", CHANGE),
        ("The army moved two battalions to Teetwal.", CHANGE),
        ("Forty prisoners tunnelled out of the prison in Teetwal.", OTHER),
        ("A curfew was imposed on Teetwal.", OTHER),
        ("A mass grave was found near Teetwal.", OTHER),
        ("India closed its border with Pakistan.", OTHER),
        ("The rebels handed the post over to the police in Teetwal.", TRANSFER),
        ("Soldiers left the camp in Teetwal and the police moved in.", TRANSFER),
        ("Rebels left Teetwal under an agreement.", TRANSFER),
    ],
)
def test_a_deed_that_leads_a_text_is_told_with_a_place_or_a_day(text, kind):
    assert kinds(text) == [kind]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Indian commandos recaptured Teetwal on Monday.", GOVERNMENT),
        ("Teetwal was retaken by Indian troops on Monday.", GOVERNMENT),
        ("Indian troops retook Teetwal, held for a year by militants, on Monday.", GOVERNMENT),
        ("The army dislodged rebels from Teetwal.", GOVERNMENT),
        ("Rebels lost the town of Teetwal to the army.", GOVERNMENT),
        ("Teetwal is back under the control of the army.", GOVERNMENT),
        ("Rebels retook Teetwal on Monday.", REBELS),
        ("The Newtown Army captured Teetwal on Monday.", REBELS),
        ("Militants drove the army out of Teetwal.", REBELS),
        ("Rebels are now in full control of Teetwal.", REBELS),
        ("The army lost Teetwal to militants.", REBELS),
    ],
)
def test_ground_is_taken_by_those_who_hold_it_afterwards(text, kind):
    assert kinds(text) == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "The army denied that it had lost Teetwal to militants.",
        "The army will move two battalions to Teetwal next month.",
        "The court in Teetwal sent four soldiers to prison.",
        "The minister ruled out sending troops to Teetwal.",
        "A rail union and the ministry reached an agreement on wages in Teetwal on Monday.",
        "Snow shut the border crossing at Teetwal on Monday.",
        "Archaeologists unearthed skeletons of soldiers in Teetwal on Monday.",
        "A film tells how rebels took over Teetwal.",
        "The army beat the police in a football match in Teetwal on Monday and lifted the cup.",
        "Former rebels now run a bakery in Teetwal.",
    ],
)
def test_what_is_meant_played_or_of_the_weather_is_no_deed(text):
    assert kinds(text) == []


def test_a_deed_beside_an_attack_is_a_remark():
    text = (
        "Gunmen killed two farmers on the road between Keran and Kupwara on Monday.\n\n"
        "Both states have agreed to open two border markets at Teetwal."
    )
    (claim,) = proposed(text).claims
    assert claim.sub_event_type.value == "Attack"
    assert claim.place is None or "Teetwal" not in claim.place.value
