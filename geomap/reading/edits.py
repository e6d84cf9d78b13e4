"""A hand-kept file changed in its text, so that comments, order and spacing stay as they are."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from geomap.reading.files import decoded, read_bytes

#: What stands in a text from one offset to another, and what is written instead.
Edit = tuple[int, int, str]


def edited(text: str, edits: Iterable[Edit]) -> str:
    """A text with the edits made, the last first; of two at one place, the one that closes what is inside goes first.

    >>> edited("spans = [[3, 9]]", [(10, 11, "5"), (13, 14, "11")])
    'spans = [[5, 11]]'
    """
    for start, end, new in sorted(edits, key=lambda edit: (edit[0], edit[1], edit[2] != "}"), reverse=True):
        text = text[:start] + new + text[end:]
    return text


def write_as(former: Path, path: Path, text: str) -> None:
    """Write a changed text as the former file was written: with its line ends, its encoding and its byte order mark.

    Args:
        former: the file; one that is not there had line feeds and UTF-8.
        path: what is written, which may be the same.
        text: with a line feed after each line.
    """
    data = read_bytes(former) if former.is_file() else b""
    before = decoded(data, former.name)
    end = "\r\n" if 2 * before.count("\r\n") > before.count("\n") else "\n"
    utf_16 = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    encoding = "utf-16" if utf_16 else "utf-8-sig" if data.startswith(b"\xef\xbb\xbf") else "utf-8"
    path.write_text(text, encoding=encoding, newline=end)
