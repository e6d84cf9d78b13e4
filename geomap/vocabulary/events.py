"""Kinds of event, from ``events.csv``: ACLED's sub-event types, their event and disorder types, and their symbols on the map.

Event, sub-event and disorder types are those of the ACLED Codebook (2023). Several share a symbol: a reader tells seven shapes
apart, not twenty-five.
"""

from __future__ import annotations

from geomap.vocabulary.lists import read_list

_COLUMNS = ("sub_event_type", "event_type", "symbol", "disorder_type")
_ROWS = {row["sub_event_type"]: row for row in read_list("events.csv", *_COLUMNS)}

#: The event type of each sub-event type.
EVENT_TYPES: dict[str, str] = {name: row["event_type"] for name, row in _ROWS.items()}
#: ACLED's disorder type of each sub-event type.
DISORDER_TYPES: dict[str, str] = {name: row["disorder_type"] for name, row in _ROWS.items()}


def symbol_of(sub_event_type: str) -> str:
    """The symbol that a sub-event type has on the map.

    >>> symbol_of("Air/drone strike"), symbol_of("Agreement")
    ('strike', 'other')

    Raises:
        KeyError: there is no such sub-event type.
    """
    return _ROWS[sub_event_type]["symbol"]
