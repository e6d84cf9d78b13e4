"""Dates, distances, actors and statements as the tables word them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import lru_cache
from math import inf
from typing import Any

from geomap.geometry import SEARCH_M, outwards_km
from geomap.incidents import CASUALTIES, precision_of, victims_of
from geomap.model import Actor, BorderRelation, Cited, Claim, Days, Target
from geomap.vocabulary import COMPASS, range_in_words

#: What joins the words of a list in a text.
JOINT = "; "


def date_in_words(days: Days) -> str:
    """A date as a person would say it.

    >>> date_in_words(Days(first=dt.date(2023, 6, 1), last=dt.date(2023, 6, 30)))
    'June 2023'
    >>> date_in_words(Days(last=dt.date(2023, 6, 1), basis="report"))
    'no later than 1 June 2023'
    """
    first, last = days.first, days.last
    match precision_of(days):
        case "day" if first:
            return _day(first)
        case "month" if first:
            return f"{first:%B %Y}"
        case "year" if first:
            return f"{first.year}"
        case "interval" if first and last:
            return f"{_day(first)} to {_day(last)}"
    if last:
        return f"no later than {_day(last)}"
    return f"on or after {_day(first)}" if first else "undated"


def _day(day: dt.date) -> str:
    return f"{day.day} {day:%B %Y}"


def kilometres(metres: float | None) -> float | None:
    """A length in kilometres with one decimal: finer than any source here. The ends of an interval are `interval_km`'s."""
    return None if metres is None else round(metres / 1000, 1) + 0.0


@lru_cache(maxsize=1 << 12)
def interval_km(ends_m: tuple[float, float] | None, off_m: float = SEARCH_M) -> tuple[float | None, float | None]:
    """An interval in kilometres with one decimal, rounded outwards; an end is None where it is not known, or without end.

    Args:
        ends_m: the least and the greatest, metres.
        off_m: how far each end may be off; 0 for lengths that are stated and not measured.
    """
    if ends_m is None:
        return None, None
    low, high = (float(end) for end in outwards_km(*ends_m, off_m=off_m))
    return low, None if high == inf else high


def apart_km(relation: BorderRelation | None) -> tuple[float | None, float | None]:
    """How far from a line what has this relation to it lies: the interval in kilometres, rounded outwards."""
    return interval_km((relation.min_m, relation.max_m) if relation else None)


def radius_km(metres: float | None) -> float | None:
    """How far something reaches, kilometres with one decimal, never less than it does; None where that is not known."""
    return None if metres is None else interval_km((0.0, metres), off_m=0.0)[1]


def each_once(words: Iterable[str | None]) -> tuple[str, ...] | None:
    """Words without repetition, in their order; None for none."""
    return tuple(dict.fromkeys(w for w in words if w)) or None


def spans_in_words(said: Cited[Any] | Claim) -> str | None:
    """The spans of a value or claim, as start-end offsets: "10-20; 31-40"."""
    return JOINT.join(f"{span.start}-{span.end}" for span in said.spans) or None


def actor_in_words(said: Cited[Actor]) -> str:
    """An actor with its status where it is not plainly stated, and who accuses or denies: "Mossad (alleged, says Iran)"."""
    actor = said.value
    status = actor.status + (" for several attacks" if actor.collective else "")
    by = f", says {said.attributed_to}" if said.attributed_to and actor.status in ("alleged", "denied") else ""
    return actor.name if status == "stated" else f"{actor.name} ({status}{by})"


def target_in_words(said: Cited[Target]) -> str:
    """Against whom or what, with its status and speaker: "house (says Pakistan)", "Pakistani nationals (denied, says Iran)"."""
    status = [said.value.status] if said.value.status != "stated" else []
    more = ", ".join([*status, *([f"says {said.attributed_to}"] if said.attributed_to else [])])
    return said.value.what + (f" ({more})" if more else "")


def victims_in_words(claim: Claim) -> tuple[str, ...]:
    """Who those were that something befell, by one account: "children (killed)", "foreigners (killed, says IRNA)"."""
    return tuple(
        f"{who} ({of}{f', says {speaker}' if speaker else ''})" for of in CASUALTIES for who, speaker in victims_of(claim, of)
    )


def statement_in_words(said: Cited[Any]) -> str:
    """A statement about where something lies: "distance about 45 km: IRN-PAK"."""
    s = said.value
    number = f" {'about ' if s.about else ''}{s.distance_m / 1000:g} km" if s.distance_m is not None else ""
    way = f" {COMPASS[s.bearing]}" if s.bearing else ""
    return f"{s.relation}{number}{way}{' by road' if s.by_road else ''}: {s.of}{f' to {s.to}' if s.to else ''}"


def value_in_words(field: str, said: Cited[Any]) -> str:
    """A value of a claim, by its field."""
    value = said.value
    match field.split("[", maxsplit=1)[0]:
        case "days":
            return date_in_words(value)
        case "place":
            return ", ".join(value)
        case "actors":
            return actor_in_words(said)
        case "targets":
            return value.what if value.status == "stated" else f"{value.what} ({value.status})"
        case "victims":
            return f"{value.who} ({value.of})"
        case "site_count":
            return f"{range_in_words(value.low, value.high)} sites"
        case "statements":
            return statement_in_words(said)
        case "counts":
            return f"{range_in_words(value.low, value.high)} {value.of}" + (f" ({value.whom})" if value.whom else "")
    return str(value)
