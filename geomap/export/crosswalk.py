"""The incidents in the columns and codes of ACLED and of UCDP GED, so that they join what analysts already use.

What cannot be mapped is said, one sentence each, and left empty: no code is made up, no point is put where we have none, and an
unknown number of dead is not 0. Codes after the ACLED Codebook (2023) and the UCDP GED Codebook 24.1.
"""

from __future__ import annotations

import csv
import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from io import StringIO
from math import inf
from typing import Any

import pandas as pd

from geomap import project
from geomap.articles import read_lexicon
from geomap.export.csv import guarded_cell
from geomap.tables import Tables, records
from geomap.vocabulary import COUNTRIES, DISORDER, INTER, STATES

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
        writer.writerows([guarded_cell(row.get(column)) for column in self.columns] for row in self.rows)
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

_ACTOR = re.compile(r"(?P<name>.*?)(?: \((?P<status>claimed|admitted|alleged|denied)\))?")
_MONTH = 31  # days
_TOWN_KM = 15.0  # the radius of the largest town here


def to_acled(layers: Tables) -> Crosswalk:
    """The incidents as ACLED writes events.

    ``actor1`` is the first actor that the incident's side stands on, ``inter1`` the code of that side: a state's forces are
    external forces abroad. ``event_date`` of a week or month is its middle, as ACLED's codebook asks, with ``time_precision`` 2
    or 3. ``fatalities`` is the fewest over all accounts. ``event_id_cnty`` is our own id.
    """
    unmapped = [
        "every incident: tags, timestamp, source_scale, assoc_actor_1, assoc_actor_2, admin3: not recorded here",
        "every incident of a state's side: inter1: a militia of the state is not told from its forces here",
    ]
    rows, known = [], read_sides()
    for incident in _incidents(layers):
        name, country = incident["id"], COUNTRIES.get(incident["country"])
        day, precision = _middle(incident)
        actor, others = _actors(incident, layers, known)
        row: Row = {
            "event_id_cnty": name,
            "event_date": day and day.isoformat(),
            "year": day and day.year,
            "time_precision": precision,
            "disorder_type": DISORDER.get(incident["sub_event_type"], DISORDER.get(incident["event_type"])),
            "event_type": incident["event_type"],
            "sub_event_type": incident["sub_event_type"],
            "actor1": actor,
            "inter1": _inter(incident),
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
                "actor1": (actor, "no account states, admits or claims who did it"),
                "inter1": (row["inter1"], _no_inter(incident)),
                "iso": (country, f"no code for the country {incident['country']}"),
                "latitude": (row["latitude"], f"no point: {incident['no_pin']}"),
                "geo_precision": (row["geo_precision"], f"no code for the level {incident['level']}"),
                "fatalities": (row["fatalities"], "no account says; ACLED would write 0"),
            },
        )
        unmapped += _also(name, "actor1", others, "further actors and statuses")
        unmapped += _also(name, "actor2", [incident["target"]] if incident["target"] else [], "target, in the accounts' words")
        if incident["killed_max"] != incident["killed_min"]:
            unmapped.append(f"{name}: fatalities: ACLED keeps one number, we have {_span(incident)}")
        if incident["differs"]:
            unmapped.append(f"{name}: the accounts differ on {incident['differences']}; ACLED keeps one")
    return Crosswalk(ACLED, tuple(rows), tuple(unmapped))


def to_ucdp_ged(layers: Tables) -> Crosswalk:
    """The lethal incidents as UCDP GED writes events; others are listed, for GED holds lethal events only.

    ``best`` is the number of the account that a person judged better supported; without a judgement, the fewest killed over all
    accounts, like ``low``: nothing between two accounts is made up. ``side_a`` is the first actor that the incident's side
    stands on.
    """
    unmapped = ["every incident: conflict, dyad and side ids, conflict_name, dyad_name, code_status, relid: UCDP's own"]
    rows, known, unweighed = [], read_sides(), list[str]()
    for incident in _incidents(layers):
        name, country = incident["id"], COUNTRIES.get(incident["country"])
        if not incident["killed_min"]:
            unmapped.append(f"{name}: left out: GED holds lethal events, we have killed: {_span(incident)}")
            continue
        lat, lon = incident["latitude"], incident["longitude"]
        actor, others = _actors(incident, layers, known)
        best = _judged(incident, layers)
        unweighed += [name] if best is None and incident["killed_max"] != incident["killed_min"] else []
        best = incident["killed_min"] if best is None else best
        row: Row = {
            "id": name,
            "year": _year(incident),
            "side_a": actor,
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
            "deaths_unknown": best,
            "best": best,
            "high": incident["killed_max"],
            "low": incident["killed_min"],
        }
        rows.append(row)
        unmapped += _missing(
            name,
            {
                "side_a": (actor, "no account states, admits or claims who did it"),
                "type_of_violence": (None, "the parties are not matched with UCDP's"),
                "date_start": (row["date_start"], f"open: {incident['when']}"),
                "date_prec": (row["date_prec"], f"no code for: {incident['when']}"),
                "latitude": (lat, f"no point: {incident['no_pin']}"),
                "country_id": (country, f"no code for the country {incident['country']}"),
                "high": (row["high"], "no account gives an upper bound"),
                "deaths_a": (None, "deaths are not parted by side here; all stand in deaths_unknown"),
            },
        )
        unmapped += _also(name, "side_a", others, "further actors and statuses")
    if unweighed:
        unmapped.append(f"{', '.join(unweighed)}: best: no account is judged better supported, so it is the fewest, like low")
    return Crosswalk(UCDP_GED, tuple(rows), tuple(unmapped))


#: The crosswalks by name, for ``geomap export --schema``.
CROSSWALKS: Mapping[str, Callable[[Tables], Crosswalk]] = {"acled": to_acled, "ucdp-ged": to_ucdp_ged}


def read_sides() -> Mapping[str, str]:
    """The side of each actor that is listed."""
    return {actor.name: actor.side for actor in read_lexicon(project.root()).actors.values()}


def _actors(incident: Row, layers: Tables, sides: Mapping[str, str]) -> tuple[str | None, list[str]]:
    """The first actor that the incident's side stands on, by name, and all that the accounts say besides.

    The side stands on who is stated, admitted or claimed by an account that was not judged the weaker one. Where these are of
    several sides, it is the first of them; where none has a side, the first that is named at all.
    """
    doubted = _accounts(layers, incident["id"], "actors", better=False)
    claims = _rows(layers.claims, incident["id"])
    told = [words for claim in claims if claim["id"] not in doubted for words in (claim["actors"] or "").split("; ") if words]
    heard = [name for name, status in map(_named, told) if status in (None, "admitted", "claimed")]
    ofside = [name for name in heard if sides.get(name, "Unknown") != "Unknown"]
    actor = next(iter([*ofside, *heard]), None)
    return actor, [words for words in (incident["actors"] or "").split("; ") if words not in ("", actor)]


def _named(words: str) -> tuple[str, str | None]:
    """An actor's name and status, None where it is plainly stated.

    >>> _named("BLA (claimed)"), _named("Islamic State")
    (('BLA', 'claimed'), ('Islamic State', None))
    """
    match = _ACTOR.fullmatch(words)
    return (match["name"], match["status"]) if match else (words, None)


def _inter(incident: Row) -> str | None:
    """ACLED's type of the side: a state's forces are external forces outside of their own country."""
    home = STATES.get(incident["side"])
    if home is None or incident["country"] is None:
        return INTER.get(incident["side"])
    return "State forces" if incident["country"] == home else "External/Other forces"


def _no_inter(incident: Row) -> str:
    if incident["side"] in STATES:
        return "whether the state acts in its own country is open: no country"
    return f"no code for the side {incident['side']}"


def _judged(incident: Row, layers: Tables) -> int | None:
    """The fewest killed by the accounts that were judged better supported; None where none was, or it gives no number."""
    better = _accounts(layers, incident["id"], "killed", better=True)
    counts = [claim["killed_min"] for claim in _rows(layers.claims, incident["id"]) if claim["id"] in better]
    return min((count for count in counts if count is not None), default=None)


def _accounts(layers: Tables, incident: str, field: str, *, better: bool) -> set[str]:
    """The claims of the accounts that a person judged better supported in a field, or the weaker ones beside these."""
    rows = [row for row in _rows(layers.differences, incident) if row["field"] == field]
    weighed = {row["reason"] for row in rows if row["better"]}  # the rows of a difference share its reason
    heard = [row for row in rows if row["reason"] in weighed and bool(row["better"]) is better]
    return {claim for row in heard for claim in (row["claims"] or "").split("; ")}


def _rows(table: pd.DataFrame, incident: str) -> list[Row]:
    return records(table[table["incident"] == incident])


def _incidents(layers: Tables) -> Iterator[Row]:
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
