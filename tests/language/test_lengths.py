"""Lengths with their units."""

import pytest

from geomap.language.lengths import metres


@pytest.mark.parametrize(
    ("words", "value"),
    [("45 kilometers", 45_000), ("900km", 900_000), ("900-kilometer", 900_000), ("1,500 m", 1500), ("2.5 miles", 4023.36)],
)
def test_a_length_is_in_metres(words, value):
    assert metres(words) == pytest.approx(value)


@pytest.mark.parametrize("words", ["45", "kilometer border", "seven locations", "45 kmh"])
def test_words_without_number_and_unit_are_no_length(words):
    assert metres(words) is None
