"""Tables and shapes as columns of small whole numbers, compressed: what `assets/pack.js` unpacks in the page.

A pack is raw deflate, in base64, of: the length of a header as four bytes, little-endian; the header, JSON; the columns'
bytes. A column of numbers is stored as whole numbers above its least value, 0 for null, in as few bytes as they need: first
all lowest bytes, then all second ones, and so on, since neighbours that are alike compress well. A column of words is a column
of numbers into the words in the order of their first appearance. Shapes are steps from corner to corner.
"""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely
from shapely.geometry.base import BaseGeometry

Numbers = npt.NDArray[Any]

#: Corners are kept to 1e-4 degrees, 11 m: the detail of the border's line. Points to 1e-5.
CORNER = 10_000
POINT = 100_000
EPOCH = np.datetime64("1970-01-01")


class Pack:
    """A pack being filled: `table`, `words` and `shapes` add to it, `text` gives it."""

    def __init__(self) -> None:
        """Start with nothing."""
        self._header: dict[str, Any] = {}
        self._parts: list[bytes] = []
        self._length = 0

    def table(self, name: str, columns: Mapping[str, Mapping[str, Any]], rows: int) -> None:
        """Add a table of columns that `numbers` and `words` gave."""
        self._header[name] = {"rows": rows, "columns": dict(columns)}

    def numbers(self, values: Numbers, missing: Numbers | None = None, *, scale: int = 1, **more: Any) -> dict[str, Any]:
        """A column of numbers.

        Args:
            values: shape (n,), whole numbers.
            missing: shape (n,), True where there is none.
            scale: what the values are to be divided by.
            more: what else the page must know of the column.
        """
        known = np.ones(len(values), dtype=bool) if missing is None else ~missing
        least = int(values[known].min()) if known.any() else 0
        stored = np.where(known, values - least + 1, 0).astype("<u8")
        return {**self._planes(stored), "least": least, "scale": scale, **more}

    def words(self, values: Sequence[str | None] | pd.Series) -> dict[str, Any]:
        """A column of words; null stays null."""
        # NUL parts the words; where a word holds one, it would not be shown anyway.
        codes, words = pd.factorize(np.asarray(values, dtype=object), use_na_sentinel=True)
        joined = "\0".join(str(word).replace("\0", "\ufffd") for word in words).encode("utf-8", "replace")
        once = len(words) == len(codes)
        column = {"rows": len(codes)} if once else self._planes((codes + 1).astype("<u8"))
        return {**column, "words": self._bytes(joined), "size": len(joined), "count": len(words)}

    def shapes(self, name: str, geometries: Iterable[BaseGeometry | None]) -> None:
        """Add lines and polygons: of each, its paths (a polygon's rings), and of each path its corners."""
        found = [_paths(geometry) for geometry in geometries]
        paths = [path for shape in found for path in shape]
        corners = np.concatenate([*paths, np.empty((0, 2), dtype=np.int64)])
        steps = np.diff(corners, axis=0, prepend=np.zeros((1, 2), dtype=np.int64))[: len(corners)]
        self.table(
            name,
            {
                "paths": self.numbers(np.array([len(shape) for shape in found], dtype=np.int64)),
                "corners": self.numbers(np.array([len(path) for path in paths], dtype=np.int64)),
                "x": self.numbers(steps[:, 0], scale=CORNER),
                "y": self.numbers(steps[:, 1], scale=CORNER),
            },
            len(found),
        )

    def text(self) -> str:
        """The pack in base64: it holds no character that means anything in HTML."""
        header = json.dumps(self._header, ensure_ascii=False, separators=(",", ":")).encode()
        whole = b"".join([len(header).to_bytes(4, "little"), header, *self._parts])
        # Level 6 of a large pack takes twice as long as level 4 and saves 2 %.
        packer = zlib.compressobj(9 if len(whole) < 1 << 22 else 4, zlib.DEFLATED, -15)
        return base64.b64encode(packer.compress(whole) + packer.flush()).decode("ascii")

    def _planes(self, stored: Numbers) -> dict[str, Any]:
        greatest = int(stored.max()) if len(stored) else 0
        width = max(1, (greatest.bit_length() + 7) // 8)
        planes = stored.view(np.uint8).reshape(-1, 8)[:, :width]
        return {"rows": len(stored), "at": self._bytes(np.ascontiguousarray(planes.T).tobytes()), "width": width}

    def _bytes(self, data: bytes) -> int:
        at = self._length
        self._parts.append(data)
        self._length += len(data)
        return at


def _paths(geometry: BaseGeometry | None) -> list[npt.NDArray[np.int64]]:
    """The rings and lines of a geometry in whole steps of `CORNER`, repeated corners left out."""
    if geometry is None or geometry.is_empty:
        return []
    lines = [line for part in shapely.get_parts(geometry) for line in _lines(part)]
    paths = [np.rint(shapely.get_coordinates(line) * CORNER).astype(np.int64) for line in lines]
    kept = [path[np.r_[True, np.any(np.diff(path, axis=0) != 0, axis=1)]] for path in paths]
    return [path for path in kept if len(path) > 1]


def _lines(part: BaseGeometry) -> list[BaseGeometry]:
    return [part.exterior, *part.interiors] if part.geom_type == "Polygon" else [part]


def column(pack: Pack, values: pd.Series, kind: str) -> dict[str, Any]:
    """A table's column as the page takes it, by its type in the schema: text, integer, number (one decimal) or date."""
    if kind == "text":
        return pack.words(values)
    missing = values.isna().to_numpy()
    if kind == "date":
        days = pd.Series(values.where(~missing, None)).to_numpy(dtype="datetime64[D]")
        return pack.numbers(np.where(missing, EPOCH, days).astype("datetime64[D]").astype(np.int64), missing, date=True)
    scale = 1 if kind == "integer" else 10
    plain = values.to_numpy(dtype=np.float64, na_value=np.nan)
    return pack.numbers(np.rint(np.where(missing, 0, plain) * scale).astype(np.int64), missing, scale=scale)


def points(pack: Pack, geometry: Any) -> dict[str, dict[str, Any]]:
    """The columns ``lon`` and ``lat`` of points, null where there is none."""
    shapes = np.asarray(geometry, dtype=object)
    missing = shapely.is_missing(shapes) | shapely.is_empty(shapes)
    return {
        name: pack.numbers(np.rint(np.where(missing, 0, get(shapes)) * POINT).astype(np.int64), missing, scale=POINT)
        for name, get in (("lon", shapely.get_x), ("lat", shapely.get_y))
    }
