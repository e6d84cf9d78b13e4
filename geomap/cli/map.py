"""``geomap map``."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from geomap import __version__
from geomap.cli.group import main
from geomap.cli.near import columns_named, progress_of
from geomap.cli.options import FARTHEST_KM, Finite, Out, Words
from geomap.cli.terminal import tell
from geomap.wording import how_many

if TYPE_CHECKING:
    from geomap.events import Asked, EventTable, Shown, To


@main.command(name="map")
@click.argument("table", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--out",
    type=Out(dir_okay=False),
    default=Path("map.html"),
    show_default=True,
    help="The page.",
)
@click.option(
    "--border", "name", help="A pair of countries, a file, or any: how far each event is from it.  [default: no border]"
)
@click.option(
    "--near-km", type=Finite(min=0, min_open=True, max=FARTHEST_KM), help="What counts as near the border.  [default: 50]"
)
@click.option("--lon", default="", help="The column of longitudes, degrees east.")
@click.option("--lat", default="", help="The column of latitudes, degrees north.")
@click.option("--date", "days", help="The column of days, or those of the first and the last day, parted by a comma.")
@click.option(
    "--date-order",
    type=click.Choice(["dmy", "mdy"]),
    help="Whether 03/02/2021 has the day or the month first.  [default: as other cells show, such as 25/03/2021]",
)
@click.option("--precision", default="", help="The column of codes that say how precisely a place is known.")
@click.option("--radii", help="Radius of each code in km, 1=2,2=25; or one for all rows.  [default: for UCDP GED 1=2,2=25]")
@click.option("--country", default="", help="The column of countries.  [default: by its name, or the point's]")
@click.option("--columns", help="Columns on the cards, parted by commas.  [default: the usual ones of the table, 24 at most]")
@click.option("--heading", help="Columns that an event is called by, parted by commas.")
@click.option("--place", default="", help="The column of places' names.")
@click.option("--colour", default="", help="The column whose most frequent values have colours.")
@click.option("--title", type=Words(), default="", help="Of the page.  [default: the table's name]")
@click.option(
    "--limit",
    type=click.IntRange(min=1, max=2_000_000),
    help="Rows at most: the nearest to the border, else the newest, else the first.  [default: 1000000]",
)
@click.option("--yes", is_flag=True, help="Draw although the points look as if lon and lat were swapped.")
def map_command(
    table: Path,
    out: Path,
    name: str | None,
    near_km: float | None,
    radii: str | None,
    title: str,
    limit: int | None,
    yes: bool,
    **columns: str | None,
) -> None:
    """Draw a table of events as a map: one HTML file that opens from a disk and asks for nothing.

    TABLE is any that `geomap near` reads. Its columns become filters, where they hold few different values, and cards; its
    days a timeline; its codes of precision circles. The points are as the table gives them, and each card names its row.

    Rows without a place are in the list and counted; what is cut off, left out or cannot be read is said on the page, and the
    exit code is 3.

    \b
    Example:
      geomap map ged.csv --border IRN-PAK -o ged.html
    """
    from geomap import project
    from geomap.errors import DataError
    from geomap.events import MOST_ROWS, table_for_map
    from geomap.model import Story
    from geomap.vocabulary import NEAR_BORDER_KM
    from geomap.webmap import draw_events, extent_of_events

    if out.resolve() == project.split_layer(table)[0].resolve():
        raise DataError(f"{out}: is the table itself; give -o another name")
    if out.suffix.lower() not in (".html", ".htm"):
        raise DataError(f"{out}: the map is a page; give -o a name that ends in .html or .htm")
    if out.exists() and not out.is_file():
        raise DataError(f"{out}: is no file; give -o another name")
    if not out.resolve().parent.is_dir():
        raise DataError(f"{out.parent}: no such folder; make it, or give -o another")
    if near_km is not None and name is None:
        raise click.UsageError("--near-km needs --border")
    near_km = NEAR_BORDER_KM if near_km is None else near_km
    to = _to(name, near_km)
    asked, shown = _asked(columns, radii)
    with progress_of(table) as progress:
        events = table_for_map(
            table, asked, to=to, shown=shown, limit=limit or MOST_ROWS, swapped_is_meant=yes, progress=progress
        )
    build = {"geomap": __version__, "inputs_sha256": _sha256(project.split_layer(table)[0]), "near_km": near_km}
    extent = extent_of_events(events)
    borders = [border for border in (to.borders if to else ()) if not isinstance(border, str)]
    basemap = project.read_basemap(Story(), extent)
    html = draw_events(events, basemap=basemap, build=build, borders=borders, title=title)
    with project.replacing(out.resolve().parent) as folder:
        (folder / out.resolve().name).write_text(html, encoding="utf-8", newline="\n")
    _say(events, table, out, html)
    if events.rank or events.unread_days or events.done.not_measured or events.done.broken:
        click.get_current_context().exit(3)


def _asked(columns: Mapping[str, str | None], radii: str | None) -> tuple[Asked, Shown]:
    """What a command line says of the columns."""
    from geomap.events import Asked, Shown, radii_of

    said = {key: value or "" for key, value in columns.items()}
    where = {key: said[key] for key in ("lon", "lat", "precision", "country")}
    days, headings, cards = (columns_named(said[key]) for key in ("days", "heading", "columns"))
    asked = Asked(**where, radii_km=radii_of(radii) if radii is not None else None)
    return asked, Shown(
        columns=cards, days=days, heading=headings, place=said["place"], colour=said["colour"], date_order=said["date_order"]
    )


def _to(name: str | None, near_km: float) -> To | None:
    """The border that is measured to; None for none."""
    from geomap.cli.options import border_asked
    from geomap.events import ANY, To

    if name is None:
        return None
    return To(borders=[ANY if name == ANY else border_asked(name, None)], near_m=near_km * 1000)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _order_of_days(events: EventTable) -> str:
    """How days that can be two were read, and why."""
    taken = events.order
    if not taken.order:
        return f"days such as {taken.example} can be two; say with --date-order whether the day or the month is first"
    first = {"dmy": "day", "mdy": "month"}[taken.order]
    return f"days such as {taken.example} are read {first} first, as {taken.by or '--date-order'} says"


def _say(events: EventTable, table: Path, out: Path, html: str) -> None:
    """What was drawn, and what was left out, on stderr."""
    from geomap.events import FAR_M

    done, roles = events.done, events.shown
    known: dict[str, Any] = {"lon": done.kind.lon, "lat": done.kind.lat, "days": ", ".join(roles.days)}
    known |= {"precision": done.kind.precision, "place": roles.place, "colour": roles.colour}
    said = ", ".join(f"{role} {column!r}" for role, column in known.items() if column)
    tell(f"{table}: {done.kind.name}{f', {said}' if said else ''}")
    if not roles.days:
        tell("no column of days: no timeline; name one with --date")
    if events.lies and not done.kind.radii_km:
        tell("no radii: distances, sides and nearness are of the points; give --radii")
    if done.without_radius:
        codes = ", ".join(f"{code} ({times:,})" for code, times in sorted(done.without_radius.items()))
        tell(f"no radius for precision {codes}: no circle and no interval")
    if events.far.any():
        row, at = events.numbers[events.far.argmax()], events.far.argmax()
        lie = "1 row lies" if events.far.sum() == 1 else f"{events.far.sum():,} rows lie"
        than = "from the border and outside its countries" if 0 < done.far <= done.rows / 2 else "from the middle of the others"
        first = f"row {row:,} at {events.lon[at]:g}, {events.lat[at]:g} (lon, lat)"
        tell(f"{lie} outside the first view, farther than {FAR_M / 1000:,.0f} km {than}; the first: {first}")
    for reason, times in sorted(done.not_measured.items()):
        placeless = reason in set(events.reasons)
        tell(f"{how_many(times, 'row')} {'without a place on the map' if placeless else 'not measured'}: {reason}")
    if events.order.example:
        tell(_order_of_days(events))
    if events.unread_days:
        tell(f"{how_many(events.unread_days, 'row')} with a day that cannot be read")
    if done.broken:
        tell(f"{how_many(len(done.broken), 'row')} left out, with too few or too many cells; the first: {done.broken[0]!r}")
    if events.rank:
        how = {"nearest": "the nearest to the border", "newest": "the newest", "first": "the first"}[events.rank]
        tell(f"{len(events):,} of {done.rows + len(done.broken):,} rows are drawn: {how} that have a place; --limit takes more")
    tell(f"{how_many(len(events), 'row')} drawn; wrote {out}, {len(html) / 1e6:.1f} MB")
