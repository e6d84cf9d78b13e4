"""The tables as data frames, and their rows as plain Python values."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import geopandas as gpd
import pandas as pd
from shapely.geometry.base import BaseGeometry

from geomap.model import Story
from geomap.tables.columns import Column, Table
from geomap.tables.findings import Findings
from geomap.tables.schema import CRS, SCHEMA, TABLES


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """The tables of `TABLES`, which says what each holds, rows sorted by id; a geometry may be None. With the story of them."""

    incidents: gpd.GeoDataFrame
    sites: gpd.GeoDataFrame = field(default_factory=lambda: geoframe("sites", []))
    areas: gpd.GeoDataFrame
    area_parts: pd.DataFrame = field(default_factory=lambda: frame("area_parts", []))
    border: gpd.GeoDataFrame
    buffers: gpd.GeoDataFrame = field(default_factory=lambda: geoframe("buffers", []))
    links: gpd.GeoDataFrame = field(default_factory=lambda: geoframe("links", []))
    line_distances: pd.DataFrame = field(default_factory=lambda: frame("line_distances", []))
    places: gpd.GeoDataFrame = field(default_factory=lambda: geoframe("places", []))
    claims: pd.DataFrame
    actors: pd.DataFrame = field(default_factory=lambda: frame("actors", []))
    cited_values: pd.DataFrame
    spans: pd.DataFrame = field(default_factory=lambda: frame("spans", []))
    articles: pd.DataFrame
    differences: pd.DataFrame
    statements: gpd.GeoDataFrame = field(default_factory=lambda: geoframe("statements", []))
    story: Story = field(default_factory=Story)  #: the settings that the files and the page are drawn by
    unreviewed: frozenset[str] = frozenset()  #: ids of incidents that were only proposed; a private page shows them

    @property
    def frames(self) -> dict[str, pd.DataFrame]:
        """The tables by name, in the order of the schema."""
        return {name: getattr(self, name) for name in TABLES}


_DTYPES = {"text": "object", "integer": "Int64", "number": "Float64", "date": "object", "list": "object"}


def frame(table: str, rows: Sequence[Mapping[str, Any]]) -> pd.DataFrame:
    """Rows as the named table of `SCHEMA`: its columns in order, nullable types, ``datetime.date`` for days, tuples for lists.

    Raises:
        KeyError: a row has a column that the schema does not.
    """
    columns = SCHEMA[table]
    names = [column.name for column in columns]
    if unknown := {key for row in rows for key in row} - {*names, "geometry"}:
        raise KeyError(f"{table}: {sorted(unknown)} not in the schema")
    return _framed(columns, lambda column: [row.get(column.name) for row in rows])


def _framed(columns: Iterable[Column], cells: Callable[[Column], list[Any]]) -> pd.DataFrame:
    return pd.DataFrame({column.name: pd.Series(cells(column), dtype=_DTYPES[column.type]) for column in columns})


def geoframe(table: str, rows: Sequence[Mapping[str, Any]]) -> gpd.GeoDataFrame:
    """As `frame`, with the rows' ``geometry`` on WGS 84."""
    geometry: list[BaseGeometry | None] = [row["geometry"] for row in rows]
    return gpd.GeoDataFrame(frame(table, rows), geometry=geometry, crs=CRS)


def tabulate(known: Findings) -> Tables:
    """The tables of what is known of the incidents."""
    made = {name: _tabulated(table, known) for name, table in TABLES.items()}
    return Tables(**made, story=known.story, unreviewed=known.unreviewed)


def _tabulated(table: Table, known: Findings) -> Any:
    subjects = list(table.subjects(known))
    made = _framed(table.columns, lambda column: list(map(column.of, subjects)))
    return made if table.geometry is None else gpd.GeoDataFrame(made, geometry=list(map(table.geometry, subjects)), crs=CRS)


def records(table: pd.DataFrame, listed: Callable[[Iterable[str]], Any] = list) -> list[dict[str, Any]]:
    """A table's rows as Python values: ``None`` for null, ISO text for days, lists for lists. What JSON takes.

    Args:
        table: the table.
        listed: what a list becomes.
    """
    names = [name for name in table.columns if name != "geometry"]
    columns = [_python_values(table[name].to_numpy(dtype=object).tolist(), listed) for name in names]
    return [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]


def _python_values(values: list[Any], listed: Callable[[Iterable[str]], Any]) -> list[Any]:
    plain = {str, int, type(None)}
    if set(map(type, values)) <= plain:  # as in most columns
        return values
    return [value if type(value) in plain else _python_value(value, listed) for value in values]


def _python_value(value: Any, listed: Callable[[Iterable[str]], Any]) -> Any:
    if isinstance(value, float):
        return float(value) if value == value else None
    if isinstance(value, tuple | list):
        return listed(value)
    if value is pd.NA or value is pd.NaT:
        return None
    if isinstance(value, dt.date):
        return value.isoformat()
    return value.item() if hasattr(value, "item") else value
