"""What a person corrected on the map: an incident's point or days, with who did it, when and why.

A correction replaces the best reading, never an account: each account keeps its own region, and what was changed shows as a
difference. It is held against what it replaced, so that it cannot outlive a change of the sources unseen.
"""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from pydantic import ConfigDict, TypeAdapter, ValidationError
from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

from geomap.errors import DataError, Problem
from geomap.geometry import GEOD, area_of, fineness, narrow
from geomap.model import Difference, Incident, Region, Version
from geomap.reading import read_text, read_toml, toml_text, write_as
from geomap.vocabulary import MOST_RADIUS_M, SHORE_DEG, Level

#: Degrees: a point that is nearer to another than this is the same point.
SAME = 1.5e-6
#: A region reaches into a first-level area with more than this part of itself.
REACHES = 1e-3


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """A point, and how far from it the incident may lie."""

    lon: float  #: degrees east
    lat: float  #: degrees north
    radius_km: float | None = None  #: None in what was replaced

    def __post_init__(self) -> None:
        if not (-180 <= self.lon <= 180 and -90 <= self.lat <= 90):
            raise ValueError(f"lon is within 180 and lat within 90 degrees, found {self.lon}, {self.lat}")
        if self.radius_km is not None and not 0 < self.radius_km <= MOST_RADIUS_M / 1000:
            raise ValueError(f"a radius is more than 0 and at most {MOST_RADIUS_M / 1000:g} km, found {self.radius_km}")

    def same(self, other: Pin | None) -> bool:
        """Whether the points are one, whatever their radii."""
        return other is not None and abs(self.lon - other.lon) < SAME and abs(self.lat - other.lat) < SAME


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One field of one incident: what it was, what it is now, who says so, when and why. None is an open end or no point."""

    incident: str
    field: Literal["point", "first_day", "last_day"]
    by: str  #: who
    on: dt.date  #: when
    reason: str  #: why
    was: Pin | dt.date | None = None
    now: Pin | dt.date | None = None

    def __post_init__(self) -> None:
        for text in (self.incident, self.by, self.reason):
            if not text.isprintable() and any(unicodedata.category(sign) == "Cs" for sign in text):
                raise ValueError(f"{text!a} is not text in UTF-8; write it in UTF-8")
        wanted = Pin if self.field == "point" else dt.date
        for value in (self.was, self.now):
            if value is not None and not isinstance(value, wanted):
                raise ValueError(f"{self.field} takes a {'point' if wanted is Pin else 'day'}, found {value}")
        if isinstance(self.now, Pin) and self.now.radius_km is None:
            raise ValueError("a point needs radius_km: how far from it the incident may lie")
        if self.field == "point" and self.now is None:
            raise ValueError("a point cannot be taken away, only moved")


_HEAD = "# What people corrected on the map: each record with what it was, what it is now, who says so, when and why."
_FILE = TypeAdapter(tuple[Correction, ...], config=ConfigDict(extra="forbid"))


def read_corrections(path: Path) -> tuple[Correction, ...]:
    """The corrections of a file, in its order; none where there is no file.

    Raises:
        DataError: what cannot be right, a line each.
    """
    if not path.is_file():
        return ()
    try:
        return _FILE.validate_python(read_toml(path, "corrections").get("corrections", []))
    except ValidationError as error:
        raise DataError(*_sentences(path.name, error)) from error


def write_corrections(path: Path, corrections: Iterable[Correction]) -> None:
    """Add corrections to the end of a file, which is made where there is none; in a folder of `geomap.project.replacing`."""
    before = read_text(path).replace("\r\n", "\n").rstrip() if path.is_file() else _HEAD
    write_as(path, path, f"{before}\n\n{corrections_text(corrections)}")


def corrections_text(corrections: Iterable[Correction]) -> str:
    """The corrections as TOML, to stand at the end of the file."""
    return "\n".join(_record(correction) for correction in corrections)


def corrected(
    incidents: Sequence[Incident], corrections: Sequence[Correction], areas: Mapping[str, BaseGeometry]
) -> tuple[Incident, ...]:
    """The incidents with the corrections made, one after the other.

    Args:
        incidents: as the sources have them.
        corrections: in the order in which they were made.
        areas: countries and first-level areas by their ISO 3166 codes.

    Raises:
        DataError: a correction names no incident, replaces something else than there is, or puts a point into none of the
            countries that the accounts name; a line each.
    """
    found = {incident.id: incident for incident in incidents}
    problems = []
    for n, correction in enumerate(corrections):
        incident = found.get(correction.incident)
        try:
            if incident is None:
                raise ValueError("there is no such incident; use the id of one")
            found[correction.incident] = _corrected(incident, correction, areas)
        except ValueError as error:
            said = f"{correction.incident}: {correction.field}: {error}"
            problems.append(Problem("corrections.toml", said, ("corrections", n, "incident" if incident is None else "was")))
    if problems:
        raise DataError(*problems)
    return tuple(found[incident.id] for incident in incidents)


def pin_of(incident: Incident) -> Pin | None:
    """The incident's point as the sources or earlier corrections have it."""
    region = incident.region
    return Pin(lon=region.point[0], lat=region.point[1]) if region.located and region.point else None


def country_of(pin: Pin, named: Collection[str], areas: Mapping[str, BaseGeometry]) -> str | None:
    """Which of the named countries a point lies in; off the coast, whose shore is near it.

    Args:
        pin: the point.
        named: ISO 3166-1 alpha-2 codes of the countries that the accounts of an incident name.
        areas: as `corrected` takes them.

    Returns:
        The country's code; None where it cannot be told, since no country is named or not all of these are drawn.

    Raises:
        ValueError: the point lies in none of them.
    """
    point = Point(pin.lon, pin.lat)
    drawn = [code for code in sorted(named) if code in areas]
    holders = [code for code, area in areas.items() if "-" not in code and area.covers(point)]
    near = drawn if not holders else [code for code in drawn if code in holders]
    if near and areas[nearest := min(near, key=lambda code: areas[code].distance(point))].distance(point) <= SHORE_DEG:
        return nearest
    if drawn and len(drawn) == len(named):
        raise ValueError(f"{_said(pin)} lies in no country that the accounts name ({', '.join(drawn)}); put the point there")
    return None


def _corrected(incident: Incident, correction: Correction, areas: Mapping[str, BaseGeometry]) -> Incident:
    now = correction.now
    if isinstance(now, Pin):
        there = pin_of(incident)
        if incident.sites:
            raise ValueError(
                "it hit several sites, so no one point is its own; correct the places of its accounts, or remove the record"
            )
        if not (correction.was is None if there is None else isinstance(correction.was, Pin) and there.same(correction.was)):
            raise ValueError(
                f"the sources now give {_said(there)}, not {_said(correction.was)}; look again, or remove the record"
            )
        why = f": {correction.reason}" if correction.reason.strip() else ""
        reason = f"{correction.by} moved it from {_said(there)} on {correction.on}{why}"
        region = _moved(incident, now, f"{now.radius_km:g} km around {_said(now)}; {reason}", areas)
        return replace(incident, region=region, region_reason=reason, differences=_told(incident, correction))
    was = incident.days.first if correction.field == "first_day" else incident.days.last
    if was != correction.was:
        raise ValueError(f"the sources now give {_said(was)}, not {_said(correction.was)}; look again, or remove the record")
    first, last = (now, incident.days.last) if correction.field == "first_day" else (incident.days.first, now)
    return replace(incident, days=replace(incident.days, first=first, last=last), differences=_told(incident, correction))


def _moved(incident: Incident, pin: Pin, method: str, areas: Mapping[str, BaseGeometry]) -> Region:
    """A disc around the point, as far as it lies in its country, named as the region that it replaces.

    Province and district stay where the point is still in them. A point in another country that an account names takes what the
    finest account there says.
    """
    regions = [r for r in (incident.region, *incident.regions.values()) if r.located]
    country = country_of(pin, {r.country for r in regions if r.country}, areas)
    old = _replaced(regions, country, pin)
    radius_km = pin.radius_km or 0.0
    level: Level = "site" if radius_km <= 1 else "settlement" if radius_km <= 10 else "district"
    said = [claim.place.value[0] for claim in incident.claims if claim.place]
    region = Region(
        geometry=Point(pin.lon, pin.lat),
        radius_m=radius_km * 1000,
        point=(pin.lon, pin.lat),
        name=old.name if old else said[0] if said else incident.title,
        level=old.level if old and old.level in ("site", "settlement", "district") else level,
        method=method,
        sources=old.sources if old else (),
        country=old.country if old else country,
        province=old.province if old and _same_province(old, pin, areas) else None,
        district=old.district if old and any(r.district == old.district and _reaches(r, pin) for r in regions) else None,
    )
    cut = narrow(region, areas[country], "as far as it lies in its country") if country else None
    # A point off the shore would be cut away: it keeps its disc.
    return cut if cut and cut.radius_m is None and cut.point else region


def _replaced(regions: Sequence[Region], country: str | None, pin: Pin) -> Region | None:
    """Of the best reading and then the accounts' regions, the first in the point's country; if that is not known, around it."""
    ordered = (*regions[:1], *sorted(regions[1:], key=fineness))
    return next((r for r in ordered if (r.country == country if country else _reaches(r, pin))), None)


def _same_province(old: Region, pin: Pin, areas: Mapping[str, BaseGeometry]) -> bool:
    """Whether a point lies in a first-level area that its region lies in, too."""
    point, own = Point(pin.lon, pin.lat), area_of(old)
    holders = [area for code, area in areas.items() if code.startswith(f"{old.country}-") and area.covers(point)]
    return any(area.intersection(own).area > REACHES * own.area for area in holders)


def _reaches(old: Region, pin: Pin) -> bool:
    """Whether a point is in its region, or no farther from its point than twice the radius: which end of a town it is."""
    if area_of(old).covers(Point(pin.lon, pin.lat)):
        return True
    return old.point is not None and GEOD.inv(*old.point, pin.lon, pin.lat)[2] <= 2 * (old.radius_m or 0.0)


def _told(incident: Incident, correction: Correction) -> tuple[Difference, ...]:
    versions = (
        Version(says=_said(correction.was), claims=tuple(claim.id for claim in incident.claims)),
        Version(says=f"{_said(correction.now)}, corrected by {correction.by} on {correction.on}", claims=()),
    )
    field = f"corrected {correction.field.replace('_', ' ')}"
    return (*incident.differences, Difference(field=field, versions=versions, better=None, reason=correction.reason))


def _said(value: Pin | dt.date | None) -> str:
    if isinstance(value, Pin):
        return f"lon {value.lon:g}, lat {value.lat:g}"
    return "nothing" if value is None else str(value)


def _record(correction: Correction) -> str:
    lines = ["[[corrections]]", f"incident = {toml_text(correction.incident)}", f"field = {toml_text(correction.field)}"]
    for key, value in (("was", correction.was), ("now", correction.now)):
        if isinstance(value, Pin):
            radius = "" if value.radius_km is None else f", radius_km = {float(value.radius_km)}"
            lines.append(f"{key} = {{ lon = {float(value.lon)}, lat = {float(value.lat)}{radius} }}")
        elif value is not None:
            lines.append(f"{key} = {value.isoformat()}")
    lines += [f"by = {toml_text(correction.by)}", f"on = {correction.on.isoformat()}"]
    return "\n".join([*lines, f"reason = {toml_text(correction.reason)}", ""])


def _sentences(file: str, error: ValidationError) -> Iterator[Problem]:
    for problem in error.errors():
        number, *where = problem["loc"] or (0,)
        way = [part for part in where if part not in ("Pin", "date")]
        said = f"{'.'.join(map(str, way)) or 'record'}: {problem['msg']}, found {problem['input']!r}"
        unknown = problem["type"] == "unexpected_keyword_argument"
        yield Problem(file, f"correction {int(number) + 1}: {said}", ("corrections", number, *way), key=unknown)
