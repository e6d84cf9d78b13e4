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
their arcs stay within `PIECE_M`² κ / 8 = 8 cm of their chords. Where the nearest chord is longer than `FAR_M` the bound is that
moving s metres along the border changes the distance by no more than s, which holds everywhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from geomap.border.arcs import arcs
from geomap.border.segments import PIECE_M, Pieces
from geomap.geometry import R_MIN, Floats, Ints, R, heading, inverse, on_ellipsoid, to_degrees, to_earth, towards

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
LANES = 16  # points that go down the tree together


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

    def search(
        self, lon: Floats, lat: Floats, *, exact: bool = True
    ) -> Iterator[tuple[Ints, tuple[Floats, Floats, Floats, Ints]]]:
        """The answers for points of shape (n,), in parts: which points, and what is nearest to them.

        ``exact`` distances are PROJ's, to the nanometre; others are those of `arcs`, in a fourth of the time.
        """
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
            yield here, self._finish(lon[here], lat[here], *self._candidates(xyz[here]), exact=exact)
        far = np.flatnonzero(~near)
        for begin in range(0, far.size, FAR_POINTS):
            some = far[begin : begin + FAR_POINTS]
            yield some, self._farther(lon[some], lat[some])

    def _candidates(self, xyz: Floats) -> tuple[Ints, Ints]:
        """Pairs of a point and a piece that may be its nearest, sorted by the point.

        `LANES` neighbours go down the tree together, with one border point that is near to the middle one for a first bound.
        """
        count = len(xyz)
        lanes = np.pad(xyz, ((0, -count % LANES), (0, 0)), mode="edge").reshape(-1, LANES, 3)
        at = self._anchors(np.ascontiguousarray(lanes[:, LANES // 2]))
        off = lanes - at[:, None]
        chord = np.sqrt(np.einsum("ijk,ijk->ij", off, off)) + ARC_M
        out = schur(chord) + ROUNDING_M
        x, y, z = np.ascontiguousarray(np.moveaxis(lanes, 2, 0))
        level, nodes = self.levels[0], len(self.levels[0].half)
        group, node = np.repeat(np.arange(len(x)), nodes), np.tile(np.arange(nodes), len(x))
        for level, below in pairwise(self.levels):
            square, _ = _to_axes(x, y, z, group, level, node)
            keep = np.flatnonzero((square <= (out.take(group, axis=0) + level.radius.take(node)[:, None]) ** 2).any(axis=1))
            group, node, square = group[keep], node[keep], square[keep]
            most = chord.take(group, axis=0)
            most += allowance(most, self._apart(level, node, at.take(group, axis=0))[:, None])
            is_in = square <= (most + level.radius.take(node)[:, None]) ** 2
            if below is self.levels[-1]:
                # Each point by itself from here on, with its own bound.
                off = np.sqrt(square)
                first = np.flatnonzero(np.append(True, group[1:] != group[:-1]))
                best = np.minimum.reduceat(off + level.reach.take(node)[:, None], first, axis=0)
                nearest = schur(np.minimum(best, chord)) + ROUNDING_M
                is_in &= off - level.radius.take(node)[:, None] <= nearest.take(group, axis=0)
                break
            group, node = self._children(level, below, group, node, np.flatnonzero(is_in.any(axis=1)))
        else:
            is_in = np.ones((len(group), LANES), dtype=bool)
        return self._of_points(xyz, level, group, node, is_in)

    def _of_points(self, xyz: Floats, level: Level, group: Ints, node: Ints, is_in: npt.NDArray[np.bool_]) -> tuple[Ints, Ints]:
        """From nodes above the pieces, that may hold what is nearest to points of groups, to the pieces of each point."""
        leaves = self.levels[-1]
        row, lane = np.nonzero(is_in)
        point, node = group[row] * LANES + lane, node[row]
        order = np.argsort(point, kind="stable")
        order = order[: np.searchsorted(point, len(xyz), sorter=order)]
        point, piece = point[order], node[order]
        if level is not leaves:
            point, piece = self._children(level, leaves, point, piece, np.arange(point.size))
        off = np.sqrt(_to_axes(xyz[:, 0], xyz[:, 1], xyz[:, 2], point, leaves, piece)[0])
        first = np.flatnonzero(np.append(True, point[1:] != point[:-1]))
        chord = np.minimum.reduceat(off, first) + ARC_M
        keep = np.flatnonzero(off - ARC_M <= (schur(chord) + ROUNDING_M).take(point))
        point, piece, off = point[keep], piece[keep], off[keep]
        is_best = off + ARC_M <= chord.take(point)
        anchor = np.empty_like(xyz)
        anchor[point[is_best]] = leaves.middle[piece[is_best]]
        chord = chord.take(point)
        apart = self._apart(leaves, piece, anchor.take(point, axis=0)) + PIECE_M
        keep = np.flatnonzero(off - ARC_M - chord <= allowance(chord, apart))
        return point[keep], piece[keep]

    @staticmethod
    def _children(level: Level, below: Level, which: Ints, node: Ints, keep: Ints) -> tuple[Ints, Ints]:
        """The nodes of the level below that some nodes hold, with what these belong to."""
        fan = level.width // below.width
        child = node[keep, None] * fan + np.arange(fan)
        real = child < len(below.half)
        return np.broadcast_to(which[keep, None], child.shape)[real], child[real]

    def _anchors(self, xyz: Floats) -> Floats:
        """The border point at the shortest chord from each point, shape (n, 3); for few points one that is not much farther."""
        if len(xyz) <= LANES:
            return self._guess(xyz)
        point, piece = self._candidates(xyz)
        start, along = self.pieces.start[piece], self.pieces.end[piece] - self.pieces.start[piece]
        off, t = to_chord(xyz[point], start, along, self.levels[-1].per_length2[piece])
        best = least_of(point, off, piece)
        return np.asarray((start + t[:, None] * along)[best])

    def _guess(self, xyz: Floats) -> Floats:
        """A border point near to each point, perhaps not the nearest: down the tree by the nearest axis, shape (n, 3)."""
        node = np.zeros(len(xyz), dtype=np.int64)
        width = self.levels[0].width * len(self.levels[0].half)
        for level in self.levels:
            fan = width // level.width
            child = np.minimum(node[:, None] * fan + np.arange(fan), len(level.half) - 1)
            x, y, z = xyz.T[:, :, None]
            square, t = _to_axes(x, y, z, np.arange(len(xyz)), level, child)
            best = np.arange(len(xyz)), square.argmin(axis=1)
            node, width = child[best], level.width
        return np.asarray(level.start[node] + t[best][:, None] * level.along[node])

    @staticmethod
    def _apart(level: Level, node: Ints, at: Floats) -> Floats:
        """How far a capsule's content may be from a border point, metres, arrays of shape (n,)."""
        off = level.middle.take(node, axis=0) - at
        return np.asarray(np.sqrt(np.einsum("ij,ij->i", off, off)) + level.half.take(node))

    def _finish(
        self, lon: Floats, lat: Floats, point: Ints, piece: Ints, *, exact: bool = True
    ) -> tuple[Floats, Floats, Floats, Ints]:
        """The best of the candidates, each by its own geodesic: from where its chord is shortest, a step along it.

        The step is a sphere's: on the ellipsoid it leaves no more than 2 `E2` times itself, and it is shorter than a piece. So
        the distance d is too long by less than (2 `E2` `PIECE_M`)² / 2d; where that would matter, so near, it is far shorter.
        """
        start, length = self.pieces.start[piece], self.pieces.length[piece]
        along, long = self.pieces.end[piece] - start, length > SPECK_M
        end = to_earth(lon, lat)[point]
        _, t = to_chord(end, start, along, self.levels[-1].per_length2[piece])
        foot = on_ellipsoid(start + t[:, None] * along)
        distance, east, north = arcs(foot, end)
        to_east, to_north = towards(along, foot)
        # Napier's rule in the right triangle of point, foot and its correction along the segment.
        slope, flat = np.tan(distance / R) * (east * to_east + north * to_north), np.hypot(to_east, to_north)
        step = R * np.arctan(slope / np.where(flat > 0, flat, 1.0))  # what points straight up has no direction either
        t = np.clip(t + np.where(long, step / np.where(long, length, 1.0), 0.0), 0.0, 1.0)
        foot = on_ellipsoid(start + t[:, None] * along)
        distance, _, _ = arcs(foot, end)
        best = least_of(point, distance, self.pieces.segment[piece])
        x, y = to_degrees(foot[best])
        at = point[best]
        return inverse(x, y, lon[at], lat[at])[1] if exact else distance[best], x, y, self.pieces.segment[piece[best]]

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
        best = least_of(point, least, self.pieces.segment[piece])
        return least[best], foot_lon[best], foot_lat[best], self.pieces.segment[piece[best]]


def _to_axes(x: Floats, y: Floats, z: Floats, group: Ints, level: Level, node: Ints) -> tuple[Floats, Floats]:
    """Squared straight distances from the points of groups to the axes of capsules, and where on these, 0 to 1."""
    columns = (column.take(node) for column in level.columns[:7])
    u, v, w, du, dv, dw, per_length2 = (column[:, None] if column.ndim < x.ndim else column for column in columns)
    u, v, w = x.take(group, axis=0) - u, y.take(group, axis=0) - v, z.take(group, axis=0) - w
    t = np.clip((u * du + v * dv + w * dw) * per_length2, 0.0, 1.0)
    u -= t * du
    v -= t * dv
    w -= t * dw
    return u * u + v * v + w * w, t


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


def least_of(point: Ints, distance: Floats, segment: Ints) -> Ints:
    """Each point's candidate of least distance, of the first segment where several are as near; ``point`` is sorted."""
    is_first = np.append(True, point[1:] != point[:-1])
    group = np.cumsum(is_first) - 1
    near = np.flatnonzero(distance <= np.minimum.reduceat(distance, np.flatnonzero(is_first))[group] + SAME_M)
    ranked = near[np.lexsort((segment[near], group[near]))]
    return np.asarray(ranked[np.append(True, group[ranked][1:] != group[ranked][:-1])])
