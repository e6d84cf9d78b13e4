"""``geomap spans``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from geomap.cli.group import main
from geomap.cli.options import as_json, output, story_here, texts

if TYPE_CHECKING:
    from rich.console import Console

_AROUND = 30  # characters shown on both sides


@main.command()
@click.argument("article")
@click.argument("words", nargs=-1, required=True)
@texts
@as_json
@click.pass_context
def spans(ctx: click.Context, article: str, words: tuple[str, ...], texts: Path | None, as_json: bool) -> None:
    """Say where words stand in an article's text, so that nobody counts characters.

    A span is [start, end], then a hash of its words, how often the same words stand before it, and how often in all: by these
    the words are known in another copy of the text. Ends with 1 where some words stand nowhere.

    \b
    Example:
      geomap spans gazette-2031-05-04 "two soldiers" "Milltown"
    """
    from geomap import project
    from geomap.articles import find_words, fingerprinted, read_text

    story = story_here()
    text = read_text(texts or story.path(project.TEXTS), article, None)
    found: list[dict[str, Any]] = [
        {"words": said, "spans": [span.as_list for span in fingerprinted(find_words(text, said), text)]} for said in words
    ]
    output(found, as_json, lambda console: _say(console, found, text))
    if not all(row["spans"] for row in found):
        ctx.exit(1)


def _say(console: Console, found: list[dict[str, Any]], text: str) -> None:
    for row in found:
        console.print(row["words"], style="bold")
        for span in row["spans"]:
            around = text[max(0, span[0] - _AROUND) : span[1] + _AROUND]
            console.print(f"  spans = [{json.dumps(span)}]  …{' '.join(around.split())}…")
        if not row["spans"]:
            console.print("  stands nowhere in the text")
