"""Names of fields from before 0.2 are read for one version, and told."""

import shutil

from conftest import read_from

from geomap import project
from geomap.articles import read_articles, read_lexicon
from geomap.checks import check
from geomap.incidents import read_incidents


def test_files_with_former_names_say_the_same_and_are_told_by_the_check(tmp_path, monkeypatch):
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
        assert f"{file}: kind is called sub_event_type now; the next version reads that name alone" in told
    assert "incidents.toml: accounts is called versions now; the next version reads that name alone" in told
    assert any(line.endswith("by is called attributed_to now; the next version reads that name alone") for line in told)


def test_the_shipped_files_use_no_former_name():
    assert not [line for line in check().counted if "is called" in line]


def test_a_field_with_both_its_names_is_refused_not_chosen():
    both = {"claims": [{"kind": 1, "sub_event_type": 2}]}

    assert project.with_present_names(both, "article") == both
