"""What several accounts of one incident allow together: which reading of each leads, and the region that is left."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import product

from shapely.geometry import Point

from geomap.geometry import SAME, area_of, fineness, narrow, share_nothing
from geomap.model import Region, Unlocated
from geomap.places.parts import possible
from geomap.vocabulary import LEVELS, How

Accounts = Mapping[str, Region | Unlocated]

#: Readings of so many accounts are tried together: two each, so at most 64 ways.
MOST_AT_ONCE = 6


def excluded(region: Region | Unlocated, accounts: Accounts) -> tuple[str, ...]:
    """The accounts that share nothing with a region: those that it contradicts, in their order."""
    if not region.located:
        return ()
    return tuple(claim for claim, other in accounts.items() if other.located and share_nothing(region, other))


def rivals(claim: str, accounts: Accounts, sites: Iterable[Collection[str]] = ()) -> Accounts:
    """The other accounts that speak of the same: of that site and the whole for a site's, of the whole for one of the whole.

    Args:
        claim: its id.
        accounts: of the incident.
        sites: the claims of each site.
    """
    home = next((site for site in sites if claim in site), ())
    apart = {other for site in sites for other in site} - set(home)
    return {other: region for other, region in accounts.items() if other != claim and other not in apart}


def leading_readings(
    accounts: Accounts,
    others: Mapping[str, Mapping[How, Region | Unlocated]],
    sites: Sequence[Collection[str]] = (),
    torn: Collection[str] = (),
) -> dict[str, How]:
    """Of the accounts that can be read in several ways, those where another reading than the usual one leads.

    Those readings lead with which the fewest accounts contradict themselves, then each other; of equally good ones the usual
    ones. Readings of accounts of the whole are chosen among these alone, then those of each site beside them: so what is said
    of one site changes nothing of another. The order of the accounts does not matter.

    Args:
        accounts: a region per claim id, by the usual reading.
        others: per claim id, what other readings of its words allow.
        sites: the claims of each site, where there are several.
        torn: claim ids whose usual reading contradicts the place that they name themselves.
    """
    apart = {claim for site in sites for claim in site}
    led: dict[str, How] = {}
    for group in ([claim for claim in accounts if claim not in apart], *sites):
        fixed = {claim: _read(claim, led, accounts, others) for claim in rivals("", accounts, sites)}
        led |= _best_together(sorted(group), {**fixed, **{claim: accounts[claim] for claim in group}}, others, torn)
    return led


def _read(
    claim: str, led: Mapping[str, How], accounts: Accounts, others: Mapping[str, Mapping[How, Region | Unlocated]]
) -> Region | Unlocated:
    return others[claim][led[claim]] if claim in led else accounts[claim]


def _best_together(
    group: Sequence[str],
    accounts: Accounts,
    others: Mapping[str, Mapping[How, Region | Unlocated]],
    torn: Collection[str],
) -> dict[str, How]:
    """The readings of a group's accounts that contradict least; one after the other where there are too many to try all."""
    read: dict[str, How] = {}
    open_ones = [claim for claim in group if accounts[claim].located and claim in others]
    for begin in range(0, len(open_ones), MOST_AT_ONCE):
        some = open_ones[begin : begin + MOST_AT_ONCE]
        ways = [(None, *sorted(how for how, region in others[claim].items() if region.located)) for claim in some]
        best: tuple[tuple[int, int, int], dict[str, How]] | None = None
        for chosen in product(*ways):
            tried = read | {claim: how for claim, how in zip(some, chosen, strict=True) if how}
            drawn = {claim: _read(claim, tried, accounts, others) for claim in accounts}
            contradictions = sum(len(excluded(region, drawn)) for region in drawn.values()) // 2
            score = (len(set(torn) & set(group) - tried.keys()), contradictions, len(tried))
            best = min(best or (score, tried), (score, tried), key=lambda one: one[0])
        read = best[1] if best else read
    return read


def best_region(
    accounts: Accounts,
    *,
    contradicted: Collection[str] = (),
    better: Collection[str] = (),
    finer: Collection[str] = (),
    outside: Collection[str] = (),
    loose: Collection[str] = (),
    last: Collection[str] = (),
    led: Mapping[str, How] | None = None,
    called: Mapping[str, str] | None = None,
) -> tuple[Region | Unlocated, str]:
    """What the accounts of one incident allow together, with the reason.

    Starts from the finest region, articles before outside publications of the same level, and keeps what each next account
    leaves of it. What a person judged goes before that: an account judged the better over the place, and one judged the finer
    that does not contradict it. So no other account moves the region out of what such a one allows. An account that would leave
    nothing is named, not followed; so is one that a person judged the weaker in a difference over the place. A loose account
    agrees or not, but narrows nothing.

    Args:
        accounts: a region per claim id.
        contradicted: claim ids whose place was judged the weaker account.
        better: claim ids whose place was judged the better account.
        finer: claim ids whose place was judged the more precise account.
        outside: claim ids of outside publications.
        loose: claim ids of accounts that narrow nothing: that only say "near the border", or whose link or place is uncertain.
        last: claim ids of accounts that narrow what the others place, but do not place it themselves.
        led: claim ids whose region is by another reading than the usual one, with that reading: it is named.
        called: what people call each account, by claim id, for the reason and the method; the id itself where it is not given.

    Returns:
        The region and the reason in one sentence; `Unlocated` where no account has a region.
    """

    def names(claims: Collection[str]) -> str:
        return ", ".join((called or {}).get(claim, claim) for claim in claims)

    located = {claim: r for claim, r in accounts.items() if r.located}
    heard = {claim: r for claim, r in located.items() if claim not in contradicted} or located
    if not heard:
        return _nowhere(accounts), "no account has a region"
    fine = {claim: fineness(region) for claim, region in heard.items()}
    order = sorted(heard, key=lambda c: (c in loose, c in last, fine[c][0], c in outside, fine[c][1], c))
    finest, judged = order[0], _judged([claim for claim in order if claim not in last], heard, better, finer)
    order = [*dict.fromkeys((*judged, *order))]
    first, quiet = order[0], frozenset() if order[0] in loose else frozenset(loose)
    region, agreeing, against = _narrowed({claim: heard[claim] for claim in order}, quiet, last, names)
    why = "better over the place" if first in better else "finer"
    leads = f"the finest account is {names([first])}" if first == finest else f"{names([first])} leads: it is judged the {why}"
    weaker = [claim for claim in located if claim not in heard]
    ways = [(claim, how) for claim, how in (led or {}).items() if claim in accounts]
    said = [f"{leads}{' (an outside publication)' if first in outside else ''}"]
    said += [f"{names(agreeing)} agree{'s' if len(agreeing) == 1 else ''} with it"] if agreeing else []
    said += [f"outside it: {names(against)}"] if against else []
    said += [f"judged the weaker: {names(weaker)}"] if weaker else []
    said += [f"{names([claim])} is read {how}: so the accounts contradict each other least" for claim, how in ways]
    parts = "" if region.point or region.part_count < 2 else possible(region.geometry)
    return region, "; ".join(said + [parts] * bool(parts))


def _nowhere(accounts: Accounts) -> Unlocated:
    refused = tuple(dict.fromkeys(region.reason for region in accounts.values() if not region.located))
    return Unlocated(reason="; ".join(refused) or "no account says where", refused=refused)


def _narrowed(
    heard: Mapping[str, Region], quiet: Collection[str], last: Collection[str], names: Callable[[Collection[str]], str]
) -> tuple[Region, list[str], list[str]]:
    """The first account's region, narrowed by each next one that is not quiet; who agrees with it, and who lies outside it."""
    (_, region), *others = heard.items()
    agreeing, against = list[str](), list[str]()
    for claim, other in others:
        left = narrow(region, area_of(other), f"inside what {names([claim])} allows")
        (against if left is None else agreeing).append(claim)
        if left is not None and claim not in quiet:
            region = _followed(region, other, left, finer=claim not in last)
    return region, agreeing, against


def _judged(order: Sequence[str], heard: Mapping[str, Region], better: Collection[str], finer: Collection[str]) -> list[str]:
    """The accounts that a person judged, first those that lead: the finer ones that agree with every better one, if any do."""
    good = [claim for claim in order if claim in better]
    fine = [c for c in order if c in finer and not any(share_nothing(heard[c], heard[g]) for g in good)]
    return [*fine, *good]


def _followed(region: Region, other: Region, left: Region, *, finer: bool) -> Region:
    """A region once another account is followed, which leaves so much of it.

    Where the other is what makes it so fine it gets its name, its level, and its point where that is left: an account of the
    same level, and with ``finer`` one of a finer level, too.
    """
    if area_of(left).area >= (1 - SAME) * area_of(region).area:
        return replace(left, method=region.method)
    ours, theirs = LEVELS.index(region.level), LEVELS.index(other.level)
    if (theirs == ours or (finer and theirs < ours)) and area_of(left).area < area_of(region).area / 2:
        point = other.point if other.point and area_of(left).covers(Point(other.point)) else left.point
        return replace(left, name=other.name, level=other.level, district=other.district or left.district, point=point)
    return left
