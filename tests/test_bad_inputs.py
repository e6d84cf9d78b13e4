"""No input that is labelled bad passes without a word, none ends in a traceback or hangs, and none that is good is refused."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import signal
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from bad_inputs import CASES, Case, Change
from click.testing import CliRunner
from conftest import read_from

from geomap import project
from geomap.cli.group import main
from geomap.errors import GeomapError
from geomap.export import Edits, read_edits
from geomap.tables import Tables

#: Seconds that a reader may take.
PATIENCE_S = 20
DOCS = Path(__file__).resolve().parents[1] / "docs" / "inputs.md"


def wanted(case: Case) -> str:
    """What must become of an input."""
    return "clear sentence" if case.bad else "rightly accepted"


class Hang(BaseException):
    """The reader took longer than `PATIENCE_S`; no reader catches this."""


def within_patience(ask: Callable[[], tuple[str, str]]) -> tuple[str, str]:
    """The answer, or that there was none in time."""

    def stop(*_: object) -> None:
        raise Hang

    signal.signal(signal.SIGALRM, stop)
    signal.alarm(PATIENCE_S)
    try:
        return ask()
    except Hang:
        return "hang", ""
    finally:
        signal.alarm(0)


def outcome(arguments: list[str], bad: bool) -> tuple[str, str]:
    """What became of a command: one of the columns of the table, and what it said."""
    done = CliRunner().invoke(main, arguments)
    said = done.stderr.strip() or done.stdout.strip()
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        return "traceback", repr(done.exception)
    if done.exit_code == 0:
        return ("silent" if bad else "rightly accepted"), said
    return ("clear sentence" if bad and said and "Traceback" not in said else "wrongly refused"), said


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("inputs") / "geodata"
    shutil.copytree(project.root(), folder, ignore=shutil.ignore_patterns("scripts"))
    return folder


@pytest.fixture(scope="module")
def edits(tables: Tables, built: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[Change], Edits]:
    """What is taken of a changed copy of the published incidents."""
    file = tmp_path_factory.mktemp("edits") / "incidents.geojson"

    def read(change: Change) -> Edits:
        file.write_bytes(change((built / file.name).read_bytes()))
        return read_edits(file, tables, by="A. Reader", on=dt.date(2024, 3, 1), reason="seen on site")

    return read


def taken(case: Case, edits: Callable[[Change], Edits]) -> tuple[str, str]:
    """What becomes of an edited file: the same columns as of a command."""
    try:
        found = edits(case.given)
    except GeomapError as error:
        return ("clear sentence" if case.bad else "wrongly refused"), str(error)
    except Exception as error:
        return "traceback", repr(error)
    if found.refused:
        return ("clear sentence" if case.bad else "wrongly refused"), "; ".join(found.refused)
    return ("silent" if case.bad else "rightly accepted"), str(found.corrections)


@pytest.fixture
def ask(data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """The command that reads a case's input."""

    def command(case: Case) -> list[str]:
        here = ["--lon", "62.5", "--lat", "27"]
        match case.reader:
            case "--border FILE":
                name, content = case.given
                (tmp_path / name).write_text(content, encoding="utf-8")
                return ["measure", *here, "--border", str(tmp_path / name)]
            case "--border PAIR":
                return ["measure", *here, "--border", case.given]
            case "measure":
                option, value = case.given
                given = {"--lon": "62.5", "--lat": "27", option: value}
                return ["measure", "--yes", *(f"{name}={words}" for name, words in given.items())]
            case "locate --tolerance":
                return ["locate", "near Panjgur", f"--tolerance={case.given}"]
            case "locate WORDS":
                return ["locate", "--", case.given]
        file = data / case.reader
        was = file.read_bytes()
        file.write_bytes(case.given(was))
        monkeypatch.setattr(command, "restore", lambda: file.write_bytes(was), raising=False)
        read_from(monkeypatch, data)
        return ["check"]

    command.restore = lambda: None
    yield command
    command.restore()


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_bad_input_ends_in_a_clear_sentence_and_a_good_one_is_accepted(case: Case, ask, request: pytest.FixtureRequest):
    if case.reader == "--edits FILE":
        found, said = within_patience(lambda: taken(case, request.getfixturevalue("edits")))
    else:
        arguments = ask(case)
        try:
            found, said = within_patience(lambda: outcome(arguments, case.bad))
        finally:
            ask.restore()

    assert found == wanted(case), said


def test_the_table_of_kinds_is_the_documented_one():
    """What must become of each input, which the test above holds; run with GEOMAP_WRITE_DOCS=1 to write it anew."""
    columns = ("clear sentence", "rightly accepted")
    lines = [f"| kind | inputs | {' | '.join(columns)} |", f"|---|{'---|' * (len(columns) + 1)}"]
    for kind in sorted({case.kind for case in CASES}):
        counts = Counter(wanted(case) for case in CASES if case.kind == kind)
        lines.append(f"| {kind} | {sum(counts.values())} | {' | '.join(str(counts[column]) for column in columns)} |")
    counts = Counter(map(wanted, CASES))
    lines.append(f"| all | {len(CASES)} | {' | '.join(str(counts[column]) for column in columns)} |")
    text = (
        "# Inputs that were tried\n\n"
        "`tests/bad_inputs.py` makes these from a few good ones, by faults that people and programs make, for every reader:\n"
        "the hand-kept files, edited files, border files and pairs, numbers of the command line, words of `locate`.\n"
        "`tests/test_bad_inputs.py` tries each: it must end as this table counts, never in a traceback, in silence or not\n"
        "at all.\n\n" + "\n".join(lines) + "\n"
    )
    if os.environ.get("GEOMAP_WRITE_DOCS"):
        DOCS.write_text(text, encoding="utf-8")
    assert DOCS.read_text(encoding="utf-8") == text


def test_at_least_four_hundred_inputs_are_tried_and_no_two_are_alike():
    assert len(CASES) >= 400
    assert len({str(case) for case in CASES}) == len(CASES)
