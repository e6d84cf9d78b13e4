"""The extract of GeoNames, searched as text."""

from __future__ import annotations

import zipfile
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import chain
from pathlib import Path
from typing import TypeAlias

from geomap.errors import DataError
from geomap.gazetteer.spelling import skeleton

#: Where the extract lies: a ZIP with a slice for each country ("FR.tsv"), and `WORLD` with what is read always.
EXTRACT = "gazetteer/geonames.zip"
#: All countries, their first-level areas, and the cities that a reader may be expected to know anywhere.
WORLD = "world"
COLUMNS = ("key", "level", "country", "within", "lon", "lat", "population", "name", "local", "names", "skeletons")
#: So many first letters part the names of a column.
_FIRST = 3
Row: TypeAlias = Mapping[str, str]


class Slice:
    """Rows of `COLUMNS`, taken apart when they are asked for, so that reading them takes a few milliseconds.

    ``names`` are folded spellings and ``skeletons`` their skeletons, each between bars.
    """

    def __init__(self, *texts: str) -> None:
        """The rows of texts, each of which has the head of `COLUMNS`."""
        self._rows: list[str] = []
        for text in texts:
            head, *rows = text.rstrip("\n").split("\n")
            if tuple(head.split("\t")) != COLUMNS:
                raise DataError(f"{EXTRACT}: its columns are not those of this version; make it again as sources.toml says")
            self._rows += rows

    def __iter__(self) -> Iterator[Row]:
        return map(_fields, self._rows)

    def row(self, key: str) -> Row | None:
        """A row by its key."""
        return _fields(self._rows[self._keys[key]]) if key in self._keys else None

    def areas(self) -> Iterator[Row]:
        """The first-level areas: rows whose key is an ISO 3166-2 code."""
        return (_fields(self._rows[i]) for key, i in self._keys.items() if "-" in key)

    @cached_property
    def _keys(self) -> dict[str, int]:
        return {row[: row.index("\t")]: i for i, row in enumerate(self._rows)}

    def exact(self, name: str) -> tuple[Row, ...]:
        """The rows that have a folded name without blanks."""
        return self._rows_of(self._names, name)

    def similar(self, bones: str) -> tuple[Row, ...]:
        """The rows that have a name of a skeleton."""
        return self._rows_of(self._skeletons, bones)

    def _rows_of(self, column: _Column, wanted: str) -> tuple[Row, ...]:
        return tuple(_fields(self._rows[row]) for row in column.rows_with(wanted)) if wanted else ()

    @cached_property
    def _names(self) -> _Column:
        return _Column(row.rsplit("\t", 2)[1].replace(" ", "") for row in self._rows)

    @cached_property
    def _skeletons(self) -> _Column:
        return _Column(row.rsplit("\t", 1)[1] for row in self._rows)


class _Column:
    """The names of rows, by their first letters: as text, since a table of so many names takes ten times the memory."""

    def __init__(self, cells: Iterable[str]) -> None:
        """Of a cell for each row, with names between bars."""
        found: dict[str, list[str]] = defaultdict(list)
        for row, cell in enumerate(cells):
            for name in set(cell.strip("|").split("|")):
                found[name[:_FIRST]].append(f"{name}\t{row}\n")
        self._names = {first: "\n" + "".join(lines) for first, lines in found.items()}

    def rows_with(self, name: str) -> Iterator[int]:
        """The numbers of the rows that have a name."""
        names, wanted = self._names.get(name[:_FIRST], ""), f"\n{name}\t"
        at = names.find(wanted)
        while at >= 0:
            end = names.index("\n", at + 1)
            yield int(names[at + len(wanted) : end])
            at = names.find(wanted, end)


class Extract:
    """The extract of GeoNames: a slice of the world, and those of some countries."""

    def __init__(self, world: Slice, slices: Sequence[Slice] = (), countries: Collection[str] = ()) -> None:
        """Of the world not the settlements of the countries whose are all known.

        Args:
            world: countries, first-level areas and large cities.
            slices: all settlements of some countries.
            countries: their ISO 3166-1 alpha-2 codes.
        """
        self._world = world
        self._slices = slices
        self._countries = countries

    def __iter__(self) -> Iterator[Row]:
        return chain(self._known(self._world), *self._slices)

    @cached_property
    def provinces(self) -> dict[tuple[str, str], str]:
        """The codes of the first-level areas, by name and country."""
        return {(row["name"], row["country"]): row["key"] for row in self._world.areas()}

    def row(self, key: str) -> Row | None:
        """A row by its key: a GeoNames id, or an ISO 3166 code for an area."""
        world = self._known(filter(None, [self._world.row(key)]))
        return next(chain(filter(None, (one.row(key) for one in self._slices)), world), None)

    def exact(self, name: str) -> Iterator[Row]:
        """Rows that have a folded name, but for its spaces."""
        wanted = name.replace(" ", "")
        return chain(self._known(self._world.exact(wanted)), *(one.exact(wanted) for one in self._slices))

    def similar(self, name: str) -> Iterator[Row]:
        """Rows that have a name of the same skeleton."""
        wanted = skeleton(name)
        return chain(self._known(self._world.similar(wanted)), *(one.similar(wanted) for one in self._slices))

    def _known(self, rows: Iterable[Row]) -> Iterator[Row]:
        """Rows without the world's settlements of countries whose are all known."""
        return (row for row in rows if row["level"] != "settlement" or row["country"] not in self._countries)


def _fields(row: str) -> Row:
    return dict(zip(COLUMNS, row.split("\t"), strict=True))


def read_extract(extract_zip: Path, *groups: Iterable[str]) -> Extract:
    """The world's countries, first-level areas and large cities, and all settlements of some countries.

    Args:
        extract_zip: the file `EXTRACT`.
        groups: ISO 3166-1 alpha-2 codes, those of a group searched at once; one without a slice has no settlements.

    Raises:
        DataError: its columns are not the present ones.
    """
    about = extract_zip.stat()
    file = (extract_zip, about.st_mtime_ns, about.st_size)
    known = [tuple(sorted(set(group) & _slices_in(*file))) for group in groups]
    return Extract(_slice(*file, WORLD), [_slice(*file, *names) for names in known if names], {*chain(*known)})


@lru_cache(maxsize=4)
def _slices_in(extract_zip: Path, *_version: int) -> frozenset[str]:
    with zipfile.ZipFile(extract_zip) as packed:
        return frozenset(name.removesuffix(".tsv") for name in packed.namelist()) - {WORLD}


@lru_cache(maxsize=64)
def _slice(extract_zip: Path, _changed: int, _size: int, *names: str) -> Slice:
    """The rows of some files as one slice, which is searched faster than many; for the next who asks for the same."""
    with zipfile.ZipFile(extract_zip) as packed:
        return Slice(*(packed.read(f"{name}.tsv").decode() for name in names))
