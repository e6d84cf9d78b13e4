"""Lengths with their units, and words of the compass."""

import math
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geomap.language.lengths import DIRECTIONS, LENGTH, METRES, in_compass_words, metres
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


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("five kilometres", 5000), ("some twenty-five km", 25_000), ("half a kilometre", 500), ("half a mile", 804.672),
        ("a kilometre", 1000), ("an estimated two kilometres", 2000), ("two and a half kilometres", 2500),
        ("a mile and a half", 2414.016), ("a hundred metres", 100), ("two hundred and fifty metres", 250),
        ("four nautical miles", 7408), ("500 yards", 457.2), ("300 feet", 91.44), ("12 nm", 22_224),
    ],
)  # fmt: skip
def test_a_length_in_words_is_the_same_as_in_digits(words, value):
    assert metres(words) == pytest.approx(value)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("a quarter of a mile", 402.336), ("three-quarters of a mile", 1207.008), ("three quarters of a kilometre", 750),
        ("a quarter-mile", 402.336), ("a half mile", 804.672), ("half of a mile", 804.672), ("a third of a mile", 536.448),
        ("two-thirds of a kilometre", 2000 / 3), ("an eighth of a mile", 201.168), ("a kilometre and a quarter", 1250),
        ("two and three-quarter miles", 4425.696),
    ],
)  # fmt: skip
def test_a_part_of_a_unit_is_that_part(words, value):
    assert metres(words) == pytest.approx(value)
    assert re.search(LENGTH, f"about {words} off")[0] == words


@pytest.mark.parametrize(
    "words",
    [
        "two or three kilometres", "two to three km", "two-three kilometres", "two and three kilometres", "2-3 km", "2 - 3 km",
        "2 to 3 km", "2 or 3km", "2 and 3 km", "2km to 3km", "a mile or two", "half a mile to a mile", "1 km and 500 m",
        "one and a half to two kilometres", "five hundred to six hundred metres",
    ],
)  # fmt: skip
def test_a_range_is_no_length_and_is_none_of_its_ends(words):
    assert metres(words) is None
    assert re.search(LENGTH, f"about {words} off")[0] == words


@pytest.mark.parametrize("words", ["a fraction of a mile", "the third mile"])
def test_words_that_leave_a_part_open_are_no_length(words):
    assert not re.search(LENGTH, words)


@pytest.mark.parametrize("words", ["one foot patrol", "two m", "a few km", "several kilometres", "no miles"])
def test_words_that_count_no_unit_are_no_length(words):
    assert metres(words) is None


@pytest.mark.parametrize("words", ["45", "kilometer border", "seven locations", "45 kmh", "45  km", "km 45", "12 mils"])
def test_words_without_number_and_unit_are_no_length(words):
    assert metres(words) is None


@pytest.mark.parametrize(("word", "bearing_deg"), [("north", 0), ("east", 90), ("south", 180), ("west", 270)])
def test_the_four_words_of_the_compass_are_its_four_points(word, bearing_deg):
    assert BEARINGS[DIRECTIONS[word]] == bearing_deg


def midway_deg(*words: str) -> float:
    ways = [math.radians(BEARINGS[DIRECTIONS[in_compass_words(word)]]) for word in words]
    return math.degrees(math.atan2(sum(map(math.sin, ways)), sum(map(math.cos, ways)))) % 360


@pytest.mark.parametrize("first", ["north", "south"])
@pytest.mark.parametrize("second", ["east", "west"])
def test_a_direction_of_two_words_lies_midway_however_it_is_written(first, second):
    letters = first[0] + second[0]
    for word in (f"{first}{second}", f"{first}-{second}", f"{first} {second}"):
        assert BEARINGS[DIRECTIONS[in_compass_words(word)]] == pytest.approx(midway_deg(first, second))
    for word in (letters, f"{letters[0]}.{letters[1]}."):
        assert in_compass_words(f"12 km {word} of here") == f"12 km {first}{second} of here"


@pytest.mark.parametrize("outer", ["north", "south", "east", "west"])
@pytest.mark.parametrize("inner", ["northeast", "southeast", "southwest", "northwest"])
def test_a_direction_of_three_words_lies_midway_again(outer, inner):
    three = [in_compass_words(f"{outer}{link}{word}") for link in "- " for word in (inner, f"{inner[:5]}-{inner[5:]}")]
    if outer not in inner:
        assert not set(three) & set(DIRECTIONS)
        return
    assert all(BEARINGS[DIRECTIONS[word]] == pytest.approx(midway_deg(outer, inner)) for word in three)
    point = DIRECTIONS[three[0]].casefold()
    assert in_compass_words(f"{point} of here") == f"{three[0]} of here"


@pytest.mark.parametrize(
    "words", ["row n of seats", "the s of it", "northern x", "the ne plus ultra", "we are of one mind", "so of course"]
)
def test_letters_that_are_no_direction_stay(words):
    assert in_compass_words(words) == words
