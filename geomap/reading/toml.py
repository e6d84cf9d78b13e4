"""TOML that a person wrote, as plain values: no deeper, and no number larger, than any record of ours needs."""

from __future__ import annotations

import difflib
import json
import math
import re
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

import tomli

from geomap.errors import DataError, Mark, Problem, Steps
from geomap.reading.files import read_text
from geomap.reading.toml_marks import STRING, Doubled, toml_tree

#: How many tables and lists may stand in one another.
DEEPEST = 50
#: Whole numbers of TOML have 64 bits.
_LARGEST = 2**63 - 1

#: A key of more parts than `DEEPEST`, with dots between them: reading it takes time by the square of its parts.
_DEEP_KEY = re.compile(rf"""(?<![\w"'-])(?:[\w"'-]++[ \t]*+\.[ \t]*+){{{DEEPEST}}}""")

#: What opens and closes tables and lists, and what hides such signs.
_BRACKET = re.compile(rf"{STRING.pattern}|#[^\n]*+|[\[{{}}\]]", re.DOTALL)


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
        if _deep_key(text):
            raise RecursionError
        document = tomli.loads(text)
        problems = [Problem(name, said, (key,), key=True) for key, said in unknown_names(document, tables, "table")]
        problems += [Problem(name, f"{_written(way)}: {said}", way) for way, said in _wrong_numbers(document)]
    except RecursionError as error:
        said = f"tables in tables more than {DEEPEST} deep; no record is so deep"
        raise DataError(Problem(name, said, Mark.at(text, _deepest(text)))) from error
    except ValueError as error:
        raise DataError(Problem(name, *_unreadable(text, error))) from error
    if problems:
        raise DataError(*problems)
    return document


def toml_text(text: str) -> str:
    """A text as TOML, in double quotes.

    >>> toml_text('a "pass" 🏔')
    '"a \\\\"pass\\\\" 🏔"'
    """
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def unknown_names(found: Collection[str], known: Collection[str], kind: str) -> Iterator[tuple[str, str]]:
    """Each name that is not known with a sentence, which has the nearest that is.

    >>> list(unknown_names(["nme", "level"], ["name", "level"], "column"))
    [('nme', 'nme: no such column; the nearest is name')]
    """
    for name in found:
        if name not in known:
            near = difflib.get_close_matches(name, known, n=1)
            yield name, f"{name}: no such {kind}; " + (f"the nearest is {near[0]}" if near else f"write {' or '.join(known)}")


def _deep_key(text: str) -> re.Match[str] | None:
    """A key of too many parts; looked for only where a line has so many dots."""
    return _DEEP_KEY.search(text) if any(line.count(".") >= DEEPEST for line in text.split("\n")) else None


def _wrong_numbers(node: dict[str, Any] | list[Any], deep: int = 1) -> Iterator[tuple[Steps, str]]:
    """Numbers that no field takes, each with the way to it.

    Raises:
        RecursionError: a value lies deeper than `DEEPEST`.
    """
    if deep > DEEPEST and node:
        raise RecursionError
    for step, value in node.items() if isinstance(node, dict) else enumerate(node):
        if isinstance(value, (dict, list)):
            for way, said in _wrong_numbers(value, deep + 1):
                yield (step, *way), said
        elif isinstance(value, int) and not -_LARGEST - 1 <= value <= _LARGEST:
            yield (step,), f"is a number of more than 64 bits; write at most {_LARGEST}"
        elif isinstance(value, float) and not math.isfinite(value):
            yield (step,), f"is {value}, or too large to be told from it; write a finite number"


def _written(way: Steps) -> str:
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in way).lstrip(".")


def _unreadable(text: str, error: ValueError) -> tuple[str, Mark]:
    """What keeps a text from being read, and where."""
    if isinstance(error, tomli.TOMLDecodeError):
        return f"{error}; write it as TOML in UTF-8", _where(text, str(error))
    digits = re.search(r"[0-9_]{1000,}", text)
    if digits is None:
        return f"{error}; correct it", Mark(1, 1)
    at = Mark.at(text, digits.start())
    return f"line {at.line}: is a number of {len(digits[0]):,} digits; write at most {_LARGEST}", at


def _deepest(text: str) -> int:
    """Where a text goes deeper than any record."""
    if found := _deep_key(text):
        return found.start()
    depth = 0
    for found in _BRACKET.finditer(text):
        depth += (found[0] in ("[", "{")) - (found[0] in ("]", "}"))
        if depth > DEEPEST:
            return found.start()
    return 0


def _where(text: str, said: str) -> Mark:
    """Where a text is no TOML: where a key stands again, or else where `tomli` stopped."""
    text = text.replace("\r\n", "\n")
    try:
        toml_tree(text)
    except Doubled as doubled:
        start, end = doubled.args[0]
        return Mark.at(text, start, end)
    except (IndexError, ValueError, RecursionError):
        pass  # the text is no TOML, so nothing is known of it but what tomli says
    if found := re.search(r"line (\d+), column (\d+)", said):
        return Mark(int(found[1]), int(found[2]))
    return Mark.at(text, len(text.rstrip()))
