"""Lengths with their units, and words of the compass."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, cast

from geomap.language.numbers import FIGURE, LARGE, SMALL, figure, number, one_number
from geomap.vocabulary import Compass

METRES: Final[Mapping[str, float]] = {
    **dict.fromkeys(("m", "metre", "metres", "meter", "meters"), 1.0),
    **dict.fromkeys(("km", "kms", "kilometre", "kilometres", "kilometer", "kilometers", "kilomètre", "kilomètres"), 1000.0),
    **dict.fromkeys(("mile", "miles"), 1609.344),
    **dict.fromkeys(("nautical mile", "nautical miles", "nm", "nmi"), 1852.0),
    **dict.fromkeys(("yard", "yards"), 0.9144),
    **dict.fromkeys(("foot", "feet", "ft"), 0.3048),
}


_NUMBER: Final = "|".join(sorted({*SMALL, *LARGE} - {"no", "none", "zero"}, key=len, reverse=True))
_UNIT: Final = "|".join(sorted(METRES, key=len, reverse=True))
#: Units after a number in words: "five km", but no "one foot patrol" and no "two m".
_UNIT_AFTER_WORDS: Final = "|".join(unit for unit in METRES if unit not in ("m", "nm", "nmi", "ft", "foot", "feet"))
_COUNT: Final = rf"(?:an?|(?:an? )?(?:{_NUMBER}))(?:[ -](?:and )?(?:{_NUMBER})){{0,3}}"
_PARTS: Final[Mapping[str, float]] = {"half": 0.5, "quarter": 0.25, "third": 1 / 3, "fifth": 0.2, "eighth": 0.125, "tenth": 0.1}
_PART: Final = (
    r"(?:(?:(?:an?|one|two|three)[ -])?(?:half|quarters?)"
    r"|(?:an?|one|two|three|four)[ -](?:third|fifth|eighth|tenth)s?(?= of\b))"
)
_AND_PART: Final = rf" and {_PART}\b"
#: The lower end of a range: "2" of "2-3 km", "two" of "two or three kilometres", "a mile" of "a mile to two miles".
_LOW: Final = (
    rf"(?:{FIGURE}(?:[ -]?(?:{_UNIT}))?(?: ?- ?| (?:to|or|and) )"
    rf"|\b{_COUNT}(?:{_AND_PART})?(?:[ -](?:{_UNIT_AFTER_WORDS}))? (?:to|or) "
    rf"|\b(?:{_PART}(?: of)?(?: an?)?|{_COUNT})[ -](?:{_UNIT_AFTER_WORDS}) (?:to|or|and) )"
)
_PATTERN: Final = (
    rf"(?P<low>{_LOW})?(?:(?P<figure>{FIGURE})[ -]?(?P<unit>{_UNIT})\b"
    rf"|\b(?<!fraction of )(?:(?P<part>{_PART})(?:(?: of)? an?)?|(?P<words>{_COUNT})(?P<more>{_AND_PART})?)"
    rf"[ -](?P<of>{_UNIT_AFTER_WORDS})\b(?P<over>{_AND_PART})?)(?P<high> or (?:two|three)\b)?"
)
_LENGTH: Final = re.compile(_PATTERN)
#: A length with its unit, in digits or words, or a range of lengths.
LENGTH: Final = f"(?:{re.sub(r'[?]P<[a-z]+>', '?:', _PATTERN)})"


def metres(words: str) -> float | None:
    """A length with its unit, in metres; None where there is none, where it is a range, or its figure may mean two things.

    >>> metres("roughly 900km long"), metres("45 kilometers"), metres("a 900-kilometer border"), metres("12,5 km")
    (900000.0, 45000.0, 900000.0, 12500.0)
    >>> metres("some five kilometres"), metres("half a mile"), metres("two and a half km"), metres("a kilometre and a half")
    (5000.0, 804.672, 2500.0, 1500.0)
    >>> metres("three-quarters of a kilometre"), metres("two or three kilometres"), metres("2-3 km")
    (750.0, None, None)
    """
    found = _LENGTH.search(words)
    if found is None or found["low"] or found["high"]:
        return None
    if found["figure"]:
        value = figure(found["figure"])
        return value * METRES[found["unit"]] if value is not None else None
    many = _part(found["part"]) if found["part"] else 1 if found["words"] in ("a", "an") else one_number(found["words"])
    return None if many is None else (many + _part(found["more"] or found["over"] or "")) * METRES[found["of"]]


def _part(words: str) -> float:
    """What a part of a unit is worth: "a half", "three-quarters"; 0 where there is none."""
    share = next((share for part, share in _PARTS.items() if part in words), 0.0)
    return share * (number(words) or 1)


_WINDS: Final = {"north": "N", "east": "E", "south": "S", "west": "W"}
_BETWEEN: Final = {
    f"{word}-{inner}".removeprefix("-"): cast(Compass, f"{letter}{side}")
    for inner, side in (("northeast", "NE"), ("southeast", "SE"), ("northwest", "NW"), ("southwest", "SW"))
    for word, letter in (*_WINDS.items(), ("", ""))
    if letter in side
}
#: Words of the compass, the longest first, as `in_compass_words` writes them: "north-northeast", "northeast", "north".
DIRECTIONS: Final[Mapping[str, Compass]] = {**_BETWEEN, **cast(dict[str, Compass], _WINDS)}

_WORDS: Final = re.compile(r"\b(?:(north|south|east|west)[ -]?)?(north|south)[ -]?(east|west)(?=(?:ern|erly|wards?)?\b)")
_LETTERS: Final = re.compile(r"(?:\b([nsew]?[ns]\.?[ew])|(?<=(?:km|ms|es|rs) )([nsew]))\b\.?(?= (?:of|from)\b)")


def in_compass_words(words: str) -> str:
    """Words with each way to write a direction as one: "south west of" and "SW of" become "southwest of".

    >>> in_compass_words("12 km south west of a, ssw of b, north north-east of c")
    '12 km southwest of a, south-southwest of b, north-northeast of c'
    """

    def whole(found: re.Match[str]) -> str:
        first, one, other = found.groups()
        return f"{first}-{one}{other}" if first else f"{one}{other}"

    names = {way.casefold(): word for word, way in DIRECTIONS.items()}
    lettered = _LETTERS.sub(lambda found: names.get((found[1] or found[2]).replace(".", ""), found[0]), words)
    return _WORDS.sub(whole, lettered)


_POINT: Final = re.compile("|".join(DIRECTIONS))


def compass_point(words: str) -> Compass | None:
    """The first point of the compass that words name; None where they name none.

    >>> compass_point("km south west of"), compass_point("ne of"), compass_point("in the far north"), compass_point("near")
    ('SW', 'NE', 'N', None)
    """
    found = _POINT.search(in_compass_words(f"km {words}"))
    return DIRECTIONS[found[0]] if found else None
