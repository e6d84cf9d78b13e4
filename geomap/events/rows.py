"""A table as a stream of Arrow batches, whatever file it comes from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from geomap.errors import MissingError

if TYPE_CHECKING:
    import pyarrow as pa

    from geomap.events.kinds import Kind

#: So many rows at least are measured and written at once, if the table has them: a row group of Parquet.
ROWS = 65_536


@dataclass(slots=True, kw_only=True)
class Rows:
    """A table that is being read."""

    schema: pa.Schema
    batches: Iterator[pa.RecordBatch | None]  #: after None a new table begins, however few rows are gathered
    share: Callable[[], float]  #: how much of the file is read, 0 to 1; a reader may be ahead of what it has given
    kind: Kind | None = None  #: where the cells tell it
    geometry: str = ""  #: the column of points as WKB; empty where there is none
    type: str = "Unknown"  #: of the geometry, as GDAL calls it
    crs: Any = None  #: of the geometry, as pyproj takes it; None is lon/lat on WGS 84
    nothing_is_text: bool = False  #: whether a column in which nothing stands is to be one of texts
    about: Callable[[int], float] | None = None  #: as `total`, where it does not follow from ``share``
    broken: list[str] = field(default_factory=list)  #: rows with too few or too many cells, which are left out
    broken_at: list[int] = field(default_factory=list)  #: which these are, from 1, ascending; known once the table is read

    def total(self, given: int) -> float:
        """About how many rows there are, once so many were given; too many where rows have several lines."""
        return self.about(given) if self.about else given / max(self.share(), 1e-6)

    def gathered(self, count: int = ROWS) -> Iterator[pa.Table]:
        """The rows in tables of at least ``count``, but for the last."""
        arrow = pyarrow()
        waiting: list[pa.RecordBatch] = []
        for batch in self.batches:
            if batch is not None:
                waiting.append(batch)
            if waiting and (batch is None or sum(one.num_rows for one in waiting) >= count):
                yield self._typed(arrow.Table.from_batches(waiting, self.schema))
                waiting = []
        if waiting:
            yield self._typed(arrow.Table.from_batches(waiting, self.schema))

    @property
    def out_schema(self) -> pa.Schema:
        """The types of the tables that `gathered` gives."""
        return self._typed(self.schema.empty_table()).schema

    def _typed(self, table: pa.Table) -> pa.Table:
        return without_null_type(table) if self.nothing_is_text else table


def pyarrow() -> Any:
    """The library.

    Raises:
        MissingError: it is an optional extra, and not installed.
    """
    try:
        import pyarrow
    except ImportError as error:
        raise MissingError(
            "pyarrow is not installed, which tables of events need; in geomap's folder: pip install '.[parquet]'"
        ) from error
    return pyarrow


def without_null_type(table: pa.Table) -> pa.Table:
    """A column in which nothing stands is one of texts: few formats have a type for nothing."""
    arrow = pyarrow()
    for k, column in enumerate(table.schema):
        if arrow.types.is_null(column.type):
            table = table.set_column(k, column.with_type(arrow.string()), table.column(k).cast(arrow.string()))
    return table
