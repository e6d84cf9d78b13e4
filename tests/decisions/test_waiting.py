"""A map that shows what waits for a decision: hatched, counted apart, and never where it would be published."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from conftest import change
from three_reports import PUBLISHED, written

from geomap import pipeline, project
from geomap.cli.group import main
from geomap.decisions import Review, decide
from geomap.errors import DataError, MissingError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A story with three reports of two claims each, of which a person accepted one."""
    story = tmp_path / "story"
    for words in (
        ["new", str(story), "--border", "KEN-SOM"],
        ["extract", *map(str, written(tmp_path / "reports")), "--published", PUBLISHED, "--project", str(story)],
    ):
        assert CliRunner().invoke(main, words).exit_code == 0
    return story


def accept(folder: Path, claim: str) -> None:
    decide(Review(project.read_story(folder), by="Ana"), {"what": "accept", "claim": claim})


def test_what_waits_is_on_the_map_before_anything_is_accepted(folder):
    story = project.read_story(folder)
    with pytest.raises(MissingError, match="geomap review"):
        pipeline.build(story=story)

    tables = pipeline.build(story=story, proposals=True)[0]

    assert len(tables.incidents) == 6
    assert tables.unreviewed == set(tables.incidents["id"])


def test_what_waits_stands_beside_what_is_accepted_and_is_told_from_it(folder):
    accept(folder, "agency/1")
    story = project.read_story(folder)

    tables = pipeline.build(story=story, proposals=True)[0]

    assert sorted(tables.claims["id"]) == [f"{name}/{n}" for name in ("agency", "army", "paper") for n in (1, 2)]
    assert set(tables.incidents["id"]) - tables.unreviewed == {"agency-1"}
    assert len(tables.incidents) == 6
    assert len(pipeline.build(story=story)[0].incidents) == 1


def test_nothing_that_waits_is_published(folder):
    accept(folder, "agency/1")
    story = project.read_story(folder)
    pipeline.build(story=story)
    published = {file.name: file.read_bytes() for file in sorted(story.output.rglob("*")) if file.is_file()}

    pipeline.build(story=story, proposals=True)

    assert {file.name: file.read_bytes() for file in sorted(story.output.rglob("*")) if file.is_file()} == published
    assert (folder / "private/.gitignore").read_text(encoding="utf-8").strip() == "*"
    with pytest.raises(DataError, match="proposals is private"):
        pipeline.build(story.output, story=story, proposals=True)
    said = CliRunner().invoke(main, ["build", "--with-proposals", "--edits", str(folder / "places.csv"), "--by", "Ana"])
    assert said.exit_code == 2


def test_what_was_read_in_another_copy_of_a_text_is_not_drawn(folder):
    accept(folder, "agency/1")
    article = folder / "articles/agency.toml"
    found = next(line for line in article.read_text(encoding="utf-8").splitlines() if line.startswith("text_sha256"))
    change(article, found, f'text_sha256 = "{"0" * 64}"')

    tables = pipeline.build(story=project.read_story(folder), proposals=True)[0]

    assert "agency/2" not in set(tables.claims["id"])
    assert {"paper/1", "paper/2"} < set(tables.claims["id"])


def test_a_fault_in_what_waits_is_told_as_the_check_tells_it(folder):
    change(folder / "proposals/paper.toml", 'value = "Remote explosive/landmine/IED"', 'value = "Picnic"')

    with pytest.raises(DataError, match="Picnic"):
        pipeline.build(story=project.read_story(folder), proposals=True)


def test_the_page_hatches_what_nobody_reviewed_and_counts_it_apart(folder, browser: Any):
    accept(folder, "agency/2")
    story = project.read_story(folder)
    pipeline.build(story=story)
    pipeline.build(story=story, proposals=True)
    seen = {}
    for name in ("private", "output"):
        page = browser.new_page()
        page.goto((folder / name / "map.html").as_uri())
        page.wait_for_selector("#list .item")
        symbols = page.eval_on_selector_all(".item", "all => all.map(item => item.querySelectorAll('.symbol path').length)")
        seen[name] = page.inner_text("#shown"), page.inner_text("#list"), symbols, page.inner_text("#legend")
        if name == "private":
            page.click(".item:has-text('Dhobley')")
            assert "Proposed, not reviewed" in page.inner_text("#card")
        page.close()
    counted, listed, symbols, legend = seen["private"]
    assert "of these 5 proposed, not reviewed" in counted
    assert "Do not publish" in counted
    assert listed.count("Proposed, not reviewed") == 5
    assert "Proposed, not reviewed" in legend
    assert len(set(symbols)) > 1
    assert not any("eviewed" in said for said in seen["output"] if isinstance(said, str))
