"""The hand-kept places read from their file, every record checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import shapely
from pydantic import TypeAdapter, ValidationError
from shapely.geometry.base import BaseGeometry

from geomap import project
from geomap.errors import DataError, Problem
from geomap.gazetteer.extract import EXTRACT
from geomap.gazetteer.gazetteer import Gazetteer
from geomap.gazetteer.place import Place
from geomap.gazetteer.spelling import folded
from geomap.geometry import are_within
from geomap.reading import read_rows
from geomap.vocabulary import SHORE_DEG

#: The columns of ``places.csv``; a doubt is only found when a name is looked up.
COLUMNS = tuple(field.name for field in fields(Place) if field.name != "doubt")


def read_gazetteer(
    places_csv: Path, areas: Mapping[str, BaseGeometry], *, extract_zip: Path | None = None, home: Iterable[str] = ()
) -> Gazetteer:
    """The gazetteer of a places file, every record checked, and of the extract, which is read when it is needed.

    Args:
        places_csv: see `Place` for the columns; ``spellings``, ``area`` and ``road`` are joined by ``;``.
        areas: geometry per key: "IR" for a country, "PK-BA" for a first-level area.
        extract_zip: the extract of GeoNames; the one that ships with geomap unless given.
        home: alpha-2 codes of the countries whose settlements are looked in, beside those of the places.

    Raises:
        DataError: every record that cannot be right, a line each.
    """
    bare = Gazetteer({}, areas, project.path(EXTRACT) if extract_zip is None else extract_zip, frozenset(home))
    return read_places_beside(bare, places_csv)


def read_places_beside(gazetteer: Gazetteer, places_csv: Path) -> Gazetteer:
    """A gazetteer with the places of a file beside those that it has; of two of one name it keeps its own.

    Raises as `read_gazetteer` does.
    """
    places, problems = _read(places_csv)
    new = [place for name, place in places.items() if name not in gazetteer.places]
    gazetteer = replace(
        gazetteer,
        places={**gazetteer.places, **{place.name: place for place in new}},
        home=gazetteer.home | {place.country for place in new if place.country},
    )
    found = [(place, *problem) for place in new for problem in wrong(place, gazetteer)]
    for place, at, said in (*found, *_shared(gazetteer)):
        problems.append(Problem(places_csv.name, f"{place.name}: {said}", (place.name, at)))
    if problems:
        raise DataError(*problems)
    return gazetteer


def read_places(places_csv: Path) -> dict[str, Place]:
    """The places of a file by name, each held against the rules by itself; none where there is no such file.

    Raises:
        DataError: every record that cannot be right, a line each.
    """
    places, problems = _read(places_csv)
    if problems:
        raise DataError(*problems)
    return places


def _read(places_csv: Path) -> tuple[dict[str, Place], list[Problem]]:
    """The places of a file by name, and what cannot be right of each by itself."""
    problems: list[Problem] = []
    places: dict[str, Place] = {}
    file = places_csv.name
    adapter = TypeAdapter(Place)
    rows = read_rows(places_csv, ("name", "level"), COLUMNS, filled=("name",)) if places_csv.is_file() else []
    for number, row in enumerate(rows, start=1):
        record: dict[str, Any] = {key: value for key, value in row.items() if value}
        for key in ("spellings", "area", "road"):
            if key in record:
                record[key] = tuple(filter(None, map(str.strip, record[key].split(";"))))
        try:
            place = adapter.validate_python(record)
        except ValidationError as error:
            problems += [
                Problem(
                    file,
                    f"{row['name']}: {'.'.join(map(str, e['loc']))} is {e.get('input')!r}; {e['msg']}",
                    (number, *e["loc"]),
                )
                for e in error.errors()
            ]
            continue
        if place.name in places:
            twice = f"{place.name}: the name stands twice; give each place a name of its own"
            problems.append(Problem(file, twice, (number, "name")))
        places[place.name] = place
    return places, problems


def _shared(gazetteer: Gazetteer) -> Iterator[tuple[Place, str, str]]:
    """Spellings of two places of one country: whoever writes one means neither, and `Gazetteer.find` takes the first.

    Each with the later place and its column.
    """
    owners: dict[tuple[str | None, str], Place] = {}
    for place in gazetteer.places.values():
        for field, said in (("name", place.name), *(("spellings", s) for s in place.spellings), ("local", place.local or "")):
            owner = owners.setdefault((place.country, folded(said).replace(" ", "")), place) if said else place
            if owner is not place:
                yield place, field, f"{field} has {said!r}, which is {owner.name}; give it to one place of a country only"


def wrong(place: Place, gazetteer: Gazetteer) -> list[tuple[str, str]]:
    """Every way in which a place cannot be right among the others, a sentence each with the column that is wrong."""
    found: list[tuple[str, str]] = []
    coordinates = (place.lon, place.lat, place.radius_m)
    if None in coordinates and coordinates != (None, None, None):
        empty = ("lon", "lat", "radius_m")[coordinates.index(None)]
        found.append((empty, f"lon, lat and radius_m go together, found {coordinates}; give all three or none"))
    if place.lon is not None and not (-180 <= place.lon <= 180 and -90 <= (place.lat or 0) <= 90):
        beyond = "lat" if -180 <= place.lon <= 180 else "lon"
        found.append((beyond, f"lon, lat is {place.lon}, {place.lat}; longitude comes first, in degrees"))
    if place.lon is not None and not place.source:
        found.append(("source", "source is empty; say who prints the coordinates"))
    if place.within and place.within not in gazetteer.places:
        found.append(("within", f"within is {place.within!r}, which is no place of the file"))
    if place in gazetteer.containers(place):
        found.append(("within", "within leads back to itself; name what holds it"))
    passed = [gazetteer.places.get(name) for name in place.road]
    if len(passed) == 1 or (place.lon is not None and passed):
        found.append(("road", f"road is {'; '.join(place.road)}; a road passes two places or more and has no point of its own"))
    for name, after in pairwise(place.road):
        if name == after:
            found.append(("road", f"road has {name!r} twice in a row; name each place once"))
    for name, other in zip(place.road, passed, strict=True):
        if other is None or other.lon is None:
            found.append(("road", f"road has {name!r}, which is no place of the file with a point"))
    holder = next((h for h in gazetteer.containers(place) if len(h.area) == 1 and h.area[0] in gazetteer.areas), None)
    # Shores are drawn to about a kilometre, and a town may stand on one.
    if holder and not found and _lies_off(place, gazetteer.areas[holder.area[0]]):
        found.append(("lon", f"lon, lat is {place.lon}, {place.lat}, which is not in {holder.name}; longitude comes first"))
    if not found:
        found += _wrong_country(place, gazetteer)
    found += [("area", f"area is {key!r}, which the basemap does not have") for key in place.area if key not in gazetteer.areas]
    return found


def _wrong_country(place: Place, gazetteer: Gazetteer) -> Iterator[tuple[str, str]]:
    """That its country is another than the one that it lies in, by its container or by its point."""
    holder = next((holder for holder in gazetteer.containers(place) if holder.country), None)
    outline = gazetteer.areas.get(place.country or "")
    if place.country and holder and holder.country != place.country:
        other = f"{holder.name}, which holds it, has {holder.country!r}"
        yield "country", f"country is {place.country!r}, but {other}; correct one"
    elif outline is not None and _lies_off(place, outline):
        yield "country", f"country is {place.country!r}, but lon, lat {place.lon}, {place.lat} is not in it; correct one"
    elif outline is not None and None in (place.lon, place.lat):
        areas = [gazetteer.areas[key] for key in place.area if key in gazetteer.areas]
        if areas and not any(are_within(outline, area.representative_point(), SHORE_DEG) for area in areas):
            yield "area", f"area is {';'.join(place.area)!r}, which does not lie in the country {place.country!r}; correct one"


def _lies_off(place: Place, area: BaseGeometry) -> bool:
    """Whether a place has a point, and that is not in an area."""
    point = None if place.lon is None or place.lat is None else shapely.Point(place.lon, place.lat)
    return point is not None and not are_within(area, point, SHORE_DEG)
