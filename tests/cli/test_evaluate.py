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
DUHOK = {"place": "Duhok", "country": "Iraq", "lon": 42.99, "lat": 36.87}


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
    assert "low=8" in miss["wanted"]
    assert "low=7" in miss["found"]
    assert miss["rule"].startswith("count: ")
    said = run("evaluate", gold, "--misses").stdout
    assert "herald post killed: " in said
    assert "herald post killed: " not in run("evaluate", gold).stdout


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
    write(gold / "irq-tur" / "may", "gazette", "two", 2, DUHOK)

    assert result(gold)["places"]["right"] == 3
    assert result(gold / "irq-tur")["places"]["right"] == 1  # by the folder that was named itself


def test_any_other_folder_is_read_in_that_of_the_border_that_is_named(tmp_path):
    write(tmp_path / "mine", "gazette", "two", 2, DUHOK)

    assert result(tmp_path, "--border", "IRQ-TUR")["places"]["within_10_km"] == 1


def test_rules_are_measured_as_the_table_that_is_shipped_has_it(gold):
    found = run("evaluate", gold, "--measure")

    assert found.exit_code == 0
    rows = list(csv.DictReader(found.stdout.splitlines()))
    assert list(rows[0]) == ["rule", "right", "given"]
    assert [row["rule"] for row in rows] == sorted(row["rule"] for row in rows)
    counts = [row for row in rows if row["rule"].startswith("count: ")]
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
    assert "'nine soldiers' stands 0 times in the text" in found.stderr


def test_a_folder_without_gold_is_refused(tmp_path):
    found = run("evaluate", tmp_path, "--border", "IRN-PAK")

    assert found.exit_code == 1
    assert "holds no text with its gold" in found.stderr
