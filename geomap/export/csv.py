"""A table as CSV that a spreadsheet cannot be tricked by and opens with its letters: UTF-8, geometry as WKT, no formula."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd
import shapely

from geomap.export.schema import data_package
from geomap.export.tables import DECIMALS, WGS84, contents, tables_of
from geomap.tables import SCHEMA, Tables

#: What starts a formula in a spreadsheet, also in the forms that East Asian keyboards type.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

_TYPES = {"text": "String", "list": "String", "integer": "Integer", "number": "Real", "date": "Date"}


def csv_text(table: pd.DataFrame) -> str:
    """The table as CSV with a header; geometry comes last, in a column ``WKT``, which GDAL and QGIS take as such.

    A text that a spreadsheet would run as a formula gets an apostrophe in front; `unguarded_cell` takes it away again.
    Unknown is empty.
    """
    buffer = StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    names = [name for name in table.columns if name != "geometry"]
    rows, geometries = contents(table)
    writer.writerow(names + (["WKT"] if geometries is not None else []))
    for number, row in enumerate(rows):
        cells = [guarded_cell(row[name]) for name in names]
        if geometries is not None:
            geometry = geometries[number]
            cells.append("" if geometry is None else shapely.to_wkt(geometry, rounding_precision=DECIMALS))
        writer.writerow(cells)
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


def write_csv_file(text: str, path: Path) -> None:
    """Write CSV for people: with the byte order mark without which Excel takes UTF-8 for another encoding.

    A stream has none: what reads a pipe would take it for a part of the first column's name.
    """
    path.write_text(text, encoding="utf-8-sig", newline="")


def write_csv(published: Tables, folder: Path | str) -> None:
    """Write each table as ``<table>.csv`` into a folder, with what says what its columns are.

    ``.csvt`` and ``.prj`` are what GDAL and QGIS look for, ``datapackage.json`` is Frictionless.
    """
    Path(folder).mkdir(parents=True, exist_ok=True)
    for name, table in tables_of(published).items():
        path = Path(folder) / f"{name}.csv"
        write_csv_file(csv_text(table), path)
        types = [_TYPES[column.type] for column in SCHEMA[name]]
        if isinstance(table, gpd.GeoDataFrame):
            types.append("WKT")
            path.with_suffix(".prj").write_text(WGS84, encoding="utf-8", newline="\n")
        path.with_suffix(".csvt").write_text(",".join(types) + "\n", encoding="utf-8", newline="\n")
    package = json.dumps(data_package(), ensure_ascii=False, indent=1) + "\n"
    (Path(folder) / "datapackage.json").write_text(package, encoding="utf-8", newline="\n")


__all__ = ["csv_text", "guarded_cell", "unguarded_cell", "write_csv", "write_csv_file"]
