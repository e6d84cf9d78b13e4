"""A story's folder: how it is found, and what its ``geomap.toml`` says."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field, TypeAdapter, ValidationError
from pydantic import dataclasses as validated

from geomap.errors import DataError, MissingError, Problem, Steps, steps
from geomap.model import PAIR, UNKNOWN, OtherLine, Side, Story
from geomap.project.files import SHIPPED, root
from geomap.project.story_steps import read_steps
from geomap.reading import in_english, in_languages, parse_toml, read_text, unknown_names
from geomap.vocabulary import COUNTRIES, FARTHEST_M, country_code, symbols

#: The file that makes a folder a story's, and where it may lie below the folder that one stands in.
SETTINGS = "geomap.toml"
BELOW = "geodata"
#: The number of the form that `SETTINGS` has now.
FORMAT = 1

_FARTHEST_KM = FARTHEST_M / 1000
_Name = Annotated[str, Field(min_length=1, pattern=r"\S")]
_Colour = Annotated[str, Field(pattern="^#[0-9a-f]{6}$", description="#rrggbb, in small letters")]
_Country = Annotated[str, Field(pattern="^[A-Z]{2}$", description="an ISO 3166-1 alpha-2 code")]
_Language = Annotated[str, Field(pattern="^[a-z]{2,3}$", description="a code of a language that the page has texts in")]
_Kilometres = Annotated[float, Field(gt=0, le=_FARTHEST_KM)]
_Band = Annotated[float, Field(ge=1, le=5000)]
_Lon = Annotated[float, Field(ge=-180, le=180)]
_Lat = Annotated[float, Field(ge=-90, le=90)]


class _Strict:
    config = ConfigDict(extra="forbid", strict=True)


@validated.dataclass(frozen=True, kw_only=True, config=_Strict.config)
class _Side:
    name: Annotated[_Name, Field(description="what the side is called; actors.csv names it")]
    light: Annotated[_Colour | None, Field(description="its colour on a light ground; without it, one is chosen")] = None
    dark: Annotated[_Colour | None, Field(description="its colour on a dark ground; goes with light")] = None
    country: Annotated[_Country | None, Field(description="of a state")] = None
    acled: Annotated[str | None, Field(description="ACLED's type of actor (inter1) of what is no state")] = None
    labels: Annotated[dict[_Language, _Name], Field(description="its names in other languages")] = Field(default_factory=dict)


@validated.dataclass(frozen=True, kw_only=True, config=_Strict.config)
class _Line:
    name: Annotated[_Name, Field(description="what the line is called")]
    border: Annotated[_Name, Field(description="a pair of countries, or a vector file beside geomap.toml")]
    drawn_by: Annotated[_Name, Field(description="who draws the border so")]
    labels: Annotated[dict[_Language, _Name], Field(description="its names in other languages")] = Field(default_factory=dict)


@validated.dataclass(frozen=True, kw_only=True, config=_Strict.config)
class _Settings:
    format: Annotated[Literal[1], Field(description="the number of this form")]
    title: Annotated[_Name, Field(description="of the map")]
    border: Annotated[_Name, Field(description="a pair of countries such as FRA-ESP, or a vector file beside geomap.toml")]
    home: Annotated[tuple[_Country, ...], Field(description="the countries in question; the border's two unless given")] = ()
    languages: Annotated[tuple[_Language, ...], Field(min_length=1, description="of the page, the first one leads")] = ("en",)
    sides: Annotated[tuple[_Side, ...], Field(description="that actors can be on; the home countries unless given")] = ()
    near_km: Annotated[_Kilometres, Field(description="what counts as near the border")] = Story.near_km
    bands_km: Annotated[tuple[_Band, ...], Field(min_length=1, description="how far bands reach")] = Story.bands_km
    quoted_lengths_km: Annotated[tuple[_Kilometres, ...], Field(description="lengths of the border that people quote")] = ()
    extent: Annotated[
        tuple[_Lon, _Lat, _Lon, _Lat] | None,
        Field(description="west, south, east and north of the map as it opens; east is less than west across the antimeridian"),
    ] = None
    output: Annotated[_Name, Field(description="the folder that is published")] = str(Story.output)
    basemap: Annotated[_Name | None, Field(description="a folder with outlines in place of the world's")] = None
    licence: Annotated[_Name, Field(description="of the story's own data, an SPDX name")] = Story.licence
    attribution: Annotated[_Name | None, Field(description="what must be shown with the story's own data")] = None
    lines: Annotated[tuple[_Line, ...], Field(description="further lines of the border")] = ()
    decides: Annotated[_Name | None, Field(description="who accepts and rejects what was proposed")] = None


_SETTINGS = TypeAdapter(_Settings)


def find_story(start: Path | None = None) -> Path:
    """The folder of the story that one stands in: here, in ``geodata/`` here, or above, as git finds its folder.

    Args:
        start: where one stands; the working directory unless given.

    Raises:
        MissingError: there is none; the message names what to do.
    """
    here = (start or Path()).resolve()
    for above in (here, *here.parents):
        for folder in (above, above / BELOW):
            if (folder / SETTINGS).is_file():
                return folder
    raise MissingError(
        f"{here}: no {SETTINGS} here, in {BELOW}/ here or above; begin a story with 'geomap new DIR --border A-B', name one "
        "with --project DIR, or build the one that is shipped with 'geomap build --example'"
    )


def story_folder(folder: Path | None = None) -> Path:
    """The folder that has a story's ``geomap.toml``, whatever that says; arguments and errors as of `read_story`."""
    if folder is None:
        return find_story()
    for found in (folder, folder / BELOW):
        if (found / SETTINGS).is_file():
            return found.resolve()
    raise MissingError(f"{folder}: no {SETTINGS} there; write one with 'geomap new {folder} --border A-B'")


def read_story(folder: Path | None = None) -> Story:
    """The settings of a story, every default filled in.

    Args:
        folder: with a ``geomap.toml``, or with a ``geodata/`` that has one; unless given, as `find_story` finds it.

    Raises:
        MissingError: there is no ``geomap.toml``.
        DataError: what cannot be right in it, a line each.
    """
    folder = story_folder(folder)
    story = replace(_parsed(read_text(folder / SETTINGS)), folder=folder)
    output = Path(os.path.normpath(folder / story.output))
    basemap = None if story.basemap is None else Path(os.path.normpath(folder / story.basemap))
    walked = read_steps(folder, story.languages, list(story.side_of))
    story = replace(story, output=output, basemap=basemap, steps=walked)
    return story if is_own(story) else replace(story, output=Path(Story.output))


def is_own(story: Story) -> bool:
    """Whether a story's folder is its user's: not the one inside an installed package, which is built but never changed."""
    return story.folder != root() or root().name != SHIPPED


def example() -> Story:
    """The story that is shipped."""
    return read_story(root())


def settings_schema() -> dict[str, Any]:
    """The JSON Schema of ``geomap.toml``."""
    schema = in_languages(_SETTINGS.json_schema(), "title")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": SETTINGS}


@lru_cache(maxsize=8)
def _parsed(text: str) -> Story:
    """The story that a file's text tells of, without its folder, for the next who reads the same file too."""
    raw = parse_toml(text, SETTINGS, *(field.name for field in fields(_Settings)))
    _refuse_other_format(raw)
    title, translations = in_english({"title": raw.get("title")})
    raw = {**raw, **(title if "title" in raw else {})}
    try:
        read = _SETTINGS.validate_json(json.dumps(raw, default=str))  # strict JSON takes arrays for tuples
    except ValidationError as error:
        found = error.errors()
        # A list of which nothing is right is said to be too short, too.
        inner = {wrong["loc"][:-1] for wrong in found}
        told = [wrong for wrong in found if wrong["type"] != "too_short" or wrong["loc"] not in inner]
        raise DataError(*dict.fromkeys(_problem(wrong) for wrong in told)) from error
    if problems := [Problem(SETTINGS, said, way) for way, said in _misfits(read)]:
        raise DataError(*problems)
    home = read.home or codes_of(read.border)
    return Story(
        home=home,
        translations=translations,
        sides=_sides(read.sides, home),
        output=Path(read.output),
        quoted_lengths_km=read.quoted_lengths_km,
        basemap=None if read.basemap is None else Path(read.basemap),
        lines=tuple(OtherLine(name=o.name, border=o.border, drawn_by=o.drawn_by, labels=o.labels) for o in read.lines),
        **{
            name: getattr(read, name)
            for name in ("title", "border", "languages", "near_km", "bands_km", "extent", "licence", "attribution", "decides")
        },
    )


def page_languages() -> list[str]:
    """The codes of the languages that the page has texts in."""
    texts = files("geomap") / "webmap" / "assets" / "languages"
    return sorted(file.name.removesuffix(".json") for file in texts.iterdir() if file.name.endswith(".json"))


def codes_of(border: str) -> tuple[str, ...]:
    """The alpha-2 codes of a pair of countries: ("IN", "PK") of "IND-PAK"; none of a file."""
    pair = PAIR.fullmatch(border)
    found = [country_code(code.upper()) for code in pair.groups()] if pair else []
    return tuple(code for code in found if code)


def _refuse_other_format(raw: Mapping[str, Any]) -> None:
    found = raw.get("format")
    if isinstance(found, int) and not isinstance(found, bool) and found != FORMAT:
        remedy = "install a newer geomap" if found > FORMAT else f"the first one is {FORMAT}; correct it"
        said = f"format is {found}, and this version reads {FORMAT}; {remedy}"
        raise DataError(Problem(SETTINGS, said, ("format",)))


def _problem(found: Any) -> Problem:
    """One of pydantic's findings with its place."""
    return Problem(SETTINGS, _sentence(found), found["loc"], key=found["type"] == "unexpected_keyword_argument")


def _sentence(problem: Any) -> str:
    """One of pydantic's findings as a sentence."""
    where = _written(problem["loc"])
    match problem["type"]:
        case "missing":
            return f"{where} is missing; add it"
        case "unexpected_keyword_argument":
            parts = [str(part) for part in problem["loc"]]
            known = [f.name for f in fields(_Side if parts[0] == "sides" else _Line if parts[0] == "lines" else _Settings)]
            return f"{where}: {next(unknown_names([parts[-1]], known, 'key'))[1].partition(': ')[2]}"
        case "string_pattern_mismatch" | "string_too_short":
            return f"{where} is {problem['input']!r}; {_right(where)}"
    right = str(problem["msg"])
    for theirs, ours in (("Input should be", "write"), ("valid array", "list"), ("tuple", "list"), ("Tuple", "the list")):
        right = right.replace(theirs, ours)
    if problem["type"] == "too_short":
        right = f"write at least {problem['ctx']['min_length']}"
    return f"{where} is {problem['input']!r}; {right}"


def _written(way: Steps) -> str:
    """The way to a value as sentences name it: ``lines[0].border``."""
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in way).lstrip(".")


def _right(where: str) -> str:
    """What would be right for a text, by the last name of where it stands."""
    match where.rpartition(".")[2].partition("[")[0]:
        case "light" | "dark":
            return "write a colour as #rrggbb, in small letters"
        case "country" | "home":
            return "write an ISO 3166-1 alpha-2 code, such as FR"
        case "languages" | "labels":
            return "write a language's code, such as en"
    return "write some words"


def _misfits(read: _Settings) -> Iterator[tuple[Steps, str]]:
    """What types cannot see, each with the way to it."""
    for way, name in _paths(read):
        if not name.isprintable() or "\\" in name or name.startswith("~"):
            yield way, f"{_written(way)} is {name!r}; write a path with / between folders, without ~, line breaks and the like"
    for field, codes in (("home", read.home), *((f"sides[{n}].country", (s.country,)) for n, s in enumerate(read.sides))):
        for code in codes:
            if code and code not in COUNTRIES:
                yield (*steps(field), code), f"{field} has {code!r}, which no country has"
    for code in read.languages:
        if code not in (known := page_languages()):
            yield ("languages", code), f"languages has {code!r}; the page has texts in {', '.join(known)}"
    if read.extent and read.extent[1] >= read.extent[3]:
        yield ("extent",), f"extent is {list(read.extent)}; the south, its second number, lies below the north, its fourth"
    if list(read.bands_km) != sorted(set(read.bands_km)):
        yield ("bands_km",), f"bands_km is {list(read.bands_km)}; write each once, the least first"
    for table, given in (("sides", [side.name for side in read.sides]), ("lines", [line.name for line in read.lines])):
        for n, name in enumerate(given):
            if given[:n].count(name) == 1:
                yield (table, n, "name"), f"{table}: {name!r} stands twice; keep one"
    for n, side in enumerate(read.sides):
        if (side.light is None) != (side.dark is None):
            yield ("sides", n), f"sides: {side.name}: has one colour; give light and dark, or neither"
        if side.country and side.acled:
            yield (
                ("sides", n, "country"),
                f"sides: {side.name}: has country and acled; a state has none of ACLED's other types, so keep one",
            )
        for ground, colour in (("light", side.light), ("dark", side.dark)):
            if colour and (ratio := symbols.contrast(colour, getattr(symbols.GROUND, ground))) < symbols.LEAST_CONTRAST:
                yield (
                    ("sides", n, ground),
                    f"sides: {side.name}: {ground} is {colour!r}, whose contrast to the {ground} ground is {ratio:.1f}; choose "
                    f"one of {symbols.LEAST_CONTRAST:g} or more",
                )
    bare = [side for side in read.sides if side.light is None and side.name != UNKNOWN.name]
    if len(bare) > len(_free_colours(read.sides)):
        yield (
            ("sides",),
            f"sides: {len(bare)} have no colours, and {len(_free_colours(read.sides))} are left; give light and dark to some",
        )


def _paths(read: _Settings) -> Iterator[tuple[Steps, str]]:
    """What names a file or a folder, with the way to it."""
    yield from ((("border",), read.border), (("output",), read.output), (("basemap",), read.basemap or "."))
    yield from ((("lines", n, "border"), line.border) for n, line in enumerate(read.lines))


def _free_colours(sides: tuple[_Side, ...]) -> list[symbols.Colour]:
    """The colours of our own that no side has taken."""
    taken = {side.light for side in sides}
    return [colour for colour in symbols.SIDE_COLOURS if colour.light not in taken]


def _sides(read: tuple[_Side, ...], home: tuple[str, ...]) -> tuple[Side, ...]:
    """The sides with a colour each, "Unknown" among them; without any, the home countries."""
    given = read or tuple(_Side(name=COUNTRIES[code].name, country=code) for code in home)
    free = iter(_free_colours(given))
    sides = []
    for side in given:
        light, dark = side.light, side.dark
        if light is None or dark is None:
            colour = symbols.NO_SIDE if side.name == UNKNOWN.name else next(free)
            light, dark = colour.light, colour.dark
        sides.append(
            Side(name=side.name, light=light, dark=dark, country=side.country, acled=side.acled, labels=dict(side.labels))
        )
    return tuple(sides) if any(side.name == UNKNOWN.name for side in sides) else (*sides, UNKNOWN)
