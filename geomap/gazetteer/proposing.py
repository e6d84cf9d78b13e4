"""What a row of the hand-kept file would say of a place that only the extract knows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from geomap.gazetteer.gazetteer import Gazetteer
from geomap.gazetteer.place import Place
from geomap.gazetteer.reading import wrong

#: A candidate of a lower score is only similar in its name, and is proposed only for what the claim says holds it.
EXACT = 0.9
#: How many places are proposed.
MOST = 5


def proposed(
    name: str, gazetteer: Gazetteer, *, within: Iterable[str] = (), alike: bool = False, called: str | None = None
) -> tuple[tuple[Place, str], ...]:
    """The places of the extract that a name may mean, each as a row of the hand-kept file that is right among the others.

    Args:
        name: as a claim writes it; no hand-kept place is so named or spelled.
        gazetteer: with its extract.
        within: what the claim says holds the place; what the gazetteer does not know is left out.
        alike: whether all of this name are proposed, and some of a similar name, too, for a person to choose from.
        called: the name that the rows get, where ``name`` has context behind a comma.

    Returns:
        Places under this name, best first, each with what tells it from the others.
    """
    holders = [holder for holder in within if gazetteer.find(holder)]
    candidates = [c for c in gazetteer.candidates(name, within=holders) if c.score and c.place.name not in gazetteer.places]
    exact = [c for c in candidates if c.score >= EXACT]
    rows = []
    some = candidates[: len(exact) + MOST] if alike else (exact or (candidates if holders else []))[:MOST]
    for candidate in some:
        place = candidate.place
        own = _own(called or name, place, gazetteer)
        if own is not None:
            chain = ", ".join([*(holder.name for holder in gazetteer.containers(place)), place.country or ""])
            people = gazetteer.people(place)
            counted = f", {people:,} people" if people else ""
            rows.append((own, f"{place.name}, a {place.level} in {chain}{counted}: {candidate.why}"))
    return tuple(rows)


def _own(name: str, place: Place, gazetteer: Gazetteer) -> Place | None:
    """A place of the extract under a name and with what the hand-kept file has of it; None where it cannot be right there."""
    holder = next((h for h in gazetteer.containers(place) if gazetteer.places.get(h.name) is h), None)
    spelled, local = (
        said if said and said != name and not gazetteer.find(said) else None for said in (place.name, place.local)
    )
    own = replace(place, name=name, spellings=(spelled,) if spelled else (), local=local, doubt=None)
    rows = [replace(own, within=held) for held in ([holder.name] if holder else []) + [None]]
    return next((row for row in rows if not wrong(row, gazetteer)), None)
