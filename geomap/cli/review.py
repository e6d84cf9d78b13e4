"""``geomap review``."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

import click

from geomap.cli.group import main
from geomap.cli.options import Out, folder_here, texts
from geomap.errors import MissingError


@main.command()
@click.argument("article", required=False)
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="Of this machine alone.  [default: any free one]")
@click.option("--open/--no-open", "opened", default=False, help="Open the page in the browser.")
@click.option("--export", "out", type=Out(dir_okay=False), help="Write all decisions as Web Annotations.")
@click.option("--quotes", is_flag=True, help="With the articles' words, which are other people's.")
@click.option(
    "--import", "given", type=click.Path(path_type=Path, dir_okay=False, exists=True), help="Take decisions from such a file."
)
@texts
def review(
    article: str | None, port: int, opened: bool, out: Path | None, quotes: bool, given: Path | None, texts: Path | None
) -> None:
    """Decide on what was proposed, in a browser: accept, edit, reject, add, group; every decision is kept at once.

    Opens at ARTICLE, or at the first that has claims to decide on. The page stands at an address of this machine that nobody
    can guess, asks for nothing else and needs no network; the key ? lists its keys. Accepted claims go to articles/, every
    decision to decisions.jsonl. Ends with Ctrl-C.

    \b
    Example:
      geomap review --open
      geomap review --export decisions.jsonld
    """
    folder = folder_here()
    if out or given:
        _hand_over(folder, out, given, texts, quotes=quotes)
        return
    try:
        import tomlkit  # noqa: F401  # the first accepted claim needs it; better said now

        from geomap.decisions import Review
        from geomap.desk import ground_of, listen, new_token, review_application, run
    except ModuleNotFoundError as error:
        missing = (error.name or "").partition(".")[0]
        if missing not in ("starlette", "uvicorn", "tomlkit"):
            raise
        raise MissingError(f"{missing} is not installed; in geomap's folder: pip install '.[review]'") from error
    from geomap import project

    story = Review(project.read_story(folder), texts)
    if article is not None:
        story.read(article)

    @cache
    def ground() -> dict[str, Any]:
        return ground_of(story.story, story.border)

    try:
        listening = listen(port)
    except OSError as error:
        raise click.BadParameter(f"{port} is taken; name another, or none for any free one", param_hint="--port") from error
    token, here = new_token(), listening.getsockname()
    address = f"http://{here[0]}:{here[1]}/{token}/" + (f"?article={quote(article)}" if article else "")
    click.echo(address)
    if opened:
        click.launch(address)
    run(review_application(story, ground, port=here[1], token=token), listening)


def _hand_over(folder: Path, out: Path | None, given: Path | None, texts: Path | None, *, quotes: bool) -> None:
    """Take decisions from a file of annotations, and write those of the story as one."""
    from geomap import project
    from geomap.decisions import Review, annotations_of, read_annotations, write_annotated

    story = project.read_story(folder)
    if given:
        click.echo(f"{given}: {write_annotated(read_annotations(given), story)} new decisions")
    if out:
        told = annotations_of(Review(story, texts), quotes=quotes)
        with project.replacing(out.resolve().parent) as fresh:
            (fresh / out.name).write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")
        click.echo(f"{out}: {len(told['items'])} decisions")
