"""The incidents in the columns and codes of ACLED and of UCDP GED, so that they join what analysts already use.

What cannot be mapped is said, one sentence each, and left empty: no code is made up, no point is put where we have none, and an
unknown number of dead is not 0. Codes after the ACLED Codebook (2023) and the UCDP GED Codebook 24.1.
"""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from io import StringIO
from math import inf
from typing import Any

from geomap.export.csv import safe_cell
from geomap.layers import Layers, records

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Crosswalk:
    """Rows in another schema's columns, and what they could not take along."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    unmapped: tuple[str, ...]

    def csv(self) -> str:
        """The rows as CSV, safe from formulas."""
        buffer = StringIO()
        writer = csv.writer(buffer, lineterminator="\r\n")
        writer.writerow(self.columns)
        writer.writerows([safe_cell(row.get(column)) for column in self.columns] for row in self.rows)
        return buffer.getvalue()


ACLED = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type", "actor1",
    "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting", "iso", "region",
    "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision", "source", "source_scale",
    "notes", "fatalities", "tags", "timestamp",
)  # fmt: skip
UCDP_GED = (
    "id", "relid", "year", "code_status", "type_of_violence", "conflict_new_id", "conflict_name", "dyad_new_id", "dyad_name",
    "side_a_new_id", "side_a", "side_b_new_id", "side_b", "number_of_sources", "source_article", "where_prec",
    "where_coordinates", "where_description", "adm_1", "adm_2", "latitude", "longitude", "geom_wkt", "priogrid_gid", "country",
    "country_id", "region", "event_clarity", "date_prec", "date_start", "date_end", "deaths_a", "deaths_b",
    "deaths_civilians", "deaths_unknown", "best", "high", "low",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Country:
    name: str
    iso: int  #: ISO 3166-1 numeric
    acled_region: str
    gw: int  #: Gleditsch and Ward's number
    ucdp_name: str
    ucdp_region: str


_COUNTRIES = {
    "AF": _Country("Afghanistan", 4, "South Asia", 700, "Afghanistan", "Asia"),
    "IN": _Country("India", 356, "South Asia", 750, "India", "Asia"),
    "IQ": _Country("Iraq", 368, "Middle East", 645, "Iraq", "Middle East"),
    "IR": _Country("Iran", 364, "Middle East", 630, "Iran", "Middle East"),
    "PK": _Country("Pakistan", 586, "South Asia", 770, "Pakistan", "Asia"),
    "SY": _Country("Syria", 760, "Middle East", 652, "Syria", "Middle East"),
}
_DISORDER = {
    "Battles": "Political violence",
    "Explosions/Remote violence": "Political violence",
    "Violence against civilians": "Political violence",
    "Protests": "Demonstrations",
    "Strategic developments": "Strategic developments",
    "Excessive force against protesters": "Political violence; Demonstrations",
    "Mob violence": "Political violence",
    "Violent demonstration": "Demonstrations",
}
#: A state's side may be its forces or a militia of its: that is not recorded, so no code.
_INTER = {
    "Baloch separatists": "Rebel group",
    "Jaish al-Adl": "Rebel group",
    "Islamic State": "Rebel group",
    "Protesters": "Protesters",
}
_MONTH = 31  # days
_TOWN_KM = 15.0  # the radius of the largest town here


def to_acled(layers: Layers) -> Crosswalk:
    """The incidents as ACLED writes events.

    ``event_date`` of a week or month is its middle, as ACLED's codebook asks, with ``time_precision`` 2 or 3. ``fatalities`` is
    the fewest over all accounts. ``event_id_cnty`` is our own id.
    """
    unmapped = ["every incident: tags, timestamp, source_scale, assoc_actor_1, assoc_actor_2, admin3: not recorded here"]
    rows = []
    for incident in _incidents(layers):
        name, country = incident["id"], _COUNTRIES.get(incident["country"])
        day, precision = _middle(incident)
        actors = (incident["actors"] or "").split("; ")
        row: Row = {
            "event_id_cnty": name,
            "event_date": day and day.isoformat(),
            "year": day and day.year,
            "time_precision": precision,
            "disorder_type": _DISORDER.get(incident["sub_event_type"], _DISORDER.get(incident["event_type"])),
            "event_type": incident["event_type"],
            "sub_event_type": incident["sub_event_type"],
            "actor1": actors[0] or None,
            "inter1": _INTER.get(incident["side"]),
            "iso": country and country.iso,
            "region": country and country.acled_region,
            "country": country and country.name,
            "admin1": incident["province"],
            "admin2": incident["district"],
            "location": incident["place"],
            "latitude": incident["latitude"],
            "longitude": incident["longitude"],
            "geo_precision": _acled_place(incident),
            "source": incident["sources"],
            "notes": incident["title"],
            "fatalities": incident["killed_min"],
        }
        rows.append(row)
        unmapped += _missing(
            name,
            {
                "event_date": (day, f"ACLED wants a day within a month, we have: {incident['when']}"),
                "inter1": (row["inter1"], f"no code for the side {incident['side']}"),
                "iso": (country, f"no code for the country {incident['country']}"),
                "latitude": (row["latitude"], f"no point: {incident['no_pin']}"),
                "geo_precision": (row["geo_precision"], f"no code for the level {incident['level']}"),
                "fatalities": (row["fatalities"], "no account says; ACLED would write 0"),
            },
        )
        unmapped += _also(name, "actor1", actors[1:], "further actors")
        unmapped += _also(name, "actor2", [incident["target"]] if incident["target"] else [], "target, in the accounts' words")
        if incident["killed_max"] != incident["killed_min"]:
            unmapped.append(f"{name}: fatalities: ACLED keeps one number, we have {_span(incident)}")
        if incident["differs"]:
            unmapped.append(f"{name}: the accounts differ on {incident['differences']}; ACLED keeps one")
    return Crosswalk(ACLED, tuple(rows), tuple(unmapped))


def to_ucdp_ged(layers: Layers) -> Crosswalk:
    """The lethal incidents as UCDP GED writes events; others are listed, for GED holds lethal events only.

    ``best`` is the fewest killed over all accounts, like ``low``: nothing between two accounts is made up.
    """
    unmapped = ["every incident: conflict, dyad and side ids, conflict_name, dyad_name, code_status, relid: UCDP's own"]
    rows = []
    for incident in _incidents(layers):
        name, country = incident["id"], _COUNTRIES.get(incident["country"])
        if not incident["killed_min"]:
            unmapped.append(f"{name}: left out: GED holds lethal events, we have killed: {_span(incident)}")
            continue
        lat, lon = incident["latitude"], incident["longitude"]
        actors = (incident["actors"] or "").split("; ")
        row: Row = {
            "id": name,
            "year": _year(incident),
            "side_a": actors[0] or None,
            "side_b": incident["target"],
            "number_of_sources": incident["accounts"],
            "source_article": incident["sources"],
            "where_prec": _ucdp_place(incident),
            "where_coordinates": incident["place"],
            "where_description": incident["method"],
            "adm_1": incident["province"],
            "adm_2": incident["district"],
            "latitude": lat,
            "longitude": lon,
            "geom_wkt": None if lat is None else f"POINT ({lon} {lat})",
            "priogrid_gid": None if lat is None else _priogrid(lat, lon),
            "country": country and country.ucdp_name,
            "country_id": country and country.gw,
            "region": country and country.ucdp_region,
            "event_clarity": 1,
            "date_prec": _date_prec(incident),
            "date_start": incident["first_day"],
            "date_end": incident["last_day"],
            "deaths_unknown": incident["killed_min"],
            "best": incident["killed_min"],
            "high": incident["killed_max"],
            "low": incident["killed_min"],
        }
        rows.append(row)
        unmapped += _missing(
            name,
            {
                "type_of_violence": (None, "the parties are not matched with UCDP's"),
                "date_start": (row["date_start"], f"open: {incident['when']}"),
                "date_prec": (row["date_prec"], f"no code for: {incident['when']}"),
                "latitude": (lat, f"no point: {incident['no_pin']}"),
                "country_id": (country, f"no code for the country {incident['country']}"),
                "high": (row["high"], "no account gives an upper bound"),
                "deaths_a": (None, "deaths are not parted by side here; all stand in deaths_unknown"),
            },
        )
        unmapped += _also(name, "side_a", actors[1:], "further actors")
    return Crosswalk(UCDP_GED, tuple(rows), tuple(unmapped))


#: The crosswalks by name, for ``geomap export --schema``.
CROSSWALKS: Mapping[str, Callable[[Layers], Crosswalk]] = {"acled": to_acled, "ucdp-ged": to_ucdp_ged}


def _incidents(layers: Layers) -> Iterator[Row]:
    """The incidents as plain values, days as ISO text, with latitude and longitude of the point."""
    for row, point in zip(records(layers.incidents), layers.incidents.geometry, strict=True):
        yield row | {
            "latitude": None if point is None else round(point.y, 6),
            "longitude": None if point is None else round(point.x, 6),
        }


def _days(incident: Row) -> tuple[dt.date | None, dt.date | None]:
    first, last = incident["first_day"], incident["last_day"]
    return first and dt.date.fromisoformat(first), last and dt.date.fromisoformat(last)


def _middle(incident: Row) -> tuple[dt.date | None, int | None]:
    """ACLED's day and precision: 1 the day, 2 within a week, 3 within a month."""
    first, last = _days(incident)
    if first is None or last is None or (length := (last - first).days + 1) > _MONTH:
        return None, None
    return first + (last - first) // 2, 1 if length == 1 else 2 if length <= 7 else 3


def _date_prec(incident: Row) -> int | None:
    """UCDP's precision: 1 the day, 2 two to six days, 3 a week, 4 a month, 5 longer, up to a year."""
    first, last = _days(incident)
    if first is None or last is None:
        return None
    length = (last - first).days + 1
    return next((code for code, most in ((1, 1), (2, 6), (3, 7), (4, _MONTH), (5, 366)) if length <= most), None)


def _year(incident: Row) -> int | None:
    """The year, where both ends of the date lie in one."""
    years = {day.year if day else None for day in _days(incident)}
    return years.pop() if len(years) == 1 else None


def _acled_place(incident: Row) -> int | None:
    """ACLED's precision: 1 a town, 2 near a town or part of a region, 3 a region."""
    if incident["level"] in ("site", "settlement", "district"):
        return 1 if incident["level"] != "district" and (incident["radius_km"] or inf) <= _TOWN_KM else 2
    return 3 if incident["level"] == "province" else None


def _ucdp_place(incident: Row) -> int | None:
    """UCDP's precision: 1 the spot, 2 within 25 km of it, 3 a district, 4 a province, 6 a country."""
    if incident["level"] in ("site", "settlement", "district"):
        radius_km = incident["radius_km"] or inf
        return 1 if radius_km <= 1 else 2 if radius_km <= 25 else 3
    return {"province": 4, "country": 6}.get(incident["level"])


def _priogrid(lat: float, lon: float) -> int:
    """The cell of PRIO-GRID: half degrees, 720 to a row, from 90 S 180 W, counted from 1.

    >>> _priogrid(-89.9, -179.9), _priogrid(34.53, 69.17)
    (1, 179779)
    """
    return int((lat + 90) * 2) * 720 + int((lon + 180) * 2) + 1


def _missing(name: str, fields: Mapping[str, tuple[Any, str]]) -> list[str]:
    return [f"{name}: {field}: {why}" for field, (value, why) in fields.items() if value is None]


def _also(name: str, field: str, values: list[str], what: str) -> list[str]:
    return [f"{name}: {field}: {what} left out: {'; '.join(values)}"] if values else []


def _span(incident: Row) -> str:
    low, high = incident["killed_min"], incident["killed_max"]
    if low is None:
        return "not stated"
    return f"at least {low}" if high is None else f"{low} to {high}" if high != low else str(low)


__all__ = ["ACLED", "CROSSWALKS", "UCDP_GED", "Crosswalk", "to_acled", "to_ucdp_ged"]
