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
from contextlib import ExitStack, contextmanager, suppress
from itertools import islice
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import numpy as np

from geomap.errors import DataError
from geomap.events.handed import Counting, Read
from geomap.events.kinds import Kind, is_number, kind_of, kind_of_cells
from geomap.events.rows import Rows, pyarrow

if TYPE_CHECKING:
    import pyarrow as pa

#: Bytes that are parsed at once: no row may be longer. And those that the first row may have.
BLOCK, HEAD = 1 << 20, 1 << 19
#: So many blocks are made numbers at once.
TOGETHER = 8

#: Cells that a number would change, by its type: zeros before a code, and more digits than a float64 holds.
_NO_NUMBER = {"int64": r"^\s*[+-]?0\d+\s*$", "double": r"^\s*[+-]?(0\d+|\d{16,})\s*$"}

#: How packed files begin.
_ZIP, _GZIP = b"\x50\x4b", b"\x1f\x8b"

_SEPARATORS = ",\t;|"
_WRONG_TYPE = re.compile(r"In CSV column #(\d+): .*conversion error to (\S+): invalid value '(.*)'", re.DOTALL)


class NarrowError(Exception):
    """The types of columns, found in the first rows, do not hold for a later one: the table is to be read again."""

    def __init__(self, types: Mapping[str, pa.DataType]) -> None:
        """Of columns, each with the type to read it as."""
        super().__init__(", ".join(types))
        self.types = types


@contextmanager
def read_csv(
    path: Path, *, as_text: bool, types: Mapping[str, pa.DataType], as_written: tuple[str, ...] = ()
) -> Iterator[Rows]:
    """The rows of a CSV file, of one in a ZIP, or of one packed by gzip.

    Args:
        path: of the file.
        as_text: whether every cell is to be left as it is written; else columns get types.
        types: of columns for which the first rows say too little.
        as_written: how types begin whose columns are left as they are written: a "double" tells 1.50 not from 1.5.

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
    _refuse_twice(path, names)
    quote = False if kind and not kind.quoted and not header else '"'

    def opened(file: Any, types: Mapping[str, pa.DataType], broken: list[str]) -> Any:
        def leave_out(row: Any) -> str:
            broken.append(row.text[:60])
            return "skip"

        reading = arrow_csv.ReadOptions(block_size=BLOCK, column_names=None if header else names)
        parsing = arrow_csv.ParseOptions(
            delimiter=separator, newlines_in_values=True, quote_char=quote, invalid_row_handler=leave_out
        )
        # An empty cell is missing; "NA" is a text, and Namibia's code.
        converting = arrow_csv.ConvertOptions(
            column_types=types, null_values=[""], strings_can_be_null=True, quoted_strings_can_be_null=False
        )
        try:
            return arrow_csv.open_csv(file, reading, parsing, converting)
        except arrow.ArrowInvalid as error:
            raise _said(path, error, names, separator) from error

    text = dict.fromkeys(names, arrow.string())
    with _unpacked(path) as (unpacked, _), Read(unpacked) as begun, opened(begun, text if as_text else types, []) as reader:
        schema = reader.schema
    if any(arrow.types.is_binary(one.type) for one in schema):  # which is what Arrow makes of other encodings
        raise DataError(f"{path}: {_not_utf8(path)} is not UTF-8; save the table in UTF-8")
    broken: list[str] = []
    later = {one.name: arrow.string() for one in schema if str(one.type).startswith((*_NO_NUMBER, *as_written))}
    schema = arrow.schema([one.with_type(arrow.string()) if str(one.type).startswith(as_written) else one for one in schema])
    with _unpacked(path) as (unpacked, read), Counting(unpacked, separator) as counted:
        with opened(counted, text if as_text else {**types, **later}, broken) as reader:
            of = {"schema": schema, "batches": _batches(path, reader, schema, counted, separator), "kind": kind, "share": read}
            rows = Rows(**of, nothing_is_text=True, broken=broken, about=lambda _: counted.lines / max(read(), 1e-6))
            yield rows
        if quote and (counted.quotes % 2 or (not counted.proper and counted.lines > counted.rows + len(broken) + header)):
            _refuse_open_quote(path, separator)
    if broken:
        rows.broken_at += _left_out(path, separator, len(names), header=header, quoted=bool(quote))


def _refuse_twice(path: Path, names: Sequence[str]) -> None:
    if twice := sorted({name for name in names if names.count(name) > 1}):
        called = f"are called {twice[0]!r}" if twice[0].strip() else "have no name"
        raise DataError(f"{path}: two columns {called}; give each a name of its own, or take out those that are empty")


def _left_out(path: Path, separator: str, cells: int, *, header: bool, quoted: bool) -> list[int]:
    """Which rows have not so many cells, counted from 1."""
    with _exact(path, separator, quoting=csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE) as lines:
        rows = enumerate(filter(None, lines), start=1 - header)
        return [number for number, row in rows if len(row) != cells]


def _batches(path: Path, reader: Any, schema: pa.Schema, counted: Counting, separator: str) -> Iterator[pa.RecordBatch]:
    """The batches of a table, with numbers in place of their texts.

    Raises:
        DataError: a batch cannot be read, said in one sentence.
        NarrowError: a column is to be of a wider type.
    """
    arrow = pyarrow()
    try:
        while some := list(islice(reader, TOGETHER)):
            table = arrow.Table.from_batches(some).combine_chunks()
            counted.rows += len(table)
            columns = [
                cells if cells.type == one.type else _numbers(cells, one.type)
                for column, one in zip(table.columns, schema, strict=True)
                for cells in [column.chunk(0) if column.num_chunks else arrow.array([], column.type)]
            ]
            if wider := {one.name: cells.type for cells, one in zip(columns, schema, strict=True) if cells.type != one.type}:
                raise NarrowError(wider)
            yield arrow.RecordBatch.from_arrays(columns, schema=schema)
    except arrow.ArrowInvalid as error:
        raise _said(path, error, schema.names, separator) from error


def _numbers(cells: pa.Array, type: pa.DataType) -> pa.Array:
    """Cells as numbers of a type, or of the narrowest wider one that changes none of them: float64, or else text."""
    arrow = pyarrow()
    from pyarrow import compute

    if is_bare(cells, type):
        with suppress(arrow.ArrowInvalid):
            return compute.cast(cells, type)
    for one in dict.fromkeys((type, arrow.float64())):
        if not compute.any(compute.match_substring_regex(cells, _NO_NUMBER[str(one)])).as_py():
            try:
                return compute.cast(compute.utf8_trim_whitespace(cells), one)
            except arrow.ArrowInvalid:
                continue
    return cells


def is_bare(cells: pa.Array, type: pa.DataType) -> bool:
    """Whether all cells begin as numbers do that a type does not change; where not, they may be such still.

    That is, with a digit, perhaps behind a minus, and with a zero only by itself or before a point; none is longer than the
    digits that a float64 holds. It looks at the first letters alone: a small part of the time that a pattern takes.
    """
    _, offsets, letters = cells.buffers()
    if letters is None or not letters.size:
        return True
    ends = np.frombuffer(offsets, np.int32)[cells.offset : cells.offset + len(cells) + 1]
    data, begin, length = np.frombuffer(letters, np.uint8), ends[:-1], np.diff(ends)
    begin, length = begin[length > 0], length[length > 0]
    minus = data[begin] == ord("-")
    begin, length = begin + minus, length - minus
    if not length.size or (length == 0).any() or (str(type) == "double" and (length > 15).any()):
        return not length.size
    first = data[begin]
    zero = (first == ord("0")) & (length > 1)
    return bool(((first >= ord("0")) & (first <= ord("9"))).all() and (data[begin[zero] + 1] == ord(".")).all())


def _said(path: Path, error: Exception, names: Sequence[str], separator: str) -> Exception:
    """What is wrong with a CSV file, or that a column needs a wider type."""
    text = str(error)
    if "UTF8" in text:
        return DataError(f"{path}: {_not_utf8(path)} is not UTF-8; save the table in UTF-8")
    if found := _WRONG_TYPE.search(text):
        return NarrowError({names[int(found[1])]: _wider(found[2], found[3])})
    if "straddling" in text:
        _refuse_open_quote(path, separator)
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
    line = re.split(r"[\r\n]", head.lstrip("\r\n"), maxsplit=1)[0]
    if re.fullmatch("sep=.?", line, re.IGNORECASE):
        raise DataError(f"{path}: the first line, {line!r}, is for a spreadsheet alone; take it out")
    cells = line.split("\t")
    if (kind := kind_of_cells(cells)) and not kind.quoted:
        return kind, "\t", cells, False
    with _long_cells():
        split = {one: next(filter(None, _reader(head, one)), []) for one in _SEPARATORS}
        separator = max(_SEPARATORS, key=lambda one: (kind_of(split[one]) is not None, len(split[one])))
        first = split[separator]
        lines = io.StringIO(head, newline="")
        try:
            next(filter(None, csv.reader(lines, delimiter=separator, strict=True)))
        except csv.Error as error:
            raise _quotes_wrong(path, error, 1) from error
    if len(head.encode()) >= HEAD - len(codecs.BOM_UTF8) and not lines.read(1):
        raise DataError(f"{path}: the first row is longer than {HEAD / 1e6:.1f} MB; give a table of rows")
    if (kind := kind_of(first)) or not any(map(is_number, first)):
        return kind, separator, first, True
    return kind_of_cells(first), separator, first, False


def _reader(head: str, separator: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(head, newline=""), delimiter=separator)


@contextmanager
def _long_cells() -> Iterator[None]:
    """Lets `csv` read cells as long as Arrow does: a row may begin in one block and end in the next."""
    before = csv.field_size_limit(2 * max(BLOCK, HEAD))
    try:
        yield
    finally:
        csv.field_size_limit(before)


@contextmanager
def _exact(path: Path, separator: str, **how: Any) -> Iterator[Any]:
    """The rows of a file as Python's own reader gives them, header and empty lines among them."""
    with _unpacked(path) as (file, _), _long_cells():
        yield csv.reader(io.TextIOWrapper(file, encoding="utf-8-sig", errors="replace", newline=""), delimiter=separator, **how)


def _refuse_open_quote(path: Path, separator: str) -> None:
    """Refuse a file with a quotation mark that is not closed, or not where its cell ends.

    Raises:
        DataError: naming the line where its row begins.
    """
    with _exact(path, separator, strict=True) as rows:
        line = 1
        try:
            for _row in rows:
                line = rows.line_num + 1
        except csv.Error as error:
            raise _quotes_wrong(path, error, line) from error


def _quotes_wrong(path: Path, error: csv.Error, line: int) -> DataError:
    """What is wrong with the quotation marks of the row that begins in a line."""
    if "end of data" in str(error):
        return DataError(f"{path}: the row of line {line} opens a quotation mark and never closes it; close it")
    if "expected after" in str(error):
        return DataError(
            f"{path}: in the row of line {line} a cell goes on after its closing quotation mark; "
            "close each mark where its cell ends, and write a mark within a cell twice"
        )
    return DataError(f"{path}: the row of line {line} cannot be read as CSV ({error}); mend it")


def _not_utf8(path: Path) -> str:
    """The first line that is not UTF-8, in words."""
    with _unpacked(path) as (file, _):
        for number, line in enumerate(file, start=1):
            try:
                line.decode()
            except UnicodeDecodeError:
                return f"line {number}"
    return "a cell"
