"""Where an incident lay that hit several places: a region per site, and the union of all."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

import shapely

from geomap.geometry import area_of, polygons
from geomap.model import Region, Site, SiteGrouping, Unlocated
from geomap.places.best import Accounts, best_region
from geomap.vocabulary import LEVELS


def best_of_sites(
    incident: str, sites: Sequence[SiteGrouping], accounts: Accounts, **more: Any
) -> tuple[Region | Unlocated, str, tuple[Site, ...]]:
    """The region of an incident that hit several places, its reason, and its sites.

    Each site is what its own accounts and those of the whole incident allow together; the incident is the union of its sites.
    So another site never makes it smaller.

    Args:
        incident: its id.
        sites: which accounts speak of which site; those that are in none speak of the whole.
        accounts: a region per claim id.
        more: as `best_region` takes it.
    """
    apart = {claim for site in sites for claim in site.claims}
    whole = {claim: region for claim, region in accounts.items() if claim not in apart}
    found = []
    for number, site in enumerate(sites, 1):
        own = {claim: accounts[claim] for claim in site.claims}
        # Accounts of the whole narrow a site, but do not place one whose own accounts cannot.
        placed = any(region.located for region in own.values())
        region, reason = best_region(own | whole if placed else own, last=whole, **more)
        found.append(
            Site(
                incident=incident,
                number=number,
                name=site.name,
                claims=site.claims,
                reason=site.reason,
                region=region,
                region_reason=reason,
                uncertain=site.uncertain,
            )
        )
    region, reason = _union(found)
    return region, reason, tuple(found)


def _union(sites: Sequence[Site]) -> tuple[Region | Unlocated, str]:
    known = [(site, site.region) for site in sites if site.region.located]
    lost = [site for site in sites if not site.region.located]
    missing = "".join(f"; site {site.number}, {site.name}, is not in it: {site.region.method}" for site in lost)
    if not known:
        return Unlocated(reason=f"none of {len(sites)} sites has a region{missing}"), "no site has a region"
    names = "; ".join(f"{site.number} {site.name}" for site, _ in known)

    district, province, country = (
        _common([getattr(region, part) for _, region in known]) for part in ("district", "province", "country")
    )
    region = Region(
        geometry=polygons(shapely.union_all([area_of(region) for _, region in known])),
        name=district or province or ", ".join(dict.fromkeys(region.name for _, region in known)),
        level=max((region.level for _, region in known), key=LEVELS.index),
        method=f"the areas of {len(known)} sites together: {names}",
        sources=tuple(dict.fromkeys(source for _, region in known for source in region.sources)),
        country=country,
        province=province,
        district=district,
    )
    return region, f"accounts name {len(sites)} places that were hit; the region is their union{missing}"


def _common(values: Collection[str | None]) -> str | None:
    """The value that all have; None where they differ."""
    return next(iter(values)) if len(set(values)) == 1 else None
