"""The search of `geomap.border.capsules`, compiled: for many points, where numba is installed.

One point after another goes down the tree with the nearest piece of the point before it as its first guess, so points that
lie close together should follow one another: `order` sorts them so. The bound is the same as in `geomap.border.capsules`.
"""

from __future__ import annotations

import math

import numpy as np
from numba import njit

from geomap.border import capsules as _capsules
from geomap.border.capsules import ARC_M, FAR_M, PATH, REACH_M, SAME_M, SPECK_M, Tree
from geomap.geometry import E2, R_MIN, A, B, Floats, Ints, R, to_degrees

_F = 1 - B / A
_KEPT = 96  # candidates kept for a point; the few that have more are left to the other search
_BLOCK = 65536

_compiled = njit(cache=True, nogil=True, error_model="numpy", fastmath={"contract", "nsz", "arcp"})


def nearest(tree: Tree, lon: Floats, lat: Floats) -> tuple[Floats, Floats, Floats, Ints]:
    """Distance, nearest lon and lat, and segment for points; the segment is -1 for those left to the other search."""
    count = lon.size
    capsules, offsets = _packed(tree)
    distance, foot_lon, foot_lat = np.empty(count), np.empty(count), np.empty(count)
    segment = np.empty(count, dtype=np.int64)
    turn = _order(lon, lat)
    piece = 0
    for begin in range(0, count, _BLOCK):
        some = turn[begin : begin + _BLOCK]
        found, feet, named = np.empty(some.size), np.empty((some.size, 3)), np.empty(some.size, dtype=np.int64)
        # The bound is handed over, not compiled in: numba's cache does not see a change of another module.
        line = (capsules, offsets, tree.pieces.length, tree.pieces.segment, _capsules.TURN)
        piece = _search(lon[some], lat[some], *line, piece, found, feet, named)
        distance[some], segment[some] = found, named
        foot_lon[some], foot_lat[some] = to_degrees(feet)
    return distance, foot_lon, foot_lat, segment


def is_loaded() -> bool:
    """Whether the search is compiled in this process."""
    return bool(_search.signatures)


def _packed(tree: Tree) -> tuple[Floats, Ints]:
    """A binary tree's capsules, coarsest level first (start, along, 1/length², radius, half), and where each level begins."""
    levels = Tree(tree.pieces, fan=2).levels
    rows = [np.column_stack([level.start, level.along, level.per_length2, level.radius, level.half]) for level in levels]
    return np.ascontiguousarray(np.vstack(rows)), np.cumsum([0, *map(len, rows)])


@_compiled
def _order(lon, lat):  # type: ignore[no-untyped-def]
    """Points in the order of the cells of a Z-curve over their extent, by counting."""
    count = lon.size
    bits = 4
    while bits < 10 and (1 << (2 * bits)) < count:
        bits += 1
    side = 1 << bits
    west, south = lon.min(), lat.min()
    per_lon = (side - 1) / max(lon.max() - west, 1e-9)
    per_lat = (side - 1) / max(lat.max() - south, 1e-9)
    spread = np.zeros(side, dtype=np.int32)
    for k in range(side):
        for bit in range(bits):
            spread[k] |= ((k >> bit) & 1) << (2 * bit)
    starts = np.zeros(side * side + 1, dtype=np.int64)
    cell = np.empty(count, dtype=np.int32)
    for k in range(count):
        cell[k] = spread[int((lon[k] - west) * per_lon)] | spread[int((lat[k] - south) * per_lat)] << 1
        starts[cell[k] + 1] += 1
    for c in range(side * side):
        starts[c + 1] += starts[c]
    turn = np.empty(count, dtype=np.int64)
    for k in range(count):
        turn[starts[cell[k]]] = k
        starts[cell[k]] += 1
    return turn


@_compiled
def _earth(lon, lat):  # type: ignore[no-untyped-def]
    """Earth-centred coordinates of a point of the ellipsoid, metres."""
    lam, phi = math.radians(lon), math.radians(lat)
    up = math.sin(phi)
    n = A / math.sqrt(1 - E2 * up * up)
    across = n * math.cos(phi)
    return across * math.cos(lam), across * math.sin(lam), n * (1 - E2) * up


@_compiled
def _off(x, y, z, capsules, node):  # type: ignore[no-untyped-def]
    """Squared straight distance from a point to a capsule's segment, and where on it, 0 to 1."""
    u, v, w = x - capsules[node, 0], y - capsules[node, 1], z - capsules[node, 2]
    a, b, c = capsules[node, 3], capsules[node, 4], capsules[node, 5]
    t = min(max((u * a + v * b + w * c) * capsules[node, 6], 0.0), 1.0)
    u, v, w = u - t * a, v - t * b, w - t * c
    return u * u + v * v + w * w, t


@_compiled
def _allowance(chord, apart, turning):  # type: ignore[no-untyped-def]
    """`geomap.border.capsules.allowance` for one point, with a series above the arcsine (for chords up to `FAR_M`)."""
    half = (chord / 2 / R_MIN) ** 2
    out = chord * (1 + half * (1 / 6 + 0.1 * half))
    farthest = out + PATH / 2 * min(apart, chord + out)
    slack = out - chord
    if farthest <= REACH_M:
        slack = min(slack, PATH * apart * turning * farthest**2)
    return slack + 2e-6


@_compiled
def _out(x, y, z, capsules, node, least, chord, qx, qy, qz, turning):  # type: ignore[no-untyped-def]
    """Whether a capsule no nearer than ``least`` is out of the question, given a point q of the border at ``chord``."""
    if least - chord > 0.05 * chord + 1.0:
        return True
    u = capsules[node, 0] + 0.5 * capsules[node, 3] - qx
    v = capsules[node, 1] + 0.5 * capsules[node, 4] - qy
    w = capsules[node, 2] + 0.5 * capsules[node, 5] - qz
    apart = math.sqrt(u * u + v * v + w * w) + capsules[node, 8] + ARC_M
    return least - chord > _allowance(chord, apart, turning)


@_compiled
def _sifted(x, y, z, capsules, leaves, kept, kept_t, kept_least, chord, qx, qy, qz, turning):  # type: ignore[no-untyped-def]
    """Drop the kept candidates that are out of the question by now; returns how many are left."""
    count = 0
    for c in range(len(kept)):
        if kept_least[c] > chord and _out(x, y, z, capsules, leaves + kept[c], kept_least[c], chord, qx, qy, qz, turning):
            continue
        kept[count], kept_t[count], kept_least[count] = kept[c], kept_t[c], kept_least[c]
        count += 1
    return count


@_compiled
def _search(lons, lats, capsules, offsets, lengths, segments, turning, guess, distances, feet, named):  # type: ignore[no-untyped-def]
    """Search points one after another; returns the last one's piece.

    From the piece of the point before, up the tree: at each level the sibling is looked into, if it may hold anything nearer.
    One long function: its loops share a dozen local arrays and counters, which parts of it would have to hand to and fro.
    """
    levels = offsets.size - 1
    leaves = offsets[levels - 1]
    stack = np.empty(2 * levels, dtype=np.int64)
    depth = np.empty(2 * levels, dtype=np.int64)
    squares = np.empty(2 * levels)
    kept = np.empty(_KEPT, dtype=np.int64)
    kept_t = np.empty(_KEPT)
    kept_least = np.empty(_KEPT)
    foot = np.empty(3)
    for k in range(len(lons)):
        x, y, z = _earth(lons[k], lats[k])
        chord, qx, qy, qz = np.inf, 0.0, 0.0, 0.0  # to a point q of the border, the nearest so far
        count = 0
        # First the guess itself, then the sibling of each of its ancestors.
        rung, climb = levels - 1, guess
        stack[0], depth[0] = guess, rung
        squares[0], _ = _off(x, y, z, capsules, leaves + guess)
        top = 1
        while count < _KEPT:
            while top > 0:
                top -= 1
                node, level, square = stack[top], depth[top], squares[top]
                at = offsets[level] + node
                radius = capsules[at, 7]
                if square > (chord + radius) ** 2 and _out(
                    x, y, z, capsules, at, math.sqrt(square) - radius, chord, qx, qy, qz, turning
                ):
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
                    if far < np.inf:
                        stack[top], depth[top], squares[top] = second, level + 1, far
                        top += 1
                    stack[top], depth[top], squares[top] = first, level + 1, near
                    top += 1
                    continue
                square, t = _off(x, y, z, capsules, at)
                off = math.sqrt(square)
                if off + ARC_M < chord:
                    chord = off + ARC_M  # the piece's own arc may be that much farther than its chord
                    qx = capsules[at, 0] + t * capsules[at, 3]
                    qy = capsules[at, 1] + t * capsules[at, 4]
                    qz = capsules[at, 2] + t * capsules[at, 5]
                if count == _KEPT:
                    count = _sifted(x, y, z, capsules, leaves, kept, kept_t, kept_least, chord, qx, qy, qz, turning)
                    if count == _KEPT:
                        break
                kept[count], kept_t[count], kept_least[count] = node, t, off - ARC_M
                count += 1
            # Up, past the levels whose sibling is out of the question or does not exist.
            limit = 1.05 * chord + 1.0
            while top == 0 and rung >= 0:
                sibling = climb ^ 1
                at = offsets[rung] + sibling
                if at < offsets[rung + 1]:
                    square, _ = _off(x, y, z, capsules, at)
                    if square <= (limit + capsules[at, 7]) ** 2:
                        stack[0], depth[0], squares[0] = sibling, rung, square
                        top = 1
                climb >>= 1
                rung -= 1
            if top == 0:
                break
        if chord > FAR_M or count == _KEPT:
            named[k] = -1
            continue
        best, segment = np.inf, np.int64(-1)
        for c in range(count):
            at = leaves + kept[c]
            if kept_least[c] > chord and _out(x, y, z, capsules, at, kept_least[c], chord, qx, qy, qz, turning):
                continue
            distance = _exact(x, y, z, capsules, at, kept_t[c], lengths[kept[c]], foot)
            if distance < best - SAME_M or (distance < best + SAME_M and segments[kept[c]] < segment):
                best, segment = distance, segments[kept[c]]
                guess = kept[c]
                feet[k, 0], feet[k, 1], feet[k, 2] = foot[0], foot[1], foot[2]
        distances[k] = best
        named[k] = segment
    return guess


@_compiled
def _exact(x, y, z, capsules, at, t, length, foot):  # type: ignore[no-untyped-def]
    """The geodesic distance from a point to a piece, and in ``foot`` where; ``t`` is where its chord is shortest."""
    for _ in range(4):
        # The piece's arc stands above its chord by up to 5 mm.
        fx = capsules[at, 0] + t * capsules[at, 3]
        fy = capsules[at, 1] + t * capsules[at, 4]
        fz = capsules[at, 2] + t * capsules[at, 5]
        out = math.sqrt((fx * fx + fy * fy) / (A * A) + fz * fz / (B * B))
        fx, fy, fz = fx / out, fy / out, fz / out
        foot[0], foot[1], foot[2] = fx, fy, fz
        square = (x - fx) ** 2 + (y - fy) ** 2 + (z - fz) ** 2
        if square < 1e6:
            # Within a kilometre the foot is right, and an arc is longer than its chord by c³/24R² to a hundredth of that.
            return math.sqrt(square) * (1 + square / (24 * R * R))
        distance, east, north, tangent = _inverse(fx, fy, fz, x, y, z)
        if length <= SPECK_M:
            return distance
        # The piece's own direction, east and north.
        across = math.sqrt(fx * fx + fy * fy)
        cos_lam, sin_lam = (fx / across, fy / across) if across > 0 else (1.0, 0.0)
        wide, high = across * (1 - E2), fz
        scale = math.sqrt(wide * wide + high * high)
        cos_phi, sin_phi = wide / scale, high / scale
        a, b, c = capsules[at, 3], capsules[at, 4], capsules[at, 5]
        to_east = -sin_lam * a + cos_lam * b
        to_north = -sin_phi * (cos_lam * a + sin_lam * b) + cos_phi * c
        towards = (east * to_east + north * to_north) / math.sqrt(to_east * to_east + to_north * to_north)
        # Napier's rule in the right triangle of point, foot and its correction along the segment.
        step = tangent * towards
        step = R * (step * (1 - step * step / 3) if abs(step) < 0.1 else math.atan(step))
        moved = min(max(t + step / length, 0.0), 1.0)
        step = (moved - t) * length
        t = moved
        bend = step * step * (1 - towards * towards) / (2 * R * tangent)
        if abs(bend) < 0.01:
            out = step / length
            foot[0], foot[1], foot[2] = fx + out * a, fy + out * b, fz + out * c
            return distance - step * towards + bend
    return distance


@_compiled
def _inverse(x1, y1, z1, x2, y2, z2):  # type: ignore[no-untyped-def]
    """Geodesic distance of points up to 8,000 km apart, the direction at the first (east, north), the tangent of the arc.

    Vincenty 1975, doi:10.1179/sre.1975.23.176.88, within 0.1 mm, with the difference of longitude found in few steps: its
    excess is nearly proportional to it.
    """
    p1, p2 = math.sqrt(x1 * x1 + y1 * y1), math.sqrt(x2 * x2 + y2 * y2)
    cos1, sin1, cos2, sin2 = p1 / A, z1 / B, p2 / A, z2 / B
    per = 1 / (p1 * p2) if p1 * p2 > 0 else 0.0
    sin_l, cos_l = (x1 * y2 - y1 * x2) * per, (x1 * x2 + y1 * y2) * per
    if per == 0.0:
        cos_l = 1.0
    lam = math.atan2(sin_l, cos_l)
    product, sines = cos1 * cos2, sin1 * sin2
    excess = _F * product  # of the auxiliary sphere's longitude difference over the ellipsoid's, relative to the former
    sin_w, cos_w, sin_s, cos_s, sigma, across, cos_m, square = 0.0, 1.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0
    for k in range(4):
        d = lam * excess / (1 - excess)
        dd = d * d
        sin_d, cos_d = d * (1 - dd / 6 * (1 - dd / 20)), 1 - dd / 2 * (1 - dd / 12)
        sin_w, cos_w = sin_l * cos_d + cos_l * sin_d, cos_l * cos_d - sin_l * sin_d
        across = cos1 * sin2 - sin1 * cos2 * cos_w
        sin_s = math.sqrt((cos2 * sin_w) ** 2 + across * across)
        cos_s = sines + product * cos_w
        sigma = math.atan2(sin_s, cos_s)
        if sin_s == 0.0:
            return 0.0, 1.0, 0.0, 0.0
        # sin α0 over the longitude difference: it has no trouble at a difference of 0.
        omega = lam + d
        per_omega = product * (sin_w / omega if abs(omega) > 1e-12 else 1.0) / sin_s
        sin_a = per_omega * omega
        square = 1 - sin_a * sin_a
        cos_m = cos_s - 2 * sines / square if square > 1e-14 else 0.0
        c = _F / 16 * square * (4 + _F * (4 - 3 * square))
        now = (1 - c) * _F * per_omega * (sigma + c * sin_s * (cos_m + c * cos_s * (2 * cos_m * cos_m - 1)))
        change = abs(now - excess) * abs(lam)
        excess = now
        if change < 1e-11 and k > 0:
            break
    u = square * (A * A - B * B) / (B * B)
    big_a = 1 + u / 16384 * (4096 + u * (-768 + u * (320 - 175 * u)))
    big_b = u / 1024 * (256 + u * (-128 + u * (74 - 47 * u)))
    double = 2 * cos_m * cos_m - 1
    delta = (
        big_b
        * sin_s
        * (cos_m + big_b / 4 * (cos_s * double - big_b / 6 * cos_m * (4 * sin_s * sin_s - 3) * (4 * cos_m * cos_m - 3)))
    )
    return B * big_a * (sigma - delta), cos2 * sin_w / sin_s, across / sin_s, sin_s / cos_s
