"""``geomap build``."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from geomap.cli.group import main
from geomap.cli.options import Out, Renamed, Words, as_json, near, output, story_here
from geomap.cli.terminal import tell
from geomap.cli.wording import NO_CLAIM, interval, listed
from geomap.wording import how_many

if TYPE_CHECKING:
    from rich.console import Console

    from geomap.tables import Tables

#: How many changes are printed; the files have them all.
_MOST_CHANGES = 20


@main.command()
@click.option(
    "--out", type=Out(guarded=False), help="The folder.  [default: the story's output, or private beside it with --texts]"
)
@click.option(
    "--texts",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder with the articles' texts: a private page that shows them, never written to output/.",
)
@click.option(
    "--tiles", help="The address of map tiles, with {z}/{x}/{y}, that the page may be switched to; needs --attribution."
)
@click.option("--attribution", type=Words(), help="What must be shown with the tiles.")
@near
@click.option(
    "--edits",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A GeoPackage or GeoJSON of ours that you changed: points and days are taken as corrections.",
)
@click.option(
    "--built-from",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The file of the build that --edits is a copy of, where another program wrote it anew, as geopandas and ogr2ogr do.",
)
@click.option("--incidents", cls=Renamed, now="--edits", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--by", type=Words(), help="Who made the changes.")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="When; without it, today.")
@click.option("--why", type=Words(), default="corrected on the map", show_default=True, help="Why.")
@click.option(
    "--with-proposals",
    is_flag=True,
    help="Show what waits in proposals/, too, hatched and counted apart: a private page, never written to output/.",
)
@click.option("--example", is_flag=True, help="Build the story that comes with geomap, into output/ here.")
@as_json
@click.pass_context
def build(
    ctx: click.Context,
    out: Path | None,
    texts: Path | None,
    tiles: str | None,
    attribution: str | None,
    near_km: float | None,
    edits: Path | None,
    built_from: Path | None,
    by: str | None,
    on: dt.datetime | None,
    why: str,
    with_proposals: bool,
    example: bool,
    as_json: bool,
) -> None:
    """Rebuild the map and every file of it. Needs no network.

    \b
    Examples:
      geomap build --out output
      geomap build --edits edited.gpkg --by "A. Analyst" --why "seen on imagery"
      geomap build --edits copy.gpkg --built-from output/geomap.gpkg --by "A. Analyst"
    """
    from geomap import pipeline, project

    story = project.example() if example else story_here()
    if example and out is None:
        out = Path("private" if texts or with_proposals else "output")
    _check_wishes(out, tiles, attribution, edits, by)
    if built_from and not edits:
        raise click.UsageError("--built-from says what --edits is a copy of; give both")
    out = pipeline.output_of(story, out, private=texts is not None or with_proposals)
    if edits and (texts or with_proposals):
        raise click.UsageError("--edits changes the data, --texts and --with-proposals make a private page; use one at a time")
    refused: tuple[str, ...] = ()
    if edits:
        day = (on or dt.datetime.now()).date()
        who = {"by": by or "", "reason": why}
        taken = pipeline.correct(edits, **who, on=day, story=story, near_km=near_km, out=out, built_from=built_from)
        refused = taken.refused
        tell(f"corrections kept in {story.path('corrections.toml')}: {len(taken.corrections)}")
    for sentence in refused:
        tell(f"not taken: {sentence}")
    served = {"url": tiles, "attribution": attribution or ""} if tiles else None
    tables, record, history = pipeline.build(
        out, story=story, near_km=near_km, texts=texts, tiles=served, proposals=with_proposals
    )
    if texts:
        _tell_missing(tables, texts)
    for sentence in history.notes if history else ():
        tell(f"note: {sentence}")
    summary = _summary(tables, record, out) | {"changes": history.now if history else None}
    output(summary, as_json, lambda console: _say_summary(console, summary))
    if refused:
        ctx.exit(3)


def _check_wishes(out: Path | None, tiles: str | None, attribution: str | None, edits: Path | None, by: str | None) -> None:
    """Refuse what no build can do, before anything is read or kept."""
    if tiles and not attribution:
        raise click.UsageError("--tiles needs --attribution: whoever draws the tiles is to be named")
    if tiles:
        from geomap.webmap import images_of

        try:
            images_of(tiles)
        except ValueError as error:
            raise click.BadParameter(str(error), param_hint="--tiles") from error
    if out and out.exists() and not out.is_dir():
        raise click.BadParameter(f"{out} is a file; name a folder", param_hint="--out")
    if edits and not by:
        raise click.UsageError("--edits needs --by: a correction names who made it")


def _tell_missing(tables: Tables, texts: Path) -> None:
    """Which articles' texts a private page lacks, in one line."""
    from geomap.articles import without_text

    held = tables.articles["id"][tables.articles["is_outside"] == 0]
    if missing := without_text(texts, held):
        tell(f"note: {len(missing)} of {len(held)} texts are not in {texts}, so the page lacks them: {', '.join(missing)}")


def _summary(tables: Tables, record: dict[str, Any], out: Path) -> dict[str, Any]:
    from geomap.tables import records

    rows = records(tables.incidents)
    keys = (
        "id",
        "date_text",
        "place",
        "level",
        "distance_km",
        "distance_min_km",
        "distance_max_km",
        "border_country",
        "near_border",
        "no_point_reason",
        "method",
    )
    return {
        "counts": record["counts"],
        "near_km": record["near_km"],
        "incidents": [{key: row[key] for key in keys} | {"difference_count": row["difference_count"]} for row in rows],
        "not pinned": {row["id"]: row["no_point_reason"] for row in rows if row["no_point_reason"]},
        "depends on the line": [row["id"] for row in rows if row["near_on_all_lines"] == "no"],
        "accounts differ": {row["id"]: row["differing_fields"] for row in rows if row["difference_count"]},
        "page": str(out / "map.html"),
    }


def _say_summary(console: Console, summary: dict[str, Any]) -> None:
    from rich.table import Table

    table = Table(
        "incident",
        "when",
        "place",
        "level",
        "km from border",
        "side",
        "near",
        "differs",
        box=None,
        pad_edge=False,
    )
    for row in summary["incidents"]:
        words = (
            row["date_text"],
            row["place"] or "not located",
            row["level"],
            interval(row, unit=""),
            row["border_country"] or "?",
            row["near_border"],
        )
        table.add_row(row["id"], *words, str(row["difference_count"] or ""))
    console.print(table)
    counts = summary["counts"]
    console.print(
        f"\n{how_many(counts['incidents'], 'incident')} from {how_many(counts['articles'], 'article')} and "
        f"{how_many(counts['outside publications'], 'outside publication')}; {counts['near the border']} near the border "
        f"(the whole region within {summary['near_km']:g} km), "
        f"{counts['unlocated']} not located, {counts['undated']} without a first day."
    )
    console.print("\nWithout a pin:")
    for key, reason in summary["not pinned"].items():
        console.print(f"  {key}: {reason}")
    console.print("\nAccounts differ:")
    for key, fields in summary["accounts differ"].items():
        console.print(f"  {key}: {listed(fields)}")
    if summary["depends on the line"]:
        console.print(f"\nWhether it is near depends on the line: {', '.join(summary['depends on the line'])}")
    if summary["changes"]:
        _say_changes(console, summary["changes"], out=Path(summary["page"]).parent)
    if not counts["incidents"]:
        console.print(f"\n{NO_CLAIM}")
    console.print(f"\nOpen {summary['page']}")


def _say_changes(console: Console, changes: dict[str, Any], out: Path) -> None:
    from geomap.export import change_in_words, summary_in_words

    since = f"Since the map {changes['from']}" if changes["from"] else "The first map here"
    console.print(f"\n{since}: {summary_in_words(changes)}.")
    for change in changes["changes"][:_MOST_CHANGES]:
        console.print(f"  {change['incident']}: {change_in_words(change)}")
    if len(changes["changes"]) > _MOST_CHANGES:
        console.print(f"  and {len(changes['changes']) - _MOST_CHANGES} more: {out / 'changes.md'}")
