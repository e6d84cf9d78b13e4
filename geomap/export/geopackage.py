"""All tables in one GeoPackage 1.3, styled, described, related, with a QGIS project inside.

Written through `sqlite3` alone, after OGC 12-128r17: GDAL would write days of ours as text, its own clock and its own version
into the file. Here every byte follows from the tables, so that two builds can be compared.
"""

from __future__ import annotations

import errno
import json
import sqlite3
import struct
from collections.abc import Iterable, Iterator, Mapping
from operator import itemgetter
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd
from shapely.geometry.base import BaseGeometry

from geomap import project
from geomap.export.qgis_project import REFERENCES, qgis_project, qgz, qmd
from geomap.export.style import alias, qml
from geomap.export.tables import (
    BACKDROP,
    COLUMNS,
    DESCRIPTIONS,
    WGS84,
    Contents,
    contents,
    days_of,
    geometry_type,
    little_endian,
    tables_of,
    titled,
)
from geomap.geometry import each_shape
from geomap.model import Story
from geomap.tables import Column, Tables
from geomap.vocabulary import CHOICES

#: Bytes of a page of the file.
_PAGE = 4096
#: The SQLite version that stands in the file whichever library wrote it (bytes 96 to 99 of the header).
_SQLITE_VERSION = 3_040_000
#: Under this name the metadata holds what each table was when it was written.
FINGERPRINT = "urn:geomap:fingerprint"
_TYPES = {"text": "TEXT", "list": "TEXT", "integer": "INTEGER", "number": "DOUBLE", "date": "DATE"}
#: Columns with a closed list of values, which QGIS offers as a choice.
_CHOICES = ("symbol", "actor_side", "level")

_CORE = """
CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
  description TEXT DEFAULT '', last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name), CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_extensions (table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL,
  scope TEXT NOT NULL, CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name));
CREATE TABLE gpkg_metadata (id INTEGER CONSTRAINT m_pk PRIMARY KEY ASC NOT NULL, md_scope TEXT NOT NULL DEFAULT 'dataset',
  md_standard_uri TEXT NOT NULL, mime_type TEXT NOT NULL DEFAULT 'text/xml', metadata TEXT NOT NULL DEFAULT '');
CREATE TABLE gpkg_metadata_reference (reference_scope TEXT NOT NULL, table_name TEXT, column_name TEXT, row_id_value INTEGER,
  timestamp DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')), md_file_id INTEGER NOT NULL, md_parent_id INTEGER,
  CONSTRAINT crmr_mfi_fk FOREIGN KEY (md_file_id) REFERENCES gpkg_metadata(id),
  CONSTRAINT crmr_mpi_fk FOREIGN KEY (md_parent_id) REFERENCES gpkg_metadata(id));
CREATE TABLE gpkg_data_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, name TEXT, title TEXT, description TEXT,
  mime_type TEXT, constraint_name TEXT, CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name),
  CONSTRAINT gdc_tn UNIQUE (table_name, name));
CREATE TABLE gpkg_data_column_constraints (constraint_name TEXT NOT NULL, constraint_type TEXT NOT NULL, value TEXT,
  min NUMERIC, min_is_inclusive BOOLEAN, max NUMERIC, max_is_inclusive BOOLEAN, description TEXT,
  CONSTRAINT gdcc_ntv UNIQUE (constraint_name, constraint_type, value));
CREATE TABLE layer_styles (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256), f_table_schema TEXT(256),
  f_table_name TEXT(256), f_geometry_column TEXT(256), styleName TEXT(30), styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN,
  description TEXT, owner TEXT(30), ui TEXT(30), update_time DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')));
CREATE TABLE qgis_projects (name TEXT PRIMARY KEY, metadata BLOB, content BLOB);
"""

_BOX = 'NEW."fid", ST_MinX(NEW."geom"), ST_MaxX(NEW."geom"), ST_MinY(NEW."geom"), ST_MaxY(NEW."geom")'
_FILLED, _EMPTY = 'NEW."geom" NOTNULL AND NOT ST_IsEmpty(NEW."geom")', '(NEW."geom" ISNULL OR ST_IsEmpty(NEW."geom"))'
#: The spatial index keeps up with edits (the functions are the editing program's).
_RTREE = f"""
CREATE VIRTUAL TABLE "rtree_{{0}}_geom" USING rtree(id, minx, maxx, miny, maxy);
CREATE TRIGGER "rtree_{{0}}_geom_insert" AFTER INSERT ON "{{0}}" WHEN ({_FILLED})
  BEGIN INSERT OR REPLACE INTO "rtree_{{0}}_geom" VALUES ({_BOX}); END;
CREATE TRIGGER "rtree_{{0}}_geom_update1" AFTER UPDATE OF "geom" ON "{{0}}" WHEN OLD."fid" = NEW."fid" AND ({_FILLED})
  BEGIN INSERT OR REPLACE INTO "rtree_{{0}}_geom" VALUES ({_BOX}); END;
CREATE TRIGGER "rtree_{{0}}_geom_update2" AFTER UPDATE OF "geom" ON "{{0}}" WHEN OLD."fid" = NEW."fid" AND {_EMPTY}
  BEGIN DELETE FROM "rtree_{{0}}_geom" WHERE id = OLD."fid"; END;
CREATE TRIGGER "rtree_{{0}}_geom_update3" AFTER UPDATE ON "{{0}}" WHEN OLD."fid" != NEW."fid" AND ({_FILLED})
  BEGIN DELETE FROM "rtree_{{0}}_geom" WHERE id = OLD."fid"; INSERT OR REPLACE INTO "rtree_{{0}}_geom" VALUES ({_BOX}); END;
CREATE TRIGGER "rtree_{{0}}_geom_update4" AFTER UPDATE ON "{{0}}" WHEN OLD."fid" != NEW."fid" AND {_EMPTY}
  BEGIN DELETE FROM "rtree_{{0}}_geom" WHERE id IN (OLD."fid", NEW."fid"); END;
CREATE TRIGGER "rtree_{{0}}_geom_delete" AFTER DELETE ON "{{0}}" WHEN OLD."geom" NOT NULL
  BEGIN DELETE FROM "rtree_{{0}}_geom" WHERE id = OLD."fid"; END;
"""

#: Rows stay and keep their ids in whatever program edits them, which shows why.
_KEPT = """
CREATE TRIGGER "{0}_row_stays" BEFORE DELETE ON "{0}" BEGIN SELECT RAISE(ABORT,
  'a row follows from the files of the story and cannot be deleted here: change those and build again, or filter the layer');
END;
"""
_NAMED = """
CREATE TRIGGER "{0}_id_stays" BEFORE UPDATE OF "id" ON "{0}" WHEN OLD."id" IS NOT NEW."id" BEGIN SELECT RAISE(ABORT,
  'an id names its row in the other tables and in corrections and cannot be changed here: change it in the files of the story');
END;
"""


def write_geopackage(
    published: Tables,
    path: Path | str,
    *,
    ground: Mapping[str, gpd.GeoDataFrame] | None = None,
    project_text: str | None = None,
    held: Mapping[str, Contents] | None = None,
) -> None:
    """Write all tables to a new GeoPackage; an older file of that name is replaced.

    Times in the file are the last day that an article was published, not the clock's.

    Args:
        published: what is written.
        path: the file.
        ground: tables of `BACKDROP` to lie under the map.
        project_text: of the QGIS project inside; by default one of these tables.
        held: the tables' contents by name, where they are known.

    Raises:
        OSError: the file cannot be written.
    """
    path = Path(path)
    path.unlink(missing_ok=True)
    project.remove_sidecars(path)
    tables = tables_of(published) | dict(ground or {})
    days = days_of(published.articles)
    stamp = f"{days[1] if days else '1970-01-01'}T00:00:00.000Z"
    database = sqlite3.connect(path, isolation_level=None)
    try:
        database.executescript(
            f"PRAGMA page_size = {_PAGE}; PRAGMA secure_delete = ON; PRAGMA journal_mode = OFF;"
            "PRAGMA application_id = 1196444487; PRAGMA user_version = 10300;"
        )
        database.execute("BEGIN")
        for statement in _statements(_CORE):
            database.execute(statement)
        _references(database, published.story)
        marks = {
            name: _table(database, name, table, (held or {}).get(name) or contents(table), set(tables), stamp)
            for name, table in tables.items()
        }
        _styles(database, tables, marks, stamp, published)
        text = project_text or qgis_project(tables, published, gpkg=f"./{path.name}")
        about = json.dumps({"last_modified_time": stamp[:19], "last_modified_user": "geomap"})
        content = qgz(text, "geomap").hex()
        database.execute("INSERT INTO qgis_projects VALUES (?, ?, ?)", ("geomap", about, content))
        database.execute("COMMIT")
    except sqlite3.OperationalError as error:  # as of a full disk
        raise OSError(errno.EIO, str(error), str(path)) from error
    finally:
        database.close()
    _normalise(path)


def _statements(script: str) -> Iterator[str]:
    """The statements of a script one by one: `executescript` would commit in between."""
    pending = ""
    for line in script.strip().splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            yield pending
            pending = ""


def _references(database: sqlite3.Connection, story: Story) -> None:
    """Reference systems, the lists of values, and the extensions that every file of ours uses."""
    undefined = [(f"Undefined {kind} SRS", number, "NONE", number, "undefined", None) for kind, number in _UNDEFINED]
    rows = [*undefined, ("WGS 84 geodetic", 4326, "EPSG", 4326, WGS84, "longitude/latitude in decimal degrees")]
    database.executemany("INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, ?)", rows)
    lists = {**CHOICES, "actor_side": tuple(story.side_of)}
    choices = [(name, "enum", value) for name in _CHOICES for value in lists[name]]
    database.executemany(
        "INSERT INTO gpkg_data_column_constraints (constraint_name, constraint_type, value) VALUES (?, ?, ?)", choices
    )
    for table, extension in (
        ("gpkg_metadata", "metadata"),
        ("gpkg_metadata_reference", "metadata"),
        ("gpkg_data_columns", "schema"),
        ("gpkg_data_column_constraints", "schema"),
    ):
        page = f"http://www.geopackage.org/spec130/#extension_{extension}"
        row = (table, None, f"gpkg_{extension}", page, "read-write")
        database.execute("INSERT INTO gpkg_extensions VALUES (?, ?, ?, ?, ?)", row)


_UNDEFINED = (("Cartesian", -1), ("geographic", 0))


def _table(database: sqlite3.Connection, name: str, table: pd.DataFrame, held: Contents, others: set[str], stamp: str) -> str:
    """One table with its rows, its entry in the contents, and what its columns say; gives its fingerprint."""
    columns, geometries = COLUMNS[name], held.geometries
    database.execute(_create(name, columns, geometries, others))
    names = [column.name for column in columns]
    rows: Iterable[tuple[Any, ...]] = map(itemgetter(*names), held.rows)
    if geometries is not None:
        rows = ((blob, *row) for blob, row in zip(each_shape(_blob, geometries), rows, strict=True))
        names = ["geom", *names]
    listed, marks = ", ".join(f'"{column}"' for column in names), ", ".join("?" * len(names))
    database.executemany(f'INSERT INTO "{name}" ({listed}) VALUES ({marks})', rows)
    box: list[float | None] = [None] * 4
    if isinstance(table, gpd.GeoDataFrame) and geometries is not None:
        if any(geometry is not None for geometry in geometries):
            box = [round(float(value), 6) for value in table.total_bounds]
        _spatial_index(database, name, geometries)
    if name not in BACKDROP:
        for statement in _statements((_KEPT + (_NAMED if "id" in names else "")).format(name)):
            database.execute(statement)
    listing = (name, "attributes" if geometries is None else "features", titled(name), DESCRIPTIONS.get(name, ""), stamp, *box)
    database.execute(
        "INSERT INTO gpkg_contents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", (*listing, None if geometries is None else 4326)
    )
    if geometries is not None:
        kind = _kind(name, geometries)
        database.execute("INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, 4326, 0, 0)", (name, kind))
    said = [(name, c.name, c.name, alias(c), _sentence(c), c.name if c.name in _CHOICES else None) for c in columns]
    database.executemany(
        "INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description, constraint_name)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        said,
    )
    return held.mark


def _create(name: str, columns: tuple[Column, ...], geometries: list[BaseGeometry | None] | None, others: set[str]) -> str:
    """The statement that makes the table; what names rows of another table is a foreign key, which QGIS finds by itself."""
    parts = ['"fid" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL']
    if geometries is not None:
        parts.append(f'"geom" {_kind(name, geometries)}')
    for column in columns:
        unique = " NOT NULL UNIQUE" if column.name == "id" else ""
        other = REFERENCES.get((name, column.name))
        key = f' REFERENCES "{other}"("id")' if other in others else ""
        parts.append(f'"{column.name}" {_TYPES[column.type]}{unique}{key}')
    return f'CREATE TABLE "{name}" ({", ".join(parts)})'


def _kind(name: str, geometries: list[BaseGeometry | None]) -> str:
    """A table's geometry type in GeoPackage's words."""
    return geometry_type(name, geometries).upper().replace("UNKNOWN", "GEOMETRY")


def _spatial_index(database: sqlite3.Connection, name: str, geometries: list[BaseGeometry | None]) -> None:
    for statement in _statements(_RTREE.format(name)):
        database.execute(statement)
    boxes = [(fid, geometry.bounds) for fid, geometry in enumerate(geometries, 1) if geometry is not None]
    database.executemany(
        f'INSERT INTO "rtree_{name}_geom" VALUES (?, ?, ?, ?, ?)', [(fid, b[0], b[2], b[1], b[3]) for fid, b in boxes]
    )
    row = (name, "geom", "gpkg_rtree_index", "http://www.geopackage.org/spec130/#extension_rtree", "write-only")
    database.execute("INSERT INTO gpkg_extensions VALUES (?, ?, ?, ?, ?)", row)


def _styles(
    database: sqlite3.Connection, tables: Mapping[str, pd.DataFrame], marks: Mapping[str, str], stamp: str, published: Tables
) -> None:
    """How QGIS draws and describes each table when it is dragged in."""
    for number, (name, table) in enumerate(tables.items(), 1):
        geometry = "geom" if isinstance(table, gpd.GeoDataFrame) else ""
        row: tuple[Any, ...] = (
            "",
            "",
            name,
            geometry,
            name,
            qml(name, table, published.story),
            1,
            DESCRIPTIONS.get(name, ""),
            "geomap",
            stamp,
        )
        database.execute(
            "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, styleQML,"
            " useAsDefault, description, owner, update_time) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            row,
        )
        about = (number, "dataset", "http://mrcc.com/qgis.dtd", "text/xml", qmd(name, table, published))
        database.execute("INSERT INTO gpkg_metadata VALUES (?, ?, ?, ?, ?)", about)
        reference = ("table", name, None, None, stamp, number, None)
        database.execute("INSERT INTO gpkg_metadata_reference VALUES (?, ?, ?, ?, ?, ?, ?)", reference)
        mark = (len(tables) + number, "dataset", FINGERPRINT, "text/plain", marks[name])
        database.execute("INSERT INTO gpkg_metadata VALUES (?, ?, ?, ?, ?)", mark)
        reference = ("table", name, None, None, stamp, mark[0], None)
        database.execute("INSERT INTO gpkg_metadata_reference VALUES (?, ?, ?, ?, ?, ?, ?)", reference)
    row = ("layer_styles", "attributes", "layer_styles", "QGIS styles", stamp)
    database.execute(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change) VALUES (?, ?, ?, ?, ?)", row
    )


def _blob(geometry: BaseGeometry) -> bytes:
    """A geometry in GeoPackage's binary: a header with the box (a point has none), then little-endian WKB."""
    wkb = little_endian(geometry)
    if geometry.geom_type == "Point":
        return struct.pack("<2sBBi", b"GP", 0, 0b001, 4326) + wkb
    xmin, ymin, xmax, ymax = geometry.bounds
    return struct.pack("<2sBBi4d", b"GP", 0, 0b011, 4326, xmin, xmax, ymin, ymax) + wkb


def _sentence(column: Column) -> str:
    return column.says + (f" ({column.unit})" if column.unit else "")


def _normalise(path: Path) -> None:
    """Makes the file say nothing of the SQLite that wrote it.

    The header counts its writes and names its version; and versions differ in what they leave in the gap between a page's
    cell pointers and its cells (https://www.sqlite.org/fileformat2.html), which no reader looks at.
    """
    with path.open("r+b") as file:
        for begin in range(0, path.stat().st_size, 256 * _PAGE):
            file.seek(begin)
            data = bytearray(file.read(256 * _PAGE))
            if begin == 0:
                data[24:28], data[92:100] = struct.pack(">I", 1), struct.pack(">II", 1, _SQLITE_VERSION)
            for page in range(0, len(data), _PAGE):
                head = page + (100 if begin + page == 0 else 0)
                if (kind := data[head]) in (2, 5, 10, 13):  # a b-tree page; others begin with a page's number, so with 0
                    cells, content = struct.unpack(">HH", data[head + 3 : head + 7])
                    gap = slice(head + (12 if kind < 10 else 8) + 2 * cells, page + content)
                    data[gap] = bytes(gap.stop - gap.start)
            file.seek(begin)
            file.write(data)


__all__ = ["FINGERPRINT", "write_geopackage"]
