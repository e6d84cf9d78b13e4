"""The lists that claims of many reports need: each name means one thing in all of them."""

from dataclasses import replace

import pytest

from geomap.articles import ListedActor
from geomap.extract import Proposal, cite
from geomap.gazetteer import Place
from geomap.intake import Lists
from geomap.language import normalised_words
from geomap.model import Actor, Cited, Claim, Days, Span, Statement


def span(text, words):
    return Span(text.index(words), text.index(words) + len(words))


def actor(name, *spellings):
    return ListedActor(name=name, side="Unknown", spellings=frozenset(map(normalised_words, (name, *spellings))))


def town(name, country="PK", lon=64.1, lat=26.97, **more):
    return Place(name=name, level="settlement", country=country, lon=lon, lat=lat, radius_m=3000, source="a test", **more)


def proposal(text, *, actors=(), places=(), named=(), path=(), near=None, credited=None):
    """A proposal of one claim that names actors and a path of places by their own words."""
    who = tuple(
        Cited(value=Actor(name=name), derivation="spelling", spans=(span(text, words),)) for name, words in dict(named).items()
    )
    where = Cited(value=tuple(path), derivation="spelling", spans=tuple(span(text, name) for name in path)) if path else None
    lies = Cited(
        value=Statement(relation="near", of=near), derivation="statement", spans=(span(text, "near"),)
    ) if near else None  # fmt: skip
    kind = Cited(value="Attack", derivation="term", spans=(Span(0, 3),))
    if credited:
        kind = replace(kind, attributed_to=credited, attributed_spans=(span(text, credited),))
    claim = Claim(
        id="a/1", article="a", sub_event_type=kind, days=Cited(value=Days(), derivation="dateline"),
        place=where, actors=who, statements=(lies,) if lies else (), spans=(Span(0, len(text)),),
    )  # fmt: skip
    return Proposal(
        article=cite("a", title="x"), claims=(claim,), text=text, places=tuple(places), actors=tuple(actors),
        published=None,
    )  # fmt: skip


def taken(lists, *arguments, **more):
    found = lists.take(proposal(*arguments, **more))
    return found.claims[0], found


def test_an_actor_has_the_name_under_which_its_spelling_is_listed():
    lists = Lists({}, {})
    taken(
        lists, "The Northern Front (NF) ...", actors=[actor("Northern Front", "NF")], named={"Northern Front": "Northern Front"}
    )
    claim, found = taken(lists, "The NF said ...", actors=[actor("NF")], named={"NF": "NF"}, credited="NF")

    assert claim.actors[0].value.name == claim.sub_event_type.attributed_to == "Northern Front"
    assert [row.name for row in found.actors] == list(lists.actors) == ["Northern Front"]


def test_an_actor_has_the_name_that_a_person_gave_it():
    lists = Lists({"The Front": actor("The Front", "Northern Front")}, {})
    claim, found = taken(
        lists, "A Northern Front ...", actors=[actor("Northern Front")], named={"Northern Front": "Northern Front"}
    )

    assert claim.actors[0].value.name == "The Front"
    assert (found.actors, lists.actors) == ((), {})


def test_more_spellings_are_added_to_a_proposed_actor():
    lists = Lists({}, {}, actors={"Northern Front": actor("Northern Front", "NF")})
    text = "The N.F. or NF ..."
    claim, _ = taken(lists, text, actors=[actor("N.F.", "NF")], named={"N.F.": "N.F."})

    assert claim.actors[0].value.name == "Northern Front"
    assert lists.actors["Northern Front"].spellings == {"northern front", "nf", "n.f."}


def test_two_names_of_one_actor_in_a_claim_are_one_actor():
    lists = Lists({}, {}, actors={"Northern Front": actor("Northern Front", "NF")})
    claim, _ = taken(
        lists, "Northern Front, NF", actors=[actor("Northern Front"), actor("NF")],
        named={"Northern Front": "Northern Front", "NF": "NF"},
    )  # fmt: skip

    assert [said.value.name for said in claim.actors] == ["Northern Front"]


def test_a_place_that_is_listed_needs_no_second_row():
    lists = Lists({}, {}, places={"Milltown": town("Milltown", lon=64.101)})
    claim, _ = taken(lists, "in Milltown", places=[town("Milltown")], path=["Milltown"])

    assert claim.place.value == ("Milltown",)
    assert list(lists.places) == ["Milltown"]


def test_another_way_to_write_a_listed_place_becomes_its_spelling():
    lists = Lists({}, {}, places={"Mill-Town": town("Mill-Town")})
    claim, _ = taken(lists, "in Milltown", places=[town("Milltown")], path=["Milltown"])

    assert claim.place.value == ("Mill-Town",)
    assert lists.places["Mill-Town"].spellings == ("Milltown",)


def test_a_place_of_the_same_name_in_another_country_has_a_name_of_its_own():
    lists = Lists({}, {}, places={"Milltown": town("Milltown")})
    claim, found = taken(lists, "in Milltown", places=[town("Milltown", "IR", lon=60)], path=["Milltown"])

    assert claim.place.value == ("Milltown (Iran)",)
    assert found.places == (lists.places["Milltown (Iran)"],)
    assert found.places[0].spellings == ("Milltown",)


@pytest.mark.parametrize("listed", ["own", "proposed"])
def test_a_second_place_of_the_same_name_in_one_country_is_left_out_with_its_reason(listed):
    other = {"Milltown": town("Milltown", lon=70.0)}
    lists = Lists({}, other) if listed == "own" else Lists({}, {}, places=other)
    text = "near Milltown in Mill district"
    district = town("Mill district", lon=64.5)
    claim, found = taken(
        lists, text, places=[district, town("Milltown", within="Mill district")], path=["Milltown", "Mill district"],
        near="Milltown",
    )  # fmt: skip

    assert claim.place.value == ("Mill district",)
    assert claim.place.spans == (span(text, "Mill district"),)
    assert claim.statements == ()
    assert found.unresolved == ("Milltown: the lists have another place of that spelling in Pakistan",)
    assert lists.own_places | lists.places == other | {"Mill district": district}


def test_a_person_s_row_is_never_changed():
    own = {"Mill-Town": town("Mill-Town")}
    lists = Lists({}, own)
    claim, _ = taken(lists, "in Milltown", places=[town("Milltown")], path=["Milltown"])

    assert claim.place is None
    assert lists.places == {}


def test_rows_that_no_claim_needs_are_not_added():
    lists = Lists({}, {})
    rows = [town("Far"), town("Mill district"), town("Milltown", within="Mill district")]
    _, found = taken(lists, "in Milltown", actors=[actor("NF")], places=rows, path=["Milltown"])

    assert {row.name for row in found.places} == set(lists.places) == {"Milltown", "Mill district"}
    assert lists.actors == {}
