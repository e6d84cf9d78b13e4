"""What ``geomap build`` writes: styled GeoJSON, the GeoPackage, the QGIS project, the page, and what all was made from."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import geopandas as gpd

from geomap import __version__, project
from geomap.errors import DataError
from geomap.export.csv import csv_text, csv_types, write_csv_file
from geomap.export.geojson import write_geojson
from geomap.export.geopackage import write_geopackage
from geomap.export.licences import licences_text
from geomap.export.qgis_project import qgis_project, qgz, qmd
from geomap.export.style import qml
from geomap.export.tables import DESCRIPTIONS, Contents, contents, ground_of, tables_of
from geomap.model import Story
from geomap.tables import Tables

#: A file that only a build writes that is to be published.
_PUBLISHED = "incidents.geojson"


def check_private(folder: Path) -> None:
    """Refuse a folder for a private page that is not its own, however its path is written.

    A page is private that shows the articles' texts, or what nobody has reviewed.

    Its own is a new folder, an empty one, or one with an earlier private page, which git ignores; and none in a folder of files
    that were built to be published.

    Raises:
        DataError: it is another folder.
    """
    real = folder.resolve()
    published = next((path for path in (real, *real.parents) if path.name == "output" or (path / _PUBLISHED).exists()), None)
    if published:
        raise DataError(
            f"{folder}: a page with the articles' texts or with proposals is private, and {published} is for what is"
            " published; name another folder"
        )
    ignored = real / ".gitignore"
    if ignored.is_file() and ignored.read_bytes().strip() == b"*":
        return
    if real.is_dir() and any(path.name != project.WORK for path in real.iterdir()):
        raise DataError(
            f"{folder}: a page with the articles' texts or with proposals is private, and git would list this folder;"
            " name a new one"
        )


def write_published(published: Tables, folder: Path | str, *, basemap: Mapping[str, gpd.GeoDataFrame] | None = None) -> None:
    """Write the tables in every published format into an existing folder.

    Args:
        published: what is written.
        folder: where to.
        basemap: what lies under the QGIS project's map: ``countries``, ``admin1``, ``disputed``, ``land``.
    """
    folder = Path(folder)
    tables = tables_of(published)
    held = {name: contents(table) for name, table in tables.items()}
    write_styled_geojson(published, folder, held)
    write_csv_file(csv_text(published.statements, held["statements"]), folder / "statements.csv", csv_types("statements"))
    ground = ground_of(basemap or {})
    text = qgis_project(tables | ground, published, gpkg="./geomap.gpkg")
    write_geopackage(published, folder / "geomap.gpkg", ground=ground, project_text=text, held=held)
    (folder / "geomap.qgz").write_bytes(qgz(text, "geomap"))


def write_styled_geojson(published: Tables, folder: Path | str, held: Mapping[str, Contents] | None = None) -> None:
    """Write each table with geometry as ``<table>.geojson`` into a folder, its QGIS style and metadata beside it.

    Args:
        published: what is written.
        folder: where to.
        held: the tables' contents by name, where they are known.
    """
    Path(folder).mkdir(parents=True, exist_ok=True)
    for name, table in tables_of(published).items():
        if isinstance(table, gpd.GeoDataFrame):
            path = Path(folder) / f"{name}.geojson"
            write_geojson(held[name] if held else table, path, name=name, description=DESCRIPTIONS.get(name, name))
            path.with_suffix(".qml").write_text(qml(name, table, published.story), encoding="utf-8", newline="\n")
            path.with_suffix(".qmd").write_text(qmd(name, table, published), encoding="utf-8", newline="\n")


def write_page(page: str, method: str, record: Mapping[str, Any], folder: Path, *, story: Story, private: bool) -> None:
    """Write the page, that of its method, its `manifest` and the licences; a private one into a folder that git ignores."""
    written = {
        "map.html": page,
        "method.html": method,
        "build.json": json.dumps(record, indent=1, sort_keys=True) + "\n",
        "LICENSES.md": licences_text(project.sources_of(story)),
    }
    if private:
        written[".gitignore"] = "*\n"  # so that no one publishes it unawares
    for name, text in written.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def manifest(published: Tables, *, near_km: float) -> dict[str, Any]:
    """What tables were made from: geomap's version, the sha256 of every input, what the tables count. No clock."""
    inputs = project.read_hashes(published.story)
    incidents, outside = published.incidents, published.articles["is_outside"]
    return {
        "geomap": __version__,
        "border": published.border["id"].iloc[0],
        "near_km": near_km,
        "inputs": inputs,
        "inputs_sha256": hashlib.sha256(json.dumps(inputs, sort_keys=True).encode()).hexdigest(),
        "counts": {
            "articles": int((outside == 0).sum()),
            "outside publications": int((outside == 1).sum()),
            "claims": len(published.claims),
            "incidents": len(incidents),
            "unlocated": int((incidents["level"] == "unlocated").sum()),
            "undated": int(incidents["first_day"].isna().sum()),
            "near the border": int((incidents["near_border"] == "yes").sum()),
        },
    }


__all__ = ["check_private", "manifest", "write_page", "write_published", "write_styled_geojson"]
