"""``geomap near``."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from geomap.cli.group import main
from geomap.cli.options import Out, border_asked, near, story_if_any
from geomap.cli.terminal import print_json, tell
from geomap.wording import how_many

if TYPE_CHECKING:
    from geomap.border import Border
    from geomap.events import Done, Progress
    from geomap.model import Story


@main.command(name="near")
@click.argument("table", type=click.Path(path_type=Path))
@click.option(
    "--border",
    "names",
    multiple=True,
    help="A pair of countries, a file, or any: the nearest land border of each event's country; may be given again.  "
    "[default: the story's]",
)
@near
@click.option(
    "-o",
    "--out",
    type=Out(),
    help="The file, its format by its suffix: .csv, .tsv, .csv.gz, .tsv.gz, .parquet, .geoparquet, .gpkg, .geojson, .jsonl, "
    ".ndjson.  [default: CSV here]",
)
@click.option("--lon", default="", help="The column of longitudes, degrees east.")
@click.option("--lat", default="", help="The column of latitudes, degrees north.")
@click.option("--precision", default="", help="The column of codes that say how precisely a place is known.")
@click.option("--radii", help="Radius of each code in km, 1=2,2=25; or one for all rows.  [default: for UCDP GED 1=2,2=25]")
@click.option(
    "--country", default="", help="The column of countries, for --border any.  [default: by its name, or the point's]"
)
@click.option(
    "--check-text",
    "texts",
    help="Columns of words, parted by commas: what they say of where a row lies is held against its point.",
)
@click.option(
    "--place",
    default="",
    help="For --check-text, the column of places' names whose points the rows have.  [default: for UCDP GED where_coordinates, "
    "for ACLED location]",
)
@click.option("--prefix", default="", help="Letters before the names of the columns that are added.")
@click.option("--engine", type=click.Choice(["dask"]), help="Measure Parquet by several processes; OUT is a folder of parts.")
@click.option("--scheduler", help="The address of a running scheduler of dask, as tcp://HOST:8786.  [default: one is started]")
@click.option("--yes", is_flag=True, help="Measure although the points look as if lon and lat were swapped.")
@click.option("--json", "as_json", is_flag=True, help="Print what was done as JSON, where the table goes to a file.")
def near_command(
    table: Path,
    names: tuple[str, ...],
    near_km: float | None,
    out: Path | None,
    lon: str,
    lat: str,
    precision: str,
    radii: str | None,
    country: str,
    texts: str | None,
    place: str,
    prefix: str,
    engine: str | None,
    scheduler: str | None,
    yes: bool,
    as_json: bool,
) -> None:
    """Write a table of events again, with how each lies to a border.

    TABLE is CSV (also in a ZIP or .gz), Parquet, GeoPackage, GeoJSON or JSON lines. UCDP GED, ACLED and GDELT 2 are known by
    their columns, with or without a header row. Rows keep their order, and columns what stands in them.

    Coordinates may have a decimal comma where the whole column has, a letter (72.5°W), or minutes and seconds (27°22'12"N).
    A point at 0, 0 counts as none. Rows farther than 1,000 km from each border and more than a degree outside its countries are
    measured, counted, and the first is named; the row below the header is row 1.

    With --check-text, words such as "12 km north of A" or "near the border with B" are read and held against the row's point:
    text_holds is yes, by road (where the figure is right along a road alone), no, or unknown; beside it stand the column and
    offsets of the words, what they count from, the figure, the distance that was found, and by how much it is off.
    text_tolerance_km is how far the row (its radius) and what it counts from (its extent) may be from their points together;
    it is empty where the precision has no radius, and the figure's own rounding and a road's detour come on top. "row 8" as
    text_source is the eighth row of OUT. A name is looked up in the row's country, and where it is not there, in the others at
    the borders that are named: in the gazetteer, and among the rows' places, whose column --place names.

    With --engine dask, as many processes as there are cores, or the workers of a running scheduler, measure the row groups of
    a Parquet file, and OUT is a folder of parts, part-00000.parquet and so on, in the order of the rows.

    \b
    Example:
      geomap near ged.csv --border IRN-PAK --radii 1=2,2=25 -o ged-near.parquet
    """
    from geomap.events import Asked, To, near_parts, near_table, radii_of
    from geomap.vocabulary import NEAR_BORDER_KM

    _check_engine(engine, scheduler, out, texts)
    _check_needed(out, texts, place, as_json)
    story = None if names else story_if_any()
    near_km = near_km if near_km is not None else story.near_km if story else NEAR_BORDER_KM
    to = To(borders=_borders(names, story), near_m=near_km * 1000, prefix=prefix)
    asked = Asked(lon=lon, lat=lat, precision=precision, country=country, place=place, texts=columns_named(texts))
    asked = asked if radii is None else replace(asked, radii_km=radii_of(radii))
    with progress_of(table) as progress:
        if engine and out:
            done = near_parts(table, out, to, asked, scheduler=scheduler, swapped_is_meant=yes, progress=progress)
        else:
            done = near_table(table, out or sys.stdout.buffer, to, asked, swapped_is_meant=yes, progress=progress)
    _say(done, table, out, as_json)
    if done.not_measured or done.broken:
        click.get_current_context().exit(3)


def _check_engine(engine: str | None, scheduler: str | None, out: Path | None, texts: str | None) -> None:
    """Refuse options that an engine does not take, or that need one."""
    if scheduler and not engine:
        raise click.UsageError("--scheduler needs --engine dask")
    if engine and out is None:
        raise click.UsageError("--engine writes a folder of parts; name it with -o")
    if engine and out and out.suffix:
        raise click.UsageError(f"--engine writes a folder of Parquet parts; give -o a name without {out.suffix}")
    if out and out.is_dir() and not engine:
        raise click.BadParameter(f"File {str(out)!r} is a directory.", param_hint="'-o' / '--out'")
    if engine and texts:
        raise click.UsageError("--check-text needs the names of the whole table; leave out --engine")


def _check_needed(out: Path | None, texts: str | None, place: str, as_json: bool) -> None:
    """Refuse options that need another."""
    if as_json and out is None:
        raise click.UsageError("--json prints what was done, and the table goes to the same place; name its file with -o")
    if place and not texts:
        raise click.UsageError("--place names the places for --check-text; name the columns of words with that")


def columns_named(names: str | None) -> tuple[str, ...]:
    """Names of columns, parted by commas, each once."""
    return tuple(dict.fromkeys(filter(None, map(str.strip, (names or "").split(",")))))


def _borders(names: Sequence[str], story: Story | None) -> list[Border | str]:
    """The borders that are named, each once, or the story's."""
    from geomap.events import ANY

    return [name if name == ANY else border_asked(name, story) for name in dict.fromkeys(names)] or [border_asked(None, story)]


@contextmanager
def progress_of(table: Path) -> Iterator[Progress]:
    """A bar on stderr, where that is a terminal."""
    if not sys.stderr.isatty():
        yield lambda share, rows: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

    columns = TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn()
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(table.name.replace("[", r"\["), total=1.0)
        yield lambda share, rows: bar.update(task, completed=share, description=f"{rows:,} rows")


def _say(done: Done, table: Path, out: Path | None, as_json: bool) -> None:
    """What was found and done, on stderr; as JSON on stdout."""
    from geomap.events import FAR_M, UNREAD

    kind = done.kind
    measured = done.rows - done.not_measured.total()
    if as_json:
        print_json(_for_json(done, table, out, measured), indent=1)
    roles = {"lon": kind.lon, "lat": kind.lat, "precision": kind.precision}
    known = ", ".join(f"{role} {name!r}" for role, name in roles.items() if name)
    tell(f"{table}: {kind.name}{f', {known}' if known else ''}")
    if kind.radii_km:
        radii = ", ".join(f"{code}: {km:g} km" if code else f"{km:g} km" for code, km in kind.radii_km.items())
        tell(f"radii: {radii}")
    else:
        tell("no radii: no interval, and side and nearness are of the point; give --radii")
    if done.without_radius:
        codes = ", ".join(f"{code} ({how_many(times, 'row')})" for code, times in sorted(done.without_radius.items()))
        tell(f"no radius for precision {codes}: no interval and no side, near is unknown")
    for reason, times in sorted(done.not_measured.items()):
        first = ""
        if done.unread and reason == UNREAD:
            first = f" (the first: {done.unread[0]!r}, row {done.number_of(done.unread[1]):,})"
        tell(f"{how_many(times, 'row')} not measured: {reason}{first}")
    if far := done.first_far:
        lie = "row lies" if done.far == 1 else "rows lie"
        first = f"row {done.number_of(far.row):,} at {far.lon:g}, {far.lat:g} (lon, lat), {far.km:,.0f} km"
        beyond = f"farther than {FAR_M / 1000:,.0f} km from each border and outside its countries"
        tell(f"{done.far:,} {lie} {beyond}; the first: {first}")
    if done.texts:
        held = {"yes": "hold", "by road": "hold if along a road", "no": "do not hold", "unknown": "cannot be said"}
        counts = ", ".join(f"{done.texts[verdict]:,} {words}" for verdict, words in held.items())
        tell(f"words of {how_many(done.texts.total(), 'row')} say where they lie: {counts}")
    for why, times in done.unsaid.most_common():
        tell(f"cannot be said in {how_many(times, 'row')}: {why}")
    if done.broken:
        count, first = len(done.broken), done.broken[0]
        tell(f"{how_many(count, 'row')} left out, with too few or too many cells; the first: {first!r}")
    tell(f"{measured:,} of {done.rows:,} rows measured{f'; wrote {out}' if out else ''}")


def _for_json(done: Done, table: Path, out: Path | None, measured: int) -> dict[str, Any]:
    kind, far = done.kind, done.first_far
    return {
        "table": str(table),
        "kind": kind.name,
        "columns": {name: getattr(kind, name) or None for name in ("lon", "lat", "precision", "country")},
        "radii_km": dict(kind.radii_km) or None,
        "rows": done.rows,
        "measured": measured,
        "not_measured": dict(done.not_measured),
        "first_unread": {"cell": done.unread[0], "row": done.number_of(done.unread[1])} if done.unread else None,
        "without_radius": dict(done.without_radius),
        "far": {"rows": done.far, "first": far and {**asdict(far), "row": done.number_of(far.row)}},
        "texts": dict(done.texts) or None,
        "texts_unknown": dict(done.unsaid.most_common()) or None,
        "broken_rows": len(done.broken),
        "out": str(out),
    }
