"""Decisions outlive new rules, changed texts, renamed places and killed processes: none is lost, none moves to other words."""

import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from reviewed import begun, bulletin, extracted, held, review_of, some_decisions, texts_in

from geomap.articles import read_articles, replace_text
from geomap.errors import DataError

ARTICLES = 50


@pytest.fixture(scope="module")
def decided(tmp_path_factory):
    """A story on whose 350 proposals 500 decisions were made, and the texts that they were made on."""
    folder = tmp_path_factory.mktemp("story") / "attacks"
    texts = {f"bulletin-{n}": bulletin(n) for n in range(ARTICLES)}
    review = review_of(begun(folder, texts))
    some_decisions(review, 500)
    assert len(review.log.decisions) >= 500
    return folder, texts


@pytest.fixture
def story(decided, tmp_path):
    shutil.copytree(decided[0], tmp_path / "attacks")
    return tmp_path / "attacks", decided[1]


def outcomes(folder, before):
    """How many decisions stand and how many are asked again, once the story is opened; fails where one is lost."""
    review, texts = review_of(folder), texts_in(folder)
    found = {one.id: held(one, review, texts, before) for one in review.log.decisions.values()}
    assert [id for id, how in found.items() if how == "lost"] == []
    again = review_of(folder)
    assert [kept.carried.redone for kept in again.kept.values() if kept.carried.redone] == []
    return Counter(found.values())


def test_all_decisions_stand_when_nothing_has_changed(story):
    folder, texts = story

    assert outcomes(folder, texts) == {"stands": 500}


def test_the_same_rules_again_propose_nothing_that_is_decided(story):
    folder, texts = story
    waiting = said(folder)
    extracted(folder, texts)

    assert said(folder) == waiting
    assert outcomes(folder, texts) == {"stands": 500}


def said(folder):
    """What waits, whatever rule read it: a rule may know a place by now, since it is listed."""
    return {
        claim.id: [(field, value.value, value.spans) for field, value in claim.values]
        for _, claims in read_articles(folder / "proposals")
        for claim in claims
    }


def other_rules(proposal):
    """What changed rules give: other names and figures everywhere, some other values, some claims less, other numbers."""
    claims = []
    for n, claim in enumerate(reversed(proposal.claims), start=1):
        if n % 6 == 0:
            continue
        number = int(claim.id.rpartition("/")[2])
        counts = tuple(replace(said, rule="another rule", sure=0.5) for said in claim.counts)
        if number % 3 == 0 and counts:
            more = counts[0].value
            counts = (replace(counts[0], value=replace(more, low=more.low + 100, high=more.low + 100)), *counts[1:])
        days = replace(claim.days, sure=0.1)
        if number % 4 == 0:
            days = replace(days, value=replace(days.value, first=None))
        claims.append(replace(claim, id=f"{claim.article}/{n}", counts=counts, days=days))
    return replace(proposal, claims=tuple(claims))


def test_no_decision_is_lost_when_the_rules_change(story):
    folder, texts = story
    extracted(folder, texts, other_rules)
    found = outcomes(folder, texts)

    assert found["stands"] > 350
    assert found["asked"] > 0  # other values in the words that were decided on


def test_no_decision_is_lost_when_text_is_added_in_front(story):
    folder, texts = story
    news = "Correction: five soldiers were killed in Uri on Monday, and a roadside bomb killed nobody in Jammu.\n\n"
    changed = {id: news + text for id, text in texts.items()}
    replaced(folder, changed)
    extracted(folder, changed)
    found = outcomes(folder, texts)

    assert found["stands"] > 450


def test_no_decision_is_lost_when_the_text_changes_inside(story):
    folder, texts = story
    changed = {
        id: text.replace("three", "thirteen").replace(" in Jammu", " near Jammu").replace("Monday", "Tuesday")
        for id, text in texts.items()
    }
    replaced(folder, changed)
    extracted(folder, {id: text for id, text in changed.items() if (folder / "texts" / f"{id}.txt").read_text("utf-8") == text})
    found = outcomes(folder, texts)

    assert found["stands"] > 200
    assert found["asked"] > 0


def replaced(folder, texts):
    """Cite other copies of the texts, where all that is accepted stands in them; elsewhere nothing changes."""
    refused = 0
    for id, text in texts.items():
        if (folder / "articles" / f"{id}.toml").exists():
            try:
                replace_text(id, text.encode(), folder)
            except DataError:
                refused += 1
        else:
            (folder / "texts" / f"{id}.txt").write_text(text, encoding="utf-8", newline="")
    return refused


def test_no_decision_is_lost_when_a_place_is_renamed(story):
    folder, texts = story
    places = folder / "places.csv"
    rows = places.read_text(encoding="utf-8").splitlines()
    assert any(row.startswith("Uri,") for row in rows)
    renamed = [f"Uri Town,Uri{row.removeprefix('Uri,')}" if row.startswith("Uri,") else row for row in rows]
    places.write_text("\n".join(renamed) + "\n", encoding="utf-8")
    waiting = folder / "proposals" / "places.csv"
    left = [row for row in waiting.read_text(encoding="utf-8").splitlines() if not row.startswith("Uri,")]
    waiting.write_text("\n".join(left) + "\n", encoding="utf-8")
    extracted(folder, texts)

    assert outcomes(folder, texts) == {"stands": 500}


def test_a_process_that_is_killed_at_any_step_loses_no_decision_and_leaves_none_half_done(tmp_path):
    folder = begun(tmp_path / "attacks", {f"bulletin-{n}": bulletin(n) for n in range(12)})
    program = Path(__file__).parents[1] / "killed_deciders.py"
    run = subprocess.run(
        [sys.executable, str(program), str(folder)],
        capture_output=True,
        text=True,
        timeout=500,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        check=False,
    )
    assert run.returncode == 0, run.stderr
    found = json.loads(run.stdout)

    assert found["killed"] >= 50
    assert found["lost"] == []
    assert found["half done"] == []
