"""How finely a place is known, how something is said to lie to another, and the compass."""

from __future__ import annotations

from typing import Literal, get_args

#: How finely a place is known, finest first.
Level = Literal["site", "settlement", "district", "province", "country"]
LEVELS: tuple[Level, ...] = ("site", "settlement", "district", "province", "country")

#: How something is said to lie to a border or a place. What each allows is a function of `geomap.places.statements`, or,
#: where it does not narrow a place, of `geomap.checks`.
Relation = Literal[
    "distance",  # so far from it
    "direction",  # on the given side of it, so far or not
    "nearest",  # it is the nearest town
    "near",  # or no farther than stated
    "beyond",  # farther than stated
    "along",  # within sight of it; of an area, of its edge
    "in",  # inside it
    "outside",  # not in it
    "part",  # in its part on the given side, or in its middle
    "borders",  # in something that has a border with it
    "outskirts",  # at its edge
    "between",  # between it and another place
    "road",  # on the road from it to another place
    "border town",  # it is a town at the border
    "across",  # on its other side
    "length",  # it is so long
]
Compass = Literal["N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE", "S", "SSW", "SW", "WSW", "W", "WNW", "NW", "NNW"]

#: What a statement of a relation must have besides what it is about.
NEEDS: dict[Relation, str] = {
    **dict.fromkeys(("distance", "beyond", "length"), "distance_m"),
    **dict.fromkeys(("between", "road"), "to"),
    "direction": "bearing",
}
#: What can only be said about a border, and what only about a place; the rest can be said about both.
OF_BORDERS: tuple[Relation, ...] = ("across", "length")
OF_PLACES: tuple[Relation, ...] = (
    "in",
    "outskirts",
    "nearest",
    "between",
    "road",
    "direction",
    "border town",
    "part",
    "outside",
)
#: What is said of a place only where it is an area.
OF_AREAS: tuple[Relation, ...] = ("along", "borders")

#: An incident counts as near the border up to this distance, unless a person says otherwise. The word "near" in a statement is
#: another thing: `geomap.places.Tolerances`.
NEAR_BORDER_KM = 50.0
#: How far from the border its bands reach, unless a story says otherwise.
BANDS_KM: tuple[float, ...] = (10.0, 25.0, 50.0, 100.0)
#: How far the outline of a band may be from the true one, metres, as it is written and as the page draws it.
BAND_TOLERANCE_M = 100.0

#: A way to take a statement's words: as they stand, where they are not of a distance; as a straight line; as a way by road.
How = Literal["as said", "straight line", "by road"]

#: Compass points in degrees from north, and in words.
BEARINGS: dict[Compass, float] = {point: 22.5 * n for n, point in enumerate(get_args(Compass))}
_WORDS = {"N": "north", "E": "east", "S": "south", "W": "west"}
COMPASS: dict[Compass, str] = {point: "-".join(_WORDS[letter] for letter in point) for point in BEARINGS}
