"""What a sentence says of where something lies."""

import pytest
from dispatches import piece

TEXTS = "Two soldiers were killed {}."


def said(words):
    text = TEXTS.format(words)
    return [
        (s.relation, s.border or (s.mention and s.mention.name), s.distance_m, s.bearing, s.about)
        for s in piece(text).statements
    ]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("5 km from the Indian border", ("distance", "IND-PAK", 5000, None, False)),
        ("about 5 km from the Indian border", ("distance", "IND-PAK", 5000, None, True)),
        ("5 kilometres from Marsville", ("distance", "Marsville", 5000, None, False)),
        ("12 km north of Marsville", ("direction", "Marsville", 12000, "N", False)),
        ("12 km north-east of Marsville", ("direction", "Marsville", 12000, "NE", False)),
        ("some 12 km (7.5 miles) away from Marsville", ("distance", "Marsville", 12000, None, True)),
        ("2.5 km off Marsville", ("distance", "Marsville", 2500, None, False)),
        ("near the Indian border", ("near", "IND-PAK", None, None, False)),
        ("along the Indian border", ("along", "IND-PAK", None, None, False)),
        ("near the town of Marsville", ("near", "Marsville", None, None, False)),
        ("close to Marsville", ("near", "Marsville", None, None, False)),
    ],
)
def test_words_say_how_far_from_what_and_on_which_side(words, wanted):
    assert said(words) == [wanted]


@pytest.mark.parametrize(
    "words",
    [
        "5 km inside the Indian border", "5 km into Marsville", "5 km north of the Indian border",
        "as trade across the Indian border fell", "amid fighting along the Indian border", "in Marsville", "15km",
    ],
)  # fmt: skip
def test_words_of_which_nothing_can_be_drawn_are_no_statement(words):
    assert said(words) == []


def test_a_statement_stands_on_its_relation_its_length_and_its_reference():
    text = TEXTS.format("about 12 km (7 miles) from the Indian border")
    (found,) = piece(text).statements
    assert [text[a:b] for a, b in found.spans] == ["from", "about 12 km", "Indian border"]
    text = TEXTS.format("12 km north of Marsville")
    assert [text[a:b] for a, b in piece(text).statements[0].spans] == ["north of", "12 km", "Marsville"]


def test_a_length_of_the_next_sentence_part_is_of_no_other_place():
    assert said("5 km from there; Marsville was quiet") == []
