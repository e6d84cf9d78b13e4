"""Terms found in a sentence, every field at once."""

from geomap.extract.phrases import Phrasebook, of_field
from geomap.extract.text import read

BOOK = Phrasebook(
    {"deed": {"set fire to house": "arson", "fire": "shots"}, "weapon": {"machine gun": "firearms", "gun": "gun"}}
)


def found(text):
    (sentence,) = read(text).sentences
    return [(f.field, f.value, text[f.start : f.end]) for f in BOOK.find(sentence)]


def test_articles_between_the_words_of_a_term_do_not_count():
    assert found("They set fire to the house.") == [("deed", "arson", "set fire to the house")]


def test_the_longest_term_of_a_field_is_taken_at_a_place():
    assert found("A Machine  gun and a gun.") == [("weapon", "firearms", "Machine  gun"), ("weapon", "gun", "gun")]


def test_a_term_is_no_part_of_a_longer_word():
    assert found("The gunman fired.") == []


def test_the_terms_of_some_fields_alone_are_given():
    (sentence,) = read("They fire a gun.").sentences
    assert [f.value for f in of_field(BOOK.find(sentence), "weapon")] == ["gun"]


def test_a_term_that_begins_with_an_article_is_found_without_it():
    book = Phrasebook({"border": {"the frontier": "border", "The border": "border"}})
    (sentence,) = read("Near a frontier and the border.").sentences
    assert [(one.first, one.last) for one in book.find(sentence)] == [(2, 3), (5, 6)]
