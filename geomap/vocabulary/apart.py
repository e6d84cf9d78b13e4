"""Kinds of event that are told by words with others between them: "dropped ... bombs", "beat ... to death"."""

from __future__ import annotations

import re
from functools import cache

from geomap.vocabulary.lists import read_list

#: So many words may stand between two parts, none of which begins another phrase.
_GAP = r"(?: (?!(?:in|at|near|from|to|by|and|or|but|after|before|when|while|who|which|that|where|of)\b)[^\s.;:,]+){0,4} "
#: So many of any sort.
_WIDE = r"(?: [^\s.;]+){0,9} "
_SEVERAL = re.compile(r"\{([^{}]*)\}")


@cache
def kinds_apart() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Each kind with what tells it: a group for each part. "..." stands for a few words, "...." for more of any sort."""
    rows = read_list("apart.csv", "kind", "words")
    return tuple((row["kind"], re.compile(rf"(?<![\w-]){_pattern(row['words'])}(?![\w-])")) for row in rows)


def kind_apart(words: str) -> str | None:
    """The kind that the parts tell where they stand one after the other, or None.

    >>> kind_apart("dropped bombs"), kind_apart("dropped hints")
    ('Air/drone strike', None)
    """
    return next((kind for kind, told in kinds_apart() if told.fullmatch(words)), None)


def _pattern(words: str) -> str:
    parts = re.split(r" (\.{3,4}) ", words)
    gaps = {"...": _GAP, "....": _WIDE}
    return "".join(gaps[part] if odd % 2 else f"({_one_of(part)})" for odd, part in enumerate(parts))


def _one_of(part: str) -> str:
    return _SEVERAL.sub(lambda several: f"(?:{several[1]})", part)
