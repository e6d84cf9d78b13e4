"""Who the people are and who counts them: figures of two sides, of two speakers, and one figure told twice."""

import pytest
from dispatches import proposed

FIGHT = "Soldiers fought militants near Marsville on Monday, and {}."


def tolls(text):
    """The dead and the injured of the first claim, each from low to high."""
    counts = proposed(text).claims[0].counts
    return [(c.value.of, c.value.low) for c in counts if c.value.low == c.value.high]


@pytest.mark.parametrize(
    ("first", "then", "wanted"),
    [
        ("three people died", "Two soldiers and one militant were killed, an official said", [3]),
        ("two soldiers were killed", "A woman was also killed, a doctor at the hospital in Oldtown said", [1, 2]),
        ("a soldier was killed", "A woman died when a stray bullet hit her", [1, 1]),
        ("a Turkish guard was killed, Ankara said", "A Syrian soldier died on the way to hospital, Damascus said", [1, 1]),
        ("six soldiers and three villagers were killed", "The army sent help", [9]),
        ("a soldier and three villagers were killed", "The army sent help", [4]),
        ("three villagers were killed", "The army said that no soldier was killed", [0, 3]),
    ],
)
def test_people_of_two_sides_are_counted_apart(first, then, wanted):
    assert sorted(n for of, n in tolls(f"{FIGHT.format(first)} {then}.") if of == "killed") == wanted


@pytest.mark.parametrize(
    ("then", "wanted"),
    [
        ("A spokesman for the group said nine soldiers were killed", [5, 9]),
        ("The governor said that three soldiers were killed", [3, 5]),
        ("Two of the soldiers died on the spot, a doctor said", [5]),
        ("A doctor said two of the dead were recruits", [5]),
        ("The toll rose to seven, the governor said", [7]),
        ("The governor put the number of dead at nine", [5, 9]),
        ("The death toll was put at nine", [9]),
        ("On Tuesday, the army said the number of dead was nine", [9]),
    ],
)
def test_a_speaker_whose_figure_is_another_gives_a_toll_of_his_own(then, wanted):
    text = f"Militants attacked a convoy near Marsville on Monday, killing five soldiers.\n\n{then}."
    assert sorted(n for _, n in tolls(text)) == wanted


@pytest.mark.parametrize(
    "then", ["The victim, a woman of 34, died in hospital", "The teacher, a father of three, died at once"]
)
def test_who_is_called_by_two_names_is_one(then):
    assert tolls(f"Gunmen killed a teacher in Marsville on Monday. {then}, a doctor said.") == [("killed", 1)]


def test_how_those_who_were_hurt_are_doing_is_no_figure_of_its_own():
    text = "A bomb went off in Marsville on Monday and hurt 15 people. A doctor said three people were in critical condition."
    assert tolls(text) == [("injured", 15)]


@pytest.mark.parametrize(
    "then", ["The mayor's office first spoke of two dead", "Police had initially put the number of dead at three"]
)
def test_a_figure_that_was_given_first_and_put_right_is_none(then):
    assert tolls(f"A bomb went off in Marsville on Monday, killing four people. {then}.") == [("killed", 4)]


def test_sons_and_brothers_may_be_soldiers():
    text = 'A mine killed two officers near Marsville on Monday. "We have lost two sons of this town," the mayor said.'
    assert tolls(text) == [("killed", 2)]
