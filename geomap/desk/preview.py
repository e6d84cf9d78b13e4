"""The page as it was last made, and what is wrong since: made anew whenever a file of the story changes."""

from __future__ import annotations

import hashlib
import time
import traceback
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from geomap.desk.watching import changes, stamps
from geomap.errors import GeomapError


@dataclass(frozen=True, slots=True)
class Shown:
    """What a browser is to show: the last good page, and above it what is wrong now."""

    page: bytes = b""  #: HTML; empty before the first
    version: str = ""  #: another for another page
    problems: str = ""  #: as the command line says them; empty where nothing is wrong


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """How a page is made, of which files, and who is told.

    Attributes:
        make: gives the page as HTML; what is wrong with the data is a `GeomapError` or an OSError.
        files: the files that it is made from, as they are at the time.
        in_words: an error of ``make`` as the command line says it.
        tell: takes a line for the person at the terminal.
    """

    make: Callable[[], str]
    files: Callable[[], Iterable[Path]]
    in_words: Callable[[GeomapError | OSError], str]
    tell: Callable[[str], None]

    def run(self, show: Callable[[Shown], None]) -> None:
        """Make the page now and after every change, and have it shown. Never ends."""
        shown = Shown()
        for seen in changes(lambda: stamps(self.files())):
            made, line = self._made(shown)
            # What was read while an editor was writing says nothing: the next look sees the whole file.
            if made.problems and stamps(self.files()) != seen:
                continue
            self.tell(line)
            if made != shown:
                shown = made
                show(shown)

    def _made(self, before: Shown) -> tuple[Shown, str]:
        """The page as the files have it now, or what was shown ``before`` with the problems; and a line about it."""
        begun = time.perf_counter()
        try:
            page = self.make().encode()
        except (GeomapError, OSError) as error:
            problems = self.in_words(error)
            return replace(before, problems=problems), problems.partition("\n")[0]
        except Exception as error:  # a fault of geomap's own: it is told, and what is saved next may be without it
            problems = f"geomap failed, which it should not: {type(error).__name__}: {error}"
            return replace(before, problems=problems), traceback.format_exc()
        took = time.perf_counter() - begun
        return Shown(page, hashlib.sha256(page).hexdigest()), f"{'rebuilt' if before.page else 'built'} in {took:.1f} s"
