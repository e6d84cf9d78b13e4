"""Make ``tests/border/natural_earth_pairs.json``: what Natural Earth has of 20 borders, to hold ours against.

For each pair the length of the edges that both outlines share, in km; the ends of their lines; and points 16 to 45 km from the
line, ``a`` and ``b`` within these countries, ``other`` within a third one.

Run ``python geodata/scripts/make_natural_earth_pairs.py`` with the packages of ``requirements.txt``.
"""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import packages
import shapely
from pyproj import Geod

OUT = Path(__file__).parents[2] / "tests" / "border" / "natural_earth_pairs.json"
GEOD = Geod(ellps="WGS84")
POINTS = 30  # of each kind
EDGE = 0.12  # degrees

#: The package's ids are ISO 3166-1 numeric codes.
CODES = {
    "AGO": "024", "ARG": "032", "BGD": "050", "BRA": "076", "CAN": "124", "CHL": "152", "CHN": "156", "CMR": "120",
    "COD": "180", "COG": "178", "COL": "170", "DEU": "276", "EGY": "818", "FIN": "246", "IND": "356", "KAZ": "398",
    "LAO": "418", "LSO": "426", "MEX": "484", "MLI": "466", "MNG": "496", "MRT": "478", "NGA": "566", "NOR": "578",
    "POL": "616", "PRY": "600", "RUS": "643", "SDN": "729", "SWE": "752", "THA": "764", "TZA": "834", "UGA": "800",
    "USA": "840", "VEN": "862", "ZAF": "710", "ZMB": "894", "ZWE": "716",
}  # fmt: skip
PAIRS = [
    *("AGO-COD", "ARG-CHL", "BGD-IND", "BRA-PRY", "CAN-USA", "CHN-MNG", "CHN-RUS", "CMR-NGA", "COD-COG", "COL-VEN", "DEU-POL"),
    *("EGY-SDN", "FIN-RUS", "KAZ-RUS", "LAO-THA", "LSO-ZAF", "MEX-USA", "MLI-MRT", "NOR-SWE", "TZA-UGA", "ZMB-ZWE"),
]


def edges(area: shapely.Geometry) -> set[tuple[tuple[float, float], ...]]:
    """The edges of an area, each with its two points in one order."""
    rings = [ring.coords for part in shapely.get_parts(area) for ring in (part.exterior, *part.interiors)]
    return {tuple(sorted(edge)) for ring in rings for edge in pairwise(ring)}


def points(line: shapely.Geometry, areas: dict[str, shapely.Geometry], a: str, b: str) -> dict[str, list[list[float]]]:
    """Some points near a line, by whose they are; none that is near an edge of its country, which others draw elsewhere."""
    rng = np.random.default_rng(0)
    found: dict[str, list[list[float]]] = {"a": [], "b": [], "other": []}
    vertices = shapely.get_coordinates(line)
    for _ in range(40 * POINTS):
        lon, lat = vertices[rng.integers(len(vertices))]
        x, y, _ = GEOD.fwd(lon, lat, rng.uniform(0, 360), rng.uniform(16_000, 45_000))
        point = shapely.Point(round(x, 3), round(y, 3))
        holds = [code for code, area in areas.items() if area.contains(point) and area.boundary.distance(point) > EDGE]
        kind = "a" if holds == [a] else "b" if holds == [b] else "other"
        if len(holds) == 1 and len(found[kind]) < POINTS:
            found[kind].append([point.x, point.y])
    return found


def main() -> None:
    """Write the file."""
    topology = packages.read_npm_json(packages.WORLD_ATLAS, "countries-10m.json")
    shapes = packages.topology_shapes(topology, "countries")
    named = {number: code for code, number in CODES.items()}
    drawn = {named.get(str(record.get("id")), f"{k}"): shape for k, (record, shape) in enumerate(shapes)}
    areas = {code: shape.buffer(0) for code, shape in drawn.items()}
    for area in areas.values():
        shapely.prepare(area)
    rows: list[dict[str, Any]] = []
    for pair in PAIRS:
        a, b = pair.split("-")
        line = shapely.line_merge(shapely.MultiLineString(sorted(edges(drawn[a]) & edges(drawn[b]))))
        ends = sorted(list(np.round(end, 3)) for part in shapely.get_parts(line) for end in (part.coords[0], part.coords[-1]))
        km = round(GEOD.geometry_length(line) / 1000, 1)
        rows.append({"pair": pair, "km": km, "ends": ends, **points(line, areas, a, b)})
    text = ",\n".join(json.dumps(row, separators=(",", ":")) for row in rows)
    head = '"source":"Natural Earth 4.1.0, public domain, by way of world-atlas 2.0.2 (npm)"'
    OUT.write_text("{" + head + ',"pairs":[\n' + text + "\n]}\n", encoding="utf-8", newline="\n")
    print(f"{OUT.name}:", *(f"{row['pair']} {row['km']:,.0f} km" for row in rows))


if __name__ == "__main__":
    main()
