"""What a border answers with: measured points, a length with its detail, what is known of the line."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from geomap.errors import renamed
from geomap.geometry import Floats, Ints


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A stretch of a border that its line lacks. Nothing is measured to it, and no length counts it."""

    start: tuple[float, float]  #: where the line stops, lon and lat, degrees
    end: tuple[float, float]  #: where it goes on, or the corner with a third country
    length_m: float  #: how long the border is there, metres; where two outlines differ, by the shorter
    why: str  #: in words

    @property
    def at_sea(self) -> bool:
        """Whether the sea lies between two stretches of one border, which goes on over it from ``start`` to ``end``."""
        return self.why == "sea"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """Where points lie to a border. Every array has the shape of the points.

    ``distance_m`` is within a millimetre of the least geodesic distance; ``nearest_lon`` and ``nearest_lat`` are a point of the
    border at that distance; ``segment`` counts the segments of all parts from 0, in their order, the lowest where several
    are nearest. ``at_gap`` is True where a gap matters: where a stretch that the line lacks could be nearer than the line, if
    it is as long as the gap is said to be. There ``distance_m`` is the most that it is, not what it is.
    """

    distance_m: Floats
    nearest_lon: Floats
    nearest_lat: Floats
    segment: Ints
    at_gap: npt.NDArray[np.bool_]

    leg = renamed("Measured.leg", "segment")


@dataclass(frozen=True, slots=True, kw_only=True)
class Discs:
    """How discs lie to a border. Every array has the shape of the discs.

    ``distance_m``, ``nearest_lon``, ``nearest_lat`` and ``segment`` are their centres', as `Measured` has them. No point of a
    disc is nearer than ``min_m`` or farther than ``max_m``. The least is exact. The greatest is the centre's distance and the
    radius, a bound: exact where the disc is a point, or where the way from the nearest border point through the centre stays
    the shortest; too high, by less than twice the radius, where another stretch is nearer to the disc's far side.

    ``country`` is the centre's, as `geomap.border.line.Border.country_at` has it, for a disc that lies on one side; None where
    the disc meets the border, or may meet a stretch that the line lacks. ``near`` is True, False or None, which is cannot be
    said; never True or False where `geomap.border.line.Border.relations` says otherwise. ``at_gap`` is True wherever a gap may
    matter to a point of the disc.
    """

    distance_m: Floats
    min_m: Floats
    max_m: Floats
    nearest_lon: Floats
    nearest_lat: Floats
    segment: Ints
    country: npt.NDArray[np.object_]
    near: npt.NDArray[np.object_]
    at_gap: npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """A length and the detail it is measured with: vertices that stand out by less than ``tolerance_m`` are left out.

    ``tolerance_m`` is None where the line is taken as drawn and nobody says how finely that is.
    """

    tolerance_m: float | None
    length_m: float  #: geodesic, metres
    vertices: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """What is known of a border's own line. ``weak`` are stretches where other sources differ, in words.

    Every length is of what is drawn: ``gaps`` are not in it.
    """

    id: str  #: the two countries, or the file
    countries: tuple[str, str]  #: ISO 3166-1 alpha-3 codes, left and right; empty where not known
    source: str | None  #: who made it
    attribution: str | None  #: what must be shown with it
    tolerance_m: float | None  #: of the line as it is shipped, metres
    parts: int  #: how many separate lines
    vertices: int  #: how many
    longest_leg_m: float  #: metres
    details: tuple[Detail, ...]  #: its length at each detail, the finest first
    weak: tuple[str, ...]
    gaps: tuple[Gap, ...]  #: what the line lacks, the longest first
