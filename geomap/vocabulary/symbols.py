"""What the map's symbols look like: colour by side, shape by kind, ring by level.

The page and the QGIS styles both draw from here, so that they show the same picture. Colours keep a contrast of 3:1 to
their background and stay apart for readers who do not tell red from green or blue from yellow; no symbol rests on colour alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi, pow, sin

Corners = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour as ``#rrggbb``, on a light and on a dark background."""

    light: str
    dark: str


@dataclass(frozen=True, slots=True)
class Shape:
    """A symbol's outline: corners in the unit circle, x to the right and y up; none for a full circle.

    QGIS draws the same outline as its simple marker ``qgis`` at ``qgis_size`` times the radius, turned clockwise by
    ``qgis_angle`` degrees.
    """

    corners: Corners
    qgis: str
    qgis_size: float = 2.0
    qgis_angle: int = 0


@dataclass(frozen=True, slots=True)
class Ring:
    """The ring around a symbol: its radius in symbol radii, width in pixels, and dashes in pixels (none: unbroken)."""

    radius: float
    width_px: float  #: pixels
    dashes: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """An outline with an optional fill: width and dashes in pixels, opacity of the fill from 0 to 1."""

    width_px: float  #: pixels
    dashes: tuple[float, ...] = ()
    fill_opacity: float = 0.0  #: 0 is no fill


def _regular(radii: tuple[float, ...], points: int, turn: float = 0.0) -> Corners:
    """Corners every ``1/(points * len(radii))`` of a turn, clockwise from the top, at the radii in turn."""
    n = points * len(radii)
    angles = [2 * pi * (k / n + turn) for k in range(n)]
    return tuple((round(r * sin(a), 4), round(r * cos(a), 4)) for a, r in zip(angles, radii * points, strict=True))


_ARM = 0.2  # half the width of a cross's arm
_REACH = (1 + _ARM * _ARM) ** 0.5
_CROSS: Corners = (
    (-_ARM, 1), (_ARM, 1), (_ARM, _ARM), (1, _ARM), (1, -_ARM), (_ARM, -_ARM),
    (_ARM, -1), (-_ARM, -1), (-_ARM, -_ARM), (-1, -_ARM), (-1, _ARM), (-_ARM, _ARM),
)  # fmt: skip
_STAR = cos(2 * pi / 5) / cos(pi / 5)  # the inner radius of a five-pointed star with straight sides


def _turned(corners: Corners, degrees: float) -> Corners:
    """The cross's corners turned clockwise and fitted into the unit circle."""
    c, s = cos(degrees * pi / 180) / _REACH, sin(degrees * pi / 180) / _REACH
    return tuple((round(x * c + y * s, 4), round(y * c - x * s, 4)) for x, y in corners)


#: The shapes by symbol; `geomap.vocabulary.symbol_of` says which sub-event type has which.
SHAPES: dict[str, Shape] = {
    "strike": Shape(_regular((1.0,), 3), "equilateral_triangle"),
    "bombing": Shape(_regular((1.0, _STAR), 5), "star"),
    "clash": Shape(_turned(_CROSS, 45), "cross_fill", 2 / _REACH, 45),
    "attack": Shape(_regular((1.0,), 4), "diamond"),
    "protest": Shape((), "circle"),
    "arrest": Shape(_regular((1.0,), 4, 1 / 8), "square", 2**0.5),
    "other": Shape(_regular((1.0,), 3, 1 / 2), "equilateral_triangle", 2.0, 180),
}

#: The shapes as characters, for labels that hold text alone.
SIGNS: dict[str, str] = dict(zip(SHAPES, "▲★✖◆●■▼", strict=True))

#: The ring of an incident's level: the coarser, the looser. Provinces and countries have no pin, so no ring.
RINGS: dict[str, Ring] = {
    "site": Ring(1.0, 1.5),
    "settlement": Ring(1.6, 1.5),
    "district": Ring(1.9, 1.5, (4.0, 3.0)),
}

#: A region's area, by its role: the reading that distances are measured from, one of the sites that it is made of, where one
#: account alone puts it, and where another reading of its words would.
AREAS: dict[str, Line] = {
    "best": Line(1.5, (6.0, 4.0), 0.15),
    "site": Line(1.5, (), 0.1),
    "account": Line(1.0, (2.0, 3.0), 0.05),
    "reading": Line(1.0, (1.0, 4.0), 0.02),
}

#: The border line, the buffers along it, and the links from incidents to it.
BORDER = Line(2.2)
#: The further lines that a border is drawn as, in their order; from the fourth on they begin again.
FURTHER = (Line(1.8, (7.0, 4.0)), Line(1.8, (2.0, 4.0)), Line(1.8, (9.0, 4.0, 2.0, 4.0)))
BUFFERS = Line(0.8, (1.0, 3.0), 0.04)
LINKS = Line(1.0, (3.0, 3.0))

#: The border's colour, the outline that lifts a symbol off the map, and the ground that contrasts are measured on.
INK = Colour("#3a2f5b", "#c9bfee")
HALO = Colour("#ffffff", "#0d0f12")
GROUND = Colour("#f5f3ee", "#1b1f24")

#: The backdrop: muted, for the data leads. Home is the two countries of the border.
SEA = Colour("#dfe6ea", "#10151a")
LAND = Colour("#eceae4", "#1b1f24")
HOME = Colour("#f8f6f1", "#23282e")
COAST = Colour("#a9a49a", "#5c636b")
PROVINCE = Colour("#d3cec2", "#363d45")

#: The colours of sides that a story gives none, in the order of the legend, and of those who are on no side.
SIDE_COLOURS: tuple[Colour, ...] = (
    Colour("#ff2100", "#f0703a"),
    Colour("#005c3a", "#18eda2"),
    Colour("#0072c8", "#9eb8ef"),
    Colour("#861a77", "#c057e7"),
    Colour("#1a1a1a", "#f5f5f5"),
    Colour("#9f774b", "#fcc32b"),
)
NO_SIDE = Colour("#7a8288", "#8a8f96")

#: The least contrast of a side's colour to its ground.
LEAST_CONTRAST = 3.0

#: A symbol's radius in pixels, and how it grows with the fewest killed: `radius_px`.
RADIUS_PX = 6.0
RADIUS_POWER = 0.125


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours as WCAG 2.2 defines it, 1 to 21.

    >>> contrast("#000000", "#ffffff"), round(contrast("#ff2100", "#ffffff"), 1)
    (21.0, 3.8)
    """
    low, high = sorted(map(_luminance, (one, other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[k : k + 2], 16) / 255 for k in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else float(pow((c + 0.055) / 1.055, 2.4)) for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def radius_px(killed: int | None) -> float:
    """The radius of a symbol in pixels: its area grows with the fourth root of the dead, so that 100 do not hide 1.

    >>> radius_px(None), radius_px(0), round(radius_px(95), 1)
    (6.0, 6.0, 10.6)
    """
    return RADIUS_PX * min(2.0, pow(1.0 + (killed or 0), RADIUS_POWER))


__all__ = [
    "AREAS",
    "BORDER",
    "BUFFERS",
    "COAST",
    "FURTHER",
    "GROUND",
    "HALO",
    "HOME",
    "INK",
    "LAND",
    "LEAST_CONTRAST",
    "LINKS",
    "NO_SIDE",
    "PROVINCE",
    "RADIUS_POWER",
    "RADIUS_PX",
    "RINGS",
    "SEA",
    "SHAPES",
    "SIDE_COLOURS",
    "Colour",
    "Line",
    "Ring",
    "Shape",
    "contrast",
    "radius_px",
]  # fmt: skip
