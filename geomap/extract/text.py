"""A text as blocks, sentences and tokens, each with where it stands: what is news, and what is a heading, a caption or an advert."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal

BlockKind = Literal["title", "byline", "date", "caption", "heading", "body", "correction", "other"]

#: A longer text is no article.
MOST_CHARACTERS: Final = 20_000_000

_ALIKE: Final = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "−": "-"}
    | dict.fromkeys("\u00a0\u2009\u202f", " ")
)
_TOKEN: Final = re.compile(r"[^\W_][\w\u0300-\u036f]*|[^\w\s]")
_LETTER: Final = re.compile(r"[^\W\d_]")

#: Words with a full stop that ends no sentence.
_SHORT: Final = frozenset(
    "gen lt col maj capt cpl sgt brig adm cmdr cdr pvt dr mr mrs ms prof sen rep gov pres st ft mt no nos vs approx govt dist dept "
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun km kms hav cap hon rev insp supt asst asstt dy eng "
    "al ltd inc co e.g i.e u.s u.n u.k viz etc ex const fr sh smt shri".split()
)
_STOP: Final = re.compile(r"[.!?…۔؟](?:[\"')\]]|\[\d+\])*(?=\s|$)")
_DOTTED: Final = re.compile(r"(?:^|[\s(\"'])((?:[a-z]\.)*[a-z]+|[a-z])\.$")

_BYLINE: Final = re.compile(
    r"(?:by|from|report(?:ed|ing)? by|written by|story by)\b.{0,80}$|.{0,60}\b(?:staff )?(?:reporter|correspondent|bureau|desk|monitoring)\.?$"
)
_BOILERPLATE: Final = re.compile(
    r"(?:copyright|©|\(c\)|all rights reserved|sign up|subscribe|newsletter|follow us|read more|read also|also read|related|more news|more on|see also|"
    r"share this|advertisement|comment policy|do you like|print friendly|click here|download our|support (?:our|independent)|donate|contact us|"
    r"for (?:media|press) (?:inquiries|enquiries|contact)|this (?:article|report|story) (?:was|is|has been) (?:first |originally )?(?:published|produced|written|available)|"
    r"most read|trending|tags?:|topics?:|recommended|watch:|listen:|\d+ comments?|join our|get our|terms of)\b"
)
_CORRECTION: Final = re.compile(
    r"\W*(?:correction|corrections|clarification|editor'?s'? note|update(?: and correction)?:|an earlier version|a previous version|this (?:story|article|report) (?:has been|was) (?:corrected|amended|updated))\b"
)
_CAPTION: Final = re.compile(
    r"\W*(?:photo(?:graph)?|file photo|file picture|caption|image|picture|pictured|in this (?:file )?(?:photo|image|picture)|video)\b\s*[:\-|(]|\W*(?:in this (?:file )?(?:photo|image|picture)|a file (?:photo|picture|image))\b|"
    r".*[\[(](?:file |photo|image|reuters|afp|ap\b|getty|handout|courtesy|screengrab)[^\])]{0,60}[\])]\.?$|.*\b(?:file photo|photo by|photo:|image:|photograph:|handout via)[^.]{0,60}\.?$"
)
_DATE_LINE: Final = re.compile(
    r"\W*(?:date|dated|published|posted|updated|last updated|issued|release date|first published)?\W*(?:on|at)?\W*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s*)?"
    r"(?:\d{1,2}[/.\-]\d{1,2}[/.\-]\d{4}|\d{4}-\d\d-\d\d|\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9}\.?,? \d{4}|[a-z]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4})\W*(?:[\d:. apmgtutc+-]*(?:hrs|local time|ist|pkt|gmt|utc)?)?\W*"
)
_MOST_TITLE: Final = 220
_LEAST_WIDTH, _MOST_WIDTH = 50, 130
#: A line of a paragraph is no shorter, as a share of the widest, but for the last.
_MOSTLY: Final = 0.7


@dataclass(frozen=True, slots=True)
class Token:
    """A word, or a sign; ``word`` in small letters with plain quotes and dashes."""

    start: int
    end: int
    word: str
    capital: bool  #: begins with a capital letter


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a heading or another piece that stands by itself."""

    start: int
    end: int
    kind: BlockKind


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

    def index(self, at: int) -> int:
        """The number of the token at or after a place in the text."""
        return bisect_left(self.starts, at)

    def words(self, start: int, end: int) -> str:
        """The plain words between two places of the text."""
        return self.plain[max(0, start - self.start) : max(0, end - self.start)]


@dataclass(frozen=True)
class Text:
    """A text with its plain form, which has the same letters in the same places."""

    raw: str
    plain: str
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]

    def body(self) -> Iterator[Sentence]:
        """The sentences that tell news."""
        return (sentence for sentence in self.sentences if sentence.kind == "body")


def plain_of(raw: str) -> str:
    """A text in small letters with plain quotes, dashes and spaces, each letter in its place.

    >>> plain_of("İt’s"), len(plain_of("İ"))
    ("İt's", 1)
    """
    plain = raw.translate(_ALIKE)
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
    blocks = tuple(_kinds(list(_blocks(raw)), raw, plain))
    sentences = tuple(
        Sentence(start, end, number, block.kind, tokens_of(raw, plain, start, end), plain[start:end])
        for number, block in enumerate(blocks)
        for start, end in _sentences(plain, raw, block)
    )
    return Text(raw, plain, blocks, sentences)


def tokens_of(raw: str, plain: str, start: int, end: int) -> tuple[Token, ...]:
    """The tokens of a stretch of a text."""
    return tuple(
        Token(found.start(), found.end(), plain[found.start() : found.end()], raw[found.start()].isupper())
        for found in _TOKEN.finditer(plain, start, end)
    )


def _blocks(raw: str) -> Iterator[tuple[int, int]]:
    """Where blocks begin and end: at empty lines, and at lines that were not broken for want of width."""
    lines = list(re.finditer(r"[^\n\r]+", raw))
    lengths = sorted(len(line[0].rstrip()) for line in lines if line[0].strip())
    width = lengths[-1] if lengths and _LEAST_WIDTH <= lengths[-1] <= _MOST_WIDTH else 0
    parted = bool(re.search(r"\n[ \t\r]*\n", raw))  # paragraphs have empty lines between them
    start = end = -1
    for number, line in enumerate(lines):
        text = line[0].strip()
        if not text:
            continue
        begins = line.start() + len(line[0]) - len(line[0].lstrip())
        if start >= 0 and width and raw.count("\n", end, begins) == 1:
            before = lines[number - 1][0].rstrip()
            full = len(before) + 1 + len(text.split(None, 1)[0]) > width  # it was broken since the next word did not fit
            if full or (parted and len(before) >= _MOSTLY * width):
                end = line.start() + len(line[0].rstrip())
                continue
        if start >= 0:
            yield start, end
        start, end = begins, line.start() + len(line[0].rstrip())
    if start >= 0:
        yield start, end


def _kinds(found: list[tuple[int, int]], raw: str, plain: str) -> Iterator[Block]:
    """What each block is; what comes before the first paragraph is its title, its author and its date."""
    seen: set[str] = set()
    begun = False
    for number, (start, end) in enumerate(found):
        words = plain[start : min(end, start + 600)]
        ended = bool(re.search(r"[.!?:…۔][\"')\]]*$", plain[start:end]))
        kind: BlockKind = "body"
        if not _LETTER.search(words) or _BOILERPLATE.match(words.lstrip(" *-|>[(#")):
            kind = "date" if _DATE_LINE.fullmatch(words) else "other"
        elif end - start < 120 and _DATE_LINE.fullmatch(words):
            kind = "date"
        elif _CORRECTION.match(words):
            kind = "correction"
        elif _CAPTION.match(words) and end - start < 500:
            kind = "caption"
        elif end - start < 130 and _BYLINE.match(words) and not re.search(r"[.!?]\s", words):
            kind = "byline"
        elif not begun and not ended and end - start <= _MOST_TITLE and number < 6:
            kind = "title"
        elif not ended and end - start <= 110:
            kind = "heading"
        elif words in seen:
            kind = "other"
        seen.add(words)
        begun = begun or kind == "body"
        yield Block(start, end, kind)


def _sentences(plain: str, raw: str, block: Block) -> Iterator[tuple[int, int]]:
    start = block.start
    for stop in _STOP.finditer(plain, block.start, block.end):
        after = stop.end()
        if plain[stop.start()] == "." and after < block.end and not _ends(plain, raw, start, stop.start(), after, block.end):
            continue
        if after > start:
            yield start, after
        while after < block.end and plain[after].isspace():
            after += 1
        start = after
    if start < block.end:
        yield start, block.end


def _ends(plain: str, raw: str, start: int, stop: int, after: int, end: int) -> bool:
    """Whether a full stop ends a sentence: not after an abbreviation, an initial or a rank, nor before a small letter."""
    word = _DOTTED.search(plain[max(start, stop - 12) : stop + 1])
    follows = re.compile(r"\s+[\"'(\[]*(\S)").match(plain, after, min(end, after + 40))
    first = raw[follows.start(1)] if follows else ""
    if first.islower() and not first.isdigit():
        return False
    if word is None:
        return True
    short = word[1]
    if short in ("p.m", "a.m"):
        return not re.compile(r"\s+(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|local|on|\()").match(plain, after)
    return not (short in _SHORT or len(short) == 1 or re.fullmatch(r"(?:[a-z]\.)+[a-z]", short))
