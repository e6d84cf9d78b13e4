"""Files of Python's that Arrow reads."""

from __future__ import annotations

import io
import time
from threading import Event, Lock
from typing import IO, Any

import numpy as np


class Read(io.RawIOBase):
    """A file for Arrow, which reads ahead in a thread of its own; closed, it has sent that thread away.

    Python that ends while such a thread is in a file of Python's crashes, or never ends (pyarrow 26.0, CPython 3.13).
    """

    def __init__(self, file: IO[bytes]) -> None:
        super().__init__()
        self._file, self._within, self._left, self._at_end = file, Lock(), False, Event()

    def readable(self) -> bool:
        """It is."""
        return True

    def read(self, size: int = -1) -> bytes:
        """Up to so many bytes; none once it is closed."""
        with self._within:
            data = b"" if self._left else self._given(size)
        if not data:
            self._at_end.set()
        return data

    def _given(self, size: int) -> bytes:
        return self._file.read(size)

    def close(self) -> None:
        """Give nothing more, and wait until the thread has seen that; it asks no more where it is far enough ahead."""
        if self._left:
            return
        self._left = True
        self._at_end.wait(0.5)
        with self._within:
            pass
        time.sleep(0.01)  # in which it leaves this file


class Counting(Read):
    """A file that looks at its quotation marks and counts its lines while it is read.

    An odd mark may have swallowed the rows behind it; so may an even one, where there are fewer rows than lines. Neither has
    where the marks are ``proper``: each opens a cell at its beginning, closes one at its end, or is doubled within one.
    """

    def __init__(self, file: IO[bytes], separator: str) -> None:
        super().__init__(file)
        self._ends, self._last = [0, 0], ord("\n")
        self._edge = np.zeros(256, dtype=bool)  # what may stand before a mark that opens, and behind one that closes
        self._edge[[ord(separator), *b'\r\n"']] = True
        self._closes = False  # whether the last byte is a mark that closes
        self.quotes = self.rows = 0
        self.proper = True

    @property
    def lines(self) -> int:
        """Lines so far, whatever ends them, with one that no mark ends."""
        return max(self._ends) + (self._last not in b"\r\n")

    def _given(self, size: int) -> bytes:
        data = super()._given(size)
        if data:
            letters = np.frombuffer(data, np.uint8)
            self._look(letters)
            self._ends = [
                count + int(np.count_nonzero(letters == mark)) for count, mark in zip(self._ends, b"\n\r", strict=True)
            ]
            self._last = int(letters[-1])
        return data

    def _look(self, letters: np.ndarray[Any, np.dtype[np.uint8]]) -> None:
        marks = np.flatnonzero(letters == ord('"'))
        first = self.quotes % 2  # of the marks here that opens a cell
        opening, closing = marks[first::2], marks[1 - first :: 2]
        before = np.where(opening > 0, letters[opening - 1], self._last)
        behind = letters[closing[closing + 1 < letters.size] + 1]
        self.proper &= bool(
            (not self._closes or self._edge[letters[0]]) and self._edge[before].all() and self._edge[behind].all()
        )
        self._closes = bool(closing.size) and closing[-1] == letters.size - 1
        self.quotes += marks.size
