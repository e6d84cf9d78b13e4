"""``geomap serve``."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from io import StringIO
from pathlib import Path

import click

from geomap.cli.group import main
from geomap.cli.options import folder_here, near
from geomap.cli.terminal import tell
from geomap.errors import GeomapError, MissingError


@main.command()
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="Of this machine alone.  [default: any free one]")
@click.option("--open/--no-open", "opened", default=False, help="Open the page in the browser.")
@click.option(
    "--texts",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder with the articles' texts: then the page shows them, as far as they are there.",
)
@near
def serve(port: int, opened: bool, texts: Path | None, near_km: float | None) -> None:
    """Show the map in a browser, and draw it anew whenever you save a file of the story.

    Nothing is written, and nobody but this machine is answered. What is wrong with a file stands above the last good map.
    Ends with Ctrl-C.

    \b
    Example:
      geomap serve --open
    """
    folder = folder_here()
    try:
        from geomap.desk import Preview, listen, serve
    except ModuleNotFoundError as error:
        if error.name not in ("starlette", "uvicorn"):
            raise
        raise MissingError(f"{error.name} is not installed; in geomap's folder: pip install '.[serve]'") from error
    from geomap import pipeline, project
    from geomap.model import Story

    known: list[Story] = []  # the last settings without a fault: they name files, too

    def files() -> Iterable[Path]:
        with suppress(GeomapError, OSError):
            known[:] = [project.read_story(folder)]
        own = project.story_files(folder, *known)
        return own | set(texts.glob("*.txt")) if texts else own

    def make() -> str:
        return pipeline.draw_story(project.read_story(folder), near_km=near_km, texts=texts)

    try:
        listening = listen(port)
    except OSError as error:
        raise click.BadParameter(f"{port} is taken; name another, or none for any free one", param_hint="--port") from error
    address = "http://{}:{}/".format(*listening.getsockname())
    click.echo(address)
    if opened:
        click.launch(address)
    serve(Preview(make=make, files=files, in_words=lambda error: _in_words(error, folder), tell=tell), listening)


def _in_words(error: GeomapError | OSError, folder: Path) -> str:
    """What is wrong, as every verb says it."""
    from geomap.cli.problems import located

    if isinstance(error, OSError):
        return f"{error.filename or 'input'}: {(error.strerror or str(error)).lower()}"
    return "\n".join(line for problem in located(error.problems, folder) for line in problem.lines(StringIO()))
