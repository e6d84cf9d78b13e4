"""What a second speaker says of an incident told before: his figure stands beside the first one, and begins no other claim."""

import pytest
from dispatches import proposed

FIRST = "Gunmen attacked a post in Marsville on Monday. The army said two soldiers were killed and three wounded. "


def figures(text, of="killed"):
    """The figures of each claim."""
    return [sorted(c.value.low for c in claim.counts if c.value.of == of) for claim in proposed(text).claims]


@pytest.mark.parametrize(
    "then",
    [
        "Hospital officials: five dead, six injured.",
        "The district hospital (by telephone): five dead.",
        "WFR: five soldiers killed, one hurt.",
        "The hospital received five bodies.",
        "Residents saw five bodies laid out by the road.",
        "Morgue records list five dead.",
        "The governor's office gives five dead.",
        "The prefect, reached by telephone, acknowledged five dead.",
        "The company, which had sent a team, says five people died.",
        "By the mayor's count, five people died.",
        "In the account of the mayor, five people died.",
        "The death toll, according to the district hospital, is five.",
        "Villagers, reached by telephone, told a different story: five people had died.",
        "Relatives tell another story. Five people were killed, four of them women.",
    ],
)
def test_a_figure_of_whoever_gives_it_stands_beside_the_first(then):
    assert figures(FIRST + then) == [[2, 5]]


@pytest.mark.parametrize(
    "then",
    [
        "In Oldtown, a hospital spokesman said five people had died.",
        "On Wednesday in Oldtown, a spokesman for the rebels said five soldiers were killed.",
        "At the hospital in Oldtown, doctors counted five bodies.",
        "From Oldtown, the rebels' spokesman said five soldiers had been killed.",
    ],
)
def test_where_and_when_a_second_speaker_speaks_is_no_other_incident(then):
    assert figures(FIRST + then) == [[2, 5]]


@pytest.mark.parametrize(
    "then",
    [
        "In Oldtown, police said a bomb killed five people.",
        "In Oldtown, police said five people were killed in a separate incident.",
        "On Tuesday, police said five people were killed in Oldtown.",
    ],
)
def test_what_happened_elsewhere_is_another_incident_whoever_says_it(then):
    assert figures(FIRST + then) == [[2], [5]]


def test_who_saw_fewer_than_a_text_tells_of_saw_a_part_of_them():
    text = "Gunmen attacked a post in Marsville on Monday, killing five soldiers. The hospital received four bodies."
    assert figures(text) == [[5]]


@pytest.mark.parametrize(
    "then",
    ["Raid on an army post: five people killed.", "In Oldtown two soldiers, 20 and 21, are in hospital: they were hurt."],
)
def test_what_heads_a_sentence_and_is_nobody_speaks_not(then):
    counts = proposed(FIRST + then).claims[0].counts

    assert not any(c.attributed_to for c in counts if c.value.low == 5)


@pytest.mark.parametrize(
    ("then", "wanted"),
    [
        ("Channel two: seven dead.", [[2, 7]]),
        ("Seven soldiers were dead, as the list on the wall had it.", [[2, 7]]),
        ("Since January 90 people have been killed.", [[2]]),
    ],
)
def test_more_dead_than_were_told_of_are_no_part_of_them(then, wanted):
    assert figures("Gunmen attacked a post in Marsville on Monday. Two soldiers were killed. " + then) == wanted
