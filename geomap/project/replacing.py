"""Files of a folder that are replaced as one set, whatever kills the command that writes them.

They are written into ``<folder>/.geomap/new``. One rename, to ``.geomap/ready``, decides that they are the set from now on;
then each is moved to its place. A command that is killed before that rename leaves the old set. One that is killed after it
leaves ``ready``, and the next command moves what is still in it. Only the holder of ``.geomap/lock`` may do any of this, and
the system frees a lock when its holder dies: so whatever else lies in ``.geomap`` then is a dead command's.
"""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from geomap.errors import DataError

#: The folder within a folder where its next files are written; git ignores it.
WORK = ".geomap"
#: What SQLite keeps beside a database, by the ends of the names: left beside another database, it would be read into that one.
SIDECARS = ("-wal", "-shm", "-journal")
#: Seconds to wait for another command that writes into the same folder.
WAIT_S = 60.0

if sys.platform == "win32":
    import msvcrt

    def _hold(file: IO[bytes]) -> bool:
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _hold(file: IO[bytes]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


@contextmanager
def replacing(folder: Path) -> Iterator[Path]:
    """A new folder to write into; its files replace those of ``folder`` at the end, all or none. Other files stay.

    One command at a time has it; another waits for its turn. What an interrupted one left is completed first.

    Raises:
        DataError: another command holds the folder too long, it cannot be written, or one of its files cannot be replaced.
    """
    made = [path for path in (folder, *folder.parents) if not path.exists()]
    work = folder / WORK
    lock = _take(work)
    try:
        (work / ".gitignore").write_text("*\n", encoding="utf-8")
        _move(folder)
        new = work / "new"
        shutil.rmtree(new, ignore_errors=True)
        new.mkdir()
        yield new
        for file in new.iterdir():
            if not file.is_file():
                raise DataError(f"{file.name}: is no file, and only files are replaced")
            if (folder / file.name).is_dir():
                raise DataError(f"{folder / file.name}: is a folder, where a file is to be written; move it away")
        if any(new.iterdir()):
            os.replace(new, work / "ready")
            _move(folder)
    except OSError as error:
        if error.filename is None or work in Path(str(error.filename)).parents:
            reason = (error.strerror or str(error)).lower()
            raise DataError(f"{folder}: cannot be written ({reason}); what was there before is unchanged") from error
        raise
    finally:
        _give_back(work, lock)
        for path in made:
            with suppress(OSError):  # which holds something now
                path.rmdir()


def complete(folder: Path) -> None:
    """Move what an interrupted command had ready for a folder to its place, and remove what else it left."""
    if (folder / WORK).is_dir():
        with replacing(folder):
            pass


def is_pending(file: Path) -> bool:
    """Whether an interrupted command had a new one ready in place of a file."""
    return (file.parent / WORK / "ready" / file.name).is_file()


def _move(folder: Path) -> None:
    """Move each file that is ready to its place."""
    ready = folder / WORK / "ready"
    if not ready.is_dir():
        return
    for file in sorted(ready.iterdir()):  # .gitignore comes first
        place = folder / file.name
        try:
            if _is_database(file):
                remove_sidecars(place)
            os.replace(file, place)
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise DataError(
                f"{place}: cannot be replaced ({reason}), and the folder holds files of two builds until it is; close what"
                " has the file open, or free its name, and run the command again"
            ) from error
    ready.rmdir()


def remove_sidecars(database: Path) -> None:
    """Remove what SQLite left beside a GeoPackage that is replaced."""
    for end in SIDECARS:
        database.with_name(database.name + end).unlink(missing_ok=True)


def _is_database(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(6) == b"SQLite"


def _take(work: Path) -> IO[bytes]:
    """The lock of a folder, once it is ours.

    Raises:
        DataError: another command holds it for longer than `WAIT_S`.
    """
    until = time.monotonic() + WAIT_S
    while time.monotonic() < until:
        work.mkdir(parents=True, exist_ok=True)
        try:
            file = (work / "lock").open("ab")
        except FileNotFoundError:  # whoever had the folder has just removed it
            continue
        if _hold(file) and _is_at(file, work / "lock"):
            return file
        file.close()
        time.sleep(0.02)
    raise DataError(f"{work.parent}: another geomap has been writing into it for {WAIT_S:g} s; wait for it, or end it")


def _is_at(file: IO[bytes], path: Path) -> bool:
    """Whether an open file is still the one of that name."""
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except FileNotFoundError:
        return False


def _give_back(work: Path, lock: IO[bytes]) -> None:
    """Remove the work folder, but for what is ready, and free it."""
    shutil.rmtree(work / "new", ignore_errors=True)
    if sys.platform == "win32":  # where an open file cannot be removed; elsewhere, a closed one may be another's already
        lock.close()
    with suppress(OSError):
        if not (work / "ready").exists():
            (work / ".gitignore").unlink(missing_ok=True)
        (work / "lock").unlink()
    lock.close()
    with suppress(OSError):  # another is waiting, or something is ready
        work.rmdir()


__all__ = ["SIDECARS", "WORK", "complete", "is_pending", "remove_sidecars", "replacing"]
