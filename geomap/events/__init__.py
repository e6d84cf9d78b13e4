"""Tables of events from elsewhere: how each event lies to a border, row by row, a million and more."""

from __future__ import annotations

from geomap.events.columns import Asked, radii_of
from geomap.events.frames import near
from geomap.events.lying import ANY, To, lie

__all__ = ["ANY", "Asked", "To", "lie", "near", "radii_of"]
