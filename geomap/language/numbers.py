"""Numbers in digits or words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import takewhile
from typing import Final

from geomap.vocabulary import MOST_PEOPLE

ONES: Final = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"),
    *("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
SMALL: Final[Mapping[str, int]] = {
    **{word: value for value, word in enumerate(ONES)},
    **{word: 20 + 10 * i for i, word in enumerate(_TENS)},
    **{"no": 0, "none": 0},
}
#: How a figure is written: digits with commas, and a decimal point. What it is worth says `figure`.
FIGURE: Final = r"\d+(?:,\d+)*(?:\.\d+)?"
#: More digits than any number of people or metres has.
_LONGEST: Final = 15
_GROUPS: Final = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?")
_INDIAN: Final = re.compile(r"[1-9]\d?(?:,\d{2})+,\d{3}(?:\.\d+)?")
_DECIMAL_COMMA: Final = re.compile(r"\d+,\d{1,2}|0,\d+")

#: Words of one number that, taken word by word, are two or another.
_HALF_A_DOZEN: Final = re.compile(r"\bhalf[ -](?:a )?dozen\b")
_NOBODY: Final = re.compile(r"\bno[ -]one\b|\bnobody\b")
_NOT_NONE: Final = re.compile(r"\bno (?=(?:more|fewer|less) than\b)")

LARGE: Final[Mapping[str, int]] = {"dozen": 12, "hundred": 100, "thousand": 1000}


def figure(written: str) -> float | None:
    """What a figure is worth; None where its commas may mean two things, or its digits are too many.

    A comma parts groups of three digits, or as in India of two before the last three. Elsewhere it is a decimal comma, if one
    or two digits follow it or nothing but 0 stands before it.

    >>> figure("1,200"), figure("1,23,456"), figure("12,5"), figure("0,750"), figure("1,2500"), figure("1,200,5")
    (1200.0, 123456.0, 12.5, 0.75, None, None)
    """
    if len(written) > _LONGEST + written.count(","):
        return None
    if "," not in written or _GROUPS.fullmatch(written) or _INDIAN.fullmatch(written):
        return float(written.replace(",", ""))
    return float(written.replace(",", ".")) if _DECIMAL_COMMA.fullmatch(written) else None


def number(words: str) -> int | None:
    """The first whole number in the words, in digits or spelled out; "a" counts only before dozen, hundred and thousand.

    None where there is none, where the figure is not whole or may mean two things, or where it is more than `MOST_PEOPLE`.

    >>> number("three hundred and twelve people"), number("1,200 men"), number("two dozen"), number("a soldier")
    (312, 1200, 24, None)
    >>> number("no one was hurt"), number("half a dozen men"), number("no fewer than 12")
    (0, 6, 12)
    """
    tokens = re.findall(rf"{FIGURE}|[a-z]+", _NOT_NONE.sub("", _NOBODY.sub("no", _HALF_A_DOZEN.sub("six", words))))
    start = next((i for i, token in enumerate(tokens) if _counts(token)), None)
    if start is None or not _is_whole(tokens[start]):
        return None
    return _value(takewhile(lambda token: (_counts(token) and _is_whole(token)) or token == "and", tokens[start:]))


def one_number(words: str) -> int | None:
    """The number that words are; None where they are none, or two.

    >>> one_number("two hundred and fifty"), one_number("twenty-five"), one_number("two and three"), one_number("two-three")
    (250, 25, None, None)
    """
    tokens = re.split(r"[ -]", words)
    first = number(words)
    return None if any(number(" ".join(tokens[:end])) == first for end in range(1, len(tokens))) else first


def _is_whole(token: str) -> bool:
    return not token[0].isdigit() or ("." not in token and (value := figure(token)) is not None and value.is_integer())


def _counts(token: str) -> bool:
    return token[0].isdigit() or token in SMALL or token in LARGE


def _value(tokens: Iterable[str]) -> int | None:
    """The value of number words: a small one adds, a large one multiplies what stands since the last thousand."""
    total = part = 0
    joined = False
    for token in tokens:
        if token == "and":
            joined = True
        elif token == "thousand":
            total, part = total + max(part, 1) * LARGE[token], 0
        elif token in LARGE:
            part = max(part, 1) * LARGE[token]
        else:
            value = SMALL[token] if token in SMALL else int(figure(token) or 0)
            # "two and three", "ten five" and "20 3" are two numbers, and the first is asked for; "hundred and three" is one.
            if part % 100 and (joined or token not in SMALL or part % 100 < 20 or part % 10 or value > 9):
                break
            part += value
            joined = False
        if total + part > MOST_PEOPLE:
            return None
    return total + part
