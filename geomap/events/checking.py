"""The texts of a table's records held against their points: of each record the statement that tells most, as columns."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from geomap.border import Border
from geomap.events.countries import alpha3, by_point, is_none
from geomap.events.lying import Column, reasons_of
from geomap.events.names import names_in
from geomap.events.points import Named, Places, add_named, bare_name
from geomap.events.reasons import kind_of_reason
from geomap.events.words import Held, Note, Record
from geomap.extract import Noted, Unread, read_note
from geomap.geometry import Floats

#: No more of a text is read, characters.
MOST_CHARACTERS: Final = 5_000
#: So many texts of a country are kept with what was read in them: tables repeat theirs.
_MOST_KEPT: Final = 10_000
#: A text without any of these says nothing of where something lies.
_MAY_SAY: Final = re.compile(
    r"\d ?(?:km|kilom|mile|m\b)|kilom|mile|\b(?:pk|near|close|vicinity|not far|next|adjacent|between|road|rail|way|ax[ei]s?"
    r"|route|corridor|track|street|trail|path|line|north|south|east|west|nord|sud|est|ouest|pr[eè]s|proche|non loin|aux)",
    re.IGNORECASE,
)

#: The columns that are added, with the value of each in a statement that was held.
_COLUMNS: Final[Mapping[str, Callable[[Held], object]]] = {
    "text_holds": lambda one: one.verdict,
    "text_column": lambda one: one.column,
    "text_start": lambda one: one.start,
    "text_end": lambda one: one.end,
    "text_of": lambda one: one.of or None,
    "text_source": lambda one: one.source or None,
    "text_least_km": lambda one: _km(one.low_m),
    "text_most_km": lambda one: _km(one.high_m),
    "text_bearing": lambda one: one.bearing or None,
    "text_found_km": lambda one: _km(one.found_m),
    "text_tolerance_km": lambda one: _km(one.tolerance_m),
    "text_off_km": lambda one: _km(one.off_m) if one.verdict != "unknown" else None,
    "text_off_deg": lambda one: round(one.off_deg, 1) if one.verdict != "unknown" else None,
    "text_reason": lambda one: one.reason or None,
}
_COUNT: Final = "text_statements"
_ORDER: Final = ("no", "by road", "yes", "unknown")


def _km(metres: float | None) -> float | None:
    return None if metres is None or math.isinf(metres) else round(metres / 1000, 3)


@dataclass(slots=True)
class Texts:
    """The texts of a table that are to be held against its points."""

    columns: Sequence[str] = ()
    prefix: str = ""
    pairs: tuple[tuple[str, str], ...] = ()  #: the countries of each border that is asked for; see `pairs_of`
    named: Named = field(default_factory=dict)  #: points that the table has under a name
    _learned: int = field(default=0, init=False)  #: rows
    _places: dict[str, Places] = field(default_factory=dict, init=False)
    _kept: dict[tuple[str, str], tuple[list[Noted], list[Unread]]] = field(default_factory=dict, init=False)

    def names(self) -> tuple[str, ...]:
        """The columns that are added; none where no text is looked at."""
        return tuple(self.prefix + name for name in (*_COLUMNS, _COUNT)) if self.columns else ()

    def learn(
        self, names: Sequence[object], lon: Floats, lat: Floats, radius_m: Floats | None, countries: Column | None
    ) -> None:
        """Take the points of rows for the places that the rows name.

        Args:
            names: of each row's place.
            lon: degrees, NaN where a row has none.
            lat: likewise.
            radius_m: as for `check`.
            countries: as for `check`.
        """
        usable = np.flatnonzero(is_none(reasons_of(lon, lat)))
        codes = by_point(lon[usable], lat[usable], None if countries is None else countries[usable])
        for row, code in zip(map(int, usable), codes, strict=True):
            precise = radius_m is None or bool(np.isfinite(radius_m[row]))
            name, number = str(names[row] or ""), self._learned + row + 1
            add_named(self.named, code or "", name, float(lon[row]), float(lat[row]), number, precise=precise)
        self._learned += lon.size

    def held(self, texts: Mapping[str, str], record: Record, country: str) -> list[Held]:
        """What a record's texts say of where it lies, each statement held against its point.

        Args:
            texts: by their columns.
            record: the record.
            country: its alpha-3 code, whose places are meant.
        """
        places = self._places.setdefault(country, Places(country, self.named, self.pairs))
        found: list[Held] = []
        for column, text in texts.items():
            noted, unread = self._read(text[:MOST_CHARACTERS], places)
            found += Note(column=column, text=text, noted=noted, record=record, places=places).held()
            found += (Held(verdict="unknown", column=column, start=u.start, end=u.end, reason=u.why) for u in unread)
        return found

    def _read(self, text: str, places: Places) -> tuple[list[Noted], list[Unread]]:
        if not _MAY_SAY.search(text):
            return [], []
        key = places.country, text
        if key not in self._kept:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            self._kept[key] = read_note(text, names_in(text, places))
        return self._kept[key]

    def check(
        self,
        texts: Mapping[str, Sequence[object]],
        lon: Floats,
        lat: Floats,
        radius_m: Floats | None,
        countries: Column | None,
        own: Sequence[object] | None,
    ) -> tuple[dict[str, Column], Counter[str], Counter[str]]:
        """The columns that are added to rows, how many rows there are by their verdict, and those unknown by why they are.

        A row that says nothing of where it lies, or has no point, has None.

        Args:
            texts: by their columns, of each row.
            lon: degrees, shape (n,); NaN where a row has none.
            lat: likewise.
            radius_m: how far an event may be from its point, metres; NaN where that is not known; None: points are exact.
            countries: alpha-3 codes, None where that of the point is meant.
            own: the name of each row's place, where the table has one.
        """
        found = {name: np.full(lon.size, None, dtype=object) for name in self.names()}
        verdicts, unsaid = Counter[str](), Counter[str]()
        said_by: dict[int, dict[str, str]] = {}
        for row in map(int, np.flatnonzero(is_none(reasons_of(lon, lat)))):
            cells = ((column, str(values[row])) for column, values in texts.items() if values[row] is not None)
            if said := {column: cell for column, cell in cells if _MAY_SAY.search(cell)}:
                said_by[row] = said
        some = np.array(list(said_by), dtype=np.int64)
        codes = by_point(lon[some], lat[some], None if countries is None else countries[some])
        for (row, said), code in zip(said_by.items(), codes, strict=True):
            radius = 0.0 if radius_m is None else float(radius_m[row])
            place = bare_name(str(own[row] or "")) if own is not None else ""
            record = Record(lon=float(lon[row]), lat=float(lat[row]), radius_m=radius, place=place)
            statements = self.held(said, record, code or "")
            if one := decisive(statements):
                verdicts[one.verdict] += 1
                unsaid.update([kind_of_reason(one.reason)] if one.verdict == "unknown" else ())
                for name, value in _COLUMNS.items():
                    found[self.prefix + name][row] = value(one)
                found[self.prefix + _COUNT][row] = len(statements)
        return found, verdicts, unsaid


def pairs_of(borders: Iterable[Border | str]) -> tuple[tuple[str, str], ...]:
    """The countries of each border that lies between two, as alpha-3 codes."""
    both = (tuple(filter(None, map(alpha3, one.countries))) for one in borders if isinstance(one, Border))
    return tuple((pair[0], pair[1]) for pair in both if len(pair) == 2)


def decisive(found: Iterable[Held]) -> Held | None:
    """The statement that tells most: one that does not hold, then one with a length; None where there is none."""
    return min(found, key=lambda one: (_ORDER.index(one.verdict), one.low_m is None), default=None)
