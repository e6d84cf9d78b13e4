"""Numbers in digits or words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import takewhile
from typing import Final

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
LARGE: Final[Mapping[str, int]] = {"dozen": 12, "hundred": 100, "thousand": 1000}


def number(words: str) -> int | None:
    """The first number in the words, in digits or spelled out; "a" counts only before dozen, hundred and thousand.

    >>> number("three hundred and twelve people"), number("1,200 men"), number("two dozen"), number("a soldier")
    (312, 1200, 24, None)
    """
    tokens = re.findall(r"\d[\d,]*(?:\.\d+)?|[a-z]+", words)
    start = next((i for i, token in enumerate(tokens) if _counts(token)), None)
    if start is None or "." in tokens[start]:
        return None
    return _value(takewhile(lambda token: _counts(token) or token == "and", tokens[start:]))


def _counts(token: str) -> bool:
    return token[0].isdigit() or token in SMALL or token in LARGE


def _value(tokens: Iterable[str]) -> int:
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
            value = SMALL[token] if token in SMALL else int(float(token.replace(",", "")))
            # "two and three", "ten five" and "20 3" are two numbers, and the first is asked for; "hundred and three" is one.
            if part % 100 and (joined or token not in SMALL or part % 100 < 20 or part % 10 or value > 9):
                break
            part += value
            joined = False
    return total + part
