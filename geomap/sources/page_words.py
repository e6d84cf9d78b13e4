"""The words of a page's elements as one text: a tab between cells, a blank line between blocks, a line end at ``<br>``."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

from geomap.model import Span
from geomap.sources.markup import names_of

_BLOCKS: Final = frozenset(
    (
        *(
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "caption",
            "center",
            "dd",
            "details",
            "div",
            "dl",
            "dt",
            "fieldset",
        ),
        *("figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr"),
        *("html", "legend", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot"),
        *("thead", "ul"),
    )
)
_CELLS: Final = frozenset(("td", "th"))
#: Characters; a cell of a table that holds more is a column of the page.
_LONGEST_CELL: Final = 200
_SPACES: Final = re.compile(r"[ \t\n\r\f]+")
#: What separates two words, the stronger ones last.
_SEPARATORS: Final = ("", " ", "\t", "\n", "\n\n")
_SPACE, _TAB, _LINE, _BLOCK = range(1, 5)
_LONGEST_CAPTION: Final = 1000


@dataclass
class PageWords:
    """A text under way: what was written, and the separator that is due before the next word."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    due: int = 0
    captions: list[Span] = field(default_factory=list)

    def add(self, words: str | None) -> None:
        """Write the words of a node of text; white space is one space."""
        words = _SPACES.sub(" ", (words or "").replace("\u00ad", ""))  # a soft hyphen is no part of its word
        if words.startswith(" ") or (words and not words.strip()):
            self.part(_SPACE)
        inner = words.strip(" ")
        if inner.strip():
            separator = _SEPARATORS[self.due] if self.pieces else ""
            self.pieces += (separator, inner)
            self.length += len(separator) + len(inner)
            self.due = 0
        if words.endswith(" "):
            self.part(_SPACE)

    def part(self, how: int) -> None:
        """Have at least this separator before the next word."""
        self.due = max(self.due, how)

    @property
    def text(self) -> str:
        """What was written."""
        return "".join(self.pieces)


def words_in(root: Any, is_kept: Callable[[Any], bool] = lambda element: True) -> PageWords:
    """The words of an element and of those in it; of elements that are not kept only what others in them hold.

    Words that follow an element belong to the one around it.
    """
    from lxml import etree

    words = PageWords()
    cell = caption = None
    from_piece = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            if caption is None and _is_caption(element):
                caption, from_piece = element, len(words.pieces)
                words.part(_BLOCK)
            cell = _begin(words, element, cell)
            if is_kept(element):
                words.add("“" if element.tag == "q" else None)
                _add(words, element.text, element)
            continue
        if element.tag == "q" and is_kept(element):
            words.due = 0
            words.add("”")
        _end(words, element, cell)
        if element is cell:
            cell = None
        if element is caption:
            caption = None
            held = "".join(words.pieces[from_piece + 1 :])  # without the separator before it
            if held.strip():
                end = words.length - len(held) + len(held.rstrip())
                words.captions.append(Span(end - len(held.strip()), end))
        parent = element.getparent()
        if element is not root and parent is not None and is_kept(parent):
            _add(words, element.tail, parent)
    return words


def _begin(words: PageWords, element: Any, cell: Any) -> Any:
    """Write what stands before an element's words; returns the cell of a table that is under way."""
    tag = element.tag
    if tag in _CELLS:
        previous = element.getprevious()
        words.part(_TAB if previous is not None and previous.tag in _CELLS else _LINE)
        if cell is None and _is_short(element):
            return element
    elif tag == "br":
        words.part(_LINE if cell is None else _SPACE)
    elif tag == "tr":
        words.part(_LINE)
    elif tag in _BLOCKS:
        words.part(_BLOCK if cell is None else _SPACE)
    elif tag in ("sup", "sub") and _goes_on_a_number(words, element):
        words.part(_SPACE)  # 3 1/2 is not 31/2
    return cell


def _end(words: PageWords, element: Any, cell: Any) -> None:
    """Write what stands after an element's words."""
    if element.tag in _BLOCKS:
        words.part(_BLOCK if cell is None else _SPACE)
    elif element.tag == "tr":
        words.part(_LINE)


def _add(words: PageWords, text: str | None, element: Any) -> None:
    """Write a node of text; in ``<pre>`` its lines stay."""
    if element.tag != "pre" or not text:
        words.add(text)
        return
    for n, line in enumerate(text.split("\n")):
        words.part(_LINE if n else 0)
        words.add(line)


def _is_short(element: Any) -> bool:
    """Whether a cell is one of a table of data, not a column of the page."""
    length = 0
    for text in element.itertext():
        length += len(text.strip())
        if length > _LONGEST_CELL:
            return False
    return True


def _goes_on_a_number(words: PageWords, element: Any) -> bool:
    return bool(words.pieces) and words.pieces[-1][-1:].isdecimal() and (element.text or "")[:1].isdecimal()


def _is_caption(element: Any) -> bool:
    """Whether an element is what is said of a picture."""
    if element.tag == "figcaption":
        return True
    named = any("caption" in name.lower() for name in names_of(element))
    return named and element.tag != "caption" and sum(map(len, element.itertext())) <= _LONGEST_CAPTION
