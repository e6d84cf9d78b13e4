"""That a larger story takes no more time than it must, and that nothing is kept which has changed."""

import sys
from collections import Counter
from pathlib import Path

import pytest
import tomli
from conftest import change

from geomap import pipeline, project
from geomap.articles import files
from geomap.incidents import judgements

BENCHMARKS = Path(__file__).parent / "benchmarks"


@pytest.fixture
def many(monkeypatch):
    """The benchmark of many incidents."""
    monkeypatch.syspath_prepend(BENCHMARKS)
    import many

    yield many
    sys.modules.pop("many")


def first_build_s(many, folder):
    builder = many.Builder(folder)
    try:
        return builder.build()["first"]
    finally:
        builder.close()


@pytest.mark.alone
def test_a_thousand_incidents_take_at_most_seven_times_as_long_as_the_shipped_story(many, tmp_path):
    # Of processor time, in new processes. Other work on the machine slows now the one, now the other: some pair is fair.
    one, thousand = (many.copy_checkout(many.CHECKOUT, tmp_path / str(times), times) for times in (1, 48))
    assert (thousand / "geodata/incidents.toml").read_text(encoding="utf-8").count("[[incidents]]") >= 1000
    ratios = []
    while len(ratios) < 3 and min(ratios, default=8) > 7:
        ratios.append(first_build_s(many, thousand) / first_build_s(many, one))

    assert min(ratios) <= 7, ratios


def test_copies_of_a_story_have_other_ids_at_the_same_places(many, copied):
    before = pipeline.read_inputs()
    many.copy_story(copied, 3)
    story = pipeline.analyse(pipeline.read_inputs())

    assert len(story.incidents) == 3 * len(before.groupings)
    assert len({claim.id for claim in story.inputs.claims}) == 3 * len(before.claims)
    regions = {incident.id: incident.region for incident in story.incidents}
    assert all(regions[f"{grouping.id}-3"] == regions[grouping.id] for grouping in before.groupings)


def test_each_file_kept_by_hand_is_parsed_once_in_a_build(copied, tmp_path, monkeypatch):
    parsed = Counter()

    def loads(text, read=tomli.loads):
        parsed[text] += 1
        return read(text)

    monkeypatch.setattr("geomap.reading.toml.tomli.loads", loads)
    for kept in (files._parsed, judgements._parsed, project.files._records):
        kept.cache_clear()
    pipeline.build(tmp_path / "output")

    texts = [path.read_text(encoding="utf-8") for path in (*(copied / "articles").glob("*.toml"), copied / "incidents.toml")]
    assert {text: parsed[text] for text in texts} == dict.fromkeys(texts, 1)


def test_a_story_read_again_in_one_process_is_as_its_files_now_say(copied):
    def told():
        story = pipeline.analyse(pipeline.read_inputs())
        return {incident.id: (incident.title, incident.region) for incident in story.incidents}

    first = told()
    change(copied / "incidents.toml", "Attempt on the life", "An attempt on the life")
    change(copied / "places.csv", "67.0104,24.8608,15000", "67.0104,24.8608,14000")
    second = told()

    assert [name for name in first if first[name][0] != second[name][0]] == ["2019-03-22-usmani"]
    moved = [name for name in first if first[name][1] != second[name][1]]
    assert "2019-03-22-usmani" in moved
    assert all(first[name][1].name == "Karachi" for name in moved)
