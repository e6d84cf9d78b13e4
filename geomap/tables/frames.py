"""Rows as data frames of the schema, and back as plain values."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import geopandas as gpd
import pandas as pd
from shapely.geometry.base import BaseGeometry

from geomap.tables.schema import CRS, SCHEMA


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """The tables of `SCHEMA`, rows sorted by id. The GeoDataFrames have geometry; an incident's may be None."""

    incidents: gpd.GeoDataFrame
    areas: gpd.GeoDataFrame
    border: gpd.GeoDataFrame
    buffers: gpd.GeoDataFrame = field(default_factory=lambda: geoframe("buffers", []))
    links: gpd.GeoDataFrame = field(default_factory=lambda: geoframe("links", []))
    statements: gpd.GeoDataFrame = field(default_factory=lambda: geoframe("statements", []))
    places: gpd.GeoDataFrame = field(default_factory=lambda: geoframe("places", []))
    claims: pd.DataFrame
    values: pd.DataFrame
    articles: pd.DataFrame
    differences: pd.DataFrame


_DTYPES = {"text": "object", "integer": "Int64", "number": "Float64", "date": "object"}


def frame(table: str, rows: Sequence[Mapping[str, Any]]) -> pd.DataFrame:
    """Rows as the named table of `SCHEMA`: its columns in order, nullable types, ``datetime.date`` for days.

    Raises:
        KeyError: a row has a column that the schema does not.
    """
    columns = SCHEMA[table]
    names = [column.name for column in columns]
    if unknown := {key for row in rows for key in row} - {*names, "geometry"}:
        raise KeyError(f"{table}: {sorted(unknown)} not in the schema")
    return pd.DataFrame({c.name: pd.Series([row.get(c.name) for row in rows], dtype=_DTYPES[c.type]) for c in columns})


def geoframe(table: str, rows: Sequence[Mapping[str, Any]]) -> gpd.GeoDataFrame:
    """As `frame`, with the rows' ``geometry`` on WGS 84."""
    geometry: list[BaseGeometry | None] = [row["geometry"] for row in rows]
    return gpd.GeoDataFrame(frame(table, rows), geometry=geometry, crs=CRS)


def records(table: pd.DataFrame) -> list[dict[str, Any]]:
    """A table's rows as plain Python values: ``None`` for null, ISO text for days. What JSON and the page take."""
    names = [name for name in table.columns if name != "geometry"]
    columns = [[_plain(value) for value in table[name].to_numpy(dtype=object)] for name in names]
    return [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]


def _plain(value: Any) -> Any:
    if value is None or value is pd.NA or value is pd.NaT or (isinstance(value, float) and value != value):
        return None
    if isinstance(value, dt.date):
        return value.isoformat()
    return value.item() if hasattr(value, "item") else value
