"""The length of a line at a stated detail."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import numpy as np

from geomap.border.answers import Detail
from geomap.geometry import A, B, Floats, length_of, to_earth


class Length:
    """The length of polylines at a stated detail; each detail is measured once."""

    def __init__(self, name: str, parts: Sequence[Floats], tolerance_m: float | None) -> None:
        """Of lines of shape (n, 2), degrees, drawn within ``tolerance_m`` metres, or None where nobody says."""
        self.name = name
        self.parts = parts
        self.tolerance_m = tolerance_m
        self._details: dict[float | None, Detail] = {}

    @cached_property
    def _deviations(self) -> tuple[Floats, ...]:
        return tuple(deviations(part) for part in self.parts)

    def detail(self, tolerance_m: float | None = None) -> Detail:
        """See `geomap.border.line.Border.detail`."""
        if tolerance_m in self._details:
            return self._details[tolerance_m]
        drawn = self.tolerance_m
        if tolerance_m is None or tolerance_m == drawn:
            kept = [np.full(len(part), True) for part in self.parts]
        elif tolerance_m < (drawn or 0):
            raise ValueError(f"{self.name} is drawn at {drawn:g} m; a length at {tolerance_m:g} m cannot be had from it")
        else:
            kept = [deviation >= tolerance_m for deviation in self._deviations]
        length = sum(length_of(part[keep]) for part, keep in zip(self.parts, kept, strict=True))
        self._details[tolerance_m] = Detail(
            tolerance_m=drawn if tolerance_m is None else tolerance_m,
            length_m=length,
            vertices=int(sum(keep.sum() for keep in kept)),
        )
        return self._details[tolerance_m]

    def detail_for(self, length_m: float) -> float | None:
        """See `geomap.border.line.Border.detail_for`."""
        finest = self.tolerance_m or 0.0
        steps = np.unique(np.concatenate([deviation[np.isfinite(deviation)] for deviation in self._deviations]))
        steps = np.append(finest, steps[steps > finest])
        if self.detail().length_m < length_m or self.detail(float(np.inf)).length_m > length_m:
            return None
        low, high = 0, len(steps) - 1
        while low < high:  # the last step that is at least as long
            middle = (low + high + 1) // 2
            low, high = (middle, high) if self.detail(float(steps[middle])).length_m >= length_m else (low, middle - 1)
        return float(steps[low])


def deviations(part: Floats) -> Floats:
    """For each vertex, the tolerance up to which Douglas and Peucker's method keeps it; infinite at the ends.

    All stretches of a depth are cut at once: each vertex lies in one of them.
    """
    xyz = to_earth(*part.T)
    up = np.column_stack([xyz[:, 0] / A**2, xyz[:, 1] / A**2, xyz[:, 2] / B**2])
    standing = np.zeros(len(part))
    standing[[0, -1]] = np.inf
    first, last, limit = np.array([0]), np.array([len(part) - 1]), np.array([np.inf])
    while True:
        long = last - first > 1
        first, last, limit = first[long], last[long], limit[long]
        if not len(first):
            return standing
        inside = last - first - 1
        stretch = np.repeat(np.arange(len(first)), inside)
        start = np.cumsum(inside) - inside
        vertex = np.arange(len(stretch)) - start[stretch] + first[stretch] + 1
        off = _off_line(xyz[vertex], xyz[first][stretch], xyz[last][stretch], (up[first] + up[last])[stretch])
        widest = np.maximum.reduceat(off, start)
        # The first of those that stand out most.
        most = np.flatnonzero(off == widest[stretch])
        middle = vertex[most[np.unique(stretch[most], return_index=True)[1]]]
        limit = np.minimum(limit, widest)
        standing[middle] = limit
        first, last, limit = np.append(first, middle), np.append(middle, last), np.append(limit, limit)


def _off_line(xyz: Floats, start: Floats, end: Floats, up: Floats) -> Floats:
    """How far points lie beside the lines between two others, or beyond their ends, metres: up and down do not count."""
    up = up / np.linalg.norm(up, axis=1, keepdims=True)
    along, off = (v - (v * up).sum(axis=1, keepdims=True) * up for v in (end - start, xyz - start))
    length = np.linalg.norm(along, axis=1)
    along = along / np.where(length > 0, length, 1.0)[:, None]
    beyond = (off * along).sum(axis=1)
    beyond = beyond - np.clip(beyond, 0.0, length)
    beside = np.where(length > 0, (off * np.cross(up, along)).sum(axis=1), np.linalg.norm(off, axis=1))
    return np.asarray(np.hypot(beside, np.where(length > 0, beyond, 0.0)))
