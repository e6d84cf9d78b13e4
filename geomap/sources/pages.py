"""News pages: the article's words out of the page's own tree, or the article that the page holds as data."""

from __future__ import annotations

import copy
import html as entities
import logging
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

from geomap.errors import DataError, MissingError, Problem
from geomap.sources.corrections import find_corrections
from geomap.sources.markup import emptied, names_of, parsed
from geomap.sources.page_days import is_changed, published_in
from geomap.sources.page_words import words_in
from geomap.sources.posts import posts_in
from geomap.sources.source import Source, What
from geomap.sources.stated import day_of, id_of_name, words_of
from geomap.sources.stated_by_page import Stated, stated_by

#: The attribute that each element carries through readability, and those that it needs to choose.
_STAMP: Final = "data-geomap-stamp"
_STAMPED: Final = re.compile(rf'\b{_STAMP}="(\d+)"')
_WEIGHED: Final = ("class", "id", "itemprop")
_TOOL: Final = re.compile(r"share|social|tool|tags|menu|nav|promo|related|widget|meta", re.IGNORECASE)
#: Runs of white space make readability's regular expressions slow, and control characters stop lxml.
_SPACES: Final = re.compile(r"[\s\x00-\x1f\x7f-\x9f\ufffe\uffff]+")
_FOOTNOTE: Final = re.compile(r"\bfoot-?notes?\b", re.IGNORECASE)
#: A page's own words are a teaser of the article in its data where they are at most this share of it ...
_TEASER: Final = 0.8
#: ... and so much of them, three words at a time, stands in it; so few are a teaser whatever they say.
_SHARED: Final = 0.6
_HARDLY_ANY: Final = 0.2
_TAG, _ENTITY = (
    re.compile(r"</?(?:p|br|div|a|b|i|em|strong|span|h[1-6]|ul|li)\b[^<>]*>"),
    re.compile(r"&(?:#\d+|#x[\da-f]+|\w+);", re.I),
)


def read_page(name: str, html: str) -> Iterator[Source | Problem]:
    """The source of a page, or of a live page one for each of its posts.

    Args:
        name: of the file.
        html: the page.

    Raises:
        DataError: it has no words of an article, or is too deep or too large.
        MissingError: lxml or readability-lxml is not installed.
    """
    try:
        import readability  # noqa: F401  # before anything is read

        root = parsed(html)
    except ImportError as error:
        missing = (error.name or "lxml").partition(".")[0]
        wrong = f"{missing} is not installed, which pages need; in geomap's folder: pip install '.[html]'"
        raise MissingError(wrong) from error
    stated = stated_by(root)
    left_out = emptied(root)
    if posts := posts_in(root, is_live=stated.is_live):
        yield from _posts(name, posts, stated, left_out)
    elif len(stated.updates) > 1:
        yield from _updates(name, stated)
    else:
        yield _article(name, root, stated, left_out)


def _article(name: str, root: Any, stated: Stated, left_out: Counter[str]) -> Source:
    """The article of a page."""
    for head in root.findall("head"):
        root.remove(head)
    for n, element in enumerate(root.iter()):
        element.set(_STAMP, str(n))
    kept = _chosen(root)
    words = words_in(root, lambda element: element.get(_STAMP) in kept)
    text, what, captions = words.text, _what(words.text, stated), tuple(words.captions)
    if what == "embedded body":
        text, captions = _plain(stated.body or ""), ()
    if not text.strip():
        raise DataError("is a page without the words of an article; save them as text")
    held = next((element for element in root.iter() if element.get(_STAMP) in kept), root)
    return _source(
        *(name, None, text, what, stated),
        left_out=left_out,
        captions=captions,
        published=stated.published or published_in(root, held),
    )


def _posts(name: str, posts: list[Any], stated: Stated, left_out: Counter[str]) -> Iterator[Source]:
    """The posts of a live page, each with its own day; what the page left out is counted with the first."""
    for n, post in enumerate(posts, start=1):
        words = words_in(post)
        days = [day_of(time.get("datetime")) for time in post.iter("time") if not is_changed(time)]
        heading = next((words_of("".join(e.itertext())) for e in post.iter("h1", "h2", "h3", "h4")), None)
        yield _source(
            *(name, n, words.text, "page", stated),
            left_out=left_out if n == 1 else Counter(),
            captions=tuple(words.captions),
            published=days[0] if len(set(days)) == 1 else None,
            title=heading,
        )


def _updates(name: str, stated: Stated) -> Iterator[Source]:
    """The posts of a live page that its data alone hold."""
    for n, update in enumerate(stated.updates, start=1):
        published, title = day_of(update.get("datePublished")), words_of(update.get("headline"))
        yield _source(name, n, _plain(update["articleBody"]), "embedded body", stated, published=published, title=title)


def _source(name: str, part: int | None, text: str, what: What, stated: Stated, **more: Any) -> Source:
    """A source, with what its page states and what was left out of it."""
    left_out: Counter[str] = more.pop("left_out", Counter())
    return Source(
        name=name if part is None else f"{name}#{part}",
        id=id_of_name(name, text, part),
        text=text,
        what=what,
        title=more.pop("title", None) or stated.title,
        publisher=stated.publisher,
        address=stated.address,
        language=stated.language,
        corrections=find_corrections(text),
        deleted_words=left_out["deleted words"],
        hidden_blocks=left_out["hidden blocks"],
        comments=left_out["comments"],
        **more,
    )


def _chosen(root: Any) -> set[str]:
    """The stamps of the elements that readability takes for the article, out of a copy of the tree."""
    from readability import Document
    from readability.readability import Unparseable

    logging.getLogger("readability").addHandler(logging.NullHandler())  # what it cannot take apart is told below
    tree = copy.deepcopy(root)
    for element in _wordless(tree):  # among which it looks for words again and again
        element.clear(keep_tail=True)
        element.tag = "span"
    for element in tree.iter():
        element.text, element.tail = (text and _SPACES.sub(" ", text) for text in (element.text, element.tail))
        weighed = {key: _SPACES.sub(" ", element.get(key)) for key in _WEIGHED if element.get(key)}
        stamp = element.get(_STAMP)
        element.attrib.clear()
        # It takes a class "footnote" for the foot of the page; and of a link it need not know where it leads.
        element.attrib.update({key: _FOOTNOTE.sub("", value) for key, value in weighed.items()})
        if stamp:
            element.set(_STAMP, stamp)
    try:
        kept = set(_STAMPED.findall(Document(tree).summary(html_partial=True)))
    except Unparseable as error:
        raise DataError("is a page that readability cannot take apart; save its words as text") from error
    for element in root.iter("table", "ul", "ol"):
        around = element.getparent()
        if around is not None and around.get(_STAMP) in kept and element.find(".//a") is None and not _is_tool(element):
            kept.update(inner.get(_STAMP) for inner in element.iter())  # it leaves out what is short
    return kept


def _wordless(root: Any) -> list[Any]:
    """The outermost elements that hold no word, but for line ends."""
    from lxml import etree

    without: list[Any] = []
    before: list[int] = []  # how many elements without words were found before each that is open
    words: list[bool] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            before.append(len(without))
            words.append(bool((element.text or "").strip()) or element.tag in ("br", "hr"))
            continue
        first, has_words = before.pop(), words.pop()
        if not has_words:
            without[first:] = [element]  # in place of those in it
        if words:
            words[-1] |= has_words or bool((element.tail or "").strip())
    return without


def _is_tool(element: Any) -> bool:
    return any(_TOOL.search(name) for name in names_of(element))


def _what(text: str, stated: Stated) -> What:
    """Which text of a page is its article: the words that it shows, or those that it holds as data."""
    shown, held = text.split(), _plain(stated.body or "").split()
    if held and len(shown) <= _TEASER * len(held):
        of_shown, of_held = (set(zip(words, words[1:], words[2:], strict=False)) for words in (shown, held))
        is_part = len(of_shown & of_held) >= _SHARED * len(of_shown)
        if stated.is_paid or is_part or len(shown) < _HARDLY_ANY * len(held):
            return "embedded body"
    return "teaser" if stated.is_paid and shown else "page"


def _plain(body: str) -> str:
    """The text of an article that a page holds as data: as it stands there, or without tags where it has some."""
    if _TAG.search(body):
        root = parsed(body)
        emptied(root)
        return words_in(root).text
    return entities.unescape(body) if _ENTITY.search(body) else body
