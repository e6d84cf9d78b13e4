"""What every verb reads is what was recorded, and the line that was measured to is named."""

import hashlib
import json

import pytest
from click.testing import CliRunner
from conftest import without_note

from geomap import project
from geomap.border import Border
from geomap.cli.group import main
from geomap.errors import MissingError, PinError

LINE = "borders/IRN-PAK.geojson"
POINT = ["--lon", "61.5", "--lat", "27.2"]
VERBS = [
    ["measure", *POINT],
    ["border"],
    ["locate", "near Turbat"],
    ["export", "--table", "incidents", "-o", "-"],
    ["explain", "2024-01-16-sabz-koh"],
]


def run(*arguments):
    return CliRunner().invoke(main, list(arguments))


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb[0])
def test_no_verb_measures_to_a_line_that_was_changed(copied, verb):
    file = copied / LINE
    file.write_text(file.read_text(encoding="utf-8").replace("61.6", "61.7", 1), encoding="utf-8")

    done = run(*verb)

    assert done.exit_code == 1
    assert without_note(done.stderr).startswith(f"{LINE}: sha256 is ")
    assert len(without_note(done.stderr).splitlines()) == 1


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb[0])
def test_a_missing_pinned_line_is_not_replaced_by_the_world_s(copied, verb):
    (copied / LINE).unlink()

    done = run(*verb)

    assert done.exit_code == 1
    assert without_note(done.stderr) == f"{LINE}: sources.toml records it, but geodata/ has no such file; restore the file\n"
    with pytest.raises(MissingError):
        Border.read("PK-IR")


@pytest.mark.parametrize("name", ["borders/world.fgb.zip", "basemap/countries.geojson", "gazetteer/geonames.zip"])
def test_every_pinned_file_is_held_against_its_record_where_it_is_read(copied, name):
    with (copied / name).open("ab") as file:
        file.write(b"\n")

    with pytest.raises(PinError, match=rf"^{name}: sha256"):
        project.path(name)


def test_a_file_is_hashed_once_in_a_process_until_it_changes(copied, monkeypatch):
    hashed, sha256 = [], hashlib.sha256
    monkeypatch.setattr("geomap.project.files.hashlib.sha256", lambda data: hashed.append(len(data)) or sha256(data))

    for _ in range(3):
        project.path(LINE)
    assert len(hashed) == 1
    (copied / LINE).write_bytes(b"{}")
    with pytest.raises(PinError):
        project.path(LINE)
    assert len(hashed) == 2


def test_check_tells_a_changed_file_once_and_goes_on(copied):
    (copied / "basemap" / "countries.geojson").write_text("{}", encoding="utf-8")

    told = run("check").output.splitlines()

    assert sum(line.startswith("basemap/countries.geojson: sha256") for line in told) == 1


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb[0])
def test_every_verb_says_which_line_it_measured_to(verb):
    done = run(*verb)

    assert done.exit_code == 0
    said = done.stderr if verb[0] == "export" else done.stdout
    assert "OpenStreetMap, by way of timezone-boundary-builder" in said
    assert "drawn within 10 m" in said


@pytest.mark.parametrize("verb", [VERBS[0], VERBS[2], VERBS[4]], ids=lambda verb: verb[0])
def test_json_says_which_line_was_measured_to(verb):
    line = json.loads(run(*verb, "--json").stdout)["line"]

    assert line["id"] == "IRN-PAK"
    assert line["tolerance_m"] == 10
    assert line["source"].startswith("OpenStreetMap, by way of")


def test_lines_that_are_compared_are_named_too():
    found = json.loads(run("measure", *POINT, "--compare", "IND-PAK", "--json").stdout)

    assert found["compared_lines"]["IND-PAK"]["tolerance_m"] == 25
    assert "of all pairs of countries" in run("measure", *POINT, "--compare", "IND-PAK").stdout
