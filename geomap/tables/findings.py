"""What the tables are made from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from shapely.geometry.base import BaseGeometry

from geomap.gazetteer import Place
from geomap.model import Article, BorderRelation, Incident, Region, RegionKey, Story, Unlocated, Verdict
from geomap.places import Part
from geomap.vocabulary import How


@dataclass(frozen=True, slots=True, kw_only=True)
class FurtherLine:
    """A further line that the border is drawn as: its name, its row of the border's table, and how regions lie to it."""

    name: str
    row: Mapping[str, Any]
    relations: Mapping[RegionKey, BorderRelation]


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """The incidents, and what was found out about them.

    Attributes:
        incidents: sorted by id.
        articles: by id.
        relations: how regions lie to the border; absent where one is not located, or a whole country.
        actor_sides: the side of each listed actor, by name.
        places: the hand-kept gazetteer, by name.
        border: the row of the border's table, with its geometry.
        buffers: kilometres → the area within that distance of the border.
        other_readings: claim id → another reading of its words → the region that it then has.
        parts: incident id → the separate areas of its region, the weightiest first; none where it is one area.
        verdicts: what the articles say of geography, held against the map.
        story: the story's settings.
        lines: the further lines of the border.
        unreviewed: ids of incidents that were only proposed.
    """

    incidents: Sequence[Incident]
    articles: Mapping[str, Article]
    relations: Mapping[RegionKey, BorderRelation]
    actor_sides: Mapping[str, str]
    places: Mapping[str, Place]
    border: Mapping[str, Any]
    buffers: Mapping[float, BaseGeometry]
    other_readings: Mapping[str, Mapping[How, Region | Unlocated]] = field(default_factory=dict)
    parts: Mapping[str, tuple[Part, ...]] = field(default_factory=dict)
    verdicts: Sequence[Verdict] = ()
    story: Story = field(default_factory=Story)
    lines: Sequence[FurtherLine] = ()
    unreviewed: frozenset[str] = frozenset()
