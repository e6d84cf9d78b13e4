"""The verbs: the only module that prints or exits.

Results go to stdout, everything else to stderr. Exit codes: 0 done, 1 the data is wrong, 2 the command is wrong, 3
finished but something was left out, 130 interrupted.
"""

from __future__ import annotations

import atexit
import datetime as dt
import errno
import gc
import json
import math
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from geomap import __version__
from geomap.errors import GeomapError

if TYPE_CHECKING:
    from rich.console import Console

    from geomap.border.line import Border
    from geomap.pipeline import Story
    from geomap.tables.rows import Layers


class Finite(click.FloatRange):
    """A number in a range; nan and infinity are none."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The number."""
        number = super().convert(value, param, ctx)
        if number is not None and not math.isfinite(number):
            self.fail(f"{value} is no number to measure with", param, ctx)
        return number


class Out(click.Path):
    """A file or folder to write; nothing is not the folder that one stands in."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path."""
        if not str(value):
            self.fail("it is empty; name a folder", param, ctx)
        return super().convert(value, param, ctx)


as_json = click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
near = click.option("--near-km", type=Finite(min=0), default=50.0, show_default=True, help="What counts as near the border.")
texts = click.option(
    "--texts",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder with the articles' texts, <article id>.txt.",
)


class Verbs(click.Group):
    """A group whose commands say what is wrong with the data in one line, without a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; wrong data ends with 1, an interruption with 130."""
        # What is read and imported stays: looking for garbage in it took a tenth of a build, half of that at its end.
        gc.set_threshold(100_000)
        atexit.register(gc.freeze)
        _warn_of_other_data()
        try:
            return super().invoke(ctx)
        except GeomapError as error:
            click.echo(str(error), err=True)
            ctx.exit(1)
        except OSError as error:
            if error.errno == errno.EPIPE:  # whoever reads has had enough, which click knows how to end
                raise
            click.echo(f"{error.filename or 'output'}: {(error.strerror or str(error)).lower()}", err=True)
            ctx.exit(1)
        except KeyboardInterrupt:
            click.echo("interrupted", err=True)
            ctx.exit(130)


def _warn_of_other_data() -> None:
    """Somebody who edits a checkout's data, but runs an installed copy, should know that it is not read."""
    here = Path("geodata").resolve()
    if not (here / "sources.toml").is_file():
        return
    from geomap.project import files as geodata

    if here != geodata.root() and _edited(here, geodata.root()):
        click.echo(f"note: reading {geodata.root()}, not {here}; install with 'pip install -e .' to work on the data", err=True)


def _edited(here: Path, root: Path) -> bool:
    """Whether the hand-kept files of one folder are not those of the other."""
    kept = [file.relative_to(here) for pattern in ("*.toml", "*.csv", "articles/*.toml") for file in here.glob(pattern)]
    return any(not (root / name).is_file() or (root / name).read_bytes() != (here / name).read_bytes() for name in kept)


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
@click.option("--out", type=Out(path_type=Path), help="The folder.  [default: output, or private with --texts]")
@click.option(
    "--texts",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder with the articles' texts: a private page that shows them, never written to output/.",
)
@click.option(
    "--tiles", help="The address of map tiles, with {z}/{x}/{y}, that the page may be switched to; needs --attribution."
)
@click.option("--attribution", help="What must be shown with the tiles.")
@near
@click.option(
    "--incidents",
    "edited",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A GeoPackage or GeoJSON of ours that you changed: points and days are taken as corrections.",
)
@click.option("--by", help="Who made the changes.")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="When; without it, today.")
@click.option("--why", default="corrected on the map", show_default=True, help="Why.")
@as_json
@click.pass_context
def build(
    ctx: click.Context,
    out: Path | None,
    texts: Path | None,
    tiles: str | None,
    attribution: str | None,
    near_km: float,
    edited: Path | None,
    by: str | None,
    on: dt.datetime | None,
    why: str,
    as_json: bool,
) -> None:
    """Rebuild the map and every file of it. Needs no network.

    \b
    Examples:
      geomap build --out output
      geomap build --incidents edited.gpkg --by "A. Analyst" --why "seen on imagery"
    """
    from geomap import pipeline

    out = out or Path("private" if texts else "output")
    if tiles and not attribution:
        raise click.UsageError("--tiles needs --attribution: whoever draws the tiles is to be named")
    if out.exists() and not out.is_dir():
        raise click.BadParameter(f"{out} is a file; name a folder", param_hint="--out")
    if edited and texts:
        raise click.UsageError("--incidents changes the data, --texts makes a private page; use one at a time")
    if edited and not by:
        raise click.UsageError("--incidents needs --by: a correction names who made it")
    refused: tuple[str, ...] = ()
    if edited:
        edits = pipeline.correct(edited, by=by or "", on=(on or dt.datetime.now()).date(), reason=why, near_km=near_km)
        refused = edits.refused
        click.echo(f"corrections kept in geodata/corrections.toml: {len(edits.corrections)}", err=True)
    for sentence in refused:
        click.echo(f"not taken: {sentence}", err=True)
    served = {"url": tiles, "attribution": attribution or ""} if tiles else None
    tables, record = pipeline.build(out, near_km=near_km, texts=texts, tiles=served)
    summary = _summary(tables, record, out)
    _print(summary, as_json, lambda console: _say_summary(console, summary))
    if refused:
        ctx.exit(3)


def _summary(tables: Layers, record: dict[str, Any], out: Path) -> dict[str, Any]:
    from geomap.tables.rows import records

    rows = records(tables.incidents)
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
        "counts": record["counts"],
        "near_km": record["near_km"],
        "incidents": [{key: row[key] for key in keys} | {"differs": row["differs"]} for row in rows],
        "not pinned": {row["id"]: row["no_pin"] for row in rows if row["no_pin"]},
        "accounts differ": {row["id"]: row["differences"] for row in rows if row["differs"]},
        "page": str(out / "map.html"),
    }


def _interval(row: dict[str, Any]) -> str:
    low, high = row["border_min_km"], row["border_max_km"]
    return "—" if low is None else f"{low:,.1f}–{high:,.1f}"


def _range(row: dict[str, Any], what: str) -> str:
    low, high = row[f"{what}_min"], row[f"{what}_max"]
    if low is None:
        return "not stated"
    return f"{low}" if low == high else f"at least {low}" if high is None else f"{low} to {high}"


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
    """Lead from an incident to the lines of the articles it stands on.

    \b
    Example:
      geomap explain 2024-01-16-sabz-koh
    """
    from geomap import pipeline

    story = pipeline.tell(pipeline.read_inputs(), near_km=near_km)
    result = _explanation(story, incident, texts)
    _print(result, as_json, lambda console: _say_explanation(console, result))


def _explanation(story: Story, wanted: str, texts: Path | None) -> dict[str, Any]:
    from geomap.pipeline import layers
    from geomap.tables.rows import records

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
        "areas": [row for row in records(tables.areas) if row["incident"] == wanted and row["role"] != "account"],
        "differences": [row for row in records(tables.differences) if row["incident"] == wanted],
        "files": ["incidents.geojson", "areas.geojson", "map.html"],
    }


def _unknown(wanted: str, known: Any) -> str:
    import difflib

    close = difflib.get_close_matches(wanted, list(known), n=3, cutoff=0.3)
    return f"no incident {wanted!r}" + (f"; the nearest are {', '.join(close)}" if close else "")


def _text(texts: Path, article: dict[str, Any]) -> str | None:
    """The text of an article, if the folder has the very one whose spans are recorded."""
    from geomap.articles.files import read_text

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
    say(f"  who       {row['actors'] or 'not stated'}, against {row['target'] or 'not stated'}", markup=False)
    say(f"  killed    {_range(row, 'killed')}, injured {_range(row, 'injured')}")
    say(f"  when      {row['when']} ({row['date_precision']})")
    say(f"  where     {row['place'] or 'not located'} ({row['level']})")
    say(f"  found by  {row['method']}", markup=False)
    say(f"  because   {row['reason']}", markup=False)
    if row["no_pin"]:
        say(f"  no pin    {row['no_pin']}", markup=False)
    side = row["border_side"] or "cannot be said"
    say(f"  border    {_interval(row)} km from {row['border']}, side {side}, near: {row['border_near']}")
    say(f"  confidence {row['confidence']}: {row['confidence_rule']}", markup=False)
    for area in result["areas"]:
        how = area["id"].rsplit("/", 1)[1].replace("-", " ")
        name = "best reading" if area["role"] == "best" else f"{area['claim']} read {how}"
        weights = f"; in shares of the area, not chances: {area['weights']}" if area["weights"] else ""
        say(f"  area      {name}: {area['parts']} part(s), {_interval(area)} km from the border{weights}", markup=False)
    say("  spans are in brackets: offsets of the first and last character in the article's text")
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
            claims = f" ({d['claims']})" if d["claims"] else ""
            say(f"  {d['field']}: {d['account']}{claims}{'  ← better supported' if d['better'] else ''}", markup=False)
        for field, reason in dict.fromkeys((d["field"], d["reason"]) for d in result["differences"]):
            say(f"  {field}: {reason}", markup=False)
    say(f"\nIn output/: {', '.join(result['files'])}")


@main.command()
@click.option("--lon", type=Finite(-180, 180), required=True, help="Longitude, degrees east.")
@click.option("--lat", type=Finite(-90, 90), required=True, help="Latitude, degrees north.")
@click.option("--border", "border_name", default="IRN-PAK", show_default=True, help="A pair of countries, or a file.")
@click.option("--compare", multiple=True, help="The same point on another border file or pair; may be given again.")
@near
@as_json
def measure(lon: float, lat: float, border_name: str, compare: tuple[str, ...], near_km: float, as_json: bool) -> None:
    """Measure a point's geodesic distance from the border.

    \b
    Example:
      geomap measure --lon 61.5 --lat 27.2
    """
    from geomap.border.line import BESIDE_M, Border

    border = Border.read(border_name)
    found = border.measure([lon], [lat])
    side = border.side([lon], [lat])[0]
    distance = float(found.distance_m[0])
    nearest = (float(found.nearest_lon[0]), float(found.nearest_lat[0]))
    result: dict[str, Any] = {
        "lon": lon,
        "lat": lat,
        "border": border.id,
        "distance_km": round(distance / 1000, 3),
        "nearest": {"lon": round(nearest[0], 6), "lat": round(nearest[1], 6)},
        "side": side or None,
        "near": distance <= near_km * 1000,
        "at_end": border.is_end(*nearest),
    }
    if compare:
        others = {name: round(float(Border.read(name).measure([lon], [lat]).distance_m[0]) / 1000, 3) for name in compare}
        every = [result["distance_km"], *others.values()]
        result |= {"compare": others, "spread_km": round(max(every) - min(every), 3)}

    def say(console: Console) -> None:
        near = "near" if result["near"] else "not near"
        console.print(f"{result['distance_km']:,.3f} km from {border.id}, {near} (within {near_km:g} km)")
        console.print(f"nearest border point {nearest[0]:.6f}, {nearest[1]:.6f} (lon, lat)")
        if result["at_end"]:
            console.print("which is an end of the line: where the border ends, or at a gap past which it may be nearer")
        by = "the line" if distance <= BESIDE_M or not border.areas else "the base map's countries"
        console.print(f"side {side} (by {by})" if side else "side cannot be said")
        for name, km in result.get("compare", {}).items():
            console.print(f"{km:,.3f} km from {name}", markup=False)
        if compare:
            console.print(f"the borders differ by {result['spread_km']:,.3f} km here")

    _print(result, as_json, say)


@main.command()
@texts
@click.option("--geography", is_flag=True, help="Hold what the articles say about where things lie against the map.")
@as_json
@click.pass_context
def check(ctx: click.Context, texts: Path | None, geography: bool, as_json: bool) -> None:
    """Report every problem of the data at once; write nothing.

    With --texts, every span and every derivation is held against the articles' texts.
    """
    from geomap.checks import geography as checks

    if geography:
        rows = _geography()
        _print(rows, as_json, lambda console: _say_geography(console, rows))
        return
    report = checks.check(texts)
    _print(report.as_dict(), as_json, lambda console: _say_report(console, report))
    if report.problems:
        ctx.exit(1)


def _geography() -> list[dict[str, Any]]:
    from geomap import pipeline
    from geomap.tables.rows import records

    return records(pipeline.layers(pipeline.tell(pipeline.read_inputs())).statements)


def _say_geography(console: Console, rows: list[dict[str, Any]]) -> None:
    def span(row: dict[str, Any], which: str) -> str:
        low, high = row[f"{which}_min_km"], row[f"{which}_max_km"]
        return "—" if low is None else f"at least {low:,.1f} km" if high is None else f"{low:,.1f}–{high:,.1f} km"

    for row in rows:
        console.print(f"[bold]{row['verdict']}[/bold]  ", end="")
        console.print(f"{row['id']}: {row['said']}", markup=False)
        console.print(f"  read as   {row['reading']}; stated {span(row, 'stated')}", markup=False)
        console.print(f"  measured  {span(row, 'measured')} over {row['evidence']}", markup=False)


def _say_report(console: Console, report: Any) -> None:
    for problem in report.problems:
        console.print(problem, markup=False)
    for line in report.counted:
        console.print(line, markup=False)
    console.print("no problem found" if not report.problems else f"{len(report.problems)} problems")


@main.command()
@click.option("--border", "border_name", default="IRN-PAK", show_default=True, help="A pair of countries, or a file.")
@click.option(
    "--length-km",
    "lengths_km",
    type=Finite(min=0, min_open=True),
    multiple=True,
    help="A quoted length; for IRN-PAK 900, 909 and 959 unless given.",
)
@as_json
def border(border_name: str, lengths_km: tuple[float, ...], as_json: bool) -> None:
    """Say how long a border is at which detail, and where its line is weak.

    A length is never given without its detail: coarser lines are shorter. For each quoted length, the detail at which it holds.

    \b
    Example:
      geomap border --border IND-PAK
    """
    from dataclasses import asdict

    from geomap.border.line import Border

    line = Border.read(border_name)
    lengths_km = lengths_km or ((900, 909, 959) if line.id == "IRN-PAK" else ())
    quoted = [{"length_km": km, "holds_at_m": line.detail_for(km * 1000)} for km in lengths_km]
    result = asdict(line.describe()) | {"quoted": quoted, "statements": _length_statements(line)}
    _print(result, as_json, lambda console: _say_border(console, result))


def _length_statements(line: Border) -> list[dict[str, Any]]:
    """What the articles say of this border's length, with the verdict."""
    from geomap.articles.files import read_articles
    from geomap.checks.geography import length_verdict
    from geomap.project import files as geodata

    said = [
        (claim.id, statement.value)
        for _, claims in read_articles(geodata.root() / "articles")
        for claim in claims
        for statement in claim.statements
        if statement.value.relation == "length" and statement.value.of == line.id
    ]
    return [{"claim": claim, **length_verdict(line, statement)} for claim, statement in said]


def _say_border(console: Console, result: dict[str, Any]) -> None:
    from rich.table import Table

    drawn = f"drawn within {result['tolerance_m']:g} m" if result["tolerance_m"] else "as drawn"
    console.print(f"[bold]{result['id']}[/bold]  {result['vertices']:,} vertices in {result['parts']} parts, {drawn}")
    for words in (result["source"], result["attribution"], *result["weak"]):
        if words:
            console.print(words, markup=False)
    table = Table("detail", "length", "vertices", box=None, pad_edge=False)
    for row in result["details"]:
        detail = "as drawn" if row["tolerance_m"] is None else f"{row['tolerance_m']:g} m"
        table.add_row(detail, f"{row['length_m'] / 1000:,.1f} km", f"{row['vertices']:,}")
    console.print(table)
    for row in result["quoted"]:
        at = f"at a detail of {row['holds_at_m']:,.0f} m" if row["holds_at_m"] is not None else "at no detail of this line"
        console.print(f"{row['length_km']:g} km holds {at}")
    for row in result["statements"]:
        console.print(f"{row['claim']} says {row['stated']}: {row['verdict']}; {row['measured']}", markup=False)


@main.command()
@click.argument("words")
@click.option("--country", help="Only there: a country's ISO 3166-1 alpha-2 code, such as PK.")
@click.option(
    "--border", "border_name", default="IRN-PAK", show_default=True, help="The border meant: a pair of countries, or a file."
)
@click.option(
    "--tolerance",
    "tolerances",
    multiple=True,
    metavar="KEY=VALUE",
    help="How far words may be from the truth; may be given again.",
)
@click.option("--geojson", is_flag=True, help="Print the areas as GeoJSON.")
@as_json
def locate(
    words: str, country: str | None, border_name: str, tolerances: tuple[str, ...], geojson: bool, as_json: bool
) -> None:
    """Turn words about a place into the areas where they hold.

    Understood are: "about 45 km from X", "45 to 50 km from X", "less than 20 km from X", "more than 30 km from X", "12 km west
    of X", "10 km inside Iran", "just under 20 km from X", "a dozen km from X", "90 km by road from X", "near X", "along the
    border", "on the Pakistani side of the border", "across the border from X", "on the X-Y road",
    "border town", "between X and Y", "halfway between X and Y", "on the road from X to Y", "north of X", "outskirts of X",
    "in X district", "X, Iran", joined by "and" or commas. A part of a place, "southeastern Iran", is taken as the whole.

    \b
    Tolerances, with what is usual:
      rounding=1            of a figure, in halves of the unit that it is rounded to
      about=2               "about" widens it by so much
      detour=1.1-2.1        a road is so many times as long as the straight line
      near_border_km=50     near the border
      along_km=15           along the border
      near_place_km=25      near a place
      reach_km=100          "north of X" reaches so far
      cardinal_deg=45       "north" may be off by so much
      intercardinal_deg=22.5
      between=1.1  road=1.5 the way over a place between two is at most so many times as long
      halfway=0.1           off the middle by at most this share of the way
      outskirts=0.5-2       in radii of the town
      against=0.1           the share of its weight that an area keeps which words speak against

    \b
    Examples:
      geomap locate "45 km from the Iranian border and 90 km from Panjgur" --country PK
      geomap locate "20 km by road from Turbat" --tolerance detour=1.2-1.6 --tolerance rounding=2
    """
    from geomap.places.readings import adjusted
    from geomap.places.words import locate_words

    try:
        stated = adjusted(tolerances)
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--tolerance") from error
    found = locate_words(words, country=country, border_name=border_name, tolerances=stated)
    if geojson:
        features = [
            {"type": "Feature", "properties": {k: v for k, v in part.items() if k != "geometry"}, "geometry": part["geometry"]}
            for reading in found["readings"]
            for part in ({"reading": reading["reading"], **p} for p in reading["areas"])
        ]
        click.echo(json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False))
        return
    _print(found, as_json, lambda console: _say_located(console, found))


def _say_located(console: Console, found: dict[str, Any]) -> None:
    for reading in found["readings"]:
        console.print(f"[bold]{reading['reading']}[/bold]: ", end="")
        console.print(reading["found"], markup=False)
        for i, part in enumerate(reading["areas"]):
            low, high = part["border_km"]
            against = f"; against it: {'; '.join(part['against'])}" if part["against"] else ""
            where = f"such as {part['lon']:.3f}, {part['lat']:.3f} (lon, lat)  {part['km2']:,.{int(part['km2'] < 10)}f} km²"
            share = f"{part['weight']:.0%}" if part["weight"] >= 0.01 else "<1%"
            away = f"{low:,.1f}–{high:,.1f} km from {found['border']}"
            console.print(f"  {chr(65 + i)} {share}  {where}  {away}{against}", markup=False)


@main.command()
@click.option(
    "-f", "--format", "form", default="geojson", show_default=True, help="geojson, gpkg, csv, fgb, kml, parquet or prov."
)
@click.option(
    "-o",
    "--out",
    type=Out(path_type=Path),
    default=Path("export"),
    show_default=True,
    help="A folder or file; - for stdout.",
)
@click.option("--layer", help="One table alone, as csv or geojson.")
@click.option(
    "--schema", "crosswalk", type=click.Choice(["acled", "ucdp-ged"]), help="The columns and codes of another data set, as CSV."
)
@near
def export(form: str, out: Path, layer: str | None, crosswalk: str | None, near_km: float) -> None:
    """Write the tables in another format, or in another data set's columns.

    \b
    Examples:
      geomap export -f kml -o incidents.kml
      geomap export --layer claims -f csv -o -
      geomap export --schema acled -o -
    """
    from geomap import pipeline
    from geomap.export.crosswalk import CROSSWALKS
    from geomap.export.formats import FORMATS, SINGLE, layer_text

    if crosswalk and layer:
        raise click.UsageError("--schema gives one table of its own; leave out --layer")
    if crosswalk and form not in ("geojson", "csv"):
        raise click.UsageError(f"--schema gives CSV; leave out -f {form}")
    if layer and form not in ("csv", "geojson"):
        raise click.UsageError(f"a --layer alone is written as csv or geojson, not {form}")
    if not crosswalk and not layer and form not in SINGLE and out.suffix:
        raise click.UsageError(f"{form} is a file for each table; name a folder with -o, or one table with --layer")
    if form not in FORMATS:
        raise click.BadParameter(f"{form!r} is no format; choose from {', '.join(FORMATS)}", param_hint="--format")
    tables = pipeline.layers(pipeline.tell(pipeline.read_inputs(), near_km=near_km))
    if crosswalk:
        table = CROSSWALKS[crosswalk](tables)
        for sentence in table.unmapped:
            click.echo(sentence, err=True)
        _write_text(table.csv(), out, f"{crosswalk}.csv")
    elif layer:
        _write_text(layer_text(tables, layer, form), out, f"{layer}.{form}")
    elif str(out) == "-":
        raise click.UsageError("a whole export is no single stream; name a --layer, or a folder with -o")
    else:
        if form in SINGLE:
            out = _file(out, f"geomap{SINGLE[form]}")
        elif out.is_file():
            raise click.BadParameter(f"{out} is a file; name a folder", param_hint="--out")
        FORMATS[form](tables, out)
        click.echo(f"wrote {out}", err=True)


def _file(out: Path, name: str) -> Path:
    """A file to write: as named, or of that name in a folder, which is made."""
    out = out / name if out.is_dir() or not out.suffix else out
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise click.BadParameter(f"{out.parent} is a file; name a folder", param_hint="--out") from error
    return out


def _write_text(text: str, out: Path, name: str) -> None:
    if str(out) == "-":
        click.echo(text, nl=False)
        return
    out = _file(out, name)
    out.write_text(text, encoding="utf-8", newline="\n")
    click.echo(f"wrote {out}", err=True)


@main.command()
@click.option("--json", "as_json", is_flag=True, help="Print a JSON Schema of the GeoJSON files.")
@click.option("--frictionless", is_flag=True, help="Print a Frictionless data package of the CSV files.")
def schema(as_json: bool, frictionless: bool) -> None:
    """Print the data dictionary: every column of every table, its type, its unit and what it says."""
    from geomap.export.schema import data_package, dictionary, json_schema

    if frictionless:
        click.echo(json.dumps(data_package(), ensure_ascii=False, indent=1))
        return
    _print(json_schema(), as_json, lambda console: _say_dictionary(console, dictionary()))


def _say_dictionary(console: Console, rows: list[dict[str, Any]]) -> None:
    table = None
    for row in rows:
        if row["table"] != table:
            table = row["table"]
            console.print(f"\n[bold]{table}[/bold]")
        unit = f", {row['unit']}" if row["unit"] else ""
        console.print(f"  {row['column']} ({row['type']}{unit}): {row['says']}", markup=False)
