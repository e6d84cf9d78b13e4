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


class Out(click.Path):
    """A file or folder to write; nothing is not the folder that one stands in."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path."""
        if not str(value):
            self.fail("it is empty; name a folder", param, ctx)
        return super().convert(value, param, ctx)


class _Near(click.Option):
    """An option whose default is the vocabulary's, which is read only for a verb that has the option."""

    def get_default(self, ctx: click.Context, call: bool = True) -> float:
        """The default, km."""
        from geomap.vocabulary import NEAR_BORDER_KM

        return NEAR_BORDER_KM


as_json = click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
near = click.option(
    "--near-km",
    cls=_Near,
    type=Finite(min=0, max=FARTHEST_KM),
    show_default=True,
    help="What counts as near the border, at most 20000.",
)
border_name = click.option(
    "--border",
    "border_name",
    default="IRN-PAK",
    show_default=True,
    help="A pair of countries, or a file; of several layers, FILE|layername=NAME.",
)
texts = click.option(
    "--texts",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder with the articles' texts, <article id>.txt.",
)


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
