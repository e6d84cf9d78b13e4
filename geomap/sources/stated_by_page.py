"""What a page states of its article: in linked data, in the tags of its head, and in its language."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from geomap.sources.linked_data import Node, articles_in, is_a, is_paid, linked_data, name_in
from geomap.sources.stated import address_of, code_of, day_of, is_writable, words_of

#: Tags of the head that give the day of publication; never those of a change.
_PUBLISHED: Final = (
    *("article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "pubdate", "publishdate"),
    *("publish-date", "publication_date", "dc.date.issued", "dcterms.issued", "citation_publication_date"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """What a page says of its article."""

    title: str | None
    publisher: str | None
    published: dt.date | None
    address: str | None
    language: str | None
    body: str | None  #: the article's text in the page's data
    is_paid: bool  #: whether not everybody may read the whole
    is_live: bool
    updates: tuple[Node, ...]  #: the posts of a live page in its data


def stated_by(root: Any) -> Stated:
    """What a page says of its article, before anything is taken out of its tree."""
    tags = _tags(root)
    nodes = linked_data(root)
    title = words_of(tags.get("og:title"))
    links = (link.get("href") for link in root.iter("link") if (link.get("rel") or "").lower() == "canonical")
    address = next(filter(None, map(address_of, (*links, tags.get("og:url")))), None)
    own = articles_in(nodes, address, title)
    live = [node for node in nodes if is_a(node, "LiveBlogPosting")]
    return Stated(
        title=title or _first(words_of(node.get("headline")) for node in own) or _heading(root),
        publisher=words_of(tags.get("og:site_name")) or _first(words_of(name_in(node.get("publisher"), nodes)) for node in own),
        published=_first(day_of(node.get("datePublished")) for node in own)
        or _first(day_of(tags.get(name)) for name in _PUBLISHED),
        address=address,
        language=code_of(root.get("lang") or root.get("xml:lang")),
        body=max((node["articleBody"] for node in own if _has_body(node)), key=len, default=None),
        is_paid=any(is_paid(node) for node in own),
        is_live=bool(live),
        updates=tuple(one for node in live for one in _records(node.get("liveBlogUpdate")) if _has_body(one)),
    )


def _first(values: Iterator[Any]) -> Any:
    return next((value for value in values if value is not None), None)


def _records(value: Any) -> list[Node]:
    return [one for one in (value if isinstance(value, list) else [value]) if isinstance(one, Mapping)]


def _has_body(node: Node) -> bool:
    """Whether a record holds a text that can be kept."""
    body = node.get("articleBody")
    return isinstance(body, str) and bool(body.strip()) and is_writable(body)


def _tags(root: Any) -> Mapping[str, str]:
    """The first content of each tag ``<meta>``, by its property, name or itemprop in small letters."""
    tags: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        if name and (content := meta.get("content")):
            tags.setdefault(name.lower(), content)
    return tags


def _heading(root: Any) -> str | None:
    """The page's heading, where it has one alone."""
    headings = [words for heading in root.iter("h1") if (words := words_of("".join(heading.itertext())))]
    return headings[0] if len(headings) == 1 else None
