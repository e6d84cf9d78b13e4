"""Words as the rules take them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Final

#: Digits of Arabic texts, western and eastern, with their decimal and thousands separators, as Latin texts write them.
_DIGITS: Final = dict(zip("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٫٬", "01234567890123456789.,", strict=True))
#: A space that does not break, or a thin one, between groups of three digits.
_GROUPING: Final = re.compile(r"(?<=\d)[\u00a0\u2009\u202f](?=\d{3}(?!\d))")

_POSSESSIVE: Final = re.compile("'s?$")

_ALIKE: Final = {"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-"}


def replacing(signs: Mapping[str, str]) -> Callable[[str], str]:
    """What replaces single signs of a text; it looks at no other letters, as `str.translate` does."""
    one = re.compile(f"[{''.join(map(re.escape, signs))}]")
    return lambda text: one.sub(lambda found: signs[found[0]], text)


_with_latin_digits: Final = replacing(_DIGITS)
_with_plain_signs: Final = replacing(_ALIKE)


def normalised_words(words: str) -> str:
    """Words without case, line breaks, typographic quotes and dashes, and a possessive at their end; figures in Latin digits.

    >>> normalised_words("Iran’s  Quds Force’s"), normalised_words("Jaish al–Adl")
    ("iran's quds force", 'jaish al-adl')
    """
    if not words.isascii():
        words = _with_plain_signs(_GROUPING.sub(",", _with_latin_digits(words)))
    return _POSSESSIVE.sub("", " ".join(words.casefold().split()))


#: A sign that makes one number of what it stands between: 4,000, 4.5, 4-5, 16/01, twenty-four; but not "January 5,2024".
_JOINING: Final = frozenset(".:/٫‑–-,٬\u00a0\u2009\u202f")
_JOINED: Final = re.compile(
    r"(?<=\d)(?:[.:/٫‑–-]|[,٬](?!\d{4})|[\u00a0\u2009\u202f](?=\d{3}(?!\d)))(?=\d)"
    r"|(?<=ty)[‑-](?=(?:one|two|three|four|five|six|seven|eight|nine)\b)",
    re.IGNORECASE,
)


def plain_words(text: str) -> str:
    """A text with one blank for each run of white space, and nothing else changed.

    >>> plain_words("two\\r\\n  soldiers")
    'two soldiers'
    """
    return " ".join(text.split())


def cuts_word(text: str, at: int) -> bool:
    """Whether a text is cut inside a word or a number, where it is cut before its character ``at``.

    >>> cuts_word("4,000 men", 1), cuts_word("soldiers", 7), cuts_word("4,000 men", 5)
    (True, True, False)
    """
    if not 0 < at < len(text):
        return False
    before, after = text[at - 1], text[at]
    if before.isascii() and after.isascii():
        within = before.isalnum() and after.isalnum()
    else:  # marks belong to the letter, or the sign, that they stand on
        within = _is_mark(after) or ((before.isalnum() or _is_mark(before)) and after.isalnum())
    beside = before in _JOINING or after in _JOINING
    return within or (beside and bool(_JOINED.match(text, at) or _JOINED.match(text, at - 1)))


def _is_mark(sign: str) -> bool:
    return unicodedata.category(sign).startswith("M")


def slug(text: str) -> str:
    """A text as an id: small letters of whatever script, and digits, with single hyphens between them.

    >>> slug("Gazette_2031/1"), slug("Größe (2).txt")
    ('gazette-2031-1', 'größe-2-txt')
    """
    return "-".join(re.findall(r"[^\W_]+", unicodedata.normalize("NFC", text).lower()))
