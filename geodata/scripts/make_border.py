"""Make ``borders/IRN-PAK.geojson``: the OpenStreetMap line between Iran and Pakistan, at a tolerance of 10 m.

The line is every edge that the time zones Asia/Tehran and Asia/Karachi share, merged and cut at the shore. It runs from the sea
to the Afghan tripoint, so that ``a`` (Iran) lies on its left and ``b`` (Pakistan) on its right.

Run ``python geodata/scripts/make_border.py`` with the packages of ``requirements.txt``.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import geojson
import numpy as np
import packages
import shapely
from pyproj import CRS, Geod, Transformer
from shapely.geometry import LineString, MultiLineString, MultiPolygon

OUT = Path(__file__).parents[1] / "borders" / "IRN-PAK.geojson"
TOLERANCE_M = 10.0

#: The line's vertex on the shore, in Gwatar Bay. Seaward of it the zones' edge is the maritime boundary. The coast of
#: @geo-maps/countries-land-100m, also OpenStreetMap's, passes 40 m from it.
SHORE = (61.617371, 25.175446)


def edges(area: MultiPolygon) -> Iterator[tuple[tuple[float, ...], tuple[float, ...]]]:
    """Each edge of an area as its two ends, the area on its left."""
    for polygon in shapely.orient_polygons(area).geoms:
        for ring in (polygon.exterior, *polygon.interiors):
            yield from zip(ring.coords, ring.coords[1:], strict=False)


def full_line() -> LineString:
    """The land border in full detail, Iran on its left, degrees lon/lat."""
    pakistan = set(edges(packages.read_zone("Asia/Karachi")))
    shared = [(start, end) for start, end in edges(packages.read_zone("Asia/Tehran")) if (end, start) in pakistan]
    line = shapely.line_merge(MultiLineString(shared), directed=True)
    if not isinstance(line, LineString):
        raise SystemExit(f"the zones share {len(line.geoms)} lines, not one: look at the data before using it")
    points = list(line.coords)
    return LineString(points[points.index(SHORE) :])


def simplified(line: LineString) -> LineString:
    """The line by Douglas and Peucker's method, ``TOLERANCE_M`` in a transverse Mercator of its own, rounded."""
    lon, lat = line.envelope.centroid.coords[0]
    local = Transformer.from_crs("EPSG:4326", CRS(f"+proj=tmerc +lon_0={lon} +lat_0={lat}"), always_xy=True)
    metres = shapely.transform(line, local.transform, interleaved=False)
    kept = metres.simplify(TOLERANCE_M, preserve_topology=False)
    degrees = shapely.transform(kept, lambda x, y: local.transform(x, y, direction="INVERSE"), interleaved=False)
    rounded = LineString(np.round(shapely.get_coordinates(degrees), geojson.DECIMALS))
    if not rounded.is_simple:
        raise SystemExit("the simplified line crosses itself: use a smaller tolerance")
    return rounded


def main() -> None:
    """Write the file and say what it holds."""
    full = full_line()
    line = simplified(full)
    geod = Geod(ellps="WGS84")
    properties = {
        "a": "IRN",
        "b": "PAK",
        "left": "IRN",
        "right": "PAK",
        "length_km": round(geod.geometry_length(line) / 1000, 1),
        "full_length_km": round(geod.geometry_length(full) / 1000, 1),
        "tolerance_m": TOLERANCE_M,
        "source": "OpenStreetMap, by way of timezone-boundary-builder 2026c and timezonefinder-data 3.2026.3.post1",
        "licence": "ODbL-1.0",
        "attribution": "© OpenStreetMap contributors",
    }
    digest = geojson.write(OUT, [(properties, line)])
    print(f"{OUT.name}: {len(line.coords)} of {len(full.coords)} vertices, {properties['length_km']} km, sha256 {digest}")


if __name__ == "__main__":
    main()
