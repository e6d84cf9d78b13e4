"""Kinds of event that are told by words with others between them: "dropped ... bombs", "beat ... to death"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Final

from geomap.vocabulary.cues import cue_words
from geomap.vocabulary.lists import read_list

#: So many words may stand between two parts, none of which begins another phrase.
_GAP = (
    r"(?: (?!(?:in|at|near|from|to|by|and|or|but|after|before|when|while|who|which|that|where|of)\b)"
    r"(?:[^\s.;:,]|,(?=\d))+){0,4} "
)
#: So many of any sort.
_WIDE = r",?(?: [^\s.;]+){0,9} "
_SEVERAL = re.compile(r"\{([^{}]*)\}")


#: "<any armed side>": the words of that cue.
_CUE = re.compile(r"<([^<>]+)>")

_PARTED = re.compile(r" (\.{3,4}) ")
_WORD = re.compile(r"[\w-]+")
#: Where one of several words stands, or always the same.
_PLACE = re.compile(r"\{([^{}]*)\}|[^{}]+")
#: A word of most sentences singles out a row as well as so many others do.
_AS_MANY_AS: Final = 100


@cache
def _rows() -> Sequence[tuple[str, str]]:
    """The kind and the words of each row; "<any armed side>" stands for the words of that cue."""
    rows = read_list("apart.csv", "kind", "words")
    return tuple((row["kind"], _CUE.sub(lambda cue: "|".join(sorted(cue_words(cue[1]))), row["words"])) for row in rows)


@cache
def _telling(row: int) -> re.Pattern[str]:
    """What tells a row's kind: a group for each part. "..." stands for a few words, "...." for more of any sort."""
    return re.compile(rf"(?<![\w-]){_pattern(_rows()[row][1])}(?![\w-])")


@cache
def _needed() -> Sequence[Sequence[frozenset[str]]]:
    """The words of which each row needs one of each set: the longest of all that may stand at one place."""
    return tuple(tuple(needed for part in _PARTED.split(words)[::2] for needed in _needed_by(part)) for _, words in _rows())


def _needed_by(part: str) -> Iterator[frozenset[str]]:
    for place in _PLACE.finditer(part):
        longest = [max(_WORD.findall(one), key=len, default="") for one in (place[1] or place[0]).split("|")]
        if all(longest):
            yield frozenset(longest)


def _begins(part: str) -> Iterator[str]:
    several = _SEVERAL.match(part)
    for one in several[1].split("|") if several else [part]:
        yield from _WORD.findall(one)[:1]


@cache
def _rows_by_rare_word() -> Mapping[str, Sequence[int]]:
    """The rows by those of the words that each needs which stand in the fewest sentences."""
    found: dict[str, list[int]] = {}
    common = cue_words("in most sentences")
    for n, row in enumerate(_needed()):
        for word in min(row, key=lambda words: sum(_AS_MANY_AS if word in common else 1 for word in words)):
            found.setdefault(word, []).append(n)
    return found


@cache
def _rows_by_first_word() -> Mapping[str, Sequence[int]]:
    found: dict[str, list[int]] = {}
    for n, (_, words) in enumerate(_rows()):
        for word in _begins(_PARTED.split(words)[0]):
            found.setdefault(word, []).append(n)
    return found


def kinds_apart_in(line: str) -> Iterator[tuple[str, re.Match[str]]]:
    """The kinds that a line in small letters tells, in the list's order, each with its match: a group for each part."""
    rows, rare, needed = _rows_by_first_word(), _rows_by_rare_word(), _needed()
    words = frozenset(_WORD.findall(line))
    told = {n for word in words & rare.keys() for n in rare[word] if not any(map(words.isdisjoint, needed[n]))}
    begins = {word: both for word in words & rows.keys() if (both := told.intersection(rows[word]))} if told else {}
    found: dict[int, list[re.Match[str]]] = {}
    for word in _WORD.finditer(line) if begins else ():
        for n in begins.get(word[0], ()):
            before = found.get(n)
            if (not before or before[-1].end() <= word.start()) and (match := _telling(n).match(line, word.start())):
                found.setdefault(n, []).append(match)
    for n in sorted(found):
        for match in found[n]:
            yield _rows()[n][0], match


def kind_apart(words: str) -> str | None:
    """The kind that the parts tell where they stand one after the other, or None.

    >>> kind_apart("dropped bombs"), kind_apart("dropped hints")
    ('Air/drone strike', None)
    """
    told = _WORD.findall(words)
    rows, needed, lacks = _rows_by_first_word().get(told[0], ()) if told else (), _needed(), frozenset(told).isdisjoint
    may_be = (n for n in rows if not any(map(lacks, needed[n])))
    return next((_rows()[n][0] for n in may_be if _telling(n).fullmatch(words)), None)


def _pattern(words: str) -> str:
    parts = _PARTED.split(words)
    gaps = {"...": _GAP, "....": _WIDE}
    return "".join(gaps[part] if odd % 2 else f"({_one_of(part)})" for odd, part in enumerate(parts))


def _one_of(part: str) -> str:
    return _SEVERAL.sub(lambda several: f"(?:{several[1]})", part)
