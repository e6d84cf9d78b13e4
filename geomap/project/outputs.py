"""Where commands may write: never over what people keep by hand."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from geomap.errors import GeomapError
from geomap.model import Story
from geomap.project.files import LOG, PROPOSALS, STORY_FILES, TEXTS, story_files
from geomap.project.story import SETTINGS, read_story

#: The folders of a story that no map is written into.
INPUT_FOLDERS = ("articles", TEXTS, PROPOSALS, ".git", ".geomap")
#: The files in a story's folder that nothing else may take the name of, though they may not be there yet.
INPUT_FILES = ("places.csv", "actors.csv", "terms.csv", "sources.toml", LOG, *(name for name in STORY_FILES if "*" not in name))


def refusal(story: Story, out: Path) -> str | None:
    """Why a story's map cannot be written into a folder; None where it can be.

    There, files of the same names would replace what people keep by hand; what lies around a story or among its articles is
    no map.
    """
    kept = None if story.folder is None else _kept_in(story.folder, story, out)
    return kept and f"{out} {kept}; name a folder for the map alone"


def overwriting(out: Path, folder: Path | None) -> str | None:
    """Why a command may not write a file, or into a folder: it holds what people keep by hand; None where it may.

    Args:
        out: the file or the folder, which need not be there.
        folder: of the story that the command is about, if any; each story that ``out`` lies in counts, too.
    """
    real = out.resolve()
    around = {above for above in (real, *real.parents) if (above / SETTINGS).is_file()}
    for home in sorted(around | ({folder.resolve()} if folder else set())):
        story = None
        with suppress(GeomapError):  # wrong settings name no further files
            story = read_story(home)
        kept = _kept_in(home, story, out) if real.is_dir() else _kept_as(home, story, real)
        if kept:
            return f"{out} {kept}; name another"
    return None


def _kept_in(home: Path, story: Story | None, out: Path) -> str | None:
    """What a folder to write into is for the story of another folder."""
    real, folder = out.resolve(), home.resolve()
    if real.exists() and not real.is_dir():
        return "is a file"
    if real == folder or real in folder.parents:
        return "holds the story itself"
    if _is_among_inputs(folder, real):
        return "is among the story's input files"
    if any(parent.resolve() == real for parent in {_home(file) for file in story_files(folder, story)}):
        return "has an input file of the story"
    return "holds another story" if (real / SETTINGS).is_file() else None


def _kept_as(home: Path, story: Story | None, real: Path) -> str | None:
    """The same of a file; a table that lies beside the story's lists is none of them."""
    listed = real.parent == home and real.name.casefold() in INPUT_FILES
    own = (file for file in story_files(home, story) if file.suffix != ".csv" or file.name in INPUT_FILES)
    if listed or _is_among_inputs(home, real) or any(file.resolve() == real for file in own):
        return "is among the story's input files"
    return None


def _is_among_inputs(folder: Path, real: Path) -> bool:
    return any(real.is_relative_to((folder / name).resolve()) for name in INPUT_FOLDERS)


def _home(file: Path) -> Path:
    """The folder that a file lies in, whatever link leads to it."""
    return file.resolve().parent if file.is_symlink() else file.parent
