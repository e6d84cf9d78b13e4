"""What speaks for two claims telling of one event: what, when, where, how many, and who."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, TypeAlias

from geomap.gazetteer import folded
from geomap.incidents.contradicting import Located, apart_km, counts_meet
from geomap.incidents.parties import one_actor
from geomap.model import Claim, Count
from geomap.vocabulary import EVENT_TYPES

#: Points farther apart than this, beside what they reach, are two places, km.
APART_KM: Final = 30.0
#: Accounts of one event may give days that lie so far apart.
DAYS_APART: Final = 3
#: What is told without a day happened no longer than this before it was told, days.
DAYS_TOLD: Final = 30

#: Types and kinds that accounts of one event may give each other's name for.
_ALIKE: Final = (
    frozenset(("Battles", "Explosions/Remote violence", "Violence against civilians")),
    frozenset(("Protests", "Riots")),
    frozenset(("Arrests", "Abduction/forced disappearance")),
)
#: A type of kinds that have little in common, some of which a fight may be told as.
_WIDE: Final = "Strategic developments"
#: What days say that lie so far apart.
BY_DAYS: Final = (1.5, 0.75, 0.25, 0.25)
#: What it says that something is told in time, where one of two claims has no day.
TOLD_SOON: Final = 0.25
#: What one name of a place says, by how far the place reaches, km.
_ONE_PLACE: Final = ((20.0, 2.0), (60.0, 1.0), (float("inf"), 0.5))
#: The most that places say: of one name, or of two.
ONE_NAME, TWO_NAMES = 2.0, 1.0
#: What it says that as many were killed, or injured, where these are several, and where it is one or nobody.
SEVERAL, FEW = 0.75, 0.25
#: What it says that both name an actor, and that each names another one.
SAME_ACTOR, OTHER_ACTOR = 0.5, -1.0


@dataclass(frozen=True, slots=True)
class Told:
    """What a claim tells, as far as it is held against others."""

    id: str
    article: str
    kind: str
    first: int  #: the days on which it may have happened, as ordinals; the ends of time where none is given
    last: int
    is_dated: bool
    where: Located
    names: tuple[str, ...]  #: of the place, as they are compared, from the finest on
    killed: tuple[Count, ...]
    injured: tuple[Count, ...]
    actors: tuple[str, ...]


def told_by(claim: Claim, where: Located) -> Told:
    """What a claim tells, and where that lies."""
    days = claim.days.value
    last = (days.last or dt.date.max).toordinal()
    first = days.first.toordinal() if days.first else max(1, last - DAYS_TOLD) if days.last else 1
    killed, injured = (tuple(c.value for c in claim.counts if c.value.of == of) for of in ("killed", "injured"))
    return Told(
        *(claim.id, claim.article, claim.sub_event_type.value, first, max(first, last), days.first is not None),
        *(where, _folded(where.names), killed, injured, tuple(said.value.name for said in claim.actors)),
    )


@lru_cache(maxsize=100_000)
def _folded(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(folded, names))


#: How much something speaks for one event, and what it is; less than nothing where it rules that out.
Sign: TypeAlias = tuple[float, str]
_AGAINST: Final[Sign] = (-1.0, "")
_NOTHING: Final[Sign] = (0.0, "")


def alike(one: Told, other: Told) -> tuple[float, tuple[Sign, ...]]:
    """How much speaks for two claims telling of one event, and each sign of it; less than nothing where one rules it out."""
    what, when, where = kinds_alike(one.kind, other.kind), days_alike(one, other), places_alike(one, other)
    if what[0] < 0 or when[0] < 0 or where[0] < 0:
        return -1.0, ()
    killed, injured = _counts_alike(one.killed, other.killed, "killed"), _counts_alike(one.injured, other.injured, "injured")
    who = _actors_alike(one, other)
    return what[0] + when[0] + where[0] + killed[0] + injured[0] + who[0], (what, when, where, killed, injured, who)


@lru_cache(maxsize=1000)
def kinds_alike(one: str, other: str) -> Sign:
    """What two kinds of event say."""
    if one == other:
        return 1.0, "the same kind"
    types = {EVENT_TYPES[one], EVENT_TYPES[other]}
    if len(types) == 1:
        (told,) = types
        return (0.25 if told == _WIDE else 0.75), f"kinds of one type ({told})"
    if any(types <= alike or {one, other} <= alike for alike in _ALIKE):
        return 0.5, "kinds that may be one"
    return (0.25, "kinds that may be one") if types == {"Battles", _WIDE} else _AGAINST


def days_alike(one: Told, other: Told) -> Sign:
    """What two claims' days say."""
    apart = max(one.first, other.first) - min(one.last, other.last)
    if apart > DAYS_APART:
        return _AGAINST
    if not (one.is_dated and other.is_dated):
        return (TOLD_SOON, "one told in time for the other") if apart <= 0 else _NOTHING
    if apart <= 0:
        return BY_DAYS[0], "days that agree"
    return BY_DAYS[apart], "days next to each other" if apart == 1 else f"days {apart} apart"


def places_alike(one: Told, other: Told) -> Sign:
    """What the places of two claims say."""
    if not one.names or not other.names:
        return _NOTHING
    reaches = one.where.reach_km, other.where.reach_km
    if one.names[0] == other.names[0]:
        return next(score for most, score in _ONE_PLACE if max(reaches) <= most), "one place"
    if one.names[0] in other.names or other.names[0] in one.names:
        return TWO_NAMES, "one place in the other"
    apart = apart_km(one.where, other.where)
    if apart is None:
        shared = next((name for name in one.where.names[1:] if _folded((name,))[0] in other.names[1:]), None)
        return (0.25, f"both in {shared}") if shared else _NOTHING
    if apart > APART_KM + max(reaches):
        return _AGAINST
    return (TWO_NAMES if apart <= sum(reaches) else 0.25), f"places {apart:.0f} km apart"


def _counts_alike(mine: Sequence[Count], theirs: Sequence[Count], of: str) -> Sign:
    if not mine or not theirs:
        return _NOTHING
    least = [min(a.low, b.low) for a in mine for b in theirs if counts_meet(a, b)]
    return (SEVERAL if max(least) > 1 else FEW, f"the same {of}") if least else _NOTHING


def _actors_alike(one: Told, other: Told) -> Sign:
    if not one.actors or not other.actors:
        return _NOTHING
    same = any(one_actor(a, b) for a in one.actors for b in other.actors)
    return (SAME_ACTOR, "an actor that both name") if same else (OTHER_ACTOR, "")
