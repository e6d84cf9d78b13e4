"""The pieces of a border that may be nearest to points, for packets of neighbours: the second room of `geomap.border.kernel`.

A packet of `LANES` points that lie close together goes down the tree as one: at each capsule a short loop without branches asks
for every lane whether it may hold anything nearer, and the capsule is passed over where no lane says so. A packet that is wide
for its distance from the border would visit what each of its points visits: its points go one by one.

Both ways begin at the nearest piece of the points before and climb: at each level the sibling is looked into. The bound is that
of `geomap.border.capsules`. Compiled; nothing here calls compiled code of another file (see `geomap.border.order`).
"""

from __future__ import annotations

import math

import numpy as np
from numba import njit

from geomap.border.capsules import ARC_M, FAR_M, PATH, REACH_M
from geomap.geometry import R_MIN

_compiled = njit(cache=True, nogil=True, error_model="numpy", fastmath={"contract", "nsz", "arcp"})

_inlined = njit(inline="always")

LANES = 16
KEPT = 96  # candidates kept at most: a packet that has more goes point by point, a point that has more to the other search
#: A packet wider than this share of its distance goes point by point.
WIDE = 0.4

# The rows of a packet's work: where its points are, their shortest chords so far, Schur's bound over these (no piece whose
# chord is longer can be nearer), and the border points at them.
_X, _Y, _Z, _CHORD, _LIMIT, _QX, _QY, _QZ, _OFF, _T = (row * LANES for row in range(10))
WORK = 10 * LANES
_NOWHERE = 1e9  # metres: farther than anything is


@_compiled
def candidates(xyz, count, capsules, offsets, turning, guess, points, pieces, places):  # type: ignore[no-untyped-def]
    """Write pairs of a point and a piece that may be its nearest, with the place on the piece, 0 to 1.

    Returns how many pairs there are and the nearest piece of the last point. A point that is left to the other search has one
    pair whose piece is -1. Ends early, with the number of points that are done, where the pairs' arrays are full.
    """
    done, pairs = 0, 0
    levels = offsets.size - 1
    work = np.zeros(WORK)
    nodes, depths = np.empty(2 * levels, dtype=np.int64), np.empty(2 * levels, dtype=np.int64)
    squares = np.empty(2 * levels * LANES)
    kept = np.empty(KEPT, dtype=np.int64)
    kept_least, kept_t = np.empty(KEPT * LANES), np.empty(KEPT * LANES)
    inside = np.empty(LANES, dtype=np.int64)
    while done < count and pairs + LANES * KEPT <= points.size:
        some = min(LANES, count - done)
        for i in range(LANES):
            k = done + min(i, some - 1)
            work[_X + i], work[_Y + i], work[_Z + i] = xyz[0, k], xyz[1, k], xyz[2, k]
        found = -1
        if some > 1:
            found = _packet(work, capsules, offsets, turning, guess, nodes, depths, squares, kept, kept_least, kept_t)
        if found >= 0:
            nearest = np.inf
            leaves = offsets[levels - 1]
            for c in range(found):
                if _lanes_in(work, kept_least, c * LANES, capsules, leaves + kept[c], turning, inside) == 0:
                    continue
                for i in range(some):
                    if inside[i]:
                        points[pairs], pieces[pairs], places[pairs] = done + i, kept[c], kept_t[c * LANES + i]
                        pairs += 1
                if kept_least[c * LANES + some - 1] < nearest:
                    nearest, guess = kept_least[c * LANES + some - 1], kept[c]
        else:
            for i in range(some):
                x, y, z = work[_X + i], work[_Y + i], work[_Z + i]
                found, guess = _single(
                    x, y, z, capsules, offsets, turning, guess, nodes, depths, squares, kept, kept_least, kept_t
                )
                if found < 0:
                    points[pairs], pieces[pairs], places[pairs] = done + i, -1, 0.0
                    pairs += 1
                for c in range(found):
                    points[pairs], pieces[pairs], places[pairs] = done + i, kept[c], kept_t[c]
                    pairs += 1
        done += some
    return done, pairs, guess


# -- a packet -------------------------------------------------------------------------------------------------------------


@_compiled
def _packet(work, capsules, offsets, turning, guess, nodes, depths, squares, kept, kept_least, kept_t):  # type: ignore[no-untyped-def]
    """Keep the pieces that may be nearest to a lane; returns how many, or -1 where the points should go one by one."""
    levels = offsets.size - 1
    leaves = offsets[levels - 1]
    for i in range(LANES):
        work[_CHORD + i] = _NOWHERE
    count, top = 0, 0
    rung, climb = levels - 1, guess
    _leaf(work, capsules, leaves + guess, kept_least, kept_t, 0)
    kept[0], count = guess, 1
    if _is_wide(work):
        return -1
    while True:
        # Up, past the levels whose sibling is out of the question or does not exist.
        while top == 0 and rung >= 0:
            sibling = climb ^ 1
            at = offsets[rung] + sibling
            if at < offsets[rung + 1]:
                _lanes_off(work, capsules, at, squares, 0)
                nodes[0], depths[0], top = sibling, rung, 1
            climb >>= 1
            rung -= 1
        if top == 0:
            break
        top -= 1
        node, level = nodes[top], depths[top]
        at = offsets[level] + node
        if not _any_in(work, squares, top * LANES, capsules, at, turning):
            continue
        if level == levels - 1:
            if count == KEPT:
                return -1
            _leaf(work, capsules, at, kept_least, kept_t, count * LANES)
            kept[count] = node
            count += 1
            continue
        # Both children, the nearer on top, by a lane in the middle.
        below = offsets[level + 1]
        first, second = 2 * node, 2 * node + 1
        if below + second < offsets[level + 2]:
            _lanes_off(work, capsules, below + first, squares, top * LANES)
            _lanes_off(work, capsules, below + second, squares, (top + 1) * LANES)
            middle = top * LANES + LANES // 2
            if squares[middle] < squares[middle + LANES]:
                for i in range(LANES):
                    a, b = top * LANES + i, (top + 1) * LANES + i
                    squares[a], squares[b] = squares[b], squares[a]
                first, second = second, first
            nodes[top], depths[top] = first, level + 1
            nodes[top + 1], depths[top + 1] = second, level + 1
            top += 2
        else:
            _lanes_off(work, capsules, below + first, squares, top * LANES)
            nodes[top], depths[top] = first, level + 1
            top += 1
    chord = 0.0
    for i in range(LANES):
        chord = max(chord, work[_CHORD + i])
    return -1 if chord > FAR_M else count


@_compiled
def _is_wide(work):  # type: ignore[no-untyped-def]
    """Whether the points are far from each other for how far they are from the border."""
    spread, chord = 0.0, _NOWHERE
    for i in range(LANES):
        u, v, w = work[_X + i] - work[_X], work[_Y + i] - work[_Y], work[_Z + i] - work[_Z]
        spread = max(spread, u * u + v * v + w * w)
        chord = min(chord, work[_CHORD + i])
    return spread > (WIDE * chord) ** 2


@_inlined
def _lanes_off(work, capsules, node, squares, to):  # type: ignore[no-untyped-def]
    """Write from ``squares[to]`` on the squared straight distance of each lane to a capsule's segment."""
    sx, sy, sz = capsules[node, 0], capsules[node, 1], capsules[node, 2]
    a, b, c, per = capsules[node, 3], capsules[node, 4], capsules[node, 5], capsules[node, 6]
    for i in range(LANES):
        u, v, w = work[_X + i] - sx, work[_Y + i] - sy, work[_Z + i] - sz
        t = min(max((u * a + v * b + w * c) * per, 0.0), 1.0)
        u, v, w = u - t * a, v - t * b, w - t * c
        squares[to + i] = u * u + v * v + w * w


@_inlined
def _leaf(work, capsules, node, kept_least, kept_t, to):  # type: ignore[no-untyped-def]
    """Keep a piece: how near it may be to each lane, and where on it. Its own arc may lie `ARC_M` beside its chord."""
    sx, sy, sz = capsules[node, 0], capsules[node, 1], capsules[node, 2]
    a, b, c, per = capsules[node, 3], capsules[node, 4], capsules[node, 5], capsules[node, 6]
    for i in range(LANES):
        u, v, w = work[_X + i] - sx, work[_Y + i] - sy, work[_Z + i] - sz
        t = min(max((u * a + v * b + w * c) * per, 0.0), 1.0)
        u, v, w = u - t * a, v - t * b, w - t * c
        off = math.sqrt(u * u + v * v + w * w)
        work[_OFF + i], work[_T + i] = off - ARC_M, t
        nearer = off + ARC_M < work[_CHORD + i]
        work[_QX + i] = sx + t * a if nearer else work[_QX + i]
        work[_QY + i] = sy + t * b if nearer else work[_QY + i]
        work[_QZ + i] = sz + t * c if nearer else work[_QZ + i]
        chord = off + ARC_M if nearer else work[_CHORD + i]
        half = chord * chord * (0.25 / R_MIN / R_MIN)
        work[_CHORD + i], work[_LIMIT + i] = chord, chord * (1 + half * (1 / 6 + 0.1 * half)) + 2e-6
    for i in range(LANES):
        kept_least[to + i], kept_t[to + i] = work[_OFF + i], work[_T + i]


@_inlined
def _any_in(work, squares, at, capsules, node, turning):  # type: ignore[no-untyped-def]
    """Whether a capsule may hold the nearest for any lane: by Schur's bound, then by the other one where it may be narrower."""
    radius, half = capsules[node, 7], capsules[node, 8] + ARC_M
    count = 0
    for i in range(LANES):
        count += squares[at + i] <= (work[_LIMIT + i] + radius) * (work[_LIMIT + i] + radius)
    chord = work[_CHORD + LANES // 2]
    if count > 0 and PATH * half * turning * chord * chord < work[_LIMIT + LANES // 2] - chord:
        mx = capsules[node, 0] + 0.5 * capsules[node, 3]
        my = capsules[node, 1] + 0.5 * capsules[node, 4]
        mz = capsules[node, 2] + 0.5 * capsules[node, 5]
        count = 0
        for i in range(LANES):
            u, v, w = mx - work[_QX + i], my - work[_QY + i], mz - work[_QZ + i]
            apart = math.sqrt(u * u + v * v + w * w) + half
            most = work[_CHORD + i] + _allowance(work[_CHORD + i], apart, turning) + radius
            count += squares[at + i] <= most * most
    return count > 0


@_compiled
def _lanes_in(work, least, at, capsules, node, turning, inside):  # type: ignore[no-untyped-def]
    """Write of each lane whether a piece that is no nearer than ``least`` is still in question; returns for how many."""
    mx = capsules[node, 0] + 0.5 * capsules[node, 3]
    my = capsules[node, 1] + 0.5 * capsules[node, 4]
    mz = capsules[node, 2] + 0.5 * capsules[node, 5]
    half = capsules[node, 8] + ARC_M
    count = 0
    for i in range(LANES):
        u, v, w = mx - work[_QX + i], my - work[_QY + i], mz - work[_QZ + i]
        apart = math.sqrt(u * u + v * v + w * w) + half
        is_in = least[at + i] - work[_CHORD + i] <= _allowance(work[_CHORD + i], apart, turning)
        inside[i] = is_in
        count += is_in
    return count


@_inlined
def _allowance(chord, apart, turning):  # type: ignore[no-untyped-def]
    """`geomap.border.capsules.allowance` for one point, with a series above the arcsine (for chords up to `FAR_M`)."""
    half = (chord / 2 / R_MIN) ** 2
    out = chord * (1 + half * (1 / 6 + 0.1 * half))
    farthest = out + PATH / 2 * min(apart, chord + out)
    slack = PATH * apart * turning * farthest**2
    return (min(out - chord, slack) if farthest <= REACH_M else out - chord) + 2e-6


# -- a point --------------------------------------------------------------------------------------------------------------


@_compiled
def _off(x, y, z, capsules, node):  # type: ignore[no-untyped-def]
    """Squared straight distance from a point to a capsule's segment, and where on it, 0 to 1."""
    u, v, w = x - capsules[node, 0], y - capsules[node, 1], z - capsules[node, 2]
    a, b, c = capsules[node, 3], capsules[node, 4], capsules[node, 5]
    t = min(max((u * a + v * b + w * c) * capsules[node, 6], 0.0), 1.0)
    u, v, w = u - t * a, v - t * b, w - t * c
    return u * u + v * v + w * w, t


@_compiled
def _out(capsules, node, least, chord, qx, qy, qz, turning):  # type: ignore[no-untyped-def]
    """Whether a capsule no nearer than ``least`` is out of the question, given a point q of the border at ``chord``."""
    if least - chord > 0.05 * chord + 1.0:
        return True
    u = capsules[node, 0] + 0.5 * capsules[node, 3] - qx
    v = capsules[node, 1] + 0.5 * capsules[node, 4] - qy
    w = capsules[node, 2] + 0.5 * capsules[node, 5] - qz
    apart = math.sqrt(u * u + v * v + w * w) + capsules[node, 8] + ARC_M
    return least - chord > _allowance(chord, apart, turning)


@_compiled
def _single(x, y, z, capsules, offsets, turning, guess, nodes, depths, squares, kept, kept_least, kept_t):  # type: ignore[no-untyped-def]
    """Keep the pieces that may be nearest to a point; returns how many, -1 where it is left, and the nearest by its chord."""
    levels = offsets.size - 1
    leaves = offsets[levels - 1]
    chord, qx, qy, qz, count, nearest = _NOWHERE, 0.0, 0.0, 0.0, 0, guess  # to a point q of the border, the nearest so far
    rung, climb = levels - 1, guess
    nodes[0], depths[0] = guess, rung
    squares[0], _ = _off(x, y, z, capsules, leaves + guess)
    top = 1
    while True:
        while top > 0:
            top -= 1
            node, level, square = nodes[top], depths[top], squares[top]
            at = offsets[level] + node
            radius = capsules[at, 7]
            if square > (chord + radius) ** 2 and _out(capsules, at, math.sqrt(square) - radius, chord, qx, qy, qz, turning):
                continue
            if level < levels - 1:
                # Both children, the nearer on top.
                below = offsets[level + 1]
                first, second = 2 * node, 2 * node + 1
                near, _ = _off(x, y, z, capsules, below + first)
                far = np.inf
                if below + second < offsets[level + 2]:
                    far, _ = _off(x, y, z, capsules, below + second)
                if far < near:
                    first, second, near, far = second, first, far, near
                # Where there is no second child, the first takes its place.
                nodes[top], depths[top], squares[top] = second, level + 1, far
                top += far < np.inf
                nodes[top], depths[top], squares[top] = first, level + 1, near
                top += 1
                continue
            if count == KEPT:
                count = _sifted(capsules, leaves, kept, kept_least, kept_t, count, chord, qx, qy, qz, turning)
                if count == KEPT:
                    return -1, nearest
            square, t = _off(x, y, z, capsules, at)
            off = math.sqrt(square)
            if off + ARC_M < chord:
                chord, nearest = off + ARC_M, node
                qx = capsules[at, 0] + t * capsules[at, 3]
                qy = capsules[at, 1] + t * capsules[at, 4]
                qz = capsules[at, 2] + t * capsules[at, 5]
            kept[count], kept_least[count], kept_t[count] = node, off - ARC_M, t
            count += 1
        while top == 0 and rung >= 0:
            sibling = climb ^ 1
            at = offsets[rung] + sibling
            if at < offsets[rung + 1]:
                square, _ = _off(x, y, z, capsules, at)
                if square <= (1.05 * chord + 1.0 + capsules[at, 7]) ** 2:
                    nodes[0], depths[0], squares[0], top = sibling, rung, square, 1
            climb >>= 1
            rung -= 1
        if top == 0:
            break
    if chord > FAR_M:
        return -1, nearest
    return _sifted(capsules, leaves, kept, kept_least, kept_t, count, chord, qx, qy, qz, turning), nearest


@_compiled
def _sifted(capsules, leaves, kept, kept_least, kept_t, count, chord, qx, qy, qz, turning):  # type: ignore[no-untyped-def]
    """Drop the kept candidates that are out of the question by now; returns how many are left."""
    left = 0
    for c in range(count):
        if kept_least[c] > chord and _out(capsules, leaves + kept[c], kept_least[c], chord, qx, qy, qz, turning):
            continue
        kept[left], kept_least[left], kept_t[left] = kept[c], kept_least[c], kept_t[c]
        left += 1
    return left
