"""Damage, theft and finds of weapons, in the words of many papers: what was done, and to what."""

import pytest
from dispatches import proposed


def kinds(text):
    return [claim.sub_event_type.value for claim in proposed(text).claims]


@pytest.mark.parametrize(
    "text",
    [
        "Assailants put a match to four oil tankers in Teetwal on Monday.",
        "Unknown men slashed 200 banana plants in Teetwal on Monday.",
        "A power pylon was brought down by unknown persons in Teetwal on Monday.",
        "Water pipes in Teetwal were damaged deliberately on Monday.",
        "The fibre-optic line to Teetwal was deliberately cut on Monday.",
        "Settlers sawed down 70 saplings in Teetwal on Monday.",
        "Headstones were found daubed with slogans in Teetwal on Monday.",
        "Bulldozers with an army escort knocked down nine houses in Teetwal on Monday.",
        "Stock thieves drove 90 head of cattle out of Teetwal on Monday.",
        "Herders lost 60 goats to raiders in Teetwal on Monday.",
        "Thieves made away with the bells of a church in Teetwal on Monday.",
        "Forty boats and their engines were stolen in Teetwal on Monday.",
        "Robbers hit three jewellery shops in Teetwal on Monday.",
        "The militia confiscated the villagers' motorcycles in Teetwal on Monday.",
        "Nomads let their animals loose on farms in Teetwal on Monday.",
        "Fishing nets were hacked to pieces by armed men in Teetwal on Monday.",
        "Idols smashed, jewellery stolen in a break-in at a temple in Teetwal on Monday.",
    ],
)
def test_property_is_damaged_and_stolen_in_many_ways(text):
    assert kinds(text) == ["Looting/property destruction"]


@pytest.mark.parametrize(
    "text",
    [
        "Nine grenades turned up in a flower bed in Teetwal on Monday.",
        "Coast guards fished a naval mine out of the sea off Teetwal on Monday.",
        "Farmers hit upon 30 mortar bombs in Teetwal on Monday.",
        "An unexploded rocket in a roof in Teetwal was taken down on Monday.",
        "Air defences brought down 27 drones launched at Teetwal on Monday.",
        "A missile was destroyed in flight over Teetwal on Monday.",
        "An arms shipment bound for rebels was intercepted in Teetwal on Monday.",
        "Police made safe a car packed with explosives in Teetwal on Monday.",
        "A bomb squad carried out a controlled explosion in Teetwal on Monday.",
        "The militants' plan to attack a church in Teetwal was foiled on Monday.",
        "A rocket fired at Teetwal on Monday failed to go off.",
        "Two men were stopped in Teetwal on Monday with 4 kg of TATP.",
    ],
)
def test_weapons_are_found_and_stopped_in_many_ways(text):
    assert kinds(text) == ["Disrupted weapons use"]


@pytest.mark.parametrize(
    "text",
    [
        "A storm toppled power lines in Teetwal on Monday.",
        "A ship's anchor cut a cable off Teetwal on Monday.",
        "Elephants trampled crops and destroyed huts in Teetwal on Monday.",
        "The council pulled down the old market in Teetwal on Monday.",
        "The singer stole the show in Teetwal on Monday.",
        "Stores slashed prices in Teetwal on Monday.",
        "Residents fled Teetwal with their cattle and belongings on Monday.",
        "Customs officers seized 40 tonnes of rice in Teetwal on Monday.",
        "Experts removed the shell of the old building in Teetwal on Monday.",
        "Owners were told to hand in pistols in Teetwal on Monday.",
        "The striker headed the ball over the bar in Teetwal on Monday.",
    ],
)
def test_what_is_damaged_or_moved_otherwise_is_no_incident(text):
    assert kinds(text) == []


def test_who_is_caught_with_a_gun_is_arrested():
    assert kinds("Police detained two drug dealers with a pistol in Teetwal on Monday.") == ["Arrests"]


def test_drones_of_which_some_were_shot_down_and_some_hit_people_are_a_strike():
    told = "Drones hit a depot in Teetwal on Monday and killed three people; two of the drones were shot down."
    assert kinds(told) == ["Air/drone strike"]


def test_a_text_begins_with_news_though_its_place_is_not_found():
    assert kinds("Gunmen traded shots with police on the ring road.") == ["Armed clash"]


def test_later_sentences_without_place_or_day_begin_nothing():
    lake = "The lake is deep, and the people of the town go there to fish, to wash and to swim."
    assert kinds(f"{lake} Gunmen traded shots with police on the ring road.") == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Shells that gave off a yellow smoke smelling of garlic landed in Teetwal on Monday.", "Chemical weapon"),
        ("Rebels accused the army of using chlorine in an attack on Teetwal on Monday.", "Chemical weapon"),
        ("Twenty people had pinpoint pupils after barrel bombs fell on Teetwal on Monday.", "Chemical weapon"),
        ("A human bomb struck a checkpoint in Teetwal on Monday.", "Suicide bomb"),
        ("A youth pulled the cord of his vest in a mosque in Teetwal on Monday.", "Suicide bomb"),
        ("A lorry packed with explosives was driven into a gate in Teetwal on Monday.", "Suicide bomb"),
        ("A would-be thief blew up his explosive belt in Teetwal on Monday.", "Suicide bomb"),
        ("A female bomber, dressed as a nurse, walked into a clinic in Teetwal on Monday.", "Suicide bomb"),
        ("Jets bomb a library in Teetwal; 30 are dead.", "Air/drone strike"),
        ("Two drones ploughed into a warehouse in Teetwal on Monday.", "Air/drone strike"),
        ("A strike from above kills an engineer in a flat in Teetwal.", "Air/drone strike"),
        ("A missile smashes into a mosque in Teetwal; dozens of people are hurt.", "Shelling/artillery/missile attack"),
        ("Government forces pummelled Teetwal with some 40 rockets on Monday.", "Shelling/artillery/missile attack"),
        ("Two girls trod on an explosive remnant of war in Teetwal on Monday.", "Remote explosive/landmine/IED"),
        ("A landmine claims the leg of a herder in Teetwal.", "Remote explosive/landmine/IED"),
        ("A bomb stuck under a car blew off its roof in Teetwal on Monday.", "Remote explosive/landmine/IED"),
        ("Someone lobs a grenade into a yard in Teetwal.", "Grenade"),
        ("Seven growers were lined up and put to death by hooded men in Teetwal on Monday.", "Attack"),
        ("Two hitmen put nine bullets in a radio host in Teetwal on Monday.", "Attack"),
        ("A reporter dies in a hail of bullets in Teetwal.", "Attack"),
        ("A patrol crossed paths with guerrillas in a firefight in Teetwal on Monday.", "Armed clash"),
    ],
)
def test_arms_are_used_in_many_ways(text, kind):
    assert kinds(text) == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "A boiler burst in a mill in Teetwal on Monday and two people died.",
        "A training jet crashed in Teetwal on Monday after engine failure; its two pilots were killed.",
        "A minibus hit a stray camel in Teetwal on Monday and seven people lost their lives.",
        "The bank opened a fresh attack on inflation in Teetwal on Monday.",
        "A court jailed two men for a massacre in Teetwal in 1982.",
        "A book on the riots that killed hundreds in Teetwal in 1983 is remembered.",
        "The utility is using chlorine in the reservoir at Teetwal.",
    ],
)
def test_accidents_courts_and_books_are_no_incident(text):
    assert kinds(text) == []
