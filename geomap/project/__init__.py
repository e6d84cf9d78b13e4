"""Where the input files lie, what ships with geomap, that they are the recorded ones; files replaced as one set."""

from __future__ import annotations

from geomap.project.basemap import country_areas, read_areas, read_basemap, read_outlines
from geomap.project.beginning import begin_story
from geomap.project.files import (
    LOG,
    PROPOSALS,
    TEXTS,
    has,
    names,
    path,
    read_geojson,
    read_hashes,
    read_shapes,
    relative,
    root,
    story_files,
)
from geomap.project.former_names import former_names, with_present_names
from geomap.project.migrating import migrate
from geomap.project.outputs import overwriting, refusal
from geomap.project.replacing import WORK, complete, is_pending, remove_sidecars, replacing
from geomap.project.sources import Source, check_sources, read_sources, sources_of
from geomap.project.story import codes_of, example, find_story, is_own, read_story, settings_schema, story_folder
from geomap.project.story_steps import FILTERS, STEPS
from geomap.project.upkeep import is_web_address
from geomap.project.vector_files import check_vector_file, split_layer
from geomap.project.world import NamedArea, read_world_areas, read_world_basemap, read_world_countries

__all__ = [
    "FILTERS",
    "LOG",
    "PROPOSALS",
    "STEPS",
    "TEXTS",
    "WORK",
    "NamedArea",
    "Source",
    "begin_story",
    "check_sources",
    "check_vector_file",
    "codes_of",
    "complete",
    "country_areas",
    "example",
    "find_story",
    "former_names",
    "has",
    "is_own",
    "is_pending",
    "is_web_address",
    "migrate",
    "names",
    "overwriting",
    "path",
    "read_areas",
    "read_basemap",
    "read_geojson",
    "read_hashes",
    "read_outlines",
    "read_shapes",
    "read_sources",
    "read_story",
    "read_world_areas",
    "read_world_basemap",
    "read_world_countries",
    "refusal",
    "relative",
    "remove_sidecars",
    "replacing",
    "root",
    "settings_schema",
    "sources_of",
    "split_layer",
    "story_files",
    "story_folder",
    "with_present_names",
]
