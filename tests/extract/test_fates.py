"""Whom a word for a fate befell, however they are called and however it is told."""

import pytest
from dispatches import proposed, toll

from geomap.extract.unlisted import is_somebody, is_thing


def in_account(text):
    """The counts of the only claim of a text."""
    (claim,) = proposed(text).claims
    return [(count.value.of, count.value.low, count.value.high) for count in claim.counts]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Five ratcatchers were killed.", "k5"),
        ("The blast left five ratcatchers dead.", "k5"),
        ("It left six ostlers injured.", "i6"),
        ("At least seven prospectors died.", "k7-"),
        ("Seven prospectors at a pit near Marsville were shot dead.", "k7"),
        ("A tinsmith died.", "k1"),
        ("The killing of a muleteer sparked anger.", "k1"),
        ("The death of three stonecutters was confirmed.", "k3"),
        ("Four ratcatchers, three falconers and two soldiers were killed.", "k9"),
        ("A mine killed two soldiers, three falconers and a cooper.", "k6"),
        ("One violator was killed.", "k1"),
        ("Two of the brave personnel were martyred.", "k2"),
        ("Three cows and a goat were killed.", ""),
        ("A blast was deadly.", ""),
        ("Three pylons were blown up.", ""),
        ("A raid in which troops were killed ended.", ""),
        ("Two landslides have killed five villagers.", "k5"),
        ("Three gunmen have killed five villagers.", "k5"),
        ("Three inhabitants, one of them a minor, were hurt.", "i3"),
    ],
)
def test_people_whom_no_list_names_are_told_by_what_befell_them(text, wanted):
    assert toll(text) == wanted


def test_things_are_nobody():
    assert [is_thing(word) for word in ("cow", "houses", "clash", "tinsmith")] == [True, True, True, False]
    assert [is_somebody(word) for word in ("rider", "fire", "river")] == [True, False, False]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Four raiders were found lifeless.", "k4"),
        ("Two boys did not survive.", "k2"),
        ("It cost four policemen their lives.", "k4"),
        ("It cost one shepherd his life.", "k1"),
        ("He was fighting for his life.", ""),
        ("A crowd beat a suspected burglar to death.", "k1"),
        ("He saw six soldiers' bodies on a raft.", "k6"),
        ("It told of six shrouded bodies.", "k6"),
        ("The army reported the neutralisation of six combatants.", "k6"),
        ("The killing on Sunday, at Marsville, of a nurse was condemned.", "k1"),
        ("A farmer lost three fingers.", "i1"),
        ("Two sappers had to be stitched up.", "i2"),
        ("Two guards have cuts.", "i2"),
        ("Three policemen were hit by stones.", "i3"),
        ("Twenty-six others got away wounded.", "i26"),
        ("14 had to seek medical care.", "i14"),
        ("A novice at a nearby monastery suffered slight wounds.", "i1"),
        ("A crowd was driven off with truncheons; five men had to be bandaged.", "i5"),
        ("The army lost two vehicles.", ""),
    ],
)
def test_dead_and_injured_are_told_in_many_words(text, wanted):
    assert toll(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Four onlookers were rushed to the Marsville regional hospital.", "i4"),
        ("Two sappers were flown to a military hospital in Newtown.", "i2"),
        ("The blast left five dead and eight in hospital.", "k5 i8"),
        ("Three bodies were brought to the Marsville hospital.", "k3"),
        ("Two gunmen were seen in a hospital.", ""),
        ("Shells hit two hospitals.", ""),
        ("A boy was taken to hospital, where he died.", "k1"),
        ("A woman was rushed to the clinic but died on the way.", "k1"),
        ("A deckhand was hit in the chest and died.", "k1"),
        ("Two were wounded and a third died.", "i2 k1"),
    ],
)
def test_who_is_taken_to_hospital_is_hurt_and_who_died_there_is_dead(text, wanted):
    assert toll(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("She blew herself up, killing herself and six others.", "k7"),
        ("The strike killed a mother with her two daughters.", "k3"),
        ("A teacher with his wife and two children was killed.", "k4"),
        ("The mayor was killed with two of his guards.", "k3"),
        ("A father and son were gunned down.", "k2"),
        ("A bomb killed a family of five.", "k5"),
        ("One dead, a waitress aged 22, and eight wounded.", "k1 i8"),
        ("The driver, a goat trader, died.", "k1"),
        ("Of the patients brought in, two, both women, died.", "k2"),
        ("Police shot two protesters dead and wounded eleven.", "k2 i11"),
        ("Four passengers were taken off a coach and shot dead by gunmen.", "k4"),
        ("It ended with seven protesters admitted to hospital.", "i7"),
        ("They met a patrol, losing four of their own.", "k4"),
        ("Gunmen killed eleven soldiers in the blackest hour since 2025.", "k11"),
        ("An unknown number were injured.", "i1-"),
        ("There were two wounded but no dead.", "i2 k0"),
        ("6 killed incl. 4 children, 17 hurt (3 badly).", "k6 i17"),
    ],
)
def test_those_who_belong_together_are_counted_once(text, wanted):
    assert toll(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Police put the dead at three and the wounded at twelve.", "k3 i12"),
        ("Sources put the dead at anything up to 20.", "k0-20"),
        ("The dead numbered seven.", "k7"),
    ],
)
def test_a_toll_may_be_put_at_a_number(text, wanted):
    assert toll(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Four rebels were killed against two on the opposing side.", "k4 k2"),
        ("Four guardsmen dead; on the attackers' side, eleven.", "k4 k11"),
        ("Five soldiers were killed, as were 20 militants.", "k5 k20"),
        ("Five soldiers were killed, three on the Newland side and two on the Oldland side.", "k5"),
    ],
)
def test_those_of_the_other_side_are_counted_apart(text, wanted):
    assert toll(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("There were no victims to lament.", "k0 i0"),
        ("There were neither dead nor wounded.", "k0 i0"),
        ("Both sides report having no losses.", "k0"),
        ("Nobody came to harm.", "k0 i0"),
        ("Shells fell, doing nobody any harm.", "k0 i0"),
    ],
)
def test_nobody_is_told_in_many_words(text, wanted):
    assert toll(text) == wanted


def test_a_third_who_died_makes_three():
    text = "Gunmen killed two policemen in Kupwara on Tuesday. A third died later."
    assert in_account(text) == [("killed", 3, 3)]
    assert in_account(text.replace("A third", "A fifth")) == [("killed", 2, 2)]


def test_he_who_was_told_of_before_is_counted_once():
    assert in_account("Gunmen shot dead a mayor in Kupwara on Tuesday. He died at once.") == [("killed", 1, 1)]
