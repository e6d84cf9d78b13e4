"""Claims grouped into incidents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, count
from typing import Final

from geomap.errors import Problem
from geomap.incidents.counts import sub_event_type_of
from geomap.incidents.days import days_of, split
from geomap.language import slug
from geomap.model import Article, Claim, Grouping, Incident, Judgement, Region, Site, Unlocated

#: Why a claim is in an incident of its own.
ALONE: Final = "no other claim is judged to tell of the same event"


def group(
    groupings: Sequence[Grouping],
    claims: Sequence[Claim],
    articles: Mapping[str, Article],
    located: Mapping[str, Region | Unlocated],
    best: Mapping[str, tuple[Region | Unlocated, str, tuple[Site, ...]]],
) -> tuple[Incident, ...]:
    """The incidents, sorted by id.

    Kind and days are by the rules of `sub_event_type_of` and `days_of`; the kind is the articles', never an outside
    publication's.

    Args:
        groupings: without a problem, by `check_groupings`.
        claims: of all articles.
        articles: by id.
        located: region per claim id.
        best: per incident id, the best reading of where, its reason, and its sites.
    """
    known = {claim.id: claim for claim in claims}
    return tuple(
        _incident(grouping, [known[judgement.claim] for judgement in grouping.claims], articles, located, best[grouping.id])
        for grouping in sorted(groupings, key=lambda grouping: grouping.id)
    )


def alone(groupings: Sequence[Grouping], claims: Sequence[Claim], articles: Mapping[str, Article]) -> tuple[Grouping, ...]:
    """An incident for each claim of the articles that no grouping names a claim of: who groups nothing has one incident each.

    Its id is the claim's, numbered where another incident has that one; its title what and where. Outside publications add to
    an incident, they make none.
    """
    judged = {judgement.claim for grouping in groupings for judgement in grouping.claims}
    grouped = {claim.article for claim in claims if claim.id in judged}
    taken = {grouping.id for grouping in groupings}
    own = [claim for claim in claims if claim.article not in grouped and articles[claim.article].text_available]
    return tuple(of_one(claim, taken) for claim in own)


def of_one(claim: Claim, taken: set[str]) -> Grouping:
    """The incident of a claim that stands alone, as `alone` makes it; its id is from now on taken."""
    judged = Judgement(claim=claim.id, reason=ALONE)
    return Grouping(id=new_id(slug(claim.id), taken), title=title_of(claim), claims=(judged,))


def misnamed(written: Sequence[Grouping], unwritten: Sequence[Grouping]) -> Iterator[Problem]:
    """The incidents of a file that have the id of another one, which a claim alone makes: links to that would lead to these.

    Args:
        written: as they stand in the file.
        unwritten: as `alone` gives them.
    """
    own = {slug(judgement.claim): judgement.claim for one in unwritten for judgement in one.claims}
    for n, grouping in enumerate(written):
        if grouping.id in own:
            wrong = f"id is that of claim {own[grouping.id]}, which is an incident by itself and not in this one; write another"
            yield Problem("incidents.toml", f"incident {grouping.id}: {wrong}", ("incidents", n, "id"))


def title_of(claim: Claim) -> str:
    """What and where."""
    return claim.sub_event_type.value + (f": {claim.place.value[0]}" if claim.place else "")


def new_id(id: str, taken: set[str]) -> str:
    """An id that is not taken, from now on taken: itself, or with the first number that makes it another."""
    found = next(name for name in chain([id], (f"{id}-{n}" for n in count(2))) if name not in taken)
    taken.add(found)
    return found


def _incident(
    grouping: Grouping,
    claims: Sequence[Claim],
    articles: Mapping[str, Article],
    located: Mapping[str, Region | Unlocated],
    best: tuple[Region | Unlocated, str, tuple[Site, ...]],
) -> Incident:
    own, outside = split(claims, articles)
    region, reason, sites = best
    return Incident(
        id=grouping.id,
        title=grouping.title,
        sub_event_type=sub_event_type_of(own),
        days=days_of(own, outside),
        claims=(*own, *outside),
        judgements=grouping.claims,
        regions={claim.id: located[claim.id] for claim in claims},
        region=region,
        region_reason=reason,
        differences=grouping.differences,
        sites=sites,
    )
