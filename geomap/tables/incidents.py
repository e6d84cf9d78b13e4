"""The table of the incidents: one a row, at the point that a source prints for its place, if any."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import shapely
from shapely.geometry import Point

from geomap.articles import account_names
from geomap.geometry import GEOD
from geomap.incidents import Attested, attribution, confidence, precision_of, told_of, weaker
from geomap.model import BorderRelation, Days, Incident, Region, RegionKey, Unlocated
from geomap.tables.columns import Column, Table
from geomap.tables.findings import Findings
from geomap.tables.tolls import toll_columns
from geomap.tables.wording import (
    actor_in_words,
    apart_km,
    date_in_words,
    each_once,
    kilometres,
    radius_km,
    target_in_words,
    victims_in_words,
)
from geomap.vocabulary import EVENT_TYPES, symbol_of


@dataclass(frozen=True)
class Row:
    """An incident, and what is known of it."""

    incident: Incident
    known: Findings

    @property
    def region(self) -> Region | Unlocated:
        """Where it may lie."""
        return self.incident.region

    @property
    def days(self) -> Days:
        """When it can have happened."""
        return self.incident.days

    @property
    def relation(self) -> BorderRelation | None:
        """How its region lies to the border."""
        return self.known.relations.get(RegionKey(self.incident.id))

    @cached_property
    def open_country(self) -> bool:
        """Whether accounts put it in different countries, and a person left that open."""
        undecided = any(d.field == "place" and d.better is None for d in self.incident.differences)
        return undecided and len({r.country for r in self.incident.regions.values() if r.located}) > 1

    @cached_property
    def point(self) -> Point | None:
        """Where its pin stands."""
        return Point(self.region.point) if self.region.point and self.incident.no_point_reason is None else None

    @cached_property
    def confidence(self) -> Attested:
        """The word, its rule, and the claims that carry it."""
        return confidence(self.incident, self.known.articles, self.known.actor_sides)

    @cached_property
    def called(self) -> Mapping[str, str]:
        """What to call each claim's account, by the claim's id."""
        return account_names(self.incident.claims, self.known.articles)

    @cached_property
    def attribution(self) -> tuple[str, str | None]:
        """The side of who did it, and the actor that this stands on."""
        return attribution(self.incident, self.known.actor_sides)

    @property
    def country(self) -> str | None:
        """Of its region; None where accounts differ on it."""
        return None if self.open_country else self.region.country

    @property
    def border_country(self) -> str | None:
        """On whose side of the border it lies."""
        return self.relation.country if self.relation and not self.open_country else None

    @property
    def near_border(self) -> str:
        """Whether it is near the border: yes, no or unknown; unknown too where a site of it has no region."""
        return self.near_in_words(self.relation)

    def near_in_words(self, relation: BorderRelation | None) -> str:
        """The same of a line that it has this relation to."""
        whole = not self.open_country and all(site.region.located for site in self.incident.sites)
        return near_in_words(relation if whole else None)

    @property
    def near_on_all_lines(self) -> str | None:
        """Whether every further line gives the same verdict; None where the border has no further line."""
        key = RegionKey(self.incident.id)
        others = {self.near_in_words(line.relations.get(key)) for line in self.known.lines}
        return None if not others else "yes" if others == {self.near_border} else "no"

    @property
    def reason(self) -> str:
        """Why its region is taken for the best."""
        open_country = "; accounts differ on the country, and none is better supported" if self.open_country else ""
        return self.incident.region_reason + open_country

    @property
    def radius_km(self) -> float | None:
        """How far the region reaches from its point: a disc's radius, or the distance of the farthest corner."""
        return reach_km(self.region, self.point)


def reach_km(region: Region | Unlocated, point: Point | None) -> float | None:
    """How far a region reaches from a point, kilometres: a disc's radius, or the distance of the farthest corner."""
    if point is None or not region.located:
        return None
    if region.radius_m is not None:
        return radius_km(region.radius_m)
    corners = shapely.get_coordinates(region.geometry)
    distances = GEOD.inv([point.x] * len(corners), [point.y] * len(corners), corners[:, 0], corners[:, 1])[2]
    return radius_km(float(distances.max()))


def near_in_words(relation: BorderRelation | None) -> str:
    """Whether what has this relation is near the border: yes, no or unknown."""
    return {True: "yes", False: "no", None: "unknown"}[relation.near if relation else None]


def gap_flag(relation: BorderRelation | None) -> int | None:
    """Whether a gap in the line may be nearer than the line: 1 or 0, and None where nothing is measured."""
    return None if relation is None else int(relation.at_gap)


def rows(known: Findings) -> Iterator[Row]:
    """A row for each incident."""
    return (Row(incident, known) for incident in known.incidents)


def _place_local(row: Row) -> str | None:
    place = row.known.places.get(row.region.name) if row.region.name else None
    return place.local if place else None


def _distance_km(row: Row) -> float | None:
    return kilometres(row.relation.distance_m) if row.relation and row.point is not None else None


def _outside(row: Row) -> int:
    return sum(not row.known.articles[claim.article].text_available for claim in row.incident.claims)


def _sites_claimed(row: Row) -> tuple[int | None, int | None]:
    """The least and the greatest number of sites that an account gives; the greatest is None where one leaves it open."""
    told = [cited.value for claim in row.incident.claims if (cited := claim.site_count)]
    highs = [one.high for one in told if one.high is not None]
    return min((one.low for one in told), default=None), max(highs, default=None) if len(highs) == len(told) else None


def _actors(row: Row) -> Iterator[Any]:
    """The actors, last those of accounts that were judged the weaker over who did it."""
    doubted = weaker(row.incident.differences, "actors")
    claims = sorted(row.incident.claims, key=lambda claim: claim.id in doubted)
    return (cited for claim in claims for cited in claim.actors)


def _claims(row: Row, field: str) -> Iterator[Any]:
    return (cited for claim in row.incident.claims for cited in getattr(claim, field))


INCIDENTS = Table(
    says="What happened, where and when: an incident a row, at the point that a source prints for its place, if any.",
    subjects=rows,
    geometry=lambda r: r.point,
    geometry_type="Point",
    columns=(
        Column("id", "text", "the incident's id, which never changes", lambda r: r.incident.id),
        Column("title", "text", "a headline in our own words", lambda r: r.incident.title),
        Column(
            "symbol",
            "text",
            "what the symbol shows: strike, bombing, clash, attack, protest, arrest or other",
            lambda r: symbol_of(r.incident.sub_event_type),
        ),
        Column("event_type", "text", "ACLED's event type", lambda r: EVENT_TYPES[r.incident.sub_event_type]),
        Column("sub_event_type", "text", "ACLED's sub-event type", lambda r: r.incident.sub_event_type),
        Column(
            "first_day",
            "date",
            "the earliest day it can have happened; null where the sources leave it open",
            lambda r: r.days.first,
        ),
        Column("last_day", "date", "the latest day it can have happened", lambda r: r.days.last),
        Column(
            "date_precision",
            "text",
            "day, month, year, interval, no later than, no earlier than, or undated",
            lambda r: precision_of(r.days),
        ),
        Column("date_text", "text", "the date in words", lambda r: date_in_words(r.days)),
        Column("place", "text", "the place of the best region", lambda r: r.region.name),
        Column("place_local", "text", "its name in the local script", _place_local),
        Column(
            "level",
            "text",
            "how finely the place is known: site, settlement, district, province, country or unlocated",
            lambda r: r.region.level,
        ),
        Column(
            "district",
            "text",
            "the district or county that holds it, where the sources say so",
            lambda r: r.region.district,
        ),
        Column("province", "text", "the first-level area that holds it", lambda r: r.region.province),
        Column("country", "text", "ISO 3166-1 alpha-2 code of the country, from the sources", lambda r: r.country),
        Column("method", "text", "how the region was found, or why there is none", lambda r: r.region.method),
        Column("reason", "text", "why this region is the best, and which accounts it leaves aside", lambda r: r.reason),
        Column(
            "no_point_reason",
            "text",
            "why the incident has no point; null where it has one",
            lambda r: r.incident.no_point_reason,
        ),
        Column("radius_km", "number", "how far the region reaches from the point", lambda r: r.radius_km, "km"),
        Column("part_count", "integer", "how many separate areas the region has", lambda r: r.region.part_count),
        Column(
            "site_count",
            "integer",
            "how many places it hit that accounts name, each a row of sites; null where it is one place",
            lambda r: len(r.incident.sites) or None,
        ),
        Column(
            "sites_claimed_min",
            "integer",
            "fewest places hit by any account's count, named or not; null where no account counts them",
            lambda r: _sites_claimed(r)[0],
        ),
        Column(
            "sites_claimed_max",
            "integer",
            "most places hit by any account's count",
            lambda r: _sites_claimed(r)[1],
        ),
        Column("border", "text", "the border that distances are measured to", lambda r: r.known.border["id"]),
        Column("distance_km", "number", "distance of the point from the border; null without a point", _distance_km, "km"),
        Column(
            "distance_min_km",
            "number",
            "least distance of the region from the border",
            lambda r: apart_km(r.relation)[0],
            "km",
        ),
        Column(
            "distance_max_km",
            "number",
            "greatest distance of the region from the border",
            lambda r: apart_km(r.relation)[1],
            "km",
        ),
        Column(
            "border_country",
            "text",
            "the country on whose side the region lies; null where it straddles the line or is not located",
            lambda r: r.border_country,
        ),
        Column(
            "near_border",
            "text",
            "yes, no or unknown: whether the whole region lies within the threshold of the border",
            lambda r: r.near_border,
        ),
        Column(
            "near_on_all_lines",
            "text",
            "yes where every further line of the border gives the same verdict, else no; null where there is no further line",
            lambda r: r.near_on_all_lines,
        ),
        Column(
            "at_gap",
            "integer",
            "1 where a gap in the border's line may be nearer than the line; null where there is no region to measure",
            lambda r: gap_flag(r.relation),
        ),
        *toll_columns(lambda r, of: told_of(r.incident, of), lambda r: r.called),
        Column(
            "actors",
            "list",
            "who did it, each with (claimed), (acknowledged), (alleged) or (denied) where not stated; weaker accounts last",
            lambda r: each_once(actor_in_words(cited) for cited in _actors(r)),
        ),
        Column(
            "actor_side",
            "text",
            "the side of who did it, as the colour shows: stated, acknowledged or claimed, never alleged; Unknown for several",
            lambda r: r.attribution[0],
        ),
        Column("side_actor", "text", "the first actor that this side stands on", lambda r: r.attribution[1]),
        Column(
            "targets",
            "list",
            "against whom or what, as the accounts say, each with its speaker, and (denied) or the like where not stated",
            lambda r: each_once(target_in_words(cited) for cited in _claims(r, "targets")),
        ),
        Column(
            "target_names",
            "list",
            "the same without speaker and status",
            lambda r: each_once(cited.value.what for cited in _claims(r, "targets")),
        ),
        Column(
            "victims",
            "list",
            "who the dead and injured were, as the accounts say, each with its speaker",
            lambda r: each_once(words for claim in r.incident.claims for words in victims_in_words(claim)),
        ),
        Column("weapons", "list", "with what", lambda r: each_once(cited.value for cited in _claims(r, "weapons"))),
        Column("account_count", "integer", "how many claims tell of it", lambda r: len(r.incident.claims)),
        Column(
            "sources",
            "list",
            "the articles that tell of it",
            lambda r: each_once(sorted(claim.article for claim in r.incident.claims)),
        ),
        Column("outside_count", "integer", "how many of the accounts are outside publications", _outside),
        Column(
            "difference_count",
            "integer",
            "how many differences between the accounts are recorded",
            lambda r: len(r.incident.differences),
        ),
        Column(
            "differing_fields",
            "list",
            "the fields in which accounts differ",
            lambda r: each_once(difference.field for difference in r.incident.differences),
        ),
        Column(
            "confidence",
            "text",
            "confirmed, several sources, single source, disputed or claimed",
            lambda r: r.confidence.word,
        ),
        Column("confidence_rule", "text", "the rule behind that word", lambda r: r.confidence.rule),
        Column(
            "confirmed_by",
            "list",
            "the accounts that agree, where it is confirmed",
            lambda r: each_once(r.called[claim] for claim in r.confidence.carried_by),
        ),
    ),
)
