"""What was decided on the values of a claim, one after the other, done again on the claim as it is read now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from geomap.decisions.keys import key_of_value, value_key
from geomap.decisions.records import Decision, record_of, same_value, value_of
from geomap.model import Cited, Claim

#: The fields of a claim that hold one value, and those that hold a list.
SINGLE = ("sub_event_type", "days", "place", "site_count")
LISTS = ("actors", "targets", "counts", "victims", "weapons", "statements")

#: The decisions on a value, the key that it has, and None where the last of them stands; or why it is asked again.
Told = tuple[Sequence[Decision], str, str | None]


@dataclass
class _Chain:
    """Decisions on one value, in their order, and the keys that it had."""

    made: list[Decision] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)


def carried_values(claim: Claim, values: Sequence[Decision], *, asks: bool) -> tuple[Claim, list[Told]]:
    """A claim with all that was decided on its values and still stands.

    Args:
        claim: as it is read now.
        values: the decisions on values of a claim of its key, in their order.
        asks: whether a value that is neither as it was before nor as it was after is asked for.
    """
    told: list[Told] = []
    for chain in _chains(values):
        claim, one = _carried(claim, chain, asks)
        told += [one] if one else []
    return claim, told


def _chains(values: Sequence[Decision]) -> list[_Chain]:
    chains: list[_Chain] = []
    for value in values:
        keys = {key_of_value(value), *(_key(value, record) for record in _ends(value) if record)}
        chain = next((one for one in chains if one.keys & keys), None)
        if chain is None:
            chains.append(chain := _Chain())
        chain.made.append(value)
        chain.keys |= keys
    return chains


def _ends(decision: Decision) -> tuple[Mapping[str, Any] | None, Mapping[str, Any] | None]:
    return decision.before.get("value"), decision.after.get("value")


def _key(decision: Decision, record: Mapping[str, Any]) -> str:
    name = decision.field or ""
    return value_key(name, value_of(record, name))


def _carried(claim: Claim, chain: _Chain, asks: bool) -> tuple[Claim, Told | None]:
    """A claim with the decisions on one value, and what is told of the last of them."""
    last = chain.made[-1]
    name = last.field or ""
    there = next((said for said in values_of(claim, name) if value_key(name, said) in chain.keys), None)
    now = record_of(there)
    after = last.after.get("value")
    if same_value(now, after):
        return claim, (chain.made, value_key(name, there) if there else f"{name}|", None) if there else None
    known = any(same_value(now, record) for one in chain.made for record in _ends(one))
    if not known and there is not None:
        return claim, (chain.made, value_key(name, there), "another value is now read in its words") if asks else None
    if now is None and not (asks or any(same_value(None, one.before.get("value")) for one in chain.made)):
        return claim, None
    if after is None:
        return without(claim, name, there), None
    new = value_of(after, name)
    if there is None and name in SINGLE and (other := getattr(claim, name)) is not None:
        return claim, (chain.made, value_key(name, other), "other words are now read for it") if asks else None
    return with_value(claim, name, there, new), (chain.made, value_key(name, new), None)


def values_of(claim: Claim, name: str) -> tuple[Cited[Any], ...]:
    """The values of a field of a claim, whether it holds one or a list."""
    found: Any = getattr(claim, name)
    return tuple(found) if name in LISTS else () if found is None else (found,)


def with_value(claim: Claim, name: str, old: Cited[Any] | None, new: Cited[Any]) -> Claim:
    """A claim with a value in place of another of its field, or beside the others."""
    if name in SINGLE:
        return _with(claim, name, new)
    found = values_of(claim, name)
    return _with(claim, name, tuple(new if said is old else said for said in found) if old is not None else (*found, new))


def without(claim: Claim, name: str, old: Cited[Any] | None) -> Claim:
    """A claim without a value of a field."""
    return _with(claim, name, None if name in SINGLE else tuple(said for said in values_of(claim, name) if said is not old))


def _with(claim: Claim, name: str, now: Any) -> Claim:
    changed: dict[str, Any] = {name: now}
    return replace(claim, **changed)
