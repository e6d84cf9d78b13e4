"""CSV as a stream of batches: packed or not, with a header row or without, its types found and widened where they must be."""

from __future__ import annotations

import codecs
import csv
import gzip
import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from geomap.errors import DataError
from geomap.events.kinds import Kind, is_number, kind_of, kind_of_cells
from geomap.events.rows import Rows, pyarrow

if TYPE_CHECKING:
    import pyarrow as pa

#: Bytes that are parsed at once: no row may be longer. And those that are looked at before.
BLOCK, HEAD = 1 << 20, 1 << 19

#: How packed files begin.
_ZIP, _GZIP = b"\x50\x4b", b"\x1f\x8b"

_SEPARATORS = ",\t;|"
_WRONG_TYPE = re.compile(r"In CSV column #(\d+): .*conversion error to (\S+): invalid value '(.*)'", re.DOTALL)
_LEADING_ZERO = re.compile(r"[+-]?0\d")


class NarrowError(Exception):
    """A column's type, found in its first rows, does not hold for a later one: the table is to be read again."""

    def __init__(self, column: str, type: pa.DataType) -> None:
        """Of a column, with the type to read it as."""
        super().__init__(column)
        self.column, self.type = column, type


@contextmanager
def read_csv(path: Path, *, as_text: bool, types: Mapping[str, pa.DataType]) -> Iterator[Rows]:
    """The rows of a CSV file, of one in a ZIP, or of one packed by gzip.

    Args:
        path: of the file.
        as_text: whether every cell is to be left as it is written; else columns get types.
        types: of columns for which the first rows say too little.

    Raises:
        DataError: the file cannot be a table, said in one sentence.
        NarrowError: (while the batches are read) ``types`` needs one more.
    """
    arrow = pyarrow()
    from pyarrow import csv as arrow_csv

    with _unpacked(path) as (file, _):
        head = _decoded(path, file.read(HEAD))
    kind, separator, first, header = _looked_at(path, head)
    names = first if header else list(kind.columns) if kind else [f"column_{k + 1}" for k in range(len(first))]
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise DataError(f"{path}: two columns are called {twice[0]!r}; give each a name of its own")
    fixed = dict.fromkeys(names, arrow.string()) if as_text else _with_leading_zeros(head, separator, names) | dict(types)
    broken: list[str] = []

    def leave_out(row: Any) -> str:
        broken.append(row.text[:60])
        return "skip"

    quote = False if kind and not kind.quoted and not header else '"'
    with _unpacked(path) as (unpacked, share), ExitStack() as stack:
        counted = _Counting(unpacked)
        try:
            reader = stack.enter_context(
                arrow_csv.open_csv(
                    counted,
                    arrow_csv.ReadOptions(block_size=BLOCK, column_names=None if header else names),
                    arrow_csv.ParseOptions(
                        delimiter=separator, newlines_in_values=True, quote_char=quote, invalid_row_handler=leave_out
                    ),
                    # An empty cell is missing; "NA" is a text, and Namibia's code.
                    arrow_csv.ConvertOptions(
                        column_types=fixed, null_values=[""], strings_can_be_null=True, quoted_strings_can_be_null=False
                    ),
                )
            )
        except arrow.ArrowInvalid as error:
            raise _said(path, error, names) from error
        if any(arrow.types.is_binary(one.type) for one in reader.schema):  # which is what Arrow makes of other encodings
            raise DataError(f"{path}: {_not_utf8(path)} is not UTF-8; save the table in UTF-8")
        batches = _batches(path, reader, names)
        yield Rows(schema=reader.schema, batches=batches, share=share, kind=kind, nothing_is_text=True, broken=broken)
        if quote and counted.quotes % 2:
            _refuse_open_quote(path, separator)


def _batches(path: Path, reader: Any, names: Sequence[str]) -> Iterator[pa.RecordBatch]:
    try:
        yield from reader
    except pyarrow().ArrowInvalid as error:
        raise _said(path, error, names) from error


def _said(path: Path, error: Exception, names: Sequence[str]) -> Exception:
    """What is wrong with a CSV file, or that a column needs a wider type."""
    text = str(error)
    if "UTF8" in text:
        return DataError(f"{path}: {_not_utf8(path)} is not UTF-8; save the table in UTF-8")
    if found := _WRONG_TYPE.search(text):
        return NarrowError(names[int(found[1])], _wider(found[2], found[3]))
    if "straddling" in text:
        return DataError(f"{path}: a row is longer than {BLOCK / 1e6:.0f} MB, or a quotation mark is never closed; mend it")
    return DataError(f"{path}: cannot be read as CSV ({text.splitlines()[0]})")


def _wider(type: str, cell: str) -> pa.DataType:
    """The narrowest type that holds a cell, which the given one does not; whole numbers keep all their digits."""
    arrow = pyarrow()
    if type == "null" and re.fullmatch(r"-?[1-9]\d{0,17}|0", cell.strip()):
        return arrow.int64()
    digits = re.fullmatch(r"[+-]?\d+", cell.strip())
    return arrow.float64() if type in ("null", "int64") and is_number(cell) and not digits else arrow.string()


@contextmanager
def _unpacked(path: Path) -> Iterator[tuple[IO[bytes], Any]]:
    """The bytes of a CSV file, and what tells how much of it is read."""
    size = max(1, path.stat().st_size)
    with ExitStack() as stack:
        raw = stack.enter_context(path.open("rb"))
        begin = raw.read(4)
        raw.seek(0)
        file: IO[bytes] = raw
        try:
            if begin.startswith(_ZIP):
                archive = stack.enter_context(zipfile.ZipFile(raw))
                file = stack.enter_context(archive.open(_member(path, archive)))
            elif begin.startswith(_GZIP):
                stack.enter_context(packed := gzip.GzipFile(fileobj=raw))
                file = io.BufferedReader(packed)
            yield file, lambda: min(1.0, raw.tell() / size) if not raw.closed else 1.0
        except (zipfile.BadZipFile, gzip.BadGzipFile, EOFError, NotImplementedError, zlib.error) as error:
            raise DataError(f"{path}: cannot be unpacked ({error}); fetch it again") from error


def _member(path: Path, archive: zipfile.ZipFile) -> zipfile.ZipInfo:
    """The one table in a ZIP."""
    tables = [one for one in archive.infolist() if one.filename.lower().endswith((".csv", ".tsv", ".tab"))]
    tables = [one for one in tables if not one.filename.startswith("__MACOSX/")]
    if len(tables) != 1:
        names = ", ".join(one.filename for one in tables[:5]) or ", ".join(archive.namelist()[:5]) or "nothing"
        raise DataError(f"{path}: holds {names}; give a ZIP with one CSV file in it, or unpack the one that is meant")
    if tables[0].flag_bits & 1:
        raise DataError(f"{path}: {tables[0].filename} is locked by a password; unpack it")
    return tables[0]


def _decoded(path: Path, head: bytes) -> str:
    if not head.strip():
        raise DataError(f"{path}: it is empty; give the whole table")
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise DataError(f"{path}: it is written in UTF-16; save it in UTF-8")
    if b"\x00" in head:
        raise DataError(f"{path}: holds zero bytes, which no text has; give CSV, Parquet, GeoPackage, GeoJSON or JSON lines")
    return head.removeprefix(codecs.BOM_UTF8).decode("utf-8", errors="replace")


def _looked_at(path: Path, head: str) -> tuple[Kind | None, str, list[str], bool]:
    """The kind of a table, its separator, its first row, and whether that is a header."""
    split = {separator: _rows(head, separator)[:1] for separator in _SEPARATORS}
    separator = max(_SEPARATORS, key=lambda one: len(split[one][0]) if split[one] else 0)
    if not split[separator]:
        raise DataError(f"{path}: it is empty; give the whole table")
    first = split[separator][0]
    if (kind := kind_of(first)) or not any(map(is_number, first)):
        return kind, separator, first, True
    return kind_of_cells(first), separator, first, False


def _rows(head: str, separator: str) -> list[list[str]]:
    """The whole rows of a beginning."""
    try:
        rows = [row for row in csv.reader(io.StringIO(head, newline=""), delimiter=separator) if row]
    except csv.Error:
        return []
    return rows[:-1] if len(rows) > 1 else rows  # the last may be cut


def _with_leading_zeros(head: str, separator: str, names: Sequence[str]) -> dict[str, pa.DataType]:
    """Columns of codes such as 007, which as numbers would lose their zeros."""
    found = set()
    for row in _rows(head, separator):
        found |= {name for name, cell in zip(names, row, strict=False) if _LEADING_ZERO.match(cell) and cell.isdigit()}
    return dict.fromkeys(found, pyarrow().string())


class _Counting(io.RawIOBase):
    """A file that counts its quotation marks while it is read: an odd one may have swallowed the rows behind it."""

    def __init__(self, file: IO[bytes]) -> None:
        super().__init__()
        self._file, self.quotes = file, 0

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        data = self._file.read(size)
        self.quotes += data.count(b'"')
        return data


def _refuse_open_quote(path: Path, separator: str) -> None:
    """Refuse a file that ends within quotation marks.

    Raises:
        DataError: naming the line where they begin.
    """
    with _unpacked(path) as (file, _):
        rows = csv.reader(io.TextIOWrapper(file, encoding="utf-8", newline=""), delimiter=separator, strict=True)
        line = 1
        try:
            for _row in rows:
                line = rows.line_num + 1
        except csv.Error as error:
            if "end of data" in str(error):
                raise DataError(
                    f"{path}: the row of line {line} opens a quotation mark and never closes it; close it"
                ) from error


def _not_utf8(path: Path) -> str:
    """The first line that is not UTF-8, in words."""
    with _unpacked(path) as (file, _):
        for number, line in enumerate(file, start=1):
            try:
                line.decode()
            except UnicodeDecodeError:
                return f"line {number}"
    return "a cell"
