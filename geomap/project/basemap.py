"""The base map's countries and first-level areas, and what is known of a border."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from shapely.geometry.base import BaseGeometry

from geomap.project.files import read_features, read_geojson
from geomap.project.sources import read_sources
from geomap.vocabulary import Level

if TYPE_CHECKING:
    import geopandas as gpd


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedArea:
    """A country or first-level area of the base map, under its ISO 3166 code ("PK" or "PK-BA")."""

    code: str
    name: str  #: its name
    level: Level
    country: str
    geometry: BaseGeometry  #: lon/lat
    disputed: str | None  #: who disputes it, in words; None for nobody


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
        features = read_features(f"basemap/{name}.geojson")
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
        for feature, geometry in read_features(file):
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
