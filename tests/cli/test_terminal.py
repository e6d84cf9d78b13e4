"""What is printed steers no terminal, is no markup, and can be written in whatever encoding stdout has."""

import json
import os
import shutil
import subprocess
import sys
from functools import cache

import pytest
from click.testing import CliRunner
from conftest import read_from
from rich.table import Table

from geomap import project
from geomap.cli.group import main
from geomap.cli.terminal import console, shown

#: A title that clears the screen, runs from right to left, colours itself and rings.
HOSTILE = "a\x1b[2J\u202eb\x9b31m\x07[red]c[/red]:bomb:"
SEEN = "a[U+001B][2J[U+202E]b[U+009B]31m[U+0007][red]c[/red]:bomb:"
STEERING = ("\x1b", "\u202e", "\x9b", "\x07", "\r", "\u2066")


def run(*arguments):
    return CliRunner().invoke(main, [str(a) for a in arguments])


@pytest.fixture(scope="module")
def hostile_folder(tmp_path_factory):
    """A copy of the data files with a title, a name and a reason that steer a terminal."""
    folder = tmp_path_factory.mktemp("hostile") / "geodata"
    shutil.copytree(project.root(), folder, ignore=shutil.ignore_patterns("scripts"))
    said = json.dumps(HOSTILE)
    incidents = folder / "incidents.toml"
    text = incidents.read_text(encoding="utf-8")
    text = text.replace('"Kulbhushan Jadhav, an Indian national, in Pakistani custody"', said, 1)
    incidents.write_text(text.replace('reason = "full date and city"', f"reason = {said}", 1), encoding="utf-8")
    article = folder / "articles/outside-rudaw-erbil.toml"
    lines = article.read_text(encoding="utf-8").splitlines()
    article.write_text("\n".join(f"title = {said}" if line.startswith("title") else line for line in lines), encoding="utf-8")
    return folder


@pytest.fixture
def hostile(hostile_folder, monkeypatch):
    """Such a copy, read instead of the data files; no test changes it."""
    read_from(monkeypatch, hostile_folder)


def steers(text):
    return [sign for sign in STEERING if sign in text]


@pytest.mark.parametrize(
    "arguments",
    [
        ("explain", "2016-03-03-jadhav"),
        ("explain", "2022-09-30-zahedan"),
        ("explain", "2016-03-03-jadhav", "--json"),
        ("check",),
        ("build", "--out", "OUT"),
    ],
)
def test_what_the_data_hold_steers_no_terminal(hostile, tmp_path, arguments):
    done = run(*(tmp_path / "out" if a == "OUT" else a for a in arguments))

    assert done.exit_code == 0, done.output
    assert steers(done.stdout) == steers(done.stderr) == []


def test_a_title_is_shown_as_it_is_with_what_cannot_be_seen_written_out(hostile):
    assert SEEN in run("explain", "2016-03-03-jadhav").stdout
    assert json.loads(run("explain", "2016-03-03-jadhav", "--json").stdout)["incident"]["title"] == HOSTILE


def test_names_in_a_table_are_no_markup_and_keep_their_columns(capsys):
    table = Table("place", "side", box=None, pad_edge=False)
    table.add_row(HOSTILE, "[bold]x")
    table.add_row("Mill", "y")
    console().print(table)
    console().print("[/red] :bomb:")

    head, first, second, last = capsys.readouterr().out.splitlines()
    assert (first.split(), second.split(), last) == ([*SEEN.split(), "[bold]x"], ["Mill", "y"], "[/red] :bomb:")
    assert head.index("side") == first.index("[bold]x") == second.index("y")


@pytest.mark.parametrize(
    "arguments",
    [
        ("explain", HOSTILE),
        ("dance" + HOSTILE,),
        ("--" + HOSTILE,),
        ("measure", "--lon", HOSTILE, "--lat", 27),
        ("measure", "--lon", 61, "--lat", 27, "--border", HOSTILE),
        ("locate", HOSTILE),
        ("locate", "near Turbat", "--tolerance", HOSTILE),
        ("export", "-f", HOSTILE),
        ("export", "--table", HOSTILE, "-f", "csv", "-o", "-"),
        ("build", "--edits", HOSTILE),
        ("check", "--texts", HOSTILE),
    ],
)
def test_what_a_command_holds_steers_no_terminal(arguments):
    done = run(*arguments)

    assert done.exit_code in (1, 2), done.output
    assert "[U+001B]" in done.stderr.replace("\n", "") or "\\x1b" in done.stderr, done.stderr
    assert steers(done.stdout) == steers(done.stderr) == []


def test_the_name_of_a_file_that_was_written_steers_no_terminal(tmp_path):
    done = run("export", "-f", "kml", "-o", tmp_path / f"{HOSTILE.replace('/', '')}.kml")

    assert done.exit_code == 0
    assert steers(done.stderr) == []


@pytest.mark.parametrize("form", ["csv", "geojson"])
def test_a_stream_of_data_keeps_every_character(hostile, form):
    done = run("export", "--table", "incidents", "-f", form, "-o", "-")

    assert (HOSTILE if form == "csv" else "\u202e") in done.stdout


#: What is printed of the shipped story.
COMMANDS = (
    ("explain", "2024-01-16-sabz-koh"),
    ("check", "--geography"),
    ("border",),
    ("schema",),
    ("locate", "near نیست"),
    ("explain", "2024-01-16-sabz-koh", "--json"),
    ("export", "--table", "places", "-f", "csv", "-o", "-"),
)
#: Runs each command with streams of its own; the program is loaded, and the story read, once for all of them.
PRINTING = """
import json, os, sys
from geomap.cli import main
for number, arguments in enumerate(json.loads(sys.argv[1])):
    for stream in (sys.stdout, sys.stderr):
        os.dup2(os.open(f"{sys.argv[2]}/{number}.{stream.fileno()}", os.O_CREAT | os.O_WRONLY), stream.fileno())
    try:
        main(arguments)
    except SystemExit as end:
        code = end.code
    sys.stdout.flush()
    sys.stderr.flush()
    with open(f"{sys.argv[2]}/{number}.code", "w") as file:
        file.write(str(code))
"""


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    """What the program prints with a stdout of another encoding: how a command ended, its stdout and its stderr."""

    @cache
    def all_of(**environment):
        folder = tmp_path_factory.mktemp("printed")
        command = [sys.executable, "-c", PRINTING, json.dumps(COMMANDS), str(folder)]
        subprocess.run(command, check=True, env={**os.environ, **environment}, timeout=240)
        return folder

    def of(arguments, **environment):
        folder, number = all_of(**environment), COMMANDS.index(arguments)
        code, out, err = ((folder / f"{number}.{what}").read_bytes() for what in ("code", 1, 2))
        assert b"Traceback" not in err, err.decode()
        return int(code), out, err

    return of


ENCODINGS = [
    {"PYTHONIOENCODING": "ascii"},
    {"PYTHONIOENCODING": "latin-1"},
    {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
]


@pytest.mark.parametrize("environment", ENCODINGS, ids=lambda e: "-".join(e.values()))
@pytest.mark.parametrize("arguments", COMMANDS[:5])
def test_a_stdout_that_is_not_utf_8_is_printed_to(printed, arguments, environment):
    code, out, err = printed(arguments, **environment)

    assert code == (1 if arguments[0] == "locate" else 0), err
    (err + out).decode(environment.get("PYTHONIOENCODING", "ascii"))


@pytest.mark.parametrize("environment", ENCODINGS, ids=lambda e: "-".join(e.values()))
def test_json_and_tables_say_the_same_in_every_encoding(printed, environment):
    _, usual, _ = printed(COMMANDS[5])
    _, said, _ = printed(COMMANDS[5], **environment)
    _, table, _ = printed(COMMANDS[6], **environment)

    assert json.loads(said) == json.loads(usual)
    assert "پنجگور" in table.decode("utf-8")


def test_a_name_of_bytes_that_are_no_text_is_shown():
    assert shown("bad\udcff", sys.stderr) == "bad\\udcff"
    assert shown("two\nlines\tand ZWNJ هیچ\u200cجا", sys.stderr).startswith("two\nlines\t")


def test_json_has_no_half_of_a_character():
    done = CliRunner().invoke(main, ["locate", "--json", "near Panjgur \udcff"])
    assert done.exit_code in (0, 1)
    assert not isinstance(done.exception, UnicodeEncodeError)
