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
@click.option("--replace", "replaced", metavar="ID", help="Take the file as the new text of an article that the story has.")
@click.option("--drop-gone", is_flag=True, help="With --replace: values that do not stand in the new text become comments.")
def add(
    files: tuple[Path, ...], name: str | None, title: str | None, replaced: str | None, *, drop_gone: bool, **told: Any
) -> None:
    """Register articles: copy their texts to texts/, and write a file of each citation, with a claim to fill.

    The texts stay on this machine: git leaves texts/ out, and nothing that is published holds them.

    With --replace, an article's file takes another copy of its text, with every value whose words stand in it; where a value
    would be lost, nothing is written unless --drop-gone is given. The former text is kept beside the new one.

    \b
    Examples:
      geomap add gazette.txt --publisher "The Gazette" --published 2031-05-04 --url https://example.org/a
      geomap add --replace gazette corrected.txt
    """
    from geomap.articles import id_of, register
    from geomap.reading import read_bytes

    if len(files) > 1 and (name or title or replaced):
        raise click.UsageError("--id, --title and --replace are of one article; add the files one by one")
    told_else = {**told, "id": name, "title": title, "language": None if told["language"] == "en" else told["language"]}
    if replaced and any(told_else.values()):
        raise click.UsageError("--replace takes a text alone; correct the citation in the article's file")
    if drop_gone and not replaced:
        raise click.UsageError("--drop-gone goes with --replace")
    story = story_here()
    if replaced:
        _replace(replaced, read_bytes(files[0]), story.path("."), drop_gone=drop_gone)
        return
    for file in files:
        text = read_bytes(file)
        article = _cited(name or id_of(file), title, text, **told)
        for written in register(article, text, story.path(".")):
            tell(f"created: {written}")


def _replace(article: str, text: bytes, folder: Path, *, drop_gone: bool) -> None:
    from geomap.articles import held_in_all, replace_text

    done = replace_text(article, text, folder, drop_gone=drop_gone)
    for held in done.held:
        if held.has_changed:
            tell(held.sentence)
    if done.held:
        tell(held_in_all(done.held))
    for written in done.files:
        tell(f"written: {written}")


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
    from geomap.articles import check_citation, headline
    from geomap.model import UNNAMED, Article

    article = Article(
        id=name,
        title=title or headline(text.decode("utf-8", "replace"), name),
        publisher=publisher or UNNAMED,
        published=published and published.date(),
        language=language,
        address=url,
        captured=captured and captured.date(),
        archived=archived,
    )
    check_citation(article)
    return article
