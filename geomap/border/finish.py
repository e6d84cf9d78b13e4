"""Geodesics from points to pieces of a border, many at once: the third room of `geomap.border.kernel`.

Vincenty's inverse (1975, doi:10.1179/sre.1975.23.176.88) in loops without branches, which the compiler turns into vector code:
half angles keep every arcsine below 1/2, where a polynomial gives it; the difference of longitude on the auxiliary sphere is
found in few passes, since its excess is nearly proportional to it. A point whose way to a piece spans much longitude, comes
near the Earth's axis or would need a second step along it is left to the other search. Compiled; nothing here calls compiled
code of another file (see `geomap.border.order`).
"""

from __future__ import annotations

import math

import numpy as np
from numba import njit

from geomap.border.capsules import SAME_M, SPECK_M
from geomap.geometry import E2, A, B, R

_compiled = njit(cache=True, nogil=True, error_model="numpy", fastmath={"contract", "nsz", "arcp"})

_F = 1 - B / A
CHUNK = 64  # pairs that are finished together
_ROW_OF = CHUNK + 8  # what a row of theirs takes: rows that begin a power of two apart would share few sets of the cache
#: Passes end with the one after the longitude has changed by less than this, radians: it changes by a thousandth of that.
CHANGE = 5e-9
PASSES = 6  # at most
#: A piece as a row: start and direction (Earth-centred metres), length (metres), and its start's lon and lat (degrees).
ROW = 9
_SX, _SY, _SZ, _DX, _DY, _DZ, _LENGTH, _LON, _LAT = range(ROW)

#: What the vectors hold, a row each.
(
    _PX, _PY, _PZ, _T, _FX, _FY, _FZ, _SQUARE, _COS1, _SIN1, _COS2, _SIN2, _SIN_L, _COS_L, _LAM, _EXCESS, _SIN_W, _SIGMA,
    _SIN_S, _COS_S, _ACROSS, _COS_M, _ALPHA, _DISTANCE, _FOOT_LON, _FOOT_LAT, _CAREFUL,
) = range(ROW, ROW + 27)  # fmt: skip
_ROWS = ROW + 27


def _series(function, most: float, degree: int) -> tuple[float, ...]:  # type: ignore[no-untyped-def]
    """Coefficients of a polynomial that meets a function from 0 to ``most`` to the rounding, the lowest first."""
    made = np.polynomial.Chebyshev.interpolate(function, degree, domain=[0, most])
    return tuple(map(float, made.convert(kind=np.polynomial.Polynomial).coef))


#: arcsine h / h for h² up to 1/4, and arctangent v / v for v² up to 1/3 (30 degrees).
_ARCSINE = _series(lambda hh: np.arcsin(np.sqrt(np.maximum(hh, 1e-300))) / np.sqrt(np.maximum(hh, 1e-300)), 0.25, 13)
_ARCTANGENT = _series(lambda vv: np.arctan(np.sqrt(np.maximum(vv, 1e-300))) / np.sqrt(np.maximum(vv, 1e-300)), 1 / 3, 15)


@_compiled
def _arcsine(h, hh):  # type: ignore[no-untyped-def]
    c = _ARCSINE
    low = c[0] + hh * (c[1] + hh * (c[2] + hh * (c[3] + hh * (c[4] + hh * (c[5] + hh * c[6])))))
    high = c[7] + hh * (c[8] + hh * (c[9] + hh * (c[10] + hh * (c[11] + hh * (c[12] + hh * c[13])))))
    return h * (low + high * (hh * hh * hh) * (hh * hh * hh) * hh)


@_compiled
def _arctangent(v, vv):  # type: ignore[no-untyped-def]
    c = _ARCTANGENT
    low = c[0] + vv * (c[1] + vv * (c[2] + vv * (c[3] + vv * (c[4] + vv * (c[5] + vv * (c[6] + vv * c[7]))))))
    high = c[8] + vv * (c[9] + vv * (c[10] + vv * (c[11] + vv * (c[12] + vv * (c[13] + vv * (c[14] + vv * c[15]))))))
    return v * (low + high * (vv * vv * vv * vv) * (vv * vv * vv * vv))


@_compiled
def finished(xyz, rows, segments, points, pieces, places, order, answers):  # type: ignore[no-untyped-def]
    """Measure pairs of a point and a piece, and write each point's best to the row that it came from.

    Args:
        xyz: the points, Earth-centred metres, shape (3, at least n).
        rows: the pieces, shape (m, `ROW`).
        segments: of the pieces, shape (m,).
        points: of each pair.
        pieces: likewise; -1 for a point that is left to the other search.
        places: likewise, on the piece from 0 to 1.
        order: the points' rows of `geomap.border.order.ordered`, shape (n, 3).
        answers: distance in metres, lon and lat of the nearest point, and its segment or -1, shape (all points, 4).
    """
    count = len(order)
    best, lon, lat = np.full(count, np.inf), np.empty(count), np.empty(count)
    segment = np.full(count, -1, dtype=np.int64)
    is_left = np.zeros(count, dtype=np.bool_)
    n = _ROW_OF
    work = np.ones(_ROWS * n)
    for begin in range(0, points.size, CHUNK):
        some = min(CHUNK, points.size - begin)
        for i in range(some):
            piece, point = pieces[begin + i], points[begin + i]
            for c in range(ROW):
                work[c * n + i] = rows[piece, c]
            work[_PX * n + i], work[_PY * n + i], work[_PZ * n + i] = xyz[0, point], xyz[1, point], xyz[2, point]
            work[_T * n + i] = places[begin + i]
        _chunk(work)
        for i in range(some):
            piece, point = pieces[begin + i], points[begin + i]
            distance, foot_lon, foot_lat = work[_DISTANCE * n + i], work[_FOOT_LON * n + i], work[_FOOT_LAT * n + i]
            if piece < 0 or work[_CAREFUL * n + i] > 0:
                is_left[point] = True
            is_best = (distance < best[point] - SAME_M) | (
                (distance < best[point] + SAME_M) & (segments[piece] < segment[point])
            )
            best[point] = distance if is_best else best[point]
            segment[point] = segments[piece] if is_best else segment[point]
            lon[point] = foot_lon if is_best else lon[point]
            lat[point] = foot_lat if is_best else lat[point]
    for k in range(count):
        to = int(order[k, 2])
        over = 360.0 if lon[k] > 180 else -360.0 if lon[k] < -180 else 0.0
        answers[to, 0], answers[to, 1], answers[to, 2] = best[k], lon[k] - over, lat[k]
        answers[to, 3] = -1 if is_left[k] else segment[k]


@_compiled
def _chunk(w):  # type: ignore[no-untyped-def]
    """Measure a chunk: from rows of pieces, points and places to distance, foot, and whether it needs care."""
    n = _ROW_OF
    for i in range(CHUNK):
        # The foot on the ellipsoid, along its normal: the piece's arc stands above its chord by up to 8 cm.
        t = w[_T * n + i]
        fx, fy, fz = (
            w[_SX * n + i] + t * w[_DX * n + i],
            w[_SY * n + i] + t * w[_DY * n + i],
            w[_SZ * n + i] + t * w[_DZ * n + i],
        )
        across, up = (fx * fx + fy * fy) * (1 / (A * A)), fz * fz * (1 / (B * B))
        out = (1 - across - up) / (across + up * ((A * A) / (B * B))) * 0.5
        fx, fy, fz = fx + out * fx, fy + out * fy, fz + out * ((A * A) / (B * B)) * fz
        w[_FX * n + i], w[_FY * n + i], w[_FZ * n + i] = fx, fy, fz
        x, y, z = w[_PX * n + i], w[_PY * n + i], w[_PZ * n + i]
        w[_SQUARE * n + i] = (x - fx) * (x - fx) + (y - fy) * (y - fy) + (z - fz) * (z - fz)
        p1, p2 = math.sqrt(fx * fx + fy * fy), math.sqrt(x * x + y * y)
        w[_COS1 * n + i], w[_SIN1 * n + i] = p1 * (1 / A), fz * (1 / B)
        w[_COS2 * n + i], w[_SIN2 * n + i] = p2 * (1 / A), z * (1 / B)
        per = 1 / (p1 * p2 + 1e-30)
        sin_l, cos_l = (fx * y - fy * x) * per, (fx * x + fy * y) * per
        half = sin_l / (1 + max(cos_l, 0.0))
        w[_SIN_L * n + i], w[_COS_L * n + i] = sin_l, cos_l
        w[_LAM * n + i] = 2 * _arctangent(half, half * half)
        w[_EXCESS * n + i] = _F * w[_COS1 * n + i] * w[_COS2 * n + i]
        # 60 degrees of longitude, or 60 km from the axis.
        is_careful = (cos_l < 0.5) | (p1 < 60_000.0) | (p2 < 60_000.0)
        w[_CAREFUL * n + i] = 1.0 if is_careful else 0.0
    changing = CHUNK
    for _ in range(PASSES):
        is_last = changing == 0
        changing = _pass(w)
        if is_last:
            break
    _along(w)


@_compiled
def _pass(w):  # type: ignore[no-untyped-def]
    """The arc on the auxiliary sphere for the longitude's excess so far, and the next excess; returns how many change."""
    n, changing = _ROW_OF, 0
    for i in range(CHUNK):
        excess, lam = w[_EXCESS * n + i], w[_LAM * n + i]
        d = lam * excess / (1 - excess)
        dd = d * d
        sin_d, cos_d = d * (1 - dd * (1 / 6) * (1 - dd * (1 / 20))), 1 - dd * 0.5 * (1 - dd * (1 / 12))
        sin_l, cos_l = w[_SIN_L * n + i], w[_COS_L * n + i]
        sin_w, cos_w = sin_l * cos_d + cos_l * sin_d, cos_l * cos_d - sin_l * sin_d
        cos1, sin1, cos2, sin2 = w[_COS1 * n + i], w[_SIN1 * n + i], w[_COS2 * n + i], w[_SIN2 * n + i]
        # Half the chord of the auxiliary sphere is the sine of half the arc.
        u, v, s = cos1 - cos2 * cos_w, cos2 * sin_w, sin1 - sin2
        hh = 0.25 * (u * u + v * v + s * s) + 1e-40
        h = math.sqrt(hh)
        sigma = 2 * _arcsine(h, hh)
        sin_s, cos_s = 2 * h * math.sqrt(max(1 - hh, 0.0)), 1 - 2 * hh
        # sin α0 over the longitude difference: it has no trouble at a difference of 0.
        omega = lam + d
        per_omega = cos1 * cos2 * (sin_w / omega if abs(omega) > 1e-12 else 1.0) / sin_s
        sin_a = per_omega * omega
        square = max(1 - sin_a * sin_a, 0.0)
        cos_m = cos_s - 2 * sin1 * sin2 / square if square > 1e-14 else 0.0
        c = _F / 16 * square * (4 + _F * (4 - 3 * square))
        now = (1 - c) * _F * per_omega * (sigma + c * sin_s * (cos_m + c * cos_s * (2 * cos_m * cos_m - 1)))
        changing += (abs((now - excess) * lam) > CHANGE) & (w[_CAREFUL * n + i] == 0)
        w[_EXCESS * n + i] = now
        w[_SIN_W * n + i], w[_SIGMA * n + i], w[_SIN_S * n + i], w[_COS_S * n + i] = sin_w, sigma, sin_s, cos_s
        w[_ACROSS * n + i], w[_COS_M * n + i], w[_ALPHA * n + i] = cos1 * sin2 - sin1 * cos2 * cos_w, cos_m, square
    return changing


@_compiled
def _along(w):  # type: ignore[no-untyped-def]
    """Distances, with the foot moved along its piece to where the geodesic is shortest."""
    n = _ROW_OF
    for i in range(CHUNK):
        sigma, sin_s, cos_s, cos_m, alpha = (
            w[_SIGMA * n + i], w[_SIN_S * n + i], w[_COS_S * n + i], w[_COS_M * n + i], w[_ALPHA * n + i],
        )  # fmt: skip
        u = alpha * ((A * A - B * B) / (B * B))
        big_a = 1 + u * (1 / 16384) * (4096 + u * (-768 + u * (320 - 175 * u)))
        big_b = u * (1 / 1024) * (256 + u * (-128 + u * (74 - 47 * u)))
        mm = cos_m * cos_m
        inner = cos_s * (2 * mm - 1) - big_b * (1 / 6) * cos_m * (4 * sin_s * sin_s - 3) * (4 * mm - 3)
        delta = big_b * sin_s * (cos_m + big_b * 0.25 * inner)
        distance = B * big_a * (sigma - delta)
        per = 1 / sin_s
        east, north, tangent = w[_COS2 * n + i] * w[_SIN_W * n + i] * per, w[_ACROSS * n + i] * per, sin_s / cos_s
        # The piece's own direction, east and north.
        fx, fy, fz = w[_FX * n + i], w[_FY * n + i], w[_FZ * n + i]
        across = math.sqrt(fx * fx + fy * fy) + 1e-30
        cos_lam, sin_lam = fx / across, fy / across
        wide = across * (1 - E2)
        scale = 1 / math.sqrt(wide * wide + fz * fz)
        cos_phi, sin_phi = wide * scale, fz * scale
        a, b, c, length = w[_DX * n + i], w[_DY * n + i], w[_DZ * n + i], w[_LENGTH * n + i]
        to_east = -sin_lam * a + cos_lam * b
        to_north = -sin_phi * (cos_lam * a + sin_lam * b) + cos_phi * c
        is_long = length > SPECK_M
        towards = (east * to_east + north * to_north) / math.sqrt(to_east * to_east + to_north * to_north + 1e-30)
        # Napier's rule in the right triangle of point, foot and its correction along the segment.
        slope = min(max(tangent * towards, -0.1), 0.1)  # a steeper one leads past the piece's end as well
        step = R * slope * (1 - slope * slope * (1 / 3))
        t = w[_T * n + i]
        moved = min(max(t + step / (length if is_long else 1.0), 0.0), 1.0)
        # Within a kilometre the foot is right, and an arc is longer than its chord by c³/24R² to a hundredth of that.
        square = w[_SQUARE * n + i]
        is_near = square < 1e6
        stays = is_near | (not is_long)
        step = 0.0 if stays else (moved - t) * length
        bend = step * step * (1 - towards * towards) / (2 * R * tangent + 1e-30)
        near = math.sqrt(square) * (1 + square * (1 / (24 * R * R)))
        w[_DISTANCE * n + i] = near if is_near else distance - step * towards + bend
        is_careful = (abs(bend) >= 0.01) | (cos_s < 0.5)
        w[_CAREFUL * n + i] = 1.0 if is_careful else w[_CAREFUL * n + i]
        # Where the foot is, from its piece's start: less than a piece away.
        out = step / (length if is_long else 1.0)
        fx, fy, fz = fx + out * a, fy + out * b, fz + out * c
        across = math.sqrt(fx * fx + fy * fy) + 1e-30
        wide = across * (1 - E2)
        sx, sy, sz = w[_SX * n + i], w[_SY * n + i], w[_SZ * n + i]
        across0 = math.sqrt(sx * sx + sy * sy) + 1e-30
        wide0 = across0 * (1 - E2)
        turned = (sx * fy - sy * fx) / (across * across0)
        risen = (fz * wide0 - wide * sz) / math.sqrt((wide * wide + fz * fz) * (wide0 * wide0 + sz * sz))
        w[_FOOT_LON * n + i] = w[_LON * n + i] + math.degrees(turned * (1 + turned * turned * (1 / 6)))
        w[_FOOT_LAT * n + i] = w[_LAT * n + i] + math.degrees(risen * (1 + risen * risen * (1 / 6)))
