"""How a range is worded, once: for tables, for the command line and, as expressions, for QGIS."""

from __future__ import annotations

#: The forms of a range by what is known of it: ``{low}``, ``{high}`` and ``{unit}`` stand for its ends and their unit.
RANGE_FORMS: dict[str, str] = {
    "exact": "{low}{unit}",
    "both": "{low} to {high}{unit}",
    "low only": "at least {low}{unit}",
    "high only": "at most {high}{unit}",
    "neither": "not stated",
}


def range_in_words(low: float | None, high: float | None, unit: str = "") -> str:
    """A range in words; None is an open end or, at both, not stated.

    >>> range_in_words(3, 5, " km"), range_in_words(3, 3), range_in_words(3, None), range_in_words(None, None)
    ('3 to 5 km', '3', 'at least 3', 'not stated')
    """
    if low is None:
        form = "neither" if high is None else "high only"
    else:
        form = "low only" if high is None else "exact" if low == high else "both"
    ends = {end: f"{value:g}" for end, value in (("low", low), ("high", high)) if value is not None}
    return RANGE_FORMS[form].format(**ends, unit=unit)
