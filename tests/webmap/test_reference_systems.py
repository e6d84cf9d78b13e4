"""Tables and frames in any reference system give the same page, or one sentence."""

from dataclasses import fields, replace

import geopandas
import pytest
from invented import basemap
from small_tables import small_world

from geomap.errors import DataError
from geomap.webmap import draw

BUILD = {"geomap": "0", "inputs_sha256": "0", "near_km": 50}
WORLD = small_world()
SPATIAL = [field.name for field in fields(WORLD) if isinstance(getattr(WORLD, field.name), geopandas.GeoDataFrame)]


def page(tables, under):
    return draw(tables, basemap=under, build=BUILD)


def test_tables_in_another_system_give_the_same_page():
    other = replace(WORLD, **{name: getattr(WORLD, name).to_crs("EPSG:3857") for name in SPATIAL})
    under = {name: frame.to_crs("EPSG:3857") for name, frame in basemap().items()}

    assert page(other, under) == page(WORLD, basemap())


@pytest.mark.parametrize("name", SPATIAL)
def test_a_table_without_a_system_is_refused(name):
    with pytest.raises(DataError, match=f"^{name}: states no reference system; set the one"):
        page(replace(WORLD, **{name: getattr(WORLD, name).set_crs(None, allow_override=True)}), basemap())


def test_a_base_map_without_a_system_and_one_of_metres_are_refused():
    bare = {name: frame.set_crs(None, allow_override=True) for name, frame in basemap().items()}
    with pytest.raises(DataError, match="states no reference system"):
        page(WORLD, bare)
    metres = {name: frame.to_crs("EPSG:3857").set_crs("EPSG:4326", allow_override=True) for name, frame in basemap().items()}
    with pytest.raises(DataError, match=r"a vertex is .*; write lon from -180 to 180"):
        page(WORLD, metres)
