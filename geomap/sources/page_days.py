"""The day on which a page says it was published, from the times that it marks as such; never from words or a copyright line."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any, Final

from geomap.sources.markup import has_at_most, names_of
from geomap.sources.stated import day_of

_CHANGED: Final = re.compile(r"modif|updat|edited|corrected", re.IGNORECASE)
_ELSEWHERE: Final = frozenset(("aside", "nav", "footer"))
#: Words; a block of more is a sentence that speaks of a day.
_MOST_WORDS: Final = 15


def published_in(root: Any, article: Any) -> dt.date | None:
    """The day of the times that stand with an article; None where there is none, or where they are of several days.

    Those that are marked as the day of publication go before the others.

    Args:
        root: of the tree.
        article: the element that holds the article's words.
    """
    frame = next((e for e in (article, *article.iterancestors()) if e.tag in ("article", "main")), root)
    around = {article, *article.iterancestors()}
    times = [e for e in frame.iter() if e.tag == "time" or e.get("itemprop") == "datePublished"]
    times = [time for time in times if _is_of(time, frame, around) and not is_changed(time)]
    marked = [time for time in times if time.get("itemprop") == "datePublished" or time.get("pubdate") is not None]
    days = {day for time in marked or times if (day := day_of(time.get("datetime") or time.get("content")))}
    return days.pop() if len(days) == 1 else None


def is_changed(time: Any) -> bool:
    """Whether a time is that of a change: its names or the words before it say so."""
    for element in (time, *list(time.iterancestors())[:2]):
        if any(_CHANGED.search(name) for name in (*names_of(element), element.get("itemprop") or "")):
            return True
    before = time.getprevious()
    parent = time.getparent()
    words = (before.tail if before is not None else parent.text if parent is not None else "") or ""
    if not words.strip() and before is not None:
        words = "".join(before.itertext())
    return bool(_CHANGED.search(words[-40:]))


def _is_of(time: Any, frame: Any, around: set[Any]) -> bool:
    """Whether a time stands with an article, whose ancestors are given; not with another, beside it, or in a sentence."""
    for element in time.iterancestors():
        if element is frame:
            break
        if element.tag in _ELSEWHERE or (element.tag == "article" and element not in around):
            return False
    block = next((e for e in time.iterancestors() if e.tag not in ("a", "b", "em", "i", "small", "span", "strong")), frame)
    return block.tag not in ("p", "li", "td", "blockquote") or has_at_most(block, _MOST_WORDS)
