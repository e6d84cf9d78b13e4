"""A person's words about a place become spatial statements."""

import pytest
from test_places import GAZETTEER

from geomap.errors import DataError
from geomap.model import Statement
from geomap.phrases import parse

BORDERS = {"eastern border": "WW-EE", "border": "WW-EE"}


def said(text):
    return parse(text, GAZETTEER, BORDERS)


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        ("45 km from the eastern border", [Statement(relation="distance", of="WW-EE", distance_m=45_000)]),
        ("about 45 kilometres from the border", [Statement(relation="distance", of="WW-EE", distance_m=45_000, about=True)]),
        ("90km from Millford", [Statement(relation="distance", of="Millford", distance_m=90_000)]),
        ("90 km from Millford by road", [Statement(relation="distance", of="Millford", distance_m=90_000, by_road=True)]),
        (
            "45 km from the border and 90 km from the nearest town, Millford",
            [
                Statement(relation="distance", of="WW-EE", distance_m=45_000),
                Statement(relation="distance", of="Millford", distance_m=90_000),
                Statement(relation="nearest", of="Millford"),
            ],
        ),
        ("twenty kilometres from Millford", [Statement(relation="distance", of="Millford", distance_m=20_000)]),
        ("12 km west of Millford", [Statement(relation="direction", of="Millford", distance_m=12_000, bearing="W")]),
        (
            "5 miles to the north-east of Millford",
            [Statement(relation="direction", of="Millford", distance_m=5 * 1609.344, bearing="NE")],
        ),
        ("north of Millford", [Statement(relation="direction", of="Millford", bearing="N")]),
        ("near Millford", [Statement(relation="near", of="Millford")]),
        ("close to the eastern border", [Statement(relation="near", of="WW-EE")]),
        ("along the border", [Statement(relation="along", of="WW-EE")]),
        ("a border town", [Statement(relation="near", of="WW-EE")]),
        ("on the outskirts of Millford", [Statement(relation="outskirts", of="Millford")]),
        ("between Millford and Raven's Post", [Statement(relation="between", of="Millford", to="Rāven")]),
        ("on the road from Millford to Hidden", [Statement(relation="road", of="Millford", to="Hidden")]),
        ("on the Millford-Hidden road", [Statement(relation="road", of="Millford", to="Hidden")]),
    ],
)
def test_a_phrase_says(text, statements):
    assert list(said(text).statements) == statements


def test_what_holds_a_place_is_kept_apart():
    phrase = said("a village in Millford district, near the border")

    assert phrase.within == ("Millford district",)
    assert phrase.statements == (Statement(relation="near", of="WW-EE"),)


@pytest.mark.parametrize(
    ("text", "within"),
    [("Millford", ("Millford",)), ("12 km from Hidden in North", ("North",)), ("in Millford district", ("Millford district",))],
)
def test_a_name_alone_and_what_holds_it_are_understood(text, within):
    assert said(text).within == within


def test_several_phrases_keep_their_order():
    assert [s.relation for s in said("near Millford, north of Hidden and 45 km from the border").statements] == [
        "near",
        "direction",
        "distance",
    ]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("purple monkeys near Millford", "not understood: 'purple monkeys'"),
        ("near Atlantis", "'atlantis' is neither a border nor one place"),
        ("", "nothing is said about where"),
        ("45 furlongs from Millford", "not understood"),
    ],
)
def test_words_that_no_phrase_accounts_for_are_reported(text, complaint):
    with pytest.raises(DataError, match=complaint):
        said(text)


def test_every_problem_is_reported_at_once():
    with pytest.raises(DataError, match=r"(?s)not understood: .zebras..*atlantis"):
        said("zebras near Atlantis")
