"""A page that is written as events unfold, as its posts: each has a time of its own."""

from __future__ import annotations

import itertools
import re
from typing import Any, Final

from geomap.sources.markup import names_of

_LIVE: Final = re.compile(
    r"(?:^|[-_])live[-_]?(?:blog|update|post|feed|entr|cover|event|report|stream|text|page)", re.IGNORECASE
)
#: Words that a post has at least, its time among them.
_FEWEST: Final = 4


def posts_in(root: Any, *, is_live: bool) -> list[Any]:
    """The posts of a live page, in the order of the page; empty where it is none, or has fewer than two.

    The posts are the children of one element that hold a time: of those elements whose posts have half of the words or more,
    the one with the most posts.

    Args:
        root: of the tree.
        is_live: whether the page's data say that it is one; else a class or an id of an element around the times must.
    """
    parents: dict[Any, dict[Any, None]] = {}
    for time in root.iter("time"):
        way = [time, *time.iterancestors()]
        if is_live or any(_says_live(element) for element in way):
            for child, parent in itertools.pairwise(way):
                parents.setdefault(parent, {})[child] = None
    found: list[tuple[int, list[Any]]] = []
    for children in parents.values():
        lengths = {child: length for child in children if child.tag != "time" and (length := _length(child)) >= _FEWEST}
        if len(lengths) > 1:
            found.append((sum(lengths.values()), list(lengths)))
    most = max((words for words, _ in found), default=0)
    # An element comes before those around it, so that of as many posts the inner ones are taken.
    return max((posts for words, posts in found if 2 * words >= most), key=len, default=[])


def _says_live(element: Any) -> bool:
    return (element.get("itemtype") or "").endswith("/LiveBlogPosting") or any(_LIVE.search(name) for name in names_of(element))


def _length(element: Any) -> int:
    return len("".join(element.itertext()).split())
