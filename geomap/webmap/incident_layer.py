"""Somebody's own points as our symbols on somebody's own folium map: a frame in, a layer out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

import geopandas as gpd
import pandas as pd

from geomap.errors import DataError
from geomap.geometry import in_degrees
from geomap.model import Story
from geomap.tables import JOINT, SCHEMA, Tables, day_of, frame, geoframe
from geomap.vocabulary import CHOICES
from geomap.webmap.elements import Incidents

#: What stands where a frame does not say.
_UNSAID = {"symbol": "other", "actor_side": "Unknown", "level": "settlement", "difference_count": 0, "account_count": 1}


class IncidentLayer(Incidents):
    """A GeoDataFrame of points as a layer of a `folium.Map`: symbols by kind, side and toll, a popup with title and day.

    >>> import folium
    >>> import geopandas as gpd
    >>> from shapely.geometry import Point
    >>> attacks = gpd.GeoDataFrame({"title": ["Post attacked"], "symbol": ["attack"]}, geometry=[Point(64, 27)], crs=4326)
    >>> layer = IncidentLayer(attacks, name="Attacks", credit="The Gazette").add_to(folium.Map())
    """

    def __init__(
        self,
        incidents: gpd.GeoDataFrame,
        *,
        name: str = "Incidents",
        credit: str | None = None,
        story: Story | None = None,
        show: bool = True,
    ) -> None:
        """Take the columns that the table ``incidents`` has, all optional, and leave out all others.

        Args:
            incidents: a row each, in any reference system; a row without a point, or with an empty one, is not drawn.
                ``symbol`` and ``level`` are from their closed lists, days are dates, ISO texts or midnights in any zone.
            name: in a `folium.LayerControl`.
            credit: whom to name on the map.
            story: its sides give the colours by ``actor_side``.
            show: whether it is on the map at first.

        Raises:
            DataError: no reference system is stated, or something cannot be drawn: one sentence.
        """
        story = story or Story()
        table = in_degrees(incidents, name)
        spots = table.geometry
        columns = {str(name): table[name].tolist() for name in table.columns if name != spots.name}
        cells = ({name: values[n] for name, values in columns.items()} for n in range(len(table)))
        rows = [self._row(n, cell, spot) for n, (cell, spot) in enumerate(zip(cells, spots, strict=True), 1)]
        tables = Tables(
            incidents=geoframe("incidents", rows),
            areas=geoframe("areas", []),
            border=geoframe("border", []),
            claims=frame("claims", []),
            cited_values=frame("cited_values", []),
            articles=frame("articles", []),
            differences=frame("differences", []),
            story=story,
        )
        super().__init__(tables, name=name, credit=credit or story.attribution or "", show=show)

    @staticmethod
    def _row(number: int, cell: dict[str, Any], spot: Any) -> dict[str, Any]:
        """A row of the table ``incidents``."""
        said = {c.name: _value(c.type, cell[c.name]) for c in SCHEMA["incidents"] if c.name in cell}
        row = _UNSAID | {key: value for key, value in said.items() if value is not None}
        for key in ("symbol", "level"):
            if row[key] not in CHOICES[key]:
                raise DataError(f"row {number}: {key} is {row[key]!r}; choose from {', '.join(CHOICES[key])}")
        try:
            days: dict[str, Any] = {key: day_of(row[key]) for key in ("first_day", "last_day") if key in row}
        except ValueError as error:
            raise DataError(f"row {number}: {error}") from error
        row = {"id": str(number), "title": f"Incident {number}", "date_text": _in_words(days), **row, **days}
        return row | {"geometry": spot}


def _value(kind: str, value: Any) -> Any:
    """A cell of somebody's frame as the schema's type has it; None for nothing."""
    if kind == "list":
        return tuple(value.split(JOINT)) if isinstance(value, str) else value
    return None if value is None or value is pd.NA or value != value else value


def _in_words(days: Mapping[str, dt.date]) -> str:
    """The days as text, as the popup shows them."""
    return " – ".join(dict.fromkeys(day.isoformat() for day in days.values())) or "undated"
