"""How many were killed and injured, and what kind of event it was, by all accounts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

from geomap.model import Claim, Count, Incident
from geomap.vocabulary import Casualty

#: The kinds that say only that there was violence, or less; any other says how.
GENERAL = ("Armed clash", "Attack", "Other")

CASUALTIES: tuple[Casualty, ...] = ("killed", "injured", "killed or injured")


#: How many, low and high; None is open.
Toll: TypeAlias = tuple[int, int | None]


class Told(NamedTuple):
    """A toll, and who gives it: claim ids, each with whom its article credits; none for the sum over an incident's sites.

    ``most`` is the greatest number in it, be it a lower bound.
    """

    toll: Toll
    by: tuple[tuple[str, str | None], ...]
    most: int


class Ends(NamedTuple):
    """The ends of what accounts give, each with who gives it.

    ``high`` is None where an account leaves it open; ``most`` is the greatest number that is given, be it a lower bound.
    """

    least: int
    high: int | None
    most: int
    least_by: tuple[tuple[str, str | None], ...]
    most_by: tuple[tuple[str, str | None], ...]


def by_speaker(claim: Claim, of: Casualty) -> dict[str | None, list[Count]]:
    """The counts of an account by whom its article credits with them; those that it gives itself are under None."""
    counts: dict[str | None, list[Count]] = {}
    for said in claim.counts:
        if said.value.of == of:
            counts.setdefault(said.attributed_to, []).append(said.value)
    return counts


def summed(counts: Sequence[Count]) -> Toll:
    """How many one speaker counts, by one or more counts of one kind.

    They are parts and add up ("a colonel", "two bodyguards"), unless one of them is of nobody in particular: the first such one
    is the total.
    """
    parts = [count for count in counts if count.whom is None][:1] or counts
    highs = [part.high for part in parts if part.high is not None]
    return sum(part.low for part in parts), sum(highs) if len(highs) == len(parts) else None


def tolls(claim: Claim, of: Casualty) -> dict[str | None, Toll]:
    """How many each speaker of an account counts, as `by_speaker` has them; what two speakers say never adds up."""
    return {speaker: summed(counts) for speaker, counts in by_speaker(claim, of).items()}


def range_of(claims: Iterable[Claim], of: Casualty) -> tuple[int | None, int | None]:
    """The least and the greatest number of those that the accounts give, each speaker of one for itself.

    An account that gives a lower bound ("at least 12") leaves the high end open, and the low end to those that give a number.
    Both are None if no account gives one. Nothing is averaged, and an account without a number is not a zero.
    """
    return _over([toll for claim in claims for toll in tolls(claim, of).values()])


def _over(told: Sequence[Toll]) -> tuple[int | None, int | None]:
    if not told:
        return None, None
    highs = [high for _, high in told if high is not None]
    return min(low for low, _ in _leasts(told)), max(highs) if len(highs) == len(told) else None


def _leasts(told: Sequence[Toll]) -> Sequence[Toll]:
    """The tolls that the low end is taken from: those that are no mere lower bound, if there are any."""
    return [toll for toll in told if toll[1] is not None] or told


def ends_of(told: Sequence[Told]) -> Ends | None:
    """The ends of what some tolls give; None for none. The least is that of `range_of`."""
    if not told:
        return None
    least, high = _over([one.toll for one in told])
    most = max(one.most for one in told)
    bounds = set(_leasts([one.toll for one in told]))
    tellers = [
        tuple(dict.fromkeys(teller for one in some for teller in one.by))
        for some in (
            [one for one in told if one.toll in bounds and one.toll[0] == least],
            [one for one in told if one.most == most],
        )
    ]
    return Ends(least or 0, high, most, *tellers)


def toll_of(incident: Incident, of: Casualty) -> tuple[int | None, int | None]:
    """The least and the greatest number over all accounts of an incident: the range over `told_of`."""
    return _over([one.toll for one in told_of(incident, of)])


def told_by(claims: Iterable[Claim], of: Casualty) -> list[Told]:
    """What each speaker of some accounts counts."""
    return [
        Told((low, high), ((claim.id, speaker),), low if high is None else high)
        for claim in claims
        for speaker, (low, high) in tolls(claim, of).items()
    ]


def told_of(incident: Incident, of: Casualty) -> list[Told]:
    """What is told of an incident as a whole, by its accounts and, where it has sites, by the sum over these.

    An account of one site says nothing of the others: it counts with theirs, by `range_of` per site. A site of which no account
    gives a number leaves the sum open above.
    """
    apart = [[claim for claim in incident.claims if claim.id in site.claims] for site in incident.sites]
    of_sites = {claim.id for claims in apart for claim in claims}
    whole = told_by((claim for claim in incident.claims if claim.id not in of_sites), of)
    sites = [ends_of(told_by(claims, of)) for claims in apart]
    if counted := [site for site in sites if site]:
        highs = [site.high for site in counted if site.high is not None]
        toll = sum(site.least for site in counted), sum(highs) if len(highs) == len(sites) else None
        whole.append(Told(toll, (), sum(site.most for site in counted)))
    return whole


def victims_of(claim: Claim, of: Casualty) -> Iterator[tuple[str, str | None]]:
    """Who those were that something befell, by one account and its counts, each with whom its article credits."""
    for count in claim.counts:
        if count.value.of == of and count.value.whom:
            yield count.value.whom, count.attributed_to
    for victims in claim.victims:
        if victims.value.of == of:
            yield victims.value.who, victims.attributed_to


def sub_event_type_of(claims: Sequence[Claim]) -> str:
    """The most specific kind of event that the claims name.

    A kind that says how ("Suicide bomb", "Arrests") is more specific than "Armed clash", that than "Attack", that than "Other".
    Among equally specific ones, the kind that most claims name; then the one that is named first.
    """
    times = Counter(claim.sub_event_type.value for claim in claims)
    return max(times, key=lambda kind: (-GENERAL.index(kind) if kind in GENERAL else 1, times[kind]))
