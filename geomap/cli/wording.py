"""Ranges, intervals and lists as the verbs print them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

#: Of a story in which nobody has said yet what its reports claim.
NO_CLAIM = (
    "no article has a claim, so the map is empty; propose some with 'geomap extract FILE', "
    "and decide on them with 'geomap review'"
)


def interval(row: Mapping[str, Any], unit: str = " km") -> str:
    """A row's distance to the border: "70.0–80.5 km"."""
    return kilometres(row["distance_min_km"], row["distance_max_km"], unit)


def kilometres(low: float | None, high: float | None, unit: str = " km") -> str:
    """An interval of kilometres: "70.0–80.5 km"; a dash, which has no unit, where it is not known.

    >>> kilometres(1200, 1300.25), kilometres(None, None), kilometres(3, None, unit="")
    ('1,200.0–1,300.2 km', '—', 'at least 3.0')
    """
    if low is None:
        return "—"
    return f"at least {low:,.1f}{unit}" if high is None else f"{low:,.1f}–{high:,.1f}{unit}"


def count_in_words(row: Mapping[str, Any], fate: str) -> str:
    """How many were ``fate`` ("killed"), by a row: "2 to 5 · accounts differ", with who says 2 and who 5."""
    from geomap.vocabulary import toll_in_words  # reads the closed lists, which `--help` has no use for

    return toll_in_words(row, fate, by=True)


def line_in_words(line: Mapping[str, Any]) -> str:
    """A line by its `geomap.border.Border.provenance`: "line IRN-PAK: OpenStreetMap, drawn within 10 m".

    >>> line_in_words({"id": "mine", "source": None, "tolerance_m": None})
    'line mine: no source stated, nor how finely it is drawn'
    """
    drawn = "nor how finely it is drawn" if not line["source"] else "nobody says how finely it is drawn"
    drawn = f"drawn within {line['tolerance_m']:g} m" if line["tolerance_m"] is not None else drawn
    return f"line {line['id']}: {line['source'] or 'no source stated'}, {drawn}"


def listed(words: Iterable[str] | None) -> str:
    """Words of a list joined, or that there is none."""
    return "; ".join(words or ()) or "not stated"
