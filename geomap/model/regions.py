"""Where something may lie, and how that lies to a border."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal, NamedTuple

from shapely.geometry.base import BaseGeometry

from geomap.errors import renamed
from geomap.model.areas import separate_areas
from geomap.vocabulary import How, Level


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """Where something may lie: area(s) in lon/lat.

    ``geometry`` is a Polygon or MultiPolygon; or a Point that with ``radius_m`` is a geodesic disc. ``point`` is the one that a
    source prints for the place, the only thing a pin may stand on; None where no source prints one. ``method`` says in one
    sentence how the region was found; ``sources`` names what it rests on.
    """

    located: ClassVar[Literal[True]] = True

    geometry: BaseGeometry
    name: str  #: the place
    level: Level  #: how finely it is known
    method: str
    sources: tuple[str, ...]
    country: str | None = None  #: ISO 3166-1 alpha-2 code
    province: str | None = None  #: the first-level area that holds it
    district: str | None = None  #: the district that holds it
    radius_m: float | None = None
    point: tuple[float, float] | None = None
    doubt: str | None = None  #: why another place may be meant; then it gets no pin and confirms nothing

    def __post_init__(self) -> None:
        if (self.geometry.geom_type == "Point") != (self.radius_m is not None):
            raise ValueError("a point needs a radius and an area has none")
        if self.geometry.is_empty:
            raise ValueError("a region is not empty")

    @property
    def part_count(self) -> int:
        """How many separate areas it has."""
        return len(separate_areas(self.geometry))

    @property
    def no_point_reason(self) -> str | None:
        """Why it gets no pin, or None: too coarse, in parts, or no source prints a point."""
        if self.level in ("province", "country"):
            return f"known to the {self.level} only"
        if self.doubt:
            return self.doubt
        if self.point:
            return None
        return f"one of {self.part_count} areas" if self.part_count > 1 else "no source prints a point"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unlocated:
    """No place could be said, and why. A result, not an error: it reaches the output.

    It answers what a `Region` answers, so that whoever asks where something lies need not ask first whether it is known.
    """

    located: ClassVar[Literal[False]] = False
    name: ClassVar[None] = None
    level: ClassVar[Literal["unlocated"]] = "unlocated"
    country: ClassVar[None] = None
    province: ClassVar[None] = None
    district: ClassVar[None] = None
    point: ClassVar[None] = None
    part_count: ClassVar[None] = None

    reason: str  #: why there is no region
    refused: tuple[str, ...] = ()  #: the candidates that were refused, each with why

    @property
    def method(self) -> str:
        """Why there is no region."""
        return self.reason

    @property
    def no_point_reason(self) -> str:
        """Why there is no pin."""
        return self.reason


class RegionKey(NamedTuple):
    """Which region is meant: an incident's, a site's or a claim's, by its id; or a claim's by another reading of its words."""

    id: str
    how: How | None = None

    def __str__(self) -> str:
        return self.id if self.how is None else f"{self.id}/{self.how.replace(' ', '-')}"


def reading_suffix(how: How) -> str:
    """What the id of a verdict on a reading ends with: nothing for the usual one, "/by-road" for another.

    >>> reading_suffix("by road"), reading_suffix("straight line")
    ('/by-road', '')
    """
    return "" if how in ("as said", "straight line") else f"/{how.replace(' ', '-')}"


@dataclass(frozen=True, slots=True, kw_only=True)
class BorderRelation:
    """How a region lies to a border: geodesic metres on WGS 84.

    ``min_m`` and ``max_m`` bound the distance over the whole region; ``distance_m`` is that of the region's own point where it
    has one. ``country`` is the code of the one whose side it lies on; ``country`` and ``near`` are None where the region
    does not let one say. ``at_gap`` is True where a stretch that the border's line lacks could be nearer to a point of the
    region's outline than the line is: then the distances are the most that they are.
    """

    min_m: float
    max_m: float
    nearest: tuple[float, float]  #: the point of the region nearest to the border, lon and lat
    farthest: tuple[float, float]  #: the farthest point
    nearest_on_border: tuple[float, float]  #: the border point nearest to ``nearest``
    farthest_on_border: tuple[float, float]  #: the border point nearest to ``farthest``
    country: str | None
    near: bool | None
    distance_m: float | None = None
    at_gap: bool = False

    side = renamed("BorderRelation.side", "country")
