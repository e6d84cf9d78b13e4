"""Why nothing can be said of statements, in kinds that can be counted: a reason itself names places and figures."""

from __future__ import annotations

from typing import Final

#: A part of a reason, and its kind in words; the first that fits counts.
KINDS_OF_REASONS: Final = (
    ("the precision of its point has no radius", "the point stands for a district, a province or a road"),
    ("the gazetteer of", "the name has no point"),
    ("how far 'near' reaches", "“near” without a figure, between 25 and 100 km (a border: 50 and 100 km)"),
    ("wind beside", "the bearing names the wind beside the right one"),
    ("which end of the road", "which end of the road it counts from is not said"),
    ("has no name", "it counts from “the town” or “the city”, which has no name there"),
    ("counts from a road", "it counts from a road"),
    ("lies elsewhere", "it is said of a name that lies elsewhere"),
    ("beyond the border", "a place of that name beyond the border may be meant"),
    ("of that name may be meant", "the place is small, and far off or beyond the border: another of its name may be meant"),
    ("name as another place", "it is said of a place that the words name besides"),
    ("several places", "it is said of one of several places"),
    ("only similar", "the name is only spelled alike"),
    ("line of that border", "the line of that border is not known"),
    ("", "no rule understands what it counts from"),
)


def kind_of_reason(reason: str) -> str:
    """The kind of a reason, in words.

    >>> kind_of_reason("the point lies 30.0 km from Marsville, and how far 'near' reaches is not said")
    '“near” without a figure, between 25 and 100 km (a border: 50 and 100 km)'
    """
    return next(words for mark, words in KINDS_OF_REASONS if mark in reason)
