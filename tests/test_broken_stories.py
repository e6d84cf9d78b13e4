"""A story with a fault is one clear sentence with where and what to do: never a traceback, and nothing is written."""

import shutil

import pytest
from broken_stories import BROKEN
from click.testing import CliRunner
from three_stories import SAHEL, begin

from geomap.cli import main


def run(*arguments):
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """A story without a fault."""
    folder = tmp_path_factory.mktemp("whole") / "story"

    def must(*arguments):
        done = run(*arguments)
        assert done.exit_code == 0, done.output

    begin(SAHEL, folder, must)
    return folder


def test_the_story_that_is_broken_below_is_whole(whole):
    done = run("check", "--project", whole)
    assert (done.exit_code, done.stderr) == (0, ""), done.output


#: Where one fault is several things that are wrong.
SEVERAL = {"settings are empty": 3, "a colour by its name": 2}


def test_there_are_sixty_faults():
    assert len(BROKEN) >= 60


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_story_is_one_sentence_with_its_remedy_and_nothing_is_written(whole, tmp_path, name):
    spoil, wanted = BROKEN[name]
    folder = tmp_path / "story"
    shutil.copytree(whole, folder)
    spoil(folder)
    before = {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}

    done = run("build", "--project", folder)

    assert done.exit_code == 1, done.output
    assert isinstance(done.exception, SystemExit), done.exception
    assert done.stdout == ""
    sentences = [line for line in done.stderr.split("\npaste into ")[0].splitlines() if line and not line.startswith(" ")]
    assert len(sentences) == SEVERAL.get(name, 1), done.stderr
    for words in wanted:
        assert words in sentences[0]
    assert {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()} == before
    assert run("check", "--project", folder).exit_code == 1
