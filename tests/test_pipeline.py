"""The whole story: what is built, from what, and what happens when it cannot be."""

import hashlib
import json
import shutil
from dataclasses import replace

import pytest
from conftest import read_from

from geomap import pipeline, project
from geomap.errors import DataError
from geomap.export.published import manifest
from geomap.model import Cited, Region, RegionKey, Statement


def test_all_incidents_are_there_with_their_claims(story):
    assert len(story.incidents) == 21
    assert all(incident.claims for incident in story.incidents)
    assert sum(len(i.claims) for i in story.incidents) == len(story.inputs.claims)


@pytest.mark.parametrize(
    "wanted", ["2024-01-16-sabz-koh", "2024-01-18-saravan", "2023-06-01-singwan", "2023-04-01-jalgai", "2024-01-15-erbil"]
)
def test_the_incidents_asked_for_first_have_days_a_region_and_an_interval(story, wanted):
    incident = next(i for i in story.incidents if i.id == wanted)
    relation = story.relations[RegionKey(wanted)]

    assert incident.days.last
    assert isinstance(incident.region, Region)
    assert 0 <= relation.min_m < relation.max_m


def test_sabz_koh_is_two_areas_that_both_keep_the_stated_distances(story):
    region = next(i for i in story.incidents if i.id == "2024-01-16-sabz-koh").region
    border = story.inputs.border

    parts = list(region.geometry.geoms)
    assert len(parts) == 2
    assert region.point is None
    for part in parts:
        inside = part.representative_point()
        assert 40_000 <= float(border.measure(inside.x, inside.y).distance_m) <= 50_000


def test_the_counterstrike_is_three_sites_on_the_iranian_side_of_which_one_is_near_for_certain(story):
    incident = next(i for i in story.incidents if i.id == "2024-01-18-saravan")
    relations = [story.relations.get(RegionKey(key)) for key in (incident.id, *(site.id for site in incident.sites))]

    assert [r and (r.country, r.near) for r in relations] == [("IR", None), ("IR", True), ("IR", None), None]
    assert relations[0].min_m == relations[1].min_m == 0
    assert relations[0].max_m == pytest.approx(relations[2].max_m, abs=1)
    assert incident.region.point is None


def test_what_a_statement_narrows_is_measured_and_a_whole_country_is_not(story):
    name = "iranintl-2024-01-22/2"
    near = Cited(value=Statement(relation="near", of="IRN-PAK", distance_m=50_000.0), derivation="read by a person")
    far = replace(near, value=Statement(relation="beyond", of="IRN-PAK", distance_m=3000.0))
    assert RegionKey(name) not in story.relations

    def measured(statement):
        told = tuple(replace(c, statements=(statement,)) if c.id == name else c for c in story.inputs.claims)
        return pipeline.analyse(replace(story.inputs, claims=told)).relations.get(RegionKey(name))

    assert measured(far) is None
    assert measured(near).max_m == pytest.approx(55_000, abs=100)  # within 50 ± 5 km


def test_erbil_is_far_from_the_border_and_in_its_own_country(story):
    relation = story.relations[RegionKey("2024-01-15-erbil")]

    assert (relation.country, relation.near) == ("IQ", False)
    assert 1_650_000 < relation.min_m < relation.max_m < 1_800_000


def test_another_threshold_gives_another_answer(story):
    near = pipeline.analyse(story.inputs, near_km=2000).relations

    assert near[RegionKey("2024-01-15-erbil")].near is True


def test_every_file_is_written(built):
    expected = {"incidents.geojson", "areas.geojson", "border.geojson", "map.html", "method.html", "build.json", "changes.json"}
    expected |= {"LICENSES.md", "statements.csvt"}

    assert expected <= {file.name for file in built.iterdir()}


def test_two_builds_are_the_same_bytes(built, tmp_path):
    pipeline.build(tmp_path / "again")

    digest = lambda folder: {f.name: hashlib.sha256(f.read_bytes()).hexdigest() for f in folder.iterdir()}  # noqa: E731
    assert digest(tmp_path / "again") == digest(built)


def test_the_manifest_names_every_input_with_its_hash(built):
    record = json.loads((built / "build.json").read_text(encoding="utf-8"))

    assert "articles/zarak-khan-2023-08.toml" in record["inputs"]
    for name, sha256 in record["inputs"].items():
        assert hashlib.sha256(project.path(name).read_bytes()).hexdigest() == sha256


def test_the_manifest_counts_what_the_tables_hold(tables):
    undated = replace(tables, incidents=tables.incidents.assign(first_day=None, near_border="no", level="unlocated"))
    counts = manifest(tables, near_km=50.0)["counts"]

    assert counts == {
        "articles": 5,
        "outside publications": 47,
        "claims": 92,
        "incidents": 21,
        "unlocated": 1,
        "undated": 1,
        "near the border": 6,
    }
    assert manifest(undated, near_km=7.0)["near_km"] == 7.0
    assert manifest(undated, near_km=7.0)["counts"] == {**counts, "unlocated": 21, "undated": 21, "near the border": 0}


def test_a_build_leaves_what_else_is_in_the_folder(tmp_path):
    out = tmp_path / "output"
    out.mkdir()
    (out / "notes.txt").write_text("mine", encoding="utf-8")
    pipeline.build(out)

    assert (out / "notes.txt").read_text(encoding="utf-8") == "mine"


def test_a_failed_build_leaves_the_previous_output_whole(built, tmp_path, monkeypatch):
    out = tmp_path / "output"
    shutil.copytree(built, out)
    before = {f.name: f.read_bytes() for f in out.iterdir()}

    def broken(*_args, **_kwargs):
        raise RuntimeError("the power is out")

    monkeypatch.setattr("geomap.webmap.draw", broken)
    with pytest.raises(RuntimeError):
        pipeline.build(out)

    assert {f.name: f.read_bytes() for f in out.iterdir()} == before
    assert [p.name for p in tmp_path.iterdir()] == ["output"]


@pytest.fixture
def copied(tmp_path, monkeypatch):
    """A copy of the data files that geomap reads instead of its own."""
    folder = tmp_path / "geodata"
    shutil.copytree(project.root(), folder)
    read_from(monkeypatch, folder)
    return folder


def test_one_changed_byte_of_a_pinned_file_stops_the_build_with_both_hashes(copied, tmp_path):
    file = copied / "borders" / "IRN-PAK.geojson"
    recorded = hashlib.sha256(file.read_bytes()).hexdigest()
    file.write_bytes(file.read_bytes().replace(b"60.87285", b"60.87286", 1))
    found = hashlib.sha256(file.read_bytes()).hexdigest()

    with pytest.raises(DataError, match=f"(?s){found}.*{recorded}"):
        pipeline.build(tmp_path / "output")
    assert not (tmp_path / "output").exists()


def test_a_private_page_holds_the_texts_and_never_goes_to_output(shared, tmp_path):
    texts = shared / "articles"
    pipeline.build(tmp_path / "private", texts=texts)

    assert [file.name for file in sorted((tmp_path / "private").iterdir())] == [
        ".gitignore",
        "LICENSES.md",
        "build.json",
        "map.html",
        "method.html",
    ]
    with pytest.raises(DataError, match="private"):
        pipeline.build(tmp_path / "output", texts=texts)
    with pytest.raises(DataError, match="private"):
        pipeline.build(tmp_path / "output" / "sub", texts=texts)
    assert not (tmp_path / "output").exists()


def test_a_private_page_wants_the_very_texts_that_were_cited(shared, tmp_path):
    shutil.copytree(shared / "articles", tmp_path / "texts")
    file = tmp_path / "texts" / "tns-2024-01-28.txt"
    file.write_text(file.read_text(encoding="utf-8") + " ", encoding="utf-8", newline="")

    with pytest.raises(DataError, match="take the text that was cited"):
        pipeline.build(tmp_path / "private", texts=tmp_path / "texts")
