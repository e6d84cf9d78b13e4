"""A column of a table of events as the page takes it: words each once, or whole numbers."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from geomap.events import pyarrow
from geomap.webmap.pack import Pack

if TYPE_CHECKING:
    import pyarrow as pa

#: A column of numbers with no more different ones than this is one of words, so that it can be a filter.
FEW = 500
#: Decimals at most of a column of numbers; one with more is one of words.
DECIMALS = 6


@dataclass(slots=True)
class Packed:
    """A column, its words each once."""

    coded: tuple[Any, list[str]]  #: of each row the place of its word, -1 for null; and the words

    @classmethod
    def of(cls, column: pa.ChunkedArray) -> Packed:
        """Of any column; cells that are no texts as they are written in CSV."""
        arrow = pyarrow()
        cells = _as_text(column).combine_chunks()
        cells = cells.combine_chunks() if isinstance(cells, arrow.ChunkedArray) else cells
        coded = cells.dictionary_encode()
        codes = coded.indices.fill_null(-1).to_numpy(zero_copy_only=False).astype(np.int64)
        return cls((codes, coded.dictionary.to_pylist()))


def _as_text(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """Cells as texts: days without a time that is always midnight, lists and the like as JSON."""
    arrow = pyarrow()
    kind = column.type
    if arrow.types.is_timestamp(kind):
        days = column.cast(arrow.date32(), safe=False)
        if arrow.compute.all(arrow.compute.equal(days.cast(kind), column)).as_py() is not False:
            column = days
    try:
        return column if arrow.types.is_string(kind) else column.cast(arrow.string())
    except (arrow.ArrowInvalid, arrow.ArrowNotImplementedError):
        texts = [None if cell is None else json.dumps(cell, ensure_ascii=False, default=str) for cell in column.to_pylist()]
        return arrow.chunked_array([arrow.array(texts, arrow.string())])


def pack_column(pack: Pack, column: pa.ChunkedArray, *, as_words: bool | None = None) -> tuple[dict[str, Any], bool, int]:
    """A column in a pack, whether it is one of words, and how many different ones it has.

    Args:
        pack: where it goes.
        column: of any type.
        as_words: whether it is to be one of words; as it needs itself unless given.
    """
    numbers = None if as_words else _as_numbers(pack, column, few=as_words is not None)
    if numbers is not None:
        return numbers, False, 0
    codes, words = Packed.of(column).coded
    return pack.coded(codes, words), True, len(words)


def _as_numbers(pack: Pack, column: pa.ChunkedArray, *, few: bool = False) -> dict[str, Any] | None:
    """A column of many different numbers, each the same in the page; None where it is none such."""
    arrow = pyarrow()
    kind = column.type
    if not (arrow.types.is_integer(kind) or arrow.types.is_floating(kind)):
        return None
    if not few and all(arrow.compute.count_distinct(some).as_py() <= FEW for some in (column.slice(0, 100_000), column)):
        return None
    missing = column.is_null().to_numpy()
    if arrow.types.is_integer(kind):
        ends = arrow.compute.min_max(column).as_py()
        if max(abs(ends["min"] or 0), abs(ends["max"] or 0)) >= 2**52:
            return None
        return pack.numbers(column.fill_null(0).to_numpy().astype(np.int64), missing)
    values = column.fill_null(0.0).to_numpy().astype(float)
    if not np.isfinite(values).all() or abs(values).max(initial=0) * 10**DECIMALS >= 2**52:
        return None
    for decimals in range(1, DECIMALS + 1):
        scale = 10**decimals
        whole = np.rint(values * scale)
        if (whole / scale == values).all():
            return pack.numbers(whole.astype(np.int64), missing, scale=scale)
    return None
