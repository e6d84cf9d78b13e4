"""Parts of a place, its neighbours, and borders: "the south of X", "X, which borders Y", "across the border from X"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from geomap.language import DIRECTIONS
from geomap.model import Statement
from geomap.places.pieces import END, FILLING, LAND, LENGTH, LINE, NAME, SIDE, TO, WAY, WHERE, Parts, Phrases, Rule
from geomap.places.scenery import ADJECTIVES, MIDDLE, MUCH, PARTS
from geomap.vocabulary import Relation


def one(relation: Relation) -> Rule:
    """The rule of phrases that name nothing but a place or a border."""

    def rule(parts: Parts) -> Iterator[Statement]:
        yield Statement(relation=relation, of=parts["of"])

    return rule


def _part(parts: Parts) -> Iterator[Statement]:
    """In a place, on one side of it or in its middle."""
    yield Statement(relation="in", of=parts["of"])
    yield Statement(relation="part", of=parts["of"], bearing=DIRECTIONS[parts["way"]] if parts.get("way") else None)


def _countryside(parts: Parts) -> Iterator[Statement]:
    yield Statement(relation="near", of=parts["to"] if parts.get("to") else parts["of"])


def _edge_of_town(parts: Parts) -> Iterator[Statement]:
    yield Statement(relation="outskirts", of=parts["of"])
    if parts.get("way"):
        yield Statement(relation="direction", of=parts["of"], bearing=DIRECTIONS[parts["way"]])


def _both(parts: Parts) -> Iterator[Statement]:
    """Along the edge of each of two or three areas."""
    yield from (Statement(relation="along", of=parts[name]) for name in ("of", "to", "third") if parts.get(name))


def _nothing(_: Parts) -> Iterator[Statement]:
    """Words that name no place and so draw nothing by themselves."""
    yield from ()


def _names(parts: Parts) -> list[str]:
    """The names of a list; a kind that the last has for all, "A and B districts", goes with each."""
    names = [name for key in ("several", "others") if parts.get(key) for name in re.split(r",? (?:and|&) |, ", parts[key])]
    names = [re.sub("^(?:with |the |both )+", "", name).strip() for name in names]
    kind = re.search(" (district|province|county|countie|state|governorate|region)s$", names[-1])
    one = kind[1].replace("countie", "county") if kind else ""
    return [f"{name.removesuffix(kind[0])} {one}" if kind else name for name in names]


def _each(relation: Relation) -> Rule:
    """The rule of phrases that say the same of several places."""

    def rule(parts: Parts) -> Iterator[Statement]:
        yield from (Statement(relation=relation, of=name) for name in _names(parts))

    return rule


def _beside_each(parts: Parts) -> Iterator[Statement]:
    """At the edge of areas and in none of them; where more is said, in a place."""
    for name in _names(parts):
        yield Statement(relation="along", of=name)
        yield Statement(relation="outside", of=name)
    if parts.get("land"):
        yield Statement(relation="in", of=parts["land"])


def _near_outside(parts: Parts) -> Iterator[Statement]:
    yield Statement(relation="near", of=parts["of"])
    yield Statement(relation="outside", of=parts["of"])


def _opposite(parts: Parts) -> Iterator[Statement]:
    """Near a place, and in the country that lies across the border from it."""
    yield Statement(relation="near", of=parts["of"])
    yield Statement(relation="near", of=parts["land"])
    yield Statement(relation="across", of=parts["land"])


def _beside(parts: Parts) -> Iterator[Statement]:
    yield Statement(relation="near", of=parts["of"])
    yield Statement(relation="in", of=parts["land"])


def _town(parts: Parts) -> Iterator[Statement]:
    # That a town is called a border town is held against the map, not believed.
    whose = parts.get("whose", "the")
    town = parts["of"] if whose in FILLING else f"{whose} {parts['of']}"
    yield Statement(relation="in", of=town)
    yield Statement(relation="border town", of=town)


def _strip(parts: Parts) -> Iterator[Statement]:
    yield Statement(relation="along", of="border")
    yield Statement(relation="in", of=parts["land"])


def _post(parts: Parts) -> Iterator[Statement]:
    yield Statement(relation="near", of="border")
    yield Statement(relation="near", of=parts["of"])


def _crossing(parts: Parts) -> Iterator[Statement]:
    """At the border, and near the place that the crossing is named for."""
    yield Statement(relation="along", of="border")
    yield Statement(relation="near", of=parts["of"])


def _at_border(parts: Parts) -> Iterator[Statement]:
    whose = parts.get("whose")
    yield Statement(relation="near", of=f"{whose} border" if whose and whose not in FILLING else "border")


#: Words before a part that describe it: "Mali's desert north". They may make it smaller, so the whole part holds it.
_SUCH: Final = rf"(?:(?:{'|'.join(ADJECTIVES)}|\w+-\w+|\w+(?:ish|ian|ani|ese|qi)|desert|mountain|forest) )*"
#: "The Far North region" is a name, "the far northern region" a part.
_NO_NAME: Final = rf"(?!(?:far )?{SIDE} (?:region|zone)\b)"
#: Names one after the other: "Mali", "Mali and Niger", "Mali, Niger and Burkina Faso".
_WORD: Final = r"(?!(?:and|in|near|on|at|to|which|where|that|from|along|about|with)\b)[\w&'.-]+"
_ONE_NAME: Final = rf"(?:the |both )?{_WORD}(?: {_WORD})*"
_LIST: Final = rf"{_ONE_NAME}(?:(?:, {_ONE_NAME})*,? (?:and|&) (?:with )?{_ONE_NAME})?"
_SEVERAL: Final = rf"(?P<several>{_LIST})"
_TWO_OR_MORE: Final = rf"(?P<several>{_LIST.removesuffix('?')})"
_SUCH_AS: Final = f"{WHERE}|several|many|two|three|other"
_UNNAMED: Final = rf"(?:(?:in|at|from|of) )?(?:(?:{_SUCH_AS}) )+"
_STOP: Final = (
    rf"(?: (?:on|to|in) (?:the|its) {SIDE}(?:ern)?(?: (?:side|flank|edge|border))?)?"
    r"(?=,|;| *$| (?:in|near|on|at|and|but|about|from)\b)"
)
_DISTRICTS: Final = rf"(?:(?:in|at|from|of) )?(?:(?:{_SUCH_AS}) )*(?:districts?|county|counties|tehsils?)"
_LIMITS: Final = "borders?|boundar(?:y|ies)|frontiers?|limits|edges?"
_BORDERING: Final = (
    r"(?:borders(?: on| onto)?|bordering(?: on)?|(?:bordered|flanked|fringed|bounded|surrounded|ringed|hemmed in|enclosed) by|"
    r"adjoins?|adjoining|adjacent to|abuts?|abutting|touches|touching|meets|contiguous (?:with|to)|next door to|neighbou?ring|"
    rf"skirting|(?:shares?|sharing|has|having|with) (?:an?|its|their)(?: {LENGTH}(?:[- ]long)?| long| common| {SIDE}(?:ern)?)* "
    rf"(?:{_LIMITS}) with)"
)
_UNIT_OF_LAND: Final = "(?:province|district|county|state|region|tehsil|city|town)"
#: What may stand between a place and what is said of its neighbours: "the only province", "a district".
_KIND: Final = rf"(?:(?:which is |that is )?(?:the (?:only|largest|last|one)|one of the|an?|the) (?:\w+ )?{_UNIT_OF_LAND}s? )?"
_AMID: Final = rf"{_KIND}(?:which is |that is )?(?:wedged|squeezed|sandwiched|nestled|caught|tucked) (?:in )?between"
_OF_LAND: Final = "(?:provincial|district|state|county|divisional|regional|inter-?state|administrative)"
_SHARED: Final = rf"(?P<of>[^,;-]+)-(?P<to>[^,;-]+?) (?:{_OF_LAND} (?:boundary|border|line)|boundary)"
_MEET: Final = "meets?|converges?|joins?|touch(?:es)?|intersects?|come together|runs? up against|runs? into|borders?|abuts?"
_CROSSING: Final = "(?:crossing(?: point)?|border (?:post|point|gate|terminal|market)|land port)"
_TRI: Final = "(?:border|district|state|county|country|province|provincial|nation)"
_TRIPOINT: Final = (
    rf"(?:three-way junction|tri-?{_TRI}(?: area| region| zone| point)?|tri-?(?:junction|point)|triple (?:frontier|border)|"
    rf"(?:border )?triangle(?: border(?: area| region| zone)?)?|three-(?:{_TRI}|way border) (?:area|region|zone|point)|"
    "(?:junction|meeting point|confluence)(?: of the borders)?)"
)
_SPLIT: Final = "between|separating|that separates|dividing|that divides|which separates|which divides"
_NEAR: Final = (
    "near|(?:right |hard )?(?:close to|close by|next to|beside|alongside|by)|not far from|(?:in and )?around|"
    "a stone's throw (?:away )?from|an? short (?:walk|drive|ride|distance|way) "
    "(?:away )?(?:from|out of|outside)|in the (?:vicinity|surroundings) of"
)
_EDGES: Final = "outskirts|suburbs?|edges?|entrances?|approaches|periphery"

_AT_LIMITS: Final = rf"(?:on|along|at|near) the (?:{_OF_LAND} )?(?:(?:{_LIMITS}) of|(?:{_LIMITS}|line) (?:{_SPLIT}))"
SQUEEZED: Final[Phrases] = (
    (rf"{_AT_LIMITS} {_TWO_OR_MORE}{_STOP}", _each("along")),
    (rf"{_AMID} {_SEVERAL}{_STOP}", _each("borders")),
)

_IN: Final = "(?:in|at|on|from|across)"
_OF_ONE: Final = rf"(?:(?:^|(?<=, ))(?!{_IN}\b)|{_IN} )"
PARTS_OF: Final[Phrases] = (
    (rf"(?:(?:on|in|at) )?(?:(?:the|an?) )?(?:{WAY} )?(?:{_EDGES}) of {NAME}{END}", _edge_of_town),
    (rf"{_OF_ONE}{NAME}'s {_SUCH}(?:{WAY} )?(?:{_EDGES}){END}", _edge_of_town),
    (rf"(?:in|at|on|from|across|throughout|over) the {_SUCH}{WAY}(?:most)?(?: {_SUCH}(?:{PARTS}))? of {NAME}{END}", _part),
    (rf"(?<!to )the {WAY} of {NAME}{END}", _part),
    (rf"(?:(?:in|at|on|from|across) )?(?:the )?{WAY}(?:most)? {_SUCH}(?:{PARTS}) of {NAME}{END}", _part),
    (rf"(?:(?:in|at|from) )?the {_SUCH}(?:{MIDDLE}) of {NAME}{END}", _part),
    (rf"{_OF_ONE}{NAME}'s {_NO_NAME}{_SUCH}{WAY}(?:most)?(?: {_SUCH}(?:{PARTS}))?{END}", _part),
    (rf"(?:in|at|from) {NAME}'s {_SUCH}(?:{MIDDLE}){END}", _part),
    (rf"{MUCH}{NAME}{END}", one("in")),
    (rf"(?:in|around) (?:the )?(?:countryside of {NAME}|{NAME.replace('of', 'to')} countryside){END}", _countryside),
    (rf"off the (?:{SIDE}(?:ern)? )?(?:coast|shores?) of {NAME}{END}", one("near")),
)

NEIGHBOURS: Final[Phrases] = (
    (rf"(?:at |in |near )?(?:the )?{_TRIPOINT} (?:of|between|with|where) {_SEVERAL}(?: (?:{_MEET}))?{_STOP}", _each("along")),
    (
        rf"where (?:the )?(?:(?:{_LIMITS}|territories|lands) of )?{_SEVERAL} (?:all )?(?:{_MEET})\b"
        rf"(?: (?:those of )?(?P<others>{_LIST}))?{_STOP}",
        _each("along"),
    ),
    (
        rf"(?:at|in|near|on) the {NAME}-{TO}-(?P<third>[^,;-]+?) (?:triangle|{_TRIPOINT}|border area|border|frontier){END}",
        _both,
    ),
    (rf"(?:(?:at|near|in) )?the {_TRIPOINT}(?: of (?:the )?three \w+)?(?= *(?:,|;|$))", _nothing),
    (rf"(?:on|along|at|near|close to) (?:the|its) (?:borders?|frontiers?) (?:with|of) {_TWO_OR_MORE}{_STOP}", _each("along")),
    (rf"(?:on|along|at|near) the {_SHARED}{END}", _both),
    (rf"{_UNNAMED}(?:that |which )?(?:straddl(?:es?|ing)|on (?:either side|both sides) of) {_SEVERAL}{_STOP}", _each("along")),
    (
        rf"{_DISTRICTS} (?:that |which )?{_BORDERING} {_SEVERAL}{_STOP}",
        _each("near"),
    ),
    (rf"{_UNNAMED}(?:in {LAND} )?(?:that |which )?{_BORDERING} {_SEVERAL}{_STOP}", _beside_each),
    (rf"(?:(?:which|that|and|it) )?{_KIND}(?:which |that )?(?:is )?{_BORDERING} {_SEVERAL}{_STOP}", _each("borders")),
)

PLACES: Final[Phrases] = (
    (rf"(?:just )?across {LINE} (?:in|inside) {LAND}{END}", _beside),
    (rf"(?:just )?(?:over|across) {LINE} from {LAND}{END}", _opposite),
    (rf"(?:facing|opposite|across from|over from) {LAND}(?: across {LINE})?{END}", _opposite),
    (rf"(?:on (?:either side|both sides) of|straddling|astride) {LINE}{END}", one("along")),
    (rf"on the {LAND} side of {LINE}{END}", _beside),
    (rf"(?:(?:in|at) )?(?:(?P<whose>\w+) )?border (?:town|village|city|district) of {NAME}{END}", _town),
    (rf"(?:(?:in|at) )?(?:the )?border (?:area|region|zone)s? of {LAND}{END}", _strip),
    (rf"(?:at )?(?:the )?border (?:post|crossing|point) (?:of|at|near) {NAME}{END}", _post),
    (
        rf"(?:(?:in|at|near|from|via|on (?:either side|both sides) of) )?(?:the )?"
        rf"(?!(?:{WHERE}|border|in|at|near|from)\b){NAME} (?:border )?{_CROSSING}{END}",
        _crossing,
    ),
    (
        rf"(?:(?:in|at) )?(?:(?P<whose>\w+) )?border (?:town|village|post|crossing|area|region|zone|market|belt)s?{END}",
        _at_border,
    ),
    (rf"(?:just |right )?outside {NAME}{END}", _near_outside),
    (rf"(?:{_NEAR}) {NAME}{END}", one("near")),
    (rf"(?:along|on) {NAME}{END}", one("along")),
    (rf"(?:in|inside|within|at) {NAME}{END}", one("in")),
)
