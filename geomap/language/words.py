"""Words as the rules take them."""

from __future__ import annotations

import re
from typing import Final

_ALIKE: Final = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-"})


def normalised_words(words: str) -> str:
    """Words without case, line breaks, typographic quotes and dashes, and a possessive at their end.

    >>> normalised_words("Iran’s  Quds Force’s"), normalised_words("Jaish al–Adl")
    ("iran's quds force", 'jaish al-adl')
    """
    return re.sub("'s?$", "", " ".join(words.translate(_ALIKE).casefold().split()))
