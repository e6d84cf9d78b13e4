"""A GeoPackage or GeoJSON that a person edited, read as it stands; what cannot be read is said as it is."""

from __future__ import annotations

import json
import sqlite3
import warnings
from collections.abc import Collection, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd
import pyogrio

from geomap import project
from geomap.errors import DataError
from geomap.export.geopackage import FINGERPRINT
from geomap.export.tables import BACKDROP
from geomap.tables import SCHEMA

_NOT_DATA = {"layer_styles", "qgis_projects", *BACKDROP}
_MARKS = (
    "SELECT table_name, metadata FROM gpkg_metadata_reference JOIN gpkg_metadata ON md_file_id = id WHERE md_standard_uri = ?"
)
_HALF = "it is damaged or half written: take a whole copy"


def read_edited(
    path: Path, ours: Collection[str], *, built_from: Path | None = None
) -> tuple[dict[str, pd.DataFrame], dict[str, str]]:
    """The file's tables by name, and for each what it was when geomap wrote it, where it still says so.

    A GeoJSON file is the table that its layer is named for. A layer of another name in a copy is told by its columns.

    Args:
        path: the file.
        ours: the names of our tables.
        built_from: the file of ours that it was copied from, which says what each table was; None where it is no copy.

    Raises:
        DataError: it cannot be read, and why; or it has no table of ours.
    """
    project.check_vector_file(path)
    packed = path.suffix.lower() == ".gpkg"
    collection = {} if packed else read_collection(path)
    if packed:
        _check_whole(path)
    layers = _tables(path)
    names = _named(layers) if built_from else {name: name for name in layers}
    tables = {name: layers[layer] for name, layer in names.items()}
    for name, table in tables.items():
        columns = [column.name for column in SCHEMA.get(name, ()) if column.type == "date" and column.name in table]
        if columns and "id" in table:
            cells = _cells(path, names[name], columns) if packed else _properties(collection)
            for column in columns:
                written = [cells.get(str(row), {}).get(column) for row in table["id"]]
                table[column] = pd.Series(written, index=table.index, dtype=object)
    if not set(tables) & set(ours):
        raise DataError(f"{path.name}: no table of ours in it (found {', '.join(tables) or 'none'}); give a file of geomap's")
    told = read_marks(built_from) if built_from else {}
    return tables, told | {name: mark for name, mark in _told(path, collection).items() if mark}


def read_marks(path: Path) -> dict[str, str]:
    """What each table of a file of ours was when geomap wrote it.

    Raises:
        DataError: it does not say so, or cannot be read, and why.
    """
    project.check_vector_file(path)
    told = _told(path, {} if path.suffix.lower() == ".gpkg" else read_collection(path))
    if not any(told.values()):
        raise DataError(f"{path}: it does not say which build it is of; give the file as geomap wrote it")
    return told


def _told(path: Path, collection: Mapping[str, Any]) -> dict[str, str]:
    packed = path.suffix.lower() == ".gpkg"
    return _marks(path) if packed else {str(collection.get("name")): str(collection.get("fingerprint", ""))}


def _named(layers: Mapping[str, pd.DataFrame]) -> dict[str, str]:
    """The layer of each table: the one of its name, or else one that has all of its columns."""
    names = {name: name for name in layers if name in SCHEMA}
    for layer in (name for name in layers if name not in SCHEMA):
        alike = [name for name, columns in SCHEMA.items() if {column.name for column in columns} <= set(layers[layer].columns)]
        name = max(alike, key=lambda name: len(SCHEMA[name]), default=layer)
        names[layer if name in names else name] = layer
    return names


def _tables(path: Path) -> dict[str, pd.DataFrame]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of cells that no column takes: `read_edits` says them one by one
            names = [str(name) for name in pyogrio.list_layers(path)[:, 0] if name not in _NOT_DATA]
            return {name: _on_wgs84(pyogrio.read_dataframe(path, layer=name)) for name in names}
    except pyogrio.errors.DataSourceError as error:
        raise DataError(f"{path.name}: neither a GeoPackage nor GeoJSON: {error}") from error
    except ValueError as error:
        raise DataError(f"{path.name}: a value cannot be read ({error}); correct it as GIS programs write it") from error


def _on_wgs84(table: pd.DataFrame) -> pd.DataFrame:
    if isinstance(table, gpd.GeoDataFrame) and table.crs is not None and table.crs.to_epsg() != 4326:
        table.to_crs(4326, inplace=True)
    return table


def read_collection(path: Path) -> dict[str, Any]:
    """A GeoJSON file as it stands; empty where it is JSON but no object.

    Raises:
        DataError: it cannot be read, and why.
    """
    try:
        collection = json.loads(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as error:
        raise DataError(f"{path.name}: {error}; save it in UTF-8") from error
    except ValueError as error:  # a number of thousands of digits, too
        raise DataError(f"{path.name}: it is no JSON ({error}); {_HALF}") from error
    features = collection.get("features") if isinstance(collection, dict) else None
    if isinstance(collection, dict) and not (isinstance(features, list) and all(map(_is_feature, features))):
        raise DataError(f"{path.name}: it is no collection of features; take a whole copy of the file that geomap wrote")
    return collection if isinstance(collection, dict) else {}


def _is_feature(value: Any) -> bool:
    return isinstance(value, dict) and isinstance(value.get("properties") or {}, dict)


def _properties(collection: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    """The properties of each feature by its id: GDAL moves a midnight to another zone, and drops what is no day."""
    features = [(feature, feature.get("properties") or {}) for feature in collection["features"]]
    return {str(properties.get("id", feature.get("id"))): properties for feature, properties in features}


def _cells(path: Path, name: str, columns: list[str]) -> dict[str, Mapping[str, Any]]:
    """The same of a GeoPackage's table."""
    listed = ", ".join(f'"{column}"' for column in ("id", *columns))
    with opened_geopackage(path) as database:
        rows = database.execute(f'SELECT {listed} FROM "{name}"').fetchall()
    return {str(row[0]): dict(zip(columns, row[1:], strict=True)) for row in rows}


def _marks(path: Path) -> dict[str, str]:
    """What each table of the GeoPackage was when it was written."""
    with opened_geopackage(path) as database:
        there = database.execute("SELECT name FROM sqlite_master WHERE name = 'gpkg_metadata_reference'").fetchall()
        return dict(database.execute(_MARKS, (FINGERPRINT,)).fetchall()) if there else {}


def _check_whole(path: Path) -> None:
    with opened_geopackage(path) as database:
        found = database.execute("PRAGMA quick_check(1)").fetchone()
    if found != ("ok",):
        raise DataError(f"{path.name}: {' '.join(found[0].split())}; {_HALF}")


@contextmanager
def opened_geopackage(path: Path) -> Iterator[sqlite3.Connection]:
    """A GeoPackage, to be read.

    Raises:
        DataError: it cannot be read, and why.
    """
    try:
        with closing(_connected(path)) as database:
            yield database
    except sqlite3.Error as error:
        raise DataError(f"{path.name}: {error}; {_advice(_code(error), _log(path).name)}") from error


def _connected(path: Path) -> sqlite3.Connection:
    """SQLite writes beside a file that its last user did not close; where it cannot, one without a log is whole by itself."""
    address = f"{path.resolve().as_uri()}?mode=ro"
    try:
        return _tried(address)
    except sqlite3.Error as error:
        log = _log(path)
        if _code(error) not in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN) or (log.exists() and log.stat().st_size):
            raise
    return _tried(f"{address}&immutable=1")


def _tried(address: str) -> sqlite3.Connection:
    database = sqlite3.connect(address, uri=True)
    try:
        database.execute("SELECT count(*) FROM sqlite_master")
    except sqlite3.Error:
        database.close()
        raise
    return database


def _log(path: Path) -> Path:
    return path.with_name(f"{path.name}-wal")


def _code(error: sqlite3.Error) -> int:
    """SQLite's primary result code; 0 for an error of Python's module."""
    return (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF


def _advice(code: int, log: str) -> str:
    match code:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return "another program is writing to it: save and close it there"
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return _HALF
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN:
            return f"what was changed last is in {log}, which cannot be read here: copy both into a folder that can be written"
    return "give a GeoPackage that SQLite can read"


__all__ = ["opened_geopackage", "read_collection", "read_edited", "read_marks"]
