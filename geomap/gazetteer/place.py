"""A record of the gazetteer, a place that a name may mean, and the answer that there is none."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Annotated

from pydantic import Field

from geomap.model import Unlocated
from geomap.vocabulary import COUNTRIES, MOST_RADIUS_M, Level, countries_named

#: What an area counts as, beside places with people counted.
PEOPLE: dict[str, int] = {"country": 10**9, "province": 10**7, "district": 10**6}


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A record of the gazetteer.

    It is a disc (``lon``, ``lat``, ``radius_m``), one or more named areas (``area``: keys of the basemap), a road (``road``:
    the places that it passes, in their order), a stretch along a border inside its container (``along``), or, with none of
    these, no finer than its container (``within``: a name of the hand-kept file, or for places of the extract an ISO 3166
    code).
    """

    name: str
    level: Level  #: how finely it is known
    country: str | None = None  #: ISO 3166-1 alpha-2 code
    within: str | None = None
    spellings: tuple[str, ...] = ()  #: other ways to write it
    local: str | None = None  #: its name in the local script
    lon: float | None = None
    lat: float | None = None
    radius_m: Annotated[float, Field(gt=0, le=MOST_RADIUS_M)] | None = None
    geonames_id: Annotated[int, Field(ge=1, lt=2**31)] | None = None  #: its number in GeoNames
    area: tuple[str, ...] = ()
    along: str | None = None
    source: str | None = None  #: who prints its coordinates
    note: str | None = None  #: what else is known of it
    road: tuple[str, ...] = ()
    doubt: str | None = field(default=None, compare=False)  #: why its name may mean another; set where it is found

    @property
    def pointless(self) -> bool:
        """Whether all that is known of where it lies is what holds it, or that it lies along a border."""
        return self.lon is None and not self.area and not self.road


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may mean.

    ``score`` runs from 0 to 1: 1 for a spelling of the hand-kept file, 0 for what the context or the name's own words rule out.
    ``why`` says how it came to be, or why it was refused.
    """

    place: Place
    score: float
    why: str

    def __str__(self) -> str:
        return f"{self.place.name} ({self.place.level}, {self.place.within or self.place.country or 'no country'}): {self.why}"


@dataclass(frozen=True, slots=True)
class Unresolved:
    """No place for a name: the reason in one sentence, and every candidate with its own."""

    name: str
    reason: str
    candidates: tuple[Candidate, ...] = ()  #: those that were refused

    def unlocated(self) -> Unlocated:
        """The same as a result of locating."""
        return Unlocated(reason=self.reason, refused=tuple(map(str, self.candidates)))


def radius_m(people: int) -> float:
    """How far a settlement of so many people may reach, metres: a disc at 5000 people a square kilometre, no less than 3 km.

    GeoNames gives points without extents; 5 km where it does not know the population.
    """
    return max(3000.0, float(round((people / 5000 / 3.1416) ** 0.5)) * 1000) if people else 5000.0


def country_named(name: str, areas: Collection[str]) -> Place | None:
    """The country that a name is used for, in any way to write it; None where it is used for several, or for none.

    Args:
        name: "Burma", "the UK", or an alpha-2 code.
        areas: the codes of the countries whose outlines are at hand.
    """
    codes = (name,) if name in COUNTRIES else countries_named(name)
    if len(codes) != 1:
        return None
    code = codes[0]
    called = COUNTRIES[code]
    return Place(
        name=called.name, level="country", country=code, spellings=called.other_names, area=(code,) if code in areas else ()
    )
