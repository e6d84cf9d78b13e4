"""How a value that was read is held against the gold."""

import pytest

from geomap.evaluation.scoring import _same_actor


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Kyrgyz border guards", "border guards", True),
        ("Turkish Armed Forces", "Turkey", True),
        ("Israel's military", "Israeli army", True),
        ("Kyrgyz border guards", "Tajik border guards", False),
        ("Tajik villagers", "Tajikistan", False),
        ("Liberation Army", "Volunteers", False),
    ],
)
def test_a_state_and_forces_that_carry_its_name_are_one_actor_and_its_villagers_are_not(one, other, same):
    assert _same_actor(one, other) is same
