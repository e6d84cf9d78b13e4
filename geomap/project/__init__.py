"""Where the input files lie, what ships with geomap, that they are the recorded ones; files replaced as one set."""

from __future__ import annotations

from geomap.project.basemap import NamedArea, read_areas, read_basemap, read_border_record, read_outlines
from geomap.project.files import has, names, path, read_geojson, read_hashes, read_shapes, root
from geomap.project.former_names import former_names, with_present_names
from geomap.project.replacing import WORK, complete, is_pending, remove_sidecars, replacing
from geomap.project.sources import Source, check_sources, read_sources
from geomap.project.upkeep import is_web_address
from geomap.project.vector_files import check_vector_file, split_layer
from geomap.project.world import read_world_areas, read_world_basemap

__all__ = [
    "WORK",
    "NamedArea",
    "Source",
    "check_sources",
    "check_vector_file",
    "complete",
    "former_names",
    "has",
    "is_pending",
    "is_web_address",
    "names",
    "path",
    "read_areas",
    "read_basemap",
    "read_border_record",
    "read_geojson",
    "read_hashes",
    "read_outlines",
    "read_shapes",
    "read_sources",
    "read_world_areas",
    "read_world_basemap",
    "remove_sidecars",
    "replacing",
    "root",
    "split_layer",
    "with_present_names",
]
