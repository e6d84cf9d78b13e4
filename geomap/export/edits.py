"""What a person changed in a GeoPackage or GeoJSON of ours: corrections that can be taken, and all others by name.

Every cell of every table is compared with what we would write, in files that were made from the present sources: in an older
one, what the sources changed since would look like a person's edit. A moved point, a radius and the two days of an incident
become corrections; any other change is refused with the place where it belongs. Nothing is silently lost.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import geopandas as gpd
import pandas as pd
import shapely

from geomap import project
from geomap.errors import DataError, MissingError
from geomap.export.edited_files import read_edited
from geomap.export.tables import contents, normalised_geometries, tables_of
from geomap.incidents import Correction, Pin, country_of
from geomap.tables import SCHEMA, Tables, day_of, records

#: What names a row of each table; all columns where nothing does.
KEYS: Mapping[str, tuple[str, ...]] = {"cited_values": ("claim", "field"), "differences": ("incident", "field", "version")}
#: Where a change of each table belongs, for what is refused.
WHERE: Mapping[str, str] = {
    "incidents": "it follows from the claims: change articles/ or incidents.toml",
    "sites": "sites follow from the accounts: change articles/ or incidents.toml",
    "areas": "areas are made from what the sources say: change places.csv or the claim's statements",
    "border": "the border is the line that geomap.toml names: change that",
    "claims": "a claim is what its article says: change articles/",
    "statements": "a statement is what its article says: change articles/",
    "cited_values": "a value is what its article says: change articles/",
    "articles": "change articles/",
    "buffers": "buffers are measured from the border",
    "line_distances": "distances are measured from the incident's region",
    "links": "links are measured from the incident's region",
    "places": "change places.csv",
    "differences": "change incidents.toml",
    "area_parts": "the separate areas follow from the region",
    "actors": "an actor is what its article says: change articles/",
    "spans": "a span is a passage of its article: change articles/",
}
_COLUMNS = ("first_day", "last_day")
_STALE = "made from other sources than there are now; build again, and make the edit in the new file"
_UNMARKED = (
    "the mark that says which build it was made from is missing, since this table was written anew, as geopandas does even into"
    " the same file; name the file that it was copied from (--built-from FILE)"
)


@dataclass(frozen=True, slots=True)
class Edits:
    """The corrections to make, and what could not be taken, a sentence each."""

    corrections: tuple[Correction, ...]
    refused: tuple[str, ...]  #: a sentence each


@dataclass(frozen=True, slots=True)
class _Change:
    table: str
    row: str
    column: str
    was: Any
    now: Any


def read_edits(
    path: Path | str, published: Tables, *, by: str, on: dt.date, reason: str, built_from: Path | None = None
) -> Edits:
    """What differs between a file and the tables it was made from.

    Args:
        path: a ``.gpkg`` with any of our tables, or a ``.geojson`` of one.
        published: as the present inputs give them.
        by: who made the changes.
        on: when.
        reason: why.
        built_from: the file of ours that it is a copy of, where another program wrote it anew.

    Raises:
        MissingError: there is no such file.
        DataError: it is not a file of ours, or cannot be read, and why.
    """
    path = Path(path)
    if path.is_dir():
        raise DataError(f"{path}: it is a folder; give a GeoPackage or GeoJSON")
    if not path.is_file():
        raise MissingError(f"{path}: no such file")
    changes, refused = _changes(path, tables_of(published), built_from)
    crossed = _crossed(published, changes)
    areas = project.read_outlines(published.story)
    apart = set(published.sites["incident"])
    corrections = []
    for change in changes:
        try:
            if change.column == "point" and change.row in apart:
                raise ValueError("it hit several sites, so no one point is its own; correct the places of its accounts")
            correction = _correction(change, crossed.get(change.row), by=by, on=on, reason=reason)
            if isinstance(correction.now, Pin):
                country_of(correction.now, _countries(published, change.row), areas)
            corrections.append(correction)
        except ValueError as error:
            refused.append(f"{change.table} {change.row}: {change.column}: {error}")
    return Edits(tuple(_in_order(corrections)), tuple(refused))


def _countries(published: Tables, incident: str) -> set[str]:
    """The countries that the accounts of an incident name."""
    areas = published.areas[published.areas["incident"] == incident]
    return {*published.incidents[published.incidents["id"] == incident]["country"].dropna(), *areas["country"].dropna()}


def _in_order(corrections: Iterable[Correction]) -> list[Correction]:
    """Those that widen an incident's days first: made one after the other, its days never cross on the way."""
    return sorted(corrections, key=_narrows)


def _narrows(correction: Correction) -> bool:
    was, now = correction.was, correction.now
    if not isinstance(now, dt.date):
        return False
    return not isinstance(was, dt.date) or (now > was if correction.field == "first_day" else now < was)


def _changes(path: Path, ours: Mapping[str, pd.DataFrame], built_from: Path | None) -> tuple[list[_Change], list[str]]:
    """Every cell that differs in the file's tables, and what cannot be compared, a sentence each."""
    changes: list[_Change] = []
    refused: list[str] = []
    found, marks = read_edited(path, ours, built_from=built_from)
    for name, table in found.items():
        if name not in SCHEMA:
            refused.append(f"{path.name}: {name}: not a table of ours; a layer of your own belongs in a file of your own")
        elif marks.get(name) != contents(ours[name]).mark:
            refused.append(f"{path.name}: {name}: {_STALE if marks.get(name) else _UNMARKED}")
        else:
            cells, problems = _compare(name, ours[name], table)
            changes += cells
            refused += problems
    return changes, refused


def _correction(change: _Change, crossed: str | None, *, by: str, on: dt.date, reason: str) -> Correction:
    """A change as a correction.

    Raises:
        ValueError: it cannot be one, and why.
    """
    who: Mapping[str, Any] = {"incident": change.row, "by": by, "on": on, "reason": reason}
    if change.table == "incidents" and change.column == "point":
        return Correction(field="point", was=_pin(change.was), now=_pin(change.now), **who)
    if change.table == "incidents" and change.column in _COLUMNS:
        if crossed:
            raise ValueError(f"is {change.now}, but then {crossed}")
        field: Literal["first_day", "last_day"] = "first_day" if change.column == "first_day" else "last_day"
        return Correction(field=field, was=change.was, now=change.now, **who)
    raise ValueError(f"was {_shown(change.was)}, is {_shown(change.now)}; {WHERE.get(change.table, 'it is computed')}")


def _crossed(published: Tables, changes: Iterable[_Change]) -> dict[str, str]:
    """The incidents whose first day would come after their last, and which days these are."""
    days = {row["id"]: {key: _value(row[key], "date") for key in _COLUMNS} for row in records(published.incidents)}
    for change in changes:
        if change.table == "incidents" and change.column in _COLUMNS:
            days[change.row][change.column] = change.now
    return {
        row: f"the first day {first} is after the last day {last}"
        for row, (first, last) in ((row, ends.values()) for row, ends in days.items())
        if isinstance(first, dt.date) and isinstance(last, dt.date) and first > last
    }


def _compare(name: str, ours: pd.DataFrame, theirs: pd.DataFrame) -> tuple[list[_Change], list[str]]:
    """Every cell that differs, and every row or column that came or went."""
    columns = [column.name for column in SCHEMA[name]]
    keys = KEYS.get(name, ("id",))
    extra = [str(c) for c in theirs.columns if c not in (*columns, "geometry", "fid")]
    gone = [c for c in columns if c not in theirs.columns]
    problems = [f"{name}: column {c}: not ours; it is left behind" for c in extra]
    problems += [f"{name}: column {c}: is gone; it is taken as unchanged" for c in gone]
    if missing := [key for key in keys if key not in theirs.columns]:
        return [], [*problems, f"{name}: without {', '.join(missing)} no row can be told; nothing of this table is taken"]
    before = _rows(name, ours, columns, keys)
    after = _rows(name, theirs, [c for c in columns if c not in gone], keys)
    problems += [f"{name} {key}: row is gone; {WHERE.get(name, '')}" for key in before if key not in after]
    problems += [f"{name} {key}: a new row; write it as a claim in articles/" for key in after if key not in before]
    if len(after) < len(theirs):
        problems.append(f"{name}: {len(theirs) - len(after)} rows share an id with another; only the last of each is read")
    changes = []
    for key in before:
        if key in after:
            changes += list(_cells(name, key, before[key], after[key]))
    return changes, problems


def _rows(name: str, table: pd.DataFrame, columns: list[str], keys: tuple[str, ...]) -> dict[str, dict[str, Any]]:
    geometries = normalised_geometries(table.geometry) if isinstance(table, gpd.GeoDataFrame) else [None] * len(table)
    types = {column.name: column.type for column in SCHEMA[name]}
    rows = {}
    for record, geometry in zip(contents(table).rows, geometries, strict=True):
        row = {column: _value(record[column], types[column]) for column in columns}
        empty = geometry is None or geometry.is_empty
        rows["/".join(str(row[key]) for key in keys)] = row | {"geometry": None if empty else geometry}
    return rows


def _value(value: Any, kind: str) -> Any:
    """A cell so that what readers make of it does not matter: "" is null, 3.0 is 3, a midnight is a day."""
    if value is None or value == "":
        return None
    if kind == "date":
        try:
            return day_of(value)
        except ValueError:
            return str(value)  # which no correction takes: unreadable is never nothing
    if kind in ("integer", "number"):
        try:
            return float(value)
        except ValueError:
            return str(value)
    return str(value)


def _cells(name: str, key: str, was: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[_Change]:
    """The cells that differ. An incident's point and its radius are one change."""
    moved = not _same_geometry(was["geometry"], now["geometry"])
    pinned = name == "incidents"
    if pinned and (moved or was.get("radius_km") != now.get("radius_km", was.get("radius_km"))):
        yield _Change(name, key, "point", dict(was), {"radius_km": was.get("radius_km")} | dict(now))
    elif moved:
        yield _Change(name, key, "geometry", was["geometry"], now["geometry"])
    for column, value in now.items():
        if column != "geometry" and value != was[column] and not (pinned and column == "radius_km"):
            yield _Change(name, key, column, was[column], value)


def _same_geometry(one: Any, other: Any) -> bool:
    if one is None or other is None:
        return one is other
    return bool(shapely.equals_exact(one, other, tolerance=1.5e-6)) or bool(one.equals(other))


def _pin(row: Mapping[str, Any]) -> Pin | None:
    """An incident's point; None where there is none.

    Raises:
        ValueError: it lies off the Earth, or its radius cannot be.
    """
    geometry = row["geometry"]
    if geometry is None or geometry.is_empty or geometry.geom_type not in ("Point", "MultiPoint"):
        return None
    points = shapely.get_coordinates(geometry).tolist()
    if len(points) > 1:
        raise ValueError(f"has {len(points)} points; an incident has one or none")
    lon, lat = points[0]
    return Pin(lon=lon, lat=lat, radius_km=row.get("radius_km"))


def _shown(value: Any) -> str:
    if isinstance(value, shapely.Geometry):
        return f"a {value.geom_type}"
    return "nothing" if value is None else repr(value)


__all__ = ["Edits", "read_edits"]
