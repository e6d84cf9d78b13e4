"""What lies under the review's map, as GeoJSON: the countries and the border."""

from __future__ import annotations

from typing import Any

import shapely

from geomap.border import Border
from geomap.geometry import begin_of, from_meridian, in_world
from geomap.model import Story
from geomap.project import read_basemap
from geomap.vocabulary import countries_of

#: How far around the border countries are drawn, and how finely they and the border are, degrees.
_AROUND_DEG, _COUNTRY_DEG, _BORDER_DEG = 8.0, 0.004, 0.001


def ground_of(story: Story, border: Border) -> dict[str, Any]:
    """Countries of a story as GeoJSON features with their names, its border as a geometry with its name, and whom to credit.

    Longitudes run on beyond 180 where the border lies on both sides of it.
    """
    begin = begin_of(border.line)
    line = from_meridian(border.line, begin)
    west, south, east, north = line.bounds
    around = (west - _AROUND_DEG, max(south - _AROUND_DEG, -85.0), east + _AROUND_DEG, min(north + _AROUND_DEG, 85.0))
    far = [in_world(shapely.Point(lon, 0)).x for lon in (around[0], around[2])]
    countries = read_basemap(story, (far[0], around[1], far[1], around[3]))["countries"]
    shapes = [shapely.clip_by_rect(from_meridian(shape, begin), *around) for shape in countries.geometry]
    credit = [border.attribution, story.attribution, "Natural Earth"]
    return {
        "countries": {
            "type": "FeatureCollection",
            "features": [
                {"type": "Feature", "properties": {"name": name}, "geometry": _drawn(shape, _COUNTRY_DEG)}
                for name, shape in zip(countries["name"], shapes, strict=True)
                if not shape.is_empty
            ],
        },
        "border": _drawn(line, _BORDER_DEG),
        "name": "–".join(country.name for country in countries_of(border.id)) or border.id,
        "credit": " · ".join(dict.fromkeys(words for words in credit if words)),
    }


def _drawn(shape: shapely.Geometry, degrees: float) -> dict[str, Any]:
    drawn: dict[str, Any] = shapely.geometry.mapping(
        shapely.set_precision(shapely.simplify(shape, degrees), 1e-4, mode="pointwise")
    )
    return drawn
