"""A table of events → the page: its own columns as facets and cards, its points as they stand in it, and what is left out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pandas as pd

from geomap.border import Border
from geomap.model import UNKNOWN, Side, Story
from geomap.tables import Tables, border_row, frame, geoframe, west_of_longitudes
from geomap.vocabulary import COUNTRIES, symbols
from geomap.webmap.drawing import Drawing
from geomap.webmap.elements import PAGE, Backdrop, Borders, Page
from geomap.webmap.escape import escape
from geomap.webmap.event_columns import Packed, pack_column
from geomap.webmap.in_ascii import in_ascii
from geomap.webmap.pack import POINT, Pack
from geomap.webmap.seal import seal
from geomap.webmap.static_page import MOST

if TYPE_CHECKING:
    from geomap.events import EventTable

#: What stands in place of the scripts of a story's page, or behind one of them; and which have nothing to do here.
_INSTEAD = {
    "state/model.js": ("state/model.js", "events/model.js"),
    "panels/card.js": ("events/card.js",),
    "panels/dialog.js": ("panels/dialog.js", "events/tables.js"),
    "panels/card_of_place.js": (),
    "panels/reader.js": (),
    "map/tiles.js": (),
}
SCRIPTS = tuple(name for script in PAGE for name in _INSTEAD.get(script, (script,)))
#: Facets at most: the page keeps a bit for each in one number.
MOST_FACETS = 20
#: Rows on the first page of the list.
LISTED = 30
#: What a map of no place shows as it opens.
WORLD = (-170.0, -55.0, 179.0, 75.0)
#: What the values that have no colour of their own are called.
OTHERS = {"en": "others", "fa": "دیگران", "ur": "دیگر"}


class Events(Drawing):
    """Events on a map: dots and circles at the points that their table gives them."""

    scripts = ("map/areas.js", "map/area_marks.js", "map/incidents.js", "events/points.js")
    late = ("details", "rest")

    def __init__(self, packs: Mapping[str, str], story: Story, credit: Sequence[str]) -> None:
        """Hold the packs."""
        super().__init__("incidents", story, packs, name="Events", credit=credit)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shown:
    """The columns as they are packed: names in the page by names in the table, facets, and those of words."""

    keys: Mapping[str, str]
    facets: tuple[str, ...]
    words: tuple[str, ...]
    radii: Mapping[str, float] | None


def draw_events(
    table: EventTable,
    *,
    basemap: Mapping[str, gpd.GeoDataFrame],
    build: Mapping[str, Any],
    borders: Sequence[Border] = (),
    title: str = "",
) -> str:
    """The page of a table of events as HTML text; the same bytes for the same table.

    Args:
        table: as `geomap.events.table_for_map` reads it.
        basemap: what lies under the map, as `geomap.webmap.Backdrop` takes it.
        build: ``geomap`` (the version), ``inputs_sha256`` of the table, ``near_km``.
        borders: that the events were measured to, to be drawn.
        title: of the page; the table's name unless given.
    """
    side_codes, sides = _sides(table)
    story = Story(title=title or table.file, sides=sides, languages=("en", "fa", "ur"), extent=extent_of_events(table))
    lines = Tables(
        incidents=geoframe("incidents", []),
        areas=geoframe("areas", []),
        border=geoframe("border", [border_row(border) for border in borders]),
        claims=frame("claims", []),
        cited_values=frame("cited_values", []),
        articles=frame("articles", []),
        differences=frame("differences", []),
        story=story,
    )
    details, rest = Pack(), Pack()
    alike = _tells_all(table, side_codes, sides)
    shown = _details(details, rest, table, lines, alike=alike)
    first_paint = _first_paint(table, side_codes, [side.name for side in sides])
    drawn = " ".join(basemap["countries"]["source"].dropna()) if "source" in basemap["countries"] else ""
    credit = [*lines.border["attribution"].dropna(), *(["© OpenStreetMap contributors"] if "OpenStreetMap" in drawn else [])]
    about = {
        **build,
        **_about(table, shown, coloured=len(sides) > 1),
        "countries": list(lines.border.iloc[0]["countries"] or ()) if len(borders) == 1 else [],
        "credit": list(dict.fromkeys(credit)),
        "lines": [],
        "language": "en",
        "extent": story.extent,
        "west": west_of_longitudes(table.lon[~np.isnan(table.lon)]),
        "title": story.title,
        "private": False,
    }
    # Beside it stands the filter with all values, where the colours do not tell all of them.
    texts = partial(_texts, keys=shown.keys.values(), alike=alike)
    page = Page(story=story, about=about, plain=_plain(table), scripts=SCRIPTS, texts=texts)
    Backdrop(basemap, None, story).add_to(page)
    Borders(lines).add_to(page)
    packs = {"first_paint": first_paint.text(), "details": details.text(), "rest": rest.text()}
    Events(packs, story, credit).add_to(page)
    return seal(in_ascii(page.get_root().render()))


def extent_of_events(table: EventTable) -> tuple[float, float, float, float]:
    """West, south, east and north of where the events are; of many, without the outermost hundredth on each side.

    Those that lie far from the border, or from nearly all others, do not count. Where none has a place, most of the world.
    """
    lon, lat = (values[~np.isnan(values) & ~table.far] for values in (table.lon, table.lat))
    if not len(lon):
        return WORLD
    ends = (0.0, 1.0) if len(lon) < 100 else (0.01, 0.99)
    lon = lon % 360 if np.ptp(lon) > 180 > np.ptp(lon % 360) else lon  # on both sides of 180
    (west, east), (south, north) = np.quantile(lon, ends), np.quantile(lat, ends)
    west, east = west - 0.05, east + 0.05
    if east - west > 359:
        west, east = -180.0, 180.0
    west, east = ((x + 180) % 360 - 180 if abs(x) > 180 else float(x) for x in (west, east))
    south, north = np.clip((south, north), -84.95, 84.95)
    return west, float(south) - 0.05, east, float(north) + 0.05


def _texts(said: Mapping[str, str], keys: Iterable[str], *, alike: bool) -> dict[str, str]:
    """A language's texts with those of this kind of page in place of a story's; columns are named as ``named`` in `about`."""
    events = {key.removeprefix("events."): text for key, text in said.items() if key.startswith("events.")}
    facets = {f"facet.{key}": f"{{{key}}}" for key in keys}
    return {**said, **events, **facets, "legend.side": "{colour}", "facet.side": "{colour}" if alike else "{colour} ●"}


def _sides(table: EventTable) -> tuple[Any, tuple[Side, ...]]:
    """Of each row the side that colours it, and the sides: the most frequent values of a column, and all others."""
    name = table.shown.colour
    rest = Side(name=UNKNOWN.name, light=UNKNOWN.light, dark=UNKNOWN.dark, labels=OTHERS)
    if not name:
        return np.zeros(len(table), dtype=np.int64), (rest,)
    codes, words = Packed.of(table.columns[name]).coded
    counts = np.bincount(codes[codes >= 0], minlength=len(words))
    order = np.argsort(-counts, kind="stable")[: len(symbols.SIDE_COLOURS)]
    sides = [
        Side(name=words[code], light=colour.light, dark=colour.dark)
        for code, colour in zip(order.tolist(), symbols.SIDE_COLOURS, strict=False)
        if words[code] != rest.name
    ]
    place = np.full(len(words) + 1, len(sides), dtype=np.int64)
    for at, side in enumerate(sides):
        place[words.index(side.name)] = at
    return place[codes], (*sides, rest)


def _first_paint(table: EventTable, sides: Any, names: Sequence[str]) -> Pack:
    """What the first picture needs; and the tables of a story's page that are empty here."""
    pack = Pack()
    missing = np.isnan(table.lon)
    points = {
        name: pack.numbers(np.rint(np.where(missing, 0, values) * POINT).astype(np.int64), missing, scale=POINT)
        for name, values in (("lon", table.lon), ("lat", table.lat))
    }
    present, codes = _in_order(sides)
    side = pack.coded(codes, [names[code] for code in present])
    pack.table("incidents", {**points, "actor_side": side}, len(table))
    return pack


def _in_order(codes: Any) -> tuple[list[int], Any]:
    """The codes that occur, in the order of their first appearance, and for each row the place in it."""
    values, first, which = np.unique(codes, return_index=True, return_inverse=True)
    order = np.argsort(first, kind="stable")
    place = np.empty(len(order), dtype=np.int64)
    place[order] = np.arange(len(order))
    return values[order].tolist(), place[which]


def _tells_all(table: EventTable, codes: Any, sides: Sequence[Side]) -> bool:
    """Whether the sides say all that the column says which colours the rows."""
    return bool(table.shown.colour) and not (codes == len(sides) - 1).any()


def _details(details: Pack, rest: Pack, table: EventTable, lines: Tables, *, alike: bool) -> _Shown:
    """Pack the days and what the list begins with; and every other column, which only filters, cards and its other rows need.

    Args:
        details: for the first.
        rest: for the others.
        table: the events.
        lines: of the border.
        alike: whether the column that colours the rows is in the page already.
    """
    roles, count = table.shown, len(table)
    early: dict[str, Any] = {}
    more: dict[str, Any] = {}
    rows = _first_listed(table)
    listed = {"row": details.numbers(rows)}
    keys, facets, words = {}, [], []
    for at, (name, cells) in enumerate(table.columns.items()):
        if alike and name == roles.colour:
            keys[name] = "actor_side"
            words.append("actor_side")
            continue
        key = keys[name] = f"c{at}"
        pack, columns = (details, early) if name in roles.days else (rest, more)
        columns[key], is_words, different = pack_column(pack, cells)
        if is_words:
            words.append(key)
        if name in (*roles.heading, roles.place) and columns is more:
            listed[key] = pack_column(details, cells.take(rows), as_words=is_words)[0]
        few = is_words and 1 < different <= min(500, max(12, count // 2))
        if few and name in roles.columns and name not in roles.days:
            facets.append(key)
    early |= _days(details, table, keys, words)
    if table.countries is not None:
        more["country"] = _countries(rest, table.countries)
        facets.insert(0, "country")
    if table.lies:
        more |= _lies(rest, table.lies, radii=bool(table.done.kind.radii_km))
        first = {name: np.asarray(values)[rows] for name, values in table.lies.items()}
        listed |= _lies(details, first, radii=bool(table.done.kind.radii_km))
        facets.insert(0, "near")
    if table.coarse_days is not None and table.coarse_days.any():
        early["coarse"] = details.numbers(table.coarse_days.astype(np.int64))
    early["no_point_reason"] = details.words(table.reasons.tolist())
    if table.rank or table.done.broken:
        early["row_number"] = details.numbers(table.numbers)
    details.table("incidents", early, count)
    details.table("listed", listed, len(rows))
    rest.table("incidents", more, count)
    borders = lines.border.drop(columns="geometry")
    named = ("name", "source", "attribution", "licence")
    details.table("border", {name: details.words(borders[name].tolist()) for name in named}, len(borders))
    return _Shown(keys=keys, facets=tuple(facets[:MOST_FACETS]), words=tuple(words), radii=_radii(table))


def _days(pack: Pack, table: EventTable, keys: Mapping[str, str], words: Sequence[str]) -> dict[str, Any]:
    """The first and the last day of each row: of each word of the column of days, where that tells them."""
    if table.first_day is None or table.last_day is None:
        return {}
    names = (table.shown.days[0], table.shown.days[-1])
    found = {}
    for key, days, name in zip(("first_day", "last_day"), (table.first_day, table.last_day), names, strict=True):
        if key == "last_day" and np.array_equal(days, table.first_day, equal_nan=True):
            found[key] = {"same": "first_day", "date": True}
            continue
        by: dict[str, Any] = {}
        each = days
        if keys[name] in words and keys[name] != "actor_side":  # which stands in this pack, each word once
            codes, own = Packed.of(table.columns[name]).coded
            each = np.full(len(own) + 1, np.nan)
            each[codes + 1] = days
            by = {"by": keys[name]} if np.array_equal(each[codes + 1], days, equal_nan=True) else {}
        values = each if by else days
        missing = np.isnan(values)
        found[key] = pack.numbers(np.where(missing, 0, values).astype(np.int64), missing, date=True, **by)
    return found


def _radii(table: EventTable) -> dict[str, float] | None:
    """Radii in km by the words of the precision's column as they are packed; None where there are none."""
    kind = table.done.kind
    if not kind.radii_km:
        return None
    if not kind.precision:
        return {"": kind.radii_km[""]}
    words = Packed.of(table.columns[kind.precision]).coded[1]
    by_code = {word: kind.radii_km.get(word.strip(), kind.radii_km.get(word.strip().removesuffix(".0"))) for word in words}
    return {word: km for word, km in by_code.items() if km is not None}


def _first_listed(table: EventTable) -> npt.NDArray[np.int64]:
    """The rows on the list's first page: the oldest, those without a day behind them, and of equal ones the first."""
    if table.first_day is None or table.last_day is None:
        return np.arange(min(LISTED, len(table)))
    days = np.where(np.isnan(table.first_day), table.last_day, table.first_day)
    days = np.where(np.isnan(days), np.inf, days)
    last = np.partition(days, min(LISTED, len(days)) - 1)[min(LISTED, len(days)) - 1]
    rows = np.flatnonzero(days <= last)
    return rows[np.argsort(days[rows], kind="stable")[:LISTED]]


def _lies(pack: Pack, lies: Mapping[str, Any], *, radii: bool) -> dict[str, Any]:
    """How events lie to the border, tenths of a km, intervals rounded outwards; without radii those of the points."""
    at = lies["distance_km"].astype(float)
    least, most = (lies[f"distance_{end}_km"].astype(float) for end in ("min", "max"))
    if not radii:
        least = most = at
    low, high = np.floor(np.round(least * 10, 6)), np.ceil(np.round(most * 10, 6))
    none = np.isnan(low)
    whole = [np.where(np.isnan(values), 0, values).astype(np.int64) for values in (low, high, np.rint(at * 10))]
    gap = lies["at_gap"] == np.array(True, dtype=object)
    return {
        "distance_km": pack.numbers(whole[2], np.isnan(at), scale=10),
        "distance_min_km": pack.numbers(whole[0] - whole[2], none, scale=10, above="distance_km"),
        "distance_max_km": pack.numbers(whole[1] - whole[2], none, scale=10, above="distance_km"),
        "border_country": _countries(pack, lies["border_country"]),
        "near_border": pack.words(lies["near_border"].tolist()),
        "at_gap": pack.numbers(gap.astype(np.int64)),
    }


def _countries(pack: Pack, codes: Any) -> dict[str, Any]:
    """A column of countries by their alpha-2 codes, of either."""
    short = {country.alpha3: code for code, country in COUNTRIES.items()}
    which, words = pd.factorize(codes, use_na_sentinel=True)
    return pack.coded(which, [short.get(word, word) for word in words])


def _about(table: EventTable, shown: _Shown, *, coloured: bool) -> dict[str, Any]:
    """What the page's scripts are told of the table."""
    done, roles = table.done, table.shown
    keys = shown.keys
    dated = table.first_day is not None
    placeless = int(np.isnan(table.lon).sum())
    notes: list[list[Any]] = []
    if table.rank:
        notes.append([f"{table.rank}", {"shown": len(table), "rows": done.rows + len(done.broken)}])
    if placeless:
        notes.append(["placeless", {"count": placeless}])
    if unmeasured := int((np.isnan(table.lies["distance_km"].astype(float)) & ~np.isnan(table.lon)).sum()) if table.lies else 0:
        notes.append(["unmeasured", {"count": unmeasured}])
    if done.broken:
        notes.append(["broken", {"count": len(done.broken)}])
    if (taken := table.order).order and taken.example:
        why = {"example": taken.example, "by": taken.by}
        notes.append([taken.order if taken.by else f"{taken.order}.said", why])
    if table.unread_days:
        notes.append(["days", {"count": table.unread_days}])
    if table.lies and not done.kind.radii_km:
        notes.append(["points", {}])
    if unsaid := sum(done.without_radius.values()):
        notes.append(["radius", {"count": unsaid}])
    return {
        "facets": [*(["side"] if coloured else []), *shown.facets, "pin"],
        "orders": [*(["oldest", "newest"] if dated else ["oldest"]), *(["distance"] if table.lies else [])],
        "notes": notes,
        "layers": [],
        "named": {
            "file": "".join(letter for letter in table.file if letter.isprintable()),
            "colour": roles.colour,
            **{key: name for name, key in keys.items()},
        },
        "events": {
            "file": table.file,
            "kind": done.kind.name,
            "columns": [[keys[name], name] for name in roles.columns],
            "heading": [keys[name] for name in roles.heading],
            "place": keys.get(roles.place),
            "precision": keys.get(done.kind.precision),
            "radii": shown.radii,
            "words": list(shown.words),
            "rows": done.rows + len(done.broken),
            "dated": dated,
            "measured": bool(table.lies),
        },
    }


def _plain(table: EventTable) -> str:
    """The first rows as a table in HTML, for readers whose browser cannot run the page's scripts."""
    names = [*table.shown.columns][:12]
    cells = [table.columns[name].slice(0, MOST).to_pylist() for name in names]
    points = zip(table.lon[:MOST].tolist(), table.lat[:MOST].tolist(), strict=True)
    spots = ["no place" if lon != lon else f"{lon:.5f}, {lat:.5f}" for lon, lat in points]
    heads = "".join(f'<th scope="col">{escape(name)}</th>' for name in ("row", "lon, lat", *names))
    lines = [
        "<tr>" + "".join(f'<td dir="auto">{escape("" if cell is None else cell)}</td>' for cell in line) + "</tr>"
        for line in zip(table.numbers[:MOST].tolist(), spots, *cells, strict=True)
    ]
    first = f"<p>The first {len(lines)} of {len(table)} rows.</p>" if len(table) > len(lines) else ""
    body = "\n".join(lines)
    return (
        f"<p>Points are as {escape(table.file)} gives them.</p>\n{first}"
        f"<table><caption>{escape(table.file)}</caption><thead><tr>{heads}</tr></thead><tbody>\n{body}\n</tbody></table>"
    )


__all__ = ["Events", "draw_events", "extent_of_events"]
