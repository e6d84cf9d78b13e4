"""GeoJSON, the same bytes every time: one feature a line, right-hand rings, no ``crs`` member."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from shapely.geometry import mapping
from shapely.geometry.base import BaseGeometry

DECIMALS = 5  # 1.1 m


def write(path: Path, features: list[tuple[dict[str, Any], BaseGeometry]]) -> str:
    """The sha256 of the file written, for ``sources.toml``; features are kept in the order given."""
    written = text(path.stem, features)
    path.write_text(written, encoding="utf-8", newline="\n")
    return hashlib.sha256(written.encode()).hexdigest()


def text(name: str, features: list[tuple[dict[str, Any], BaseGeometry]]) -> str:
    """The features as the text of a GeoJSON file."""
    lines = [
        json.dumps(
            {"type": "Feature", "properties": properties, "geometry": mapping(_written(geometry))},
            ensure_ascii=False,
            separators=(",", ":"),
        )
        for properties, geometry in features
    ]
    return '{"type":"FeatureCollection","name":"' + name + '","features":[\n' + ",\n".join(lines) + "\n]}\n"


def _written(geometry: BaseGeometry) -> BaseGeometry:
    """A geometry in the one order and rounding in which it is written, whatever order it was computed in."""
    rounded = shapely.transform(geometry, lambda points: np.round(points, DECIMALS))
    return shapely.orient_polygons(rounded if rounded.geom_type == "LineString" else shapely.normalize(rounded))
