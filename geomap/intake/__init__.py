"""From what people hand in to files that wait for a person: reports read in a story's context, and kept in ``proposals/``."""

from __future__ import annotations

from geomap.intake.contexts import Context, read_context
from geomap.intake.events import Event, events_among, places_of
from geomap.intake.files import Files, list_with
from geomap.intake.lists import Lists
from geomap.intake.reading import Reading, Told, read_report
from geomap.intake.values import without_spans

__all__ = [
    "Context",
    "Event",
    "Files",
    "Lists",
    "Reading",
    "Told",
    "events_among",
    "list_with",
    "places_of",
    "read_context",
    "read_report",
    "without_spans",
]
