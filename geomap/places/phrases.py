"""A person's words about a place become spatial statements: "45 km from the Iranian border and 90 km from Panjgur".

A small grammar of phrases, each a pattern with what it says; what no phrase accounts for is reported, never dropped. Words that
only a map of parts could follow ("southeastern Iran") are taken as the whole, which is no finer than they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Final

from geomap.errors import DataError
from geomap.gazetteer.gazetteer import GEOD, Gazetteer, Place, Refused, folded
from geomap.language.days import METRES, SMALL, metres, number, plain
from geomap.model import LEVELS, Compass, Relation, Statement

_SLIGHTLY: Final = ("just", "slightly", "a little", "a bit")
JUST_UNDER: Final = (*(f"{slightly} {under}" for slightly in _SLIGHTLY for under in ("under", "less than")), "nearly", "almost")
JUST_OVER: Final = tuple(f"{slightly} {over}" for slightly in _SLIGHTLY for over in ("over", "more than"))
ABOUT: Final = ("about", "approximately", "around", "roughly", "circa", "ca.", *JUST_UNDER, *JUST_OVER)
AT_MOST: Final = (
    *("within", "less than", "under", "up to", "at most", "no more than", "not more than"),
    *("no farther than", "no further than"),
)
AT_LEAST: Final = ("more than", "over", "at least", "no less than", "not less than", "farther than", "further than", "beyond")
DIRECTIONS: Final[dict[str, Compass]] = {
    **{"northeast": "NE", "north-east": "NE", "southeast": "SE", "south-east": "SE"},
    **{"northwest": "NW", "north-west": "NW", "southwest": "SW", "south-west": "SW"},
    **{"north": "N", "east": "E", "south": "S", "west": "W"},
}
_SCENE: Final = (
    *("a", "an", "the", "some", "small", "remote", "mountainous", "rugged", "rural", "tribal", "desert", "mountain"),
    *("village", "villages", "town", "place", "area", "areas", "region", "mountains", "hills", "outpost", "checkpoint", "camp"),
    *("security", "military", "police", "army", "post", "posts", "base", "station"),
)
_FILLING: Final = {*_SCENE, "and", "it", "is", "in", "at", "lies", "lie", "located", "somewhere", "which", "just", "only"}

_NUMBER: Final = r"\d[\d,]*(?:\.\d+)?"
_WHERE: Final = "|".join(_SCENE)
_UNIT: Final = rf"(?:{'|'.join(sorted(METRES, key=len, reverse=True))})\b"
_LENGTH: Final = rf"{_NUMBER}[ -]?{_UNIT}"
_HEDGES: Final = sorted((*ABOUT, *AT_MOST, *AT_LEAST, "just", "only", "barely", "between", "from"), key=len, reverse=True)
_HEDGE: Final = rf"(?P<hedge>(?:(?:{'|'.join(map(re.escape, _HEDGES))}) )*)"
_FAR: Final = (
    rf"{_HEDGE}(?:(?P<low>{_NUMBER}(?:[ -]?{_UNIT})?) ?(?:-|to|and|or) ?)?(?P<length>{_LENGTH})"
    r"(?P<by> by road| by car|[ -]drive)?"
)
_WAY: Final = rf"(?P<way>{'|'.join(DIRECTIONS)})(?:ern|wards?)?"
_NAME: Final = r"(?P<of>[^,;]+?)"
_TO: Final = r"(?P<to>[^,;]+?)"
_LAND: Final = r"(?P<land>[^,;]+?)"
_LINE: Final = r"(?P<of>[^,;]*?(?:border|frontier))"
_ROAD: Final = r"the (?:(?:main|coastal|mountain|national) )?(?:road|highway|way)"
_ROAD_FROM: Final = r"(?P<of>(?:(?!\b(?:on|along|the) )[^,;-])+)"
_NEXT: Final = "|".join(
    (*("and", "but", "in", "inside", "near", "close to", "along", "on", "at", "from", "outside"), *map(re.escape, _HEDGES))
)
_END: Final = rf"(?P<road> by road| by car| along the road)?(?= (?:{_NEXT})\b| \d|,|;|$)"
_LINKING: Final = "from|between|linking|connecting"
_HALF: Final = rf"(?:(?:(?P<about>{'|'.join(map(re.escape, ABOUT))}) )?(?P<half>half[- ]?way|midway) )?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """What words say of a place: what holds it, finest first, and how it lies to other places and the border.

    ``places`` are those that the words name.
    """

    within: tuple[str, ...]
    statements: tuple[Statement, ...]
    places: tuple[Place, ...]


#: Half the way around the Earth: nothing is farther.
FARTHEST_M: Final = 20_000_000.0

Parts = Mapping[str, str]
Rule = Callable[[Parts], Iterator[Statement]]

_FROM: Final = ("distance", "near", "beyond")
#: Stands for half of a way until both its ends are known.
_HALFWAY: Final = -1.0


def _one(relation: Relation) -> Rule:
    """The rule of phrases that name nothing but a place, a border, or two places."""

    def rule(parts: Parts) -> Iterator[Statement]:
        half, about = _HALFWAY if parts.get("half") else None, bool(parts.get("about"))
        yield Statement(relation=relation, of=parts["of"], to=parts.get("to"), distance_m=half, about=about)

    return rule


def _distance(parts: Parts) -> Iterator[Statement]:
    """So far from something: a figure, or its bounds, each with its own rounding; and the side of it.

    "Just under" a figure is about it, and at most it: below, it reaches as far as "about" does, and above no farther than the
    plain figure's rounding. "Just over" is the same the other way round.
    """
    hedge, length = parts["hedge"], metres(parts["length"])
    if not length or not length < FARTHEST_M:
        raise DataError(
            f"{parts['length']!r} is no distance between two places; write more than nothing and less than 20,000 km"
        )
    about, by_road = _says(hedge, ABOUT), bool(parts.get("by") or parts.get("road"))
    common = Statement(relation="distance", of=parts["of"], distance_m=length, about=about, by_road=by_road)
    way = DIRECTIONS[parts["way"]] if parts.get("way") else None
    if parts.get("low"):
        low = metres(parts["low"]) or metres(re.sub(_NUMBER, parts["low"], parts["length"]))
        if low and length and low > length:
            low, common = length, replace(common, distance_m=low)
        bounds = [replace(common, relation="beyond", distance_m=low), replace(common, relation="near")]
    elif not (_says(hedge, AT_MOST) or _says(hedge, AT_LEAST)):
        yield replace(common, relation="direction", bearing=way) if way else common
        if _says(hedge, JUST_UNDER):
            yield replace(common, relation="near", about=False)
        elif _says(hedge, JUST_OVER):
            yield replace(common, relation="beyond", about=False)
        return
    else:
        bounds = [replace(common, relation="near" if _says(hedge, AT_MOST) else "beyond")]
    yield from bounds
    if way:
        yield Statement(relation="direction", of=parts["of"], bearing=way)


def _says(hedge: str, words: Iterable[str]) -> bool:
    """Whether a hedge holds one of the words, and no longer one that holds it ("no more than", "just over")."""
    for longer in _HEDGES:
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
    yield Statement(relation="in", of=parts["of"] if whose in _FILLING else f"{whose} {parts['of']}")


def _strip(parts: Parts) -> Iterator[Statement]:
    yield Statement(relation="along", of="border")
    yield Statement(relation="in", of=parts["land"])


def _post(parts: Parts) -> Iterator[Statement]:
    yield Statement(relation="near", of="border")
    yield Statement(relation="near", of=parts["of"])


def _at_border(parts: Parts) -> Iterator[Statement]:
    whose = parts.get("whose")
    yield Statement(relation="near", of=f"{whose} border" if whose and whose not in _FILLING else "border")


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
_NEAREST: Final = re.compile(r"the nearest (?:town|city|settlement),? (?P<of>.+)")
_ASIDE: Final = re.compile(r"\s*an? (?:\w+ )?(?:town|village|city)\b")
_SMALL: Final = "|".join(sorted({*SMALL, "hundred", "thousand"} - {"no", "none"}, key=len, reverse=True))


def parse(text: str, gazetteer: Gazetteer, borders: Mapping[str, str], *, country: str | None = None) -> Phrase:
    """The statements that words make.

    A name after a comma says what holds the one before it; a name alone is where the place is.

    Args:
        text: in English: "about 45 km from the Iranian border and 90 km from the nearest town, Panjgur".
        gazetteer: where the names are looked up.
        borders: the border meant by each way to name one, in small letters: {"iranian border": "IRN-PAK"}; other ways to put
            the same words are understood, too.
        country: an ISO 3166-1 alpha-2 code: places are looked for in it, or nearby if it has none of the name.

    Raises:
        DataError: words that no phrase accounts for, or names that nothing is known of; one line each.
    """
    meant = partial(_place, gazetteer=gazetteer, country=country)
    found, rest = _read(_written(text, gazetteer, borders))
    found, left = _bare_names(found, rest, lambda words: isinstance(meant(words), Place) and not _border(words, borders))
    problems = [f"not understood: {' '.join(left)!r}; say it as in 'geomap locate --help'"] if left else []
    if not found and not left:
        problems.append("nothing is said about where; name a distance, a place or an area")
    places: dict[str, Place] = {}

    def name(words: str, holders: Iterable[str]) -> str:
        place = meant(words, within=holders)
        if isinstance(place, Place):
            places[place.name] = place
            return place.name
        line = next(iter(borders.values()))
        if _border(words, borders):
            place = f"{words!r} is a border: 'between' and 'on the road' need two places; say how far from the border"
        elif _LINE_WORDS & set(words.split()):
            place = f"{words!r} is not {line}; name another border with --border"
        problems.append(place)
        return words

    def across(words: str) -> str | None:
        """The border meant by a country's name: "40 km from Russia" is so far from its border."""
        place = meant(words)
        return _border(f"{words} border", borders) if isinstance(place, Place) and place.level == "country" else None

    def facing(words: str) -> str:
        """The country across the border from a place, where the gazetteer keeps both countries."""
        here = places.get(name(words, ()))
        sides = [p for p in gazetteer.places.values() if p.level == "country" and _border(f"{plain(p.name)} border", borders)]
        others = [side for side in sides if here and side.country != here.country]
        if len(sides) != len({"here", "there"}) or len(others) != 1:
            problems.append(f"which country lies across the border from {words!r} is not known; name it, as in 'in COUNTRY'")
            return words
        places[others[0].name] = others[0]
        return others[0].name

    known: list[Statement] = []
    # What holds the place comes first: it may say which of its namesakes another place is.
    for _, _, s in sorted(found, key=lambda f: (f[2].relation != "in", f[0])):
        if s.relation == "across":
            known.append(replace(s, relation="in", of=facing(s.of)))
            continue
        if not s.to and (border := _border(s.of, borders) or (s.relation in _FROM and across(s.of))):
            known.append(replace(s, of=border, relation="along" if s.relation == "in" else s.relation))
            if s.relation == "direction":
                so = f"{s.distance_m / 1000:g} km inside" if s.distance_m else f"near {s.of} in"
                problems.append(f"nothing can be drawn for a side of {s.of!r} by the compass; name its country: '{so} COUNTRY'")
            continue
        holders = [k.of for k in known if k.relation == "in"] if s.relation != "in" else []
        known.append(replace(s, of=name(s.of, holders), to=name(s.to, holders) if s.to else None))
    if problems:
        raise DataError("\n".join(dict.fromkeys(problems)))
    return Phrase(
        within=tuple(sorted((s.of for s in known if s.relation == "in"), key=lambda n: LEVELS.index(places[n].level))),
        statements=tuple(_halved(s, places) for s in known if s.relation != "in"),
        places=tuple(places.values()),
    )


Found = tuple[int, int, Statement]  # where its words begin and end, and what they say


def _read(rest: str) -> tuple[list[Found], str]:
    """The statements of all phrases, and the words with those read blanked: positions stay and nothing is read twice."""
    found: list[Found] = []
    for pattern, rule in PHRASES:
        while match := pattern.search(rest):
            # A phrase that names no border means the one in question.
            parts = {"of": "border", **{key: words for key, words in match.groupdict().items() if words is not None}}
            nearest = _NEAREST.fullmatch(parts["of"])
            parts["of"] = nearest["of"] if nearest else parts["of"]
            made = [*rule(parts), *([Statement(relation="nearest", of=parts["of"])] if nearest else [])]
            found += [(match.start(), match.end(), statement) for statement in made]
            rest = rest[: match.start()] + " " * (match.end() - match.start()) + rest[match.end() :]
    return found, rest


def _bare_names(found: list[Found], rest: str, is_place: Callable[[str], bool]) -> tuple[list[Found], list[str]]:
    """The statements with the names that stand alone between commas: each says what holds the one before it, or where it is.

    The second value is the words that are left: no filling and no names.
    """
    left: list[str] = []
    for chunk in re.finditer(r"[^,;]+", rest):
        before = max((end for _, end, _ in found if end <= chunk.start()), default=0)
        owners = [s for _, end, s in found if end == before and not rest[before : chunk.start()].strip(" ,")]
        if (aside := _ASIDE.match(chunk[0])) and any(is_place(s.to or s.of) for s in owners):
            left.append(aside[0].strip())  # what follows is said of the place before it
            continue
        words = [word for word in chunk[0].split() if word not in _FILLING]
        if not words:
            continue
        bare = chunk[0].strip().removeprefix("the ")
        if owners and all(is_place(f"{s.to or s.of}, {bare}") for s in owners):
            held = [replace(s, to=f"{s.to}, {bare}") if s.to else replace(s, of=f"{s.of}, {bare}") for s in owners]
            start = min(start for start, _, s in found if s in owners)
            found = [f for f in found if f[2] not in owners] + [(start, chunk.end(), s) for s in held]
        elif is_place(bare) and not any(is_place(s.to or s.of) for s in owners):
            found = [*found, (chunk.start(), chunk.end(), Statement(relation="in", of=bare))]
        else:
            left += words
    return found, left


def _halved(statement: Statement, places: Mapping[str, Place]) -> Statement:
    """A statement with half of its way as a distance, where it says so and the way is known."""
    if statement.distance_m != _HALFWAY:
        return statement
    one, other = places[statement.of], places[statement.to or ""]
    ends = (one.lon, one.lat, other.lon, other.lat)
    return replace(statement, distance_m=None if None in ends else GEOD.inv(*ends)[2] / 2)


# ---- the words, written as the phrases have them -----------------------------------------------------------------------------

_CAPITAL: Final = "(?:(?:provincial|regional|district|national) )?capital(?: city)?"
#: A title before or after a name, which says more. "The provincial capital of" another place does not name it.
_TITLE: Final = re.compile(rf"\bthe {_CAPITAL},? (?=[a-z])(?!(?:of|{_NEXT})\b)|, the {_CAPITAL}(?=[,;]|$)")

#: How far the second of two lengths, "45 km (28 miles)", may be from the first and still be the same, as a share of it.
_SAME: Final = 0.15


def _written(text: str, gazetteer: Gazetteer, borders: Mapping[str, str]) -> str:
    """A person's words with figures in digits, without a length's second unit, and with "&" in names that hold an "and"."""
    rest = re.sub(r"the nearest (town|city|settlement), ", r"the nearest \1 ", plain(text).rstrip("."))
    rest = re.sub(rf"(?:within )?an? ({_LENGTH}) radius (?:of|from|around)", r"within \1 of", rest)
    rest = re.sub(rf"(?:within )?a radius of ({_LENGTH}) (?:of|from|around)", r"within \1 of", rest)
    rest = _TITLE.sub("", rest)
    rest = re.sub(r"\bat a distance of |\bthe (?:cities|towns|villages) of ", "", rest)
    rest = re.sub(rf"{_HEDGE}\b(?P<dozens>half a|a|{_SMALL}|\d+) dozen[ -](?={_UNIT})", _in_dozens, rest)
    rest = re.sub(rf"\bhalf an? (?={_UNIT})", "0.5 ", rest)
    rest = re.sub(rf"\ban? (?={_UNIT})", "1 ", rest)
    small = rf"\b(?:a )?(?:{_SMALL})(?:[ -](?:{_SMALL}))*"
    for before in (rf"[ -](?={_UNIT})", rf" (?=(?:to|and|or) {_NUMBER}[ -]?{_UNIT})"):
        rest = re.sub(rf"{small}{before}", lambda found: f"{number(found[0])} ", rest)
    rest = re.sub(r"\bsome (?=\d)", "about ", rest)  # elsewhere it is no more than filling: "some hills"
    rest = re.sub(rf"({_LENGTH}) \(({_HEDGE}(?:{_NUMBER}(?: to |-))?({_LENGTH}))\)", _without_second_unit, rest)
    for pair in (r"\b(\w+) and (\w+) (?:border|frontier)\b", r"\b(?:border|frontier) between (\w+) and (\w+)"):
        rest = re.sub(pair, lambda f: f"{f[1]}-{f[2]} border" if _border(f"{f[1]} {f[2]} border", borders) else f[0], rest)
    rest = re.sub(rf"\b(in|at|on) (?:(?:{_WHERE}) )*(?:area|part|mountain|hill|desert)s? of ", r"\1 ", rest)
    rest = re.sub(rf"\b(?:in|at|on|from)(?: (?:{_WHERE}))+(?= (?:{_NEXT})\b| \d|,|;|$)", "", rest)
    for words in sorted(_with_and(gazetteer), key=len, reverse=True):
        rest = rest.replace(words, words.replace(" and ", " & "))
    return rest


def _in_dozens(found: re.Match[str]) -> str:
    """Dozens in figures: as coarse as any figure, half of its unit (a dozen or half of one) each way; for a bound, one end."""
    dozens = {"half a": 0.5, "a": 1}.get(found["dozens"]) or number(found["dozens"]) or 0
    low, high = (f"{12 * dozens + off * min(1, dozens):g}" for off in (-6, 6))
    hedge = found["hedge"]
    return f"{hedge}{high if _says(hedge, AT_MOST) else low if _says(hedge, AT_LEAST) else f'{low} to {high}'} "


def _without_second_unit(found: re.Match[str]) -> str:
    first, second = metres(found[1]) or 0.0, metres(found[found.re.groups]) or 0.0
    return found[1] if abs(first - second) <= _SAME * first else found[0]


def _with_and(gazetteer: Gazetteer) -> set[str]:
    """Names that hold an "and", which otherwise parts one phrase from the next."""
    names = (plain(name) for place in gazetteer.places.values() for name in (place.name, *place.spellings))
    return {name for name in names if " and " in name}


_LINE_WORDS: Final = {"border", "frontier"}
_LINKS: Final = {*_LINE_WORDS, "the", "with", "between", "and", "of", "international", *(f"{way}ern" for way in DIRECTIONS)}


def _border(words: str, borders: Mapping[str, str]) -> str | None:
    """The border that words mean: its id, or words of its names or for its countries, in any order."""
    if words.upper() in borders.values():
        return words.upper()
    said = set(re.findall(r"[a-z]+", words.replace("'s ", " ")))
    names = {word for name in borders for word in re.findall(r"[a-z]+", name)}
    for border in dict.fromkeys(borders.values()):
        codes = [code.casefold() for code in border.split("-") if re.fullmatch("[A-Z]{3}", code)]
        if said & _LINE_WORDS and all(w in names | _LINKS or any(_coded(w, code) for code in codes) for w in said):
            return border
    return None


def _coded(word: str, code: str) -> bool:
    """Whether a word may be for the country of an ISO 3166-1 alpha-3 code: its letters are in it, in order; or "US"."""
    return word == code[:2] or bool(re.match(".*".join(code), word))


#: What an adjective adds to a country's name, less a few of its letters.
_ENDINGS: Final = ("", "n", "an", "ian", "i", "ish", "ese")


def _nation_of(word: str, country: str) -> bool:
    """Whether a word is the adjective of a country's name: Afghan, Iraqi, Turkish, Ukrainian."""
    stems = [word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending)]
    return any(len(s) >= len("Mal") and country.startswith(s) and len(country) - len(s) <= len("istan") for s in stems)


_COMPASS: Final = rf"(?:(?:{'|'.join(DIRECTIONS)})ern|(?:north|south)-?(?:east|west))(?:most)?"
#: Other ways to say a name with what holds it, and to say a part of a place, which is taken as the whole.
_FORMS: Final = tuple(
    (re.compile(pattern), by)
    for pattern, by in (
        (r"(.+?)'s (.+)", r"\2, \1"),
        (r"(.+?) (?:area|sector|neighbou?rhood|quarter) of (.+)", r"\1, \2"),
        (r"(.+? (?:district|county|province|region)) of (.+)", r"\1, \2"),
        (rf"((?:.+, )?)(?:far )?{_COMPASS} (?:parts? of )?(.+)", r"\1\2"),
        (r"(.+?) (?:area|sector|neighbou?rhood)", r"\1"),
    )
)


def _forms(words: str, gazetteer: Gazetteer) -> Iterator[str]:
    """A name as it stands, then as it may be put otherwise: "Iran's southeastern province of X" is "province of X, Iran"."""
    yield words
    for pattern, by in _FORMS:
        if found := pattern.fullmatch(words):
            yield from _forms(found.expand(by), gazetteer)
    nation, _, rest = words.partition(" ")
    names = {p.name for p in gazetteer.places.values() if p.level == "country"}
    names |= {row["name"] for row in gazetteer.extract or () if row["level"] == "country"}
    of = [name for name in names if _nation_of(nation, folded(name)) and folded(name) != nation]
    if len(of) == 1:
        yield from _forms(f"{rest}, {of[0]}" if rest else of[0], gazetteer)


def _place(words: str, *, gazetteer: Gazetteer, country: str | None, within: Iterable[str] = ()) -> Place | str:
    """The place that is meant, or why none is: in the country, or anywhere, or in what is said to hold it."""
    bare = words.removeprefix("the ").replace(" & ", " and ").strip()
    contexts: list[dict[str, Any]] = [{"country": country}] * bool(country) + [{}] + [{"within": tuple(within)}] * bool(within)
    first: Refused | None = None
    for form in _forms(bare, gazetteer):
        for context in contexts:
            found = gazetteer.resolve(form, **context)
            if isinstance(found, Place):
                return found
            first = first or found
    assert first
    meant = "".join(f"\n  it might be {candidate}" for candidate in first.candidates)
    return f"{bare!r} is neither a border nor one place of the gazetteer: {first.reason}{meant}"
