"""Tolls in the words of headlines, in lists and asides, and those whom a pronoun or an age names."""

import pytest
from dispatches import proposed, toll


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Landmine kills farmer in Zhob.", "k1"),
        ("Hit squad guns down ex-mayor and two bodyguards in Zhob.", "k3"),
        ("Gunmen kill judge and driver in Zhob.", "k2"),
        ("Soldier dies, three wounded in ambush.", "k1 i3"),
        ("Grenade attack kills shopkeeper, injures son in Zhob.", "k1 i1"),
        ("Journalist succumbs to bullet wounds after attack in Zhob.", "k1"),
        ("Gunmen killed the groom's uncle and one drummer.", "k2"),
        ("Gunmen killed the guard on duty and a passing tricycle driver.", "k2"),
        ("A bomb killed the district governor, his son and a bodyguard.", "k3"),
        ("A bomber killed eight soldiers and himself.", "k9"),
        ("Killed in Monday's ambush were the commander and two of his men.", "k3"),
        ("The bodies of five civilians and two soldiers were recovered after an attack.", "k7"),
        ("The army admits the loss of a captain and thirty other ranks.", "k31"),
    ],
)
def test_whom_a_deed_befell(text, wanted):
    assert toll(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Gunmen injured eight, three officers among them.", "i8"),
        ("Two adults died and 32 persons, eight children among them, were hurt.", "k2 i32"),
        ("Four people, of which one is the driver, have died.", "k4"),
        ("Twelve people, including four women and three children, died.", "k12"),
        ("Three rebels, including a commander, and one rebel were killed.", "k4"),
        ("A bomb killed two passers-by, a man of 60 and a student, and injured eight.", "k2 i8"),
    ],
)
def test_a_part_of_them_is_not_counted_again(text, wanted):
    assert toll(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Gunmen ended the lives of two cousins, 16 and 18, on Monday.", "k2"),
        ("An unarmed national, about 35, was shot dead.", "k1"),
        ("A milkmaid of 39 perished.", "k1"),
        ("A carpenter of 52 died and two welders were wounded.", "k1 i2"),
        ("A party of 39 was killed.", "k39"),
    ],
)
def test_an_age_counts_nobody(text, wanted):
    assert toll(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Gunmen lined up six miners at a pit and shot them dead.", "k6"),
        ("Guards shot at two smugglers near the fence; neither survived.", "k2"),
        ("Three teachers were abducted and later murdered.", "k3"),
        ("The attack killed four soldiers; nobody else was injured.", "k4 i0"),
        ("Three people were injured; no one lost their life.", "i3 k0"),
        ("Rebels fired on a post without hitting anyone.", "k0 i0"),
        ("A strike hit a depot, burning seven people.", "i7"),
        ("A strike killed one man, while 11 are recovering from wounds.", "k1 i11"),
        ("Police confirmed five deaths and 20 cases of injury.", "k5 i20"),
        ("Five villagers perished and another four were left wounded.", "k5 i4"),
        ("A couple of sappers were injured.", "i2"),
        ("An elderly couple died in the strike.", "k2"),
        ("One is dead and two are wounded.", "k1 i2"),
        ("The dead in Monday's strike number 14.", "k14"),
        ("With him died seven clerks.", "k7"),
        ("A man of 22 died, his brother was shot in the knee.", "k1 i1"),
        ("Eight gunmen died; not one soldier was hurt.", "k8 i0"),
        ("Two robbers and three cash-in-transit guards lay dead.", "k2 k3"),
        ("Five out of a crew of nine perished.", "k5"),
    ],
)
def test_whom_other_words_name(text, wanted):
    assert toll(text) == wanted


def test_those_who_died_too_are_counted_beside_others():
    texts = ("The mayor was shot dead in Zhob. His driver and a bodyguard were also killed.",)
    texts += ("The mayor was shot dead in Zhob. His driver and a bodyguard died too.",)
    for text in texts:
        (claim,) = proposed(text).claims
        assert sum(count.value.low for count in claim.counts) == 3


@pytest.mark.parametrize(
    "text",
    [
        "Two workers were hit with fines.",
        "Shells left holes in seven roofs and eleven dead sheep.",
        "He lost their life savings and five friends.",
    ],
)
def test_a_figure_of_speech_is_no_toll(text):
    assert toll(text) == ""
