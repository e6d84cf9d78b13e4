"""What is added to each event: a pure function of points and radii."""

import math

import numpy as np
import pytest

from geomap import Border
from geomap.border import LandBorders
from geomap.events.countries import alpha3, by_point
from geomap.events.lying import ANY, BORDER_COLUMNS, To, lie

BORDER = Border.read("IRN-PAK")
NAN = math.nan
#: Saravan in Iran, 45.7 km from the border, and Panjgur in Pakistan, 77.3.
SARAVAN, PANJGUR = (62.33096, 27.37089), (64.09459, 26.97186)


def lying(*points, radius=None, to=None, said=None):
    lon, lat = np.array(points, dtype=float).reshape(-1, 2).T
    to = to or To(borders=[BORDER], near_m=50_000)
    return lie(to, lon, lat, None if radius is None else np.array(radius, dtype=float), said)


def around(count):
    return np.random.default_rng(4).uniform((58, 24), (68, 32), (count, 2))


def test_an_interval_is_rounded_outwards_to_whole_metres():
    points = around(300)
    radius = np.random.default_rng(5).uniform(0, 30_000, 300)
    found, discs = lying(*points, radius=radius), BORDER.discs(*points.T, radius)

    assert (found["distance_min_km"] * 1000 <= np.maximum(discs.min_m, 0)).all()
    assert (found["distance_max_km"] * 1000 >= discs.max_m).all()
    assert (np.abs(found["distance_min_km"] * 1000 - discs.min_m) < 1.01).all()
    assert (np.abs(found["distance_max_km"] * 1000 - discs.max_m) < 1.01).all()
    assert np.array_equal(found["distance_km"], np.round(discs.distance_m / 1000, 3))
    assert list(found["border_country"]) == list(discs.country)
    assert list(found["near_border"]) == [{True: "yes", False: "no", None: "unknown"}[near] for near in discs.near]


def test_a_row_without_usable_coordinates_has_nothing_but_the_reason():
    found = lying(SARAVAN, (NAN, 27.2), (61.5, NAN), (181, 27), (61, 90.5), (math.inf, 2), radius=[0] * 6)

    assert list(found["not_measured"]) == [
        None,
        "no coordinates",
        "no coordinates",
        "not on Earth",
        "not on Earth",
        "no coordinates",
    ]
    for name in BORDER_COLUMNS:
        values = found[name]
        empty = [value is None or value != value for value in values]
        assert empty[1:] == [True] * 5, name
        assert not empty[0], name


def test_a_radius_that_is_not_known_leaves_interval_side_and_nearness_open():
    found = lying(SARAVAN, SARAVAN, radius=[2000, NAN])

    assert (found["near_border"][0], found["border_country"][0]) == ("yes", "IR")
    assert (found["near_border"][1], found["border_country"][1]) == ("unknown", None)
    assert math.isnan(found["distance_min_km"][1])
    assert math.isnan(found["distance_max_km"][1])
    assert found["distance_km"][1] == found["distance_km"][0]


def test_without_radii_side_and_nearness_are_of_the_point_and_there_is_no_interval():
    found = lying(SARAVAN, PANJGUR)

    assert list(found["near_border"]) == ["yes", "no"]
    assert list(found["border_country"]) == ["IR", "PK"]
    assert np.isnan(found["distance_max_km"]).all()


def test_a_band_is_the_least_that_holds_the_point():
    rng = around(500)
    found = lying(*rng)
    for km, band in zip(found["distance_km"], found["band_km"], strict=True):
        expected = next((edge for edge in (10, 25, 50, 100) if km <= edge), None)
        assert (None if math.isnan(band) else band) == expected


def test_each_of_several_borders_has_its_own_columns():
    other = Border.read("AFG-PAK")
    to = To(borders=[BORDER, other], near_m=50_000, prefix="x_")
    found = lying((61.5, 27.2), to=to)

    assert tuple(found) == to.names()
    assert found["x_IRN_PAK_distance_km"] == lying((61.5, 27.2))["distance_km"]
    assert found["x_AFG_PAK_distance_km"] == round(float(other.measure(61.5, 27.2).distance_m) / 1000, 3)
    assert To(borders=[BORDER], near_m=1).names() == (*BORDER_COLUMNS, "not_measured")


def test_any_takes_the_nearest_land_border_of_the_country_of_each_event():
    points = np.random.default_rng(3).uniform((15, 3), (27, 10), (40, 2))
    said = np.full(40, "CAF", dtype=object)
    radius = np.full(40, 25_000.0)
    to = To(borders=[ANY], near_m=50_000)
    found = lying(*points, radius=radius, to=to, said=said)
    pairs = [Border.read(f"CAF-{other}") for other in ("CMR", "COD", "COG", "SDN", "SSD", "TCD")]
    away = np.array([pair.measure(*points.T).distance_m for pair in pairs])

    assert [pairs[k].id for k in away.argmin(axis=0)] == list(found["border"])
    assert np.abs(away.min(axis=0) / 1000 - found["distance_km"]).max() < 6e-4
    for k in range(40):
        mine = pairs[away[:, k].argmin()].discs(*points[k], 25_000)
        assert mine.country.item() == found["border_country"][k]


def test_any_without_a_country_takes_that_of_the_point():
    to = To(borders=[ANY], near_m=50_000)
    found = lying((20, 7), (80.6, 7.3), (-30, 0), to=to)

    assert found["border"][0].startswith("CAF-")
    assert list(found["not_measured"]) == [None, "its country has no land border", "in no country"]
    assert np.isnan(found["distance_km"][1:]).all()


def test_the_borders_of_a_country_are_named_through_all_of_them():
    borders = LandBorders.read("CAF")
    middles = np.array([border.parts[0][len(border.parts[0]) // 2] for border in borders.borders])
    found = borders.discs(*middles.T, 0)

    assert (found.distance_m < 1e-3).all()
    assert list(borders.names(found)) == [border.id for border in borders.borders]


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        *(("Pakistan", "PAK"), ("DR Congo (Zaire)", "COD"), ("Congo", "COG"), ("Yemen (North Yemen)", "YEM"), ("ir", "IRN")),
        *((" IRN ", "IRN"), ("Myanmar (Burma)", "MMR"), ("Republic of Congo", "COG"), (None, None), (586, None)),
        *(("Nowhere", None), ("Korea", None), ("South Korea", "KOR")),
    ],
)
def test_a_country_is_read_as_data_sets_write_it(cell, code):
    assert alpha3(cell) == code


def test_a_country_that_is_said_stands_and_the_point_tells_the_others():
    lon, lat = np.array([20.0, 20.0]), np.array([7.0, 7.0])
    assert list(by_point(lon, lat, np.array(["TCD", None], dtype=object))) == ["TCD", "CAF"]
