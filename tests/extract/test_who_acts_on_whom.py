"""Kinds by who acts on whom: who answers fire, who is named only, what was before and after the deed."""

import pytest
from extract.test_accounts import accounts


def kinds(text):
    """The kinds of the accounts of a text."""
    return [account.best_trigger().kind for account in accounts(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # fire that forces answer is a fight, and what one's guard answers is not
        (
            "A column of raiders opened fire at dawn on Monday on the border station in Marsville. "
            "The guards of the station returned fire. Three persons were found dead.",
            "Armed clash",
        ),
        ("Attackers shot at a trader near Marsville on Monday, wounding him, and his guard returned fire.", "Attack"),
        # a raid says of nobody that he is a civilian
        (
            "On Monday soldiers raided a compound near Marsville. Four persons were killed. The shooting lasted until noon.",
            "Armed clash",
        ),
        # whose they are says what they are, in many words, too
        (
            "The army said its troops killed six members of the Northern Homeland Salvation Army near Marsville on Monday. "
            "The shootout took place in a wood.",
            "Armed clash",
        ),
        # those who stand before "of them", and do not act
        ("The raiders were later traced to a hideout near Marsville; five of them were killed there on Monday.", "Armed clash"),
        ("Gunmen attacked a wedding in Marsville on Monday, killing six of them.", "Attack"),
        ("Villagers near Marsville said that raiders came on Monday and killed four of them.", "Attack"),
        # those who say it, or act, are not those whom it befell
        ("The ministry says one of our posts came under fire near Marsville on Monday.", "Armed clash"),
        ("A patrol boat opened fire on two fishing boats off Marsville on Monday.", "Attack"),
        ("Soldiers opened fire on the building site in Marsville on Monday, at first from sniper rifles.", "Attack"),
        ("On Monday soldiers opened fire on a taxi that did not stop at the army checkpoint in Marsville.", "Attack"),
        ("Fishermen recall that on Monday pirates looted four boats off Marsville.", "Looting/property destruction"),
        # what falls comes from the air
        ("A bomb fell on a school in Marsville on Monday and three pupils died.", "Air/drone strike"),
        (
            "Mortars and cannon fire have been falling around the bus station of Marsville since Monday.",
            "Shelling/artillery/missile attack",
        ),
        ("A bomb hit a bus in Marsville on Monday and three pupils died.", "Remote explosive/landmine/IED"),
        # what was worn and did not go off
        (
            "On Monday guards in Marsville intercepted a boy wearing an explosive vest before he could reach the market.",
            "Disrupted weapons use",
        ),
        ("A boy wearing an explosive vest blew himself up in Marsville on Monday.", "Suicide bomb"),
        # a girl who sets it off
        ("A teenage girl detonated explosives at the market of Marsville on Monday, killing five people.", "Suicide bomb"),
        ("A woman gathering berries set off a bomb near Marsville on Monday and died.", "Remote explosive/landmine/IED"),
        ("A mine blew up in Marsville on Monday and roof tiles fell, killing two.", "Remote explosive/landmine/IED"),
        ("An old bomb fell off a cart in Marsville on Monday and killed two men.", "Remote explosive/landmine/IED"),
        # others who died where people were taken
        (
            "Two pupils were kidnapped near Marsville on Monday, when a watchman was stabbed to death.",
            "Abduction/forced disappearance",
        ),
        # of the subject of two verbs
        (
            "Armed men stopped a car of the ministry near Marsville on Monday and carried off the driver.",
            "Abduction/forced disappearance",
        ),
        # what those wear who are taken
        ("Three Oldland soldiers in plain clothes were detained in Marsville on Monday.", "Arrests"),
        # what the police did to those who protested
        (
            "Several hundred people marched to the town hall of Marsville on Monday. Police detained 12 of them.",
            "Protest with intervention",
        ),
        (
            "Teachers rallied in front of the court of Marsville on Monday. Guards beat the first rows with sticks.",
            "Protest with intervention",
        ),
        ("Bakers marched in Marsville on Monday. Police arrested 15 smugglers.", "Peaceful protest"),
        ("Bakers marched in Marsville on Monday. Soldiers cleared snow in the hills.", "Peaceful protest"),
        ("Bakers marched in Marsville on Monday. Police arrested nobody.", "Peaceful protest"),
        # what was before the deed, and what others did after it
        (
            "Gunmen attacked Marsville on Monday. Afterwards shells killed three people there.",
            "Shelling/artillery/missile attack",
        ),
        (
            "Police, who had arrested a burglar on Sunday, defused a bomb in Marsville on Monday.",
            "Disrupted weapons use",
        ),
        (
            "Soldiers burned ten houses in Marsville on Monday after an army truck had come under fire there.",
            "Looting/property destruction",
        ),
        (
            "Raiders attacked the army post in Marsville on Monday. Helicopters subsequently bombed the fleeing men. "
            "Four soldiers were killed.",
            "Armed clash",
        ),
        # wounds are no event
        (
            "Traders near Marsville were attacked by drones on Monday, and a clinic treated nine of them for blast wounds.",
            "Air/drone strike",
        ),
    ],
)
def test_the_kind_is_told_by_who_acts_on_whom(text, expected):
    assert kinds(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Two rebels were killed in a gun battle in Marsville on Monday. "
            "On April 12 three men had been killed in much the same circumstances at Oldtown.",
            ["Armed clash", "Armed clash"],
        ),
        (
            "A roadside bomb killed two traders in Marsville on Monday. "
            "On April 12 a like device had killed four people at Oldtown.",
            ["Remote explosive/landmine/IED", "Remote explosive/landmine/IED"],
        ),
        (
            "A roadside bomb killed two traders in Marsville on Monday. A similar device was found in Oldtown on Tuesday.",
            ["Remote explosive/landmine/IED", "Disrupted weapons use"],
        ),
    ],
)
def test_what_was_done_in_the_same_way_is_of_the_same_kind(text, expected):
    assert kinds(text) == expected
