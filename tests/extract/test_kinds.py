"""What a sentence says happened, and what it does not: plans, denials, many events together, events that are told again."""

import pytest
from dispatches import piece, pieces


def happened(text):
    return [t.kind for p in pieces(text) for t in p.happened]


def news(text):
    return [t.kind for p in pieces(text) for t in p.news]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Gunmen ambushed an army patrol near Teetwal.", "Armed clash"),
        ("Militants attacked a checkpoint in Kupwara.", "Armed clash"),
        ("Gunmen shot dead a shopkeeper in Kupwara.", "Attack"),
        ("Warplanes bombed a village in Kupwara.", "Air/drone strike"),
        ("Mortar shells hit a house in Kupwara.", "Shelling/artillery/missile attack"),
        ("A roadside bomb exploded in Kupwara.", "Remote explosive/landmine/IED"),
        ("Unknown men hurled a grenade at a shop in Kupwara.", "Grenade"),
        ("A suicide bomber blew himself up in Kupwara.", "Suicide bomb"),
        ("Gunmen kidnapped two teachers in Kupwara.", "Abduction/forced disappearance"),
        ("Police arrested three suspects in Kupwara.", "Arrests"),
        ("Soldiers seized rifles and explosives in Kupwara.", "Disrupted weapons use"),
    ],
)
def test_words_for_an_event_give_its_kind(text, kind):
    assert kind in news(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Four villagers were shot dead in Kupwara.", "Attack"),
        ("Two soldiers were killed in Kupwara.", "Armed clash"),
        ("Soldiers fired on villagers in Kupwara.", "Attack"),
        ("Gunmen fired on soldiers in Kupwara.", "Armed clash"),
    ],
)
def test_what_was_done_and_to_whom_give_the_kind_together(text, kind):
    assert kind in happened(text)


@pytest.mark.parametrize(
    "text",
    [
        "The army may attack the village.",
        "The army threatened to attack the village.",
        "The minister warned of an attack in Kupwara.",
        "The group plans to attack Kupwara.",
        "Police prevented an attack in Kupwara.",
        "If gunmen attacked the village, soldiers would come.",
        "Villagers fear further attacks.",
        "There was no attack in Kupwara.",
        "The army never attacked the village.",
        "The army vowed to attack the camps.",
        "Soldiers held a drill against an attack.",
        "The jets were ready to attack Kupwara.",
        "The two sides agreed to stop attacks on villages.",
    ],
)
def test_hypothesis_denial_and_plans_tell_of_nothing_that_happened(text):
    assert happened(text) == []


def test_what_was_tried_happened():
    assert happened("Gunmen tried to attack the village in Kupwara.") != []


@pytest.mark.parametrize(
    "text",
    [
        "More than 1,200 people have been killed since the start of the insurgency.",
        "Attacks in the region often kill soldiers.",
        "The region has seen several deadly attacks on soldiers over the past year.",
        "Dozens of attacks on soldiers were reported.",
        "Soldiers were attacked every month between 2019 and 2024.",
        "Two such attacks were recorded this year.",
    ],
)
def test_many_events_together_are_no_single_one(text):
    assert all(t.aggregate for p in pieces(text) for t in p.triggers)
    assert [t for p in pieces(text) for t in p.triggers]


def test_a_single_event_is_no_aggregate():
    assert not any(t.aggregate for t in piece("Gunmen attacked a checkpoint in Kupwara on Monday.").triggers)


@pytest.mark.parametrize(
    "text",
    [
        "The attack lasted two hours.",
        "The minister condemned the attack.",
        "It was the second such attack in a week.",
        "Police are investigating the bombing.",
        "After the clash, soldiers searched the village.",
        "The attackers fled after the ambush.",
        "He is wanted for the killing.",
        "Police are investigating a kidnapping.",
        "He spoke in retaliation for an ambush.",
        "Those kidnapped were freed.",
    ],
)
def test_what_is_told_again_is_no_news(text):
    assert news(text) == []


def test_a_weapon_alone_is_no_event_and_something_intercepted_needs_a_weapon():
    assert happened("Soldiers carry mortars and rockets.") == []
    assert happened("Police intercepted a caller.") == []


def test_an_attack_plan_and_a_bomb_disposal_team_are_no_events():
    assert happened("The attack plan was found.") == []
    assert happened("A bombing suspect spoke.") == []


def test_those_beside_whom_somebody_was_killed_are_not_those_who_were():
    assert [t for t in piece("They were killed near villagers.").triggers if t.rule == "pair"] == []
    (pair,) = [t for t in piece("They killed two villagers.").triggers if t.rule == "pair"]
    assert len(pair.spans) == 2
