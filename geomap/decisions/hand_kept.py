"""Records of a hand-kept TOML file changed one by one: comments, order and spacing of all else stay as they are.

Only the lines of the record that changes are parsed, and within these only the values that differ are written anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import tomli

from geomap.articles import toml
from geomap.errors import DataError, MissingError
from geomap.reading import in_english

#: What may hold the sign of a header without being one: texts and comments; and a header that begins a record.
_TOKEN = re.compile(
    r'"""(?:[^\\]|\\.)*?"{3,5}|\'{3}.*?\'{3,5}|"(?:[^"\\\n]|\\.)*+"|\'[^\'\n]*+\'|#[^\n]*'
    r"|(?<![^\n])[ \t]*\[(\[?)[ \t]*([^\]\n]+?)[ \t]*\]",
    re.DOTALL,
)

#: What is a day where a plain record has a text.
_DAYS = ("first", "last")


def changed(text: str, table: str, old: Mapping[str, Any] | None, new: Mapping[str, Any] | None) -> str:
    """A file's text with one record of a list of tables changed, added at its end, or taken out.

    Args:
        text: of the file.
        table: "claims" or "incidents".
        old: the record as it stands, plain; None where there is none yet.
        new: what it is to be; None where it is to go.

    Raises:
        DataError: the record cannot be changed in its place.
        MissingError: what changes it is not installed.
    """
    if old is None:
        return f"{text.rstrip()}\n\n{_as_block(table, new or {})}".lstrip("\n")
    start, end = _block(text, table, str(old["id"]))
    if new is None:
        return _cut(text, start, end)
    block = text[start:end]
    return text[:start] + _rewritten(block, table, old, new) + text[end:]


def record_text(text: str, table: str, id: str) -> str:
    """The lines of one record of a list of tables, as they are written.

    Raises:
        DataError: it is not written as a table of its own.
    """
    start, end = _block(text, table, id)
    return text[start:end]


def without_record(text: str, table: str, number: int) -> str:
    """A file's text without one record of a list of tables, counted from 0."""
    start, end = list(_blocks(text, table))[number]
    return _cut(text, start, end)


def _cut(text: str, start: int, end: int) -> str:
    rest = text[end:].lstrip("\n")
    return text[:start].rstrip("\n") + "\n" + (f"\n{rest}" if rest else "")


def _block(text: str, table: str, id: str) -> tuple[int, int]:
    """From where to where the record of an id stands."""
    for start, end in _blocks(text, table):
        if tomli.loads(text[start:end])[table][0].get("id") == id:
            return start, end
    raise DataError(f"{id}: its record is not found in the file as [[{table}]]; write it so")


def _blocks(text: str, table: str) -> Iterator[tuple[int, int]]:
    """From where to where each record stands, with its own tables; comments right above the next header are that one's."""
    headers = [(found.start(), found[2].strip()) for found in _TOKEN.finditer(text) if found[2] is not None]
    for n, (start, name) in enumerate(headers):
        if name == table:
            end = next((at for at, other in headers[n + 1 :] if not other.startswith(f"{table}.")), len(text))
            yield start, _before_comments(text, start, end)


def _before_comments(text: str, start: int, end: int) -> int:
    """Where a record ends, if the comments right above the next header are about what follows."""
    if end == len(text):
        return end
    lines = text[start:end].split("\n")
    kept = len(lines)
    while kept > 1 and (not lines[kept - 1].strip() or lines[kept - 1].lstrip().startswith("#")):
        kept -= 1
    return start + len("\n".join(lines[:kept])) + 1


def _as_block(table: str, record: Mapping[str, Any]) -> str:
    return "\n".join([f"[[{table}]]", *_lines(record)]) + "\n"


def _lines(record: Mapping[str, Any]) -> Iterator[str]:
    for name, value in record.items():
        if isinstance(value, list) and value and isinstance(value[0], Mapping):
            yield from (f"{name} = [", *(f"  {written(item)}," for item in value), "]")
        else:
            yield f"{name} = {written(value)}"


def written(value: Any) -> str:
    """A plain value as TOML on one line; days, which plain records have as texts, as days."""
    match value:
        case Mapping():
            parts = (f"{name} = {item if name in _DAYS else written(item)}" for name, item in value.items())
            return "{" + ", ".join(parts) + "}"
        case list() | tuple():
            return f"[{', '.join(map(written, value))}]"
    return toml(value)


def _rewritten(block: str, table: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> str:
    """A record's lines with the values that differ."""
    try:
        import tomlkit
    except ImportError as error:
        raise MissingError("tomlkit is not installed; in geomap's folder: pip install '.[review]'") from error
    document = tomlkit.parse(block)
    record: Any = document[table][0]  # a list of one table, since it has been read as one
    for name in [*new, *(name for name in old if name not in new)]:
        if name in old and name in new and old[name] == new[name]:
            continue
        if name not in new:
            record.remove(name)
        elif name in record and isinstance(new[name], list) and _change_list(record[name], old.get(name, []), new[name]):
            continue
        elif name in record:
            record[name] = _node(new[name])
        else:
            record.append(name, _node(new[name]))
    changed = document.as_string()
    found, _ = in_english(tomli.loads(changed)[table][0])  # records have the English of words in several languages
    if _plain(found) != _plain(tomli.loads(_as_block(table, new))[table][0]):
        raise DataError(
            f"{new.get('id')}: cannot be changed in its place; write each value on a line, as {{value = ..., spans = ...}}"
        )
    return changed


def _plain(node: Any) -> Any:
    """Values without the order of keys or what is empty."""
    if isinstance(node, Mapping):
        return {key: _plain(value) for key, value in node.items() if value != []}
    return [_plain(one) for one in node] if isinstance(node, list) else node


def _node(value: Any) -> Any:
    import tomlkit

    if isinstance(value, list) and value and isinstance(value[0], Mapping):
        rows = "\n".join(f"  {written(item)}," for item in value)
        return tomlkit.value(f"[\n{rows}\n]")
    return tomlkit.value(written(value))


def _change_list(found: Any, old: list[Any], new: list[Any]) -> bool:
    """Change a list item by item; False where it cannot be, so that it is written whole."""
    if len(found) != len(old) or not new:
        return False
    make = _table if type(found).__name__ == "AoT" else _node
    if len(old) == len(new):
        for n, (was, item) in enumerate(zip(old, new, strict=True)):
            if was != item:
                found[n] = make(item)
        return True
    kept = [was for was in old if was in new]
    if kept != [item for item in new if item in old]:
        return False
    for n in reversed([n for n, was in enumerate(old) if was not in new]):
        del found[n]
    for n, item in enumerate(new):
        if n >= len(kept) or kept[n] != item:
            kept.insert(n, item)
            if n == len(found):
                found.append(make(item))
            else:
                found.insert(n, make(item))
    return True


def _table(value: Any) -> Any:
    import tomlkit

    return tomlkit.parse("[[x]]\n" + "\n".join(_lines(value)) + "\n")["x"][0]
