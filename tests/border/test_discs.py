"""Many discs in one go say what a region's own measure says, or less, never otherwise."""

import os
import sys
from pathlib import Path

import numpy as np
import pytest
import shapely
from pyproj import Geod
from shapely.geometry import Point, Polygon

from geomap import Border
from geomap.border import search as _search
from geomap.border import sides as _sides
from geomap.border.answers import Gap
from geomap.model import Region
from geomap.vocabulary import NEAR_BORDER_KM

GEOD = Geod(ellps="WGS84")
NEAR_M = NEAR_BORDER_KM * 1000


def around(border, count, seed, spread=1.5):
    """Centres around a border's vertices, and radii from nothing to 200 km."""
    rng = np.random.default_rng(seed)
    at = np.vstack(border.parts)[rng.integers(0, sum(map(len, border.parts)), count)]
    lon, lat = (at + rng.normal(0, spread, at.shape)).T
    return lon, lat, rng.choice([0.0, 300.0, 2_000.0, 25_000.0, 200_000.0], count)


def relations(border, lon, lat, radius):
    """The same by the measure of regions, one by one."""
    regions = [
        Region(geometry=Point(x, y), name="", level="site", method="", sources=(), radius_m=float(r))
        for x, y, r in zip(lon, lat, radius, strict=True)
    ]
    return border.relations(regions)


def outline(x, y, r):
    return Polygon(np.column_stack(GEOD.fwd(*np.full((180, 2), (x, y)).T, np.arange(0, 360, 2), np.full(180, r))[:2]))


@pytest.mark.parametrize("pair", ["IRN-PAK", "CAF-CMR", "IND-PAK", "CAN-USA"])
def test_discs_lie_as_regions_do_or_it_cannot_be_said(pair):
    border = Border.read(pair)
    lon, lat, radius = around(border, 150, 3)
    discs = border.discs(lon, lat, radius)
    regions = relations(border, lon, lat, radius)
    least, greatest = np.array([(one.min_m, one.max_m) for one in regions]).T

    assert np.abs(discs.min_m - least).max() < 2e-3
    assert (discs.max_m >= greatest - 2e-3).all()
    assert (discs.max_m <= greatest + 2 * radius + 2e-3).all()
    assert (np.abs(discs.max_m - greatest) < 2e-3).sum() > 100  # the bound is attained by most
    for k, one in enumerate(regions):
        assert discs.near[k] in (one.near, None)
        if not discs.at_gap[k]:
            assert (discs.near[k] is False) == (one.near is False)
        assert discs.at_gap[k] or not one.at_gap
        if discs.distance_m[k] <= radius[k]:
            assert discs.country[k] is None
        elif discs.country[k] is not None and one.country is None:  # the region reaches into a third country
            shape = outline(lon[k], lat[k], radius[k])
            others = [code for code, area in border.areas.items() if code != discs.country[k] and area.intersects(shape)]
            assert others
        elif discs.country[k] is not None:
            assert discs.country[k] == one.country
    assert {True, False, None} == set(discs.near)


def test_a_disc_without_radius_is_its_point():
    border = Border.read("IND-PAK")
    lon, lat, _ = around(border, 400, 5)
    discs, points = border.discs(lon, lat, 0), border.measure(lon, lat)

    assert np.array_equal(discs.min_m, points.distance_m)
    assert np.array_equal(discs.max_m, points.distance_m)
    assert np.array_equal(discs.at_gap, points.at_gap)
    assert list(discs.country) == list(border.country_at(lon, lat))


def test_a_disc_that_may_meet_a_missing_stretch_has_no_side_and_is_not_said_to_be_far():
    border = Border.read("IND-PAK")
    gap = max((gap for gap in border.gaps if gap.at_sea), key=lambda gap: gap.length_m)
    lon, lat = GEOD.fwd(*gap.start, GEOD.inv(*gap.start, *gap.end)[0] + 20, gap.length_m / 2)[:2]
    here = border.discs(lon, lat, 20_000, near_m=1)

    assert here.distance_m > 0
    assert (here.country.item(), here.near.item(), here.at_gap.item()) == (None, None, True)


def test_a_disc_that_a_missing_stretch_may_run_through_has_no_side():
    areas = {"a": shapely.box(5, 40, 10, 50), "b": shapely.box(10, 40, 15, 50)}
    gap = Gap(start=(10, 44), end=(10, 46), length_m=224_000, why="river")
    border = Border("a-b", [[(10, 40), (10, 44)], [(10, 46), (10, 50)]], countries=("a", "b"), areas=areas, gaps=[gap])
    discs = border.discs([10.1, 10.1, 12, 9.9], 45, [20_000, 0, 20_000, 20_000])

    assert (discs.distance_m > 20_000).all()
    assert list(discs.country) == [None, "b", "b", None]


def test_a_gap_matters_just_where_the_ways_to_its_ends_say_so():
    border = Border.read("IND-PAK")
    lon, lat, _ = around(border, 4000, 9, spread=3)
    found = border.measure(lon, lat)
    right = np.full(4000, False)
    for gap in border.gaps:
        ways = sum(GEOD.inv(lon, lat, *np.full((4000, 2), end).T)[2] for end in (gap.start, gap.end))
        right |= ways - gap.length_m < 2 * found.distance_m

    assert 200 < right.sum() < 3800
    assert np.array_equal(found.at_gap, right)


def test_overlapping_areas_are_told_by_a_grid_as_point_by_point(monkeypatch):
    boxes = {"a": shapely.box(5, 40, 12.3, 50), "b": shapely.box(10, 40, 15, 50), "c": shapely.box(10.2, 44, 11.8, 46)}
    lon, lat = np.random.default_rng(1).uniform((4, 39), (16, 51), (5000, 2)).T
    told = []
    for many in (1, 10**9):
        monkeypatch.setattr(_sides, "MANY", many)
        border = Border("a-b", [[(10, 40), (10, 50)]], countries=("a", "b"), areas=boxes)
        told.append(border.country_at(lon, lat).tolist())

    assert told[0] == told[1]
    assert {"a", "b", "c", None} == set(told[0])


def test_near_is_yes_no_or_cannot_be_said_of_discs():
    border = Border.read("IRN-PAK")
    d = float(border.measure(64.1, 26.96).distance_m)
    more = (20_001, 19_960, 19_940, 0, -20_001)
    assert [border.discs(64.1, 26.96, 20_000, near_m=d + m).near.item() for m in more] == [True, True, None, None, False]


def test_the_greatest_distance_is_a_bound_where_another_stretch_is_nearer():
    two = Border("x", [[(62, 27), (62, 29)], [(63, 27), (63, 29)]])
    disc = two.discs(62.4, 28, 30_000)
    exact = relations(two, [62.4], [28], [30_000])[0].max_m

    assert disc.max_m == disc.distance_m + 30_000
    assert exact < disc.max_m - 10_000


def test_discs_have_the_common_shape_of_what_is_asked():
    border = Border.read("IRN-PAK")
    discs = border.discs(np.array([[61.0], [62.0]]), 27.0, [0, 1000, 2000])

    assert {getattr(discs, name).shape for name in discs.__slots__} == {(2, 3)}
    assert border.discs([], [], []).near.shape == (0,)


def test_a_region_without_extent_has_the_side_of_its_point():
    border = Border.read("IRN-PAK")
    assert [one.country for one in relations(border, [62.33, 64.09], [27.37, 26.97], [0, 0])] == ["IR", "PK"]


@pytest.mark.parametrize(
    ("radius", "said"),
    [([1, -1], r"radius_m\[1\] is -1;"), (float("nan"), "radius_m is nan;"), ([[3e7]], r"radius_m\[0, 0\] is 3e")],
)
def test_a_radius_that_is_none_is_named(radius, said):
    with pytest.raises(ValueError, match=said):
        Border.read("IRN-PAK").discs(61, 27, radius)


def test_both_ways_measure_the_same_discs():
    pytest.importorskip("numba", reason="numba is not installed")
    border = Border.read("IRN-PAK")
    lon, lat, radius = around(border, 3000, 8, spread=4)
    plain, compiled = (border.discs(lon, lat, radius, fast=fast) for fast in (False, True))

    assert np.abs(plain.max_m - compiled.max_m).max() < 1e-3
    assert list(plain.near) == list(compiled.near)
    assert list(plain.country) == list(compiled.country)


@pytest.mark.parametrize("many", [1, 10**9], ids=["by a grid", "by each area"])
@pytest.mark.parametrize("pair", ["IRN-PAK", "CAN-USA", "KAZ-RUS"])
def test_countries_far_and_near_are_told_as_by_every_area(pair, many, monkeypatch):
    monkeypatch.setattr(_sides, "MANY", many)
    border = Border.read(pair)
    rng = np.random.default_rng(2)
    at = np.vstack(border.parts)[rng.integers(0, sum(map(len, border.parts)), 4000)] + rng.normal(0, 15, (4000, 2))
    at = np.vstack([at, [[180, 65], [-180, 65], [180, 90], [-180, -90], [60.5, 30.5], [60, 30]]])
    lon, lat = (at[:, 0] + 180) % 360 - 180, np.clip(at[:, 1], -90, 90)
    lon[-6], lon[-4] = 180, 180
    told = border.country_at(lon, lat)
    far = border.measure(lon, lat).distance_m > 2_000
    for code, area in border.areas.items():
        assert np.array_equal(told[far] == code, shapely.intersects_xy(area, lon[far], lat[far]))


def test_compiled_code_that_is_there_is_used_from_small_numbers_on(monkeypatch, tmp_path):
    pytest.importorskip("numba", reason="numba is not installed")
    monkeypatch.delitem(sys.modules, "geomap.border.kernel", raising=False)
    version = f"py{sys.version_info.major}{sys.version_info.minor}"
    monkeypatch.setenv("NUMBA_CACHE_DIR", str(tmp_path))

    def begins():
        _search._unloaded_from.cache_clear()
        return _search.compiled_from()

    assert begins() == _search.NEW
    folder = tmp_path / "border_abc"
    folder.mkdir()
    rooms = {folder / f"{room}.{function}-1.{version}.nbi" for room, function in _search.ROOMS.items()}
    for index in rooms:
        Path(str(index).replace(version, "py29")).touch()  # of another Python
        assert begins() == _search.NEW
        index.touch()
    assert begins() == _search.KEPT
    for index in rooms:
        os.utime(index, (0, 0))  # of an older kernel
        assert begins() == _search.NEW
        index.touch()
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    assert begins() == sys.maxsize
    _search._unloaded_from.cache_clear()


def test_once_it_is_loaded_the_compiled_search_takes_small_numbers(monkeypatch):
    pytest.importorskip("numba", reason="numba is not installed")
    border = Border.read("IRN-PAK")
    border.measure(61, 27, fast=True)
    taken = []
    kernel = __import__("geomap.border.kernel", fromlist=["nearest"])
    monkeypatch.setattr(
        kernel, "nearest", lambda tree, lon, lat, own=kernel.nearest: taken.append(lon.size) or own(tree, lon, lat)
    )
    for count in (_search.LOADED - 1, _search.LOADED):
        border.measure(np.full(count, 61.0), 27)

    assert taken == [_search.LOADED]
