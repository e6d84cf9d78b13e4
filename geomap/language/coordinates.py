"""Coordinates as people print them: 27.17N 64.27E, 27°10′N 64°16′E, 27.17 degrees north, 64.27 degrees east."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_DEGREES: Final = r"(?:°|º|˚|degrees?|deg\.?)"
_MINUTES: Final = r"(?:['’′]|min(?:utes?)?)"
_SECONDS: Final = r"(?:[\"”″]|''|’’|′′|sec(?:onds?)?)"


def _value(name: str, words: str) -> str:
    """A value in degrees, minutes and seconds, with a word for its side before or after it: "N 27.17", "27.17° north"."""
    minutes = rf"\s*(?P<{name}_m>\d{{1,2}}+(?:\.\d++)?+)\s*{_MINUTES}"
    seconds = rf"\s*(?P<{name}_s>\d{{1,2}}+(?:\.\d++)?+)\s*{_SECONDS}"
    degrees = rf"(?P<{name}_d>\d{{1,3}}+(?:\.\d++)?+)(?!\d)(?:\s*{_DEGREES})?(?:{minutes}(?:{seconds})?)?"
    return rf"(?:(?P<{name}_before>{words})\.?\s*)?{degrees}(?({name}_before)|\s*(?P<{name}_after>{words})\b)"


_PAIR: Final = re.compile(
    rf"(?<![\w.−-]){_value('lat', 'north|south|latitude|lat|[ns]')}\s*(?:,|;|/|and)?\s*"
    rf"{_value('lon', 'east|west|longitude|lon|[ew]')}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Coordinates:
    """A point as words print it: ``lat`` and ``lon`` in degrees, ``step`` the unit that they are rounded to, degrees.

    ``start`` and ``end`` are where its words stand in the text.
    """

    start: int
    end: int
    lat: float
    lon: float
    step: float


def coordinates(text: str) -> Iterator[Coordinates]:
    """The points that a text prints, latitude first, each with its letter or its word for the side.

    Two bare numbers are not taken: which of them is the latitude is then a guess.

    Raises:
        ValueError: a latitude above 90 degrees, a longitude above 180, or 60 minutes or more.

    >>> [(c.lat, c.lon, c.step) for c in coordinates("at 27.17N 64.27E")]
    [(27.17, 64.27, 0.01)]
    """
    for found in _PAIR.finditer(text):
        lat, lat_step = _degrees(found, "lat", 90)
        lon, lon_step = _degrees(found, "lon", 180)
        yield Coordinates(found.start(), found.end(), lat, lon, max(lat_step, lon_step))


def _degrees(found: re.Match[str], name: str, most: int) -> tuple[float, float]:
    """A value in degrees and the unit of its last digit."""
    value, step = 0.0, 1.0
    for part, unit in (("d", 1.0), ("m", 1 / 60), ("s", 1 / 3600)):
        if digits := found[f"{name}_{part}"]:
            if part != "d" and float(digits) >= 60:
                raise ValueError(f"{found[0]!r}: minutes and seconds are less than 60")
            value += float(digits) * unit
            step = unit * 10.0 ** -len(digits.partition(".")[2])
    if value > most:
        raise ValueError(f"{found[0]!r}: a {'latitude' if name == 'lat' else 'longitude'} is at most {most} degrees")
    side = (found[f"{name}_before"] or found[f"{name}_after"])[0].casefold()
    return (-value if side in "sw" else value), step
