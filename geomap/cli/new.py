"""``geomap new``."""

from __future__ import annotations

from pathlib import Path

import click

from geomap.cli.group import main
from geomap.cli.options import Words
from geomap.cli.terminal import tell


@main.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option(
    "--border", "border_name", type=Words(), required=True, help="A pair of countries such as FRA-ESP, or a vector file."
)
@click.option("--title", type=Words(), help="Of the map.  [default: Incidents at the border, with its countries' names]")
def new(folder: Path, border_name: str, title: str | None) -> None:
    """Begin a story: a folder with its settings and an example of each file that you keep by hand.

    What is there already stays as it is.

    \b
    Example:
      geomap new kashmir --border IND-PAK --title "Shelling along the Line of Control"
    """
    from geomap import project
    from geomap.border import Border
    from geomap.model import PAIR
    from geomap.vocabulary import COUNTRIES

    title = (title or "").strip()
    try:
        f"{title}{border_name}".encode()
    except UnicodeEncodeError as error:
        raise click.BadParameter("it is not UTF-8; write it in UTF-8", param_hint="--title or --border") from error
    border = Border.read(border_name)  # that it is one
    codes = [code for code in map(border.code, border.countries) if code]
    names = "–".join(COUNTRIES[code].name if code in COUNTRIES else code for code in codes)
    pair = PAIR.fullmatch(border_name)
    kept = border.id if pair else project.relative(Path(border_name), folder)
    home = () if pair else tuple(code for code in codes if code in COUNTRIES)
    title = title or " ".join(filter(None, ("Incidents at the", names, "border")))
    for name, written in project.begin_story(folder, title=title, border=kept, home=home):
        tell(f"{'created' if written else 'already there'}: {folder / name}")
    tell(f"next: geomap extract REPORT.txt --project {folder}, then geomap review --project {folder}")
