"""Which claims may be one event, proposed with reasons: what, where, when, and how many. A person decides."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Final

from geomap.geometry import GEOD
from geomap.language import normalised_words
from geomap.model import Claim, Count
from geomap.vocabulary import EVENT_TYPES, standings

#: Points farther apart than this, beside what they reach, are two places.
APART_KM: Final = 30.0
#: Accounts of one event may give days that lie so far apart.
DAYS_APART: Final = 3
#: So many signs that agree make two claims one event.
ENOUGH: Final = 2.0

#: Kinds that accounts of one event may give each other's name for.
_ALIKE: Final = (
    frozenset(("Battles", "Explosions/Remote violence", "Violence against civilians")),
    frozenset(("Protests", "Riots")),
    frozenset(("Battles", "Strategic developments")),
)


@dataclass(frozen=True, slots=True)
class Located:
    """Where a claim's place lies, as far as grouping needs it: names from the finest on, a point, and how far it reaches."""

    names: tuple[str, ...] = ()
    lon: float | None = None
    lat: float | None = None
    reach_km: float = 0.0


@dataclass(frozen=True, slots=True)
class Contradicted:
    """A field on which two claims of one event do not agree."""

    field: str  #: kind, days, place, actors, killed, injured, denial
    one: str  #: the id of a claim
    other: str


@dataclass(frozen=True)
class ProposedGroup:
    """Claims that may tell of one event, why, and what they do not agree on."""

    claims: tuple[str, ...]  #: ids, sorted
    reasons: tuple[str, ...]
    contradictions: tuple[Contradicted, ...] = field(default=())


def propose_groups(claims: Sequence[Claim], places: Mapping[str, Located]) -> tuple[ProposedGroup, ...]:
    """Claims of several articles grouped by event; a claim that fits none is a group of its own.

    Two claims of one article are never joined: an article that tells of one event twice is one claim.

    Args:
        claims: of any number of articles.
        places: where each claim's place lies, by its id.
    """
    by_id = {claim.id: claim for claim in claims}
    scored = [
        (score, one.id, other.id, reason)
        for one, other in combinations(claims, 2)
        if one.article != other.article
        for score, reason in [_alike(one, other, places)]
        if score >= ENOUGH
    ]
    group_of = {claim.id: {claim.id} for claim in claims}
    why: dict[str, list[str]] = {claim.id: [] for claim in claims}
    for _, one, other, reason in sorted(scored, key=lambda s: (-s[0], s[1], s[2])):
        mine, theirs = group_of[one], group_of[other]
        if mine is theirs:
            continue
        joined = mine | theirs
        articles = [by_id[id].article for id in joined]
        if len(set(articles)) < len(articles):
            continue
        for id in joined:
            group_of[id] = joined
        why[min(joined)] = why[min(mine)] + why[min(theirs)] + [f"{one} and {other}: {reason}"]
    seen: list[ProposedGroup] = []
    for members in {frozenset(group) for group in group_of.values()}:
        ids = tuple(sorted(members))
        told = tuple(c for a, b in combinations(ids, 2) for c in contradictions(by_id[a], by_id[b], places))
        seen.append(ProposedGroup(ids, tuple(why[ids[0]]), told))
    return tuple(sorted(seen, key=lambda group: group.claims))


def _alike(one: Claim, other: Claim, places: Mapping[str, Located]) -> tuple[float, str]:
    """How much speaks for two claims telling of one event, and what; 0 where something rules it out."""
    kinds = {EVENT_TYPES[one.sub_event_type.value], EVENT_TYPES[other.sub_event_type.value]}
    if len(kinds) > 1 and not any(kinds <= alike for alike in _ALIKE):
        return 0, ""
    score, reasons = (1.0, ["the same kind"]) if len(kinds) == 1 else (0.5, ["kinds that may be one"])
    apart = _days_apart(one, other)
    if apart is not None:
        if apart > DAYS_APART:
            return 0, ""
        score += 1.5 if apart == 0 else 0.5
        reasons.append("days that agree" if apart == 0 else f"days {apart} apart")
    where = _where(places.get(one.id, Located()), places.get(other.id, Located()))
    if where is not None:
        if where < 0:
            return 0, ""
        score += where
        reasons.append("one place" if where >= 1.5 else "places near each other")
    same = [of for of in ("killed", "injured") if (a := _toll(one, of)) and (b := _toll(other, of)) and _meet(a, b)]
    if same:
        score += 0.75 * len(same)
        reasons.append(f"the same {' and '.join(same)}")
    return score, ", ".join(reasons)


def _days_apart(one: Claim, other: Claim) -> int | None:
    """How many days lie between two claims' days; None where one of them has none."""
    (a, b), (c, d) = ((s.days.value.first, s.days.value.last) for s in (one, other))
    if a is None or c is None:
        late, early = (b, c) if a is None else (d, a)
        if late is not None and early is not None:  # "no later than": what began after it is another event
            return max(0, (early - late).days) or None
        return None
    first, last = max(a, c), min(b or dt.date.max, d or dt.date.max)
    return max(0, (first - last).days)


def _where(one: Located, other: Located) -> float | None:
    """How much the places of two claims speak for one event; -1 against it, None where they say nothing."""
    if not one.names or not other.names:
        return None
    mine, theirs = ([normalised_words(name) for name in where.names] for where in (one, other))
    if mine[0] == theirs[0]:
        return 1.5
    if mine[0] in theirs or theirs[0] in mine:
        return 1.0
    if (apart := _apart_km(one, other)) is not None:
        reach = max(one.reach_km, other.reach_km)
        return 1.0 if apart <= APART_KM + reach else -1.0
    return 0.25 if set(mine[1:]) & set(theirs[1:]) else None


def _apart_km(one: Located, other: Located) -> float | None:
    if one.lon is None or one.lat is None or other.lon is None or other.lat is None:
        return None
    return float(GEOD.inv(one.lon, one.lat, other.lon, other.lat)[2]) / 1000


def _toll(claim: Claim, of: str) -> tuple[Count, ...]:
    return tuple(said.value for said in claim.counts if said.value.of == of)


def _meet(ones: Sequence[Count], others: Sequence[Count]) -> bool:
    return any(a.low <= _top(b) and b.low <= _top(a) for a in ones for b in others)


def _top(count: Count) -> float:
    return math.inf if count.high is None else count.high


def contradictions(one: Claim, other: Claim, places: Mapping[str, Located]) -> Iterator[Contradicted]:
    """The fields on which two claims of one event cannot both be right."""

    def told(name: str) -> Contradicted:
        return Contradicted(name, one.id, other.id)

    for of in ("killed", "injured"):
        a, b = _toll(one, of), _toll(other, of)
        if a and b and _tolls_differ(a, b):
            yield told(of)
    if one.days.value.basis == other.days.value.basis == "event" and (_days_apart(one, other) or 0) > 0:
        yield told("days")
    a_place, b_place = places.get(one.id, Located()), places.get(other.id, Located())
    if a_place.names and b_place.names:
        apart = _apart_km(a_place, b_place)
        mine, theirs = ({normalised_words(n) for n in where.names} for where in (a_place, b_place))
        finest = (normalised_words(a_place.names[0]), normalised_words(b_place.names[0]))
        if (
            finest[0] != finest[1]
            and finest[0] not in theirs
            and finest[1] not in mine
            and (apart is None or apart > max(a_place.reach_km, b_place.reach_km, 3))
        ):
            yield told("place")
    if EVENT_TYPES[one.sub_event_type.value] != EVENT_TYPES[other.sub_event_type.value]:
        yield told("kind")
    if _hit_others(one, other):
        yield told("targets")
    yield from _on_actors(one, other, told)


def _tolls_differ(ones: Sequence[Count], others: Sequence[Count]) -> bool:
    """Whether no count of one meets its counterpart of the other: by whom they count where both say so, else by the largest."""
    by_whom = {c.whom: c for c in others if c.whom}
    pairs = [(c, by_whom[c.whom]) for c in ones if c.whom in by_whom]
    if not pairs:
        pairs = [(max(ones, key=lambda c: c.low), max(others, key=lambda c: c.low))]
    return any(not _meet([a], [b]) for a, b in pairs)


def _hit_others(one: Claim, other: Claim) -> bool:
    """Whether one says that armed people were hit and the other civilians alone, or both name targets that share no word."""
    mine, theirs = (
        {standing for said in claim.counts if said.value.whom and said.value.low for standing in standings(said.value.whom)}
        for claim in (one, other)
    )
    if mine and theirs and not mine & theirs:
        return True
    words = [{w for said in claim.targets for w in normalised_words(said.value.what).split()} for claim in (one, other)]
    return all(words) and not words[0] & words[1]


def _on_actors(one: Claim, other: Claim, told: Callable[[str], Contradicted]) -> Iterator[Contradicted]:
    mine, theirs = ({(a.value.name, a.value.status) for a in claim.actors} for claim in (one, other))
    names, others = ({name for name, status in said if status != "denied"} for said in (mine, theirs))
    denied = {name for name, status in mine | theirs if status == "denied"}
    if denied & (names | others):
        yield told("denial")
    if names and others and not names & others:
        yield told("actors")
