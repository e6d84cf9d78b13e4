"""How finely a place is known, how something is said to lie to another, and the compass."""

from __future__ import annotations

from typing import Literal

#: How finely a place is known, finest first.
Level = Literal["site", "settlement", "district", "province", "country"]
LEVELS: tuple[Level, ...] = ("site", "settlement", "district", "province", "country")

#: How something is said to lie to a border or a place.
Relation = Literal[
    "distance",  # so far from it
    "direction",  # on the given side of it, so far or not
    "nearest",  # it is the nearest town
    "near",  # or no farther than stated
    "beyond",  # farther than stated
    "along",
    "in",
    "outskirts",
    "between",  # between it and another place
    "road",  # on the road from it to another place
    "border town",
    "across",
    "length",
]
Compass = Literal["N", "NE", "E", "SE", "S", "SW", "W", "NW"]

#: Compass words in degrees from north.
BEARINGS = {"N": 0, "NE": 45, "E": 90, "SE": 135, "S": 180, "SW": 225, "W": 270, "NW": 315}
COMPASS = {
    **{"N": "north", "NE": "north-east", "E": "east", "SE": "south-east"},
    **{"S": "south", "SW": "south-west", "W": "west", "NW": "north-west"},
}
