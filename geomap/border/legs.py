"""The legs of a border line, and the short pieces that its search tries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from geomap.geometry import GEOD, Floats, Ints, forward, to_degrees, to_earth

#: Pieces that legs are cut into are no longer than this.
PIECE_M = 500.0


@dataclass(frozen=True, slots=True)
class Legs:
    """Every leg of every part: ends, azimuth at both, length, and the azimuths of its neighbours where they meet."""

    start: Floats
    end: Floats
    part: Ints
    length: Floats
    heading: Floats
    heading_end: Floats
    arriving: Floats  # the previous leg's azimuth at this one's start; NaN at a part's start
    leaving: Floats  # the next leg's at this one's end; NaN at a part's end

    @staticmethod
    def of(parts: Sequence[Floats]) -> Legs:
        """Of polylines of shape (n, 2), degrees."""
        start = np.concatenate([part[:-1] for part in parts])
        end = np.concatenate([part[1:] for part in parts])
        number = np.repeat(np.arange(len(parts)), [len(part) - 1 for part in parts])
        heading, back, length = map(np.asarray, GEOD.inv(*start.T, *end.T))
        heading_end = back + 180
        arriving, leaving = np.full(len(start), np.nan), np.full(len(start), np.nan)
        # Legs without length have no azimuth: neighbours are those with one.
        for part in range(len(parts)):
            legs = np.flatnonzero((number == part) & (length > 0))
            if not legs.size:
                continue
            arriving[legs[1:]], leaving[legs[:-1]] = heading_end[legs[:-1]], heading[legs[1:]]
            if np.array_equal(parts[part][0], parts[part][-1]):
                arriving[legs[0]], leaving[legs[-1]] = heading_end[legs[-1]], heading[legs[0]]
        return Legs(start, end, number, length, heading, heading_end, arriving, leaving)


@dataclass(frozen=True, slots=True)
class Pieces:
    """Legs cut to at most `PIECE_M`: their chords' ends in Earth-centred metres, and their legs."""

    start: Floats
    end: Floats
    length: Floats
    leg: Ints
    joined: npt.NDArray[np.bool_]  # whether a piece begins where the one before it ends

    @staticmethod
    def of(parts: Sequence[Floats]) -> Pieces:
        """Of polylines of shape (n, 2), degrees."""
        legs = Legs.of(parts)
        count = np.maximum(1, np.ceil(legs.length / PIECE_M)).astype(np.int64)
        leg = np.repeat(np.arange(len(count)), count)
        nth = np.arange(len(leg)) - np.repeat(np.cumsum(count) - count, count)
        lon, lat = legs.start[leg].T.copy()
        cut = np.flatnonzero(nth)
        of = leg[cut]
        lon[cut], lat[cut] = forward(lon[cut], lat[cut], legs.heading[of], nth[cut] * (legs.length / count)[of])
        start = to_earth(lon, lat)
        last = nth == count[leg] - 1
        end = np.empty_like(start)
        end[:-1] = start[1:]
        end[last] = to_earth(*legs.end.T)
        joined = np.append(False, legs.part[leg[1:]] == legs.part[leg[:-1]])
        return Pieces(start, end, (legs.length / count)[leg], leg, joined)


def densified(part: Floats) -> Floats:
    """A part with points every `PIECE_M` along its geodesics, degrees, shape (n, 2)."""
    pieces = Pieces.of([part])
    return np.column_stack(to_degrees(np.vstack([pieces.start, pieces.end[-1:]])))
