"""Reading the vocabulary's own data files."""

from __future__ import annotations

from importlib.resources import files

from geomap.reading import parse_rows


def read_list(name: str, *columns: str) -> list[dict[str, str]]:
    """The rows of a CSV file of this folder, which has these columns; the first of them is filled in every row."""
    return parse_rows((files("geomap.vocabulary") / name).read_bytes(), name, columns, filled=columns[:1])
