"""GeoPackages of strangers, before GDAL sees them: a view runs whatever its author wrote, for as long as it likes."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from geomap.errors import DataError


def check_geopackage(path: Path) -> None:
    """Refuse a GeoPackage with views; nothing of them is run.

    Raises:
        DataError: it has a view, or is no database.
    """
    try:
        try:
            views = _views(path, "mode=ro")
        except sqlite3.OperationalError:  # locked, or with a log in a folder that cannot be written: read as it is
            views = _views(path, "immutable=1")
    except sqlite3.Error as error:
        raise DataError(f"{path}: {error}; it is damaged or half written: take a whole copy") from error
    if views:
        raise DataError(f"{path}: holds the view {views[0]}, which is a program; save it as a table in a GeoPackage of its own")


def _views(path: Path, how: str) -> list[str]:
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?{how}", uri=True)) as database:
        return [str(name) for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'view' ORDER BY 1")]
