"""What crosswalks to other data sets share: rows in their columns, and a sentence for whatever cannot be mapped.

No code is made up, no point is put where we have none, and an unknown number of dead is not 0.
"""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import StringIO
from typing import Any

from geomap.export.csv import guarded_cell
from geomap.tables import Tables, records
from geomap.vocabulary import range_in_words

Row = dict[str, Any]

#: The most days that a month has.
MONTH = 31


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


def incidents_of(tables: Tables) -> Iterator[Row]:
    """The incidents as plain values, days as ISO text, with latitude and longitude of the point."""
    for row, point in zip(records(tables.incidents), tables.incidents.geometry, strict=True):
        yield row | {
            "latitude": None if point is None else round(point.y, 6),
            "longitude": None if point is None else round(point.x, 6),
        }


def days_of_row(incident: Row) -> tuple[dt.date | None, dt.date | None]:
    """The first and the last day of a row."""
    first, last = incident["first_day"], incident["last_day"]
    return first and dt.date.fromisoformat(first), last and dt.date.fromisoformat(last)


def killed_in_words(incident: Row) -> str:
    """How many were killed, over all accounts."""
    return range_in_words(incident["killed_min"], incident["killed_max"])


def other_actors(incident: Row) -> list[str]:
    """The actors that the accounts name besides the one that the side stands on, with their statuses."""
    return [words for words in incident["actors"] or () if words != incident["side_actor"]]


def missing(name: str, fields: Mapping[str, tuple[Any, str]]) -> list[str]:
    """A sentence for each field that has no value: why."""
    return [f"{name}: {field}: {why}" for field, (value, why) in fields.items() if value is None]


def left_out(name: str, field: str, values: list[str], what: str) -> list[str]:
    """A sentence on values that a field cannot take besides its own."""
    return [f"{name}: {field}: {what} left out: {'; '.join(values)}"] if values else []
