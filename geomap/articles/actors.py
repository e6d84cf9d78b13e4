"""The actors that texts may name: those of a story, and the states of its border."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from geomap.language import normalised_words
from geomap.model import Side
from geomap.vocabulary import Country


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedActor:
    """An actor: the name used everywhere, the side it is on, and how texts spell it."""

    name: str
    side: str
    spellings: frozenset[str]  #: normalised
    note: str | None = None  #: what else is known of it


#: Who acts for a state, by what the actor is called after the country's adjective, and how else such people are called.
_OF_A_STATE: Final[Mapping[str, tuple[str, ...]]] = {
    "": ("government", "authorities", "state", "officials", "administration", "side"),
    "military": (
        *("army", "armed forces", "forces", "troops", "soldiers", "servicemen", "paratroopers", "marines", "commandos"),
        *("special forces", "air force", "navy", "drones", "drone", "jets", "warplanes", "fighter jets", "fighter planes"),
        *("aircraft", "artillery", "helicopters", "tanks", "gunboats", "warships"),
    ),
    "security forces": (
        *("security services", "security personnel", "border guards", "border forces", "border troops", "border service"),
        *("border police", "border patrol", "frontier guards", "guards", "gendarmes", "gendarmerie", "rangers"),
        *("paramilitary forces", "coast guard", "intelligence services"),
    ),
    "police": ("police forces", "police officers", "policemen", "riot police"),
}


def with_states(
    actors: Mapping[str, ListedActor], countries: Sequence[Country], sides: Mapping[str, Side] | None
) -> dict[str, ListedActor]:
    """The actors of a story, and the states of its border with their forces, where the story does not list them itself.

    A capital stands for its government, and so does the adjective alone ("Malian shelling"). What the story spells for an actor
    stays that actor's; a name or adjective of both countries is left out, and so is a state that is none of the sides.
    """
    actors = dict(actors)
    owners = {spelling: actor.name for actor in actors.values() for spelling in actor.spellings}
    shared = set.intersection(*(set(country.names + country.adjectives) for country in countries)) if countries else set()
    for country in countries:
        side = country.name if sides is None else next((s.name for s in sides.values() if s.country == country.code), None)
        if side is None:
            continue
        for name, spellings in _of_the_state(country, shared).items():
            owner = owners.get(normalised_words(name), name)
            own = actors.get(owner, ListedActor(name=name, side=side, spellings=frozenset()))
            actors[owner] = replace(own, spellings=own.spellings | (spellings - owners.keys()))
            owners |= dict.fromkeys(spellings - owners.keys(), owner)
    return actors


def _of_the_state(country: Country, shared: set[str]) -> dict[str, frozenset[str]]:
    """The actors of a state by name, with their spellings; words of ``shared`` leave open whose they are."""
    names = [name for name in country.names if name not in shared]
    adjectives = [adjective for adjective in country.adjectives if adjective not in shared]
    before = [*names, *adjectives, *(f"{name}'s" for name in names)]
    found = {}
    for kind, others in _OF_A_STATE.items():
        nouns = (kind, *others) if kind else others
        spelled = [f"{whose} {noun}" for whose in before for noun in nouns]
        spelled += [] if kind else [*names, *adjectives, *country.capitals, *(f"government of {name}" for name in names)]
        spelled += [f"{noun} {of} {name}" for name in names for noun in nouns for of in ("of", "from")]
        name = f"{(adjectives or names)[0]} {kind}" if kind else country.name
        found[name] = frozenset(map(normalised_words, (name, *spelled)))
    return found
