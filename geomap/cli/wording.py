"""Ranges and intervals as the verbs print them."""

from __future__ import annotations

from typing import Any


def interval(row: dict[str, Any]) -> str:
    """A row's distance to the border: "70.0–80.5"."""
    low, high = row["border_min_km"], row["border_max_km"]
    return "—" if low is None else f"{low:,.1f}–{high:,.1f}"


def range_in_words(row: dict[str, Any], what: str) -> str:
    """How many were ``what`` ("killed"), by a row: "2 to 5"."""
    low, high = row[f"{what}_min"], row[f"{what}_max"]
    if low is None:
        return "not stated"
    return f"{low}" if low == high else f"at least {low}" if high is None else f"{low} to {high}"
