"""The blocks of a text: what is news, and what is a title, a heading, a caption, a correction or an advert."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from geomap.language import MONTHS, WEEKDAYS
from geomap.vocabulary import any_of

BlockKind = Literal["title", "byline", "date", "caption", "heading", "body", "correction", "other"]

#: No longer block is a title, a heading, a byline, a caption, a line with a day; characters.
_MOST_TITLE, _MOST_HEADING, _MOST_BYLINE, _MOST_CAPTION, _MOST_DATE = 220, 110, 130, 500, 120
#: What a block is shows in so many of its first characters.
_MOST_BEGINNING: Final = 600
#: A title stands among so many first blocks.
_MOST_BEFORE: Final = 6
#: Lines so wide at their widest are broken for want of width.
_LEAST_WIDTH, _MOST_WIDTH = 50, 130
#: A line of a paragraph is no shorter, as a share of the widest, but for the last.
_MOSTLY: Final = 0.7

_MONTH_NAME: Final = rf"(?:{'|'.join((*MONTHS, *(month[:3] for month in MONTHS), 'sept'))})\.?"
_LETTER: Final = re.compile(r"[^\W\d_]")
#: Where a listed word ends: at the end of a word, or after a sign.
_END: Final = r"(?:\b|(?<=\W))"

#: What begins a sentence, and no byline: "By dawn five were dead", "From Monday on".
_WHEN: Final = rf"(?! (?:{any_of('part of a day')}|{'|'.join(WEEKDAYS)}|\d)\b)"
_BYLINE: Final = re.compile(rf"{any_of('byline begins')}\b{_WHEN}.{{0,80}}$|.{{0,60}}\b{any_of('byline ends')}\.?$")
_BOILERPLATE: Final = re.compile(rf"(?:{any_of('boilerplate')}|\d+ comments?){_END}")
_CORRECTION: Final = re.compile(rf"\W*{any_of('correction')}{_END}")
_CAPTION: Final = re.compile(rf"\W*(?:{any_of('caption label')}\b\s*[:\-|(]|{any_of('caption opening')}\b)")
_CREDIT: Final = re.compile(
    rf"[\[(]{any_of('credit in brackets')}\b[^\])]{{0,60}}[\])]\.?$|\b{any_of('credit')}(?:[^.]|(?<=\b\w)\.){{0,60}}\.?$"
)
_DATE_LINE: Final = re.compile(
    rf"""\W*(?:{any_of("day of publication")}\b\W*)?(?:(?:on|at)\b\W*)?(?:(?:{"|".join(WEEKDAYS)}),?\s*)?
    (?: \d{{1,2}}[/.\-]\d{{1,2}}[/.\-]\d{{4}}
      | \d{{4}}-\d\d-\d\d
      | \d{{1,2}}(?:st|nd|rd|th)?\ [a-z]{{3,9}}\.?,?\ \d{{4}}
      | [a-z]{{3,9}}\.?\ \d{{1,2}}(?:st|nd|rd|th)?,?\ \d{{4}} )
    (?: [\W\d] | (?:am|pm|a\.m|p\.m|hrs|local\ time|ist|pkt|gmt|utc)\b )*+""",
    re.VERBOSE,
)


#: An item of a list: "4 May - Marsville: shelling", "- Marsville (north), 4 May: shelling", "June 2030 - Rebels take it".
_ITEM: Final = re.compile(
    rf"\W*(?:[^\W\d_][\w .'/-]{{1,40}}(?: ?\([^)\n]{{1,30}}\))?,? )??(?:(?:{'|'.join(WEEKDAYS)}),? )?(?:on )?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)? {_MONTH_NAME}|{_MONTH_NAME} \d{{1,2}}(?:st|nd|rd|th)?|{_MONTH_NAME}(?= \d{{4}})"
    rf"|(?:{'|'.join(WEEKDAYS)})(?=:)),?"
    r"(?: \d{4})?"
    r"(?: ?[-–—:] ?)(?=\w)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a heading or another piece that stands by itself; offsets in characters."""

    start: int
    end: int
    kind: BlockKind


def blocks_of(raw: str, plain: str) -> Iterator[Block]:
    """The blocks of a text, in its order.

    What comes before the first paragraph is its title, its author and its day. A paragraph that stood before is no news.

    Args:
        raw: the text.
        plain: its `geomap.extract.text.plain_of`.
    """
    seen: set[str] = set()
    begun = False
    for number, (start, end) in enumerate(_stretches(raw)):
        beginning = plain[start : min(end, start + _MOST_BEGINNING)]
        kind = "body" if _ITEM.match(beginning) else _sign_of(beginning, end - start)
        ended = plain[max(start, end - 40) : end].rstrip("\"')]")[-1:] in tuple(".!?:…۔")
        if kind is None and not begun and not ended and end - start <= _MOST_TITLE and number < _MOST_BEFORE:
            kind = "title"
        if kind is None and not ended and end - start <= _MOST_HEADING:
            kind = "heading"
        if kind is None and beginning in seen:
            kind = "other"
        seen.add(beginning)
        begun = begun or kind in (None, "body")
        yield Block(start, end, kind or "body")


def is_item(words: str) -> bool:
    """Whether a block is headed by a day, as an item of a list is."""
    return bool(_ITEM.match(words[:_MOST_BEGINNING]))


def _sign_of(words: str, length: int) -> BlockKind | None:
    """What the first words of a block say that it is; None where they say nothing."""
    dated = length < _MOST_DATE and _DATE_LINE.fullmatch(words)
    if dated or not _LETTER.search(words) or _BOILERPLATE.match(words.lstrip(" *-|>[(#")):
        return "date" if dated else "other"
    if _CORRECTION.match(words):
        return "correction"
    if length < _MOST_CAPTION and (_CAPTION.match(words) or _CREDIT.search(words)):
        return "caption"
    if length < _MOST_BYLINE and _BYLINE.match(words) and not re.search(r"[.!?]\s", words):
        return "byline"
    return None


def _stretches(raw: str) -> Iterator[tuple[int, int]]:
    """Where blocks begin and end: at empty lines, and at lines that were not broken for want of width."""
    lines = [line for line in re.finditer(r"[^\n\r]+", raw) if line[0].strip()]
    widest = max((len(line[0].rstrip()) for line in lines), default=0)
    width = widest if _LEAST_WIDTH <= widest <= _MOST_WIDTH else 0
    parted = bool(re.search(r"\n[ \t\r]*\n", raw))  # paragraphs have empty lines between them
    start = end = before = -1
    for line in lines:
        begins = line.end() - len(line[0].lstrip())
        if start >= 0 and width and not _ITEM.match(line[0]) and raw.count("\n", end, begins) == 1:
            first_word = line[0].split(None, 1)[0]
            full = before + 1 + len(first_word) > width  # it was broken since the next word did not fit
            if full or (parted and before >= _MOSTLY * width):
                end, before = line.start() + len(line[0].rstrip()), len(line[0].rstrip())
                continue
        if start >= 0:
            yield start, end
        start, end, before = begins, line.start() + len(line[0].rstrip()), len(line[0].rstrip())
    if start >= 0:
        yield start, end
