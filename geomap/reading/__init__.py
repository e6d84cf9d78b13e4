"""Files that people hand in, as plain values: regular files of bounded size, TOML, and tables that a spreadsheet saved."""

from __future__ import annotations

from geomap.reading.edits import Edit, edited, write_as
from geomap.reading.files import MOST_MB, check_file, decoded, is_no_text, read_bytes, read_text
from geomap.reading.json import check_json_depth
from geomap.reading.marks import mark, text_of
from geomap.reading.row_marks import find_cell
from geomap.reading.rows import delimiter_of, parse_rows, read_rows
from geomap.reading.toml import parse_toml, read_toml, toml_text, unknown_names
from geomap.reading.toml_marks import find_toml
from geomap.reading.translated import Translations, in_english, in_languages, together

__all__ = [
    "MOST_MB",
    "Edit",
    "Translations",
    "check_file",
    "check_json_depth",
    "decoded",
    "delimiter_of",
    "edited",
    "find_cell",
    "find_toml",
    "in_english",
    "in_languages",
    "is_no_text",
    "mark",
    "parse_rows",
    "parse_toml",
    "read_bytes",
    "read_rows",
    "read_text",
    "read_toml",
    "text_of",
    "together",
    "toml_text",
    "unknown_names",
    "write_as",
]
