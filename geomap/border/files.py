"""Border lines read from files: a pair of countries by name, or any vector file of lines or of two areas."""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Mapping, Sequence
from fnmatch import fnmatch
from functools import cache, partial
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
import shapely
from pyproj import CRS, Transformer
from shapely.geometry.base import BaseGeometry

from geomap import project
from geomap.border.answers import Gap
from geomap.border.neighbours import Neighbour
from geomap.errors import DataError, MissingError

#: What `geomap.border.line.Border` is made from, by the names of its arguments.
Line: TypeAlias = dict[str, Any]

_WORLD = "borders/world.fgb.zip"
_NAMES = ("iso_a3", "ISO_A3", "code", "id", "name", "NAME")  # what may tell a file's two areas apart, the first that does
_AROUND = 5.0  # degrees: at 80° north, still 97 km from west to east


def read_line(name: str | Path) -> Line:
    """The line of a pair of countries, or of a file; see `geomap.border.line.Border.read`."""
    if isinstance(name, str) and (pair := _pair(name)):
        return _read_pair(*pair)
    return _read_file(Path(name))


def _pair(name: str) -> tuple[str, str] | None:
    """The two codes of "IRN-PAK" or "ir-pk"; None for what is a file, or no pair."""
    found = re.fullmatch(r"([A-Za-z]{2,3})-([A-Za-z]{2,3})", name)
    return (found[1].upper(), found[2].upper()) if found and not Path(name).exists() else None


@cache
def _countries() -> tuple[dict[str, BaseGeometry], dict[str, str]]:
    """Countries' areas by alpha-2 code, and alpha-2 codes by alpha-3, of the base map."""
    countries = [area for area in project.read_areas().values() if area.level == "country"]
    features = project.read_geojson("basemap/countries.geojson")
    codes = {f["properties"]["iso_a3"]: f["properties"]["iso_a2"] for f in features}
    return {country.code: country.geometry for country in countries}, codes


def _country_areas() -> dict[str, BaseGeometry]:
    return _countries()[0]


def _country_codes() -> dict[str, str]:
    return _countries()[1]


def _read_pair(a: str, b: str) -> Line:
    if len(a) == 2 or len(b) == 2:
        long = {short: code for code, short in _country_codes().items()}
        a, b = long.get(a, a), long.get(b, b)
    for name in (f"{a}-{b}", f"{b}-{a}"):
        if project.has(file := f"borders/{name}.geojson"):
            feature = project.read_geojson(file)[0]
            return _line(name, project.read_shapes(file), {**_recorded(file), **feature["properties"]})
    world = project.path(_WORLD)
    shapes, records, _ = _read_vector(world, where=f"(a = '{a}' AND b = '{b}') OR (a = '{b}' AND b = '{a}')")
    if not records:
        raise MissingError(_no_pair(a, b, [(r["a"], r["b"]) for r in _read_vector(world, shapes=False)[1]]))
    (record,), known = records, _recorded(_WORLD)
    weak = [words for words in (record["weak"], known.pop("weak", None)) if words]
    line = _line(f"{record['a']}-{record['b']}", shapes, {**known, **record, "weak": weak})
    gaps = [
        Gap(start=tuple(gap["start"]), end=tuple(gap["end"]), length_m=gap["km"] * 1000, why=gap["why"])
        for gap in json.loads(record["gaps"])
    ]
    around = shapely.box(*shapely.total_bounds(shapes)).buffer(_AROUND)
    return line | {"gaps": gaps, "neighbours": partial(_other_pairs, record["a"], record["b"], around)}


def _other_pairs(a: str, b: str, around: BaseGeometry) -> list[Neighbour]:
    """The borders of all pairs but one, as far as they come near a box."""
    shapes, records, _ = _read_vector(project.path(_WORLD), where=f"a <> '{a}' OR b <> '{b}'")
    parts, pair = shapely.get_parts(shapes, return_index=True)
    some = np.flatnonzero(shapely.intersects(shapely.box(*shapely.bounds(parts).T), around))
    return [Neighbour(records[pair[k]]["a"], records[pair[k]]["b"], shapely.get_coordinates(parts[k])) for k in some]


def _recorded(file: str) -> dict[str, Any]:
    """What ``sources.toml`` says of a data file: source, attribution and weak stretches."""
    for record in project.read_sources():
        if fnmatch(file, record.file):
            return {"source": record.title, "attribution": record.attribution, "weak": record.caveat}
    return {}


def _no_pair(a: str, b: str, pairs: Sequence[tuple[str, str]]) -> str:
    """One sentence on a pair that has no border: the neighbours of each country, or the nearest names."""
    said = []
    for code in dict.fromkeys((a, b)):
        neighbours = sorted({q if p == code else p for p, q in pairs if code in (p, q)})
        if neighbours:
            said.append(f"{code} borders {', '.join(neighbours)}")
    if len(said) < len({a, b}):
        names = [name for p, q in pairs for name in (f"{p}-{q}", f"{q}-{p}")]
        near = difflib.get_close_matches(f"{a}-{b}", names, n=3, cutoff=0.5)
        said.append(f"the nearest are {', '.join(near)}" if near else "codes are ISO 3166, as in IRN-PAK")
    return f"{a}-{b}: no land border of these two is at hand; {'; '.join(said)}"


def _read_file(path: Path) -> Line:
    if not path.exists():
        beside = [file.name for file in path.parent.iterdir()] if path.parent.is_dir() else []
        near = difflib.get_close_matches(path.name, beside, n=3)
        hint = f"the nearest are {', '.join(near)}" if near else "name a file, or a pair such as IRN-PAK"
        raise MissingError(f"{path}: no such file; {hint}")
    if path.is_dir() and path.suffix != ".gdb":
        raise DataError(f"{path}: is a folder; name a file, or a pair such as IRN-PAK")
    every, records, crs = _read_vector(path)
    drawn = [k for k, shape in enumerate(every) if shape is not None and not shape.is_empty]
    shapes, records = [every[k] for k in drawn], [records[k] for k in drawn]
    if not shapes:
        raise DataError(f"{path}: has no line in it; give it one line, or two areas that share an edge")
    properties = records[0] if len({(record.get("a"), record.get("b")) for record in records}) == 1 else {}
    kinds = {shape.geom_type.removeprefix("Multi") for shape in shapes}
    if kinds == {"Polygon"}:
        edge = _in_degrees(path, _shared_edge(path, shapes), crs)
        return _line(path.stem, [edge], properties) | _as_countries(records, [_in_degrees(path, area, crs) for area in shapes])
    if kinds - {"LineString", "LinearRing"}:
        raise DataError(f"{path}: holds {' and '.join(sorted(kinds))}; a border is lines, or two areas that share an edge")
    return _line(path.stem, [_in_degrees(path, shape, crs) for shape in shapes], properties)


def _read_vector(
    path: Path, *, where: str | None = None, shapes: bool = True
) -> tuple[list[BaseGeometry], list[dict[str, Any]], str | None]:
    """Shapes, records and reference system of a vector file."""
    import pyogrio

    project.check_vector_file(path)
    try:
        meta, _, wkb, columns = pyogrio.raw.read(path, where=where, read_geometry=shapes, force_2d=True)
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError) as error:
        raise DataError(f"{path}: not a vector file ({error}); give GeoJSON, GeoPackage or a shapefile") from error
    names = meta["fields"]
    count = len(columns[0]) if len(columns) else len(wkb)
    records = [{name: column[k] for name, column in zip(names, columns, strict=True)} for k in range(count)]
    return (list(shapely.from_wkb(wkb)) if shapes else []), records, meta["crs"]


def _shared_edge(path: Path, areas: Sequence[BaseGeometry]) -> BaseGeometry:
    """The line that two areas share, the first on its left."""
    if len(areas) != 2:
        raise DataError(f"{path}: holds {len(areas)} area(s); a border is the edge that two share, so keep those two")
    first, second = (_edges(area) for area in areas)
    back = {(end, start) for start, end in second}
    shared = [edge for edge in first if edge in back]
    if not shared:
        raise DataError(f"{path}: the two areas share no edge; their common line must have the same vertices in both")
    return shapely.line_merge(shapely.MultiLineString(shared), directed=True)


def _as_countries(records: Sequence[Mapping[str, Any]], areas: Sequence[BaseGeometry]) -> Line:
    """Two areas, the first on the left of their edge, as the two countries.

    They are called by ``a`` and ``b`` where both records have the same (``left`` is the first area, else ``a``), by what else
    tells them apart, or left and right.
    """
    a, b, on_left = (str(records[0].get(name) or "") for name in ("a", "b", "left"))
    named = [[b, a] if on_left == b else [a, b]] if all((r.get("a"), r.get("b")) == (a, b) for r in records) else []
    named += [[str(record.get(name) or "") for record in records] for name in _NAMES]
    left, right = next((pair for pair in named if all(pair) and pair[0] != pair[1]), ("left", "right"))
    codes = _country_codes()
    return {
        "countries": (left, right),
        "left": left,
        "areas": {codes.get(code, code): area for code, area in zip((left, right), areas, strict=True)},
    }


def _edges(area: BaseGeometry) -> list[tuple[tuple[float, float], tuple[float, float]]]:
    """Edges of an area, the area on their left."""
    parts = [shapely.geometry.polygon.orient(part) for part in shapely.get_parts(area)]
    rings = [ring for part in parts for ring in (part.exterior, *part.interiors)]
    return [edge for ring in rings for edge in zip(ring.coords, ring.coords[1:], strict=False)]


def _in_degrees(path: Path, shape: BaseGeometry, crs: str | None) -> BaseGeometry:
    """A shape in lon/lat on WGS 84."""
    if crs is not None and CRS(crs) not in (CRS("EPSG:4326"), CRS("OGC:CRS84")):
        change = Transformer.from_crs(crs, "EPSG:4326", always_xy=True)
        shape = shapely.transform(shape, lambda xy: np.column_stack(change.transform(xy[:, 0], xy[:, 1])))
    west, south, east, north = shapely.bounds(shape)
    if not (-180 <= west <= east <= 180 and -90 <= south <= north <= 90):
        raise DataError(
            f"{path}: reaches from {west:g} {south:g} to {east:g} {north:g}, which is not lon/lat; state its reference system"
        )
    return shape


def _line(name: str, shapes: Sequence[BaseGeometry], properties: Mapping[str, Any]) -> Line:
    lines = shapely.line_merge(
        shapely.MultiLineString([part for shape in shapes for part in shapely.get_parts(shape)]), directed=True
    )
    countries = (str(properties.get("a") or ""), str(properties.get("b") or ""))
    left = properties.get("left")
    try:
        tolerance = None if properties.get("tolerance_m") is None else float(properties["tolerance_m"])
    except ValueError as error:
        raise DataError(f"{name}: tolerance_m is {properties['tolerance_m']!r}; write metres as a number") from error
    weak = properties.get("weak") or ()
    return {
        "id": name,
        "parts": [shapely.get_coordinates(line) for line in shapely.get_parts(lines)],
        "countries": countries,
        "areas": _country_areas,
        "codes": _country_codes,
        "left": left if left in countries else None,
        "source": properties.get("source"),
        "attribution": properties.get("attribution"),
        "tolerance_m": tolerance,
        "weak": [weak] if isinstance(weak, str) else list(weak),
    }
