"""What is wrong is shown where it stands: file, line, column, the line itself, and a mark under the fault."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import change
from rich.cells import cell_len

from geomap.checks import check
from geomap.cli.group import main
from geomap.cli.problems import located
from geomap.errors import Mark, Problem

ARTICLE = "articles/errraand-2024-01-17.toml"
OUTSIDE = "articles/outside-dawn-turbat.toml"
CORRECTION = '[[corrections]]\nincident = "{incident}"\nfield = "point"\nby = "A"\non = 2024-03-01\nreason = "r"\n'

#: A fault of each kind of file: the words that are there (None: it is added to the end), those that take their place with the
#: fault between « and », and what is said of it.
FAULTS = [
    (ARTICLE, '"Air/drone strike"', '"«Air strike»"', "sub_event_type is 'Air strike'; write one of"),
    (ARTICLE, 'place = {value = ["Sabz Koh"', 'place = {value = ["«Green Hill»"', "'Green Hill' is not listed"),
    (ARTICLE, 'name = "Iran", status', 'name = "«Nobody»", status', "actors[0].name: 'Nobody' is not listed"),
    (ARTICLE, "low = 2, high = 2", 'low = "«two»", high = 2', 'counts[0].value.low: is "two"; write a valid integer'),
    (ARTICLE, "low = 2, high = 2", "low = «-2», high = 2", "counts[0].value.low: is -2"),
    (ARTICLE, '[1997, 2006, "48a1fd4f447d8915", 0, 1]', "«[2006, 1997]»", "a span runs forward from 0 or later"),
    (
        ARTICLE,
        '[1997, 2006, "48a1fd4f447d8915", 0, 1]',
        "«[1997, 2006, 0, 1]»",
        "write [start, end], or what `geomap spans` prints",
    ),
    (ARTICLE, 'of = "IRN-PAK", distance_m = 45000.0', 'of = "«Atlantis»", distance_m = 45000.0', "'Atlantis' is not listed"),
    (ARTICLE, "days = {value", "«dayz» = {value", "dayz: is no field of this record"),
    (ARTICLE, 'derivation = "term", spans', 'derivation = "term", «spams» = 1, spans', "spams: is no field of this record"),
    (
        ARTICLE,
        '{value = "missile", derivation = "term",',
        '«{value = "missile",',
        "weapons[0].derivation: is not there; add it",
    ),
    (ARTICLE, "[[claims]]\nid = ", '[[«claims»]]\nnote_ = 1\n# id = "a"\n#id = ', "id: is not there; add it"),
    (ARTICLE, "publisher = ", '«title» = "again"\npublisher = ', "Cannot overwrite a value"),
    (ARTICLE, None, '\n[«article»]\nid = "x"\n', "Cannot declare ('article',) twice"),
    (ARTICLE, None, '\n[[«claim»]]\nid = "x"\n', "claim: no such table; the nearest is claims"),
    (ARTICLE, "published = ", "published = «=» ", "Invalid value"),
    (
        "incidents.toml",
        '{claim = "tns-2024-01-28/8", reason',
        '{claim = "«tns-2024-01-28/88»", reason',
        "which no article file has",
    ),
    ("incidents.toml", 'field = "place"', 'field = "«weather»"', "differences[0].field is 'weather'"),
    (
        "incidents.toml",
        'better = "outside-thenews-ormara/1"',
        'better = "«tns-2024-01-28/8»"',
        "which is in none of its versions",
    ),
    ("incidents.toml", 'id = "2019-03-22-usmani"', 'id = "«../usmani»"', "write small letters"),
    ("incidents.toml", 'id = "2019-03-22-usmani"', 'id = "2019-03-22-usmani"\n«colour» = "red"', "has no such field"),
    (
        "corrections.toml",
        None,
        CORRECTION.format(incident="«nowhere»") + "now = {lon = 63.0, lat = 26.0, radius_km = 1.0}\n",
        "nowhere: ",
    ),
    (
        "corrections.toml",
        None,
        CORRECTION.format(incident="2023-06-24-turbat") + "now = «{lon = 263.0, lat = 26.0}»\n",
        "lon is within",
    ),
    ("sources.toml", 'licence = "ODbL-1.0"', 'licence = «""»', "licence is empty"),
    ("sources.toml", "retrieved = 2026-11-21", 'retrieved = "«last week»"', "retrieved is 'last week'"),
    ("sources.toml", 'licence = "ODbL-1.0"', 'licence = "ODbL-1.0"\n«license» = "x"', "license is no field of a source"),
    ("geomap.toml", 'border = "', 'border = «3» # "', "border is 3"),
    ("geomap.toml", 'border = "', '«colour» = "red"\nborder = "', "colour: no such"),
    ("places.csv", None, "Ostrov,,,settlement,PK,Balochistan,«181»,26.5,3000,,,,,A map,\n", "longitude comes first"),
    ("places.csv", None, 'Ostrov,"A;\nB",,settlement,PK,"«No, where»",63.5,26.5,3000,,,,,A map,\n', "within is 'No, where'"),
    ("places.csv", None, "Ostrov,,,settlement,PK,Balochistan,63.5,26.5,3000,,,,,«,»\n", "source is empty"),
    ("places.csv", None, 'Ostrov,"a\nb",,«"unclosed,PK\n', "a quote that is not closed"),
    ("places.csv", None, "A,,,country,IR,,,,,,,,,,\n«A»,,,country,IR,,,,,,,,,,\n", "A: the name stands twice"),
    ("places.csv", "name,spellings", "name,«spelling»", "spelling: no such column; the nearest is spellings"),
    ("actors.csv", None, "Harbour police,«Nobody's»,,\n", 'side is "Nobody\'s"'),
    ("actors.csv", None, "Harbour police,Unknown,,,«x»\n", "has 5 cells, and the header 4"),
    ("actors.csv", None, "\n# a comment,,,\nHarbour police,Unknown,«Agence France-Presse»,\n", "which is AFP"),
    ("terms.csv", None, "«weapons»,mortar,x\n", "field is 'weapons'"),
    ("terms.csv", None, "weapon,mortar,«»\n", "term is empty"),
    ("terms.csv", None, "sub_event_type,«Armed clsh»,skirmish of the harbour\n", "sub_event_type is 'Armed clsh'"),
]


def spoil(folder: Path, file: str, old: str | None, new: str) -> tuple[int, int]:
    """Write a fault into a file, and say at which line and column it stands."""
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old is None or old in text
    text = text + new if old is None else text.replace(old, new, 1)
    before = text.partition("«")[0]
    path.write_text(text.replace("«", "").replace("»", ""), encoding="utf-8")
    return before.count("\n") + 1, len(before) - before.rfind("\n")


@pytest.mark.parametrize(("file", "old", "new", "said"), FAULTS, ids=[f"{f[0]}: {f[3]}" for f in FAULTS])
def test_every_kind_of_fault_is_shown_at_its_line_and_column(copied, file, old, new, said):
    line, column = spoil(copied, file, old, new)
    found = [problem for problem in located(check().problems, copied) if said in problem.sentence]

    assert [(one.file, one.mark.line, one.mark.column) for one in found[:1]] == [(file, line, column)]


def shown(*arguments: str) -> tuple[list[str], int]:
    """What a command says, on stderr or else stdout, and how it ends."""
    done = CliRunner().invoke(main, arguments)
    assert done.exception is None or isinstance(done.exception, SystemExit)
    return (done.stderr or done.stdout).splitlines(), done.exit_code


def test_check_and_build_show_the_sentence_the_line_and_a_mark_below_the_fault(copied, monkeypatch):
    line, column = spoil(copied, OUTSIDE, '["Turbat"', '["«Nowhere»"')
    monkeypatch.chdir(copied)
    for verb in (("check",), ("build", "--out", str(copied.parent / "out"))):
        said, code = shown(*verb)
        place = f"{OUTSIDE}:{line}:{column}: "
        start = next(n for n, words in enumerate(said) if words.startswith(place))
        assert said[start].removeprefix(place).startswith("outside-dawn-turbat/1: place.value: 'Nowhere' is not listed; ")
        quoted, marked = said[start + 1 : start + 3]
        assert quoted.startswith('    place = {value = ["Nowhere", "Kech district"]')
        assert (marked.strip(), quoted[marked.index("^") :][: len("Nowhere")]) == ("^" * len("Nowhere"), "Nowhere")
        assert code == 1


def test_json_gives_file_line_column_and_sentence_of_each_problem(copied, monkeypatch):
    line, column = spoil(copied, OUTSIDE, '["Turbat"', '["«Nowhere»"')
    (copied / "articles" / "notes.txt").write_text("", encoding="utf-8")
    monkeypatch.chdir(copied)
    without, problem, *_ = json.loads(CliRunner().invoke(main, ["check", "--json"]).stdout)["problems"]
    assert without["sentence"].startswith("articles/notes.txt: nobody reads this file")
    assert (without["file"], without["line"], without["column"]) == (None, None, None)
    sentence = problem.pop("sentence")
    assert sentence.startswith("outside-dawn-turbat/1: place.value: 'Nowhere' is not listed")
    assert problem == {"file": OUTSIDE, "line": line, "column": column}


@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
@pytest.mark.parametrize(
    ("before", "wrong", "after"),
    [
        ("x = ", "fault", " # after"),
        ("\t\tx =\t", "fault", ""),
        ('x = "中文, 平壤", y = ', "中文", ", z"),
        ('x = "سط\u0650ر", y = ', "fault", ""),
        ("e\u0301e\u0301 = ", "fault", ""),
        ("\x1b[2J = ", "fault", ""),
        ("a" * 300 + " ", "fault", " " + "b" * 300),
        ("中" * 100 + " ", "fault", "中" * 100),
        ("", "fault" * 100, "after"),
        ("x = [", "", ""),
    ],
)
def test_the_mark_stands_below_the_fault_whatever_is_before_it(tmp_path, encoding, before, wrong, after):
    (tmp_path / "a.toml").write_text(f"# first\n{before}{wrong}{after}\n", encoding="utf-8")
    at = Mark(2, len(before) + 1, max(1, len(wrong)))
    (found,) = located([Problem("a.toml", "is wrong", at)], tmp_path)
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    sentence, quoted, mark = found.lines(stream)

    assert sentence == f"a.toml:2:{len(before) + 1}: is wrong"
    quoted.encode(encoding)
    assert "\t" not in quoted  # a terminal would widen it
    assert cell_len(quoted) <= 80
    assert re.fullmatch(" *[\\^]+", mark)
    under, length, cells = mark.index("^"), mark.count("^"), 0
    covered = ""
    for sign in quoted:
        if under <= cells < under + length and cell_len(sign):
            covered += sign
        cells += cell_len(sign)
    fault = wrong.encode(encoding, "backslashreplace").decode(encoding)
    assert covered == fault or (len(wrong) > 80 and covered.startswith("faultfault")) or not wrong


def test_a_problem_of_a_file_that_is_gone_is_said_without_a_place(tmp_path):
    (found,) = located([Problem("a.toml", "is wrong", ("x",))], tmp_path)
    assert "\n".join(found.lines(io.StringIO())).endswith("is wrong")


def pasted(text: str, name: str) -> list[str]:
    """The rows of a remedy."""
    return text.split(f"paste into {name}", 1)[1].split("\n", 1)[1].splitlines()


def remedies(copied: Path, file: str, old: str, new: str) -> list[str]:
    change(copied / file, old, new)
    return [problem.remedy for problem in located(check().problems, copied) if problem.remedy]


@pytest.mark.parametrize(("place", "count"), [("Pasni", 1), ("Mirabad", 5)])
@pytest.mark.parametrize("delimiter", [",", ";"])
def test_each_row_that_is_offered_for_an_unlisted_place_makes_the_check_pass(copied, place, count, delimiter):
    places = copied / "places.csv"
    rows = list(csv.reader(io.StringIO(places.read_text(encoding="utf-8"))))
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\n").writerows([row[::-1] for row in rows])
    places.write_text(out.getvalue(), encoding="utf-8")
    (remedy,) = remedies(copied, OUTSIDE, '["Turbat", "Kech district"]', f'["{place}"]')
    offered = [row for row in pasted(remedy, "places.csv") if not row.startswith("#")]
    told = [row for row in pasted(remedy, "places.csv") if row.startswith("#")]

    assert (len(offered), len(set(told))) == (count, count)
    for row in offered:
        cells = dict(zip(rows[0][::-1], next(csv.reader([row], delimiter=delimiter)), strict=True))
        assert cells["name"] == place
        assert all(
            cells[column] for column in ("level", "country", "within", "lon", "lat", "radius_m", "geonames_id", "source")
        )
        places.write_text(f"{out.getvalue()}{row}\n", encoding="utf-8")
        assert check().problems == []


def test_a_place_that_is_listed_under_another_name_is_named(copied):
    (remedy,) = remedies(copied, OUTSIDE, '["Turbat", "Kech district"]', '["Aqrah"]')
    assert remedy == "places.csv lists it as 'Akre'; write that name"


def test_the_row_that_is_offered_for_an_unlisted_actor_makes_the_check_pass_and_is_given_once(copied):
    file = copied / OUTSIDE
    assert file.read_text(encoding="utf-8").count('attributed_to = "Pakistani police"') == 2
    file.write_text(file.read_text(encoding="utf-8").replace("Pakistani police", "Pakistani polise"), encoding="utf-8")
    (remedy,) = [problem.remedy for problem in located(check().problems, copied) if problem.remedy]
    assert remedy.startswith("the nearest listed name is 'Pakistani police'; or paste into actors.csv, with its side (")
    (row,) = pasted(remedy, "actors.csv")
    with (copied / "actors.csv").open("a", encoding="utf-8") as actors:
        actors.write(f"{row}\n")
    assert check().problems == []


def test_a_claim_that_a_recorded_difference_passes_over_is_named_with_the_line_of_the_difference(copied):
    line, _ = spoil(copied, "incidents.toml", ', "outside-indianexpress-jadhav/1"]}', "]} «»")
    found = [problem for problem in located(check().problems, copied) if "passes over" in problem.sentence]
    assert [(one.file, one.mark.line) for one in found] == [("incidents.toml", line - 2)]
    assert "the difference on place passes over outside-indianexpress-jadhav/1" in found[0].sentence


def test_check_works_with_the_texts_that_one_has(copied, tmp_path, monkeypatch):
    monkeypatch.chdir(copied)
    texts = tmp_path / "texts"
    texts.mkdir()
    done = CliRunner().invoke(main, ["check", "--texts", str(texts)])
    (note,) = [line for line in done.stdout.splitlines() if "texts are not in" in line]
    assert note.startswith(f"5 of 5 texts are not in {texts}, so nothing is held against them: errraand-2024-01-17, ")
    assert done.exit_code == 0

    (texts / "errraand-2024-01-17.txt").write_text("another text", encoding="utf-8")
    done = CliRunner().invoke(main, ["check", "--texts", str(texts), "--json"])
    found = json.loads(done.stdout)
    (problem,) = found["problems"]
    assert (problem["file"], problem["line"], problem["column"]) == (ARTICLE, 6, 16)
    assert "take the text that was cited" in problem["sentence"]
    assert any(line.startswith("4 of 5 texts are not in") for line in found["counted"])
    assert done.exit_code == 1


def test_a_private_page_shows_the_texts_that_one_has(copied, tmp_path, monkeypatch):
    monkeypatch.chdir(copied)
    texts = tmp_path / "texts"
    texts.mkdir()
    done = CliRunner().invoke(main, ["build", "--texts", str(texts), "--out", str(tmp_path / "private")])
    assert done.exit_code == 0, done.stderr
    assert f"note: 5 of 5 texts are not in {texts}, so the page lacks them: errraand-2024-01-17, " in done.stderr
    assert '"private":true,"tiles"' in (tmp_path / "private" / "map.html").read_text(encoding="utf-8")


def test_a_private_page_leaves_out_the_texts_that_one_lacks(shared, tmp_path):
    texts = tmp_path / "texts"
    texts.mkdir()
    shutil.copy(shared / "articles" / "tns-2024-01-28.txt", texts)
    done = CliRunner().invoke(main, ["build", "--texts", str(texts), "--out", str(tmp_path / "private")])
    assert done.exit_code == 0, done.stderr
    assert "note: 4 of 5 texts are not in" in done.stderr


def test_explain_works_with_the_texts_that_one_has(tmp_path):
    done = CliRunner().invoke(main, ["explain", "sabz-koh", "--texts", str(tmp_path)])
    assert done.exit_code == 0, done.stderr
    assert done.stdout


def test_a_type_of_event_that_acled_does_not_have_comes_with_the_nearest(copied):
    assert remedies(copied, ARTICLE, '"Air/drone strike"', '"Air drone strike"') == ["the nearest is 'Air/drone strike'"]
