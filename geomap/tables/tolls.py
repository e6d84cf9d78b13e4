"""The columns of how many were killed and injured: the range over accounts, and who gives its ends."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from geomap.incidents import Told, ends_of
from geomap.tables.columns import Column
from geomap.vocabulary import Casualty


def toll_columns(
    told: Callable[[Any, Casualty], Sequence[Told]], called: Callable[[Any], Mapping[str, str]], here: str = ""
) -> tuple[Column, ...]:
    """For killed and injured the columns ``_min``, ``_max``, ``_most`` and ``_by``.

    Args:
        told: gives what the accounts of a row tell.
        called: gives what to call each claim's account.
        here: a word after killed or injured, where the row is of one place.
    """
    return tuple(column for of in FATES for column in _columns(of, told, called, here))


FATES: tuple[Casualty, ...] = ("killed", "injured")


def _columns(
    of: Casualty, told: Callable[[Any, Casualty], Sequence[Told]], called: Callable[[Any], Mapping[str, str]], here: str
) -> Iterator[Column]:
    def end(name: str) -> Callable[[Any], Any]:
        return lambda row: getattr(ends_of(told(row, of)), name, None)

    yield Column(f"{of}_min", "integer", f"fewest {of}{here} over all accounts; null where no account says", end("least"))
    yield Column(f"{of}_max", "integer", f"most {of}{here} over all accounts; null where open or not stated", end("high"))
    yield Column(
        f"{of}_most",
        "integer",
        f"the greatest number {of}{here} that an account gives, be it a lower bound; null where no account says",
        end("most"),
    )
    yield Column(
        f"{of}_by",
        "list",
        f"who gives the least and the greatest number {of}{here}: the number, a colon, the accounts",
        lambda row: _by(told(row, of), called(row)),
    )


def _by(told: Sequence[Told], called: Mapping[str, str]) -> tuple[str, ...] | None:
    ends = ends_of(told)
    if ends is None:
        return None
    numbers: dict[int, dict[str, None]] = {}
    for number, tellers in ((ends.least, ends.least_by), (ends.most, ends.most_by)):
        names = [f"{speaker} in {called[claim]}" if speaker else called[claim] for claim, speaker in tellers]
        numbers.setdefault(number, {}).update(dict.fromkeys(names or ["the sum over its sites"]))
    return tuple(f"{number}: {', '.join(names)}" for number, names in numbers.items())
