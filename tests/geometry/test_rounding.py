"""Intervals as they are published: no point of what they are said of lies outside of them."""

import math

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from geomap.border import Border
from geomap.export.tables import normalised_geometries
from geomap.geometry import area_of, outwards_km
from geomap.places.statements import _interval
from geomap.vocabulary import BAND_TOLERANCE_M
from geomap.webmap.pack import CORNER

METRES = st.floats(0, 2e7, allow_subnormal=False)


@given(METRES, METRES, st.sampled_from([1.0, 100.0, 1000.0]), st.sampled_from([0.0, 1e-3]))
def test_an_interval_is_rounded_outwards_to_the_next_unit(one, other, unit_m, off_m):
    least, greatest = sorted((one, other))
    low, high = (float(end) * 1000 for end in outwards_km(least, greatest, unit_m=unit_m, off_m=off_m))

    assert low <= max(0.0, least - off_m) + 1e-6
    assert high >= greatest + off_m - 1e-6
    assert least - low < unit_m + off_m + 1e-6
    assert high - greatest < unit_m + off_m + 1e-6


@given(st.integers(0, 100_000), st.integers(0, 100_000))
def test_what_is_stated_in_tenths_of_a_kilometre_stays(one, other):
    least, greatest = sorted((one, other))

    ends = outwards_km(least / 10 * 1000, greatest / 10 * 1000, off_m=0.0)
    assert [float(end) for end in ends] == [least / 10, greatest / 10]


def test_many_intervals_are_rounded_as_each_is():
    low, high = outwards_km(np.array([0.0, 49_960.0, math.nan]), np.array([12.0, 50_001.0, math.inf]))

    assert np.array_equal(low, [0.0, 49.9, math.nan], equal_nan=True)
    assert np.array_equal(high, [0.1, 50.1, math.inf])


def test_words_of_an_interval_are_no_narrower_than_it():
    assert _interval(24_600, 45_400) == "24 to 46"
    assert _interval(2_680, 9_990) == "2.6 to 10"
    assert _interval(30_500, math.inf) == "at least 30"


@pytest.mark.parametrize("table", ["incidents", "sites", "claims", "areas"])
def test_no_corner_of_a_region_lies_outside_the_interval_that_is_published(story, tables, table):
    border = story.inputs.border
    rows = getattr(tables, table).dropna(subset=["distance_min_km"])
    regions = _regions(story, tables, table)
    assert len(rows) >= 2
    for row in rows.itertuples():
        corners = shapely.get_coordinates(shapely.segmentize(regions[row.id], 0.01))
        metres = border.measure(*corners.T).distance_m
        assert row.distance_min_km * 1000 <= metres.min(), row.id
        assert metres.max() <= row.distance_max_km * 1000, row.id


def _regions(story, tables, table):
    incidents = story.incidents
    match table:
        case "incidents":
            return {one.id: area_of(one.region) for one in incidents if one.region.located}
        case "sites":
            return {site.id: area_of(site.region) for one in incidents for site in one.sites if site.region.located}
        case "claims":
            return {key: area_of(region) for one in incidents for key, region in one.regions.items() if region.located}
    return dict(zip(tables.areas["id"], tables.areas.geometry, strict=True))


@pytest.mark.parametrize("decimals", [None, int(math.log10(CORNER))], ids=["files", "page"])
def test_bands_are_drawn_to_the_tolerance_that_their_column_states(story, tables, decimals):
    border: Border = story.inputs.border
    bands = tables.buffers
    assert set(bands["tolerance_m"]) == {BAND_TOLERANCE_M}
    for km, band in zip(bands["distance_km"], normalised_geometries(bands.geometry), strict=True):
        drawn = band if decimals is None else shapely.transform(band, lambda points: points.round(decimals))
        outline = shapely.get_coordinates(shapely.segmentize(drawn.boundary, 0.002))
        off = border.measure(*outline.T).distance_m - km * 1000
        assert np.abs(off).max() <= BAND_TOLERANCE_M
