"""The segments of a border line, and the short pieces that its search tries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry.base import BaseGeometry

from geomap.geometry import GEOD, Floats, Ints, cut_line, forward, to_degrees, to_earth

#: Pieces that segments are cut into are no longer than this.
PIECE_M = 2000.0


@dataclass(frozen=True, slots=True)
class Segments:
    """Every segment of every part: ends, azimuth at both, length, and the azimuths of its neighbours where they meet."""

    start: Floats  #: lon and lat, degrees, shape (n, 2)
    end: Floats  #: likewise
    part: Ints  #: the number of the part that it is of
    length: Floats  #: geodesic, metres
    heading: Floats  #: azimuth at its start, degrees
    heading_end: Floats  #: azimuth at its end, degrees
    arriving: Floats  #: the previous segment's azimuth at this one's start; NaN at a part's start
    leaving: Floats  #: the next segment's at this one's end; NaN at a part's end

    @staticmethod
    def of(parts: Sequence[Floats]) -> Segments:
        """Of polylines of shape (n, 2), degrees."""
        start = np.concatenate([part[:-1] for part in parts])
        end = np.concatenate([part[1:] for part in parts])
        number = np.repeat(np.arange(len(parts)), [len(part) - 1 for part in parts])
        heading, back, length = map(np.asarray, GEOD.inv(*start.T, *end.T))
        heading_end = back + 180
        arriving, leaving = np.full(len(start), np.nan), np.full(len(start), np.nan)
        # Segments without length have no azimuth: neighbours are those with one.
        for part in range(len(parts)):
            segments = np.flatnonzero((number == part) & (length > 0))
            if not segments.size:
                continue
            arriving[segments[1:]], leaving[segments[:-1]] = heading_end[segments[:-1]], heading[segments[1:]]
            if np.array_equal(parts[part][0], parts[part][-1]):
                arriving[segments[0]], leaving[segments[-1]] = heading_end[segments[-1]], heading[segments[0]]
        return Segments(start, end, number, length, heading, heading_end, arriving, leaving)


@dataclass(frozen=True, slots=True)
class Pieces:
    """Segments cut to at most `PIECE_M`: their chords' ends in Earth-centred metres, and their segments."""

    start: Floats  #: of the chord, Earth-centred metres, shape (n, 3)
    end: Floats  #: likewise
    length: Floats  #: metres
    segment: Ints  #: the number of the segment that it is of
    joined: npt.NDArray[np.bool_]  #: whether a piece begins where the one before it ends

    @staticmethod
    def of(parts: Sequence[Floats]) -> Pieces:
        """Of polylines of shape (n, 2), degrees."""
        segments = Segments.of(parts)
        count = np.maximum(1, np.ceil(segments.length / PIECE_M)).astype(np.int64)
        segment = np.repeat(np.arange(len(count)), count)
        nth = np.arange(len(segment)) - np.repeat(np.cumsum(count) - count, count)
        lon, lat = segments.start[segment].T.copy()
        cut = np.flatnonzero(nth)
        of = segment[cut]
        lon[cut], lat[cut] = forward(lon[cut], lat[cut], segments.heading[of], nth[cut] * (segments.length / count)[of])
        start = to_earth(lon, lat)
        last = nth == count[segment] - 1
        end = np.empty_like(start)
        end[:-1] = start[1:]
        end[last] = to_earth(*segments.end.T)
        joined = np.append(False, segments.part[segment[1:]] == segments.part[segment[:-1]])
        return Pieces(start, end, (segments.length / count)[segment], segment, joined)


def densified(part: Floats) -> Floats:
    """A part with points every `PIECE_M` along its geodesics, degrees, shape (n, 2)."""
    pieces = Pieces.of([part])
    return np.column_stack(to_degrees(np.vstack([pieces.start, pieces.end[-1:]])))


def drawn(parts: Sequence[Floats]) -> BaseGeometry:
    """The geodesic segments of polylines as short straight lines in lon/lat, cut at the antimeridian."""
    return shapely.MultiLineString([line for part in parts for line in shapely.get_parts(cut_line(densified(part)))])
