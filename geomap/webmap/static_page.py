"""The page for readers whose browser cannot run its scripts: a table of the incidents, and a still map."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from itertools import cycle
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from shapely.geometry.base import BaseGeometry

from geomap.geometry import from_meridian
from geomap.model import UNKNOWN
from geomap.tables import JOINT, Tables, records, west_of
from geomap.vocabulary import range_in_words, symbols, toll_in_words
from geomap.webmap.escape import escape

#: How many incidents are listed and drawn: beyond, the page would be larger than its data.
MOST = 500
WIDTH = 960  #: of the still map, in its own units
#: How its lines look, as attributes: a server may forbid the page's styles together with its scripts.
_LAND = 'fill="#f8f6f1" stroke="#a9a49a" stroke-width="0.8"'
_LINE = 'fill="none" stroke="#3a2f5b" stroke-width="2"'


def without_scripts(published: Tables, basemap: Mapping[str, gpd.GeoDataFrame]) -> str:
    """A still map and a table as HTML; every text in it is escaped. Incidents that nobody reviewed are said to be so."""
    rows = [
        row | {"confidence": "proposed, not reviewed"} if row["id"] in published.unreviewed else row
        for row in records(published.incidents.head(MOST))
    ]
    note = f"<p>The first {MOST} of {len(published.incidents)} incidents.</p>" if len(published.incidents) > MOST else ""
    return f"{_still(published, basemap)}\n{note}{_table(rows)}"


def _table(rows: Iterable[Mapping[str, Any]]) -> str:
    head = ("Incident", "When", "Where", "From the border", "Killed", "Injured", "Actors", "Confidence", "Sources")
    lines = [
        (
            row["title"],
            row["date_text"],
            ", ".join(str(row[key]) for key in ("place", "district", "province", "country") if row[key]) or row["method"],
            range_in_words(row["distance_min_km"], row["distance_max_km"], " km"),
            toll_in_words(row, "killed", by=True),
            toll_in_words(row, "injured", by=True),
            JOINT.join(row["actors"] or ()) or "not stated",
            row["confidence"],
            JOINT.join(row["sources"] or ()),
        )
        for row in rows
    ]
    cells = ["<tr>" + "".join(f'<td dir="auto">{escape(cell)}</td>' for cell in line) + "</tr>" for line in lines]
    heads = "".join(f'<th scope="col">{name}</th>' for name in head)
    return (
        f"<table><caption>The incidents</caption><thead><tr>{heads}</tr></thead><tbody>\n"
        + "\n".join(cells)
        + "\n</tbody></table>"
    )


def _mercator(points: Any) -> Any:
    lon, lat = np.asarray(points, dtype=float).reshape(-1, 2).T
    return np.column_stack([np.radians(lon), -np.log(np.tan(math.pi / 4 + np.radians(np.clip(lat, -85, 85)) / 2))])


def _still(published: Tables, basemap: Mapping[str, gpd.GeoDataFrame]) -> str:
    """An SVG of the countries, the border, and the incidents and sites that have a point."""
    drawn = published.incidents.head(MOST)
    pins = pd.concat([_pinned(drawn), _pinned(published.sites[published.sites["incident"].isin(drawn["id"])])])
    west = west_of(published)
    lines, spots = ([from_meridian(shape, west) for shape in table.geometry] for table in (published.border, pins))
    seen = [g for g in (*lines, *spots) if g is not None]
    if not seen:
        return ""
    window = tuple((shapely.total_bounds(np.array(seen, dtype=object)) + np.array([-2, -2, 2, 2])).tolist())
    place, height = _placed(window)
    land = _land(tuple(basemap["countries"].geometry) if "countries" in basemap else (), window, west)
    dashes = (" ".join(map(str, further.dashes)) for further in cycle(symbols.FURTHER))
    looks = (_LINE, *(f'{_LINE} stroke-dasharray="{next(dashes)}"' for _ in range(len(published.border) - 1)))
    border = "".join(_path(place, line, look) for line, look in zip(lines, looks, strict=False))
    marks = "".join(
        _mark(place([[point.x, point.y]])[0], published.story.side_of.get(side, UNKNOWN).light, kind, title)
        for point, side, kind, title in zip(spots, pins["actor_side"], pins["symbol"], pins["title"], strict=True)
    )
    return (
        f'<svg class="still" viewBox="0 0 {WIDTH} {height}" role="img" aria-label="Map of the incidents that have a point">'
        f"{land}{border}{marks}</svg>"
    )


_Window = tuple[float, ...]  # west, south, east, north


def _placed(window: _Window) -> tuple[Callable[[Any], Any], int]:
    """Where points of a window stand in the drawing, and how high that is."""
    west, south, east, north = window
    corner, far = _mercator([[west, north], [east, south]])
    scale = WIDTH / (far[0] - corner[0])
    return lambda points: (_mercator(points) - corner) * scale, math.ceil((far[1] - corner[1]) * scale)


@lru_cache(maxsize=4)
def _land(areas: tuple[BaseGeometry, ...], window: _Window, west: float) -> str:
    """The land in a window, for the next page with the same one too."""
    place, box = _placed(window)[0], shapely.box(*window)
    whole = (from_meridian(shapely.make_valid(area), west) for area in areas)
    return "".join(_path(place, shapely.make_valid(area).intersection(box), _LAND) for area in whole)


def _pinned(table: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """The rows that have a point, with what a mark shows."""
    shown = table[["actor_side", "symbol", "title", "geometry"]]
    return shown[~(shown.geometry.is_empty | shown.geometry.isna())]


def _path(place: Any, geometry: BaseGeometry, look: str) -> str:
    """A path of whole units: what is finer cannot be seen."""
    strokes = []
    for part in shapely.get_parts(geometry):
        for line in [part.exterior, *part.interiors] if part.geom_type == "Polygon" else [part]:
            corners = np.rint(place(shapely.get_coordinates(line))).astype(int)
            steps = np.diff(corners, axis=0)
            steps = steps[np.any(steps != 0, axis=1)]
            if len(steps):
                x, y = corners[0]
                strokes.append(f"M{x} {y}l" + " ".join(f"{dx} {dy}" for dx, dy in steps))
    return f'<path {look} d="{"".join(strokes)}"/>' if strokes else ""


def _mark(spot: Any, colour: str, kind: str, title: str) -> str:
    x, y = np.rint(spot).astype(int)
    corners = symbols.SHAPES.get(kind, symbols.SHAPES["other"]).corners
    drawn = (
        f'<polygon fill="{colour}" points="' + " ".join(f"{x + 7 * cx:.1f},{y - 7 * cy:.1f}" for cx, cy in corners) + '">'
        if corners
        else f'<circle fill="{colour}" cx="{x}" cy="{y}" r="6">'
    )
    return f"{drawn}<title>{escape(title)}</title></{'polygon' if corners else 'circle'}>"
