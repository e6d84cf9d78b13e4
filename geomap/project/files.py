"""The door to the data files: where they lie, what they are, and that those that ship with geomap are the recorded ones.

A checkout has ``geodata/`` beside the package; a wheel carries the same files inside it, as ``geomap/_data/``. Every file has a
record in ``sources.toml``. A *pinned* record has a sha256, and its file is held against it before it is first read; a record
without one is of files that people keep by hand, and may name several of them with a pattern (``articles/*.toml``).
"""

from __future__ import annotations

import difflib
import hashlib
import os
from functools import lru_cache
from pathlib import Path
from typing import Any

import shapely
from pydantic_core import from_json
from shapely.geometry.base import BaseGeometry

from geomap.errors import DataError, MissingError, PinError
from geomap.model import Story
from geomap.reading import MOST_MB, parse_toml, read_text

#: The folder of articles' texts, which git leaves out: they are other people's.
TEXTS = "texts"
#: The folder of what geomap reads in reports, until a person takes it into ``articles/``; nothing in it reaches a map.
PROPOSALS = "proposals"
#: The file of what people decided on that.
LOG = "decisions.jsonl"
#: What lies in ``geodata/`` but is not data: the record itself, the words about it, what makes it, and what reaches no map.
NOT_DATA = ("sources.toml", "README.md", "scripts", LOG, TEXTS, PROPOSALS)

#: The folders of what ships with geomap for every story.
SHARED_FOLDERS = ("borders/", "gazetteer/", "world/")
#: The files that people keep by hand in a story's folder.
STORY_FILES = ("geomap.toml", "articles/*.toml", "*.csv", "incidents.toml", "corrections.toml", "steps.toml")

#: The folder of the data files inside an installed package.
SHIPPED = "_data"


def root() -> Path:
    """The folder of the data files: inside an installed wheel, or of the checkout.

    Raises:
        MissingError: neither is there.
    """
    package = Path(__file__).resolve().parents[1]
    for folder in (package / SHIPPED, package.parent / "geodata"):
        if (folder / "sources.toml").is_file():
            return folder
    raise MissingError(f"geodata/: neither {package / SHIPPED} nor {package.parent / 'geodata'} has a sources.toml")


def path(name: str) -> Path:
    """The path of a data file by its name within ``geodata/``: ``path("borders/IRN-PAK.geojson")``.

    Raises:
        MissingError: there is no such file; the message names the nearest.
        PinError: it is not the file that ``sources.toml`` records.
        DataError: ``sources.toml`` cannot be read.
    """
    found, pinned = root() / name, _pins().get(name) if name != "sources.toml" else None
    if found.is_file():
        if pinned and (sha256 := sha256_of(found)) != pinned:
            raise PinError(name, recorded=pinned, found=sha256)
        return found
    if pinned:
        raise MissingError(f"{name}: sources.toml records it, but geodata/ has no such file; restore the file")
    near = difflib.get_close_matches(name, names(), n=3)
    raise MissingError(f"{name}: no such file in geodata/" + (f"; the nearest are {', '.join(near)}" if near else ""))


def checked(file: Path) -> Path:
    """A file of a story; where it ships with geomap, it is the recorded one. Raises as `path` does."""
    inside = file.is_relative_to(root())
    if not inside and not file.is_file():
        raise MissingError(f"{file}: no such file")
    return path(file.relative_to(root()).as_posix()) if inside else file


def has(name: str) -> bool:
    """Whether a data file is there, or should be: ``sources.toml`` pins it."""
    return (root() / name).is_file() or name in _pins()


def has_records(story: Story) -> bool:
    """Whether a story's folder has records of its own of where its files come from, as the first story's has."""
    return story.folder is not None and (story.folder / "sources.toml").is_file()


def read_records(folder: Path | None = None) -> Any:
    """What ``sources.toml`` lists under ``[[source]]``, as TOML is read; that of a folder, or of what ships with geomap.

    Raises:
        DataError: the file is not TOML in UTF-8, or has another table.
    """
    return _records(read_text(folder / "sources.toml" if folder else path("sources.toml")))


def _pins() -> dict[str, str]:
    """The sha256 of every pinned file by its name; `geomap.project.sources` says what is wrong with other records."""
    records = [record for record in read_records() if isinstance(record, dict)]
    return {str(record.get("file")): str(record["sha256"]) for record in records if "sha256" in record}


@lru_cache(maxsize=4)
def _records(text: str) -> Any:
    return parse_toml(text, "sources.toml", "source").get("source", [])


def sha256_of(file: Path) -> str:
    """The sha256 of a file, found once in a process unless the file changes."""
    about = file.stat()
    return _hashed(file, about.st_mtime_ns, about.st_size, about.st_ino)


@lru_cache(maxsize=1 << 14)
def _hashed(file: Path, *_version: int) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def names(folder: Path | None = None) -> tuple[str, ...]:
    """The names of all data files, sorted, of a folder or of what ships with geomap; hidden files are not data."""
    folder = folder or root()
    found: list[tuple[str, ...]] = []
    for here, folders, files in os.walk(folder):
        parts = Path(here).relative_to(folder).parts
        data = [name for name in (*folders, *files) if not name.startswith(".") and (parts or name not in NOT_DATA)]
        folders[:] = [name for name in folders if name in data]
        found += [(*parts, name) for name in data if os.path.isfile(os.path.join(here, name))]
    return tuple("/".join(file) for file in sorted(found))


def read_hashes(story: Story | None = None) -> dict[str, str]:
    """The sha256 of every file that a story is made from as it is now, by its name; of all that ships with geomap for None.

    What ships with geomap has the hash that ``sources.toml`` pins, under a name that begins with ``geomap/``.
    """
    if story is None or story.folder is None or has_records(story):
        folder = story.folder if story and story.folder else root()
        return {name: sha256_of(folder / name) for name in names(folder)}
    folder, own = story.folder, story_files(story.folder, story)
    hashed = {relative(file, folder): sha256_of(file) for file in own}
    shipped = {f"geomap/{name}": sha256 for name, sha256 in _pins().items() if name.startswith(SHARED_FOLDERS)}
    return dict(sorted((hashed | shipped).items()))


def relative(file: Path, folder: Path) -> str:
    """A file's name as a folder's files have it, with slashes; its whole name where it lies on another drive of Windows."""
    try:
        return Path(os.path.relpath(file, folder)).as_posix()
    except ValueError:
        return file.absolute().as_posix()


def story_files(folder: Path, story: Story | None = None) -> set[Path]:
    """The files that a story is made from: those kept by hand in its folder, and those that its settings name."""
    files = {file for pattern in STORY_FILES for file in folder.glob(pattern)}
    if story is not None:
        files |= {folder / name.partition("|")[0] for name in (story.border, *(line.border for line in story.lines))}
        files |= set(story.basemap.glob("*.geojson")) if story.basemap else set()
    return {file for file in files if file.is_file()}


def read_geojson(name: str) -> list[dict[str, Any]]:
    """The features of a GeoJSON file of ``geodata/``, as plain dictionaries.

    Raises:
        MissingError: there is no such file.
        DataError: it is not the recorded file, or not a GeoJSON FeatureCollection.
    """
    return [feature for feature, _ in read_features(name)]


def read_shapes(name: str) -> list[BaseGeometry]:
    """The geometries of a GeoJSON file's features, in their order; raises as `read_geojson` does."""
    return [geometry for _, geometry in read_features(name)]


def read_features(name: str | Path) -> list[tuple[dict[str, Any], BaseGeometry]]:
    """The features of a GeoJSON file, a data file by its name or any by its path; raises as `read_geojson` does."""
    file = path(name) if isinstance(name, str) else checked(name)
    try:
        return _parsed(read_text(file, MOST_MB))
    except (ValueError, KeyError, TypeError, shapely.errors.GEOSException) as error:
        raise DataError(f"{name}: not a GeoJSON FeatureCollection ({error}); make it again as sources.toml says") from error


@lru_cache(maxsize=16)
def _parsed(text: str) -> list[tuple[dict[str, Any], BaseGeometry]]:
    """Features with their geometries, for the next who reads the same file too."""
    return list(zip(from_json(text)["features"], shapely.get_parts(shapely.from_geojson(text)), strict=True))
