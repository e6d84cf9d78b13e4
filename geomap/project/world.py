"""The base map of the whole world: fine where a story is, coarse around it, read by slices."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import shapely
from pydantic_core import from_json
from shapely.geometry.base import BaseGeometry

from geomap.project.files import path, read_features
from geomap.vocabulary import Level

if TYPE_CHECKING:
    import geopandas as gpd

#: West, south, east, north in degrees; west > east is across the antimeridian.
Extent = tuple[float, float, float, float]
#: A feature's properties and its geometry.
Feature = tuple[dict[str, Any], BaseGeometry]

#: What a base map may hold beside its page, in vertices: about 17 bytes each.
MOST_VERTICES = 55_000
#: A wider extent, in square degrees, gets coarse countries, and no first-level areas.
MOST_FINE_DEG2 = 2500.0
_LEAST_MARGIN, _LEAST_AROUND = 1.0, 12.0  # degrees
_STEP = 0.02  # degrees: the tolerance with which simplifying begins where there is too much


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedArea:
    """A country or first-level area of the base map, under its ISO 3166 code ("PK" or "PK-BA")."""

    code: str
    name: str  #: its name
    level: Level
    country: str
    geometry: BaseGeometry  #: lon/lat
    disputed: str | None  #: who disputes it, in words; None for nobody


def read_world_areas(countries: Iterable[str] = (), extent: Extent | None = None) -> dict[str, NamedArea]:
    """Countries of the world with their first-level areas, by ISO 3166 code: ``read_world_areas(["NE"])["NE-1"]``.

    Edges are good to some hundred metres. An area without an ISO 3166-2 code (Somaliland) is not among them.

    Args:
        countries: alpha-2 codes.
        extent: also every country and first-level area whose box meets this one.

    Raises:
        KeyError: there is no such country.
    """
    wanted = dict.fromkeys(countries)
    areas: dict[str, NamedArea] = {}
    kinds: tuple[tuple[str, Level, str], ...] = (("countries", "country", "iso_a2"), ("admin1", "province", "iso_3166_2"))
    for file, level, key in kinds:
        index = _index(file)
        near = _meeting(index, extent) if extent else []
        for country in dict.fromkeys([*wanted, *near]):
            if level == "country" and country not in index:
                raise KeyError(f"{country}: no country of the base map; give an ISO 3166-1 alpha-2 code")
            for about, geometry in _slice(file, country) if country in index else ():
                in_extent = country in wanted or extent is None or any(geometry.intersects(b) for b in _boxes(extent))
                if about[key] and in_extent:
                    areas[about[key]] = NamedArea(
                        code=about[key],
                        name=about["name"],
                        level=level,
                        country=country,
                        geometry=geometry,
                        disputed=about["disputed"],
                    )
    return areas


def read_world_countries(extent: Extent) -> dict[str, BaseGeometry]:
    """The outlines of the world's countries whose box meets an extent, by alpha-2 code; across the antimeridian west > east."""
    near = _meeting(_index("countries"), extent)
    return {about["iso_a2"]: area for country in near for about, area in _slice("countries", country)}


def read_world_basemap(extent: Extent) -> dict[str, gpd.GeoDataFrame]:
    """What lies under a map of an extent: ``countries``, ``admin1``, ``disputed`` and ``land``, as `read_basemap` has them.

    Fine within the extent and a margin; around it, as far as a page shows that is zoomed out, coarse. A country is one area of
    both, so that no edge is drawn where they meet. A fine part of too many vertices for a page is simplified.

    Args:
        extent: west, south, east, north in degrees; west > east means across the antimeridian.
    """
    near, far = _grown(extent, 0.25, _LEAST_MARGIN), _grown(extent, 1.5, _LEAST_AROUND)
    here = shapely.union_all(_boxes(near))
    whole = shapely.union_all(_boxes(far))
    if here.area > MOST_FINE_DEG2:
        here = shapely.union_all([])
    fine: dict[str, list[Feature]] = {"countries": [], "admin1": []}
    if not here.is_empty:
        fine = {"countries": _within(_near("countries", near), here), "admin1": _meeting_whole(_near("admin1", near), here)}
    simple = _simplified(fine)
    coarse = _within(_slice("coarse", "countries"), whole.difference(here))
    lines = [(f["properties"], line.intersection(whole)) for f, line in read_features("world/disputed.geojson")]
    disputed = [(about, line) for about, line in lines if not line.is_empty]
    land = shapely.union_all([_clipped(geometry, whole) for _, geometry in _slice("coarse", "nobody")])
    other = {"name": "Other land", "source": "OpenStreetMap (geo-maps 0.6.0, of 2017)"}
    found = {
        "countries": _joined([*simple["countries"], *coarse]),
        "admin1": simple["admin1"],
        "disputed": disputed,
        "land": [(other, land)] if not land.is_empty else [],
    }
    columns = {
        "countries": ("iso_a2", "iso_a3", "name", "disputed", "source"),
        "admin1": ("iso_3166_2", "name", "country", "disputed", "source"),
        "disputed": ("between", "note"),
        "land": ("name", "source"),
    }
    return {name: _table(found[name], columns[name]) for name in columns}


def _table(features: list[Feature], columns: tuple[str, ...]) -> gpd.GeoDataFrame:
    import geopandas as gpd  # whoever measures a point should not wait for it

    rows = {column: [about[column] for about, _ in features] for column in columns}
    return gpd.GeoDataFrame(rows, geometry=[geometry for _, geometry in features], crs="EPSG:4326")


def _near(file: str, extent: Extent) -> list[Feature]:
    """The features of the slices that may meet an extent."""
    return [feature for name in _meeting(_index(file), extent) for feature in _slice(file, name)]


def _meeting_whole(features: list[Feature], window: BaseGeometry) -> list[Feature]:
    """The features that meet a window, as a whole: what is cut off would have an edge there."""
    shapely.prepare(window)
    return [(about, area) for about, area in features if window.intersects(area)]


def _joined(features: list[Feature]) -> list[Feature]:
    """Features with those of one country as one, in the order of their codes."""
    parts: dict[str, list[BaseGeometry]] = {}
    for about, area in features:
        parts.setdefault(about["iso_a2"], []).append(area)
    abouts = {about["iso_a2"]: about for about, _ in reversed(features)}
    return [(abouts[code], shapely.union_all(parts[code])) for code in sorted(parts)]


def _within(features: list[Feature], window: BaseGeometry) -> list[Feature]:
    """What the features have in a window."""
    clipped = [(about, _clipped(area, window)) for about, area in features]
    return [(about, area) for about, area in clipped if not area.is_empty]


def _simplified(fine: Mapping[str, list[Feature]]) -> dict[str, list[Feature]]:
    """Countries and first-level areas simplified as one coverage until they have `MOST_VERTICES` at most together."""
    divided = {about["country"] for about, _ in fine["admin1"]}
    whole = [(about, area) for about, area in fine["countries"] if about["iso_a2"] not in divided]
    pieces, tolerance = [area for _, area in (*fine["admin1"], *whole)], 0.0
    count = int(shapely.get_num_coordinates([area for features in fine.values() for _, area in features]).sum())
    if count <= MOST_VERTICES:
        return dict(fine)
    while True:
        tolerance = 2 * tolerance or _STEP
        simple = list(shapely.coverage_simplify(pieces, tolerance))
        admin1 = [(about, area) for (about, _), area in zip(fine["admin1"], simple, strict=False)]
        countries = [
            (
                about,
                _united([a for other, a in admin1 if other["country"] == about["iso_a2"]])
                if about["iso_a2"] in divided
                else simple[len(admin1) + next(k for k, (other, _) in enumerate(whole) if other is about)],
            )
            for about, _ in fine["countries"]
        ]
        found = {"countries": countries, "admin1": admin1}
        count = int(shapely.get_num_coordinates([area for features in found.values() for _, area in features]).sum())
        if count <= MOST_VERTICES or tolerance > 1:
            return found


def _united(areas: list[BaseGeometry]) -> BaseGeometry:
    return shapely.coverage_union_all(areas)


def _clipped(geometry: BaseGeometry, window: BaseGeometry) -> BaseGeometry:
    """The polygons that an area has in a window; nothing of it where it only touches."""
    shapely.prepare(window)
    if window.contains(geometry):
        return geometry
    if not window.intersects(geometry):
        return shapely.union_all([])
    cut = geometry.intersection(window)
    return cut if cut.geom_type in ("Polygon", "MultiPolygon") else shapely.union_all(_polygons(cut))


def _polygons(geometry: BaseGeometry) -> list[BaseGeometry]:
    return [part for part in shapely.get_parts(shapely.get_parts(geometry)) if part.geom_type == "Polygon"]


def _grown(extent: Extent, share: float, least: float) -> Extent:
    """An extent with a share of its size more on each side, ``least`` degrees at least, and the whole circle at most."""
    west, south, east, north = extent
    width = (east - west) % 360 or (360 if east != west else 0)
    aside, up = max(share * width, least), max(share * (north - south), least)
    south, north = max(south - up, -90.0), min(north + up, 90.0)
    if width + 2 * aside >= 360:
        return -180.0, south, 180.0, north
    return (west - aside + 180) % 360 - 180, south, (east + aside + 180) % 360 - 180, north


def _boxes(extent: Extent) -> list[BaseGeometry]:
    """The extent as a box, or as one on each side of the antimeridian."""
    west, south, east, north = extent
    spans = [(west, east)] if west < east else [(west, 180.0), (-180.0, east)]
    return [shapely.box(left, south, right, north) for left, right in spans if left < right]


def _meeting(index: Mapping[str, list[list[float]]], extent: Extent) -> list[str]:
    """The slices of which a box meets an extent."""
    boxes = _boxes(extent)
    return [name for name, found in index.items() if any(b.intersects(shapely.box(*f)) for b in boxes for f in found)]


def _index(file: str) -> dict[str, list[list[float]]]:
    """Where the slices of a file lie: boxes by the slice's name."""
    return _read_index(*_version(file))


def _slice(file: str, name: str) -> list[Feature]:
    """The features of a slice."""
    return _read_slice(name, *_version(file))


def _version(file: str) -> tuple[Path, int]:
    found = path(f"world/{file}.geojson.zip")
    return found, found.stat().st_mtime_ns


@lru_cache(maxsize=8)
def _read_index(file: Path, _version: int) -> dict[str, list[list[float]]]:
    with zipfile.ZipFile(file) as packed:
        found: dict[str, list[list[float]]] = from_json(packed.read("index.json"))
    return found


@lru_cache(maxsize=64)
def _read_slice(name: str, file: Path, _version: int) -> list[Feature]:
    with zipfile.ZipFile(file) as packed:
        lines = packed.read(f"{name}.geojson").decode().splitlines()[1:-1]  # a feature each
    # Only the properties are read as JSON: GEOS reads the geometries, which are nearly all of it.
    halves = [line.rstrip(",").removesuffix("}").split(',"geometry":', 1) for line in lines]
    geometries = shapely.from_geojson([geometry for _, geometry in halves])
    return [(from_json(about + "}")["properties"], area) for (about, _), area in zip(halves, geometries, strict=True)]
