"""Incidents as tables: the published schema, written once, and the rows by it."""

from __future__ import annotations

from geomap.tables.explanation import explain_incident, unknown
from geomap.tables.frames import Tables, geoframe, records
from geomap.tables.rows import Context, tabulate
from geomap.tables.schema import CRS, SCHEMA, Column

__all__ = ["CRS", "SCHEMA", "Column", "Context", "Tables", "explain_incident", "geoframe", "records", "tabulate", "unknown"]
