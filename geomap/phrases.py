"""A person's words about a place become spatial statements: "45 km from the Iranian border and 90 km from Panjgur".

A small grammar of phrases, each a pattern with what it says; what no phrase accounts for is reported, never dropped.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from geomap.errors import DataError
from geomap.gazetteer import Gazetteer, Place, Refused
from geomap.model import Compass, Statement
from geomap.words import METRES, SMALL, metres, plain

ABOUT: Final = ("about", "approximately", "around", "nearly", "roughly", "some", "almost", "circa", "ca.")
DIRECTIONS: Final[dict[str, Compass]] = {
    **{"northeast": "NE", "north-east": "NE", "southeast": "SE", "south-east": "SE"},
    **{"northwest": "NW", "north-west": "NW", "southwest": "SW", "south-west": "SW"},
    **{"north": "N", "east": "E", "south": "S", "west": "W"},
}
_FILLING: Final = {
    "a",
    "an",
    "and",
    "the",
    "it",
    "is",
    "lies",
    "lie",
    "located",
    "somewhere",
    "village",
    "town",
    "place",
    "which",
}

_LENGTH: Final = rf"\d[\d,]*(?:\.\d+)?[ -]?(?:{'|'.join(sorted(METRES, key=len, reverse=True))})\b"
_WAY: Final = rf"(?P<way>{'|'.join(DIRECTIONS)})(?:ern|wards?)?"
_NAME: Final = r"(?P<of>[^,;]+?)"
_END: Final = r"(?P<road> by road| along the road)?(?= and |,|;|$| but | in )"
_LEAD: Final = rf"(?:(?P<about>{'|'.join(map(re.escape, ABOUT))}) )?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """What words say of a place: what holds it, finest first, and how it lies to other places and the border.

    ``places`` are those that the words name.
    """

    within: tuple[str, ...]
    statements: tuple[Statement, ...]
    places: tuple[Place, ...]


Found = re.Match[str]
Rule = Callable[[Found, str], Iterator[Statement]]


def _between(found: Found, of: str) -> Iterator[Statement]:
    yield Statement(relation="between", of=of, to=found["to"])


def _road(found: Found, of: str) -> Iterator[Statement]:
    yield Statement(relation="road", of=of, to=found["to"])


def _distance(found: Found, of: str) -> Iterator[Statement]:
    parts = found.groupdict()
    way = DIRECTIONS[parts["way"]] if parts.get("way") else None
    yield Statement(
        relation="direction" if way else "distance",
        of=of,
        distance_m=metres(found["length"]),
        about=bool(parts.get("about")),
        bearing=way,
        by_road=bool(parts.get("road")),
    )


def _direction(found: Found, of: str) -> Iterator[Statement]:
    yield Statement(relation="direction", of=of, bearing=DIRECTIONS[found["way"]])


def _near(_: Found, of: str) -> Iterator[Statement]:
    yield Statement(relation="near", of=of)


def _along(_: Found, of: str) -> Iterator[Statement]:
    yield Statement(relation="along", of=of)


def _outskirts(_: Found, of: str) -> Iterator[Statement]:
    yield Statement(relation="outskirts", of=of)


def _in(_: Found, of: str) -> Iterator[Statement]:
    yield Statement(relation="in", of=of)


#: The phrases, the most telling first: each pattern with the statements that it makes.
PHRASES: Final[tuple[tuple[re.Pattern[str], Rule], ...]] = tuple(
    (re.compile(rf"(?<!\w){pattern}"), rule)
    for pattern, rule in (
        (rf"between {_NAME} and (?P<to>[^,;]+?){_END}", _between),
        (rf"on the (?:road|highway|way) (?:from |between )?{_NAME} (?:to|and) (?P<to>[^,;]+?){_END}", _road),
        (rf"on the (?P<of>[^,;-]+)-(?P<to>[^,;]+?) (?:road|highway){_END}", _road),
        (rf"{_LEAD}(?P<length>{_LENGTH}) (?:to the )?{_WAY} of {_NAME}{_END}", _distance),
        (rf"{_LEAD}(?P<length>{_LENGTH}) (?:away )?(?:from|off|inside) {_NAME}{_END}", _distance),
        (rf"(?:just |to the )?{_WAY} of {_NAME}{_END}", _direction),
        (rf"(?:on |in |at )?(?:the )?outskirts of {_NAME}{_END}", _outskirts),
        (rf"(?:near|close to|not far from) {_NAME}{_END}", _near),
        (rf"(?:along|on) {_NAME}{_END}", _along),
        (rf"border (?:town|village|post|area)(?: (?:of|with|at) {_NAME})?{_END}", _near),
        (rf"(?:in|inside|within) {_NAME}{_END}", _in),
    )
)
_NEAREST: Final = re.compile(r"the nearest (?:town|city|settlement),? (?P<of>.+)")


def parse(text: str, gazetteer: Gazetteer, borders: Mapping[str, str], *, country: str | None = None) -> Phrase:
    """The statements that words make.

    Args:
        text: in English: "about 45 km from the Iranian border and 90 km from the nearest town, Panjgur".
        gazetteer: where the names are looked up.
        borders: the border meant by each way to name one, in small letters: {"iranian border": "IRN-PAK"}.
        country: an ISO 3166-1 alpha-2 code: places are looked for in it, or nearby if it has none of the name.

    Raises:
        DataError: words that no phrase accounts for, or names that nothing is known of; one line each.
    """
    rest = re.sub(r"the nearest (town|city|settlement), ", r"the nearest \1 ", plain(text).rstrip("."))
    rest = re.sub(rf"\b({'|'.join(SMALL)})(?= (?:{'|'.join(METRES)})\b)", lambda found: str(SMALL[found[0]]), rest)
    for joined in sorted(_with_and(gazetteer), key=len, reverse=True):
        rest = rest.replace(joined, joined.replace(" and ", " & "))
    statements: list[tuple[int, Statement]] = []
    for pattern, rule in PHRASES:
        while found := pattern.search(rest):
            of = found.groupdict().get("of") or next(iter(borders))
            nearest = _NEAREST.fullmatch(of)
            of = nearest["of"] if nearest else of
            made = list(rule(found, of)) + ([Statement(relation="nearest", of=of)] if nearest else [])
            statements += [(found.start(), statement) for statement in made]
            # What was read is blanked, so that positions stay and nothing is read twice.
            rest = rest[: found.start()] + " " * (found.end() - found.start()) + rest[found.end() :]
    if not statements and (bare := rest.strip()) and isinstance(_place(bare, gazetteer, country), Place):
        # A name alone: where it is.
        statements, rest = [(0, Statement(relation="in", of=bare))], ""
    left = [word for word in re.findall(r"[^\s,;]+", rest) if word not in _FILLING]
    problems = [f"not understood: {' '.join(left)!r}; say it as in 'geomap locate --help'"] if left else []
    places: dict[str, Place] = {}

    def name(said: str) -> str:
        found = _place(said, gazetteer, country)
        if isinstance(found, Place):
            places[found.name] = found
            return found.name
        problems.append(found)
        return said

    known = [
        replace(s, of=_border(s.of, borders) or name(s.of), to=name(s.to) if s.to else None)
        for _, s in sorted(statements, key=lambda s: s[0])
    ]
    if not statements and not left:
        problems.append("nothing is said about where; name a distance, a place or an area")
    if problems:
        raise DataError("\n".join(dict.fromkeys(problems)))
    return Phrase(
        within=tuple(s.of for s in known if s.relation == "in"),
        statements=tuple(s for s in known if s.relation != "in"),
        places=tuple(places.values()),
    )


def _with_and(gazetteer: Gazetteer) -> set[str]:
    """Names that hold an "and", which otherwise parts one phrase from the next."""
    names = (plain(name) for place in gazetteer.places.values() for name in (place.name, *place.spellings))
    return {name for name in names if " and " in name}


def _border(words: str, borders: Mapping[str, str]) -> str | None:
    bare = words.removeprefix("the ").strip()
    if bare in ("border", "frontier"):
        return next(iter(borders.values()))
    return borders.get(bare) or (bare.upper() if bare.upper() in borders.values() else None)


def _place(words: str, gazetteer: Gazetteer, country: str | None) -> Place | str:
    """The place that is meant, or why none is."""
    bare = words.removeprefix("the ").replace(" & ", " and ").strip()
    found = gazetteer.resolve(bare, country=country)
    if isinstance(found, Refused) and country:
        found = gazetteer.resolve(bare)
    if isinstance(found, Place):
        return found
    meant = "".join(f"\n  it might be {candidate}" for candidate in found.candidates)
    return f"{bare!r} is neither a border nor one place of the gazetteer: {found.reason}{meant}"
