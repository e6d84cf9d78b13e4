"""Where each data file comes from, by ``sources.toml``, and whether the files are the recorded ones."""

from __future__ import annotations

import datetime as dt
import fnmatch
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pydantic import ConfigDict, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from geomap.errors import DataError, PinError, Problem
from geomap.model import Story
from geomap.project.files import SHARED_FOLDERS, has, has_records, read_hashes, read_records
from geomap.project.upkeep import is_web_address, unread_files
from geomap.vocabulary import countries_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a file of ``geodata/`` comes from and what may be done with it.

    ``file`` is relative to ``geodata/`` and may be a pattern. ``sha256`` is None for files kept by hand; ``made_by`` is the
    command that makes the file again; ``caveat`` says what it is not good for.
    """

    file: str
    title: str  #: its name
    producer: str  #: who made it
    licence: str  #: SPDX name
    attribution: str  #: what must be shown with it
    retrieved: dt.date  #: the day
    version: str | None = None  #: as its maker counts
    address: str | None = None  #: where it stands on the web
    sha256: str | None = None
    made_by: str | None = None
    caveat: str | None = None


#: The name of the file.
FILE = "sources.toml"

#: How the names of files end that people keep by hand.
HAND_KEPT = (".toml", ".csv")

_SOURCES = TypeAdapter(tuple[Source, ...], config=ConfigDict(extra="forbid"))


def read_sources(folder: Path | None = None) -> tuple[Source, ...]:
    """Every record of ``sources.toml``, in its order; of a folder, or of what ships with geomap.

    Raises:
        DataError: the file is not TOML, or records cannot be right; one line for each field.
    """
    records = read_records(folder)
    try:
        return _SOURCES.validate_python(records)
    except ValidationError as error:
        raise DataError(*(_sentence(records, wrong) for wrong in error.errors())) from error


def sources_of(story: Story) -> tuple[Source, ...]:
    """Where what a story's files are made from comes from: the records of its own, and of what ships with geomap.

    Raises:
        DataError: ``sources.toml`` cannot be right.
    """
    other = "basemap/" if story.basemap is None else "world/"
    if has_records(story):
        return tuple(source for source in read_sources(story.folder) if not source.file.startswith(other))
    shipped = [source for source in read_sources() if not source.file.startswith(other)]
    lines = _lines_used(story)
    own = Source(
        file="articles/*.toml",
        title=story.title,
        producer=story.attribution or "The authors of this map",
        licence=story.licence,
        attribution=story.attribution or "The authors of this map",
        retrieved=dt.date.min,
    )
    world = [source for source in shipped if source.file.startswith(SHARED_FOLDERS)]
    # Places that the extract knows stand in places.csv, where people paste them.
    places = [replace(source, file="places.csv") for source in world if source.file.startswith("gazetteer/")]
    return (own, *places, *(source for source in world if not source.file.startswith("borders/") or source.file in lines))


def _lines_used(story: Story) -> set[str]:
    """The files of ``borders/`` that a story's lines are read from."""
    pairs = filter(None, map(countries_of, (story.border, *(line.border for line in story.lines))))
    files = {f"borders/{'-'.join(country.alpha3 for country in pair)}.geojson" for pair in pairs}
    return {file if has(file) else "borders/world.fgb.zip" for file in files} | ({"borders/notes.csv"} if files else set())


def check_sources() -> list[str]:
    """Every disagreement between ``sources.toml`` and the files, one sentence each; empty when all is well."""
    try:
        sources = read_sources()
    except DataError as error:
        return list(error.problems)
    problems: list[str] = []
    hashes = read_hashes(None)
    there = tuple(hashes)
    recorded: dict[str, str] = {}
    for number, source in enumerate(sources):
        way = ("source", number)
        found = [name for name in fnmatch.filter(there, source.file) if name.count("/") == source.file.count("/")]
        if not found:
            wrong = f"{source.file}: no such file in geodata/; restore the file or remove the record"
            problems.append(Problem(FILE, wrong, (*way, "file")))
        for name in found:
            if name in recorded:
                wrong = f"{name}: recorded as {recorded[name]} and as {source.file}; keep one record"
                problems.append(Problem(FILE, wrong, (*way, "file")))
            recorded[name] = source.file
            if source.sha256 not in (None, hashes[name]):
                problems.append(str(PinError(name, recorded=str(source.sha256), found=hashes[name])))
        problems += [Problem(FILE, f"{source.file}: {wrong}", (*way, field)) for field, wrong in _wrong(source)]
    return problems + unread_files(recorded)


def _wrong(source: Source) -> Iterator[tuple[str, str]]:
    """What types cannot see in a record, each with its field."""
    for field in ("title", "producer", "licence", "attribution"):
        if not getattr(source, field).strip():
            yield field, f"{field} is empty; write it"
    if source.address is not None and not is_web_address(source.address):
        yield "address", f"address is {source.address!r}; write one that begins with http:// or https://"
    if source.sha256 is None and not source.file.endswith(HAND_KEPT):
        yield "sha256", "sha256 is missing; only files kept by hand have none, so record it with what made the file"


def _sentence(records: Any, wrong: ErrorDetails) -> Problem:
    """What is wrong with a record of ``sources.toml``: which, the field, what was found, what would be right."""
    way = ("source", *wrong["loc"])
    if len(wrong["loc"]) < 2:  # not a record's number and its field
        return Problem(FILE, f"{wrong['msg']}; begin each record with [[source]]", way)
    number, field = wrong["loc"][:2]
    where = f"{records[number].get('file', f'record {int(number) + 1}')}: {field}"
    match wrong["type"]:
        case "missing":
            return Problem(FILE, f"{where} is missing; add it", way)
        case "unexpected_keyword_argument":
            return Problem(FILE, f"{where} is no field of a source; correct or remove it", way, key=True)
    return Problem(FILE, f"{where} is {wrong['input']!r}; {wrong['msg'].lower()}", way)
