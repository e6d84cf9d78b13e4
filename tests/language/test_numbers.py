"""Numbers in digits or words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geomap.language.numbers import number


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("14 people", 14),
        ("two of the bodyguards", 2),
        ("1,200 men", 1200),
        ("twenty-five", 25),
        ("a hundred", 100),
        ("three hundred and twelve", 312),
        ("two thousand and three", 2003),
        ("a dozen", 12),
        ("two dozen", 24),
        ("3 dozen", 36),
        ("two and three", 2),
        ("three women and four children", 3),
        ("ten five", 10),
        ("twenty and five", 20),
        ("twenty thirty", 20),
        ("twenty five six", 25),
        ("a thousand", 1000),
        ("no civilians", 0),
        ("a soldier", None),
        ("soldiers", None),
        ("2.5 hectares", None),
        ("", None),
    ],
)
def test_the_first_number_counts_in_digits_or_words(words, value):
    assert number(words) == value


def spelled(n):
    low = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen")
    low += ("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
    tens = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
    hundreds, rest = divmod(n, 100)
    below = low[rest] if rest < len(low) else f"{tens[rest // 10]}-{low[rest % 10]}".strip("-")
    return " and ".join(filter(None, (hundreds and f"{low[hundreds]} hundred", below))) or "zero"


@given(st.integers(0, 999))
def test_every_number_to_the_hundreds_is_read_as_it_is_spelled(n):
    assert number(f"{spelled(n)} people") == n == number(f"{n} people")
