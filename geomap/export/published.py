"""What ``geomap build`` publishes: the tables as GeoJSON with QGIS styles, the GeoPackage, and the QGIS project."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import geopandas as gpd

from geomap.export.csv import csv_text
from geomap.export.geojson import write_geojson
from geomap.export.geopackage import write_geopackage
from geomap.export.project import project, qgz, qmd
from geomap.export.style import qml
from geomap.export.tables import DESCRIPTIONS, ground_of, tables_of
from geomap.layers import Layers


def write_published(
    layers: Layers, folder: Path | str, *, title: str = "geomap", basemap: Mapping[str, gpd.GeoDataFrame] | None = None
) -> None:
    """Write what ``geomap build`` publishes into an existing folder.

    Args:
        layers: what is written.
        folder: where to.
        title: of the QGIS project.
        basemap: what lies under the QGIS project's map: ``countries``, ``admin1``, ``disputed``, ``land``.
    """
    folder = Path(folder)
    write_styled_geojson(layers, folder)
    (folder / "statements.csv").write_text(csv_text(layers.statements), encoding="utf-8", newline="")
    ground = ground_of(basemap or {})
    text = project(tables_of(layers) | ground, title=title, gpkg="./geomap.gpkg")
    write_geopackage(layers, folder / "geomap.gpkg", ground=ground, project_text=text)
    (folder / "geomap.qgz").write_bytes(qgz(text, "geomap"))


def write_styled_geojson(layers: Layers, folder: Path | str) -> None:
    """Write each table with geometry as ``<table>.geojson`` into a folder, its QGIS style and metadata beside it."""
    Path(folder).mkdir(parents=True, exist_ok=True)
    for name, table in tables_of(layers).items():
        if isinstance(table, gpd.GeoDataFrame):
            path = Path(folder) / f"{name}.geojson"
            write_geojson(table, path, name=name, description=DESCRIPTIONS.get(name, name))
            path.with_suffix(".qml").write_text(qml(name, table), encoding="utf-8", newline="\n")
            path.with_suffix(".qmd").write_text(qmd(name, table), encoding="utf-8", newline="\n")


__all__ = ["write_published", "write_styled_geojson"]
