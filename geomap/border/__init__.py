"""A border, and how things lie to it: distance, nearest point, side, buffers, and length at a stated detail."""

from __future__ import annotations

from geomap.border.answers import Description, Detail, Discs, Gap, Measured
from geomap.border.land import LandBorders, land_borders
from geomap.border.line import Border
from geomap.border.of_story import at_home, bands_of, border_of, lines_of
from geomap.border.search import compiled_from
from geomap.border.sides import BESIDE_M
from geomap.border.trace import trace, write_line

__all__ = [
    "BESIDE_M",
    "Border",
    "Description",
    "Detail",
    "Discs",
    "Gap",
    "LandBorders",
    "Measured",
    "at_home",
    "bands_of",
    "border_of",
    "compiled_from",
    "land_borders",
    "lines_of",
    "trace",
    "write_line",
]
