"""A page as a tree of bounded size and depth, and what of it nobody is meant to read: emptied, and counted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

from geomap.errors import DataError

#: Elements of a page, how many may stand in one another, and characters of its words: large pages of news have 5,000 elements,
#: 40 deep, and 100,000 characters. What chooses the article reads the words again at every depth.
MOST_ELEMENTS: Final = 50_000
MOST_DEEP: Final = 100
MOST_CHARACTERS: Final = 1_000_000

#: What a page's reader never reads as text.
_NO_WORDS: Final = frozenset(
    "audio button canvas iframe input math nav noscript object option script select style svg textarea video".split()  # noqa: SIM905
)
#: What stands beside an article, unless it is in one.
_BESIDE: Final = frozenset(("aside", "footer"))
_DELETED: Final = frozenset(("del", "s", "strike"))
_STRUCK: Final = re.compile(r"text-decoration(?:-line)?\s*:[^;]*line-through", re.IGNORECASE)
_UNSHOWN: Final = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.IGNORECASE)
_UNSHOWN_CLASSES: Final = frozenset(("hidden", "sr-only", "screen-reader-text", "visually-hidden", "visuallyhidden"))
_COMMENTS: Final = re.compile(
    r"(?:user|reader|fb|facebook|disqus|post|article|view|all)?[-_]?comments(?:[-_]?(?:area|section|list|container|wrapper|block|body))?"
    r"|comment[-_]?(?:list|section|area|respond|thread|container|wrapper)|disqus_thread|respond",
    re.IGNORECASE,
)
#: Elements that are the page or its article, whatever their classes say.
_FRAMES: Final = frozenset(("html", "body", "main"))


def parsed(html: str) -> Any:
    """The tree of a page; elements have ``getroottree`` and so on as in ``lxml.html``.

    Raises:
        DataError: it has too many elements, too many in one another, or none.
        MissingError: lxml is not installed.
    """
    from lxml import etree
    from lxml import html as lxml_html

    parser = lxml_html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = lxml_html.document_fromstring(html.encode(), parser=parser)
    except etree.ParserError as error:
        raise DataError("is a page without any element; nothing can be read from it") from error
    depth = elements = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        elements += event == "start"
        if depth > MOST_DEEP or elements > MOST_ELEMENTS:
            most = f"{MOST_DEEP} elements in one another" if depth > MOST_DEEP else f"{MOST_ELEMENTS:,} elements"
            raise DataError(f"has more than {most}, which no page of news has; save its words as text")
    return root


def emptied(root: Any) -> Counter[str]:
    """Empty every element of a tree whose words are not shown, were deleted, or are readers' comments.

    Returns:
        How much was left out: "deleted words", "hidden blocks" and "comments" (sections).

    Raises:
        DataError: more than `MOST_CHARACTERS` are left.
    """
    left_out: Counter[str] = Counter()
    for element, kind in list(_unread(root)):
        words = "".join(element.itertext()).split() if kind else []
        if words:
            left_out[kind] += len(words) if kind == "deleted words" else 1
        element.clear(keep_tail=True)
        element.tag = "span"  # so that it breaks no line
    if sum(len(text.strip()) for text in root.itertext()) > MOST_CHARACTERS:
        raise DataError(f"has more than {MOST_CHARACTERS:,} characters, which no page of news has; save its words as text")
    return left_out


def names_of(element: Any) -> list[str]:
    """The classes and the id of an element."""
    return f"{element.get('class') or ''} {element.get('id') or ''}".split()


def has_at_most(element: Any, most: int) -> bool:
    """Whether an element has no more than so many words; looks no further than that."""
    found = 0
    for text in element.itertext():
        found += len(text.split())
        if found > most:
            return False
    return True


def _unread(root: Any) -> Iterator[tuple[Any, str]]:
    """The outermost elements that are not to be read, each with the kind that is counted, or ""."""
    from lxml import etree

    inside = None
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "end":
            inside = None if element is inside else inside
        elif inside is None and (kind := _kind(element)) is not None:
            inside = element
            yield element, kind


def _kind(element: Any) -> str | None:
    """Why an element is not read; None where it is."""
    if element.tag in _FRAMES:
        return None
    if element.tag in _NO_WORDS or (element.tag == "sup" and element.find(".//a") is not None):
        return ""  # a mark of a footnote joined to a number would be another number
    if element.tag in _BESIDE and not any(around.tag in ("article", "main") for around in element.iterancestors()):
        return ""
    style = element.get("style") or ""
    if element.tag in _DELETED or _STRUCK.search(style):
        return "deleted words"
    names = names_of(element)
    if (
        element.tag == "template"
        or element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or _UNSHOWN.search(style)
        or (_UNSHOWN_CLASSES.intersection(names) and not any(":" in name for name in names))
    ):
        return "hidden blocks"
    is_comment = element.get("itemprop") == "comment" or (element.get("itemtype") or "").endswith("/Comment")
    if is_comment or any(_COMMENTS.fullmatch(name) for name in names):
        return None if element.tag == "article" and not is_comment else "comments"
    return None
