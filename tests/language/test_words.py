"""Words as the rules take them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geomap.language.words import normalised_words


@pytest.mark.parametrize(
    ("words", "same"),
    [
        ("Iran’s", "iran"),
        ("Guards’", "guards"),
        ("Pakistan's  army's", "pakistan's army"),
        ("al\u2013Adl\u00a0", "al-adl"),
        ("is", "is"),
    ],
)
def test_plain_words_have_no_case_typography_or_last_possessive(words, same):
    assert normalised_words(words) == same


@given(st.text())
def test_plain_words_stay_as_they_are_but_for_a_possessive(words):
    once = normalised_words(words + ".")

    assert normalised_words(once) == once
