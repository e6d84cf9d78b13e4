"""The tables as files that others open: QGIS and GDAL first. Each module writes one format from the tables and nothing else."""

from __future__ import annotations

from geomap.export.changes import History, change_in_words, for_page, summary_in_words
from geomap.export.csv import csv_types, write_csv_file
from geomap.export.edits import Edits, read_edits
from geomap.export.formats import CROSSWALKS, FORMATS, NAMES, SINGLE, table_text
from geomap.export.published import check_private, manifest, write_page, write_published
from geomap.export.schema import data_package, dictionary, json_schema
from geomap.export.standing import read_changes, write_changes

__all__ = [
    "CROSSWALKS",
    "FORMATS",
    "NAMES",
    "SINGLE",
    "Edits",
    "History",
    "change_in_words",
    "check_private",
    "csv_types",
    "data_package",
    "dictionary",
    "for_page",
    "json_schema",
    "manifest",
    "read_changes",
    "read_edits",
    "summary_in_words",
    "table_text",
    "write_changes",
    "write_csv_file",
    "write_page",
    "write_published",
]
