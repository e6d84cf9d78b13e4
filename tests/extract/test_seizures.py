"""People who are taken away: by whose hands and which way they went tells whether they were arrested or abducted."""

import pytest
from dispatches import proposed

from geomap.vocabulary import kind_of_seizure

ABDUCTED, ARRESTED = "Abduction/forced disappearance", "Arrests"


def kinds(text):
    return [claim.sub_event_type.value for claim in proposed(text).claims]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Gunmen hauled two miners off a lorry at Teetwal on Monday.", ABDUCTED),
        ("Troops hauled two miners off to a police station in Teetwal on Monday.", ARRESTED),
        ("Seven fishermen were taken in by the coastguard at Teetwal on Monday.", ARRESTED),
        ("Seven fishermen were dragged from their boat by raiders at Teetwal on Monday.", ABDUCTED),
        ("Four traders fell into the hands of bandits in Teetwal on Monday.", ABDUCTED),
        ("Four traders fell into the hands of the police in Teetwal on Monday.", ARRESTED),
        ("Customs men collared a courier in Teetwal on Monday.", ARRESTED),
        ("Hooded men bundled a dietician into a black van in Teetwal on Monday.", ABDUCTED),
        ("Detectives picked up at least four youths in Teetwal on Monday.", ARRESTED),
        ("A councillor was picked up in Teetwal on Monday and driven to the police station.", ARRESTED),
        ("A councillor was picked up by men in plain clothes in Teetwal on Monday and has not been seen since.", ABDUCTED),
        ("Soldiers led two shepherds away in Teetwal on Monday, and their whereabouts are not known.", ABDUCTED),
        ("Thirty herders were rounded up by insurgents in Teetwal on Monday.", ABDUCTED),
        ("Herders whom guerrillas marched off at Teetwal on Monday are still missing.", ABDUCTED),
        ("Police nicked three Newlanders in Teetwal on Monday.", ARRESTED),
        ("Police took 46 people from their homes in Teetwal on Monday.", ARRESTED),
        ("Gunmen took a teacher from his house in Teetwal on Monday.", ABDUCTED),
    ],
)
def test_who_takes_people_and_which_way_tells_the_kind(text, kind):
    assert kinds(text) == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "Police picked up the trophy in Teetwal on Monday.",
        "Soldiers carried old women across the river in Teetwal on Monday.",
        "Rebels captured the hearts of voters in Teetwal on Monday.",
        "Police seized a teacher's phone in Teetwal on Monday.",
        "Fighters took their families away from Teetwal on Monday.",
        "The gang leader's daughter was carried off to hospital by police in Teetwal on Monday.",
        "Police whisked the minister away from angry students in Teetwal on Monday.",
        "The officer left with his family in Teetwal on Monday.",
        "Smugglers took migrants across the border near Teetwal on Monday.",
        "The fate of the teachers is in the hands of the court in Teetwal on Monday.",
        "Police held talks with union leaders in Teetwal on Monday.",
        "The Raiders held the Rangers to a draw in Teetwal on Monday.",
        "Customs officers held up drivers for hours at Teetwal on Monday.",
        "The militia leader took his men out of the coalition in Teetwal on Monday.",
        "Militants placed a child on a chair in Teetwal on Monday.",
        "Police took the wounded from their homes in Teetwal to hospital on Monday.",
    ],
)
def test_the_same_words_take_nobody_elsewhere(text):
    assert kinds(text) == []


def test_who_takes_people_and_kills_them_attacks():
    assert kinds("Gunmen took two men out of the post at Teetwal on Monday and beat them to death.") == ["Attack"]


def test_who_is_wanted_for_a_deed_was_arrested_all_the_same():
    assert kinds("A man wanted for a raid, and suspected of planning another, was arrested in Teetwal on Monday.") == [ARRESTED]
    assert kinds("Police fear that a man who planned a raid will be arrested in Teetwal on Monday.") == []


def test_who_takes_a_police_station_arrests_nobody():
    text = "They came at dawn on Monday and took the police station in Teetwal."
    assert kinds(text) == ["Non-state actor overtakes territory"]


def test_what_leads_a_text_is_an_incident_wherever_it_was():
    assert kinds("Detectives picked up two more men from Teetwal over a raid.") == [ARRESTED]


def test_sexual_violence_is_told_in_the_words_of_many_papers():
    told = (
        "Eleven women were violated by armed men near Teetwal on Monday.",
        "A widow was assaulted sexually by three men in uniform near Teetwal on Monday.",
        "A girl of twelve was defiled by a militia commander near Teetwal on Monday.",
    )
    assert [kinds(text) for text in told] == [["Sexual violence"]] * 3
    assert kinds("The truce was violated by armed men near a women's clinic in Teetwal on Monday.") != ["Sexual violence"]


def test_a_verb_alone_takes_nobody():
    assert kind_of_seizure("picked up parcel") is None
    assert kind_of_seizure("left police") is None
