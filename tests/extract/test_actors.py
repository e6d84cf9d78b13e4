"""Who did it, and how plainly a sentence says so."""

import pytest
from dispatches import piece, proposed


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
        f"Soldiers guard against {GROUP} attacks.",
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


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Pakistani rangers shot dead a farmer.", {"Pakistani security forces"}),
        ("A farmer was shot dead by Pakistani rangers.", {"Pakistani security forces"}),
        ("Two people died in Pakistani shelling of a village.", {"Pakistan"}),
        ("A Pakistani drone strike killed two people.", {"Pakistani military"}),
        ("Six people died at the hands of members of the Newland Army.", {"Newland Army"}),
        (f"A group of {GROUP} fighters raided a village.", {GROUP}),
        (f"Soldiers of the {GROUP}, who came at night, burned the village.", {GROUP}),
        (f"Fighters of the {GROUP} near Marsville fired on a bus.", {GROUP}),
        ("The patrol came under fire from Pakistani soldiers.", {"Pakistani military"}),
        ("Clashes broke out between Indian soldiers and Pakistani rangers.", {"Indian military", "Pakistani security forces"}),
        ("Indian and Pakistani troops exchanged fire.", {"India", "Pakistani military"}),
        ("Soldiers from India and Pakistan traded fire.", {"Indian military", "Pakistan"}),
        ("Soldiers and Karen rebels fought for an hour.", {"Soldiers", "Karen rebels"}),
        ("Karen rebels attacked a convoy.", {"Karen rebels"}),
        ("Malian villagers burned a bridge.", {"Malian villagers"}),
        ("Police and Newland Rangers seized two rifles.", {"Police", "Newland Rangers"}),
        (f"The attack was the work of the {GROUP}, he said.", {GROUP}),
        (f"The {GROUP} was behind the attack.", {GROUP}),
    ],
)
def test_who_did_it_is_read_active_passive_nominalised_and_in_pairs(text, names):
    assert set(told(text)) == names


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen attacked a village.",
        "Suspected militants killed two people.",
        "Two soldiers killed in the attack were buried.",
        "Soldiers arrested by rebels were freed.",
        "An Indian shepherd found a bullet.",
        "A man was killed by an Indian lorry.",
        "Rockets fired from India hit a village.",
        "The army denied that any soldier was hit.",
        "Cartridges of a type used by the army were found.",
        "Newland denied that its soldiers had shot a man.",
    ],
)
def test_the_unnamed_the_victims_and_those_only_spoken_of_did_nothing(text):
    assert told(text) == {}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (f"The {GROUP} said on Monday that its fighters had planted the mine.", "claimed"),
        (f"The {GROUP}, an offshoot of another, said that it had shelled the town.", "claimed"),
        (f"The {GROUP} did not fire at the boat.", "denied"),
        (f"The {GROUP} had nothing to do with the attack.", "denied"),
        (f"The {GROUP} are believed to have fired the rockets.", "alleged"),
        (f"Investigators point to a cell of the {GROUP}.", "alleged"),
    ],
)
def test_how_plainly_an_actor_did_it_is_said_in_many_ways(text, status):
    assert told(text) == {GROUP: status}


@pytest.mark.parametrize(
    "told",
    [
        "He blamed the Red Valley Front.",
        "He blamed 'terrorists' of the Red Valley Front for the deaths.",
        "He put the blame on the Red Valley Front.",
        "He blamed a rival group, the Red Valley Front.",
        "He blamed Monday's attack on the Red Valley Front.",
        "He blamed the deadly attack on the Red Valley Front.",
        "He blamed the deaths of the two soldiers on the Red Valley Front.",
        "He blamed both the army and the Red Valley Front.",
    ],
)
def test_who_is_blamed_is_alleged(told):
    (claim,) = proposed(f"Gunmen attacked a camp in Kupwara on May 4. {told}").claims
    assert [(a.value.name, a.value.status) for a in claim.actors] == [("Red Valley Front", "alleged")]
