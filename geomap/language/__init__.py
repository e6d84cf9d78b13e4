"""What words of news English mean: numbers, days, lengths, hedges. Every rule is pure, from words to a value."""

from __future__ import annotations

from geomap.language.calendar import FEASTS, MONTHS, WEEKDAYS
from geomap.language.coordinates import Coordinates, coordinates
from geomap.language.days import days
from geomap.language.finding import days_printed, expressions_in
from geomap.language.hedges import ABOUT, AT_LEAST, AT_MOST, JUST_OVER, JUST_UNDER
from geomap.language.lengths import DIRECTIONS, LENGTH, METRES, compass_point, in_compass_words, metres
from geomap.language.numbers import FIGURE, LARGE, SMALL, figure, number
from geomap.language.resolving import OF_MONTH, days_beside, resolve
from geomap.language.words import cuts_word, normalised_words, plain_words, replacing, slug

__all__ = [
    "ABOUT",
    "AT_LEAST",
    "AT_MOST",
    "DIRECTIONS",
    "FEASTS",
    "FIGURE",
    "JUST_OVER",
    "JUST_UNDER",
    "LARGE",
    "LENGTH",
    "METRES",
    "MONTHS",
    "OF_MONTH",
    "SMALL",
    "WEEKDAYS",
    "Coordinates",
    "compass_point",
    "coordinates",
    "cuts_word",
    "days",
    "days_beside",
    "days_printed",
    "expressions_in",
    "figure",
    "in_compass_words",
    "metres",
    "normalised_words",
    "number",
    "plain_words",
    "replacing",
    "resolve",
    "slug",
]
