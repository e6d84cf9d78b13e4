"""The group of all verbs: wrong data is said in one line, without a traceback."""

from __future__ import annotations

import atexit
import errno
import gc
import signal
import threading
from importlib import import_module
from typing import Any

import click

from geomap import __version__
from geomap.cli.options import project_folder
from geomap.cli.terminal import shown_errors, tell
from geomap.errors import GeomapError

#: Each verb with what it does, as the first sentence of its own help says it. Its file is read when the verb is named.
VERBS = {
    "add": "Register articles: copy their texts to texts/, and write a file of each citation, with a claim to fill.",
    "border": "Say how long a border is at which detail, and where its line is weak.",
    "build": "Rebuild the map and every file of it.",
    "check": "Report every problem of the data at once; write nothing.",
    "evaluate": "Read every text of a folder of gold as an unseen one, and say how well.",
    "explain": "Lead from an incident to the lines of the articles it stands on.",
    "export": "Write the tables in another format, or in another data set's columns.",
    "extract": "Read reports, and propose what they claim: an article file each, every value on its words.",
    "locate": "Turn words about a place into the areas where they hold.",
    "map": "Draw a table of events as a map: one HTML file that opens from a disk and asks for nothing.",
    "measure": "Measure a point's geodesic distance from the border.",
    "migrate": "Bring a story's files to the present names of fields, and give spans the fingerprints of their words.",
    "near": "Write a table of events again, with how each lies to a border.",
    "new": "Begin a story: a folder with its settings and an example of each file that you keep by hand.",
    "review": "Decide on what was proposed, in a browser: accept, edit, reject, add, group; every decision is kept at once.",
    "schema": "Print the data dictionary: every column of every table, its type, its unit and what it says.",
    "serve": "Show the map in a browser, and draw it anew whenever you save a file of the story.",
    "spans": "Say where words stand in an article's text, so that nobody counts characters.",
}


class Verb(click.Command):
    """A command that refuses an option given twice where it takes one value: the former would be lost without a word."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """The values of a command line's options."""
        given = [] if ctx.resilient_parsing else self.make_parser(ctx).parse_args(list(args))[2]
        for option in given:
            single = isinstance(option, click.Option) and not (option.multiple or option.count or option.is_flag)
            if single and given.count(option) > 1:
                raise click.UsageError(f"{option.opts[-1]} is given {given.count(option)} times, and takes one value", ctx)
        return super().parse_args(ctx, args)


class Verbs(click.Group):
    """A group whose commands say what is wrong with the data in one line, without a traceback."""

    command_class = Verb

    def make_context(self, *arguments: Any, **more: Any) -> click.Context:
        """The context of a command line, or what is wrong with it."""
        with shown_errors():
            return super().make_context(*arguments, **more)

    def add_command(self, cmd: click.Command, name: str | None = None) -> None:
        """Add a verb; each takes ``--project`` with a folder, but the one that prints its schema."""
        if not any("--project" in option.opts for option in cmd.params):
            cmd.params.append(project_folder)
        super().add_command(cmd, name)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all verbs."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The verb of a name."""
        if cmd_name in VERBS:
            import_module(f"geomap.cli.{cmd_name}")
        return super().get_command(ctx, cmd_name)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what each verb does; no file of a verb is read for it."""
        with formatter.section("Commands"):
            formatter.write_dl(list(VERBS.items()))

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; wrong data ends with 1, an interruption with 130."""
        # What is read and imported stays: looking for garbage in it took a tenth of a build, half of that at its end.
        gc.set_threshold(200_000)
        atexit.register(gc.freeze)
        former = _ended_in_order()
        try:
            with shown_errors():
                return super().invoke(ctx)
        except GeomapError as error:
            _tell(ctx, error)
            ctx.exit(1)
        except OSError as error:
            if error.errno == errno.EPIPE:  # whoever reads has had enough, which click knows how to end
                raise
            tell(f"{error.filename or 'output'}: {(error.strerror or str(error)).lower()}")
            ctx.exit(1)
        except KeyboardInterrupt:
            tell("interrupted")
            ctx.exit(130)
        finally:
            if former is not None:
                signal.signal(signal.SIGTERM, former)


def _ended_in_order() -> Any:
    """Let SIGTERM end the work as an error does, so that nothing half written is left; what it did before, None where it stays.

    Only a main thread may say so, and what was not left to the system stays.
    """
    if threading.current_thread() is not threading.main_thread() or signal.getsignal(signal.SIGTERM) is not signal.SIG_DFL:
        return None

    def end(number: int, _frame: Any) -> None:
        raise SystemExit(128 + number)

    return signal.signal(signal.SIGTERM, end)


def _tell(ctx: click.Context, error: GeomapError) -> None:
    """What is wrong, each with its place where it stands in a hand-kept file."""
    from geomap.cli.options import story_folder
    from geomap.cli.problems import tell_problems

    tell_problems(error.problems, story_folder(ctx))


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="geomap")
def main() -> None:
    """Turn what articles report into a map that can be checked."""
