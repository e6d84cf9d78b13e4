"""Tables that a person keeps as CSV, as a spreadsheet may save them: read where they can mean one thing only."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from io import StringIO
from pathlib import Path

from geomap.errors import DataError, Mark, Problem
from geomap.reading.files import MOST_HAND_KEPT_MB, decoded, read_bytes
from geomap.reading.toml import unknown_names

#: What spreadsheets put between cells, as the language of the computer has it.
DELIMITERS = (",", ";", "\t")


def read_rows(
    path: Path, required: Sequence[str], optional: Sequence[str] = (), filled: Sequence[str] = ()
) -> list[dict[str, str]]:
    """The rows of a table that people keep by hand, a cell for each column, without spaces around it.

    Read are UTF-8 and UTF-16 with and without a byte order mark, commas, semicolons and tabs between the cells, and empty rows
    and cells at the end. Whatever may mean two things is refused.

    Args:
        path: a CSV file.
        required: the columns that must be there.
        optional: those that may be there.
        filled: those that no row may leave empty.

    Raises:
        DataError: what cannot be read, a line each: the file, its line, the column.
        MissingError: there is no such file.
    """
    return parse_rows(read_bytes(path, MOST_HAND_KEPT_MB), path.name, required, optional, filled)


def parse_rows(
    data: bytes, name: str, required: Sequence[str], optional: Sequence[str] = (), filled: Sequence[str] = ()
) -> list[dict[str, str]]:
    """The same of a file's bytes; its name is for the messages.

    >>> parse_rows("\\ufeffname;side\\r\\nAFP; Unknown\\r\\n".encode(), "a.csv", ["name", "side"])
    [{'name': 'AFP', 'side': 'Unknown'}]
    """
    text = decoded(data, name)
    if not text.strip():
        raise DataError(Problem(name, f"is empty; its first line names the columns: {', '.join(required)}"))
    delimiter = delimiter_of(text)
    (_, header), *lines = _lines(text, delimiter, name)
    while header and not header[-1]:
        header.pop()
    problems = [Problem(name, said, (0, at), where="line 1") for said, at in _wrong_header(header, required, optional)]
    rows: list[dict[str, str]] = []
    for line, cells in lines if not problems else ():
        if not is_row(cells):
            continue
        row = dict(zip(header, cells, strict=False))
        rows.append(row)
        found = _wrong_cells(cells, row, header, filled)
        problems += [Problem(name, said, (len(rows), at), where=f"line {line}") for said, at in found]
    if problems:
        raise DataError(*problems)
    return rows


def is_row(cells: Sequence[str]) -> bool:
    """Whether a record is read: it is neither empty nor a comment."""
    return any(cells) and not cells[0].startswith("#")


def delimiter_of(text: str) -> str:
    """What stands between the cells of a table."""
    return max(DELIMITERS, key=text.partition("\n")[0].count)


def _lines(text: str, delimiter: str, name: str) -> list[tuple[int, list[str]]]:
    """The cells of each record, with the line that it begins on."""
    reader, records, line = csv.reader(StringIO(text, newline=None), strict=True, delimiter=delimiter), [], 1
    try:
        for cells in reader:
            records.append((line, [cell.strip() for cell in cells]))
            line = reader.line_num + 1
    except csv.Error as error:
        where, at, said = _broken(text, delimiter, line)
        raise DataError(Problem(name, f"{said} ({error})", at, where=where)) from error
    return records


def _broken(text: str, delimiter: str, line: int) -> tuple[str, Mark, str]:
    """What is wrong with the record that begins on a line: in which column of the table, where, and the sentence."""
    record = text.replace("\r\n", "\n").replace("\r", "\n").split("\n", line - 1)[-1]
    column = 1
    for cell in re.finditer(rf'("(?:[^"]|"")*+("?))?([^{delimiter}\n]*+)({delimiter}|\n|\Z)', record):
        where, before = f"line {line}, column {column}", record[: cell.start()]
        at = Mark(line + before.count("\n"), cell.start() - before.rfind("\n"))
        if cell[1] and (not cell[2] or cell[3]):
            return where, at, "a quote that is not closed, or stands inside its cell; write it twice there"
        if len(cell[0]) > csv.field_size_limit():
            return where, at, f"a cell of {len(cell[0]):,} characters; write less, or close its quote"
        if cell[4] != delimiter:
            break
        column += 1
    return f"line {line}", Mark(line, 1), f"cannot be read; write a cell for each column, and quote what holds {delimiter!r}"


def _wrong_header(header: Sequence[str], required: Sequence[str], optional: Sequence[str]) -> Iterator[tuple[str, int]]:
    """What is wrong with the header, each with the number of its cell."""
    if missing := [column for column in required if column not in header]:
        yield f"the header lacks {', '.join(missing)}; its columns are {', '.join(required)}", 0
    for column, times in Counter(header).items():
        if not column:
            yield f"column {header.index(column) + 1} has no name; write it, or take the column out", header.index(column)
        elif times > 1:
            second = header.index(column, header.index(column) + 1)
            yield f"the header has {column} {times} times; name each column once", second
    named = [column for column in header if column]
    for column, said in unknown_names(named, [*required, *optional], "column"):
        yield said, header.index(column)


def _wrong_cells(
    cells: Sequence[str], row: dict[str, str], header: Sequence[str], filled: Sequence[str]
) -> Iterator[tuple[str, int]]:
    """What is wrong with a row, each with the number of its cell."""
    if list(cells[: len(header)]) == list(header):
        yield "is the header again; take it out", 0
    elif len(cells) < len(header) or any(cells[len(header) :]):
        wrong = f"has {len(cells)} cells, and the header {len(header)}"
        yield f"{wrong}; write one for each column, and quote what holds a comma", min(len(cells) - 1, len(header))
    else:
        for column in filled:
            if not row[column]:
                at = header.index(column)
                yield f"column {at + 1}: {column} is empty; write it, or take the row out", at
