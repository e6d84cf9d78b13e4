"""Where in a hand-kept file a problem belongs, and the line that stands there."""

from __future__ import annotations

import tomli

from geomap.errors import Mark, Steps
from geomap.reading.row_marks import find_cell
from geomap.reading.rows import delimiter_of
from geomap.reading.toml_marks import find_toml


def text_of(data: bytes) -> str:
    """A file's text, whatever is wrong with it: without a byte order mark, and with a line feed after each line."""
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    return data.decode(encoding, errors="replace").replace("\r\n", "\n").replace("\r", "\n")


def mark(text: str, name: str, way: Steps, *, key: bool = False) -> Mark | None:
    """The characters that a way leads to in a file's text, as `text_of` gives it.

    Args:
        text: of the file.
        name: the file's name, which says whether it is TOML or CSV.
        way: see `geomap.errors.Steps`.
        key: whether the key is asked for, not its value.

    Returns:
        The characters, without the quotes around a text; None where the text is no TOML.
    """
    if name.endswith(".csv"):
        return mark_at(text, *find_cell(text, delimiter_of(text), way))
    try:
        tomli.loads(text)
    except (ValueError, RecursionError):  # it was changed since
        return None
    return mark_at(text, *find_toml(text, way, key=key))


def mark_at(text: str, start: int, end: int) -> Mark:
    """The characters of a text from one offset to another, as far as they stand on one line, without the quotes around them."""
    if end - start > 2 and text[start] in "\"'" and text[end - 1] == text[start] != text[start + 1]:
        start, end = start + 1, end - 1
    line_end = text.find("\n", start)
    return Mark.at(text, start, min(end, line_end if line_end >= 0 else len(text)))
