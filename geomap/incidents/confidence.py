"""How well an incident is attested, by one printed rule."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import combinations
from math import inf
from typing import Literal, NamedTuple

from geomap.geometry import area_of, fineness, narrow
from geomap.incidents.days import days_allowed
from geomap.incidents.differences import compatible
from geomap.model import UNNAMED, Article, Claim, Days, Incident, Region, Unlocated
from geomap.vocabulary import EVENT_TYPES, LEVELS

Confidence = Literal["confirmed", "several sources", "single source", "disputed", "claimed"]

#: A difference about one of these makes an incident disputed.
WHO_WHERE_WHEN = ("actors", "place", "days")

#: The rules of `confidence`, in the order in which they are tried.
CONFIDENCE: dict[Confidence, str] = {
    "disputed": "accounts differ on who did it, where or when",
    "claimed": "only one interested party says so: every account rests on it",
    "confirmed": "two independent outlets agree on what happened and when, and both place it where it is drawn, as finely",
    "several sources": "no two of its independent outlets agree on what and when and place it as finely as it is drawn",
    "single source": "only one independent outlet tells of it",
}


class Attested(NamedTuple):
    """How well an incident is attested: the word, the rule behind it, and the claims that carry it where it is confirmed."""

    word: Confidence
    rule: str
    carried_by: tuple[str, ...] = ()


def confidence(incident: Incident, articles: Mapping[str, Article], sides: Mapping[str, str] | None = None) -> Attested:
    """How well an incident is attested.

    The first rule of `CONFIDENCE` that holds:

    =============== ===================================================================================================
    disputed        a judged difference about actors, place or days ("precision of ..." is none)
    claimed         every account rests on the same party to the conflict (`rests_on`)
    confirmed       two accounts that are independent agree on the type of event and on a day, each dates the event as finely as
                    the incident is dated, and each places it at the drawn level or finer, in what is drawn: it names the same
                    place, or at least half of its region lies in it; of an incident with
                    sites every site is confirmed so by its own accounts, unless that they mean one place is uncertain
    several sources two accounts are independent
    single source   otherwise
    =============== ===================================================================================================

    Accounts are independent if they are of different named publishers, neither carries or credits the other's, they do not rest
    on the same party, and they credit no agency, official or text in common for what happened, when, where or to how many. An
    account whose link to the incident is uncertain counts for nothing.

    Args:
        incident: with its claims, regions and judged differences.
        articles: by id.
        sides: actor name → side; "Unknown" is no party. An actor that is not listed is a side of its own.
    """
    uncertain = {judgement.claim for judgement in incident.judgements if judgement.uncertain}
    certain = [claim for claim in incident.claims if claim.id not in uncertain]
    parties = {claim.id: rests_on(claim, sides or {}) for claim in certain}
    pairs = [
        (one, other)
        for one, other in combinations(certain, 2)
        if (parties[one.id] is None or parties[one.id] != parties[other.id]) and _apart(one, other, articles)
    ]
    carried = _carriers(incident, pairs)
    word: Confidence = "single source"
    if any(difference.field in WHO_WHERE_WHEN for difference in incident.differences):
        word = "disputed"
    elif None not in (behind := set(parties.values())) and len(behind) == 1:
        word = "claimed"
    elif carried:
        word = "confirmed"
    elif pairs:
        word = "several sources"
    return Attested(word, CONFIDENCE[word], carried if word == "confirmed" else ())


def _carriers(incident: Incident, pairs: Sequence[tuple[Claim, Claim]]) -> tuple[str, ...]:
    """The two claims by which it is confirmed, or two for each of its sites; none where it is not."""
    whole = [(incident.region, tuple(claim.id for claim in incident.claims))]
    places = [(site.region, () if site.uncertain else site.claims) for site in incident.sites] or whole
    found = [_pair(pairs, region, claims, incident) for region, claims in places]
    return tuple(dict.fromkeys(claim for pair in found for claim in pair)) if all(found) else ()


def _pair(
    pairs: Sequence[tuple[Claim, Claim]],
    drawn: Region | Unlocated,
    claims: Collection[str],
    incident: Incident,
) -> tuple[str, ...]:
    """The two of some claims that agree on what, when and where; of several the finest, then by their ids."""
    found = [
        tuple(sorted((one.id, other.id), key=lambda claim: _fineness(incident.regions[claim], claim)))
        for one, other in pairs
        if {one.id, other.id} <= set(claims)
        and _agree(one, other, incident.days)
        and all(_places_it(incident.regions[claim.id], drawn) for claim in (one, other))
    ]
    return min(found, key=lambda pair: [_fineness(incident.regions[claim], claim) for claim in pair], default=())


def _fineness(region: Region | Unlocated, claim: str) -> tuple[int, float, str]:
    return (*fineness(region), claim) if region.located else (len(LEVELS), 0.0, claim)


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
    """Whether two accounts are of different publishers, neither takes from the other's, nor both from a third."""
    credited = [_credited(claim, articles[claim.article]) for claim in (one, other)]
    publishers = {articles[claim.article].publisher for claim in (one, other)} - {UNNAMED}
    return len(publishers) == 2 and credited[0].isdisjoint(credited[1]) and publishers.isdisjoint(credited[0] | credited[1])


def _credited(claim: Claim, article: Article) -> set[str]:
    """Whom an account takes what happened, when, where and to how many from."""
    told = (claim.sub_event_type, claim.days, claim.place, *claim.counts)
    return {said.attributed_to for said in told if said and said.attributed_to} | set(article.credits)


def _agree(one: Claim, other: Claim, days: Days) -> bool:
    """Whether two accounts agree on what happened and when, and both date the event as finely as the incident is dated.

    A night belongs to two days, so one day more is as fine.
    """
    same_type = EVENT_TYPES[one.sub_event_type.value] == EVENT_TYPES[other.sub_event_type.value]
    dated = all(_length(claim.days.value) <= _length(days) + 1 for claim in (one, other))
    basis = all(claim.days.value.basis == "event" for claim in (one, other))
    return same_type and dated and basis and compatible(days_allowed(one), days_allowed(other))


def _length(days: Days) -> float:
    """How many days an interval has, the first not counted; without end where an end of it is open."""
    return (days.last - days.first).days if days.first and days.last else inf


def _places_it(region: Region | Unlocated, drawn: Region | Unlocated) -> bool:
    """Whether an account places it as finely as it is drawn, and there: the same place, or half of its region or more."""
    if not (region.located and drawn.located) or region.doubt or LEVELS.index(region.level) > LEVELS.index(drawn.level):
        return False
    left = narrow(region, area_of(drawn), "")
    return left is not None and (region.name == drawn.name or area_of(left).area >= area_of(region).area / 2)
