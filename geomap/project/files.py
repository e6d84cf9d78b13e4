"""The door to ``geodata/``: where its files lie, what they are, and that they are the recorded ones.

A checkout has ``geodata/`` beside the package; a wheel carries the same files inside it, as ``geomap/_data/``. Every file has a
record in ``sources.toml``. A *pinned* record has a sha256; a record without one is of files that people keep by hand, and may
name several of them with a pattern (``articles/*.toml``).
"""

from __future__ import annotations

import datetime as dt
import difflib
import fnmatch
import hashlib
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import shapely
from pydantic import ConfigDict, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails, from_json
from shapely.geometry.base import BaseGeometry

from geomap.errors import DataError, MissingError, PinError
from geomap.model import Level

if TYPE_CHECKING:
    import geopandas as gpd

#: What lies in ``geodata/`` but is not data: the record itself, the words about it, and what makes it.
NOT_DATA = ("sources.toml", "README.md", "scripts")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a file of ``geodata/`` comes from and what may be done with it.

    ``file`` is relative to ``geodata/`` and may be a pattern. ``sha256`` is None for files kept by hand; ``made_by`` is the
    command that makes the file again; ``caveat`` says what it is not good for.
    """

    file: str
    title: str
    producer: str
    licence: str
    attribution: str
    retrieved: dt.date
    version: str | None = None
    address: str | None = None
    sha256: str | None = None
    made_by: str | None = None
    caveat: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedArea:
    """A country or first-level area of the base map, under its ISO 3166 code ("PK" or "PK-BA")."""

    code: str
    name: str
    level: Level
    country: str
    geometry: BaseGeometry
    disputed: str | None


_SOURCES = TypeAdapter(tuple[Source, ...], config=ConfigDict(extra="forbid"))


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


def read_sources() -> tuple[Source, ...]:
    """Every record of ``sources.toml``, in its order.

    Raises:
        DataError: the file is not TOML, or records cannot be right; one line for each field.
    """
    try:
        records = tomllib.loads(path("sources.toml").read_text(encoding="utf-8")).get("source", [])
    except ValueError as error:
        raise DataError(f"sources.toml: {error}; write it as TOML in UTF-8") from error
    try:
        return _SOURCES.validate_python(records)
    except ValidationError as error:
        raise DataError("\n".join(_sentence(records, wrong) for wrong in error.errors())) from error


def check_sources() -> list[str]:
    """Every disagreement between ``sources.toml`` and the files, one sentence each; empty when all is well."""
    try:
        sources = read_sources()
    except DataError as error:
        return str(error).splitlines()
    problems = []
    hashes = read_hashes()
    there = tuple(hashes)
    recorded: dict[str, str] = {}
    for source in sources:
        found = fnmatch.filter(there, source.file)
        if not found:
            problems.append(f"sources.toml: {source.file}: no such file in geodata/; restore the file or remove the record")
        for name in found:
            if name in recorded:
                problems.append(f"sources.toml: {name}: recorded as {recorded[name]} and as {source.file}; keep one record")
            recorded[name] = source.file
            if source.sha256 not in (None, hashes[name]):
                problems.append(str(PinError(name, recorded=str(source.sha256), found=hashes[name])))
    unrecorded = [name for name in there if name not in recorded]
    problems += [f"{name}: has no record in sources.toml; add where it comes from and its licence" for name in unrecorded]
    return problems


def read_geojson(name: str) -> list[dict[str, Any]]:
    """The features of a GeoJSON file of ``geodata/``, as plain dictionaries.

    Raises:
        MissingError: there is no such file.
        DataError: it is not a GeoJSON FeatureCollection.
    """
    return [feature for feature, _ in _read_features(name)]


def read_shapes(name: str) -> list[BaseGeometry]:
    """The geometries of a GeoJSON file's features, in their order; raises as `read_geojson` does."""
    return [geometry for _, geometry in _read_features(name)]


def _read_features(name: str) -> list[tuple[dict[str, Any], BaseGeometry]]:
    try:
        return _parsed(path(name).read_text(encoding="utf-8"))
    except (ValueError, KeyError, TypeError, shapely.errors.GEOSException) as error:
        raise DataError(f"{name}: not a GeoJSON FeatureCollection ({error}); make it again as sources.toml says") from error


@lru_cache(maxsize=16)
def _parsed(text: str) -> list[tuple[dict[str, Any], BaseGeometry]]:
    """Features with their geometries, for the next who reads the same file too."""
    return list(zip(from_json(text)["features"], shapely.get_parts(shapely.from_geojson(text)), strict=True))


def read_border_record(pair: str) -> dict[str, Any]:
    """What is known of a border that has a file of its own: its names, its length as drawn, its source and what that asks.

    Args:
        pair: two ISO 3166-1 alpha-3 codes: "IRN-PAK".
    """
    file = f"borders/{pair}.geojson"
    drawn = read_geojson(file)[0]["properties"]
    source = next(source for source in read_sources() if source.file == file)
    countries = {f["properties"]["iso_a3"]: f["properties"]["name"] for f in read_geojson("basemap/countries.geojson")}
    return {
        "id": pair,
        "name": "–".join(countries.get(code, code) for code in (drawn["a"], drawn["b"])),
        "length_km": drawn["length_km"],
        "detail_m": drawn["tolerance_m"],
        "source": source.title,
        "licence": source.licence,
        "attribution": source.attribution,
    }


def read_basemap() -> dict[str, gpd.GeoDataFrame]:
    """What lies under the map: ``countries``, ``admin1`` (first-level areas), ``disputed`` (lines) and ``land``."""
    import geopandas as gpd  # whoever measures a point should not wait for it

    tables = {}
    for name in ("countries", "admin1", "disputed", "land"):
        features = _read_features(f"basemap/{name}.geojson")
        rows, shapes = [feature["properties"] for feature, _ in features], [shape for _, shape in features]
        tables[name] = gpd.GeoDataFrame(rows, geometry=shapes, crs="EPSG:4326")
    return tables


def read_areas() -> dict[str, NamedArea]:
    """The base map's countries and first-level areas by ISO 3166 code: ``read_areas()["PK-BA"]``."""
    areas = {}
    levels: tuple[tuple[str, Level, str, str], ...] = (
        ("basemap/countries.geojson", "country", "iso_a2", "iso_a2"),
        ("basemap/admin1.geojson", "province", "iso_3166_2", "country"),
    )
    for file, level, code, country in levels:
        for feature, geometry in _read_features(file):
            properties = feature["properties"]
            areas[properties[code]] = NamedArea(
                code=properties[code],
                name=properties["name"],
                level=level,
                country=properties[country],
                geometry=geometry,
                disputed=properties["disputed"],
            )
    return areas


def read_outlines() -> dict[str, BaseGeometry]:
    """The outlines of `read_areas`, by the same codes."""
    return {code: area.geometry for code, area in read_areas().items()}


def _sentence(records: Any, wrong: ErrorDetails) -> str:
    """What is wrong with a record of ``sources.toml``: which, the field, what was found, what would be right."""
    if len(wrong["loc"]) < 2:  # not a record's number and its field
        return f"sources.toml: {wrong['msg']}; begin each record with [[source]]"
    number, field = wrong["loc"][:2]
    where = f"sources.toml: {records[number].get('file', f'record {int(number) + 1}')}: {field}"
    match wrong["type"]:
        case "missing":
            return f"{where} is missing; add it"
        case "unexpected_keyword_argument":
            return f"{where} is no field of a source; correct or remove it"
    return f"{where} is {wrong['input']!r}; {wrong['msg'].lower()}"
