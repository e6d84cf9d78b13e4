"""The terms of a lexicon found in a text: every field in one walk over its tokens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from geomap.extract.text import TOKEN, Sentence, plain_of

#: What may stand between the words of a term, and does not count.
_ARTICLES: Final = frozenset(("a", "an", "the"))
_END: Final = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A term in a text: the field that it is of, what it stands for, and its tokens in the sentence."""

    field: str
    value: str
    start: int
    end: int
    first: int  #: the number of its first token
    last: int  #: of the token after it


class Phrasebook:
    """Terms by field, found at once. Of tens of thousands, those are taken apart whose first word stands in a text."""

    def __init__(self, terms: Mapping[str, Mapping[str, str]]) -> None:
        """Index the terms: ``{"weapon": {"machine gun": "firearms"}}``."""
        self._root: dict[str, Any] = {}
        self._by_first: dict[str, list[tuple[str, str, str]]] = {}
        for field, values in terms.items():
            for term, value in values.items():
                self._by_first.setdefault(_first_word(term), []).append((field, term, value))

    def _grow(self, word: str) -> None:
        """Put the terms that begin with a word into the tree."""
        tree: dict[str, Any] = {}
        for field, term, value in self._by_first[word]:
            node = tree
            for further in _words(term)[1:]:
                node = node.setdefault(further, {})
            node.setdefault(_END, {}).setdefault(field, value)
        self._root[word] = tree  # once it is whole: another thread may read in it

    def find(self, sentence: Sentence) -> list[Found]:
        """The longest term of each field at each token, in the order of the text."""
        found: list[Found] = []
        ends: dict[str, int] = {}
        words = [token.word for token in sentence.tokens]
        for first, word in enumerate(words):
            if word not in self._by_first:
                continue
            if word not in self._root:
                self._grow(word)
            for field, (value, last) in self._longest(words, first).items():
                if ends.get(field, 0) <= first:
                    found.append(Found(field, value, sentence.tokens[first].start, sentence.tokens[last - 1].end, first, last))
                    ends[field] = last
        return found

    def _longest(self, words: list[str], first: int) -> dict[str, tuple[str, int]]:
        best: dict[str, tuple[str, int]] = {}
        node, at = self._root, first
        while at < len(words):
            word = words[at]
            if word not in node and word in _ARTICLES and at > first:
                at += 1
                continue
            if word not in node:
                break
            node, at = node[word], at + 1
            for field, value in node.get(_END, {}).items():
                best[field] = (value, at)
        return best


def _words(term: str) -> list[str]:
    plain = plain_of(term)
    return [word for word in TOKEN.findall(plain) if word not in _ARTICLES] or [plain]


def _first_word(term: str) -> str:
    first = TOKEN.search(plain_of(term))
    return first[0] if first and first[0] not in _ARTICLES else _words(term)[0]


def of_field(found: Iterable[Found], *fields: str) -> Iterator[Found]:
    """The terms of some fields."""
    return (one for one in found if one.field in fields)
