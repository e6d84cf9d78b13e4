"""Incidents as tables: the published schema, each column beside the code that fills it, and the rows by it."""

from __future__ import annotations

from geomap.tables.columns import Column, Table, day_of
from geomap.tables.explanation import explain_incident, meant, unknown
from geomap.tables.findings import Findings, FurtherLine
from geomap.tables.frames import Tables, geoframe, records, tabulate
from geomap.tables.schema import CRS, SCHEMA, TABLES
from geomap.tables.wording import JOINT

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
    "day_of",
    "explain_incident",
    "geoframe",
    "meant",
    "records",
    "tabulate",
    "unknown",
]
