"""The lines of a story: its border, and the further lines that this is drawn as."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from geomap import project
from geomap.border.line import Border
from geomap.errors import DataError, Problem
from geomap.model import Story
from geomap.vocabulary import COUNTRIES

#: A further line that is nowhere nearer to the border than this is another border's, metres.
FARTHEST_LINE_M = 500_000.0


def border_of(story: Story, name: str) -> Border:
    """A border of a story, its sides told by the story's own outlines where they are far from it."""
    return Border.read(story.line(name), areas=project.country_areas(story))


def lines_of(story: Story, border: Border) -> dict[str, Border]:
    """The further lines of a story's border by name, in the order of its settings.

    Raises:
        DataError: one of them is the border itself, or lies elsewhere.
        MissingError: there is no such pair or file.
    """
    found = {}
    for n, other in enumerate(story.lines):
        line = border_of(story, other.border)
        ends = np.concatenate(line.parts)[:: max(1, sum(map(len, line.parts)) // 100)]
        if np.array_equal(line.parts[0], border.parts[0]):
            wrong = f"lines: {other.name}: is the border itself; name another line, or take it out"
        elif border.measure(*ends.T).distance_m.min() > FARTHEST_LINE_M:
            wrong = f"lines: {other.name}: is nowhere within {FARTHEST_LINE_M / 1000:g} km of the border; name a line of it"
        else:
            found[other.name] = line
            continue
        raise DataError(Problem("geomap.toml", wrong, ("lines", n, "border")))
    return found


def at_home(story: Story, border: Border) -> Story:
    """A story that names no home countries, with those of its border that are any."""
    home = tuple(code for code in map(border.code, border.countries) if code in COUNTRIES)
    return story if story.home else replace(story, home=home)
