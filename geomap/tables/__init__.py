"""Incidents as tables: the published schema, each column beside the code that fills it, and the rows by it."""

from __future__ import annotations

from geomap.tables.columns import Column, Table, day_of
from geomap.tables.explanation import explain_incident, meant, unknown
from geomap.tables.extent import extent_of, west_of, west_of_longitudes
from geomap.tables.findings import Findings, FurtherLine
from geomap.tables.frames import Tables, frame, geoframe, records, tabulate
from geomap.tables.lines import border_row
from geomap.tables.schema import CRS, SCHEMA, TABLES
from geomap.tables.wording import JOINT, value_in_words

__all__ = [
    "CRS",
    "JOINT",
    "SCHEMA",
    "TABLES",
    "Column",
    "Findings",
    "FurtherLine",
    "Table",
    "Tables",
    "border_row",
    "day_of",
    "explain_incident",
    "extent_of",
    "frame",
    "geoframe",
    "meant",
    "records",
    "tabulate",
    "unknown",
    "value_in_words",
    "west_of",
    "west_of_longitudes",
]
