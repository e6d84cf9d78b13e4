"""Lengths with their units, and words of the compass."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from geomap.language.numbers import FIGURE, figure
from geomap.vocabulary import Compass

METRES: Final[Mapping[str, float]] = {
    **dict.fromkeys(("m", "metre", "metres", "meter", "meters"), 1.0),
    **dict.fromkeys(("km", "kms", "kilometre", "kilometres", "kilometer", "kilometers"), 1000.0),
    **dict.fromkeys(("mile", "miles"), 1609.344),
}


def metres(words: str) -> float | None:
    """A length with its unit, in metres; None where there is none, or where its figure may mean two things.

    >>> metres("roughly 900km long"), metres("45 kilometers"), metres("a 900-kilometer border"), metres("12,5 km")
    (900000.0, 45000.0, 900000.0, 12500.0)
    """
    found = re.search(rf"({FIGURE})[ -]?({'|'.join(METRES)})\b", words)
    value = figure(found[1]) if found else None
    return value * METRES[found[2]] if found and value is not None else None


DIRECTIONS: Final[dict[str, Compass]] = {
    **{"northeast": "NE", "north-east": "NE", "southeast": "SE", "south-east": "SE"},
    **{"northwest": "NW", "north-west": "NW", "southwest": "SW", "south-west": "SW"},
    **{"north": "N", "east": "E", "south": "S", "west": "W"},
}
