"""`geomap.near` on frames of pandas and geopandas."""

import math

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from shapely.geometry import LineString, MultiPoint, Point

import geomap
from geomap import Border
from geomap.errors import DataError, MissingError

BORDER = Border.read("IRN-PAK")


def frame(**more):
    columns = {
        "Longitude": [62.33096, 64.09459, math.nan],
        "Latitude": [27.37089, 26.97186, 27.0],
        "what": ["a", "b", "c"],
        **more,
    }
    return pd.DataFrame(columns, index=["x", "y", "x"])


def test_index_order_and_columns_stay_and_the_frame_itself_is_not_changed():
    given = frame()
    found = geomap.near(given, border="IRN-PAK")

    assert list(given.columns) == ["Longitude", "Latitude", "what"]
    assert list(found.index) == ["x", "y", "x"]
    assert found[["Longitude", "Latitude", "what"]].equals(given)
    assert list(found["distance_km"].round(1))[:2] == [45.7, 77.3]
    assert list(found["near_border"])[:2] == ["yes", "no"]
    assert found["at_gap"].dtype == "boolean"


def test_a_row_without_a_point_is_kept_and_empty():
    last = geomap.near(frame(), border=BORDER).iloc[2]

    assert last["not_measured"] == "no coordinates"
    assert last[["distance_km", "near_border", "border_country", "at_gap"]].isna().all()


@pytest.mark.parametrize(
    "radius", [2000, 2000.0, [2000, 2000, 2000], np.full(3, 2000.0), pd.Series([2000] * 3, index=["x", "y", "x"]), "r"], ids=str
)
def test_a_radius_is_a_number_one_for_each_row_or_a_column(radius):
    given = frame(r=[2000, 2000, 2000])
    if isinstance(radius, pd.Series):
        given, radius = given.reset_index(drop=True), radius.reset_index(drop=True)
    found = geomap.near(given, border=BORDER, radius_m=radius)

    assert np.allclose(found["distance_max_km"].iloc[:2] - found["distance_min_km"].iloc[:2], 4.0, atol=0.003)


def test_a_radius_that_is_missing_is_not_nothing():
    found = geomap.near(frame(r=[2000, None, 2000]), border=BORDER, radius_m="r")

    assert list(found["near_border"])[:2] == ["yes", "unknown"]
    assert math.isnan(found["distance_max_km"].iloc[1])


def test_a_series_of_radii_is_taken_by_the_index():
    given = frame().set_axis([1, 2, 3])
    found = geomap.near(given, border=BORDER, radius_m=pd.Series([3000.0, 1000.0], index=[2, 1]))

    assert np.allclose((found["distance_max_km"] - found["distance_min_km"]).iloc[:2], [2.0, 6.0], atol=0.003)


@pytest.mark.parametrize("crs", [4326, 32641, 3857])
def test_points_in_any_reference_system_are_measured_in_degrees(crs):
    points = gpd.GeoSeries([Point(62.33096, 27.37089), None, Point(), Point(64.09459, 26.97186)], crs=4326).to_crs(crs)
    found = geomap.near(gpd.GeoDataFrame({"n": range(4)}, geometry=points), border=BORDER)

    assert isinstance(found, gpd.GeoDataFrame)
    assert found.crs == crs
    assert list(found["distance_km"].round(1).iloc[[0, 3]]) == [45.7, 77.3]
    assert list(found["not_measured"].iloc[1:3]) == ["no coordinates"] * 2


def test_a_shape_that_is_no_point_is_kept_and_not_measured():
    given = gpd.GeoDataFrame(geometry=[LineString([(61, 27), (62, 27)])], crs=4326)
    assert list(geomap.near(given, border=BORDER)["not_measured"]) == ["no coordinates"]


def test_a_set_of_one_point_is_that_point():
    given = gpd.GeoDataFrame(geometry=[MultiPoint([(62.33096, 27.37089)]), MultiPoint([(61, 27), (62, 27)])], crs=4326)
    found = geomap.near(given, border=BORDER)

    assert found["distance_km"].round(1).iloc[0] == 45.7
    assert list(found["not_measured"]) == [None, "no coordinates"]


def test_several_borders_and_any_stand_side_by_side():
    found = geomap.near(frame(country=["Iran", "Pakistan", None]), border=["any", "AFG-PAK"])

    assert list(found["any_border"])[:2] == ["IRN-PAK", "IRN-PAK"]
    assert (found["AFG_PAK_distance_km"].iloc[:2] > found["any_distance_km"].iloc[:2]).all()


def test_an_empty_frame_gets_the_columns_too():
    found = geomap.near(frame().iloc[:0], border=BORDER, radius_m=5)
    assert len(found) == 0
    assert (
        found.dtypes.iloc[3:].astype(str).to_list() == geomap.near(frame(), border=BORDER).dtypes.iloc[3:].astype(str).to_list()
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({"lon": "Longitud", "lat": "Latitude"}, "has no column 'Longitud'; the nearest are Longitude"),
        ({"lon": "Longitude"}, "--lon and --lat go together"),
        ({"radius_m": "what_"}, "the frame has no column 'what_'"),
        ({"radius_m": [1, 2]}, r"has the shape \(2,\); give one number, or one for each of the 3 rows"),
        ({"radius_m": -1}, "radius_m holds -1; write metres"),
        ({"radius_m": math.inf}, "radius_m holds inf; write metres"),
    ],
)
def test_what_cannot_be_measured_is_said_in_one_sentence(arguments, said):
    with pytest.raises(DataError, match=said):
        geomap.near(frame(), border=BORDER, **arguments)


def test_a_column_named_as_a_new_one_is_not_replaced():
    given = frame(Distance_km=[1, 2, 3])
    with pytest.raises(DataError, match="has distance_km already"):
        geomap.near(given, border=BORDER)
    assert "geo_distance_km" in geomap.near(given, border=BORDER, prefix="geo_")


def test_a_frame_without_a_reference_system_or_degrees_is_refused():
    with pytest.raises(DataError, match="states no reference system"):
        geomap.near(gpd.GeoDataFrame(geometry=[Point(61, 27)]), border=BORDER)
    with pytest.raises(DataError, match="no longitude and latitude are known"):
        geomap.near(pd.DataFrame({"a": [1]}), border=BORDER)
    with pytest.raises(MissingError, match="no land border"):
        geomap.near(frame(), border="IRN-FRA")


def test_a_radius_that_is_no_number_is_refused_by_what_stands_there():
    events = pd.DataFrame({"lon": [2.39, 2.4], "lat": [15.92, 15.9], "precision": ["1", "exact"]})

    with pytest.raises(DataError, match="radius_m holds 'exact'"):
        geomap.near(events, border="MLI-NER", radius_m="precision")
