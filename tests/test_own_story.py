"""The how-to runs as it stands, and leads to a page."""

import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from conftest import needed

HOW_TO = Path(__file__).resolve().parents[1] / "docs" / "own-story.md"


@pytest.fixture(scope="module")
def done(tmp_path_factory):
    """The folder in which every command of the how-to was run, one after the other, and what they said."""
    needed(HOW_TO.is_file(), "docs/ is not beside the tests")
    blocks = re.findall(r"^```\n(.*?)^```", HOW_TO.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    folder = tmp_path_factory.mktemp("how-to")
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    said = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", "\n".join(blocks)],
        cwd=folder, env=os.environ | {"PATH": path}, capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert said.returncode == 0, said.stdout + said.stderr
    return folder / "sahel", said


def test_every_command_of_the_how_to_runs(done):
    folder, said = done
    assert (folder / "output" / "map.html").is_file()
    assert "no problem found" in said.stdout


def test_the_check_before_the_lists_are_filled_names_what_is_missing(done):
    _, said = done
    first = said.stdout[: said.stdout.index("no problem found")]
    assert "'Andéramboukane' is not listed" in first
    assert "'unidentified gunmen' is not listed" in first
    assert "gives nothing" not in first  # which would say the same again


def test_the_rows_that_the_how_to_pastes_are_those_that_the_check_offers(done):
    folder, said = done
    row = next(row for row in (folder / "places.csv").read_text(encoding="utf-8").splitlines() if row.startswith("Andéram"))
    assert "paste into places.csv:\n# Andéranboukan, a settlement in Gao, Mali" in said.stdout
    assert f"\n{row}\n" in said.stdout[: said.stdout.index("no problem found")]


def test_the_spans_of_the_how_to_are_those_that_the_command_prints(done):
    folder, said = done
    claim = tomllib.loads((folder / "articles" / "gazette.toml").read_text(encoding="utf-8"))["claims"][0]
    for value in (claim["sub_event_type"], claim["days"], claim["place"], *claim["actors"], *claim["counts"]):
        for span in value["spans"]:
            assert f"spans = [{json.dumps(span)}]" in said.stdout


def test_two_of_three_reports_are_one_incident_and_the_third_is_its_own(done):
    folder, _ = done
    ids = re.findall(r'"Feature", "id": "([^"]+)"', (folder / "output" / "incidents.geojson").read_text(encoding="utf-8"))
    assert sorted(ids) == ["2031-09-01-anderamboukane", "courier-1"]
