"""A story's files brought to the present names of fields, in their text: comments and order stay as they are."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from geomap.errors import Steps
from geomap.model import Story
from geomap.project.former_names import FORMER, FORMER_VALUES
from geomap.project.replacing import replacing
from geomap.reading import Edit, delimiter_of, edited, find_cell, find_toml, read_rows, read_text, read_toml, write_as


def migrate(story: Story) -> dict[str, tuple[str, ...]]:
    """Write a story's files with the present names of fields and of what stands in them.

    Args:
        story: whose folder is changed, each folder's files at once.

    Returns:
        By file, what was changed: "kind is called sub_event_type now", each once.

    Raises:
        DataError: a file cannot be read.
    """
    kinds = [(file, "article") for file in sorted(story.path("articles").glob("*.toml"))]
    kinds += [(story.path("incidents.toml"), "incidents"), (story.path("terms.csv"), "terms")]
    said: dict[str, tuple[str, ...]] = {}
    changed: dict[Path, str] = {}
    for file, kind in kinds:
        if not file.is_file():
            continue
        text = read_text(file).replace("\r\n", "\n")
        edits = list(_of_terms(file, text) if kind == "terms" else _of_toml(text, read_toml(file, *_TOP[kind]), kind))
        if edits:
            changed[file] = edited(text, edits)
            words = (f"{_plain(text[start:end])} is called {_plain(new)} now" for start, end, new in edits if start < end)
            said[file.relative_to(story.path(".")).as_posix()] = tuple(dict.fromkeys(words))
    for folder in sorted({file.parent for file in changed}):
        with replacing(folder) as fresh:
            for file in (file for file in changed if file.parent == folder):
                write_as(file, fresh / file.name, changed[file])
    return said


#: What stands at the top of each kind of TOML file.
_TOP = {"article": ("article", "claims"), "incidents": ("incidents", "notes")}


def _of_toml(text: str, node: Any, kind: str, way: Steps = ()) -> Iterator[Edit]:
    """The edits that a document needs, at every depth; a field that has both its names is left to the check."""
    items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for name, value in items:
        here = (*way, name)
        yield from _of_toml(text, value, kind, here)
        if not isinstance(name, str):
            continue
        if name in FORMER[kind] and FORMER[kind][name] not in node:
            yield (*find_toml(text, here, key=True), FORMER[kind][name])
            if name == "target" and isinstance(value, dict) and "value" in value:  # one target became a list of them
                start, end = find_toml(text, here)
                inner = find_toml(text, (*here, "value"))
                yield from ((start, start, "["), (end, end, "]"), (inner[0], inner[0], "{what = "), (inner[1], inner[1], "}"))
        if isinstance(value, str) and value in (present := FORMER_VALUES[kind].get(name, {})):
            yield (*find_toml(text, here), json.dumps(present[value]))


def _of_terms(file: Path, text: str) -> Iterator[Edit]:
    for number, row in enumerate(read_rows(file, ("field", "value", "term")), 1):
        for column, present in FORMER_VALUES["terms"].items():
            if row[column] in present:
                yield (*find_cell(text, delimiter_of(text), (number, column)), present[row[column]])


def _plain(words: str) -> str:
    return words.strip().strip("\"'")
