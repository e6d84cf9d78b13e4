"""A column of a table of events as the page takes it: words each once, or whole numbers."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from geomap.webmap.pack import Pack

if TYPE_CHECKING:
    import pyarrow as pa

#: A column of numbers with no more different ones than this is one of words, so that it can be a filter.
FEW = 500
#: Decimals at most of a column of numbers; one with more is one of words.
DECIMALS = 6


def _pyarrow() -> Any:
    """See `geomap.events`, which takes long to load."""
    from geomap.events import pyarrow

    return pyarrow()


@dataclass(slots=True)
class Packed:
    """A column, its words each once."""

    coded: tuple[Any, list[str]]  #: of each row the place of its word, -1 for null; and the words

    @classmethod
    def of(cls, column: pa.ChunkedArray) -> Packed:
        """Of any column; cells that are no texts as they are written in CSV."""
        arrow = _pyarrow()
        cells = _as_text(column).combine_chunks()
        cells = cells.combine_chunks() if isinstance(cells, arrow.ChunkedArray) else cells
        coded = cells.dictionary_encode()
        codes = coded.indices.fill_null(-1).to_numpy(zero_copy_only=False).astype(np.int64)
        words = coded.dictionary.to_pylist()
        if "" in words:  # an empty text in quotation marks says as little as no text
            empty = words.index("")
            del words[empty]
            codes = np.where(codes == empty, -1, codes - (codes > empty))
        return cls((codes, words))


def _as_text(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """Cells as texts: days without a time that is always midnight, lists and the like as JSON."""
    arrow = _pyarrow()
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
    arrow = _pyarrow()
    if not few and all(arrow.compute.count_distinct(some).as_py() <= FEW for some in (column.slice(0, 100_000), column)):
        return None
    column, written = _as_written(column) if arrow.types.is_string(column.type) else (column, {})
    kind = column.type
    if not (arrow.types.is_integer(kind) or arrow.types.is_floating(kind)):
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
    for decimals in (written["decimals"],) if "decimals" in written else range(1, DECIMALS + 1):
        scale = 10**decimals
        whole = np.rint(values * scale)
        if (whole / scale == values).all():
            return pack.numbers(whole.astype(np.int64), missing, scale=scale, **written)
    return None


def _as_written(cells: pa.ChunkedArray) -> tuple[pa.ChunkedArray, dict[str, Any]]:
    """Texts as the numbers that they write, where the page can write each as it stands, and how; else as they are.

    That is ``decimals``, where all have so many, or ``point``, where whole ones are written 3.0. Texts such as 007, +3 and 1e3
    are no numbers, nor is 1.50 beside 1.5.
    """
    arrow = _pyarrow()
    compute = arrow.compute
    try:
        whole = cells.cast(arrow.int64())
        if compute.all(compute.equal(whole.cast(arrow.string()), cells)).as_py():
            return whole, {}
        return cells, {}
    except arrow.ArrowInvalid:
        pass
    try:
        numbers = cells.cast(arrow.float64())
    except arrow.ArrowInvalid:
        return cells, {}
    texts = numbers.cast(arrow.string())
    pointed = compute.replace_substring_regex(texts, r"^(-?\d+)$", r"\1.0")
    for as_said, how in ((texts, {}), (pointed, {"point": True})):
        if compute.all(compute.equal(as_said, cells)).as_py() and not compute.any(compute.equal(texts, "-0")).as_py():
            return numbers, how
    decimals = len(cells.drop_null()[0].as_py().partition(".")[2])
    same = rf"^-?(?:[1-9]\d*|0)\.\d{{{decimals}}}$"
    fits = 0 < decimals <= DECIMALS and compute.all(compute.match_substring_regex(cells, same)).as_py()
    negative = compute.any(compute.match_substring_regex(cells, r"^-0\.0+$")).as_py()  # which has no number of its own
    return (numbers, {"decimals": decimals}) if fits and not negative else (cells, {})
