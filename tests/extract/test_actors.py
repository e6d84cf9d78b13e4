"""Who did it, and how plainly a sentence says so."""

import pytest
from dispatches import piece


def told(text):
    return {a.name: a.status for p in [piece(text)] for a in p.actors if a.status}


GROUP = "Newland Liberation Army"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (f"The {GROUP} claimed responsibility for the attack.", "claimed"),
        (f"The {GROUP} said it had carried out the attack.", "claimed"),
        (f"The {GROUP} (NLA), which has since claimed the attack, spoke.", "claimed"),
        (f"The {GROUP} denied involvement in the attack.", "denied"),
        (f"The {GROUP} acknowledged the attack.", "acknowledged"),
        (f"Police blamed the {GROUP} for the attack.", "alleged"),
        (f"Police accused the {GROUP} of the attack.", "alleged"),
        (f"Suspected members of the {GROUP} attacked the camp.", "alleged"),
        (f"Two soldiers were killed by the {GROUP}.", "stated"),
        (f"The {GROUP} attacked a checkpoint.", "stated"),
        (f"Fighters of the camp fled when {GROUP} fighters ambushed them.", "stated"),
    ],
)
def test_an_actor_claims_denies_is_blamed_or_is_said_to_have_done_it(text, status):
    assert told(text) == {GROUP: status}


@pytest.mark.parametrize(
    "text",
    [
        f"Two members of the {GROUP} were there.",
        f"A statement issued by the {GROUP} condemned the attack.",
        f"A camp run by the {GROUP} was hit.",
        f"The attack on the {GROUP} killed two.",
        f"Talks with the {GROUP} began.",
    ],
)
def test_an_actor_that_is_only_named_did_nothing(text):
    assert GROUP not in told(text)


def test_a_group_that_no_list_has_stands_on_its_own_words_with_its_short_form():
    text = f"The {GROUP} (NLA) claimed responsibility for the attack."
    (actor,) = piece(text).actors
    assert (text[actor.start : actor.end], actor.also, actor.listed) == (GROUP, "NLA", False)
    assert text[slice(*actor.status_span)] == "claimed responsibility"


@pytest.mark.parametrize(
    "name", ["Lashkar-e-Newland", "al-Shabaab", "Boko Haram", "Ansar ul-Newland", "Islamic State", "Hamas"]
)
def test_groups_that_every_paper_names_are_known_without_a_word_for_their_kind(name):
    assert told(f"{name} attacked a checkpoint.") == {name: "stated"}


def test_states_and_their_forces_are_listed():
    (actor,) = [a for a in piece("India denied the attack.").actors if a.status]
    assert (actor.name, actor.listed, actor.status) == ("India", True, "denied")


def test_an_abbreviation_of_an_agency_or_a_unit_is_no_group():
    assert [a.name for a in piece("The BBC and AFP said that an IED killed two.").actors] == []
    assert told("NLF attacked a checkpoint.") == {"NLF": "stated"}


def test_forces_without_a_name_are_actors_only_where_they_did_something():
    assert told("Border guards attacked a village.") == {"Border guards": "stated"}
    assert [a.name for a in piece("The police spoke.").actors if not a.listed] == []
