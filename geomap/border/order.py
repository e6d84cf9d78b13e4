"""Points in the order of a curve that keeps neighbours together, and on the Earth: the first room of `geomap.border.kernel`.

Compiled; nothing here calls compiled code of another file, because numba's cache sees changes of the file alone.
"""

from __future__ import annotations

import math

import numpy as np
from numba import njit

from geomap.geometry import E2, A, Floats, Ints

_compiled = njit(cache=True, nogil=True, error_model="numpy", fastmath={"contract", "nsz", "arcp"})
_RADIANS = math.pi / 180


@_compiled
def ordered(lon: Floats, lat: Floats, rows: Floats) -> None:
    """Write points of shape (n,) as rows (lon, lat, number) in the order of the cells of a Z-curve over their extent.

    What belongs to a point lies together, since each row goes to another page of the memory.
    """
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
    starts = np.zeros(side * side + 1, dtype=np.int32)
    cell = np.empty(count, dtype=np.int32)
    for k in range(count):
        cell[k] = spread[int((lon[k] - west) * per_lon)] | spread[int((lat[k] - south) * per_lat)] << 1
        starts[cell[k] + 1] += 1
    for c in range(side * side):
        starts[c + 1] += starts[c]
    for k in range(count):
        to = starts[cell[k]]
        rows[to, 0], rows[to, 1], rows[to, 2] = lon[k], lat[k], k
        starts[cell[k]] = to + 1


@_compiled
def columns(answers: Floats, distance: Floats, lon: Floats, lat: Floats, segment: Ints) -> None:
    """Write answers of shape (n, 4) as distance, nearest lon and lat, and segment, shape (n,)."""
    for k in range(len(answers)):
        distance[k], lon[k], lat[k], segment[k] = answers[k, 0], answers[k, 1], answers[k, 2], int(answers[k, 3])


@_compiled
def _turned(a):  # type: ignore[no-untyped-def]
    """Sine and cosine of an angle of up to 45 degrees, in radians, by their series to below the rounding."""
    b = a * a
    sine = a * (1 - b / 6 * (1 - b / 20 * (1 - b / 42 * (1 - b / 72 * (1 - b / 110 * (1 - b / 156 * (1 - b / 210)))))))
    cosine = 1 - b / 2 * (1 - b / 12 * (1 - b / 30 * (1 - b / 56 * (1 - b / 90 * (1 - b / 132 * (1 - b / 182))))))
    return sine, cosine


@_compiled
def on_earth(rows: Floats, xyz: Floats) -> None:
    """Write the Earth-centred metres of points, rows of degrees, into ``xyz``, shape (3, at least n).

    Longitudes are turned by the nearest multiple of 90 degrees, latitudes halved, so that short series are enough.
    """
    x, y, z = xyz[0], xyz[1], xyz[2]
    for k in range(len(rows)):
        x[k], y[k] = rows[k, 0], rows[k, 1]
    for k in range(len(rows)):
        quarter = math.floor(x[k] * (1 / 90) + 0.5)
        sin_a, cos_a = _turned((x[k] - 90 * quarter) * _RADIANS)
        odd = quarter - 2 * math.floor(quarter / 2)
        sign = 1 - 2 * (math.floor(quarter / 2) - 2 * math.floor(quarter / 4))
        cos_lam = sign * (cos_a - odd * (cos_a + sin_a))
        sin_lam = sign * (sin_a + odd * (cos_a - sin_a))
        sin_a, cos_a = _turned(y[k] * (_RADIANS / 2))
        up, level = 2 * sin_a * cos_a, (cos_a - sin_a) * (cos_a + sin_a)
        n = A / math.sqrt(1 - E2 * up * up)
        x[k], y[k], z[k] = n * level * cos_lam, n * level * sin_lam, n * (1 - E2) * up
