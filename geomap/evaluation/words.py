"""Values of gold and values that were read, in plain words."""

from __future__ import annotations

import datetime as dt
from typing import Any


def in_words(field: str, value: Any) -> str:
    """A value as a person says it, with whom it is credited to.

    Args:
        field: one of `geomap.evaluation.FIELDS`.
        value: of gold, or one that was read.
    """
    said = getattr(value, "says", None) or getattr(value, "attributed_to", None)
    read = value.value if hasattr(value, "derivation") else value
    words = _words(field, read)
    return f"{words}, says {said}" if said else words


def _words(field: str, value: Any) -> str:
    match field:
        case "days":
            return _days(value.first, value.last, value.basis)
        case "place":
            return ", ".join(value if isinstance(value, tuple) else value.path) or f"nowhere ({value.unlocated})"
        case "killed" | "injured" | "killed or injured":
            return _count(value.low, value.high) + f" {field}" + (f" ({value.whom})" if value.whom else "")
        case "actors":
            return f"{value.name}" + ("" if value.status == "stated" else f" ({value.status})")
        case "targets":
            return f"{value.what}" + ("" if value.status == "stated" else f" ({value.status})")
        case "statements":
            return _statement(value)
        case _:  # a kind or a weapon; of gold it has a value of its own
            return _plain(getattr(value, "value", value))


def _days(first: dt.date | None, last: dt.date | None, basis: str) -> str:
    told = "reported " if basis == "report" else ""
    if first and last:
        return told + (f"{first}" if first == last else f"{first} to {last}")
    return told + (f"until {last}" if last else f"from {first} on" if first else "on no day that is known")


def _count(low: int, high: int | None) -> str:
    if high is None:
        return f"at least {low}"
    return f"{low}" if low == high else f"{low} to {high}"


def _statement(value: Any) -> str:
    km = value.distance_km if hasattr(value, "distance_km") else None if value.distance_m is None else value.distance_m / 1000
    parts = [value.relation, *([f"{'about ' if value.about else ''}{km:g} km"] if km is not None else []), value.bearing]
    return " ".join([*filter(None, parts), "of", value.of, *(["to", value.to] if value.to else [])])


def _plain(value: Any) -> str:
    """Whatever else a value is, without the names of our classes: its own words."""
    for name in ("name", "what", "value", "relation"):
        if (inner := getattr(value, name, None)) is not None:
            return _plain(inner)
    if hasattr(value, "low"):
        return _count(value.low, value.high)
    if hasattr(value, "basis"):
        return _days(value.first, value.last, value.basis)
    names = getattr(value, "path", value)
    return ", ".join(names) if isinstance(names, tuple) else str(value)
