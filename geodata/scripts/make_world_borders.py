"""Make ``borders/world.fgb.zip``: the land borders of all pairs of countries, from OpenStreetMap's land at about 100 m.

A border is every edge that exactly two countries share from opposite sides, merged and directed so that ``a`` lies on its left
and ``b`` on its right (ISO 3166 alpha-3 codes, in the order of the alphabet). The FlatGeobuf file is zipped, which halves it;
GDAL, and so geopandas and QGIS, open it as it is.

Run ``python geodata/scripts/make_world_borders.py`` with the packages of ``requirements.txt``.
"""

from __future__ import annotations

import hashlib
import tempfile
import zipfile
from pathlib import Path

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import packages
import pyogrio
import shapely
from pyproj import Geod
from shapely.geometry import MultiLineString, shape

OUT = Path(__file__).parents[1] / "borders" / "world.fgb.zip"
STEP = 1e-4  # degrees: the package's grid
ROW = 4_000_000  # more than there are steps in a circle of latitude: a point is one whole number, row after row

Ints = npt.NDArray[np.int64]


def edges(number: int, area: shapely.Geometry) -> Ints:
    """The edges of a country's rings, the country on their left: shape (n, 3), start, end and the country's number."""
    found = []
    for polygon in shapely.get_parts(shapely.orient_polygons(area)):
        for ring in (polygon.exterior, *polygon.interiors):
            lon, lat = np.rint(shapely.get_coordinates(ring).T / STEP).astype(np.int64)
            points = (lat + ROW // 2) * ROW + lon + ROW // 2
            found.append(np.column_stack([points[:-1], points[1:], np.full(len(points) - 1, number)]))
    segments: Ints = np.concatenate(found)
    kept: Ints = segments[segments[:, 0] != segments[:, 1]]
    return kept


def shared(segments: Ints) -> Ints:
    """Pairs of countries with the edges that no third has: shape (n, 4), a, b, start, end; a on the left and below b."""
    low, high = np.minimum(segments[:, 0], segments[:, 1]), np.maximum(segments[:, 0], segments[:, 1])
    order = np.lexsort([segments[:, 2], high, low])
    segments, low, high = segments[order], low[order], high[order]
    fresh = np.append(True, (low[1:] != low[:-1]) | (high[1:] != high[:-1]))
    first = np.flatnonzero(fresh)
    first = first[np.diff(np.append(first, len(segments))) == 2]
    a, b = segments[first], segments[first + 1]
    # Two edges in the same direction are an overlap of claims, not a border: neither country is on the other's far side.
    border = (a[:, 2] != b[:, 2]) & (a[:, 0] == b[:, 1])
    pairs: Ints = np.column_stack([a[:, 2], b[:, 2], a[:, 0], a[:, 1]])[border]
    return pairs


def degrees(points: Ints) -> npt.NDArray[np.float64]:
    """Numbered points as lon/lat, on their last axis."""
    return np.round((np.stack([points % ROW, points // ROW], axis=-1) - ROW // 2) * STEP, 4)


def main() -> None:
    """Write the file and say what it holds."""
    features = packages.read_npm_json(packages.COUNTRIES_LAND, "map.geo.json")["features"]
    codes = sorted(f["properties"]["A3"] for f in features)
    segments = np.concatenate([edges(codes.index(f["properties"]["A3"]), shape(f["geometry"])) for f in features])
    found = shared(segments)
    geod = Geod(ellps="WGS84")
    rows = []
    for a, b in np.unique(found[:, :2], axis=0):
        mine = found[(found[:, 0] == a) & (found[:, 1] == b)]
        merged = shapely.line_merge(MultiLineString(list(degrees(mine[:, 2:]))), directed=True)
        # Sorted by hand: shapely's normalize would turn lines around.
        line = MultiLineString(sorted(list(part.coords) for part in shapely.get_parts(merged)))
        rows.append({"a": codes[a], "b": codes[b], "km": round(geod.geometry_length(line) / 1000, 1), "geometry": line})
    table = gpd.GeoDataFrame(rows, crs="EPSG:4326")
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / OUT.stem
        pyogrio.write_dataframe(
            table, plain, driver="FlatGeobuf", geometry_type="MultiLineString", promote_to_multi=True, SPATIAL_INDEX="NO"
        )
        with zipfile.ZipFile(OUT, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
            # A ZipInfo of its own has a fixed date, not today's.
            packed.writestr(zipfile.ZipInfo(OUT.stem), plain.read_bytes(), zipfile.ZIP_DEFLATED, compresslevel=9)
    print(f"{OUT.name}: {len(table)} pairs, {OUT.stat().st_size} bytes, sha256 {hashlib.sha256(OUT.read_bytes()).hexdigest()}")


if __name__ == "__main__":
    main()
