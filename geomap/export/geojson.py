"""A table as strict GeoJSON (RFC 7946), written directly.

What `geopandas.GeoDataFrame.to_file` leaves open is normalised here: no ``crs`` member, exterior rings counter-clockwise,
string ids, days as ``YYYY-MM-DD`` (which GDAL reads as dates), and one feature a line, so that a diff shows which changed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import geopandas as gpd
import shapely
from shapely.geometry.base import BaseGeometry

from geomap.export.tables import Contents, contents
from geomap.geometry import each_shape


def geojson_text(table: gpd.GeoDataFrame, *, name: str, description: str) -> str:
    """The table as the text of a FeatureCollection; see `geojson_pieces`."""
    return b"".join(geojson_pieces(contents(table), name=name, description=description)).decode()


def geojson_pieces(held: Contents, *, name: str, description: str) -> Iterator[bytes]:
    """A table as a FeatureCollection in UTF-8, piece by piece, features sorted by id.

    The column ``id`` becomes the features' id and stays out of their properties. GDAL takes ``name`` as the layer's name and
    ``description`` as its description; ``fingerprint`` is for `geomap.export.edits`, and outlives an edit in QGIS.

    Raises:
        ValueError: two rows share an id.
    """
    shapes = each_shape(_geometry, held.geometries or ())
    if len({row["id"] for row in held.rows}) < len(held.rows):
        raise ValueError(f"{name}: two rows share an id")
    features = sorted(zip(held.rows, shapes, strict=True), key=lambda feature: str(feature[0]["id"]))
    return _pieces({"type": "FeatureCollection", "name": name, "description": description, "fingerprint": held.mark}, features)


def _pieces(head: dict[str, str], features: Sequence[tuple[dict[str, Any], bytes | None]]) -> Iterator[bytes]:
    before = _json(head)[:-1] + b', "features": [\n'
    for row, geometry in features:
        properties = {key: value for key, value in row.items() if key != "id"}
        yield before + b'{"type": "Feature", "id": ' + _json(str(row["id"])) + b', "geometry": '
        yield geometry or b"null"
        yield b', "properties": ' + _json(properties) + b"}"
        before = b",\n"
    yield (b"" if features else before) + b"\n]}\n"


def write_geojson(table: gpd.GeoDataFrame | Contents, path: Path | str, *, name: str, description: str) -> None:
    """Write `geojson_text` of a table, or of its contents, to a file, the same bytes on every system."""
    pieces = geojson_pieces(table if isinstance(table, Contents) else contents(table), name=name, description=description)
    part = Path(f"{path}.part")  # what cannot be written leaves the file as it was
    try:
        with open(part, "wb") as file:
            file.writelines(pieces)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _geometry(geometry: BaseGeometry) -> bytes:
    return _json({"type": geometry.geom_type, "coordinates": _coordinates(geometry)})


def _coordinates(geometry: BaseGeometry) -> list[Any]:
    """A geometry's coordinates as GeoJSON nests them."""
    if geometry.geom_type.startswith("Multi"):
        return [_coordinates(part) for part in shapely.get_parts(geometry)]
    if geometry.geom_type == "Polygon":
        return [shapely.get_coordinates(ring).tolist() for ring in shapely.get_rings(geometry)]
    points: list[Any] = shapely.get_coordinates(geometry).tolist()
    return points[0] if geometry.geom_type == "Point" else points


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, allow_nan=False).encode()


__all__ = ["geojson_pieces", "geojson_text", "write_geojson"]
