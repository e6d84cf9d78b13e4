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
    from geomap.sources import Source

_DAY = click.DateTime(["%Y-%m-%d"])


@main.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--id", "name", type=Words(), help="The article's id; of one file alone.  [default: made of the file's name]")
@click.option(
    "--title", type=Words(), help="As printed; of one file alone.  [default: as the page says, or the text's first line]"
)
@click.option("--publisher", type=Words(), help="Who published it.  [default: as the page says]")
@click.option("--published", type=_DAY, help="The day of publication.  [default: as the page says]")
@click.option("--language", type=Words(), help="An ISO 639-1 code.  [default: as the page says, or en]")
@click.option("--url", type=Words(), help="Where it stands on the web.  [default: as the page says]")
@click.option("--captured", type=_DAY, help="The day on which the text was taken from there.")
@click.option("--archived", type=Words(), help="Where a copy of the page is kept.")
@click.option("--replace", "replaced", metavar="ID", help="Take the file as the new text of an article that the story has.")
@click.option("--drop-gone", is_flag=True, help="With --replace: values that do not stand in the new text become comments.")
def add(
    files: tuple[Path, ...], name: str | None, title: str | None, replaced: str | None, *, drop_gone: bool, **told: Any
) -> None:
    """Register articles: copy their texts to texts/, and write a file of each citation, with a claim to fill.

    The texts stay on this machine: git leaves texts/ out, and nothing that is published holds them. Of a news page (.html;
    extra [html]) the article's words are kept, and of JSON lines (.jsonl) the text of each record.

    All are checked first: where one cannot be taken, none is written.

    With --replace, an article's file takes another copy of its text, with every value whose words stand in it; where a value
    would be lost, nothing is written unless --drop-gone is given. The former text is kept beside the new one.

    \b
    Examples:
      geomap add gazette.txt --publisher "The Gazette" --published 2031-05-04 --url https://example.org/a
      geomap add --replace gazette corrected.txt
    """
    from geomap.articles import register
    from geomap.errors import DataError, Problem
    from geomap.sources import read_sources

    if len(files) > 1 and (name or title or replaced):
        raise click.UsageError("--id, --title and --replace are of one article; add the files one by one")
    if replaced and any({**told, "id": name, "title": title}.values()):
        raise click.UsageError("--replace takes a text alone; correct the citation in the article's file")
    if drop_gone and not replaced:
        raise click.UsageError("--drop-gone goes with --replace")
    story = story_here()
    articles: list[tuple[Article, bytes]] = []
    problems: list[str] = []
    for source in read_sources(files):
        try:
            if isinstance(source, Problem):
                raise DataError(source)
            if replaced:
                _replace(replaced, source.data, story.path("."), drop_gone=drop_gone)
                continue
            articles.append((_cited(name or source.id, title, source, **told), source.data))
        except DataError as error:
            problems += error.problems
    if problems:
        raise DataError(*problems)
    for written in register(articles, story.path(".")):
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
    source: Source,
    *,
    publisher: str | None,
    published: dt.datetime | None,
    language: str | None,
    url: str | None,
    captured: dt.datetime | None,
    archived: str | None,
) -> Article:
    """The citation, held against the rules."""
    from geomap.articles import check_citation, headline
    from geomap.model import UNNAMED, Article

    article = Article(
        id=name,
        title=title or source.title or headline(source.text, name),
        publisher=publisher or source.publisher or UNNAMED,
        published=published.date() if published else source.published,
        language=language or source.language or "en",
        address=url or source.address,
        captured=captured and captured.date(),
        archived=archived,
    )
    check_citation(article)
    return article
