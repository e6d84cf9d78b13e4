"""The guard of every file that a person names: it is a regular file, and not larger than we hold in memory."""

from __future__ import annotations

import stat
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from geomap.errors import DataError, Mark, MissingError, Problem

#: The largest file that is read unless a reader asks for less, megabytes.
MOST_MB = 200.0
#: The largest file that people keep by hand, megabytes: a thousand times what ours have.
MOST_HAND_KEPT_MB = 20.0

_KINDS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
    (stat.S_ISSOCK, "a socket"),
)


def check_file(path: Path, most_mb: float = MOST_MB) -> int:
    """Refuse what is no regular file, or is a larger one than ``most_mb`` megabytes; nothing of it is read.

    Returns:
        How many bytes it has.

    Raises:
        MissingError: there is no such file.
        DataError: it is a folder, a pipe, a device or a socket, or too large.
    """
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise MissingError(f"{path}: no such file") from error
    except ValueError as error:  # a name with a NUL
        raise MissingError(f"{str(path)!r}: no name of a file") from error
    if not stat.S_ISREG(found.st_mode):
        kind = next((kind for is_kind, kind in _KINDS if is_kind(found.st_mode)), "no file")
        raise DataError(f"{path}: is {kind}; name a regular file")
    if found.st_size > most_mb * 1e6:
        raise DataError(f"{path}: has {found.st_size / 1e6:,.0f} MB; at most {most_mb:,g} MB are read")
    return found.st_size


def read_bytes(path: Path, most_mb: float = MOST_MB) -> bytes:
    """What a file holds; raises as `check_file` does."""
    size, most = check_file(path, most_mb), int(most_mb * 1e6)
    with open(path, "rb") as file:
        data = file.read(size + 1)
        if len(data) > size:  # it has grown, or says that it is empty, as those of /proc do
            data += file.read(most - size)
    if len(data) > most:
        raise DataError(f"{path}: has more than {most_mb:,g} MB, which is the most that is read")
    return data


def read_text(path: Path, most_mb: float = MOST_HAND_KEPT_MB, *, name: str | None = None) -> str:
    """The UTF-8 text of a file, without a byte order mark; its name for the messages, if it has another there.

    Raises:
        DataError: it is not UTF-8, or as `check_file`.
        MissingError: there is no such file.
    """
    return decoded(read_bytes(path, most_mb), name or path.name)


_ACCEPTED: Final = "with its tracked changes accepted"
#: How files begin that hold words and are no text, and what to do. We read none of them: their readers give words that
#: nobody sees, old and new tolls in one number, or leave new ones out (striprtf 0.0.35, python-docx 1.2.0, docx2txt 0.9).
#: A ZIP begins with two letters that are a country's code, too; our code names none, so the first is a number.
_NO_TEXT: Final[Mapping[bytes, str]] = {
    b"{\\rtf": f"an RTF file, no text; save it as plain text (UTF-8), {_ACCEPTED}",
    b"\x50K\x03\x04": f"a Word, OpenDocument or Excel file or another ZIP; save it as plain text or CSV (UTF-8), {_ACCEPTED}",
    b"\xd0\xcf\x11\xe0": f"an old Word or Excel file, no text; save it as plain text or CSV (UTF-8), {_ACCEPTED}",
    b"%PDF-": "a PDF file, no text; take its text out first (`pdftotext -enc UTF-8 FILE`) and compare its numbers",
}


def is_no_text(data: bytes) -> str | None:
    """What the beginning of a file says that it is, and what to do, where that is no text; else None."""
    return next((f"is {said}" for head, said in _NO_TEXT.items() if data.startswith(head)), None)


def decoded(data: bytes, name: str) -> str:
    """Bytes as text: UTF-8, or UTF-16 where a byte order mark says so.

    Raises:
        DataError: they are neither, with the line and the character; or they are a file of a format that is no text.
    """
    if other := is_no_text(data):
        raise DataError(Problem(name, other))
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(encoding, errors="ignore")
        said = f"not {encoding[:6].upper().rstrip('-')}; save the file as UTF-8"
        raise DataError(_problem(name, said, before)) from error
    if "\0" in text:
        raise DataError(_problem(name, "a character NUL; save the file as UTF-8", text[: text.index("\0")]))
    return text


def _problem(name: str, said: str, before: str) -> Problem:
    """What is wrong where a text goes on."""
    at = Mark.at(before, len(before))
    return Problem(name, said, at, where=f"line {at.line}, character {at.column}")
