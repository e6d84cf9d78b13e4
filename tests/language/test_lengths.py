"""Lengths with their units, and words of the compass."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geomap.language.lengths import DIRECTIONS, METRES, metres
from geomap.vocabulary import BEARINGS

UNITS = [
    *((unit, 1) for unit in ("m", "metre", "metres", "meter", "meters")),
    *((unit, 1000) for unit in ("km", "kms", "kilometre", "kilometres", "kilometer", "kilometers")),
    *((unit, 1609.344) for unit in ("mile", "miles")),  # the international mile, exact by definition since 1959
]


@pytest.mark.parametrize(
    ("words", "value"),
    [("45 kilometers", 45_000), ("900km", 900_000), ("900-kilometer", 900_000), ("1,500 m", 1500), ("2.5 miles", 4023.36)],
)
def test_a_length_is_in_metres(words, value):
    assert metres(words) == pytest.approx(value)


@pytest.mark.parametrize(("unit", "value"), UNITS)
def test_every_unit_is_read_with_a_space_a_hyphen_or_neither(unit, value):
    assert metres(f"12 {unit}") == metres(f"12-{unit}") == metres(f"about 12{unit} long") == pytest.approx(12 * value)
    assert METRES[unit] == value


@given(st.integers(1, 10**7), st.integers(0, 9))
def test_a_length_keeps_its_thousands_and_its_decimals(n, tenths):
    assert metres(f"{n:,}.{tenths} km") == pytest.approx(1000 * n + 100 * tenths)
    assert metres(f"{n} m") == n


@pytest.mark.parametrize("words", ["45", "kilometer border", "seven locations", "45 kmh", "45  km", "km 45", "12 mils"])
def test_words_without_number_and_unit_are_no_length(words):
    assert metres(words) is None


@pytest.mark.parametrize(("word", "bearing_deg"), [("north", 0), ("east", 90), ("south", 180), ("west", 270)])
def test_the_four_words_of_the_compass_are_its_four_points(word, bearing_deg):
    assert BEARINGS[DIRECTIONS[word]] == bearing_deg


@pytest.mark.parametrize("first", ["north", "south"])
@pytest.mark.parametrize("second", ["east", "west"])
def test_a_direction_of_two_words_lies_midway_with_a_hyphen_or_without(first, second):
    halves = [math.radians(BEARINGS[DIRECTIONS[word]]) for word in (first, second)]
    midway = math.degrees(math.atan2(sum(map(math.sin, halves)), sum(map(math.cos, halves)))) % 360

    for word in (first + second, f"{first}-{second}"):
        assert BEARINGS[DIRECTIONS[word]] == pytest.approx(midway)
