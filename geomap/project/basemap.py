"""What lies under a story's map: countries, first-level areas, land and disputed edges."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from shapely.geometry.base import BaseGeometry

from geomap.model import Story
from geomap.project.files import read_features, root
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


def read_basemap(story: Story) -> dict[str, gpd.GeoDataFrame]:
    """What lies under a story's map: ``countries``, ``admin1`` (first-level areas), ``disputed`` (lines) and ``land``."""
    import geopandas as gpd  # whoever measures a point should not wait for it

    tables = {}
    for name in ("countries", "admin1", "disputed", "land"):
        features = read_features(_folder(story) / f"{name}.geojson")
        rows, shapes = [feature["properties"] for feature, _ in features], [shape for _, shape in features]
        tables[name] = gpd.GeoDataFrame(rows, geometry=shapes, crs="EPSG:4326")
    return tables


def _folder(story: Story) -> Path:
    return story.basemap or root() / "basemap"


def read_areas(story: Story) -> dict[str, NamedArea]:
    """The countries and first-level areas of a story's base map by ISO 3166 code: ``read_areas(story)["PK-BA"]``."""
    areas = {}
    levels: tuple[tuple[str, Level, str, str], ...] = (
        ("countries.geojson", "country", "iso_a2", "iso_a2"),
        ("admin1.geojson", "province", "iso_3166_2", "country"),
    )
    for file, level, code, country in levels:
        for feature, geometry in read_features(_folder(story) / file):
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


def read_outlines(story: Story) -> dict[str, BaseGeometry]:
    """The outlines of `read_areas`, by the same codes."""
    return {code: area.geometry for code, area in read_areas(story).items()}


def country_areas(story: Story) -> Callable[[], dict[str, BaseGeometry]]:
    """A function that gives the countries' outlines of `read_areas` by code; equal for two stories with the same files."""
    stamps = tuple(file.stat().st_mtime_ns for file in sorted(story.basemap.glob("*.geojson"))) if story.basemap else ()
    return partial(_country_areas, story.basemap, stamps)


def _country_areas(basemap: Path | None, _stamps: tuple[int, ...]) -> dict[str, BaseGeometry]:
    areas = read_areas(Story(basemap=basemap)).values()
    return {area.code: area.geometry for area in areas if area.level == "country"}
