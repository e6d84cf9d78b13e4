"""A table as CSV that a spreadsheet cannot be tricked by and opens with its letters: UTF-8, geometry as WKT, no formula."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from io import StringIO
from pathlib import Path
from typing import Any

import pandas as pd
import shapely

from geomap.export.schema import data_package
from geomap.export.tables import DECIMALS, SPATIAL, WGS84, Contents, contents, tables_of
from geomap.geometry import each_shape
from geomap.tables import SCHEMA, Tables

#: What starts a formula in a spreadsheet, also in the forms that East Asian keyboards type.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

_TYPES = {"text": "String", "list": "String", "integer": "Integer", "number": "Real", "date": "Date"}


def csv_text(table: pd.DataFrame, held: Contents | None = None) -> str:
    """The table as CSV with a header; geometry comes last, in a column ``WKT``, which GDAL and QGIS take as such.

    A text that a spreadsheet would run as a formula gets an apostrophe in front; `unguarded_cell` takes it away again.
    Unknown is empty.

    Args:
        table: of any columns.
        held: its contents, where they are known.
    """
    buffer = StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    names = [name for name in table.columns if name != "geometry"]
    held = held or contents(table)
    is_spatial = held.geometries is not None
    writer.writerow(names + ["WKT"] * is_spatial)
    words = each_shape(lambda geometry: shapely.to_wkt(geometry, rounding_precision=DECIMALS), held.geometries or ())
    for number, row in enumerate(held.rows):
        cells = [guarded_cell(row[name]) for name in names]
        writer.writerow([*cells, words[number] or ""] if is_spatial else cells)
    return buffer.getvalue()


def guarded_cell(value: Any) -> str:
    """A cell's text; one that a spreadsheet would run gets an apostrophe in front.

    >>> guarded_cell("=1+1"), guarded_cell(-1.5), guarded_cell(None), guarded_cell("'=x")
    ("'=1+1", '-1.5', '', "''=x")
    """
    if value is None:
        return ""
    text = str(value)
    # An apostrophe of the text's own is doubled before a formula, so that taking one away gives the text back.
    return f"'{text}" if isinstance(value, str) and text.lstrip("'").startswith(FORMULA) else text


def unguarded_cell(text: str) -> str | None:
    """What `guarded_cell` was given, as text; None for an empty cell.

    >>> unguarded_cell("'=1+1"), unguarded_cell("''=x"), unguarded_cell("'tis"), unguarded_cell("")
    ('=1+1', "'=x", "'tis", None)
    """
    if text.startswith("'") and text.lstrip("'").startswith(FORMULA):
        text = text[1:]
    return text or None


def write_csv_file(text: str, path: Path, types: Sequence[str]) -> None:
    """Write CSV for people, and beside it what GDAL and QGIS look for.

    It begins with the byte order mark without which Excel takes UTF-8 for another encoding. A stream has none: what reads a
    pipe would take it for a part of the first column's name. ``.csvt`` has the columns' types, ``.prj`` the reference
    system where one of them is a geometry.

    Args:
        text: the CSV.
        path: the file.
        types: of its columns, as `csv_types` gives them.
    """
    path.write_text(text, encoding="utf-8-sig", newline="")
    path.with_suffix(".csvt").write_text(",".join(types) + "\n", encoding="utf-8", newline="\n")
    if "WKT" in types:
        path.with_suffix(".prj").write_text(WGS84, encoding="utf-8", newline="\n")


def csv_types(name: str) -> list[str]:
    """What the columns of a table's `csv_text` hold, in GDAL's words.

    >>> csv_types("buffers")
    ['String', 'String', 'Real', 'Real', 'WKT']
    """
    return [_TYPES[column.type] for column in SCHEMA[name]] + (["WKT"] if name in SPATIAL else [])


def write_csv(published: Tables, folder: Path | str) -> None:
    """Write each table as ``<table>.csv`` into a folder, and what its columns are; ``datapackage.json`` is Frictionless."""
    Path(folder).mkdir(parents=True, exist_ok=True)
    for name, table in tables_of(published).items():
        write_csv_file(csv_text(table), Path(folder) / f"{name}.csv", csv_types(name))
    package = json.dumps(data_package(), ensure_ascii=False, indent=1) + "\n"
    (Path(folder) / "datapackage.json").write_text(package, encoding="utf-8", newline="\n")


__all__ = ["csv_text", "csv_types", "guarded_cell", "unguarded_cell", "write_csv", "write_csv_file"]
