"""The verbs: the only module that prints or exits.

Results go to stdout, everything else to stderr. Exit codes: 0 done, 1 the data is wrong, 2 the command is wrong, 130
interrupted.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from geomap import __version__
from geomap.errors import GeomapError

if TYPE_CHECKING:
    from rich.console import Console

    from geomap.pipeline import Story

as_json = click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
near = click.option(
    "--near-km", type=click.FloatRange(min=0), default=50.0, show_default=True, help="What counts as near the border."
)
texts = click.option(
    "--texts",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder with the articles' texts, <article id>.txt.",
)


class Verbs(click.Group):
    """A group whose commands say what is wrong with the data in one line, without a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; wrong data ends with 1, an interruption with 130."""
        try:
            return super().invoke(ctx)
        except GeomapError as error:
            click.echo(str(error), err=True)
            ctx.exit(1)
        except KeyboardInterrupt:
            click.echo("interrupted", err=True)
            ctx.exit(130)


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="geomap")
def main() -> None:
    """Turn what articles report into a map that can be checked."""


def _print(result: Any, as_json: bool, say: Callable[[Console], None]) -> None:
    """A result on stdout: as JSON, or for a person."""
    if as_json:
        click.echo(json.dumps(result, ensure_ascii=False, indent=1, default=str))
        return
    from rich.console import Console

    # Wide enough for the tables where stdout is no terminal: a pipe should not fold them.
    say(Console(width=None if sys.stdout.isatty() else 150, highlight=False, soft_wrap=not sys.stdout.isatty()))


@main.command()
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), default=Path("output"), show_default=True)
@near
@as_json
def build(out: Path, near_km: float, as_json: bool) -> None:
    r"""Rebuild the map and every file of it. Needs no network.

    \b
    Example:
      geomap build --out output
    """
    from geomap import pipeline

    if out.exists() and not out.is_dir():
        raise click.BadParameter(f"{out} is a file; name a folder", param_hint="--out")
    story = pipeline.build(out, near_km=near_km)
    summary = _summary(story, out)
    _print(summary, as_json, lambda console: _say_summary(console, summary))


def _summary(story: Story, out: Path) -> dict[str, Any]:
    from geomap.layers import records
    from geomap.pipeline import layers, manifest

    rows = records(layers(story).incidents)
    keys = (
        "id",
        "when",
        "place",
        "level",
        "border_km",
        "border_min_km",
        "border_max_km",
        "border_side",
        "border_near",
        "no_pin",
        "method",
    )
    return {
        "counts": manifest(story)["counts"],
        "near_km": story.near_m / 1000,
        "incidents": [{key: row[key] for key in keys} | {"differs": row["differs"]} for row in rows],
        "not pinned": {row["id"]: row["no_pin"] for row in rows if row["no_pin"]},
        "accounts differ": {row["id"]: row["differences"] for row in rows if row["differs"]},
        "page": str(out / "map.html"),
    }


def _interval(row: dict[str, Any]) -> str:
    low, high = row["border_min_km"], row["border_max_km"]
    return "—" if low is None else f"{low:,.1f}–{high:,.1f}"


def _say_summary(console: Console, summary: dict[str, Any]) -> None:
    from rich.table import Table

    table = Table("incident", "when", "place", "level", "km from border", "side", "near", "differs", box=None, pad_edge=False)
    for row in summary["incidents"]:
        words = (
            row["when"],
            row["place"] or "not located",
            row["level"],
            _interval(row),
            row["border_side"] or "?",
            row["border_near"],
        )
        table.add_row(row["id"], *words, str(row["differs"] or ""))
    console.print(table)
    counts = summary["counts"]
    console.print(
        f"\n{counts['incidents']} incidents from {counts['articles']} articles and {counts['outside publications']} outside "
        f"publications; {counts['near the border']} near the border (the whole region within {summary['near_km']:g} km), "
        f"{counts['unlocated']} not located, {counts['undated']} without a first day."
    )
    console.print("\nWithout a pin:")
    for key, reason in summary["not pinned"].items():
        console.print(f"  {key}: {reason}")
    console.print("\nAccounts differ:")
    for key, fields in summary["accounts differ"].items():
        console.print(f"  {key}: {fields}")
    console.print(f"\nOpen {summary['page']}")


@main.command()
@click.argument("incident")
@texts
@near
@as_json
def explain(incident: str, texts: Path | None, near_km: float, as_json: bool) -> None:
    r"""Lead from an incident to the lines of the articles it stands on.

    \b
    Example:
      geomap explain 2024-01-16-sabz-koh
    """
    from geomap import pipeline

    story = pipeline.tell(pipeline.read_inputs(), near_km=near_km)
    result = _explanation(story, incident, texts)
    _print(result, as_json, lambda console: _say_explanation(console, result))


def _explanation(story: Story, wanted: str, texts: Path | None) -> dict[str, Any]:
    from geomap.layers import records
    from geomap.pipeline import layers

    tables = layers(story)
    rows = {row["id"]: row for row in records(tables.incidents)}
    if wanted not in rows:
        raise click.BadParameter(_unknown(wanted, rows), param_hint="INCIDENT")
    articles = {row["id"]: row for row in records(tables.articles)}
    claims = [row for row in records(tables.claims) if row["incident"] == wanted]
    values = records(tables.values)
    read = {c["article"]: _text(texts, articles[c["article"]]) for c in claims} if texts else {}
    return {
        "incident": rows[wanted],
        "claims": [
            claim
            | {"article": articles[claim["article"]]}
            | {"values": [_with_words(v, read.get(claim["article"])) for v in values if v["claim"] == claim["id"]]}
            for claim in claims
        ],
        "differences": [row for row in records(tables.differences) if row["incident"] == wanted],
        "files": ["incidents.geojson", "areas.geojson", "map.html"],
    }


def _unknown(wanted: str, known: Any) -> str:
    import difflib

    close = difflib.get_close_matches(wanted, list(known), n=3, cutoff=0.3)
    return f"no incident {wanted!r}" + (f"; the nearest are {', '.join(close)}" if close else "")


def _text(texts: Path, article: dict[str, Any]) -> str | None:
    """The text of an article, if the folder has the very one whose spans are recorded."""
    from geomap.articles import read_text

    return None if article["outside"] else read_text(texts, article["id"], article["text_sha256"])


def _with_words(value: dict[str, Any], text: str | None) -> dict[str, Any]:
    if text is None or not value["spans"]:
        return value
    ends = [tuple(map(int, span.split("-"))) for span in value["spans"].split("; ")]
    return value | {"words": [text[start:end] for start, end in ends], "sentence": _sentence(text, ends[0][0], ends[0][1])}


def _sentence(text: str, start: int, end: int) -> str:
    """The line around a span, cut to the sentence where that is plain."""
    first = max(text.rfind("\n", 0, start), text.rfind(". ", 0, start) + 1)
    stops = [stop for stop in (text.find("\n", end), text.find(". ", end) + 1) if stop > 0]
    return text[first + 1 : min(stops, default=len(text))].strip()


def _say_explanation(console: Console, result: dict[str, Any]) -> None:
    row = result["incident"]
    say = console.print
    say(f"[bold]{row['id']}[/bold]")
    say(row["title"], markup=False)
    say(f"  when      {row['when']} ({row['date_precision']})")
    say(f"  where     {row['place'] or 'not located'} ({row['level']})")
    say(f"  found by  {row['method']}", markup=False)
    say(f"  because   {row['reason']}", markup=False)
    if row["no_pin"]:
        say(f"  no pin    {row['no_pin']}", markup=False)
    side = row["border_side"] or "cannot be said"
    say(f"  border    {_interval(row)} km from {row['border']}, side {side}, near: {row['border_near']}")
    say(f"  confidence {row['confidence']}: {row['confidence_rule']}", markup=False)
    for claim in result["claims"]:
        article = claim["article"]
        outside = " — outside publication, no spans" if article["outside"] else ""
        say(f"\n[bold]{claim['id']}[/bold]{outside}")
        published = article["published"] or "day not known"
        say(f"  {article['publisher']}: {article['title']} ({published}) {article['address'] or ''}", markup=False)
        say(f"  tells of this because {claim['judgement']}", markup=False)
        say(f"  region: {claim['region']}; {_interval(claim)} km from the border", markup=False)
        for value in claim["values"]:
            where = f"[{value['spans']}] " if value["spans"] else ""
            by = f", says {value['by']}" if value["by"] else ""
            note = f" ({value['note']})" if value["note"] else ""
            say(f"  {value['field']:<14} {value['value']}  {where}{value['derivation']}{by}{note}", markup=False)
            if value.get("sentence"):
                say(f"                 “{value['sentence']}”", markup=False, style="italic")
    if result["differences"]:
        say("\n[bold]Accounts differ[/bold]")
        for d in result["differences"]:
            say(f"  {d['field']}: {d['account']} ({d['claims']}){'  ← better supported' if d['better'] else ''}", markup=False)
        for field, reason in dict.fromkeys((d["field"], d["reason"]) for d in result["differences"]):
            say(f"  {field}: {reason}", markup=False)
    say(f"\nIn output/: {', '.join(result['files'])}")


@main.command()
@click.option("--lon", type=click.FloatRange(-180, 180), required=True, help="Longitude, degrees east.")
@click.option("--lat", type=click.FloatRange(-90, 90), required=True, help="Latitude, degrees north.")
@click.option("--border", "border_name", default="IRN-PAK", show_default=True, help="A pair of countries, or a file.")
@near
@as_json
def measure(lon: float, lat: float, border_name: str, near_km: float, as_json: bool) -> None:
    r"""Measure a point's geodesic distance from the border.

    \b
    Example:
      geomap measure --lon 61.5 --lat 27.2
    """
    from geomap.border import Border

    border = Border.read(border_name)
    found = border.measure([lon], [lat])
    side = border.side([lon], [lat])[0]
    distance = float(found.distance_m[0])
    nearest = (float(found.nearest_lon[0]), float(found.nearest_lat[0]))
    result = {
        "lon": lon,
        "lat": lat,
        "border": border.id,
        "distance_km": round(distance / 1000, 3),
        "nearest": {"lon": round(nearest[0], 6), "lat": round(nearest[1], 6)},
        "side": side or None,
        "near": distance <= near_km * 1000,
    }

    def say(console: Console) -> None:
        near = "near" if result["near"] else "not near"
        console.print(f"{result['distance_km']:,.3f} km from {border.id}, {near} (within {near_km:g} km)")
        console.print(f"nearest border point {nearest[0]:.6f}, {nearest[1]:.6f} (lon, lat)")
        console.print(f"side {side or 'cannot be said'}")

    _print(result, as_json, say)


@main.command()
@texts
@as_json
@click.pass_context
def check(ctx: click.Context, texts: Path | None, as_json: bool) -> None:
    """Report every problem of the data at once; write nothing.

    With --texts, every span and every derivation is held against the articles' texts.
    """
    from geomap import checks

    report = checks.check(texts)
    _print(report.as_dict(), as_json, lambda console: _say_report(console, report))
    if report.problems:
        ctx.exit(1)


def _say_report(console: Console, report: Any) -> None:
    for problem in report.problems:
        console.print(problem, markup=False)
    for line in report.counted:
        console.print(line, markup=False)
    console.print("no problem found" if not report.problems else f"{len(report.problems)} problems")
