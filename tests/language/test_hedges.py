"""Words that make a figure more or less than it says, as the phrases of places take them."""

import pytest
from two_lands import GAZETTEER

from geomap.language import ABOUT, AT_LEAST, AT_MOST, JUST_OVER, JUST_UNDER
from geomap.places.phrases import parse

SLIGHTLY = ["just", "slightly", "a little", "a bit"]
PLAIN_ABOUT = ["about", "approximately", "around", "roughly", "circa", "ca."]
BELOW = ["nearly", "almost", *(f"{word} {under}" for word in SLIGHTLY for under in ("under", "less than"))]
ABOVE = [f"{word} {over}" for word in SLIGHTLY for over in ("over", "more than")]
MOST = [
    *("within", "less than", "under", "up to", "at most", "no more than", "not more than", "no farther than"),
    "no further than",
]
LEAST = [
    *("more than", "over", "at least", "no less than", "not less than", "farther than", "further than", "beyond"),
    *("upwards of", "upward of", "in excess of"),
]


def said(hedge):
    """What a hedged distance says: each relation, and whether it is about the figure."""
    statements = parse(f"{hedge} 20 km from Millford", GAZETTEER, {}).statements
    assert {(s.of, s.distance_m) for s in statements} == {("Millford", 20_000)}
    return [(s.relation, s.about) for s in statements]


@pytest.mark.parametrize(
    ("hedge", "expected"),
    [
        *((hedge, [("distance", True)]) for hedge in PLAIN_ABOUT),
        *((hedge, [("distance", True), ("near", False)]) for hedge in BELOW),
        *((hedge, [("distance", True), ("beyond", False)]) for hedge in ABOVE),
        *((hedge, [("near", False)]) for hedge in MOST),
        *((hedge, [("beyond", False)]) for hedge in LEAST),
    ],
)
def test_a_hedge_makes_of_a_figure_what_it_says(hedge, expected):
    assert said(hedge) == expected


def test_the_lists_of_hedges_hold_these_and_no_other():
    assert sorted(ABOUT) == sorted([*PLAIN_ABOUT, *BELOW, *ABOVE])
    assert (sorted(JUST_UNDER), sorted(JUST_OVER)) == (sorted(BELOW), sorted(ABOVE))
    assert (sorted(AT_MOST), sorted(AT_LEAST)) == (sorted(MOST), sorted(LEAST))
