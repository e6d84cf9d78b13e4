"""What words about a place allow: names and spatial statements become regions, with their tolerance said."""

from __future__ import annotations

from geomap.places.best import best_reading
from geomap.places.locating import locate, locate_claim, locate_said, otherwise, parts_of
from geomap.places.parts import Part
from geomap.places.statements import Reading, World, allowed, readings
from geomap.places.tolerances import adjusted, tolerance_m
from geomap.places.words import locate_words

__all__ = [
    "Part",
    "Reading",
    "World",
    "adjusted",
    "allowed",
    "best_reading",
    "locate",
    "locate_claim",
    "locate_said",
    "locate_words",
    "otherwise",
    "parts_of",
    "readings",
    "tolerance_m",
]
