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
        ("a dozen five", 12),
        ("3 dozen", 36),
        ("two and three", 2),
        ("three women and four children", 3),
        ("ten five", 10),
        ("twenty and five", 20),
        ("twenty thirty", 20),
        ("twenty five six", 25),
        ("a thousand", 1000),
        ("no civilians", 0),
        ("none of them", 0),
        ("no one was hurt", 0),
        ("nobody of the 12", 0),
        ("no-one", 0),
        ("no fewer than 12 people", 12),
        ("no more than a dozen", 12),
        ("no less than six", 6),
        ("half a dozen men", 6),
        ("half-dozen", 6),
        ("two and half a dozen", 2),
        ("zero", 0),
        ("20 5-year-old boys", 20),
        ("twenty 5", 20),
        ("twenty ten", 20),
        ("a hundred 50", 150),
        ("nineteen nine", 19),
        ("twenty nine", 29),
        ("hundred and twenty and five", 120),
        ("two hundred dozen", 2400),
        ("thousand", 1000),
        ("men, 12 of them", 12),
        ("12.5 thousand", None),
        ("3 of 4.5", 3),
        ("1,234,567 people", 1234567),
        ("3 thousand", 3000),
        ("five and", 5),
        ("and five", 5),
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
    thousands, n = divmod(n, 1000)
    hundreds, rest = divmod(n, 100)
    below = low[rest] if rest < len(low) else f"{tens[rest // 10]}-{low[rest % 10]}".strip("-")
    ands = " and ".join(filter(None, (hundreds and f"{low[hundreds]} hundred", below)))
    return " ".join(filter(None, (thousands and f"{spelled(thousands)} thousand", ands))) or "zero"


@given(st.integers(0, 999_999))
def test_every_number_below_a_million_is_read_as_it_is_spelled(n):
    assert number(f"{spelled(n)} people") == n == number(f"{n} people") == number(f"{n:,} people")


@pytest.mark.parametrize("n", range(100))
def test_every_number_below_a_hundred_is_read_as_it_is_spelled(n):
    assert number(spelled(n)) == n


@given(st.integers(0, 999), st.integers(0, 999))
def test_of_two_numbers_joined_by_and_or_written_in_digits_the_first_counts(n, m):
    assert number(f"{n} men, {spelled(m)} women") == n
    assert number(f"{spelled(n % 100 or 1)} {m}") == (n % 100 or 1)
    assert number(f"{spelled(n % 100 or 1)} and {spelled(m % 100 or 1)}") == (n % 100 or 1)


@pytest.mark.parametrize(
    "words", ["hundred " * 5000, "9" * 5000, "2,000,000,000 men", "9" * 15, "two hundred hundred hundred hundred hundred"]
)
def test_a_number_that_counts_nothing_on_earth_is_none(words):
    assert number(words) is None


def test_the_largest_number_is_still_read():
    assert number("1,000,000,000 people") == 1_000_000_000
