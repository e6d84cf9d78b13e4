"""Whom a sentence credits with what it tells."""

import pytest

from geomap.extract.speakers import speaker_of
from geomap.extract.text import read


def speaker(text):
    (sentence,) = read(text).sentences
    found = speaker_of(sentence, text)
    if found is None:
        return None
    assert " ".join(text[found.start : found.end].split()) == found.name
    return found.name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Two were killed, police said.", "police"),
        ("Police said two were killed.", "Police"),
        ("Two were killed, a senior security official told the paper.", "senior security official"),
        ("According to local residents, two were killed.", "local residents"),
        ("Two were killed, said the district commissioner.", "district commissioner"),
        ("Two were killed, a spokesman for the ministry of defence said.", "spokesman for the ministry of defence"),
        ("The hospital's director, who was there, said two were killed.", "hospital's director"),
        ("The army later confirmed that two were killed.", "army"),
        ("Two were killed, the group's commander claimed.", "group's commander"),
    ],
)
def test_who_said_it_is_named_in_the_words_of_the_text(text, name):
    assert speaker(text) == name


@pytest.mark.parametrize(
    "text", ["Two soldiers were killed.", "The chairman said so.", "The policeman fled.", "It is said that two died."]
)
def test_nobody_is_credited_where_no_word_for_speech_follows_an_office(text):
    assert speaker(text) is None
