"""Whether words for people speak of civilians or of armed ones, from ``persons.csv``."""

from __future__ import annotations

import re
from typing import Literal, cast

from geomap.vocabulary.lists import read_list

Standing = Literal["civilian", "armed"]

_STANDINGS = {row["word"]: cast(Standing, row["standing"]) for row in read_list("persons.csv", "word", "standing")}


def standings(words: str) -> frozenset[Standing]:
    """The standings that words for people speak of; none where they leave it open.

    >>> sorted(standings("two soldiers and a child")), sorted(standings("nine people"))
    (['armed', 'civilian'], [])
    """
    return frozenset(_STANDINGS[word] for word in re.findall(r"\w+", words.casefold()) if word in _STANDINGS)
