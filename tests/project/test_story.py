"""A story's folder: found as git finds its own, its settings read strictly, begun without questions."""

import json
import os
import re
import tomllib
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from conftest import change, needs, without_note
from shapely.geometry import box, mapping

from geomap import pipeline, project
from geomap.articles import read_lexicon
from geomap.cli import main
from geomap.cli.group import VERBS
from geomap.errors import DataError, MissingError
from geomap.model import UNKNOWN
from geomap.project.story import SETTINGS

LEAST = 'format = 1\ntitle = "T"\nborder = "IRN-PAK"\n'


def run(*arguments):
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture
def begun(tmp_path):
    folder = tmp_path / "mine"
    assert run("new", folder, "--border", "IND-PAK").exit_code == 0
    return folder


def written(folder, text):
    (folder / SETTINGS).write_text(text, encoding="utf-8")
    return project.read_story(folder)


@pytest.mark.parametrize("below", ["", "articles", "articles/old"])
@pytest.mark.parametrize("where", ["", "geodata"])
def test_a_story_is_found_here_below_geodata_and_above(tmp_path, monkeypatch, where, below):
    folder = tmp_path / where
    (folder / below).mkdir(parents=True, exist_ok=True)
    (folder / SETTINGS).write_text(LEAST, encoding="utf-8")
    for start in {folder / below, tmp_path}:
        monkeypatch.chdir(start)
        assert project.read_story().folder == folder


def test_the_nearest_story_is_taken(tmp_path, monkeypatch):
    for folder in (tmp_path, tmp_path / "a" / "b"):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / SETTINGS).write_text(LEAST, encoding="utf-8")
    monkeypatch.chdir(tmp_path / "a" / "b")
    assert project.read_story().folder == tmp_path / "a" / "b"
    monkeypatch.chdir(tmp_path / "a")
    assert project.read_story().folder == tmp_path


@pytest.mark.parametrize("verb", [["build"], ["check"], ["explain", "x"], ["export"], ["measure", "--lon", 1, "--lat", 1],
                                  ["border"], ["locate", "near Lyon"], ["spans", "a", "b"], ["add", __file__]])  # fmt: skip
def test_without_a_story_every_verb_names_the_next_command(tmp_path, monkeypatch, verb):
    monkeypatch.chdir(tmp_path)
    done = run(*verb)

    assert (done.exit_code, done.stdout, len(done.stderr.splitlines())) == (1, "", 1)
    for remedy in ("geomap new DIR --border A-B", "--project DIR", "geomap build --example"):
        assert remedy in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("verb", [["measure", "--lon", 61.5, "--lat", 27.2], ["border"], ["locate", "10 km from the border"]])
def test_what_is_about_a_border_alone_needs_no_story(tmp_path, monkeypatch, verb):
    monkeypatch.chdir(tmp_path)
    done = run(*verb, "--border", "IRN-PAK")

    assert (done.exit_code, done.stderr) == (0, "")


def test_the_example_is_built_anywhere_into_output_here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    done = run("build", "--example", "--json")

    assert done.exit_code == 0, done.stderr
    assert json.loads(done.stdout)["page"] == str(Path("output") / "map.html")
    assert (tmp_path / "output" / "incidents.geojson").is_file()


def test_a_folder_that_is_named_is_the_story_and_is_not_named_again(begun, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert run("check", "--project", begun).stderr == ""
    assert "no geomap.toml there" in run("check", "--project", tmp_path).stderr
    monkeypatch.chdir(begun / "articles")
    assert run("check").stderr == f"story: {begun}\n"


def test_every_verb_takes_a_project():
    context = click.Context(main)
    for name in VERBS:
        assert any("--project" in option.opts for option in main.get_command(context, name).params), name


# -- settings -------------------------------------------------------------------------------------------------------------


def test_three_keys_are_a_story(tmp_path):
    story = written(tmp_path, LEAST)

    assert (story.title, story.border, story.home) == ("T", "IRN-PAK", ("IR", "PK"))
    assert [side.name for side in story.sides] == ["Iran", "Pakistan", "Unknown"]
    assert [side.country for side in story.sides] == ["IR", "PK", None]
    assert (story.output, story.near_km, story.bands_km, story.languages) == (
        tmp_path / "output",
        50,
        (10, 25, 50, 100),
        ("en",),
    )


def test_sides_without_colours_get_ones_that_no_other_has(tmp_path):
    sides = (
        '[[sides]]\nname = "A"\n',
        '[[sides]]\nname = "B"\nlight = "#ff2100"\ndark = "#f0703a"\n',
        '[[sides]]\nname = "C"\n',
    )
    story = written(tmp_path, LEAST + "".join(sides))

    assert len({side.light for side in story.sides}) == len({side.dark for side in story.sides}) == 4
    assert story.side_of["B"].light == "#ff2100"
    assert story.sides[-1] == UNKNOWN


def test_a_file_is_a_border_relative_to_the_settings(tmp_path):
    story = written(tmp_path, LEAST.replace("IRN-PAK", "lines/mine.geojson"))

    assert story.line(story.border) == str(tmp_path / "lines" / "mine.geojson")
    assert story.line("IRN-PAK") == "IRN-PAK"
    assert story.home == ()


@pytest.mark.parametrize("verb", [["locate", "10 km from the border"], ["measure", "--lon", 61.5, "--lat", 27.2], ["border"]])
def test_a_border_on_the_command_line_lies_where_one_stands_and_not_in_the_story(begun, tmp_path, monkeypatch, verb):
    line = {"type": "LineString", "coordinates": [[61, 27], [62, 27.5], [63, 27.2]]}
    features = [{"type": "Feature", "properties": {}, "geometry": line}]
    (tmp_path / "mine.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    done = run(*verb, "--border", "mine.geojson", "--project", begun)

    assert (done.exit_code, done.stderr) == (0, "")
    assert "mine" in done.stdout


def _areas(file, **areas):
    features = [
        {"type": "Feature", "properties": {"iso_a2": code, "name": code, "disputed": None}, "geometry": mapping(area)}
        for code, area in areas.items()
    ]
    file.parent.mkdir(exist_ok=True)
    file.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")


def test_measure_tells_the_side_by_the_story_s_own_base_map(tmp_path):
    _areas(tmp_path / "basemap" / "countries.geojson", TD=box(55, 20, 75, 40))
    _areas(tmp_path / "basemap" / "admin1.geojson")
    written(tmp_path, LEAST + '\nbasemap = "basemap"\n')
    point = ["measure", "--lon", 58, "--lat", 30, "--json"]

    assert json.loads(run(*point, "--project", tmp_path).stdout)["side"] == "TD"
    assert json.loads(run(*point, "--border", "IRN-PAK").stdout)["side"] == "IR"


def test_the_shipped_story_says_what_it_did_before_it_had_settings():
    story = project.example()

    assert story.title == "Incidents of the Iran–Pakistan crisis, as five articles report them"
    assert (story.quoted_lengths_km, story.home, story.languages) == ((900, 909, 959), ("IR", "PK"), ("en", "fa", "ur"))
    assert len(story.sides) == 7


def test_the_json_schema_takes_the_settings_of_the_shipped_story_and_refuses_others():
    needs("jsonschema")
    import jsonschema

    schema = json.loads(run("schema", "--project").stdout)
    settings = tomllib.loads((project.root() / SETTINGS).read_text(encoding="utf-8"))

    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(settings, schema)
    jsonschema.validate(settings | {"title": {"en": "The crisis", "ur": "بحران"}}, schema)
    wrong_titles = ({"ur": "بحران"}, {"en": ""}, {"en": "x", "Urdu": "y"}, {"en": 1}, 1)
    wrong_values = ({"format": 2}, {"bordre": "A-B"}, {"near_km": "far"}, {"sides": [{"light": "#ff2100"}]})
    for wrong in (*wrong_values, *({"title": title} for title in wrong_titles)):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(settings | wrong, schema)


def test_what_the_json_schema_says_of_titles_is_what_is_read(copied):
    """Neither takes what the other refuses."""
    needs("jsonschema")
    import jsonschema

    schema = json.loads(run("schema", "--project").stdout)
    file = copied / SETTINGS
    text = file.read_text(encoding="utf-8")
    title = re.search("^title = .*$", text, re.MULTILINE)[0]
    for written, right in (
        ('title = "x"', True),
        ('title.en = "x"\ntitle.ur = "y"', True),
        ('title = {en = "x", ur = "y"}', True),
        ('title.ur = "y"', False),
        ('title = {en = "x", ur = 1}', False),
        ('title = {en = "x", ur = ""}', False),
        ('title.en = ""', False),
    ):
        file.write_text(text.replace(title, written), encoding="utf-8")
        assert jsonschema.Draft202012Validator(schema).is_valid(tomllib.loads(file.read_text(encoding="utf-8"))) == right, (
            written
        )
        if right:
            assert project.read_story(copied).title == "x"
        else:
            with pytest.raises(DataError, match="title"):
                project.read_story(copied)


# -- begun ----------------------------------------------------------------------------------------------------------------


def test_a_story_is_begun_and_what_is_there_stays(begun):
    assert {file.name for file in begun.iterdir()} == {
        *(SETTINGS, "articles", "texts", "places.csv", "actors.csv", "terms.csv", "incidents.toml", ".gitattributes")
    }
    (begun / "places.csv").write_text("mine\n", encoding="utf-8")
    (begun / "terms.csv").unlink()
    done = run("new", begun, "--border", "IND-PAK", "--title", "Another")

    assert (begun / "places.csv").read_text(encoding="utf-8") == "mine\n"
    assert project.read_story(begun).title == "Incidents at the India–Pakistan border"
    said = dict(line.split(": ", 1)[::-1] for line in done.stderr.splitlines()[:-1])
    assert said[str(begun / "terms.csv")] == "created"
    assert {said[path] for path in said if not path.endswith("terms.csv")} == {"already there"}


def test_a_story_of_a_line_that_names_no_country_is_begun_and_says_how_to_name_them(tmp_path, monkeypatch):
    line = {"type": "LineString", "coordinates": [[102.5, 13.6], [103.0, 14.2], [105.0, 14.4]]}
    feature = {"type": "Feature", "properties": {}, "geometry": line}
    (tmp_path / "line.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    run("new", "story", "--border", "line.geojson")
    story = project.read_story(tmp_path / "story")
    (tmp_path / "story" / "actors.csv").write_text("name,side,spellings,note\nBorder police,Thailand,,\n", encoding="utf-8")

    assert story.title == "Incidents at the border"
    with pytest.raises(DataError, match="write one of Unknown, or say in geomap"):
        read_lexicon(story.folder, story.side_of)
    change(tmp_path / "story" / SETTINGS, '# home = ["FR", "ES"]', 'home = ["TH", "KH"]')
    assert read_lexicon(story.folder, project.read_story(story.folder).side_of).actors["Border police"].side == "Thailand"


def test_what_a_story_begins_with_is_right_and_its_examples_too(begun):
    for name in (SETTINGS, "incidents.toml"):
        text = (begun / name).read_text(encoding="utf-8")
        lines = [
            line.removeprefix("# ") for line in text.splitlines() if not line.startswith("# ") or "=" in line or "]" in line
        ]
        tomllib.loads("\n".join(lines).replace("#\n", "\n"))
    for name, examples in (("places.csv", 1), ("actors.csv", 1), ("terms.csv", 1)):
        lines = (begun / name).read_text(encoding="utf-8").splitlines()
        assert len([line for line in lines if line.startswith("# ")]) == examples
        assert {line.count(",") for line in lines} == {lines[0].count(",")}


@pytest.mark.parametrize("title", ["{border} and {format}", 'A "quoted" \\ title', "karte\U0001f600\x7f"])
def test_a_title_is_kept_as_it_is_written(tmp_path, title):
    assert run("new", tmp_path / "x", "--border", "IND-PAK", "--title", title).exit_code == 0
    assert project.read_story(tmp_path / "x").title == title


def test_the_name_of_a_border_s_file_is_kept_as_it_is_written(tmp_path):
    for _ in project.begin_story(tmp_path, title="x", border="lines/karte\U0001f600.geojson"):
        pass
    assert project.read_story(tmp_path).border == "lines/karte\U0001f600.geojson"


@pytest.mark.parametrize(
    "verb", [("new", "x", "--border", "IND-PAK", "--title"), ("add", __file__, "--publisher"), ("build", "--by")]
)
def test_words_that_no_file_can_hold_are_refused(tmp_path, monkeypatch, verb):
    monkeypatch.chdir(tmp_path)
    done = run(*verb, "caf\udce9")

    assert done.exit_code == 2
    assert "it is not UTF-8" in done.stderr
    assert not any(tmp_path.iterdir())


OUTSIDE = """[article]
id = "herald"
title = "Shelling"
publisher = "The Herald"
text_available = false

[[claims]]
id = "herald/1"
sub_event_type = {value = "Attack", derivation = "read by a person", note = "by hand"}
days = {value = {first = 2031-05-03, last = 2031-05-03}, derivation = "read by a person", note = "by hand"}
place = {value = ["Kotli"], derivation = "read by a person", note = "by hand"}
"""


def test_a_place_of_a_home_country_is_offered_though_no_list_has_one(begun):
    (begun / "articles" / "herald.toml").write_text(OUTSIDE, encoding="utf-8")
    done = run("check", "--project", begun)

    assert "# Kotli, a settlement in Azad Kashmir, Pakistan, PK" in done.stdout


def test_the_areas_of_a_country_that_an_article_names_are_read_however_it_is_quoted(begun):
    long = "a sentence of more than forty letters that comes before it"
    for quoted, code in (
        (f'note = "{long}", place = ["Niger"]', "NE"),
        ("place = ['Chad']", "TD"),
        ('x = "\\"", y = "Mali"', "ML"),
    ):
        (begun / "articles" / "a.toml").write_text(quoted + "\n", encoding="utf-8")
        assert code in project.read_areas(project.read_story(begun))


@pytest.mark.skipif(os.name == "nt", reason="drives are there")
def test_a_file_on_another_drive_is_called_by_its_whole_name(tmp_path, monkeypatch):
    def relpath(path, start):
        raise ValueError("path is on mount 'D:', start on mount 'C:'")

    monkeypatch.setattr("geomap.project.files.os.path.relpath", relpath)
    assert project.relative(tmp_path / "line.geojson", Path("elsewhere")) == (tmp_path / "line.geojson").as_posix()


def test_texts_stay_out_of_git(begun):
    assert (begun / "texts" / ".gitignore").read_text(encoding="utf-8").splitlines()[-1] == "*"


@pytest.mark.parametrize("border", ["IRN-IND", "none.geojson", "XXX-YYY"])
def test_a_story_is_not_begun_on_a_border_that_there_is_not(tmp_path, border):
    done = run("new", tmp_path / "x", "--border", border)

    assert (done.exit_code, len(done.stderr.splitlines())) == (1, 1)
    assert not (tmp_path / "x").exists()


def test_a_story_is_not_begun_in_a_file(tmp_path):
    (tmp_path / "x").write_text("", encoding="utf-8")
    assert run("new", tmp_path / "x" / "y", "--border", "IRN-PAK").exit_code == 1


# -- articles added -------------------------------------------------------------------------------------------------------


@pytest.fixture
def report(tmp_path):
    file = tmp_path / "Gazette 4 May.txt"
    file.write_text("\n  Two soldiers killed\n\nTwo  soldiers were killed near Mill.\n", encoding="utf-8")
    return file


def test_an_article_is_added_with_its_text_and_how_it_was_come_by(begun, report):
    done = run("add", report, "--published", "2031-05-04", "--publisher", "The Gazette", "--url", "https://example.org/a",
               "--captured", "2031-05-05", "--archived", "https://example.org/b", "--project", begun)  # fmt: skip

    assert done.exit_code == 0, done.stderr
    assert (begun / "texts" / "gazette-4-may.txt").read_bytes() == report.read_bytes()
    cited = tomllib.loads((begun / "articles" / "gazette-4-may.toml").read_text(encoding="utf-8"))["article"]
    assert cited.pop("text_sha256")
    assert {key: str(value) for key, value in cited.items()} == {
        **{"id": "gazette-4-may", "title": "Two soldiers killed", "publisher": "The Gazette", "published": "2031-05-04"},
        **{"address": "https://example.org/a", "captured": "2031-05-05", "archived": "https://example.org/b"},
        "no_claims": "not read yet",
        "inferred": "['publisher', 'published']",
    }
    assert run("check", "--project", begun).exit_code == 0
    assert run("check", "--texts", begun / "texts", "--project", begun).exit_code == 0


PAGE = """<html lang="en"><head><meta property="og:site_name" content="The Gazette">
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Two killed", "datePublished": "2031-05-04"}</script>
<link rel="canonical" href="https://example.org/a"></head><body><nav><a href="/">Home</a></nav><article>
<p>Two soldiers were killed near Mill on 3 May 2031, when a bomb went off beside the road, the army said.</p>
<p>Nobody claimed the attack, which was the third of its kind in that district since the beginning of the year.</p>
</article><footer>© 2019</footer></body></html>"""


def test_a_news_page_is_added_with_the_words_that_were_read_and_what_it_says_of_itself(begun, tmp_path):
    pytest.importorskip("lxml", reason="the extra html is not installed")
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    done = run("add", tmp_path / "page.html", "--project", begun)

    assert done.exit_code == 0, done.stderr
    text = (begun / "texts" / "page.txt").read_text(encoding="utf-8")
    assert (text[:27], text[-10:], "Home" in text) == ("Two soldiers were killed ne", " the year.", False)
    cited = tomllib.loads((begun / "articles" / "page.toml").read_text(encoding="utf-8"))["article"]
    assert {key: str(cited[key]) for key in ("title", "publisher", "published", "address", "inferred")} == {
        **{"title": "Two killed", "publisher": "The Gazette", "published": "2031-05-04", "address": "https://example.org/a"},
        "inferred": "['title', 'publisher', 'published']",
    }
    assert run("check", "--texts", begun / "texts", "--project", begun).exit_code == 0


def test_each_record_of_json_lines_is_an_article(begun, tmp_path):
    (tmp_path / "wire.jsonl").write_text('{"id": 7, "text": "Two died."}\n{"text": "Three died."}\n', encoding="utf-8")
    assert run("add", tmp_path / "wire.jsonl", "--project", begun).exit_code == 0

    assert sorted(file.name for file in (begun / "texts").glob("*.txt")) == ["wire-2.txt", "wire-7.txt"]


def test_of_several_articles_none_is_written_where_one_cannot_be_and_all_faults_are_told(begun, tmp_path):
    files = [tmp_path / f"a{n}.txt" for n in range(1, 5)]
    for file, words in zip(files, (b"One died.", b"caf\xe9", b"", b"Four died."), strict=True):
        file.write_bytes(words)
    before = {file: file.read_bytes() for file in begun.rglob("*") if file.is_file()}

    done = run("add", *files, "--project", begun)

    assert done.exit_code == 1
    assert [line.split(":")[0] for line in without_note(done.stderr).splitlines() if line.startswith("a")] == [
        "a2.txt",
        "a3.txt",
    ]
    assert {file: file.read_bytes() for file in begun.rglob("*") if file.is_file()} == before

    files[1].write_bytes(b"Two died.")
    files[2].write_bytes(b"Three died.")
    assert run("add", *files, "--project", begun).exit_code == 0
    assert sorted(file.stem for file in (begun / "articles").glob("*.toml")) == ["a1", "a2", "a3", "a4"]


def test_of_two_records_with_one_id_neither_is_written(begun, tmp_path):
    lines = ('{"id": 7, "text": "Two died."}', '{"id": 8, "text": "Three died."}', '{"id": 7, "text": "Four died."}')
    (tmp_path / "wire.jsonl").write_text("\n".join(lines), encoding="utf-8")

    done = run("add", tmp_path / "wire.jsonl", "--project", begun)

    assert done.exit_code == 1
    assert "wire-7: two reports have this id" in done.stderr
    assert [*(begun / "articles").glob("*.toml"), *(begun / "texts").glob("*.txt")] == []


def test_articles_in_files_with_names_of_any_script_are_incidents_of_their_own(begun, tmp_path):
    for name in ("خبر", "گزارش", "Größe 1"):
        (tmp_path / f"{name}.txt").write_text("Attack\n\nTwo died.\n", encoding="utf-8")
        assert run("add", tmp_path / f"{name}.txt", "--project", begun).exit_code == 0
    for file in (begun / "articles").glob("*.toml"):
        cited = file.read_text(encoding="utf-8").replace('no_claims = "not read yet"\n', "")
        read = 'derivation = "read by a person", note = "by hand"}'
        claim = f'id = "{file.stem}/1"\nspans = [[0, 6]]\nsub_event_type = {{value = "Attack", {read}\n'
        claim += f"days = {{value = {{first = 2031-05-03, last = 2031-05-03}}, {read}\n"
        file.write_text(f"{cited}\n[[claims]]\n{claim}", encoding="utf-8")
    story = pipeline.read_inputs(project.read_story(begun))

    assert [grouping.id for grouping in story.groupings] == ["größe-1-1", "خبر-1", "گزارش-1"]
    assert run("check", "--project", begun).exit_code == 0


def test_what_nobody_says_of_an_article_is_marked_as_inferred(begun, tmp_path):
    (tmp_path / "x.txt").write_text("a" * 300, encoding="utf-8")
    assert run("add", tmp_path / "x.txt", "--project", begun).exit_code == 0
    cited = tomllib.loads((begun / "articles" / "x.toml").read_text(encoding="utf-8"))["article"]

    assert (cited["title"], cited["inferred"]) == ("x", ["title", "publisher"])


def test_nothing_that_is_there_is_written_over(begun, report):
    run("add", report, "--project", begun)
    kept = {file: file.read_bytes() for file in begun.rglob("*") if file.is_file()}
    report.write_text("Another text\n", encoding="utf-8")
    for more in ([], ["--publisher", "B"]):
        done = run("add", report, *more, "--project", begun)
        assert (done.exit_code, len(without_note(done.stderr).splitlines())) == (1, 1)
    assert {file: file.read_bytes() for file in begun.rglob("*") if file.is_file()} == kept


@pytest.mark.parametrize(
    ("content", "more", "said"),
    [(b"", [], "empty"), (b"caf\xe9", [], "UTF-8"), ("x".encode("utf-16"), [], "UTF-16"), (b"x", ["--url", "ftp:x"], "http"),
     (b"x", ["--language", "English"], "ISO 639-1"), (b"x", ["--published", "4 May"], "does not match"),
     (b"x", ["--id", "../x"], "id"), (b"x", ["--id", "A b"], "id")],
)  # fmt: skip
def test_an_article_that_cannot_be_right_is_refused_and_nothing_is_written(begun, tmp_path, content, more, said):
    (tmp_path / "x.txt").write_bytes(content)
    done = run("add", tmp_path / "x.txt", *more, "--project", begun)

    assert done.exit_code in (1, 2)
    assert said in done.stderr
    assert sorted(file.name for file in begun.rglob("*.toml")) == [SETTINGS, "incidents.toml"]
    assert list((begun / "texts").glob("*.txt")) == []


def test_spans_say_where_words_stand_however_they_are_spaced(begun, report):
    run("add", report, "--project", begun)
    text = report.read_text(encoding="utf-8")
    done = run("spans", "gazette-4-may", "two soldiers", "Mill", "--json", "--project", begun)
    found = {row["words"]: row["spans"] for row in json.loads(done.stdout)}

    assert [text[a:b] for a, b, *_ in found["two soldiers"]] == ["Two soldiers", "Two  soldiers"]
    assert [text[a:b] for a, b, *_ in found["Mill"]] == ["Mill"]
    done = run("spans", "gazette-4-may", "nobody", "--project", begun)
    assert (done.exit_code, "stands nowhere" in done.stdout) == (1, True)
    assert run("spans", "other", "x", "--project", begun).exit_code == 1


def test_a_missing_story_is_missing(tmp_path):
    with pytest.raises(MissingError, match=r"geomap new"):
        project.read_story(tmp_path)
    (tmp_path / SETTINGS).write_text("format = ", encoding="utf-8")
    with pytest.raises(DataError, match=SETTINGS):
        project.read_story(tmp_path)
