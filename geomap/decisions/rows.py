"""The rows of ``places.csv`` and ``actors.csv`` that accepted claims need: they move from proposals to a person's own.

Names that no accepted claim needs any more stay there: a row that no article needs does no harm, and may be a person's by then.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from geomap.articles import Lexicon, ListedActor
from geomap.decisions.log import Log
from geomap.decisions.records import Decision
from geomap.gazetteer import Gazetteer, Place
from geomap.language import normalised_words
from geomap.model import Actor, Claim, Statement, Story

Records = Mapping[str, Mapping[str, Any]]


class Rows:
    """Which names the story's own lists have."""

    def __init__(self, story: Story, own: Lexicon, listed: Gazetteer) -> None:
        """Of the lists as they are read without what waits."""
        self.story, self.own, self.listed = story, own, listed
        self.actors, self.places = set(own.actors), set(listed.places)
        self._spelled = {spelling for actor in own.actors.values() for spelling in actor.spellings}

    def needed(self, claim: Claim, vocabulary: Lexicon, gazetteer: Gazetteer) -> dict[str, Records]:
        """The rows that a claim needs and that the story's own lists do not have, by list and name.

        Args:
            claim: to be accepted.
            vocabulary: with the names that wait.
            gazetteer: with the places that wait.
        """
        actors: dict[str, Mapping[str, Any]] = {}
        places: dict[str, Mapping[str, Any]] = {}
        for kind, name in _names(claim):
            if kind == "actor" and name not in self.actors and name in vocabulary.actors:
                actors[name] = _actor_record(vocabulary.actors[name])
            if kind == "place":
                places |= self.held(name, gazetteer)
        return {name: found for name, found in (("actors", actors), ("places", places)) if found}

    def held(self, name: str, gazetteer: Gazetteer) -> Records:
        """The rows that the own list lacks of a place, of what holds it and of what its road passes, by name."""
        found: dict[str, Mapping[str, Any]] = {}
        place = gazetteer.places.get(name)
        while place is not None and place.name not in self.places and place.name not in found:
            found[place.name] = place_record(place)
            for passed in place.road:
                if passed not in self.places and passed in gazetteer.places:
                    found[passed] = place_record(gazetteer.places[passed])
            place = gazetteer.places.get(place.within or "")
        return found

    def carry_out(self, decision: Decision, fresh: Path) -> None:
        """Add the rows of a decision to the lists, in a folder whose files replace the story's."""
        self._add(decision.after, fresh)

    def lend(self, claims: Iterable[Claim], lexicon: Lexicon, places: Mapping[str, Place], fresh: Path) -> None:
        """Add the rows that claims need and that the lists lack, of the lists of another story: its actors, its places."""
        gazetteer = replace(self.listed, places={**places, **self.listed.places})
        for claim in claims:
            self._add(self.needed(claim, lexicon, gazetteer), fresh)

    def _add(self, rows: Mapping[str, Any], fresh: Path) -> None:
        """Add rows by list and name, where the lists do not have them."""
        actors = [row for name, row in rows.get("actors", {}).items() if row and not self._has_actor(name)]
        places = [row for name, row in rows.get("places", {}).items() if row and not self._has_place(name)]
        self._write("actors.csv", [_actor(row) for row in actors], fresh)
        self._write("places.csv", [place_of(row) for row in places], fresh)
        self.actors |= {row["name"] for row in actors}
        self.places |= {row["name"] for row in places}

    def _has_actor(self, name: str) -> bool:
        """Whether the own list has an actor, be it as a spelling of one that was renamed."""
        return name in self.actors or normalised_words(name) in self._spelled

    def _has_place(self, name: str) -> bool:
        """The same of a place."""
        return name in self.places or self.listed.find(name) is not None

    def _write(self, name: str, rows: Iterable[ListedActor | Place], fresh: Path) -> None:
        if rows := list(rows):
            from geomap.intake import list_with  # with the rules of reading, which wait until they are needed

            there = fresh / name if (fresh / name).is_file() else self.story.path(name)
            (fresh / name).write_bytes(list_with(there, rows))

    def settle(self, log: Log, claims: Iterable[Claim], fresh: Path) -> None:
        """Add the rows that accepted claims need, that a decision brought and that the lists lack."""
        lacking = {
            (kind, name)
            for claim in claims
            for kind, name in _names(claim)
            if not (self._has_actor(name) if kind == "actor" else self._has_place(name))
        }
        if lacking:
            for decision in log.holding(log.decisions.values()):
                brought = (("actor", decision.after.get("actors", {})), ("place", decision.after.get("places", {})))
                if any((kind, name) in lacking for kind, rows in brought for name in rows):
                    self.carry_out(decision, fresh)


def _names(claim: Claim) -> Iterable[tuple[str, str]]:
    for _, said in claim.values:
        if said.attributed_to:
            yield "actor", said.attributed_to
        match said.value:
            case Actor():
                yield "actor", said.value.name
            case tuple():
                yield from (("place", name) for name in said.value)
            case Statement():
                yield from (("place", name) for name in (said.value.of, said.value.to) if name)


def place_record(place: Place) -> dict[str, Any]:
    """A place as a plain record."""
    told = ((field.name, getattr(place, field.name)) for field in fields(Place) if field.name != "doubt")
    return {name: list(value) if isinstance(value, tuple) else value for name, value in told if value not in (None, ())}


def place_of(record: Mapping[str, Any]) -> Place:
    """The place of a plain record."""
    told: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in record.items()}
    return Place(**told)


def _actor_record(actor: ListedActor) -> dict[str, Any]:
    note = {"note": actor.note} if actor.note else {}
    return {"name": actor.name, "side": actor.side, "spellings": sorted(actor.spellings), **note}


def _actor(record: Mapping[str, Any]) -> ListedActor:
    return ListedActor(**{**record, "spellings": frozenset(record["spellings"])})
