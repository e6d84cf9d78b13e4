"""What crosswalks to other data sets share: rows in their columns, and a sentence for whatever cannot be mapped.

No code is made up, no point is put where we have none, and an unknown number of dead is not 0.
"""

from __future__ import annotations

import csv
import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import StringIO
from typing import Any

import geopandas as gpd
import shapely

from geomap.export.csv import guarded_cell
from geomap.project import read_areas
from geomap.tables import Tables, records
from geomap.vocabulary import toll_in_words

Row = dict[str, Any]

#: The most days that a month has.
MONTH = 31
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Crosswalk:
    """Rows in another schema's columns, and what they could not take along."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]  #: by column
    unmapped: tuple[str, ...]  #: a sentence each

    def csv(self) -> str:
        """The rows as CSV, safe from formulas."""
        buffer = StringIO()
        writer = csv.writer(buffer, lineterminator="\r\n")
        writer.writerow(self.columns)
        writer.writerows([guarded_cell(row.get(column)) for column in self.columns] for row in self.rows)
        return buffer.getvalue()

    def types(self) -> list[str]:
        """What the columns of `csv` hold, in GDAL's words."""
        return [_type({row[column] for row in self.rows if row.get(column) is not None}) for column in self.columns]


def _type(values: set[Any]) -> str:
    """The type that all values of a column are of; text where there is none.

    >>> _type({1, 2}), _type({1, 2.5}), _type({"2024-01-16"}), _type({"2024-01-16", "undated"}), _type(set())
    ('Integer', 'Real', 'Date', 'String', 'String')
    """
    if values and all(isinstance(value, int | float) for value in values):
        return "Integer" if all(isinstance(value, int) for value in values) else "Real"
    return "Date" if values and all(isinstance(value, str) and _DAY.fullmatch(value) for value in values) else "String"


def events_of(tables: Tables) -> Iterator[Row]:
    """The incidents as plain values, days as ISO text, with latitude and longitude of the point.

    These data sets have an event for each place and day: an incident with sites is an event per site, with the site's place,
    toll and accounts; ``incident`` is then its id. Where no account gives a site's toll, but one gives that of the whole, it
    stays one event. Where the sources do not say in which first-level area a point lies, the outlines do.
    """
    areas = [area for area in read_areas(tables.story).values() if area.level == "province"]
    for row in _events(tables):
        here = None if row["latitude"] is None else shapely.Point(row["longitude"], row["latitude"])
        around = (area.name for area in areas if here and area.country == row["country"] and area.geometry.covers(here))
        yield row | {"province": row["province"] or next(around, None)}


def _events(tables: Tables) -> Iterator[Row]:
    sites: dict[str, list[Row]] = {}
    for row in _with_points(tables.sites):
        sites.setdefault(row["incident"], []).append(row)
    told: dict[str, list[Row]] = {}
    for claim in records(tables.claims):
        told.setdefault(claim["site"] or "", []).append(claim)
    for row in _with_points(tables.incidents):
        mine = sites.get(row["id"], [])
        if row["killed_min"] is not None and not any(site["killed_min"] is not None for site in mine):
            mine = []
        for site in mine:
            accounts = told.get(site["id"], [])
            yield {
                **row,
                **site,
                "country": site["country"] or row["country"],
                "account_count": len(accounts),
                "sources": sorted({claim["article"] for claim in accounts}),
                "site_of": len(mine),
            }
        if not mine:
            yield row | {"incident": row["id"]}


def _with_points(table: gpd.GeoDataFrame) -> Iterator[Row]:
    for row, point in zip(records(table), table.geometry, strict=True):
        yield row | {
            "latitude": None if point is None else round(point.y, 6),
            "longitude": None if point is None else round(point.x, 6),
        }


def of_sites(event: Row, tables: Tables) -> list[str]:
    """What the event of one site cannot say: that the toll of the whole is not parted among the sites."""
    if "site_of" not in event:
        return []
    whole = next(row for row in records(tables.incidents) if row["id"] == event["incident"])
    number = f"site {event['number']} of {event['site_of']} of {event['incident']}"
    return [f"{event['id']}: {number}: counts of the whole are in no row; killed there: {killed_in_words(whole)}"]


def days_of_row(incident: Row) -> tuple[dt.date | None, dt.date | None]:
    """The first and the last day of a row."""
    first, last = incident["first_day"], incident["last_day"]
    return first and dt.date.fromisoformat(first), last and dt.date.fromisoformat(last)


def killed_in_words(incident: Row) -> str:
    """How many were killed, over all accounts."""
    return toll_in_words(incident, "killed")


def other_actors(incident: Row) -> list[str]:
    """The actors that the accounts name besides the one that the side stands on, with their statuses."""
    return [words for words in incident["actors"] or () if words != incident["side_actor"]]


def missing(name: str, fields: Mapping[str, tuple[Any, str]]) -> list[str]:
    """A sentence for each field that has no value: why."""
    return [f"{name}: {field}: {why}" for field, (value, why) in fields.items() if value is None]


def left_out(name: str, field: str, values: list[str], what: str) -> list[str]:
    """A sentence on values that a field cannot take besides its own."""
    return [f"{name}: {field}: {what} left out: {'; '.join(values)}"] if values else []
