"""Corrections are judged before they are kept, kept whole or not at all, and by one command at a time."""

from __future__ import annotations

import datetime as dt
import fcntl
import json
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from conftest import files_no_larger_than, read_from, without_note

from geomap import pipeline, project
from geomap.cli import main
from geomap.errors import DataError
from geomap.export import Edits
from geomap.incidents import Correction, read_corrections, write_corrections
from geomap.project import WORK

WHO = {"by": "A. Reader", "on": dt.date(2024, 3, 1), "reason": "seen on site"}
TURBAT = "2023-06-24-turbat"


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the data files, which is read and written instead of our own."""
    shutil.copytree(project.root(), tmp_path / "geodata")
    read_from(monkeypatch, tmp_path / "geodata")
    monkeypatch.setattr("geomap.pipeline.project.root", lambda: tmp_path / "geodata")
    return tmp_path / "geodata"


@pytest.fixture
def edited(built: Path, tmp_path: Path) -> Path:
    """The incidents as they were built, with one whose point a person moved."""
    collection = json.loads((built / "incidents.geojson").read_text(encoding="utf-8"))
    next(f for f in collection["features"] if f["id"] == TURBAT)["geometry"]["coordinates"] = [63.06, 26.01]
    path = tmp_path / "incidents.geojson"
    path.write_text(json.dumps(collection), encoding="utf-8")
    return path


def run(*arguments: object) -> Any:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def kept(data: Path) -> list[str]:
    return [correction.incident for correction in read_corrections(data / "corrections.toml")]


def test_a_correction_that_a_build_accepts_is_kept_at_the_end_of_the_file(data: Path, edited: Path):
    before = (data / "corrections.toml").read_text(encoding="utf-8") + "# a remark of ours\n"
    (data / "corrections.toml").write_text(before, encoding="utf-8")
    pipeline.correct(edited, **WHO)
    assert (data / "corrections.toml").read_text(encoding="utf-8").startswith(before)
    assert kept(data) == [TURBAT]
    assert not (data / WORK).exists()


def test_a_correction_that_the_rules_refuse_is_not_kept(data: Path, edited: Path):
    with pytest.raises(DataError, match=f"corrections.toml: {TURBAT}: reason"):
        pipeline.correct(edited, **{**WHO, "reason": "the terrorists moved"})
    assert kept(data) == []


def test_a_correction_that_cannot_be_made_is_said_and_the_others_are_kept(
    data: Path, edited: Path, monkeypatch: pytest.MonkeyPatch
):
    day = dt.date(2023, 6, 24)
    stale = Correction(incident=TURBAT, field="first_day", was=dt.date(1999, 1, 1), now=day, **WHO)
    right = Correction(incident=TURBAT, field="first_day", was=day, now=day - dt.timedelta(days=1), **WHO)
    monkeypatch.setattr("geomap.export.read_edits", lambda *_, **__: Edits((stale, right), ()))
    edits = pipeline.correct(edited, **WHO)
    assert edits.corrections == (right,)
    assert edits.refused == (
        f"{TURBAT}: first_day: the sources now give 2023-06-24, not 1999-01-01; look again, or remove the record",
    )
    assert read_corrections(data / "corrections.toml") == (right,)


def test_nothing_is_kept_where_the_story_would_not_be_built(data: Path, edited: Path, monkeypatch: pytest.MonkeyPatch):
    seen: list[Any] = []

    def problems(analysis: pipeline.Analysis, **_: Any) -> list[str]:
        seen.extend(c.incident for c in analysis.inputs.corrections)
        return ["a title misplaces its incident"]

    monkeypatch.setattr(pipeline, "problems", problems)
    with pytest.raises(DataError, match="a title misplaces its incident"):
        pipeline.correct(edited, **WHO)
    assert (seen, kept(data)) == ([TURBAT], [])


@pytest.mark.parametrize(
    ("wishes", "said"),
    [
        (("--tiles", "http://tiles.example.org/{z}/{x}/{y}", "--attribution", "T"), "tiles come from an https address"),
        (("--out", "FILE"), "is a file; name a folder"),
        (("--out", "FILE/x"), "ot a directory"),
        (("--by", "Jos\udce9"), "it is not UTF-8; write it in UTF-8"),
        (("--why", "Jos\udce9"), "it is not UTF-8; write it in UTF-8"),
    ],
)
def test_a_wish_that_no_build_can_meet_fails_before_anything_is_kept(
    wishes: tuple[str, ...], said: str, data: Path, edited: Path, tmp_path: Path
):
    (tmp_path / "FILE").write_text("", encoding="utf-8")
    given = [wish.replace("FILE", str(tmp_path / "FILE")) for wish in wishes]
    wished = {"--out": str(tmp_path / "out"), "--by": "A", **dict(zip(given[::2], given[1::2], strict=True))}
    done = CliRunner().invoke(main, ["build", "--edits", str(edited), *(word for pair in wished.items() for word in pair)])
    assert done.exit_code in (1, 2)
    assert said in done.stderr
    assert isinstance(done.exception, SystemExit)
    assert kept(data) == []


def test_a_full_disk_leaves_the_corrections_as_they_were(data: Path, edited: Path):
    before = (data / "corrections.toml").read_bytes()
    with files_no_larger_than(len(before) + 10), pytest.raises(DataError, match=r"cannot be written .*file too large"):
        pipeline.correct(edited, **WHO)
    assert (data / "corrections.toml").read_bytes() == before


def test_one_command_at_a_time_keeps_corrections(data: Path, edited: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys.modules["geomap.project.replacing"], "WAIT_S", 0.1)
    (data / WORK).mkdir()
    with (data / WORK / "lock").open("ab") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        with pytest.raises(DataError, match="another geomap has been writing into it"):
            pipeline.correct(edited, **WHO)
    assert kept(data) == []


def test_check_names_a_correction_that_can_no_longer_be_made_among_the_problems(data: Path):
    record = f'[[corrections]]\nincident = "{TURBAT}"\nfield = "first_day"\nwas = 1999-01-01\n'
    record += 'by = "A"\non = 2024-03-01\nreason = "r"\n'
    (data / "corrections.toml").write_text(record, encoding="utf-8")
    done = run("check", "--json")
    assert done.exit_code == 1
    (problem,) = json.loads(done.stdout)["problems"]
    assert (problem["file"], problem["line"], problem["column"]) == ("corrections.toml", 4, 7)
    assert problem["sentence"].startswith(f"{TURBAT}: first_day: the sources now give 2023-06-24, not 1999-01-01")


def test_a_file_of_corrections_in_another_encoding_is_one_sentence(data: Path):
    (data / "corrections.toml").write_bytes("# José\n".encode("latin-1"))
    with pytest.raises(DataError, match=r"^corrections\.toml: line 1, character 6: not UTF-8; save the file as UTF-8$"):
        read_corrections(data / "corrections.toml")
    done = run("build", "--out", data.parent / "out")
    assert (done.exit_code, isinstance(done.exception, SystemExit)) == (1, True)
    said = without_note(done.stderr).splitlines()
    assert said == ["corrections.toml:1:6: not UTF-8; save the file as UTF-8", "    # Jos\ufffd", "         ^"]


def test_a_correction_joins_a_file_that_was_saved_as_utf_16(data: Path):
    (data / "corrections.toml").write_bytes("# José\n".encode("utf-16"))
    write_corrections(data / "corrections.toml", ())
    assert (data / "corrections.toml").read_text(encoding="utf-16").startswith("# José")
    assert read_corrections(data / "corrections.toml") == ()


def test_a_record_that_is_no_list_is_one_sentence(data: Path):
    (data / "corrections.toml").write_text("corrections = 3\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"^corrections\.toml: correction 1: record: "):
        read_corrections(data / "corrections.toml")


@pytest.mark.parametrize("field", ["by", "reason"])
def test_a_name_in_another_encoding_is_no_correction(field: str):
    with pytest.raises(ValueError, match=r"'Jos\\udce9' is not text in UTF-8"):
        Correction(incident="a", field="first_day", **{**WHO, field: "Jos\udce9"})


def test_a_build_completes_what_an_interrupted_command_had_ready_for_the_data(data: Path):
    ready = data / WORK / "ready"
    ready.mkdir(parents=True)
    (ready / "corrections.toml").write_text("# of the interrupted command\n", encoding="utf-8")
    assert run("build", "--out", data.parent / "out").exit_code == 0
    assert (data / "corrections.toml").read_text(encoding="utf-8") == "# of the interrupted command\n"
    assert not (data / WORK).exists()
