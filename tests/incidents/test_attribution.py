"""Who did it: the side that an incident stands on, and the actor that this rests on."""

import datetime as dt
from dataclasses import replace

import pytest

from geomap.incidents import attribution
from geomap.model import Actor, Cited, Claim, Days, Difference, Incident, Judgement, Unlocated, Version

SIDES = {
    "Pakistan": "Pakistan",
    "Iran": "Iran",
    "IRGC": "Iran",
    "Jaish al-Adl": "Jaish al-Adl",
    "BRAS": "Baloch separatists",
    "BLF": "Baloch separatists",
    "BLA": "Baloch separatists",
    "Islamic State": "Islamic State",
    "Mossad": "Unknown",
    "unidentified gunmen": "Unknown",
}


def incident(claims, differences=(), uncertain=()):
    """An incident whose claims, numbered from 1, name actors: "NAME" or "NAME (status)"."""
    cited = lambda value: Cited(value=value, derivation="read by a person")  # noqa: E731
    day = Days(first=dt.date(2024, 1, 16), last=dt.date(2024, 1, 16))
    told = tuple(
        Claim(
            id=f"x/{n}",
            article="x",
            sub_event_type=cited("Attack"),
            days=cited(day),
            actors=tuple(map(cited, map(actor, names))),
        )
        for n, names in enumerate(claims, 1)
    )
    return Incident(
        id="a", title="T", sub_event_type="Attack", days=day, claims=told, regions={},
        judgements=tuple(Judgement(claim=c.id, reason="r", uncertain=c.id in uncertain) for c in told),
        region=Unlocated(reason="r"), region_reason="r", differences=tuple(differences),
    )  # fmt: skip


def actor(words):
    name, _, status = words.removesuffix(")").partition(" (")
    return Actor(name=name, status=status or "stated")


def difference(field, better, *others):
    versions = tuple(Version(says="s", claims=(claim,)) for claim in (*([better] if better else ()), *others))
    return Difference(field=field, versions=versions, better=better, reason="r")


@pytest.mark.parametrize(
    ("claims", "better", "side", "first"),
    [
        ([["Pakistan"], ["Jaish al-Adl (claimed)"]], "x/2", "Jaish al-Adl", "Jaish al-Adl"),
        ([["unidentified gunmen", "BRAS (claimed)"]], None, "Baloch separatists", "BRAS"),
        (
            [["Mossad (alleged)", "Islamic State (alleged)"], ["Islamic State (claimed)"]],
            None,
            "Islamic State",
            "Islamic State",
        ),
        ([["Pakistan (denied)"], ["IRGC (acknowledged)"]], None, "Iran", "IRGC"),
        ([["Pakistan"], ["Iran"]], None, "Unknown", "Iran"),
        ([["Pakistan"], ["Iran"], ["Pakistan"]], None, "Unknown", "Pakistan"),
        ([["unidentified gunmen"], ["BLA (alleged)"]], None, "Unknown", "unidentified gunmen"),
        ([["BLA (alleged)"]], None, "Unknown", None),
        ([[]], None, "Unknown", None),
        ([["nobody listed"]], None, "Unknown", "nobody listed"),
    ],
)
def test_the_side_is_the_one_that_actors_stated_admitted_or_claimed_are_on(claims, better, side, first):
    weighed = [difference("actors", better, "x/1")] if better else []

    assert attribution(incident(claims, weighed), SIDES) == (side, first)


def test_an_uncertain_link_gives_no_side_and_no_colour():
    claims = [["unidentified gunmen"], ["Jaish al-Adl (claimed)"]]

    assert attribution(incident(claims), SIDES) == ("Jaish al-Adl", "Jaish al-Adl")
    assert attribution(incident(claims, uncertain={"x/2"}), SIDES) == ("Unknown", "unidentified gunmen")


def test_a_difference_that_nobody_weighed_or_of_another_field_leaves_every_account_heard():
    claims = [["BLF (claimed)"], ["BLA (claimed)"]]

    assert attribution(incident(claims, [difference("actors", None, "x/1", "x/2")]), SIDES)[1] == "BLA"
    assert attribution(incident(claims, [difference("place", "x/1", "x/2")]), SIDES)[1] == "BLA"
    assert attribution(incident(claims, [difference("actors", "x/1", "x/2")]), SIDES)[1] == "BLF"


def test_the_shipped_incidents_sides_are_those_of_the_actors_they_stand_on(tables, story):
    sides = {actor.name: actor.side for actor in story.inputs.lexicon.actors.values()}
    known = tables.incidents[tables.incidents["actor_side"] != "Unknown"]

    assert len(known) > 15
    assert [sides[name] for name in known["side_actor"]] == list(known["actor_side"])


def test_a_claim_of_several_attacks_together_gives_no_side():
    alone = incident([["unidentified gunmen"], ["BLF (claimed)"]])
    first, second = alone.claims
    together = replace(second.actors[0], value=replace(second.actors[0].value, collective=True))

    assert attribution(alone, SIDES) == ("Baloch separatists", "BLF")
    assert attribution(replace(alone, claims=(first, replace(second, actors=(together,)))), SIDES) == (
        "Unknown", "unidentified gunmen",
    )  # fmt: skip


def test_the_order_of_the_accounts_does_not_matter():
    one = incident([["IRGC"], ["Iran"], ["Iran"]])

    assert attribution(one, SIDES) == attribution(replace(one, claims=one.claims[::-1]), SIDES) == ("Iran", "Iran")
