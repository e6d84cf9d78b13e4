"""That nobody of one's own was harmed, or so many of them, beside those of the other side; and nobody at all."""

import pytest
from dispatches import proposed

FOUGHT = "Soldiers fought rebels near Marsville on Monday and killed six of them. "


def tallies(text):
    """The dead and injured of each claim, in short: "k2 i1"."""
    return [" ".join(f"{c.value.of[0]}{c.value.low}" for c in claim.counts) for claim in proposed(text).claims]


@pytest.mark.parametrize(
    ("then", "wanted"),
    [
        ("Our unit reported no losses.", "k6 k0"),
        ("There are no losses among the personnel.", "k6 k0"),
        ("Own troops: nil casualties.", "k6 k0 i0"),
        ("All our men are safe.", "k6 k0 i0"),
        ("None of its men was killed.", "k6 k0"),
        ("On our side two died.", "k6 k2"),
        ("No one else was killed.", "k6"),
    ],
)
def test_what_a_side_says_of_its_own_stands_beside_the_others(then, wanted):
    assert tallies(FOUGHT + then) == [wanted]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Gunmen stormed a post near Marsville on Monday. The guards killed four and themselves had one killed.", "k4 k1"),
        ("Gunmen shot five policemen dead near Marsville on Monday. Of the attackers, three were killed.", "k5 k3"),
    ],
)
def test_those_of_the_other_side_are_no_part_of_the_first(text, wanted):
    assert tallies(text) == [wanted]


@pytest.mark.parametrize(
    ("then", "wanted"),
    [
        ("No one was hit.", "i0"),
        ("No blood was shed.", "k0 i0"),
        ("Not a drop of blood was shed.", "k0 i0"),
        ("All our men are safe.", "k0 i0"),
        ("All the guards survived.", "k0"),
        ("All the drivers on board survived.", "k0"),
        ("All of them are safe.", "k0 i0"),
        ("All four survived.", "k0"),
        ("All savings are safe.", ""),
        ("All the police stations are safe.", ""),
        ("All the sheep survived.", ""),
    ],
)
def test_that_nobody_was_harmed_is_a_count_whatever_would_have_befallen_them(then, wanted):
    assert tallies("Gunmen fired at a post near Marsville on Monday. " + then) == [wanted]
