"""Which places an account's names mean, and the rows of a places file that say so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final, Literal, TypeAlias

from geomap.extract.places import Mention
from geomap.gazetteer import PEOPLE, TIMES, Gazetteer, Place, Unresolved, country_named, folded, wrong_in
from geomap.geometry import GEOD
from geomap.language import normalised_words
from geomap.model import Span
from geomap.vocabulary import COUNTRIES, Level, any_of, cue_words

#: How far a district reaches from its administrative centre, as far as nobody has said otherwise, metres; a province twice.
DISTRICT_M: Final = 40_000.0
#: A longer way than this is no place, metres.
LONGEST_WAY_M: Final = 150_000.0
_ROAD_AFTER: Final = re.compile(rf" (?:[a-z-]+ )?{any_of('road')}\b")
_ROAD_BEFORE: Final = re.compile(rf"\b(?:{any_of('road')} (?:\w+ )?)?(?:{any_of('of a road')}|between)\s[^.;,]*$")
#: So many answers of the gazetteer are kept.
_MOST_KNOWN: Final = 50_000

#: What the gazetteer answered, by the words, their level, the country and the names of what holds them.
Known: TypeAlias = dict[tuple[str, str, str | None, tuple[str, ...]], Place | Unresolved]


@dataclass(frozen=True, slots=True)
class Named:
    """A path of places with where each is named, the rule that found the finest, and why it has no point, if so."""

    path: tuple[str, ...]
    spans: tuple[Span, ...]
    rule: str
    why: str | None = None


@dataclass(frozen=True, slots=True)
class _Answer:
    """The place that a name means, the rule that says so, and why there is none."""

    place: Place | None
    rule: str = "unresolved"
    why: str | None = None


@dataclass
class Rows:
    """Places that a places file must list for claims to name them, by name."""

    gazetteer: Gazetteer
    home: frozenset[str]  #: alpha-2 codes of the story's countries
    places: dict[str, Place] = field(default_factory=dict)
    spelled: dict[str, str] = field(default_factory=dict)  #: normalised words → the listed name
    known: Known = field(default_factory=dict)  #: shared by the texts that one `Proposer` reads
    raw: str = ""  #: the text

    def __post_init__(self) -> None:
        self._taken = {key for place in (*self.gazetteer.places.values(), *self.places.values()) for key in _keys(place)}

    def named(self, mention: Mention, hints: Sequence[str], raw: str) -> Named | None:
        """A mention and what holds it as a path of listed names; rows are added for those that no file lists.

        Args:
            mention: the finest name.
            hints: names of other places in the text that may hold it.
            raw: the text.
        """
        path: dict[str, Span] = {}  # the coarsest first
        holders: list[tuple[str, Place]] = []  # the finest first
        answer = _Answer(None)
        name = None
        for one in (*reversed(mention.holders), mention):
            answer = self._resolve(one, [place for _, place in holders], hints)
            name = self._listed(one, answer.place, [name for name, _ in holders], raw)
            if name is not None:
                holders.insert(0, (name, answer.place or Place(name=name, level="settlement")))
                path.setdefault(name, Span(*one.stretch))
        if name is None:
            return None
        finest_first = list(dict.fromkeys(name for name, _ in holders))
        return Named(tuple(finest_first), tuple(path[name] for name in finest_first), answer.rule, answer.why)

    def home_of(self, mention: Mention) -> Literal["home", "elsewhere", "nowhere"]:
        """Whether a name is of a place in the story's countries, of one elsewhere, or of none that the gazetteer has."""
        answer = self._resolve(mention, (), ())
        if answer.place is None:
            return "nowhere"
        return "home" if answer.place.country in self.home and answer.place.level != "country" else "elsewhere"

    def way(self, of: Mention, to: Mention, hints: Sequence[str], raw: str) -> Named | None:
        """A road, or any way between two places, as a place: around its middle, where both ends have a point.

        Args:
            of: one end.
            to: the other.
            hints: names of other places in the text that may hold them.
            raw: the text.
        """
        ends = [self.named(end, hints, raw) for end in (of, to)]
        one, other = (self._point(end.path[0]) if end else None for end in ends)
        start, end = _words_of_way(of, to, raw)
        row = Place(name=" ".join(raw[start:end].split()), level="site")
        if one and other:
            row = _around_way(row, one, other)
        spelled = normalised_words(row.name)
        if spelled not in self.spelled and not self._add(row):
            return None
        name = self.spelled.setdefault(spelled, row.name)
        why = None if row.lon is not None else f"{name}: its ends are not in the gazetteer, or too far apart"
        return Named((name,), (Span(start, end),), "way", why)

    def _point(self, name: str) -> Place | None:
        """A listed place that has a point and is no area."""
        place = self.places.get(name) or self.gazetteer.places.get(name)
        return place if place and place.lon is not None and place.level in ("settlement", "site") else None

    def _resolve(self, one: Mention, holders: Sequence[Place], hints: Sequence[str]) -> _Answer:
        """The place that a name means in its context: of its holders, else of the story's countries, else a well-known one."""
        country = country_named(one.name, self.gazetteer.areas)
        if country and one.level in ("", "country"):
            return _Answer(country, "country")
        words = f"{one.name} {one.level}" if one.level in ("district", "province") else one.name
        kept = self.gazetteer.find(words) or self.gazetteer.find(one.name)
        if kept and (kept.level != "country" or not holders):
            return _Answer(kept, "listed place")
        names = tuple(p.name for p in holders if p.lon is not None or p.area or p.level == "country")
        places: dict[object, tuple[Place, str]] = {}
        reason = None
        for within, code, rule in self._contexts(names, holders, hints):
            found = self._ask(words, one.level, within, code)
            if isinstance(found, Unresolved):
                reason = reason or found.reason
                continue
            places[found.geonames_id or found.area] = found, rule
            if rule != "home country":
                break
        if len(places) > 1:
            return self._of_namesakes(one, dict(places.values()))
        for place, rule in places.values():
            return _Answer(place, f"{rule}, small" if place.doubt else rule)
        if (bare := _without_kind(one.name)) and not country_named(bare, self.gazetteer.areas):
            return self._resolve(replace(one, name=bare), holders, hints)
        return _Answer(None, why=reason or f"{one.name} is not in the gazetteer")

    def _of_namesakes(self, one: Mention, rules: Mapping[Place, str]) -> _Answer:
        """Which of several countries' places of a name is meant: the far greater, else the one whose province the text names.

        A place whose people nobody counted is not far greater than another.
        """
        people = {place: PEOPLE.get(place.level) or self.gazetteer.people(place) for place in rules}
        for place, rule in rules.items():
            if place.doubt is None and people[place] and all(people[place] >= TIMES * people[o] for o in rules if o != place):
                return _Answer(place, rule)
        named = [place for place in rules if self._names_province_of(place, folded(one.name))]
        if len(named) == 1:
            return _Answer(named[0], "container elsewhere")
        where = " and ".join(f"{place.name} in {COUNTRIES[place.country].name}" for place in rules if place.country)
        return _Answer(None, why=f"{one.name}: a place of each country has this name: {where}")

    def _names_province_of(self, place: Place, but: str) -> bool:
        """Whether the text names the province of a place, or a town that is called so, otherwise than in a name, folded."""
        provinces = [holder for holder in self.gazetteer.around(place) if holder.level == "province"]
        names = (f" {folded(name)} " for province in provinces for name in (province.name, *province.spellings))
        return any(name in self._words and name not in f" {but} " for name in names)

    @cached_property
    def _words(self) -> str:
        return f" {folded(self.raw)} "

    def _contexts(
        self, names: tuple[str, ...], holders: Sequence[Place], hints: Sequence[str]
    ) -> Iterator[tuple[tuple[str, ...], str | None, str]]:
        """Where a name is looked up, one after the other: names of what holds it, or a country's code, and the rule."""
        if names:
            yield names, None, "container"
        if not names or all(place.level == "country" for place in holders):
            yield from (((hint, *names), None, "container elsewhere") for hint in hints if hint not in names)
        if not names:
            yield from (((), code, "home country") for code in sorted(self.home))
        if not holders:
            yield (), None, "well known"

    def _ask(self, words: str, level: str, within: tuple[str, ...], country: str | None) -> Place | Unresolved:
        key = (words, level, country, within)
        if key not in self.known:
            if len(self.known) >= _MOST_KNOWN:
                self.known.clear()
            answer = self.gazetteer.resolve(words, within=within, country=country, refused=False)
            if isinstance(answer, Unresolved) and level in ("district", "province"):
                town = words.removesuffix(f" {level}")
                seat = self.gazetteer.resolve(town, within=within, country=country, refused=False)
                answer = answer if isinstance(seat, Unresolved) else _around(seat, level)
            self.known[key] = answer
        return self.known[key]

    def _listed(self, one: Mention, place: Place | None, within: Sequence[str], raw: str) -> str | None:
        """The name under which a place is listed, with a row for one that no file has; None where it cannot have one."""
        start, end = one.stretch
        words = normalised_words(raw[start:end])
        if place is not None and place.level == "country":
            return place.name
        if place is not None and self.gazetteer.places.get(place.name) == place:
            spelled = {normalised_words(spelling) for spelling in (place.name, *place.spellings)}
            return place.name if {words, normalised_words(one.name)} & spelled else None
        if words in self.spelled:
            return self.spelled[words]
        name = " ".join(raw[start:end].split())
        row = self._row(name, one, place, within)
        if not (self._add(row) or self._add(replace(row, within=None))):
            return None
        self.spelled[words] = name
        return name

    def _row(self, name: str, one: Mention, place: Place | None, within: Sequence[str]) -> Place:
        """A row for a place: what the gazetteer has, or its name and what holds it alone."""
        holder = self.places.get(next((held for held in within if held in self.places), ""))
        if place is not None:
            held = holder and holder.country == place.country and holder.level in ("province", "district")
            return replace(
                place, name=name, spellings=(), local=None, within=holder.name if holder and held else None, doubt=None
            )
        level: Level = one.level if one.level in ("district", "province") else "settlement"
        if holder:
            return Place(name=name, level=level, country=holder.country, within=holder.name)
        countries = (country_named(held, self.gazetteer.areas) for held in within)
        return Place(name=name, level=level, country=next((c.country for c in countries if c), None))

    def _add(self, row: Place) -> bool:
        """Add a row, unless it cannot be right among the others, or another of its country is written the same."""
        _, key = next(_keys(row))
        if (row.country, key) in self._taken:
            return False
        if wrong_in(row, replace(self.gazetteer, places={**self.gazetteer.places, **self.places, row.name: row})):
            return False
        self._taken.add((row.country, key))
        self.places[row.name] = row
        return True


def _without_kind(name: str) -> str:
    """A name without the word for its kind that may be a part of it, "Marsville" for "Marsville City"; empty without one."""
    first, _, last = name.rpartition(" ")
    return first if last.lower() in cue_words("kind in a name") else ""


def _keys(place: Place) -> Iterator[tuple[str | None, str]]:
    """The country of a place with each way to write its name, folded and without blanks."""
    return ((place.country, folded(spelling).replace(" ", "")) for spelling in (place.name, *place.spellings))


def _around_way(row: Place, one: Place, other: Place) -> Place:
    """A way with the middle of a straight line between its ends, and half of it around; as it is where that is too long."""
    azimuth, _, long_m = GEOD.inv(one.lon, one.lat, other.lon, other.lat)
    if not 0 < long_m <= LONGEST_WAY_M:
        return row
    lon, lat, _ = GEOD.fwd(one.lon, one.lat, azimuth, long_m / 2)
    return replace(
        row,
        country=one.country if one.country == other.country else None,
        lon=round(lon, 4),
        lat=round(lat, 4),
        radius_m=round(long_m / 2 + 100, -2),
        source=", ".join(dict.fromkeys(end.source or "GeoNames" for end in (one, other))),
        note=f"the middle of the way between {one.name} and {other.name}, with half of it around",
    )


def _words_of_way(of: Mention, to: Mention, raw: str) -> tuple[int, int]:
    """The words for a way between two places: with the word for a road after them, or with what stands before them."""
    start, end = min(of.start, to.start), max(of.end, to.end)
    if after := _ROAD_AFTER.match(raw, end):
        return start, after.end()
    before = _ROAD_BEFORE.search(raw, max(0, start - 60), start)
    return (before.start() if before else start), end


def _around(seat: Place, level: str) -> Place:
    """A district or a province that the gazetteer has as a town alone: so much land around the town's point."""
    if seat.level != "settlement":
        return seat
    radius = DISTRICT_M * (2 if level == "province" else 1)
    return replace(seat, level="district", radius_m=radius, note=f"the town's point with {radius / 1000:g} km around it")
