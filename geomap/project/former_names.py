"""Names that fields of hand-kept files had before 0.2: still read for one version, and reported."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

#: For each kind of file the former names of its fields, each with the present one.
FORMER: Mapping[str, Mapping[str, str]] = {
    "article": {"kind": "sub_event_type", "held": "text_available", "by": "attributed_to", "by_spans": "attributed_spans"},
    "incidents": {"accounts": "versions"},
}


def with_present_names(document: Any, file: str) -> Any:
    """A document with its former names replaced, at every depth; a field that has both names keeps both, which is refused.

    Args:
        document: as TOML is read.
        file: "article" or "incidents".

    >>> with_present_names({"claims": [{"kind": {"value": "Attack", "by": "police"}}]}, "article")
    {'claims': [{'sub_event_type': {'value': 'Attack', 'attributed_to': 'police'}}]}
    """
    if isinstance(document, list):
        return [with_present_names(item, file) for item in document]
    if not isinstance(document, dict):
        return document
    present = {name: FORMER[file].get(name, name) for name in document}
    return {
        name if present[name] != name and present[name] in document else present[name]: with_present_names(value, file)
        for name, value in document.items()
    }


def former_names(document: Any, file: str) -> Iterator[str]:
    """Each former name that a document uses, once, with the present one: "kind is called sub_event_type now"."""
    seen: dict[str, None] = {}

    def walk(node: Any) -> None:
        for item in node if isinstance(node, list) else node.values() if isinstance(node, dict) else ():
            walk(item)
        if isinstance(node, dict):
            seen.update(dict.fromkeys(name for name in node if name in FORMER[file]))

    walk(document)
    yield from (f"{name} is called {FORMER[file][name]} now" for name in seen)
