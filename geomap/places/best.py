"""What several accounts of one place allow together."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from shapely.geometry import Point

from geomap.geometry import SAME, area_of, fineness, narrow
from geomap.model import Region, Unlocated


def best_region(
    accounts: Mapping[str, Region | Unlocated],
    *,
    contradicted: Collection[str] = (),
    outside: Collection[str] = (),
    called: Mapping[str, str] | None = None,
) -> tuple[Region | Unlocated, str]:
    """What the accounts of one incident allow together, with the reason.

    Starts from the finest region, articles before outside publications of the same level, and keeps what each next account
    leaves of it. An account that would leave nothing is named, not followed; so is one that a person judged the weaker in a
    difference over the place.

    Args:
        accounts: a region per claim id.
        contradicted: claim ids whose place was judged the weaker account.
        outside: claim ids of outside publications.
        called: what people call each account, by claim id, for the reason and the method; the id itself where it is not given.

    Returns:
        The region and the reason in one sentence; `Unlocated` where no account has a region.
    """

    def names(claims: Collection[str]) -> str:
        return ", ".join((called or {}).get(claim, claim) for claim in claims)

    located = {claim: r for claim, r in accounts.items() if r.located}
    heard = {claim: r for claim, r in located.items() if claim not in contradicted} or located
    if not heard:
        refused = tuple(dict.fromkeys(r.reason for r in accounts.values() if not r.located))
        return Unlocated(reason="; ".join(refused) or "no account says where", refused=refused), "no account has a region"
    fine = {claim: fineness(region) for claim, region in heard.items()}
    order = sorted(heard, key=lambda claim: (fine[claim][0], claim in outside, fine[claim][1], claim))
    first, *others = order
    region, agreeing, against = heard[first], list[str](), list[str]()
    for claim in others:
        left = narrow(region, area_of(heard[claim]), f"inside what {names([claim])} allows")
        if left is None:
            against.append(claim)
            continue
        agreeing.append(claim)
        other = heard[claim]
        if area_of(left).area >= (1 - SAME) * area_of(region).area:
            region = replace(left, method=region.method)
        elif other.level == region.level and left.geometry.area < area_of(region).area / 2:
            # The other account is what makes it so fine: its name, and its point where that is left.
            point = other.point if other.point and left.geometry.covers(Point(other.point)) else left.point
            region = replace(left, name=other.name, point=point)
        else:
            region = left
    weaker = [claim for claim in located if claim not in heard]
    said = [f"the finest account is {names([first])}{' (an outside publication)' if first in outside else ''}"]
    said += [f"{names(agreeing)} agree{'s' if len(agreeing) == 1 else ''} with it"] if agreeing else []
    said += [f"outside it: {names(against)}"] if against else []
    said += [f"judged the weaker: {names(weaker)}"] if weaker else []
    parts = 0 if region.point else region.part_count
    return region, "; ".join(said + ([f"{parts} areas are possible"] if parts > 1 else []))
