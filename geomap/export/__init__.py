"""The tables as files that others open: QGIS and GDAL first.

Each module writes one format from `geomap.layers.Layers` and nothing else, so that a format can be read, or dropped, by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import geopandas as gpd

from geomap.errors import MissingError
from geomap.export.binary import write_flatgeobuf, write_parquet
from geomap.export.crosswalk import CROSSWALKS
from geomap.export.csv import csv_text, write_csv
from geomap.export.geojson import geojson_text, write_geojson
from geomap.export.geopackage import write_geopackage
from geomap.export.kml import write_kml
from geomap.export.project import project, qgz, qmd
from geomap.export.provenance import write_provenance
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


def layer_text(layers: Layers, layer: str, form: str) -> str:
    """One table as text, for a pipe: ``csv``, or ``geojson`` where it has geometry.

    Raises:
        MissingError: there is no such table, or it has no such form.
    """
    tables = tables_of(layers)
    if layer not in tables:
        raise MissingError(f"{layer}: no such layer; there are {', '.join(tables)}")
    table = tables[layer]
    if form == "csv":
        return csv_text(table)
    if form == "geojson" and isinstance(table, gpd.GeoDataFrame):
        return geojson_text(table, name=layer, description=DESCRIPTIONS.get(layer, layer))
    raise MissingError(f"{layer}: cannot be streamed as {form}; use csv" + (" or geojson" if "geometry" in table else ""))


#: What ``geomap export -f`` writes: into a folder, a file for each table; or, for those of `SINGLE`, one file.
FORMATS: dict[str, Callable[[Layers, Path], None]] = {
    "geojson": write_styled_geojson,
    "gpkg": write_geopackage,
    "csv": write_csv,
    "fgb": write_flatgeobuf,
    "kml": write_kml,
    "parquet": write_parquet,
    "prov": write_provenance,
}

#: The formats that are one file, and how its name ends.
SINGLE: dict[str, str] = {"gpkg": ".gpkg", "kml": ".kml", "prov": ".json"}

__all__ = ["CROSSWALKS", "FORMATS", "SINGLE", "layer_text", "write_published", "write_styled_geojson"]
