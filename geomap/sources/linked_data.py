"""What a page's scripts of linked data (JSON-LD) say of its article; source: the schema.org vocabulary."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from geomap.errors import DataError
from geomap.reading import check_json_depth

Node = Mapping[str, Any]

_ARTICLES: Final = ("Article", "BlogPosting", "Report")
#: What old pages write around a script, so that older ones do not show it.
_BEGINNINGS: Final = ("<!--", "//<![CDATA[", "// <![CDATA[", "/*<![CDATA[*/", "/* <![CDATA[ */", "<![CDATA[")
_ENDS: Final = ("//-->", "-->", "//]]>", "// ]]>", "/*]]>*/", "/* ]]> */", "]]>")
#: A string, or a comma that nothing follows.
_LAST_COMMA: Final = re.compile(r'("(?:[^"\\]++|\\.)*+")|,(?=\s*[}\]])', re.DOTALL)
#: Records of one page that are looked at.
_MOST_NODES: Final = 1000


def linked_data(root: Any) -> list[Node]:
    """The records of all scripts of a page, each script read by itself, so that a broken one loses no other."""
    nodes: list[Node] = []
    for script in root.iter("script"):
        if (script.get("type") or "").partition(";")[0].strip().lower() == "application/ld+json":
            nodes += _flat(_value(script.text or ""))
    return nodes[:_MOST_NODES]


def articles_in(nodes: list[Node], address: str | None, title: str | None) -> list[Node]:
    """The records of the page's own article: the only one, or those that have its address or its title."""
    articles = [node for node in nodes if is_a(node, *_ARTICLES)]
    if len(articles) <= 1:
        return articles
    return [
        node
        for node in articles
        if (address and address in _addresses(node)) or (title and title == " ".join(str(node.get("headline")).split()))
    ]


def is_a(node: Node, *kinds: str) -> bool:
    """Whether a record is of some kind; "Article" is also "NewsArticle" and the like."""
    stated = node.get("@type")
    return any(isinstance(one, str) and one.endswith(kinds) for one in (stated if isinstance(stated, list) else [stated]))


def name_in(value: Any, nodes: list[Node]) -> Any:
    """The name of an organisation: written out, its record, or a reference to that."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, Mapping) and "name" not in value and value.get("@id"):
        value = next((node for node in nodes if node.get("@id") == value["@id"] and "name" in node), None)
    return value.get("name") if isinstance(value, Mapping) else value


def is_paid(node: Node) -> bool:
    """Whether a record says that not everybody may read the article or a part of it."""
    parts = node.get("hasPart")
    for one in (node, *(parts if isinstance(parts, list) else [parts])):
        if isinstance(one, Mapping) and str(one.get("isAccessibleForFree")).lower() == "false":
            return True
    return False


def _value(script: str) -> Any:
    """What a script holds; None where it is no JSON."""
    text = script.strip()
    for beginning in _BEGINNINGS:
        text = text.removeprefix(beginning)
    for end in _ENDS:
        text = text.removesuffix(end)
    try:
        check_json_depth(text.encode(), "script")
        try:
            return json.loads(text, strict=False)  # with line ends inside of texts
        except ValueError:
            return json.loads(_LAST_COMMA.sub(lambda found: found[1] or "", text), strict=False)
    except (DataError, ValueError):
        return None


def _flat(value: Any) -> Iterator[Node]:
    """The records of a value, of a graph, and the main one of a page."""
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, Mapping):
            yield one
            for inner in (one.get("@graph"), one.get("mainEntity")):
                yield from (node for node in (inner if isinstance(inner, list) else [inner]) if isinstance(node, Mapping))


def _addresses(node: Node) -> set[str]:
    page = node.get("mainEntityOfPage")
    return {
        str(one) for one in (node.get("url"), node.get("@id"), page.get("@id") if isinstance(page, Mapping) else page) if one
    }
