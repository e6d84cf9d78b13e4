"""Make ``lines/natural-earth.geojson``: Natural Earth's line between Iran and Pakistan, as a further line of the first story.

Run ``python geodata/scripts/make_natural_earth_line.py`` with the packages of ``requirements.txt``.
"""

from __future__ import annotations

from pathlib import Path

import geojson
import numpy as np
import packages
import shapely
from make_natural_earth_pairs import GEOD, edges
from shapely.geometry import LineString, MultiLineString

OUT = Path(__file__).parents[1] / "lines" / "natural-earth.geojson"
NUMBERS = {"364": "IRN", "586": "PAK"}  # ISO 3166-1 numeric codes, the package's ids


def main() -> None:
    """Write the file and say what it holds."""
    topology = packages.read_npm_json(packages.WORLD_ATLAS, "countries-10m.json")
    drawn = {
        NUMBERS[str(record.get("id"))]: area
        for record, area in packages.topology_shapes(topology, "countries")
        if str(record.get("id")) in NUMBERS
    }
    line = shapely.line_merge(MultiLineString(sorted(edges(drawn["IRN"]) & edges(drawn["PAK"]))))
    if not isinstance(line, LineString):
        raise SystemExit(f"the two share {len(line.geoms)} lines, not one: look at the data before using it")
    points = np.round(shapely.get_coordinates(line), geojson.DECIMALS)
    if points[0, 1] > points[-1, 1]:  # from the sea to the north, so that Iran lies on the left
        points = points[::-1]
    line = LineString(points)
    properties = {
        "a": "IRN",
        "b": "PAK",
        "left": "IRN",
        "right": "PAK",
        "length_km": round(GEOD.geometry_length(line) / 1000, 1),
        "tolerance_m": 1000.0,
        "source": "Natural Earth 4.1.0, 1:10m, by way of world-atlas 2.0.2",
        "licence": "Public domain",
        "attribution": "Made with Natural Earth",
    }
    digest = geojson.write(OUT, [(properties, line)])
    print(f"{OUT.name}: {len(line.coords)} vertices, {properties['length_km']} km, sha256 {digest}")


if __name__ == "__main__":
    main()
