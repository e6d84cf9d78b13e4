"""That files changed, by looking at them again and again: the same on every system, on network drives too.

An editor saves in several writes, or under another name that it then gives away. So a change counts once two looks in a row see
the same.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

#: Seconds between two looks; where looking takes long, they are as far apart as keeps it below `SHARE` of the time.
TICK_S = 0.03
SHARE = 0.1

#: When each file was last written, how long it is, and which file it is: what a save changes, a renamed copy included.
Stamps = Mapping[Path, tuple[int, int, int]]


def stamps(files: Iterable[Path]) -> Stamps:
    """How files are now; one that is gone is left out."""
    found = {}
    for file in files:
        try:
            about = file.stat()
        except OSError:
            continue
        found[file] = about.st_mtime_ns, about.st_size, about.st_ino
    return found


def changes(look: Callable[[], Stamps], wait: Callable[[float], object] = time.sleep) -> Iterator[Stamps]:
    """Give what a look sees first, and then each time that it sees another and the next look sees the same. Never ends.

    What changes while the caller is busy with one change is given next; several changes by then are one.

    Args:
        look: gives how the files are now.
        wait: waits so many seconds.
    """
    given = before = look()
    yield given
    while True:
        begun = time.perf_counter()
        now = look()
        took = time.perf_counter() - begun
        if now == before != given:
            given = now
            yield now
        before = now
        wait(max(TICK_S, took * (1 / SHARE - 1)))
