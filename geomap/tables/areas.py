"""Tables of areas and lines: where incidents may lie, the border, its buffers, and the ways to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import shapely
from shapely.geometry import LineString, MultiLineString, MultiPolygon
from shapely.geometry.base import BaseGeometry

from geomap.geometry import GEOD, area_of, cut_line, same
from geomap.model import BorderRelation, Region, RegionKey, Unlocated
from geomap.places import Part, excluded, rivals
from geomap.tables import incidents
from geomap.tables.columns import Column, Table
from geomap.tables.findings import Findings
from geomap.tables.wording import apart_km, kilometres
from geomap.vocabulary import BAND_TOLERANCE_M, How, symbol_of

Role = Literal["best", "site", "account", "reading"]


@dataclass(frozen=True)
class Area:
    """An area of an incident: its best region, a site's, an account's own, or what another reading of its words allows."""

    of: incidents.Row
    role: Role  #: what it is of
    region: Region
    key: RegionKey  #: which region it is

    @property
    def id(self) -> str:
        """The incident's id, a slash, and best, the number of the site, or the key of the account."""
        return str(self.key) if self.role == "site" else f"{self.of.incident.id}/{'best' if self.role == 'best' else self.key}"

    @property
    def relation(self) -> BorderRelation | None:
        """How it lies to the border."""
        return self.of.known.relations.get(self.key)

    @property
    def parts(self) -> tuple[Part, ...]:
        """Its separate areas, weighed; of the best region only, where it has several."""
        return self.of.known.parts.get(self.of.incident.id, ()) if self.role == "best" else ()

    @property
    def geometry(self) -> BaseGeometry:
        """Its polygons, the separate areas of the best region in the order of their letters."""
        polygons = [polygon for part in self.parts for polygon in shapely.get_parts(part.geometry)]
        return MultiPolygon(polygons) if len(self.parts) > 1 else area_of(self.region)

    @property
    def contradicts(self) -> tuple[str, ...]:
        """The other accounts of the same site or of the whole that share nothing with an account's area, as they are called."""
        if self.role not in ("account", "reading"):
            return ()
        incident = self.of.incident
        others = rivals(self.key.id, incident.regions, [site.claims for site in incident.sites])
        return tuple(self.of.called[claim] for claim in excluded(self.region, others))


def areas(known: Findings) -> Iterator[Area]:
    """The best region, its sites, each account's own where it is another and finer than a country, and other readings."""
    for row in incidents.rows(known):
        for role, region, key in _regions(row):
            if region.located:
                yield Area(row, role, region, key)


def _regions(row: incidents.Row) -> Iterator[tuple[Role, Region | Unlocated, RegionKey]]:
    incident = row.incident
    yield "best", incident.region, RegionKey(incident.id)
    yield from (("site", site.region, RegionKey(site.id)) for site in incident.sites)
    for claim, region in incident.regions.items():
        if region.located and region.level != "country" and not (incident.region.located and same(region, incident.region)):
            yield "account", region, RegionKey(claim)
    for claim_ in incident.claims:
        for how, region in row.known.other_readings.get(claim_.id, {}).items():
            yield "reading", region, RegionKey(claim_.id, how)


def _how(area: Area) -> How | None:
    return area.key.how


@dataclass(frozen=True)
class AreaPart:
    """One of the separate areas of a best region."""

    of: Area
    part: Part  #: with its letter and share


@dataclass(frozen=True)
class Link:
    """The shortest way from the nearest or the farthest point of a region to the border: what an interval's end stands on."""

    of: incidents.Row
    end: Literal["nearest", "farthest"]
    length_m: float  #: geodesic, metres
    start: tuple[float, float]  #: the point of the region, lon and lat
    on_border: tuple[float, float]  #: the border point, lon and lat

    @property
    def geometry(self) -> LineString | MultiLineString:
        """The geodesic, a vertex every 50 km at most: a straight line in degrees strays from it."""
        steps = int(GEOD.inv(*self.start, *self.on_border)[2] // 50_000)
        between = GEOD.npts(*self.start, *self.on_border, steps) if steps else []
        return cut_line(np.array([self.start, *between, self.on_border]))


def links(known: Findings) -> Iterator[Link]:
    """Two for each located incident, but none of no length: a region on the line has no way to it."""
    for row in incidents.rows(known):
        if (relation := row.relation) is None:
            continue
        found = (
            Link(row, "nearest", relation.min_m, relation.nearest, relation.nearest_on_border),
            Link(row, "farthest", relation.max_m, relation.farthest, relation.farthest_on_border),
        )
        yield from (link for link in found if link.length_m > 0)


@dataclass(frozen=True)
class Buffer:
    """What lies within a distance of the border."""

    border: str
    distance_km: float  #: how far from the border
    geometry: BaseGeometry  #: lon/lat, drawn within `BAND_TOLERANCE_M`


def _border_column(name: str, type: Any, says: str, unit: str | None = None) -> Column:
    return Column(name, type, says, lambda record: record.get(name), unit)


AREAS = Table(
    says="Where each incident may lie: the best region, and each account's own where it is another.",
    subjects=areas,
    geometry=lambda a: a.geometry,
    geometry_type="MultiPolygon",
    licence="ODbL-1.0",
    columns=(
        Column("id", "text", "the incident's id, a slash, and best or the claim's id", lambda a: a.id),
        Column("incident", "text", "the incident", lambda a: a.of.incident.id),
        Column(
            "role",
            "text",
            "best: what distances are measured from; site: one of the places hit; account: by one account alone; "
            "reading: by another reading of it",
            lambda a: a.role,
        ),
        Column(
            "claim",
            "text",
            "the claim, for an account or a reading of it",
            lambda a: a.key.id if a.role in ("account", "reading") else None,
        ),
        Column("reading", "text", "how the claim's words are read, for a reading of it", _how),
        Column("title", "text", "the incident's headline", lambda a: a.of.incident.title),
        Column("symbol", "text", "the incident's symbol", lambda a: symbol_of(a.of.incident.sub_event_type)),
        Column("actor_side", "text", "as of the incident", lambda a: a.of.attribution[0]),
        Column("first_day", "date", "as of the incident", lambda a: a.of.days.first),
        Column("last_day", "date", "as of the incident", lambda a: a.of.days.last),
        Column("place", "text", "the place", lambda a: a.region.name),
        Column("level", "text", "how finely the place is known", lambda a: a.region.level),
        Column("country", "text", "ISO 3166-1 alpha-2 code", lambda a: a.region.country),
        Column("method", "text", "how the area was found", lambda a: a.region.method),
        Column("no_point_reason", "text", "as of the incident", lambda a: a.of.incident.no_point_reason),
        Column("part_count", "integer", "how many separate areas it has", lambda a: a.region.part_count),
        Column(
            "contradicts",
            "list",
            "the other accounts that an account's area, so read, shares nothing with",
            lambda a: a.contradicts or None,
        ),
        Column(
            "distance_min_km",
            "number",
            "least distance of the area from the border",
            lambda a: apart_km(a.relation)[0],
            "km",
        ),
        Column(
            "distance_max_km",
            "number",
            "greatest distance of the area from the border",
            lambda a: apart_km(a.relation)[1],
            "km",
        ),
    ),
)
AREA_PARTS = Table(
    says="The separate areas of a best region that has several, each with its letter and what speaks against it.",
    subjects=lambda known: (AreaPart(area, part) for area in areas(known) if len(area.parts) > 1 for part in area.parts),
    columns=(
        Column("id", "text", "the area's id, a slash, the letter or rest", lambda p: f"{p.of.id}/{p.part.key}"),
        Column("area", "text", "the area", lambda p: p.of.id),
        Column("incident", "text", "the incident", lambda p: p.of.of.incident.id),
        Column(
            "letter",
            "text",
            "A for what the least speaks against, then the largest; B, and so on; small areas are told together in words",
            lambda p: p.part.letter,
        ),
        Column(
            "share_percent",
            "number",
            "its share of the whole area; not its chance",
            lambda p: round(100 * p.part.share, 1),
            "%",
        ),
        Column("against", "list", "the statements that speak against it", lambda p: p.part.against or None),
    ),
)
BORDER = Table(
    says="The border that distances are measured to, then further lines that it is drawn as; attribution says whom to name.",
    subjects=lambda known: [known.border, *(line.row for line in known.lines)],
    geometry=lambda record: record["geometry"],
    geometry_type="LineString",
    licence="ODbL-1.0",
    columns=(
        _border_column("id", "text", "the two countries' ISO 3166-1 alpha-3 codes; of a further line its name"),
        _border_column("name", "text", "the border's name"),
        _border_column("countries", "list", "the two countries on its sides, ISO 3166-1 alpha-2 codes where they have any"),
        _border_column("drawn_by", "text", "who draws a further line so; null for the border itself"),
        _border_column("length_km", "number", "geodesic length of the line at this detail", "km"),
        _border_column("detail_m", "number", "the tolerance that the line was simplified with", "m"),
        _border_column("source", "text", "who made the line"),
        _border_column("licence", "text", "under which licence"),
        _border_column("attribution", "text", "what must be shown with it"),
        _border_column("notes", "list", "what the line is, and where others draw it elsewhere"),
    ),
)
BUFFERS = Table(
    says="How far from the border, geodesic; made from the table border, whose attribution it needs.",
    subjects=lambda known: (Buffer(known.border["id"], float(km), area) for km, area in sorted(known.buffers.items())),
    geometry=lambda b: b.geometry,
    geometry_type="MultiPolygon",
    licence="ODbL-1.0",
    columns=(
        Column("id", "text", "the border's id, a slash, the distance", lambda b: f"{b.border}/{b.distance_km:g}"),
        Column("border", "text", "the border", lambda b: b.border),
        Column(
            "distance_km",
            "number",
            "how far from the border it reaches, geodesic, to its tolerance",
            lambda b: b.distance_km,
            "km",
        ),
        Column(
            "tolerance_m",
            "number",
            "no point of its outline is farther than this from where the distance is exact",
            lambda _: BAND_TOLERANCE_M,
            "m",
        ),
    ),
)
LINKS = Table(
    says="The nearest and farthest way from each incident's region to the border.",
    subjects=links,
    geometry=lambda link: link.geometry,
    geometry_type="LineString",
    licence="ODbL-1.0",
    columns=(
        Column(
            "id", "text", "the incident's id, a slash, nearest or farthest", lambda link: f"{link.of.incident.id}/{link.end}"
        ),
        Column("incident", "text", "the incident", lambda link: link.of.incident.id),
        Column(
            "link_end",
            "text",
            "nearest or farthest: which point of the region the line runs from, to the border point nearest to it",
            lambda link: link.end,
        ),
        Column("length_km", "number", "its geodesic length", lambda link: kilometres(link.length_m), "km"),
    ),
)
