"""Which claims of new reports, and of the articles that a story has, may tell of one event."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from geomap.evaluation import located
from geomap.extract import Proposal
from geomap.gazetteer import Gazetteer, Place
from geomap.incidents import CASUALTIES, Link, Located, exclusive, propose_groups, to_paste, tolls
from geomap.model import Claim, Grouping


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Claims that may be one event, why, and in which fields which of them do not agree."""

    claims: tuple[Claim, ...]
    links: tuple[Link, ...]
    differing: Mapping[str, tuple[Claim, ...]]
    where: str  #: to paste the lines that make them one incident
    lines: str  #: of ``incidents.toml``; empty where a person has judged otherwise


@dataclass(frozen=True, slots=True)
class _Listed:
    """What `located` asks of a proposal, for articles whose places are all in the gazetteer."""

    places: tuple[Place, ...] = ()


def places_of(claims: Iterable[Claim], gazetteer: Gazetteer, proposal: Proposal | None = None) -> dict[str, Located]:
    """Where each claim's place lies, by its id.

    Args:
        claims: of one article, or of any number whose places the gazetteer has.
        gazetteer: of the story.
        proposal: with the rows that it proposes for other places.
    """
    rows: Proposal = proposal or _Listed()  # type: ignore[assignment]  # its places alone are looked at
    return {claim.id: located(claim, rows, gazetteer) for claim in claims}


def events_among(
    new: Sequence[Claim], known: Sequence[Claim], places: Mapping[str, Located], groupings: Sequence[Grouping] = ()
) -> tuple[Event, ...]:
    """The events of which two claims or more may tell, at least one of them new.

    Args:
        new: claims, by no grouping.
        known: other claims.
        places: where each claim's place lies, by its id.
        groupings: of the story.
    """
    by_id = {claim.id: claim for claim in (*known, *new)}
    ids = {claim.id for claim in new}
    home = {judged.claim: grouping.id for grouping in groupings for judged in grouping.claims}
    taken = {grouping.id for grouping in groupings}
    groups = propose_groups(list(by_id.values()), places)
    singles = [group.claims[0] for group in groups if len(group.claims) == 1]
    lone = [by_id[id] for id in singles if id in ids and id not in home]
    events = []
    for group in groups:
        if len(group.claims) < 2 or ids.isdisjoint(group.claims):
            continue
        differing: dict[str, dict[str, Claim]] = {}
        for told in group.contradictions:
            differing.setdefault(told.field, {}).update({id: by_id[id] for id in (told.one, told.other)})
        told_of = tuple(by_id[id] for id in group.claims)
        for of in CASUALTIES:  # two speakers of one claim, too
            apart = {claim.id: claim for claim in told_of if exclusive(tolls(claim, of).values())}
            if apart:
                differing.setdefault(of, {}).update(apart)
        articles = {claim.article for claim in told_of} if home.keys().isdisjoint(group.claims) else set()
        rest = [claim for claim in lone if claim.article in articles]
        lone = [claim for claim in lone if claim.article not in articles]
        where, lines = to_paste(told_of, group.links, home, taken, rest)
        events.append(
            Event(
                claims=told_of,
                links=group.links,
                where=where,
                lines=lines,
                differing={field: tuple(claims.values()) for field, claims in differing.items()},
            )
        )
    return tuple(events)
