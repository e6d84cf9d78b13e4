"""Words of a toll: one death, coffins that are carried, entries of a list, and what hits nobody."""

import pytest
from dispatches import toll


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The police chief reports one death in the blast.", "k1"),
        ("One death threat was received by the mayor.", ""),
        ("The town received five coffins of soldiers on Tuesday.", "k5"),
        ("The workshop makes five coffins a day.", ""),
        ("Shelling in Marsville: dead, one; injured, three.", "k1 i3"),
        ('Soldiers counted "at least 30" corpses in the bunkers.', "k30-"),
        ("The ministry put the number of dead at six and of wounded at nine.", "k6 i9"),
        ("The raid cost four their lives.", "k4"),
        ("A farmer expired in hospital.", "k1"),
        ("The visas of three farmers expired in May.", ""),
        ("Two guards were felled by bullets.", "k2"),
        ("Three trees were felled by loggers.", ""),
        ("Two children were treated for fractures after the blast.", "i2"),
        ("A young man is under treatment for a gunshot wound.", "i1"),
        ("A driver's arm was broken in the assault.", "i1"),
        ("A guard could not be saved.", "k1"),
    ],
)
def test_words_of_a_toll(text, wanted):
    assert toll(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Own troops: nil casualty.", "k0 i0"),
        ("Own casualties: none.", "k0 i0"),
        ("Own losses nil.", "k0"),
        ("Not a drop of blood was shed, the mayor said.", "k0 i0"),
        ("No blood was found in the house.", ""),
        ("No bullet hit anybody.", "k0 i0"),
        ("No shot was fired.", ""),
        ("All our men are safe.", "k0 i0"),
    ],
)
def test_what_befell_nobody(text, wanted):
    assert toll(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The rebels lost ten fighters and the army two soldiers in the battle.", "k10 k2"),
        ("The militia lost 20 men, the army three.", "k20 k3"),
        ("The insurgents lost nine men and the local militia four.", "k9 k4"),
        ("The army lost two soldiers and the rebels two trucks.", "k2"),
        ("The army lost two soldiers and the rebels freed four prisoners.", "k2"),
        ("Killed in the raid were three villagers; injured were four.", "k3 i4"),
        ("The dead include four women.", "k4"),
        ("A wounded farmer died on the way to hospital.", "k1"),
        ("A wounded farmer was brought to the clinic.", "i1"),
        ("A shepherd was found with his throat slit.", "k1"),
        ("Three demonstrators were hit by live rounds.", "i3"),
        ("A constable had his nose broken.", "i1"),
        ("Eighteen comrades were buried in one trench.", "k18"),
        ("Four extortionists are no more.", "k4"),
        ("Two men are no more than suspects.", ""),
    ],
)
def test_whom_a_word_befell(text, wanted):
    assert toll(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "No one was affected by the price rise, the minister said.",
        "No one was touched by the speech.",
        "The agency offers no victim support.",
        "The court heard no victim statement.",
        "There was no information on victims.",
        "Two men were nearly killed.",
        "Three men were wrongly declared dead.",
        "Two boys were narrowly saved from being killed.",
        "The hospital treated seven patients for malaria.",
    ],
)
def test_nobody_is_counted(text):
    assert toll(text) == ""
