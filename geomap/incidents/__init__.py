"""Claims and a person's judgements become incidents; where accounts differ, both stay."""

from __future__ import annotations

from geomap.incidents.attribution import attribution
from geomap.incidents.confidence import confidence
from geomap.incidents.corrections import Correction, Pin, corrected, country_of, read_corrections, write_corrections
from geomap.incidents.counts import range_of
from geomap.incidents.days import precision_of
from geomap.incidents.differences import unjudged, weaker
from geomap.incidents.grouping import group
from geomap.incidents.judgements import Note, check_groupings, read_incidents

__all__ = [
    "Correction",
    "Note",
    "Pin",
    "attribution",
    "check_groupings",
    "confidence",
    "corrected",
    "country_of",
    "group",
    "precision_of",
    "range_of",
    "read_corrections",
    "read_incidents",
    "unjudged",
    "weaker",
    "write_corrections",
]
