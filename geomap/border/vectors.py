"""Vector files of somebody's own: the layer that is meant, its shapes, and what it says of them."""

from __future__ import annotations

import difflib
import math
import warnings
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
import shapely
from pydantic_core import from_json
from pyproj import CRS, Transformer
from pyproj.exceptions import CRSError, ProjError
from shapely.geometry.base import BaseGeometry

from geomap import project
from geomap.border.shared_edge import shared_edge
from geomap.errors import DataError, MissingError
from geomap.geometry import Floats, over_antimeridian

#: What may tell a file's two areas apart, the first that does.
NAMES = ("iso_a3", "ISO_A3", "code", "id", "name", "NAME")
#: What is read of a feature's columns; what else a file has may be of any type.
COLUMNS = (
    "a",
    "b",
    "left",
    "drawn_by",
    "tolerance_m",
    "detail_m",
    "source",
    "licence",
    "license",
    "attribution",
    "weak",
    "gaps",
    *NAMES,
)

#: An area in lon/lat with what its record says of it.
Area: TypeAlias = tuple[dict[str, Any], BaseGeometry]

#: The layer that is meant where several hold lines or areas: geomap's own files have it.
BORDER_LAYER = "border"

_LINES = (shapely.GeometryType.LINESTRING, shapely.GeometryType.LINEARRING)
_AREAS = (shapely.GeometryType.POLYGON,)
_DEGREES = (CRS("EPSG:4326"), CRS("OGC:CRS84"))


@dataclass(frozen=True, slots=True)
class Degrees:
    """Brings a file's coordinates to lon and lat on WGS 84."""

    path: Path
    crs: CRS | None  #: None where the file states none: then they must be degrees already

    def __call__(self, points: Floats) -> Floats:
        """Points of shape (n, 2) in degrees.

        Raises:
            DataError: the reference system does not lead to lon and lat.
        """
        if self.crs is None or self.crs in _DEGREES:
            return points
        try:
            change = Transformer.from_crs(self.crs, "EPSG:4326", always_xy=True)
            return np.column_stack(change.transform(points[:, 0], points[:, 1]))
        except ProjError as error:
            raise DataError(f"{self.path}: {_no_way(self.crs)}") from error

    def checked(self, points: Floats) -> Floats:
        """The same for vertices of a line, which must be on Earth."""
        degrees = self(points)
        if not np.isfinite(degrees).all():
            raise DataError(f"{self.path}: {_no_way(self.crs)}")
        if not (np.abs(degrees) <= (180, 90)).all():
            (west, south), (east, north) = degrees.min(axis=0), degrees.max(axis=0)
            todo = "write longitudes from -180 to 180, latitudes from -90 to 90" if self.crs else "state its reference system"
            raise DataError(f"{self.path}: reaches from {west:g} {south:g} to {east:g} {north:g}, which is not lon/lat; {todo}")
        return degrees


def _no_way(crs: CRS | None) -> str:
    named = f"reference system {crs.name!r}" if crs else "coordinate system"
    return f"its {named} does not lead to lon and lat on Earth there; give the file in another, such as EPSG:4326"


def read_vector(
    path: Path, *, layer: str | int | None = None, where: str | None = None, shapes: bool = True
) -> tuple[list[BaseGeometry], list[dict[str, Any]], str | None]:
    """Shapes, records and reference system of a vector file's layer.

    Raises:
        DataError: the file cannot be read.
    """
    import pyogrio

    try:
        with warnings.catch_warnings(), np.errstate(invalid="ignore"):  # of vertices that are no numbers: said where they stand
            warnings.simplefilter("ignore")  # of columns and measures that are not read
            meta, _, wkb, columns = pyogrio.raw.read(
                path, layer=layer, where=where, read_geometry=shapes, force_2d=True, columns=COLUMNS
            )
            found = list(shapely.from_wkb(wkb)) if wkb is not None else []
    except (RuntimeError, ValueError, shapely.errors.GEOSException) as error:  # what pyogrio raises is one of the first two
        raise DataError(f"{path}: not a vector file ({error}); give GeoJSON, GeoPackage or a shapefile") from error
    count = len(columns[0]) if len(columns) else len(found)
    records = [{name: column[k] for name, column in zip(meta["fields"], columns, strict=True)} for k in range(count)]
    return found, records, meta["crs"]


def read_border(path: Path, layer: str | None) -> tuple[list[Floats], dict[str, Any], list[Area]]:
    """The lines of a file in lon/lat, what it says of them, and the two areas that they part, where it holds these.

    Args:
        path: of the file.
        layer: the one that is meant; None where the file should have one alone.

    Raises:
        MissingError: there is no such layer.
        DataError: the file cannot be read, or holds neither lines nor two areas that share an edge.
    """
    project.check_vector_file(path)
    features, records, stated = read_vector(path, layer=_layer(path, layer))
    # Our own files say of a further line who draws it; the border itself is the other row.
    if itself := [k for k, record in enumerate(records) if not _text(record.get("drawn_by"))]:
        features, records = [features[k] for k in itself], [records[k] for k in itself]
    degrees = Degrees(path, _reference_system(path, stated))
    parts = [_parts(feature) for feature in features]
    holders = [k for k, kept in enumerate(parts) if any(_is(_AREAS, part) for part in kept)]
    areas = [features[k] for k in holders]
    lines = [part for kept in parts for part in kept if _is(_LINES, part)]
    kinds = sorted({part.geom_type for kept in parts for part in kept})
    if not kinds:
        raise DataError(f"{path}: has no line in it; give it one line, or two areas that share an edge")
    if (areas and lines) or not (areas or lines):
        raise DataError(f"{path}: holds {' and '.join(kinds)}; a border is lines, or two areas that share an edge")
    properties = _properties(path, records)
    if areas:
        coordinates, unmatched = _shared(path, areas, degrees)
        properties["weak"] = [*properties["weak"], *([unmatched] if unmatched else [])]
    else:
        coordinates = [_checked(path, number, line) for number, line in enumerate(lines, start=1)]
    two = [(records[k], shapely.transform(features[k], degrees.checked)) for k in holders]
    return [degrees.checked(line) for line in coordinates], properties, two


def _layer(path: Path, wanted: str | None) -> str | int:
    """The layer that is meant: the named one, or the one that holds lines or areas."""
    import pyogrio

    try:
        layers = [(str(name), kind) for name, kind in pyogrio.list_layers(path)]
    except RuntimeError as error:
        raise DataError(f"{path}: not a vector file ({error}); give GeoJSON, GeoPackage or a shapefile") from error
    names = [name for name, _ in layers]
    if wanted is not None:
        if wanted in names:
            return wanted
        near = difflib.get_close_matches(wanted, names, n=3) or names[:8]
        raise MissingError(f"{path}: has no layer {wanted!r}; the nearest are {', '.join(near)}")
    if len(layers) < 2:
        return 0
    spatial = [k for k, (_, kind) in enumerate(layers) if kind is not None]
    holding = [k for k in spatial if any(_is((*_LINES, *_AREAS), p) for s in read_vector(path, layer=k)[0] for p in _parts(s))]
    named = [k for k in holding if names[k].casefold() == BORDER_LAYER]
    if len(chosen := named if len(holding) > 1 else holding) == 1:
        return chosen[0]
    if holding:
        listed = ", ".join(names[k] for k in holding)
        raise DataError(f"{path}: lines or areas are in its layers {listed}; name one: {path}|layername={names[holding[0]]}")
    return next(iter(spatial), 0)


def _reference_system(path: Path, stated: str | None) -> CRS | None:
    """The reference system that a file states; GDAL takes GeoJSON with one that it does not know for degrees."""
    for text in _geojson(path):
        try:
            document = from_json(text)
        except ValueError:
            continue  # a feature a line, which states none
        said = document.get("crs") if isinstance(document, dict) else None
        name = said and isinstance(said, dict) and (said.get("properties") or {}).get("name")
        if said and not _known(name):
            raise DataError(f"{path}: its reference system {name or said!r} is not known; state one that is, such as EPSG:4326")
    if stated is None:
        return None
    if (crs := _known(stated)) is None:
        raise DataError(f"{path}: its reference system {stated!r} is not known; state one that is, such as EPSG:4326")
    return None if crs.name.startswith("Undefined geographic") else crs  # so GDAL calls that none was stated


def _known(name: Any) -> CRS | None:
    try:
        return CRS(name) if name else None
    except CRSError:
        return None


def _geojson(path: Path) -> Iterable[bytes]:
    """The GeoJSON texts of a file, or of a ZIP of them."""
    suffixes = (".geojson", ".json")
    if path.suffix.lower() in suffixes:
        yield path.read_bytes()
    elif path.suffix.lower() == ".zip":
        with zipfile.ZipFile(path) as archive:
            yield from (archive.read(name) for name in archive.namelist() if name.lower().endswith(suffixes))


def _parts(feature: BaseGeometry | None) -> list[BaseGeometry]:
    """The points, lines and polygons of a feature, whatever collections they are in."""
    found = shapely.get_parts([feature] if feature is not None else [])
    while (shapely.get_type_id(found) > shapely.GeometryType.POLYGON).any():
        found = shapely.get_parts(found)
    return [part for part in found if not part.is_empty]


def _is(kinds: Sequence[int], part: BaseGeometry) -> bool:
    return shapely.get_type_id(part) in kinds


def _checked(path: Path, number: int, line: BaseGeometry, kind: str = "line") -> Floats:
    """A line's vertices, which are numbers."""
    points = shapely.get_coordinates(line)
    wrong = np.flatnonzero(~np.isfinite(points).all(axis=1))
    if wrong.size:
        x, y = points[wrong[0]]
        raise DataError(f"{path}: vertex {wrong[0] + 1} of {kind} {number} is {x:g} {y:g}; write both as numbers")
    return np.asarray(points)


def _shared(path: Path, areas: Sequence[BaseGeometry], degrees: Degrees) -> tuple[list[Floats], str | None]:
    """The line that two areas share, the first on its left, and a sentence on what has no partner."""
    if len(areas) != 2:
        raise DataError(f"{path}: holds {len(areas)} area(s); a border is the edge that two share, so keep those two")
    first, second = (shapely.MultiPolygon([part for part in _parts(area) if _is(_AREAS, part)]) for area in areas)
    for number, area in enumerate((first, second), start=1):
        degrees.checked(_checked(path, number, area, "area"))
        wide = over_antimeridian(area) if degrees.crs is None or degrees.crs.is_geographic else None
        if wide:
            raise DataError(f"{path}: area {number}: {wide}")
    line, unmatched = shared_edge(first, second, degrees)
    if not line:
        raise DataError(f"{path}: the two areas share no edge; their common line must be within 1 m in both")
    return line, unmatched


def _properties(path: Path, records: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """What the records say of the border, where they are of one; words that are no text, and null, say nothing."""
    pairs = {(_text(record.get("a")), _text(record.get("b"))) for record in records}
    said = records[0] if len(pairs) == 1 else {}
    weak = said.get("weak")
    tolerances = [_tolerance(path, name, said.get(name)) for name in ("tolerance_m", "detail_m")]
    return {
        **{name: _text(said.get(name)) for name in ("a", "b", "left", "source", "attribution")},
        "licence": _text(said.get("licence")) or _text(said.get("license")),
        "tolerance_m": next((tolerance for tolerance in tolerances if tolerance is not None), None),
        "weak": [text for text in map(_text, weak if isinstance(weak, list | np.ndarray) else [weak]) if text],
    }


def _text(value: Any) -> str | None:
    return str(value) if isinstance(value, str) and value else None


def _tolerance(path: Path, name: str, value: Any) -> float | None:
    """Metres; None for null, which is nan in a column of numbers."""
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return None
    try:
        metres = float(value)
    except (TypeError, ValueError):
        metres = math.nan
    if not 0 <= metres < math.inf:
        raise DataError(f"{path}: {name} is {str(value)!r}; write metres as a number")
    return metres
