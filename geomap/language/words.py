"""Words as the rules take them."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

#: Digits of Arabic texts, western and eastern, with their decimal and thousands separators, as Latin texts write them.
_DIGITS: Final = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٫٬", "01234567890123456789.,")
#: A space that does not break, or a thin one, between groups of three digits.
_GROUPING: Final = re.compile(r"(?<=\d)[\u00a0\u2009\u202f](?=\d{3}(?!\d))")

_ALIKE: Final = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-"})


def normalised_words(words: str) -> str:
    """Words without case, line breaks, typographic quotes and dashes, and a possessive at their end; figures in Latin digits.

    >>> normalised_words("Iran’s  Quds Force’s"), normalised_words("Jaish al–Adl")
    ("iran's quds force", 'jaish al-adl')
    """
    figures = _GROUPING.sub(",", words.translate(_DIGITS))
    return re.sub("'s?$", "", " ".join(figures.translate(_ALIKE).casefold().split()))


def slug(text: str) -> str:
    """A text as an id: small letters of whatever script, and digits, with single hyphens between them.

    >>> slug("Gazette_2031/1"), slug("Größe (2).txt")
    ('gazette-2031-1', 'größe-2-txt')
    """
    return "-".join(re.findall(r"[^\W_]+", unicodedata.normalize("NFC", text).lower()))
