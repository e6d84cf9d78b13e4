"""Reading the vocabulary's own data files."""

from __future__ import annotations

import csv
from importlib.resources import files


def read_list(name: str) -> list[dict[str, str]]:
    """The rows of a CSV file of this folder."""
    text = (files("geomap.vocabulary") / name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))
