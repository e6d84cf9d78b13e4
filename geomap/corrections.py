"""What a person corrected on the map: an incident's point or days, with who did it, when and why.

A correction replaces the best reading, never an account: each account keeps its own region, and what was changed shows as a
difference. It is held against what it replaced, so that it cannot outlive a change of the sources unseen.
"""

from __future__ import annotations

import datetime as dt
import json
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from pydantic import ConfigDict, TypeAdapter, ValidationError
from shapely.geometry import Point

from geomap.errors import DataError
from geomap.model import Account, Difference, Incident, Level, Region
from geomap.regions import GEOD, area_of

#: Degrees: a point that is nearer to another than this is the same point.
SAME = 1.5e-6


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """A point, and how far from it the incident may lie."""

    lon: float
    lat: float
    radius_km: float | None = None

    def __post_init__(self) -> None:
        if not (-180 <= self.lon <= 180 and -90 <= self.lat <= 90):
            raise ValueError(f"lon is within 180 and lat within 90 degrees, found {self.lon}, {self.lat}")
        if self.radius_km is not None and self.radius_km <= 0:
            raise ValueError(f"a radius is more than 0 km, found {self.radius_km}")

    def same(self, other: Pin | None) -> bool:
        """Whether the points are one, whatever their radii."""
        return other is not None and abs(self.lon - other.lon) < SAME and abs(self.lat - other.lat) < SAME


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One field of one incident: what it was, what it is now, who says so, when and why. None is an open end or no point."""

    incident: str
    field: Literal["point", "first_day", "last_day"]
    by: str
    on: dt.date
    reason: str
    was: Pin | dt.date | None = None
    now: Pin | dt.date | None = None

    def __post_init__(self) -> None:
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
        records = tomllib.loads(path.read_text(encoding="utf-8")).get("corrections", [])
        return _FILE.validate_python(records)
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"{path.name}: {error}; write it as TOML") from error
    except ValidationError as error:
        raise DataError("\n".join(_sentences(path.name, error))) from error


def write_corrections(path: Path, corrections: Iterable[Correction]) -> None:
    """Add corrections to the end of a file, which is made where there is none."""
    before = path.read_text(encoding="utf-8").rstrip() if path.is_file() else _HEAD
    path.write_text(f"{before}\n\n{corrections_text(corrections)}", encoding="utf-8", newline="\n")


def corrections_text(corrections: Iterable[Correction]) -> str:
    """The corrections as TOML, to stand at the end of the file."""
    return "\n".join(_record(correction) for correction in corrections)


def corrected(incidents: Sequence[Incident], corrections: Sequence[Correction]) -> tuple[Incident, ...]:
    """The incidents with the corrections made, one after the other.

    Raises:
        DataError: a correction names no incident, or replaces something else than there is; a line each.
    """
    found = {incident.id: incident for incident in incidents}
    problems = []
    for correction in corrections:
        incident = found.get(correction.incident)
        try:
            if incident is None:
                raise ValueError("there is no such incident; use the id of one")
            found[correction.incident] = _corrected(incident, correction)
        except ValueError as error:
            problems.append(f"corrections.toml: {correction.incident}: {correction.field}: {error}")
    if problems:
        raise DataError("\n".join(problems))
    return tuple(found[incident.id] for incident in incidents)


def pin_of(incident: Incident) -> Pin | None:
    """The incident's point as the sources or earlier corrections have it."""
    region = incident.region
    return Pin(lon=region.point[0], lat=region.point[1]) if isinstance(region, Region) and region.point else None


def _corrected(incident: Incident, correction: Correction) -> Incident:
    now = correction.now
    if isinstance(now, Pin):
        there = pin_of(incident)
        if not (correction.was is None if there is None else isinstance(correction.was, Pin) and there.same(correction.was)):
            raise ValueError(
                f"the sources now give {_said(there)}, not {_said(correction.was)}; look again, or remove the record"
            )
        reason = f"{correction.by} moved it from {_said(there)} on {correction.on}: {correction.reason}"
        return replace(
            incident, region=_moved(incident, now, reason), region_reason=reason, differences=_told(incident, correction)
        )
    was = incident.days.first if correction.field == "first_day" else incident.days.last
    if was != correction.was:
        raise ValueError(f"the sources now give {_said(was)}, not {_said(correction.was)}; look again, or remove the record")
    first, last = (now, incident.days.last) if correction.field == "first_day" else (incident.days.first, now)
    return replace(incident, days=replace(incident.days, first=first, last=last), differences=_told(incident, correction))


def _moved(incident: Incident, pin: Pin, method: str) -> Region:
    """A disc around the point; what the sources say of country, province and name stays only where the point stays inside."""
    old, radius_km = incident.region, pin.radius_km or 0.0
    level: Level = "site" if radius_km <= 1 else "settlement" if radius_km <= 10 else "district"
    disc = {"geometry": Point(pin.lon, pin.lat), "radius_m": radius_km * 1000, "point": (pin.lon, pin.lat)}
    if isinstance(old, Region):
        kept: Level = old.level if old.level in ("site", "settlement", "district") else level
        within = area_of(old).covers(Point(pin.lon, pin.lat)) or _near(old, pin)
        held = {} if within else {"name": "a corrected point", "country": None, "province": None, "district": None}
        return replace(old, **{**disc, **held}, level=kept, method=method)
    names = [claim.place.value[0] for claim in incident.claims if claim.place]
    return Region(**disc, name=names[0] if names else incident.title, level=level, method=method, sources=())


def _near(old: Region, pin: Pin) -> bool:
    """Whether a point is moved no farther than its region reaches: a town's point may stand at the other end of it."""
    return old.point is not None and GEOD.inv(*old.point, pin.lon, pin.lat)[2] <= 2 * (old.radius_m or 0.0)


def _told(incident: Incident, correction: Correction) -> tuple[Difference, ...]:
    accounts = (
        Account(says=_said(correction.was), claims=tuple(claim.id for claim in incident.claims)),
        Account(says=f"{_said(correction.now)}, corrected by {correction.by} on {correction.on}", claims=()),
    )
    field = f"corrected {correction.field.replace('_', ' ')}"
    return (*incident.differences, Difference(field=field, accounts=accounts, better=None, reason=correction.reason))


def _said(value: Pin | dt.date | None) -> str:
    if isinstance(value, Pin):
        return f"lon {value.lon:g}, lat {value.lat:g}"
    return "nothing" if value is None else str(value)


def _record(correction: Correction) -> str:
    lines = ["[[corrections]]", f"incident = {_quoted(correction.incident)}", f"field = {_quoted(correction.field)}"]
    for key, value in (("was", correction.was), ("now", correction.now)):
        if isinstance(value, Pin):
            radius = "" if value.radius_km is None else f", radius_km = {float(value.radius_km)}"
            lines.append(f"{key} = {{ lon = {float(value.lon)}, lat = {float(value.lat)}{radius} }}")
        elif value is not None:
            lines.append(f"{key} = {value.isoformat()}")
    lines += [f"by = {_quoted(correction.by)}", f"on = {correction.on.isoformat()}"]
    return "\n".join([*lines, f"reason = {_quoted(correction.reason)}", ""])


def _quoted(text: str) -> str:
    """A text as TOML's basic string, which is JSON's but for one character."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _sentences(file: str, error: ValidationError) -> Iterator[str]:
    for problem in error.errors():
        number, *where = problem["loc"]
        place = ".".join(str(part) for part in where if part not in ("Pin", "date"))
        yield f"{file}: correction {int(number) + 1}: {place or 'record'}: {problem['msg']}, found {problem['input']!r}"


__all__ = ["Correction", "Pin", "corrected", "corrections_text", "pin_of", "read_corrections", "write_corrections"]
