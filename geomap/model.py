"""The words: what geomap speaks of, as frozen values.

An *article* makes *claims*. Every value of a claim is *said*: it stands on spans of the article's text and follows from the
words by a derivation that can be checked. A claim's place becomes a *region*, or stays *unlocated* with its reason.
*Judgements* group claims into *incidents*, which have a *border relation*. Unknown is ``None``, never 0 or "".

Points are ``(lon, lat)`` on WGS 84 in degrees; lengths are metres; spans are ``str`` offsets into the text whose sha256 the
article records. Kinds of event are ACLED's sub-event types.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, Literal, NamedTuple, TypeVar

import shapely
from shapely.geometry.base import BaseGeometry

from geomap.errors import renamed
from geomap.vocabulary import ActorStatus, Casualty, Compass, Derivation, How, Level, Relation

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A citation. It holds no text, so none can leak.

    ``published`` is the day of publication, None where it is not known; ``inferred`` names the fields that the text does not
    print. ``text_available`` is False for an outside publication whose text nobody here has: then there is no
    ``text_sha256`` and its claims have no spans.
    """

    id: str
    title: str
    publisher: str
    published: dt.date | None = None
    language: str = "en"
    address: str | None = None
    text_sha256: str | None = None
    inferred: tuple[str, ...] = ()
    text_available: bool = True
    note: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """``text[start:end]`` of an article, as Python ``str`` offsets."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span runs forward from 0 or later, found [{self.start}, {self.end}]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited(Generic[T]):
    """A value, where it is said, who the article credits with it, and how it follows from the words."""

    value: T
    derivation: Derivation
    spans: tuple[Span, ...] = ()
    attributed_to: str | None = None
    attributed_spans: tuple[Span, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """An imprecise date: a closed interval of days, either end of which may be open (``None``).

    ``basis`` is "event" when the words date the event, "report" when they only date what was said about it.
    """

    first: dt.date | None = None
    last: dt.date | None = None
    basis: Literal["event", "report"] = "event"

    def __post_init__(self) -> None:
        if self.first and self.last and self.first > self.last:
            raise ValueError(f"the first day {self.first} is after the last day {self.last}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many people, between ``low`` and ``high``; "at least 12" has no ``high``."""

    of: Casualty
    low: int
    high: int | None
    whom: str | None = None

    def __post_init__(self) -> None:
        if self.low < 0 or (self.high is not None and self.high < self.low):
            raise ValueError(f"a count runs from low to high, found {self.low} to {self.high}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who did it, under its listed name, and whether that is stated, claimed, admitted, alleged or denied."""

    name: str
    status: ActorStatus = "stated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What an article says about where something lies.

    ``of`` is a border ("IRN-PAK") or a place by its listed name, ``to`` a second place for "between" and "road"; ``distance_m``
    is given for "distance", "beyond" and "length", and may be for "direction", "near", "between" and "road" (so far from
    ``of``); ``about`` is True where the words say so ("approximately", "roughly"), ``by_road`` where they say that the distance
    is along a road.
    """

    relation: Relation
    of: str
    distance_m: float | None = None
    about: bool = False
    to: str | None = None
    bearing: Compass | None = None
    by_road: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One article's account of one incident.

    ``spans`` are the passages that tell it. ``place`` is a path of listed names, finest first: ("Lyari", "Karachi").
    """

    id: str
    article: str
    sub_event_type: Cited[str]
    days: Cited[Days]
    place: Cited[tuple[str, ...]] | None = None
    spans: tuple[Span, ...] = ()
    actors: tuple[Cited[Actor], ...] = ()
    target: Cited[str] | None = None
    counts: tuple[Cited[Count], ...] = ()
    weapons: tuple[Cited[str], ...] = ()
    statements: tuple[Cited[Statement], ...] = ()

    @property
    def values(self) -> tuple[tuple[str, Cited[Any]], ...]:
        """Every value with the name of its field: ``("counts[0]", Cited(...))``."""
        single = [("sub_event_type", self.sub_event_type), ("days", self.days), ("place", self.place), ("target", self.target)]
        many = [(name, getattr(self, name)) for name in ("actors", "counts", "weapons", "statements")]
        return tuple(
            [(name, said) for name, said in single if said is not None]
            + [(f"{name}[{i}]", said) for name, all_said in many for i, said in enumerate(all_said)]
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """Where something may lie: area(s) in lon/lat.

    ``geometry`` is a Polygon or MultiPolygon; or a Point that with ``radius_m`` is a geodesic disc. ``point`` is the one that a
    source prints for the place, the only thing a pin may stand on; None where no source prints one. ``method`` says in one
    sentence how the region was found; ``sources`` names what it rests on.
    """

    located: ClassVar[Literal[True]] = True

    geometry: BaseGeometry
    name: str
    level: Level
    method: str
    sources: tuple[str, ...]
    country: str | None = None
    province: str | None = None
    district: str | None = None
    radius_m: float | None = None
    point: tuple[float, float] | None = None

    def __post_init__(self) -> None:
        if (self.geometry.geom_type == "Point") != (self.radius_m is not None):
            raise ValueError("a point needs a radius and an area has none")
        if self.geometry.is_empty:
            raise ValueError("a region is not empty")

    @property
    def part_count(self) -> int:
        """How many separate areas it has."""
        return len(shapely.get_parts(self.geometry))

    @property
    def no_point_reason(self) -> str | None:
        """Why it gets no pin, or None: too coarse, in parts, or no source prints a point."""
        if self.level in ("province", "country"):
            return f"known to the {self.level} only"
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

    reason: str
    refused: tuple[str, ...] = ()

    @property
    def method(self) -> str:
        """Why there is no region."""
        return self.reason

    @property
    def no_point_reason(self) -> str:
        """Why there is no pin."""
        return self.reason


class RegionKey(NamedTuple):
    """Which region is meant: an incident's or a claim's, by its id; or a claim's by another reading of its words."""

    id: str
    how: How | None = None

    def __str__(self) -> str:
        return self.id + reading_suffix(self.how)


def reading_suffix(how: How | None) -> str:
    """What the id of a row about a reading ends with: nothing for the usual one, "/by-road" for another.

    >>> reading_suffix("by road"), reading_suffix("straight line")
    ('/by-road', '')
    """
    return "" if how in (None, "as said", "straight line") else f"/{how.replace(' ', '-')}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A person's decision that a claim tells of an incident, and which other it might tell of."""

    claim: str
    reason: str
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """What one side of a difference says, in our words, and the claims that say it."""

    says: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Accounts of an incident that cannot all hold, which is better supported, and why. None is dropped."""

    field: str
    versions: tuple[Version, ...]
    better: str | None = None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedPoint:
    """A point that is in circulation for an incident: held against what the articles say, never believed."""

    lon: float
    lat: float
    source: str

    def __post_init__(self) -> None:
        if not (-180 <= self.lon <= 180 and -90 <= self.lat <= 90):
            raise ValueError(f"lon is within 180 and lat within 90 degrees, found {self.lon}, {self.lat}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouping:
    """A record of ``incidents.toml``: the judgements that make one incident of several claims.

    ``id`` is an opaque slug that never changes, even when a date in it turns out wrong. ``points`` are held against the
    articles' statements.
    """

    id: str
    title: str
    claims: tuple[Judgement, ...]
    differences: tuple[Difference, ...] = ()
    points: tuple[PublishedPoint, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BorderRelation:
    """How a region lies to a border: geodesic metres on WGS 84.

    ``min_m`` and ``max_m`` bound the distance over the whole region; ``distance_m`` is that of the region's own point where it
    has one. ``country`` is the code of the one whose side it lies on; ``country`` and ``near`` are None where the region
    does not let one say.
    """

    min_m: float
    max_m: float
    nearest: tuple[float, float]
    farthest: tuple[float, float]
    nearest_on_border: tuple[float, float]
    farthest_on_border: tuple[float, float]
    country: str | None
    near: bool | None
    distance_m: float | None = None

    side = renamed("BorderRelation.side", "country")


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """Claims that tell of one event: a region per account, and the best reading of where with its reason."""

    id: str
    title: str
    sub_event_type: str
    days: Days
    claims: tuple[Claim, ...]
    judgements: tuple[Judgement, ...]
    regions: dict[str, Region | Unlocated]
    region: Region | Unlocated
    region_reason: str
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """A statement of a claim about where something lies, or a point in circulation, held against independent evidence.

    ``stated_m`` and ``measured_m`` are intervals of distance in metres, to the border or to the place that the statement names;
    None where the statement is of no distance. ``evidence`` says what was measured, ``region`` is it.
    """

    id: str
    incident: str
    claim: str
    article: str
    said: Cited[Statement]
    how: How
    words: str
    stated_m: tuple[float, float] | None
    measured_m: tuple[float, float] | None
    verdict: Literal["holds", "does not hold", "cannot be said"]
    evidence: str
    region: Region | None = None
