"""The phrases of spatial language: each pattern with the statements that it makes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from geomap.errors import DataError
from geomap.language import ABOUT, AT_LEAST, AT_MOST, DIRECTIONS, FIGURE, JUST_OVER, JUST_UNDER, METRES, figure, metres
from geomap.model import Statement
from geomap.places.tolerances import unit_m
from geomap.vocabulary import FARTHEST_M, Relation

SCENE: Final = (
    *("a", "an", "the", "some", "small", "remote", "mountainous", "rugged", "rural", "tribal", "desert", "mountain"),
    *("village", "villages", "town", "place", "area", "areas", "region", "mountains", "hills", "outpost", "checkpoint", "camp"),
    *("security", "military", "police", "army", "post", "posts", "base", "station"),
)
FILLING: Final = {*SCENE, "and", "it", "is", "in", "at", "lies", "lie", "located", "somewhere", "which", "just", "only"}

NUMBER: Final = FIGURE
WHERE: Final = "|".join(SCENE)
UNIT: Final = rf"(?:{'|'.join(sorted(METRES, key=len, reverse=True))})\b"
#: A length; before "~" stands the unit that it is rounded to, where words and not its digits say so.
LENGTH: Final = rf"(?:{NUMBER}~)?{NUMBER}[ -]?{UNIT}"
HEDGES: Final = sorted((*ABOUT, *AT_MOST, *AT_LEAST, "just", "only", "barely", "between", "from"), key=len, reverse=True)
HEDGE: Final = rf"(?P<hedge>(?:(?:{'|'.join(map(re.escape, HEDGES))}) )*)"
_FAR: Final = (
    rf"{HEDGE}(?:(?P<low>{NUMBER}(?:[ -]?{UNIT})?) ?(?:-|to|and|or) ?)?(?P<length>{LENGTH})"
    r"(?P<by> by road| by car|[ -]drive)?"
)
_WAY: Final = rf"(?P<way>{'|'.join(DIRECTIONS)})(?:ern|wards?)?"
_NAME: Final = r"(?P<of>[^,;]+?)"
_TO: Final = r"(?P<to>[^,;]+?)"
_LAND: Final = r"(?P<land>[^,;]+?)"
_LINE: Final = r"(?P<of>[^,;]*?(?:border|frontier))"
_ROAD: Final = r"the (?:(?:main|coastal|mountain|national) )?(?:road|highway|way)"
_ROAD_FROM: Final = r"(?P<of>(?:(?!\b(?:on|along|the) )[^,;-])+)"
NEXT: Final = "|".join(
    (*("and", "but", "in", "inside", "near", "close to", "along", "on", "at", "from", "outside"), *map(re.escape, HEDGES))
)
_END: Final = rf"(?P<road> by road| by car| along the road)?(?= (?:{NEXT})\b| \d|,|;|$)"
_LINKING: Final = "from|between|linking|connecting"
_HALF: Final = rf"(?:(?:(?P<about>{'|'.join(map(re.escape, ABOUT))}) )?(?P<half>half[- ]?way|midway) )?"

Parts = Mapping[str, str]
Rule = Callable[[Parts], Iterator[Statement]]

#: Stands for half of a way until both its ends are known.
HALFWAY: Final = -1.0


def _one(relation: Relation) -> Rule:
    """The rule of phrases that name nothing but a place, a border, or two places."""

    def rule(parts: Parts) -> Iterator[Statement]:
        half, about = HALFWAY if parts.get("half") else None, bool(parts.get("about"))
        yield Statement(relation=relation, of=parts["of"], to=parts.get("to"), distance_m=half, about=about)

    return rule


def _distance(parts: Parts) -> Iterator[Statement]:
    """So far from something: a figure, or its bounds, each with its own rounding; and the side of it.

    "Just under" a figure is about it, and at most it: below, it reaches as far as "about" does, and above no farther than the
    plain figure's rounding. "Just over" is the same the other way round.
    """
    hedge, length = parts["hedge"], metres(parts["length"])
    if length is None:
        raise DataError(
            f"{parts['length']!r} may mean two things; write a comma before three digits, and a point before tenths"
        )
    if not 0 < length < FARTHEST_M:
        raise DataError(
            f"{parts['length']!r} is no distance between two places; write more than nothing and less than 20,000 km"
        )
    about, by_road = says(hedge, ABOUT), bool(parts.get("by") or parts.get("road"))
    unit = rounded_to(parts["length"])
    common = Statement(relation="distance", of=parts["of"], distance_m=length, about=about, by_road=by_road, rounded_to_m=unit)
    way = DIRECTIONS[parts["way"]] if parts.get("way") else None
    if parts.get("low"):
        low = metres(parts["low"]) or metres(re.sub(NUMBER, parts["low"], parts["length"]))
        if low and length and low > length:
            low, common = length, replace(common, distance_m=low)
        # Of "10-12 km" both ends are as fine as the finer of them.
        finer = min(unit_m(low or length), unit_m(common.distance_m or length))
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
        yield Statement(relation="direction", of=parts["of"], bearing=way)


def rounded_to(length: str) -> float | None:
    """The unit that a length's words say it is rounded to, metres; None where its digits tell."""
    found = re.match(rf"({NUMBER})~{NUMBER}", length)
    whole = metres(length)
    parts = found and (figure(found[1]), figure(found[0].partition("~")[2]))
    return whole * parts[0] / parts[1] if whole and parts and parts[0] and parts[1] else None


def says(hedge: str, words: Iterable[str]) -> bool:
    """Whether a hedge holds one of the words, and no longer one that holds it ("no more than", "just over")."""
    for longer in HEDGES:
        if longer in hedge:
            if longer in words:
                return True
            hedge = hedge.replace(longer, "")
    return False


def _from_on(parts: Parts) -> Iterator[Statement]:
    yield from _distance({**parts, "road": "on the road"})
    yield Statement(relation="road", of=parts["of"], to=parts["to"])


def _inside(parts: Parts) -> Iterator[Statement]:
    """So far from the border, on the side named."""
    yield from _distance(parts)
    yield Statement(relation="in", of=parts["land"])


def _beside(parts: Parts) -> Iterator[Statement]:
    yield Statement(relation="near", of=parts["of"])
    yield Statement(relation="in", of=parts["land"])


def _opposite(parts: Parts) -> Iterator[Statement]:
    """Near a place, and in the country that lies across the border from it."""
    yield Statement(relation="near", of=parts["of"])
    yield Statement(relation="near", of=parts["land"])
    yield Statement(relation="across", of=parts["land"])


def _direction(parts: Parts) -> Iterator[Statement]:
    yield Statement(relation="direction", of=parts["of"], bearing=DIRECTIONS[parts["way"]])


def _town(parts: Parts) -> Iterator[Statement]:
    # That a town is called a border town is checked against the map, not believed.
    whose = parts.get("whose", "the")
    yield Statement(relation="in", of=parts["of"] if whose in FILLING else f"{whose} {parts['of']}")


def _strip(parts: Parts) -> Iterator[Statement]:
    yield Statement(relation="along", of="border")
    yield Statement(relation="in", of=parts["land"])


def _post(parts: Parts) -> Iterator[Statement]:
    yield Statement(relation="near", of="border")
    yield Statement(relation="near", of=parts["of"])


def _at_border(parts: Parts) -> Iterator[Statement]:
    whose = parts.get("whose")
    yield Statement(relation="near", of=f"{whose} border" if whose and whose not in FILLING else "border")


#: The phrases, the most telling first: each pattern with the statements that it makes.
PHRASES: Final[tuple[tuple[re.Pattern[str], Rule], ...]] = tuple(
    (re.compile(rf"(?<!\w){pattern}"), rule)
    for pattern, rule in (
        (rf"{_FAR} (?:away )?(?:from|of) {_NAME} (?:on|along) {_ROAD} (?:to|towards?) {_TO}{_END}", _from_on),
        (rf"{_FAR} (?:to the )?{_WAY} (?:of|from) {_NAME}{_END}", _distance),
        (rf"{_FAR} inside (?:the )?(?P<of>(?P<land>\w+) (?:border|frontier)){_END}", _inside),
        (rf"{_FAR} (?:deep )?(?:inside|into|within) {_LAND} from {_LINE}{_END}", _inside),
        (rf"{_FAR} (?:deep )?(?:inside|into|within) {_LAND}{_END}", _inside),
        (rf"{_FAR} (?:away )?(?:from|off|of|outside) {_NAME}{_END}", _distance),
        (rf"{_HALF}(?:on|along) {_ROAD} (?:(?:{_LINKING}) )?{_NAME} (?:to|and|with) {_TO}{_END}", _one("road")),
        (rf"(?:(?:on|along) |^|(?<=, ))the {_ROAD_FROM}-{_TO} (?:road|highway){_END}", _one("road")),
        (rf"{_HALF}between {_NAME} and {_TO}{_END}", _one("between")),
        (rf"(?:just )?(?:to the )?{_WAY} of {_NAME}{_END}", _direction),
        (rf"(?:(?:on|in|at) )?(?:the )?(?:{_WAY} )?(?:outskirts|suburbs|edge) of {_NAME}{_END}", _one("outskirts")),
        (rf"(?:just )?across {_LINE} (?:in|inside) {_LAND}{_END}", _beside),
        (rf"(?:just )?across {_LINE} from {_LAND}{_END}", _opposite),
        (rf"on the {_LAND} side of {_LINE}{_END}", _beside),
        (rf"(?:(?:in|at) )?(?:(?P<whose>\w+) )?border (?:town|village|city|district) of {_NAME}{_END}", _town),
        (rf"(?:(?:in|at) )?(?:the )?border (?:area|region|zone)s? of {_LAND}{_END}", _strip),
        (rf"(?:at )?(?:the )?border (?:post|crossing|point) (?:of|at|near) {_NAME}{_END}", _post),
        (rf"(?:(?:in|at) )?(?:(?P<whose>\w+) )?border (?:town|village|post|crossing|area|region|zone)s?{_END}", _at_border),
        (rf"(?:near|close to|not far from|next to|(?:in and )?around|(?:just )?outside) {_NAME}{_END}", _one("near")),
        (rf"(?:along|on) {_NAME}{_END}", _one("along")),
        (rf"(?:in|inside|within|at) {_NAME}{_END}", _one("in")),
    )
)
