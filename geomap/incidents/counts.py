"""How many were killed and injured, and what kind of event it was, by all accounts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from geomap.model import Claim
from geomap.vocabulary import Casualty

#: The kinds that say only that there was violence, or less; any other says how.
GENERAL = ("Armed clash", "Attack", "Other")

CASUALTIES: tuple[Casualty, ...] = ("killed", "injured", "killed or injured")


def counted(claim: Claim, of: Casualty) -> tuple[int, int | None] | None:
    """How many one account counts, low and high; None if it does not say.

    Several counts of one kind are parts and add up ("a colonel", "two bodyguards"), unless one of them is of nobody in
    particular: the first such one is the total.
    """
    counts = [said.value for said in claim.counts if said.value.of == of]
    if not counts:
        return None
    parts = [count for count in counts if count.whom is None][:1] or counts
    highs = [part.high for part in parts if part.high is not None]
    return sum(part.low for part in parts), sum(highs) if len(highs) == len(parts) else None


def range_of(claims: Iterable[Claim], of: Casualty) -> tuple[int | None, int | None]:
    """The least and the greatest number that any account allows.

    The high end is None if an account leaves it open ("at least 12"); both are None if no account gives a number. Nothing is
    averaged, and an account without a number is not a zero.
    """
    told = [number for claim in claims if (number := counted(claim, of)) is not None]
    if not told:
        return None, None
    highs = [high for _, high in told if high is not None]
    return min(low for low, _ in told), max(highs) if len(highs) == len(told) else None


def sub_event_type_of(claims: Sequence[Claim]) -> str:
    """The most specific kind of event that the claims name.

    A kind that says how ("Suicide bomb", "Arrests") is more specific than "Armed clash", that than "Attack", that than "Other".
    Among equally specific ones, the kind that most claims name; then the one that is named first.
    """
    times = Counter(claim.sub_event_type.value for claim in claims)
    return max(times, key=lambda kind: (-GENERAL.index(kind) if kind in GENERAL else 1, times[kind]))
