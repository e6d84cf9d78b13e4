"""Tables that a person keeps as CSV, as a spreadsheet may save them: read where they can mean one thing only."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from io import StringIO
from pathlib import Path

from geomap.errors import DataError
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
        raise DataError(f"{name}: is empty; its first line names the columns: {', '.join(required)}")
    delimiter = max(DELIMITERS, key=text.partition("\n")[0].count)
    (_, header), *lines = _lines(text, delimiter, name)
    while header and not header[-1]:
        header.pop()
    problems = [f"line 1: {said}" for said in _wrong_header(header, required, optional)]
    rows = []
    for line, cells in lines if not problems else ():
        if not any(cells) or cells[0].startswith("#"):
            continue
        row = dict(zip(header, cells, strict=False))
        found = list(_wrong_cells(cells, row, header, filled))
        problems += [f"line {line}: {said}" for said in found]
        rows.append(row)
    if problems:
        raise DataError("\n".join(f"{name}: {problem}" for problem in problems))
    return rows


def _lines(text: str, delimiter: str, name: str) -> list[tuple[int, list[str]]]:
    """The cells of each record, with the line that it begins on."""
    reader, records, line = csv.reader(StringIO(text, newline=None), strict=True, delimiter=delimiter), [], 1
    try:
        for cells in reader:
            records.append((line, [cell.strip() for cell in cells]))
            line = reader.line_num + 1
    except csv.Error as error:
        raise DataError(f"{name}: {_broken(text, delimiter, line)} ({error})") from error
    return records


def _broken(text: str, delimiter: str, line: int) -> str:
    """What is wrong with the record that begins on a line: in which column, counted from 1."""
    record = text.replace("\r\n", "\n").replace("\r", "\n").split("\n", line - 1)[-1]
    column = 1
    for cell in re.finditer(rf'("(?:[^"]|"")*+("?))?([^{delimiter}\n]*+)({delimiter}|\n|\Z)', record):
        if cell[1] and (not cell[2] or cell[3]):
            return f"line {line}, column {column}: a quote that is not closed, or stands inside its cell; write it twice there"
        if len(cell[0]) > csv.field_size_limit():
            return f"line {line}, column {column}: a cell of {len(cell[0]):,} characters; write less, or close its quote"
        if cell[4] != delimiter:
            break
        column += 1
    return f"line {line}: cannot be read; write a cell for each column, and quote what holds {delimiter!r}"


def _wrong_header(header: Sequence[str], required: Sequence[str], optional: Sequence[str]) -> Iterator[str]:
    if missing := [column for column in required if column not in header]:
        yield f"the header lacks {', '.join(missing)}; its columns are {', '.join(required)}"
    for column, times in Counter(header).items():
        if not column:
            yield f"column {header.index(column) + 1} has no name; write it, or take the column out"
        elif times > 1:
            yield f"the header has {column} {times} times; name each column once"
    yield from unknown_names([column for column in header if column], [*required, *optional], "column")


def _wrong_cells(cells: Sequence[str], row: dict[str, str], header: Sequence[str], filled: Sequence[str]) -> Iterator[str]:
    if list(cells[: len(header)]) == list(header):
        yield "is the header again; take it out"
    elif len(cells) < len(header) or any(cells[len(header) :]):
        yield f"has {len(cells)} cells, and the header {len(header)}; write one for each column, and quote what holds a comma"
    else:
        for column in filled:
            if not row[column]:
                yield f"column {header.index(column) + 1}: {column} is empty; write it, or take the row out"
