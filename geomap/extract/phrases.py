"""The terms of a lexicon found in a text: every field in one walk over its tokens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from geomap.extract.text import Sentence, plain_of, tokens_of

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
    """Terms by field, found at once."""

    def __init__(self, terms: Mapping[str, Mapping[str, str]]) -> None:
        """Index the terms: ``{"weapon": {"machine gun": "firearms"}}``."""
        self._root: dict[str, Any] = {}
        for field, values in terms.items():
            for term, value in values.items():
                self._add(field, term, value)

    def _add(self, field: str, term: str, value: str) -> None:
        plain = plain_of(term)
        words = [t.word for t in tokens_of(term, plain, 0, len(term)) if t.word not in _ARTICLES] or [plain]
        node = self._root
        for word in words:
            node = node.setdefault(word, {})
        node.setdefault(_END, {}).setdefault(field, value)

    def find(self, sentence: Sentence) -> list[Found]:
        """The longest term of each field at each token, in the order of the text."""
        found: list[Found] = []
        ends: dict[str, int] = {}
        words = [token.word for token in sentence.tokens]
        for first, word in enumerate(words):
            if word not in self._root:
                continue
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


def of_field(found: Iterable[Found], *fields: str) -> Iterator[Found]:
    """The terms of some fields."""
    return (one for one in found if one.field in fields)
