"""Border lines read from files: a pair of countries by name, or any vector file of lines or of two areas."""

from __future__ import annotations

import difflib
import json
from collections.abc import Callable, Mapping, Sequence
from fnmatch import fnmatch
from functools import partial
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
import shapely
from shapely.geometry import LineString
from shapely.geometry.base import BaseGeometry

from geomap import project
from geomap.border.answers import Gap
from geomap.border.neighbours import Neighbour
from geomap.border.vectors import NAMES, read_border, read_vector
from geomap.errors import DataError, MissingError
from geomap.geometry import Floats
from geomap.model import PAIR
from geomap.reading import read_rows
from geomap.vocabulary import COUNTRIES

#: What `geomap.border.line.Border` is made from, by the names of its arguments.
Line: TypeAlias = dict[str, Any]

_WORLD = "borders/world.fgb.zip"
_NOTES = "borders/notes.csv"
_AROUND = 5.0  # degrees: at 80° north, still 97 km from west to east

#: How far beside a line countries are read that tell on which side something lies, degrees; and from what width on all are.
_BESIDE, _WIDE = 15.0, 180.0

#: A vertex on the antimeridian is a cut's where it is no farther beside the straight line, degrees of latitude: 1 m.
SEAM = 1e-5


def read_line(name: str | Path, areas: Callable[[], Mapping[str, BaseGeometry]] | None = None) -> Line:
    """The line of a pair of countries, or of a file; see `geomap.border.line.Border.read`."""
    pair = _pair(name) if isinstance(name, str) else None
    line = _read_pair(*pair) if pair else _read_file(*project.split_layer(name))
    # A file of two areas has its own.
    return line | {"areas": areas, "fitted": True} if areas and callable(line["areas"]) else line


def _pair(name: str) -> tuple[str, str] | None:
    """The two codes of "IRN-PAK" or "ir-pk"; None for what is a file. Whatever lies in the folder, a pair is a pair."""
    found = PAIR.fullmatch(name)
    return (found[1].upper(), found[2].upper()) if found else None


def _country_areas(extent: tuple[float, float, float, float]) -> dict[str, BaseGeometry]:
    """The countries around a line, by alpha-2 code."""
    return project.read_world_countries(extent)


def _country_codes() -> dict[str, str]:
    """Alpha-2 codes by alpha-3."""
    return {country.alpha3: code for code, country in COUNTRIES.items()}


def _read_pair(a: str, b: str) -> Line:
    a, b = (COUNTRIES[code].alpha3 if code in COUNTRIES else code for code in (a, b))
    if file := _own_file(a, b):
        feature, known = project.read_geojson(file)[0], _recorded(file)
        weak = [words for words in (_note(Path(file).stem), known.pop("weak", None)) if words]
        return _line(Path(file).stem, project.read_shapes(file), {**known, **feature["properties"], "weak": weak})
    shapes, records, _ = read_vector(project.path(_WORLD), where=f"(a = '{a}' AND b = '{b}') OR (a = '{b}' AND b = '{a}')")
    if not records:
        raise MissingError(_no_pair(a, b, [(r["a"], r["b"]) for r in read_vector(project.path(_WORLD), shapes=False)[1]]))
    return _line_of_world(shapes, records[0])


def _line_of_world(shapes: Sequence[BaseGeometry], record: Mapping[str, Any]) -> Line:
    """A pair's line in the file of the world's."""
    known = _recorded(_WORLD)
    weak = [words for words in (_note(f"{record['a']}-{record['b']}"), record["weak"], known.pop("weak", None)) if words]
    line = _line(f"{record['a']}-{record['b']}", shapes, {**known, **record, "weak": weak})
    gaps = [
        Gap(start=tuple(gap["start"]), end=tuple(gap["end"]), length_m=gap["km"] * 1000, why=gap["why"])
        for gap in json.loads(record["gaps"])
    ]
    around = shapely.box(*shapely.total_bounds(shapes)).buffer(_AROUND)
    return line | {"gaps": gaps, "neighbours": partial(_other_pairs, record["a"], record["b"], around)}


def read_lines_of(country: str) -> list[Line]:
    """The lines of a country with each of its neighbours, the finer one where a pair has a file of its own.

    Args:
        country: its ISO 3166-1 alpha-3 code.
    """
    shapes, records, _ = read_vector(project.path(_WORLD), where=f"a = '{country}' OR b = '{country}'")
    return [
        _read_pair(record["a"], record["b"]) if _own_file(record["a"], record["b"]) else _line_of_world([shape], record)
        for shape, record in zip(shapes, records, strict=True)
    ]


def _own_file(a: str, b: str) -> str | None:
    """The file that a pair has of its own, if it has one."""
    return next((file for file in (f"borders/{a}-{b}.geojson", f"borders/{b}-{a}.geojson") if project.has(file)), None)


def _other_pairs(a: str, b: str, around: BaseGeometry) -> list[Neighbour]:
    """The borders of all pairs but one, as far as they come near a box."""
    shapes, records, _ = read_vector(project.path(_WORLD), where=f"a <> '{a}' OR b <> '{b}'")
    parts, pair = shapely.get_parts(shapes, return_index=True)
    some = np.flatnonzero(shapely.intersects(shapely.box(*shapely.bounds(parts).T), around))
    return [Neighbour(records[pair[k]]["a"], records[pair[k]]["b"], shapely.get_coordinates(parts[k])) for k in some]


def _note(pair: str) -> str | None:
    """What the line of a pair is, where it is no agreed border all along."""
    rows = read_rows(project.path(_NOTES), ("pair", "note"), filled=("pair", "note"))
    return next((row["note"] for row in rows if row["pair"] == pair), None)


def _recorded(file: str) -> dict[str, Any]:
    """What ``sources.toml`` says of a data file: source, attribution and weak stretches."""
    for record in project.read_sources():
        if fnmatch(file, record.file):
            return {"source": record.title, "licence": record.licence, "attribution": record.attribution, "weak": record.caveat}
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
        said.append(f"the nearest are {', '.join(near)}" if near else "codes are ISO 3166, as in FRA-ESP")
    return f"{a}-{b}: no land border of these two is at hand; {'; '.join(said)}; or name a vector file of the line"


def _read_file(path: Path, layer: str | None) -> Line:
    if not path.exists():
        beside = [file.name for file in path.parent.iterdir()] if path.parent.is_dir() else []
        near = difflib.get_close_matches(path.name, beside, n=3)
        hint = f"the nearest are {', '.join(near)}" if near else "name a file, or a pair such as FRA-ESP"
        raise MissingError(f"{path}: no such file; {hint}")
    if path.is_dir() and path.suffix != ".gdb":
        raise DataError(f"{path}: is a folder; name a file, or a pair such as FRA-ESP")
    parts, properties, areas = read_border(path, layer)
    try:
        line = _line(path.stem + (f", layer {layer}" if layer else ""), [LineString(part) for part in parts], properties)
    except DataError as error:
        raise DataError(f"{path}: {error}") from error
    return line | (_as_countries(*zip(*areas, strict=True)) if areas else {})


def _as_countries(records: Sequence[Mapping[str, Any]], areas: Sequence[BaseGeometry]) -> Line:
    """Two areas, the first on the left of their edge, as the two countries.

    They are called by ``a`` and ``b`` where both records have the same (``left`` is the first area, else ``a``), by what else
    tells them apart, or left and right.
    """
    a, b, on_left = (str(records[0].get(name) or "") for name in ("a", "b", "left"))
    named = [[b, a] if on_left == b else [a, b]] if all((r.get("a"), r.get("b")) == (a, b) for r in records) else []
    named += [[str(record.get(name) or "") for record in records] for name in NAMES]
    left, right = next((pair for pair in named if all(pair) and pair[0] != pair[1]), ("left", "right"))
    codes = _country_codes()
    return {
        "countries": (left, right),
        "left": left,
        "fitted": True,
        "areas": {codes.get(code, code): area for code, area in zip((left, right), areas, strict=True)},
    }


def _line(name: str, shapes: Sequence[BaseGeometry], properties: Mapping[str, Any]) -> Line:
    countries = (str(properties.get("a") or ""), str(properties.get("b") or ""))
    left, tolerance, weak = properties.get("left"), properties.get("tolerance_m"), properties.get("weak") or ()
    return {
        "id": name,
        "parts": _joined(shapes),
        "countries": countries,
        "areas": partial(_country_areas, _around(shapes)),
        "fitted": False,
        "codes": _country_codes,
        "left": left if left in countries else None,
        "source": properties.get("source"),
        "licence": properties.get("licence"),
        "attribution": properties.get("attribution"),
        "tolerance_m": None if tolerance is None else float(tolerance),
        "weak": [weak] if isinstance(weak, str) else list(weak),
    }


def _around(shapes: Sequence[BaseGeometry]) -> tuple[float, float, float, float]:
    """How far from a line countries tell a side: its box and `_BESIDE` on all sides; the whole circle where it is very wide.

    West is more than east where that is across the antimeridian.
    """
    west, south, east, north = (float(x) for x in shapely.total_bounds(np.array(shapes, dtype=object)))
    around = (west - _BESIDE + 180) % 360 - 180, (east + _BESIDE + 180) % 360 - 180
    west, east = (-180.0, 180.0) if east - west > _WIDE else around
    return west, max(south - _BESIDE, -90.0), east, min(north + _BESIDE, 90.0)


def _joined(shapes: Sequence[BaseGeometry]) -> list[Floats]:
    """Lines in degrees, joined where one ends as another begins, also over the antimeridian; without doubled vertices.

    Raises:
        DataError: none of them has a length.
    """
    lines = [shapely.get_coordinates(part) for shape in shapes for part in shapely.get_parts(shape)]
    for line in lines:
        line[line[:, 0] == -180, 0] = 180
    lines = [line[np.append(True, np.any(line[1:] != line[:-1], axis=1))] for line in lines]
    lines = [line for line in lines if len(line) > 1]
    if not lines:
        raise DataError("its line has no length; give it two or more vertices that differ")
    merged = shapely.get_parts(shapely.line_merge(shapely.MultiLineString(lines), directed=True))
    return [_without_seams(shapely.get_coordinates(line)) for line in merged]


def _without_seams(line: Floats) -> Floats:
    """A line without the vertices that only cutting at the antimeridian put there: straight in degrees, as RFC 7946 cuts."""
    before, at, after = line[:-2], line[1:-1], line[2:]
    over = (at[:, 0] == 180) & (np.abs(before[:, 0] - after[:, 0]) > 180)
    west, east = at[:, 0] - np.abs(before[:, 0]), at[:, 0] - np.abs(after[:, 0])
    straight = before[:, 1] + (after[:, 1] - before[:, 1]) * west / np.maximum(west + east, 1e-12)
    needless = over & (np.abs(straight - at[:, 1]) < SEAM)
    return np.asarray(line[~np.concatenate([[False], needless, [False]])])
