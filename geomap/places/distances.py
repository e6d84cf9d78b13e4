"""Distances, directions and roads: "about 45 km from X", "12 km west of X", "an hour's drive from X", "on the X-Y road"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from geomap.errors import DataError
from geomap.language import ABOUT, AT_LEAST, AT_MOST, DIRECTIONS, JUST_OVER, JUST_UNDER, METRES, figure, metres
from geomap.model import Statement
from geomap.places.pieces import END, HEDGE, LAND, LENGTH, LINE, NAME, NUMBER, SIDE, TO, UNIT, WAY, Parts, Phrases, Rule, says
from geomap.places.tolerances import unit_m
from geomap.vocabulary import FARTHEST_M, Compass, Relation

#: Stands for half of a way until both its ends are known.
HALFWAY: Final = -1.0


def _distance(parts: Parts) -> Iterator[Statement]:
    """So far from something: a figure, or its bounds, each with its own rounding; and the side of it.

    "Just under" a figure is about it, and at most it: below, it reaches as far as "about" does, and above no farther than the
    plain figure's rounding. "Just over" is the same the other way round.
    """
    hedge, length, written = parts["hedge"], metres(parts["length"]), parts["length"].rpartition("~")[2]
    if length is None:
        raise DataError(f"{written!r} may mean two things; write a comma before three digits, and a point before tenths")
    if not 0 < length < FARTHEST_M:
        raise DataError(f"{written!r} is no distance between two places; write more than nothing and less than 20,000 km")
    about, by_road = says(hedge, ABOUT), bool(parts.get("by") or parts.get("road"))
    unit = rounded_to(parts["length"])
    common = Statement(relation="distance", of=parts["of"], distance_m=length, about=about, by_road=by_road, rounded_to_m=unit)
    way = DIRECTIONS[parts["way"]] if parts.get("way") else None
    if parts.get("low"):
        said = parts["low"] if metres(parts["low"]) else re.sub(NUMBER, parts["low"], parts["length"])
        low = metres(said)
        # Of "10-12 km" both ends are as fine as the finer of them.
        finer = min(rounded_to(said) or unit_m(low or length), unit or unit_m(length))
        if low and length and low > length:
            low, common = length, replace(common, distance_m=low)
        ends: tuple[tuple[Relation, float | None], ...] = (("beyond", low), ("near", common.distance_m))
        bounds = [
            replace(common, relation=relation, distance_m=end, rounded_to_m=None if unit_m(end or 0.0) == finer else finer)
            for relation, end in ends
        ]
    elif not (says(hedge, AT_MOST) or says(hedge, AT_LEAST)):
        yield replace(common, relation="direction", bearing=way) if way else common
        if says(hedge, JUST_UNDER):
            yield replace(common, relation="near", about=False)
        elif says(hedge, JUST_OVER):
            yield replace(common, relation="beyond", about=False)
        return
    else:
        bounds = [replace(common, relation="near" if says(hedge, AT_MOST) else "beyond")]
    yield from bounds
    if way:
        yield _towards(parts["of"], way, max(bound.distance_m or 0.0 for bound in bounds))


#: Units that `unit_m` does not know: their figures are rounded as kilometres are.
_OTHER_UNITS: Final = sorted(
    (unit for unit in METRES if METRES[unit] not in (1.0, 1000.0, METRES["mile"])), key=len, reverse=True
)


def _towards(of: str, way: Compass, end_m: float) -> Statement:
    """On a side of a place, beside bounds of the distance: as far as these reach, or well beyond the least."""
    plain = Statement(relation="direction", of=of, bearing=way)
    return plain if end_m < _FAR_M else replace(plain, distance_m=5 * end_m, rounded_to_m=10 * end_m)


#: From this distance on, "north of" alone may not reach as far as the words do.
_FAR_M: Final = 50_000.0


def rounded_to(length: str) -> float | None:
    """The unit that a length's words say it is rounded to, metres; None where its digits in kilometres or miles tell."""
    sea = re.match(rf"({NUMBER})[ -]?({'|'.join(_OTHER_UNITS)})\b", length)
    if sea and (count := figure(sea[1])):
        return unit_m(count * 1000) / 1000 * METRES[sea[2]]
    found = re.match(rf"({NUMBER})~{NUMBER}", length)
    whole = metres(length)
    parts = found and (figure(found[1]), figure(found[0].partition("~")[2]))
    return whole * parts[0] / parts[1] if whole and parts and parts[0] and parts[1] else None


def _marker(parts: Parts) -> Iterator[Statement]:
    """At a kilometre of a road, which is counted from the place that is named first."""
    far = {**parts, "hedge": "", "length": f"1~{parts['length']} km", "road": "on the road"}
    yield from _distance(far)
    if parts.get("to"):
        yield Statement(relation="road", of=parts["of"], to=parts["to"])


#: Kilometres in an hour, the least and the greatest: on a bad road in hills and on a highway; and on foot.
_SPEEDS_KMH: Final = {"walk": (3, 6), "drive": (20, 100)}
_HOURS: Final = {"minute": 1 / 60, "hour": 1.0, "day": 8.0}
_ON_FOOT: Final = "walk|hike|march|trek|on foot"


def _ride(parts: Parts) -> Iterator[Statement]:
    """So long by car or on foot: no nearer and no farther than the slowest and the fastest come."""
    hours = (figure(parts["many"]) or 0.0) * _HOURS[parts["unit"]]
    slow, fast = (hours * kmh * 1000 for kmh in _SPEEDS_KMH["walk" if re.search(_ON_FOOT, parts["means"]) else "drive"])
    common = Statement(relation="near", of=parts["of"], by_road=True, rounded_to_m=1000.0)
    if not says(parts["hedge"], AT_MOST):
        yield replace(common, relation="beyond", distance_m=slow)
    if not says(parts["hedge"], AT_LEAST):
        yield replace(common, distance_m=fast)
    if parts.get("way"):
        yield _towards(parts["of"], DIRECTIONS[parts["way"]], fast)


def _from_on(parts: Parts) -> Iterator[Statement]:
    yield from _distance({**parts, "road": "on the road"})
    yield Statement(relation="road", of=parts["of"], to=parts["to"])


def _inside(parts: Parts) -> Iterator[Statement]:
    """So far from the border, on the side named."""
    yield from _distance(parts)
    yield Statement(relation="in", of=parts["land"])


def _distance_outside(parts: Parts) -> Iterator[Statement]:
    yield from _distance(parts)
    yield Statement(relation="outside", of=parts["of"])


def _direction(parts: Parts) -> Iterator[Statement]:
    yield Statement(relation="direction", of=parts["of"], bearing=DIRECTIONS[parts["way"]])


def _way_between(relation: Relation) -> Rule:
    """The rule of a way between two places, or of its half."""

    def rule(parts: Parts) -> Iterator[Statement]:
        half, about = HALFWAY if parts.get("half") else None, bool(parts.get("about"))
        yield Statement(relation=relation, of=parts["of"], to=parts["to"], distance_m=half, about=about)

    return rule


_FAR: Final = (
    rf"{HEDGE}(?:(?P<low>{NUMBER}(?:[ -]?{UNIT})?) ?(?:-|to|and|or) ?)?(?P<length>{LENGTH})"
    r"(?P<by> by road| by car|[ -]drive)?(?: (?:up|down|along) the (?:road|highway|track|valley))?(?: as the crow flies)?"
)
_OFF: Final = "(?:away )?(?:from|off|of|short of|before|beyond|past|behind|out of|this side of|ahead of|in from|distant from)"
_ROAD: Final = r"the (?:(?:main|coastal|mountain|national) )?(?:road|highway|way|stretch|section of (?:the )?(?:road|highway))"
_ROAD_FROM: Final = rf"(?P<of>(?!{SIDE}-)(?:(?!\b(?:on|along|the) )[^,;-])+)"
_LINKING: Final = "from|between|linking|connecting"
_HALF: Final = rf"(?:(?:(?P<about>{'|'.join(map(re.escape, ABOUT))}) )?(?P<half>half[- ]?way|midway) )?"
_MARKER: Final = r"(?:kilomet(?:re|er)|km|pk)(?: (?:post|marker|stone))?"
_TIME: Final = (
    r"(?P<many>\d+(?:\.\d+)?)[ -](?P<unit>hour|minute|day)s?(?:'s?)? "
    r"(?P<means>(?:\w+ )?(?:drive|ride|journey|trip|walk|hike|march|trek)|"
    r"by (?:road|car|bus|pickup|truck|jeep|motorbike|motorcycle|train)|on foot)"
)

DISTANCES: Final[Phrases] = (
    (rf"{_FAR} (?:away )?(?:from|of) {NAME} (?:on|along) {_ROAD} (?:to|towards?) {TO}{END}", _from_on),
    (rf"{_FAR} {_OFF} {NAME} towards? {TO}{END}", _from_on),
    (rf"{_FAR},? (?:to the )?{WAY} (?:of|from) {NAME}{END}", _distance),
    (rf"{_FAR} inside (?:the )?(?P<of>(?P<land>\w+) (?:border|frontier)){END}", _inside),
    (rf"{_FAR} (?:deep )?(?:inside|into|within) {LAND} from {LINE}{END}", _inside),
    (rf"{_FAR} (?:deep )?(?:inside|into|within) {LAND}{END}", _inside),
    (rf"(?:to the )?{WAY} of {NAME},?(?: by)? {_FAR}(?: away)?(?= *(?:,|;|$))", _distance),
    (rf"at (?:{_MARKER}) (?P<length>{NUMBER})(?: of| on| along|,)? the {_ROAD_FROM}-{TO} (?:road|highway){END}", _marker),
    (rf"at (?:{_MARKER}) (?P<length>{NUMBER})(?: of| on| along) the [^,;]+? (?:out of|from) {NAME}{END}", _marker),
    (rf"{_FAR} outside {NAME}{END}", _distance_outside),
    (rf"{_FAR} {_OFF} {NAME}{END}", _distance),
    (rf"{HEDGE}{_TIME} {_OFF} {NAME}{END}", _ride),
    (rf"{HEDGE}{_TIME} (?:to the )?{WAY} of {NAME}{END}", _ride),
    (rf"{_HALF}(?:on|along) {_ROAD} (?:(?:{_LINKING}) )?{NAME} (?:to|and|with) {TO}{END}", _way_between("road")),
    (rf"(?:(?:on|along|off) |^|(?<=, ))the {_ROAD_FROM}-{TO} (?:road|highway){END}", _way_between("road")),
)
BETWEEN: Final[Phrases] = ((rf"{_HALF}between {NAME} and {TO}{END}", _way_between("between")),)
DIRECTIONS_OFF: Final[Phrases] = ((rf"(?:just )?(?:to the )?{WAY} of {NAME}{END}", _direction),)
