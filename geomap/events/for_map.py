"""A table of events as a map takes it: points, days, intervals to a border and chosen columns, of so many rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from geomap.border import compiled_from
from geomap.errors import DataError
from geomap.events.columns import Asked, chosen
from geomap.events.countries import by_point
from geomap.events.csv_rows import NarrowError
from geomap.events.dates import Order, read_days
from geomap.events.degrees import Axis
from geomap.events.far import apart_rows
from geomap.events.kinds import ACLED, GDELT, UCDP_GED, Kind
from geomap.events.lying import ANY, NOT_MEASURED, UNREAD, Column, To, lie, reasons_of
from geomap.events.measuring import Measuring, Tally, countries_of, radii_of_codes
from geomap.events.rows import Rows, pyarrow
from geomap.events.streaming import MOST_MB, Done, Progress, read_rows, refuse_swapped
from geomap.geometry import Floats
from geomap.project import split_layer
from geomap.reading import check_file

if TYPE_CHECKING:
    import pyarrow as pa

#: So many rows at most are drawn unless more are asked for, and so many columns of a table of no known kind are shown.
MOST_ROWS, MOST_COLUMNS = 1_000_000, 24
#: What of `lie` a map shows.
LIES = ("distance_km", "distance_min_km", "distance_max_km", "border_country", "near_border", "at_gap")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """Which columns of a table a map shows, and as what; empty where the table is to tell, or has none."""

    columns: Sequence[str] = ()  #: on cards
    days: Sequence[str] = ()  #: one column, or those of the first and the last day
    heading: Sequence[str] = ()  #: what an event is called by
    place: str = ""
    colour: str = ""
    date_order: str = ""  #: how 03/02/2021 is read, ``dmy`` or ``mdy``


_BY_KIND = {
    UCDP_GED.name: Shown(
        columns=(
            *("id", "type_of_violence", "conflict_name", "dyad_name", "side_a", "side_b", "where_coordinates", "where_prec"),
            *("adm_1", "adm_2", "country", "date_prec", "date_start", "date_end", "event_clarity", "number_of_sources"),
            *("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high", "low"),
        ),
        days=("date_start", "date_end"),
        heading=("dyad_name",),
        colour="type_of_violence",
    ),
    ACLED.name: Shown(
        columns=(
            *("event_id_cnty", "event_date", "time_precision", "disorder_type", "event_type", "sub_event_type", "actor1"),
            *("actor2", "civilian_targeting", "country", "admin1", "admin2", "location", "geo_precision", "source"),
            "fatalities",
        ),
        days=("event_date",),
        heading=("sub_event_type", "actor1"),
        colour="event_type",
    ),
    GDELT.name: Shown(
        columns=(
            *("GLOBALEVENTID", "SQLDATE", "Actor1Name", "Actor2Name", "EventCode", "EventRootCode", "QuadClass"),
            *("GoldsteinScale", "NumMentions", "NumSources", "NumArticles", "AvgTone", "ActionGeo_Type"),
            *("ActionGeo_FullName", "SOURCEURL"),
        ),
        days=("SQLDATE",),
        heading=("Actor1Name", "Actor2Name"),
        place="ActionGeo_FullName",
        colour="QuadClass",
    ),
}
_DAYS = ("date", "event_date", "eventdate", "day", "days", "date_start", "start_date", "datetime", "timestamp", "time")
_HEADINGS = ("title", "headline", "heading", "event", "event_type", "type", "name", "category", "kind")
_PLACES = ("place", "place_name", "location", "town", "city", "locality", "site")
_COLOURS = ("event_type", "type", "category", "kind")


@dataclass(slots=True, kw_only=True)
class EventTable:
    """Rows of a table as a map shows them: n of them, in the table's order.

    Attributes:
        file: what the table is called.
        done: what became of its rows.
        shown: which of its columns are shown, and as what.
        columns: these columns by name, n cells each.
        numbers: the row of each, shape (n,), counted from 1 below a header, with those that are left out.
        lon: degrees, shape (n,); NaN where a row has no usable place.
        lat: likewise.
        reasons: why a row has no place, shape (n,); None where it has one.
        first_day: days since 1970, shape (n,), NaN where none is known; None where the table has no days.
        last_day: likewise.
        coarse_days: whether a cell gives no more than a month or a year, shape (n,); None likewise.
        unread_days: rows with a cell that gives no day.
        order: how days that can be two were read.
        lies: the columns of `LIES`; empty without a border.
        countries: alpha-3 codes of the countries that the points lie in, where the table names none; None where it does.
        far: whether a row lies far from the border, or from nearly all others: out of the first view; shape (n,).
        rank: how the rows were chosen, where there are more than are shown: ``nearest``, ``newest`` or ``first``; else empty.
    """

    file: str
    done: Done
    shown: Shown
    columns: Mapping[str, pa.ChunkedArray]
    numbers: npt.NDArray[np.int64]
    lon: Floats
    lat: Floats
    reasons: Column
    first_day: Floats | None
    last_day: Floats | None
    coarse_days: npt.NDArray[np.bool_] | None
    unread_days: int
    order: Order
    lies: Mapping[str, Column]
    far: npt.NDArray[np.bool_]
    countries: Column | None = None
    rank: str = ""

    def __len__(self) -> int:
        """How many rows are shown."""
        return len(self.lon)


@dataclass(slots=True)
class _Parts:
    """What was read so far, a piece for each part of the table."""

    tables: list[pa.Table] = field(default_factory=list)
    points: list[tuple[Floats, Floats]] = field(default_factory=list)
    reasons: list[Column] = field(default_factory=list)
    lies: list[Mapping[str, Column]] = field(default_factory=list)
    far: list[npt.NDArray[np.bool_]] = field(default_factory=list)


def table_for_map(
    path: Path,
    asked: Asked,
    *,
    to: To | None = None,
    shown: Shown | None = None,
    limit: int = MOST_ROWS,
    swapped_is_meant: bool = False,
    progress: Progress = lambda share, rows: None,
) -> EventTable:
    """Read a table of events for a map.

    Of more rows than the limit those with a place go before those without; of these the nearest to the border, or without a
    border the newest, or without days the first.

    Args:
        path: the table, of any format that `near_table` reads.
        asked: what a person says of the columns that say where.
        to: one border to measure to; None for none.
        shown: what a person says of the others.
        limit: rows that are kept at most.
        swapped_is_meant: whether points are right that look as if lon and lat were swapped.
        progress: is told how far the work is.

    Raises:
        DataError: the table cannot be read, said in one sentence.
        MissingError: there is no such file, or pyarrow is not installed.
    """
    check_file(split_layer(path)[0], MOST_MB)
    types: dict[str, Any] = {}
    while True:
        try:
            with read_rows(path, as_text=False, types=types, as_written=("double",)) as rows:
                names = rows.out_schema.names
                kind = chosen(str(path), names, asked, geometry=bool(rows.geometry), kind=rows.kind)
                done = Done(kind=kind, broken=rows.broken, broken_at=rows.broken_at)
                roles = _roles(str(path), names, kind, shown or Shown(), rows.geometry)
                where = to or To(borders=[], near_m=0.0)
                measuring = Measuring(file=str(path), to=where, kind=kind, geometry=rows.geometry, crs=rows.crs)
                parts = _parts(path, rows, measuring, done, _needed(roles), progress, swapped_is_meant=swapped_is_meant)
        except NarrowError as found:
            types |= found.types
        else:
            return _table(path, done, roles, parts, limit)


def _roles(file: str, names: Sequence[str], kind: Kind, said: Shown, geometry: str) -> Shown:
    """Which columns are shown, and as what."""
    for name in (*said.columns, *said.days, *said.heading, said.place, said.colour):
        if name and name not in names:
            raise DataError(f"{file}: has no column {name!r}; it has {', '.join(map(repr, names[:12]))}")
    usual = _BY_KIND.get(kind.name, Shown())
    small = {name.casefold(): name for name in reversed(names)}

    def called(*words: str) -> str:
        return next((small[word] for word in words if word in small), "")

    def there(wanted: Sequence[str], word: str = "") -> tuple[str, ...]:
        return tuple(name for name in wanted if name in names) or ((word,) if word else ())

    others = [name for name in names if name not in ({kind.lon, kind.lat, geometry} - {""})]
    return Shown(
        columns=tuple(said.columns) or there(usual.columns) or tuple(others[:MOST_COLUMNS]),
        days=tuple(said.days) or there(usual.days, called(*_DAYS)),
        heading=tuple(said.heading) or there(usual.heading, called(*_HEADINGS)),
        place=said.place or next(iter(there([usual.place or kind.place])), "") or called(*_PLACES),
        colour=said.colour or next(iter(there([usual.colour])), "") or called(*_COLOURS),
        date_order=said.date_order,
    )


def _needed(roles: Shown) -> tuple[str, ...]:
    """The columns that are kept, each once."""
    names = (*roles.columns, *roles.days, *roles.heading, roles.place, roles.colour)
    return tuple(dict.fromkeys(name for name in names if name))


def _parts(
    path: Path,
    rows: Rows,
    measuring: Measuring,
    done: Done,
    kept: Sequence[str],
    progress: Progress,
    *,
    swapped_is_meant: bool,
) -> _Parts:
    """Read all rows and measure them, a part at a time: of each only what is shown is kept."""
    parts, kind, to = _Parts(), measuring.kind, measuring.to
    axes, fast = (Axis("EW"), Axis("NS")), None
    own = tuple(dict.fromkeys([*kept, *(name for name in (kind.country, kind.precision) if name)]))
    for table in rows.gathered():
        lon, lat, unread = measuring.places(table, axes)
        if not done.rows:
            if not swapped_is_meant:
                refuse_swapped(path, lon, lat, to)
            fast = rows.total(len(table)) >= compiled_from() or None
        tally = Tally(rows=len(table), unread=(unread[min(unread)], min(unread) + 1) if unread else None)
        reasons = reasons_of(lon, lat)
        reasons[list(unread)] = UNREAD
        radius = radii_of_codes(table, kind, tally)
        if to.borders:
            countries = countries_of(table, kind) if ANY in to.borders else None
            new = lie(to, lon, lat, radius, countries, fast, unread)
            tally.not_measured.update(reason for reason in new[NOT_MEASURED] if reason)
            parts.lies.append({name: new[name] for name in LIES})
            parts.far += [] if ANY in to.borders else [measuring.count_far(tally, lon, lat, new)]
        else:
            tally.not_measured.update(reason for reason in reasons if reason)
        parts.tables.append(table.select(own))
        parts.points.append((lon, lat))
        parts.reasons.append(reasons)
        done.add(tally)
        progress(rows.share(), done.rows)
    if not done.rows and done.broken:
        raise DataError(f"{path}: no row has as many cells as the first; the first that differs: {done.broken[0]!r}")
    return parts


def _table(path: Path, done: Done, roles: Shown, parts: _Parts, limit: int) -> EventTable:
    """The rows that are kept, put together."""
    arrow = pyarrow()
    if not parts.tables:
        raise DataError(f"{path}: has no rows")
    table = arrow.concat_tables(parts.tables)
    lon, lat = (np.concatenate([point[k] for point in parts.points]) for k in (0, 1))
    reasons = np.concatenate(parts.reasons)
    placeless = reasons != np.array(None, dtype=object)
    lon[placeless] = lat[placeless] = np.nan
    lies = {name: np.concatenate([one[name] for one in parts.lies]) for name in LIES} if parts.lies else {}
    days = None
    if roles.days:
        first, last = (*(table.column(name) for name in roles.days[:2]), None)[:2]
        days = read_days(first, last, roles.date_order)
    far = np.concatenate(parts.far) if parts.far else apart_rows(lon, lat)
    far = far if far.mean() <= 0.5 else apart_rows(lon, lat)  # of a table that lies elsewhere the border tells nothing
    rows, rank = _kept(placeless, lies.get("distance_km"), days.last if days else None, limit)
    table = table if len(rows) == done.rows else table.take(arrow.array(rows))

    def pick(values: Any) -> Any:
        return values if len(rows) == done.rows else values[rows]

    countries = None if done.kind.country else by_point(lon, lat)
    names = dict.fromkeys([*_needed(roles), *([done.kind.precision] if done.kind.precision else [])])
    return EventTable(
        file=path.name,
        done=done,
        shown=roles,
        columns={name: table.column(name) for name in names},
        numbers=np.delete(np.arange(1, 1 + done.rows + len(done.broken_at)), np.array(done.broken_at, dtype=int) - 1)[rows],
        lon=pick(lon),
        lat=pick(lat),
        reasons=pick(reasons),
        first_day=pick(days.first) if days else None,
        last_day=pick(days.last) if days else None,
        coarse_days=pick(days.coarse) if days else None,
        unread_days=int(days.unread.sum()) if days else 0,
        order=days.order if days else Order(),
        lies={name: pick(values) for name, values in lies.items()},
        far=pick(far),
        countries=None if countries is None else pick(countries),
        rank=rank,
    )


def _kept(placeless: npt.NDArray[Any], distance: Column | None, last: Floats | None, limit: int) -> tuple[Any, str]:
    """The rows that are kept, ascending, and how they were chosen."""
    count = len(placeless)
    if count <= limit:
        return np.arange(count), ""
    rank, key = "first", np.zeros(count)
    if distance is not None:
        rank, key = "nearest", distance.astype(float)
    elif last is not None:
        rank, key = "newest", -last
    order = np.lexsort((np.arange(count), np.where(np.isnan(key), np.inf, key), placeless))
    return np.sort(order[:limit]), rank


__all__ = ["EventTable", "Shown", "table_for_map"]
