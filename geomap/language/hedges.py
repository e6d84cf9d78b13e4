"""Words that make a figure more or less than it says: "about", "less than", "just over"."""

from __future__ import annotations

from typing import Final

_SLIGHTLY: Final = ("just", "slightly", "a little", "a bit")
JUST_UNDER: Final = (*(f"{slightly} {under}" for slightly in _SLIGHTLY for under in ("under", "less than")), "nearly", "almost")
JUST_OVER: Final = tuple(f"{slightly} {over}" for slightly in _SLIGHTLY for over in ("over", "more than"))
ABOUT: Final = ("about", "approximately", "around", "roughly", "circa", "ca.", *JUST_UNDER, *JUST_OVER)
AT_MOST: Final = (
    *("within", "less than", "under", "up to", "at most", "no more than", "not more than"),
    *("no farther than", "no further than"),
)
AT_LEAST: Final = (
    *("more than", "over", "at least", "upwards of", "upward of", "in excess of", "no less than", "not less than"),
    *("farther than", "further than", "beyond"),
)
