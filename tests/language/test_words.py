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
        ("is 's of", "is 's of"),
        ("GUARDS' ", "guards"),
        ("the\nguards\t  of", "the guards of"),
        ("Straße", "strasse"),
    ],
)
def test_plain_words_have_no_case_typography_or_last_possessive(words, same):
    assert normalised_words(words) == same


@given(st.text())
def test_plain_words_stay_as_they_are_but_for_a_possessive(words):
    once = normalised_words(words + ".")

    assert normalised_words(once) == once


@pytest.mark.parametrize(
    ("plain", "typographic"),
    [("'", "\u2019\u2018\u02bc"), ('"', "\u201c\u201d"), ("-", "\u2013\u2014\u2011"), (" ", "\u00a0\n")],
)
def test_marks_that_print_alike_are_one(plain, typographic):
    for mark in typographic:
        assert normalised_words(f"al{mark}adl") == f"al{plain}adl"
