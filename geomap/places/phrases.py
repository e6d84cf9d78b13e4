"""A person's words about a place become spatial statements: "45 km from the Iranian border and 90 km from Panjgur".

What no phrase of the grammar accounts for is reported, never dropped. Words that only a map of parts could follow
("southeastern Iran") are taken as the whole, which is no finer than they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from shapely.geometry import Point

from geomap.errors import DataError
from geomap.gazetteer import Gazetteer, Place
from geomap.geometry import GEOD
from geomap.language import Coordinates, coordinates, normalised_words
from geomap.model import Statement
from geomap.places.distances import HALFWAY
from geomap.places.grammar import phrases
from geomap.places.names import EXACT, LINE_WORDS, border_meant, part_meant, place_meant
from geomap.places.pieces import FILLING
from geomap.places.writing import written
from geomap.vocabulary import LEVELS


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """What words say of a place: what holds it, finest first, and how it lies to other places and the border.

    ``places`` are those that the words name.
    """

    within: tuple[str, ...]  #: the path of names that hold the place, finest first
    statements: tuple[Statement, ...]  #: in the order of the words
    places: tuple[Place, ...]


_FROM: Final = ("distance", "near", "beyond")
_OF_AN_AREA: Final = ("along", "borders", "outside", "part")

_NEAREST: Final = re.compile(r"the nearest (?:town|city|settlement),? (?P<of>.+)")
_ASIDE: Final = re.compile(r"\s*an? (?:\w+ )?(?:town|village|city)\b")


def parse(text: str, gazetteer: Gazetteer, borders: Mapping[str, str], *, country: str | None = None) -> Phrase:
    """The statements that words make.

    A name after a comma says what holds the one before it; a name alone is where the place is.

    Args:
        text: in English: "about 45 km from the Iranian border and 90 km from the nearest town, Panjgur".
        gazetteer: where the names are looked up.
        borders: the border meant by each way to name one, in small letters: {"iranian border": "IRN-PAK"}; other ways to put
            the same words are understood, too.
        country: an ISO 3166-1 alpha-2 code: places are looked for in it, or nearby if it has none of the name.

    Raises:
        DataError: words that no phrase accounts for, or names that nothing is known of; one line each.
    """
    text, printed = _points(text, gazetteer)
    gazetteer = replace(gazetteer, places={**gazetteer.places, **{place.name: place for place in printed}})
    names = _Names(gazetteer, borders, country)
    found, rest = _read(written(text, gazetteer, borders))
    found, left = _bare_names(found, rest, names)
    if left:
        names.problems.append(f"not understood: {' '.join(left)!r}; say it as in 'geomap locate --help'")
    elif not found:
        names.problems.append("nothing is said about where; name a distance, a place or an area")
    known: list[Statement] = []
    # What holds the place comes first: it may say which of its namesakes another place is.
    for _, _, s in sorted(found, key=lambda f: (f[2].relation != "in", f[0])):
        known += names.resolved(s, [k.of for k in known if k.relation == "in"])
    if names.problems:
        raise DataError(*dict.fromkeys(names.problems))
    places = names.places
    return Phrase(
        within=tuple(sorted((s.of for s in known if s.relation == "in"), key=lambda n: LEVELS.index(places[n].level))),
        statements=tuple(dict.fromkeys(_halved(s, places) for s in known if s.relation != "in")),
        places=tuple(places.values()),
    )


def _points(text: str, gazetteer: Gazetteer) -> tuple[str, list[Place]]:
    """The words with each point that they print as coordinates named by a letter, and these points as places."""
    try:
        found = list(coordinates(text))
    except ValueError as error:
        raise DataError(str(error)) from error
    places = []
    for number, point in reversed(list(enumerate(found))):
        called = f"coordinates {'abcdefghij'[number % 10] * (1 + number // 10)}"
        before = re.sub(r"(?:the )?coordinates?(?: of)?:? *$", "", text[: point.start], flags=re.IGNORECASE)
        text = f"{before} {called} {text[point.end :]}"
        places.append(_printed_point(point, called, gazetteer))
    return text, places


def _printed_point(point: Coordinates, called: str, gazetteer: Gazetteer) -> Place:
    """A point with how far its last digit leaves it open, metres."""
    here = Point(point.lon, point.lat)
    country = next((code for code, area in gazetteer.areas.items() if "-" not in code and area.covers(here)), None)
    reach_m = max(1.0, GEOD.inv(point.lon, point.lat, point.lon, point.lat + (-1 if point.lat > 0 else 1) * point.step / 2)[2])
    return Place(
        name=f"{abs(point.lat):.8g}° {'S' if point.lat < 0 else 'N'} {abs(point.lon):.8g}° {'W' if point.lon < 0 else 'E'}",
        spellings=(called,),
        level="site",
        country=country,
        lon=point.lon,
        lat=point.lat,
        radius_m=round(reach_m * 2**0.5),
        source="the words themselves",
    )


class _Names:
    """The names that statements hold, looked up: the places found, and what is wrong with the others, a sentence each."""

    def __init__(self, gazetteer: Gazetteer, borders: Mapping[str, str], country: str | None) -> None:
        self.gazetteer = gazetteer
        self.borders = borders
        self.country = country
        self.places: dict[str, Place] = {}
        self.problems: list[str] = []

    def resolved(self, s: Statement, holders: Iterable[str]) -> tuple[Statement, ...]:
        """A statement with names of the gazetteer, and with the border's id where it means one; two where it is of a part."""
        parts = [None if not words or self._border(words) else part_meant(words, self.gazetteer) for words in (s.of, s.to)]
        if s.relation == "in" and parts[0]:
            side, whole = parts[0]
            if side:  # "central X" is a town's middle
                self._check_kind(whole)
            ways: tuple[Statement, ...] = (replace(s, of=whole), Statement(relation="part", of=whole, bearing=side))
            return tuple(self._resolved(statement, holders) for statement in ways)
        for part in filter(None, parts):
            if part[0]:
                self.problems.append(
                    f"{s.of!r}: from a part of a place nothing can be measured; name a place, or all of {part[1]!r}"
                )
        return (self._resolved(s, holders),)

    def _check_kind(self, words: str) -> None:
        """Part of which: a town that bears the name of its province or district does not say."""
        place = self._meant(words)
        if isinstance(place, Place) and place.level not in AREA_LEVELS and (area := self._area(words)):
            self.problems.append(
                f"{words!r} is {place.name}, a town, and {area.name}, a {area.level}; say 'the city of' or its kind"
            )

    def _area(self, words: str) -> Place | None:
        """The district or province of a name, which may also be a town's."""
        bare, comma, holders = words.partition(",")
        said = (self._meant(f"{bare} {kind}{comma}{holders}") for kind in ("district", "province"))
        return next((place for place in said if isinstance(place, Place) and place.level in AREA_LEVELS), None)

    def _resolved(self, s: Statement, holders: Iterable[str]) -> Statement:
        if s.relation == "across":
            return replace(s, relation="in", of=self._facing(s.of))
        if not s.to and (border := self._border(s.of) or (s.relation in _FROM and self._border_of_country(s.of))):
            if s.relation == "direction":
                so = f"{s.distance_m / 1000:g} km inside" if s.distance_m else f"near {s.of} in"
                self.problems.append(
                    f"nothing can be drawn for a side of {s.of!r} by the compass; name its country: '{so} COUNTRY'"
                )
            return replace(s, of=border, relation="along" if s.relation == "in" else s.relation)
        holders = holders if s.relation != "in" else ()
        if (
            s.relation in _OF_AN_AREA
            and isinstance(town := self._meant(s.of, holders), Place)
            and town.level not in AREA_LEVELS
        ):
            area = self._area(s.of) if s.relation in ("along", "borders") else None
            s = replace(s, of=area.name) if area else s
        return replace(s, of=self._place(s.of, holders), to=self._place(s.to, holders) if s.to else None)

    def is_place(self, words: str) -> bool:
        """Whether words name one place or a part of one, and no border."""
        named = isinstance(self._meant(words), Place) or part_meant(words, self.gazetteer) is not None
        return named and not self._border(words)

    def is_listed(self, words: str) -> bool:
        """Whether a place is called so, be it one of several."""
        found = self.gazetteer.resolve(words.strip().removeprefix("the "))
        return isinstance(found, Place) or any(one.score >= EXACT for one in found.candidates)

    def why_not(self, words: str) -> str:
        """Why words name no place; empty where they do."""
        found = self._meant(words)
        return found if isinstance(found, str) else ""

    def _meant(self, words: str, within: Iterable[str] = ()) -> Place | str:
        return place_meant(words, gazetteer=self.gazetteer, country=self.country, within=within)

    def _border(self, words: str) -> str | None:
        return border_meant(words, self.borders)

    def _place(self, words: str, holders: Iterable[str]) -> str:
        """A place's listed name; the words themselves, with a problem, where there is none."""
        place = self._meant(words, within=holders)
        if isinstance(place, Place):
            self.places[place.name] = place
            return place.name
        if self._border(words):
            place = f"{words!r} is a border: 'between' and 'on the road' need two places; say how far from the border"
        elif LINE_WORDS & set(words.split()):
            place = f"{words!r} is not {next(iter(self.borders.values()))}; name another border with --border"
        self.problems.append(place)
        return words

    def _border_of_country(self, words: str) -> str | None:
        """The border meant by a country's name: "40 km from Russia" is so far from its border."""
        place = self._meant(words)
        return self._border(f"{words} border") if isinstance(place, Place) and place.level == "country" else None

    def _facing(self, words: str) -> str:
        """The country across the border from a place, where the gazetteer keeps both countries."""
        here = self.places.get(self._place(words, ()))
        countries = [p for p in self.gazetteer.places.values() if p.level == "country"]
        sides = [p for p in countries if self._border(f"{normalised_words(p.name)} border")]
        others = [side for side in sides if here and side.country != here.country]
        if len(sides) != len({"here", "there"}) or len(others) != 1:
            self.problems.append(
                f"which country lies across the border from {words!r} is not known; name it, as in 'in COUNTRY'"
            )
            return words
        self.places[others[0].name] = others[0]
        return others[0].name


#: Levels of places that have an edge.
AREA_LEVELS: Final = ("district", "province", "country")

Found = tuple[int, int, Statement]  # where its words begin and end, and what they say


def _read(rest: str) -> tuple[list[Found], str]:
    """The statements of all phrases, and the words with those read blanked: positions stay and nothing is read twice."""
    found: list[Found] = []
    for pattern, rule in phrases():
        while match := pattern.search(rest):
            # A phrase that names no border means the one in question.
            parts = {"of": "border", **{key: words for key, words in match.groupdict().items() if words is not None}}
            nearest = _NEAREST.fullmatch(parts["of"])
            parts["of"] = nearest["of"] if nearest else parts["of"]
            made = [*rule(parts), *([Statement(relation="nearest", of=parts["of"])] if nearest else [])]
            found += [(match.start(), match.end(), statement) for statement in made]
            rest = rest[: match.start()] + " " * (match.end() - match.start()) + rest[match.end() :]
    return found, rest


def _bare_names(found: list[Found], rest: str, names: _Names) -> tuple[list[Found], list[str]]:
    """The statements with the names that stand alone between commas: each says what holds the one before it, or where it is.

    The second value is the words that are left: no filling and no names.
    """
    left: list[str] = []
    is_place = names.is_place
    chunks = list(re.finditer(r"[^,;]+", rest))
    ends = 0
    for number, chunk in enumerate(chunks):
        if chunk.start() < ends:
            continue  # it was read with the name before it
        said = [f for f in found if f[2].relation != "borders"]  # what follows a neighbour is said of the place that has it
        before = max((end for _, end, _ in said if end <= chunk.start()), default=0)
        owners = [s for _, end, s in said if end == before and not rest[before : chunk.start()].strip(" ,")]
        if (aside := _ASIDE.match(chunk[0])) and any(is_place(s.to or s.of) for s in owners if s.relation != "in"):
            left.append(aside[0].strip())  # what follows is said of the place before it
            continue
        words = [word for word in chunk[0].split() if word not in FILLING]
        if not words:
            continue
        bare = chunk[0].strip().removeprefix("the ")
        named = [s for s in owners if is_place(s.to or s.of) or is_place(f"{s.to or s.of}, {bare}")]
        if named and all(is_place(f"{s.to or s.of}, {bare}") for s in named):
            held = [replace(s, to=f"{s.to}, {bare}") if s.to else replace(s, of=f"{s.of}, {bare}") for s in named]
            start = min(start for start, _, s in found if s in named)
            found = [f for f in found if f[2] not in named] + [(start, chunk.end(), s) for s in held]
        elif named and is_place(bare):
            names.problems += dict.fromkeys(names.why_not(f"{s.to or s.of}, {bare}") for s in named)
        elif named or (found and chunk[0].lstrip().startswith("and ")):  # "10 km from A and B" is not in B
            left += words
        elif whole := next((w for w in _with_holders(chunks[number:]) if is_place(w[0])), None):
            ends = whole[1]
            found = [*found, (chunk.start(), ends, Statement(relation="in", of=whole[0]))]
        elif names.is_listed(chunk[0]):  # why it is no place, with what may hold it, is said where it is looked up
            after = chunks[number + 1 : number + 2]
            ends = after[0].end() if after and is_place(after[0][0].strip()) else chunk.end()
            found = [*found, (chunk.start(), ends, Statement(relation="in", of=rest[chunk.start() : ends].strip()))]
        else:
            left += words
    return found, left


def _with_holders(chunks: Sequence[re.Match[str]]) -> Iterator[tuple[str, int]]:
    """A name by itself, then with the names after it that may hold it, each with where its words end."""
    names = [chunk[0].strip().removeprefix("the ") for chunk in chunks[:3]]
    for count in range(1, len(names) + 1):
        yield ", ".join(names[:count]), chunks[count - 1].end()


def _halved(statement: Statement, places: Mapping[str, Place]) -> Statement:
    """A statement with half of its way as a distance, where it says so and the way is known."""
    if statement.distance_m != HALFWAY:
        return statement
    one, other = places[statement.of], places[statement.to or ""]
    ends = (one.lon, one.lat, other.lon, other.lat)
    return replace(statement, distance_m=None if None in ends else GEOD.inv(*ends)[2] / 2)
