"""What ``geomap export`` writes: every format by its name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import geopandas as gpd

from geomap.errors import MissingError
from geomap.export.acled import to_acled
from geomap.export.binary import write_flatgeobuf, write_parquet
from geomap.export.crosswalk import Crosswalk
from geomap.export.csv import csv_text, write_csv
from geomap.export.followthemoney import write_statements
from geomap.export.geojson import geojson_text
from geomap.export.geopackage import write_geopackage
from geomap.export.kml import write_kml
from geomap.export.provenance import write_provenance
from geomap.export.published import write_styled_geojson
from geomap.export.tables import DESCRIPTIONS, tables_of
from geomap.export.ucdp_ged import to_ucdp_ged
from geomap.tables import Tables

#: What ``geomap export -f`` writes: into a folder, a file for each table; or, for those of `SINGLE`, one file.
#: A format that cannot hold every row of a table gives how many it left out, by table.
FORMATS: dict[str, Callable[[Tables, Path], dict[str, int] | None]] = {
    "geojson": write_styled_geojson,
    "gpkg": write_geopackage,
    "csv": write_csv,
    "fgb": write_flatgeobuf,
    "kml": write_kml,
    "parquet": write_parquet,
    "prov": write_provenance,
    "ftm": write_statements,
}

#: What each is called, for people.
NAMES: dict[str, str] = {
    "geojson": "GeoJSON",
    "gpkg": "GeoPackage",
    "csv": "CSV",
    "fgb": "FlatGeobuf",
    "kml": "KML",
    "parquet": "GeoParquet",
    "prov": "W3C PROV",
    "ftm": "FollowTheMoney statements",
}

#: The formats that are one file, and how its name ends.
SINGLE: dict[str, str] = {"gpkg": ".gpkg", "kml": ".kml", "prov": ".json", "ftm": ".csv"}


#: The crosswalks by name, for ``geomap export --schema``.
CROSSWALKS: dict[str, Callable[[Tables], Crosswalk]] = {"acled": to_acled, "ucdp-ged": to_ucdp_ged}


def table_text(tables: Tables, name: str, form: str) -> str:
    """One table as text, for a pipe: ``csv``, or ``geojson`` where it has geometry.

    Raises:
        MissingError: there is no such table, or it has no such form.
    """
    found = tables_of(tables)
    if name not in found:
        raise MissingError(f"{name}: no such table; there are {', '.join(found)}")
    table = found[name]
    if form == "csv":
        return csv_text(table)
    if form == "geojson" and isinstance(table, gpd.GeoDataFrame):
        return geojson_text(table, name=name, description=DESCRIPTIONS.get(name, name))
    raise MissingError(f"{name}: cannot be streamed as {form}; use csv" + (" or geojson" if "geometry" in table else ""))
