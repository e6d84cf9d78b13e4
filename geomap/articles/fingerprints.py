"""Fingerprints: the words of a span found again in another copy of its text, by their hash alone.

A file of ``articles/`` holds no text. So that a copy which differs elsewhere can be held against it, a span may also have a
hash of its words, how often the same words stand before it, and how often in the whole text. Words are found by these where
they stand letter by letter; nothing is found by likeness.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Literal, NamedTuple

from geomap.language import cuts_word, plain_words
from geomap.model import Span

#: What became of words in another copy of their text.
State = Literal["stands where it stood", "stands elsewhere", "gone", "ambiguous", "no fingerprint"]


class Standing(NamedTuple):
    """What became of a span's words, and where they stand now: once, nowhere, or wherever they may be meant."""

    state: State
    spans: tuple[Span, ...] = ()  #: with the fingerprints that they have in the copy


class _Words(NamedTuple):
    """Words of a text: their place and length, where each run of white space is one character."""

    at: int
    length: int

    @property
    def end(self) -> int:
        return self.at + self.length


@dataclass(frozen=True)
class _Copy:
    """A text, where whole words are found whatever the white space between them: 4 stands neither in 14 nor in 4,000."""

    text: str

    @cached_property
    def plain(self) -> str:
        return plain_words(self.text)

    @cached_property
    def _parts(self) -> tuple[list[int], list[int]]:
        """Where the parts between white space begin, in the text and in its plain words."""
        spans = [found.span() for found in re.finditer(r"\S+", self.text)]
        return [start for start, _ in spans], [0, *accumulate(end - start + 1 for start, end in spans)]

    def in_text(self, at: int) -> int:
        """The offset in the text of a character of its plain words."""
        starts, plain = self._parts
        part = bisect_right(plain, at) - 1
        return starts[part] + at - plain[part]

    def span(self, words: _Words) -> Span:
        return Span(self.in_text(words.at), self.in_text(words.end - 1) + 1)

    def words_of(self, start: int, end: int) -> str | None:
        """The plain words between two offsets, or None where these do not hold whole words."""
        words = self.text[start:end]
        cut = cuts_word(self.text, start) or cuts_word(self.text, end)
        return None if cut or end > len(self.text) or words != words.strip() else plain_words(words)

    def places(self, words: str) -> Iterator[tuple[int, int]]:
        """The offsets of every place of plain words, in their order."""
        plain, length = self.plain, len(words)
        begins, ends = words[0].isalnum(), words[-1].isalnum()
        at = plain.find(words)
        while at >= 0:
            # Most places of a short word are inside others, which two letters tell.
            inside = (begins and at and plain[at - 1].isalnum()) or (ends and plain[at + length : at + length + 1].isalnum())
            if not inside:
                start, end = self.in_text(at), self.in_text(at + length - 1) + 1
                if self.words_of(start, end) == words:
                    yield start, end
            at = plain.find(words, at + 1)

    @cached_property
    def _bounds(self) -> tuple[list[int], frozenset[int]]:
        """Where in the plain words whole words may begin, and where they may end."""
        starts, ends = [], []
        for start, plain, next_plain in zip(self._parts[0], self._parts[1], self._parts[1][1:], strict=False):
            whole = [n for n in range(next_plain - plain) if not cuts_word(self.text, start + n)]
            starts += [plain + n for n in whole if n < next_plain - plain - 1]
            ends += [plain + n for n in whole if n > 0]
        return starts, frozenset(ends)

    def places_by_hash(self, wanted: Mapping[str, int]) -> dict[str, list[_Words]]:
        """Every place of words that are known by their hashes alone, in their order.

        Args:
            wanted: for each hash the most characters that its words may have.
        """
        starts, ends = self._bounds
        found: dict[str, list[_Words]] = {}
        for length in range(max(wanted.values(), default=0), 0, -1):
            sought = {one for one, most in wanted.items() if length <= most and one not in found}
            for at in starts if sought else ():
                if at + length in ends and (one := hash_of(self.plain[at : at + length])) in sought:
                    found.setdefault(one, []).append(_Words(at, length))
        return found


def hash_of(words: str) -> str:
    """The first 16 hexadecimal digits of the sha256 of plain words."""
    return hashlib.sha256(words.encode()).hexdigest()[:16]


def fingerprinted(spans: Iterable[Span], text: str) -> list[Span]:
    """Spans with the fingerprints of their words in their text; one that does not hold whole words has none.

    >>> [span] = fingerprinted([Span(22, 26)], "four men; 4 women and four\\nchildren")
    >>> (span.nth, span.times)
    (1, 2)
    """
    copy = _Copy(text)
    marks: dict[str, tuple[str, dict[tuple[int, int], int]]] = {}
    found = []
    for span in spans:
        if (words := copy.words_of(span.start, span.end)) is None:
            found.append(Span(span.start, span.end))
            continue
        if words not in marks:
            marks[words] = hash_of(words), {place: nth for nth, place in enumerate(copy.places(words))}
        mark, places = marks[words]
        found.append(Span(span.start, span.end, mark, places[span.start, span.end], len(places)))
    return found


def _marked(places: Collection[Span], words: str) -> list[Span]:
    """The places of the same words with their fingerprints."""
    return [Span(span.start, span.end, words, nth, len(places)) for nth, span in enumerate(places)]


def standings(spans: Iterable[Span], text: str) -> dict[Span, Standing]:
    """What became of the words of spans in another copy of their text.

    Words inside longer words that stood once and stand once are where they are in these. Other words are the ones that they
    were by their number among the rest, if the text holds them as often as before; otherwise it is open which were meant.

    Args:
        spans: of one article, with their fingerprints.
        text: the copy.
    """
    copy = _Copy(text)
    known = {span: span for span in sorted(spans, key=lambda span: span.words is not None)}.values()
    longest: dict[str, int] = {}
    for span in known:
        if span.words:
            longest[span.words] = max(span.end - span.start, longest.get(span.words, 0))
    places = copy.places_by_hash(longest)
    fixed = _fixed(known, places)
    now = {words: _marked([copy.span(place) for place in found], words) for words, found in places.items()}
    return {span: _standing(span, now.get(span.words or "", []), fixed.get(span.words or "", {})) for span in known}


def _standing(span: Span, now: list[Span], fixed: Mapping[int, int]) -> Standing:
    """What became of a span, whose words stand at several places now; of some it is fixed which they were."""
    if span.nth is None or span.times is None:
        return Standing("no fingerprint")
    if not now:
        return Standing("gone")
    before = [nth for nth in range(span.times) if nth not in fixed]
    after = [nth for nth in range(len(now)) if nth not in fixed.values()]
    if span.nth in fixed:
        there = now[fixed[span.nth]]
    elif len(before) == len(after):
        there = now[after[before.index(span.nth)]]
    else:
        return Standing("ambiguous", tuple(now))
    return Standing("stands where it stood" if there == span else "stands elsewhere", (there,))


def _fixed(known: Collection[Span], places: Mapping[str, Sequence[_Words]]) -> dict[str, dict[int, int]]:
    """Which place the words inside longer words that stood once and stand once have now: by hash, by former number."""
    certain: list[tuple[Span, _Words]] = []
    fixed: dict[str, dict[int, int]] = {}
    for span in sorted(known, key=lambda span: span.start - span.end):  # the longest first
        if span.words is None or span.nth is None:
            continue
        found = places.get(span.words, [])
        if span.times == len(found) == 1:
            certain.append((span, found[0]))
        for nth in _places_inside(span, certain, found):
            fixed.setdefault(span.words, {})[span.nth] = nth
    return fixed


def _places_inside(span: Span, certain: Iterable[tuple[Span, _Words]], places: Sequence[_Words]) -> Iterator[int]:
    """Which of the places of a span's words is the one inside longer words that stand once, by each of these that tells.

    How much white space the longer words had before the span is known only within what they had in all.
    """
    for around, there in certain:
        if around.start <= span.start and span.end <= around.end:
            farthest = there.at + span.start - around.start
            nearest = farthest - (around.end - around.start - there.length)
            inside = [n for n, place in enumerate(places) if nearest <= place.at <= farthest and place.end <= there.end]
            if len(inside) == 1:
                yield inside[0]
