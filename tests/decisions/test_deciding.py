"""What a person decides: written at once, undone step by step, in hand-kept files whose comments and order stay."""

import json
import math
import re
import time

import pytest
import shapely
from conftest import files_no_larger_than
from reviewed import begun, bulletin, extracted, review_of

from geomap import pipeline, project
from geomap.checks import check, check_decisions, check_proposals
from geomap.decisions import (
    NoteNeeded,
    Review,
    article_state,
    candidates,
    claim_state,
    decide,
    derived,
    history,
    incidents_state,
    state,
)
from geomap.errors import DataError, MissingError
from geomap.incidents import ALONE

ONE = """Gunmen kill three soldiers near Uri

Srinagar, 9 May 2031 - Gunmen killed three soldiers and injured two others in an attack on an army post near the town of \
Uri on Wednesday, police said. The men had Kalashnikov rifles.

In a separate incident, two civilians were killed on Tuesday when a roadside bomb exploded in Kupwara, officials said.
"""
TWO = """Soldiers killed in Uri

Srinagar, 9 May 2031 - Four soldiers were killed in an attack on an army post in Uri on Wednesday, officials said.
"""


@pytest.fixture
def folder(tmp_path):
    return begun(tmp_path / "attacks", {"one": ONE, "two": TWO})


@pytest.fixture
def review(folder):
    return review_of(folder)


def at(words, text=ONE, nth=0):
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return [start, start + len(words)]


def values(review, claim, name):
    return [one["value"] for one in claim_state(review, *review.claim(claim))["values"] if one["name"] == name]


def written(folder, name):
    return (folder / name).read_text(encoding="utf-8")


def test_an_accepted_claim_goes_to_the_articles_with_the_rows_that_it_needs(review, folder):
    decide(review, {"what": "accept", "claim": "one/1"})

    assert [claim.id for claim in review.kept["one"].accepted] == ["one/1"]
    assert "one/1" not in written(folder, "proposals/one.toml")
    assert "Uri" in written(folder, "places.csv")
    assert check(folder / "texts", story=project.read_story(folder)).problems == []
    assert check_proposals(project.read_story(folder), folder / "texts").problems == []
    assert pipeline.analyse(pipeline.read_inputs(project.read_story(folder))).incidents


def test_each_decision_is_a_line_with_who_when_over_which_rule_and_version(review, folder):
    decide(review, {"what": "reject", "claim": "one/2", "reason": "only background"})
    (line,) = [json.loads(line) for line in written(folder, "decisions.jsonl").splitlines()]

    assert (line["what"], line["by"], line["claim"], line["reason"]) == ("reject", "Ana", "one/2", "only background")
    assert line["rule"].startswith("kind: ")
    assert line["geomap"]
    assert line["at"].endswith("+00:00")
    assert line["before"]["proposed"]["sub_event_type"]["value"] == "Remote explosive/landmine/IED"
    assert "Kupwara, officials" not in json.dumps(line)  # no text


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("sub_event_type", "Attack"),
        ("days", {"first": "2031-05-06", "last": "2031-05-08"}),
        ("counts[0]", {"of": "killed", "low": 5, "whom": "guards"}),
        ("place", ["Kupwara"]),
        ("targets[0]", {"what": "checkpoint", "status": "denied"}),
        ("statements[0]", {"relation": "near", "of": "Kupwara"}),
    ],
)
@pytest.mark.parametrize("accepted", [False, True])
def test_a_value_of_each_kind_is_edited_before_and_after_it_is_accepted(review, folder, field, value, accepted):
    if accepted:
        decide(review, {"what": "accept", "claim": "one/1"})
    request = {"what": "edit", "claim": "one/1", "field": field, "value": value}
    with pytest.raises(NoteNeeded):
        decide(review, request)
    decide(review, {**request, "note": "told further below"})
    again = Review(project.read_story(folder), by="Ana")

    assert value in values(again, "one/1", field.partition("[")[0])
    assert claim_state(again, *again.claim("one/1"))["state"] == ("accepted" if accepted else "proposed")
    shown = next(one for one in claim_state(again, *again.claim("one/1"))["values"] if one["value"] == value)
    assert (shown["rule"], shown["derivation"], shown["note"]) == (None, "read by a person", "told further below")


def test_a_value_that_its_words_give_needs_no_note(review):
    day = {"first": "2031-05-06", "last": "2031-05-06"}
    decide(review, {"what": "edit", "claim": "one/1", "field": "days", "value": day, "spans": [at("on Tuesday")]})
    (day,) = [one for one in claim_state(review, *review.claim("one/1"))["values"] if one["name"] == "days"]

    assert (day["derivation"], day["words"], day["rule"]) == ("date", ["on Tuesday"], None)


def test_an_edit_that_changes_nothing_is_refused_and_records_nothing(review):
    before = claim_state(review, *review.claim("one/1"))["values"]
    for one in before:
        with pytest.raises(DataError, match="nothing was changed"):
            decide(review, {"what": "edit", "claim": "one/1", "field": one["field"], "value": one["value"]})
    assert not review.log.decisions
    assert claim_state(review, *review.claim("one/1"))["values"] == before


def test_words_are_added_for_the_day_of_a_claim_that_has_only_the_reports(review):
    spans = [at("two civilians were killed")]
    kind = {"value": "Attack", "spans": [at("exploded")], "note": "as told before"}
    made = decide(review, {"what": "add", "article": "one", "spans": spans, "sub_event_type": kind})
    assert values(review, made.claim, "days") == [{"last": "2031-05-09", "basis": "report"}]
    decide(review, {"what": "add", "claim": made.claim, "field": "days", "spans": [at("on Tuesday")]})
    assert [one["first"] for one in values(review, made.claim, "days")] == ["2031-05-06"]
    with pytest.raises(DataError, match="has its days"):
        decide(review, {"what": "add", "claim": made.claim, "field": "days", "spans": [at("on Tuesday")]})


def test_a_place_may_be_one_of_several_or_not_located(review):
    decide(review, {"what": "edit", "claim": "one/1", "field": "place", "value": None, "several": ["Uri", "Uri district"]})

    assert values(review, "one/1", "place") == []
    assert article_state(review, "one")["history"][-1]["reason"] == "several are possible: Uri, Uri district"
    decide(review, {"what": "undo"})
    assert values(review, "one/1", "place") == [["Uri"]]


def test_the_place_that_was_verified_last_for_these_words_is_offered_first(review):
    decide(review, {"what": "accept", "claim": "two/1"})
    first, *_ = candidates(review, "one/1")["candidates"]

    assert (first["value"], first["why"]) == (["Uri"], "verified for these words before")
    drawn = shapely.geometry.shape(first["region"]["geometry"])
    assert 4 * math.pi * drawn.area / drawn.length**2 > 0.9  # a disc, which degrees make an ellipse, and not its octagon
    assert shapely.count_coordinates(drawn) > 20
    assert first["region"]["min_m"] is not None


def test_a_place_that_no_list_has_brings_its_row(review, folder):
    found = candidates(review, "one/1", "Rajouri")["candidates"]
    chosen = next(one for one in found if one["row"])
    decide(
        review,
        {"what": "edit", "claim": "one/1", "field": "place", "value": chosen["value"], "row": chosen["row"], "note": "n"},
    )

    assert "Rajouri" in written(folder, "places.csv")
    assert values(review_of(folder), "one/1", "place") == [["Rajouri"]]
    decide(review, {"what": "accept", "claim": "one/1"})
    assert check(folder / "texts", story=project.read_story(folder)).problems == []


def test_what_the_machine_missed_is_added_from_the_chosen_words(review):
    ways = derived(review, "one", "weapons", [at("Kalashnikov rifles")])
    assert [one.value for one in ways]
    decide(review, {"what": "add", "claim": "one/1", "field": "weapons", "spans": [at("Kalashnikov rifles")]})

    assert values(review, "one/1", "weapons") == [ways[0].value]


def test_one_stretch_of_words_is_split_into_a_number_and_what_befell_them(review):
    decide(review, {"what": "reject", "claim": "one/2", "field": "counts[0]", "reason": "x"})
    decide(review, {"what": "add", "claim": "one/2", "field": "counts", "spans": [at("two civilians were killed")]})
    (count,) = [one for one in claim_state(review, *review.claim("one/2"))["values"] if one["name"] == "counts"]

    assert count["value"] == {"of": "killed", "low": 2, "high": 2, "whom": "civilians"}
    assert (count["derivation"], count["words"]) == ("number", ["two civilians", "killed"])


def test_words_that_give_nothing_ask_for_a_value_and_a_note(review):
    request = {"what": "add", "claim": "one/1", "field": "counts", "spans": [at("In a separate")]}
    with pytest.raises(NoteNeeded):
        decide(review, request)
    decide(review, {**request, "value": {"of": "injured", "low": 1, "high": 1}, "note": "by the picture"})

    assert {"of": "injured", "low": 1, "high": 1} in values(review, "one/1", "counts")


def test_a_claim_that_was_missed_is_added(review, folder):
    added = decide(review, {
        "what": "add", "article": "one", "spans": [at("The men had Kalashnikov rifles.")],
        "sub_event_type": {"value": "Other", "spans": [at("had")], "note": "they were armed"},
    })  # fmt: skip
    decide(review, {"what": "accept", "claim": added.claim})

    assert added.claim == "one/3"
    assert values(review_of(folder), "one/3", "sub_event_type") == ["Other"]
    decide(review, {"what": "undo"})
    decide(review, {"what": "undo"})
    with pytest.raises(MissingError):
        review.claim("one/3")


def test_any_number_of_steps_is_undone(review, folder):
    files = [f"{of}/{id}.toml" for of in ("proposals",) for id in ("one", "two")]
    before = [written(folder, name) for name in files]
    decide(
        review,
        {"what": "edit", "claim": "one/1", "field": "counts[0]", "value": {"of": "killed", "low": 9, "high": 9}, "note": "n"},
    )
    decide(review, {"what": "accept", "claim": "one/1"})
    decide(review, {"what": "accept", "claim": "two/1"})
    decide(review, {"what": "group", "claim": "two/1", "incident": "one-1", "reason": "the same post"})
    decide(review, {"what": "reject", "claim": "one/2", "reason": "x"})
    decide(review, {"what": "withdraw", "claim": "two/1", "reason": "x"})
    steps = 6
    for _ in range(steps):
        decide(review, {"what": "undo"})

    assert [written(folder, name) for name in files] == before
    assert review.claims() == []
    assert review.judged.groupings == {}
    with pytest.raises(DataError, match="no decision to take back"):
        decide(review, {"what": "undo"})
    assert len(written(folder, "decisions.jsonl").splitlines()) == 2 * steps


def test_an_article_whose_accepted_claim_waits_again_is_not_taken_for_read(review, folder):
    decide(review, {"what": "accept", "claim": "two/1"})
    decide(review, {"what": "undo"})

    assert "two/1" in written(folder, "proposals/two.toml")
    assert 'no_claims = "not read yet"' in written(folder, "articles/two.toml")
    assert "two: not read yet" in check(story=project.read_story(folder)).counted


def test_a_step_that_a_later_one_rests_on_is_not_undone_alone(review):
    value = {"of": "killed", "low": 9, "high": 9}
    edit = decide(review, {"what": "edit", "claim": "one/1", "field": "counts[0]", "value": value, "note": "n"})
    decide(review, {"what": "accept", "claim": "one/1"})

    with pytest.raises(DataError, match="a later decision rests on it"):
        decide(review, {"what": "undo", "id": edit.id})


def test_comments_and_order_of_an_article_file_stay(review, folder):
    decide(review, {"what": "accept", "claim": "one/1"})
    file = folder / "articles" / "one.toml"
    kept = (
        file.read_text(encoding="utf-8")
        .replace("[[claims]]", "# my own words\n[[claims]]")
        .replace("counts = [", "counts = [ # as told")
    )
    file.write_text(f"# by hand\n{kept}\n# the end\n", encoding="utf-8")
    decide(
        review,
        {"what": "edit", "claim": "one/1", "field": "counts[1]", "value": {"of": "injured", "low": 7, "high": 7}, "note": "n"},
    )
    decide(review, {"what": "accept", "claim": "one/2"})
    now = file.read_text(encoding="utf-8")

    for comment in ("# by hand", "# my own words", "counts = [ # as told", "# the end"):
        assert comment in now
    old, new = kept.splitlines(), now.splitlines()
    assert [line for line in old if line not in new] == [line for line in old if "injured" in line]
    decide(review, {"what": "undo"})
    assert '"one/2"' not in file.read_text(encoding="utf-8")
    assert "# the end" in file.read_text(encoding="utf-8")


def test_no_claim_of_an_incident_of_several_is_said_to_be_alone_and_one_that_is_left_alone_is(tmp_path):
    review = review_of(begun(tmp_path / "attacks", {"one": ONE, "two": TWO, "three": bulletin(3)}))
    for id in ("one/1", "two/1", "three/1"):
        decide(review, {"what": "accept", "claim": id})

    def reasons(id):
        return {one.claim: one.reason for one in review.judged.groupings[id].claims}

    decide(review, {"what": "group", "claim": "two/1", "incident": "one-1", "reason": "the same post"})
    assert reasons("one-1") == {"one/1": "as two/1: the same post", "two/1": "the same post"}
    decide(review, {"what": "group", "claim": "three/1", "incident": "one-1", "reason": "the same night"})
    decide(review, {"what": "split", "claim": "two/1", "reason": "another post"})
    assert reasons("one-1") == {"one/1": "as three/1: the same night", "three/1": "the same night"}
    decide(review, {"what": "withdraw", "claim": "one/1", "reason": "read wrongly"})
    assert reasons("one-1") == {"three/1": ALONE}
    decide(review, {"what": "undo"})
    assert reasons("one-1") == {"one/1": "as three/1: the same night", "three/1": "the same night"}


def test_accounts_are_grouped_split_and_their_difference_is_told(review, folder):
    decide(review, {"what": "accept", "claim": "one/1"})
    decide(review, {"what": "accept", "claim": "one/2"})
    decide(review, {"what": "accept", "claim": "two/1"})
    decide(review, {"what": "group", "claim": "two/1", "incident": "one-1", "reason": "the same post and night"})
    (one,) = [incident for incident in incidents_state(review) if len(incident["claims"]) == 2]
    assert any("killed" in told for told in one["to_judge"])
    for field, says in (("killed", ("3", "4")), ("injured", ("2", "none told"))):
        versions = [{"says": says[0], "claims": ["one/1"]}, {"says": says[1], "claims": ["two/1"]}]
        told = {"what": "difference", "incident": "one-1", "field": field, "versions": versions, "reason": "the later report"}
        decide(review, {**told, "better": "two/1"})

    assert [told for told in incidents_state(review)[0]["to_judge"] if "killed" in told] == []
    assert {incident["id"] for incident in incidents_state(review)} == {"one-1", "one-2"}
    assert [
        p for p in check(folder / "texts", story=project.read_story(folder)).problems if "killed" in p or "no incident" in p
    ] == []
    decide(review, {"what": "split", "claim": "two/1", "reason": "another night"})
    assert {incident["id"] for incident in incidents_state(review_of(folder))} == {"one-1", "one-2", "two-1"}
    assert incidents_state(review)[0]["differences"] == []


def test_a_claim_is_withdrawn_or_retracted_with_its_reason(review, folder):
    decide(review, {"what": "accept", "claim": "one/1"})
    decide(review, {"what": "reject", "claim": "one/2", "reason": "only background"})
    with pytest.raises(DataError, match="reason is missing"):
        decide(review, {"what": "retract", "claim": "one/1"})
    decide(review, {"what": "retract", "claim": "one/1", "reason": "the paper took it back"})

    assert 'no_claims = "none found"' in written(folder, "articles/one.toml")
    assert history(review)[-1]["reason"] == "the paper took it back"
    assert check(folder / "texts", story=project.read_story(folder)).problems == []


def test_who_decides_is_asked_for_once_and_kept(folder):
    review = Review(project.read_story(folder))
    with pytest.raises(DataError, match="nobody is named who decides"):
        decide(review, {"what": "accept", "claim": "one/1"})
    review.name_who_decides('Ana "A." Ruiz')
    decide(review, {"what": "accept", "claim": "one/1"})

    assert Review(project.read_story(folder)).by == 'Ana "A." Ruiz'
    review.name_who_decides("Bo")
    assert written(folder, "geomap.toml").count("\ndecides = ") == 1


def test_hand_kept_files_keep_their_line_ends(folder):
    review = review_of(folder)
    decide(review, {"what": "accept", "claim": "one/1"})
    decide(review, {"what": "accept", "claim": "two/1"})
    decide(review, {"what": "group", "claim": "two/1", "incident": "one-1", "reason": "the same post"})
    names = ("articles/one.toml", "incidents.toml", "geomap.toml")
    for name in names:
        (folder / name).write_bytes((folder / name).read_bytes().replace(b"\n", b"\r\n"))
    before = {name: (folder / name).read_bytes() for name in names}

    review = review_of(folder)
    review.name_who_decides("Bo")
    decide(review, {"what": "split", "claim": "two/1", "reason": "another post"})
    decide(review, {"what": "accept", "claim": "one/2"})

    for name in names:
        data = (folder / name).read_bytes()
        assert data != before[name], name
        assert data.count(b"\r\n") == data.count(b"\n") > 1, name


def test_a_page_that_saw_less_is_told_to_look_again(review, folder):
    saw = claim_state(review, *review.claim("one/1"))["saw"]
    decide(review_of(folder, "Bo"), {"what": "accept", "claim": "one/1", "field": "days"})

    with pytest.raises(DataError, match="was decided on elsewhere since"):
        decide(review, {"what": "accept", "claim": "one/1", "saw": saw})


def test_a_file_that_a_person_edits_meanwhile_is_read_again(review, folder):
    decide(review, {"what": "accept", "claim": "one/1"})
    file = folder / "articles" / "one.toml"
    file.write_text(file.read_text(encoding="utf-8").replace("low = 3", "low = 2"), encoding="utf-8")

    assert values(review, "one/1", "counts")[0]["low"] == 2


def test_a_line_that_was_torn_is_dropped_and_the_next_one_is_whole(review, folder):
    decide(review, {"what": "reject", "claim": "one/2", "reason": "x"})
    with (folder / "decisions.jsonl").open("ab") as file:
        file.write(b'{"id": "0123456789abcdef", "what": "acc')
    assert check_decisions(project.read_story(folder)).counted[-1].startswith("the last line is not whole")
    again = review_of(folder)
    decide(again, {"what": "accept", "claim": "one/1"})

    assert [json.loads(line)["what"] for line in written(folder, "decisions.jsonl").splitlines()] == ["reject", "accept"]
    assert len(review_of(folder).log.decisions) == 2


def test_a_line_that_is_no_decision_is_told_with_its_number(review, folder):
    decide(review, {"what": "reject", "claim": "one/2", "reason": "x"})
    with (folder / "decisions.jsonl").open("ab") as file:
        file.write(b"{}\n")

    assert any("line 2" in problem for problem in state(review_of(folder))["problems"])


def test_a_decision_that_the_disk_has_no_room_for_leaves_nothing_behind(review, folder):
    decide(review, {"what": "reject", "claim": "one/2", "reason": "x"})
    before = (folder / "decisions.jsonl").read_bytes()
    with files_no_larger_than(len(before) + 100), pytest.raises(DataError, match="nothing was decided"):
        decide(review, {"what": "accept", "claim": "one/1"})
    assert (folder / "decisions.jsonl").read_bytes() == before
    decide(review, {"what": "accept", "claim": "one/1"})

    assert len(review_of(folder).log.decisions) == 2


@pytest.mark.parametrize(
    ("request_", "said"),
    [
        ({"what": "accept"}, "claim is missing"),
        ({"what": "dance"}, "write one of accept"),
        ({"what": "accept", "claim": 5}, "of the wrong kind"),
        ({"what": "reject", "claim": "one/1", "reason": "\ud800"}, "not UTF-8"),
        ({"what": "reject", "claim": "one/1", "field": "days", "reason": "x"}, "a claim needs days"),
        ({"what": "reject", "claim": "one/1", "field": "counts[9]", "reason": "x"}, "has no counts"),
        (
            {"what": "edit", "claim": "one/1", "field": "counts[0]", "value": {"of": "lost", "low": 1}, "note": "x"},
            "counts: value.of",
        ),
        ({"what": "edit", "claim": "one/1", "field": "place", "value": ["Nowhere"], "note": "x"}, "'Nowhere' is not listed"),
        (
            {"what": "edit", "claim": "one/1", "field": "counts[0]", "value": {"of": "killed", "low": 1}, "spans": [[3, 9]]},
            "whole words",
        ),
        ({"what": "add", "claim": "one/1", "field": "counts", "spans": [[9, 3]]}, "of the wrong kind"),
        ({"what": "add", "claim": "one/1", "field": "days", "spans": [[0, 6]]}, "has its days; edit it"),
        ({"what": "group", "claim": "one/1", "incident": "x", "reason": "x"}, "is proposed"),
        ({"what": "edit", "claim": "one/1", "field": "sub_event_type", "value": "Nonsense", "note": "x"}, "is 'Nonsense'"),
        ({"what": "add", "claim": "one/1", "field": "counts", "spans": []}, "no words are chosen"),
        ({"what": "withdraw", "claim": "one/1", "reason": "x"}, "is proposed"),
    ],
)
def test_what_cannot_be_decided_is_refused_in_a_sentence_and_changes_nothing(review, folder, request_, said):
    before = written(folder, "proposals/one.toml")
    with pytest.raises(DataError, match=re.escape(said)):
        decide(review, request_)

    assert written(folder, "proposals/one.toml") == before
    assert not (folder / "decisions.jsonl").exists() or written(folder, "decisions.jsonl") == ""


def test_names_and_articles_that_are_read_meanwhile_are_known(review, folder):
    third = TWO.replace("Uri", "Kotli")
    extracted(folder, {"three": third})

    assert [one["id"] for one in state(review)["articles"]] == ["one", "three", "two"]
    decide(review, {"what": "accept", "claim": "three/1"})
    assert "Kotli" in written(folder, "places.csv")


def test_decisions_and_corrections_made_in_qgis_are_one_history(review, folder):
    decide(review, {"what": "accept", "claim": "one/1"})
    (folder / "corrections.toml").write_text(
        '# by hand\n\n[[corrections]]\nincident = "one-1"\nfield = "first_day"\nwas = 2031-05-07\nnow = 2031-05-06\n'
        'by = "Bo"\non = 2031-05-20\n'
        'reason = "the army says so"\n',
        encoding="utf-8",
    )
    told = history(review_of(folder))

    assert {(one["what"], one["by"]) for one in told} == {("accept", "Ana"), ("correct", "Bo")}
    correction = next(one for one in told if one["what"] == "correct")
    assert correction["after"] == "2031-05-06"
    again = review_of(folder)
    decide(again, {"what": "undo", "id": correction["id"], "reason": "the army was wrong"})
    assert written(folder, "corrections.toml") == "# by hand\n"
    assert [one["what"] for one in history(review_of(folder))] == ["accept", "undo"]


@pytest.mark.alone
def test_a_decision_in_a_story_of_many_articles_takes_less_than_50_ms_of_work(tmp_path):
    folder = begun(tmp_path / "many", {f"bulletin-{n}": bulletin(n) for n in range(60)})
    review = review_of(folder)
    ids = [claim.id for kept in review.kept.values() for claim in kept.carried.proposed]
    took = []
    for id in ids[:60]:
        begun_at = time.process_time()
        decide(review, {"what": "accept", "claim": id})
        claim_state(review, *review.claim(id))
        took.append(time.process_time() - begun_at)

    assert sorted(took)[len(took) // 4] < 0.05  # the quiet ones of them
