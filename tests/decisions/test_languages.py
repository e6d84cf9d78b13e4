"""Words in several languages in ``incidents.toml`` stay as a person wrote them, whichever verb changes the file."""

import tomllib

import pytest
from click.testing import CliRunner
from conftest import change
from reviewed import begun, review_of

from geomap import pipeline, project
from geomap.cli import main
from geomap.decisions import Review, decide

ONE = """Gunmen kill three soldiers near Uri

Srinagar, 9 May 2031 - Gunmen killed three soldiers and injured two others in an attack on an army post near the town of \
Uri on Wednesday, police said. The men had Kalashnikov rifles.

In a separate incident, two civilians were killed on Tuesday when a roadside bomb exploded in Kupwara, officials said.
"""
TWO = """Soldiers killed in Uri

Srinagar, 9 May 2031 - Four soldiers were killed in an attack on an army post in Uri on Wednesday, officials said.
"""
TITLE = 'title.en = "A post was attacked"  # as the desk words it\ntitle.ur = "چوکی پر حملہ"\n'
TABLE = 'title = {ur = "چوکی پر حملہ", en = "A post was attacked"}  # as the desk words it\n'


@pytest.fixture(params=[TITLE, TABLE], ids=["keys", "table"])
def folder(request, tmp_path):
    """A story with a record of two claims, whose title, reason and difference a person gave in Urdu, too."""
    folder = begun(tmp_path / "attacks", {"one": ONE, "two": TWO})
    review = review_of(folder)
    for claim in ("one/1", "one/2", "two/1"):
        decide(review, {"what": "accept", "claim": claim})
    decide(review, {"what": "group", "claim": "two/1", "incident": "one-1", "reason": "the same post"})
    file = folder / "incidents.toml"
    text = file.read_text(encoding="utf-8")
    head = next(line for line in text.splitlines(keepends=True) if line.startswith("title = ") and "Uri" in line)
    change(file, head, "# what the wires say\n" + request.param)
    change(file, 'reason = "the same post"', 'reason = {en = "the same post", ur = "وہی چوکی"}')
    assert pipeline.read_inputs(project.read_story(folder)).story.translations["ur"] == {
        "A post was attacked": "چوکی پر حملہ",
        "the same post": "وہی چوکی",
    }
    return folder


def kept(folder, *, reason=True):
    text = (folder / "incidents.toml").read_text(encoding="utf-8")
    tomllib.loads(text)
    assert "# what the wires say\ntitle" in text
    assert "# as the desk words it" in text
    said = pipeline.read_inputs(project.read_story(folder)).story.translations["ur"]
    assert said["A post was attacked"] == "چوکی پر حملہ"
    assert said.get("the same post") == ("وہی چوکی" if reason else None)
    return text


def test_a_difference_is_told_and_told_again_beside_a_title_in_several_languages(folder):
    review = Review(project.read_story(folder), by="Ana")
    versions = [{"says": "three killed", "claims": ["one/1"]}, {"says": "four killed", "claims": ["two/1"]}]
    told = {"what": "difference", "incident": "one-1", "field": "killed", "versions": versions, "reason": "open"}
    decide(review, told)
    assert "four killed" in kept(folder)
    change(folder / "incidents.toml", '"open"', '{en = "open", ur = "کھلا"}')
    review = Review(project.read_story(folder), by="Ana")
    sides = [{"says": "two injured", "claims": ["one/1"]}, {"says": "none told", "claims": ["two/1"]}]
    decide(review, {**told, "field": "injured", "versions": sides})
    assert 'ur = "کھلا"' in kept(folder)


def test_a_claim_that_comes_or_goes_leaves_the_others_words(folder):
    review = Review(project.read_story(folder), by="Ana")
    decide(review, {"what": "group", "claim": "one/2", "incident": "one-1", "reason": "one night"})
    assert "one night" in kept(folder)
    decide(review, {"what": "split", "claim": "one/2", "reason": "another place"})
    kept(folder)
    decide(review, {"what": "split", "claim": "two/1", "reason": "another night"})
    kept(folder, reason=False)


def test_what_is_undone_is_as_it_was(folder):
    before = (folder / "incidents.toml").read_text(encoding="utf-8")
    review = Review(project.read_story(folder), by="Ana")
    decide(review, {"what": "group", "claim": "one/2", "incident": "one-1", "reason": "one night"})
    decide(review, {"what": "undo"})
    assert tomllib.loads(kept(folder)) == tomllib.loads(before)


def test_migrating_leaves_tables_of_languages(folder):
    review = Review(project.read_story(folder), by="Ana")
    versions = [{"says": "three killed", "claims": ["one/1"]}, {"says": "four killed", "claims": ["two/1"]}]
    decide(review, {"what": "difference", "incident": "one-1", "field": "killed", "versions": versions, "reason": "open"})
    file = folder / "incidents.toml"
    present = file.read_text(encoding="utf-8").replace('"four killed"', '{en = "four killed", ur = "چار"}')
    file.write_text(present.replace("versions = ", "accounts = "), encoding="utf-8")
    assert "accounts = " in file.read_text(encoding="utf-8")
    done = CliRunner().invoke(main, ["migrate", "--project", str(folder)])
    assert done.exit_code == 0, done.output
    assert file.read_text(encoding="utf-8") == present
    kept(folder)
