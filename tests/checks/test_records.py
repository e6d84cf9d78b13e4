"""What nobody reads, or is read otherwise than it was meant, is named by the check."""

import re
import shutil

import pytest
from conftest import change

from geomap.checks.records import check


def test_the_shipped_records_have_no_problem(copied):
    assert check().problems == []


@pytest.mark.parametrize(
    "name",
    [
        "articles/tns-2024-01-28.toml~",
        "articles/.tns-2024-01-28.toml.swp",
        "articles/tns-2024-01-28.toml.orig",
        "articles/more/tns-2024-01-28.toml",
        "articles/notes.txt",
        "incidents.toml.bak",
        "incidents (copy).toml",
        "places - Copy.csv",
        ".~lock.places.csv#",
        ".#actors.csv",
    ],
)
def test_a_file_that_nobody_reads_is_named(copied, name):
    (copied / name).parent.mkdir(exist_ok=True)
    (copied / name).write_text("", encoding="utf-8")

    assert check().problems == [f"{name}: nobody reads this file; give it its own name and place, or remove it"]


@pytest.mark.parametrize(("place", "problems"), [("Turbat", 1), ("Balochistan", 0)])
def test_only_an_area_has_an_edge_to_lie_along(copied, place, problems):
    file = copied / "articles/errraand-2024-01-17.toml"
    old = re.search(r'relation = "\w+", of = "IRN-PAK"[^}]*', file.read_text(encoding="utf-8"))[0]
    change(file, old, f'relation = "along", of = "{place}"')

    said = [problem for problem in check().problems if "'along'" in problem]
    assert len(said) == problems
    assert all(f"statements[0]: 'along' of {place!r}, which has no area" in problem for problem in said)


def test_a_second_copy_of_an_article_is_named(copied):
    shutil.copy(copied / "articles/tns-2024-01-28.toml", copied / "articles/tns-2024-01-28 (copy).toml")

    assert any(
        problem.startswith("tns-2024-01-28 (copy).toml: article: id is 'tns-2024-01-28'; the file's name says")
        for problem in check().problems
    )


def test_hidden_files_that_are_no_copies_are_left_alone(copied):
    (copied / ".DS_Store").write_bytes(b"")

    assert check().problems == []


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        (
            "incidents.toml",
            "[[incidents",
            "[[incident",
            "incidents.toml: incident: no such table; the nearest is incidents",
        ),
        ("incidents.toml", "[[notes]]", "[[note]]", "incidents.toml: note: no such table; the nearest is notes"),
        (
            "corrections.toml",
            "#",
            "[[correction]]\n#",
            "corrections.toml: correction: no such table; the nearest is corrections",
        ),
        ("sources.toml", "[[source]]", "[[sources]]", "sources.toml: sources: no such table; the nearest is source"),
        ("sources.toml", 'licence = "ODbL-1.0"', 'licence = " "', "borders/IRN-PAK.geojson: licence is empty; write it"),
        (
            "sources.toml",
            '"https://www.openstreetmap.org/copyright"',
            '"osm"',
            "address is 'osm'; write one that begins with http",
        ),
        ("places.csv", "settlement,IQ,Kurdistan Region,43", "settlement,QQ,,43", "Akre: country is 'QQ', which no country has"),
        ("places.csv", "settlement,PK,Kech district,63", "settlement,IR,,63", "Turbat: country is 'IR', but lon, lat 63"),
        ("places.csv", "Afghanistan,", ",", "places.csv: line 2: column 1: name is empty"),
        ("places.csv", "Iraq,", "Iran,", "places.csv: Iran: the name stands twice"),
        ("actors.csv", "AFP,", "BLA,", "actors.csv: BLA: name stands 2 times; keep one row"),
        ("incidents.toml", 'title = "How long the border is"', 'title = " "', "note border-length: title is empty; write it"),
        ("incidents.toml", 'name = "the border village', 'name = "" # "', "sites[0].name is empty; write the place in your"),
        ("incidents.toml", "title = ", 'title = "" # ', "incident 2016-03-03-jadhav: title is empty; write a headline"),
    ],
)
def test_what_is_read_otherwise_than_meant_is_named(copied, file, old, new, said):
    change(copied / file, old, new, -1 if old.startswith("[[") else 1)

    assert any(said in problem for problem in check().problems), check().problems


def test_without_any_sha256_every_made_file_is_named(copied):
    text = (copied / "sources.toml").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("sha256")]
    (copied / "sources.toml").write_text("\n".join(lines), encoding="utf-8")

    missing = [problem for problem in check().problems if "sha256 is missing" in problem]

    assert len(missing) == 12
    assert "sources.toml: borders/IRN-PAK.geojson: sha256 is missing; only files kept by hand have none, so " in missing[0]


def test_an_article_that_nobody_has_read_is_counted(copied):
    (copied / "articles/gazette.toml").write_text(
        '[article]\nid = "gazette"\ntitle = "A week"\npublisher = "Gazette"\n'
        'text_available = false\nno_claims = "not read yet"\n',
        encoding="utf-8",
    )

    assert check().problems == []
    assert "gazette: not read yet" in check().counted


LINE = '\n[[lines]]\nname = "As claimed"\nborder = "gone.geojson"\ndrawn_by = "an atlas"\n'


@pytest.mark.parametrize(("border", "line"), [("gone.geojson", ""), ("IRN-PAK", LINE)])
def test_a_border_that_is_not_there_is_told_by_the_check(copied, border, line):
    file = copied / "geomap.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('border = "IRN-PAK"', f'border = "{border}"', 1) + line, encoding="utf-8")

    assert any("gone.geojson" in said for said in check().problems)


def test_a_difference_that_nobody_judged_comes_with_lines_that_make_the_check_pass(copied):
    file = copied / "incidents.toml"
    text = file.read_text(encoding="utf-8")
    judged = re.search(r'\[\[incidents\.differences\]\]\nfield = "sub_event_type"\n(?:.+\n)+', text)[0]
    change(file, judged, "")
    (problem,) = check().problems
    where, lines = problem.remedy.split("\n", 1)

    assert "judge it" in problem
    assert re.match("paste below [0-9a-z-]+ in incidents.toml, and say why", where)
    file.write_text(
        text.replace(judged, lines.replace('reason = ""', 'reason = "two words for one thing"\n')), encoding="utf-8"
    )
    assert check().problems == []
