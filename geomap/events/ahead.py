"""The next part of a stream is made while this one is used."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from queue import Empty, Full, Queue
from threading import Event, Thread
from typing import TypeVar

T = TypeVar("T")


def ahead(parts: Iterator[T], count: int = 1) -> Generator[T, None, None]:
    """The parts of a stream, of which up to ``count`` are made in a thread of their own before they are asked for.

    Whatever is raised there is raised here, in its place. Where whoever uses the parts ends early, the thread ends with it.
    """
    made: Queue[tuple[bool, T | BaseException | None]] = Queue(count)
    ended = Event()

    def put(is_part: bool, value: T | BaseException | None) -> None:
        while not ended.is_set():
            try:
                made.put((is_part, value), timeout=0.1)
                return
            except Full:
                pass

    def make() -> None:
        try:
            for part in parts:
                put(True, part)
                if ended.is_set():
                    break
            put(False, None)
        except BaseException as error:
            put(False, error)

    thread = Thread(target=make, daemon=True)
    thread.start()
    try:
        while True:
            try:
                is_part, value = made.get(timeout=0.1)  # an interrupt is seen between two waits
            except Empty:
                continue
            if is_part:
                yield value  # type: ignore[misc]
            elif isinstance(value, BaseException):
                raise value
            else:
                return
    finally:
        ended.set()
        thread.join()
