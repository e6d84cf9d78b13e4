"""Where an incident lies, by all its accounts and a person's judgements."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from geomap.articles import account_names
from geomap.incidents.differences import FINER, better, weaker
from geomap.model import Article, Claim, Grouping, Region, Site, Unlocated
from geomap.places import best_of_sites, best_region, is_loose
from geomap.vocabulary import How


def where(
    grouping: Grouping,
    claims: Sequence[Claim],
    accounts: Mapping[str, Region | Unlocated],
    articles: Mapping[str, Article],
    border: str,
    led: Mapping[str, How] | None = None,
) -> tuple[Region | Unlocated, str, tuple[Site, ...]]:
    """The region of an incident, why it is the best, and its sites where it has several.

    Args:
        grouping: a person's judgements.
        claims: its claims.
        accounts: a region per claim id.
        articles: by id.
        border: the border's id.
        led: claim ids whose region is by another reading of their words than the usual one.
    """
    more: dict[str, Any] = {
        "contradicted": weaker(grouping.differences, "place"),
        "better": better(grouping.differences, "place"),
        "finer": better(grouping.differences, f"{FINER}place"),
        "outside": {claim.id for claim in claims if not articles[claim.article].text_available},
        "loose": {claim.id for claim in claims if is_loose(claim, border)}
        | {judgement.claim for judgement in grouping.claims if judgement.uncertain}
        | {claim for claim, region in accounts.items() if region.located and region.doubt},
        "led": led,
        "called": account_names(claims, articles),
    }
    if grouping.sites:
        return best_of_sites(grouping.id, grouping.sites, accounts, **more)
    return *best_region(accounts, **more), ()
