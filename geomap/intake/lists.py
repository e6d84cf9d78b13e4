"""The rows of ``actors.csv`` and ``places.csv`` that claims of many reports need: each name means one thing in all of them.

What a person lists is never changed. An actor whose spelling is listed has the listed name; a place of a name that is taken
gets a name of its own, or none where two places of one country would share a spelling: then the claim names what holds it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from geomap.articles import ListedActor, bare
from geomap.extract import Proposal
from geomap.gazetteer import Place, folded
from geomap.geometry import GEOD
from geomap.intake.values import each_value
from geomap.language import normalised_words
from geomap.model import Actor, Cited, Claim, Span, Statement
from geomap.vocabulary import COUNTRIES


@dataclass
class Lists:
    """Actors and places by their listed names.

    ``own_actors`` and ``own_places`` are a person's; ``actors`` and ``places`` are those that were proposed, to which more are
    added.
    """

    own_actors: Mapping[str, ListedActor]
    own_places: Mapping[str, Place]
    actors: dict[str, ListedActor] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    _actor_of: dict[str, str] = field(default_factory=dict)  #: a spelling without articles → the listed name
    _places_of: dict[str, list[str]] = field(default_factory=dict)  #: a folded spelling → listed names

    def __post_init__(self) -> None:
        for actor in (*self.own_actors.values(), *self.actors.values()):
            self._keep_actor(actor)
        for place in (*self.own_places.values(), *self.places.values()):
            self._keep_place(place)

    def take(self, proposal: Proposal) -> Proposal:
        """A proposal with the names that are listed; rows for names that no list has are added."""
        text = proposal.text
        used = set().union(*map(_names_in, proposal.claims))
        for actor in proposal.actors:
            if actor.name in used:
                self._add_actor(actor)
        renamed, whys = self._add_places(proposal.places, used)
        claims = tuple(_with_places(self._with_actors(claim, text), renamed) for claim in proposal.claims)
        named = set().union(*map(_names_in, claims))
        return replace(
            proposal,
            claims=claims,
            actors=tuple(self.actors[name] for name in sorted(named) if name in self.actors),
            places=tuple(self._with_holders(name for name in sorted(named) if name in self.places)),
            unresolved=tuple(dict.fromkeys((*proposal.unresolved, *whys))),
        )

    def _keep_actor(self, actor: ListedActor) -> None:
        for spelling in actor.spellings:
            self._actor_of.setdefault(bare(spelling), actor.name)

    def _keep_place(self, place: Place) -> None:
        for spelling in (place.name, *place.spellings):
            names = self._places_of.setdefault(_key(spelling), [])
            if place.name not in names:
                names.append(place.name)

    def _add_actor(self, row: ListedActor) -> None:
        """Add an actor, or its spellings to the one that has some of them."""
        owners = sorted({owner for spelling in row.spellings if (owner := self._actor_of.get(bare(spelling)))})
        free = frozenset(spelling for spelling in row.spellings if bare(spelling) not in self._actor_of)
        known = next((self.actors[owner] for owner in owners if owner in self.actors), None)
        if known is None and owners:  # a person's
            return
        row = replace(known, spellings=known.spellings | free) if known else row
        self.actors[row.name] = row
        self._keep_actor(row)

    def _with_actors(self, claim: Claim, text: str) -> Claim:
        """A claim whose actors, and whom it credits, have their listed names."""
        listed = self.own_actors

        def name_of(name: str, spans: tuple[Span, ...]) -> str:
            words = normalised_words(text[spans[0].start : spans[0].end]) if spans else ""
            return name if name in listed else self._actor_of.get(bare(words), name)

        def named(said: Cited[Any]) -> Cited[Any]:
            if said.attributed_to:
                said = replace(said, attributed_to=name_of(said.attributed_to, said.attributed_spans))
            if isinstance(said.value, Actor):
                said = replace(said, value=replace(said.value, name=name_of(said.value.name, said.spans)))
            return said

        claim = each_value(claim, named)
        actors = {said.value.name: said for said in reversed(claim.actors)}
        return replace(claim, actors=tuple(said for said in claim.actors if actors[said.value.name] is said))

    def _add_places(self, rows: Iterable[Place], used: set[str]) -> tuple[dict[str, str | None], list[str]]:
        """The listed name of each row, None for one that cannot be listed; and why it cannot.

        Args:
            rows: what holds a place before the place.
            used: the names that claims have; what holds these is needed, too.
        """
        rows = list(rows)
        within = {row.name: row.within for row in rows}
        needed = set(used)
        for row in reversed(rows):
            if row.name in needed and within[row.name]:
                needed.add(str(within[row.name]))
        renamed: dict[str, str | None] = {}
        whys = []
        for row in rows:
            if row.name in needed:
                holder = renamed.get(row.within, row.within) if row.within else None
                renamed[row.name] = self._add_place(replace(row, within=holder))
                if renamed[row.name] is None:
                    whys.append(f"{row.name}: the lists have another place of that spelling in {_country(row)}")
        return renamed, whys

    def _add_place(self, row: Place) -> str | None:
        spelled = normalised_words(row.name)
        namesakes = [self._place(name) for name in self._places_of.get(_key(row.name), ())]
        for other in namesakes:
            if _is_same(row, other):
                if spelled not in map(normalised_words, (other.name, *other.spellings)):
                    if (kept := self.places.get(other.name)) is None:  # a person's, which is never changed
                        return None
                    self.places[other.name] = replace(kept, spellings=(*kept.spellings, row.name))
                return other.name
        if any(other.country == row.country for other in namesakes):
            return None
        if row.name in self.places or row.name in self.own_places:
            name = f"{row.name} ({row.within or _country(row)})"
            if name in self.places or name in self.own_places:
                return None
            row = replace(row, name=name, spellings=(row.name,))
        self.places[row.name] = row
        self._keep_place(row)
        return row.name

    def _place(self, name: str) -> Place:
        return self.own_places[name] if name in self.own_places else self.places[name]

    def _with_holders(self, names: Iterable[str]) -> Iterable[Place]:
        found: dict[str, Place] = {}
        for name in names:
            place: Place | None = self.places[name]
            while place is not None and place.name not in found:
                found[place.name] = place
                place = self.places.get(place.within or "")
        return found.values()


def _country(place: Place) -> str:
    return COUNTRIES[place.country].name if place.country and place.country in COUNTRIES else "no known country"


def _key(name: str) -> str:
    return folded(name).replace(" ", "")


def _is_same(one: Place, other: Place) -> bool:
    """Whether two rows speak of one place, however exactly each says where it lies."""
    if (one.level, one.country) != (other.level, other.country):
        return False
    if one.geonames_id is not None and one.geonames_id == other.geonames_id:
        return True
    if one.lon is not None and one.lat is not None and other.lon is not None and other.lat is not None:
        apart = float(GEOD.inv(one.lon, one.lat, other.lon, other.lat)[2])
        return apart <= max(one.radius_m or 0.0, other.radius_m or 0.0)
    return one.pointless == other.pointless and one.area == other.area and (bool(one.area) or one.within == other.within)


def _names_in(claim: Claim) -> set[str]:
    """Every name that a claim has and that a list must have: those of whoever only tells of it need none."""
    names: set[str | None] = set()
    for _, said in claim.values:
        match said.value:
            case Actor():
                names.add(said.value.name)
            case tuple():
                names |= set(said.value)
            case Statement():
                names |= {said.value.of, said.value.to}
    return {name for name in names if name}


def _with_places(claim: Claim, renamed: Mapping[str, str | None]) -> Claim:
    """A claim whose places have their listed names, without those that have none."""
    place = claim.place
    if place is not None and any(renamed.get(name, name) != name for name in place.value):
        kept = [(renamed.get(n, n), span) for n, span in zip(place.value, place.spans, strict=True) if renamed.get(n, n)]
        path = tuple(name for name, _ in kept if name)
        place = replace(place, value=path, spans=tuple(span for _, span in kept)) if path else None
    statements = []
    for said in claim.statements:
        of, to = (renamed.get(name, name) if name else name for name in (said.value.of, said.value.to))
        if of and (to or not said.value.to):
            statements.append(replace(said, value=replace(said.value, of=of, to=to)))
    return replace(claim, place=place, statements=tuple(statements))
