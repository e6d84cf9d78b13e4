"""The values of a claim, changed alike."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from typing import Any

from geomap.model import Cited, Claim, Count, Days, Statement
from geomap.vocabulary import FARTHEST_M, FIRST_DAY, LAST_DAY, MOST_PEOPLE


def each_value(claim: Claim, change: Callable[[Cited[Any]], Cited[Any]]) -> Claim:
    """A claim with a change of each of its values."""
    changed: dict[str, Any] = {}
    for field, said in claim.values:
        name, _, number = field.partition("[")
        changed[name] = (*changed.get(name, ()), change(said)) if number else change(said)
    return replace(claim, **changed)


def without_values(claim: Claim, names: Collection[str]) -> Claim:
    """A claim without the values of some fields of lists: "counts[0]"."""
    lists = {name.partition("[")[0] for name in names}
    left: dict[str, Any] = {of: tuple(s for n, s in enumerate(getattr(claim, of)) if f"{of}[{n}]" not in names) for of in lists}
    return replace(claim, **left) if left else claim


def is_in_bounds(value: Any) -> bool:
    """Whether an article file may hold a value: days of our centuries, people and metres that there can be."""
    match value:
        case Days():
            return all(FIRST_DAY <= day <= LAST_DAY for day in (value.first, value.last) if day)
        case Count():
            return max(value.low, value.high or 0) <= MOST_PEOPLE
        case Statement():
            return (value.distance_m or 0) < FARTHEST_M
    return True


def without_spans(claim: Claim) -> Claim:
    """A claim by its values and their speakers, which takes a tenth of the memory: what may be one event needs no more."""

    def plain(said: Cited[Any]) -> Cited[Any]:
        return Cited(value=said.value, derivation=said.derivation, attributed_to=said.attributed_to)

    return replace(each_value(claim, plain), spans=())
