"""How incidents lie to the further lines of a border, and the row of a line in the border's table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from geomap.border import Border
from geomap.model import BorderRelation, RegionKey
from geomap.tables import incidents
from geomap.tables.columns import Column, Table
from geomap.tables.findings import Findings, FurtherLine
from geomap.tables.wording import apart_km, kilometres
from geomap.vocabulary import COUNTRIES


@dataclass(frozen=True)
class Distance:
    """How an incident lies to a further line."""

    of: incidents.Row
    line: FurtherLine

    @property
    def relation(self) -> BorderRelation | None:
        """How its region lies to the line; None where it has none, or is a whole country."""
        return self.line.relations.get(RegionKey(self.of.incident.id))

    @property
    def near(self) -> str:
        """Whether it is near the line: yes, no or unknown."""
        return self.of.near_in_words(self.relation)


def distances(known: Findings) -> Iterator[Distance]:
    """A row for each incident and each further line."""
    return (Distance(row, line) for row in incidents.rows(known) for line in known.lines)


def _point_km(distance: Distance) -> float | None:
    return kilometres(distance.relation.distance_m) if distance.relation and distance.of.point is not None else None


LINE_DISTANCES = Table(
    says="How far each incident is from each further line that the border is drawn as.",
    subjects=distances,
    columns=(
        Column("id", "text", "the incident's id, a slash, the line's", lambda d: f"{d.of.incident.id}/{d.line.name}"),
        Column("incident", "text", "the incident", lambda d: d.of.incident.id),
        Column("line", "text", "the line, a row of border", lambda d: d.line.name),
        Column("distance_km", "number", "distance of the point from the line; null without a point", _point_km, "km"),
        Column(
            "distance_min_km",
            "number",
            "least distance of the region from the line",
            lambda d: apart_km(d.relation)[0],
            "km",
        ),
        Column(
            "distance_max_km",
            "number",
            "greatest distance of the region from the line",
            lambda d: apart_km(d.relation)[1],
            "km",
        ),
        Column(
            "border_country",
            "text",
            "the country on whose side of this line the region lies",
            lambda d: d.relation.country if d.relation and not d.of.open_country else None,
        ),
        Column("near_border", "text", "yes, no or unknown: whether the whole region is near this line", lambda d: d.near),
        Column("at_gap", "integer", "1 where a gap in this line may be nearer", lambda d: incidents.gap_flag(d.relation)),
    ),
)


def border_row(border: Border) -> dict[str, Any]:
    """The row of the border's table, with its geometry."""
    codes = tuple(map(border.code, border.countries))
    names = [COUNTRIES[code].name if code in COUNTRIES else code for code in codes]
    return {
        "id": border.id,
        "name": "–".join(names),
        "countries": codes,
        "length_km": round(border.detail().length_m / 1000, 3),
        "detail_m": border.tolerance_m,
        "notes": border.weak or None,
        "geometry": border.line,
        **{name: getattr(border, name) for name in ("source", "licence", "attribution")},
    }
