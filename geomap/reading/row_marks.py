"""Where the cells of a CSV file stand in its text, which `csv` does not say; asked only where an error is shown."""

from __future__ import annotations

import re
from dataclasses import dataclass

from geomap.errors import Steps
from geomap.reading.rows import is_row


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: from where to where it stands, without spaces around it, and what it says."""

    start: int
    end: int
    said: str


def cells(text: str, delimiter: str) -> list[list[Cell]]:
    """The cells of each record of a text whose lines end with a line feed.

    >>> [[cell.said for cell in record] for record in cells('a,"b,""c"\\n\\n d', ",")]
    [['a', 'b,"c'], [''], ['d']]
    """
    records: list[list[Cell]] = [[]]
    cell = re.compile(rf'("(?:[^"]|"")*+"?)?([^{delimiter}\n]*+)({delimiter}|\n|\Z)')
    at = 0
    while at < len(text) or records[-1]:
        found = cell.match(text, at)
        assert found is not None  # whatever is no delimiter and no line's end is in a cell
        whole = found[0].removesuffix(found[3])
        start = at + len(whole) - len(whole.lstrip())
        said = found[1].removeprefix('"').removesuffix('"').replace('""', '"') if found[1] else ""
        records[-1].append(Cell(start, max(start, at + len(whole.rstrip())), (said + found[2]).strip()))
        at = found.end()
        if found[3] == "\n":
            records.append([])
        elif not found[3]:
            return records
    return records[:-1]


def find_cell(text: str, delimiter: str, way: Steps) -> tuple[int, int]:
    """From where to where a cell stands: of a row by number (0 is the header) or name, in a column by number or name.

    Where the row has no such cell, its first; where there is no such row, the header.

    >>> text = 'name,lon\\nMilltown,"63.5"\\n'
    >>> start, end = find_cell(text, ",", ("Milltown", "lon"))
    >>> text[start:end]
    '"63.5"'
    """
    records = cells(text, delimiter)
    header = [cell.said for cell in records[0]] if records else []
    rows = records[:1] + [record for record in records[1:] if is_row([cell.said for cell in record])]
    row, column, *_ = (*way, 0, 0) if way else (0, 0)
    if isinstance(row, str):
        first = header.index("name") if "name" in header else 0
        row = next((n for n, record in enumerate(rows[1:], start=1) if record[first:] and record[first].said == row), 0)
    if isinstance(column, str):
        column = header.index(column) if column in header else 0
    record = rows[row] if row < len(rows) else []
    found = record[column] if column < len(record) else record[0] if record else Cell(0, 0, "")
    return found.start, found.end
