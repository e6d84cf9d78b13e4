"""TOML that a person wrote, as plain values: no deeper, and no number larger, than any record of ours needs."""

from __future__ import annotations

import difflib
import math
import re
import tomllib
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from geomap.errors import DataError
from geomap.reading.files import read_text

#: How many tables and lists may stand in one another.
DEEPEST = 50
#: Whole numbers of TOML have 64 bits.
_LARGEST = 2**63 - 1

#: A key of more parts than `DEEPEST`, with dots between them: reading it takes time by the square of its parts.
_DEEP_KEY = re.compile(rf"""(?<![\w"'-])(?:[\w"'-]++[ \t]*+\.[ \t]*+){{{DEEPEST}}}""")


def read_toml(path: Path, *tables: str) -> dict[str, Any]:
    """The tables of a TOML file that people keep by hand.

    Args:
        path: the file.
        tables: what may stand at its top.

    Raises:
        DataError: it is no TOML, or has another table or a number that no field takes; a line each.
        MissingError: there is no such file.
    """
    return parse_toml(read_text(path), path.name, *tables)


def parse_toml(text: str, name: str, *tables: str) -> dict[str, Any]:
    """The same of a file's text; its name is for the messages.

    >>> parse_toml("[[claim]]", "a.toml", "article", "claims")
    Traceback (most recent call last):
    ...
    geomap.errors.DataError: a.toml: claim: no such table; the nearest is claims
    """
    try:
        if _DEEP_KEY.search(text):
            raise RecursionError
        document = tomllib.loads(text)
        problems = [f"{name}: {said}" for said in (*unknown_names(document, tables, "table"), *_wrong_numbers(document))]
    except RecursionError as error:
        raise DataError(f"{name}: tables in tables more than {DEEPEST} deep; no record is so deep") from error
    except ValueError as error:
        raise DataError(f"{name}: {_unreadable(text, error)}") from error
    if problems:
        raise DataError("\n".join(problems))
    return document


def unknown_names(found: Collection[str], known: Collection[str], kind: str) -> Iterator[str]:
    """A sentence for each name that is not known, with the nearest that is.

    >>> list(unknown_names(["nme", "level"], ["name", "level"], "column"))
    ['nme: no such column; the nearest is name']
    """
    for name in found:
        if name not in known:
            near = difflib.get_close_matches(name, known, n=1)
            yield f"{name}: no such {kind}; " + (f"the nearest is {near[0]}" if near else f"write {' or '.join(known)}")


def _wrong_numbers(document: dict[str, Any]) -> Iterator[str]:
    """Numbers that no field takes, each with where it stands.

    Raises:
        RecursionError: a table lies deeper than `DEEPEST`.
    """
    left: list[tuple[str, Any, int]] = [("", document, 0)]
    while left:
        where, node, depth = left.pop()
        if depth > DEEPEST:
            raise RecursionError
        if isinstance(node, dict):
            left += [(f"{where}.{key}".lstrip("."), value, depth + 1) for key, value in reversed(node.items())]
        elif isinstance(node, list):
            left += [(f"{where}[{i}]", value, depth + 1) for i, value in reversed(tuple(enumerate(node)))]
        elif isinstance(node, int) and not -_LARGEST - 1 <= node <= _LARGEST:
            yield f"{where}: is a number of more than 64 bits; write at most {_LARGEST}"
        elif isinstance(node, float) and not math.isfinite(node):
            yield f"{where}: is {node}, or too large to be told from it; write a finite number"


def _unreadable(text: str, error: ValueError) -> str:
    if isinstance(error, tomllib.TOMLDecodeError):
        return f"{error}; write it as TOML in UTF-8"
    digits = re.search(r"[0-9_]{1000,}", text)
    if digits is None:
        return f"{error}; correct it"
    line = text.count("\n", 0, digits.start()) + 1
    return f"line {line}: is a number of {len(digits[0]):,} digits; write at most {_LARGEST}"
