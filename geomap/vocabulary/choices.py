"""The columns of the tables that hold one of a closed list of values."""

from __future__ import annotations

from collections.abc import Mapping

from geomap.vocabulary.events import EVENT_TYPES
from geomap.vocabulary.spatial import LEVELS
from geomap.vocabulary.symbols import AREAS, SHAPES

#: Columns with a closed list of values, by name, in every table that has them.
CHOICES: Mapping[str, tuple[str, ...]] = {
    "symbol": tuple(SHAPES),
    "level": (*LEVELS, "unlocated"),
    "role": tuple(AREAS),
    "event_type": tuple(sorted(set(EVENT_TYPES.values()))),
    "sub_event_type": tuple(EVENT_TYPES),
    "verdict": ("holds", "does not hold", "cannot be said"),
    "near_border": ("yes", "no", "unknown"),
}
