"""``geomap add``."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from geomap.cli.group import main
from geomap.cli.options import Words, story_here
from geomap.cli.terminal import tell

if TYPE_CHECKING:
    from geomap.model import Article

_DAY = click.DateTime(["%Y-%m-%d"])


@main.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--id", "name", type=Words(), help="The article's id; of one file alone.  [default: made of the file's name]")
@click.option("--title", type=Words(), help="As printed; of one file alone.  [default: the text's first line]")
@click.option("--publisher", type=Words(), help="Who published it.")
@click.option("--published", type=_DAY, help="The day of publication.")
@click.option("--language", type=Words(), default="en", show_default=True, help="An ISO 639-1 code.")
@click.option("--url", type=Words(), help="Where it stands on the web.")
@click.option("--captured", type=_DAY, help="The day on which the text was taken from there.")
@click.option("--archived", type=Words(), help="Where a copy of the page is kept.")
def add(files: tuple[Path, ...], name: str | None, title: str | None, **told: Any) -> None:
    """Register articles: copy their texts to texts/, and write a file of each citation, with a claim to fill.

    The texts stay on this machine: git leaves texts/ out, and nothing that is published holds them.

    \b
    Example:
      geomap add gazette.txt --publisher "The Gazette" --published 2031-05-04 --url https://example.org/a
    """
    from geomap.articles import id_of, register
    from geomap.reading import read_bytes

    if len(files) > 1 and (name or title):
        raise click.UsageError("--id and --title are of one article; add the files one by one")
    story = story_here()
    for file in files:
        text = read_bytes(file)
        article = _cited(name or id_of(file), title, text, **told)
        for written in register(article, text, story.path(".")):
            tell(f"created: {written}")


def _cited(
    name: str,
    title: str | None,
    text: bytes,
    *,
    publisher: str | None,
    published: dt.datetime | None,
    language: str,
    url: str | None,
    captured: dt.datetime | None,
    archived: str | None,
) -> Article:
    """The citation, held against the rules."""
    from geomap.articles import check_citation
    from geomap.model import UNNAMED, Article

    lines = [line.strip() for line in text.decode("utf-8", "replace").lstrip("\ufeff").splitlines() if line.strip()]
    headline = title or (lines[0] if lines and len(lines[0]) <= LONGEST_HEADLINE else name)
    article = Article(
        id=name,
        title=headline,
        publisher=publisher or UNNAMED,
        published=published and published.date(),
        language=language,
        address=url,
        captured=captured and captured.date(),
        archived=archived,
    )
    check_citation(article)
    return article


#: Characters; a longer first line is no headline.
LONGEST_HEADLINE = 200
