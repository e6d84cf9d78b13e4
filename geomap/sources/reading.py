"""Files, folders and streams as sources, one by one; what cannot be read is a problem, and the rest goes on."""

from __future__ import annotations

import io
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from geomap.errors import DataError, GeomapError, Problem
from geomap.reading import MOST_MB, check_file, decoded, is_no_text, read_bytes
from geomap.sources.charsets import page_text
from geomap.sources.corrections import find_corrections
from geomap.sources.json_lines import read_json_lines
from geomap.sources.source import Source
from geomap.sources.stated import id_of_name

_LINES, _PAGES, _TEXTS = (".jsonl", ".ndjson"), (".html", ".htm"), (".txt",)
#: The ends of the names of files that are read in a folder; any other file may be named itself.
ENDINGS = _TEXTS + _PAGES + _LINES
_MOST = int(MOST_MB * 1e6)
_PAGE = re.compile(rb"\s*<(?:!--|(?:!doctype\s+html|html|head|body|article|main|div|p)\b)", re.IGNORECASE)


def read_sources(inputs: Iterable[Path | bytes | BinaryIO]) -> Iterator[Source | Problem]:
    """Every source of some files, of all files of folders, and of streams; one at a time, so that memory stays flat.

    Args:
        inputs: a file; a folder, whose files are read in the order of their names, those in folders within it too, as far as
            their names end as `ENDINGS`; or bytes or a stream of bytes, such as the standard input, called "stdin". What a
            stream or a file of another ending holds is told from its beginning.

    Yields:
        Sources; and a problem for each file, line or page that cannot be read: too large (`geomap.reading.MOST_MB`; of JSON
        lines each line), not UTF-8 (of a page: nor what its head declares), without words. What comes after it is still read.
    """
    for one in inputs:
        if isinstance(one, bytes):
            yield from _guarded("stdin", io.BytesIO(one))
        elif isinstance(one, Path) and one.is_dir():
            yield from _folder(one)
        else:
            yield from _guarded(one.name if isinstance(one, Path) else "stdin", one)


def _folder(folder: Path) -> Iterator[Source | Problem]:
    """The sources of a folder; names that begin with a dot are passed over, as are links to folders."""
    unread: list[OSError] = []
    held = False
    for place, folders, files in os.walk(folder, onerror=unread.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if name.lower().endswith(ENDINGS) and not name.startswith("."):
                held = True
                path = Path(place, name)
                yield from _guarded(path.relative_to(folder).as_posix(), path)
    yield from (Problem(str(error.filename), f"cannot be read: {error.strerror or error}") for error in unread)
    if not held and not unread:
        yield Problem(str(folder), f"holds no file whose name ends in {', '.join(ENDINGS)}")


def _guarded(name: str, one: Path | BinaryIO) -> Iterator[Source | Problem]:
    """The sources of a file or a stream, or the problem that ends them."""
    try:
        yield from _file(name, one) if isinstance(one, Path) else _stream(name, one)
    except GeomapError as error:
        for said in error.problems:
            yield said if isinstance(said, Problem) else Problem(name, said.removeprefix(f"{one}: "))
    except OSError as error:
        yield Problem(name, f"cannot be read: {error.strerror or error}")


def _file(name: str, path: Path) -> Iterator[Source | Problem]:
    ending = path.suffix.lower()
    if ending in _PAGES or ending in _TEXTS:
        yield from _document(name, read_bytes(path), is_page=ending in _PAGES)
        return
    check_file(path, float("inf"))  # lines are bounded one by one
    with path.open("rb") as file:
        yield from read_json_lines(name, _lines(file)) if ending in _LINES else _stream(name, file)


def _stream(name: str, stream: BinaryIO) -> Iterator[Source | Problem]:
    """The sources of a stream of any kind: JSON lines begin with a bracket, a page with a tag."""
    head = b""
    while not head.strip(b"\xef\xbb\xbf \t\r\n") and len(head) <= _MOST and (line := stream.readline(_MOST + 1)):
        head += line
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") and not is_no_text(head):
        yield from read_json_lines(name, _lines(stream, head))
        return
    data = head + stream.read(max(0, _MOST + 1 - len(head)))
    if len(data) > _MOST:
        raise DataError(f"has more than {MOST_MB:,g} MB, which is the most that is read")
    yield from _document(name, data, is_page=bool(_PAGE.match(data.removeprefix(b"\xef\xbb\xbf"))))


def _lines(stream: BinaryIO, head: bytes = b"") -> Iterator[bytes]:
    """The lines of a stream, after some that were read; of one that is too long its beginning, a byte longer than allowed."""
    yield from head.splitlines(keepends=True)
    while line := stream.readline(_MOST + 1):
        rest = line
        while len(rest) > _MOST and not rest.endswith(b"\n"):
            rest = stream.readline(_MOST + 1)
        yield line


def _document(name: str, data: bytes, *, is_page: bool) -> Iterator[Source | Problem]:
    """The source of a text file, or those of a page."""
    words = page_text(data, name) if is_page else decoded(data, name)
    if not words.strip():
        raise DataError("is empty; nothing can be read from it")
    if is_page:
        from geomap.sources.pages import read_page  # with lxml, which text has no use for

        yield from read_page(name, words)
        return
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise DataError("is UTF-16; save it as UTF-8, which spans count")
    text = data.decode("utf-8")  # with a byte order mark where there is one: spans count it
    yield Source(name=name, id=id_of_name(name, text), text=text, what="text", corrections=find_corrections(text))
