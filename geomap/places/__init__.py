"""What words about a place allow: names and spatial statements become regions, with their tolerance said."""

from __future__ import annotations

from geomap.places.best import best_region, excluded, leading_readings, rivals
from geomap.places.locating import (
    is_loose,
    is_torn,
    locate,
    locate_claim,
    locate_statements,
    other_readings,
    parts_of,
    told_place,
)
from geomap.places.parts import Part, letter_of
from geomap.places.sites import best_of_sites
from geomap.places.statements import Reading, SpatialContext, distance_interval, readings
from geomap.places.tolerances import Tolerances, adjusted, tolerance_m
from geomap.places.words import locate_words

__all__ = [
    "Part",
    "Reading",
    "SpatialContext",
    "Tolerances",
    "adjusted",
    "best_of_sites",
    "best_region",
    "distance_interval",
    "excluded",
    "is_loose",
    "is_torn",
    "leading_readings",
    "letter_of",
    "locate",
    "locate_claim",
    "locate_statements",
    "locate_words",
    "other_readings",
    "parts_of",
    "readings",
    "rivals",
    "told_place",
    "tolerance_m",
]
