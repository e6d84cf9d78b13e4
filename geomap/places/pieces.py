"""The pieces that the patterns of the grammar are made of: names, figures, hedges, compass words, and where a phrase ends."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, TypeAlias

from geomap.language import ABOUT, AT_LEAST, AT_MOST, DIRECTIONS, FIGURE, METRES
from geomap.model import Statement
from geomap.places.scenery import ADJECTIVES, SCENE

Parts: TypeAlias = Mapping[str, str]
#: From the named groups of a pattern to the statements that its words make.
Rule: TypeAlias = Callable[[Parts], Iterator[Statement]]
Phrases: TypeAlias = tuple[tuple[str, Rule], ...]

#: Words that say nothing about where by themselves.
FILLING: Final = {
    *(*SCENE, *ADJECTIVES, "and", "it", "is", "in", "at", "from", "lies", "lie", "located", "somewhere", "anywhere", "which"),
    *("just", "only", "right", "that", "deep", "high", "situated", "set", "all", "up"),
}

NUMBER: Final = FIGURE
WHERE: Final = "|".join(SCENE)
UNIT: Final = rf"(?:{'|'.join(sorted(METRES, key=len, reverse=True))})\b"
#: A length; before "~" stands the unit that it is rounded to, where words and not its digits say so.
LENGTH: Final = rf"(?:{NUMBER}~)?{NUMBER}[ -]?{UNIT}"
HEDGES: Final = sorted((*ABOUT, *AT_MOST, *AT_LEAST, "just", "only", "barely", "between", "from"), key=len, reverse=True)
#: Possessive: "just over" is read in one way, not as "just" and "over" too, or many of them would take for ever.
HEDGE: Final = rf"(?P<hedge>(?:(?>{'|'.join(map(re.escape, HEDGES))}) )*+)"
SIDE: Final = rf"(?:{'|'.join(DIRECTIONS)})"
WAY: Final = rf"(?:(?:due|directly|straight|far|extreme|deep|very) )*(?P<way>{'|'.join(DIRECTIONS)})(?:ern|wards?)?"
NAME: Final = r"(?P<of>[^\s,;][^,;]*?)"
TO: Final = r"(?P<to>[^\s,;][^,;]*?)"
LAND: Final = r"(?P<land>[^\s,;][^,;]*?)"
LINE: Final = r"(?P<of>[^,;]*?(?:border|frontier))"
NEXT: Final = "|".join(
    (*("and", "but", "in", "inside", "near", "close to", "along", "on", "at", "from", "outside"), *map(re.escape, HEDGES))
)
#: Words that begin what is said of the place before them.
_CLAUSE: Final = "which|that|where|bordering|adjoining|neighbouring"
END: Final = rf"(?P<road> by road| by car| along the road)?(?= (?:{NEXT}|{_CLAUSE})\b| \d|,|;|$)"


def says(hedge: str, words: Iterable[str]) -> bool:
    """Whether a hedge holds one of the words, and no longer one that holds it ("no more than", "just over")."""
    for longer in HEDGES:
        if longer in hedge:
            if longer in words:
                return True
            hedge = hedge.replace(longer, "")
    return False
