"""Pairs of claims that may be one event by kind, day and place, found without a look at every pair."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from geomap.incidents.likeness import (
    APART_KM,
    BY_DAYS,
    DAYS_APART,
    FEW,
    ONE_NAME,
    SAME_ACTOR,
    SEVERAL,
    TOLD_SOON,
    TWO_NAMES,
    Told,
    kinds_alike,
)

#: The Earth's radius, km, and how far a distance on a ball may be from one on the ellipsoid, as a share.
_EARTH_KM, _SHARE = 6371.0, 0.01


def candidates(told: Sequence[Told], least: float) -> Iterator[tuple[int, int]]:
    """The numbers of every two claims of two articles for whose being one event so much may speak, and of a few more.

    A claim is held against those alone that begin before it ends, all at once, as arrays: by kind, days and place, and as if
    what else both tell were the same.

    Args:
        told: what the claims tell.
        least: how much speaks for it, by `geomap.incidents.likeness.alike`.

    Yields:
        Pairs of numbers, the smaller one first.
    """
    order = sorted(range(len(told)), key=lambda n: told[n].first)
    rows = [told[n] for n in order]
    of = _Arrays(rows)
    until = np.searchsorted(of.first, of.last + DAYS_APART, side="right")
    for at in range(len(rows)):
        beside = slice(at + 1, int(until[at]))
        for other in np.flatnonzero(of.most(at, beside) >= least):
            one, two = order[at], order[at + 1 + int(other)]
            yield min(one, two), max(one, two)


class _Arrays:
    """What claims tell, each kind of it as an array."""

    def __init__(self, rows: Sequence[Told]) -> None:
        self.first, self.last = (np.array([getattr(row, end) for row in rows], dtype=int) for end in ("first", "last"))
        self.is_dated = np.array([row.is_dated for row in rows], dtype=bool)
        self.article = np.unique(np.array([row.article for row in rows], dtype=str), return_inverse=True)[1]
        kinds = sorted({row.kind for row in rows})
        self.kind = np.array([kinds.index(row.kind) for row in rows], dtype=int)
        self.by_kinds = np.array([[_or_never(kinds_alike(a, b)[0]) for b in kinds] for a in kinds])
        self.by_days = np.array(BY_DAYS)
        self.killed, self.injured = (np.array([_most(getattr(row, of)) for row in rows]) for of in ("killed", "injured"))
        self.actor = np.array([SAME_ACTOR if row.actors else 0.0 for row in rows])
        self._place(rows)

    def _place(self, rows: Sequence[Told]) -> None:
        self.names = [row.names for row in rows]
        self.has_place = np.array([bool(row.names) for row in rows], dtype=bool)
        points = [(row.where.lon, row.where.lat) if row.names else (None, None) for row in rows]
        self.has_point = np.array([lon is not None and lat is not None for lon, lat in points], dtype=bool)
        lon, lat = np.radians(np.array([(lon or 0.0, lat or 0.0) for lon, lat in points]).reshape(-1, 2)).T
        self.on_ball = np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=-1)
        self.reach_km = np.array([row.where.reach_km for row in rows], dtype=float)
        self.with_name: dict[str, list[int]] = {}
        self.with_finest: dict[str, list[int]] = {}
        for at, names in enumerate(self.names):
            for name in dict.fromkeys(names):
                self.with_name.setdefault(name, []).append(at)
            for name in names[:1]:
                self.with_finest.setdefault(name, []).append(at)

    def most(self, at: int, beside: slice) -> Any:
        """The most that may speak for a claim and each of some others telling of one event."""
        score = self.by_kinds[self.kind[at]][self.kind[beside]] + self._by_days(at, beside) + self._by_place(at, beside)
        for tells in (self.killed, self.injured, self.actor):
            score += np.minimum(tells[beside], tells[at])
        return np.where(self.article[beside] == self.article[at], -np.inf, score)

    def _by_days(self, at: int, beside: slice) -> Any:
        apart = np.maximum(self.first[beside], self.first[at]) - np.minimum(self.last[beside], self.last[at])
        dated = self.by_days[np.clip(apart, 0, DAYS_APART)]
        return np.where(self.is_dated[beside] & self.is_dated[at], dated, np.where(apart <= 0, TOLD_SOON, 0.0))

    def _by_place(self, at: int, beside: slice) -> Any:
        """What places say at most: more where they share a name, and that they are two where they lie far apart."""
        score = np.where(self.has_place[beside] & self.has_place[at], TWO_NAMES, 0.0)
        if self.has_point[at]:
            chord = np.linalg.norm(self.on_ball[beside] - self.on_ball[at], axis=1)
            apart_km = 2 * _EARTH_KM * np.arcsin(np.minimum(1, chord / 2)) * (1 - _SHARE)
            far = apart_km > APART_KM + np.maximum(self.reach_km[beside], self.reach_km[at])
            score[far & self.has_point[beside]] = -np.inf
        for name in self.names[at]:
            self._named(score, self.with_finest.get(name, ()), beside, TWO_NAMES)
        for name in self.names[at][:1]:
            self._named(score, self.with_name[name], beside, TWO_NAMES)
            self._named(score, self.with_finest[name], beside, ONE_NAME)
        return score

    @staticmethod
    def _named(score: Any, places: Sequence[int], beside: slice, says: float) -> None:
        held = np.array(places, dtype=int)
        score[held[(held >= beside.start) & (held < beside.stop)] - beside.start] = says


def _or_never(score: float) -> float:
    return score if score >= 0 else -np.inf


def _most(counts: Sequence[Any]) -> float:
    return 0.0 if not counts else SEVERAL if any(count.low > 1 for count in counts) else FEW
