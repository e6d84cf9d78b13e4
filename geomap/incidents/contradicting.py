"""On what two claims of one event do not agree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from geomap.gazetteer import folded
from geomap.geometry import GEOD
from geomap.incidents.counts import summed
from geomap.incidents.parties import may_be_one, one_actor, party, same_people
from geomap.model import Cited, Claim, Count
from geomap.vocabulary import EVENT_TYPES, Standing, class_of_target, standings

#: Points nearer to each other than this may be one place, km.
_ONE_PLACE_KM: Final = 1.0
#: Kinds that leave open how it was done: another kind only says more.
_GENERAL: Final = frozenset(("Armed clash", "Attack", "Other"))
#: Weapons that accounts give each other's name for.
_ONE_WEAPON: Final = {
    "gunfire": "firearms",
    **dict.fromkeys(("improvised explosive device", "explosives", "roadside bomb", "car bomb", "landmine"), "bomb"),
    **dict.fromkeys(("drone", "air strike", "aerial bomb", "helicopter"), "aircraft"),
    "rocket-propelled grenade": "rocket",
}


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

    field: str  #: killed, injured, days, place, kind, targets, weapons, denial, actors
    one: str  #: the id of a claim
    other: str


def contradictions(one: Claim, other: Claim, places: Mapping[str, Located]) -> Iterator[Contradicted]:
    """The fields on which two claims of one event cannot both be right."""
    here, there = (places.get(claim.id, Located()) for claim in (one, other))
    found = {
        "killed": _tolls_differ(_toll(one, "killed"), _toll(other, "killed")),
        "injured": _tolls_differ(_toll(one, "injured"), _toll(other, "injured")),
        "days": _days_differ(one, other),
        "place": _places_differ(here, there),
        "kind": _kinds_differ(one.sub_event_type.value, other.sub_event_type.value),
        "targets": _hit_others(one, other),
        "weapons": _weapons_differ(one, other),
        "denial": _denied(one, other),
        "actors": _others_did_it(one, other),
    }
    yield from (Contradicted(name, one.id, other.id) for name, differ in found.items() if differ)


def apart_km(one: Located, other: Located) -> float | None:
    """How far two places' points lie from each other; None where one of them has none."""
    if one.lon is None or one.lat is None or other.lon is None or other.lat is None:
        return None
    return float(GEOD.inv(one.lon, one.lat, other.lon, other.lat)[2]) / 1000


def counts_meet(one: Count, other: Count) -> bool:
    """Whether some number is in both counts."""
    return (other.high is None or one.low <= other.high) and (one.high is None or other.low <= one.high)


def _toll(claim: Claim, of: str) -> tuple[Cited[Count], ...]:
    return tuple(said for said in claim.counts if said.value.of == of)


def _tolls_differ(ones: Sequence[Cited[Count]], others: Sequence[Cited[Count]]) -> bool:
    """Whether a count of one claim meets none of those of the other that count the same people."""
    return any(_alone(count, a, b) for a, b in ((ones, others), (others, ones)) for count in a)


def _alone(count: Cited[Count], own: Sequence[Cited[Count]], others: Sequence[Cited[Count]]) -> bool:
    """Whether others count the people of a count, and none of them as many.

    They count the same people where they use the same words; else where nothing tells them apart, and the same speaker does not
    count them by words of its own.
    """
    whom = count.value.whom or ""
    named = [other for other in others if same_people(whom, other.value.whom or "")]
    beside = [said for said in own if said is not count and said.attributed_to == count.attributed_to]
    rivals = named or [
        other
        for other in others
        if may_be_one(whom, other.value.whom or "")
        and not any(same_people(said.value.whom or "", other.value.whom or "") for said in beside)
    ]
    if not rivals and not beside and len(others) == 1 and not _of_two_countries(count.value, others[0].value):
        rivals = list(others)  # each knows of some people alone: who they were is in dispute, too
    return bool(rivals) and not any(counts_meet(a, b) for rival in rivals for a, b in _ways(count, own, rival, others))


def _of_two_countries(one: Count, other: Count) -> bool:
    mine, theirs = party(one.whom or "").countries, party(other.whom or "").countries
    return bool(mine and theirs and not mine & theirs)


def _ways(
    count: Cited[Count], own: Sequence[Cited[Count]], rival: Cited[Count], others: Sequence[Cited[Count]]
) -> Iterator[tuple[Count, Count]]:
    """Two counts as they may be meant: as they stand, and where one is of nobody in particular, the whole of the other."""
    yield count.value, rival.value
    if not _particular(rival.value):
        yield _sum(own, count), rival.value
    if not _particular(count.value):
        yield count.value, _sum(others, rival)


def _particular(count: Count) -> bool:
    whom = party(count.whom or "")
    return bool(whom.standings or whom.countries)


def _sum(counts: Sequence[Cited[Count]], one: Cited[Count]) -> Count:
    low, high = summed([said.value for said in counts if said.attributed_to == one.attributed_to])
    return Count(of=one.value.of, low=low, high=high)


def _days_differ(one: Claim, other: Claim) -> bool:
    """Whether two claims date the event itself, and share no day."""
    a, b = one.days.value, other.days.value
    if not a.basis == b.basis == "event":
        return False
    return bool((a.first and b.last and b.last < a.first) or (b.first and a.last and a.last < b.first))


def _places_differ(one: Located, other: Located) -> bool:
    """Whether two places have other names, and neither holds the other."""
    if not one.names or not other.names:
        return False
    mine, theirs = ([folded(name) for name in where.names] for where in (one, other))
    if mine[0] in theirs or theirs[0] in mine or set(mine[0].split()) & set(theirs[0].split()):
        return False
    apart = apart_km(one, other)
    small, large = sorted((one.reach_km, other.reach_km))
    return apart is None or (apart > _ONE_PLACE_KM and apart + small > large)


def _kinds_differ(one: str, other: str) -> bool:
    return one != other and (EVENT_TYPES[one] != EVENT_TYPES[other] or not {one, other} & _GENERAL)


def _hit_others(one: Claim, other: Claim) -> bool:
    """Whether one says that armed people were hit, and the other civilians alone."""
    mine, theirs = _hit(one), _hit(other)
    return bool(mine and theirs and not mine & theirs)


def _hit(claim: Claim) -> frozenset[Standing]:
    """Whether an attack was aimed at civilians or at armed people; where that is not said, whom it killed, or else injured."""
    aimed = [said.value.what for said in claim.targets]
    is_military = any(class_of_target(what.lower()) == "military target" for what in aimed)
    told = [_standings(aimed), frozenset[Standing](("armed",) if is_military else ())]
    for of in ("killed", "injured"):
        told.append(_standings(said.value.whom or "" for said in _toll(claim, of) if said.value.low))
    return next(filter(None, told), frozenset(("civilian",)) if aimed else frozenset())


def _standings(words: Iterable[str]) -> frozenset[Standing]:
    return frozenset(standing for one in words for standing in standings(one))


def _weapons_differ(one: Claim, other: Claim) -> bool:
    mine, theirs = ({_ONE_WEAPON.get(said.value, said.value) for said in claim.weapons} for claim in (one, other))
    return bool(mine and theirs and not mine & theirs)


def _denied(one: Claim, other: Claim) -> bool:
    """Whether one of two claims says that an actor denies what one of them says that it did."""
    told = [said.value for claim in (one, other) for said in claim.actors]
    denied, did = ([actor.name for actor in told if (actor.status == "denied") is is_denied] for is_denied in (True, False))
    return any(one_actor(name, by) for name in denied for by in did)


def _others_did_it(one: Claim, other: Claim) -> bool:
    """Whether no actor of one claim may be one of the other's."""
    mine, theirs = ([said.value.name for said in claim.actors if said.value.status != "denied"] for claim in (one, other))
    return bool(mine and theirs) and not any(one_actor(a, b) for a in mine for b in theirs)
