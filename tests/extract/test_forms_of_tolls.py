"""Forms of a toll within a sentence: nobody named by "not one", how somebody was killed, and what is said of him."""

import pytest
from dispatches import toll


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Not one villager was injured.", "i0"),
        ("Not a soul was killed.", "k0"),
        ("Two, not one as first reported, were killed.", "k2"),
        ("A trader was brutally murdered.", "k1"),
        ("One civilian, a farmer from Marsville, was killed.", "k1"),
        ("The count of the dead stands at two.", "k2"),
        ("Two villagers were put to death.", "k2"),
    ],
)
def test_forms_of_tolls(text, wanted):
    assert toll(text) == wanted
