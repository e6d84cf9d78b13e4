"""What the tables of `geomap.tables.rows.SCHEMA` are called, what they hold and whose they are, for every format."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from shapely.geometry import MultiLineString, MultiPoint, MultiPolygon
from shapely.geometry.base import BaseGeometry
from shapely.geometry.polygon import orient

from geomap.tables import SCHEMA, Column, Tables, records

#: What a row of each table is.
DESCRIPTIONS: dict[str, str] = {
    "incidents": "What happened, where and when: an incident a row, at the point that a source prints for its place, if any.",
    "areas": "Where each incident may lie: the best reading, and each account's own where it is another.",
    "border": "The border that distances are measured to. © OpenStreetMap contributors, ODbL 1.0.",
    "buffers": "How far from the border, geodesic. Made from © OpenStreetMap contributors, ODbL 1.0.",
    "links": "The nearest and farthest way from each incident's region to the border.",
    "places": "The gazetteer: the places that the claims name.",
    "statements": "What articles say about where something lies, held against the map.",
    "claims": "One article's account of one incident, a row each.",
    "values": "Every value of every claim: where its article says it, whom the article credits, how it follows from the words.",
    "articles": "The articles and outside publications that the claims cite.",
    "differences": "Where the accounts of an incident differ, what each says, and which is better supported.",
    "disputed": "Lines that countries dispute.",
    "admin1": "First-level areas, as a backdrop.",
    "countries": "Countries, as a backdrop. Iran and Pakistan: © OpenStreetMap contributors, ODbL 1.0; others: Natural Earth.",
    "land": "Land beyond, as a backdrop. Natural Earth.",
}

#: The licence that binds each table, as an SPDX name. What is drawn from the border's line is made from OpenStreetMap.
LICENCES: dict[str, str] = {"incidents": "CC-BY-4.0"} | dict.fromkeys(("areas", "border", "buffers", "links"), "ODbL-1.0")

#: Whom to name wherever the tables show.
RIGHTS: tuple[str, ...] = (
    "Border: © OpenStreetMap contributors, ODbL 1.0.",
    "Places: GeoNames, CC BY 4.0.",
    "Provinces: Natural Earth, public domain.",
)

#: What lies under the map, in the GeoPackage only: columns of the files in ``geodata/basemap/``.
BACKDROP: dict[str, tuple[Column, ...]] = {
    "disputed": (
        Column("between", "text", "the countries, ISO 3166-1 alpha-2"),
        Column("note", "text", "who claims what"),
    ),
    "admin1": (
        Column("iso_3166_2", "text", "ISO 3166-2 code"),
        Column("name", "text", "its name"),
        Column("country", "text", "ISO 3166-1 alpha-2 code of its country"),
        Column("source", "text", "who made it"),
    ),
    "countries": (
        Column("iso_a2", "text", "ISO 3166-1 alpha-2 code"),
        Column("name", "text", "its name"),
        Column("source", "text", "who made it"),
    ),
    "land": (
        Column("name", "text", "what it is"),
        Column("source", "text", "who made it"),
    ),
}

#: The columns of every table that is written.
COLUMNS: dict[str, tuple[Column, ...]] = SCHEMA | BACKDROP

#: The reference system of every geometry, as well-known text: written out, so that no version of PROJ changes a file.
WGS84 = (
    'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],'
    'AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,'
    'AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]'
)

#: Decimals of a degree: 0.1 m, finer than any source here.
DECIMALS = 6

#: What lies in a table that is empty.
_TYPES = dict.fromkeys(("areas", "buffers", "statements"), "MultiPolygon") | dict.fromkeys(("border", "links"), "LineString")
_TYPES |= dict.fromkeys(("incidents", "places"), "Point")
_WITH_PARTS = {3, 4, 5, 6}  #: shapely's numbers for a polygon and for points, lines and polygons in parts
_MULTI = {"Point": MultiPoint, "LineString": MultiLineString}


#: The tables of `geomap.tables.rows.SCHEMA` that have geometry.
SPATIAL: tuple[str, ...] = tuple(field.name for field in fields(Tables) if "GeoDataFrame" in str(field.type))


def tables_of(layers: Tables) -> dict[str, pd.DataFrame]:
    """The layers' tables by name, in the order of `geomap.tables.rows.SCHEMA`."""
    return {name: getattr(layers, name) for name in SCHEMA}


def ground_of(basemap: Mapping[str, gpd.GeoDataFrame]) -> dict[str, gpd.GeoDataFrame]:
    """The tables of `BACKDROP` that a base map has, with their columns."""
    return {
        name: basemap[name].reindex(columns=[*(column.name for column in columns), "geometry"])
        for name, columns in BACKDROP.items()
        if len(basemap.get(name, ()))
    }


def normalised_geometries(geometries: gpd.GeoSeries) -> list[BaseGeometry | None]:
    """The geometries as every format writes them: rounded, right-handed, of one type.

    Exterior rings run counter-clockwise. Polygons are always made multipolygons, lines and points only where one of them has
    parts: readers of GIS files want one type in a layer.
    """
    rounded = shapely.transform(np.asarray(geometries, dtype=object), lambda points: points.round(DECIMALS) + 0.0)
    kinds = set(shapely.get_type_id(rounded).tolist()) - {-1}
    if kinds <= {0}:  # points alone, as in most large tables
        return list(rounded)
    multi = bool(kinds & _WITH_PARTS)
    return [None if g is None else _settled(g, multi) for g in rounded]


def _settled(geometry: BaseGeometry, multi: bool) -> BaseGeometry:
    if geometry.geom_type.endswith("Polygon"):
        return MultiPolygon([orient(part) for part in shapely.get_parts(geometry)])
    return _MULTI[geometry.geom_type]([geometry]) if multi and geometry.geom_type in _MULTI else geometry


def contents(table: pd.DataFrame) -> tuple[list[dict[str, Any]], list[BaseGeometry | None] | None]:
    """A table's rows and, where it has them, its geometries, as every format writes them."""
    return records(table), normalised_geometries(table.geometry) if isinstance(table, gpd.GeoDataFrame) else None


def fingerprint(rows: list[dict[str, Any]], geometries: Iterable[BaseGeometry | None] | None) -> str:
    """The sha256 of a table's contents, which a file carries so that edits of it can be told from changes of the sources."""
    digest = hashlib.sha256(json.dumps(rows, ensure_ascii=False).encode())
    for geometry in geometries or ():
        digest.update(b"-" if geometry is None else shapely.to_wkb(geometry, byte_order=1))
    return digest.hexdigest()


def geometry_type(name: str, geometries: Iterable[BaseGeometry | None]) -> str:
    """The type of a table's `normalised_geometries` geometries, also where there is none yet."""
    return next((g.geom_type for g in geometries if g is not None), _TYPES.get(name, "Unknown"))


def titled(name: str) -> str:
    """A table's name for people.

    >>> titled("incidents")
    'Incidents'
    """
    return name[:1].upper() + name[1:].replace("_", " ")


def days_of(table: pd.DataFrame) -> tuple[dt.date, dt.date] | None:
    """The first and the last day that a table speaks of; None where it speaks of none."""
    days = [day for key in ("first_day", "last_day", "published") if key in table for day in table[key].dropna()]
    return (min(days), max(days)) if days else None


__all__ = [
    "BACKDROP", "COLUMNS", "DECIMALS", "DESCRIPTIONS", "LICENCES", "RIGHTS", "SPATIAL", "WGS84",
    "contents", "days_of", "fingerprint", "geometry_type", "ground_of", "normalised_geometries", "tables_of", "titled",
]  # fmt: skip
