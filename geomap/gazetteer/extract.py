"""The extract of GeoNames, searched as text."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache, partial
from pathlib import Path
from typing import Final

from geomap.errors import DataError
from geomap.gazetteer.spelling import skeleton

#: Where the extract lies: a ZIP with a slice for each country ("FR.tsv"), and `WORLD` with what is read always.
EXTRACT = "gazetteer/geonames.zip"
#: All countries, their first-level areas, and the cities that a reader may be expected to know anywhere.
WORLD = "world"
#: So many names that were looked for are kept, as they are asked for again and again.
_MOST_ASKED: Final = 1 << 12
COLUMNS = ("key", "level", "country", "within", "lon", "lat", "population", "name", "local", "names", "skeletons")


class Extract:
    """The extract of GeoNames: rows of `COLUMNS`, searched as text, so that reading it takes a few milliseconds.

    ``names`` are folded spellings and ``skeletons`` their skeletons, each between bars.
    """

    def __init__(self, *texts: str, but: Iterable[str] = ()) -> None:
        """Rows of texts that have the head of `COLUMNS`; of the first not the settlements of the countries ``but``."""
        self._rows: list[str] = []
        left_out = tuple(f"\tsettlement\t{country}\t" for country in but)
        for number, text in enumerate(texts):
            head, *rows = text.rstrip("\n").split("\n")
            if tuple(head.split("\t")) != COLUMNS:
                raise DataError(f"{EXTRACT}: its columns are not those of this version; make it again as sources.toml says")
            self._rows += rows if number else [row for row in rows if not row.startswith(left_out, row.index("\t"))]
        self._keys = {row[: row.index("\t")]: i for i, row in enumerate(self._rows)}
        columns = [row.rsplit("\t", 2) for row in self._rows]
        self._names = "\n".join([names for _, names, _ in columns]).replace(" ", "")
        self._bones = "\n".join([skeletons for _, _, skeletons in columns])
        self._rows_named = lru_cache(_MOST_ASKED)(partial(_rows_with, self._names))
        self._rows_alike = lru_cache(_MOST_ASKED)(partial(_rows_with, self._bones))

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
        return map(self._fields, self._rows_named(name.replace(" ", "")))

    def similar(self, name: str) -> Iterator[dict[str, str]]:
        """Rows that have a name of the same skeleton."""
        return map(self._fields, self._rows_alike(skeleton(name)))

    def _fields(self, index: int) -> dict[str, str]:
        return dict(zip(COLUMNS, self._rows[index].split("\t"), strict=True))


def _rows_with(column: str, wanted: str) -> tuple[int, ...]:
    """The lines of a column that have a name."""
    wanted, found, row, last = f"|{wanted}|", [], 0, 0
    at = column.find(wanted) if len(wanted) > len("||") else -1
    while at >= 0:
        row += column.count("\n", last, at)
        found.append(row)
        last = column.find("\n", at)
        at = column.find(wanted, last) if last >= 0 else -1
    return tuple(found)


def read_extract(extract_zip: Path, countries: Iterable[str] = ()) -> Extract:
    """The world's countries, first-level areas and large cities, and all settlements of some countries.

    Args:
        extract_zip: the file `EXTRACT`.
        countries: ISO 3166-1 alpha-2 codes; one without a slice has no settlements.

    Raises:
        DataError: its columns are not the present ones.
    """
    about = extract_zip.stat()
    return _extract(extract_zip, frozenset(countries), about.st_mtime_ns, about.st_size)


@lru_cache(maxsize=4)
def _extract(extract_zip: Path, countries: frozenset[str], *_version: int) -> Extract:
    """The extract with some countries' slices, for the next who asks for the same."""
    with zipfile.ZipFile(extract_zip) as packed:
        there = set(packed.namelist())
        slices = sorted(country for country in countries if f"{country}.tsv" in there)
        return Extract(*(packed.read(f"{name}.tsv").decode() for name in (WORLD, *slices)), but=slices)
