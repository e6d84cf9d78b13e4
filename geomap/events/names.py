"""The places and borders that a record's words name, each with where it stands.

A place's name is one that is known, the longest first, or a run of capitalised words that nobody knows. A word that a hyphen
joins to a known name, or that follows it with a capital, makes another name of it; unless a word for a road says that they are
two, or both are known and a blank parts them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Final

from geomap.border import Border
from geomap.errors import MissingError
from geomap.events.points import CAPITAL, MOST_WORDS, Places, key_of
from geomap.extract import BORDER, PLACE, Reference
from geomap.vocabulary import COUNTRIES, any_of, countries_named, countries_with_adjective, cue_words

#: The nearest of a country's borders.
ANY_BORDER: Final = "any"
#: A name of so many letters, all of them capitals, is an abbreviation.
_ABBREVIATION: Final = 3
#: Shorter names than this are no place where they are written small.
_LETTERS: Final = 5
_HYPHENS: Final = ("-", "–", "—")
_NO_NAME: Final = cue_words("no name", "no name in a note", "kind of named point")
_BEFORE_SMALL: Final = frozenset(("of", "from", "near", "de", "to", "at", "and"))
_AFTER_KIND: Final = re.compile(r"(?:town|village|city|ville|kilom[eè]tres|km) (?:of|de) $", re.IGNORECASE)
#: A word with its apostrophes, but for an article before them: "N'dele", and "Ippy" of "d'Ippy".
_WORD: Final = re.compile(r"(?:(?<![^\W_])[dlDL]['’](?=[^\W_]{3}))?(?P<word>[^\W_]+(?:['’][^\W_]+)*)")
_POST: Final = re.compile(r"(?:pk|km)\d", re.IGNORECASE)
_THEN_LENGTH: Final = re.compile(r" ?(?:km|kilom|mile|m\b)", re.IGNORECASE)
_ROAD: Final = rf"(?:{any_of('road')}|ax[ei]s?|highway|route)"
_ROAD_AFTER: Final = re.compile(rf" ?(?:[\w'-]+ )?{_ROAD}\b", re.IGNORECASE)
_ROAD_BEFORE: Final = re.compile(rf"\b{_ROAD}(?: of| from| between| de)? ?(?:\d+ ?)?(?:pk )?$", re.IGNORECASE)
_LINE: Final = r"(?:borders?|frontiers?|fronti[eè]re)"
_NO_BORDER: Final = "town|village|guard|post|polic"
_BORDERS: Final = (
    re.compile(rf"\b(?:the |its )?{_LINE} (?:with|of|to|avec (?:le |la )?)\s?(?P<name>[A-Z][\w.]+(?: [A-Z][\w.]+){{0,3}})"),
    re.compile(rf"\b(?:the )?(?:(?P<first>[A-Z]\w+)[-–—])?(?P<name>[A-Z]\w+(?: [A-Z]\w+)?) {_LINE}\b(?! (?:{_NO_BORDER}))"),
    re.compile(rf"\bthe {_LINE}\b(?! (?:{_NO_BORDER}|with|of|to))"),
)
_THE_CAPITAL: Final = re.compile(rf"\b{CAPITAL}\b(?! (?:of|city|town)\b|,? [A-Z])")


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    capital: bool


def names_in(text: str, places: Places) -> list[Reference]:
    """The places that a note names, and the borders, each with its offsets."""
    found = list(_borders_in(text, places))
    found += [Reference(*match.span(), PLACE) for match in _THE_CAPITAL.finditer(text)]
    taken = [(one.start, one.end) for one in found]
    return [*found, *(Reference(a, b, PLACE) for a, b in _names(text, places) if not any(a < d and c < b for c, d in taken))]


def _names(text: str, places: Places) -> Iterator[tuple[int, int]]:
    words = [_Word(m.start("word"), m.end("word"), m["word"][:1].isupper()) for m in _WORD.finditer(text)]
    at = 0
    while at < len(words):
        parts: list[tuple[int, int, bool]] = []  # of one run: first word, the one after the last, whether known
        while at < len(words) and (not parts or _is_joined(text, words[at - 1], words[at])):
            count = _known(text, words, at, places)
            if not count and not _is_name(text, words[at], bool(parts)):
                break
            parts.append((at, at + (count or 1), bool(count)))
            at += count or 1
        if not parts:
            at += 1
            continue
        yield from _parted(text, words, parts)


def _parted(text: str, words: list[_Word], parts: list[tuple[int, int, bool]]) -> Iterator[tuple[int, int]]:
    """The names of a run: its parts where a road joins them by hyphens, else the whole."""
    start, end = words[parts[0][0]].start, words[parts[-1][1] - 1].end
    hyphens = [n for n in range(1, len(parts)) if text[words[parts[n][0] - 1].end : words[parts[n][0]].start] in _HYPHENS]
    known = [n for n, part in enumerate(parts) if part[2]]
    road = _ROAD_AFTER.match(text, end) or _ROAD_BEFORE.search(text, max(0, start - 30), start)
    cuts = [n for n in hyphens if n in known or n - 1 in known] if road else []
    cuts += [n for n in known if n - 1 in known and n not in hyphens]  # two known names with a blank between are two
    for a, b in pairwise((0, *sorted(cuts), len(parts))):
        first, last = words[parts[a][0]].start, words[parts[b - 1][1] - 1].end
        written = text[first:last]
        if not countries_named(written) and not _is_abbreviation(written):
            yield first, last


def _known(text: str, words: list[_Word], at: int, places: Places) -> int:
    """How many words from one on are a known name; 0 where it begins none."""
    first = words[at]
    if not first.capital and (first.end - first.start < _LETTERS or not _is_small_name(text, words, at)):
        return 0
    for count in range(min(MOST_WORDS, len(words) - at), 0, -1):
        last = words[at + count - 1]
        between = (text[a.end : b.start] for a, b in zip(words[at : at + count - 1], words[at + 1 : at + count], strict=True))
        if any(sign not in (" ", *_HYPHENS) for sign in between):
            continue
        written = text[first.start : last.end]
        if count > 1 and written[-1].isdigit() and _THEN_LENGTH.match(text, last.end):
            continue  # "Marsville 3 km from" is no "Marsville 3"
        if count == 1 and (written.casefold() in _NO_NAME or _is_abbreviation(written)):
            continue
        if places.is_known(key_of(written)):
            return count
    return 0


def _is_small_name(text: str, words: list[_Word], at: int) -> bool:
    """Whether a word that is written small may be a name: after "of" or "from"."""
    return at > 0 and text[words[at - 1].start : words[at - 1].end].casefold() in _BEFORE_SMALL


def _is_abbreviation(written: str) -> bool:
    return written.isupper() and len(written) <= _ABBREVIATION


def _is_name(text: str, word: _Word, goes_on: bool) -> bool:
    written = text[word.start : word.end]
    if written.isdigit():
        return False
    named = word.capital or (not goes_on and bool(_AFTER_KIND.search(text, max(0, word.start - 20), word.start)))
    return named and written.casefold() not in _NO_NAME and not _POST.match(written)


def _is_joined(text: str, one: _Word, other: _Word) -> bool:
    """Whether a word goes on the name before it: a blank or a hyphen alone stands between."""
    return text[one.end : other.start] in (" ", *_HYPHENS)


def _borders_in(text: str, places: Places) -> Iterator[Reference]:
    """The borders of a country that a note names, by their pair, or `ANY_BORDER`."""
    found: list[tuple[int, int]] = []
    for pattern in _BORDERS:
        for match in pattern.finditer(text):
            if any(a < match.end() and match.start() < b for a, b in found):
                continue
            named = [name for group in ("name", "first") if (name := match.groupdict().get(group))]
            with_others = (border_with(places.country, name) for name in named)
            border = next(filter(None, with_others), None) if named else ANY_BORDER
            if border := border or _own_border(named, places):
                found.append(match.span())
                yield Reference(match.start(), match.end(), BORDER, border=border)


def _own_border(named: list[str], places: Places) -> str | None:
    """The border of a country that is called by its own name: the one that is asked for, else any; None for other names.

    "The Colombian border" is said in Colombia, too, where a story is of one border.
    """
    if not any(COUNTRIES[code].alpha3 == places.country for name in named for code in _countries_called(name)):
        return None
    asked = ["-".join(pair) for pair in places.pairs if places.country in pair]
    return asked[0] if len(asked) == 1 else ANY_BORDER


def _countries_called(name: str) -> list[str]:
    return [*countries_named(name), *countries_with_adjective(name)]


@cache
def border_with(alpha3: str, name: str) -> str | None:
    """The border of a country with one that is named, or its adjective; None where they share none."""
    words = name.split()
    for count in range(len(words), 0, -1):
        called = " ".join(words[:count]).rstrip(".,")
        for code in _countries_called(called):
            pair = f"{alpha3}-{COUNTRIES[code].alpha3}"
            if border_of(pair):
                return pair
    return None


@cache
def border_of(pair: str) -> Border | None:
    """The border of a pair; None where the countries share none."""
    try:
        return Border.read(pair)
    except MissingError:
        return None
