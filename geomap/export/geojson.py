"""A table as strict GeoJSON (RFC 7946), written directly.

What `geopandas.GeoDataFrame.to_file` leaves open is normalised here: no ``crs`` member, exterior rings counter-clockwise,
string ids, days as ``YYYY-MM-DD`` (which GDAL reads as dates), and one feature a line, so that a diff shows which changed.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import geopandas as gpd
import shapely
from shapely.geometry.base import BaseGeometry

from geomap.export.tables import contents, fingerprint
from geomap.geometry import each_shape


def geojson_text(table: gpd.GeoDataFrame, *, name: str, description: str) -> str:
    """The table as the text of a FeatureCollection, features sorted by id.

    The column ``id`` becomes the features' id and stays out of their properties. GDAL takes ``name`` as the layer's name and
    ``description`` as its description; ``fingerprint`` is for `geomap.export.edits`, and outlives an edit in QGIS.

    Raises:
        ValueError: two rows share an id.
    """
    values, geometries = contents(table)
    mark = fingerprint(values, geometries)
    shapes = each_shape(_geometry, geometries or ())
    if len({row["id"] for row in values}) < len(values):
        raise ValueError(f"{name}: two rows share an id")
    features = sorted(zip(values, shapes, strict=True), key=lambda feature: str(feature[0]["id"]))
    head = {"type": "FeatureCollection", "name": name, "description": description, "fingerprint": mark}
    return f'{_json(head)[:-1]}, "features": [\n' + ",\n".join(_feature(*feature) for feature in features) + "\n]}\n"


def write_geojson(table: gpd.GeoDataFrame, path: Path | str, *, name: str, description: str) -> None:
    """Write `geojson_text` to a file, the same bytes on every system."""
    Path(path).write_text(geojson_text(table, name=name, description=description), encoding="utf-8", newline="\n")


def _feature(row: Mapping[str, Any], geometry: str | None) -> str:
    """A feature's line; its geometry comes as text."""
    identity, properties = _json(str(row["id"])), _json({key: value for key, value in row.items() if key != "id"})
    return f'{{"type": "Feature", "id": {identity}, "geometry": {geometry or "null"}, "properties": {properties}}}'


def _geometry(geometry: BaseGeometry) -> str:
    return _json({"type": geometry.geom_type, "coordinates": _coordinates(geometry)})


def _coordinates(geometry: BaseGeometry) -> list[Any]:
    """A geometry's coordinates as GeoJSON nests them."""
    if geometry.geom_type.startswith("Multi"):
        return [_coordinates(part) for part in shapely.get_parts(geometry)]
    if geometry.geom_type == "Polygon":
        return [shapely.get_coordinates(ring).tolist() for ring in shapely.get_rings(geometry)]
    points: list[Any] = shapely.get_coordinates(geometry).tolist()
    return points[0] if geometry.geom_type == "Point" else points


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


__all__ = ["geojson_text", "write_geojson"]
