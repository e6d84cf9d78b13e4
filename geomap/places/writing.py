"""A person's words written as the phrases have them: figures in digits, one unit, one way to say a thing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from geomap.gazetteer import Gazetteer
from geomap.language import DIRECTIONS, SMALL, in_compass_words, metres, normalised_words, number
from geomap.places.names import border_meant
from geomap.places.pieces import HEDGE, LENGTH, NEXT, NUMBER, UNIT, WHERE
from geomap.places.scenery import ADJECTIVES, FACILITIES
from geomap.places.tolerances import unit_m

_SMALL: Final = "|".join(sorted({*SMALL, "hundred", "thousand"} - {"no", "none"}, key=len, reverse=True))

_WHOSE: Final = r"(?:(?:provincial|regional|district|national|state|\w+(?:ian|ani|ish|ese|i)) )?"
_CAPITAL: Final = rf"{_WHOSE}(?:capital(?: city)?|headquarters|seat)"
#: A title before or after a name, which says more. "The provincial capital of" another place does not name it.
_TITLE: Final = re.compile(rf"\bthe {_CAPITAL},? (?=[a-z])(?!(?:of|{NEXT})\b)|, the (?:[\w-]+ ){{0,3}}{_CAPITAL}(?=[,;]|$)")

#: Words that tell of a figure no more than its size, as the grammar writes it: the unit that it is rounded to, "~", so many.
_VAGUE: Final = {
    "a couple of": "2~2 ",
    "a few": "10~5 ",
    "few": "10~5 ",
    "several": "20~10 ",
    "tens of": "at least 10 ",
    "several dozen": "at least 24 ",
    "scores of": "at least 40 ",
    **{f"{few}dozens of": "at least 24 " for few in ("", "several ", "many ", "some ")},
    **{f"{few}hundreds of": "at least 100 " for few in ("", "several ", "many ")},
}

_ENDS: Final = (("north", "south"), ("south", "north"), ("east", "west"), ("west", "east"))
_KINDS: Final = "district|province|state|governorate"
_ROADS: Final = f"main|coastal|ring|national|trunk|{'|'.join(f'{one}-{other}' for one, other in _ENDS)}"
_NO_NAMED_ROAD: Final = re.compile(
    rf"\b(?:along|on|off|by) (?:the|a) (?:(?:{_ROADS}) )*(?:road|highway|motorway|track)"
    rf"(?: (?:to|towards) [^,;]+(?=[,;])|(?=[,;]|$| (?:near|in|at|outside|and|{'|'.join(DIRECTIONS)})\b))"
)
_TIME: Final = "(?:hour|minute|day)"
_HALVES: Final = {"half": "0.5~1.5", "quarter": "0.25~1.25"}

#: How far the second of two lengths, "45 km (28 miles)", may be from the first and still be the same, as a share of it.
_SAME: Final = 0.15


def written(text: str, gazetteer: Gazetteer, borders: Mapping[str, str]) -> str:
    """A person's words with figures in digits, without a length's second unit, and with "&" in names that hold an "and"."""
    plain = in_compass_words(normalised_words(text.replace("~", " about ")).rstrip("."))
    rest = re.sub(rf"(?<=\d)( ?{UNIT}|\bkms?)\.(?= |$)", r"\1", plain)
    rest = re.sub(r"the nearest (town|city|settlement), ", r"the nearest \1 ", rest)
    rest = re.sub(rf"(?<![\w-])(?:{'|'.join(ADJECTIVES)})(?:,? (?={'|'.join(ADJECTIVES)}))? (?=\w)", "", rest)
    rest = re.sub(rf"(?:(?:within|in|inside) )?an? ({LENGTH}) radius (?:of|from|around)", r"within \1 of", rest)
    rest = re.sub(rf"(?:(?:within|in|inside) )?a radius of ({LENGTH}) (?:of|from|around)", r"within \1 of", rest)
    rest = _TITLE.sub("", rest)
    rest = re.sub(r"\bat a distance of |\bthe (?:cities|towns|villages) of ", "", rest)
    rest = re.sub(rf"\b(?:(?:only|just) )?(?P<many>{'|'.join(_VAGUE)}) (?={UNIT})", lambda f: _VAGUE[f["many"]], rest)
    rest = re.sub(rf"{HEDGE}\b(?P<dozens>half a|a|{_SMALL}|\d+) dozen[ -](?={UNIT})", _in_dozens, rest)
    rest = re.sub(rf"\b(\w+) and a half (?={UNIT})", _and_a_half, rest)
    rest = re.sub(rf"\b(?:a )?quarter of an? (?={UNIT})", "0.0625~0.25 ", rest)
    rest = re.sub(rf"\bhalf an? (?={UNIT})", "0.5~0.5 ", rest)
    rest = re.sub(rf"\ban? ({UNIT}) and an? (half|quarter)\b", lambda f: f"{_HALVES[f[2]]} {f[1]}", rest)
    rest = re.sub(r"\bhalf an hour(?:'s)?\b", "30 minute", rest)
    rest = re.sub(r"\ban hour and a half(?:'s)?\b", "90 minute", rest)
    rest = re.sub(rf"\ban? (?={UNIT}|{_TIME}\b)", "1 ", rest)
    small = rf"\b(?:a )?(?:{_SMALL})(?:[ -](?:{_SMALL}))*"
    for before in (rf"[ -](?={UNIT}|{_TIME}s?\b)", rf" (?=(?:to|and|or) {NUMBER}[ -]?{UNIT})"):
        rest = re.sub(rf"{small}{before}", lambda found: f"{number(found[0])} ", rest)
    rest = re.sub(rf"\b(\d+)-odd (?={UNIT})", r"about \1 ", rest)
    rest = re.sub(rf"({LENGTH}) or so\b", r"about \1", rest)
    rest = re.sub(r"\bsome (?=\d)", "about ", rest)  # elsewhere it is no more than filling: "some hills"
    rest = re.sub(rf"({LENGTH}) \(({HEDGE}(?:{NUMBER}(?: to |-))?({LENGTH}))\)", _without_second_unit, rest)
    rest = re.sub(rf"\b([\w'-]+),? and ([\w'-]+) ({_KINDS})s\b", r"\1 \3 and \2 \3", rest)
    rest = re.sub(rf"\b(in|at|near|around|outside|inside) (?:the |its )?{FACILITIES} (?:of|in|at) ", r"\1 ", rest)
    rest = _NO_NAMED_ROAD.sub("", rest)
    for pair in (r"\b(\w+) and (\w+) (?:border|frontier)\b", r"\b(?:border|frontier) between (\w+) and (\w+)"):
        rest = re.sub(pair, lambda f: f"{f[1]}-{f[2]} border" if border_meant(f"{f[1]} {f[2]} border", borders) else f[0], rest)
    rest = re.sub(rf"\b(in|at|on) (?:(?:{WHERE}) )*(?:area|part|mountain|hill|desert)s? of ", r"\1 ", rest)
    rest = re.sub(rf"\b(?:in|at|on|from)(?: (?:{WHERE}))+(?= (?:{NEXT})\b| \d|,|;|$)", "", rest)
    for words in sorted(_with_and(gazetteer), key=len, reverse=True):
        rest = rest.replace(words, words.replace(" and ", " & "))
    return rest


def _and_a_half(found: re.Match[str]) -> str:
    """So many and a half, rounded to a half."""
    many = number(found[1])
    return f"0.5~{many + 0.5:g} " if many is not None else found[0]


def _in_dozens(found: re.Match[str]) -> str:
    """Dozens in figures, rounded to a dozen, or to half of one."""
    dozens = {"half a": 0.5, "a": 1}.get(found["dozens"]) or number(found["dozens"]) or 0
    return f"{found['hedge']}{12 * min(1, dozens):g}~{12 * dozens:g} "


def _without_second_unit(found: re.Match[str]) -> str:
    """Of two units for one length the words of the coarser, which the other was computed from or to."""
    first, second = metres(found[1]) or 0.0, metres(found[found.re.groups]) or 0.0
    if abs(first - second) > _SAME * first:
        return found[0]
    return found[1] if unit_m(first) >= unit_m(second) else found[2]


def _with_and(gazetteer: Gazetteer) -> set[str]:
    """Names that hold an "and", which otherwise parts one phrase from the next."""
    names = (normalised_words(name) for place in gazetteer.places.values() for name in (place.name, *place.spellings))
    return {name for name in names if " and " in name}
