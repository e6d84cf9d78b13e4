"""The JSON Schema of ``incidents.toml``: it takes what is read, our own words in one language or in several among it."""

import json
import tomllib

import pytest
from click.testing import CliRunner
from conftest import needs
from three_stories import STORIES

from geomap import project
from geomap.cli import main
from geomap.errors import DataError
from geomap.incidents import read_incidents

RECORD = """[[incidents]]
id = "one"
title.en = "A post was attacked"
title.ur = "چوکی پر حملہ"
claims = [{claim = "a/1", reason = {en = "it says so", ur = "یہی کہتا ہے"}}]
"""
WRONG = {
    "no English": RECORD.replace("title.en", "title.fa"),
    "no code": RECORD.replace("title.ur", "title.Urdu"),
    "no words": RECORD.replace("چوکی پر حملہ", " "),
    "no text": RECORD.replace('"چوکی پر حملہ"', "1"),
    "an unknown field": RECORD + 'headline = "x"\n',
}


@pytest.fixture
def valid():
    needs("jsonschema")
    import jsonschema

    schema = json.loads(CliRunner().invoke(main, ["schema", "--incidents"]).stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    return lambda text: jsonschema.Draft202012Validator(schema).is_valid(tomllib.loads(text))


def test_the_json_schema_takes_the_files_of_stories(valid):
    assert valid((project.root() / "incidents.toml").read_text(encoding="utf-8"))
    for story in STORIES.values():
        assert valid(story.incidents)


def test_it_takes_tables_of_languages_as_they_are_read(valid, tmp_path):
    assert valid(RECORD)
    (tmp_path / "incidents.toml").write_text(RECORD, encoding="utf-8")
    assert read_incidents(tmp_path / "incidents.toml")[0][0].title == "A post was attacked"


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG)
def test_it_refuses_what_is_not_read(valid, tmp_path, text):
    assert not valid(text)
    (tmp_path / "incidents.toml").write_text(text, encoding="utf-8")
    with pytest.raises(DataError):
        read_incidents(tmp_path / "incidents.toml")
