"""Tables and shapes as columns of small whole numbers, compressed: what `assets/base/pack.js` unpacks in the page.

A pack is raw deflate, in base64, of: the length of a header as four bytes, little-endian; the header, JSON; the columns'
bytes. A column of numbers is stored as whole numbers above its least value, 0 for null, in as few bytes as they need: first
all lowest bytes, then all second ones, and so on, since neighbours that are alike compress well. A column of words is a column
of numbers into the words in the order of their first appearance. Shapes are steps from corner to corner.
"""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import json
import zlib
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely
from shapely import affinity
from shapely.geometry.base import BaseGeometry

from geomap.errors import DataError
from geomap.geometry import each_shape
from geomap.places import letter_of
from geomap.tables import day_of

Numbers = npt.NDArray[Any]

#: Corners are kept to 1e-4 degrees, 11 m: the detail of the border's line. Points to 1e-5.
CORNER = 10_000
POINT = 100_000
SMALL = 1 << 20  #: bytes; a larger pack is compressed column by column, each in the way that suits it
EPOCH = dt.date(1970, 1, 1)
LIST = "\x1f"  #: parts the words of a list


class Pack:
    """A pack being filled: `table`, `words` and `shapes` add to it, `text` gives it."""

    def __init__(self) -> None:
        """Start with nothing."""
        self._header: dict[str, Any] = {}
        self._parts: list[bytes] = []
        self._length = 0
        self._known: dict[bytes, int] = {}
        self._codes: dict[int, tuple[Numbers, list[str], Any]] = {}
        self._shared: dict[str, dict[str, Any]] = {}

    def table(self, name: str, columns: Mapping[str, Mapping[str, Any]], rows: int) -> None:
        """Add a table of columns that `numbers` and `words` gave."""
        self._header[name] = {"rows": rows, "columns": dict(columns)}

    def numbers(self, values: Numbers, missing: Numbers | None = None, *, scale: int = 1, **more: Any) -> dict[str, Any]:
        """A column of numbers.

        Args:
            values: shape (n,), whole numbers with a sign.
            missing: shape (n,), True where there is none.
            scale: what the values are to be divided by.
            more: what else the page must know of the column: ``date``, or ``above``, the column that they are counted from.
        """
        known = values if missing is None else values[~missing]
        least = int(known.min()) if len(known) else 0
        stored = values - (least - 1)
        if missing is not None:
            stored[missing] = 0
        return {**self._planes(stored), "least": least, "scale": scale, **more}

    def words(self, values: Sequence[str | None] | pd.Series, by: tuple[str, pd.Series] | None = None) -> dict[str, Any]:
        """A column of words; null stays null.

        Args:
            values: the words.
            by: a column that may determine this one (a place its province), with its name: then it is stored once for each of
                the other's words.
        """
        return self.coded(*self._coded(values), by)

    def coded(self, codes: Numbers, words: Sequence[str], by: tuple[str, pd.Series] | None = None) -> dict[str, Any]:
        """The same of words that each stand once.

        Args:
            codes: shape (n,), for each row the place of its word, -1 for null.
            words: in the order of their first appearance.
            by: as `words` takes it.
        """
        # NUL parts the words; where a word holds one, it would not be shown anyway.
        joined = "\0".join(words)
        if joined.count("\0") >= max(1, len(words)):
            joined = "\0".join(word.replace("\0", "\ufffd") for word in words)
        if by is not None:
            others, names = self._coded(by[1])
            each = np.zeros(len(names) + 1, dtype=np.int64)
            each[others + 1] = codes + 1
            if len(names) < len(codes) and np.array_equal(each[others + 1], codes + 1):
                return {**self._planes(each), **self._text(joined), "count": len(words), "by": by[0]}
        if len(words) < len(codes):
            return {**self._planes(codes + 1), **self._text(joined), "count": len(words)}
        column = {"rows": len(codes), "count": len(words)}
        if len(words) and joined.isascii():
            return {**column, **self._alike(joined)}
        return {**column, **self._text(joined)}

    def _coded(self, values: Sequence[str | None] | pd.Series) -> tuple[Numbers, list[str]]:
        """The words in the order of their first appearance, and of each value the place in it, -1 for null."""
        known = self._codes.get(id(values))
        if known is None:
            codes, words = pd.factorize(np.asarray(values, dtype=object), use_na_sentinel=True)
            # The values are kept, so that no other object gets their identity.
            known = self._codes[id(values)] = (codes, words.tolist(), values)
        return known[0], known[1]

    def _text(self, joined: str) -> dict[str, Any]:
        data = joined.encode("utf-8", "replace")
        return {"words": self._bytes(data), "size": len(data)}

    def _alike(self, joined: str) -> dict[str, Any]:
        """Words without the letters that each shares with the one before it, and how many these are: ids are alike."""
        if joined in self._shared:
            return self._shared[joined]
        data = np.frombuffer(joined.encode("ascii") + b"\0", dtype=np.uint8)
        ends = np.flatnonzero(data == 0)
        starts = np.r_[0, ends[:-1] + 1]
        shared = np.zeros(len(ends), dtype=np.int64)
        alike = np.arange(1, len(ends))
        while len(alike):
            reach = shared[alike]
            inside = (starts[alike] + reach < ends[alike]) & (starts[alike - 1] + reach < ends[alike - 1])
            same = np.zeros(len(alike), dtype=bool)
            at = alike[inside]
            same[inside] = data[starts[at] + reach[inside]] == data[starts[at - 1] + reach[inside]]
            alike = alike[same]
            shared[alike] += 1
        own = np.arange(len(data)) >= np.repeat(starts + shared, ends - starts + 1)
        found = {"shared": self.numbers(shared), **self._text(data[own].tobytes()[:-1].decode("ascii"))}
        self._shared[joined] = found
        return found

    def shapes(self, name: str, geometries: Iterable[BaseGeometry | None]) -> None:
        """Add lines and polygons: of each, its paths (a polygon's rings), and of each path its corners."""
        found = [paths or [] for paths in each_shape(_paths, geometries)]
        paths = [path for shape in found for path in shape]
        corners = np.concatenate([*paths, np.empty((0, 2), dtype=np.int32)])
        self.table(
            name,
            {
                "paths": self.numbers(np.array([len(shape) for shape in found], dtype=np.int64)),
                "corners": self.numbers(np.array([len(path) for path in paths], dtype=np.int64)),
                "x": self.numbers(np.diff(corners[:, 0], prepend=0), scale=CORNER),
                "y": self.numbers(np.diff(corners[:, 1], prepend=0), scale=CORNER),
            },
            len(found),
        )

    def text(self) -> str:
        """The pack in base64: it holds no character that means anything in HTML."""
        header = json.dumps(self._header, ensure_ascii=False, separators=(",", ":")).encode()
        head = len(header).to_bytes(4, "little") + header
        if self._length < SMALL:
            packed = _deflate(b"".join([head, *self._parts]), level=9)
        else:
            with ThreadPoolExecutor() as pool:  # zlib lets others run meanwhile; the order is that of the parts
                found = pool.map(lambda part: _deflate(part, level=4, last=False), (head, *self._parts))
                packed = b"".join([*found, _deflate(b"", level=1)])
        return base64.b64encode(packed).decode("ascii")

    def _planes(self, stored: Numbers) -> dict[str, Any]:
        greatest = int(stored.max()) if len(stored) else 0
        width = max(1, (greatest.bit_length() + 7) // 8)
        small = stored.astype(np.min_scalar_type(greatest).newbyteorder("<"))
        planes = small.view(np.uint8).reshape(-1, small.itemsize)[:, :width]
        at = [self._bytes(np.ascontiguousarray(planes[:, plane]).tobytes()) for plane in range(width)]
        return {"rows": len(stored), "at": at, "width": width}

    def _bytes(self, data: bytes) -> int:
        """Where the data stand in the pack; what is there already, as an id's words in another table, is not put twice."""
        digest = hashlib.sha256(data).digest()
        if digest in self._known:
            return self._known[digest]
        at = self._known[digest] = self._length
        self._parts.append(data)
        self._length += len(data)
        return at


def _deflate(data: bytes, *, level: int, last: bool = True) -> bytes:
    """Raw deflate; what is not the last ends on a whole byte, so that the next may follow it."""
    # Large columns of numbers repeat next to nothing: to look only for runs of one byte is ten times as fast, and smaller.
    ways = (zlib.Z_DEFAULT_STRATEGY,) if last else (zlib.Z_DEFAULT_STRATEGY, zlib.Z_RLE)
    best = min(ways, key=lambda way: len(_stream(data[: SMALL // 16], level, way, last)))
    return _stream(data, level, best, last)


def _stream(data: bytes, level: int, strategy: int, last: bool) -> bytes:
    packer = zlib.compressobj(level, zlib.DEFLATED, -15, 9, strategy)
    return packer.compress(data) + packer.flush(zlib.Z_FINISH if last else zlib.Z_FULL_FLUSH)


def _paths(geometry: BaseGeometry) -> list[npt.NDArray[np.int32]]:
    """The rings and lines of a geometry in whole steps of `CORNER`, repeated corners left out."""
    if geometry.is_empty:
        return []
    lines = [line for part in shapely.get_parts(geometry) for line in _lines(part)]
    paths = [np.rint(shapely.get_coordinates(line) * CORNER).astype(np.int32) for line in lines]
    kept = [path[np.r_[True, np.any(np.diff(path, axis=0) != 0, axis=1)]] for path in paths]
    return [path for path in kept if len(path) > 1]


def _lines(part: BaseGeometry) -> list[BaseGeometry]:
    return [part.exterior, *part.interiors] if part.geom_type == "Polygon" else [part]


def column(pack: Pack, values: pd.Series, kind: str, near: tuple[str, pd.Series] | None = None) -> dict[str, Any]:
    """A table's column as the page takes it, by its type in the schema: text, list, integer, number (one decimal) or date.

    Args:
        pack: where it goes.
        values: the column.
        kind: its type.
        near: a column, with its name, that it follows from: words that it may determine, or a number that it is mostly a little
            above; then only what is new is stored.
    """
    if kind == "list":
        return {**pack.words([None if words is None else LIST.join(words) for words in values]), "list": True}
    if kind == "text":
        return pack.words(values, near)
    whole, missing, more = _whole(values, kind)
    if near is None:
        return pack.numbers(whole, missing, **more)
    name, below = near
    ground, groundless, _ = _whole(below, kind)
    # Where the other has none, the difference is counted from 0.
    return pack.numbers(whole - np.where(groundless, 0, ground), missing, above=name, **more)


def _whole(values: pd.Series, kind: str) -> tuple[Numbers, Numbers, dict[str, Any]]:
    """Whole numbers, which of them are missing, and what the page must know of them."""
    if kind == "date":
        codes, days = pd.factorize(values, use_na_sentinel=True)
        try:
            found = [*map(day_of, days), EPOCH]
        except ValueError as error:
            raise DataError(f"{values.name}: {error}") from error
        numbers = np.array(found, dtype="datetime64[D]").astype(np.int64)
        return numbers[codes], codes < 0, {"date": True}
    scale = 1 if kind == "integer" else 10
    missing = values.isna().to_numpy()
    plain = values.to_numpy(dtype=np.float64, na_value=np.nan)
    return np.rint(np.where(missing, 0, plain) * scale).astype(np.int64), missing, {"scale": scale}


def points(pack: Pack, geometry: Any) -> dict[str, dict[str, Any]]:
    """The columns ``lon`` and ``lat`` of points, null where there is none.

    Raises:
        DataError: one is no point, or several.
    """
    shapes = np.array(geometry, dtype=object)
    missing = shapely.is_missing(shapes) | shapely.is_empty(shapes)
    if len(others := np.flatnonzero(~missing & (shapely.get_type_id(shapes) != 0))):
        parts = shapely.get_num_geometries(shapes[others])
        if len(wrong := others[(parts != 1) | (shapely.get_type_id(shapes[others]) != 4)]):
            found = shapes[wrong[0]]
            what = f"{len(found.geoms)} points" if found.geom_type == "MultiPoint" else f"a {found.geom_type}"
            raise DataError(f"row {wrong[0] + 1} has {what}; give one point, or none")
        shapes[others] = shapely.get_geometry(shapes[others], 0)
    shapes[missing] = None
    return {
        name: pack.numbers(np.rint(np.where(missing, 0, get(shapes)) * POINT).astype(np.int64), missing, scale=POINT)
        for name, get in (("lon", shapely.get_x), ("lat", shapely.get_y))
    }


def area_polygons(pack: Pack, areas: gpd.GeoDataFrame, lettered: Mapping[str, int]) -> None:
    """Add the table ``area_polygons``: the polygons of the areas that have several, in their order.

    Of each the row of its area, its bounds, and its letter. The page cannot find them among the rings: an island may lie in a
    hole, and what is smaller than the page's detail has no ring there. What was cut at 180 degrees is one, and ends east of it.

    Args:
        pack: where it goes.
        areas: the published table.
        lettered: how many of an area's polygons have letters, by its id: the first A. Small ones at the end have none.
    """
    polygons, rows = shapely.get_parts(areas.geometry.to_numpy(), return_index=True)
    rows, ends = _joined(polygons, rows, shapely.bounds(polygons))
    first = np.searchsorted(rows, rows)
    several = np.bincount(rows, minlength=len(areas))[rows] > 1
    bounds = np.rint(ends[several] * CORNER).astype(np.int64)
    numbers = (np.arange(len(rows)) - first)[several]
    ids = areas["id"].to_numpy()[rows[several]]
    letters = [
        letter_of(number) if number < lettered.get(one, 0) else None for number, one in zip(numbers.tolist(), ids, strict=True)
    ]
    sides = {end: pack.numbers(bounds[:, i], scale=CORNER) for i, end in enumerate(("west", "south", "east", "north"))}
    columns = {"area_row": pack.numbers(rows[several]), "letter": pack.words(letters), **sides}
    pack.table("area_polygons", columns, len(bounds))


def _joined(
    polygons: npt.NDArray[np.object_], rows: npt.NDArray[np.int64], bounds: npt.NDArray[np.float64]
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float64]]:
    """The areas' rows and the bounds of their polygons, of which two that meet at 180 degrees are one."""
    kept = np.ones(len(rows), dtype=bool)
    west_of_it = np.flatnonzero(bounds[:, 2] == 180)
    for east in np.flatnonzero(bounds[:, 0] == -180):
        beyond = affinity.translate(polygons[east], 360)
        for west in west_of_it[rows[west_of_it] == rows[east]]:
            if kept[east] and polygons[west].intersects(beyond):
                kept[east] = False
                both = np.vstack([bounds[west], bounds[east] + (360, 0, 360, 0)])
                bounds[west] = [*both.min(axis=0)[:2], *both.max(axis=0)[2:]]
    return rows[kept], bounds[kept]
