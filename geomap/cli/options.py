"""What several verbs take and how they print."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from geomap.cli.terminal import console, print_json, tell

if TYPE_CHECKING:
    from rich.console import Console

    from geomap.border import Border
    from geomap.model import Story

#: Half the way around the Earth, as `vocabulary.FARTHEST_M`, which is read only where it is needed.
FARTHEST_KM = 20_000


class Finite(click.FloatRange):
    """A number in a range; nan and infinity are none."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The number."""
        number = super().convert(value, param, ctx)
        if number is not None and not math.isfinite(number):
            self.fail(f"{value} is no number to measure with", param, ctx)
        return number


class Words(click.types.StringParamType):
    """Words that a file will hold: they are UTF-8, which a command line need not be."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The words."""
        words = super().convert(value, param, ctx)
        try:
            words.encode()
        except UnicodeEncodeError:
            self.fail("it is not UTF-8; write it in UTF-8", param, ctx)
        return words


class Out(click.Path):
    """A file or folder to write: none that people keep by hand, and nothing is not the folder that one stands in."""

    def __init__(self, *, guarded: bool = True, **more: Any) -> None:
        """A path as click has it; a verb that is not ``guarded`` itself knows what it may write into a story."""
        super().__init__(path_type=Path, **more)
        self.guarded = guarded

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path."""
        if not str(value):
            self.fail("it is empty; name a folder", param, ctx)
        path: Any = super().convert(value, param, ctx)
        if self.guarded and ctx and str(path) != "-" and (wrong := _overwriting(path, ctx)):
            self.fail(wrong, param, ctx)
        return path


def _overwriting(path: Path, ctx: click.Context) -> str | None:
    from geomap import project
    from geomap.errors import MissingError

    try:
        folder = project.story_folder(ctx.meta.get(_PROJECT))
    except MissingError:  # some verbs need none
        folder = None
    return project.overwriting(path, folder)


as_json = click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
near = click.option(
    "--near-km",
    type=Finite(min=0, min_open=True, max=FARTHEST_KM),
    help="What counts as near the border, more than 0, at most 20000.  [default: the story's, or 50]",
)
border_name = click.option(
    "--border",
    "border_name",
    help="A pair of countries, or a file; of several layers, FILE|layername=NAME.  [default: the story's]",
)
texts = click.option(
    "--texts",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder with the articles' texts, <article id>.txt.  [default: the story's texts/, where it has any]",
)


#: Where a command line keeps the folder of ``--project``.
_PROJECT = "geomap.project"


def _kept(ctx: click.Context, param: click.Parameter, value: Path | None) -> None:
    ctx.meta[_PROJECT] = value


#: On every verb: `story_here` reads it.
project_folder = click.Option(
    ["--project"],
    type=click.Path(path_type=Path),
    expose_value=False,
    is_eager=True,  # known before the paths that are written, see `Out`
    callback=_kept,
    help="The story's folder, with its geomap.toml.  [default: found here, in geodata/ here, or above]",
)


def story_folder(ctx: click.Context) -> Path:
    """The folder of the story that a command line is about, whatever is wrong in it; where there is none, what ships."""
    from geomap import project
    from geomap.errors import MissingError

    try:
        return project.find_story(ctx.meta.get(_PROJECT))
    except MissingError:
        return project.root()


def story_here() -> Story:
    """The story that a command line is about; where it is not the folder that one stands in, stderr says which.

    Raises:
        MissingError: there is none.
        DataError: its settings cannot be right.
    """
    from geomap import project

    return project.read_story(folder_here())


def folder_here() -> Path:
    """The folder of `story_here`, whatever its settings say.

    Raises:
        MissingError: there is none.
    """
    from geomap import project

    asked: Path | None = click.get_current_context().meta.get(_PROJECT)
    folder = project.story_folder(asked)
    if asked is None and folder != Path().resolve():
        tell(f"story: {folder}")
    return folder


def is_story_named() -> bool:
    """Whether a command line names a story with ``--project``."""
    return click.get_current_context().meta.get(_PROJECT) is not None


def story_if_any() -> Story | None:
    """As `story_here`; None where no ``--project`` was named and none is found."""
    from geomap.errors import MissingError

    try:
        return story_here()
    except MissingError:
        if click.get_current_context().meta.get(_PROJECT) is not None:
            raise
        return None


def border_asked(border_name: str | None, story: Story | None) -> Border:
    """The border that a command line names, or the story's.

    Raises:
        MissingError: there is neither.
    """
    from geomap.border import Border, border_of

    if border_name is not None:
        return Border.read(border_name)
    story = story or story_in_place_of_border()
    return border_of(story, story.border)


def story_in_place_of_border() -> Story:
    """As `story_here`, for a verb that takes a border, too.

    Raises:
        MissingError: there is none; it says that a border can be named.
    """
    from geomap.errors import MissingError

    try:
        return story_here()
    except MissingError as error:
        if is_story_named():
            raise
        raise MissingError(f"{error}; or name a border in its place, as in --border COL-VEN") from error


def texts_of(story: Story, texts: Path | None) -> Path | None:
    """The folder of texts that a command line names, or the story's own where it has any."""
    from geomap.project import TEXTS

    own = story.path(TEXTS)
    return texts or (own if any(own.glob("*.txt")) else None)


class Renamed(click.Option):
    """An option under the name it had before: taken, with one line of notice, and left out of the help."""

    def __init__(self, names: Sequence[str], *, now: str, **more: Any) -> None:
        """Of the names that it had, with the one that it has ``now``."""
        super().__init__(names, **{**more, "hidden": True, "expose_value": False, "callback": self._passed})
        self.now = now

    def _passed(self, ctx: click.Context, param: click.Parameter, value: Any) -> None:
        if value is not None:
            tell(f"note: {self.opts[0]} is called {self.now} now")
            ctx.params[self.now.lstrip("-")] = value


def output(result: Any, as_json: bool, say: Callable[[Console], None]) -> None:
    """A result on stdout: as JSON, or for a person."""
    if as_json:
        print_json(result, indent=1)
    else:
        say(console())
