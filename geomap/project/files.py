"""The door to ``geodata/``: where its files lie, what they are, and that they are the recorded ones.

A checkout has ``geodata/`` beside the package; a wheel carries the same files inside it, as ``geomap/_data/``. Every file has a
record in ``sources.toml``. A *pinned* record has a sha256; a record without one is of files that people keep by hand, and may
name several of them with a pattern (``articles/*.toml``).
"""

from __future__ import annotations

import csv
import difflib
import hashlib
from functools import lru_cache
from pathlib import Path
from typing import Any

import shapely
from pydantic_core import from_json
from shapely.geometry.base import BaseGeometry

from geomap.errors import DataError, MissingError

#: What lies in ``geodata/`` but is not data: the record itself, the words about it, and what makes it.
NOT_DATA = ("sources.toml", "README.md", "scripts")


def root() -> Path:
    """The folder of the data files: inside an installed wheel, or of the checkout.

    Raises:
        MissingError: neither is there.
    """
    package = Path(__file__).resolve().parents[1]
    for folder in (package / "_data", package.parent / "geodata"):
        if (folder / "sources.toml").is_file():
            return folder
    raise MissingError(f"geodata/: neither {package / '_data'} nor {package.parent / 'geodata'} has a sources.toml")


def path(name: str) -> Path:
    """The path of a data file by its name within ``geodata/``: ``path("borders/IRN-PAK.geojson")``.

    Raises:
        MissingError: there is no such file; the message names the nearest.
    """
    found = root() / name
    if found.is_file():
        return found
    near = difflib.get_close_matches(name, names(), n=3)
    raise MissingError(f"{name}: no such file in geodata/" + (f"; the nearest are {', '.join(near)}" if near else ""))


def names() -> tuple[str, ...]:
    """The names of all data files, sorted; hidden files are not data."""
    folder = root()
    files = sorted(p.relative_to(folder).parts for p in folder.rglob("*") if p.is_file())
    return tuple("/".join(f) for f in files if f[0] not in NOT_DATA and not any(part.startswith(".") for part in f))


def read_hashes() -> dict[str, str]:
    """The sha256 of every data file, by its name."""
    return {name: hashlib.sha256(path(name).read_bytes()).hexdigest() for name in names()}


def read_rows(csv_path: Path, *columns: str) -> list[dict[str, str]]:
    """The rows of a CSV file, each by its columns.

    Args:
        csv_path: the file.
        columns: those that it must have.

    Raises:
        MissingError: there is no such file.
        DataError: it is not CSV in UTF-8, or lacks a column.
    """
    try:
        with csv_path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            rows, header = list(reader), reader.fieldnames or ()
    except FileNotFoundError as error:
        raise MissingError(f"{csv_path}: no such file") from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise DataError(f"{csv_path.name}: {error}; write it as CSV in UTF-8") from error
    if missing := [column for column in columns if column not in header]:
        raise DataError(f"{csv_path.name}: the header lacks {', '.join(missing)}; its columns are {', '.join(columns)}")
    return rows


def read_geojson(name: str) -> list[dict[str, Any]]:
    """The features of a GeoJSON file of ``geodata/``, as plain dictionaries.

    Raises:
        MissingError: there is no such file.
        DataError: it is not a GeoJSON FeatureCollection.
    """
    return [feature for feature, _ in read_features(name)]


def read_shapes(name: str) -> list[BaseGeometry]:
    """The geometries of a GeoJSON file's features, in their order; raises as `read_geojson` does."""
    return [geometry for _, geometry in read_features(name)]


def read_features(name: str) -> list[tuple[dict[str, Any], BaseGeometry]]:
    """The features of a GeoJSON file with their geometries; raises as `read_geojson` does."""
    try:
        return _parsed(path(name).read_text(encoding="utf-8"))
    except (ValueError, KeyError, TypeError, shapely.errors.GEOSException) as error:
        raise DataError(f"{name}: not a GeoJSON FeatureCollection ({error}); make it again as sources.toml says") from error


@lru_cache(maxsize=16)
def _parsed(text: str) -> list[tuple[dict[str, Any], BaseGeometry]]:
    """Features with their geometries, for the next who reads the same file too."""
    return list(zip(from_json(text)["features"], shapely.get_parts(shapely.from_geojson(text)), strict=True))
