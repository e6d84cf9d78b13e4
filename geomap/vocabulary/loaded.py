"""Words that take a side, from ``loaded_terms.csv``, each with what to write instead."""

from __future__ import annotations

import re
from collections.abc import Iterable

from geomap.vocabulary.lists import read_list

#: What to write instead of each term.
LOADED_TERMS: dict[str, str] = {row["term"]: row["instead"] for row in read_list("loaded_terms.csv", "term", "instead")}

_TERM = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(map(re.escape, LOADED_TERMS), key=len, reverse=True))})(?!\w)", re.IGNORECASE)


def loaded_terms(text: str, names: Iterable[str] = ()) -> list[str]:
    """The terms in a text that take a side, in their order; those inside a proper name are none.

    Args:
        text: our own words: a title, a reason, a note.
        names: proper names, as they are spelled.

    >>> loaded_terms("The regime's Counter-Terrorism Department", ["Counter-Terrorism Department"])
    ['regime']
    """
    if not _TERM.search(text):
        return []
    for name in sorted(names, key=len, reverse=True):
        text = re.sub(re.escape(name), "", text, flags=re.IGNORECASE)
    return [found.group().lower() for found in _TERM.finditer(text)]
