"""The values of a claim, changed alike."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from geomap.model import Cited, Claim


def each_value(claim: Claim, change: Callable[[Cited[Any]], Cited[Any]]) -> Claim:
    """A claim with a change of each of its values."""
    changed: dict[str, Any] = {}
    for field, said in claim.values:
        name, _, number = field.partition("[")
        changed[name] = (*changed.get(name, ()), change(said)) if number else change(said)
    return replace(claim, **changed)


def without_spans(claim: Claim) -> Claim:
    """A claim by its values alone, which takes a tenth of the memory: what may be one event needs no more."""
    return replace(each_value(claim, lambda said: Cited(value=said.value, derivation=said.derivation)), spans=())
