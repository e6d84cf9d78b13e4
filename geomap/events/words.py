"""What a record's own words say of where it lies, held against its point: so far from a place, near it, on the road to another.

A statement is held against every place that its name may mean, and against the whole disc that the record's precision leaves
its point. So it fails only where no place, no point of the disc and no tolerance of `geomap.places.Tolerances` lets it hold. A
length without a word for a road may still be one along a road: that is told apart.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Final, Literal, TypeAlias

from geomap.border import land_borders
from geomap.events.names import ANY_BORDER, border_of
from geomap.events.points import REACH_M, Places, Point, key_of
from geomap.extract import Noted
from geomap.geometry import GEOD
from geomap.places import Tolerances, tolerance_m
from geomap.vocabulary import BEARINGS, COMPASS

#: Whether a statement holds; "by road" where its length is right along a road alone, and no word names one.
Verdict: TypeAlias = Literal["yes", "by road", "no", "unknown"]

#: From here on, a multiple of 100 km is rounded to that, metres.
_TO_HUNDREDS_M: Final = 200_000.0
#: A name as like as this to that of the record's own place is that place.
_OWN: Final = 0.85
#: Where the place that a name means lies farther off than this, the name is another's, unless it is well known, metres.
_NAMESAKE_M: Final = 100_000.0
#: A bearing farther off than this is neither the right wind of eight nor the one beside it, degrees.
_WRONG_DEG: Final = 67.5
USUAL: Final = Tolerances()


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A record that is looked at: its point, how far it may be from it, metres, and the name of its place if it has one."""

    lon: float
    lat: float
    radius_m: float  #: NaN where its precision has no radius
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A statement held against a record's point, with the words that it stands on; lengths in metres."""

    verdict: Verdict
    column: str
    start: int
    end: int
    relation: str = ""
    of: str = ""  #: what it counts from, as the gazetteer or the table has it
    source: str = ""  #: who has its point
    low_m: float | None = None
    high_m: float | None = None
    bearing: str = ""
    found_m: float | None = None
    tolerance_m: float | None = None  #: how far the row and what it counts from may be from their points together
    found_deg: float | None = None  #: the bearing of the record's point from there
    off_m: float = 0.0  #: by how much the length does not hold, beyond all tolerances
    off_deg: float = 0.0  #: likewise the bearing, degrees
    reason: str = ""  #: why it does not hold, or cannot be said


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A text of a record with its statements."""

    column: str
    text: str
    noted: Sequence[Noted]
    record: Record
    places: Places

    def held(self) -> Iterator[Held]:
        """Each statement held against the record's point.

        Of a list of places with a length each, the record lies at one: where one holds, the others are of other places.
        """
        found = [self._held(one) for one in self.noted]
        with_length = ((one, held) for one, held in zip(self.noted, found, strict=True) if one.low_m is not None)
        holding = {one.subject for one, held in with_length if held.verdict in ("yes", "by road")}
        for one, held in zip(self.noted, found, strict=True):
            others = holding - {one.subject, None}
            if held.verdict == "no" and one.subject and others and one.low_m is not None:
                name = self._words(one.subject)
                yield replace(held, verdict="unknown", reason=f"it is said of {name}, one of several places that are named")
            else:
                yield held

    def _held(self, one: Noted) -> Held:
        blank = Held(
            verdict="unknown",
            column=self.column,
            start=one.start,
            end=one.end,
            relation=one.relation,
            low_m=one.low_m,
            high_m=one.high_m,
            bearing=one.bearing or "",
        )
        names = [self._words(span) for span in (one.of, one.to) if span]
        if one.border:
            best = self._of_border(one, blank, names[0])
        else:
            points = [self._points(name) for name in names]
            if missing := [name for name, found in zip(names, points, strict=True) if not found]:
                return replace(blank, of=missing[0], reason=self._why_nameless())
            note = self._of_its_place(one, names)
            best = note._best(one, blank, points)
            if best.verdict == "no" and self.places.beyond:
                wider = [(*found, *self.places.abroad(name)) for name, found in zip(names, points, strict=True)]
                other = note._best(one, blank, wider)
                if other.verdict != "no":
                    beyond = f"{other.of} beyond the border ({other.source}) may be meant"
                    best = replace(best, verdict="unknown", off_m=0.0, off_deg=0.0, reason=f"{best.reason}, and {beyond}")
        if why := self._why_unknown(one, best, names):
            return replace(best, verdict="unknown", off_m=0.0, off_deg=0.0, reason=why)
        return best

    def _best(self, one: Noted, blank: Held, points: Sequence[Sequence[Point]]) -> Held:
        """A statement held against each place that its names may mean: where it holds, else where least speaks against it."""
        ways = [self._between(blank, a, b) for a in points[0] for b in points[-1]] if one.to else []
        ways = ways or [self._from(one, blank, point) for point in points[0]]
        return min(ways, key=lambda way: (_ORDER[way.verdict], way.off_m / 1000 + way.off_deg))

    def _why_nameless(self) -> str:
        """Why a name has no point."""
        where = "the countries at the border" if self.places.beyond else "its country"
        if self.places.named:
            return f"neither the gazetteer of {where} nor the table has the name"
        return f"the gazetteer of {where} does not have the name, and no column of the table is known to name places (--place)"

    def _why_unknown(self, one: Noted, best: Held, names: Sequence[str]) -> str:
        """Why nothing can be said of a statement, though it was held against the point; empty where something can."""
        if math.isnan(self.record.radius_m):
            return "the precision of its point has no radius"
        if best.verdict != "no":
            return ""
        meant = [] if one.border else [point for name in names for point in self._points(name)]
        if not all(point.exact for point in meant):
            return f"{' and '.join(names)} is not written so, but only similar"
        # Of that name there may be another, which nobody lists: far off, or on this side of the border.
        beyond = not one.border and any(self._points(name) == self.places.abroad(name) for name in names)
        far = (best.found_m or 0.0) > (one.high_m or 0.0) + _NAMESAKE_M
        if (far or beyond) and not all(point.well_known for point in meant):
            return f"{best.reason}, and another place of that name may be meant"
        return self._elsewhere(one)

    def _words(self, span: tuple[int, int]) -> str:
        return " ".join(self.text[slice(*span)].split())

    def _points(self, name: str) -> tuple[Point, ...]:
        """The places that a name may mean; where none is written so, the record's own place if that is called nearly so."""
        points, record = self.places.points(name), self.record
        if any(point.exact for point in points) or not record.place:
            return points
        own = Point(record.place, record.lon, record.lat, REACH_M, "its own row")
        return (own,) if self._is_own(name) else points

    def _is_own(self, name: str) -> bool:
        """Whether a name is that of the record's own place, or nearly so."""
        own = key_of(self.record.place)
        return bool(own) and SequenceMatcher(None, key_of(name), own, autojunk=False).ratio() >= _OWN

    def _of_its_place(self, one: Noted, names: Sequence[str]) -> Note:
        """The note as it is to be held: what is said of the record's own place is said of its point."""
        own = one.subject is not None and self._is_own(self._words(one.subject)) and not any(map(self._is_own, names))
        if not own or not self.record.radius_m > REACH_M:
            return self
        return replace(self, record=replace(self.record, radius_m=REACH_M))

    def _elsewhere(self, one: Noted) -> str:
        """Why a statement is not of the record's point: what it is said of lies elsewhere; empty where it may be of it."""
        if one.subject is None:
            return ""
        name = self._words(one.subject)
        points = self._points(name)
        if self._is_own(name) or any(self._far(point)[0] <= self._slack(point) + REACH_M for point in points):
            return ""
        if points:
            return f"it is said of {name}, which lies elsewhere"
        chained = any(one.subject in (other.of, other.to) for other in self.noted if other is not one)
        return f"it is said of {name}, which the words name as another place" if chained else ""

    def _far(self, point: Point) -> tuple[float, float]:
        """The distance of the record's point from another, metres, and its bearing, degrees."""
        bearing, _, metres = GEOD.inv(point.lon, point.lat, self.record.lon, self.record.lat)
        return float(metres), float(bearing) % 360

    def _slack(self, point: Point) -> float:
        """How far both may be from their points together, metres."""
        return point.reach_m + (0.0 if math.isnan(self.record.radius_m) else self.record.radius_m)

    def _known(self, metres: float) -> float | None:
        """A tolerance of a record's point and what it counts from together; None where its precision has no radius."""
        return None if math.isnan(self.record.radius_m) else metres

    def _from(self, one: Noted, blank: Held, point: Point) -> Held:
        """A length, a bearing or nearness from a place."""
        found_m, found_deg = self._far(point)
        slack = self._slack(point)
        far = replace(
            blank,
            of=point.name,
            source=point.source,
            found_m=found_m,
            found_deg=found_deg if found_m > REACH_M else None,
            tolerance_m=self._known(slack),
        )
        far = _with_length(far, one, slack)
        off_deg = _off_deg(one, found_m, found_deg, slack)
        if off_deg is None or far.verdict == "unknown":
            return far
        lies = f"the point lies {_compass(found_deg)} of {point.name}"
        if off_deg > 0:
            reason = f"{far.reason}, {_compass(found_deg)}" if far.verdict == "no" else lies
            return replace(far, verdict="no", off_deg=off_deg, reason=reason)
        return far if far.verdict == "no" else replace(far, verdict="unknown", reason=f"{lies}, which is the wind beside")

    def _between(self, blank: Held, a: Point, b: Point) -> Held:
        """Between two places or on their road: the way by the point is hardly longer than that between them."""
        (one, _), (other, _) = self._far(a), self._far(b)
        whole = float(GEOD.inv(a.lon, a.lat, b.lon, b.lat)[2])
        slack = max(self._slack(a), self._slack(b)) + USUAL.road_half_width_m
        off = (one + other - whole * USUAL.between) / 2 - slack
        far = replace(blank, of=f"{a.name} and {b.name}", source=f"{a.source} and {b.source}", found_m=min(one, other))
        far = replace(far, tolerance_m=self._known(slack - USUAL.road_half_width_m))
        if off <= 0:
            return replace(far, verdict="yes")
        return replace(far, verdict="no", off_m=off, reason=f"the way by the point is {_km(one + other)}, {_km(whole)} without")

    def _of_border(self, one: Noted, blank: Held, name: str) -> Held:
        """A length from a border of the record's country, or nearness to it."""
        line = land_borders(self.places.country) if one.border == ANY_BORDER else border_of(one.border or "")
        if line is None:
            return replace(blank, of=name, reason="the line of that border is not known")
        found_m = float(line.discs([self.record.lon], [self.record.lat], 0.0).distance_m[0])
        radius = 0.0 if math.isnan(self.record.radius_m) else self.record.radius_m
        far = replace(blank, of=name, source="the line of the border", found_m=found_m)
        far = replace(far, tolerance_m=self._known(radius))
        return _with_length(far, one, radius)


#: Of several places that a name may mean, that where the statement holds, then that where nothing speaks against it.
_ORDER: Final[Mapping[Verdict, int]] = {"yes": 0, "by road": 1, "unknown": 2, "no": 3}


def _with_length(far: Held, one: Noted, slack: float) -> Held:
    """What a statement's length, or the word "near", says to the distance that was found.

    "Near" without a figure holds as far as its tolerance, and is wrong where nobody would say so; between, it cannot be said.
    """
    found_m = far.found_m or 0.0
    low, high = allowed_m(one)
    near = one.relation == "near" and one.low_m is None
    straight = max(low - found_m, found_m - high) - slack
    off = found_m - USUAL.reach_m - slack if near else max(low / USUAL.detour[1] - found_m, found_m - high) - slack
    lies = f"the point lies {_km(found_m)} from {far.of}"
    if off > 0:
        return replace(far, verdict="no", off_m=off, reason=lies)
    if straight <= 0 or one.by_road:
        return replace(far, verdict="yes")
    return replace(far, reason=f"{lies}, and how far 'near' reaches is not said") if near else replace(far, verdict="by road")


def allowed_m(one: Noted) -> tuple[float, float]:
    """The least and the greatest distance in a straight line that a statement's words allow, metres, with their rounding."""
    if one.low_m is None or one.high_m is None:
        near = USUAL.near_border_m if one.border else USUAL.near_place_m
        return 0.0, near if one.relation == "near" else math.inf
    low, high = (end - sign * _rounding(end, one.about) for end, sign in ((one.low_m, 1), (one.high_m, -1)))
    return max(0.0, low), high


def _rounding(metres: float, about: bool) -> float:
    if not 0 < metres < math.inf:
        return 0.0
    to_hundreds = metres >= _TO_HUNDREDS_M and abs(metres / 100_000 - round(metres / 100_000)) < 1e-9
    return tolerance_m(metres, about=about, rounded_to_m=100_000.0 if to_hundreds else None)


def _off_deg(one: Noted, found_m: float, found_deg: float, slack: float) -> float | None:
    """By how many degrees a stated bearing is off, beyond what the disc leaves open.

    None where it holds or none is stated; 0 where it names the wind beside the right one of eight, which is loose, not wrong.
    """
    if one.bearing is None or found_m <= slack:
        return None
    disc = math.degrees(math.asin(slack / found_m))
    apart = abs((found_deg - BEARINGS[one.bearing] + 180) % 360 - 180) - disc
    own = (USUAL.cardinal_deg, USUAL.intercardinal_deg, USUAL.intercardinal_deg / 2)[len(one.bearing) - 1]
    return None if apart <= own else max(0.0, apart - _WRONG_DEG)


def _km(metres: float) -> str:
    return f"{metres / 1000:.{int(metres < 100_000)}f} km"


def _compass(degrees: float) -> str:
    """The nearest of the eight points of the compass, in words."""
    point = min((p for p in BEARINGS if len(p) < 3), key=lambda p: abs((BEARINGS[p] - degrees + 180) % 360 - 180))
    return COMPASS[point]
