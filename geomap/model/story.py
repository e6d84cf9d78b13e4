"""What a story's ``geomap.toml`` says: its title, its border and other lines, its sides, and how it is drawn."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from geomap.vocabulary import BANDS_KM, NEAR_BORDER_KM, symbols


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """A side that actors can be on: its colour as ``#rrggbb`` on a light and on a dark ground, and how others call it.

    ``country`` is an ISO 3166-1 alpha-2 code where the side is a state; ``acled`` is ACLED's type of actor where it is none;
    ``labels`` are its names by language, where they are not its own name.
    """

    name: str
    light: str
    dark: str
    country: str | None = None
    acled: str | None = None
    labels: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherLine:
    """A further line that a border is drawn as: a claim, a line of control, another source.

    ``border`` is a pair of countries or a file, as of `Story`; ``drawn_by`` says who draws it so.
    """

    name: str
    border: str
    drawn_by: str
    labels: Mapping[str, str] = field(default_factory=dict)  #: its names by language


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryStep:
    """A step of a story as it is walked on the page: a text by language, and what the page then shows.

    ``view`` is zoom, longitude and latitude; ``filters`` are values by the names of the page's filters.
    """

    text: Mapping[str, str]
    incident: str | None = None
    view: tuple[float, float, float] | None = None
    first_day: dt.date | None = None
    last_day: dt.date | None = None
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


#: A border by the ISO 3166 codes of its two countries; all else is a file.
PAIR = re.compile(r"([A-Za-z]{2,3})-([A-Za-z]{2,3})")

#: The side of an actor on none of the others.
UNKNOWN = Side(name="Unknown", light=symbols.NO_SIDE.light, dark=symbols.NO_SIDE.dark)


@dataclass(frozen=True, kw_only=True)
class Story:
    """A story's settings, and the folder that holds its files.

    Attributes:
        folder: where its ``geomap.toml`` lies; None for tables that come from no folder.
        title: of the map.
        border: the border that distances are measured to: a pair of countries ("IND-PAK"), or a vector file.
        home: the countries in question, by ISO 3166-1 alpha-2 code; the page draws them lighter than others.
        languages: of the page, by code, the first one it opens in unless the reader's browser asks for another.
        sides: in the order of the legend.
        near_km: what counts as near the border.
        bands_km: how far from the border its bands reach.
        quoted_lengths_km: lengths of the border that people quote.
        extent: west, south, east and north of the map as it opens, degrees; None where it follows from the data.
        output: the folder that is published.
        basemap: a folder with outlines of its own in place of the world's, or None.
        licence: of the story's own data, an SPDX name.
        attribution: what must be shown with the story's own data, or None.
        lines: further lines of the border.
        steps: what the page shows one after the other, with a text to each.
        translations: of each language's code, English words of its files → that language's.
        decides: who accepts and rejects what was proposed, as ``decisions.jsonl`` names them; None where nobody is named.
    """

    folder: Path | None = None
    title: str = "geomap"
    border: str = ""
    home: tuple[str, ...] = ()
    languages: tuple[str, ...] = ("en",)
    sides: tuple[Side, ...] = (UNKNOWN,)
    near_km: float = NEAR_BORDER_KM
    bands_km: tuple[float, ...] = BANDS_KM
    quoted_lengths_km: tuple[float, ...] = ()
    extent: tuple[float, float, float, float] | None = None
    output: Path = Path("output")
    basemap: Path | None = None
    licence: str = "CC-BY-4.0"
    attribution: str | None = None
    lines: tuple[OtherLine, ...] = ()
    translations: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    decides: str | None = None
    steps: tuple[StoryStep, ...] = ()

    @cached_property
    def side_of(self) -> Mapping[str, Side]:
        """The sides by name; "Unknown" is always one."""
        named = {side.name: side for side in self.sides}
        return named if UNKNOWN.name in named else named | {UNKNOWN.name: UNKNOWN}

    def line(self, border: str) -> str:
        """A border by its name as `geomap.border.Border.read` takes it: a pair as it stands, a file with its folder."""
        return border if PAIR.fullmatch(border) or self.folder is None else str(self.folder / border)

    def path(self, name: str) -> Path:
        """A file of the story by its name in its folder; it need not be there."""
        if self.folder is None:
            raise ValueError(f"{name}: this story comes from no folder")
        return self.folder / name
