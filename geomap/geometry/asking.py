"""Prepared shapes, asked by one thread at a time."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import TypeVar

T = TypeVar("T")
#: Held while a question is answered.
LOCK = Lock()


def asked(question: Callable[..., T], *about: object) -> T:
    """The answer of shapely to a question about a prepared shape that other threads may ask as well.

    GEOS builds and changes what a prepared shape needs while it answers, and shapely lets other threads run meanwhile: two
    that ask one shape at once end the process (shapely 2.1.0 with GEOS 3.13.1, 2.2.0 with 3.14.1; GEOS issue 825). A shape
    that no other thread has needs no such care.

    >>> import shapely
    >>> area = shapely.box(60, 25, 61, 26)
    >>> _ = shapely.prepare(area)
    >>> asked(shapely.intersects_xy, area, [60.5, 62.0], [25.5, 25.5]).tolist()
    [True, False]
    """
    with LOCK:
        return question(*about)
