"""``geomap border``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from geomap.cli.group import main
from geomap.cli.options import FARTHEST_KM, Finite, Out, as_json, border_asked, border_name, output, story_if_any
from geomap.cli.terminal import tell

if TYPE_CHECKING:
    from rich.console import Console

    from geomap.border import Border
    from geomap.model import Story


@main.command()
@border_name
@click.option(
    "--length-km",
    "lengths_km",
    type=Finite(min=0, max=FARTHEST_KM, min_open=True),
    multiple=True,
    help="A quoted length.  [default: those that the story quotes]",
)
@click.option("--trace", "pair", help="A pair of countries: write a finer line of it, traced from timezonefinder-data.")
@click.option("-o", "--out", type=Out(dir_okay=False), help="The file for --trace.  [default: A-B.geojson]")
@as_json
def border(border_name: str | None, lengths_km: tuple[float, ...], pair: str | None, out: Path | None, as_json: bool) -> None:
    """Say how long a border is at which detail, and where its line is weak.

    A length is never given without its detail: coarser lines are shorter. For each quoted length, the detail at which it holds.
    It is the length of what is drawn; what the line lacks is listed as gaps.
    The line itself as GeoJSON, in Python: shapely.to_geojson(Border.read("IRN-PAK").line)

    \b
    Example:
      geomap border --border IND-PAK
      geomap border --trace IND-PAK -o india-pakistan.geojson
    """
    from dataclasses import asdict

    if pair or out:
        _trace(pair, out, as_json)
        return
    story = None if border_name is not None else story_if_any()
    line = border_asked(border_name, story)
    lengths_km = lengths_km or (story.quoted_lengths_km if story else ())
    quoted = [{"length_km": km, "holds_at_m": line.detail_for(km * 1000)} for km in lengths_km]
    result = asdict(line.describe()) | {"quoted": quoted, "statements": _length_statements(line, story) if story else []}
    output(result, as_json, lambda console: _say_border(console, result))


def _trace(pair: str | None, out: Path | None, as_json: bool) -> None:
    from geomap.border import trace, write_line
    from geomap.project import replacing

    if pair is None:
        raise click.UsageError("-o is where --trace writes its line; name a pair with --trace")
    if out and out.suffix.lower() not in (".geojson", ".json"):
        raise click.BadParameter(f"{out}: the line is written as GeoJSON; give a name that ends in .geojson", param_hint="-o")
    properties, line = trace(pair)
    out = out or Path(f"{properties['a']}-{properties['b']}.geojson")
    with replacing(out.resolve().parent) as folder:
        write_line(properties, line, folder / out.name)
    tell(f"wrote {out}; name it in geomap.toml as border, or with --border")
    output(properties, as_json, lambda console: _say_traced(console, properties))


def _say_traced(console: Console, properties: dict[str, Any]) -> None:
    console.print(f"{properties['a']}-{properties['b']}  {properties['length_km']:,.1f} km, {properties['a']} on its left")
    console.print(properties["source"])
    console.print(f"{properties['attribution']}, {properties['licence']}")


def _length_statements(line: Border, story: Story) -> list[dict[str, Any]]:
    """What the articles say of this border's length, with the verdict."""
    from geomap.articles import read_articles
    from geomap.checks import length_verdict

    if not any(story.path("articles").glob("*.toml")):
        return []
    said = [
        (claim.id, statement.value)
        for _, claims in read_articles(story.path("articles"))
        for claim in claims
        for statement in claim.statements
        if statement.value.relation == "length" and statement.value.of == line.id
    ]
    return [{"claim": claim, **length_verdict(line, statement)} for claim, statement in said]


def _say_border(console: Console, result: dict[str, Any]) -> None:
    from rich.table import Table

    drawn = f"drawn within {result['tolerance_m']:g} m" if result["tolerance_m"] else "as drawn"
    console.print(result["id"], end="", style="bold")
    console.print(f"  {result['vertices']:,} vertices in {result['parts']} parts, {drawn}")
    for words in (result["source"], result["attribution"], *result["weak"]):
        if words:
            console.print(words)
    gaps = result["gaps"]
    table = Table("detail", "length of what is drawn" if gaps else "length", "vertices", box=None, pad_edge=False)
    for row in result["details"]:
        detail = "as drawn" if row["tolerance_m"] is None else f"{row['tolerance_m']:g} m"
        table.add_row(detail, f"{row['length_m'] / 1000:,.1f} km", f"{row['vertices']:,}")
    console.print(table)
    if gaps:
        missing = sum(gap["length_m"] for gap in gaps) / 1000
        console.print(
            f"{len(gaps)} {'gap' if len(gaps) == 1 else 'gaps'} of {missing:,.1f} km in all, in none of these lengths:"
        )
        for gap in gaps:
            ends = " to ".join(f"{lon:.3f}, {lat:.3f}" for lon, lat in (gap["start"], gap["end"]))
            console.print(f"  {gap['length_m'] / 1000:,.1f} km from {ends} (lon, lat): {gap['why']}")
    for row in result["quoted"]:
        at = f"at a detail of {row['holds_at_m']:,.0f} m" if row["holds_at_m"] is not None else "at no detail of this line"
        console.print(f"{row['length_km']:g} km holds {at}")
    for row in result["statements"]:
        console.print(f"{row['claim']} says {row['stated']}: {row['verdict']}; {row['measured']}")
