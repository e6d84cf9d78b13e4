"""What the tables of `geomap.tables.SCHEMA` are called, what they hold and whose they are, for every format."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from shapely.geometry import MultiLineString, MultiPoint, MultiPolygon
from shapely.geometry.base import BaseGeometry
from shapely.geometry.polygon import orient

from geomap.geometry import each_shape
from geomap.tables import JOINT, SCHEMA, TABLES, Column, Tables, records

#: What a row of each table is.
DESCRIPTIONS: dict[str, str] = {name: table.says for name, table in TABLES.items()} | {
    "disputed": "Lines that countries dispute.",
    "admin1": "First-level areas, as a backdrop.",
    "countries": "Countries, as a backdrop; the column source says who made which.",
    "land": "Land beyond, as a backdrop; the column source says who made it.",
}

#: The licence that binds each table, as an SPDX name. What is drawn from the border's line is made from OpenStreetMap.
LICENCES: dict[str, str] = {name: table.licence for name, table in TABLES.items()}


def rights_of(published: Tables) -> tuple[str, ...]:
    """Whom to name wherever the tables show."""
    line = published.border.iloc[0]
    words = [str(line[key]) for key in ("attribution", "licence") if line[key]]
    border = f"Border: {', '.join([*words[:1], *(word.replace('-', ' ') for word in words[1:])])}." if words else ""
    own = published.story.attribution
    every = (border, "Places: GeoNames, CC BY 4.0.", "Provinces: Natural Earth, public domain.", f"{own}." if own else "")
    return tuple(filter(None, every))


def _from(field: str, says: str, name: str | None = None) -> Column:
    """A column that a base map has as ``field``."""
    return Column(name or field, "text", says, itemgetter(field))


#: What lies under the map, in the GeoPackage only: columns of a base map.
BACKDROP: dict[str, tuple[Column, ...]] = {
    "disputed": (
        _from("between", "the countries, ISO 3166-1 alpha-2", name="countries"),
        _from("note", "who claims what"),
    ),
    "admin1": (
        _from("iso_3166_2", "ISO 3166-2 code"),
        _from("name", "its name"),
        _from("country", "ISO 3166-1 alpha-2 code of its country"),
        _from("source", "who made it"),
    ),
    "countries": (
        _from("iso_a2", "ISO 3166-1 alpha-2 code"),
        _from("name", "its name"),
        _from("source", "who made it"),
    ),
    "land": (
        _from("name", "what it is"),
        _from("source", "who made it"),
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

_WITH_PARTS = {3, 4, 5, 6}  #: shapely's numbers for a polygon and for points, lines and polygons in parts
_MULTI = {"Point": MultiPoint, "LineString": MultiLineString}


#: The tables that have geometry.
SPATIAL: tuple[str, ...] = tuple(name for name, table in TABLES.items() if table.geometry is not None)


def tables_of(tables: Tables) -> dict[str, pd.DataFrame]:
    """The tables by name, in the order of the schema, as files take them: lists are joined to one text."""
    return {name: flat(name, frame) for name, frame in tables.frames.items()}


def flat(name: str, table: pd.DataFrame) -> pd.DataFrame:
    """A table with its lists joined to one text each."""
    lists = [column.name for column in SCHEMA[name] if column.type == "list"]
    texts = {column: pd.Series([joined(v) for v in table[column]], index=table.index, dtype=object) for column in lists}
    return table.assign(**texts) if texts else table


def joined(words: Any) -> str | None:
    """The words of a list as one text; what is no list stays as it is."""
    return JOINT.join(words) if isinstance(words, tuple | list) else None if words is None or words is pd.NA else str(words)


def ground_of(basemap: Mapping[str, gpd.GeoDataFrame]) -> dict[str, gpd.GeoDataFrame]:
    """The tables of `BACKDROP` that a base map has, with their columns."""
    return {name: _ground(columns, basemap[name]) for name, columns in BACKDROP.items() if len(basemap.get(name, ()))}


def _ground(columns: tuple[Column, ...], table: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    rows = table.to_dict("records")
    values = {column.name: pd.Series([column.of(row) for row in rows], dtype=object) for column in columns}
    return gpd.GeoDataFrame(values, geometry=list(table.geometry), crs=table.crs)


def normalised_geometries(geometries: gpd.GeoSeries) -> list[BaseGeometry | None]:
    """The geometries as every format writes them: rounded, right-handed, of one type.

    Exterior rings run counter-clockwise. Polygons are always made multipolygons, lines and points only where one of them has
    parts: readers of GIS files want one type in a layer.
    """
    shapes = np.asarray(geometries, dtype=object)
    if set(shapely.get_type_id(shapes).tolist()) <= {-1, 0}:  # points alone, as in most large tables
        return list(_rounded(shapes))
    multi = bool(set(shapely.get_type_id(shapes).tolist()) & _WITH_PARTS)
    return each_shape(lambda shape: _settled(_rounded(shape), multi), shapes)


def _rounded(shapes: Any) -> Any:
    return shapely.transform(shapes, lambda points: points.round(DECIMALS) + 0.0)


def _settled(geometry: BaseGeometry, multi: bool) -> BaseGeometry:
    if geometry.geom_type.endswith("Polygon"):
        return MultiPolygon([orient(part) for part in shapely.get_parts(geometry)])
    return _MULTI[geometry.geom_type]([geometry]) if multi and geometry.geom_type in _MULTI else geometry


@dataclass(frozen=True)
class Contents:
    """What a table holds, as every format writes it: its rows and, where it has them, its geometries."""

    rows: list[dict[str, Any]]
    geometries: list[BaseGeometry | None] | None

    @cached_property
    def mark(self) -> str:
        """Their `fingerprint`."""
        return fingerprint(self.rows, self.geometries)


def contents(table: pd.DataFrame) -> Contents:
    """What a table of `tables_of` holds."""
    shapes = normalised_geometries(table.geometry) if isinstance(table, gpd.GeoDataFrame) else None
    return Contents(records(table, JOINT.join), shapes)


def fingerprint(rows: list[dict[str, Any]], geometries: Iterable[BaseGeometry | None] | None) -> str:
    """The sha256 of a table's contents, which a file carries so that edits of it can be told from changes of the sources."""
    digest = hashlib.sha256(json.dumps(rows, ensure_ascii=False).encode())
    for wkb in each_shape(little_endian, geometries or ()):
        digest.update(wkb or b"-")
    return digest.hexdigest()


def little_endian(geometry: BaseGeometry) -> bytes:
    """A geometry as well-known binary, the same on every machine."""
    wkb: bytes = shapely.to_wkb(geometry, byte_order=1)
    return wkb


def geometry_type(name: str, geometries: Iterable[BaseGeometry | None]) -> str:
    """The type of a table's `normalised_geometries` geometries, also where there is none yet."""
    return next(
        (g.geom_type for g in geometries if g is not None),
        (TABLES[name].geometry_type if name in TABLES else None) or "Unknown",
    )


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
    "BACKDROP", "COLUMNS", "DECIMALS", "DESCRIPTIONS", "LICENCES", "SPATIAL", "WGS84", "Contents", "contents", "days_of",
    "fingerprint", "geometry_type", "ground_of", "little_endian", "normalised_geometries", "rights_of", "tables_of", "titled",
]  # fmt: skip
