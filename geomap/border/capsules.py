"""The piece of a border nearest to a point, without trying every piece. `geomap.border` is the way in.

**The bound.** Let P be the point, Q and Q0 points of the border, c and d the straight (chord) and the geodesic distance from P,
and G(c) = 2R asin(c/2R) the arc over a chord on a sphere of radius R. Write d = G(c) + η. Then η hardly changes from place to
place: chords, which are cheap, put pieces almost in the right order, and how far that order may be wrong is bounded.

1. The gradient of d at Q is t, the unit tangent of the geodesic from P. The gradient of G is v/cos ψ, with v the part of the
   chord's direction that lies in the tangent plane at Q, and sin ψ = c/2R.
2. The chord dips below that plane by θ with sin θ = c/2R', R' = D²/p, where D is the semi-diameter of the ellipsoid parallel to
   the chord and p the distance from its centre to the plane (put P and Q into the ellipsoid's equation and subtract). D and p
   lie between b and a, so R' lies between b²/a and a²/b.
3. A geodesic's normal is the surface's, so its curvature is at most κ = a/b² and its torsion at most τ = (1/M - 1/N)/2 on the
   equator. In the Frenet frame at Q the components of the tangent and the normal along Q's binormal turn into one another and
   grow by τ a metre at most, so the normal's is at most τs, the tangent's κτs²/2, and the chord leaves the osculating plane by
   at most κτd³/6.
4. Hence |grad η| <= |1 - u/cos ψ| + w/cos ψ with w = κτd³/6c and u² = cos² θ - w², where d <= 2(b²/a) asin(ca/2b²) by
   Schur's comparison theorem. That is at most `TURN` c² for c up to `REACH_M`: a test evaluates it.
5. Q and Q0, a chord l apart, are joined by a path of at most `PATH` l (stretch the ellipsoid to the sphere of radius a). Each
   of its points is within half of that of an end, so no farther from P by chord than max(c, c0) + `PATH` l / 2. As G' >= 1,
   integrating η along it gives d - d0 >= c - c0 - `PATH` l `TURN` (max(c, c0) + `PATH` l / 2)².

A piece whose shortest chord makes the right-hand side positive cannot hold the nearest point; nor can one whose chord is longer
than Schur's bound on the geodesic to Q0. `allowance` is both. Neighbouring pieces are gathered into capsules (a segment and a
radius that holds them) in a tree, so that most are passed over together. Segments are cut into pieces of at most `PIECE_M`;
their arcs stay within `PIECE_M`² κ / 8 = 5 mm of their chords. Where the nearest chord is longer than `FAR_M` the bound is that
moving s metres along the border changes the distance by no more than s, which holds everywhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

import numpy as np

from geomap.border.segments import PIECE_M, Pieces
from geomap.geometry import R_MIN, Floats, Ints, R, heading, inverse, to_degrees, to_earth

#: Measures points: distance, nearest lon and lat, and segment of each.
Nearest: TypeAlias = Callable[[Floats, Floats], tuple[Floats, Floats, Floats, Ints]]

TURN = 7.5e-17  # |grad η| <= TURN c², c in metres
REACH_M = 8_000_000.0
PATH = 1.5761  # π/2 · a/b
FAR_M = 6_000_000.0
ARC_M = PIECE_M**2 / 8 / R_MIN + 1e-6  # how far a piece's arc leaves its chord, and rounding
ROUNDING_M = 2e-6
SAME_M = 1e-6  # distances this close are equal: the lowest segment is named
SPECK_M = 1e-9  # what is shorter has no direction: it is its start

FAN = 8  # children of a node
FAR_POINTS = 256


@dataclass(frozen=True, slots=True)
class Level:
    """A level of the tree: capsules that each hold `FAN` neighbours of the level below.

    ``reach`` is how far from a segment's nearest point a point of the border must be; ``half`` holds all around ``middle``.
    """

    start: Floats  #: of each capsule's axis, Earth-centred metres, shape (n, 3)
    along: Floats  #: from there to the axis's end, likewise
    per_length2: Floats  #: one over the square of the axis's length; 0 for a point
    radius: Floats  #: metres
    reach: Floats  #: metres
    middle: Floats  #: Earth-centred metres, shape (n, 3)
    half: Floats  #: metres
    columns: Floats  #: start, along, per_length2, radius and reach once more, a contiguous row for each number
    width: int  #: pieces in a node


class Tree:
    """The search: capsules over pieces in the order of the line, coarsest level first."""

    def __init__(self, pieces: Pieces, fan: int = FAN) -> None:
        self.pieces = pieces
        count = len(pieces.segment)
        widths = [1]
        while widths[-1] * fan < count:
            widths.append(widths[-1] * fan)
        self.levels = [self._level(width) for width in reversed(widths)]

    def _level(self, width: int) -> Level:
        """Capsules over ``width`` neighbouring pieces: from the first one's start to the last one's end."""
        pieces = self.pieces
        count = len(pieces.segment)
        first = np.arange(0, count, width)
        last = np.minimum(first + width, count) - 1
        node = np.arange(count) // width
        start = pieces.start[first]
        along = pieces.end[last] - start
        length2 = np.einsum("ij,ij->i", along, along)
        long = length2 > SPECK_M**2
        per_length2 = np.where(long, 1 / np.where(long, length2, 1), 0.0)
        off = np.maximum(
            to_chord(pieces.start, start[node], along[node], per_length2[node])[0],
            to_chord(pieces.end, start[node], along[node], per_length2[node])[0],
        )
        radius = np.maximum.reduceat(off, first) + ARC_M
        gaps = np.add.reduceat(~pieces.joined, first) - ~pieces.joined[first]
        # A connected stretch crosses every plane between its ends; one with gaps is only known to begin where it begins.
        reach = np.where(gaps > 0, np.sqrt(length2) + radius, radius)
        half = np.sqrt(length2) / 2 + radius
        columns = np.ascontiguousarray(np.column_stack([start, along, per_length2, radius, reach]).T)
        return Level(start, along, per_length2, radius, reach, start + along / 2, half, columns, width)

    def search(self, lon: Floats, lat: Floats) -> Iterator[tuple[Ints, tuple[Floats, Floats, Floats, Ints]]]:
        """The answers for points of shape (n,), in parts: which points, and what is nearest to them."""
        xyz = to_earth(lon, lat)
        top = self.levels[0]
        within = np.linalg.norm(xyz - top.middle[0], axis=1) + top.half[0]  # quickly: no more than this
        for k in range(len(top.half) if np.any(within > FAR_M) else 0):
            off, _ = to_chord(xyz, top.start[[k]], top.along[[k]], top.per_length2[[k]])
            ends = (np.linalg.norm(xyz - top.start[k] - at * top.along[k], axis=1) for at in (0, 1))
            for most in (off + top.reach[k], *ends):
                within = np.minimum(within, most)
        near = within <= FAR_M
        if near.any():
            here = np.flatnonzero(near)
            yield here, self._finish(lon[here], lat[here], *self._candidates(xyz[here]))
        far = np.flatnonzero(~near)
        for begin in range(0, far.size, FAR_POINTS):
            some = far[begin : begin + FAR_POINTS]
            yield some, self._farther(lon[some], lat[some])

    def _candidates(self, xyz: Floats) -> tuple[Ints, Ints]:
        """Pairs of a point and a piece that may be its nearest, sorted."""
        count = len(xyz)
        x, y, z = np.ascontiguousarray(xyz.T)
        nodes = len(self.levels[0].half)
        point, node = np.repeat(np.arange(count), nodes), np.tile(np.arange(nodes), count)
        for level, below in zip(self.levels, [*self.levels[1:], None], strict=True):
            # As `to_chord`, on columns: this is where the time goes.
            u, v, w, du, dv, dw, per_length2, radius, reach = (column.take(node) for column in level.columns)
            u, v, w = x.take(point) - u, y.take(point) - v, z.take(point) - w
            t = np.clip((u * du + v * dv + w * dw) * per_length2, 0.0, 1.0)
            u, v, w = u - t * du, v - t * dv, w - t * dw
            off = np.sqrt(u * u + v * v + w * w)
            most, least = off + reach, np.maximum(off - radius, 0.0)
            first = np.flatnonzero(np.append(True, point[1:] != point[:-1]))
            chord = np.minimum.reduceat(most, first)
            # Schur's bound alone leaves few to try the other on.
            keep = np.flatnonzero(least <= (schur(chord) + ROUNDING_M).take(point))
            point, node, least, most = point[keep], node[keep], least[keep], most[keep]
            anchor = np.empty(count, dtype=np.int64)
            nearest = most == chord.take(point)
            anchor[point[nearest]] = node[nearest]
            anchor, chord = anchor.take(point), chord.take(point)
            gap = level.middle.take(node, axis=0) - level.middle.take(anchor, axis=0)
            apart = np.sqrt(np.einsum("ij,ij->i", gap, gap)) + level.half.take(node) + level.half.take(anchor)
            keep = np.flatnonzero(least - chord <= allowance(chord, apart))
            point, node = point[keep], node[keep]
            if below is not None:
                fan = level.width // below.width
                child = node[:, None] * fan + np.arange(fan)
                real = child < len(below.half)
                point, node = np.broadcast_to(point[:, None], child.shape)[real], child[real]
        return point, node

    def _finish(self, lon: Floats, lat: Floats, point: Ints, piece: Ints) -> tuple[Floats, Floats, Floats, Ints]:
        """The best of the candidates, each by its own geodesics: from where its chord is shortest, a step along it.

        The step is a sphere's: on the ellipsoid it leaves no more than 2 `E2` times itself, and it is shorter than a piece. So
        the distance d is too long by less than (2 `E2` `PIECE_M`)² / 2d; where that would matter, so near, it is far shorter.
        """
        start, length = self.pieces.start[piece], self.pieces.length[piece]
        along = self.pieces.end[piece] - start
        leaves, long = self.levels[-1], length > SPECK_M
        _, t = to_chord(to_earth(lon, lat)[point], start, along, leaves.per_length2[piece])
        x, y = lon[point], lat[point]
        foot = to_degrees(start + t[:, None] * along)
        azimuth, distance = inverse(*foot, x, y)
        # Napier's rule in the right triangle of point, foot and its correction along the segment.
        towards = np.cos(np.radians(azimuth - heading(along, *foot)))
        step = R * np.arctan(np.tan(distance / R) * towards)
        t = np.clip(t + np.where(long, step / np.where(long, length, 1.0), 0.0), 0.0, 1.0)
        foot_lon, foot_lat = to_degrees(start + t[:, None] * along)
        _, distance = inverse(foot_lon, foot_lat, x, y)
        return least_of(point, distance, foot_lon, foot_lat, self.pieces.segment[piece])

    # -- far away ---------------------------------------------------------------------------------------------------------

    @cached_property
    def _balls(self) -> list[tuple[Floats, Floats, Floats]]:
        """For each level: the vertex in the middle of each node, and the geodesic radius that holds the node."""
        pieces = self.pieces
        start, end = to_degrees(pieces.start), to_degrees(pieces.end)
        count = len(pieces.segment)
        balls = []
        for level in self.levels:
            first = np.arange(0, count, level.width)
            middle = (first + np.minimum(first + level.width, count)) // 2
            lon, lat = start[0][middle], start[1][middle]
            node = np.arange(count) // level.width
            off = np.maximum(inverse(lon[node], lat[node], *start)[1], inverse(lon[node], lat[node], *end)[1])
            balls.append((lon, lat, np.maximum.reduceat(off + pieces.length / 2, first)))
        return balls

    def _farther(self, lon: Floats, lat: Floats) -> tuple[Floats, Floats, Floats, Ints]:
        """As `nearest`, with the bound that holds everywhere: distance changes by no more than one moves along the border."""
        count = lon.size
        point = np.repeat(np.arange(count), len(self.levels[0].half))
        node = np.tile(np.arange(len(self.levels[0].half)), count)
        least = np.full(count, np.inf)
        for number, level in enumerate(self.levels):
            x, y, radius = self._balls[number]
            _, distance = inverse(x[node], y[node], lon[point], lat[point])
            first = np.flatnonzero(np.append(True, point[1:] != point[:-1]))
            least = np.minimum(least, np.minimum.reduceat(distance, first))
            keep = distance - radius[node] <= least[point]
            point, node = point[keep], node[keep]
            if number + 1 < len(self.levels):
                fan = level.width // self.levels[number + 1].width
                child = node[:, None] * fan + np.arange(fan)
                real = child < len(self.levels[number + 1].half)
                point, node = np.broadcast_to(point[:, None], child.shape)[real], child[real]
        found = np.empty(count), np.empty(count), np.empty(count), np.empty(count, dtype=np.int64)
        # Where parts are far apart, a point may turn out to be near one only here.
        far = least > FAR_M
        for these, finish in ((far, self._finish_far), (~far, self._finish)):
            mine = these[point]
            if mine.any():
                for array, value in zip(found, finish(lon, lat, point[mine], node[mine]), strict=True):
                    array[these] = value
        return found

    def _finish_far(self, lon: Floats, lat: Floats, point: Ints, piece: Ints) -> tuple[Floats, Floats, Floats, Ints]:
        """The best of pieces by both ends and, where the distance first falls and then rises, a point between."""
        start, end = self.pieces.start[piece], self.pieces.end[piece]
        x, y = lon[point], lat[point]
        feet, slopes, distances = [], [], []
        for xyz in (start, end):
            foot = to_degrees(xyz)
            azimuth, distance = inverse(*foot, x, y)
            feet.append(foot)
            distances.append(distance)
            slopes.append(-np.cos(np.radians(azimuth - heading(end - start, *foot))))
        dips = (slopes[0] < 0) & (slopes[1] > 0)
        t = np.where(dips, slopes[0] / np.where(dips, slopes[0] - slopes[1], 1.0), 0.0)
        between = to_degrees(start + t[:, None] * (end - start))
        _, least = inverse(*between, x, y)
        foot_lon, foot_lat = between[0].copy(), between[1].copy()
        for foot, distance in zip(feet, distances, strict=True):
            better = distance < least
            least = np.where(better, distance, least)
            foot_lon[better], foot_lat[better] = foot[0][better], foot[1][better]
        return least_of(point, least, foot_lon, foot_lat, self.pieces.segment[piece])


def to_chord(xyz: Floats, start: Floats, along: Floats, per_length2: Floats) -> tuple[Floats, Floats]:
    """Straight distance from points to segments, and where on the segment, 0 to 1."""
    off = xyz - start
    t = np.clip(np.einsum("ij,ij->i", off, along) * per_length2, 0.0, 1.0)
    off = off - t[:, None] * along
    return np.sqrt(np.einsum("ij,ij->i", off, off)), t


def allowance(chord: Floats, apart: Floats) -> Floats:
    """How much longer a chord must be than the shortest to be out of the question: the module's bound.

    Args:
        chord: the shortest chord known, metres.
        apart: how far from its border point the other may be, metres.
    """
    # A chord longer than the geodesic to the nearest point so far is out of the question, however far apart.
    out = schur(chord)
    farthest = out + PATH / 2 * np.minimum(apart, chord + out)
    slack = PATH * apart * TURN * farthest**2
    return np.where(farthest <= REACH_M, np.minimum(slack, out - chord), out - chord) + ROUNDING_M


def schur(chord: Floats) -> Floats:
    """Schur's bound on the geodesic over a chord, metres."""
    return np.asarray(2 * R_MIN * np.arcsin(np.minimum(chord / 2 / R_MIN, 1.0)))


def least_of(point: Ints, distance: Floats, lon: Floats, lat: Floats, segment: Ints) -> tuple[Floats, Floats, Floats, Ints]:
    """For each point its candidate of least distance, the first segment where several are as near; ``point`` is sorted."""
    first = np.flatnonzero(np.append(True, point[1:] != point[:-1]))
    group = np.cumsum(np.append(False, point[1:] != point[:-1]))
    winners = np.flatnonzero(distance <= np.minimum.reduceat(distance, first)[group] + SAME_M)
    best = winners[np.append(True, group[winners][1:] != group[winners][:-1])]
    return distance[best], lon[best], lat[best], segment[best]
