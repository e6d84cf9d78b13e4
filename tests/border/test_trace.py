"""A pair's line traced from timezonefinder-data: finer than the shipped one, and the same border."""

import json

import numpy as np
import pytest
from click.testing import CliRunner
from conftest import needs

from geomap.border import Border
from geomap.cli import main


@pytest.fixture(scope="module")
def traced(tmp_path_factory):
    needs("timezonefinder")
    file = tmp_path_factory.mktemp("traced") / "fine.geojson"
    done = CliRunner().invoke(main, ["border", "--trace", "PAK-IRN", "-o", str(file)])
    assert done.exit_code == 0, done.output
    return Border.read(file)


def test_a_traced_line_is_the_shipped_one_in_full_detail(traced):
    shipped = Border.read("IRN-PAK")
    for one, other in ((traced, shipped), (shipped, traced)):
        lon, lat = np.concatenate(one.parts).T
        assert np.quantile(other.measure(lon, lat).distance_m, 0.99) < 11  # but where OpenStreetMap was changed since
    assert len(np.concatenate(traced.parts)) > 2 * len(np.concatenate(shipped.parts))
    assert (traced.countries, traced.left, traced.tolerance_m) == (("IRN", "PAK"), "IRN", 0.1)


def test_a_traced_line_ends_at_the_shore_and_at_the_corner_with_a_third_country(traced):
    shipped = Border.read("IRN-PAK")
    (line,) = traced.parts
    for end in (line[0], line[-1]):
        near = shipped.measure([end[0]], [end[1]])
        assert shipped.is_end(float(near.nearest_lon[0]), float(near.nearest_lat[0])) or near.distance_m[0] < 11
        ends = shipped.parts[0][[0, -1]]
        assert min(np.hypot(*(ends - end).T)) < 0.01


def test_a_traced_line_has_its_first_country_on_its_left(traced):
    assert list(traced.country_at([61.5, 64.1], [27.2, 26.97])) == ["IR", "PK"]


def test_a_traced_line_says_whose_it_is(traced):
    assert "timezonefinder-data" in traced.source
    assert (traced.licence, traced.attribution) == ("ODbL-1.0", "© OpenStreetMap contributors")


def test_no_pair_and_no_package_are_one_sentence_each(tmp_path, monkeypatch):
    def said(*arguments):
        return CliRunner().invoke(main, ["border", *arguments])

    assert "no land border" in said("--trace", "IRN-IND").stderr
    assert "--trace" in said("-o", str(tmp_path / "x.geojson")).stderr
    monkeypatch.setitem(__import__("sys").modules, "timezonefinder", None)
    done = said("--trace", "IRN-PAK", "-o", str(tmp_path / "x.geojson"))
    assert (done.exit_code, list(tmp_path.iterdir())) == (1, [])
    assert "pip install '.[trace]'" in done.stderr
    assert json.dumps(done.stderr).count("\\n") == 1
