"""The place or the border that words name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, Final

from geomap.gazetteer import Gazetteer, Place, Unresolved, folded
from geomap.geometry import centroid, part_towards
from geomap.language import DIRECTIONS
from geomap.vocabulary import BEARINGS, COUNTRIES, Compass, border_names, countries_with_adjective

LINE_WORDS: Final = {"border", "frontier"}
_LINKS: Final = {*LINE_WORDS, "the", "with", "between", "and", "of", "international", *(f"{way}ern" for way in DIRECTIONS)}


def border_meant(words: str, borders: Mapping[str, str]) -> str | None:
    """The border that words mean: its id, or words of its names or for its countries, in any order."""
    if words.upper() in borders.values():
        return words.upper()
    said = set(re.findall(r"[a-z]+", words.replace("'s ", " ")))
    names = _LINKS | _words_in(borders)
    borders_called = ((border, names | _words_for(border)) for border in dict.fromkeys(borders.values()))
    return next((border for border, known in borders_called if said & LINE_WORDS and said <= known), None)


@cache
def _words_for(border: str) -> frozenset[str]:
    return frozenset(_words_in(border_names(border)))


def _words_in(names: Iterable[str]) -> set[str]:
    return {word for name in names for word in re.findall(r"[a-z]+", name.casefold())}


_COMPASS: Final = rf"(?:(?:{'|'.join(DIRECTIONS)})ern|(?:north|south)-?(?:east|west))(?:most)?"
#: "Southern X", "central X"; a plain "south X" is more often a name, as of a province or a district.
_PART: Final = re.compile(
    rf"(?:(?:far|deep|extreme) )?(?:(?P<way>{'|'.join(DIRECTIONS)})(?P<ern>ern(?:most)?)?|central|downtown) "
    r"(?:parts? of )?(?P<of>.+)"
)
#: What follows a compass word that says where in its country a place lies: "the southern city of X" is all of X.
_OF_A_KIND: Final = re.compile(r"(?:\w+ )?(?:city|town|village|port|capital|district|province|county|state|governorate) of ")


_OF_A_PROVINCE: Final = re.compile("^[^,]* (?:province|state|governorate)(?:,|$)")


def part_meant(words: str, gazetteer: Gazetteer) -> tuple[Compass | None, str] | None:
    """The side and the place, where words mean a part of a place: "southern X"; no side for its middle.

    None where they are a place's own name, or say of a whole place where in its country it lies: "the southern city of X".
    """
    bare = words.removeprefix("the ")
    found = _PART.fullmatch(bare)
    if not found or _OF_A_KIND.match(found["of"]):
        return None
    if "'s " in found["of"].partition(",")[0]:
        return None  # "eastern X's Y" is Y, in the east of X
    own = gazetteer.resolve(bare)
    if isinstance(own, Place) and folded(bare.partition(",")[0]) in map(folded, (own.name, *own.spellings)):
        return None
    place = place_meant(found["of"], gazetteer=gazetteer, country=None)
    if not isinstance(place, Place):
        return None
    if found["way"] and not found["ern"] and place.level not in ("country", "settlement"):
        return None
    if _OF_A_PROVINCE.search(found["of"]) and _lies_there(found["way"], place, gazetteer):
        return None  # "the southeastern X province" is all of X, which lies in the south-east of its country
    return (DIRECTIONS[found["way"]] if found["way"] else None), found["of"]


def _lies_there(way: str | None, place: Place, gazetteer: Gazetteer) -> bool:
    """Whether an area lies on a side of its country, so that a compass word may say no more than that; True where not known."""
    own, whole = gazetteer.areas.get(next(iter(place.area), "")), gazetteer.areas.get(place.country or "")
    if way is None or own is None or whole is None:
        return True
    side = part_towards(whole, BEARINGS[DIRECTIONS[way]], 0.6)
    return side is None or bool(side.covers(centroid(own)))


#: Other ways to say a name with what holds it, and to say a part of a place, which is taken as the whole.
_FORMS: Final = tuple(
    (re.compile(pattern), by)
    for pattern, by in (
        (r"(.+?)'s (.+)", r"\2, \1"),
        (r"(.+?) (?:area|sector|neighbou?rhood|quarter) of (.+)", r"\1, \2"),
        (r"(.+? (?:district|county|province|region)) of (.+)", r"\1, \2"),
        (r"((?:.+ )?)(?:port|port city|resort|oasis|(?:mining|garrison|border|oil|market) town) of (.+)", r"\1\2"),
        (rf"(.+, )(?:{'|'.join(DIRECTIONS)}) (.+)", r"\1\2"),
        (rf"((?:.+, )?)(?:far )?(?:{_COMPASS}|central|downtown) (?:parts? of )?(.+)", r"\1\2"),
        (r"(.+?) (?:area|sector|neighbou?rhood|territory|soil|villages|towns|districts|communities)", r"\1"),
    )
)


#: Candidates with so high a score have the very name; of the others it is only similar.
EXACT: Final = 0.9
#: So many ways to put a name are tried.
_MOST_FORMS: Final = 40


def _without_adjective(words: str, gazetteer: Gazetteer) -> Iterator[str]:
    """Words that begin with a country's adjective, put with its name: "Malian town" is "town, Mali".

    Of an adjective that several countries share, the one at home is meant; without such a one, none.
    """
    first = words.split()
    for count in range(1, min(len(first), 2) + 1):
        codes = countries_with_adjective(" ".join(first[:count]))
        codes = codes if len(codes) == 1 else tuple(code for code in codes if code in gazetteer.home)
        if len(codes) == 1:
            yield ", ".join(filter(None, (" ".join(first[count:]), COUNTRIES[codes[0]].name)))


def _forms(words: str, gazetteer: Gazetteer) -> Iterator[str]:
    """A name as it stands, then as it may be put otherwise: "Iran's southeastern province of X" is "province of X, Iran"."""
    left, seen = [words], {words}
    while left and len(seen) <= _MOST_FORMS:
        words = left.pop()
        yield words
        others = [found.expand(by) for pattern, by in _FORMS if (found := pattern.fullmatch(words))]
        others += _without_adjective(words, gazetteer)
        left += [form for form in reversed(others) if form not in seen]
        seen.update(others)


def place_meant(words: str, *, gazetteer: Gazetteer, country: str | None, within: Iterable[str] = ()) -> Place | str:
    """The place that is meant, or why none is: in the country, or anywhere, or in what is said to hold it."""
    bare = words.removeprefix("the ").replace(" & ", " and ").strip()
    contexts: list[dict[str, Any]] = [{"country": country}] * bool(country) + [{}] + [{"within": tuple(within)}] * bool(within)
    refused: list[Unresolved] = []
    for form in _forms(bare, gazetteer):
        for context in contexts:
            found = gazetteer.resolve(form, **context)
            if isinstance(found, Place):
                return found
            refused.append(found)
    why = refused[len(contexts) - 1 if within else 0]  # of the words as they stand, with all that is said to hold them
    meant = "".join(f"\n  it might be {candidate}" for candidate in why.candidates)
    codes = [candidate.place.country for candidate in why.candidates if candidate.score >= EXACT and candidate.place.country]
    advice = ""
    if codes and not country and not within and "," not in bare:
        advice = f"\n  say what holds it, as in '{bare}, {COUNTRIES[codes[0]].name}', or give --country {codes[0]}"
    return f"{bare!r} is neither a border nor one place of the gazetteer: {why.reason}{meant}{advice}"
