"""Coordinates as people write them: a decimal comma, a letter of the compass, degrees with minutes and seconds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import numpy as np

from geomap.geometry import Floats

#: What stands where nothing is known, in small letters.
NOTHING = frozenset(
    ("", "-", "--", "–", "—", ".", "?", "n/a", "#n/a", "na", "n.a.", "n/d", "nd", "s/d", "nan", "null", "none", "nil", "<na>")
)

#: Signs that look alike: minus, degree, minute, second.
_SIGNS = str.maketrans({"−": "-", "–": "-", "º": "°", "˚": "°", "′": "'", "’": "'", "´": "'", "″": '"', "”": '"'})
_NUMBER = r"\d+(?:[.,]\d+)?"
_CELL = re.compile(
    rf"""([NSEW]?)\s*([+-]?)\s*(\d{{1,3}}(?:[.,]\d+)?)\s*(?:°\s*(?:({_NUMBER})\s*'\s*(?:({_NUMBER})\s*"\s*)?)?)?([NSEW]?)"""
)


@dataclass(slots=True)
class Axis:
    """How a column of coordinates is written; it is read in parts, the first of which tell its decimal mark."""

    letters: str  #: of the compass: "EW" or "NS", the second is negative
    comma: bool | None = None  #: whether a comma is its decimal mark; None until a part has one or a point
    plain: bool = True  #: whether every cell was a number as computers write it, or a word for nothing

    def read(self, cells: Any) -> tuple[Floats, dict[int, str]]:
        """Degrees, and what cannot be read.

        A decimal comma is read where no cell has a decimal point. It is no mark of thousands: no coordinate has four digits
        before it. A letter is read if it is one of ``letters`` and no plus or minus stands beside it; minutes and seconds are
        read by their signs.

        >>> Axis("EW").read(["-7,8939", "72,5°W", "N/A", "far"])
        (array([ -7.8939, -72.5   ,      nan,      nan]), {3: 'far'})
        >>> Axis("NS").read(["27°22'12\\" N", "27.37", "27,37", 27.37])[0]
        array([27.37, 27.37,   nan, 27.37])

        Args:
            cells: of the column or a part of it, numbers or texts, n in all.

        Returns:
            Degrees, shape (n,), NaN where a cell has none; and by row, the cells that hold something else.
        """
        numbers, texts = _parted(cells)
        found = {row: _CELL.fullmatch(cell.translate(_SIGNS).replace("''", '"').strip()) for row, cell in texts.items()}
        written = [match[0] for match in found.values() if match]
        with np.errstate(invalid="ignore"):
            points = bool((numbers % 1 > 0).any()) or any("." in text for text in written)
        if self.comma is None and (points or any("," in text for text in written)):
            self.comma = not points
        for row, match in found.items():
            numbers[row] = self._degrees(match) if match else np.nan
        self.plain = self.plain and not texts
        return numbers, {row: text for row, text in texts.items() if np.isnan(numbers[row])}

    def _degrees(self, match: re.Match[str]) -> float:
        """The degrees that a cell says; NaN where that is not plain."""
        before, sign, *parts, after = match.groups(default="")
        letter = before or after
        given = [part for part in parts if part]
        if (
            ("," in match[0] and not self.comma)
            or (before and after)
            or (letter and (sign or letter not in self.letters))
            or any("." in part or "," in part for part in given[:-1])
        ):
            return np.nan
        degrees, *smaller = (float(part.replace(",", ".")) for part in given)
        if any(part >= 60 for part in smaller):
            return np.nan
        value: float = degrees + sum(part / power for part, power in zip(smaller, (60, 3600), strict=False))
        return -value if sign == "-" or letter == self.letters[1] else value


def _parted(cells: Any) -> tuple[Floats, dict[int, str]]:
    """The numbers of a column, NaN elsewhere, and by row the cells that are none."""
    if isinstance(cells, np.ndarray) and cells.dtype == np.float64:
        return cells.copy(), {}
    import pandas as pd

    column = pd.Series(cells)
    numbers = np.array(pd.to_numeric(column, errors="coerce").to_numpy(dtype=float, na_value=np.nan))
    odd = np.flatnonzero(np.isnan(numbers))
    return numbers, {int(row): cell for row, cell in zip(odd, column.iloc[odd], strict=True) if _is_something(cell)}


def _is_something(cell: object) -> bool:
    return isinstance(cell, str) and cell.strip().casefold() not in NOTHING
