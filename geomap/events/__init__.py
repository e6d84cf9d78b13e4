"""Tables of events from elsewhere: how each event lies to a border, row by row, a million and more."""

from __future__ import annotations

from geomap.events.arrow import near_arrow
from geomap.events.columns import Asked, radii_of
from geomap.events.engine import near_parts
from geomap.events.far import FAR_M
from geomap.events.for_map import MOST_ROWS, EventTable, Shown, table_for_map
from geomap.events.frames import near
from geomap.events.kinds import Kind
from geomap.events.lying import ANY, UNREAD, To, lie
from geomap.events.rows import pyarrow
from geomap.events.streaming import Done, Progress, near_table
from geomap.events.writing import suffix_of

__all__ = [
    "ANY",
    "FAR_M",
    "MOST_ROWS",
    "UNREAD",
    "Asked",
    "Done",
    "EventTable",
    "Kind",
    "Progress",
    "Shown",
    "To",
    "lie",
    "near",
    "near_arrow",
    "near_parts",
    "near_table",
    "pyarrow",
    "radii_of",
    "suffix_of",
    "table_for_map",
]
