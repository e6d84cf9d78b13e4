"""A finer line of a pair of countries, traced from the time zones of the package timezonefinder-data.

Time zones are drawn from OpenStreetMap's boundaries, to the outer edge of the territorial sea. Where a zone of one country and
a zone of the other share an edge, there the two meet; the part of it that lies at sea is left out by where the shipped line of
the pair ends.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry import LineString, MultiLineString, mapping
from shapely.geometry.base import BaseGeometry

from geomap.border.line import Border
from geomap.errors import DataError, MissingError
from geomap.geometry import GEOD

#: The line is as OpenStreetMap has it, but for how the package rounds: six decimals of a degree.
TOLERANCE_M = 0.1
MICRO = 1_000_000
#: A traced line is of today, the shipped one of 2017: farther from it than this, metres, it is another.
ANOTHER_M = 20_000.0

_Edges = npt.NDArray[np.int64]


def trace(pair: str) -> tuple[dict[str, Any], BaseGeometry]:
    """The land border of a pair of countries in full detail, with what is known of it: what ``geomap border --trace`` writes.

    Args:
        pair: ISO 3166-1 codes, as `geomap.border.Border.read` takes them.

    Returns:
        The properties of a border file, and the line in lon/lat, the first country on its left.

    Raises:
        MissingError: the package is not installed, or the pair has no land border.
        DataError: the zones of the two share no edge on land.
    """
    from importlib.metadata import version

    shipped = Border.read(pair)
    left, right = (shipped.code(country) for country in shipped.countries)
    one, other = (_edges(_zones(code)) for code in (left, right))
    shared = _both(one, other[:, [2, 3, 0, 1]])
    if not len(shared):
        raise DataError(f"{shipped.id}: the time zones of {left} and {right} share no edge; take the shipped line")
    lines = shapely.linestrings(shared.reshape(-1, 2, 2) / MICRO)
    merged = shapely.get_parts(shapely.line_merge(MultiLineString(list(lines)), directed=True))
    parts = [part for line in merged for part in _on_land(shapely.get_coordinates(line), shipped)]
    if not parts:
        raise DataError(f"{shipped.id}: what the time zones of {left} and {right} share lies at sea; take the shipped line")
    line = parts[0] if len(parts) == 1 else MultiLineString(parts)
    return {
        "a": shipped.countries[0],
        "b": shipped.countries[1],
        "left": shipped.countries[0],
        "length_km": round(GEOD.geometry_length(line) / 1000, 1),
        "tolerance_m": TOLERANCE_M,
        "source": f"OpenStreetMap, by timezone-boundary-builder and timezonefinder-data {version('timezonefinder-data')}",
        "licence": "ODbL-1.0",
        "attribution": "© OpenStreetMap contributors",
    }, line


def write_line(properties: dict[str, Any], line: BaseGeometry, path: Path) -> None:
    """Write a line as a border file that `geomap.border.Border.read` takes."""
    feature = {"type": "Feature", "properties": properties, "geometry": mapping(line)}
    text = json.dumps({"type": "FeatureCollection", "features": [feature]}, ensure_ascii=False)
    path.write_text(text + "\n", encoding="utf-8", newline="\n")


def _zones(code: str) -> Iterable[list[Any]]:
    """The polygons of a country's time zones, each its rings of (lon, lat)."""
    try:
        from timezonefinder import TimezoneFinder
    except ImportError as error:
        raise MissingError("timezonefinder is not installed; in geomap's folder: pip install '.[trace]'") from error
    table = (files("tzdata") / "zoneinfo" / "zone.tab").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in table.splitlines() if not line.startswith("#")]
    finder = TimezoneFinder(in_memory=True)
    for zone in (row[2] for row in rows if row[0] == code and row[2] in finder.timezone_names):
        yield from finder.get_geometry(zone, coords_as_pairs=True)


def _edges(polygons: Iterable[list[Any]]) -> _Edges:
    """The edges of polygons, shape (n, 4): from lon, lat to lon, lat in millionths of a degree, the area on their left."""
    found = [np.empty((0, 4), dtype=np.int64)]
    for rings in polygons:
        for number, ring in enumerate(rings):
            points = np.rint(np.asarray(ring, dtype=float) * MICRO).astype(np.int64)
            x, y = points[:, 0] - points[0, 0], points[:, 1] - points[0, 1]
            counterclockwise = float(x[:-1] @ y[1:] - x[1:] @ y[:-1]) > 0  # twice the area
            points = points if counterclockwise == (number == 0) else points[::-1]
            found.append(np.hstack([points[:-1], points[1:]]))
    return np.concatenate(found)


def _both(one: _Edges, other: _Edges) -> _Edges:
    """The rows of one that the other has, too."""
    kinds = np.dtype([("", np.int64)] * 4)
    same = np.isin(np.ascontiguousarray(one).view(kinds).ravel(), np.ascontiguousarray(other).view(kinds).ravel())
    return one[same]


def _on_land(points: npt.NDArray[np.float64], shipped: Border) -> list[LineString]:
    """The stretches of a line that lie along the shipped one, not beyond an end of it."""
    found = shipped.measure(points[:, 0], points[:, 1])
    beyond = [shipped.is_end(lon, lat) for lon, lat in zip(found.nearest_lon, found.nearest_lat, strict=True)]
    kept = ~np.asarray(beyond) & (found.distance_m < ANOTHER_M)
    starts = np.flatnonzero(np.diff(np.concatenate([[False], kept, [False]]).astype(int)))
    runs = [points[a:b] for a, b in zip(starts[::2], starts[1::2], strict=True)]
    return [LineString(run) for run in runs if len(run) > 1]
