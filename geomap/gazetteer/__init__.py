"""Which place a name means in its context, or why none: hand-kept places first, then an extract of GeoNames."""

from __future__ import annotations

from geomap.gazetteer.choosing import TIMES
from geomap.gazetteer.extract import EXTRACT
from geomap.gazetteer.gazetteer import Gazetteer
from geomap.gazetteer.place import PEOPLE, Place, Unresolved, country_named, radius_m
from geomap.gazetteer.proposing import proposed
from geomap.gazetteer.reading import COLUMNS, read_gazetteer, read_places, read_places_beside
from geomap.gazetteer.reading import wrong as wrong_in
from geomap.gazetteer.spelling import folded, likeness, skeleton

__all__ = [
    "COLUMNS",
    "EXTRACT",
    "PEOPLE",
    "TIMES",
    "Gazetteer",
    "Place",
    "Unresolved",
    "country_named",
    "folded",
    "likeness",
    "proposed",
    "radius_m",
    "read_gazetteer",
    "read_places",
    "read_places_beside",
    "skeleton",
    "wrong_in",
]
