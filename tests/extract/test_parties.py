"""Who did it and with what, as an account has it: each once."""

import pytest
from dispatches import proposed


def weapons(text):
    (claim,) = proposed(text).claims
    return [w.value for w in claim.weapons]


def actors(text):
    (claim,) = proposed(text).claims
    return {a.value.name: a.value.status for a in claim.actors}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Troops opened fire with mortars at a village near Marsville on Monday, killing two people.", ["mortar"]),
        ("Shells and rockets hit a village near Marsville on Monday, killing two people.", ["rocket"]),
        ("An explosion killed two people near Marsville on Monday when a bus ran over a landmine.", ["landmine"]),
        ("Jets carried out an air strike near Marsville on Monday, killing two people.", ["air strike"]),
        ("Gunmen attacked a gold mine near Marsville on Monday, killing two people.", []),
        ("Border guards exchanged fire near Marsville on Monday, killing two people.", []),
        ("Artillery and mortars hit a village near Marsville on Monday, killing two people.", ["artillery", "mortar"]),
    ],
)
def test_a_weapon_is_named_once_by_the_word_that_says_most(text, value):
    assert weapons(text) == value


def test_arms_that_are_found_after_a_fight_were_not_used_in_it():
    fight = "Troops clashed with gunmen near Marsville on Monday, firing mortars and killing two people."
    assert weapons(f"{fight} Four rifles and two grenades were recovered.") == ["mortar"]


def test_a_weapon_that_was_hit_is_no_weapon():
    text = "A tank was hit by a missile near Marsville on Monday, killing two soldiers."
    assert weapons(text) == ["missile"]


@pytest.mark.parametrize(
    ("arm", "value"),
    [
        ("F-16", "aircraft"),
        ("MiG-29", "aircraft"),
        ("AH-64", "helicopter"),
        ("MQ-9", "drone"),
        ("BM-21", "rocket"),
        ("Kh-59", "missile"),
        ("M777", "artillery"),
        ("T-72", "tank"),
        ("BTR-80", "armoured vehicle"),
        ("AK-74", "firearms"),
        ("RPG-7", "rocket-propelled grenade"),
    ],
)
def test_an_arm_that_is_called_by_its_model_is_no_group(arm, value):
    (claim,) = proposed(f"An {arm} strike killed two farmers near Marsville on Tuesday.").claims
    assert [w.value for w in claim.weapons] == [value]
    assert not claim.actors


def test_the_forces_of_one_state_are_one_actor():
    text = (
        "Pakistani soldiers shelled a village near Marsville on Monday. The Pakistani army fired mortars, killing two people."
    )
    assert actors(text) == {"Pakistani military": "stated"}


def test_troops_without_a_name_are_those_of_the_state_that_was_named():
    text = "An Indian army patrol crossed the line near Marsville on Monday and the soldiers shot dead two shepherds."
    assert set(actors(text)) == {"Indian military"}


def test_police_who_arrest_somebody_after_an_attack_did_not_do_it():
    attack = "A bomb exploded in a market near Marsville on Monday, killing two people."
    assert actors(f"{attack} Police arrested two men after the blast.") == {}
    assert actors("Police arrested two men near Marsville on Monday.") == {"Police": "stated"}


def test_a_state_s_name_of_two_words_stands_for_no_forces():
    text = (
        "Armed men killed 14 villagers near Marsville, 60 km from the border with {}, on Sunday. "
        "The army said it had attacked their camp, killing two people."
    )
    for state, pair in (("Burkina Faso", "BFA-MLI"), ("Niger", "BFA-NER")):
        claims = proposed(text.format(state), pair=pair).claims
        assert [a.value.name for claim in claims for a in claim.actors if a.value.name != "army"] == []
