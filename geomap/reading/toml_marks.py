"""Where the values of a TOML file stand in its text, which `tomli` does not say; asked only where an error is shown."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import tomli

from geomap.errors import Steps

_BLANK = re.compile(r"(?:[ \t\n]|#[^\n]*+)*+")
STRING = re.compile(r'"""(?:[^\\]|\\.)*?"{3,5}|\'{3}.*?\'{3,5}|"(?:[^"\\]|\\.)*+"|\'[^\']*+\'', re.DOTALL)
_BARE = re.compile(r"\d{4}-\d\d-\d\d \d\d:[^\s,\]}#]+|[^\s,\]}#]+")
_KEY = re.compile(r'[ \t]*+([\w-]++|"(?:[^"\\]|\\.)*+"|\'[^\']*+\')[ \t]*+')

#: The keys by whose value a record is named.
_NAMES = ("id", "claim", "incident", "file", "name")


@dataclass(slots=True)
class Found:
    """A value of the text: from where to where it stands, its key, and what is in it. A table with a header stands there."""

    start: int
    end: int
    key: tuple[int, int] | None = None
    inside: dict[str, Found] | list[Found] | None = None
    declared: bool = False  #: whether it has its header, or its value, already


class Doubled(Exception):  # noqa: N818  # no error of a caller: it carries a finding out of the parser
    """A key or a table that stands twice: where it does so the second time."""


@lru_cache(maxsize=2)
def toml_tree(text: str) -> Found:
    """Every value of a TOML text, which is known to be TOML.

    Raises:
        Doubled: up to there it is TOML, but a key stands twice.
    """
    return _Parser(text).document()


def find_toml(text: str, way: Steps, *, key: bool = False) -> tuple[int, int]:
    """From where to where a value or its key stands; where there is none, the key of what should have it.

    >>> text = '[[claims]]\\nid = "a/1"\\nplace = {value = ["Milltown"]}'
    >>> start, end = find_toml(text, ("claims", "a/1", "place", "value", 0))
    >>> text[start:end]
    '"Milltown"'
    """
    node = toml_tree(text)
    for step in way:
        match node.inside, step:
            case dict(inside), str() if step in inside:
                node = inside[step]
            case list(inside), int() if step < len(inside):
                node = inside[step]
            case list(inside), str() if named := [item for item in inside if _is_named(text, item, step)]:
                node = named[0]
            case _:
                return node.key or (node.start, node.end)
    return node.key if key and node.key else (node.start, node.end)


def _is_named(text: str, node: Found, name: str) -> bool:
    names = [node.inside[key] for key in _NAMES if key in node.inside] if isinstance(node.inside, dict) else [node]
    return any(name == tomli.loads(f"x = {text[one.start : one.end]}")["x"] for one in names if text[one.start] in "\"'")


class _Parser:
    """Reads what `tomli` has read before, and so looks for no other fault than a doubled key."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0

    def document(self) -> Found:
        root = table = Found(0, 0, inside={})
        while not self._ends():
            if self.text[self.at] == "[":
                table = self._header(root)
            else:
                self._pair(table)
        return root

    def _ends(self) -> bool:
        self._match(_BLANK)
        return self.at == len(self.text)

    def _header(self, root: Found) -> Found:
        start, brackets = self.at, 2 if self.text.startswith("[[", self.at) else 1
        self.at += brackets
        *keys, (name, where) = self._keys()
        self.at += brackets
        home = _inside(root, keys)
        table = Found(start, self.at, where, {}, declared=True)
        if brackets == 2:
            several = home.setdefault(name, Found(start, self.at, where, []))
            if not isinstance(several.inside, list) or several.declared:
                raise Doubled(where)
            several.inside.append(table)
        elif name in home:  # so far only named by a table in it
            if home[name].declared or not isinstance(home[name].inside, dict):
                raise Doubled(where)
            table.inside = home[name].inside
        if brackets == 1:
            home[name] = table
        return table

    def _pair(self, table: Found) -> None:
        *keys, (name, where) = self._keys()
        self.at += len("=")
        home = _inside(table, keys)
        if name in home:
            raise Doubled(where)
        home[name] = self._value()
        home[name].key = where

    def _keys(self) -> list[tuple[str, tuple[int, int]]]:
        """A dotted key: its parts, each with where it stands."""
        keys = []
        while True:
            part = self._match(_KEY)
            name = next(iter(tomli.loads(f"{part[1]} = 0")))
            keys.append((name, part.span(1)))
            if self.text[self.at] != ".":
                return keys
            self.at += len(".")

    def _value(self) -> Found:
        self._match(_BLANK)
        start, sign = self.at, self.text[self.at]
        inside: dict[str, Found] | list[Found] | None = None
        if sign == "[":
            items: list[Found] = []
            self._several("]", lambda: items.append(self._value()))
            inside = items
        elif sign == "{":
            table = Found(start, start, inside={})
            self._several("}", lambda: self._pair(table))
            inside = table.inside
        else:
            self._match(STRING if sign in "\"'" else _BARE)
        return Found(start, self.at, inside=inside, declared=True)

    def _several(self, close: str, read: Callable[[], None]) -> None:
        self.at += 1
        while self._match(_BLANK) and self.text[self.at] != close:
            read()
            self._match(_BLANK)
            self.at += self.text[self.at] == ","
        self.at += 1

    def _match(self, pattern: re.Pattern[str]) -> re.Match[str]:
        found = pattern.match(self.text, self.at)
        if found is None:
            raise IndexError(f"{pattern.pattern} does not stand at {self.at}")
        self.at = found.end()
        return found


def _inside(table: Found, keys: list[tuple[str, tuple[int, int]]]) -> dict[str, Found]:
    """What is in the table that keys lead to, by the last of each array of tables; a table that is not there is made."""
    inside = table.inside
    for name, where in keys:
        node = inside.setdefault(name, Found(*where, where, {})) if isinstance(inside, dict) else table
        inside = node.inside[-1].inside if isinstance(node.inside, list) and not node.declared else node.inside
        if not isinstance(inside, dict):
            raise Doubled(where)
    return inside if isinstance(inside, dict) else {}
