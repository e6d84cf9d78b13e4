"""The steps of a story as its ``steps.toml`` lists them: what the page shows one after the other, with a text to each."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Annotated, Any

from pydantic import ConfigDict, Field, TypeAdapter, ValidationError
from pydantic import dataclasses as validated

from geomap.errors import DataError, Problem, Steps
from geomap.model import StoryStep
from geomap.reading import parse_toml, read_text, unknown_names
from geomap.vocabulary import CHOICES

#: The name of the file.
STEPS = "steps.toml"
#: What the page filters by, as a step names it.
FILTERS = (
    *("kind", "side", "actor", "target", "country", "province", "district", "outlet"),
    *("level", "pin", "near", "confidence", "differing"),
)

_Text = Annotated[str, Field(min_length=1, pattern=r"\S")]
_config = ConfigDict(extra="forbid", strict=True)


@validated.dataclass(frozen=True, kw_only=True, config=_config)
class _View:
    zoom: Annotated[float, Field(ge=3, le=15)]
    lon: Annotated[float, Field(ge=-180, le=180)]
    lat: Annotated[float, Field(ge=-85, le=85)]


@validated.dataclass(frozen=True, kw_only=True, config=_config)
class _Days:
    first: dt.date | None = None
    last: dt.date | None = None


@validated.dataclass(frozen=True, kw_only=True, config=_config)
class _Step:
    text: dict[str, _Text]
    incident: _Text | None = None
    view: _View | None = None
    days: _Days | None = None
    filters: dict[str, list[_Text]] = Field(default_factory=dict)


_STEP = TypeAdapter(_Step)


def read_steps(folder: Path, languages: Sequence[str], sides: Sequence[str]) -> tuple[StoryStep, ...]:
    """The steps of the story in a folder, in their order; none where it has no ``steps.toml``.

    Args:
        folder: of the story.
        languages: of its page, the first one leads: in it each step has a text.
        sides: the names of its sides.

    Raises:
        DataError: what cannot be right, a line each.
    """
    file = folder / STEPS
    if not file.is_file():
        return ()
    records = parse_toml(read_text(file), STEPS, "steps").get("steps")
    if not isinstance(records, list) or not records:
        raise DataError(Problem(STEPS, "steps: there is none; begin each with [[steps]]", ("steps",)))
    problems: list[Problem] = []
    found = []
    for n, record in enumerate(records):
        try:
            read = _STEP.validate_json(json.dumps(record, default=str))  # strict JSON takes texts for days
        except ValidationError as error:
            told = [_sentence(n, wrong) for wrong in error.errors()]
        else:
            told = [Problem(STEPS, f"{_written(way)}{said}", way) for way, said in _misfits(n, read, languages, sides)]
            found.append(_step(read))
        problems += told
    if problems:
        raise DataError(*problems)
    return tuple(found)


def _step(read: _Step) -> StoryStep:
    view, days = read.view, read.days or _Days()
    return StoryStep(
        text=read.text,
        incident=read.incident,
        view=(view.zoom, view.lon, view.lat) if view else None,
        first_day=days.first,
        last_day=days.last,
        filters={name: tuple(values) for name, values in read.filters.items()},
    )


def _misfits(n: int, read: _Step, languages: Sequence[str], sides: Sequence[str]) -> Iterator[tuple[Steps, str]]:
    """What types cannot see, each with the way to it."""
    if languages[0] not in read.text:
        yield ("steps", n, "text"), f" has no {languages[0]}, the first language of geomap.toml; add it"
    for code in read.text:
        if code not in languages:
            yield ("steps", n, "text", code), f": the page has no such language; geomap.toml lists {', '.join(languages)}"
    if read.days and read.days.first and read.days.last and read.days.first > read.days.last:
        yield ("steps", n, "days"), f" begins on {read.days.first} and ends on {read.days.last}; turn them around"
    closed = {"kind": CHOICES["symbol"], "level": CHOICES["level"], "side": tuple(sides)}
    for name, values in read.filters.items():
        way: Steps = ("steps", n, "filters", name)
        for _, said in unknown_names([name], FILTERS, "filter"):
            yield way, f": {said.partition(': ')[2]}"
        for value in values:
            if name in closed and value not in closed[name]:
                yield way, f" has {value!r}; choose from {', '.join(closed[name])}"


def _sentence(n: int, wrong: Any) -> Problem:
    """One of pydantic's findings as a sentence with its place."""
    way = ("steps", n, *wrong["loc"])
    where = _written(way)
    match wrong["type"]:
        case "missing":
            return Problem(STEPS, f"{where} is missing; add it", way)
        case "unexpected_keyword_argument":
            of = {"view": _View, "days": _Days}.get(str(way[2]), _Step) if len(way) > 3 else _Step
            said = next(unknown_names([str(way[-1])], [field.name for field in fields(of)], "key"))[1].partition(": ")[2]
            return Problem(STEPS, f"{where}: {said}", way, key=True)
        case "string_pattern_mismatch" | "string_too_short":
            return Problem(STEPS, f"{where} is {wrong['input']!r}; write some words", way)
        case "dict_type" if way[-1] == "text":
            return Problem(STEPS, f'{where} is {wrong["input"]!r}; write a text for each language, as {{en = "…"}}', way)
    right = str(wrong["msg"]).replace("Input should be", "write").replace("a valid", "a")
    return Problem(STEPS, f"{where} is {wrong['input']!r}; {right}", way)


def _written(way: Steps) -> str:
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in way).lstrip(".")


__all__ = ["FILTERS", "STEPS", "read_steps"]
