"""Which places an account's names mean, and the rows of a places file that say so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from geomap.extract.places import Mention
from geomap.gazetteer import Gazetteer, Place, Unresolved, country_named, folded
from geomap.language import normalised_words
from geomap.model import Span
from geomap.vocabulary import Level

#: How far a district reaches from its administrative centre, as far as nobody has said otherwise, metres.
DISTRICT_M: Final = 40_000.0
_WORD_OF_LEVEL: Final = {"district": "district", "province": "province", "site": "", "settlement": "", "": "", "country": ""}


@dataclass(frozen=True, slots=True)
class Named:
    """A path of places with where each is named, the rule that found the finest, and why it has no point, if so."""

    path: tuple[str, ...]
    spans: tuple[Span, ...]
    rule: str
    why: str | None = None


@dataclass
class Rows:
    """Places that a places file must list for claims to name them, by name."""

    gazetteer: Gazetteer
    home: frozenset[str]
    places: dict[str, Place] = field(default_factory=dict)
    spelled: dict[str, str] = field(default_factory=dict)  #: normalised words → the listed name
    _known: dict[tuple[str, tuple[str, ...]], Place | Unresolved] = field(default_factory=dict)

    def named(self, mention: Mention, hints: Sequence[str], raw: str) -> Named | None:
        """A mention and what holds it as a path of listed names; rows are added for those that no file lists.

        Args:
            mention: the finest name.
            hints: names of other places in the text that may hold it.
            raw: the text.
        """
        chain = (mention, *mention.holders)
        placed: list[tuple[str, Place, Mention]] = []
        rule, why = "place", None
        for one in reversed(chain):
            within = [name for name, _, _ in reversed(placed)]
            place, how, reason = self._resolve(one, [p for _, p, _ in reversed(placed)], hints)
            if one is mention:
                rule, why = how, reason
            name = self._listed(one, place, within, raw)
            if name is None:
                continue
            placed.append((name, place or Place(name=name, level="settlement"), one))
        placed.reverse()
        if not placed or placed[0][2] is not mention:
            return None
        unique = {name: (name, one) for name, _, one in reversed(placed)}
        kept = [unique[name] for name, _, _ in placed if unique.get(name)]
        path = tuple(dict.fromkeys(name for name, _ in kept))
        spans = tuple(Span(*self._stretch(one, raw)) for name, one in {name: one for name, one in reversed(kept)}.items())
        return Named(path, tuple(reversed(spans)), rule, why)

    def _stretch(self, one: Mention, raw: str) -> tuple[int, int]:
        return one.whole if one.level in ("district", "province") and one.whole[1] > one.whole[0] else (one.start, one.end)

    def _resolve(self, one: Mention, holders: Sequence[Place], hints: Sequence[str]) -> tuple[Place | None, str, str | None]:
        """The place that a name means in its context, the rule that says so, and why there is none."""
        if country := country_named(one.name, self.gazetteer.areas):
            if one.level in ("", "country"):
                return country, "country", None
        words = f"{one.name} {_WORD_OF_LEVEL[one.level]}".strip()
        if kept := self.gazetteer.find(words) or self.gazetteer.find(one.name):
            if kept.level != "country" or not holders:
                return kept, "listed place", None
        names = tuple(p.name for p in holders if p.lon is not None or p.area or p.level == "country")
        answers: list[tuple[Place, str]] = []
        reason = None
        for within, country, rule in self._contexts(names, holders, hints):
            found = self._ask(words, one.level, within, country)
            if isinstance(found, Place):
                answers.append((found, rule))
                if rule != "home country":
                    break
            else:
                reason = reason or found.reason
        places = {p.geonames_id or p.area: (p, rule) for p, rule in answers}
        if len(places) > 1:
            sure = [(p, rule) for p, rule in places.values() if p.doubt is None]
            if len(sure) != 1:
                return None, "unresolved", f"{one.name}: a place of each country has this name"
            return (*sure[0], None)
        if places:
            ((place, rule),) = places.values()
            return place, rule if place.doubt is None else f"{rule}, small", None
        return None, "unresolved", reason or f"{one.name} is not in the gazetteer"

    def _contexts(
        self, names: tuple[str, ...], holders: Sequence[Place], hints: Sequence[str]
    ) -> Iterable[tuple[tuple[str, ...], str | None, str]]:
        if names:
            yield names, None, "container"
        if not names or all(p.level == "country" for p in holders):
            for hint in hints:
                if hint not in names:
                    yield (hint, *names), None, "container elsewhere"
        if not names:
            for code in sorted(self.home):
                yield (), code, "home country"
        if not holders:
            yield (), None, "well known"

    def _ask(self, words: str, level: str, within: tuple[str, ...], country: str | None) -> Place | Unresolved:
        key = (f"{words}|{level}|{country}", within)
        if key not in self._known:
            answer = self.gazetteer.resolve(words, within=within, country=country)
            if isinstance(answer, Unresolved) and level == "district":
                seat = self.gazetteer.resolve(words.removesuffix(" district"), within=within, country=country)
                if isinstance(seat, Place) and seat.level == "settlement":
                    answer = replace(
                        seat,
                        level="district",
                        radius_m=DISTRICT_M,
                        note=f"the town's point with {DISTRICT_M / 1000:g} km around it",
                    )
                elif isinstance(seat, Place):
                    answer = seat
            elif isinstance(answer, Unresolved) and level == "province":
                area = self.gazetteer.resolve(words.removesuffix(" province"), within=within, country=country)
                if isinstance(area, Place):
                    answer = (
                        area
                        if area.level != "settlement"
                        else replace(
                            area,
                            level="district",
                            radius_m=DISTRICT_M * 2,
                            note=f"the town's point with {DISTRICT_M / 500:g} km around it",
                        )
                    )
            self._known[key] = answer
        return self._known[key]

    def _listed(self, one: Mention, place: Place | None, within: Sequence[str], raw: str) -> str | None:
        """The name under which a place is listed, with a row for one that no file has; None where it cannot have one."""
        start, end = self._stretch(one, raw)
        words = normalised_words(raw[start:end])
        if place is not None and place.level == "country":
            return place.name
        if place is not None and place.name in self.gazetteer.places and self.gazetteer.places[place.name] == place:
            spelled = {normalised_words(s) for s in (place.name, *place.spellings)}
            if words in spelled:
                return place.name
            return place.name if normalised_words(one.name) in spelled else None
        if words in self.spelled:
            return self.spelled[words]
        name = " ".join(raw[start:end].split())
        holder = next((h for h in within if h in self.places), None)
        if place is None:
            level: Level = "district" if one.level == "district" else "province" if one.level == "province" else "settlement"
            if not within or holder is None:
                country = next((c for h in within if (c := country_named(h, self.gazetteer.areas))), None)
                row = Place(name=name, level=level, country=country.country if country else None)
            else:
                row = Place(name=name, level=level, country=self.places[holder].country, within=holder)
        else:
            kept = (
                holder
                if holder
                and self.places[holder].country == place.country
                and self.places[holder].level in ("province", "district")
                else None
            )
            row = replace(place, name=name, spellings=(), local=None, within=kept, doubt=None)
        if not self._add(row):
            row = replace(row, within=None)
            if not self._add(row):
                return None
        self.spelled[words] = name
        return name

    def _add(self, row: Place) -> bool:
        from geomap.gazetteer import wrong_in

        trial = replace(self.gazetteer, places={**self.gazetteer.places, **self.places, row.name: row})
        if wrong_in(row, trial):
            return False
        key = folded(row.name).replace(" ", "")
        for other in (*self.gazetteer.places.values(), *self.places.values()):
            if other.country == row.country and key in {folded(s).replace(" ", "") for s in (other.name, *other.spellings)}:
                return False
        self.places[row.name] = row
        return True
