"""To whom or what something was done."""

import pytest
from dispatches import piece, proposed


def targets(text):
    return [text[t.start : t.end] for t in piece(text).targets]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Gunmen attacked a crowded weekly market in Marsville.", "market"),
        ("Jets hit two houses in Marsville.", "houses"),
        ("A rocket landed on a school in Marsville.", "school"),
        ("Soldiers opened fire on a group of villagers.", "villagers"),
        ("An attack on a checkpoint killed two.", "checkpoint"),
        ("A drone strike against a militant camp killed two.", "militant camp"),
        ("A bus carrying workers was sprayed with bullets.", "bus"),
        ("A patrol came under heavy fire near Marsville.", "patrol"),
        ("A tractor ran over an anti-tank mine near Marsville.", "tractor"),
        ("Two shops were burned down in Marsville.", "shops"),
        ("A shepherd from Marsville, Newland district, was led away by troops.", "shepherd"),
        ("Troops arrested two smugglers near Marsville.", "smugglers"),
    ],
)
def test_what_a_deed_was_done_to_is_its_object_active_passive_or_as_a_noun(text, target):
    assert targets(text) == [target]


@pytest.mark.parametrize(
    "text",
    [
        "Villagers from the market spoke to police.",
        "The attack was near a market.",
        "Gunmen fled on a motorcycle.",
        "The house of the mayor is near the market.",
        "A convoy left the base.",
        "Police blamed the attack on a sect.",
    ],
)
def test_what_is_only_named_was_not_aimed_at(text):
    assert targets(text) == []


def test_nouns_side_by_side_and_nouns_that_of_joins_are_one_target():
    assert targets("A bomb struck a police truck.") == ["police truck"]
    assert targets("A bomb struck a convoy of Italian peacekeepers.") == ["convoy of Italian peacekeepers"]


def test_a_thing_that_no_list_has_is_a_target_after_a_verb_that_takes_one():
    assert targets("The army shelled a wadi near Marsville.") == ["wadi"]
    assert targets("They were detained 400 metres inside Newland.") == []
    assert targets("Rockets fell on the outskirts of Marsville.") == []


@pytest.mark.parametrize(
    "where",
    [
        "two or three kilometres from the border",
        "a quarter of a mile from the border",
        "half a mile from the border",
        "several hundred metres from the border",
        "some 3 km from the border",
        "12 km from the border",
        "twenty-five km from the border",
        "the day before",
    ],
)
def test_articles_and_numbers_are_no_part_of_a_target(where):
    assert targets(f"Gunmen attacked a wadi {where}.") == ["wadi"]


def test_a_noun_after_a_preposition_is_the_subject_of_no_passive():
    assert targets("The car of another volunteer was set on fire.") == ["car of another volunteer"]
    assert targets("Two boys with a shepherd were beaten.") == []


def test_one_who_strikes_is_no_target_and_one_who_strikes_a_mine_is():
    assert targets("A patrol hit a village.") == ["village"]
    assert targets("A patrol hit a roadside bomb.") == ["patrol"]


def test_people_who_were_killed_are_a_target_only_where_nothing_else_is():
    killed = "Gunmen killed two farmers near Marsville on Monday."
    (claim,) = proposed(f"{killed} The police spoke.").claims
    assert [t.value.what for t in claim.targets] == ["farmers"]
    (claim,) = proposed("Gunmen attacked a market near Marsville on Monday, killing two farmers.").claims
    assert [t.value.what for t in claim.targets] == ["market"]
    (claim,) = proposed("An air strike killed two farmers near Marsville on Monday.").claims
    assert claim.targets == ()


@pytest.mark.parametrize(
    "text",
    [
        "Three died in an ambush on 13 March near Marsville.",
        "Two died in an attack on the 4th May in Marsville.",
        "Two died in a raid on a Friday near Marsville.",
        "Two died in an attack on 13 Mar, the army said.",
    ],
)
def test_a_day_is_no_target(text):
    assert targets(text) == []


def test_a_thing_with_a_day_before_it_is_a_target():
    assert targets("The army shelled a Sunday fair near Marsville.") == ["Sunday fair"]
