"""Words that tell a rule of reading what it looks at, from ``cues.csv`` and ``groups.csv``: "would" before an attack.

A row's ``term`` may have several forms, as those of `geomap.vocabulary.words` have: "{claims|claimed} responsibility". A ``*``
stands for the rest of a word: "condemn*".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import groupby
from typing import Final

from geomap.vocabulary.lists import read_list
from geomap.vocabulary.words import spelled_out

#: The last of all characters: the rest of any word comes after the words that are spelled out.
_LAST: Final = "\U0010ffff"
#: So many ways to go on are written once for all words that they follow; fewer, once for each first letter: found sooner.
_MANY: Final = 12


@cache
def _cues() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for file in ("cues.csv", "groups.csv"):
        for row in read_list(file, "cue", "term"):
            found.setdefault(row["cue"], {}).update(dict.fromkeys(spelled_out(row["term"])))
    return {cue: tuple(terms) for cue, terms in found.items()}


@cache
def cue_words(*cues: str) -> frozenset[str]:
    """The words of cues, each in every form.

    >>> "captain" in cue_words("title")
    True

    Raises:
        KeyError: there is no such cue.
    """
    return frozenset(term for cue in cues for term in _cues()[cue])


def any_of(*cues: str, rest: str = r"\w*") -> str:
    r"""The words of cues as a part of a regular expression, of two that begin alike the longer first.

    Letters that several words begin with are looked at once, so that many words cost little more than one.

    Args:
        cues: their names in ``cues.csv`` or ``groups.csv``.
        rest: what a ``*`` stands for.

    >>> any_of("auxiliary")[:24], re.findall(rf"\b{any_of('auxiliary')}\b", "it has been hashed")
    ('(?:are|be(?:en|ing)?|got', ['has', 'been'])

    Raises:
        KeyError: there is no such cue.
    """
    return one_of(cue_words(*cues), rest)


@cache
def _groups() -> Mapping[str, str]:
    rows = [row["term"] for row in read_list("groups.csv", "cue", "term") if row["cue"] == "known group"]
    return {spelled.casefold(): row for row in rows if "*" not in row for spelled in spelled_out(row)}


def group_named(name: str) -> str | None:
    """The row of ``groups.csv`` of which a name is a spelling; None where there is none. A row with a ``*`` is of many groups.

    >>> group_named("ISIS") == group_named("islamic state group") != None, group_named("Lashkar-e-Newland")
    (True, None)
    """
    return _groups().get(name.casefold())


def one_of(terms: Iterable[str], rest: str = r"\w*") -> str:
    r"""Words as one pattern: by their first letters, then what follows each; of two that begin alike the longer first.

    Args:
        terms: the words.
        rest: what a ``*`` stands for.

    >>> one_of(["men", "man", "men in uniform"])
    '(?:men\\ in\\ uniform|m(?:an|en))'
    """
    return _phrases(tuple(sorted(terms, key=lambda term: term.replace("*", _LAST))), rest)


def _phrases(terms: Sequence[str], rest: str) -> str:
    """Sorted terms by their first words: what may follow several of them alike is written once, and words alone come last."""
    after: dict[str, list[str]] = {}
    ways: dict[str, list[str]] = {"": []}
    for term in terms:
        word, space, more = term.partition(" ")
        if space:
            after.setdefault(word, []).append(more)
    first: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for word, tails in after.items():
        first.setdefault((word[:1] if len(tails) < _MANY else "", tuple(tails)), []).append(word)
    for (letter, same), words in first.items():
        ways.setdefault(letter, []).append(rf"{_letters(words, rest)}\ {_phrases(same, rest)}")
    alone = (term for term in terms if term and " " not in term)
    for letter, group in groupby(alone, key=lambda term: term[0]):
        ways.setdefault(letter, []).append(_letters(list(group), rest))
    found = _either([*ways.pop(""), *map(_either, ways.values())])
    return f"(?:{found})?" if "" in terms else found


def _either(ways: Sequence[str]) -> str:
    return ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"


def _letters(words: Sequence[str], rest: str) -> str:
    """Sorted words by their letters, those that begin with the rest of any word last."""
    if len(words) == 1:
        return rest.join(map(re.escape, words[0].split("*")))
    tails: dict[str, list[str]] = {}
    for word in words:
        tails.setdefault(word[:1], []).append(word[1:])
    ends = tails.pop("", None) is not None
    ways = [(rest if head == "*" else re.escape(head)) + _letters(tail, rest) for head, tail in tails.items()]
    if not ways:
        return ""
    return f"(?:{'|'.join(ways)}){'?' if ends else ''}" if ends or len(ways) > 1 else ways[0]
