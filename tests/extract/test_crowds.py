"""Protests and mobs by who acts against whom, and sentences that only speak of events: of a court, a film, a match, a drill."""

import pytest
from dispatches import proposed

from geomap.vocabulary import kind_of_crowd


def kinds(text):
    return [claim.sub_event_type.value for claim in proposed(text).claims]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Pensioners marching in Teetwal on Monday were chased off by police with batons.", "Protest with intervention"),
        ("Constables carried off nurses who sat at a vigil in Teetwal; eight were detained.", "Protest with intervention"),
        ("Officers beat striking teachers in Teetwal; two have fractured skulls.", "Excessive force against protesters"),
        ("Marchers in Teetwal were met with live rounds on Monday.", "Excessive force against protesters"),
        ("A clerk died in Teetwal on Monday after he was clubbed by police at a rally.", "Excessive force against protesters"),
        ("Marchers in Teetwal hurled bottles at officers on Monday and wrecked a van.", "Violent demonstration"),
        ("A rally in Teetwal on Monday ended with bricks being thrown at the town hall.", "Violent demonstration"),
        ("Students stormed the ministry in Teetwal on Monday.", "Violent demonstration"),
        ("A pickpocket was thrashed by residents in Teetwal on Monday.", "Mob violence"),
        ("Two families fought with hoes and clubs in Teetwal on Monday.", "Mob violence"),
        ("Gunmen attacked a march in Teetwal on Monday, killing two.", "Attack"),
        ("Villagers were killed by bandits in Teetwal on Monday.", "Attack"),
    ],
)
def test_who_acts_against_whom_gives_the_kind_of_a_protest(text, kind):
    assert kinds(text) == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "Nurses in Teetwal laid down their tools on Monday.",
        "Bakers in Teetwal began an open-ended strike on Monday.",
        "Lawyers in Teetwal stayed away from the courts on Monday.",
        "Fishermen blocked the harbour in Teetwal on Monday to protest against quotas.",
        "Hundreds filled the square in Teetwal on Monday to call for a bridge.",
    ],
)
def test_a_peaceful_protest_is_told_in_many_ways(text):
    assert kinds(text) == ["Peaceful protest"]


def test_who_may_protest_does_not_yet():
    assert kinds("Residents were allowed to protest against the dam in Teetwal on Monday.") == []


@pytest.mark.parametrize(
    "text",
    [
        "A court in Teetwal jailed two men on Monday over the raid in which six herders were killed.",
        "A clerk who killed two herders in Teetwal was sentenced to ten years.",
        "A film about the bombing of Teetwal opens in cinemas this week.",
        "Villagers in Teetwal marked ten years since soldiers burned their homes.",
        "The bank in Teetwal began a fresh attack on inflation on Monday.",
        "Teetwal were ambushed by the underdogs on Monday, losing 2-1.",
        "The clip of an air strike on Teetwal was in fact filmed elsewhere, the radio said on Monday.",
        "A boiler exploded at a mill in Teetwal on Monday, killing two.",
        "Guards in Teetwal freed hostages in a mock raid on Monday.",
        "Snakes kill 60 people a year in Teetwal.",
    ],
)
def test_a_sentence_that_only_speaks_of_events_tells_of_none(text):
    assert kinds(text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A bomb in a gas cylinder exploded in Teetwal on Monday, killing two.", "Remote explosive/landmine/IED"),
        ("A bomb went off outside the court in Teetwal on Monday.", "Remote explosive/landmine/IED"),
        ("Shells hit a football ground in Teetwal on Monday, killing two.", "Shelling/artillery/missile attack"),
    ],
)
def test_what_happened_is_told_whatever_the_place_is_for(text, kind):
    assert kinds(text) == [kind]


def test_what_leads_a_text_is_a_claim_without_place_day_or_people():
    assert kinds("Settlers uprooted some olive trees and torched a barn beyond the village.") != []
    assert kinds("The attack was the talk of the town.") == []


def test_the_doer_stands_first():
    assert kind_of_crowd("marchers beat") == "Violent demonstration"
    assert kind_of_crowd("beat marchers") == "Protest with intervention"
