"""Cue words as sets and as patterns."""

import re
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geomap.vocabulary import any_of, cue_words
from geomap.vocabulary.cues import _cues, one_of


def test_a_row_with_several_forms_is_several_words():
    assert {"threat", "threatened to", "threats of"} <= cue_words("hypothesis")
    assert "of" not in cue_words("hypothesis")


def test_two_cues_together_have_the_words_of_both():
    assert cue_words("title", "auxiliary") == cue_words("title") | cue_words("auxiliary")


def test_a_cue_that_is_not_listed_is_an_error():
    with pytest.raises(KeyError):
        cue_words("no such cue")


def test_of_two_words_that_begin_alike_the_longer_is_found():
    assert re.search(any_of("deed"), "it opened fire on them")[0] == "opened fire on"


def test_a_star_stands_for_the_rest_of_a_word():
    assert re.fullmatch(any_of("earlier"), "previously")
    assert re.search(rf"\b{any_of('known group', rest='[A-Z][a-z]+')}\b", "the Lashkar-e-Newland men")[0] == "Lashkar-e-Newland"
    assert not re.search(rf"\b{any_of('known group', rest='[A-Z][a-z]+')}\b", "the Lashkar-e-newland men")


@given(
    st.sets(st.text(alphabet="ab .?|(", min_size=1, max_size=6), min_size=1, max_size=12),
    st.text(alphabet="ab .?|(", max_size=12),
)
def test_the_pattern_of_words_finds_the_longest_of_them_at_a_place(words, text):
    found = re.compile(one_of(words, r"\w*")).match(text)
    wanted = max((word for word in words if text.startswith(word)), key=len, default=None)
    assert (found and found[0]) == wanted


def test_every_cue_is_asked_for_by_a_rule():
    """A list that nothing reads is dead."""
    from pathlib import Path

    import geomap

    folder = Path(geomap.__file__).parent
    code = "".join(path.read_text(encoding="utf-8") for path in folder.rglob("*.py"))
    code += (folder / "vocabulary" / "apart.csv").read_text(encoding="utf-8").replace("<", "'").replace(">", "'")
    computed = ("done: ", "kind of place: ")
    unused = [cue for cue in _cues() if f'"{cue}"' not in code and f"'{cue}'" not in code and not cue.startswith(computed)]
    assert unused == []


def test_what_may_follow_many_words_is_written_once():
    verbs, adjectives, nouns = (
        [f"{letter}{kind}{end}" for letter in "abcdefghijklmnopqrst" for end in ("", "s", "ed")] for kind in ("v", "ad", "no")
    )
    words = [" ".join(parts) for parts in product(verbs, adjectives, nouns)]
    pattern = one_of([*words, *verbs])

    assert len(pattern) < 3_000  # 216,000 phrases
    assert {re.match(pattern, word)[0] for word in words[::997]} == set(words[::997])
    assert re.match(pattern, "cved dads nobody")[0] == "cved"
