"""Names that fields of hand-kept files had before: still read for one version, and reported."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

#: For each kind of file the former names of its fields, each with the present one.
FORMER: Mapping[str, Mapping[str, str]] = {
    "article": {
        **{"kind": "sub_event_type", "held": "text_available", "by": "attributed_to", "by_spans": "attributed_spans"},
        "target": "targets",
    },
    "incidents": {"accounts": "versions"},
    "terms": {},
}
#: The same for what stands in a field: by kind of file and field, its former words.
FORMER_VALUES: Mapping[str, Mapping[str, Mapping[str, str]]] = {
    "article": {"status": {"admitted": "acknowledged"}},
    "incidents": {"field": {"kind": "sub_event_type", "target": "targets"}},
    "terms": {"field": {"kind": "sub_event_type"}, "value": {"admitted": "acknowledged"}},
}


def with_present_names(document: Any, file: str) -> Any:
    """A document with its former names and values replaced, at every depth.

    A field that has both its names keeps both, which is refused.

    Args:
        document: as TOML is read, or the rows of a CSV.
        file: "article", "incidents" or "terms".

    >>> with_present_names({"claims": [{"kind": {"value": "Attack", "by": "police"}}]}, "article")
    {'claims': [{'sub_event_type': {'value': 'Attack', 'attributed_to': 'police'}}]}
    """
    if isinstance(document, list):
        return [with_present_names(item, file) for item in document]
    if not isinstance(document, dict):
        return document
    present = {name: FORMER[file].get(name, name) for name in document}
    return {
        name if present[name] != name and present[name] in document else present[name]: _present_value(
            name, with_present_names(value, file), file
        )
        for name, value in document.items()
    }


def _present_value(name: str, value: Any, file: str) -> Any:
    return FORMER_VALUES[file].get(name, {}).get(value, value) if isinstance(value, str) else value


def former_names(document: Any, file: str) -> Iterator[str]:
    """Each former name that a document uses, once, with the present one: "kind is called sub_event_type now"."""
    seen: dict[str, str] = {}
    changed = {*FORMER[file], *FORMER_VALUES[file]}

    def walk(node: list[Any] | dict[str, Any]) -> None:
        for item in node if isinstance(node, list) else node.values():
            if isinstance(item, (list, dict)):
                walk(item)
        if isinstance(node, list) or changed.isdisjoint(node):
            return
        for name, value in node.items():
            if name in FORMER[file]:
                seen[name] = FORMER[file][name]
            if (present := _present_value(name, value, file)) != value:
                seen[value] = present

    walk(document)
    yield from (f"{name} is called {present} now" for name, present in seen.items())
