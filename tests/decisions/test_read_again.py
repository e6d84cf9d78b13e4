"""Reports read again by ``geomap extract``: what is decided is left out, and ``--diff`` says what would change."""

import json
from dataclasses import replace

import pytest
from click.testing import CliRunner
from reviewed import begun, bulletin, extracted, review_of

from geomap import project
from geomap.articles import replace_text
from geomap.checks import check_decisions
from geomap.cli import main
from geomap.decisions import article_state, decide

TEXT = bulletin(3)


@pytest.fixture
def folder(tmp_path):
    return begun(tmp_path / "attacks", {"one": TEXT})


def run(folder, *arguments):
    found = CliRunner().invoke(main, [*arguments, "--project", str(folder)], catch_exceptions=False)
    return found.stdout


def diff(folder, text=TEXT):
    inputs = folder.parent / "again"
    inputs.mkdir(exist_ok=True)
    (inputs / "one.txt").write_text(text, encoding="utf-8")
    return json.loads(run(folder, "extract", str(inputs / "one.txt"), "--diff", "--json"))


def other(change):
    """Rules that read every claim otherwise."""
    return lambda proposal: replace(proposal, claims=tuple(map(change, proposal.claims)))


def test_the_same_rules_change_nothing(folder):
    review = review_of(folder)
    decide(review, {"what": "accept", "claim": "one/1"})
    decide(review, {"what": "reject", "claim": "one/2", "reason": "x"})

    assert diff(folder) == []
    assert "nothing would change" in run(folder, "extract", str(folder.parent / "again" / "one.txt"), "--diff")


def test_what_new_rules_would_change_is_told_and_nothing_is_written(folder):
    file = folder / "proposals" / "one.toml"
    extracted(folder, {"one": TEXT}, other(lambda claim: replace(claim, counts=(), place=claim.place)))
    before = file.read_bytes()
    changes = diff(folder)

    assert {(one["what"], one["field"]) for one in changes} == {("new", "counts[0]")}
    assert file.read_bytes() == before


def test_a_decision_that_would_be_asked_again_is_told(folder):
    decide(review_of(folder), {"what": "reject", "claim": "one/1", "reason": "x"})
    extracted(folder, {"one": TEXT})
    kind = review_of(folder).log.decisions.popitem()[1].before["proposed"]["sub_event_type"]["value"]
    line = json.loads((folder / "decisions.jsonl").read_text("utf-8"))
    line["before"]["proposed"]["sub_event_type"]["value"] = (
        "Protest" if kind != "Protest" else "Attack"
    )  # read so by former rules
    (folder / "decisions.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    asked = [one for one in diff(folder) if one["what"] == "asked again"]

    assert [one["decision"]["what"] for one in asked] == ["reject"]


def test_an_account_that_new_rules_read_by_other_words_has_the_old_decision_beside_it(folder):
    decide(review_of(folder), {"what": "reject", "claim": "one/1", "reason": "only background"})

    def by_other_words(claim):
        spans = claim.days.spans[:1]  # another word of the same sentence stands for the kind
        return replace(claim, sub_event_type=replace(claim.sub_event_type, spans=spans)) if claim.id == "one/1" else claim

    extracted(folder, {"one": TEXT}, other(by_other_words))
    (asked,) = article_state(review_of(folder), "one")["asked"]

    assert asked["claim"] == "one/1"
    assert asked["decision"]["reason"] == "only background"


def test_a_decision_holds_for_the_words_where_they_stood_and_not_for_the_same_words_elsewhere(tmp_path):
    told = "In a separate incident on Monday, a roadside bomb exploded in Uri and killed two soldiers, police said."
    text = f"Attacks\n\nSrinagar, 9 May 2031 - Officials gave an account.\n\n{told}\n\n{told.replace('Monday', 'Tuesday')}\n"
    folder = begun(tmp_path / "attacks", {"one": text})
    review = review_of(folder)
    first, second = review.kept["one"].carried.proposed
    assert first.place.spans[0].words == second.place.spans[0].words
    decide(review, {"what": "reject", "claim": second.id, "reason": "x"})
    decide(review, {"what": "edit", "claim": first.id, "field": "days", "value": {"last": "2031-05-01"}, "note": "x"})
    extracted(folder, {"one": text}, other(lambda claim: replace(claim, counts=())))
    (left,) = review_of(folder).kept["one"].carried.proposed

    assert left.sub_event_type.spans == first.sub_event_type.spans
    assert (left.days.value.first, str(left.days.value.last)) == (None, "2031-05-01")


@pytest.mark.parametrize("in_front", ["", "News: talks go on in Jammu.\n\n"])
def test_a_claim_whose_place_was_taken_out_or_chosen_anew_is_known_by_its_first_words(folder, in_front):
    review = review_of(folder)
    decide(review, {"what": "edit", "claim": "one/1", "field": "place", "value": None, "reason": "not located"})
    decide(review, {"what": "edit", "claim": "one/2", "field": "place", "value": None, "several": ["A", "B"]})
    decide(review, {"what": "accept", "claim": "one/2"})
    decide(review, {"what": "edit", "claim": "one/3", "field": "place", "value": None, "reason": "not located"})
    decide(review, {"what": "reject", "claim": "one/3", "reason": "x"})
    text = in_front + TEXT
    if in_front:
        replace_text("one", text.encode(), folder)
    extracted(folder, {"one": text})
    review = review_of(folder)
    waiting = {claim.id: claim for claim in review.kept["one"].carried.proposed}

    assert [claim.place for claim in review.claims()] == [None]
    assert len(waiting) == 5
    assert sum(claim.place is None for claim in waiting.values()) == 1
    assert review.kept["one"].carried.asked == []
    decide(review, {"what": "undo"})
    decide(review, {"what": "undo"})
    assert all(claim.place for claim in review_of(folder).kept["one"].carried.proposed if claim.id != "one/1")


def test_a_renamed_place_changes_nothing_that_is_decided(folder):
    review = review_of(folder)
    claim, _ = review.claim("one/1")
    decide(review, {"what": "reject", "claim": "one/1", "reason": "x"})
    name = claim.place.value[0]
    waiting = folder / "proposals" / "places.csv"
    rows = waiting.read_text("utf-8").splitlines()
    (row,) = (row for row in rows if row.startswith(f"{name},"))
    waiting.write_text("\n".join(one for one in rows if one != row) + "\n", encoding="utf-8")
    with (folder / "places.csv").open("a", encoding="utf-8") as file:
        file.write(f"{name} Town,{name}{row.removeprefix(name + ',')}\n")

    assert [one for one in diff(folder) if one["claim"] == "one/1"] == []


def test_a_new_claim_gets_no_number_that_an_accepted_one_has(folder):
    decide(review_of(folder), {"what": "accept", "claim": "one/1"})
    extracted(folder, {"one": TEXT}, lambda proposal: replace(proposal, claims=tuple(
        replace(claim, id=f"one/{n}") for n, claim in enumerate(proposal.claims[1:], start=1))))  # fmt: skip
    review = review_of(folder)
    ids = [claim.id for claim in (*review.kept["one"].accepted, *review.kept["one"].proposed)]

    assert len(ids) == len(set(ids)) == 7


def test_an_article_that_nobody_has_read_is_read(tmp_path):
    folder = begun(tmp_path / "attacks", {})
    (folder.parent / "one.txt").write_text(TEXT, encoding="utf-8")
    run(folder, "add", str(folder.parent / "one.txt"), "--publisher", "The Gazette")
    assert "not read yet" in (folder / "articles" / "one.toml").read_text("utf-8")
    extracted(folder, {"one": TEXT})
    review = review_of(folder)
    decide(review, {"what": "accept", "claim": "one/1"})

    assert "not read yet" not in (folder / "articles" / "one.toml").read_text("utf-8")
    assert review_of(folder).claims()[0].id == "one/1"


def test_the_check_tells_of_an_accepted_claim_that_is_gone(folder):
    decide(review_of(folder), {"what": "accept", "claim": "one/1"})
    (folder / "articles" / "one.toml").unlink()
    (problem,) = check_decisions(project.read_story(folder)).problems

    assert "one/1: Ana: accept" in problem
    assert "its claim stands nowhere" in problem


def test_a_decision_whose_process_was_killed_before_its_files_were_written_outlives_a_new_reading(folder):
    before = {path: path.read_bytes() for path in folder.rglob("*.*") if path.is_file()}
    decide(review_of(folder), {"what": "accept", "claim": "one/1"})
    (folder / "articles" / "one.toml").unlink()
    for path, content in before.items():
        path.write_bytes(content)  # all but decisions.jsonl, which had nothing before
    extracted(folder, {"one": TEXT})
    review = review_of(folder)

    assert [claim.id for claim in review.claims()] == ["one/1"]
    assert [asked.why for asked in review.kept["one"].carried.asked] == []
    assert len(review.kept["one"].proposed) == 6
