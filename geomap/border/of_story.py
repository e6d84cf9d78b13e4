"""The lines of a story: its border, and the further lines that this is drawn as."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from shapely import MultiPolygon, Polygon

from geomap import project
from geomap.border.line import Border
from geomap.errors import DataError, MissingError, Problem, Steps
from geomap.geometry import are_within
from geomap.model import PAIR, Story
from geomap.vocabulary import BAND_TOLERANCE_M, COUNTRIES

#: A further line that is nowhere nearer to the border than this is another border's, metres.
FARTHEST_LINE_M = 500_000.0
#: The same in degrees, for countries.
FARTHEST_DEG = 5.0

#: How the names of geomap's own files begin: what is wrong with them is no fault of a story's settings.
OUR_OWN = ("borders/", "sources.toml")


def border_of(story: Story, name: str, key: Steps = ("border",)) -> Border:
    """A border of a story, its sides told by the story's own outlines where they are far from it.

    Raises as `Border.read` does; where the story's settings name it, under ``key``, the message says so.
    """
    try:
        border = Border.read(story.line(name), areas=project.country_areas(story))
    except (DataError, MissingError) as error:
        if story.folder is None or str(error).startswith(OUR_OWN):
            raise
        kind = MissingError if isinstance(error, MissingError) else DataError
        raise kind(*(Problem("geomap.toml", f"{key[0]}: {said}", key) for said in error.problems)) from error
    if far := _far_countries(story, name, border):
        wrong = f"{key[0]}: {name} is nowhere within {FARTHEST_LINE_M / 1000:g} km of {' or '.join(far)}, which it names; give "
        raise DataError(Problem("geomap.toml", wrong + "its vertices as longitude, latitude, or correct a and b", key))
    return border


def _far_countries(story: Story, name: str, border: Border) -> list[str]:
    """The two countries that a line in a file names, where it lies far from both."""
    named = [code for code in map(border.code, border.countries) if code in COUNTRIES]
    if PAIR.fullmatch(name) or len(named) < 2:
        return []
    near = [code for code in named if code in border.areas and are_within(border.line, border.areas[code], FARTHEST_DEG)]
    return [] if near or story.basemap else [COUNTRIES[code].name for code in named]


def lines_of(story: Story, border: Border) -> dict[str, Border]:
    """The further lines of a story's border by name, in the order of its settings.

    Raises:
        DataError: one of them is the border itself, or lies elsewhere.
        MissingError: there is no such pair or file.
    """
    found = {}
    for n, other in enumerate(story.lines):
        line = border_of(story, other.border, ("lines", n, "border"))
        ends = np.concatenate(line.parts)[:: max(1, sum(map(len, line.parts)) // 100)]
        if other.name == border.id:
            wrong = f"lines: {other.name}: is called as the border itself; give it another name"
        elif np.array_equal(line.parts[0], border.parts[0]):
            wrong = f"lines: {other.name}: is the border itself; name another line, or take it out"
        elif border.measure(*ends.T).distance_m.min() > FARTHEST_LINE_M:
            wrong = f"lines: {other.name}: is nowhere within {FARTHEST_LINE_M / 1000:g} km of the border; name a line of it"
        else:
            found[other.name] = line
            continue
        raise DataError(Problem("geomap.toml", wrong, ("lines", n, "border")))
    return found


def bands_of(story: Story, border: Border) -> dict[float, Polygon | MultiPolygon]:
    """The areas around a story's border by how far they reach, kilometres.

    Raises:
        DataError: they cannot be drawn.
    """
    try:
        areas = border.buffers([km * 1000 for km in story.bands_km], tolerance_m=BAND_TOLERANCE_M)
    except DataError as error:
        usual = story.bands_km == Story.bands_km  # and need not stand in the file
        listed = ", ".join(f"{km:g}" for km in story.bands_km)
        said = f"bands_km is [{listed}]{', unless you write another' if usual else ''}: {error}"
        raise DataError(Problem("geomap.toml", said, ("border",) if usual else ("bands_km",))) from error
    return dict(zip(story.bands_km, areas, strict=True))


def at_home(story: Story, border: Border) -> Story:
    """A story that names no home countries, with those of its border that are any."""
    home = tuple(code for code in map(border.code, border.countries) if code in COUNTRIES)
    return story if story.home else replace(story, home=home)
