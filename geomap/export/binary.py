"""Tables as GeoParquet 1.1 and FlatGeobuf, a file each: for notebooks, DuckDB and web maps."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from geomap.errors import MissingError
from geomap.export.tables import geometry_type, normalised_geometries, tables_of
from geomap.tables import CRS, SCHEMA, Tables


def write_parquet(published: Tables, folder: Path | str) -> None:
    """Write each table as ``<table>.parquet`` into a folder: GeoParquet 1.1 where it has geometry, days as dates.

    Raises:
        MissingError: pyarrow, which is an optional extra, is not installed.
    """
    try:
        import pyarrow  # noqa: F401
    except ImportError as error:
        wrong = "pyarrow is not installed, which GeoParquet needs; in geomap's folder: pip install '.[parquet]'"
        raise MissingError(wrong) from error
    Path(folder).mkdir(parents=True, exist_ok=True)
    for name, table in tables_of(published).items():
        path = Path(folder) / f"{name}.parquet"
        if isinstance(table, gpd.GeoDataFrame):
            fixed = table.set_geometry(gpd.GeoSeries(normalised_geometries(table.geometry), index=table.index, crs=CRS))
            fixed.to_parquet(path, index=False, schema_version="1.1.0", write_covering_bbox=True)
        else:
            table.to_parquet(path, index=False)


def write_flatgeobuf(published: Tables, folder: Path | str) -> dict[str, int]:
    """Write each table with geometry as ``<table>.fgb`` into a folder, with a spatial index: the rows that have a geometry.

    GDAL indexes no table with a missing geometry, and the format's JavaScript reader stops at such a row and loses what comes
    after it. The other formats keep these rows.

    Returns:
        How many rows without geometry were left out, by table; tables that lost none are not named.
    """
    import pyogrio.raw  # GDAL takes its time to load

    Path(folder).mkdir(parents=True, exist_ok=True)
    left_out = {}
    for name, whole in tables_of(published).items():
        if isinstance(whole, gpd.GeoDataFrame):
            table = whole[~(whole.geometry.isna() | whole.geometry.is_empty)]
            geometries = normalised_geometries(table.geometry)
            arrays = [_array(table[column.name], column.type) for column in SCHEMA[name]]
            written = BytesIO()  # GDAL says nothing of a disk that is full
            pyogrio.raw.write(
                written,
                np.array([shapely.to_wkb(g) for g in geometries], dtype=object),
                [values for values, _ in arrays],
                [column.name for column in SCHEMA[name]],
                field_mask=[mask for _, mask in arrays],
                layer=name,
                driver="FlatGeobuf",
                geometry_type=geometry_type(name, geometries),
                crs=CRS,
                SPATIAL_INDEX="YES",
            )
            (Path(folder) / f"{name}.fgb").write_bytes(written.getvalue())
            if len(table) < len(whole):
                left_out[name] = len(whole) - len(table)
    return left_out


def _array(column: pd.Series[Any], kind: str) -> tuple[Any, Any]:
    """A column's values as GDAL takes them, and where they are unknown."""
    mask = column.isna().to_numpy()
    if kind == "date":
        return np.array([np.datetime64(None if m else v, "D") for v, m in zip(column, mask, strict=True)]), mask
    if kind == "integer":
        return column.fillna(0).to_numpy(dtype="int64"), mask
    if kind == "number":
        return column.fillna(0).to_numpy(dtype="float64"), mask
    return np.array([None if m else v for v, m in zip(column, mask, strict=True)], dtype=object), mask


__all__ = ["write_flatgeobuf", "write_parquet"]
