"""`geomap evaluate`: what it counts of gold that is made here, and in whose context a folder is read."""

import csv
import json

import pytest
from click.testing import CliRunner

from geomap.cli.group import main

TEXT = "Gunmen attacked a checkpost in {place} on 3 May 2031, killing {killed} soldiers.\n"
GOLD = """published = 2031-05-04

[[claims]]
incident = "post"
kind = {{value = "Armed clash", words = ["attacked"]}}
days = {{first = 2031-05-03, last = 2031-05-03, words = ["3 May 2031"]}}
place = {{path = ["{place}", "{country}"], lon = {lon}, lat = {lat}, radius_km = 10, words = ["{place}"]}}
counts = [{{of = "killed", low = {gold}, high = {gold}, whom = "soldiers", words = ["{killed} soldiers"]}}]
"""
CONTRADICTIONS = '[[contradictions]]\nincident = "post"\nfield = "killed"\nbetween = ["gazette", "herald"]\n'
PANJGUR = {"place": "Panjgur", "country": "Pakistan", "lon": 64.09, "lat": 26.97}
#: Small, so that only the context of its border finds it.
BATIFA = {"place": "Batifa", "country": "Iraq", "lon": 43.01, "lat": 37.17}


def run(*arguments):
    return CliRunner().invoke(main, [str(a) for a in arguments])


def result(*arguments):
    found = run("evaluate", *arguments, "--json")
    assert found.exit_code == 0, found.output
    return json.loads(found.stdout)


def write(folder, name, killed, gold, place):
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.txt").write_text(TEXT.format(killed=killed, place=place["place"]), encoding="utf-8")
    (folder / f"{name}.toml").write_text(GOLD.format(killed=killed, gold=gold, **place), encoding="utf-8")


@pytest.fixture
def gold(tmp_path):
    """Two accounts of an attack, which contradict each other; the gold of one says another number than its text."""
    write(tmp_path / "irn-pak", "gazette", "two", 2, PANJGUR)
    write(tmp_path / "irn-pak", "herald", "seven", 8, PANJGUR)
    (tmp_path / "irn-pak" / "contradictions.toml").write_text(CONTRADICTIONS, encoding="utf-8")
    return tmp_path


def test_values_are_counted_by_their_kind(gold):
    found = result(gold)

    scores = found["scores"]
    assert found["texts"] == 2
    assert (scores["days"]["right"], scores["days"]["proposed"], scores["days"]["gold"]) == (2, 2, 2)
    assert scores["days"]["on_words"] == 2
    killed = scores["killed"]
    assert (killed["precision"], killed["recall"], killed["f1"]) == (0.5, 0.5, 0.5)
    assert (scores["claims found"]["right"], scores["whole claims"]["right"]) == (2, 1)
    assert scores["injured"] == {
        name: None if name in ("precision", "recall", "f1", "gold") else 0 for name in scores["injured"]
    }


def test_each_value_that_is_wrong_is_named(gold):
    (miss,) = [miss for miss in result(gold)["misses"] if miss["field"] == "killed"]

    assert (miss["text"], miss["incident"]) == ("herald", "post")
    assert (miss["wanted"], miss["found"]) == ("8 killed (soldiers)", "7 killed (soldiers)")
    assert miss["rule"].startswith("count: ")
    said = run("evaluate", gold, "--misses").stdout
    assert "herald: post: killed: found 7 killed (soldiers), not 8 killed (soldiers)  [count: " in said
    assert "herald: post: " not in run("evaluate", gold).stdout


def test_no_miss_is_told_as_a_thing_of_the_program(gold):
    more = """actors = [{name = "Raiders", status = "claimed", words = ["Gunmen"]}]
targets = [{what = "village", words = ["checkpost"]}]
weapons = [{value = "mortar", words = ["killing"]}]
statements = [{relation = "distance", of = "IRN-PAK", distance_km = 12, about = true, says = "the army", words = ["killing"]}]
"""
    file = gold / "irn-pak" / "gazette.toml"
    changed = file.read_text(encoding="utf-8").replace("2031-05-03, last = 2031-05-03", "2031-05-01, last = 2031-05-02")
    file.write_text(
        changed.replace('path = ["Panjgur"', 'path = ["Turbat"').replace("lat = 26.97", "lat = 20") + more, encoding="utf-8"
    )
    said = run("evaluate", gold, "--misses").stdout

    for line in (
        "gazette: post: days: found 2031-05-03, not 2031-05-01 to 2031-05-02",
        "gazette: post: place: found Panjgur",
        "gazette: post: actors: Raiders (claimed) was not found",
        "gazette: post: weapons: mortar was not found",
        "gazette: post: statements: distance about 12 km of IRN-PAK, says the army was not found",
        "gazette: post: says: distance",
    ):
        assert line in said
    assert "Gold" not in said
    assert "(of=" not in said
    assert "datetime" not in said


def test_claims_that_belong_together_and_what_they_contradict_each_other_on_are_counted(gold):
    found = result(gold)

    assert found["scores"]["pairs together"]["right"] == found["scores"]["pairs together"]["gold"] == 1
    assert found["scores"]["contradictions"]["right"] == found["scores"]["contradictions"]["gold"] == 1
    assert (found["false_merges"], found["false_splits"], found["contradictions_missed"]) == ([], [], [])


def test_places_are_counted_by_how_far_they_are_off_and_by_what_holds_them(gold):
    write(gold / "irn-pak", "courier", "two", 2, PANJGUR | {"lat": 27.4, "place": "Panjgur"})

    found = result(gold)["places"]
    assert (found["gold"], found["right"]) == (3, 3)
    assert [found[f"within_{km}_km"] for km in (10, 25, 50, 161)] == [2, 2, 3, 3]


def test_a_folder_named_by_a_pair_of_countries_is_read_in_its_context(gold):
    write(gold / "irq-tur" / "may", "gazette", "two", 2, BATIFA)

    assert result(gold)["places"]["within_10_km"] == 3
    assert result(gold / "irq-tur")["places"]["within_10_km"] == 1  # by the folder that was named itself
    assert result(gold / "irq-tur" / "may", "--border", "IRN-PAK")["places"]["within_10_km"] == 0


def test_any_other_folder_is_read_in_that_of_the_border_that_is_named(tmp_path):
    write(tmp_path / "mine", "gazette", "two", 2, BATIFA)

    assert result(tmp_path, "--border", "IRQ-TUR")["places"]["within_10_km"] == 1


def test_values_are_measured_as_the_table_that_is_shipped_has_it(gold):
    found = run("evaluate", gold, "--measure")

    assert found.exit_code == 0
    rows = list(csv.DictReader(found.stdout.splitlines()))
    assert list(rows[0]) == ["value", "signs", "right", "given"]
    assert rows == sorted(rows, key=lambda row: (row["value"], int(row["signs"])))
    counts = [row for row in rows if row["value"] == "count"]
    assert (sum(int(row["right"]) for row in counts), sum(int(row["given"]) for row in counts)) == (1, 2)


def test_the_table_for_a_person_has_a_line_for_each_kind_of_value(gold):
    said = run("evaluate", gold).stdout

    lines = {line[:18].strip(): line[18:].split() for line in said.splitlines()}
    assert lines[""] == ["P", "R", "F1", "right", "proposed", "gold", "on", "words"]
    assert lines["killed"] == ["0.50", "0.50", "0.50", "1", "2", "2", "1"]
    assert lines["injured"] == ["—", "—", "—", "0", "0", "—", "0"]
    assert "2 texts; places right, within their radius or a container: 2 of 2\n" in said


def test_gold_whose_words_the_text_does_not_hold_is_refused(gold):
    file = gold / "irn-pak" / "gazette.toml"
    file.write_text(file.read_text(encoding="utf-8").replace('"two soldiers"', '"nine soldiers"'), encoding="utf-8")
    found = run("evaluate", gold)

    assert found.exit_code == 1
    assert "claim 1: 'nine soldiers' stands 0 times in the text; copy them from the text" in found.stderr
    assert found.stderr.count("nine soldiers' stands") == 1


@pytest.mark.parametrize(
    ("old", "new", "at", "said"),
    [
        ('"two soldiers"', '"Two  soldiers"', "Two", "'Two  soldiers' stands 0 times in the text; write \"two soldiers\""),
        ("[\"3 May 2031\"]", '["o"]', 'o"', """'o' stands 4 times in the text, in line 1; write ["o", 1] for the first"""),
        ("[\"3 May 2031\"]", '[["o", 9]]', '["o', "'o' stands 4 times in the text; write a number up to 4"),
        ("Armed clash", "Armed clashes", "Armed", "kind 'Armed clashes' is none of ACLED's sub-event types; write"),
        ("low = 2, ", "", '{of', "claims.1.counts.1.low is missing; write it"),
        ("whom =", "who =", "who", "claims.1.counts.1.who is no field of such a record; remove it or correct its name"),
    ],
)  # fmt: skip
def test_what_is_wrong_in_gold_is_told_with_its_place_and_what_would_be_right(gold, old, new, at, said):
    file = gold / "irn-pak" / "gazette.toml"
    file.write_text(text := file.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    line, column = next((n, line.index(at) + 1) for n, line in enumerate(text.splitlines(), start=1) if at in line)
    told = run("evaluate", gold).stderr

    assert f"gazette.toml:{line}:{column}: {'' if said.startswith('claims') else 'claim 1: '}{said}" in told
    assert told.count("gazette.toml") == 1
    assert "contradictions.toml" not in told


def test_a_contradiction_of_a_text_that_does_not_tell_of_it_is_told_with_its_place(gold):
    (gold / "irn-pak" / "contradictions.toml").write_text(CONTRADICTIONS.replace("herald", "courier"), encoding="utf-8")

    wrong = "contradictions.toml:4:24: post: courier is no text with claims here; correct the incident, or the name"
    assert wrong in run("evaluate", gold).stderr


def test_outside_a_story_the_border_is_asked_for(tmp_path, monkeypatch):
    from geomap.errors import MissingError

    def no_story(start=None):
        raise MissingError("no story")

    write(tmp_path / "mine", "gazette", "two", 2, BATIFA)
    monkeypatch.setattr("geomap.project.story_folder", no_story)
    found = run("evaluate", tmp_path)

    assert found.exit_code == 1
    assert "for which border is it read? name the border with --border, or call the folder after it" in found.stderr


def test_a_folder_without_gold_is_refused(tmp_path):
    found = run("evaluate", tmp_path, "--border", "IRN-PAK")

    assert found.exit_code == 1
    assert "holds no text with its gold" in found.stderr
