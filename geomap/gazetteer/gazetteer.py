"""Places by name: the hand-kept file first, then an extract of GeoNames; a name in its context, or why it is refused.

A name is compared without case, marks and spaces, then by its consonants, for one place is written in many ways. What the
context says holds the place is never crossed, and a name that may mean two places means none, unless one is far better known
by a written rule (`beats`). Adding context never turns one place into another: it confirms, decides between equals, or refuses.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property, lru_cache
from pathlib import Path

import shapely
from shapely.geometry.base import BaseGeometry

from geomap.gazetteer.choosing import KEPT, OTHER, OWN, SIMILAR, TOWN, Match, beats, similar
from geomap.gazetteer.extract import Extract, Row, read_extract
from geomap.gazetteer.place import PEOPLE, Candidate, Place, Unresolved, country_named, radius_m
from geomap.gazetteer.spelling import ALIKE, folded, likeness, skeleton, split_generic_term, weight_of
from geomap.geometry import GEOD

#: Shorter names are also words ("Hub", "Van"): without any context they are not taken either.
LETTERS = 4

#: The same for an area where no more than the country is known. A settlement that is only similar is not taken then: the
#: extract has every area, but not every village.
ALIKE_AREAS = 0.9
#: A district without a record holds what lies this near the place it is named for, in its province. Hand-kept districts reach
#: 80 to 160 km from their administrative centres.
DISTRICT_M = 120_000.0
#: So many names that were looked for are kept.
MOST_ASKED = 1 << 12


@dataclass(frozen=True)
class Gazetteer:
    """Places by name, the named areas they refer to, and the extract that is read when the hand-kept places do not do.

    Of the extract it knows the settlements of the countries ``home`` (ISO 3166-1 alpha-2 codes), and everywhere countries,
    first-level areas and large cities. Another country's settlements are read for a name whose context names that country:
    it is one of those ``abroad`` for it.
    """

    places: Mapping[str, Place]
    areas: Mapping[str, BaseGeometry]
    extract_zip: Path | None = None
    home: frozenset[str] = frozenset()
    abroad: frozenset[str] = frozenset()

    @cached_property
    def extract(self) -> Extract | None:
        """The extract, read at the first use."""
        return None if self.extract_zip is None else read_extract(self.extract_zip, self.home, self.abroad)

    @cached_property
    def _with(self) -> dict[frozenset[str], Gazetteer]:
        return {}  # one for each set of countries that a context named

    def _in(self, holders: _Holders) -> Gazetteer:
        """The gazetteer that also knows the settlements of the countries that the context names."""
        if self.extract_zip is None:
            return self
        codes = {code for code, _ in holders if code}
        codes |= {
            p.country for _, name in holders if name for p, _ in self._readings(name) if p.level == "country" and p.country
        }
        abroad = self.abroad | codes - self.home
        return self if abroad == self.abroad else self._with.setdefault(abroad, replace(self, abroad=abroad))

    @cached_property
    def _kept(self) -> tuple[tuple[Place, tuple[str, ...]], ...]:
        return tuple(
            (p, tuple(map(folded, (p.name, *p.spellings, *([p.local] if p.local else []))))) for p in self.places.values()
        )

    @cached_property
    def _kept_forms(self) -> tuple[tuple[frozenset[str], Mapping[str, str]], ...]:
        """Of each of `_kept` its names without spaces, and those without the word for their kind with their skeletons."""
        return tuple(
            (
                frozenset(name.replace(" ", "") for name in names),
                {base: skeleton(base) for base, _ in map(split_generic_term, names)},
            )
            for _, names in self._kept
        )

    @cached_property
    def _kept_by_key(self) -> dict[str, Place]:
        return {
            key: p
            for p in self.places.values()
            for key in (*p.area[: len(p.area) == 1], str(p.geonames_id))
            if p.level != "district"
        }

    def find(self, name: str) -> Place | None:
        """The hand-kept place that is so named, or else so spelled; or a country, which need not be listed."""
        wanted = folded(name)
        return (
            self.places.get(name)
            or next((place for place, names in self._kept if wanted in names), None)
            or country_named(name, self.areas)
        )

    def containers(self, place: Place) -> tuple[Place, ...]:
        """What holds a place, finest first."""
        found: list[Place] = []
        while place.within and (holder := self._holder(place.within)) and holder not in found:
            found.append(holder)
            place = holder
        return tuple(found)

    def around(self, place: Place) -> tuple[Place, ...]:
        """What holds a place, finest first: as on record, then the province that its point lies in, and its country."""
        found = self.containers(place)
        levels = {place.level, *(holder.level for holder in found)}
        keys = [*(self._provinces(place) if "province" not in levels else ()), *([place.country] if place.country else ())]
        return (*found, *(h for h in map(self._holder, keys) if h and h.level not in levels))

    @cached_property
    def _holder(self) -> Callable[[str], Place | None]:
        return cache(self._find_holder)  # there are no more than areas

    def _find_holder(self, key: str) -> Place | None:
        if key in self.places:
            return self.places[key]
        row = self.extract.row(key) if self.extract else None
        return self._place(row) if row else country_named(key, self.areas)

    def _place(self, row: Row) -> Place:
        """The place of a row of the extract, or the hand-kept one that it is; made once."""
        key = row["key"]
        if key not in self._made:
            kept = self._kept_by_key.get(key)
            self._made[key] = kept if kept and kept.country == row["country"] else self._make(row)
        return self._made[key]

    @cached_property
    def _made(self) -> dict[str, Place]:
        return {}

    def _make(self, row: Row) -> Place:
        key, is_area = row["key"], row["level"] != "settlement"
        return Place(
            name=row["name"],
            level=row["level"],  # type: ignore[arg-type]  # checked when the extract is made
            country=row["country"],
            within=row["within"] or None,
            spellings=tuple(row["names"].strip("|").split("|")),
            local=row["local"] or None,
            lon=None if is_area else float(row["lon"]),
            lat=None if is_area else float(row["lat"]),
            radius_m=None if is_area else radius_m(int(row["population"])),
            geonames_id=None if is_area else int(key),
            area=(key,) if is_area and key in self.areas else (),
            source="Natural Earth 10m (public domain)" if is_area else f"GeoNames {key} (CC BY 4.0)",
        )

    def candidates(self, name: str, *, country: str | None = None, within: Iterable[str] = ()) -> tuple[Candidate, ...]:
        """Every place that a name may mean, best first; those that the context or the name's kind rules out with the score 0.

        Args:
            name: as written; what follows a comma is context, and a word such as "district" says of what kind the place is.
            country: an ISO 3166-1 alpha-2 code, or a country's name.
            within: names of what holds the place, in any order.
        """
        name, holders = _parted(name, country, within)
        there = self._in(holders)
        levels = split_generic_term(folded(name))[1]
        found = []
        for match in there._namesakes(name, every=True):
            refusal = there._against(match.place, holders)
            if not match.allowed(levels):
                refusal = f"a {match.place.level}, not a {' or '.join(levels)}"
            found.append(Candidate(match.place, 0.0 if refusal else match.score, refusal or match.why))
        return tuple(sorted(found, key=lambda candidate: -candidate.score))

    def resolve(
        self, name: str, *, country: str | None = None, within: Iterable[str] = (), refused: bool = True
    ) -> Place | Unresolved:
        """The one place that a name means in its context, or why there is none.

        Which of two places `beats` which does not depend on the context, nor does which share a name, but for settlements of a
        country outside ``home``, which are known where it is named; so a place that is found with some of the context is found
        with all of it, or refused, or it is abroad and the context names another country.

        Args:
            name: as in `candidates`.
            country: as in `candidates`.
            within: as in `candidates`.
            refused: whether the candidates that are refused are found, too, where there is no place; that takes longer.
        """
        called, holders = _parted(name, country, within)
        answer = self._in(holders)._meant(called, holders)
        if isinstance(answer, Place):
            return answer
        return Unresolved(name, answer, self.candidates(name, country=country, within=within) if refused else ())

    def _meant(self, name: str, holders: _Holders) -> Place | str:
        levels = split_generic_term(folded(name))[1]
        namesakes = self._namesakes(name)
        matches = self._without_areas_abroad([m for m in namesakes if m.allowed(levels)])
        left = [m for m in matches if not self._against(m.place, holders)]
        best = [m for m in left if not any(self._beats(other, m) for other in matches)]
        if not matches:
            kinds = " and a ".join(sorted({m.place.level for m in namesakes if m.rank > SIMILAR}))
            return f"{name}: only a {kinds} of that name is known" if kinds else f"{name} is not in the gazetteer"
        if not left:
            return f"{name}: " + "; ".join(dict.fromkeys(self._against(m.place, holders) for m in matches))
        if not best:
            greater = next(o for m in left for o in matches if self._beats(o, m))
            where = greater.place.within or greater.place.country
            return f"{name}: far better known as that in {where}, which the context rules out"
        if len(best) > 1:
            return f"{name}: {len(best)} places may be meant"
        (match,) = best
        if not holders and not (match.known and (match.rank == KEPT or len(folded(name)) >= LETTERS)):
            return f"{name}: without a country or a container only a well-known place is taken, and by its exact name"
        if self._narrower(holders):
            return match.place
        if match.rank == SIMILAR and (match.place.level not in PEOPLE or match.alike < ALIKE_AREAS):
            return f"{name}: no more than similar to {match.place.name}; without its province or district that is not enough"
        if self.places.get(match.place.name) == match.place or match.weight >= TOWN:
            return match.place
        return replace(match.place, doubt=_the_only_one(match.place.name))

    def _without_areas_abroad(self, matches: list[Match]) -> list[Match]:
        """Without first-level areas of countries that nobody speaks of, where another place has the name, too.

        There are thousands of them, and any may bear the name of a city that everybody knows (Gaza in Mozambique).
        """
        near = [m for m in matches if m.place.level != "province" or m.place.country in self.home | self.abroad]
        return near if any(m.rank > SIMILAR for m in near) else matches

    def _narrower(self, holders: _Holders) -> bool:
        """Whether the context names anything finer than a country."""
        return any(reading.level != "country" for _, name in holders if name for reading, _ in self._readings(name))

    def _beats(self, one: Match, other: Match) -> bool:
        if one is other or (one.rank == other.rank and {one.place.level, other.place.level} == {"country", "province"}):
            return False  # the country Georgia is no better known than the state, where both are near
        administrative_centre, around = (
            a.place.level not in PEOPLE and b.place.level in ("province", "district") and self._lies_in(a.place, b.place)
            for a, b in ((one, other), (other, one))
        )
        return beats(one, other, administrative_centre=administrative_centre, around=around)

    def _namesakes(self, name: str, *, every: bool = False) -> Sequence[Match]:
        """Places that share a name, best first, of whatever kind and context.

        The extract is read only where the hand-kept file has no such spelling of a place with a point or an area, or where
        ``every`` one is asked for.
        """
        return self._found(name, every)

    @cached_property
    def _found(self) -> Callable[[str, bool], Sequence[Match]]:
        return lru_cache(MOST_ASKED)(self._find)  # an article and those after it name the same places again and again

    def _find(self, name: str, every: bool) -> Sequence[Match]:
        whole = folded(name).removeprefix("the ")
        base = split_generic_term(whole)[0]
        found = list(self._kept_matches(whole, base))
        if self.extract_zip and (every or all(m.rank != KEPT or m.place.pointless for m in found)):
            found = [replace(match, people=self.people(match.place)) for match in found]
            exact = list(self._exact_matches(whole)) or list(self._exact_matches(base))
            found += exact + [m for form in dict.fromkeys((whole, base)) for m in self._similar_matches(form)]
        first: dict[Place, Match] = {}
        for match in sorted(found, key=lambda m: (-m.rank, -m.score, -m.weight, m.place.geonames_id or 0, m.place.name)):
            first.setdefault(match.place, match)
        return tuple(first.values())

    def _kept_matches(self, whole: str, base: str) -> Iterator[Match]:
        named = {place.country for place, names in self._kept if names[0] == whole}
        bare, bones = whole.replace(" ", ""), skeleton(base)
        for (place, names), (without_spaces, specific) in zip(self._kept, self._kept_forms, strict=True):
            if whole != names[0] and place.country in named and whole in names:
                continue  # a place by its name goes before one of the country that is only spelled so
            if bare in without_spaces:
                yield Match(place, 0, KEPT, 1.0, "a spelling of the hand-kept file")
                continue
            alike = (
                1.0 if base in specific else max((likeness(base, n) for n, of in specific.items() if of == bones), default=0)
            )
            if alike == 1:
                # "The town of Milton" is no less than "Milton"; "Hill town" is not Hill, the district.
                rank = KEPT if base in names and place.level in split_generic_term(whole)[1] else OWN
                yield Match(place, 0, rank, 0.95, "its name without the word for its kind")
            elif alike:
                yield similar(place, 0, alike)

    def _exact_matches(self, name: str) -> Iterator[Match]:
        for row in self.extract.exact(name) if self.extract else ():
            # Every name of a country in the extract is its own: it has several in English ("UK", "Burma").
            own = row["level"] == "country" or folded(row["name"]).replace(" ", "") == name.replace(" ", "")
            rank, score, why = (OWN, 0.95, "its own name") if own else (OTHER, 0.9, f"another name of {row['name']}")
            yield Match(self._place(row), int(row["population"] or 0), rank, score, why)

    def _similar_matches(self, name: str) -> Iterator[Match]:
        for row in self.extract.similar(name) if self.extract and weight_of(name) >= min(ALIKE) else ():
            alike = max(likeness(name, n) for n in row["names"].strip("|").split("|"))
            if alike:
                yield similar(self._place(row), int(row["population"] or 0), alike)

    def people(self, place: Place) -> int:
        """How many people live in a place of the extract; 0 where that is not known."""
        row = self.extract.row(str(place.geonames_id)) if self.extract and place.geonames_id else None
        return int(row["population"]) if row else 0

    def _against(self, place: Place, holders: _Holders) -> str:
        """Why the context rules a place out; empty where it does not."""
        for code, name in holders:
            if code and place.country != code:
                return f"not in {code}"
            if name and not (readings := self._readings(name)):
                return f"{name} is not in the gazetteer, so whether it holds the place cannot be said"
            if name and not any(self._holds(reading, place, district=centre_alone) for reading, centre_alone in readings):
                return f"not in {name}"
        return ""

    def _readings(self, holder: str) -> list[tuple[Place, bool]]:
        """What the name of a container may mean, each with whether it is a district known by its centre alone."""
        if holder not in self._read:
            self._read[holder] = self._read_holder(holder)
        return self._read[holder]

    @cached_property
    def _read(self) -> dict[str, list[tuple[Place, bool]]]:
        return {}  # few containers, named by many claims

    def _read_holder(self, holder: str) -> list[tuple[Place, bool]]:
        levels = split_generic_term(folded(holder))[1]
        namesakes = self._namesakes(holder)
        if not any(m.rank == KEPT and m.place.level in PEOPLE for m in namesakes):
            # An area often bears the name of its administrative centre, which may be all that the hand-kept file has.
            namesakes = self._namesakes(holder, every=True)
        exact = [m for m in namesakes if m.rank > SIMILAR] or namesakes
        fitting = [m for m in exact if m.allowed(levels)]
        if fitting or "district" not in levels:
            return [(m.place, False) for m in fitting]
        return [(m.place, True) for m in exact if m.place.level == "settlement"]

    def _holds(self, holder: Place, place: Place, *, district: bool) -> bool:
        if holder == place or self._lies_in(place, holder) or self._lies_in(holder, place):
            return True
        near = DISTRICT_M if district else holder.radius_m
        if near is None or place.level in PEOPLE or any(h.level == "district" for h in self.containers(place)):
            return False  # an area is in what it is said to be in; so is what has a district on record
        return not self._provinces(holder).isdisjoint(self._provinces(place)) and _apart_m(holder, place) <= near

    def _lies_in(self, place: Place, holder: Place) -> bool:
        if holder.level == "country":
            return place.country == holder.country
        if holder in self.containers(place):
            return True
        mine = self._provinces(place)
        return holder.level == "province" and bool(mine) and mine <= self._provinces(holder)

    def _provinces(self, place: Place) -> set[str]:
        """The codes of the first-level areas that a place is or lies in; empty where that is not known."""
        for holder in (place, *self.containers(place)):
            if holder.level == "province":
                if holder.area or self.extract is None:
                    return set(holder.area)
                code = self.extract.provinces.get((holder.name, holder.country or ""))
                return {code} if code else set()
        if place.lon is None or place.lat is None:
            return set()
        point = shapely.Point(place.lon, place.lat)
        return {code for code, area in self.areas.items() if code.startswith(f"{place.country}-") and area.covers(point)}


#: What the context says: a country's code, or the name of a container.
_Holders = tuple[tuple[str, str], ...]


def _parted(name: str, country: str | None, within: Iterable[str]) -> tuple[str, _Holders]:
    """The name by itself, and its context in one order."""
    name, *more = [part.strip() for part in re.split("[,،]", name)]
    is_code = country is not None and re.fullmatch("[A-Z]{2}", country)
    names = {*more, *within, *([country] if country and not is_code else [])}
    return name, tuple([(country, "")] if country and is_code else []) + tuple(("", n) for n in sorted(names) if n.strip())


def _the_only_one(name: str) -> str:
    return f"{name} is the only one known here, and a small place: another may be meant, so name its province or district"


def _apart_m(one: Place, other: Place) -> float:
    if one.lon is None or one.lat is None or other.lon is None or other.lat is None:
        return float("inf")
    return float(GEOD.inv(one.lon, one.lat, other.lon, other.lat)[2])
