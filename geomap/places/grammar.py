"""The grammar of spatial language: every phrase with the statements that it makes, the most telling first."""

from __future__ import annotations

import re
from functools import cache

from geomap.places.distances import BETWEEN, DIRECTIONS_OFF, DISTANCES
from geomap.places.pieces import Rule
from geomap.places.surroundings import NEIGHBOURS, PARTS_OF, PLACES, SQUEEZED


@cache
def phrases() -> tuple[tuple[re.Pattern[str], Rule], ...]:
    """Every phrase with its rule; made ready when they are first asked for, as that takes longer than most commands."""
    every = (*DISTANCES, *SQUEEZED, *BETWEEN, *PARTS_OF, *NEIGHBOURS, *DIRECTIONS_OFF, *PLACES)
    return tuple((re.compile(rf"(?<!\w){pattern}"), rule) for pattern, rule in every)
