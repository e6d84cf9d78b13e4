"""Where a name may lie: places of the gazetteer, and points that the table itself has under a name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, cached_property, lru_cache
from typing import Final, TypeAlias

from geomap import project
from geomap.gazetteer import EXTRACT, Gazetteer, folded, likeness, radius_m, skeleton
from geomap.geometry import GEOD
from geomap.vocabulary import COUNTRIES, cue_words

#: A point of the table under a name is a place that reaches so far, metres; of the gazetteer the least is the same.
REACH_M: Final = 3_000.0
#: A region's point in a table stands for something so far around it.
_REGION_M: Final = 60_000.0
#: Similar names are no less alike than this.
_ALIKE: Final = 0.75
#: A place of so many people is what its name means where no more than the country is known.
_TOWN: Final = 20_000
#: A cell with a figure or a bracket is no plain name.
_NO_NAME: Final = re.compile(r"\(|\d\d|\bkm\b")
#: Points of one name in a table that are no farther apart are one place, metres.
_ONE_M: Final = 5_000.0
#: So many points of one name are kept, and so many names of a table.
_MOST_POINTS: Final = 12
_MOST_NAMES: Final = 1_000_000
#: A name has no more words.
MOST_WORDS: Final = 5
#: So many answers about names are kept.
_MOST_KEPT: Final = 50_000
#: "The capital" by itself is that of the record's country.
CAPITAL: Final = "the capital"


@dataclass(frozen=True, slots=True)
class Point:
    """A place that a name may mean: degrees, how far it reaches in metres, and who has it."""

    name: str
    lon: float
    lat: float
    reach_m: float
    source: str
    well_known: bool = False  #: whether nobody would take its name for another place's in its country
    exact: bool = True  #: whether the name is written so, or only similar


#: Points by their country's alpha-3 code ("" where none is told) and their folded name without blanks.
Named: TypeAlias = dict[tuple[str, str], list[Point]]


@lru_cache(maxsize=1 << 14)
def key_of(name: str) -> str:
    """A name as it is looked up: folded, without blanks.

    >>> key_of("Kaga-Bandoro") == key_of("KAGA BANDORO")
    True
    """
    return folded(name).replace(" ", "")


def bare_name(name: str) -> str:
    """A place's name without the word for its kind.

    >>> bare_name("Marsville town"), bare_name("Town")
    ('Marsville', 'Town')
    """
    words = name.split()
    return " ".join(words[:-1] if len(words) > 1 and words[-1].casefold() in cue_words("kind of named point") else words)


def add_named(named: Named, country: str, name: str, lon: float, lat: float, row: int, *, precise: bool = True) -> None:
    """Take a row's point for its named place, unless the name is of an area or a road.

    Args:
        named: what is known so far.
        country: its alpha-3 code.
        name: as the table has it, "Marsville town".
        lon: degrees.
        lat: likewise.
        row: its number, counted from 1.
        precise: whether the row's point is known to be near its place; else it may stand for a region alone.
    """
    words = name.split()
    if not words or len(words) > MOST_WORDS or not words[0][:1].isalpha() or len(named) >= _MOST_NAMES:
        return
    small = [word.casefold().strip(",.()") for word in words]
    if not cue_words("kind without a point").isdisjoint(small) or _NO_NAME.search(name):
        return
    region = small[-1] == "region"
    if not (precise or region):
        return
    bare = bare_name(name)
    words = bare.split()
    numbered = len(words) > 1 and (words[-1].isdigit() or set(words[-1]) <= set("IVX"))
    for called in (bare, " ".join(words[:-1])) if numbered else (bare,):
        points = named.setdefault((country, key_of(called)), [])
        if len(points) < _MOST_POINTS and all(GEOD.inv(lon, lat, one.lon, one.lat)[2] > _ONE_M for one in points):
            points.append(Point(bare, lon, lat, _REGION_M if region else REACH_M, f"row {row:,}", well_known=region))


@dataclass
class Places:
    """The places of one country: the gazetteer's, and the table's own; and those beyond the borders that are asked for."""

    country: str  #: alpha-3; "" where none is known
    named: Mapping[tuple[str, str], list[Point]] = field(default_factory=dict)
    pairs: tuple[tuple[str, str], ...] = ()  #: the countries of each border that is asked for, alpha-3
    _answers: dict[str, tuple[Point, ...]] = field(default_factory=dict, init=False, repr=False)

    def is_known(self, key: str) -> bool:
        """Whether a folded name is a place's."""
        return any(key in _of_country(code) or (code, key) in self.named for code in (self.country, *self.beyond))

    @cached_property
    def beyond(self) -> tuple[str, ...]:
        """The other countries at the borders that are asked for, alpha-3."""
        return tuple(dict.fromkeys(code for pair in self.pairs for code in pair if code != self.country))

    def points(self, name: str) -> tuple[Point, ...]:
        """The points that a name may mean: in its country, else beyond the borders; similar ones where none is written so."""
        if name not in self._answers:
            if len(self._answers) > _MOST_KEPT:
                self._answers.clear()
            self._answers[name] = tuple(self._points(name))
        return self._answers[name]

    def abroad(self, name: str) -> tuple[Point, ...]:
        """The points that a name may mean beyond the borders that are asked for."""
        return tuple(point for code in self.beyond for point in self._written_so(code, key_of(name)))

    def _points(self, name: str) -> list[Point]:
        key = key_of(name)
        if key == key_of(CAPITAL):
            capitals = next((country.capitals for country in COUNTRIES.values() if country.alpha3 == self.country), ())
            return [point for name in capitals[:1] for point in self.points(name) if point.exact]
        return self._written_so(self.country, key) or [*self.abroad(name)] or [*self._similar(folded(name))]

    def _written_so(self, country: str, key: str) -> list[Point]:
        listed, own = _of_country(country).get(key, []), self.named.get((country, key), [])
        own = [one for one in own if one.reach_m < _REGION_M] or ([] if listed else own)
        apart = [one for one in own if all(GEOD.inv(one.lon, one.lat, p.lon, p.lat)[2] > _ONE_M for p in listed)]
        return [*listed, *apart]

    def _similar(self, name: str) -> Iterator[Point]:
        bones = skeleton(name)
        if len(bones) < 3:
            return
        for one in (*_by_bones(self.country).get(bones, ()), *self._own_by_bones.get(bones, ())):
            if likeness(name, folded(one.name)) >= _ALIKE:
                yield replace(one, exact=False)

    @cached_property
    def _own_by_bones(self) -> Mapping[str, list[Point]]:
        found: dict[str, list[Point]] = {}
        for (country, _), points in self.named.items():
            for one in points if country == self.country else ():
                found.setdefault(skeleton(folded(one.name)), []).append(one)
        return found


@cache
def _of_country(alpha3: str) -> Mapping[str, list[Point]]:
    """The settlements of a country in the gazetteer by their folded names without blanks."""
    code = next((code for code, country in COUNTRIES.items() if country.alpha3 == alpha3), "")
    found: dict[str, list[Point]] = {}
    extract = Gazetteer({}, {}, project.path(EXTRACT), frozenset({code})).extract if code else None
    for row in extract or ():
        if row["country"] == code and row["level"] == "settlement":
            people = int(row["population"])
            at = float(row["lon"]), float(row["lat"])
            point = Point(row["name"], *at, radius_m(people), f"GeoNames {row['key']}", well_known=people >= _TOWN)
            for name in row["names"].strip("|").split("|"):
                found.setdefault(name.replace(" ", ""), []).append(point)
    return found


@cache
def _by_bones(alpha3: str) -> Mapping[str, list[Point]]:
    found: dict[str, list[Point]] = {}
    for point in {id(p): p for points in _of_country(alpha3).values() for p in points}.values():
        found.setdefault(skeleton(folded(point.name)), []).append(point)
    return found
