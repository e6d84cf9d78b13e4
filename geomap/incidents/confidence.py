"""How well an incident is attested, by one printed rule."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations
from typing import Literal

from geomap.incidents.days import days_allowed
from geomap.incidents.differences import compatible
from geomap.model import Article, Claim, Incident, Region, Unlocated
from geomap.vocabulary import EVENT_TYPES

Confidence = Literal["confirmed", "single source", "disputed", "claimed"]

#: A difference about one of these makes an incident disputed.
WHO_WHERE_WHEN = ("actors", "place", "days")

#: The rules of `confidence`, in the order in which they are tried.
CONFIDENCE: dict[Confidence, str] = {
    "disputed": "accounts differ on who did it, where or when",
    "claimed": "only one interested party says so: every account rests on it",
    "confirmed": "two independent outlets agree on what happened, when and where, as finely as both say it",
    "single source": "no two independent outlets agree on all of what happened, when and where",
}


def confidence(
    incident: Incident, articles: Mapping[str, Article], sides: Mapping[str, str] | None = None
) -> tuple[Confidence, str]:
    """How well an incident is attested: a word, and the rule behind it.

    The first rule of `CONFIDENCE` that holds:

    ============= ===================================================================================================
    disputed      a judged difference about actors, place or days ("precision of ..." is none)
    claimed       every account rests on the same party to the conflict (`rests_on`)
    confirmed     two accounts that are independent (of different publishers, neither crediting the other's, not resting on
                  the same party) and agree on the type of event, on a day (both date the event itself), and on where: they
                  name a place in common, or each has a region and the country is the same
    single source otherwise
    ============= ===================================================================================================

    Args:
        incident: with its claims, regions and judged differences.
        articles: by id.
        sides: actor name → side; "Unknown" is no party. An actor that is not listed is a side of its own.
    """
    word: Confidence = "single source"
    parties = {claim.id: rests_on(claim, sides or {}) for claim in incident.claims}
    if any(difference.field in WHO_WHERE_WHEN for difference in incident.differences):
        word = "disputed"
    elif None not in (behind := set(parties.values())) and len(behind) == 1:
        word = "claimed"
    elif any(
        (parties[one.id] is None or parties[one.id] != parties[other.id])
        and _apart(one, other, articles)
        and _agree(one, other, incident.regions)
        for one, other in combinations(incident.claims, 2)
    ):
        word = "confirmed"
    return word, CONFIDENCE[word]


def rests_on(claim: Claim, sides: Mapping[str, str]) -> str | None:
    """The one party to the conflict on whose word an account stands, or None.

    An account rests on a party if what happened (`kind`) is credited to it, or if everything said of actors and casualties is.
    A claim of responsibility is credited to whoever claims. Those of side "Unknown" are no party.
    """
    if claim.sub_event_type.attributed_to:
        credited = {claim.sub_event_type.attributed_to}
    else:
        claimed = {said.attributed_to or (said.value.name if said.value.status == "claimed" else None) for said in claim.actors}
        credited = {name or "" for name in claimed | {said.attributed_to for said in claim.counts}}
    parties = {sides.get(name, name or "Unknown") for name in credited}
    party = parties.pop() if len(parties) == 1 else "Unknown"
    return None if party == "Unknown" else party


def _apart(one: Claim, other: Claim, articles: Mapping[str, Article]) -> bool:
    """Whether two accounts are of different publishers, and neither credits the other's."""
    publishers = articles[one.article].publisher, articles[other.article].publisher
    credited = {said.attributed_to for claim in (one, other) for _, said in claim.values}
    return publishers[0] != publishers[1] and credited.isdisjoint(publishers)


def _agree(one: Claim, other: Claim, regions: Mapping[str, Region | Unlocated]) -> bool:
    """Whether two accounts agree on what, when and where, as finely as both say it."""
    dated = all(
        claim.days.value.basis == "event" and claim.days.value.first and claim.days.value.last for claim in (one, other)
    )
    return (
        dated
        and compatible(days_allowed(one), days_allowed(other))
        and EVENT_TYPES[one.sub_event_type.value] == EVENT_TYPES[other.sub_event_type.value]
        and _same_place(one, other, regions)
    )


def _same_place(one: Claim, other: Claim, regions: Mapping[str, Region | Unlocated]) -> bool:
    if one.place and other.place and not set(one.place.value).isdisjoint(other.place.value):
        return True
    here, there = regions.get(one.id), regions.get(other.id)
    if here is None or there is None or not (here.located and there.located):
        return False
    return here.country is None or there.country is None or here.country == there.country
