"""``geomap export``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from geomap.cli.group import main
from geomap.cli.options import Out, Renamed, near, story_here
from geomap.cli.terminal import print_data, tell
from geomap.cli.wording import line_in_words


@main.command()
@click.option(
    "-f",
    "--format",
    "form",
    help="geojson, gpkg, csv, fgb, kml, parquet, prov or ftm, or a format's name, such as geoparquet.  "
    "[default: geojson; csv with --schema]",
)
@click.option(
    "-o",
    "--out",
    type=Out(),
    default=Path("export"),
    show_default=True,
    help="A folder or file; - for stdout.",
)
@click.option("--table", help="One table alone, as csv or geojson.")
@click.option("--layer", cls=Renamed, now="--table")
@click.option(
    "--schema", "crosswalk", type=click.Choice(["acled", "ucdp-ged"]), help="The columns and codes of another data set, as CSV."
)
@near
@click.pass_context
def export(
    ctx: click.Context, form: str | None, out: Path, table: str | None, crosswalk: str | None, near_km: float | None
) -> None:
    """Write the tables in another format, or in another data set's columns.

    FlatGeobuf holds the rows with a geometry alone: what it leaves out is counted, and the exit code is 3.

    \b
    Examples:
      geomap export -f kml -o incidents.kml
      geomap export --table claims -f csv -o -
      geomap export --schema acled -o -
    """
    from geomap import pipeline, project
    from geomap.export import CROSSWALKS, FORMATS, NAMES, SINGLE, csv_types, table_text

    form = {name.casefold(): key for key, name in NAMES.items()}.get((form or "").casefold(), form)
    form = form or ("csv" if crosswalk else "geojson")
    _check_wishes(form, out, table, crosswalk)
    inputs = pipeline.read_inputs(story_here())
    tables = pipeline.tables(pipeline.analyse(inputs, near_km=near_km))
    left_out: dict[str, int] | None = None
    if crosswalk:
        crossed = CROSSWALKS[crosswalk](tables)
        for sentence in crossed.unmapped:
            tell(sentence)
        _write_text(crossed.csv(), out, f"{crosswalk}.csv", crossed.types())
    elif table:
        _write_text(table_text(tables, table, form), out, f"{table}.{form}", csv_types(table))
    else:
        if form in SINGLE:
            out = _file(out, f"geomap{SINGLE[form]}")
            _write_file(out, lambda path: FORMATS[form](tables, path))
        else:
            with project.replacing(out) as folder:
                left_out = FORMATS[form](tables, folder)
        tell(f"wrote {out}")
    tell(line_in_words(inputs.border.provenance))
    if left_out:
        counts = ", ".join(f"{name} {count}" for name, count in left_out.items())
        tell(f"rows without a geometry are left out of {NAMES[form]}: {counts}; {NAMES['gpkg']} (-f gpkg) keeps them")
        ctx.exit(3)


def _check_wishes(form: str, out: Path, table: str | None, crosswalk: str | None) -> None:
    """Refuse what no export can do, before anything is read."""
    from geomap.export import FORMATS, NAMES, SINGLE

    if form not in FORMATS:
        listed = ", ".join(f"{form} ({NAMES[form]})" for form in FORMATS)
        raise click.BadParameter(f"{form!r} is no format; choose from {listed}", param_hint="--format")
    if crosswalk and table:
        raise click.UsageError("--schema gives one table of its own; leave out --table")
    if crosswalk and form != "csv":
        raise click.UsageError(f"--schema {crosswalk} is CSV and cannot be {NAMES[form]}; leave out -f {form}")
    if table and form not in ("csv", "geojson"):
        raise click.UsageError(f"a --table alone is written as CSV or GeoJSON, not as {NAMES[form]}; give -f csv or -f geojson")
    if crosswalk or table:
        return
    if form not in SINGLE and out.suffix:
        raise click.UsageError(f"{NAMES[form]} is a file for each table; name a folder with -o, or one table with --table")
    if form not in SINGLE and out.is_file():
        raise click.BadParameter(f"{out} is a file; name a folder", param_hint="--out")
    if str(out) == "-":
        raise click.UsageError("a whole export is no single stream; name a --table, or a folder with -o")


def _file(out: Path, name: str) -> Path:
    """A file to write: as named, or of that name in a folder, which is made."""
    out = out / name if out.is_dir() or not out.suffix else out
    try:
        out.name.encode()  # a GeoPackage holds its own name
    except UnicodeEncodeError as error:
        raise click.BadParameter("the name is not in UTF-8; choose another", param_hint="--out") from error
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise click.BadParameter(f"{out.parent} is a file; name a folder", param_hint="--out") from error
    return out


def _write_file(out: Path, write: Callable[[Path], object]) -> None:
    """Write a file that takes its name once it is whole; what is no file, like a pipe, is written to as it is."""
    from geomap import project

    real = out.resolve()
    if real.exists() and not real.is_file():
        write(real)
        return
    with project.replacing(real.parent) as folder:
        write(folder / real.name)


def _write_text(text: str, out: Path, name: str, types: list[str]) -> None:
    from geomap.export import write_csv_file

    if str(out) == "-":
        print_data(text)
        return
    out = _file(out, name)
    if name.endswith(".csv") and (out.is_file() or not out.exists()):  # a pipe takes no byte order mark
        _write_file(out, lambda path: write_csv_file(text, path, types))
    else:
        _write_file(out, lambda path: path.write_text(text, encoding="utf-8", newline="\n"))
    tell(f"wrote {out}")
