"""The grammar of spatial language: every phrase with the statements that it makes, the most telling first."""

from __future__ import annotations

import re
from functools import cache

from geomap.places.distances import BETWEEN, DIRECTIONS_OFF, DISTANCES
from geomap.places.pieces import Rule
from geomap.places.surroundings import NEIGHBOURS, PARTS_OF, PLACES, SQUEEZED


@cache
def phrases() -> tuple[tuple[re.Pattern[str], Rule], ...]:
    """Each phrase with its rule; compiled once, when words are first read."""
    return tuple(
        (re.compile(rf"(?<!\w){pattern}"), rule)
        for kinds in (DISTANCES, SQUEEZED, BETWEEN, PARTS_OF, NEIGHBOURS, DIRECTIONS_OFF, PLACES)
        for pattern, rule in kinds
    )
