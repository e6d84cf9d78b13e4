"""The group of all verbs: wrong data is said in one line, without a traceback."""

from __future__ import annotations

import atexit
import errno
import gc
from pathlib import Path
from typing import Any

import click

from geomap import __version__
from geomap.cli.terminal import shown_errors, tell
from geomap.errors import GeomapError


class Verbs(click.Group):
    """A group whose commands say what is wrong with the data in one line, without a traceback."""

    def make_context(self, *arguments: Any, **more: Any) -> click.Context:
        """The context of a command line, or what is wrong with it."""
        with shown_errors():
            return super().make_context(*arguments, **more)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; wrong data ends with 1, an interruption with 130."""
        # What is read and imported stays: looking for garbage in it took a tenth of a build, half of that at its end.
        gc.set_threshold(100_000)
        atexit.register(gc.freeze)
        _warn_of_other_data()
        try:
            with shown_errors():
                return super().invoke(ctx)
        except GeomapError as error:
            _tell(error)
            ctx.exit(1)
        except OSError as error:
            if error.errno == errno.EPIPE:  # whoever reads has had enough, which click knows how to end
                raise
            tell(f"{error.filename or 'output'}: {(error.strerror or str(error)).lower()}")
            ctx.exit(1)
        except KeyboardInterrupt:
            tell("interrupted")
            ctx.exit(130)


def _tell(error: GeomapError) -> None:
    """What is wrong, each with its place where it stands in a hand-kept file."""
    from geomap import project
    from geomap.cli.problems import tell_problems

    tell_problems(error.problems, project.root())


def _warn_of_other_data() -> None:
    """Somebody who edits a checkout's data, but runs an installed copy, should know that it is not read."""
    here = Path("geodata").resolve()
    if not (here / "sources.toml").is_file():
        return
    from geomap import project

    if here != project.root() and _edited(here, project.root()):
        tell(f"note: reading {project.root()}, not {here}; install with 'pip install -e .' to work on the data")


def _edited(here: Path, root: Path) -> bool:
    """Whether the hand-kept files of one folder are not those of the other."""
    kept = [
        file.relative_to(here)
        for pattern in ("*.toml", "*.csv", "articles/*.toml")
        for file in here.glob(pattern)
        if file.is_file()
    ]
    return any(not (root / name).is_file() or (root / name).read_bytes() != (here / name).read_bytes() for name in kept)


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="geomap")
def main() -> None:
    """Turn what articles report into a map that can be checked."""
