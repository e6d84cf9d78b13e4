"""The extract of GeoNames, searched as text."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from functools import cached_property, lru_cache
from pathlib import Path

from geomap.errors import DataError
from geomap.gazetteer.spelling import skeleton

#: Where the extract lies, beside the hand-kept file.
EXTRACT = "gazetteer/geonames.tsv.gz"
COLUMNS = ("key", "level", "country", "within", "lon", "lat", "population", "name", "local", "names", "skeletons")


class Extract:
    """The extract of GeoNames: rows of `COLUMNS`, searched as text, so that reading it takes a few milliseconds.

    ``names`` are folded spellings and ``skeletons`` their skeletons, each between bars.
    """

    def __init__(self, text: str) -> None:
        head, *self._rows = text.rstrip("\n").split("\n")
        if tuple(head.split("\t")) != COLUMNS:
            raise DataError(f"{EXTRACT}: its columns are not those of this version; make it again as sources.toml says")
        self._keys = {row[: row.index("\t")]: i for i, row in enumerate(self._rows)}
        columns = [row.rsplit("\t", 2) for row in self._rows]
        self._names = "\n".join([names for _, names, _ in columns]).replace(" ", "")
        self._bones = "\n".join([skeletons for _, _, skeletons in columns])

    def __iter__(self) -> Iterator[dict[str, str]]:
        return map(self._fields, range(len(self._rows)))

    @cached_property
    def provinces(self) -> dict[tuple[str, str], str]:
        """The codes of the first-level areas, by name and country."""
        rows = [self._fields(i) for key, i in self._keys.items() if "-" in key]
        return {(row["name"], row["country"]): row["key"] for row in rows}

    def row(self, key: str) -> dict[str, str] | None:
        """A row by its key: a GeoNames id, or an ISO 3166 code for an area."""
        return self._fields(self._keys[key]) if key in self._keys else None

    def exact(self, name: str) -> Iterator[dict[str, str]]:
        """Rows that have a folded name, but for its spaces."""
        return map(self._fields, _rows_with(self._names, name.replace(" ", "")))

    def similar(self, name: str) -> Iterator[dict[str, str]]:
        """Rows that have a name of the same skeleton."""
        return map(self._fields, _rows_with(self._bones, skeleton(name)))

    def _fields(self, index: int) -> dict[str, str]:
        return dict(zip(COLUMNS, self._rows[index].split("\t"), strict=True))


def _rows_with(column: str, wanted: str) -> Iterator[int]:
    wanted = f"|{wanted}|"
    at = column.find(wanted) if len(wanted) > len("||") else -1
    while at >= 0:
        yield column.count("\n", 0, at)
        end = column.find("\n", at)
        at = column.find(wanted, end) if end >= 0 else -1


def read_extract(extract_gz: Path) -> Extract:
    """The extract of GeoNames in a file.

    Raises:
        DataError: its columns are not the present ones.
    """
    return _extract(extract_gz.read_bytes())


@lru_cache(maxsize=2)
def _extract(data: bytes) -> Extract:
    """The extract in a file's bytes, for the next who reads the same file too."""
    return Extract(gzip.decompress(data).decode())
