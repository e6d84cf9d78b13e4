"""The places and borders that a record's words name: of the gazetteer, and points that the table itself has under a name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import pairwise
from typing import Final, TypeAlias

from geomap import project
from geomap.errors import MissingError
from geomap.border import Border
from geomap.extract import BORDER, PLACE, Reference
from geomap.gazetteer import EXTRACT, Gazetteer, folded, likeness, radius_m, skeleton
from geomap.geometry import GEOD
from geomap.vocabulary import COUNTRIES, any_of, countries_named, countries_with_adjective, cue_words

#: A point of the table under a name is a place that reaches so far, metres; of the gazetteer the least is the same.
REACH_M: Final = 3_000.0
#: A region's point in a table stands for something so far around it.
_REGION_M: Final = 60_000.0
#: Similar names are no less alike than this.
_ALIKE: Final = 0.75
#: Points of one name in a table that are no farther apart are one place, metres.
_ONE_M: Final = 5_000.0
#: So many points of one name are kept, and so many names of a table.
_MOST_POINTS: Final = 12
_MOST_NAMES: Final = 1_000_000
#: A name has no more words.
_MOST_WORDS: Final = 5
#: A name of so many letters, all of them capitals, is an abbreviation.
_ABBREVIATION: Final = 3
#: Shorter names than this are no place where they are written small.
_LETTERS: Final = 5

_KINDS: Final = frozenset(("town", "city", "village", "camp", "commune", "settlement", "location", "locality", "hamlet", "ville", "region"))
#: What is so called has no point that a distance could count from.
_NO_POINT: Final = frozenset(
    ("province", "prefecture", "district", "state", "county", "republic", "road", "river", "confluence", "area", "event")
)
_NO_NAME: Final = cue_words("no name") | {
    *_KINDS, *("le", "la", "les", "de", "du", "des", "et", "en", "au", "aux", "dans", "axe", "axis", "near", "between", "outside"),
    *("around", "villages", "towns", "area", "region", "prefecture", "sub", "province", "district", "road", "route", "pk", "km", "kms"),
    *("along", "located", "locality", "north", "south", "east", "west", "northern", "southern", "eastern", "western", "northwest"),
    *("n", "s", "e", "w", "nw", "ne", "sw", "se", "nord", "sud", "est", "ouest", "situé", "capital", "main"),
    *("northeast", "southwest", "southeast", "kilometre", "kilometer", "kilometres", "kilometers", "approx", "about", "site"),
}  # fmt: skip
_BEFORE_SMALL: Final = frozenset(("of", "from", "near", "de", "to", "at", "and"))
_TOKEN: Final = re.compile(r"(?:(?<![^\W_])[dlDL]['’](?=[^\W_]{3}))?(?P<word>[^\W_]+(?:['’][^\W_]+)*)")
_ROAD: Final = rf"(?:{any_of('road')}|ax[ei]s?|highway|route)"
_ROAD_AFTER: Final = re.compile(rf" ?(?:[\w'-]+ ){{0,1}}{_ROAD}\b", re.IGNORECASE)
_ROAD_BEFORE: Final = re.compile(rf"\b{_ROAD}(?: of| from| between| de)? ?(?:\d+ ?)?(?:pk )?$", re.IGNORECASE)
_LINE: Final = r"(?:borders?|frontiers?|fronti[eè]re)"
_BORDER_WITH: Final = re.compile(
    rf"\b(?:the |its )?{_LINE} (?:with|of|to|avec (?:le |la )?)\s?(?P<name>[A-Z][\w.]+(?: [A-Z][\w.]+){{0,3}})"
)
_BORDER_OF: Final = re.compile(rf"\b(?:the )?(?P<name>[A-Z]\w+(?: [A-Z]\w+)?) {_LINE}\b(?! (?:town|village|guard|post|polic))")
_BARE_BORDER: Final = re.compile(rf"\bthe {_LINE}\b(?! (?:town|village|guard|post|polic|with|of|to))")
#: "The capital" by itself is that of the record's country.
_CAPITAL: Final = "thecapital"
_THE_CAPITAL: Final = re.compile(r"\bthe capital\b(?! (?:of|city|town)\b|,? [A-Z])")
#: The nearest of a country's borders.
ANY_BORDER: Final = "any"


@dataclass(frozen=True, slots=True)
class Point:
    """A place that a name may mean: degrees, how far it reaches in metres, and who has it."""

    name: str
    lon: float
    lat: float
    reach_m: float
    source: str
    exact: bool = True  #: whether the name is written so, or only similar


#: Points by their country's alpha-3 code ("" where none is told) and their folded name without blanks.
Named: TypeAlias = dict[tuple[str, str], list[Point]]


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
    return " ".join(words[:-1] if len(words) > 1 and words[-1].casefold() in _KINDS else words)


def add_named(named: Named, country: str, name: str, lon: float, lat: float, row: int) -> None:
    """Take a row's point for its named place, unless the name is of an area or a road.

    Args:
        named: what is known so far.
        country: its alpha-3 code.
        name: as the table has it, "Marsville town".
        lon: degrees.
        lat: likewise.
        row: its number, counted from 1.
    """
    words = name.split()
    if not words or len(words) > _MOST_WORDS or not words[0][:1].isalpha() or len(named) >= _MOST_NAMES:
        return
    small = [word.casefold().strip(",.()") for word in words]
    if not _NO_POINT.isdisjoint(small) or re.search(r"[(\d]{2}|km\b", name):
        return
    bare = bare_name(name)
    words = bare.split()
    numbered = len(words) > 1 and (words[-1].isdigit() or set(words[-1]) <= set("IVX"))
    reach = _REGION_M if small[-1] == "region" else REACH_M
    for called in (bare, " ".join(words[:-1])) if numbered else (bare,):
        points = named.setdefault((country, key_of(called)), [])
        if len(points) < _MOST_POINTS and all(GEOD.inv(lon, lat, one.lon, one.lat)[2] > _ONE_M for one in points):
            points.append(Point(bare, lon, lat, reach, f"row {row:,}"))


@dataclass
class Places:
    """The places of one country: the gazetteer's, and the table's own."""

    country: str  #: alpha-3; "" where none is known
    named: Mapping[tuple[str, str], list[Point]] = field(default_factory=dict)
    _answers: dict[str, tuple[Point, ...]] = field(default_factory=dict, init=False, repr=False)

    def is_known(self, key: str) -> bool:
        """Whether a folded name is a place's."""
        return key in _of_country(self.country) or (self.country, key) in self.named

    def points(self, name: str) -> tuple[Point, ...]:
        """The points that a name may mean; similar ones where none is written so."""
        if name not in self._answers:
            if len(self._answers) > 50_000:
                self._answers.clear()
            self._answers[name] = tuple(self._points(name))
        return self._answers[name]

    def _points(self, name: str) -> list[Point]:
        key = key_of(name)
        listed = _of_country(self.country).get(key, [])
        if key == _CAPITAL:
            capitals = next((country.capitals for country in COUNTRIES.values() if country.alpha3 == self.country), ())
            return [point for name in capitals[:1] for point in self.points(name) if point.exact]
        own = self.named.get((self.country, key), [])
        own = [one for one in own if one.reach_m < _REGION_M] or ([] if listed else own)
        apart = [one for one in own if all(GEOD.inv(one.lon, one.lat, p.lon, p.lat)[2] > _ONE_M for p in listed)]
        found = [*listed, *apart]
        return found or list(self._similar(folded(name)))

    def _similar(self, name: str) -> Iterator[Point]:
        bones = skeleton(name)
        if len(bones) < 3:
            return
        for one in (*_by_bones(self.country).get(bones, ()), *self._own_by_bones.get(bones, ())):
            if likeness(name, folded(one.name)) >= _ALIKE:
                yield Point(one.name, one.lon, one.lat, one.reach_m, one.source, exact=False)

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
            point = Point(row["name"], float(row["lon"]), float(row["lat"]), radius_m(people), f"GeoNames {row['key']}")
            for name in row["names"].strip("|").split("|"):
                found.setdefault(name.replace(" ", ""), []).append(point)
    return found


@cache
def _by_bones(alpha3: str) -> Mapping[str, list[Point]]:
    found: dict[str, list[Point]] = {}
    for point in {id(p): p for points in _of_country(alpha3).values() for p in points}.values():
        found.setdefault(skeleton(folded(point.name)), []).append(point)
    return found


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    capital: bool
    known: int = 0  #: so many words from here on are a known name


def names_in(text: str, places: Places) -> list[Reference]:
    """The places that a note names, and the borders, each with its offsets.

    Names are known ones, the longest first, and runs of capitalised words that nobody knows. Words joined to a known name by a
    hyphen, or that follow it and begin with a capital, make another name of it, unless a word for a road says that they are two.
    """
    found = list(_borders_in(text, places.country))
    found += [Reference(*match.span(), PLACE) for match in _THE_CAPITAL.finditer(text)]
    taken = [(one.start, one.end) for one in found]
    return [*found, *(Reference(a, b, PLACE) for a, b in _names(text, places) if not any(a < d and c < b for c, d in taken))]


def _names(text: str, places: Places) -> Iterator[tuple[int, int]]:
    words = [_Word(m.start("word"), m.end("word"), m["word"][:1].isupper()) for m in _TOKEN.finditer(text)]
    at = 0
    while at < len(words):
        parts = []  # of one run: first word, the one after the last, whether known
        while at < len(words) and (not parts or _is_joined(text, words[at - 1], words[at])):
            count = _known(text, words, at, places)
            if not count and not _is_name(text, words[at], bool(parts)):
                break
            parts.append((at, at + (count or 1), bool(count)))
            at += count or 1
        if not parts:
            at += 1
            continue
        yield from _parted(text, words, parts)


def _parted(text: str, words: list[_Word], parts: list[tuple[int, int, bool]]) -> Iterator[tuple[int, int]]:
    """The names of a run: its parts where a road joins them by hyphens, else the whole."""
    start, end = words[parts[0][0]].start, words[parts[-1][1] - 1].end
    hyphens = [n for n in range(1, len(parts)) if text[words[parts[n][0] - 1].end : words[parts[n][0]].start] in ("-", "–", "—")]
    known = [n for n, part in enumerate(parts) if part[2]]
    road = _ROAD_AFTER.match(text, end) or _ROAD_BEFORE.search(text, max(0, start - 30), start)
    cuts = [n for n in hyphens if n in known or n - 1 in known] if road else []
    cuts += [n for n in known if n - 1 in known and n not in hyphens]  # two known names with a blank between are two
    for a, b in pairwise((0, *sorted(cuts), len(parts))):
        first, last = words[parts[a][0]].start, words[parts[b - 1][1] - 1].end
        written = text[first:last]
        if not countries_named(written) and not _is_abbreviation(written):
            yield first, last


def _known(text: str, words: list[_Word], at: int, places: Places) -> int:
    """How many words from one on are a known name; 0 where it begins none."""
    first = words[at]
    if not first.capital and (first.end - first.start < _LETTERS or not _is_small_name(text, words, at)):
        return 0
    for count in range(min(_MOST_WORDS, len(words) - at), 0, -1):
        last = words[at + count - 1]
        between = (text[a.end : b.start] for a, b in zip(words[at : at + count - 1], words[at + 1 : at + count], strict=True))
        if any(sign not in (" ", "-", "–", "—") for sign in between):
            continue
        written = text[first.start : last.end]
        if count > 1 and written[-1].isdigit() and re.match(r" ?(?:km|kilom|mile|m\b)", text[last.end :], re.IGNORECASE):
            continue  # "Marsville 3 km from" is no "Marsville 3"
        if count == 1 and (written.casefold() in _NO_NAME or _is_abbreviation(written)):
            continue
        if places.is_known(key_of(written)):
            return count
    return 0


_AFTER_KIND: Final = re.compile(r"(?:town|village|city|ville|kilom[eè]tres|km) (?:of|de) $", re.IGNORECASE)


def _is_small_name(text: str, words: list[_Word], at: int) -> bool:
    """Whether a word that is written small may be a name: after "of" or "from"."""
    return at > 0 and text[words[at - 1].start : words[at - 1].end].casefold() in _BEFORE_SMALL


def _is_abbreviation(written: str) -> bool:
    return written.isupper() and len(written) <= _ABBREVIATION


def _is_name(text: str, word: _Word, goes_on: bool) -> bool:
    written = text[word.start : word.end]
    if written.isdigit():
        return False
    named = word.capital or (not goes_on and bool(_AFTER_KIND.search(text, max(0, word.start - 20), word.start)))
    return named and written.casefold() not in _NO_NAME and not re.match(r"(?i)(?:pk|km)\d", written)


def _is_joined(text: str, one: _Word, other: _Word) -> bool:
    """Whether a word goes on the name before it: a blank or a hyphen alone stands between."""
    return text[one.end : other.start] in (" ", "-", "–", "—")


def _borders_in(text: str, alpha3: str) -> Iterator[Reference]:
    """The borders of a country that a note names, by their pair, or `ANY_BORDER`."""
    found: list[tuple[int, int]] = []
    for pattern in (_BORDER_WITH, _BORDER_OF, _BARE_BORDER):
        for match in pattern.finditer(text):
            if any(a < match.end() and match.start() < b for a, b in found):
                continue
            named = match.groupdict().get("name")
            border = border_with(alpha3, named) if named else ANY_BORDER
            if border:
                found.append(match.span())
                yield Reference(match.start(), match.end(), BORDER, border=border)


@cache
def border_with(alpha3: str, name: str) -> str | None:
    """The border of a country with one that is named, or its adjective; None where they share none."""
    words = name.split()
    for count in range(len(words), 0, -1):
        called = " ".join(words[:count]).rstrip(".,")
        for code in (*countries_named(called), *countries_with_adjective(called)):
            pair = f"{alpha3}-{COUNTRIES[code].alpha3}"
            if border_of(pair):
                return pair
    return None


@cache
def border_of(pair: str) -> Border | None:
    """The border of a pair; None where the countries share none."""
    try:
        return Border.read(pair)
    except MissingError:
        return None
