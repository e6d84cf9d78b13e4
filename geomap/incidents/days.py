"""When an incident happened, by all its accounts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from geomap.model import Article, Claim, Days

Precision = Literal["day", "month", "year", "interval", "no later than", "no earlier than", "undated"]


def split(claims: Iterable[Claim], articles: Mapping[str, Article]) -> tuple[tuple[Claim, ...], tuple[Claim, ...]]:
    """The claims of articles whose text is held, and those of outside publications, each in the given order."""
    every = tuple(claims)
    own = tuple(claim for claim in every if articles[claim.article].text_available)
    return own, tuple(claim for claim in every if not articles[claim.article].text_available)


def days_of(claims: Sequence[Claim], outside: Sequence[Claim] = ()) -> Days:
    """When it happened: the days that every claim allows.

    A claim that dates the event gives a closed interval; one that only dates a report bounds the last day. The answer is what
    they share. If they share no day, it is the hull of the accounts: of the days given for the event, and of reports that were
    out before all of these. It then contains every account, and `differences_found` tells of it.

    Outside publications count only where the claims agree, and only to narrow: if together with them some day is left, that is
    the answer; if none is, what the claims say stands. `days_from_outside` tells whether they did.

    The basis is "event" if any claim that was used dates the event itself.
    """
    told = [days_allowed(claim) for claim in claims]
    own = days_shared(told)
    if own is None:
        return _hull(told)
    return days_shared([own, *(days_allowed(claim) for claim in outside)]) or own


def days_from_outside(claims: Sequence[Claim], outside: Sequence[Claim]) -> bool:
    """Whether the incident's days rest on outside publications too, because the claims leave them more open."""
    return days_of(claims, outside) != days_of(claims)


def precision_of(days: Days) -> Precision:
    """How finely the days are known.

    >>> import datetime as dt
    >>> precision_of(Days(first=dt.date(2024, 2, 1), last=dt.date(2024, 2, 29)))
    'month'
    >>> precision_of(Days(last=dt.date(2023, 6, 1), basis="report"))
    'no later than'
    """
    first, last = days.first, days.last
    if first is None or last is None:
        return "no later than" if last else "no earlier than" if first else "undated"
    if first == last:
        return "day"
    if first.day == 1 and (last + dt.timedelta(days=1)).day == 1:
        if (first.year, first.month) == (last.year, last.month):
            return "month"
        if (first.year, first.month, last.month) == (last.year, 1, 12):
            return "year"
    return "interval"


def days_allowed(claim: Claim) -> Days:
    """The days a claim allows: what only dates a report leaves the beginning open."""
    days = claim.days.value
    return replace(days, first=None) if days.basis == "report" else days


def days_shared(told: Sequence[Days]) -> Days | None:
    """The days common to all; None if there is none."""
    first = max((days.first for days in told if days.first), default=None)
    last = min((days.last for days in told if days.last), default=None)
    if first and last and first > last:
        return None
    dated = any(days.basis == "event" and (days.first or days.last) for days in told)
    return Days(first=first, last=last, basis="event" if dated else "report")


def _hull(told: Sequence[Days]) -> Days:
    """The days from the earliest to the latest that the event is given, and those of reports out before all of these."""
    events = [days for days in told if days.basis == "event"]
    heard = events + [r for r in told if r.basis == "report" and not any(days_shared([r, event]) for event in events)]
    firsts, lasts = [days.first for days in heard if days.first], [days.last for days in heard if days.last]
    return Days(
        first=min(firsts) if len(firsts) == len(heard) else None,
        last=max(lasts) if len(lasts) == len(heard) else None,
    )
