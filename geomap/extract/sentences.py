"""Where the sentences of a block begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from geomap.extract.blocks import Block
from geomap.language import WEEKDAYS
from geomap.vocabulary import cue_words

#: A longer sentence is read in parts, characters: rules that look at all pairs of its words would take too long.
MOST_SENTENCE: Final = 2000

_STOP: Final = re.compile(r"[.!?…۔؟](?:[\"')\]]|\[\d+\])*+(?=\s|$)")
#: The word before a full stop, of letters with full stops between them or of one letter.
_DOTTED: Final = re.compile(r"(?:^|[\s(\"'])((?:[a-z]\.)*[a-z]+|[a-z])\.$")
_NEXT: Final = re.compile(r"\s+[\"'(\[]*(\S)")
#: What follows "p.m." within a sentence.
_AFTER_HOUR: Final = re.compile(rf"\s+(?:{'|'.join(WEEKDAYS)}|local|on|\()")


def sentences_of(raw: str, plain: str, block: Block) -> Iterator[tuple[int, int]]:
    """The offsets of the sentences of a block; parts of at most `MOST_SENTENCE` characters of one that is longer."""
    start = block.start
    for stop in _STOP.finditer(plain, block.start, block.end):
        after = stop.end()
        if plain[stop.start()] in ".…" and after < block.end and not _ends(raw, plain, start, stop.start(), after, block.end):
            continue
        if after > start:
            yield from _parts(plain, start, after)
        while after < block.end and plain[after].isspace():
            after += 1
        start = after
    if start < block.end:
        yield from _parts(plain, start, block.end)


def _parts(plain: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence, or its parts, each parted at the last white space that there is."""
    while end - start > MOST_SENTENCE:
        space = max(plain.rfind(sign, start + 1, start + MOST_SENTENCE) for sign in " \n")
        cut = space if space > start else start + MOST_SENTENCE
        yield start, cut
        start = cut + (cut == space)
    yield start, end


def _ends(raw: str, plain: str, start: int, stop: int, after: int, end: int) -> bool:
    """Whether a full stop ends a sentence: not after an abbreviation, an initial or a rank, nor before a small letter."""
    word = _DOTTED.search(plain[max(start, stop - 12) : stop + 1])
    follows = _NEXT.match(plain, after, min(end, after + 40))
    if follows and raw[follows.start(1)].islower():
        return False
    if word is None:
        return True
    if word[1] in ("p.m", "a.m"):
        return not _AFTER_HOUR.match(plain, after)
    short = word[1] in cue_words("abbreviation") or len(word[1]) == 1
    return not (short or re.fullmatch(r"(?:[a-z]\.)+[a-z]", word[1]))
