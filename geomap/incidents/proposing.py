"""Which claims may be one event, proposed with reasons: what, where, when, and how many. A person decides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Final

from geomap.incidents.candidates import candidates
from geomap.incidents.contradicting import Contradicted, Located, contradictions
from geomap.incidents.likeness import alike, told_by
from geomap.model import Claim

#: So many signs that agree make two claims one event ...
ENOUGH: Final = 2.0
#: ... and each claim of a group has so many with each other one.
AT_LEAST: Final = 1.5


@dataclass(frozen=True, slots=True)
class Link:
    """Why two claims may be one event."""

    one: str  #: the id of a claim
    other: str
    reason: str


@dataclass(frozen=True)
class ProposedGroup:
    """Claims that may tell of one event, why, and what they do not agree on."""

    claims: tuple[str, ...]  #: ids, sorted
    links: tuple[Link, ...]
    contradictions: tuple[Contradicted, ...] = field(default=())


def propose_groups(claims: Sequence[Claim], places: Mapping[str, Located]) -> tuple[ProposedGroup, ...]:
    """Claims of several articles grouped by event; a claim that fits none is a group of its own.

    Two claims of one article are never joined: an article that tells of one event twice is one claim. A claim joins a group
    only where it may be one event with each claim of it, so that no chain of likenesses joins what differs.

    Args:
        claims: of any number of articles.
        places: where each claim's place lies, by its id.
    """
    by_id = {claim.id: claim for claim in claims}
    told = [told_by(claim, places.get(claim.id, Located())) for claim in claims]
    ranked: list[tuple[float, str, str]] = []
    fits: dict[str, set[str]] = {claim.id: set() for claim in claims}
    for n, m in candidates(told, AT_LEAST):
        score, (one, other) = alike(told[n], told[m])[0], sorted((told[n].id, told[m].id))
        if score >= AT_LEAST:
            fits[one].add(other)
            fits[other].add(one)
        if score >= ENOUGH:
            ranked.append((-score, one, other))
    tells = {one.id: one for one in told}
    group_of = {claim.id: {claim.id} for claim in claims}
    why: dict[str, list[Link]] = {claim.id: [] for claim in claims}
    for _, one, other in sorted(ranked):
        mine, theirs = group_of[one], group_of[other]
        if mine is theirs or not all(theirs <= fits[a] for a in mine):
            continue
        joined = mine | theirs
        group_of.update(dict.fromkeys(joined, joined))
        reasons = ", ".join(reason for _, reason in alike(tells[one], tells[other])[1] if reason)
        why[min(joined)] = [*why[min(mine)], *why[min(theirs)], Link(one, other, reasons)]
    groups = []
    for members in {id(group): group for group in group_of.values()}.values():
        ids = tuple(sorted(members))
        differ = tuple(c for a, b in combinations(ids, 2) for c in contradictions(by_id[a], by_id[b], places))
        groups.append(ProposedGroup(ids, tuple(why[ids[0]]), differ))
    return tuple(sorted(groups, key=lambda group: group.claims))
