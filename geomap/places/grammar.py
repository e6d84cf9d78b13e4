"""The grammar of spatial language: every phrase with the statements that it makes, the most telling first."""

from __future__ import annotations

import re
from typing import Final

from geomap.places.distances import BETWEEN, DIRECTIONS_OFF, DISTANCES
from geomap.places.pieces import Rule
from geomap.places.surroundings import NEIGHBOURS, PARTS_OF, PLACES, SQUEEZED

PHRASES: Final[tuple[tuple[re.Pattern[str], Rule], ...]] = tuple(
    (re.compile(rf"(?<!\w){pattern}"), rule)
    for phrases in (DISTANCES, SQUEEZED, BETWEEN, PARTS_OF, NEIGHBOURS, DIRECTIONS_OFF, PLACES)
    for pattern, rule in phrases
)
