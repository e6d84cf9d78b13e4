"""Which of two places that share a name is meant."""

import itertools
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geomap.gazetteer.choosing import KEPT, OTHER, OWN, SIMILAR, Match, beats, similar
from geomap.gazetteer.place import Place
from geomap.vocabulary import LEVELS

PLACES = [Place(name=level, level=level, country=country) for level in LEVELS for country in ("EE", "WW")]
RANKS = (SIMILAR, OTHER, OWN, KEPT)


def match(rank=OWN, people=0, *, country="EE", level="settlement"):
    return Match(Place(name="Millford", level=level, country=country), people, rank, 1.0, "")


matches = st.builds(
    Match,
    place=st.sampled_from(PLACES),
    people=st.integers(0, 30_000_000),
    rank=st.sampled_from(RANKS),
    score=st.just(1.0),
    why=st.just(""),
)


@given(matches, matches)
def test_of_two_matches_at_most_one_beats_the_other(one, other):
    assert not (beats(one, other) and beats(other, one))


@given(matches)
def test_nothing_beats_itself(one):
    assert not beats(one, one)


@given(matches, matches)
def test_a_settlement_beats_the_area_around_it_and_never_the_other_way_round(one, other):
    if KEPT not in (one.rank, other.rank):
        assert beats(one, other, administrative_centre=True)
        assert not beats(one, other, around=True)


@given(matches, matches, st.sampled_from([{}, {"around": True}, {"administrative_centre": True}]))
def test_a_spelling_of_the_hand_kept_file_beats_everything_else(one, other, lies):
    if KEPT in (one.rank, other.rank):
        placed = replace(one, place=replace(one.place, lon=10.0, lat=47.0))
        assert beats(placed, other, **lies) == (one.rank == KEPT != other.rank)
        assert beats(one, other, **lies) == (one.rank == KEPT and other.rank == SIMILAR)  # of a place without a point


@given(matches, matches)
def test_who_wins_has_the_better_match_or_ten_times_the_people(one, other):
    if beats(one, other):
        assert one.rank >= other.rank
        assert one.rank > other.rank or one.weight >= max(10 * other.weight, 100_000)


@pytest.mark.parametrize(
    ("one", "other", "wins"),
    [
        # A better match: of one country whatever its people, save where the other has ten times as many.
        (match(OWN, 1000), match(OTHER, 9999), True),
        (match(OWN, 1000), match(OTHER, 10_000), False),
        (match(OTHER, 1000), match(SIMILAR, 5000), True),
        (match(OWN, 1000), match(OTHER, 5000, country="WW"), False),
        # Of two countries only a well-known one.
        (match(OWN, 100_000), match(OTHER, 900_000, country="WW"), True),
        (match(OWN, 99_999), match(OTHER, 10_000, country="WW"), False),
        # A match that is no better: ten times the people, and well known.
        (match(OWN, 1_000_000), match(OWN, 100_000), True),
        (match(OWN, 999_999), match(OWN, 100_000), False),
        (match(OWN, 100_000), match(OWN, 500), True),
        (match(OWN, 99_999), match(OWN, 500), False),
        (match(OTHER, 10_000_000), match(OWN, 1000), False),
        # Without a known population a place counts as 20 000 people, an area by its level.
        (match(OWN, 200_000), match(OWN), True),
        (match(OWN, 199_999), match(OWN), False),
        (match(OWN, 9, level="country"), match(OWN, 20_000_000), True),
        (match(OWN, 9, level="province"), match(OWN, 1_000_000), True),
        (match(OWN, 9, level="province"), match(OWN, 1_000_001), False),
        (match(OWN, 9, level="district"), match(OWN, 100_000), True),
        (match(OWN, 9, level="district"), match(OWN, 100_001), False),
        (match(OWN, 9, level="country"), match(OWN, 9, level="province"), True),
    ],
)
def test_the_better_or_far_better_known_match_wins(one, other, wins):
    assert beats(one, other) is wins


@pytest.mark.parametrize(
    ("one", "known"),
    [
        (match(KEPT, 1), True),
        (match(OWN, 100_000), True),
        (match(OTHER, 100_000), True),
        (match(OWN, 99_999), False),
        (match(OTHER), False),
        (match(SIMILAR, 10_000_000), False),
        (match(OWN, level="district"), True),
    ],
)
def test_a_name_needs_no_context_if_a_person_chose_it_or_many_people_know_the_place_by_it(one, known):
    assert one.known is known


@given(matches, st.lists(st.sampled_from(LEVELS), max_size=3).map(tuple))
def test_the_word_for_a_kind_allows_its_levels_and_whatever_a_person_chose(one, levels):
    assert one.allowed(levels) == (one.rank == KEPT or levels == () or one.place.level in levels)


def test_spellings_rank_from_similar_to_hand_kept():
    assert all(worse < better for worse, better in itertools.pairwise(RANKS))


@given(st.floats(0.6, 1), st.integers(0, 10**7))
def test_a_similar_spelling_scores_less_than_any_exact_one(alike, people):
    found = similar(PLACES[0], people, alike)

    assert (found.place, found.people, found.rank, found.alike) == (PLACES[0], people, SIMILAR, alike)
    assert found.score == pytest.approx(0.85 * alike, abs=0.0005)
    assert found.score == round(found.score, 3)
    assert found.why == f"spelled alike ({alike:.2f})"
