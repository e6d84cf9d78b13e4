"""How a range is worded, once: for tables, for the command line and, as expressions, for QGIS."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

#: The forms of a range by what is known of it: ``{low}``, ``{high}`` and ``{unit}`` stand for its ends and their unit.
RANGE_FORMS: dict[str, str] = {
    "exact": "{low}{unit}",
    "both": "{low} to {high}{unit}",
    "low only": "at least {low}{unit}",
    "high only": "at most {high}{unit}",
    "neither": "not stated",
}
#: The form of a toll that an account leaves open above a number which another gives; and the mark of accounts that differ.
TOLL_OPEN, ACCOUNTS_DIFFER = "{low} to {most} or more", " · accounts differ"


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


def toll_in_words(row: Mapping[str, Any], fate: str, *, by: bool = False) -> str:
    """How many were ``fate`` ("killed") over all accounts, by a row of incidents or sites; never the least alone.

    >>> told = {"killed_min": 7, "killed_max": None, "killed_most": 9, "killed_by": ["7: A", "9: B"],
    ...         "differing_fields": ["killed"]}
    >>> toll_in_words(told, "killed"), toll_in_words(told | {"killed_max": 9}, "killed", by=True)
    ('7 to 9 or more · accounts differ', '7 to 9 · accounts differ (7: A; 9: B)')

    Args:
        row: the columns of the table, lists as lists or as one text.
        fate: killed or injured.
        by: whether to say who gives the ends, where they are not one.
    """
    low, high, most = (row[f"{fate}_{end}"] for end in ("min", "max", "most"))
    if low is None:
        return range_in_words(low, high)
    wide = most is not None and most > low
    words = TOLL_OPEN.format(low=low, most=most) if wide and high is None else range_in_words(low, high)
    fields, tellers = (_words(row.get(name)) for name in ("differing_fields", f"{fate}_by"))
    words += ACCOUNTS_DIFFER * (fate in fields)
    return f"{words} ({'; '.join(tellers)})" if by and wide and tellers else words


def _words(value: Any) -> list[str]:
    """The words of a list, also of one that was joined for a file."""
    return value.split("; ") if isinstance(value, str) else list(value or ())
