"""Names of fields from before 0.2 are read for one version, and told."""

import shutil

import pytest
from click.testing import CliRunner
from conftest import read_from

from geomap import project
from geomap.articles import read_articles, read_lexicon
from geomap.checks import check
from geomap.cli import main
from geomap.incidents import read_incidents

#: What the check adds to a former name.
AND = "`geomap migrate` writes it so, and a later version reads that name alone"


@pytest.fixture
def older(tmp_path):
    """The shipped story with the names of before 0.2."""
    folder = tmp_path / "geodata"
    shutil.copytree(project.root(), folder, ignore=shutil.ignore_patterns("scripts"))
    for path in (folder / "articles").glob("*.toml"):
        text = path.read_text(encoding="utf-8")
        for now, then in (
            ("\nsub_event_type = ", "\nkind = "),
            ("\ntext_available = ", "\nheld = "),
            ("attributed_to = ", "by = "),
            ("attributed_spans = ", "by_spans = "),
        ):
            text = text.replace(now, then)
        path.write_text(text, encoding="utf-8")
    path = folder / "incidents.toml"
    text = path.read_text(encoding="utf-8").replace("\nversions = ", "\naccounts = ")
    assert 'field = "sub_event_type"' in text
    path.write_text(text.replace('field = "sub_event_type"', 'field = "kind"'), encoding="utf-8")
    terms = folder / "terms.csv"
    terms.write_text(terms.read_text(encoding="utf-8").replace("\nsub_event_type,", "\nkind,"), encoding="utf-8")
    return folder


def test_files_with_former_names_say_the_same_and_are_told_by_the_check(older, monkeypatch):
    folder, path = older, older / "incidents.toml"
    before = (
        read_articles(project.root() / "articles"),
        read_incidents(project.path("incidents.toml")),
        read_lexicon(project.root()),
    )
    read_from(monkeypatch, folder)

    assert (read_articles(folder / "articles"), read_incidents(path), read_lexicon(folder)) == before
    assert check().problems == []
    told = check().counted
    for file in ("incidents.toml", "terms.csv"):
        assert f"{file}: kind is called sub_event_type now; {AND}" in told
    assert f"incidents.toml: accounts is called versions now; {AND}" in told
    assert any(line.endswith(f"by is called attributed_to now; {AND}") for line in told)


def test_the_shipped_files_use_no_former_name():
    assert not [line for line in check().counted if "is called" in line]


def test_a_field_with_both_its_names_is_refused_not_chosen():
    both = {"claims": [{"kind": 1, "sub_event_type": 2}]}

    assert project.with_present_names(both, "article") == both


def test_a_command_brings_files_to_the_present_names_and_leaves_all_else_as_it_is(older):
    done = CliRunner().invoke(main, ["migrate", "--project", str(older)])

    assert done.exit_code == 0, done.output
    assert "incidents.toml: " in done.stderr
    assert "kind is called sub_event_type now" in done.stderr
    for file in [*(project.root() / "articles").glob("*.toml"), *project.root().glob("*.toml"), *project.root().glob("*.csv")]:
        assert (older / file.relative_to(project.root())).read_text("utf-8") == file.read_text("utf-8"), file
    again = CliRunner().invoke(main, ["migrate", "--project", str(older)])
    assert again.stderr == "all files have the present names\n"


def test_one_target_becomes_a_list_and_comments_stay(tmp_path):
    (tmp_path / "articles").mkdir()
    (tmp_path / "geomap.toml").write_text('format = 1\ntitle = "T"\nborder = "IRN-PAK"\n', encoding="utf-8")
    file = tmp_path / "articles" / "a.toml"
    lines = ["[article] # mine", 'id = "a"', "[[claims]]", 'target = {value = "house", note = "target"} # of the strike']
    file.write_text("\n".join(lines), encoding="utf-8")
    project.migrate(project.read_story(tmp_path))

    lines[-1] = 'targets = [{value = {what = "house"}, note = "target"}] # of the strike'
    assert file.read_text(encoding="utf-8").splitlines() == lines


def test_files_keep_their_line_ends(older):
    files = [*(older / "articles").glob("*.toml"), older / "incidents.toml", older / "terms.csv"]
    for file in files:
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))

    said = project.migrate(project.read_story(older))

    assert {"incidents.toml", "terms.csv"} < set(said)
    for name in said:
        data = (older / name).read_bytes()
        assert data.count(b"\r\n") == data.count(b"\n") > 1
