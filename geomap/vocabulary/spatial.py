"""How finely a place is known, how something is said to lie to another, and the compass."""

from __future__ import annotations

from typing import Literal

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
    "along",  # within sight of it
    "in",  # inside it
    "outskirts",  # at its edge
    "between",  # between it and another place
    "road",  # on the road from it to another place
    "border town",  # it is a town at the border
    "across",  # on its other side
    "length",  # it is so long
]
Compass = Literal["N", "NE", "E", "SE", "S", "SW", "W", "NW"]

#: What a statement of a relation must have besides what it is about.
NEEDS: dict[Relation, str] = {
    **dict.fromkeys(("distance", "beyond", "length"), "distance_m"),
    **dict.fromkeys(("between", "road"), "to"),
    "direction": "bearing",
}
#: What can only be said about a border, and what only about a place; the rest can be said about both.
OF_BORDERS: tuple[Relation, ...] = ("along", "across", "length")
OF_PLACES: tuple[Relation, ...] = ("in", "outskirts", "nearest", "between", "road", "direction", "border town")

#: An incident counts as near the border up to this distance, unless a person says otherwise. The word "near" in a statement is
#: another thing: `geomap.places.Tolerances`.
NEAR_BORDER_KM = 50.0

#: A way to take a statement's words: as they stand, where they are not of a distance; as a straight line; as a way by road.
How = Literal["as said", "straight line", "by road"]

#: Compass words in degrees from north.
BEARINGS = {"N": 0, "NE": 45, "E": 90, "SE": 135, "S": 180, "SW": 225, "W": 270, "NW": 315}
COMPASS = {
    **{"N": "north", "NE": "north-east", "E": "east", "SE": "south-east"},
    **{"S": "south", "SW": "south-west", "W": "west", "NW": "north-west"},
}
