"""What a person judged of the claims, and what follows: incidents, their sites, and verdicts on what was said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from geomap.model.claims import Cited, Claim, Days, Statement
from geomap.model.regions import Region, Unlocated
from geomap.vocabulary import How


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A person's decision that a claim tells of an incident, and which other it might tell of.

    An ``uncertain`` link is shown, but confirms nothing and colours nothing.
    """

    claim: str
    reason: str  #: why
    alternatives: tuple[str, ...] = ()  #: ids of other incidents that it might tell of
    uncertain: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """What one side of a difference says, in our words, and the claims that say it."""

    says: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Accounts of an incident that cannot all hold, which is better supported, and why. None is dropped."""

    field: str  #: what it is about
    versions: tuple[Version, ...]  #: what is said, each with who says it
    better: str | None = None
    reason: str  #: why one is better supported, or why none is


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedPoint:
    """A point that is in circulation for an incident: held against what the articles say, never believed."""

    lon: float  #: degrees east
    lat: float  #: degrees north
    source: str  #: who prints it

    def __post_init__(self) -> None:
        if not (-180 <= self.lon <= 180 and -90 <= self.lat <= 90):
            raise ValueError(f"lon is within 180 and lat within 90 degrees, found {self.lon}, {self.lat}")


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteGrouping:
    """A person's decision which accounts of an incident speak of the same place that was hit, and why.

    Where that is ``uncertain``, since the accounts name it differently, they do not confirm each other.
    """

    name: str
    claims: tuple[str, ...]  #: ids of the accounts that speak of it
    reason: str  #: why they mean one place
    uncertain: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouping:
    """A record of ``incidents.toml``: the judgements that make one incident of several claims.

    ``id`` is an opaque slug that never changes, even when a date in it turns out wrong. ``points`` are held against the
    articles' statements. ``sites`` are the places hit, where there are several; a claim that is in none of them speaks of the
    incident as a whole.
    """

    id: str
    title: str  #: a headline in our own words
    claims: tuple[Judgement, ...]
    differences: tuple[Difference, ...] = ()  #: where the accounts differ
    points: tuple[PublishedPoint, ...] = ()
    sites: tuple[SiteGrouping, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """One of the several places that an incident hit: the claims that speak of it, and where it may lie.

    ``number`` counts from 1; ``reason`` says why these accounts speak of one place, ``region_reason`` why the region is best.
    """

    incident: str
    number: int
    name: str  #: the place in our own words
    claims: tuple[str, ...]
    reason: str
    region: Region | Unlocated
    region_reason: str
    uncertain: bool = False  #: whether that they mean one place is uncertain

    @property
    def id(self) -> str:
        """The incident's id, "/site-" and the number."""
        return f"{self.incident}/site-{self.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """Claims that tell of one event: a region per account, and the best reading of where with its reason.

    Where there are ``sites``, the region is their union.
    """

    id: str  #: as of its grouping
    title: str  #: as of its grouping
    sub_event_type: str  #: the most specific that its articles name
    days: Days  #: when it can have happened
    claims: tuple[Claim, ...]  #: its accounts, those of articles first
    judgements: tuple[Judgement, ...]  #: why each tells of it
    regions: dict[str, Region | Unlocated]  #: a region per claim id
    region: Region | Unlocated
    region_reason: str  #: why the region is the best
    differences: tuple[Difference, ...] = ()  #: where its accounts differ
    sites: tuple[Site, ...] = ()

    @property
    def no_point_reason(self) -> str | None:
        """Why it gets no pin, or None."""
        return f"{len(self.sites)} sites" if self.sites else self.region.no_point_reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """A statement of a claim about where something lies, or a point in circulation, held against independent evidence.

    ``stated_m`` and ``measured_m`` are intervals of distance in metres, to the border or to the place that the statement names;
    None where the statement is of no distance. ``evidence`` says what was measured, ``region`` is it.
    """

    id: str  #: the claim's id and the field, and the reading
    incident: str  #: its id
    claim: str
    article: str  #: its id
    said: Cited[Statement]  #: the statement as it is cited
    how: How  #: how it is read
    words: str  #: the reading in words
    stated_m: tuple[float, float] | None
    measured_m: tuple[float, float] | None
    verdict: Literal["holds", "does not hold", "cannot be said"]  #: whether it holds
    evidence: str
    region: Region | None = None
