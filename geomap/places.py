"""A name in its context becomes a region, or stays unlocated with its reason.

The gazetteer is `geodata/places.csv`, kept by hand: only coordinates that a source prints. A place without coordinates is what
the sources say of it: a stretch of border inside its district, or no more than the area that holds it.
"""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

import shapely
from pydantic import TypeAdapter, ValidationError
from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

from geomap.errors import DataError
from geomap.model import Claim, Level, Region, Statement, Unlocated
from geomap.regions import ALONG_M, NEAR_M, area_of, disc, narrow, polygons, ring, tolerance_m


class Banded(Protocol):
    """What is asked of a border here: the area within a distance of it."""

    id: str

    def band(self, distance_m: float) -> BaseGeometry:
        """The points within ``distance_m`` metres of the border, both sides."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A record of the gazetteer.

    It is a disc (``lon``, ``lat``, ``radius_m``), one or more named areas (``area``: keys of the basemap), a stretch along a
    border inside its container (``along``), or, with none of these, no finer than its container (``within``).
    """

    name: str
    level: Level
    country: str | None = None
    within: str | None = None
    spellings: tuple[str, ...] = ()
    local: str | None = None
    lon: float | None = None
    lat: float | None = None
    radius_m: float | None = None
    geonames_id: int | None = None
    area: tuple[str, ...] = ()
    along: str | None = None
    source: str | None = None
    note: str | None = None


def folded(name: str) -> str:
    """A name without case, Latin diacritics, quotes, dashes and doubled spaces, for comparing spellings.

    >>> folded("Sham‘ Sar"), folded("Rāsk"), folded("Sistan-Baluchestan")
    ('sham sar', 'rask', 'sistan baluchestan')
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return " ".join("".join(c if c.isalnum() else "" if c in "'’‘`ʻʼ" else " " for c in plain).split())


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Places by name, and the named areas they refer to."""

    places: Mapping[str, Place]
    areas: Mapping[str, BaseGeometry]

    def find(self, name: str) -> Place | None:
        """The place that is so named or so spelled."""
        wanted = folded(name)
        return next((p for p in self.places.values() if wanted in map(folded, (p.name, *p.spellings)) or name == p.local), None)

    def containers(self, place: Place) -> tuple[Place, ...]:
        """What holds a place, finest first."""
        found: list[Place] = []
        while place.within and (holder := self.places.get(place.within)) and holder not in found:
            found.append(holder)
            place = holder
        return tuple(found)


def read_gazetteer(places_csv: Path, areas: Mapping[str, BaseGeometry]) -> Gazetteer:
    """The gazetteer of a places file, every record checked.

    Args:
        places_csv: see `Place` for the columns; ``spellings`` and ``area`` are joined by ``;``.
        areas: geometry per key: "IR" for a country, "PK-BA" for a first-level area.

    Raises:
        DataError: every record that cannot be right, a line each.
    """
    problems: list[str] = []
    places: dict[str, Place] = {}
    adapter = TypeAdapter(Place)
    with places_csv.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            record: dict[str, Any] = {key: value for key, value in row.items() if value}
            for key in ("spellings", "area"):
                if key in record:
                    record[key] = tuple(record[key].split(";"))
            try:
                place = adapter.validate_python(record)
            except ValidationError as error:
                problems += [
                    f"{places_csv.name}: {row['name']}: {'.'.join(map(str, e['loc']))} is {e.get('input')!r}; {e['msg']}"
                    for e in error.errors()
                ]
                continue
            if place.name in places:
                problems.append(f"{places_csv.name}: {place.name}: the name stands twice; give each place a name of its own")
            places[place.name] = place
    gazetteer = Gazetteer(places, areas)
    problems += [f"{places_csv.name}: {problem}" for place in places.values() for problem in _problems(place, gazetteer)]
    if problems:
        raise DataError("\n".join(problems))
    return gazetteer


def _problems(place: Place, gazetteer: Gazetteer) -> list[str]:
    found = []
    coordinates = (place.lon, place.lat, place.radius_m)
    if None in coordinates and coordinates != (None, None, None):
        found.append(f"{place.name}: lon, lat and radius_m go together, found {coordinates}; give all three or none")
    if place.lon is not None and not (-180 <= place.lon <= 180 and -90 <= (place.lat or 0) <= 90):
        found.append(f"{place.name}: lon, lat is {place.lon}, {place.lat}; longitude comes first, in degrees")
    if place.lon is not None and not place.source:
        found.append(f"{place.name}: source is empty; say who prints the coordinates")
    if place.within and place.within not in gazetteer.places:
        found.append(f"{place.name}: within is {place.within!r}, which is no place of the file")
    found += [
        f"{place.name}: area is {key!r}, which the basemap does not have" for key in place.area if key not in gazetteer.areas
    ]
    return found


def locate(path: tuple[str, ...], gazetteer: Gazetteer, border: Banded) -> Region | Unlocated:
    """The region of a place, named with what holds it.

    Args:
        path: names, finest first: ``("Lyari", "Karachi")``.
        gazetteer: where the names are looked up.
        border: for places that lie along it.

    Returns:
        The region of the finest name; or of the finest container that has one, where no source prints coordinates; or
        `Unlocated` with the reason and the candidates refused.
    """
    name, *holders = path
    place = gazetteer.find(name)
    if place is None:
        return Unlocated(reason=f"{name} is not in the gazetteer", refused=())
    containers = gazetteer.containers(place)
    for holder in holders:
        known = gazetteer.find(holder)
        if known is not None and known not in containers and place not in gazetteer.containers(known):
            described = f"{place.name} ({', '.join(c.name for c in containers)})"
            return Unlocated(reason=f"the {place.name} of the gazetteer is not in {known.name}", refused=(described,))
    region = _own_region(place, gazetteer, border)
    if region is not None:
        return region
    if holders:
        held = locate(tuple(holders), gazetteer, border)
    elif place.within:
        held = locate((place.within,), gazetteer, border)
    else:
        return Unlocated(reason=place.note or f"no source prints coordinates or an area for {place.name}")
    if isinstance(held, Unlocated):
        return held
    method = f"no source prints a point for {place.name}; {held.method}"
    return replace(held, name=place.name, method=method, point=None)


def _own_region(place: Place, gazetteer: Gazetteer, border: Banded) -> Region | None:
    holders = (place, *gazetteer.containers(place))
    named = {level: next((h.name for h in holders if h.level == level), None) for level in ("district", "province")}
    common: dict[str, Any] = dict(
        name=place.name, level=place.level, country=place.country, sources=(place.source,) if place.source else (), **named
    )
    land = next((_union(h, gazetteer) for h in holders if h.area), None)
    if place.area and land is not None:
        return Region(geometry=land, method=f"the area of {place.name}", **common)
    if place.lon is not None and place.lat is not None and place.radius_m is not None:
        return _disc(place, land, common)
    if place.along == border.id and place.within:
        return _stretch(place, gazetteer, border, common)
    return None


def _union(place: Place, gazetteer: Gazetteer) -> BaseGeometry:
    areas = [gazetteer.areas[key] for key in place.area]
    return areas[0] if len(areas) == 1 else polygons(shapely.union_all(areas))


def _disc(place: Place, land: BaseGeometry | None, common: Mapping[str, Any]) -> Region:
    point = (place.lon or 0.0, place.lat or 0.0)
    region = Region(
        geometry=Point(point),
        radius_m=place.radius_m,
        point=point,
        method=f"{(place.radius_m or 0) / 1000:g} km around the point of {place.name}",
        **common,
    )
    if land is None:
        return region
    cut = narrow(region, land, "as far as it lies in its country or province")
    return region if cut is None or cut.radius_m is not None else cut


def _stretch(place: Place, gazetteer: Gazetteer, border: Banded, common: Mapping[str, Any]) -> Region | None:
    held = locate((place.within or "",), gazetteer, border)
    if isinstance(held, Unlocated):
        return None
    strip = narrow(held, border.band(ALONG_M), "along the border")
    if strip is None:
        return None
    method = f"the strip of {held.name} within {ALONG_M / 1000:g} km of the border"
    # Finer than its district, but no point: a made-up one would be a claim that nobody makes.
    return replace(strip, **{**common, "level": "district", "method": method, "point": None})


def locate_claim(claim: Claim, gazetteer: Gazetteer, border: Banded) -> Region | Unlocated:
    """The region that one account allows: its place, narrowed by what it says about where that lies.

    "Border town" and "across" do not narrow: they are checked against the map, not believed.
    """
    base: Region | Unlocated
    base = locate(claim.place.value, gazetteer, border) if claim.place else Unlocated(reason="the account names no place")
    for said in claim.statements:
        area, words = _area(said.value, gazetteer, border)
        if area is None:
            continue
        if isinstance(base, Unlocated):
            base = Region(geometry=polygons(area), name="the border area", level="province", method=words, sources=(claim.article,))
            continue
        left = narrow(base, area, words)
        if left is None:
            return Unlocated(reason=f"nothing of {base.name} is {words}", refused=(base.name,))
        base = replace(left, level="district") if said.value.relation == "distance" and base.level == "province" else left
    return base


def _area(statement: Statement, gazetteer: Gazetteer, border: Banded) -> tuple[BaseGeometry | None, str]:
    """The area where a statement holds, with its words; None for one that does not narrow."""
    match statement.relation:
        case "near" if statement.of == border.id:
            return border.band(NEAR_M), f"within {NEAR_M / 1000:g} km of the border (said to be near it)"
        case "along" if statement.of == border.id:
            return border.band(ALONG_M), f"within {ALONG_M / 1000:g} km of the border (said to lie along it)"
        case "distance" if statement.distance_m is not None:
            return _at_distance(statement, statement.distance_m, gazetteer, border)
    return None, ""


def _at_distance(
    statement: Statement, distance_m: float, gazetteer: Gazetteer, border: Banded
) -> tuple[BaseGeometry | None, str]:
    give_m = tolerance_m(distance_m, about=statement.about)
    words = f"{distance_m / 1000:g} ± {give_m / 1000:g} km in a straight line from "
    if statement.of == border.id:
        return border.band(distance_m + give_m).difference(border.band(distance_m - give_m)), words + "the border"
    place = gazetteer.find(statement.of)
    if place is None or place.lon is None or place.lat is None:
        return None, ""
    return ring(place.lon, place.lat, distance_m - give_m, distance_m + give_m), words + place.name


__all__ = ["Gazetteer", "Place", "area_of", "disc", "folded", "locate", "locate_claim", "read_gazetteer"]
