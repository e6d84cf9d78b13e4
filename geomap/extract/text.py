"""A text as blocks, sentences and tokens, each with where it stands."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

from geomap.extract.blocks import Block, BlockKind, blocks_of, is_item
from geomap.extract.sentences import sentences_of
from geomap.language import replacing
from geomap.vocabulary import any_of

#: A longer text is no article.
MOST_CHARACTERS: Final = 20_000_000

#: So many characters before a word, or after it, are looked at.
_BESIDE: Final = 300

_with_plain_signs: Final = replacing(
    {"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "−": "-"}
    | dict.fromkeys("\u00a0\u2009\u202f", " ")
)
#: "It happened on Monday", "the attack took place": of what the title tells.
_GOES_ON: Final = re.compile(rf"\W*(?:it|this|that|the {any_of('event told before')}) {any_of('took place', 'began')}\b")
#: A word, or a sign, of a plain text.
TOKEN: Final = re.compile(r"[^\W_][\w\u0300-\u036f]*|[^\w\s]")


class Token(NamedTuple):
    """A word, or a sign; ``word`` in small letters with plain quotes and dashes."""

    start: int
    end: int
    word: str
    capital: bool  #: begins with a capital letter


@dataclass(frozen=True)
class Sentence:
    """A sentence with its tokens; ``block`` counts the blocks of the text."""

    start: int
    end: int
    block: int
    kind: BlockKind
    tokens: tuple[Token, ...]
    plain: str  #: its words in small letters, letter for letter

    @cached_property
    def starts(self) -> list[int]:
        """Where each token begins, for looking one up."""
        return [token.start for token in self.tokens]

    @cached_property
    def word_set(self) -> frozenset[str]:
        """Its words and signs, each once, for looking whether a rule has any to go by."""
        return frozenset(token.word for token in self.tokens)

    @cached_property
    def line(self) -> str:
        """Its plain words with a blank for each line break and tab."""
        return self.plain.replace("\n", " ").replace("\t", " ")

    def index(self, at: int) -> int:
        """The number of the token at or after a place in the text."""
        return bisect_left(self.starts, at)

    def before(self, at: int) -> str:
        """The last words before a place of the text, as many as a rule looks back over; they begin with whole words."""
        stop = max(0, at - self.start)
        if stop <= _BESIDE:
            return self.line[:stop]
        return self.line[max(stop - _BESIDE, self.line.find(" ", stop - _BESIDE, stop)) : stop]

    def after(self, at: int) -> str:
        """The first words from a place of the text on, as many as a rule looks ahead over."""
        return self.line[max(0, at - self.start) :][:_BESIDE]

    def words(self, start: int, end: int) -> str:
        """The plain words between two places of the text."""
        begin = self.start
        return self.plain[start - begin if start > begin else 0 : end - begin if end > begin else 0]


@dataclass(frozen=True)
class Text:
    """A text with its plain form, which has the same letters in the same places."""

    raw: str
    plain: str
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]

    @cached_property
    def items(self) -> frozenset[int]:
        """Where the blocks begin that are headed by a day, as an item of a list is."""
        return frozenset(block.start for block in self.blocks if is_item(self.plain[block.start : block.end]))

    def body(self) -> Iterator[Sentence]:
        """The sentences that tell news: those of its title, too, where it has no others or the first goes on from there."""
        told = [sentence for sentence in self.sentences if sentence.kind == "body"]
        if not told or _GOES_ON.match(told[0].line):
            told = [sentence for sentence in self.sentences if sentence.kind == "title"] + told
        return iter(told)


def plain_of(raw: str) -> str:
    """A text in small letters with plain quotes, dashes and spaces, each letter in its place.

    >>> plain_of("İt’s"), len(plain_of("İ"))
    ("İt's", 1)
    """
    if raw.isascii():
        return raw.lower()
    plain = _with_plain_signs(raw)
    low = plain.lower()
    return low if len(low) == len(plain) else "".join(c.lower() if len(c.lower()) == 1 else c for c in plain)


def read(raw: str) -> Text:
    """A text's blocks, sentences and tokens. It takes time in proportion to its length.

    Raises:
        ValueError: it is too long for an article.
    """
    if len(raw) > MOST_CHARACTERS:
        raise ValueError(f"has {len(raw):,} characters; an article has at most {MOST_CHARACTERS:,}")
    plain = plain_of(raw)
    blocks = tuple(blocks_of(raw, plain))
    sentences = tuple(
        Sentence(start, end, number, block.kind, tokens_of(raw, plain, start, end), plain[start:end])
        for number, block in enumerate(blocks)
        for start, end in sentences_of(raw, plain, block)
    )
    return Text(raw, plain, blocks, sentences)


def tokens_of(raw: str, plain: str, start: int, end: int) -> tuple[Token, ...]:
    """The tokens of a stretch of a text."""
    spans = [found.span() for found in TOKEN.finditer(plain, start, end)]
    return tuple([Token(begin, stop, plain[begin:stop], raw[begin].isupper()) for begin, stop in spans])
