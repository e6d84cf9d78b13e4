"""Two people decide in clones of one story: their lines merge, and what cannot both hold is shown, not chosen."""

import json
import shutil
import subprocess

import pytest
from conftest import needed
from reviewed import begun, bulletin, review_of

from geomap import project
from geomap.checks import check_decisions
from geomap.decisions import article_state, claim_state, decide


def git(folder, *arguments, check=True):
    who = ("-c", "user.name=Ana", "-c", "user.email=ana@example.org", "-c", "commit.gpgsign=false")
    return subprocess.run(["git", *who, *arguments], cwd=folder, check=check, capture_output=True, text=True).stdout


@pytest.fixture
def clones(tmp_path):
    """Two clones of a story of six articles."""
    needed(shutil.which("git"), "git is not here")
    one = begun(tmp_path / "one", {f"bulletin-{n}": bulletin(n) for n in range(6)})
    git(one, "init", "-q", "-b", "main")
    git(one, "add", "-f", ".")
    git(one, "commit", "-qm", "The reports")
    git(tmp_path, "clone", "-q", str(one), "two")
    return one, tmp_path / "two"


def merged(clones):
    """The first clone with what the other one did; files of articles that both changed are taken as the first has them."""
    for folder in clones:
        git(folder, "add", "-A", "-f")
        git(folder, "commit", "-qm", "Decisions")
    git(clones[0], "remote", "add", "other", str(clones[1]))
    git(clones[0], "fetch", "-q", "other")
    git(clones[0], "merge", "-q", "-X", "ours", "-m", "Both", "other/main")
    return clones[0]


def lines(folder):
    return [json.loads(line) for line in (folder / "decisions.jsonl").read_text("utf-8").splitlines()]


def ids(review, article):
    return [claim.id for claim in review.kept[article].carried.proposed]


def test_the_lines_of_two_people_merge_line_by_line_and_no_decision_is_lost(clones):
    ana, bo = review_of(clones[0], "Ana"), review_of(clones[1], "Bo")
    for n, article in enumerate(ana.kept):
        mine, theirs, *_ = ids(ana, article)
        decide(ana, {"what": "accept" if n % 2 else "reject", "claim": mine, "reason": "x"})
        decide(bo, {"what": "reject" if n % 2 else "accept", "claim": theirs, "reason": "x"})
    folder = merged(clones)
    review = review_of(folder)

    assert sorted(one["by"] for one in lines(folder)) == ["Ana"] * 6 + ["Bo"] * 6
    assert sum(one["what"] == "accept" for one in lines(folder)) == len(review.claims()) == 6
    assert all(len(ids(review, article)) == 5 for article in review.kept)
    assert check_decisions(project.read_story(folder)).problems == []


def test_decisions_that_cannot_both_hold_are_shown_and_not_chosen(clones):
    ana, bo = review_of(clones[0], "Ana"), review_of(clones[1], "Bo")
    claim = ids(ana, "bulletin-1")[0]
    decide(ana, {"what": "reject", "claim": claim, "reason": "only background"})
    decide(bo, {"what": "accept", "claim": claim})
    folder = merged(clones)
    review = review_of(folder)
    (problem,) = check_decisions(project.read_story(folder)).problems

    assert "Ana: reject" in problem
    assert "Bo: accept" in problem
    (conflict,) = (pair for pairs in review.kept["bulletin-1"].carried.conflicts.values() for pair in pairs)
    assert {one.by for one in conflict} == {"Ana", "Bo"}
    assert article_state(review, "bulletin-1")["conflicts"] == 1


def test_a_claim_that_is_in_conflict_and_stands_nowhere_waits_again(clones):
    ana, bo = review_of(clones[0], "Ana"), review_of(clones[1], "Bo")
    claim = ids(ana, "bulletin-1")[0]
    decide(ana, {"what": "reject", "claim": claim, "reason": "only background"})
    decide(bo, {"what": "accept", "claim": claim})
    folder = merged(clones)
    (folder / "articles" / "bulletin-1.toml").unlink(missing_ok=True)  # as whoever merges by hand may have it
    review = review_of(folder)
    shown = claim_state(review, *review.claim(claim))

    assert (shown["state"], len(shown["conflicts"])) == ("proposed", 1)
    decide(review, {"what": "accept", "claim": claim, "saw": shown["saw"]})
    assert [one.id for one in review_of(folder).claims()] == [claim]


def test_a_conflict_ends_when_somebody_who_saw_both_decides(clones):
    ana, bo = review_of(clones[0], "Ana"), review_of(clones[1], "Bo")
    claim = ids(ana, "bulletin-1")[0]
    for review, low in ((ana, 70), (bo, 80)):
        value = {"of": "killed", "low": low, "high": low}
        decide(review, {"what": "edit", "claim": claim, "field": "counts[0]", "value": value, "note": "x"})
    folder = merged(clones)
    review = review_of(folder)
    shown = claim_state(review, *review.claim(claim))
    assert len(shown["conflicts"]) == 1
    assert len(shown["saw"]) == 2
    value = {"of": "killed", "low": 75, "high": 75}
    decide(review, {"what": "edit", "claim": claim, "field": "counts[0]", "value": value, "note": "asked", "saw": shown["saw"]})
    again = review_of(folder)

    assert claim_state(again, *again.claim(claim))["conflicts"] == []
    assert again.claim(claim)[0].counts[0].value.low == 75
    assert check_decisions(project.read_story(folder)).problems == []


def test_two_who_decide_on_different_values_do_not_contradict_each_other(clones):
    ana, bo = review_of(clones[0], "Ana"), review_of(clones[1], "Bo")
    claim = ids(ana, "bulletin-1")[0]
    decide(
        ana,
        {"what": "edit", "claim": claim, "field": "counts[0]", "value": {"of": "killed", "low": 70, "high": 70}, "note": "x"},
    )
    decide(bo, {"what": "edit", "claim": claim, "field": "days", "value": {"last": "2031-05-02"}, "note": "x"})
    review = review_of(merged(clones))
    told, _ = review.claim(claim)

    assert (told.counts[0].value.low, str(told.days.value.last), told.days.value.first) == (70, "2031-05-02", None)
    assert claim_state(review, told, "proposed")["conflicts"] == []


def test_one_person_who_withdraws_a_grouped_claim_contradicts_nobody(tmp_path):
    folder = begun(tmp_path / "attacks", {"one": bulletin(1), "two": bulletin(2)})
    review = review_of(folder)
    for claim in ("one/1", "two/1"):
        decide(review, {"what": "accept", "claim": claim})
    decide(review, {"what": "group", "claim": "one/1", "incident": "two-1", "reason": "the same"})
    decide(review, {"what": "withdraw", "claim": "one/1", "reason": "read wrongly"})
    assert check_decisions(review.story).problems == []
    decide(review, {"what": "undo"})
    assert check_decisions(review.story).problems == []
    assert [told.claim for told in review_of(folder).judged.groupings["two-1"].claims] == ["two/1", "one/1"]
