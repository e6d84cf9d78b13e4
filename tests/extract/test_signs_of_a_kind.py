"""Which of several signs gives the kind: what it was done with, who did it, what a protest is against, what was told before."""

import pytest
from dispatches import proposed


def kinds(text):
    return [claim.sub_event_type.value for claim in proposed(text).claims]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Unknown persons riddled a trader's car with bullets in Teetwal on Monday.", "Attack"),
        ("Gunmen pumped five bullets into a contractor in Teetwal on Monday.", "Attack"),
        ("A family of five was wiped out by gunmen in Teetwal on Monday.", "Attack"),
        ("Troops and gunmen duelled for hours in Teetwal on Monday.", "Armed clash"),
        ("Raiders exchanged volleys with village guards in Teetwal on Monday.", "Armed clash"),
        ("Commandos took out three militants in Teetwal on Monday.", "Armed clash"),
        ("Bandits whisked the district head away from his house in Teetwal on Monday.", "Abduction/forced disappearance"),
        ("Gunmen swooped on a school in Teetwal on Monday and went away with 20 pupils.", "Abduction/forced disappearance"),
        ("Raiders carted away grain from a mill in Teetwal on Monday.", "Looting/property destruction"),
        ("Gunmen relieved travellers of their phones in Teetwal on Monday.", "Looting/property destruction"),
        ("A scuffle between party workers in Teetwal on Monday left three injured.", "Mob violence"),
        ("Traders pulled down their shutters in Teetwal on Monday over new taxes.", "Peaceful protest"),
        ("Residents gheraoed the office of the electricity board in Teetwal on Monday.", "Peaceful protest"),
        ("A journalist was hauled in by police in Teetwal on Monday.", "Arrests"),
        ("Troops stumbled on a bomb factory in Teetwal on Monday.", "Disrupted weapons use"),
        ("The sides swapped 20 prisoners in Teetwal on Monday.", "Agreement"),
    ],
)
def test_news_tells_of_what_was_done_in_many_ways(text, kind):
    assert kinds(text) == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "The speaker peppered the minister with questions in Teetwal on Monday.",
        "The firm pumped 20 million rupees into a dairy in Teetwal on Monday.",
        "Cement prices shot up in Teetwal on Monday.",
        "The club took out the champions in a final in Teetwal on Monday.",
        "The debate was hijacked by the opposition in Teetwal on Monday.",
        "The general was relieved of his command in Teetwal on Monday.",
        "The two chess players duelled for hours in Teetwal on Monday.",
        "Fishermen hauled in a record catch in Teetwal on Monday.",
        "The trader pulled down the shutters and went home in Teetwal on Monday.",
        "The two ministers exchanged gifts in Teetwal on Monday.",
    ],
)
def test_the_same_words_tell_of_no_event_elsewhere(text):
    assert kinds(text) == []


def test_a_similar_raid_was_done_with_what_the_one_before_was():
    told = (
        "Jets dropped four bombs on Teetwal on Monday. It came four days after a similar raid on Kupwara that wrecked a clinic."
    )
    assert kinds(told) == ["Air/drone strike", "Air/drone strike"]


def test_a_similar_raid_that_says_with_what_is_of_its_own_kind():
    told = "Jets dropped four bombs on Teetwal on Monday. On Thursday mortar shells hit Kupwara in a similar attack."
    assert kinds(told) == ["Air/drone strike", "Shelling/artillery/missile attack"]


@pytest.mark.parametrize(
    "text",
    ["A vigil for a slain student was held in Teetwal on Monday.", "Hundreds marched in Teetwal over the killing of a judge."],
)
def test_what_people_protest_against_is_no_event_of_the_protest(text):
    assert kinds(text) == ["Peaceful protest"]


def test_those_who_shoot_at_a_protest_attack_it():
    assert kinds("Gunmen attacked a protest march in Teetwal on Monday and killed two.") == ["Attack"]


def test_shots_in_the_air_are_no_excessive_force():
    told = "Police fired in the air to scatter a crowd of protesters in Teetwal on Monday."
    assert kinds(told) == ["Protest with intervention"]
    assert kinds("Police fired on a crowd of protesters in Teetwal on Monday, killing two.") == [
        "Excessive force against protesters"
    ]


def test_looters_who_kill_somebody_attack():
    told = "Armed men broke into six shops in Teetwal on Monday and looted them."
    assert kinds(told) == ["Looting/property destruction"]
    assert kinds(f"{told} A watchman was killed by the attackers.") == ["Attack"]


def test_what_a_crowd_does_to_somebody_is_mob_violence():
    done = "took two men out of the post near the old market and beat them to death."
    assert kinds(f"At Teetwal, a crowd on Sunday {done}") == ["Mob violence"]
    assert kinds(f"At Teetwal, gunmen on Sunday {done}") == ["Attack"]


def test_a_riot_against_the_police_is_no_armed_clash():
    assert kinds("A protest turned violent in Teetwal on Monday when the crowd attacked officers.") == ["Violent demonstration"]


def test_the_strike_of_those_who_work_is_no_air_strike():
    assert kinds("The fishermen's strike in Teetwal began on Monday.") == ["Peaceful protest"]
    assert kinds("Israel's strike in Teetwal on Monday killed two.") == ["Air/drone strike"]


def test_the_scenario_of_an_exercise_is_no_event():
    assert kinds("The scenario in Teetwal on Monday: an imaginary band came with stolen cattle.") == []
