"""Kinds of event that are told by words with others between them: "dropped ... bombs", "beat ... to death"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from geomap.vocabulary.lists import read_list

#: So many words may stand between two parts, none of which begins another phrase.
_GAP = r"(?: (?!(?:in|at|near|from|to|by|and|or|but|after|before|when|while|who|which|that|where|of)\b)[^\s.;:,]+){0,4} "
#: So many of any sort.
_WIDE = r"(?: [^\s.;]+){0,9} "
_SEVERAL = re.compile(r"\{([^{}]*)\}")


_WORD = re.compile(r"[\w-]+")


@cache
def _kinds_apart() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Each kind with what tells it: a group for each part. "..." stands for a few words, "...." for more of any sort."""
    rows = read_list("apart.csv", "kind", "words")
    return tuple((row["kind"], re.compile(rf"(?<![\w-]){_pattern(row['words'])}(?![\w-])")) for row in rows)


@cache
def _rows_by_first_word() -> Mapping[str, Sequence[int]]:
    found: dict[str, list[int]] = {}
    for n, row in enumerate(read_list("apart.csv", "kind", "words")):
        first = _SEVERAL.match(row["words"])
        for begin in first[1].split("|") if first else [row["words"]]:
            for word in _WORD.findall(begin)[:1]:
                found.setdefault(word, []).append(n)
    return found


def kinds_apart_in(line: str) -> Iterator[tuple[str, re.Match[str]]]:
    """The kinds that a line in small letters tells, in the list's order, each with its match: a group for each part."""
    rows, kinds = _rows_by_first_word(), _kinds_apart()
    found: dict[int, list[re.Match[str]]] = {}
    for word in _WORD.finditer(line):
        for n in rows.get(word[0], ()):
            before = found.get(n)
            if (not before or before[-1].end() <= word.start()) and (match := kinds[n][1].match(line, word.start())):
                found.setdefault(n, []).append(match)
    for n in sorted(found):
        for match in found[n]:
            yield kinds[n][0], match


def kind_apart(words: str) -> str | None:
    """The kind that the parts tell where they stand one after the other, or None.

    >>> kind_apart("dropped bombs"), kind_apart("dropped hints")
    ('Air/drone strike', None)
    """
    first = _WORD.match(words)
    rows, kinds = _rows_by_first_word().get(first[0], ()) if first else (), _kinds_apart()
    return next((kinds[n][0] for n in rows if kinds[n][1].fullmatch(words)), None)


def _pattern(words: str) -> str:
    parts = re.split(r" (\.{3,4}) ", words)
    gaps = {"...": _GAP, "....": _WIDE}
    return "".join(gaps[part] if odd % 2 else f"({_one_of(part)})" for odd, part in enumerate(parts))


def _one_of(part: str) -> str:
    return _SEVERAL.sub(lambda several: f"(?:{several[1]})", part)
