"""A record of the gazetteer, and the answer that there is none."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geomap.gazetteer.place import Candidate, Place, Unresolved, radius_m


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (Place(name="Mill", level="site", country="EE", within="North"), "Mill (site, North): too small"),
        (Place(name="Mill", level="settlement", country="EE"), "Mill (settlement, EE): too small"),
        (Place(name="Mill", level="site"), "Mill (site, no country): too small"),
    ],
)
def test_a_candidate_says_what_it_is_where_it_lies_and_why(place, text):
    assert str(Candidate(place, 0.5, "too small")) == text


def test_an_unresolved_name_is_unlocated_for_its_reason_with_every_candidate():
    mill = Candidate(Place(name="Mill", level="site"), 0.0, "not in EE")
    answer = Unresolved("Mill", "Mill: not in EE", (mill,)).unlocated()

    assert (answer.reason, answer.refused) == ("Mill: not in EE", ("Mill (site, no country): not in EE",))
    assert Unresolved("Mill", "unknown").unlocated().refused == ()


@pytest.mark.parametrize(
    ("people", "expected_m"), [(0, 5000), (1, 3000), (150_000, 3000), (250_000, 4000), (1_000_000, 8000), (11_624_219, 27_000)]
)
def test_a_settlement_reaches_as_far_as_its_people_need(people, expected_m):
    assert radius_m(people) == expected_m


@given(st.integers(1, 40_000_000))
def test_a_settlement_is_a_disc_of_5000_people_a_square_kilometre_to_the_kilometre(people):
    exact_km = math.sqrt(people / 5000 / math.pi)

    assert radius_m(people) == pytest.approx(max(3000, 1000 * exact_km), abs=501)
    assert radius_m(people) % 1000 == 0
    assert radius_m(people + 100_000) >= radius_m(people)
