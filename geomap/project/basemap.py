"""What lies under a story's map: countries, first-level areas, land and disputed edges."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from shapely.geometry.base import BaseGeometry

from geomap.model import Story
from geomap.project.files import read_features, sha256_of
from geomap.project.world import Extent, NamedArea, read_world_areas, read_world_basemap
from geomap.reading import read_text
from geomap.vocabulary import COUNTRIES, Level, countries_named

if TYPE_CHECKING:
    import geopandas as gpd


#: A text of a TOML file, and an ISO 3166-1 or 3166-2 code in a table that people keep by hand.
_QUOTED = re.compile(r"""(["'])((?:(?!\1)[^\\\n]|\\.)*)\1""")
_CODE = re.compile(r"(?<![A-Za-z0-9-])([A-Z]{2})(?:-[A-Z0-9]{1,3})?(?![A-Za-z0-9-])")


def read_basemap(story: Story, extent: Extent) -> dict[str, gpd.GeoDataFrame]:
    """What lies under a story's map: ``countries``, ``admin1`` (first-level areas), ``disputed`` (lines) and ``land``.

    Args:
        story: with a base map of its own, or without: then it is the world's.
        extent: west, south, east and north of what the map shows as it opens, degrees.
    """
    if story.basemap is None:
        return read_world_basemap(extent)
    import geopandas as gpd  # whoever measures a point should not wait for it

    tables = {}
    for name in ("countries", "admin1", "disputed", "land"):
        features = read_features(story.basemap / f"{name}.geojson")
        rows, shapes = [feature["properties"] for feature, _ in features], [shape for _, shape in features]
        tables[name] = gpd.GeoDataFrame(rows, geometry=shapes, crs="EPSG:4326")
    return tables


def read_areas(story: Story) -> dict[str, NamedArea]:
    """The countries and first-level areas of a story's base map by ISO 3166 code: ``read_areas(story)["PK-BA"]``.

    Of the world's base map, those of the home countries and of the countries that ``places.csv`` names.
    """
    if story.basemap is None:
        return read_world_areas(_countries_named(story))
    areas = {}
    levels: tuple[tuple[str, Level, str, str], ...] = (
        ("countries.geojson", "country", "iso_a2", "iso_a2"),
        ("admin1.geojson", "province", "iso_3166_2", "country"),
    )
    for file, level, code, country in levels:
        for feature, geometry in read_features(story.basemap / file):
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


def _countries_named(story: Story) -> list[str]:
    """The home countries, those whose codes stand in ``places.csv``, and those whose names stand in the articles' files."""
    places = story.path("places.csv") if story.folder else None
    text = read_text(places) if places and places.is_file() else ""
    articles = sorted(story.path("articles").glob("*.toml")) if story.folder else []
    quoted = {name for file in articles for _, name in _QUOTED.findall(read_text(file))}
    named = [codes[0] for name in sorted(quoted) if len(codes := countries_named(name)) == 1]
    return [code for code in dict.fromkeys([*story.home, *_CODE.findall(text), *named]) if code in COUNTRIES]


def read_outlines(story: Story) -> dict[str, BaseGeometry]:
    """The outlines of `read_areas`, by the same codes."""
    return {code: area.geometry for code, area in read_areas(story).items()}


def country_areas(story: Story) -> Callable[[], dict[str, BaseGeometry]] | None:
    """A function that gives the countries' outlines of a story's own base map by code; None where it has none of its own.

    Two are equal where the files hold the same, wherever they lie.
    """
    if story.basemap is None:
        return None
    files = sorted(story.basemap.glob("*.geojson"))
    return _CountryAreas(story.basemap, tuple((file.name, sha256_of(file)) for file in files))


@dataclass(frozen=True)
class _CountryAreas:
    basemap: Path = field(compare=False)
    contents: tuple[tuple[str, str], ...]

    def __call__(self) -> dict[str, BaseGeometry]:
        areas = read_areas(Story(basemap=self.basemap)).values()
        return {area.code: area.geometry for area in areas if area.level == "country"}
