"""What an account counts in several sentences: a part of a toll is not added to it, and a later toll takes its place."""

import pytest
from dispatches import proposed

BLAST = "A bomb went off in Marsville on Monday, killing {}."


def tallies(text):
    """The dead and injured of each claim, in short: "k2 i1", "k5-" for at least five."""
    return [
        " ".join(
            f"{c.value.of[0]}{c.value.low}" + ("" if c.value.high == c.value.low else f"-{c.value.high or ''}")
            for c in claim.counts
        )
        for claim in proposed(text).claims
    ]


@pytest.mark.parametrize(
    ("killed", "later", "wanted"),
    [
        ("seven people and wounding nine", "Three of the wounded were moved to a larger hospital.", "k7 i9"),
        ("a woman and wounding her two daughters", "One of the girls was taken to hospital with splinters in her leg.", "k1 i2"),
        ("seven guards", "Two of the dead were conscripts who had been killed on their first day.", "k7"),
        ("four guards", "Two of the assailants were also killed.", "k4 k2"),
        ("four guards", "Two of the wounded died at night.", "k6"),
        ("four guards", "Another died of his wounds.", "k5"),
        ("four guards", "A fifth guard died of his wounds.", "k5"),
        ("four guards", "A fourth guard died of his wounds in hospital.", "k4"),
    ],
)
def test_a_part_of_those_told_before_is_no_one_new(killed, later, wanted):
    assert tallies(f"{BLAST.format(killed)} {later}") == [wanted]


def test_those_of_the_injured_who_were_moved_are_parted_from_the_injured():
    assert tallies("Shells hit Marsville on Monday. Doctors counted 14 dead and 37 injured; 22 of the injured were moved.") == [
        "k14 i37"
    ]
