"""The table of the sites: one a row for each place that an incident of several hit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from shapely.geometry import Point

from geomap.incidents import Attested, confidence, told_by
from geomap.model import BorderRelation, Claim, RegionKey, Site
from geomap.tables import incidents
from geomap.tables.columns import Column, Table
from geomap.tables.findings import Findings
from geomap.tables.tolls import toll_columns
from geomap.tables.wording import apart_km, each_once
from geomap.vocabulary import symbol_of


@dataclass(frozen=True)
class Row:
    """A site, and the row of its incident."""

    of: incidents.Row
    site: Site

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The accounts that speak of it."""
        return tuple(claim for claim in self.of.incident.claims if claim.id in self.site.claims)

    @property
    def relation(self) -> BorderRelation | None:
        """How its region lies to the border."""
        return self.of.known.relations.get(RegionKey(self.site.id))

    @property
    def point(self) -> Point | None:
        """Where its symbol stands: at the point that a source prints for its place."""
        region = self.site.region
        return Point(region.point) if region.point and region.no_point_reason is None else None

    @property
    def radius_km(self) -> float | None:
        """How far its region reaches from its point."""
        return incidents.reach_km(self.site.region, self.point)

    @cached_property
    def confidence(self) -> Attested:
        """How well it is attested, as an incident that is this site alone."""
        mine = [d for d in self.of.incident.differences if {c for v in d.versions for c in v.claims} <= set(self.site.claims)]
        alone = replace(
            self.of.incident, claims=self.claims, region=self.site.region, differences=tuple(mine), sites=(self.site,)
        )
        return confidence(alone, self.of.known.articles, self.of.known.actor_sides)


def rows(known: Findings) -> Iterator[Row]:
    """A row for each site of each incident."""
    return (Row(row, site) for row in incidents.rows(known) for site in row.incident.sites)


SITES = Table(
    says="The places that an incident of several hit, a row each, at the point that a source prints for the place, if any.",
    subjects=rows,
    geometry=lambda r: r.point,
    geometry_type="Point",
    columns=(
        Column("id", "text", "the incident's id, /site- and the number", lambda r: r.site.id),
        Column("incident", "text", "the incident", lambda r: r.of.incident.id),
        Column("number", "integer", "counted from 1", lambda r: r.site.number),
        Column("name", "text", "the place in our own words", lambda r: r.site.name),
        Column("title", "text", "the incident's headline", lambda r: r.of.incident.title),
        Column("symbol", "text", "the incident's symbol", lambda r: symbol_of(r.of.incident.sub_event_type)),
        Column("actor_side", "text", "as of the incident", lambda r: r.of.attribution[0]),
        Column("first_day", "date", "as of the incident", lambda r: r.of.days.first),
        Column("last_day", "date", "as of the incident", lambda r: r.of.days.last),
        Column("place", "text", "the place of its region", lambda r: r.site.region.name),
        Column("level", "text", "how finely the place is known", lambda r: r.site.region.level),
        Column("district", "text", "the district or county that holds it", lambda r: r.site.region.district),
        Column("province", "text", "the first-level area that holds it", lambda r: r.site.region.province),
        Column("country", "text", "ISO 3166-1 alpha-2 code", lambda r: r.site.region.country),
        Column("method", "text", "how the region was found, or why there is none", lambda r: r.site.region.method),
        Column("reason", "text", "why this region is the best", lambda r: r.site.region_reason),
        Column("judgement", "text", "why these accounts speak of one place", lambda r: r.site.reason),
        Column("is_uncertain", "integer", "1 for a site of which that is not certain", lambda r: int(r.site.uncertain)),
        Column("no_point_reason", "text", "why it has no point", lambda r: r.site.region.no_point_reason),
        Column("radius_km", "number", "how far its region reaches from its point", lambda r: r.radius_km, "km"),
        Column("border", "text", "the border that distances are measured to", lambda r: r.of.known.border["id"]),
        Column(
            "distance_min_km",
            "number",
            "least distance of its region from the border",
            lambda r: apart_km(r.relation)[0],
            "km",
        ),
        Column(
            "distance_max_km",
            "number",
            "greatest distance of its region from the border",
            lambda r: apart_km(r.relation)[1],
            "km",
        ),
        Column(
            "border_country",
            "text",
            "the country on whose side it lies",
            lambda r: r.relation.country if r.relation else None,
        ),
        Column("near_border", "text", "yes, no or unknown", lambda r: incidents.near_in_words(r.relation)),
        Column(
            "at_gap", "integer", "1 where a gap in the border's line may be nearer", lambda r: incidents.gap_flag(r.relation)
        ),
        *toll_columns(lambda r, of: told_by(r.claims, of), lambda r: r.of.called, " here"),
        Column(
            "accounts",
            "list",
            "the accounts that speak of it",
            lambda r: each_once(r.of.called[claim.id] for claim in r.claims),
        ),
        Column("confidence", "text", "how well it is attested, as for incidents", lambda r: r.confidence.word),
        Column(
            "confirmed_by",
            "list",
            "the accounts that agree, where it is confirmed",
            lambda r: each_once(r.of.called[claim] for claim in r.confidence.carried_by),
        ),
    ),
)
