"""Which of two places that share a name is meant, by a written rule."""

from __future__ import annotations

from dataclasses import dataclass

from geomap.gazetteer.place import PEOPLE, Place
from geomap.vocabulary import Level

#: How many times as populous a place must be to be meant rather than a namesake: if places are written of in proportion to
#: their people, nine in ten who write the name then mean it.
TIMES = 10
#: A name without any context is taken only for a place that a reader may be expected to know, and by its exact name.
KNOWN = 100_000

#: With no more than a country as context, a place of the extract is taken for the one that is meant from so many people on. Of
#: a smaller one namesakes may be missing: the extract ends at 500 people, and most villages have fewer.
TOWN = 20_000

#: GeoNames writes 0 for a population that it does not know; such places stand in the extract for being administrative
#: centres of districts.
UNKNOWN = 20_000

#: How a name met a place: by a spelling of the hand-kept file, its own name, another name of it, or a similar spelling.
KEPT, OWN, OTHER, SIMILAR = 4, 3, 2, 1


@dataclass(frozen=True, slots=True)
class Match:
    """A place that a name meets, and how: by which spelling, how well known, how alike."""

    place: Place
    people: int  #: how many live there; 0 where not known
    rank: int  #: how well its name fits, the greater the better
    score: float  #: from 0 to 1
    why: str  #: how it came to be
    alike: float = 1.0

    @property
    def weight(self) -> int:
        """How many people know it: those who live there, or a figure for its level."""
        return PEOPLE.get(self.place.level, self.people or UNKNOWN)

    @property
    def known(self) -> bool:
        """Whether its name needs no context."""
        return self.rank == KEPT or (self.rank > SIMILAR and self.weight >= KNOWN)

    def allowed(self, levels: tuple[Level, ...]) -> bool:
        """Whether it is of the kind that a name asks for; a spelling of the hand-kept file is what that file says."""
        return self.rank == KEPT or not levels or self.place.level in levels


def beats(one: Match, other: Match, *, administrative_centre: bool = False, around: bool = False) -> bool:
    """Whether a candidate is so much better than another that a name shared by both means it.

    1. A spelling of the hand-kept file beats everything else: a person has chosen it. But of a place whose point no source
       prints, it does not beat another place's own or other name: which of them is meant nobody can see.
    2. A settlement beats the area that it lies in and shares its name with, never the other way round: writers name the area
       with its kind ("Kerman province").
    3. The better match (own name, other name, similar spelling) beats a place of the same country, and if it is `KNOWN` one of
       any country, unless that has `TIMES` as many people.
    4. A match that is no worse beats one that has not a tenth of its people, if it is `KNOWN` itself.

    Args:
        one: the candidate.
        other: the one to beat.
        administrative_centre: whether ``one`` is a settlement in the area ``other``.
        around: whether ``other`` is a settlement in the area ``one``.
    """
    if KEPT in (one.rank, other.rank):
        return one.rank > other.rank and not (one.place.pointless and other.rank > SIMILAR)
    if administrative_centre or around:
        return administrative_centre
    if one.rank > other.rank and one.weight * TIMES > other.weight:
        return one.weight >= KNOWN or one.place.country == other.place.country
    return one.rank >= other.rank and one.weight >= max(KNOWN, TIMES * other.weight)


def similar(place: Place, people: int, alike: float) -> Match:
    """A match by a similar spelling."""
    return Match(place, people, SIMILAR, round(0.85 * alike, 3), f"spelled alike ({alike:.2f})", alike)
