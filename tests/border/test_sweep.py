"""Both searches on borders invented from pole to pole: held against one another, and against the geodesic to their own foot."""

import time
from importlib.util import find_spec

import numpy as np
import pytest
from conftest import needs
from timing import least

from geomap.border import Border
from geomap.geometry import GEOD

LATITUDES = (-89, -80, -60, -45, -20, -1, 0, 10, 30, 55, 70, 85, 89.5)
STEPS_M = (300, 3_000, 40_000)
REACHES_M = (5e3, 2e5, 1.5e6, 5.5e6)


def invented(latitude, step_m, seed):
    """A line that wanders from a latitude on, cut where it would cross the antimeridian."""
    rng = np.random.default_rng(seed)
    heading, points = rng.uniform(0, 360), [(rng.uniform(-180, 180), latitude)]
    for _ in range(60):
        heading += rng.normal(0, 25)
        points.append(GEOD.fwd(*points[-1], heading, step_m * rng.uniform(0.2, 2))[:2])
    line = np.array(points)
    jumps = np.flatnonzero(np.abs(np.diff(line[:, 0])) > 180)
    return [part for part in np.split(line, jumps + 1) if len(part) > 1]


def around(parts, reach_m, count, seed):
    rng = np.random.default_rng(seed)
    vertices = np.concatenate(parts)
    some = vertices[rng.integers(len(vertices), size=count)]
    return GEOD.fwd(*some.T, rng.uniform(0, 360, count), reach_m * np.sqrt(rng.random(count)))[:2]


@pytest.mark.parametrize("latitude", LATITUDES)
def test_a_border_anywhere_is_measured_alike_by_both_searches_and_to_a_tenth_of_a_millimetre(latitude):
    for step_m in STEPS_M:
        parts = invented(latitude, step_m, seed=5)
        border = Border("x", parts)
        for reach_m in REACHES_M:
            lon, lat = around(parts, reach_m, 300, seed=int(reach_m))
            plain = border.measure(lon, lat, fast=False)
            for found in (plain, *([border.measure(lon, lat, fast=True)] if find_spec("numba") else [])):
                own = GEOD.inv(lon, lat, found.nearest_lon, found.nearest_lat)[2]
                assert np.abs(found.distance_m - own).max() < 1e-4
                assert np.abs(found.distance_m - plain.distance_m).max() < 1e-4
                assert np.mean(found.segment != plain.segment) < 0.01  # two may be as near


def test_many_points_are_measured_as_each_alone():
    parts = invented(30, 3_000, seed=9)
    border = Border("x", parts)
    lon, lat = around(parts, 5.5e6, 9_000, seed=3)  # more than are searched at once
    many = border.measure(lon, lat, fast=False)
    for k in range(0, 9_000, 300):
        alone = border.measure(lon[k], lat[k], fast=False)
        assert abs(alone.distance_m - many.distance_m[k]) < 1e-4
        assert alone.segment == many.segment[k]


def test_a_border_is_not_measured_by_the_tree_of_another():
    needs("numba")
    for seed in range(20):  # each is forgotten before the next is made, so that memory is used again
        parts = invented(20, 3_000, seed)
        lon, lat = around(parts, 1e5, 50, seed)
        border = Border("x", parts)
        fast, plain = border.measure(lon, lat, fast=True), border.measure(lon, lat, fast=False)
        assert np.abs(fast.distance_m - plain.distance_m).max() < 1e-4


@pytest.mark.alone
def test_compiled_code_works_on_several_numbers_at_once():
    # Where the compiler no longer finds vectors, the search still answers, several times slower.
    needs("numba")
    border = Border.read("IRN-PAK")
    lon, lat = around(border.parts, 1.5e6, 200_000, seed=1)
    border.measure(lon[:10], lat[:10], fast=True)

    def seconds(fast, count):
        begun = time.process_time()
        border.measure(lon[:count], lat[:count], fast=fast)
        return (time.process_time() - begun) / count

    assert least(lambda: seconds(True, 200_000) / seconds(False, 20_000), 1 / 8) <= 1 / 8
